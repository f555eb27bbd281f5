import { addDays, toISO } from '../../../kernel/date';
import { contains, type Period } from '../../../kernel/period';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { resultSheet } from '../../../ledger/page';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT } from '../../../workbook/report';
import { calendar as calendarFact } from '../../office/facts';
import { rosterLedger } from '../ledgers';
import { dutyRecords } from '../reading/records';
import { boardTable, callTable, noticeTable, reportPhones } from '../views/notices';
import { hasRoster } from './roster-run';

const ACTION = 'duty-roster/notices';

function run(context: Context, period: Period): Outcome {
  const titles = ['值班通知', '公示条', '转接清单'];
  if (!hasRoster(context, period)) return { tables: titles.map((title) => ({ title, columns: [], rows: [] })), report: EMPTY_REPORT, headlines: ['没有通知'] };
  context.fact(calendarFact, period);
  // whoever serves the day before tells the first one
  const records = context.fact(dutyRecords, { from: addDays(period.from, -1), to: period.to });
  const days = records.days.filter(({ demand }) => contains(period, demand.date));
  reportPhones(context, days);
  const tables = [noticeTable(context, records, records.days, period.from), boardTable(records, days), callTable(context, records, days)];
  const parameters = { from: toISO(period.from), to: toISO(period.to) };
  return {
    tables,
    report: { sheets: tables.map((table) => ({ title: table.title, action: ACTION, parameters, content: resultSheet(table, { above: [`${parameters.from}至${parameters.to}`] }) })), ledgers: [] },
    headlines: [`${parameters.from}至${parameters.to}:值班通知${tables[0]!.rows.length}条,公示条${tables[1]!.rows.length}条,电话转接${tables[2]!.rows.length}次`],
  };
}

/** Who tells whom, the day's text for the board, the calls to forward: by whoever really serves (值班-五(二)1, 值班-五(二)2, 值班-五(三)). */
export const noticesAction = defineAction({
  id: 'notices',
  title: '值班通知',
  help: '次日值班通知(可复制的短信文本)、公示栏文字和电话转接清单,调换班已计入',
  clause: '值班-五(二)1',
  parameters: { from: parameter.date('开始日期', '值班的第一天'), to: parameter.date('结束日期', '值班的最后一天,含当天') },
  inputs: [{ ledger: rosterLedger, required: ['date'], must: true }],
  needs: [dutyRecords, calendarFact],
  run: (context, { from, to }) => run(context, { from, to }),
});
