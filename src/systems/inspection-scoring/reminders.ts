/** What falls due: handing in by the 28th of the quarter's last month (督查-三(七)), the quarter's tally (督查-二). */
import { addDays, addMonths, partsOf, type CivilDate } from '../../kernel/date';
import { lastDayInTime, reminderDate } from '../../kernel/due';
import { contains, quarterOf, quarterPeriod, type Period, type Quarter } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import type { Reminder, ReminderRule } from '../../ledger/reminder';
import { calendar } from '../office/facts';
import { dueDayIncluded, dueDayRolls } from '../office/parameters';
import { STATES, type State } from './ledgers';
import { ORDINALS } from './publicity';
import { handInDue } from './rules/hand-in';
import { readProcedure, type ProcedureRow } from './rules/procedure';

interface QuarterRef {
  readonly year: number;
  readonly quarter: Quarter;
}

/** Quarters that may have something due in the window or still open: from half a year before it. */
function quartersAround(today: CivilDate, window: Period): QuarterRef[] {
  const refs: QuarterRef[] = [];
  for (let day = addMonths(today, -6); ; day = addMonths(day, 3)) {
    const ref = { year: partsOf(day).year, quarter: quarterOf(day) };
    refs.push(ref);
    if (quarterPeriod(ref.year, ref.quarter).to >= window.to) return refs;
  }
}

const reached = (row: ProcedureRow, state: State): boolean => STATES.indexOf(row.state ?? '登记') >= STATES.indexOf(state);

/** A quarter with nothing typed in says nothing once its day has passed. */
function statusOf(due: CivilDate, limit: CivilDate, today: CivilDate, open: boolean): Reminder['status'] | null {
  if (today < due) return '未办';
  if (today === due) return '今日到期';
  if (!open) return null;
  return today > limit ? '已逾期' : '未办';
}

const isListed = (due: CivilDate, today: CivilDate, window: Period): boolean => contains(window, due) || due < today;

export function handInReminders(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  return quartersAround(today, window).flatMap(({ year, quarter }): Reminder[] => {
    const last = handInDue(year, quarter);
    const days = context.fact(calendar, { from: last, to: last });
    const inclusive = context.setting(dueDayIncluded, last);
    const due = reminderDate(inclusive ? last : addDays(last, -1), (date) => days.isWorkday(date));
    if (!isListed(due, today, window)) return [];
    const limit = lastDayInTime(last, (date) => days.isWorkday(date), { inclusive, putOff: context.setting(dueDayRolls, last) });
    const rows = due < today ? readProcedure(context, { from: quarterPeriod(year, quarter).from, to: last }).rows : [];
    const status = statusOf(due, limit, today, rows.some((row) => row.handedIn === null && !reached(row, '汇总')));
    return status === null ? [] : [{ due, title: `报送第${ORDINALS[quarter]}季度加扣分(经分管科级审签,交综合股)`, who: '各依据股室', clause: '督查-三(七)', status }];
  });
}

export function tallyReminders(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  return quartersAround(today, window).flatMap(({ year, quarter }): Reminder[] => {
    const period = quarterPeriod(year, quarter);
    const days = context.fact(calendar, { from: period.to, to: period.to });
    const due = reminderDate(period.to, (date) => days.isWorkday(date));
    if (!isListed(due, today, window)) return [];
    const rows = due < today ? readProcedure(context, period).rows : [];
    // the regulation names no day for it: open, but not late
    const status = statusOf(due, today, today, rows.some((row) => !reached(row, '公示')));
    return status === null ? [] : [{ due, title: `汇总第${ORDINALS[quarter]}季度内务督查得分,送初审、主任办公会议定后公示`, who: '综合股', clause: '督查-二', status }];
  });
}

export const reminders: readonly ReminderRule[] = [
  { id: 'hand-in', clause: '督查-三(七)', needs: [calendar], list: handInReminders },
  { id: 'tally', clause: '督查-二', needs: [calendar], list: tallyReminders },
];
