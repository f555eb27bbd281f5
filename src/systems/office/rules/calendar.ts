/** Checks over the rows of 日历 (G9, G10). */
import { toISO, weekdayName, weekdayOf, type CivilDate } from '../../../kernel/date';
import type { DayKind } from '../../../kernel/calendar';
import type { Rule } from '../../../ledger/rule';
import { calendar, NO_DAYS } from '../facts';
import { calendarLedger } from '../ledgers';

/** What the weekday contradicts, or null: a make-up day is a weekend, a weekend is no weekday. */
export function oddKind(kind: DayKind, date: CivilDate): string | null {
  const isWeekend = weekdayOf(date) >= 5;
  if (kind === '补班' && !isWeekend) return '补班只能是周六、周日';
  if (kind === '周末' && !isWeekend) return '不是周六、周日';
  return kind === '工作日' && isWeekend ? '周六、周日上班应填补班' : null;
}

export const kindsFitTheirWeekdays: Rule = {
  id: 'kinds-of-days-fit-their-weekdays',
  clause: 'G10',
  title: '日历的类型与星期相符',
  needs: [calendar],
  check: (context) => {
    context.fact(calendar, NO_DAYS);
    const table = context.read(calendarLedger, { fields: ['date', 'kind'] });
    for (const row of table.rows) {
      const odd = oddKind(row.kind, row.date);
      if (odd === null) continue;
      context.report(
        table.issue(row.at, 'kind', {
          code: 'calendar/kind-and-weekday',
          severity: 'warning',
          message: `${toISO(row.date)}是${weekdayName(row.date)},类型填的是“${row.kind}”:${odd}`,
          remedy: '请核对日期和类型',
          clause: 'G10',
        }),
      );
    }
  },
};

export const holidaysAreNamed: Rule = {
  id: 'holidays-are-named',
  clause: 'G9',
  title: '日历的假期写明假期名,法定日是假期',
  needs: [],
  check: (context) => {
    const table = context.read(calendarLedger, { fields: ['date', 'kind', 'festival', 'statutory'] });
    for (const row of table.rows) {
      if (row.kind === '假期' && row.festival === null) {
        context.report(
          table.issue(row.at, 'festival', { code: 'calendar/holiday-without-name', severity: 'warning', message: `${toISO(row.date)}是假期,没有写假期名`, remedy: '请填写节名,如国庆节;假期值班按节名累计', clause: 'G9' }),
        );
      }
      if (row.statutory === true && row.kind !== '假期') {
        context.report(
          table.issue(row.at, 'statutory', { code: 'calendar/statutory-without-holiday', severity: 'warning', message: `${toISO(row.date)}写明是法定日,类型却是“${row.kind}”`, remedy: '法定日应放假;请核对类型', clause: 'G9' }),
        );
      }
    }
  },
};
