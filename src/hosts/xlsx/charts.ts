/** Charts of our own sheets: what is declared, as the file layer writes it. */
import { unzipSync, type Unzipped } from 'fflate';
import { writeXlsx, type Sheet } from 'hucre';
import { areaToA1, type Area } from '../../workbook/address';
import type { Chart } from '../../workbook/content';

type Written = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['charts']>[number];

/** Name of a drawn chart, by which we know it again in a file. */
const OURS = '衡值图 ';

const absolute = (area: Area): string => areaToA1(area).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function toWritten(sheet: string, chart: Chart): Written {
  const reference = (area: Area): string => `'${sheet.replaceAll("'", "''")}'!${absolute(area)}`;
  const stacking = chart.stacked === true ? 'stacked' : null;
  return {
    type: chart.kind,
    title: chart.title,
    titleFontSize: 12,
    // read aloud by screen readers
    altText: `${chart.title}:${chart.series.map(({ name }) => name).join('、')}`,
    series: chart.series.map(({ name, values, categories }) => ({ name, values: reference(values), categories: reference(categories) })),
    anchor: { from: { row: chart.anchor.row, col: chart.anchor.column }, to: { row: chart.anchor.lastRow + 1, col: chart.anchor.lastColumn + 1 } },
    legend: chart.series.length > 1 ? 'bottom' : false,
    axes: { x: { majorTickMark: 'none', minorTickMark: 'none' }, y: { gridlines: { major: true }, minorTickMark: 'none' } },
    ...(chart.kind === 'line' ? { showLineMarkers: true } : { gapWidth: 60 }),
    ...(stacking === null ? {} : chart.kind === 'line' ? { lineGrouping: stacking } : { barGrouping: stacking }),
  };
}

/** Charts of the sheets that we rendered; a sheet that is absent here is as the file had it. */
const rendered = new WeakMap<Sheet, readonly Chart[]>();

export function setCharts(sheet: Sheet, charts: readonly Chart[]): void {
  rendered.set(sheet, charts);
}

/** undefined: not rendered by us. */
export function chartsOf(sheet: Sheet): readonly Chart[] | undefined {
  return rendered.get(sheet);
}

/** Keeps what is known of a sheet when it is copied. */
export function copyCharts(from: Sheet, to: Sheet): Sheet {
  const charts = rendered.get(from);
  if (charts) rendered.set(to, charts);
  return to;
}

/** A package of one sheet with these charts: `xl/drawings/drawing1.xml` and `xl/charts/chart1.xml` on. */
export async function drawn(sheet: string, charts: readonly Chart[]): Promise<Unzipped> {
  return unzipSync(await writeXlsx({ sheets: [{ name: sheet, rows: [], charts: charts.map((chart) => toWritten(sheet, chart)) }] }));
}

/** A drawing with its charts named as ours. */
export const markOurs = (drawing: string): string => drawing.replaceAll('name="Chart ', `name="${OURS}`);

/** How many charts of a drawing are ours. */
export const countOurs = (drawing: string): number => drawing.split(`name="${OURS}`).length - 1;
