/** Why a day stays open, and what it would have cost had somebody else taken a day. */
import type { CivilDate } from '../../../kernel/date';
import { atOnce } from '../../../kernel/slices';
import { compareLevels } from './assignment';
import { boundLevels } from './certify';
import { busyDates, isTooClose, type DayDuties } from './pools';
import type { RosterProblem, RosterSolution } from './problem';
import { fixedDuties, solvePool } from './solve';
import { levelsOf } from './verify';

export type Obstacle =
  /** Absent, 不能排 or 固定不排. */
  | { readonly clerk: number; readonly reason: 'unavailable' }
  /** Serves already on `date`, closer than the gap. */
  | { readonly clerk: number; readonly reason: 'gap'; readonly date: CivilDate }
  /** Has as many regular duties as 每期上限 allows. */
  | { readonly clerk: number; readonly reason: 'cap' };

/** Each clerk's obstacle on a day, in order, but for those who serve it; whoever is not named could serve. */
export function obstaclesOn(problem: RosterProblem, duties: DayDuties, day: number): readonly Obstacle[] {
  return obstacles(problem, duties, busyDates(problem, duties), day);
}

export interface OpenDayReasons {
  /** Index of `RosterProblem.days`. */
  readonly day: number;
  readonly obstacles: readonly Obstacle[];
}

/** Every day with an open slot, and why nobody takes it (值班-一). */
export function explainUnfilled(problem: RosterProblem, { duties }: RosterSolution): readonly OpenDayReasons[] {
  const fixed = fixedDuties(problem);
  const busy = busyDates(problem, duties);
  return problem.days.flatMap(({ need }, day): OpenDayReasons[] => {
    const strangers = fixed[day]!.filter((clerk) => clerk < 0).length;
    const isOpen = duties[day]!.filter((clerk) => clerk >= 0).length + strangers < need;
    return isOpen ? [{ day, obstacles: obstacles(problem, duties, busy, day) }] : [];
  });
}

function obstacles(problem: RosterProblem, duties: DayDuties, busy: readonly (readonly CivilDate[])[], day: number): readonly Obstacle[] {
  const { date, pool } = problem.days[day]!;
  return problem.clerks.flatMap((clerk, index): Obstacle[] => {
    if (duties[day]!.includes(index)) return [];
    if (clerk.available[day] !== 1) return [{ clerk: index, reason: 'unavailable' }];
    const [near] = busy[index]!.filter((other) => isTooClose(other, date, problem.minGap)).sort((a, b) => Math.abs(a - date) - Math.abs(b - date) || a - b);
    if (near !== undefined) return [{ clerk: index, reason: 'gap', date: near }];
    return pool === 'regular' && clerk.cap !== null && regularDuties(problem, duties, index) >= clerk.cap ? [{ clerk: index, reason: 'cap' }] : [];
  });
}

function regularDuties(problem: RosterProblem, duties: DayDuties, clerk: number): number {
  return duties.filter((people, day) => problem.days[day]!.pool === 'regular' && people.includes(clerk)).length;
}

/** Differences of the levels of the day's pool in the order of roster.md, open slots first; liaison person-days negative. */
export interface Counterfactual {
  /** By how much each level changes at least, from the bound; null if nothing is proven. The first that is not zero tells. */
  readonly atLeast: readonly number[] | null;
  /** By how much they change in the best roster found with him on that day. */
  readonly deltas: readonly number[];
  /** Whether no roster with him on that day is better than that one. */
  readonly isProven: boolean;
}

/**
 * Had `clerk` taken a slot of the day: the day's pool solved again with him fixed there, what was decided before it (the
 * holiday pool before the regular one) as it is. Null where he cannot: the slot is fixed, he serves that day or is not
 * available, a duty that stands is too close, or his cap is reached by fixed ones.
 */
export function counterfactual(problem: RosterProblem, actual: RosterSolution, day: number, slot: number, clerk: number): Counterfactual | null {
  const fixed = fixedDuties(problem);
  const { pool, date } = problem.days[day]!;
  const before = pool === 'holiday' ? fixed : problem.days.map((other, index) => (other.pool === 'holiday' ? actual.duties[index]! : fixed[index]!));
  const { available, cap } = problem.clerks[clerk]!;
  if (slot < fixed[day]!.length || actual.duties[day]!.includes(clerk) || available[day] !== 1 || busyDates(problem, before)[clerk]!.some((other) => isTooClose(other, date, problem.minGap))) return null;
  if (pool === 'regular' && cap !== null && regularDuties(problem, before, clerk) >= cap) return null;
  const forced: RosterProblem = { ...problem, fixed: [...problem.fixed, { day, clerk }], standing: problem.days.map(() => []) };
  const outcome = atOnce(solvePool(forced, pool, before.map((people, index) => (index === day ? [...people, clerk] : people))));
  const now = levelsOf(problem, pool, actual.duties);
  const then = levelsOf(forced, pool, outcome.duties);
  const bound = boundLevels(forced, pool, outcome.proof);
  const change = (levels: readonly number[]): readonly number[] => levels.map((level, index) => level - now[index]!);
  return { atLeast: bound && change(bound), deltas: change(then), isProven: bound !== null && compareLevels(then, bound) === 0 };
}
