/** Stretches of dates in one cell: `3月5日-7日`, `3.5—3.7`, `3月5日上午至3月6日中午`, `5、6日`, `12.30-1.2`. */
import { addDays, weekdayOf, type CivilDate } from '../date';
import type { HalfDay } from '../slots';
import { prepareDateText, readSuffix, scanDate, type DateSuffix, type DayWord, type ScannedDate } from './dateScan';
import { resolveDate, type DateContext, type DateNote, type DateProblem } from './dateText';

export interface DateEnd {
  readonly date: CivilDate;
  /** First or last half-day meant; null where only the day, or a time, is given. 中午 begins an afternoon and ends a morning. */
  readonly half: HalfDay | null;
  /** Minutes since midnight. */
  readonly time: number | null;
}

export type RangeNote =
  | DateNote
  /** 12.30-1.2: the end was taken to lie in the next year. */
  | 'year-crossed';

export type RangeProblem = Exclude<DateProblem, 'date-range'> | 'date-reversed' | 'date-end-missing' | 'date-start-missing';

export type RangeReading =
  | { readonly kind: 'range'; readonly from: DateEnd; readonly to: DateEnd; readonly notes: readonly RangeNote[] }
  /** Days that do not adjoin, as listed. */
  | { readonly kind: 'dates'; readonly dates: readonly CivilDate[]; readonly notes: readonly RangeNote[] }
  | { readonly kind: 'error'; readonly reason: RangeProblem };

const fail = (reason: RangeProblem): { readonly kind: 'error'; readonly reason: RangeProblem } => ({ kind: 'error', reason });

/** A stretch that runs into the next year unsaid is at most this long; a longer one was typed the wrong way round. */
const LONGEST_CROSSING = 200;

/** One of the dates, with what stands behind it and the separator that leads to it. */
interface Item {
  readonly scanned: ScannedDate;
  readonly suffix: DateSuffix;
  /** `-` for a span, `、` for a list; '' before the first. */
  readonly separator: string;
}

const SEPARATOR = /[-~至到]+|[、,和及]/y;
const SUFFIX = /(?:\([^()]*\)|[^-~至到、,和及()])*/y;
const BARE_DAY = /(\d{1,2})(?=$|[-~至到、,和及])/y;

/** Splits a prepared text into its dates; a part that gives only a day, a part of the day or a time leans on the one before. */
function scanItems(text: string): readonly Item[] | undefined {
  const items: Item[] = [];
  // 5、6日: a bare number is a day where the text speaks of days, or follows a whole date
  const worded = /[月日号]/.test(text);
  let at = 0;
  let separator = '';
  for (;;) {
    const before = items.at(-1)?.scanned;
    const scanned = scanDate(text, at) ?? (worded || typeof before?.year === 'number' ? scanBareDay(text, at) : undefined);
    const start = scanned?.end ?? at;
    SUFFIX.lastIndex = start;
    const suffixText = SUFFIX.exec(text)![0];
    const suffix = readSuffix(suffixText);
    if (!suffix || (!scanned && (!before || suffixText === ''))) return undefined;
    items.push({ scanned: scanned ?? { ...before!, dotted: false, shortYear: false }, suffix, separator });
    at = start + suffixText.length;
    if (at === text.length) return items;
    SEPARATOR.lastIndex = at;
    const found = SEPARATOR.exec(text);
    if (!found) return undefined;
    separator = /[、,和及]/.test(found[0]) ? '、' : '-';
    at = SEPARATOR.lastIndex;
  }
}

function scanBareDay(text: string, at: number): ScannedDate | undefined {
  BARE_DAY.lastIndex = at;
  const day = BARE_DAY.exec(text);
  return day ? { year: null, month: null, day: Number(day[1]), dotted: false, shortYear: false, end: BARE_DAY.lastIndex } : undefined;
}

/**
 * The days of the items. What an item leaves unsaid it takes from the one before; a month and day that lie before those
 * of the item before belong to the next year. The first year that is said, else the context's, sets all others.
 */
function resolveAll(items: readonly Item[], context: DateContext): { readonly dates: readonly CivilDate[]; readonly crossed: boolean } | RangeProblem {
  const parts: { readonly year: number | null; readonly month: number; readonly day: number; readonly offset: number }[] = [];
  for (const { scanned } of items) {
    const before = parts.at(-1);
    const month = scanned.month ?? before?.month ?? context.month ?? null;
    if (month === null) return 'date-without-month';
    const isBefore = before !== undefined && scanned.month !== null && month * 100 + scanned.day < before.month * 100 + before.day;
    parts.push({ year: scanned.year, month, day: scanned.day, offset: (before?.offset ?? 0) + (isBefore ? 1 : 0) });
  }
  const anchor = parts.find((part) => part.year !== null);
  const base = anchor ? anchor.year! - anchor.offset : context.year;
  const dates: CivilDate[] = [];
  for (const part of parts) {
    const date = resolveDate(part, { year: base === null ? null : base + part.offset });
    if (typeof date === 'string') return date;
    const before = dates.at(-1) ?? date;
    if (part.offset > 0 && date - before > LONGEST_CROSSING) return 'date-reversed';
    dates.push(date);
  }
  return { dates, crossed: anchor === undefined && parts.at(-1)!.offset > 0 };
}

/** A stretch of days, a single day included, or a list of days. */
export function parseDateRange(text: string, context: DateContext): RangeReading {
  const plain = prepareDateText(text);
  if (/\d[日号]?(?:起|开始|至今|[-~至到]+)$/.test(plain)) return fail('date-end-missing');
  if (/^[-~至到]/.test(plain)) return fail('date-start-missing');
  // month-day-month-day and year-month-day-day look alike
  if (/^\d{1,2}(?:-\d{1,2}){3}$/.test(plain)) return fail('date-unreadable');
  const items = scanItems(plain);
  if (!items || !wordsSayHalves(items)) return fail('date-unreadable');
  const isSpan = items.some((item) => item.separator === '-');
  if (isSpan && items.length > 2) return fail('date-several');
  const resolved = resolveAll(items, context);
  if (typeof resolved === 'string') return fail(resolved);
  const { dates, crossed } = resolved;
  const notes = [...notesOf(items, dates), ...(crossed ? (['year-crossed'] as const) : [])];
  const [first, last] = [items[0]!, items.at(-1)!];
  if (!isSpan && dates.some((date, index) => date !== addDays(dates[0]!, index))) return { kind: 'dates', dates, notes };
  const from: DateEnd = { date: dates[0]!, half: firstHalf(first.suffix.word), time: first.suffix.time };
  const to: DateEnd = { date: dates.at(-1)!, half: items.length === 1 ? from.half : lastHalf(last.suffix.word), time: last.suffix.time };
  return isReversed(from, to) ? fail('date-reversed') : { kind: 'range', from, to, notes };
}

function notesOf(items: readonly Item[], dates: readonly CivilDate[]): RangeNote[] {
  const notes: RangeNote[] = [];
  // 3.5-3.7 is no number any more
  if (items.length === 1 && items[0]!.scanned.dotted) notes.push('month-day-dotted');
  if (items.some((item) => item.scanned.shortYear)) notes.push('two-digit-year');
  if (items.some(({ suffix }, index) => suffix.weekday !== null && suffix.weekday !== weekdayOf(dates[index]!))) notes.push('weekday-differs');
  return notes;
}

/** A night is no half-day, and noon alone is neither beginning nor end. */
function wordsSayHalves(items: readonly Item[]): boolean {
  return items.every(({ suffix }) => suffix.word !== 'night' && (suffix.word !== 'noon' || items.length > 1));
}

/** 中午 begins an afternoon ... */
function firstHalf(word: DayWord | null): HalfDay | null {
  return word === 'am' || word === 'pm' ? word : word === 'noon' ? 'pm' : null;
}

/** ... and ends a morning. */
function lastHalf(word: DayWord | null): HalfDay | null {
  return word === 'noon' ? 'am' : firstHalf(word);
}

function isReversed(from: DateEnd, to: DateEnd): boolean {
  if (from.date !== to.date) return from.date > to.date;
  return (from.half === 'pm' && to.half === 'am') || (from.time !== null && to.time !== null && from.time > to.time);
}
