/** Ledgers: sheets that the office keeps. A ledger is declared once; reading, merging, creating and checking follow. */
import type { Period } from '../kernel/period';
import type { Column } from './column';
import type { Issue, IssueText } from './issue';

// eslint-free variance: a ledger's columns are of many value types
export type Columns = Readonly<Record<string, Column<unknown>>>;

export type ValueOf<C> = C extends Column<infer V> ? V : never;

/** A row of the fields that were asked for. `at` is its 0-based sheet row. */
export type RowOf<C extends Columns, K extends keyof C = keyof C> = {
  readonly [F in K]: ValueOf<C[F]>;
} & { readonly at: number };

export interface Ledger<C extends Columns = Columns> {
  /** English, unique in the program. */
  readonly id: string;
  /** The sheet's contract name. */
  readonly sheet: string;
  readonly aliases: readonly string[];
  readonly columns: C;
  /** Fields that together name a row; the same twice is an error. */
  readonly unique: readonly string[];
  /** The row's own number; the same twice is a warning. */
  readonly number: string | null;
  /** Fields and test that make a row count nowhere (作废, 撤销, 不同意, 撤回). */
  readonly voided: { readonly fields: readonly string[]; readonly test: (row: Readonly<Record<string, unknown>>) => boolean } | null;
  /** Rows a user can still type into a freshly made sheet get dropdowns and formats down to here. */
  readonly help: string;
  readonly clause: string;
}

export interface LedgerOptions<C extends Columns> {
  readonly id: string;
  readonly sheet: string;
  readonly aliases?: readonly string[];
  readonly columns: C;
  readonly unique?: readonly (keyof C & string)[];
  readonly number?: keyof C & string;
  readonly voided?: { readonly fields: readonly (keyof C & string)[]; readonly test: (row: Readonly<Record<string, unknown>>) => boolean };
  readonly help: string;
  readonly clause: string;
}

export function defineLedger<const C extends Columns>(options: LedgerOptions<C>): Ledger<C> {
  return {
    id: options.id,
    sheet: options.sheet,
    aliases: options.aliases ?? [],
    columns: options.columns,
    unique: options.unique ?? [],
    number: options.number ?? null,
    voided: options.voided ?? null,
    help: options.help,
    clause: options.clause,
  };
}

/** Where a ledger stands in the workbook. Rows and columns are 0-based. */
export interface Layout {
  readonly sheet: string;
  /** Last row of the header (a two-row header counts as one). */
  readonly headerRow: number;
  /** Field -> column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Sheet rows that hold data (not blank, no totals, notes or repeated headers), ascending. */
  readonly dataRows: readonly number[];
  /** Rows of the sheet that are hidden and hold data. */
  readonly hiddenCount: number;
  /** New rows go above this row. */
  readonly insertAt: number;
  /** Totals or notes stand at or below `insertAt`. */
  readonly pushDown: boolean;
  /** First column behind everything on the sheet. */
  readonly nextColumn: number;
  /** The one year that the title rows name, else the sheet's name; null where nothing does, or titles name several. */
  readonly year: number | null;
}

/** What a reader wants of a ledger. */
export interface ReadUse<C extends Columns, K extends keyof C & string> {
  /** The fields that are used; only their cells are judged. */
  readonly fields: readonly K[];
  /**
   * Rows whose readable dates (`by`: one field, or first and last) all lie outside are left out unjudged.
   * A row with no readable date stays in.
   */
  readonly within?: { readonly period: Period; readonly by: readonly K[] };
  /** The sheet must be there (an action cannot do without it). */
  readonly must?: boolean;
  /** Fields without which this reader cannot use a row although the ledger allows them blank. */
  readonly need?: readonly K[];
  /** Nothing is reported and no row counts as refused: for rows beyond those that are judged. */
  readonly quietly?: boolean;
  /** Only judge: `rows` of the table stays empty. */
  readonly rowless?: boolean;
}

/** The usable rows of a ledger and the means to speak of its cells. */
export interface Table<C extends Columns = Columns, K extends keyof C & string = keyof C & string> {
  readonly ledger: Ledger<C>;
  /** null when the workbook has no such sheet (it reads as empty). */
  readonly layout: Layout | null;
  /** Sheet name for messages: the actual one, or the contract's. */
  readonly sheet: string;
  readonly rows: readonly RowOf<C, K>[];
  /** Rows in scope that could not be used (each has an error). */
  readonly rejected: number;
  /** Rows in scope with a cell that cannot be used, as far as it can be read: for messages, never for sums. */
  has(field: K): boolean;
  /** A1 address of a field's cell in a row; '' when the sheet lacks the column. */
  cell(at: number, field: K): string;
  /** An issue at a field's cell. */
  issue(at: number, field: K, text: IssueText): Issue;
}
