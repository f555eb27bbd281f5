/** The office's calendar: built-in arrangements, overridden by the sheet 日历, predicted where no notice is known (G9, G10). */
import { addDays, partsOf, weekdayOf, yearOf, type CivilDate } from '../date';
import type { Period } from '../period';
import { builtInArrangement, type Arrangement } from './data';
import { countedAs, titleOf } from './festivals';
import { newYearDays, statutoryDays, statutoryOnce } from './statutory';

export type DayKind = '工作日' | '周末' | '假期' | '补班';
export type DaySource = '内置' | '通知' | '手工' | '预测';

export interface CalendarDay {
  readonly date: CivilDate;
  readonly kind: DayKind;
  /** As 日历.假期名 has it, e.g. 国庆节、中秋节; null outside holidays (a make-up day names none). */
  readonly festival: string | null;
  /** One of the days that the Act lists (补助 and 统计, G9); a weekend or make-up arrangement does not change it. */
  readonly statutory: boolean;
  /** Where the arrangement of the day is from. */
  readonly source: DaySource;
  /** 除夕 or 初一 */
  readonly newYear: boolean;
}

/** A row of the sheet 日历. */
export interface CalendarOverride {
  readonly date: CivilDate;
  readonly kind: DayKind;
  readonly festival: string | null;
  /** null = as built in. */
  readonly statutory: boolean | null;
  readonly source: DaySource;
}

export interface HolidayPeriod {
  /** Festival it is counted under: the longest of a merged period; the typed name where it is none of the seven. */
  readonly name: string;
  /** As printed: 国庆节、中秋节. */
  readonly title: string;
  readonly period: Period;
}

export interface Calendar {
  day(date: CivilDate): CalendarDay;
  /** Ordinary weekdays and make-up days (G6, G10). */
  isWorkday(date: CivilDate): boolean;
  /** Holiday, or a weekend that is not made up (G10). */
  isRest(date: CivilDate): boolean;
  /** In a holiday period (G9). */
  isHoliday(date: CivilDate): boolean;
  /** No notice is known for the year: neither built in, nor does 日历 say what each of its statutory days is. */
  isUncovered(year: number): boolean;
  uncoveredYears(period: Period): readonly number[];
  /** The holiday period that holds the date, or null. */
  holidayAt(date: CivilDate): HolidayPeriod | null;
  /** Holiday periods that touch a period, whole, in order. */
  holidays(period: Period): readonly HolidayPeriod[];
}

interface YearFacts extends Arrangement {
  readonly statutory: ReadonlySet<CivilDate>;
  readonly newYear: readonly CivilDate[];
  /** 预测 = uncovered. */
  readonly source: DaySource;
}

/** The statutory days alone, by printed name; days on end are one holiday: 国庆节、中秋节. */
function predictedDays(year: number): ReadonlyMap<CivilDate, string> {
  const off = new Map<CivilDate, string>();
  const days = statutoryDays(year);
  const isJoined = (index: number): boolean => index < days.length && days[index]!.date - days[index - 1]!.date <= 1;
  for (let first = 0; first < days.length; ) {
    let next = first + 1;
    while (isJoined(next)) next += 1;
    const stretch = days.slice(first, next);
    for (const { date } of stretch) off.set(date, titleOf(stretch.map(({ festival }) => festival)));
    first = next;
  }
  return off;
}

/**
 * A calendar from the rows of 日历. Of two rows for one day the first counts (the reader reports the second). A year that is not built in is
 * covered once rows that are no prediction say what each of its statutory days is: a pasted notice does, single rows typed by hand do not.
 * Rows count for their own date, whichever year's notice they are from.
 */
export function createCalendar(overrides: readonly CalendarOverride[] = []): Calendar {
  const byDate = new Map<CivilDate, CalendarOverride>();
  for (const override of overrides) if (!byDate.has(override.date)) byDate.set(override.date, override);
  const years = new Map<number, YearFacts>();
  const days = new Map<CivilDate, CalendarDay>();

  const sheetSource = (year: number): DaySource => {
    const sources = statutoryDays(year).map(({ date }) => byDate.get(date)?.source ?? '预测');
    return sources.includes('预测') ? '预测' : (sources[0] ?? '预测');
  };

  const factsOf = (year: number): YearFacts => {
    let facts = years.get(year);
    if (!facts) {
      const builtIn = builtInArrangement(year);
      facts = {
        off: builtIn?.off ?? predictedDays(year),
        makeup: builtIn?.makeup ?? new Set(),
        statutory: new Set([...statutoryDays(year).map(({ date }) => date), ...statutoryOnce(year)]),
        newYear: newYearDays(year),
        source: builtIn ? '内置' : sheetSource(year),
      };
      years.set(year, facts);
    }
    return facts;
  };

  const make = (date: CivilDate): CalendarDay => {
    const { year, month } = partsOf(date);
    const facts = factsOf(year);
    // the end of December is arranged by the next year's notice
    const arranging = month === 12 ? factsOf(year + 1) : facts;
    const name = arranging.off.get(date) ?? null;
    const newYear = facts.newYear.includes(date);
    const statutory = facts.statutory.has(date);
    const override = byDate.get(date);
    if (override) {
      const { kind, source } = override;
      return { date, kind, festival: kind === '假期' ? (override.festival ?? name ?? '假期') : null, statutory: override.statutory ?? statutory, source, newYear };
    }
    if (name !== null) return { date, kind: '假期', festival: name, statutory, source: arranging.source, newYear };
    if (arranging.makeup.has(date)) return { date, kind: '补班', festival: null, statutory, source: arranging.source, newYear };
    return { date, kind: weekdayOf(date) >= 5 ? '周末' : '工作日', festival: null, statutory, source: facts.source, newYear };
  };

  const day = (date: CivilDate): CalendarDay => {
    let known = days.get(date);
    if (!known) {
      known = make(date);
      days.set(date, known);
    }
    return known;
  };
  const isHoliday = (date: CivilDate): boolean => day(date).kind === '假期';
  const isRest = (date: CivilDate): boolean => isHoliday(date) || day(date).kind === '周末';
  const isUncovered = (year: number): boolean => factsOf(year).source === '预测';

  const describe = (period: Period): HolidayPeriod => {
    const counts = new Map<string, number>();
    for (let date = period.from; date <= period.to; date = addDays(date, 1)) {
      const name = day(date).festival!;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // the name of most days leads; of two as long, the earlier
    const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    // 国庆节、中秋节 and 中秋 are two festivals, not three
    const titles = new Map<string, string>();
    for (const title of names.flatMap((name) => name.split('、'))) if (!titles.has(countedAs(title))) titles.set(countedAs(title), title);
    return { name: countedAs(names[0]!), title: [...titles.values()].join('、'), period };
  };

  const holidayAt = (date: CivilDate): HolidayPeriod | null => {
    if (!isHoliday(date)) return null;
    let [from, to] = [date, date];
    while (isHoliday(addDays(from, -1))) from = addDays(from, -1);
    while (isHoliday(addDays(to, 1))) to = addDays(to, 1);
    return describe({ from, to });
  };

  return {
    day,
    isWorkday: (date) => !isRest(date),
    isRest,
    isHoliday,
    isUncovered,
    uncoveredYears: (period) => {
      const found: number[] = [];
      if (period.from <= period.to) for (let year = yearOf(period.from); year <= yearOf(period.to); year += 1) if (isUncovered(year)) found.push(year);
      return found;
    },
    holidayAt,
    holidays: (period) => {
      const found: HolidayPeriod[] = [];
      for (let date = period.from; date <= period.to; ) {
        const holiday = holidayAt(date);
        if (holiday) found.push(holiday);
        date = addDays(holiday ? holiday.period.to : date, 1);
      }
      return found;
    },
  };
}
