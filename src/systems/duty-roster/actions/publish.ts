import { toISO, type CivilDate } from '../../../kernel/date';
import { daysOf, type Period } from '../../../kernel/period';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { ledgerRows } from '../../../ledger/merge';
import { parameter } from '../../../ledger/parameter';
import type { ResultTable, ResultValue } from '../../../ledger/result-table';
import { EMPTY_REPORT } from '../../../workbook/report';
import { rosterLedger } from '../ledgers';
import { dutyRecords, type DutyRecords, type RecordedDay } from '../reading/records';
import { hasRoster } from './roster-run';

const COLUMNS = Object.entries(rosterLedger.columns);
type RosterField = keyof typeof rosterLedger.columns & string;

/** The period's rows as they stand, published ones as such. */
function tableOf({ book }: DutyRecords, days: readonly RecordedDay[], published: ReadonlySet<CivilDate>): ResultTable {
  return {
    title: rosterLedger.sheet,
    columns: COLUMNS.map(([field, column]) => ({ title: column.title, kind: field === 'date' ? 'date' : 'text' })),
    rows: days.map(({ served: { row } }): ResultValue[] =>
      COLUMNS.map(([field]): ResultValue => {
        if (field === 'date') return row.date;
        if (field === 'state' && published.has(row.date)) return '已发布';
        const text = book.text(row, field as RosterField);
        return text === '' ? null : text;
      }),
    ),
  };
}

/** Days that cannot be published are told: nobody serves them, or they have no row. */
function reportGaps(context: Context, { book, days }: DutyRecords, period: Period): void {
  for (const { demand, served } of days) {
    if (served.clerks.length > 0) continue;
    context.report(book.table.issue(served.row.at, 'one' as 'date', { code: 'publish/nobody', severity: 'warning', message: `${toISO(demand.date)}还没有排值班人员,这一行未发布`, remedy: '请先排好这一天,再发布', clause: '值班-四(二)' }));
  }
  const missing = daysOf(period).filter((date) => !book.rows.has(date));
  if (missing.length === 0) return;
  context.report({ code: 'publish/no-row', severity: 'warning', sheet: book.table.sheet, cell: '', message: `值班表没有这些日子:${missing.slice(0, 31).map(toISO).join('、')}${missing.length > 31 ? `等${missing.length}天` : ''}`, remedy: '请先生成这一期的值班表', clause: '值班-四(二)' });
}

function run(context: Context, period: Period): Outcome {
  if (!hasRoster(context, period)) return { tables: [{ title: rosterLedger.sheet, columns: [], rows: [] }], report: EMPTY_REPORT, headlines: ['没有发布'] };
  const records = context.fact(dutyRecords, period);
  reportGaps(context, records, period);
  const held = records.days.filter(({ served }) => served.clerks.length > 0);
  const updates = held.filter(({ served }) => !served.row.published).map(({ served }) => ({ at: served.row.at, cells: { state: '已发布' as const } }));
  return {
    tables: [tableOf(records, records.days, new Set(held.map(({ served }) => served.row.date)))],
    report: updates.length === 0 ? EMPTY_REPORT : { sheets: [], ledgers: [ledgerRows(records.book.table, rosterLedger, { updates, inserts: [] })] },
    headlines: [`${toISO(period.from)}至${toISO(period.to)}:发布${updates.length}天,此前已发布${held.length - updates.length}天`],
  };
}

/** 状态 = 已发布 for the days of a period that somebody serves (值班-四(二)); a run of generate then leaves them alone. */
export const publishAction = defineAction({
  id: 'publish',
  title: '发布值班表',
  help: '把一段时间已排好的值班行标为已发布;此后生成不再改动,要改请用“调整值班表”或调换班',
  clause: '值班-四(二)',
  parameters: { from: parameter.date('开始日期', '发布的第一天'), to: parameter.date('结束日期', '发布的最后一天,含当天') },
  inputs: [{ ledger: rosterLedger, required: ['date'], must: true }],
  needs: [dutyRecords],
  run: (context, { from, to }) => run(context, { from, to }),
});
