/** What a rule of the roster is about: one day, one pair of duties, one swap. The rule says what is wrong with it, or nothing. */
import { civilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { IssueText } from '../../../ledger/issue';
import { dutyRecords, rosterSpan, type DutyRecords, type RecordedDay } from '../reading/records';
import type { SlotField } from '../reading/rows';

/** Wide enough for every row of a workbook. */
export const ALL_DAYS: Period = { from: civilDate(1900, 1, 1), to: civilDate(2200, 12, 31) };

/** A finding at a cell of the day's row. */
export interface RowFinding {
  readonly field: SlotField;
  readonly text: IssueText;
}

export type DayRule = (day: RecordedDay, records: DutyRecords) => readonly RowFinding[];

export function recordsOf(context: Context): DutyRecords {
  return context.fact(dutyRecords, rosterSpan(context));
}

/** Judges every day of 值班表. */
export function everyDay(rule: DayRule): (context: Context) => void {
  return (context) => {
    const records = recordsOf(context);
    for (const day of records.days) {
      for (const { field, text } of rule(day, records)) context.report(records.book.table.issue(day.served.row.at, field as 'date', text));
    }
  };
}

/** The cell of 值班表 that names the clerk at a position of the day. */
export function fieldAt({ served }: RecordedDay, index: number): 'one' | 'two' {
  return index < served.row.slots.one.people.length ? 'one' : 'two';
}
