/**
 * Charts of our own sheets. hucre writes the charts of new sheets; where a sheet had a drawing before, it keeps the old one,
 * so that the parts of a replaced sheet are put in their place here.
 */
import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { writeXlsx, type Sheet } from 'hucre';
import { areaToA1, type Area } from '../../workbook/address';
import type { Chart } from '../../workbook/content';

type Written = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['charts']>[number];

const absolute = (area: Area): string => areaToA1(area).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** A chart as hucre writes it. */
export function toWritten(sheet: string, chart: Chart): Written {
  const reference = (area: Area): string => `'${sheet.replaceAll("'", "''")}'!${absolute(area)}`;
  return {
    type: chart.kind,
    title: chart.title,
    series: chart.series.map(({ name, values, categories }) => ({ name, values: reference(values), categories: reference(categories) })),
    anchor: { from: { row: chart.anchor.row, col: chart.anchor.column }, to: { row: chart.anchor.lastRow + 1, col: chart.anchor.lastColumn + 1 } },
    ...(chart.stacked ? { barGrouping: 'stacked' as const } : {}),
  };
}

/** Charts of a sheet that we rendered; the read side of hucre uses the same field for what it has parsed. */
const rendered = new WeakMap<Sheet, readonly Written[]>();

export function setCharts(sheet: Sheet, charts: readonly Chart[]): void {
  const written = charts.map((chart) => toWritten(sheet.name, chart));
  (sheet as { charts?: unknown }).charts = written;
  rendered.set(sheet, written);
}

/** Keeps what is known of a sheet when it is copied. */
export function copyCharts(from: Sheet, to: Sheet): Sheet {
  const charts = rendered.get(from);
  if (charts) rendered.set(to, charts);
  return to;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const relationsOf = (path: string): string => `${folderOf(path)}/_rels/${path.slice(path.lastIndexOf('/') + 1)}.rels`;

/** Target of the first relation of a kind, as a path in the package. */
function target(parts: Unzipped, path: string, kind: 'drawing' | 'chart'): string | null {
  const part = parts[relationsOf(path)];
  for (const [, attributes] of part ? strFromU8(part).matchAll(/<Relationship ([^>]*)>/g) : []) {
    if (!new RegExp(`/${kind}"`).test(attributes!)) continue;
    const relative = /Target="([^"]*)"/.exec(attributes!)?.[1] ?? '';
    return relative.startsWith('/') ? relative.slice(1) : relative.replace(/^\.\.\//, `${folderOf(folderOf(path))}/`);
  }
  return null;
}

/** Puts the charts of sheets that we rendered where an older drawing of theirs stood. `paths`: sheet parts in tab order. */
export async function placeCharts(saved: Unzipped, sheets: readonly Sheet[], paths: readonly string[]): Promise<void> {
  for (const [position, sheet] of sheets.entries()) {
    const charts = rendered.get(sheet);
    const drawing = charts && target(saved, paths[position]!, 'drawing');
    const chart = drawing && target(saved, drawing, 'chart');
    if (!charts || !drawing || !chart) continue;
    const fresh = unzipSync(await writeXlsx({ sheets: [{ name: sheet.name, rows: [], charts: [...charts] }] }));
    saved[drawing] = fresh['xl/drawings/drawing1.xml']!;
    saved[chart] = fresh['xl/charts/chart1.xml']!;
  }
}
