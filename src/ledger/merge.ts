/** From a room's rows to the declarative block that the diff understands, and the look of a fresh ledger sheet. */
import type { CellInput } from '../workbook/cell';
import type { CellStyle, ContentCell, SheetContent, Validation } from '../workbook/content';
import type { LedgerRows } from '../workbook/report';
import type { Column } from './column';
import type { Columns, Ledger, Table } from './ledger';

export type FieldCells<C extends Columns> = Partial<Readonly<Record<keyof C & string, CellInput>>>;

export interface LedgerEdits<C extends Columns> {
  /** Cells of rows that stand already; fields that are not named stay. */
  readonly updates: readonly { readonly at: number; readonly cells: FieldCells<C> }[];
  /** New rows in key order. */
  readonly inserts: readonly FieldCells<C>[];
}

/** Rows below the header that get dropdowns and formats in a fresh sheet. */
const PREPARED_ROWS = 500;
export const LEDGER_FONT = '宋体';
const HEADER_STYLE: CellStyle = {
  font: { name: '黑体', size: 11, bold: true },
  fill: 'DDEBF7',
  border: 'thin',
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
};
const COMPUTED_HEADER_STYLE: CellStyle = { ...HEADER_STYLE, fill: 'EDEDED' };

/** The format of a column's cells. */
export function columnStyle(column: Column<unknown>): CellStyle {
  const format = column.type.numberFormat;
  return {
    font: { name: LEDGER_FONT, size: 11 },
    border: 'thin',
    vertical: 'center',
    ...(format === undefined ? {} : { numberFormat: format }),
    ...(column.type.name === 'text' ? { wrap: true } : { horizontal: 'center' as const }),
  };
}

function dropdown(column: Column<unknown>, index: number, headerRow: number, rows: number): Validation | null {
  if (column.choices.length === 0) return null;
  return { area: { row: headerRow + 1, column: index, lastRow: headerRow + rows, lastColumn: index }, values: column.choices };
}

/** A sheet of a ledger as we make it when the workbook has none: header in row 1, frozen, dropdowns, formats. */
export function ledgerContent<C extends Columns>(ledger: Ledger<C>, rows: readonly FieldCells<C>[] = []): SheetContent {
  const columns = Object.entries(ledger.columns);
  const styles: Record<string, CellStyle> = { header: HEADER_STYLE, computed: COMPUTED_HEADER_STYLE };
  columns.forEach(([, column], index) => {
    styles[`c${index}`] = columnStyle(column);
  });
  const header = columns.map(([, column]): ContentCell => ({ value: column.title, style: column.computed ? 'computed' : 'header' }));
  const body = rows.map((row) => columns.map(([field], index): ContentCell => ({ value: row[field as keyof C & string] ?? null, style: `c${index}` })));
  const prepared = Math.max(PREPARED_ROWS, rows.length + 100);
  return {
    rows: [header, ...body],
    styles,
    columnWidths: columns.map(([, column]) => Math.max(column.type.width, column.title.length * 2 + 2)),
    rowHeights: { 0: 30 },
    merges: [],
    freeze: { rows: 1, columns: 0 },
    validations: columns.flatMap(([, column], index) => dropdown(column, index, 0, prepared) ?? []),
    print: {
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 20, bottom: 20, left: 15, right: 15, header: 8, footer: 8 },
      titleRows: [0, 0],
      footer: '&C第 &P 页 共 &N 页',
      centerHorizontally: true,
    },
  };
}

/** The block that merges a room's cells into the user's sheet, or creates the sheet when there is none. */
export function ledgerRows<C extends Columns, K extends keyof C & string>(table: Table<C, K>, ledger: Ledger<C>, edits: LedgerEdits<C>): LedgerRows {
  const entries = Object.entries(ledger.columns);
  const titled = (cells: FieldCells<C>): Record<string, CellInput> =>
    Object.fromEntries(
      Object.entries(cells as Record<string, CellInput | undefined>).flatMap(([field, value]) => (value === undefined ? [] : [[ledger.columns[field]!.title, value]])),
    );
  const rows = [
    ...edits.updates.map(({ at, cells }) => ({ at, cells: titled(cells) })),
    ...edits.inserts.map((cells) => ({ at: null, cells: titled(cells) })),
  ];
  const styles = Object.fromEntries(entries.map(([, column]) => [column.title, columnStyle(column)]));
  const layout = table.layout;
  if (!layout) {
    return {
      sheet: table.sheet,
      create: ledgerContent(ledger),
      columns: Object.fromEntries(entries.map(([, column], index) => [column.title, index])),
      headerRow: 0,
      insertAt: 1,
      pushDown: false,
      append: [],
      rows,
      styles,
    };
  }
  const present = Object.fromEntries([...layout.columns].map(([field, index]) => [ledger.columns[field]!.title, index]));
  const written = new Set(rows.flatMap((row) => Object.keys(row.cells)));
  const append = entries.flatMap(([, column]) => (written.has(column.title) && present[column.title] === undefined ? [column.title] : []));
  return {
    sheet: table.sheet,
    columns: { ...present, ...Object.fromEntries(append.map((title, index) => [title, layout.nextColumn + index])) },
    headerRow: layout.headerRow,
    insertAt: layout.insertAt,
    pushDown: layout.pushDown,
    append,
    rows,
    styles,
  };
}
