/** A clause as a check over entries: `check` runs it on every row, an action on the rows that enter its numbers. */
import type { Context } from '../../../ledger/context';
import type { AnyFact } from '../../../ledger/fact';
import type { IssueText } from '../../../ledger/issue';
import type { Rule } from '../../../ledger/rule';
import { ALL_TIME, entries, type Entry, type EntryField } from '../entries';

export type Say = (entry: Entry, field: EntryField, text: IssueText) => void;

export interface EntryCheck {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly needs: readonly AnyFact[];
  /** `list` is in the order of the sheet. */
  judge(list: readonly Entry[], context: Context, say: Say): void;
}

export function ruleOf(check: EntryCheck): Rule {
  return {
    id: check.id,
    clause: check.clause,
    title: check.title,
    needs: [entries, ...check.needs],
    check: (context) => {
      const all = context.fact(entries, ALL_TIME);
      check.judge(all.list, context, (entry, field, text) => context.report(all.table.issue(entry.row.at, field, text)));
    },
  };
}
