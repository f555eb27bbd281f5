/** The office's calendar from the sheet 日历, and what must be said about years without notice (G9). */
import { createCalendar, type Calendar, type DaySource } from '../../kernel/calendar';
import type { Period } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import { calendar as calendarFact, NO_DAYS } from './facts';
import { calendarLedger } from './ledgers';

const SOURCES: readonly DaySource[] = ['内置', '通知', '手工', '预测'];

/** 来源 of a row; what is blank or of no known word was typed by hand. */
export function sourceOf(typed: string | null): DaySource {
  return SOURCES.find((source) => typed?.startsWith(source)) ?? '手工';
}

/** One calendar for all; a year of the period without notice is warned of once. */
export function readCalendar(context: Context, period: Period): Calendar {
  if (period.from > period.to) return readSheet(context);
  const calendar = context.fact(calendarFact, NO_DAYS);
  for (const year of calendar.uncoveredYears(period)) {
    context.report({
      code: 'calendar/year-uncovered',
      severity: 'warning',
      sheet: calendarLedger.sheet,
      cell: '',
      message: `${year}年放假安排未公布,按预测:只有法定节假日放假,没有调休和补班`,
      remedy: '国务院办公厅的通知公布后,请运行“粘贴放假通知”(office/calendar)粘贴全文,再重新运行',
      clause: 'G9',
    });
  }
  return calendar;
}

function readSheet(context: Context): Calendar {
  const table = context.read(calendarLedger, { fields: ['date', 'kind', 'festival', 'statutory', 'source'] });
  return createCalendar(table.rows.map((row) => ({ date: row.date, kind: row.kind, festival: row.festival, statutory: row.statutory, source: sourceOf(row.source) })));
}
