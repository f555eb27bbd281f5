import type { Area } from './address';
import { CELL_KIND, type CellKind, type ReadCell, type Scalar } from './cell';

/** One column of a sheet, top to bottom; both arrays have `rowCount` entries. Cheap to post to a worker. */
export interface ColumnSnapshot {
  readonly values: readonly Scalar[];
  /** `CELL_KIND` per row. */
  readonly kinds: Uint8Array;
  /** Formula text without `=`, by row; absent rows hold plain values. */
  readonly formulas: ReadonlyMap<number, string>;
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  /** Rows and columns up to the last cell that holds a value (formats alone do not count). */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly columns: readonly ColumnSnapshot[];
  readonly merges: readonly Area[];
  /** Hidden or filtered-out rows, ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A defined name. `scope` is a sheet's name, or null for the whole workbook; `formula` has no leading `=`. */
export interface DefinedName {
  readonly name: string;
  readonly scope: string | null;
  readonly formula: string;
  readonly hidden: boolean;
}

/** What a host reads: plain data, immutable by convention. */
export interface Snapshot {
  /** Sheets in tab order. */
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
}

export function findSheet(snapshot: Snapshot, name: string): SheetSnapshot | undefined {
  // Excel's sheet names are unique without regard to case
  const wanted = name.toLowerCase();
  return snapshot.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

const EMPTY: ReadCell = { value: null, kind: CELL_KIND.empty, formula: undefined };

/** The cell at a 0-based position; outside the used rectangle it is empty. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): ReadCell {
  const data = sheet.columns[column];
  if (!data || row >= sheet.rowCount) return EMPTY;
  return {
    value: data.values[row] ?? null,
    kind: (data.kinds[row] ?? CELL_KIND.empty) as CellKind,
    formula: data.formulas.get(row),
  };
}
