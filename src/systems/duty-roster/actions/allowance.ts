/** 值班补助 of a month: who served which days, what that is worth, the table to sign (后勤-二(七)). */
import { toISO, type CivilDate } from '../../../kernel/date';
import { formatYuan, toCapitals } from '../../../kernel/money';
import { daysOf, monthPeriod, type Period } from '../../../kernel/period';
import { parseMonth } from '../../../kernel/text/month';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { resultSheet } from '../../../ledger/page';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT, type OwnedSheet } from '../../../workbook/report';
import { absences, calendar, people } from '../../office/facts';
import { peopleLedger } from '../../office/ledgers';
import { rateLedger, restLedger } from '../allowance/ledgers';
import { allowancesOf } from '../allowance/month';
import { allowancePage } from '../allowance/page';
import { ALLOWANCE_ACTION, ALLOWANCE_CLAUSE } from '../allowance/rates';
import { ALLOWANCE_TABLE, allowanceSheet, allowanceTable, DETAIL_TABLE, detailTable } from '../allowance/tables';
import { rosterLedger, swapLedger } from '../ledgers';
import { dutyRecords, type DutyRecords } from '../reading/records';
import { handoverLedger } from '../service/ledgers';
import { draftNoteOf, hasRoster } from './roster-run';

interface Values {
  readonly month: string;
  readonly dated: CivilDate | null;
}

function periodOf(context: Context, typed: string): Period | null {
  const month = parseMonth(typed, null);
  if (!('reason' in month)) return monthPeriod(month.year, month.month);
  context.report({ code: 'allowance/month', severity: 'error', sheet: '', cell: '', message: `“${typed}”不是一个月份`, remedy: '请写成 2026-03', clause: ALLOWANCE_CLAUSE });
  return null;
}

/** Days of the month that nobody is known to have served: their duties are not in the sum. */
function reportGaps(context: Context, { book, days }: DutyRecords, month: Period): void {
  const served = new Set(days.filter(({ served: { clerks } }) => clerks.length > 0).map(({ demand }) => demand.date));
  const missing = daysOf(month).filter((date) => !served.has(date));
  if (missing.length === 0) return;
  context.report({ code: 'allowance/days-missing', severity: 'warning', sheet: book.table.sheet, cell: '', message: `未见${missing.map(toISO).join('、')}的值班人员,这${missing.length}天没有计入补助`, remedy: '请补齐值班表再核算', clause: ALLOWANCE_CLAUSE });
}

function run(context: Context, { month: typed, dated }: Values): Outcome {
  const month = periodOf(context, typed);
  if (month === null || !hasRoster(context, month)) return { tables: [ALLOWANCE_TABLE, DETAIL_TABLE].map((title) => ({ title, columns: [], rows: [] })), report: EMPTY_REPORT, headlines: ['没有核算值班补助'] };
  const records = context.fact(dutyRecords, month);
  reportGaps(context, records, month);
  const allowances = allowancesOf(context, records, month);
  const [table, details] = [allowanceTable(allowances), detailTable(allowances)];
  const page = allowancePage(context, allowances, { dated, draftNote: draftNoteOf(context) });
  const parameters = { month: typed, ...(dated === null ? {} : { dated: toISO(dated) }) };
  const sheet = (title: string, content: OwnedSheet['content']): OwnedSheet => ({ title, action: ALLOWANCE_ACTION, parameters, content });
  const headline = `${typed}:${allowances.lines.length}人${allowances.shifts.length}班,实发${formatYuan(allowances.total)}元(${toCapitals(allowances.total)})`;
  return {
    tables: [table, details],
    report: {
      sheets: [sheet(table.title, allowanceSheet(allowances, table, [headline])), sheet(details.title, resultSheet(details, { above: [`${typed}的值班明细,按班次开始的日期。`] })), sheet(page.title, page.content)],
      ledgers: [],
    },
    headlines: [headline],
  };
}

export const allowanceAction = defineAction({
  id: 'allowance',
  title: '核算值班补助',
  help: '按实际值班人、日期类型和费率表核算一个月的值班补助,出发放表和值班明细',
  clause: ALLOWANCE_CLAUSE,
  parameters: { month: parameter.month('月份', '写成 2026-03;班次按开始的那一天归月'), dated: parameter.optionalDate('落款日期', '发放表下的日期;空着印“年 月 日”') },
  inputs: [
    { ledger: peopleLedger, required: ['name'], must: true },
    { ledger: rosterLedger, required: ['date'], must: true },
    { ledger: swapLedger, required: ['date', 'from', 'to'], must: false },
    { ledger: rateLedger, required: ['dayClass'], must: false },
    { ledger: restLedger, required: ['person', 'date'], must: false },
    { ledger: handoverLedger, required: ['date'], must: false },
  ],
  needs: [people, calendar, absences, dutyRecords],
  run,
});
