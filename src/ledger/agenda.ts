/** What stands in one person's calendar. */
import type { CivilMinute } from '../kernel/date';
import type { Period } from '../kernel/period';
import type { Context } from './context';
import type { AnyFact } from './fact';

/** From a moment to a moment, local wall clock. */
export interface Appointment {
  readonly from: CivilMinute;
  readonly to: CivilMinute;
  readonly title: string;
  readonly details: string;
  readonly clause: string;
}

/** `unknown`: nobody, or more than one, bears that name; `remedy` says what to type. */
export type AgendaResult = { readonly kind: 'found'; readonly name: string; readonly appointments: readonly Appointment[] } | { readonly kind: 'unknown'; readonly remedy: string };

/** A source of appointments. */
export interface AgendaRule {
  readonly id: string;
  readonly clause: string;
  readonly needs: readonly AnyFact[];
  /** Appointments of whoever `who` (a name, `张伟(07)`, or a number of 人员) means that begin in the window. */
  list(context: Context, who: string, window: Period): AgendaResult;
}
