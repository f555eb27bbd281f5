/** What stands in the sheet is kept whole where it is as good: a second run changes nothing. */
import { compareLevels } from './assignment';
import { aimedGap } from './polish';
import { isTooClose, type DayDuties, type PoolName } from './pools';
import type { RosterProblem } from './problem';
import { fineLevels, isFeasible, levelsOf } from './verify';

/** Of the holiday pool on a replan: open slots, days without a liaison, totals and changes. */
const LEADING = 4;

/**
 * The problem in which nobody is asked for a holiday, where he does not stand already, that is too close to an ordinary day
 * of his: so a replan of the holidays leaves the days around them alone.
 */
export function sparing(problem: RosterProblem): RosterProblem {
  const { days, standing, minGap } = problem;
  const ordinary = problem.clerks.map((_, person) => days.flatMap(({ pool, date }, day) => (pool === 'regular' && standing[day]?.includes(person) ? [date] : [])));
  return {
    ...problem,
    clerks: problem.clerks.map((clerk, person) => ({
      ...clerk,
      available: clerk.available.map((free, day) => (days[day]!.pool === 'holiday' && !standing[day]?.includes(person) && ordinary[person]!.some((date) => isTooClose(date, days[day]!.date, minGap)) ? 0 : free)),
    })),
  };
}

/** Whether duties of the holiday pool are as good as others in everything down to the changes. */
export function isAsGood(problem: RosterProblem, duties: DayDuties, others: DayDuties): boolean {
  const leading = (all: DayDuties): readonly number[] => levelsOf(problem, 'holiday', all).slice(0, LEADING);
  return compareLevels(leading(duties), leading(others)) <= 0;
}

/**
 * The duties that stand in a pool if they are allowed and no level (L0 to L5) is worse than what was made; else what was
 * made. `before` holds what stood before the pool was solved (fixed duties, the other pool).
 */
export function keepStanding(problem: RosterProblem, name: PoolName, before: DayDuties, made: DayDuties): DayDuties {
  const standing = problem.days.map(({ pool }, day) => {
    const fixed = before[day]!;
    return pool === name ? [...fixed, ...(problem.standing[day] ?? []).filter((person) => person >= 0 && !fixed.includes(person))] : fixed;
  });
  if (!isFeasible(problem, standing)) return made;
  const aim = aimedGap(problem);
  const levels = (duties: DayDuties): readonly number[] => [...levelsOf(problem, name, duties), ...fineLevels(problem, duties, aim)];
  return compareLevels(levels(standing), levels(made)) <= 0 ? standing : made;
}
