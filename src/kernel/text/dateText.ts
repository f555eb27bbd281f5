/** Dates as people type them. Two meanings are never resolved silently: the doubt comes back as a note. */
import { civilDate, isValidDate, partsOf, weekdayOf, type CivilDate } from '../date';
import type { HalfDay } from '../slots';
import { compactText, normalizeText } from './normalize';
import { parseChineseNumeral } from './chineseNumeral';
import { parseTimeText } from './timeText';

export interface DateContext {
  /** Year of a date without one; null where nothing says. */
  readonly year: number | null;
}

/** `month-day-dotted`: `3.5`, which could be a number; `weekday-differs`: the weekday beside it is another. */
export type DateNote = 'month-day-dotted' | 'weekday-differs' | 'two-digit-year';
export type DateProblem = 'date-unreadable' | 'date-impossible' | 'date-without-year' | 'date-number' | 'date-range' | 'date-several';

export type DateReading =
  | { readonly kind: 'date'; readonly date: CivilDate; /** minutes since midnight */ readonly time: number | null; readonly notes: readonly DateNote[] }
  | { readonly kind: 'error'; readonly reason: DateProblem };

const fail = (reason: DateProblem): DateReading => ({ kind: 'error', reason });

const FULL = /^(\d{4}|\d{2})(?:[-/.。,]|年)(\d{1,2})(?:[-/.。,]|月)(\d{1,2})(?:日|号)?(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_DAY = /^(\d{1,2})月(\d{1,2})(?:日|号)?(.*)$/;
const DOTTED = /^(\d{1,2})[./-](\d{1,2})$/;
const CHINESE = /^(?:([〇零一二三四五六七八九]{2,4}|\d{2,4})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3}|\d{1,2})(?:日|号)?(.*)$/;
const WEEKDAY = /^\(?(?:周|星期|礼拜)([一二三四五六日天])\)?/;

/** One date, perhaps with a weekday and a time behind it. */
export function parseDateText(text: string, context: DateContext): DateReading {
  const simple = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (simple) return build(Number(simple[1]), Number(simple[2]), Number(simple[3]), '', []);
  const compact = compactText(text).replace(/^['’]/, '');
  const eight = COMPACT.exec(compact);
  if (eight) return build(Number(eight[1]), Number(eight[2]), Number(eight[3]), '', []);
  // a space before the time keeps 2026-3-5 9:00 apart from 2026-3-59:00
  const spaced = normalizeText(text).replace(/^['’]/, '').replace(/\s*([-/.。年月日号,:])\s*/g, '$1');
  const full = FULL.exec(spaced);
  if (full) {
    const short = full[1]!.length === 2;
    const year = short ? 2000 + Number(full[1]) : Number(full[1]);
    return build(year, Number(full[2]), Number(full[3]), full[4]!, short ? ['two-digit-year'] : []);
  }
  const monthDay = MONTH_DAY.exec(spaced);
  if (monthDay) return withYear(context, Number(monthDay[1]), Number(monthDay[2]), monthDay[3]!, []);
  const dotted = DOTTED.exec(compact);
  if (dotted) return withYear(context, Number(dotted[1]), Number(dotted[2]), '', ['month-day-dotted']);
  const chinese = CHINESE.exec(spaced);
  if (chinese) {
    const month = parseChineseNumeral(chinese[2]!);
    const day = /^\d/.test(chinese[3]!) ? Number(chinese[3]) : parseChineseNumeral(chinese[3]!);
    if (month === undefined || day === undefined) return fail('date-unreadable');
    if (chinese[1] === undefined) return withYear(context, month, day, chinese[4]!, []);
    const year = yearOfNumerals(chinese[1]);
    return build(year < 100 ? 2000 + year : year, month, day, chinese[4]!, year < 100 ? ['two-digit-year'] : []);
  }
  return fail('date-unreadable');
}

function yearOfNumerals(text: string): number {
  const digits = [...text].map((character) => (character === '〇' || character === '零' ? 0 : /\d/.test(character) ? Number(character) : '一二三四五六七八九'.indexOf(character) + 1));
  return Number(digits.join(''));
}

function withYear(context: DateContext, month: number, day: number, rest: string, notes: readonly DateNote[]): DateReading {
  if (context.year !== null) return build(context.year, month, day, rest, notes);
  // 29 February exists in some year
  return isValidDate(2000, month, day) ? fail('date-without-year') : fail('date-impossible');
}

function build(year: number, month: number, day: number, rest: string, notes: readonly DateNote[]): DateReading {
  const tail = rest.trim();
  if (/^(?:至|到|~|—|-|–|、|,)/.test(tail)) return fail(/^[、,]/.test(tail) ? 'date-several' : 'date-range');
  if (!isValidDate(year, month, day)) return fail('date-impossible');
  const date = civilDate(year, month, day);
  const weekday = WEEKDAY.exec(tail);
  const found = weekday ? [...notes, ...('一二三四五六日'.indexOf(weekday[1] === '天' ? '日' : weekday[1]!) === weekdayOf(date) ? [] : (['weekday-differs'] as const))] : notes;
  const clock = (weekday ? tail.slice(weekday[0].length) : tail).replace(/^T/, '').trim();
  if (clock === '') return { kind: 'date', date, time: null, notes: found };
  const time = parseTimeText(clock);
  return time === null ? fail('date-unreadable') : { kind: 'date', date, time, notes: found };
}

/** A number in a date column: 20260305 is a date; a serial is only one within 1990–2100; 3.5 is neither. */
export function parseDateNumber(value: number): DateReading {
  const eight = COMPACT.exec(String(value));
  if (eight) return build(Number(eight[1]), Number(eight[2]), Number(eight[3]), '', []);
  if (Number.isInteger(value) && value >= 32874 && value <= 73415) return { kind: 'date', date: (value - 25569) as CivilDate, time: null, notes: [] };
  return fail('date-number');
}

export interface DateEnd {
  readonly date: CivilDate;
  readonly half: HalfDay | null;
}

export type RangeReading = { readonly kind: 'range'; readonly from: DateEnd; readonly to: DateEnd } | { readonly kind: 'error'; readonly reason: DateProblem };

/** `3月5日-7日`, `3.5—3.7`, `3月5日上午至3月6日中午`, `5、6日` after a month, `12.30-1.2` over the year's end. */
export function parseDateRange(text: string, context: DateContext): RangeReading {
  const compact = compactText(text).replace(/[~—–―－]/g, '-');
  const parts = splitRange(compact);
  if (!parts) {
    const single = readEnd(compact, context, null);
    return 'reason' in single ? { kind: 'error', reason: single.reason } : { kind: 'range', from: single, to: single };
  }
  const from = readEnd(parts[0], context, null);
  if ('reason' in from) return { kind: 'error', reason: from.reason };
  const to = readEnd(parts[1], context, from.date);
  if ('reason' in to) return { kind: 'error', reason: to.reason };
  return { kind: 'range', from, to };
}

function splitRange(text: string): readonly [string, string] | null {
  const worded = /^(.+?)(?:至|到|、)(.+)$/.exec(text);
  if (worded) return [worded[1]!, worded[2]!];
  const dashes = text.split('-');
  if (dashes.length === 2 && !/^\d{1,2}$/.test(dashes[0]!)) return [dashes[0]!, dashes[1]!];
  return dashes.length === 6 ? [dashes.slice(0, 3).join('-'), dashes.slice(3).join('-')] : null;
}

function readEnd(text: string, context: DateContext, after: CivilDate | null): DateEnd | { readonly reason: DateProblem } {
  const half = /(上午|下午|中午|全天)$/.exec(text);
  const bare = half ? text.slice(0, -half[0].length) : text;
  const halfDay: HalfDay | null = half === null || half[1] === '全天' ? null : half[1] === '下午' ? 'pm' : 'am';
  const dayOnly = after === null ? null : /^(\d{1,2})(?:日|号)?$/.exec(bare);
  if (after !== null && dayOnly) {
    const base = partsOf(after);
    const day = Number(dayOnly[1]);
    return isValidDate(base.year, base.month, day) ? { date: civilDate(base.year, base.month, day), half: halfDay } : { reason: 'date-impossible' };
  }
  const reading = parseDateText(bare, after === null ? context : { year: partsOf(after).year });
  if (reading.kind === 'error') return { reason: reading.reason };
  if (after !== null && reading.date < after && !/^\d{4}/.test(bare)) {
    const next = parseDateText(bare, { year: partsOf(after).year + 1 });
    if (next.kind === 'date') return { date: next.date, half: halfDay };
  }
  return { date: reading.date, half: halfDay };
}
