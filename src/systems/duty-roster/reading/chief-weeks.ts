/** The week's officer in charge: whose turn it was, credit for weeks on which a chief could not be asked, who is away (值班-二). */
import { addDays, type CivilDate } from '../../../kernel/date';
import { fraction, roundHalfUp, sum } from '../../../kernel/fraction';
import { daysOf, weekOf, type Period } from '../../../kernel/period';
import type { Person } from '../../office/facts';
import type { Chief, ChiefWeek } from '../engine/problem';

/** Away on so many counted days of a week, or on all of them, a chief does not take it. */
const TOO_MANY_DAYS = 3;

export interface ChiefInput {
  readonly period: Period;
  /** 层级=科级, 可带班, in post on some day of the period; in order. */
  readonly chiefs: readonly Person[];
  /** Everyone who is or was such a chief: n of the credit. */
  readonly eligible: readonly Person[];
  /** Last day before the turns begin to be counted. */
  readonly start: CivilDate;
  /** No holiday, no 紧急带班. */
  isCounted(date: CivilDate): boolean;
  /** Who led on a day before the period, swaps applied; null where no row says. */
  leaderOn(date: CivilDate): Person | null;
  /** Who is fixed on a day of the period, and whether he holds the whole week (published, before keepBefore). */
  fixedOn(date: CivilDate): { readonly person: Person; readonly wholeWeek: boolean } | null;
  /** A fixed row of the period without a leader: he who is filled in holds the day, or the whole week. */
  fillsOn(date: CivilDate): 'day' | 'week' | null;
  /** Who stands on a day of the period and may be replaced. */
  standingOn(date: CivilDate): Person | null;
  /** In post and not on a long absence. */
  canBeAsked(person: Person, date: CivilDate): boolean;
  /** Out of post, absent, or 不能排. */
  isAway(person: Person, date: CivilDate): boolean;
}

export interface ChiefWeekPlan {
  readonly week: ChiefWeek;
  /** Counted days of the period. */
  readonly days: readonly CivilDate[];
  /** Chief index that stands, or -1. */
  readonly standing: number;
  /** The next run will find the week fixed. */
  readonly holds: boolean;
}

export interface ChiefHistory {
  readonly chief: Chief;
  readonly person: Person;
  /** Mondays of the weeks that were his. */
  readonly turns: readonly CivilDate[];
  /** Mondays of weeks credited, each with n of 1/n. */
  readonly credit: readonly { readonly monday: CivilDate; readonly people: number }[];
}

export interface ChiefPlan {
  readonly weeks: readonly ChiefWeekPlan[];
  readonly histories: readonly ChiefHistory[];
}

export function isAwayTooLong(away: number, counted: number): boolean {
  return counted > 0 && (away >= TOO_MANY_DAYS || away === counted);
}

/** Who had most of the days; the earlier day on ties. */
export function holderOf(people: readonly (Person | null)[]): Person | null {
  const counts = new Map<number, number>();
  for (const person of people) if (person) counts.set(person.order, (counts.get(person.order) ?? 0) + 1);
  let best: Person | null = null;
  for (const person of people) if (person && counts.get(person.order)! > (best ? counts.get(best.order)! : 0)) best = person;
  return best;
}

/** Weeks of a period, each clipped to it. */
export function weeksIn(period: Period): readonly Period[] {
  const weeks: Period[] = [];
  for (let day = period.from; day <= period.to; ) {
    const to = Math.min(weekOf(day).to, period.to) as CivilDate;
    weeks.push({ from: day, to });
    day = addDays(to, 1);
  }
  return weeks;
}

export function planChiefs(input: ChiefInput): ChiefPlan {
  const indexOf = new Map(input.chiefs.map((chief, index) => [chief.order, index]));
  const index = (person: Person | null): number => (person ? (indexOf.get(person.order) ?? -1) : -1);
  const weeks = weeksIn(input.period).map((week) => planWeek(input, week, index));
  const past = pastTurns(input, weeks);
  return { weeks, histories: input.chiefs.map((person) => historyOf(input, person, past, weeks)) };
}

/** The counted days before the period in the week that holds its first day. */
function eveDays(input: ChiefInput): readonly CivilDate[] {
  return daysOf({ from: weekOf(input.period.from).from, to: addDays(input.period.from, -1) }).filter((date) => input.isCounted(date));
}

function planWeek(input: ChiefInput, week: Period, index: (person: Person | null) => number): ChiefWeekPlan {
  const days = daysOf(week).filter((date) => input.isCounted(date));
  const monday = weekOf(week.from).from;
  const eve = week.from === input.period.from ? index(holderOf(eveDays(input).map((date) => input.leaderOn(date)))) : -1;
  const fixes = days.map((date) => input.fixedOn(date));
  const held = index(holderOf(fixes.map((fix) => (fix?.wholeWeek ? fix.person : null))));
  const isFull = days.length > 0 && fixes.every((fix) => fix !== null);
  const full = isFull ? index(holderOf(fixes.map((fix) => (fix && index(fix.person) >= 0 ? fix.person : null)))) : -1;
  const fixed = [eve, held, full].find((chief) => chief >= 0) ?? -1;
  const standing = index(holderOf(days.map((date) => input.standingOn(date))));
  // a week that is wholly in other hands uses up nobody's turn
  const countedDays = isFull && fixed < 0 ? 0 : days.length;
  const fills = days.map((date) => input.fillsOn(date));
  const holds = fills.includes('week') || (days.length > 0 && days.every((_, at) => fixes[at] !== null || fills[at] !== null));
  return { week: { monday, countedDays, fixed: countedDays === 0 ? -1 : fixed }, days, standing, holds };
}

interface PastWeek {
  readonly monday: CivilDate;
  readonly holder: Person | null;
  /** Counted days of the week, those of the period included. */
  readonly days: readonly CivilDate[];
  /** Everything lies before the period, or nothing of it uses up a turn there. */
  readonly isPast: boolean;
}

/** Weeks since the start up to the end of the period. */
function pastTurns(input: ChiefInput, plans: readonly ChiefWeekPlan[]): readonly PastWeek[] {
  const { period, start } = input;
  if (start >= period.to) return [];
  return weeksIn({ from: addDays(start, 1), to: period.to }).map((week): PastWeek => {
    const days = daysOf(week).filter((date) => input.isCounted(date));
    const monday = weekOf(week.from).from;
    const isPast = week.to < period.from || (week.from < period.from && !plans.some((plan) => plan.week.monday === monday && plan.week.countedDays > 0));
    return { monday, days, isPast, holder: holderOf(days.filter((date) => date < period.from).map((date) => input.leaderOn(date))) };
  });
}

function historyOf(input: ChiefInput, person: Person, past: readonly PastWeek[], plans: readonly ChiefWeekPlan[]): ChiefHistory {
  const isMissing = (one: Person, days: readonly CivilDate[]): boolean => isAwayTooLong(days.filter((date) => !input.canBeAsked(one, date)).length, days.length);
  const credit = past.flatMap(({ monday, days, isPast, holder }) => {
    if (isPast && holder === null) return [];
    if (!isMissing(person, days)) return [];
    const people = input.eligible.filter((one) => !isMissing(one, days)).length;
    return people === 0 ? [] : [{ monday, people }];
  });
  const turns = past.flatMap(({ monday, isPast, holder }) => (isPast && holder?.order === person.order ? [monday] : []));
  const led = past.flatMap(({ days }) => days.filter((date) => date < input.period.from && input.leaderOn(date)?.order === person.order)).length;
  return {
    person,
    turns,
    credit,
    chief: {
      turns: roundHalfUp(sum([fraction(turns.length), ...credit.map(({ people }) => fraction(1, people))])),
      days: led,
      available: Uint8Array.from(plans, ({ days }) => (isAwayTooLong(days.filter((date) => input.isAway(person, date)).length, days.length) ? 0 : 1)),
      lastWeek: turns.at(-1) ?? null,
    },
  };
}
