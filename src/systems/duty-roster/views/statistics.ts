/** 值班统计: who really served how often, by weekday and festival; what changed hands; who led (登记-一(一)4). */
import { FESTIVALS } from '../../../kernel/calendar';
import { addDays, WEEKDAY_NAMES, weekdayOf } from '../../../kernel/date';
import { resultSheet, withChart } from '../../../ledger/page';
import type { ResultTable, ResultValue } from '../../../ledger/result-table';
import { columnLetters } from '../../../workbook/address';
import { formulaCell } from '../../../workbook/cell';
import type { ContentCell, SheetContent } from '../../../workbook/content';
import type { Person } from '../../office/facts';
import type { DutyRecords, RecordedDay } from '../reading/records';

/**
 * 股室: on the last day. 值班次数 = 平日 + 假期; 周一 to 周末 count regular duties (a make-up Saturday is a Saturday), 元旦 to 国庆
 * holiday duties, 除夕初一 those of 春节 on these days. 顶出, 顶入: duties given away and taken by approved swaps. 带班天数, 带班周数: days
 * led, and weeks (Monday to Sunday) with such a day.
 */
const COLUMNS = ['姓名', '股室', '值班次数', '平日', ...WEEKDAY_NAMES, '周末', '假期', ...FESTIVALS, '除夕初一', '顶出', '顶入', '带班天数', '带班周数'] as const;
const SUMMED = COLUMNS.slice(2);

function rowOf(person: Person, section: string | null, days: readonly RecordedDay[]): readonly ResultValue[] {
  const is = (other: Person): boolean => other.order === person.order;
  const mine = days.filter(({ served }) => served.clerks.some((on) => is(on.person)));
  const regular = mine.filter(({ demand }) => demand.pool === 'regular');
  const holidays = mine.filter(({ demand }) => demand.pool === 'holiday');
  const weekdays = WEEKDAY_NAMES.map((_, weekday) => regular.filter(({ demand }) => demand.weekday === weekday).length);
  const swapped = (pick: 'rostered' | 'person'): number => days.reduce((sum, { served }) => sum + [...served.clerks, ...served.leaders].filter((on) => on.swap !== null && is(on[pick]) && on.person.order !== on.rostered.order).length, 0);
  const led = days.filter(({ served }) => served.leaders.some((on) => is(on.person)));
  const weeks = new Set(led.map(({ demand }) => addDays(demand.date, -weekdayOf(demand.date))));
  return [
    person.label,
    section,
    mine.length,
    regular.length,
    ...weekdays,
    weekdays[5]! + weekdays[6]!,
    holidays.length,
    ...FESTIVALS.map((festival) => holidays.filter(({ demand }) => demand.festival === festival).length),
    mine.filter(({ demand }) => demand.newYear).length,
    swapped('rostered'),
    swapped('person'),
    led.length,
    weeks.size,
  ];
}

/** Everybody who served, led or gave a duty away, in the order of 人员. */
export function statisticsTable({ directory }: DutyRecords, days: readonly RecordedDay[]): ResultTable {
  const last = days.at(-1)?.demand.date;
  const involved = new Set(days.flatMap(({ served }) => [...served.clerks, ...served.leaders].flatMap(({ person, rostered }) => [person.order, rostered.order])));
  return {
    title: '值班统计',
    columns: COLUMNS.map((title) => (title === '姓名' || title === '股室' ? { title, kind: 'text', width: 12 } : { title, kind: 'integer', width: 6 })),
    rows: last === undefined ? [] : directory.all.filter(({ order }) => involved.has(order)).map((person) => rowOf(person, directory.sectionOn(person, last), days)),
  };
}

/** With a row of totals, live, and a chart of whoever served; leaders stand before and after them. */
export function statisticsSheet(table: ResultTable, above: readonly string[]): SheetContent {
  const content = resultSheet(table, { above });
  const first = content.rows.length - table.rows.length + 1;
  const totals = table.columns.map(({ title }, column): ContentCell => {
    const style = `c${column}`;
    if (column === 0) return { value: '合计', style };
    if (!SUMMED.some((name) => name === title) || table.rows.length === 0) return { value: null, style };
    const letters = columnLetters(column);
    return { value: formulaCell(`SUM(${letters}${first}:${letters}${content.rows.length})`, table.rows.reduce((sum, row) => sum + (row[column] as number), 0)), style };
  });
  const served = table.rows.flatMap((row, index) => (row[COLUMNS.indexOf('值班次数')] === 0 ? [] : [index]));
  const rows = [served[0] ?? 0, served.at(-1) ?? -1] as const;
  return withChart({ ...content, rows: [...content.rows, totals] }, table, 1, { title: '每人值班次数(平日、假期)', columns: ['平日', '假期'], rows });
}
