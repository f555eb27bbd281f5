/**
 * Sheets of our own: result tables and the formal pages that hang on the wall (layouts as offices print them: title,
 * unit and date line, ruled table, repeated header, notes, signature line, page x of y).
 */
import { columnLetters, type Area } from '../workbook/address';
import type { CellInput } from '../workbook/cell';
import type { CellStyle, ContentCell, PrintSetup, SheetContent } from '../workbook/content';
import { toCell, type ResultColumn, type ResultTable } from './result-table';

/** Where a row stands, for formulas. Rows are 1-based sheet rows. */
export interface Place {
  readonly row: number;
  /** First and last data row of the section. */
  readonly first: number;
  readonly last: number;
  /** Column letters of a section's column. */
  letter(column: number): string;
}

export type PageCell = CellInput | ((place: Place) => CellInput);

export interface PageColumn {
  readonly title: string;
  /** Grid columns that it covers; default 1. */
  readonly span?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly numberFormat?: string;
  readonly wrap?: boolean;
}

export interface PageSection {
  readonly heading?: string;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly (readonly PageCell[])[];
  readonly totals?: readonly PageCell[];
  /** points */
  readonly rowHeight?: number;
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

const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋_GB2312';
const HEAD_FONT = '黑体';

const STYLES: Readonly<Record<string, CellStyle>> = {
  title: { font: { name: TITLE_FONT, size: 20 }, horizontal: 'center', vertical: 'center', wrap: true },
  draft: { font: { name: HEAD_FONT, size: 12, color: 'C00000' }, horizontal: 'center', vertical: 'center', wrap: true },
  left: { font: { name: BODY_FONT, size: 12 }, horizontal: 'left', vertical: 'center', wrap: true },
  right: { font: { name: BODY_FONT, size: 12 }, horizontal: 'right', vertical: 'center', wrap: true },
  heading: { font: { name: HEAD_FONT, size: 13 }, horizontal: 'left', vertical: 'center' },
  head: { font: { name: HEAD_FONT, size: 12 }, border: 'thin', horizontal: 'center', vertical: 'center', wrap: true },
};

/** Collects rows, merges, heights and styles of one sheet. */
class SheetDraft {
  readonly rows: (ContentCell | null)[][] = [];
  readonly merges: Area[] = [];
  readonly heights: Record<number, number> = {};
  readonly styles: Record<string, CellStyle> = { ...STYLES };

  constructor(readonly width: number) {}

  /** A line over a stretch of the grid; returns its row. */
  line(parts: readonly { readonly value: CellInput; readonly style: string; readonly from: number; readonly to: number }[], height: number): number {
    const row = this.rows.length;
    const cells = new Array<ContentCell | null>(this.width).fill(null);
    for (const part of parts) {
      for (let column = part.from; column <= part.to; column += 1) cells[column] = { value: column === part.from ? part.value : null, style: part.style };
      if (part.to > part.from) this.merges.push({ row, column: part.from, lastRow: row, lastColumn: part.to });
    }
    this.rows.push(cells);
    this.heights[row] = height;
    return row;
  }

  wide(value: CellInput, style: string, height: number): number {
    return this.line([{ value, style, from: 0, to: this.width - 1 }], height);
  }

  twoSided(parts: { readonly left?: string; readonly right?: string }, height: number): void {
    if (parts.right === undefined) this.wide(parts.left ?? '', 'left', height);
    else if (parts.left === undefined) this.wide(parts.right, 'right', height);
    else {
      const middle = Math.ceil(this.width / 2);
      this.line(
        [
          { value: parts.left, style: 'left', from: 0, to: middle - 1 },
          { value: parts.right, style: 'right', from: middle, to: this.width - 1 },
        ],
        height,
      );
    }
  }

  bodyStyle(column: PageColumn): string {
    const key = `body-${column.align ?? 'center'}-${column.wrap ? 'wrap' : 'fit'}-${column.numberFormat ?? ''}`;
    this.styles[key] ??= {
      font: { name: BODY_FONT, size: 12 },
      border: 'thin',
      horizontal: column.align ?? 'center',
      vertical: 'center',
      ...(column.wrap ? { wrap: true } : { shrink: true }),
      ...(column.numberFormat === undefined ? {} : { numberFormat: column.numberFormat }),
    };
    return key;
  }
}

/** A formal page. Throws when a section's columns do not fill the grid (programmer error). */
export function formalPage(page: FormalPage): SheetContent {
  const draft = new SheetDraft(page.widths.length);
  draft.wide(page.title, 'title', page.title.length > 24 ? 58 : 36);
  if (page.draftNote) draft.wide(page.draftNote, 'draft', 20);
  if (page.subtitle) draft.twoSided(page.subtitle, 20);
  let titleRows: readonly [number, number] | undefined;
  for (const section of page.sections) {
    const head = addSection(draft, section, page.widths);
    if (page.sections.length === 1) titleRows = [head, head];
  }
  const characters = page.widths.reduce((sum, width) => sum + width, 0);
  for (const note of page.notes) {
    // CJK characters are two wide; one more line for each line's worth of text
    const lines = Math.max(1, Math.ceil((note.length * 2) / Math.max(1, characters * 0.86)));
    draft.wide(note, 'left', 6 + 16 * lines);
  }
  for (const closing of page.closing ?? []) draft.twoSided(closing, 22);
  return {
    rows: draft.rows,
    styles: draft.styles,
    columnWidths: page.widths,
    rowHeights: draft.heights,
    merges: draft.merges,
    validations: [],
    print: printSetup(page.orientation, page.onePage ?? false, titleRows),
  };
}

/** Width of a header character against the sheet's standard one. */
const HEAD_SIZE = 1.15;

function addSection(draft: SheetDraft, section: PageSection, widths: readonly number[]): number {
  const spans = section.columns.map((column) => column.span ?? 1);
  const starts = spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0));
  if (spans.reduce((sum, span) => sum + span, 0) !== draft.width) throw new Error(`section does not fill the grid: ${section.columns.map((column) => column.title).join()}`);
  if (section.heading !== undefined) draft.wide(section.heading, 'heading', 24);
  const part = (index: number, value: CellInput, style: string) => ({ value, style, from: starts[index]!, to: starts[index]! + spans[index]! - 1 });
  const wide = (index: number): number => widths.slice(starts[index]!, starts[index]! + spans[index]!).reduce((sum, width) => sum + width, 0);
  const lines = Math.max(...section.columns.map((column, index) => Math.ceil((displayWidth(column.title) * HEAD_SIZE) / wide(index))));
  const head = draft.line(section.columns.map((column, index) => part(index, column.title, 'head')), 8 + 18 * lines);
  const letter = (column: number): string => columnLetters(starts[column]!);
  const first = draft.rows.length + 1;
  const last = first + section.rows.length - 1;
  const body = section.totals ? [...section.rows, section.totals] : section.rows;
  for (const row of body) {
    const place: Place = { row: draft.rows.length + 1, first, last, letter };
    draft.line(
      section.columns.map((column, index) => {
        const cell = row[index] ?? null;
        return part(index, typeof cell === 'function' ? cell(place) : cell, draft.bodyStyle(column));
      }),
      section.rowHeight ?? 22,
    );
  }
  return head;
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
  const head = draft.line(table.columns.map((column, index) => ({ value: column.title, style: 'head', from: index, to: index })), 24);
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
    const place: Place = { row: first + rowIndex, first, last, letter: columnLetters };
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

/** Wide enough for the header and the longest of the first rows, between 6 and 40 characters. */
function fitWidth(table: ResultTable, index: number): number {
  const column = table.columns[index]!;
  if (column.kind === 'date') return 12;
  if (column.kind === 'moment') return 17;
  const lengths = table.rows.slice(0, 200).map((row) => displayWidth(String(row[index] ?? '')));
  return Math.min(40, Math.max(6, displayWidth(column.title) + 2, ...lengths.map((length) => length + 2)));
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '⺀' ? 2 : 1;
  return width;
}
