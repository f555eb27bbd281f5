/** 抽查通报: the spot checks of a period, by office (值班-六(三)). */
import { toISO } from '../../../kernel/date';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { resultSheet } from '../../../ledger/page';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT } from '../../../workbook/report';
import type { Period } from '../../../kernel/period';
import { spotCheckLedger } from '../service/ledgers';
import { spotCheckTable, SPOT_CHECK_TABLE } from '../service/spot-checks';
import { isUsablePeriod } from './roster-run';

const SPOT_CHECKS_ACTION = 'duty-roster/spot-checks';

function run(context: Context, period: Period): Outcome {
  if (!isUsablePeriod(context, period)) return { tables: [{ title: SPOT_CHECK_TABLE, columns: [], rows: [] }], report: EMPTY_REPORT, headlines: ['没有汇总'] };
  const table = spotCheckTable(context, period);
  const sum = (column: number): number => table.rows.reduce((total, row) => total + (row[column] as number), 0);
  const headline = `${toISO(period.from)}至${toISO(period.to)}:抽查${table.rows.length}个单位${sum(1)}次,未接听${sum(2)}次`;
  return {
    tables: [table],
    report: { ...EMPTY_REPORT, sheets: [{ title: table.title, action: SPOT_CHECKS_ACTION, parameters: { from: toISO(period.from), to: toISO(period.to) }, content: resultSheet(table, { above: [headline] }) }] },
    headlines: [headline],
  };
}

export const spotChecksAction = defineAction({
  id: 'spot-checks',
  title: '汇总电话抽查',
  help: '一段时间的电话抽查按单位汇总:抽查次数、未接听次数、不在岗、信息不符',
  clause: '值班-六(三)',
  parameters: { from: parameter.date('开始日期', '汇总的第一天'), to: parameter.date('结束日期', '汇总的最后一天,含当天') },
  inputs: [{ ledger: spotCheckLedger, required: ['time', 'unit'], must: true }],
  needs: [],
  run: (context, { from, to }) => run(context, { from, to }),
});
