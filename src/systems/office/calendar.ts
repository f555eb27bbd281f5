/** The office's calendar from the sheet 日历, and what must be said about years without notice (G9). */
import { createCalendar, type Calendar, type DayKind, type DaySource } from '../../kernel/calendar';
import type { Period } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import { calendarLedger } from './ledgers';

const SOURCES: readonly DaySource[] = ['内置', '通知', '手工', '预测'];

/** Reads 日历; a year of the period without notice is warned of once. */
export function readCalendar(context: Context, period: Period): Calendar {
  const table = context.read(calendarLedger, { fields: ['date', 'kind', 'festival', 'statutory', 'source'] });
  const calendar = createCalendar(
    table.rows.map((row) => ({
      date: row.date,
      kind: row.kind as DayKind,
      festival: row.festival,
      statutory: row.statutory,
      source: SOURCES.find((source) => row.source?.startsWith(source)) ?? '手工',
    })),
  );
  for (const year of calendar.uncoveredYears(period)) {
    context.report({
      code: 'calendar/year-uncovered',
      severity: 'warning',
      sheet: table.sheet,
      cell: '',
      message: `${year}年放假安排未公布,按预测:只有法定节假日放假,没有调休和补班`,
      remedy: '国务院办公厅通知公布后,请用“office/calendar”粘贴通知全文,再重新运行',
      clause: 'G9',
    });
  }
  return calendar;
}
