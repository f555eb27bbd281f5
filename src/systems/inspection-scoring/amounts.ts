/** What each row adds to the score: plain items, absence by day, the yearly item once. */
import { toISO, yearOf, type CivilDate } from '../../kernel/date';
import { HALF_NAMES } from '../../kernel/slots';
import type { IssueText } from '../../ledger/issue';
import { absenceScore, absentHalfDays, addAbsence, halfSet, namedHalves, type AbsentDay, type HalfSet } from './absence';
import type { Entry, EntryField } from './entries';
import { showPoints, timesHalves, ZERO, type Points } from './points';
import type { ScoreBook } from './score-book';
import { builtIn, type Item } from './score-table';
import { ByDay, nameOf, Subjects } from './subjects';

/** Something to say about a row. */
export interface Finding {
  readonly entry: Entry;
  readonly field: EntryField;
  readonly text: IssueText;
}

export interface Amounts {
  /** Points by position in the list. A row that does not count shows what it would add to those that do. */
  readonly points: Float64Array;
  /** Why a row adds something else than score times quantity, by position; for 说明. */
  readonly remarks: ReadonlyMap<number, string>;
  /** About rows that count. */
  readonly findings: readonly Finding[];
}

const HALF_DAY = builtIn('督查-三(三)f');
const WHOLE_DAY = builtIn('督查-三(三)g');

/**
 * Amounts of all rows (督查-三). `counts` has 1 for a row that counts. Rows that count are added first, in the order
 * of the sheet (the yearly item by date), so that they never depend on rows that do not.
 */
export function amountsOf(list: readonly Entry[], counts: Uint8Array, book: ScoreBook): Amounts {
  return new Adder(list, book).run(counts);
}

class Adder {
  readonly #points: Float64Array;
  readonly #remarks = new Map<number, string>();
  readonly #findings: Finding[] = [];
  readonly #subjects = new Subjects();
  readonly #days = new ByDay<AbsentDay>();
  readonly #years = new Map<number, Entry>();

  constructor(
    readonly list: readonly Entry[],
    readonly book: ScoreBook,
  ) {
    this.#points = new Float64Array(list.length);
  }

  run(counts: Uint8Array): Amounts {
    this.#pass(counts, 1);
    this.#pass(counts, 0);
    return { points: this.#points, remarks: this.#remarks, findings: this.#findings };
  }

  #pass(counts: Uint8Array, wanted: 0 | 1): void {
    const yearly: number[] = [];
    for (let index = 0; index < this.list.length; index += 1) {
      if (counts[index] !== wanted) continue;
      const entry = this.list[index]!;
      const { arithmetic } = entry.item;
      if (arithmetic === 'plain') this.#points[index] = timesHalves(entry.rate.points, entry.halves);
      else if (arithmetic === 'yearly') yearly.push(index);
      else if (entry.person) this.#absence(index, entry, arithmetic, wanted === 1);
      else this.#points[index] = this.#alone(entry, arithmetic);
    }
    // the earliest of the year counts, whatever the order of the sheet
    yearly.sort((a, b) => this.list[a]!.row.date - this.list[b]!.row.date || a - b);
    for (const index of yearly) this.#yearly(index, this.list[index]!, wanted === 1);
  }

  #scoreOf(item: Item, on: CivilDate): Points {
    const rate = this.book.rate(item, on);
    return rate === null || rate === 'conflict' ? item.points! : rate.points;
  }

  /** A section's half-days may be several people's: its rows are not added up by day. */
  #alone({ rate, halves, row }: Entry, arithmetic: 'half' | 'day'): Points {
    return arithmetic === 'half' ? timesHalves(rate.points, halves) : absenceScore(halves, this.#scoreOf(HALF_DAY, row.date), rate.points);
  }

  #absence(index: number, entry: Entry, arithmetic: 'half' | 'day', counts: boolean): void {
    const subject = this.#subjects.of(entry);
    let day = this.#days.get(subject, entry.row.date);
    if (!day) {
      day = { halfDays: 0, named: 0 };
      this.#days.set(subject, entry.row.date, day);
    }
    const half = arithmetic === 'half' ? entry.rate.points : this.#scoreOf(HALF_DAY, entry.row.date);
    const whole = arithmetic === 'day' ? entry.rate.points : this.#scoreOf(WHOLE_DAY, entry.row.date);
    const before = day.halfDays;
    const halfDays = absentHalfDays(arithmetic, entry.halves);
    const step = addAbsence(day, halfDays, namedHalves(arithmetic, halfDays, entry.row.slot), half, whole);
    this.#points[index] = step.amount;
    if (step.repeated !== 0) this.#remarks.set(index, step.amount === 0 ? '同一半天已计,不重复计' : `${namesOf(step.repeated)}已计,只计另半天`);
    else if (before % 2 === 1) this.#remarks.set(index, `与同日另半天合并为一天,合计${showPoints(whole)}`);
    if (!counts) return;
    if (step.repeated !== 0) this.#find(entry, 'slot', sameHalfCountsOnce(entry, step.repeated));
    if (step.misfit) this.#find(entry, 'quantity', quantityFitsTheHalf(entry, halfDays));
    if (before <= 2 && day.halfDays > 2) this.#find(entry, 'date', dayHasTwoHalves(entry, day.halfDays));
  }

  #yearly(index: number, entry: Entry, counts: boolean): void {
    const key = this.#subjects.of(entry) * 16384 + yearOf(entry.row.date);
    const first = this.#years.get(key);
    if (first) {
      this.#points[index] = ZERO;
      this.#remarks.set(index, `本年已于${toISO(first.row.date)}计过,每年只计一次`);
      if (counts) this.#find(entry, 'code', yearlyItemCountsOnce(entry, first));
      return;
    }
    this.#years.set(key, entry);
    this.#points[index] = entry.rate.points;
    if (entry.halves > 2 && counts) this.#find(entry, 'quantity', yearlyItemHasNoQuantity(entry));
  }

  #find(entry: Entry, field: EntryField, text: IssueText): void {
    this.#findings.push({ entry, field, text });
  }
}

function namesOf(set: HalfSet): string {
  return set === 3 ? '全天' : HALF_NAMES[set === 1 ? 'am' : 'pm'];
}

/** 督查-三(三)f: the same half of a day twice counts once. */
function sameHalfCountsOnce(entry: Entry, repeated: HalfSet): IssueText {
  return {
    code: 'scoring/half-day-twice',
    severity: 'warning',
    message: `“${nameOf(entry)}”${toISO(entry.row.date)}${namesOf(repeated)}的缺勤登记了两次,只计一次`,
    remedy: '请核对时段;重复登记的请把状态改为作废',
    clause: entry.item.clause,
  };
}

/** 督查-三(三)g: a half names half a day, 全天 a whole one. */
function quantityFitsTheHalf(entry: Entry, halfDays: number): IssueText {
  return {
    code: 'scoring/half-day-quantity',
    severity: 'warning',
    message: `时段是“${namesOf(halfSet(entry.row.slot))}”,数量却合${halfDays / 2}天;已按数量计算`,
    remedy: '请一天一行登记,时段与数量一致',
    clause: entry.item.clause,
  };
}

/** 督查-三(三)g: more than two half-days on one date may be several days in one row. */
function dayHasTwoHalves(entry: Entry, halfDays: number): IssueText {
  return {
    code: 'scoring/more-than-a-day',
    severity: 'warning',
    message: `“${nameOf(entry)}”${toISO(entry.row.date)}一天的缺勤合计${halfDays / 2}天,已按${halfDays / 2}天计算`,
    remedy: '缺勤几天请按日期分行登记;重复的请作废',
    clause: '督查-三(三)g',
  };
}

/** 督查-三(二): once a year and person or section. */
function yearlyItemCountsOnce(entry: Entry, first: Entry): IssueText {
  return {
    code: 'scoring/yearly-twice',
    severity: 'warning',
    message: `“${nameOf(entry)}”本年已于${toISO(first.row.date)}计过“${entry.rate.name}”,这一行计0分`,
    remedy: '每年只计一次;登记错了的请作废',
    clause: entry.item.clause,
  };
}

/** 督查-三(二): a quantity above one does not multiply it. */
function yearlyItemHasNoQuantity(entry: Entry): IssueText {
  return {
    code: 'scoring/yearly-quantity',
    severity: 'warning',
    message: `“${entry.rate.name}”每年只计一次,数量${entry.row.quantity}按1计算`,
    remedy: '请把数量改为1',
    clause: entry.item.clause,
  };
}
