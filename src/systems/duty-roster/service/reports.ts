/** 值班-六(二): what a duty could not settle goes to 综合股 when work begins. */
import { addDays, minuteOfDay, minuteToISO, toISO, type CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import { addWorkdays } from '../../../kernel/due';
import { parseTimeText } from '../../../kernel/text/timeText';
import type { Moment } from '../../../ledger/column';
import type { Context } from '../../../ledger/context';
import { calendar, NO_DAYS } from '../../office/facts';
import { workingHours } from '../../office/parameters';
import { reportLedger } from './ledgers';

const CLAUSE = '值班-六(二)';
const NINE = 9 * 60;

/** When work begins, in minutes of the day; nine where 参数 上下班时间 cannot be read. */
function startOfWork(context: Context, on: CivilDate): number {
  return parseTimeText(/^[^-~—至,]*/.exec(context.setting(workingHours, on))![0]) ?? NINE;
}

/** The working day at whose beginning a report is handed over: the same one if it was made before work began. */
export function dueDayOf(context: Context, days: Calendar, made: Moment): CivilDate {
  const isWorkday = (date: CivilDate): boolean => days.isWorkday(date);
  const early = !made.dateOnly && minuteOfDay(made.at) < startOfWork(context, made.date);
  return addWorkdays(early ? addDays(made.date, -1) : made.date, 1, isWorkday);
}

/** Handed over on the due day, whatever the hour, is in time. */
export function reportsReachTheOfficeInTime(context: Context): void {
  const days = context.fact(calendar, NO_DAYS);
  const table = context.read(reportLedger, { fields: ['matter', 'made', 'handedOver', 'done'] });
  for (const { at, matter, made, handedOver, done } of table.rows) {
    const name = matter === null ? '值班报告' : `值班报告“${matter}”`;
    const due = dueDayOf(context, days, made);
    if (matter === null) context.report(table.issue(at, 'matter', { code: 'report/matter-blank', severity: 'warning', message: `未见${toISO(made.date)}值班报告的事项`, remedy: '请填写事项', clause: CLAUSE }));
    if (handedOver === null) {
      if (!done) context.report(table.issue(at, 'handedOver', { code: 'report/not-handed-over', severity: 'warning', message: `未见${name}转综合股的时间,应在${toISO(due)}上班时转`, remedy: '请转综合股后填写时间', clause: CLAUSE }));
    } else if (handedOver.dateOnly || made.dateOnly ? handedOver.date < made.date : handedOver.at < made.at) {
      context.report(table.issue(at, 'handedOver', { code: 'report/before-made', severity: 'error', message: `${name}转综合股时间${minuteToISO(handedOver.at).replace('T', ' ')}早于形成时间${minuteToISO(made.at).replace('T', ' ')}`, remedy: '请核对两个时间', clause: CLAUSE }));
    } else if (handedOver.date > due) {
      context.report(table.issue(at, 'handedOver', { code: 'report/handed-over-late', severity: 'warning', message: `${name}应在${toISO(due)}上班时转综合股,${toISO(handedOver.date)}才转`, remedy: '请核对时间;确是迟转的按实保留', clause: CLAUSE }));
    }
  }
}
