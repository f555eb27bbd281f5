/** What a host is told to do: a flat list, carried out in order. */
import type { CellRef } from './address';
import type { CellInput } from './cell';
import type { CellStyle, SheetContent, Validation } from './content';
import type { DefinedName } from './snapshot';

export interface CellWrite extends CellRef {
  readonly value: CellInput;
  /**
   * Absent: the cell keeps its format (a date in a cell without a date format gets `yyyy-mm-dd`, a moment
   * `yyyy-mm-dd hh:mm`). Present: replaces the cell's format; `null` clears it.
   */
  readonly style?: CellStyle | null;
}

export type Change =
  /** A new sheet behind the last one. */
  | { readonly kind: 'addSheet'; readonly sheet: string; readonly content: SheetContent; readonly position?: number }
  /** The sheet keeps its tab position and name; everything on it becomes `content`. */
  | { readonly kind: 'replaceSheet'; readonly sheet: string; readonly content: SheetContent }
  | { readonly kind: 'removeSheet'; readonly sheet: string }
  | { readonly kind: 'setCells'; readonly sheet: string; readonly cells: readonly CellWrite[] }
  /**
   * Rows pushed in above row `at`; formats are copied from row `at - 1`. Merges, validations, formulas, names and
   * print areas below move down.
   */
  | { readonly kind: 'insertRows'; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: 'deleteRows'; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: 'addValidations'; readonly sheet: string; readonly validations: readonly Validation[] }
  /** A later name of the same name and scope replaces; `formula: null` deletes. */
  | { readonly kind: 'setName'; readonly name: string; readonly scope: string | null; readonly formula: string | null; readonly hidden: boolean };

/** What must be read before `changes` are carried out, so that they can be undone. */
export interface CaptureRequest {
  readonly sheets: readonly string[];
  readonly cells: readonly { readonly sheet: string; readonly cells: readonly CellRef[] }[];
}

export interface Captured {
  readonly sheets: ReadonlyMap<string, { readonly content: SheetContent; readonly position: number; readonly names: readonly DefinedName[] }>;
  /** In the order of the request. */
  readonly cells: readonly { readonly sheet: string; readonly cells: readonly CellWrite[] }[];
  readonly names: readonly DefinedName[];
}
