/** 值班-六(一): what came in during a duty; urgent matters are reported at once. */
import { minuteToISO, type CivilMinute } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { logLedger } from './ledgers';
import { urgentMinutes } from './parameters';

const CLAUSE = '值班-六(一)';
/** The score item that an unreported urgent matter may become; the office decides. */
const SCORE_ITEM = '督查-三(三)j';

const when = (at: CivilMinute): string => minuteToISO(at).replace('T', ' ');

/**
 * 报告时间 - 接报时间 of urgent matters: exactly 参数 突发报告时限 is in time. Where one of the two holds only a date, the
 * dates are compared.
 */
export function urgentMattersAreReportedAtOnce(context: Context): void {
  const table = context.read(logLedger, { fields: ['received', 'kind', 'urgent', 'leader', 'reported'] });
  for (const { at, received, kind, urgent, leader, reported } of table.rows) {
    if (!(urgent ?? kind === '突发')) continue;
    const start = received.dateOnly ? when(received.at).slice(0, 10) : when(received.at);
    if (leader === null) context.report(table.issue(at, 'leader', { code: 'log/leader-blank', severity: 'warning', message: `未见${start}突发事项报告了哪位领导`, remedy: '请填写报告领导', clause: CLAUSE }));
    if (reported === null) {
      context.report(table.issue(at, 'reported', { code: 'log/report-blank', severity: 'warning', message: `未见${start}突发事项的报告时间`, remedy: '请填写向领导报告的时间', clause: CLAUSE }));
      continue;
    }
    const byDate = received.dateOnly || reported.dateOnly;
    if (byDate ? reported.date < received.date : reported.at < received.at) {
      context.report(table.issue(at, 'reported', { code: 'log/reported-before', severity: 'error', message: `报告时间${when(reported.at)}早于接报时间${start}`, remedy: '请核对两个时间', clause: CLAUSE }));
      continue;
    }
    const limit = context.setting(urgentMinutes, received.date);
    const taken = reported.at - received.at;
    if (byDate ? reported.date === received.date : taken <= limit) continue;
    const delay = byDate ? '隔了一天以上' : `用了${taken}分钟,超过${limit}分钟`;
    context.report(
      table.issue(at, 'reported', {
        code: 'log/reported-late',
        severity: 'warning',
        message: `${start}接报的突发事项,${when(reported.at)}才报告,${delay}`,
        remedy: `请核实是否及时;未及时处理的,可按${SCORE_ITEM}登记督查事项。时限在参数“${urgentMinutes.key}”`,
        clause: CLAUSE,
      }),
    );
  }
}

/** What was done about an urgent matter, and when it was answered. */
export function urgentMattersAreClosed(context: Context): void {
  const table = context.read(logLedger, { fields: ['received', 'kind', 'urgent', 'result', 'answered'] });
  for (const row of table.rows) {
    if (!(row.urgent ?? row.kind === '突发')) continue;
    const blank = (['result', 'answered'] as const).filter((field) => row[field] === null);
    if (blank.length === 0) continue;
    context.report(table.issue(row.at, blank[0]!, { code: 'log/not-closed', severity: 'warning', message: `未见${when(row.received.at)}突发事项的${blank.map((field) => logLedger.columns[field].title).join('、')}`, remedy: '请补填处理和反馈情况', clause: CLAUSE }));
  }
}
