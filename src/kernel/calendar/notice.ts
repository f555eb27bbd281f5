/**
 * Reads a notice of the State Council on holiday arrangements (G9) and checks it five ways: weekdays in brackets, the number of days,
 * make-up days on weekends, the balance of days off and make-up days, all festivals. Never throws.
 */
import { addDays, toISO, weekdayName, weekdayOf, type CivilDate } from '../date';
import { daysOf, type Period } from '../period';
import { FESTIVAL_TITLES, FESTIVALS, festivalsIn, titleOf, type Festival } from './festivals';
import { namesDate, readDates, type DateMemory } from './notice-dates';
import { statutoryDays, statutoryOnce } from './statutory';

export interface NoticeDay {
  readonly date: CivilDate;
  readonly kind: '假期' | '补班';
  /** As printed, e.g. 国庆节、中秋节; null on make-up days. */
  readonly festival: string | null;
  readonly statutory: boolean;
}

export type NoticeProblem =
  /** Nothing to read. */
  | 'no-year' | 'no-items' | 'nothing-read' | 'sentence-unread'
  /** What is read cannot be so. */
  | 'date-impossible' | 'range-impossible' | 'off-and-makeup'
  /** The five checks. */
  | 'weekday-differs' | 'count-differs' | 'makeup-not-weekend' | 'balance-differs' | 'festival-missing'
  /** A notice of one or two festivals only: somebody should look at it. */
  | 'supplement';

export interface NoticeFinding {
  readonly problem: NoticeProblem;
  /** Values for the message, e.g. date, found, expected. */
  readonly details: Readonly<Record<string, string>>;
  /** The sentence it was found in; empty where the whole notice is meant. */
  readonly excerpt: string;
}

export interface NoticeReading {
  readonly year: number | null;
  /** In date order, each date once. */
  readonly days: readonly NoticeDay[];
  readonly findings: readonly NoticeFinding[];
}

interface Item {
  readonly festivals: readonly Festival[];
  /** As printed. */
  readonly title: string;
  readonly body: string;
}

interface Draft {
  readonly year: number;
  readonly days: Map<CivilDate, NoticeDay>;
  readonly findings: NoticeFinding[];
}

// names that no text can be cut into in two ways: a long run of them must not be tried over and over
const NAME = '(?:元旦节?|新年|春节|清明节?|(?:国际)?劳动节|五一|端午节?|中秋节?|国庆节?|十一)';
/** `一、元旦:`, also without number, and (as in 2009) without colon before a date. */
const HEAD = new RegExp(`(?:\\(?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[)、.])?${NAME}(?:[、和及与]?${NAME})*(?:放假安排|放假|假期)?(?::|(?=(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日))`, 'g');
/** What follows the last item. */
const CLOSING = /节?假日期间|国务院办公厅|鼓励单位和个人/;
/** A notice on one holiday has its name in the title, and no numbered items of that kind. */
const TITLE_OF_ONE = /(?:关于|现将)(?:延长|调整|做好)?(?:\d{4}年)?([^。:;,]{2,40}?)(?:放假|假期|调休)/;

/** A notice of at most so many festivals is none of the whole year. */
const SUPPLEMENT = 2;

/** Days that the parser cannot arrange by itself: 延长…至…, …起正常上班, 除夕不放假. */
const CHANGES = /延长|起.{0,10}上班|恢复|不(?:放假|上班|补班)/;
const MADE_UP = /上班|补班|正常工作/;
/** 5月4日(星期日)公休日调至5月2日(星期五): only what follows is off. */
const MOVED = /公休日.{0,40}调至/;
const OFF = /放假|补休|调休|公休|法定节?假日|连休/;
const COUNT = /(?:共|放假)(\d+|[一二三四五六七八九十])天/g;

/** `text` as pasted: title, document number, broken lines and closing sentences may be there or not. */
export function parseNotice(text: string): NoticeReading {
  const clean = cleaned(text);
  const year = yearOfNotice(clean);
  if (year === null) return { year, days: [], findings: [{ problem: 'no-year', details: {}, excerpt: excerptOf(clean) }] };
  const draft: Draft = { year, days: new Map(), findings: [] };
  const items = itemsOf(clean);
  if (items.length === 0) return { year, days: [], findings: [{ problem: 'no-items', details: {}, excerpt: excerptOf(clean) }] };
  for (const item of items) readItem(draft, item);
  checkFestivals(draft, items, isOfYear(clean));
  checkBalance(draft, items);
  return { year, days: [...draft.days.values()].sort((a, b) => a.date - b.date), findings: draft.findings };
}

function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff“”"]/g, '')
    // brackets may hold what ends a sentence elsewhere: (农历正月初九,星期日)
    .replace(/\([^()]*\)/g, (bracket) => bracket.replace(/[,;。]/g, '、'))
    // the signature's date arranges nothing
    .replace(/国务院(?:办公厅)?\d{4}年\d{1,2}月\d{1,2}日/g, '。')
    // a full stop forgotten between two sentences
    .replace(/(放假|补休|调休|公休|上班)(?=(?:\d{4}年)?\d{1,2}月\d)/g, '$1。');
}

const excerptOf = (sentence: string): string => sentence.slice(0, 60);

function yearOfNotice(clean: string): number | null {
  const named = /(\d{4})年部分节假日/.exec(clean) ?? /(?:关于|现将)(?:延长|调整|做好)?(\d{4})年/.exec(clean);
  if (named) return Number(named[1]);
  // without a title: the year that is not the one of the December before
  const years = [...clean.matchAll(/(\d{4})年/g)].map(([, year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
}

/** By its own title; a supplement quotes that of the year's notice in 《》. */
function isOfYear(clean: string): boolean {
  return /部分节假日/.test(clean.replace(/《[^》]{0,60}》/g, ''));
}

function itemsOf(clean: string): readonly Item[] {
  const heads = [...clean.matchAll(HEAD)];
  const items = heads.map((head, index): Item => {
    const festivals = festivalsIn(head[0].replace(/^\(?(?:[一二三四五六七八九十]+|\d+)[)、.]/, ''));
    const body = clean.slice(head.index + head[0].length, heads[index + 1]?.index);
    return { festivals, title: titleOf(festivals), body: body.split(CLOSING)[0]! };
  });
  if (items.length > 0 || isOfYear(clean)) return items;
  const name = TITLE_OF_ONE.exec(clean)?.[1] ?? '';
  const festivals = festivalsIn(name);
  return name === '' || festivals.length > SUPPLEMENT ? [] : [{ festivals, title: titleOf(festivals) || name, body: clean }];
}

/** One item: sentences of days off and of make-up days, and remarks that arrange nothing. */
function readItem(draft: Draft, item: Item): void {
  const memory: DateMemory = { year: draft.year, isNewYear: item.festivals.includes('元旦'), last: null };
  const off = new Set<CivilDate>();
  let isRead = false;
  for (const sentence of item.body.split(/[。;]/)) {
    // 鼓励各单位…安排职工在除夕(2月9日)休息 arranges nothing
    if (/鼓励/.test(sentence)) continue;
    const find = (problem: NoticeProblem, details: Readonly<Record<string, string>>): void => {
      draft.findings.push({ problem, details, excerpt: excerptOf(sentence) });
    };
    const datesIn = (text: string): readonly CivilDate[] => {
      const { spans, troubles } = readDates(text, memory);
      for (const { problem, details } of troubles) find(problem, details);
      return spans.flatMap((span: Period) => daysOf(span));
    };
    const put = (kind: NoticeDay['kind'], dates: readonly CivilDate[]): void => {
      for (const date of dates) {
        isRead = true;
        if (kind === '假期') off.add(date);
        else if (weekdayOf(date) < 5) find('makeup-not-weekend', { date: toISO(date), weekday: weekdayName(date) });
        const known = draft.days.get(date);
        if (known && known.kind !== kind) find('off-and-makeup', { date: toISO(date) });
        else if (!known) draft.days.set(date, { date, kind, festival: kind === '假期' ? item.title : null, statutory: kind === '假期' && isStatutory(draft.year, date) });
      }
    };
    // 4月28日(星期日),5月5日(星期日)上班: a clause without a verb waits for the next
    let waiting = '';
    let isUnread = false;
    for (const clause of sentence.split(',')) {
      const part = waiting + clause;
      waiting = '';
      if (CHANGES.test(part)) {
        isUnread ||= namesDate(part);
      } else if (MADE_UP.test(part)) put('补班', datesIn(part));
      else if (MOVED.test(part)) {
        const [from, to] = part.split('调至') as [string, string];
        datesIn(from);
        put('假期', datesIn(to));
      } else if (OFF.test(part)) {
        put('假期', datesIn(part));
        if (/连休/.test(part)) put('假期', adjoiningWeekend(off, find));
      } else if (namesDate(part)) waiting = `${part}、`;
      for (const [, stated] of part.matchAll(COUNT)) {
        const count = Number(stated) || '一二三四五六七八九十'.indexOf(stated!) + 1;
        if (off.size !== count) find('count-differs', { stated: stated!, read: String(off.size) });
      }
    }
    if (isUnread || waiting !== '') find('sentence-unread', {});
  }
  if (!isRead) draft.findings.push({ problem: 'nothing-read', details: { festival: item.title }, excerpt: excerptOf(item.body) });
}

/** 与周末连休: the Saturday and Sunday next to the days off so far. */
function adjoiningWeekend(off: ReadonlySet<CivilDate>, find: (problem: NoticeProblem, details: Readonly<Record<string, string>>) => void): readonly CivilDate[] {
  if (off.size === 0) return [];
  const [first, last] = [Math.min(...off) as CivilDate, Math.max(...off) as CivilDate];
  const weekend: CivilDate[] = [];
  for (let date = addDays(first, -1); weekdayOf(date) >= 5; date = addDays(date, -1)) weekend.push(date);
  for (let date = addDays(last, 1); weekdayOf(date) >= 5; date = addDays(date, 1)) weekend.push(date);
  if (weekend.length === 0) find('weekday-differs', { date: toISO(first), stated: '与周末连休', actual: weekdayName(first) });
  return weekend;
}

function isStatutory(year: number, date: CivilDate): boolean {
  return statutoryOnce(year).includes(date) || statutoryDays(year).some((day) => day.date === date);
}

/** A whole notice names every festival of its year; one of one or two festivals is a supplement. */
function checkFestivals(draft: Draft, items: readonly Item[], isWhole: boolean): void {
  const named = new Set(items.flatMap(({ festivals }) => festivals));
  if (!isWhole && named.size <= SUPPLEMENT) {
    draft.findings.push({ problem: 'supplement', details: { festival: items.map(({ title }) => title).join('、') }, excerpt: '' });
    return;
  }
  // the notice for 2007 is from before 清明, 端午 and 中秋
  const known = new Set(statutoryDays(draft.year).map(({ festival }) => festival));
  for (const festival of FESTIVALS) {
    if (!named.has(festival) && (known.size === 0 || known.has(festival))) draft.findings.push({ problem: 'festival-missing', details: { festival: FESTIVAL_TITLES[festival] }, excerpt: '' });
  }
}

/**
 * Working days off = make-up days + statutory days, those of the festivals that the notice names: a day of two festivals counts twice, one
 * that falls on a weekend is given back. Holds for every whole notice since 2007 and for the supplements of 2015 and 2019.
 */
function checkBalance(draft: Draft, items: readonly Item[]): void {
  const statutory = statutoryDays(draft.year);
  if (statutory.length === 0 || draft.days.size === 0) return;
  const days = [...draft.days.values()];
  const off = days.filter(({ kind, date }) => kind === '假期' && weekdayOf(date) < 5).length;
  const makeup = days.filter(({ kind }) => kind === '补班').length;
  const named = new Set(items.flatMap(({ festivals }) => festivals));
  const given = statutory.filter(({ festival }) => named.has(festival)).length + statutoryOnce(draft.year).filter((date) => draft.days.has(date)).length;
  if (off !== makeup + given) draft.findings.push({ problem: 'balance-differs', details: { off: String(off), expected: String(makeup + given) }, excerpt: '' });
}
