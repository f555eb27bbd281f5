/** Finding a ledger in a messy workbook: its sheet, its header row, its columns, and the rows that hold data. */
import { normalizeHeader } from '../kernel/text/normalize';
import { CELL_KIND } from '../workbook/cell';
import { cellAt, type SheetSnapshot, type Snapshot } from '../workbook/snapshot';
import type { Column } from './column';
import type { Layout, Ledger } from './ledger';

/** The header is searched in the first rows; a merged title above it is normal. */
const HEADER_SEARCH_ROWS = 5;

/** The office's own names of sheets and columns (sheet 对照): asked before the aliases. */
export interface NameMapping {
  /** Contract sheet -> the office's sheet. */
  readonly sheets: ReadonlyMap<string, string>;
  /** `contract sheet\ncontract column` -> the office's column. */
  readonly columns: ReadonlyMap<string, string>;
}

export const NO_MAPPING: NameMapping = { sheets: new Map(), columns: new Map() };

/** A finding of the search, to be turned into an issue by the reader. */
export interface LocateNote {
  readonly reason: 'sheet-twice' | 'column-twice' | 'column-missing' | 'header-missing';
  readonly row: number;
  readonly column: number;
  readonly details: Readonly<Record<string, string>>;
}

export interface Located {
  readonly layout: Layout | null;
  readonly sheet: SheetSnapshot | null;
  readonly notes: readonly LocateNote[];
}

/** Sheet by 对照, by name, then by alias; the first hit in that order wins and a further one is noted. */
export function locateSheet(ledger: Ledger, snapshot: Snapshot, mapping: NameMapping): { sheet: SheetSnapshot | null; others: readonly string[] } {
  const mapped = mapping.sheets.get(ledger.sheet);
  const wanted = [...(mapped === undefined ? [] : [mapped]), ledger.sheet, ...ledger.aliases].map(normalizeHeader);
  const hits = wanted.flatMap((name) => snapshot.sheets.filter((sheet) => normalizeHeader(sheet.name) === name));
  const distinct = [...new Set(hits)];
  return { sheet: distinct[0] ?? null, others: distinct.slice(1).map((sheet) => sheet.name) };
}

/**
 * What each column's header can be read as: the text of one row; or of two rows together (上午/下午 below 开始: a merged
 * upper cell stands over several lower ones), as one text or by the lower alone.
 */
function headerTexts(sheet: SheetSnapshot, row: number, second: boolean): (readonly string[])[] {
  const texts: (readonly string[])[] = [];
  let carried = '';
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const upper = textAt(sheet, row, column);
    if (!second) {
      texts.push([upper]);
      continue;
    }
    if (upper !== '') carried = upper;
    else if (!sheet.merges.some((area) => area.row === row && column > area.column && column <= area.lastColumn)) carried = '';
    const lower = textAt(sheet, row + 1, column);
    texts.push(lower === '' ? [upper] : [carried + lower, lower]);
  }
  return texts;
}

/** Remarks that people put behind a column's title. */
const REMARK = /\((?:算|自动|必填|选填|可不填)\)$/;

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  return cell.kind === CELL_KIND.text ? normalizeHeader(String(cell.value)).replace(REMARK, '') : '';
}

/** Every title that the rows where a header is searched can be read as; blanks left out. */
export function headersOf(sheet: SheetSnapshot): readonly string[] {
  const rows = Array.from({ length: Math.min(HEADER_SEARCH_ROWS, sheet.rowCount) }, (_, row) => [...headerTexts(sheet, row, false), ...headerTexts(sheet, row, true)].flat());
  return [...new Set(rows.flat())].filter((text) => text !== '');
}

interface HeaderMatch {
  readonly row: number;
  readonly rows: number;
  readonly columns: Map<string, number>;
  readonly twice: readonly { readonly title: string; readonly column: number }[];
}

/** All spellings of a column in the order in which they count. */
function spellings(ledger: Ledger, column: Column<unknown>, mapping: NameMapping): string[] {
  const mapped = mapping.columns.get(`${ledger.sheet}\n${column.title}`);
  return [...(mapped === undefined ? [] : [mapped]), column.title, ...column.aliases].map(normalizeHeader);
}

function matchHeader(ledger: Ledger, names: ReadonlyMap<string, readonly string[]>, texts: readonly (readonly string[])[], row: number, rows: number): HeaderMatch {
  const columns = new Map<string, number>();
  const twice: { title: string; column: number }[] = [];
  const taken = new Set<number>();
  // contract names are matched for every field before any alias, so that an alias never steals another's column
  for (const exact of [true, false]) {
    for (const [field, wanted] of names) {
      if (columns.has(field)) continue;
      for (const name of exact ? wanted.slice(0, wanted.length - ledger.columns[field]!.aliases.length) : wanted) {
        const hits = texts.flatMap((readings, index) => (readings.includes(name) && !taken.has(index) ? [index] : []));
        if (hits[0] === undefined) continue;
        columns.set(field, hits[0]);
        hits.forEach((index) => taken.add(index));
        if (hits[1] !== undefined) twice.push({ title: ledger.columns[field]!.title, column: hits[1] });
        break;
      }
    }
  }
  return { row, rows, columns, twice };
}

/** The row among the first five that matches most columns; on ties one row before two, and the upper one. */
function findHeader(ledger: Ledger, sheet: SheetSnapshot, mapping: NameMapping): HeaderMatch | null {
  const names = new Map(Object.entries(ledger.columns).map(([field, column]) => [field, spellings(ledger, column, mapping)]));
  let best: HeaderMatch | null = null;
  for (const second of [false, true]) {
    for (let row = 0; row < Math.min(HEADER_SEARCH_ROWS, sheet.rowCount - (second ? 1 : 0)); row += 1) {
      const match = matchHeader(ledger, names, headerTexts(sheet, row, second), row, second ? 2 : 1);
      if (match.columns.size > (best?.columns.size ?? 0)) best = match;
    }
  }
  return best;
}

const TOTAL = /^(本页|本月|本季|全年)?(合计|小计|总计|共计|累计|平均)/;
const NOTE = /^(制表|填表|审核|复核|审批|经办|负责人签|领导签|签字|签名|盖章|备注[::]|注[::]|说明[::]|填表说明|以下空白|第.+页)/;

/** Whether a row is no data: a total, a note, a signature line. Looks at its first two filled cells. */
function isTrailer(sheet: SheetSnapshot, row: number, layoutColumns: number): boolean {
  let filled = 0;
  let total = false;
  let note = false;
  for (let column = 0; column < layoutColumns; column += 1) {
    const cell = cellAt(sheet, row, column);
    if (cell.kind === CELL_KIND.empty) continue;
    filled += 1;
    if (filled > 2 || cell.kind !== CELL_KIND.text) continue;
    const text = normalizeHeader(String(cell.value));
    if (TOTAL.test(text)) total = true;
    if (filled === 1 && NOTE.test(text)) note = true;
  }
  // a total row has its word among the first two cells; a note has little else
  return total || (note && filled <= 6);
}

/** A header of two rows is repeated row by row. */
function isRepeatedHeader(sheet: SheetSnapshot, row: number, headers: readonly (readonly [number, string][])[]): boolean {
  return headers.some((header) => header.length > 0 && header.every(([column, text]) => textAt(sheet, row, column) === text));
}

/** A title or remark in the middle of the data: nothing but one cell merged over most of the sheet. */
function isBanner(sheet: SheetSnapshot, row: number): boolean {
  const area = sheet.merges.find((merge) => merge.row === row && merge.lastColumn - merge.column >= 2 && (merge.lastColumn - merge.column + 1) * 2 > sheet.columnCount);
  return area !== undefined && sheet.columns.every((column, index) => index === area.column || column.kinds[row] === CELL_KIND.empty);
}

function isBlank(sheet: SheetSnapshot, row: number): boolean {
  return sheet.columns.every((column) => column.kinds[row] === CELL_KIND.empty);
}

/** Whether the row holds anything in a column of the ledger that the user fills. */
function hasData(sheet: SheetSnapshot, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => sheet.columns[column]!.kinds[row] !== CELL_KIND.empty);
}

function yearsIn(text: string): readonly string[] {
  return text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
}

/** The one year that title rows name, else the sheet's name. Two years are none: which of them is meant, only the office can say. */
function yearOfSheet(sheet: SheetSnapshot, titleRows: readonly number[]): number | null {
  const titles = titleRows.flatMap((row) => sheet.columns.flatMap((_, column) => {
    const cell = cellAt(sheet, row, column);
    return cell.kind === CELL_KIND.text ? yearsIn(normalizeHeader(String(cell.value))) : [];
  }));
  const named = new Set(titles.length > 0 ? titles : yearsIn(sheet.name));
  const [year] = named;
  return year !== undefined && named.size === 1 ? Number(year) : null;
}

/** Finds a ledger. Never throws; what is odd comes back as notes. */
export function locate(ledger: Ledger, snapshot: Snapshot, mapping: NameMapping): Located {
  const { sheet, others } = locateSheet(ledger, snapshot, mapping);
  if (!sheet) return { layout: null, sheet: null, notes: [] };
  const notes: LocateNote[] = others.map((other) => ({ reason: 'sheet-twice', row: 0, column: 0, details: { other } }));
  const header = findHeader(ledger, sheet, mapping);
  if (!header) {
    if (sheet.rowCount > 0) notes.push({ reason: 'header-missing', row: 0, column: 0, details: {} });
    return { layout: null, sheet, notes };
  }
  const headerRow = header.row + header.rows - 1;
  for (const { title, column } of header.twice) notes.push({ reason: 'column-twice', row: header.row, column, details: { title } });
  for (const [field, column] of Object.entries(ledger.columns)) {
    if (column.required && !header.columns.has(field)) {
      notes.push({ reason: 'column-missing', row: headerRow, column: Math.min(...header.columns.values()), details: { title: column.title } });
    }
  }
  const headers = Array.from({ length: header.rows }, (_, line) =>
    [...header.columns.values()].flatMap((column): [number, string][] => {
      const text = textAt(sheet, header.row + line, column);
      return text === '' ? [] : [[column, text]];
    }),
  );
  const userColumns = [...header.columns].flatMap(([field, column]) => (ledger.columns[field]!.computed ? [] : [column]));
  const dataRows: number[] = [];
  const titleRows = Array.from({ length: header.row }, (_, row) => row);
  let lastTrailer = -1;
  for (let row = headerRow + 1; row < sheet.rowCount; row += 1) {
    if (isBlank(sheet, row) || isRepeatedHeader(sheet, row, headers)) continue;
    const banner = isBanner(sheet, row);
    if (banner) titleRows.push(row);
    if (banner || isTrailer(sheet, row, sheet.columnCount)) lastTrailer = row;
    else if (hasData(sheet, row, userColumns)) dataRows.push(row);
    else lastTrailer = row;
  }
  const hidden = new Set(sheet.hiddenRows);
  const insertAt = (dataRows.at(-1) ?? headerRow) + 1;
  return {
    sheet,
    notes,
    layout: {
      sheet: sheet.name,
      headerRow,
      columns: header.columns,
      dataRows,
      hiddenCount: dataRows.filter((row) => hidden.has(row)).length,
      insertAt,
      pushDown: lastTrailer >= insertAt,
      nextColumn: sheet.columnCount,
      year: yearOfSheet(sheet, titleRows),
    },
  };
}
