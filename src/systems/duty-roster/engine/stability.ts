/** What stands in the sheet is kept whole where it is as good: a second run changes nothing. */
import { compareLevels } from './assignment';
import { aimedGap } from './polish';
import type { DayDuties, PoolName } from './pools';
import type { RosterProblem } from './problem';
import { fineLevels, isFeasible, levelsOf } from './verify';

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
