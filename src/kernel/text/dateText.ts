/** Dates as people type them (samples F4). Two meanings are never resolved silently: the doubt comes back as a note. */
import { civilDate, dateOfMinute, fromISO, isValidDate, minuteFromSerial, minuteOfDay, weekdayOf, type CivilDate } from '../date';
import { prepareDateText, readSuffix, scanDate, type DayWord, type ScannedDate } from './dateScan';

export interface DateContext {
  /** Year of a date without one; null where nothing says. */
  readonly year: number | null;
  /** Month of a day alone (5日); absent or null where nothing says. */
  readonly month?: number | null;
}

export type DateNote =
  /** `3.5` and its like, which could be a number: taken for 3月5日. */
  | 'month-day-dotted'
  /** The weekday beside it is another one. */
  | 'weekday-differs'
  /** 26.3.5; no doubt, for information. */
  | 'two-digit-year'
  /** A serial number stored as text. */
  | 'serial-as-text'
  /** 上午, 下午 ... stands behind the date. */
  | 'day-part-beside';

/** Why a year, month and day are no date. */
export type DayProblem =
  | 'date-impossible'
  | 'date-without-year'
  | 'date-without-month'
  /** Before 1900 or after 2199. */
  | 'date-year-odd';

export type DateProblem =
  | DayProblem
  | 'date-unreadable'
  | 'date-without-day'
  /** 三月初五, 腊月二十三: which day that is, the lunar calendar says. */
  | 'date-lunar'
  /** A number that is no day: 3.5 could be 3.5 or 3.50. */
  | 'date-number'
  | 'date-range'
  | 'date-several';

export type DateReading =
  | { readonly kind: 'date'; readonly date: CivilDate; /** minutes since midnight, 0-1440 */ readonly time: number | null; /** 上午, 下午 ... behind the date */ readonly part: DayWord | null; readonly notes: readonly DateNote[] }
  | { readonly kind: 'error'; readonly reason: DateProblem };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Serials of 1950-01-01 and 2100-12-31: a number outside them is a number. */
const FIRST_SERIAL = 18264;
const LAST_SERIAL = 73415;

const fail = (reason: DateProblem): { readonly kind: 'error'; readonly reason: DateProblem } => ({ kind: 'error', reason });

/** The day of a scanned date, missing parts taken from the context; a reason where that is no day. */
export function resolveDate(scanned: Pick<ScannedDate, 'year' | 'month' | 'day'>, context: DateContext): CivilDate | DayProblem {
  const month = scanned.month ?? context.month ?? null;
  if (month === null) return 'date-without-month';
  const year = scanned.year ?? context.year;
  // 29 February exists in some year
  if (year === null) return isValidDate(2000, month, scanned.day) ? 'date-without-year' : 'date-impossible';
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'date-year-odd';
  return isValidDate(year, month, scanned.day) ? civilDate(year, month, scanned.day) : 'date-impossible';
}

const LUNAR = /农历|阴历|旧历|正月|冬月|腊月|闰.{1,2}月|月初[一二三四五六七八九十\d]/;

/** One date, perhaps with a weekday and a time behind it. */
export function parseDateText(text: string, context: DateContext): DateReading {
  // the quick way for what we write ourselves
  const iso = /^(?:19|20|21)\d\d-/.test(text) ? fromISO(text) : undefined;
  if (iso !== undefined) return { kind: 'date', date: iso, time: null, part: null, notes: [] };
  const plain = prepareDateText(text);
  if (LUNAR.test(plain)) return fail('date-lunar');
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const serial = parseDateNumber(Number(plain));
    return serial.kind === 'date' ? { ...serial, notes: ['serial-as-text'] } : serial;
  }
  const scanned = scanDate(plain, 0);
  if (!scanned) return fail(/^(?:\d{2,4}年)?\d{1,2}月/.test(plain) ? 'date-without-day' : 'date-unreadable');
  const rest = plain.slice(scanned.end);
  if (/^[-~至到]/.test(rest)) return fail('date-range');
  if (/^[、,/;和及]/.test(rest)) return fail('date-several');
  const suffix = readSuffix(rest);
  if (!suffix) return fail(/[-~至到]/.test(rest) ? 'date-range' : 'date-unreadable');
  const date = resolveDate(scanned, context);
  if (typeof date === 'string') return fail(date);
  const notes: DateNote[] = [];
  if (scanned.dotted) notes.push('month-day-dotted');
  if (scanned.shortYear) notes.push('two-digit-year');
  if (suffix.weekday !== null && suffix.weekday !== weekdayOf(date)) notes.push('weekday-differs');
  if (suffix.word !== null) notes.push('day-part-beside');
  return { kind: 'date', date, time: suffix.time, part: suffix.word, notes };
}

/** A number in a date column: 20260305 is a date and so is a serial of 1950 to 2100, with its time of day; 3.5 is neither. */
export function parseDateNumber(value: number): DateReading {
  if (Number.isInteger(value) && value >= FIRST_YEAR * 1e4 && value < (LAST_YEAR + 1) * 1e4) {
    const [year, month, day] = [Math.floor(value / 1e4), Math.floor(value / 100) % 100, value % 100];
    return isValidDate(year, month, day) ? { kind: 'date', date: civilDate(year, month, day), time: null, part: null, notes: [] } : fail('date-impossible');
  }
  if (!(value >= FIRST_SERIAL && value < LAST_SERIAL + 1)) return fail('date-number');
  const at = minuteFromSerial(value);
  return { kind: 'date', date: dateOfMinute(at), time: Number.isInteger(value) ? null : minuteOfDay(at), part: null, notes: [] };
}
