/** What everybody brings along: duties carried over and credit for days on which he could not be asked (值班-四(一), 登记-一(一)4). */
import { addDays, weekdayOf, type CivilDate } from '../../../kernel/date';
import { FESTIVALS } from '../../../kernel/calendar';
import { add, apportion, fraction, roundHalfUp, sum, ZERO, type Fraction } from '../../../kernel/fraction';
import type { Period } from '../../../kernel/period';
import type { Person } from '../../office/facts';
import type { Opening } from './openings';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

export interface HistoryInput {
  readonly period: Period;
  /** The people of every sum and range, in order. */
  readonly clerks: readonly Person[];
  /** By person (order). */
  readonly openings: ReadonlyMap<number, Opening>;
  /** Everyone who is or was an eligible clerk; who of them counts on a day `isEligible` says. */
  readonly eligible: readonly Person[];
  /** 起算日 */
  readonly since: CivilDate | null;
  /** First row of 值班表. */
  readonly firstRow: CivilDate | null;
  isEligible(person: Person, date: CivilDate): boolean;
  isLongAbsent(person: Person, date: CivilDate): boolean;
  /** Festival of a holiday, '' on other days. */
  festivalOn(date: CivilDate): string;
  isNewYear(date: CivilDate): boolean;
  /** Who served before the period. */
  servedOn(date: CivilDate): readonly Person[];
  /** Clerks wanted on a day of the period. */
  needOn(date: CivilDate): number;
}

export interface CreditDay {
  readonly date: CivilDate;
  /** k of k/n: clerks of the day. */
  readonly clerks: number;
  /** n of k/n: how many could be asked. */
  readonly people: number;
  readonly holiday: boolean;
}

export interface ClerkHistory {
  readonly person: Person;
  readonly opening: Opening | null;
  /** Holds the mean of the others' 值班期初. */
  readonly usesMean: boolean;
  /** Last day before his history begins to be counted. */
  readonly start: CivilDate;
  /** Days counted after the start and before the period, ascending. */
  readonly served: readonly CivilDate[];
  readonly credit: readonly CreditDay[];
  /** 期初: opening or rounded mean, and duties served since. */
  readonly carried: number;
  /** a_p */
  readonly total: number;
  /** a_pw, Monday first. */
  readonly weekdays: readonly number[];
  readonly holiday: number;
  /** By name. */
  readonly festivals: ReadonlyMap<string, number>;
  readonly newYear: number;
}

/** Start of everybody's history: his 截至日期, else the latest of the others, else the day before 起算日, else before the first row. */
export function historyStart(input: Pick<HistoryInput, 'clerks' | 'openings' | 'since' | 'firstRow' | 'period'>, person: Person): CivilDate {
  const own = input.openings.get(person.order)?.until ?? null;
  if (own !== null) return own;
  const others = input.clerks.flatMap((clerk) => input.openings.get(clerk.order)?.until ?? []);
  if (others.length > 0) return Math.max(...others) as CivilDate;
  return defaultStart(input);
}

/** The day before 起算日, else before the first row of 值班表 (never later than the day before the period). */
export function defaultStart({ since, firstRow, period }: Pick<HistoryInput, 'since' | 'firstRow' | 'period'>): CivilDate {
  if (since !== null) return addDays(since, -1);
  return addDays(firstRow !== null && firstRow < period.from ? firstRow : period.from, -1);
}

interface Mean {
  readonly weekdays: readonly Fraction[];
  readonly holiday: Fraction;
  readonly festivals: ReadonlyMap<string, Fraction>;
  readonly newYear: Fraction;
}

/** Mean of the openings of the clerks who have one; null where nobody has. */
function meanOf(input: HistoryInput): Mean | null {
  const openings = input.clerks.flatMap((clerk) => input.openings.get(clerk.order) ?? []);
  if (openings.length === 0) return null;
  const mean = (pick: (opening: Opening) => number): Fraction => fraction(openings.reduce((all, opening) => all + pick(opening), 0), openings.length);
  return {
    weekdays: WEEK.map((weekday) => mean((opening) => opening.weekdays[weekday]!)),
    holiday: mean((opening) => opening.holiday),
    festivals: new Map(FESTIVALS.map((name, index) => [name, mean((opening) => opening.festivals[index]!)])),
    newYear: mean((opening) => opening.newYear),
  };
}

/** k/n by n: exact, and cheap to add up. */
class Shares {
  readonly #byPeople = new Map<number, number>();

  add(clerks: number, people: number): void {
    this.#byPeople.set(people, (this.#byPeople.get(people) ?? 0) + clerks);
  }

  total(): Fraction {
    return sum([...this.#byPeople].map(([people, clerks]) => fraction(clerks, people)));
  }
}

/** Everybody's history, in the order of the clerks. */
export function histories(input: HistoryInput): readonly ClerkHistory[] {
  const mean = meanOf(input);
  const starts = input.clerks.map((clerk) => historyStart(input, clerk));
  const served = servedSince(input, starts);
  const credits = creditsSince(input, starts);
  return input.clerks.map((person, index) => {
    const opening = input.openings.get(person.order) ?? null;
    const usesMean = opening === null && mean !== null;
    const part = (exact: Fraction | undefined): Fraction => (usesMean ? exact! : ZERO);
    const days = served[index]!;
    const ordinary = days.filter((date) => input.festivalOn(date) === '');
    const holidays = days.filter((date) => input.festivalOn(date) !== '');
    const shares = { weekdays: WEEK.map(() => new Shares()), holiday: new Shares() };
    for (const day of credits[index]!) (day.holiday ? shares.holiday : shares.weekdays[weekdayOf(day.date)]!).add(day.clerks, day.people);
    const known = WEEK.map((weekday) => (opening?.weekdays[weekday] ?? 0) + ordinary.filter((date) => weekdayOf(date) === weekday).length);
    const exact = WEEK.map((weekday) => add(fraction(known[weekday]!), add(part(mean?.weekdays[weekday]), shares.weekdays[weekday]!.total())));
    const total = roundHalfUp(sum(exact));
    const festivals = new Map<string, number>(FESTIVALS.map((name, at) => [name, (opening?.festivals[at] ?? 0) + roundHalfUp(part(mean?.festivals.get(name)))]));
    for (const date of holidays) festivals.set(input.festivalOn(date), (festivals.get(input.festivalOn(date)) ?? 0) + 1);
    return {
      person,
      opening,
      usesMean,
      start: starts[index]!,
      served: days,
      credit: credits[index]!,
      carried: known.reduce((all, count) => all + count, 0) + roundHalfUp(sum(WEEK.map((weekday) => part(mean?.weekdays[weekday])))),
      total,
      weekdays: apportion(exact, total),
      holiday: (opening?.holiday ?? 0) + holidays.length + roundHalfUp(add(part(mean?.holiday), shares.holiday.total())),
      festivals,
      newYear: (opening?.newYear ?? 0) + holidays.filter((date) => input.isNewYear(date)).length + roundHalfUp(part(mean?.newYear)),
    };
  });
}

/** Days that each clerk served after his start and before the period. */
function servedSince(input: HistoryInput, starts: readonly CivilDate[]): readonly (readonly CivilDate[])[] {
  const indexOf = new Map(input.clerks.map((clerk, index) => [clerk.order, index]));
  const days = input.clerks.map((): CivilDate[] => []);
  const first = Math.min(...starts) + 1;
  for (let date = first as CivilDate; date < input.period.from; date = addDays(date, 1)) {
    for (const person of input.servedOn(date)) {
      const index = indexOf.get(person.order);
      if (index !== undefined && date > starts[index]!) days[index]!.push(date);
    }
  }
  return days;
}

/**
 * Days after each clerk's start and up to the end of the period on which he is out of post or on a long absence; past
 * days count only if somebody served.
 */
function creditsSince(input: HistoryInput, starts: readonly CivilDate[]): readonly (readonly CreditDay[])[] {
  const credits = input.clerks.map((): CreditDay[] => []);
  const first = Math.min(...starts) + 1;
  for (let date = first as CivilDate; date <= input.period.to; date = addDays(date, 1)) {
    const clerks = date < input.period.from ? input.servedOn(date).length : input.needOn(date);
    if (clerks === 0) continue;
    const absent = input.clerks.flatMap((clerk, index) => (date > starts[index]! && !canBeAsked(input, clerk, date) ? [index] : []));
    if (absent.length === 0) continue;
    const people = input.eligible.filter((person) => canBeAsked(input, person, date)).length;
    if (people === 0) continue;
    const holiday = input.festivalOn(date) !== '';
    for (const index of absent) credits[index]!.push({ date, clerks, people, holiday });
  }
  return credits;
}

function canBeAsked(input: HistoryInput, person: Person, date: CivilDate): boolean {
  return input.isEligible(person, date) && !input.isLongAbsent(person, date);
}
