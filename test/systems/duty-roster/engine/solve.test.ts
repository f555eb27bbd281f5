import { solveRoster, type RosterProblem, type RosterSolution } from '../../../../src/systems/duty-roster/engine';
import { isFeasible } from '../../../../src/systems/duty-roster/engine/verify';
import { rosterInstance } from '../../../support/roster-instances';

const withStanding = (problem: RosterProblem, solution: RosterSolution): RosterProblem => ({ ...problem, standing: solution.duties, standingChiefs: solution.chiefs });

describe.each([
  [12, 92],
  [30, 365],
  [60, 365],
])('%i people over %i days', (people, days) => {
  test.each([1, 2, 3, 4, 5])('seed %i is proven optimal, feasible and repeats itself', (seed) => {
    const problem = rosterInstance({ people, days, seed });
    const solution = solveRoster(problem);
    expect(solution.regular).toMatchObject({ status: 'optimal', proof: 'flow', verified: true });
    expect(solution.holiday.verified).toBe(true);
    expect(isFeasible(problem, solution.duties)).toBe(true);
    expect(solution.regular.vector.gapViolations).toBe(0);
    expect(solveRoster(problem)).toEqual(solution);
    expect(solveRoster(withStanding(problem, solution)).duties).toEqual(solution.duties);
  });
});
