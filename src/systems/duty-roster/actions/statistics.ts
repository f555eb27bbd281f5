import { toISO } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT } from '../../../workbook/report';
import { calendar as calendarFact } from '../../office/facts';
import { rosterLedger } from '../ledgers';
import { dutyRecords } from '../reading/records';
import { statisticsSheet, statisticsTable } from '../views/statistics';
import { hasRoster } from './roster-run';

const ACTION = 'duty-roster/statistics';

function run(context: Context, period: Period): Outcome {
  if (!hasRoster(context, period)) return { tables: [{ title: '值班统计', columns: [], rows: [] }], report: EMPTY_REPORT, headlines: ['没有统计'] };
  context.fact(calendarFact, period);
  const records = context.fact(dutyRecords, period);
  const table = statisticsTable(records, records.days);
  const parameters = { from: toISO(period.from), to: toISO(period.to) };
  return {
    tables: [table],
    report: { sheets: [{ title: table.title, action: ACTION, parameters, content: statisticsSheet(table, [`${parameters.from}至${parameters.to},按实际值班人统计(已批准的调换班计入顶替人);有记录的${records.days.length}天。`]) }], ledgers: [] },
    headlines: [`${parameters.from}至${parameters.to}:${records.days.length}天,${table.rows.length}人`],
  };
}

/** Who really served how often in a stretch (登记-一(一)4). */
export const statisticsAction = defineAction({
  id: 'statistics',
  title: '值班统计',
  help: '一段时间内每人实际值班、带班次数,按星期、节日分列,调换班计入',
  clause: '登记-一(一)4',
  parameters: { from: parameter.date('开始日期', '统计的第一天'), to: parameter.date('结束日期', '统计的最后一天,含当天') },
  inputs: [{ ledger: rosterLedger, required: ['date'], must: true }],
  needs: [dutyRecords, calendarFact],
  run: (context, { from, to }) => run(context, { from, to }),
});
