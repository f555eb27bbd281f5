/** What the sheets should say: the outcome of an action, before it is compared with what they say now. */
import type { CellInput } from './cell';
import type { CellStyle, SheetContent, Validation } from './content';

/** A sheet that is ours: result tables and formal pages. Recognised by its mark, not by its title. */
export interface OwnedSheet {
  readonly title: string;
  readonly action: string;
  /** Parameters as text, so that a cell can be explained from the file alone. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly content: SheetContent;
}

export interface LedgerRow {
  /** 0-based sheet row to update, or null for a new row. */
  readonly at: number | null;
  /** Values of owned columns by column title; a column that is not named stays as it is. */
  readonly cells: Readonly<Record<string, CellInput>>;
}

/** Rows of a ledger that the user and we share: merged cell by cell, nothing sorted, nothing removed. */
export interface LedgerRows {
  readonly sheet: string;
  /** Present when the sheet does not exist yet: title rows, header, styles, dropdowns, without data rows. */
  readonly create?: SheetContent;
  /** Where the columns stand: title -> 0-based column. With `create`, those of the new sheet. */
  readonly columns: Readonly<Record<string, number>>;
  /** Header row, 0-based. */
  readonly headerRow: number;
  /** New rows go above this row (below the last data row); totals and notes move down. */
  readonly insertAt: number;
  /** Whether cells at or below `insertAt` must be moved down (there is something there). */
  readonly pushDown: boolean;
  /** Owned columns that the sheet lacks; they are appended behind its last column, with this header. */
  readonly append: readonly string[];
  readonly rows: readonly LedgerRow[];
  /** Style of a newly written cell, by column title (number formats); existing cells keep theirs. */
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly validations?: readonly Validation[];
}

export interface Report {
  readonly sheets: readonly OwnedSheet[];
  readonly ledgers: readonly LedgerRows[];
}

export const EMPTY_REPORT: Report = { sheets: [], ledgers: [] };
