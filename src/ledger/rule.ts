import type { Context } from './context';
import type { AnyFact } from './fact';

/** One clause as a check over whole ledgers; `check` of the command line runs every rule whose inputs are there. */
export interface Rule {
  /** English, unique in its room, a sentence: `substitution-is-approved-before-the-shift`. */
  readonly id: string;
  readonly clause: string;
  /** What it checks, in a short Chinese sentence. */
  readonly title: string;
  readonly needs: readonly AnyFact[];
  check(context: Context): void;
}
