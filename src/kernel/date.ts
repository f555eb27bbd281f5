/**
 * Civil dates. A date is a branded day number (days since 1970-01-01, proleptic Gregorian); there is no time
 * zone, clock or `Date` object behind it. ISO text appears only at the edges.
 */

/** Days since 1970-01-01. */
export type CivilDate = number & { readonly __brand: 'CivilDate' };

/** Minutes since 1970-01-01 00:00 of the civil clock (no time zone). */
export type CivilMinute = number & { readonly __brand: 'CivilMinute' };

/** Monday = 0 … Sunday = 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Day number of Excel's serial 0 in the 1900 system as Excel shows it from 1900-03-01 on. */
const EXCEL_EPOCH = -25569;
const MINUTES_PER_DAY = 1440;

export interface DateParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isValidDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) &&
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** The date of a valid year, month and day. Throws on an impossible one: callers with user input check `isValidDate` first. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  if (!isValidDate(year, month, day)) throw new RangeError(`no such date: ${year}-${month}-${day}`);
  // Howard Hinnant's days_from_civil
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as CivilDate;
}

export function partsOf(date: CivilDate): DateParts {
  const z = date + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year;
}

export function weekdayOf(date: CivilDate): Weekday {
  return ((((date + 3) % 7) + 7) % 7) as Weekday;
}

/** 周一 … 周日 */
export function weekdayName(date: CivilDate): (typeof WEEKDAY_NAMES)[number] {
  return WEEKDAY_NAMES[weekdayOf(date)];
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return (date + days) as CivilDate;
}

/** Same day `months` later; a month without that day gives its last day (G4, G7). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return civilDate(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Same day `years` later; 29 February becomes 28 February in a common year (G7). */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** ISO text `2026-03-05`. */
export function toISO(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Parses exactly `yyyy-mm-dd`; undefined for anything else, impossible dates included. */
export function fromISO(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isValidDate(year, month, day) ? civilDate(year, month, day) : undefined;
}

/** Excel serial (1900 system) of a date. */
export function toSerial(date: CivilDate): number {
  return date - EXCEL_EPOCH;
}

/** Date of an Excel serial (1900 system); the time of day is cut off. */
export function fromSerial(serial: number): CivilDate {
  return (Math.floor(serial) + EXCEL_EPOCH) as CivilDate;
}

export function civilMinute(date: CivilDate, hour: number, minute = 0): CivilMinute {
  return (date * MINUTES_PER_DAY + hour * 60 + minute) as CivilMinute;
}

export function dateOfMinute(at: CivilMinute): CivilDate {
  return Math.floor(at / MINUTES_PER_DAY) as CivilDate;
}

/** Minutes since midnight, 0–1439. */
export function minuteOfDay(at: CivilMinute): number {
  return at - dateOfMinute(at) * MINUTES_PER_DAY;
}

/** ISO text to the minute `2026-03-05T09:00`. */
export function minuteToISO(at: CivilMinute): string {
  const minutes = minuteOfDay(at);
  return `${toISO(dateOfMinute(at))}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Excel serial with fraction of a civil minute. */
export function minuteToSerial(at: CivilMinute): number {
  return at / MINUTES_PER_DAY - EXCEL_EPOCH;
}

/** Civil minute of an Excel serial, rounded to the minute. */
export function minuteFromSerial(serial: number): CivilMinute {
  return Math.round((serial + EXCEL_EPOCH) * MINUTES_PER_DAY) as CivilMinute;
}

/** 2026年3月5日, as formal pages write dates (no leading zeros). */
export function toChinese(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}
