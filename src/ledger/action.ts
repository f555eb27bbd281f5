/** Actions: what a user can run. An action computes a report; writing is not its business. */
import type { InSlices } from '../kernel/slices';
import type { Report } from '../workbook/report';
import type { Context } from './context';
import type { AnyFact } from './fact';
import type { Ledger } from './ledger';
import type { Parameters, ParameterValues } from './parameter';
import type { ResultTable } from './result-table';

/** A ledger that an action reads, with the fields it cannot do without; shown by `list`. */
export interface ActionInput {
  readonly ledger: Ledger;
  readonly required: readonly string[];
  /** Without this sheet the action cannot run. */
  readonly must: boolean;
}

export interface Outcome {
  /** Result tables in the order in which they are shown; each title once. */
  readonly tables: readonly ResultTable[];
  readonly report: Report;
  /** Rosters only. */
  readonly certificate?: Readonly<Record<string, unknown>>;
  /** The parameters do not fit this workbook: a mistake of the call, nothing was computed. */
  readonly refusal?: { readonly message: string; readonly remedy: string };
  /** Lines that a person reads first (fairness, scores); plain Chinese sentences. */
  readonly headlines: readonly string[];
}

export interface Action<P extends Parameters = Parameters> {
  /** Unique within its system, e.g. `generate`. */
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly clause: string;
  readonly parameters: P;
  readonly inputs: readonly ActionInput[];
  readonly needs: readonly AnyFact[];
  /** Cleaning actions write what can be read although other cells are errors. */
  readonly writesDespiteErrors?: boolean;
  /** What its slices may ask for. */
  readonly uses?: readonly 'milp'[];
  run(context: Context, values: ParameterValues<P>): Outcome | InSlices<Outcome>;
}

export function defineAction<const P extends Parameters>(action: Action<P>): Action {
  // the registry holds actions of every parameter shape; values are typed again by `parameters` before `run`
  return action as unknown as Action;
}
