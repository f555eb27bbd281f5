/**
 * Sheets of our own: result tables and the formal pages that hang on the wall (layouts as offices print them: title,
 * unit and date line, ruled table, repeated header, notes, signature line, page x of y).
 */
import { columnLetters, type Area } from '../workbook/address';
import type { CellInput } from '../workbook/cell';
import type { CellStyle, PrintSetup, SheetContent } from '../workbook/content';
import { Paper, paperRoom } from './paper';
import { toCell, type ResultColumn, type ResultTable } from './result-table';
import { displayWidth, HEAD_FONT, SheetDraft, type BodyLook } from './sheet-draft';

/** Where a row stands, for formulas. Rows are 1-based sheet rows. */
export interface Place {
  readonly row: number;
  /** First and last data row of the section; on a page that is cut, headers may stand between them. */
  readonly first: number;
  readonly last: number;
  /** The section's data rows of a column, e.g. `E4:E30,E33:E60`. */
  data(column: number): string;
  /** Column letters of a section's column. */
  letter(column: number): string;
}

export type PageCell = CellInput | ((place: Place) => CellInput);

export interface PageColumn extends BodyLook {
  readonly title: string;
  /** Grid columns that it covers; default 1. */
  readonly span?: number;
}

export interface PageSection {
  readonly heading?: string;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly (readonly PageCell[])[];
  readonly totals?: readonly PageCell[];
  /** points */
  readonly rowHeight?: number;
  /** points, by row; instead of `rowHeight` */
  readonly rowHeights?: readonly number[];
  /** Begins a page unless it stands whole on what is left of one. */
  readonly apart?: boolean;
}

export interface FormalPage {
  readonly title: string;
  readonly subtitle?: { readonly left?: string; readonly right?: string };
  /** Grid column widths in characters. */
  readonly widths: readonly number[];
  readonly sections: readonly PageSection[];
  readonly notes: readonly string[];
  /** Lines at the foot, e.g. preparer left and reviewer right; the unit's name and date to the right. */
  readonly closing?: readonly { readonly left?: string; readonly right?: string }[];
  readonly orientation: 'portrait' | 'landscape';
  /** The whole page on one sheet of paper. */
  readonly onePage?: boolean;
  /** 草稿,有 N 行未计入 */
  readonly draftNote?: string | null;
}

const HEADING_HEIGHT = 24;
const CLOSING_HEIGHT = 22;
const ROW_HEIGHT = 22;

/** A formal page. Throws when a section's columns do not fill the grid (programmer error). */
export function formalPage(page: FormalPage): SheetContent {
  const onePage = page.onePage ?? false;
  const setup = printSetup(page.orientation, onePage, undefined);
  // one table repeats its header by the print titles
  const room = onePage || page.sections.length < 2 ? Infinity : paperRoom(setup, page.widths);
  const draft = new SheetDraft(page.widths.length, new Paper(room));
  draft.wide(page.title, 'title', page.title.length > 24 ? 58 : 36);
  if (page.draftNote) draft.wide(page.draftNote, 'draft', 20);
  if (page.subtitle) draft.twoSided(page.subtitle, 20);
  // no page holds the signature alone: the last row goes with it
  const foot = footHeight(page);
  const follows = (index: number): number => (index === page.sections.length - 1 && foot < room / 2 ? foot : 0);
  const heads = page.sections.map((section, index) => addSection(draft, section, page.widths, follows(index)));
  addFoot(draft, page);
  const { breaks } = draft.paper;
  const [head] = heads;
  return {
    rows: draft.rows,
    styles: draft.styles,
    columnWidths: page.widths,
    rowHeights: draft.heights,
    merges: draft.merges,
    validations: [],
    print: {
      ...setup,
      ...(heads.length === 1 ? { titleRows: [head!, head!] } : {}),
      ...(breaks.length > 0 ? { rowBreaks: breaks } : {}),
    },
  };
}

/** CJK characters are two wide; one more line for each line's worth of text. */
function noteHeights({ notes, widths }: FormalPage): readonly number[] {
  const characters = widths.reduce((sum, width) => sum + width, 0);
  return notes.map((note) => 6 + 16 * Math.max(1, Math.ceil((note.length * 2) / Math.max(1, characters * 0.86))));
}

function footHeight(page: FormalPage): number {
  return noteHeights(page).reduce((sum, height) => sum + height, 0) + CLOSING_HEIGHT * (page.closing ?? []).length;
}

/** Notes and signature stay together where a page can hold them. */
function addFoot(draft: SheetDraft, page: FormalPage): void {
  draft.keep(footHeight(page));
  noteHeights(page).forEach((height, index) => {
    draft.keep(height);
    draft.wide(page.notes[index]!, 'left', height);
  });
  for (const line of page.closing ?? []) {
    draft.keep(CLOSING_HEIGHT);
    draft.twoSided(line, CLOSING_HEIGHT);
  }
}

/** Width of a header character against the sheet's standard one. */
const HEAD_SIZE = 1.15;

/** Returns the row of the header. `follows`: points of what comes after the section and stays with its last row. */
function addSection(draft: SheetDraft, section: PageSection, widths: readonly number[], follows: number): number {
  const { columns, rows, totals, heading } = section;
  const spans = columns.map((column) => column.span ?? 1);
  const starts = spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0));
  if (spans.reduce((sum, span) => sum + span, 0) !== draft.width) throw new Error(`section does not fill the grid: ${columns.map((column) => column.title).join()}`);
  const part = (index: number, value: CellInput, style: string) => ({ value, style, from: starts[index]!, to: starts[index]! + spans[index]! - 1 });
  const wide = (index: number): number => widths.slice(starts[index]!, starts[index]! + spans[index]!).reduce((sum, width) => sum + width, 0);
  const headHeight = 8 + 18 * Math.max(...columns.map((column, index) => Math.ceil((displayWidth(column.title) * HEAD_SIZE) / wide(index))));
  const header = (mark: string): number => {
    if (heading !== undefined) draft.wide(`${heading}${mark}`, 'heading', HEADING_HEIGHT);
    return draft.line(columns.map((column, index) => part(index, column.title, 'head')), headHeight);
  };
  const repeated = (heading === undefined ? 0 : HEADING_HEIGHT) + headHeight;
  const height = section.rowHeight ?? ROW_HEIGHT;
  const heights = rows.map((_, index) => section.rowHeights?.[index] ?? height);
  const tail = (totals ? height : 0) + follows;
  if (section.apart) draft.paper.begin(draft.rows.length, repeated + heights.reduce((sum, points) => sum + points, 0) + tail);
  draft.keep(repeated + (heights[0] ?? 0) + (rows.length < 2 ? tail : 0));
  const head = header('');

  const turns = draft.paper.turns(heights, repeated, tail);
  const stretches = stretchesOf(draft.rows.length + 1, turns, heading === undefined ? 1 : 2);
  const place = (row: number): Place => ({
    row,
    first: stretches[0]![0],
    last: stretches.at(-1)![1],
    letter: (column) => columnLetters(starts[column]!),
    data: (column) => {
      const at = columnLetters(starts[column]!);
      return stretches.map(([first, last]) => `${at}${first}:${at}${last}`).join();
    },
  });
  const body = (cells: readonly PageCell[], points: number): void => {
    const here = place(draft.rows.length + 1);
    draft.line(
      columns.map((column, index) => {
        const cell = cells[index] ?? null;
        return part(index, typeof cell === 'function' ? cell(here) : cell, draft.bodyStyle(column));
      }),
      points,
    );
  };
  rows.forEach((cells, index) => {
    if (turns[index]) {
      draft.paper.turn(draft.rows.length);
      header('(续)');
    }
    body(cells, heights[index]!);
  });
  if (totals) body(totals, height);
  return head;
}

/** First and last rows of the stretches of data, when `lines` rows are repeated at the top of each new page. */
function stretchesOf(first: number, turns: readonly boolean[], lines: number): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [[first, first - 1]];
  for (const turned of turns) {
    const stretch = stretches.at(-1)!;
    if (turned) stretches.push([stretch[1] + lines + 1, stretch[1] + lines + 1]);
    else stretch[1] += 1;
  }
  return stretches;
}

function printSetup(orientation: 'portrait' | 'landscape', onePage: boolean, titleRows: readonly [number, number] | undefined): PrintSetup {
  return {
    orientation,
    fitToWidth: 1,
    fitToHeight: onePage ? 1 : 0,
    margins: orientation === 'portrait' ? { top: 25, bottom: 20, left: 22, right: 20, header: 10, footer: 10 } : { top: 25, bottom: 20, left: 20, right: 20, header: 10, footer: 10 },
    ...(titleRows ? { titleRows } : {}),
    footer: '&C第 &P 页 共 &N 页',
    centerHorizontally: true,
  };
}

const TABLE_STYLES: Readonly<Record<string, CellStyle>> = {
  above: { font: { name: '宋体', size: 11 }, horizontal: 'left', vertical: 'center', wrap: true },
  head: { font: { name: HEAD_FONT, size: 11, bold: true }, fill: 'DDEBF7', border: 'thin', horizontal: 'center', vertical: 'center', wrap: true },
};

function numberFormat(column: ResultColumn): string | undefined {
  switch (column.kind) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'moment':
      return 'yyyy-mm-dd hh:mm';
    case 'money':
      return '0.00';
    case 'number':
      return column.decimals === undefined ? undefined : `0.${'0'.repeat(column.decimals)}`.replace(/\.$/, '');
    case 'text':
      return '@';
    default:
      return undefined;
  }
}

/** Rows that a chart covers. */
const CHART_ROWS = 20;
/** points of a row whose height is the program's own */
const PLAIN_ROW = 15;

export interface TableChart {
  readonly title: string;
  /** Columns of the table, stacked. */
  readonly columns: readonly string[];
  /** First and last row of the table that it shows, 0-based; default all. */
  readonly rows?: readonly [number, number];
}

/**
 * A chart below everything of a result sheet, as wide as the table: a column a row of the table, named by the table's
 * first column. `below`: rows of the sheet under the table. On a page of its own where paper would cut it.
 */
export function withChart(content: SheetContent, table: ResultTable, below: number, { title, columns, rows: [from, to] = [0, table.rows.length - 1] }: TableChart): SheetContent {
  if (to < from) return content;
  const first = content.rows.length - below - table.rows.length;
  const cells = (column: number): Area => ({ row: first + from, column, lastRow: first + to, lastColumn: column });
  const top = content.rows.length + 1;
  // a result sheet always says how it is printed
  const print = content.print!;
  const height = PLAIN_ROW * (CHART_ROWS + 1) + content.rows.reduce((sum, _, row) => sum + (content.rowHeights[row] ?? PLAIN_ROW), 0);
  return {
    ...content,
    ...(height <= paperRoom(print, content.columnWidths) ? {} : { print: { ...print, rowBreaks: [content.rows.length - 1] } }),
    charts: [
      {
        kind: 'column',
        title,
        stacked: true,
        series: columns.map((name) => ({ name, values: cells(table.columns.findIndex((column) => column.title === name)), categories: cells(0) })),
        anchor: { row: top, column: 0, lastRow: top + CHART_ROWS - 1, lastColumn: table.columns.length - 1 },
      },
    ],
  };
}

/** The sheet of a result table: lines above, header, rows, notes. `cells` replaces a value by a formula. */
export function resultSheet(
  table: ResultTable,
  options: {
    readonly above?: readonly string[];
    readonly notes?: readonly string[];
    readonly cells?: (row: number, column: number, place: Place) => CellInput | undefined;
  } = {},
): SheetContent {
  const draft = new SheetDraft(Math.max(1, table.columns.length));
  Object.assign(draft.styles, TABLE_STYLES);
  const widths = table.columns.map((column, index) => column.width ?? fitWidth(table, index));
  const characters = widths.reduce((sum, width) => sum + width, 0);
  const paragraph = (text: string): void => {
    draft.wide(text, 'above', 4 + 15 * Math.max(1, Math.ceil((text.length * 2) / characters)));
  };
  (options.above ?? []).forEach(paragraph);
  const head = draft.line(table.columns.map((column, index) => ({ value: column.title, style: 'head', from: index, to: index })), 8 + 16 * Math.max(...table.columns.map((column, index) => linesOf(column.title, widths[index]!)), 1));
  const first = head + 2;
  const last = first + table.rows.length - 1;
  table.columns.forEach((column, index) => {
    const format = numberFormat(column);
    draft.styles[`c${index}`] = {
      font: { name: '宋体', size: 11 },
      border: 'thin',
      vertical: 'center',
      horizontal: column.kind === 'text' && (column.width ?? 0) >= 24 ? 'left' : 'center',
      ...(column.kind === 'text' ? { wrap: true } : {}),
      ...(format === undefined ? {} : { numberFormat: format }),
    };
  });
  table.rows.forEach((row, rowIndex) => {
    const place: Place = { row: first + rowIndex, first, last, letter: columnLetters, data: (column) => `${columnLetters(column)}${first}:${columnLetters(column)}${last}` };
    const lines = Math.max(...table.columns.map((column, index) => (column.kind === 'text' ? linesOf(String(row[index] ?? ''), widths[index]!) : 1)), 1);
    // one line has the program's own height
    if (lines > 1) draft.heights[draft.rows.length] = 3 + 15 * lines;
    draft.rows.push(
      table.columns.map((column, index) => ({
        value: options.cells?.(rowIndex, index, place) ?? toCell(row[index] ?? null, column.kind),
        style: `c${index}`,
      })),
    );
  });
  (options.notes ?? []).forEach(paragraph);
  return {
    rows: draft.rows,
    styles: draft.styles,
    columnWidths: widths,
    rowHeights: draft.heights,
    merges: draft.merges,
    freeze: { rows: head + 1, columns: 0 },
    validations: [],
    print: printSetup(characters > 95 ? 'landscape' : 'portrait', false, [head, head]),
  };
}

/** Lines that a text takes in a column of so many characters, its own breaks counted. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 1))), 0);
}

/** Wide enough for the header and the longest of the first rows, between 6 and 40 characters. */
function fitWidth(table: ResultTable, index: number): number {
  const column = table.columns[index]!;
  if (column.kind === 'date') return 12;
  if (column.kind === 'moment') return 17;
  const lengths = table.rows.slice(0, 200).map((row) => displayWidth(String(row[index] ?? '')));
  return Math.min(40, Math.max(6, displayWidth(column.title) + 2, ...lengths.map((length) => length + 2)));
}
