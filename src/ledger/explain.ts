/** Why a cell says what it says. */
import type { CellRef } from '../workbook/address';
import type { OwnerMark } from '../workbook/mark';
import type { InSlices } from '../kernel/slices';
import type { Context } from './context';
import type { AnyFact } from './fact';

/** A line of an explanation; `source` is a cell such as 请假!E12, or ''. */
export interface ExplanationLine {
  readonly item: string;
  readonly value: string;
  readonly source: string;
  readonly clause: string;
}

export interface ExplainTarget {
  /** Actual sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
  /** The sheet's mark if it is ours: action and parameters that made it. */
  readonly mark: OwnerMark | null;
}

export interface Explainer {
  readonly id: string;
  readonly needs: readonly AnyFact[];
  /** null: not my cell. */
  explain(context: Context, target: ExplainTarget): Explained | InSlices<Explained>;
}

export type Explained = readonly ExplanationLine[] | null;
