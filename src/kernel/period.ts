import { addDays, civilDate, daysInMonth, partsOf, type CivilDate } from './date';

/** A closed range of civil dates. `from > to` is empty. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The quarters are 1–4. */
export type Quarter = 1 | 2 | 3 | 4;

export function monthPeriod(year: number, month: number): Period {
  return { from: civilDate(year, month, 1), to: civilDate(year, month, daysInMonth(year, month)) };
}

export function quarterPeriod(year: number, quarter: Quarter): Period {
  return { from: civilDate(year, quarter * 3 - 2, 1), to: monthPeriod(year, quarter * 3).to };
}

export function yearPeriod(year: number): Period {
  return { from: civilDate(year, 1, 1), to: civilDate(year, 12, 31) };
}

export function quarterOf(date: CivilDate): Quarter {
  return Math.ceil(partsOf(date).month / 3) as Quarter;
}

export function contains(period: Period, date: CivilDate): boolean {
  return date >= period.from && date <= period.to;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Number of days, 0 when empty. */
export function lengthOf(period: Period): number {
  return Math.max(0, period.to - period.from + 1);
}

/** Every day of the period, in order. */
export function daysOf(period: Period): CivilDate[] {
  return Array.from({ length: lengthOf(period) }, (_, index) => addDays(period.from, index));
}

/** The months that the period touches, in order, clipped to it. */
export function monthsOf(period: Period): { readonly year: number; readonly month: number; readonly part: Period }[] {
  const months = [];
  let cursor = period.from;
  while (cursor <= period.to) {
    const { year, month } = partsOf(cursor);
    const whole = monthPeriod(year, month);
    const to = whole.to < period.to ? whole.to : period.to;
    months.push({ year, month, part: { from: cursor, to } });
    cursor = addDays(to, 1);
  }
  return months;
}

/** Monday-to-Sunday week that holds the date. */
export function weekOf(date: CivilDate): Period {
  const monday = addDays(date, -((((date + 3) % 7) + 7) % 7));
  return { from: monday, to: addDays(monday, 6) };
}
