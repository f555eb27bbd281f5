import type { CellInput } from '../workbook/cell';
import type { Action } from './action';
import type { AgendaRule } from './agenda';
import type { Explainer } from './explain';
import type { Provider } from './fact';
import type { Ledger } from './ledger';
import type { ReminderRule } from './reminder';
import type { Rule } from './rule';
import type { Setting } from './setting';

/** Rows of the sample office for one ledger, by field name. */
export interface SampleRows {
  readonly ledger: Ledger;
  readonly rows: readonly Readonly<Record<string, CellInput>>[];
}

/** A room: one work system. A part that would be empty is absent. */
export interface System {
  /** e.g. `duty-roster` */
  readonly id: string;
  /** e.g. 值班 */
  readonly title: string;
  readonly ledgers: readonly Ledger[];
  readonly settings: readonly Setting<never>[] | readonly Setting<unknown>[];
  readonly provides: readonly Provider[];
  readonly rules: readonly Rule[];
  readonly actions: readonly Action[];
  readonly reminders: readonly ReminderRule[];
  readonly explainers: readonly Explainer[];
  /** What stands in a person's calendar. */
  readonly agendas?: readonly AgendaRule[];
  readonly sample: readonly SampleRows[];
}
