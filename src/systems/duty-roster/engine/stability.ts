/** What stands in the sheet, as the last level: kept whole where it is as good, approached by neutral exchanges where not. */
import { compareLevels, type Assignment } from './assignment';
import type { DayDuties, PoolName } from './pools';
import type { RosterProblem } from './problem';
import { isFeasible, levelsOf } from './verify';

const ROUNDS = 20;

/** Exchanges between days of one kind that give a day back to whom it stood for; no level and no gap gets worse. */
export function settle(problem: RosterProblem, duties: Assignment): void {
  const stood = Array.from(duties.column, (column) => problem.standing[duties.pool.days[column]!] ?? []);
  const isRight = (slot: number, person: number): boolean => stood[slot]!.includes(person);
  const wrong = Array.from(duties.column.keys()).filter((slot) => stood[slot]!.some((person) => person >= 0));
  for (let round = 0, improved = true; improved && round < ROUNDS; round += 1) {
    improved = false;
    for (const slot of wrong) {
      if (duties.person[slot]! < 0 || isRight(slot, duties.person[slot]!)) continue;
      const partner = duties.ofKind.get(duties.kind[slot]!)!.find((other) => {
        const holder = duties.person[other]!;
        return isRight(slot, holder) && !isRight(other, holder) && duties.canSwap(slot, other) && duties.swapDelta(slot, other) <= 0 && duties.isNeutral(slot, other);
      });
      if (partner === undefined) continue;
      duties.swap(slot, partner);
      improved = true;
    }
  }
}

/**
 * The duties that stand in a pool if they are allowed and no level is worse than what was made; else what was made. So a
 * second run changes nothing. `before` holds what stood before the pool was solved (fixed duties, the other pool).
 */
export function keepStanding(problem: RosterProblem, name: PoolName, before: DayDuties, made: DayDuties): DayDuties {
  const standing = problem.days.map(({ pool }, day) => {
    const fixed = before[day]!;
    return pool === name ? [...fixed, ...(problem.standing[day] ?? []).filter((person) => person >= 0 && !fixed.includes(person))] : fixed;
  });
  if (!isFeasible(problem, standing)) return made;
  return compareLevels(levelsOf(problem, name, standing), levelsOf(problem, name, made)) <= 0 ? standing : made;
}
