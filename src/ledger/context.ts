/** What a rule, fact or action may ask for while it computes. Pure: everything comes from the snapshot. */
import type { CivilDate } from '../kernel/date';
import type { Period } from '../kernel/period';
import type { Snapshot } from '../workbook/snapshot';
import type { Fact } from './fact';
import type { Issue } from './issue';
import type { Columns, Ledger, ReadUse, Table } from './ledger';
import type { Setting } from './setting';

export interface Context {
  readonly snapshot: Snapshot;
  /** Reads a ledger; problems of the cells that are used become issues, once each. */
  read<C extends Columns, K extends keyof C & string>(ledger: Ledger<C>, use: ReadUse<C, K>): Table<C, K>;
  fact<T>(fact: Fact<T>, period: Period): T;
  /** --set > 参数 (the row in force on the day) > default. Without a day: the row without dates, else the latest. */
  setting<T>(setting: Setting<T>, on?: CivilDate): T;
  report(issue: Issue): void;
  /** Rows that were refused so far (for 有 N 行未计入). */
  readonly rejectedRows: number;
  /** Rows in which an error was found so far, whoever found it. */
  readonly errorRows: number;
  /** A word that sits on pages made although errors remain; null otherwise. */
  readonly acceptsErrors: boolean;
  /** Milliseconds since some moment, for measuring only: no result depends on it. 0 where nobody gave a clock. */
  clock(): number;
}
