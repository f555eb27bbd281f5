/** The office's calendar: built-in arrangements, overridden by the sheet 日历, predicted where no notice is known (G9, G10). */
import { addDays, civilDate, weekdayOf, yearOf, type CivilDate } from '../date';
import type { Period } from '../period';
import { builtInArrangement } from './data';
import { FESTIVAL_TITLES, festivalsIn, type Festival } from './festivals';
import { newYearDays, statutoryDays, VICTORY_DAY_2015 } from './statutory';

export type DayKind = '工作日' | '周末' | '假期' | '补班';
export type DaySource = '内置' | '通知' | '手工' | '预测';

export interface CalendarDay {
  readonly date: CivilDate;
  readonly kind: DayKind;
  /** As 日历.假期名 has it, e.g. 国庆节、中秋节; null outside holidays (a make-up day names none). */
  readonly festival: string | null;
  readonly statutory: boolean;
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
  /** Ordinary weekdays and make-up days. */
  isWorkday(date: CivilDate): boolean;
  /** Holiday, or a weekend that is not made up. */
  isRest(date: CivilDate): boolean;
  isHoliday(date: CivilDate): boolean;
  /** No notice is known for the year. */
  isUncovered(year: number): boolean;
  uncoveredYears(period: Period): readonly number[];
  /** The holiday period that holds the date, or null. */
  holidayAt(date: CivilDate): HolidayPeriod | null;
  /** Holiday periods that touch a period, whole, in order. */
  holidays(period: Period): readonly HolidayPeriod[];
}

/** A notice names at least this many days off; fewer rows of one are a correction, not a year. */
const DAYS_OF_A_NOTICE = 7;

interface YearFacts {
  readonly off: ReadonlyMap<CivilDate, { readonly name: string; readonly source: DaySource }>;
  readonly makeup: ReadonlySet<CivilDate>;
  readonly statutory: ReadonlySet<CivilDate>;
}

function titleOf(festivals: readonly Festival[], name: string): string {
  // the longest leads: 国庆节、中秋节
  return festivals.length === 0 ? name : [...festivals].reverse().map((festival) => FESTIVAL_TITLES[festival]).join('、');
}

/** What the notice of `year` and the statutory rules say, for days of any year. */
function factsOf(year: number): YearFacts {
  const off = new Map<CivilDate, { name: string; source: DaySource }>();
  const makeup = new Set<CivilDate>();
  const statutory = new Set(statutoryDays(year).map(({ date }) => date));
  if (year === 2015) statutory.add(VICTORY_DAY_2015);
  const arrangement = builtInArrangement(year);
  if (arrangement) {
    for (const stretch of arrangement.stretches) {
      for (let date = stretch.from; date <= stretch.to; date = addDays(date, 1)) off.set(date, { name: titleOf(stretch.festivals, stretch.name), source: '内置' });
    }
    arrangement.makeup.forEach((date) => makeup.add(date));
  } else {
    for (const { date, festival } of statutoryDays(year)) off.set(date, { name: off.has(date) ? `${FESTIVAL_TITLES.国庆}、${FESTIVAL_TITLES.中秋}` : FESTIVAL_TITLES[festival], source: '预测' });
  }
  return { off, makeup, statutory };
}

/** A calendar from the rows of 日历. Of two rows for one day the first counts (the reader reports the second). */
export function createCalendar(overrides: readonly CalendarOverride[] = []): Calendar {
  const byDate = new Map<CivilDate, CalendarOverride>();
  for (const override of overrides) if (!byDate.has(override.date)) byDate.set(override.date, override);
  const noticed = new Map<number, number>();
  for (const override of byDate.values()) {
    if (override.source === '通知' && override.kind === '假期') noticed.set(yearOf(override.date), (noticed.get(yearOf(override.date)) ?? 0) + 1);
  }
  const facts = new Map<number, YearFacts>();
  const days = new Map<CivilDate, CalendarDay>();
  const covered = (year: number): boolean => builtInArrangement(year) !== null || (noticed.get(year) ?? 0) >= DAYS_OF_A_NOTICE;

  const yearFacts = (year: number): YearFacts => {
    let known = facts.get(year);
    if (!known) {
      known = factsOf(year);
      // the sheet's notice replaces the prediction, it is not added to it
      if (covered(year) && !builtInArrangement(year)) known = { ...known, off: new Map() };
      facts.set(year, known);
    }
    return known;
  };

  const make = (date: CivilDate): CalendarDay => {
    const year = yearOf(date);
    const own = yearFacts(year);
    // days of late December may be arranged by the next year's notice
    const next = date >= civilDate(year, 12, 1) ? yearFacts(year + 1) : own;
    const weekend = weekdayOf(date) >= 5;
    const newYear = newYearDays(year).includes(date);
    const override = byDate.get(date);
    if (override) {
      return {
        date,
        kind: override.kind,
        festival: override.kind === '假期' ? (override.festival ?? own.off.get(date)?.name ?? '假期') : null,
        statutory: override.statutory ?? own.statutory.has(date),
        source: override.source,
        newYear,
      };
    }
    const off = own.off.get(date) ?? next.off.get(date);
    const statutory = own.statutory.has(date);
    if (off) return { date, kind: '假期', festival: off.name, statutory, source: off.source, newYear };
    const source: DaySource = covered(year) ? '内置' : '预测';
    if (own.makeup.has(date) || next.makeup.has(date)) return { date, kind: '补班', festival: null, statutory, source, newYear };
    return { date, kind: weekend ? '周末' : '工作日', festival: null, statutory, source, newYear };
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

  const holidayAt = (date: CivilDate): HolidayPeriod | null => {
    if (!isHoliday(date)) return null;
    let [from, to] = [date, date];
    while (isHoliday(addDays(from, -1))) from = addDays(from, -1);
    while (isHoliday(addDays(to, 1))) to = addDays(to, 1);
    return describe(from, to);
  };

  const describe = (from: CivilDate, to: CivilDate): HolidayPeriod => {
    const counts = new Map<string, number>();
    for (let date = from; date <= to; date = addDays(date, 1)) {
      const name = day(date).festival!;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    const canonical = (name: string): string => festivalsIn(name).at(-1) ?? name;
    return { name: canonical(names[0]!), title: [...new Set(names)].join('、'), period: { from, to } };
  };

  return {
    day,
    isWorkday: (date) => !isRest(date),
    isRest,
    isHoliday,
    isUncovered: (year) => !covered(year),
    uncoveredYears: (period) => {
      const years = Array.from({ length: Math.max(0, yearOf(period.to) - yearOf(period.from) + 1) }, (_, index) => yearOf(period.from) + index);
      return years.filter((year) => !covered(year));
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
