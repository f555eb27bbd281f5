/** What falls due in duty operations: reports to hand over, rosters to urge, the list to look through once a month. */
import { addDays, civilDate, partsOf, type CivilDate } from '../../../kernel/date';
import { workdayOnOrAfter } from '../../../kernel/due';
import { contains, monthsOf, type Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { Reminder, ReminderRule } from '../../../ledger/reminder';
import { calendar, NO_DAYS } from '../../office/facts';
import { handoverLedger, reportLedger } from './ledgers';
import { dueDayOf } from './reports';
import { outstandingRosters, urgeText } from './unit-rosters';

/** Nobody asks for a roster whose occasion is long past. */
const URGED_DAYS = 30;

const statusOf = (due: CivilDate, today: CivilDate): Reminder['status'] => (due < today ? '已逾期' : due === today ? '今日到期' : '未办');

function reports(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  const days = context.fact(calendar, NO_DAYS);
  const table = context.read(reportLedger, { fields: ['matter', 'made', 'handedOver', 'done'] });
  return table.rows.flatMap(({ matter, made, handedOver, done }): Reminder[] => {
    const due = dueDayOf(context, days, made);
    if (handedOver !== null || done || due > window.to) return [];
    return [{ due, title: `上班时把值班报告转综合股:${matter ?? '(未写事项)'}`, who: '值班人员、综合股', clause: '值班-六(二)', status: statusOf(due, today) }];
  });
}

function unitRosters(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  const days = context.fact(calendar, NO_DAYS);
  return outstandingRosters(context, days, today)
    .filter(({ due }) => due <= window.to && due >= addDays(today, -URGED_DAYS))
    .map((group) => ({ due: group.due, title: urgeText(group), who: '综合股', clause: '值班-三', status: statusOf(group.due, today) }));
}

/** On the first working day of a month, where 交接班 is kept. */
function monthlyLook(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  if (context.read(handoverLedger, { fields: ['date'], quietly: true }).rows.length === 0) return [];
  const days = context.fact(calendar, NO_DAYS);
  return monthsOf(window).flatMap(({ year, month }): Reminder[] => {
    const due = workdayOnOrAfter(civilDate(year, month, 1), (date) => days.isWorkday(date));
    return contains(window, due) ? [{ due, title: `检查${partsOf(due).month}月值班室移交清单和物品`, who: '综合股', clause: '值班-五(一)', status: statusOf(due, today) }] : [];
  });
}

export const serviceReminders: readonly ReminderRule[] = [
  { id: 'duty-reports', clause: '值班-六(二)', needs: [calendar], list: reports },
  { id: 'unit-rosters', clause: '值班-三', needs: [calendar], list: unitRosters },
  { id: 'monthly-look', clause: '值班-五(一)', needs: [calendar], list: monthlyLook },
];
