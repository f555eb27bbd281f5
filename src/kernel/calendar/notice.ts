/**
 * Reads a notice of the State Council on holiday arrangements and checks it five ways: weekdays in brackets, the number
 * of days, make-up days on weekends, the year's balance, all seven festivals. Never throws.
 */
import { addDays, isValidDate, civilDate, toISO, weekdayName, weekdayOf, type CivilDate } from '../date';
import { FESTIVALS, FESTIVAL_TITLES, festivalsIn, type Festival } from './festivals';
import { statutoryDays } from './statutory';

export interface NoticeDay {
  readonly date: CivilDate;
  readonly kind: '假期' | '补班';
  /** As printed, e.g. 国庆节、中秋节; null on make-up days. */
  readonly festival: string | null;
  readonly statutory: boolean;
}

export type NoticeProblem = 'no-year' | 'no-items' | 'date-impossible' | 'weekday-differs' | 'count-differs' | 'makeup-not-weekend' | 'balance-differs' | 'festival-missing' | 'nothing-read';

export interface NoticeFinding {
  readonly problem: NoticeProblem;
  /** Values for the message, e.g. date, found, expected. */
  readonly details: Readonly<Record<string, string>>;
  /** The sentence it was found in. */
  readonly excerpt: string;
}

export interface NoticeReading {
  readonly year: number | null;
  /** In date order, each date once. */
  readonly days: readonly NoticeDay[];
  readonly findings: readonly NoticeFinding[];
}

const ITEM = /(?:^|[\n。;])[ \t]*(?:[一二三四五六七八九十]+|\d+)[、.．]\s*([^::\n]{2,20})[::]/g;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/;
const WEEKDAY = /(?:周|星期)([一二三四五六日天])/;

class NoticeDraft {
  readonly days = new Map<CivilDate, NoticeDay>();
  readonly findings: NoticeFinding[] = [];

  constructor(readonly year: number) {}

  finding(problem: NoticeProblem, excerpt: string, details: Readonly<Record<string, string>>): void {
    this.findings.push({ problem, details, excerpt: excerpt.trim().slice(0, 60) });
  }
}

/** `text` as pasted: title, document number and closing sentences may be there or not. */
export function parseNotice(text: string): NoticeReading {
  const clean = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/[ \t]+/g, '')
    .replace(/[—–―~-]+(?=(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)/g, '至');
  const year = /(\d{4})年部分节假日/.exec(clean.replace(/\s/g, '')) ?? /现将(\d{4})年/.exec(clean.replace(/\s/g, '')) ?? /(\d{4})年/.exec(clean);
  if (!year) return { year: null, days: [], findings: [{ problem: 'no-year', details: {}, excerpt: clean.slice(0, 60) }] };
  const draft = new NoticeDraft(Number(year[1]));
  const items = [...clean.matchAll(ITEM)].filter((item) => festivalsIn(item[1]!).length > 0);
  if (items.length === 0) {
    draft.finding('no-items', clean, {});
    return { year: draft.year, days: [], findings: draft.findings };
  }
  const seen = new Set<Festival>();
  items.forEach((item, index) => {
    const festivals = festivalsIn(item[1]!);
    festivals.forEach((festival) => seen.add(festival));
    const start = item.index + item[0].length;
    const body = clean.slice(start, items[index + 1]?.index ?? clean.length);
    readItem(draft, festivals, body);
  });
  for (const festival of FESTIVALS) if (!seen.has(festival)) draft.finding('festival-missing', '', { festival: FESTIVAL_TITLES[festival] });
  checkBalance(draft);
  return { year: draft.year, days: [...draft.days.values()].sort((a, b) => a.date - b.date), findings: draft.findings };
}

/** One item: sentences of days off, make-up days, and remarks that arrange nothing. */
function readItem(draft: NoticeDraft, festivals: readonly Festival[], body: string): void {
  const title = [...festivals].reverse().map((festival) => FESTIVAL_TITLES[festival]).join('、');
  const statutory = new Set(statutoryDays(draft.year).map(({ date }) => date));
  let month: number | null = null;
  let before = draft.days.size;
  for (const sentence of splitSentences(body)) {
    // 鼓励各单位…安排职工在除夕休息 arranges nothing; nor do closing remarks
    if (/鼓励|节假日期间|妥善安排|遇有重大/.test(sentence)) continue;
    const isMakeup = /上班|工作日?$/.test(sentence) && !/放假/.test(sentence);
    const isOff = /放假|补休|公休|休息/.test(sentence);
    if (!isMakeup && !isOff) continue;
    const spans = readSpans(draft, sentence, month);
    month = spans.month;
    const offDays: CivilDate[] = [];
    for (const { from, to } of spans.spans) {
      for (let date = from; date <= to; date = addDays(date, 1)) {
        if (isMakeup) {
          if (weekdayOf(date) < 5) draft.finding('makeup-not-weekend', sentence, { date: toISO(date), weekday: weekdayName(date) });
          draft.days.set(date, { date, kind: '补班', festival: null, statutory: false });
        } else offDays.push(date);
      }
    }
    if (isOff && /与周[末六日]连休/.test(sentence)) offDays.push(...adjoiningWeekend(offDays));
    for (const date of offDays) draft.days.set(date, { date, kind: '假期', festival: title, statutory: statutory.has(date) });
    const count = /共(\d+)天/.exec(sentence) ?? /放假(\d+)天/.exec(sentence);
    if (count && isOff && offDays.length !== Number(count[1])) draft.finding('count-differs', sentence, { stated: count[1]!, read: String(offDays.length) });
  }
  if (draft.days.size === before) draft.finding('nothing-read', body, { festival: title });
  before = draft.days.size;
}

/** Sentences and clauses; brackets may hold commas and 、. */
function splitSentences(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of body) {
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[。;\n]/.test(character)) {
      if (current.trim() !== '') parts.push(current);
      current = '';
    } else current += character;
  }
  if (current.trim() !== '') parts.push(current);
  // 4月4日放假,4月7日(星期一)补休 stays one; 放假…,X上班 is cut at the comma before the make-up day
  return parts.flatMap((part) => part.split(/,(?=(?:(?!,).)*上班)/));
}

function adjoiningWeekend(days: readonly CivilDate[]): CivilDate[] {
  const extra: CivilDate[] = [];
  const [first, last] = [Math.min(...days) as CivilDate, Math.max(...days) as CivilDate];
  for (let date = addDays(first, -1); weekdayOf(date) >= 5; date = addDays(date, -1)) extra.push(date);
  for (let date = addDays(last, 1); weekdayOf(date) >= 5; date = addDays(date, 1)) extra.push(date);
  return extra;
}

interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Dates and ranges of a sentence; a missing month is the one before. */
function readSpans(draft: NoticeDraft, sentence: string, startMonth: number | null): { readonly spans: Span[]; readonly month: number | null } {
  const spans: Span[] = [];
  let month = startMonth;
  let year = draft.year;
  let open: CivilDate | null = null;
  let rest = sentence;
  for (let match = DATE.exec(rest); match; match = DATE.exec(rest)) {
    const joined = /^至$/.test(rest.slice(0, match.index).replace(/[,、]/g, ''));
    rest = rest.slice(match.index + match[0].length);
    if (match[1] !== undefined) year = Number(match[1]);
    if (match[2] !== undefined) month = Number(match[2]);
    const day = Number(match[3]);
    if (month === null || !isValidDate(year, month, day)) {
      draft.finding('date-impossible', sentence, { date: match[0] });
      open = null;
      continue;
    }
    const date = civilDate(year, month, day);
    const stated = WEEKDAY.exec(match[4] ?? '');
    if (stated && '一二三四五六日'.indexOf(stated[1] === '天' ? '日' : stated[1]!) !== weekdayOf(date)) {
      draft.finding('weekday-differs', sentence, { date: toISO(date), stated: `周${stated[1]!}`, actual: weekdayName(date) });
    }
    if (joined && open !== null && open <= date) spans[spans.length - 1] = { from: open, to: date };
    else spans.push({ from: date, to: date });
    open = date;
  }
  return { spans, month };
}

/** Days off taken from working days = make-up days + statutory days on weekends, over the whole notice. */
function checkBalance(draft: NoticeDraft): void {
  const days = [...draft.days.values()];
  const weekdaysOff = days.filter((day) => day.kind === '假期' && weekdayOf(day.date) < 5).length;
  const makeup = days.filter((day) => day.kind === '补班').length;
  const statutory = statutoryDays(draft.year);
  if (statutory.length === 0) return;
  const expected = makeup + new Set(statutory.map(({ date }) => date)).size + (statutory.length - new Set(statutory.map(({ date }) => date)).size);
  if (weekdaysOff !== expected) draft.finding('balance-differs', '', { off: String(weekdaysOff), expected: String(expected) });
}
