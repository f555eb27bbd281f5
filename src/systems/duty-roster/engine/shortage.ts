/**
 * Why days stay open beyond each person's own reasons: a stretch of days that holds more duties than everybody together can
 * serve (a Hall window), or else the fewest days that cannot all be filled, found by leaving out one after the other.
 */
import { fixedDuties, solveRoster } from './solve';
import { isTooClose } from './pools';
import type { RosterProblem, RosterSolution } from './problem';

export interface Shortage {
  /** Indices of `RosterProblem.days`, ascending. */
  readonly days: readonly number[];
  readonly slots: number;
  /** Most duties of each clerk in the window, those of nobody left out; null where the days were found by leaving out. */
  readonly supply: readonly { readonly clerk: number; readonly most: number }[] | null;
}

/** Longer windows and wider searches tell nobody anything. */
const LONGEST = 31;
const AROUND = 14;
/** Open days that are looked at. */
const MOST = 12;

/** Days with an open slot. */
function openDays({ days, fixed }: RosterProblem, { duties }: RosterSolution): readonly number[] {
  return days.flatMap(({ need }, day) => {
    const strangers = fixed.filter((one) => one.day === day && one.clerk < 0).length;
    return duties[day]!.filter((clerk) => clerk >= 0).length + strangers < need ? [day] : [];
  });
}

/** One shortage for each open day that nobody’s own reason explains, each told once. */
export function shortages(problem: RosterProblem, solution: RosterSolution): readonly Shortage[] {
  const found: Shortage[] = [];
  for (const day of openDays(problem, solution).slice(0, MOST)) {
    if (found.some(({ days }) => days.includes(day))) continue;
    const shortage = windowAround(problem, day) ?? coreAround(problem, day);
    if (shortage && shortage.days.length > 1) found.push(shortage);
  }
  return found;
}

/** The shortest stretch around a day whose duties are more than everybody together can serve. */
function windowAround(problem: RosterProblem, day: number): Shortage | null {
  const fixed = fixedDuties(problem);
  const slotsOn = (at: number): number => Math.max(0, problem.days[at]!.need - fixed[at]!.filter((clerk) => clerk < 0).length);
  for (let length = 1; length <= LONGEST; length += 1) {
    for (let from = Math.max(0, day - length + 1); from <= day && from + length <= problem.days.length; from += 1) {
      const days = Array.from({ length }, (_, offset) => from + offset);
      const slots = days.reduce((sum, at) => sum + slotsOn(at), 0);
      const supply = problem.clerks.flatMap((_, clerk) => {
        const most = packed(problem, fixed, clerk, days);
        return most > 0 ? [{ clerk, most }] : [];
      });
      if (supply.reduce((sum, { most }) => sum + most, 0) < slots) return { days, slots, supply };
    }
  }
  return null;
}

/** Most duties of a clerk on the given days: the earliest day that keeps the gap, again and again. */
function packed(problem: RosterProblem, fixed: readonly (readonly number[])[], clerk: number, days: readonly number[]): number {
  const { available, neighbours } = problem.clerks[clerk]!;
  let most = 0;
  let last = -Infinity;
  for (const day of days) {
    const { date } = problem.days[day]!;
    const isFixed = fixed[day]!.includes(clerk);
    if (!isFixed && (available[day] !== 1 || date - last < Math.max(problem.minGap, 1) || neighbours.some((other) => isTooClose(other, date, problem.minGap)))) continue;
    most += 1;
    last = date;
  }
  return most;
}

/** The fewest days around a day that cannot all be filled: without any one of them the others can. */
function coreAround(problem: RosterProblem, day: number): Shortage | null {
  const isShort = (days: readonly number[]): boolean => {
    const kept = new Set(days);
    const part: RosterProblem = {
      ...problem,
      days: problem.days.map((one, at) => (kept.has(at) ? one : { ...one, need: 0 })),
      fixed: problem.fixed.filter((one) => kept.has(one.day)),
      standing: [],
      weeks: [],
    };
    const { regular, holiday } = solveRoster(part);
    return (regular.vector.unfilled > 0 && regular.status !== 'unproven') || (holiday.vector.unfilled > 0 && holiday.status !== 'unproven');
  };
  let days = problem.days.flatMap((_, at) => (Math.abs(at - day) <= AROUND ? [at] : []));
  if (!isShort(days)) return null;
  for (const at of days) {
    const rest = days.filter((other) => other !== at);
    if (isShort(rest)) days = rest;
  }
  return { days, slots: days.reduce((sum, at) => sum + problem.days[at]!.need, 0), supply: null };
}
