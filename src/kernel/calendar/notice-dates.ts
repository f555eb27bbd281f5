/** Dates in the words of a notice: 9月29日—10月5日, 2月20日(星期六)、21日(星期日), 2018年12月30日至2019年1月1日 (G9). */
import { civilDate, isValidDate, toISO, WEEKDAY_NAMES, weekdayName, weekdayOf, type CivilDate } from '../date';
import type { Period } from '../period';

export interface DateTrouble {
  readonly problem: 'date-impossible' | 'range-impossible' | 'weekday-differs';
  readonly details: Readonly<Record<string, string>>;
}

/** What a date that names no year or month carries on from. */
export interface DateMemory {
  /** Year of the notice. */
  readonly year: number;
  /** The item is 元旦: its December is of the year before. */
  readonly isNewYear: boolean;
  last: { readonly year: number; readonly month: number } | null;
}

/** No holiday period is longer than a month; a longer range is a slip, and a very long one would flood the calendar. */
const LONGEST_RANGE = 31;

// sources use whatever dash their keyboard has: hyphens, dashes, the wave and the minus sign, which NFKC leaves as they are
const TO = '[至到~\u301c\u2010-\u2015\u2212\u2500-]+';
const DATE = new RegExp(`(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})(?:日|(?=${TO}\\d{1,2}日))(?:\\(([^()]*)\\)|((?:周|星期|礼拜)[一二三四五六日天]))?`, 'g');
const JOINED = new RegExp(`^${TO}$`);

/** Does the text name a date outside brackets? */
export function namesDate(text: string): boolean {
  return /\d日/.test(text.replace(/\([^()]*\)/g, ''));
}

/** Days and ranges in order of the text, which is NFKC without white space; remembers the last month for the next call. */
export function readDates(text: string, memory: DateMemory): { readonly spans: readonly Period[]; readonly troubles: readonly DateTrouble[] } {
  const spans: Period[] = [];
  const troubles: DateTrouble[] = [];
  const matches = [...text.matchAll(DATE)];
  for (let index = 0; index < matches.length; index += 1) {
    const first = matches[index]!;
    const second = matches[index + 1];
    const isRange = second !== undefined && JOINED.test(text.slice(first.index + first[0].length, second.index));
    const from = resolve(first, memory, troubles);
    if (!isRange) {
      if (from !== null) spans.push({ from, to: from });
      continue;
    }
    index += 1;
    const to = resolve(second, memory, troubles);
    if (from === null || to === null) continue;
    if (to < from || to - from >= LONGEST_RANGE) troubles.push({ problem: 'range-impossible', details: { range: `${toISO(from)}至${toISO(to)}` } });
    else spans.push({ from, to });
  }
  return { spans, troubles };
}

/** The date of a match, or null with a trouble. A notice arranges its own year and the December before. */
function resolve(match: RegExpExecArray, memory: DateMemory, troubles: DateTrouble[]): CivilDate | null {
  const day = Number(match[3]);
  const month = match[2] === undefined ? (memory.last?.month ?? 0) : Number(match[2]);
  const year = match[1] === undefined ? yearWithout(match[2] === undefined, month, memory) : Number(match[1]);
  const isInside = year === memory.year || (year === memory.year - 1 && month === 12);
  if (!isInside || !isValidDate(year, month, day)) {
    troubles.push({ problem: 'date-impossible', details: { date: match[0] } });
    return null;
  }
  memory.last = { year, month };
  const date = civilDate(year, month, day);
  const stated = [...(match[4] ?? match[5] ?? '').matchAll(/(?:周|星期|礼拜)([一二三四五六日天])/g)].map(([, name]) => `周${name === '天' ? '日' : name!}`);
  // 1月3日至4日(周六、周日): the bracket speaks of both
  if (stated.length > 0 && !stated.includes(WEEKDAY_NAMES[weekdayOf(date)])) {
    troubles.push({ problem: 'weekday-differs', details: { date: toISO(date), stated: stated.join('、'), actual: weekdayName(date) } });
  }
  return date;
}

function yearWithout(isDayAlone: boolean, month: number, memory: DateMemory): number {
  if (isDayAlone && memory.last !== null) return memory.last.year;
  return memory.isNewYear && month === 12 ? memory.year - 1 : memory.year;
}
