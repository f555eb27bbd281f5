/** Why a day stays open, and what it would have cost had somebody else taken a day. */
import type { CivilDate } from '../../../kernel/date';
import type { RosterProblem, RosterSolution } from './problem';
import { solveRoster } from './solve';

export type Obstacle =
  | { readonly clerk: number; readonly reason: 'unavailable' }
  /** Serves already on `date`, closer than the gap. */
  | { readonly clerk: number; readonly reason: 'gap'; readonly date: CivilDate }
  | { readonly clerk: number; readonly reason: 'cap' };

/** Each clerk's obstacle on a day, in order; those without one could serve. */
export function obstaclesOn(problem: RosterProblem, duties: RosterSolution['duties'], day: number): readonly Obstacle[] {
  const { date, pool } = problem.days[day]!;
  return problem.clerks.flatMap((clerk, index): Obstacle[] => {
    if (duties[day]!.includes(index)) return [];
    if (clerk.available[day] !== 1) return [{ clerk: index, reason: 'unavailable' }];
    const dates = [...clerk.neighbours, ...duties.flatMap((people, other) => (other !== day && people.includes(index) ? [problem.days[other]!.date] : []))];
    const near = dates.filter((other) => Math.abs(other - date) < problem.minGap).sort((a, b) => Math.abs(a - date) - Math.abs(b - date) || a - b)[0];
    if (near !== undefined) return [{ clerk: index, reason: 'gap', date: near }];
    const served = duties.filter((people, other) => problem.days[other]!.pool === 'regular' && people.includes(index)).length;
    return pool === 'regular' && clerk.cap !== null && served >= clerk.cap ? [{ clerk: index, reason: 'cap' }] : [];
  });
}

export interface Counterfactual {
  /** The roster with that clerk on that day, everything else solved anew; null where he cannot. */
  readonly solution: RosterSolution;
  /** Differences of the levels of the day's pool, most important first; the first that is not zero tells how much worse. */
  readonly deltas: readonly number[];
}

/** Had `clerk` taken the day: solved exactly with him fixed there. */
export function counterfactual(problem: RosterProblem, actual: RosterSolution, day: number, clerk: number): Counterfactual {
  const forced: RosterProblem = { ...problem, fixed: [...problem.fixed.filter((duty) => !(duty.day === day && duty.clerk === clerk)), { day, clerk }] };
  const solution = solveRoster(forced);
  const levels = (result: RosterSolution): readonly number[] => {
    const regular = result.regular.vector;
    const holiday = result.holiday.vector;
    return problem.days[day]!.pool === 'regular'
      ? [regular.unfilled, regular.totals, regular.weekday, regular.weekend]
      : [holiday.unfilled, holiday.liaisonMissing, holiday.squares, holiday.newYearSquares, holiday.festivalSquares];
  };
  const [now, then] = [levels(actual), levels(solution)];
  return { solution, deltas: then.map((value, index) => value - now[index]!) };
}
