/** The shapes of a civil date in a text, before anybody asks whether the day exists. */
import type { Weekday } from '../date';
import { parseChineseNumeral } from './chineseNumeral';
import { normalizeText } from './normalize';
import { parseTimeText } from './timeText';

/** What a text says about a date; null where it says nothing. */
export interface ScannedDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
  /** `3.5`: could be a number. */
  readonly dotted: boolean;
  readonly shortYear: boolean;
  /** Where the text goes on. */
  readonly end: number;
}

const NUMERALS = /(?<![周期拜])[〇零○一二三四五六七八九十廿卅]+/g;
/** A letter O among Chinese digits is a 〇. */
const LETTER_O = /(?<=[零一二三四五六七八九〇])[Oo](?=[零一二三四五六七八九〇])/g;

/** The text in the one spelling that the shapes below know. */
export function prepareDateText(text: string): string {
  return (
    normalizeText(text)
      .replace(/^['\u2018\u2019] ?/, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/。/g, '.')
      .replace(/\\/g, '/')
      .replace(/〜/g, '~')
      .replace(/元月/g, '1月')
      .replace(LETTER_O, '〇')
      .replace(NUMERALS, (numeral) => String(parseChineseNumeral(numeral) ?? numeral))
      // the space before a time stays: it keeps 2026-3-5 9:00 apart from 2026-3-59:00
      .replace(/ ?([-./年月日号:、,~至到()]) ?/g, '$1')
  );
}

/** In the order in which they are tried; a group that is absent says nothing. */
const SHAPES: readonly RegExp[] = [
  /(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/y,
  /(?<year>\d{4}|\d{2})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)[日号]?/y,
  /(?:(?<year>\d{4}|\d{2})[年./-])?(?<month>\d{1,2})月份?(?<day>\d{1,2})(?!\d)[日号]?/y,
  /(?<year>\d{4}|\d{2})年(?<month>\d{1,2})[./](?<day>\d{1,2})(?!\d)[日号]?/y,
  // 3-5日 is a span of days, not the 5th of March
  /(?<month>\d{1,2})(?<dot>[-./])(?<day>\d{1,2})(?![\d日号])(?![./]\d)/y,
  /(?<day>\d{1,2})[日号]/y,
];

/** The date at a position of a prepared text; undefined where there is none. */
export function scanDate(text: string, at: number): ScannedDate | undefined {
  for (const shape of SHAPES) {
    shape.lastIndex = at;
    const groups = shape.exec(text)?.groups;
    if (!groups) continue;
    const { year, month, day, dot } = groups;
    return {
      year: year === undefined ? null : fullYear(year),
      month: month === undefined ? null : Number(month),
      day: Number(day),
      dotted: dot !== undefined,
      shortYear: year?.length === 2,
      end: shape.lastIndex,
    };
  }
  return undefined;
}

/** 26 is 2026 and 98 is 1998, as spreadsheets read it. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 30 ? 2000 + year : 1900 + year;
}

export type DayWord = 'am' | 'noon' | 'pm' | 'night' | 'day';

/** What stands behind a date. */
export interface DateSuffix {
  readonly weekday: Weekday | null;
  /** Minutes since midnight. */
  readonly time: number | null;
  readonly word: DayWord | null;
}

const WEEKDAY = /^(?:周|星期|礼拜)([一二三四五六日天])/;
const WORDS: readonly (readonly [RegExp, DayWord])[] = [
  [/^(?:上午|早上|早晨|AM)$/i, 'am'],
  [/^(?:中午|正午)$/, 'noon'],
  [/^(?:下午|PM)$/i, 'pm'],
  [/^(?:晚上|夜间|晚)$/, 'night'],
  [/^(?:全天|整天)$/, 'day'],
];

/** Weekday, time of day or part of the day behind a date; undefined for anything else. */
export function readSuffix(text: string): DateSuffix | undefined {
  const plain = text.replace(/[()]/g, '').replace(/^T/, '').trim();
  const named = WEEKDAY.exec(plain);
  const weekday = named ? ('一二三四五六日'.indexOf(named[1]!.replace('天', '日')) as Weekday) : null;
  const rest = named ? plain.slice(named[0].length).trim() : plain;
  if (rest === '') return { weekday, time: null, word: null };
  const time = parseTimeText(rest);
  const word = time === null ? WORDS.find(([pattern]) => pattern.test(rest))?.[1] : null;
  return word === undefined ? undefined : { weekday, time, word };
}
