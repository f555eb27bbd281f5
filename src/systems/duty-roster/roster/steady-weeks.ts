/** Chiefs keep the weeks that stand where that is as even: who comes after whom is no reason to turn a roster round. */
import type { RosterProblem, RosterSolution } from '../engine';
import { chiefVector } from '../engine/chiefs';

/**
 * The solution with the weeks as they stand, if every open week has a chief who can take it and neither open weeks, turns
 * nor counted days get worse. Cells that were filled since and are fixed now must not move the others (值班-二).
 */
export function keepWeeks(problem: RosterProblem, solution: RosterSolution): RosterSolution {
  const { weeks, chiefs, standingChiefs } = problem;
  const standing = weeks.map(({ fixed, countedDays }, week) => (fixed >= 0 || countedDays === 0 ? solution.chiefs[week]! : standingChiefs[week]!));
  const isAllowed = weeks.every(({ fixed, countedDays }, week) => fixed >= 0 || countedDays === 0 || chiefs[standing[week]!]?.available[week] === 1);
  if (!isAllowed) return solution;
  const vector = chiefVector(problem, standing);
  const made = solution.chief.vector;
  if (vector.unfilled > made.unfilled || vector.squares > made.squares || vector.daySquares > made.daySquares) return solution;
  return { ...solution, chiefs: standing, chief: { ...solution.chief, vector } };
}
