/** Where the flow's bound is loose: what a solver outside proves, and that nothing depends on its being there. */
import type { IntegerProgram, ProgramAnswer } from '../../../../src/kernel/solver';
import { solveProgram } from '../../../../src/entries/milp';
import { drive } from '../../../../src/operations/drive';
import { solveRoster, solveRosterInSlices, type RosterProblem, type RosterSolution } from '../../../../src/systems/duty-roster/engine';
import { isFeasible, levelsOf } from '../../../../src/systems/duty-roster/engine/verify';
import { rosterInstance } from '../../../support/roster-instances';
import { compare } from '../../../support/tiny-flows';

const asked = (problem: RosterProblem, milp: (program: IntegerProgram) => Promise<ProgramAnswer | undefined>): Promise<RosterSolution> => drive(solveRosterInSlices(problem), { milp });
const scarce = rosterInstance({ people: 4, days: 24, seed: 2, minGap: 4 });

test.each([
  ['holidays of 12 people, gap 7', rosterInstance({ people: 12, days: 92, seed: 1, minGap: 7 })],
  ['6 people, gap 6', rosterInstance({ people: 6, days: 30, seed: 1, minGap: 6 })],
  ['4 people, gap 4', scarce],
])('%s: proven with the solver, told as unproven without', async (_, problem) => {
  const without = solveRoster(problem);
  const solved = await asked(problem, solveProgram);
  expect([solved.regular.status, solved.holiday.status]).toEqual(['optimal', 'optimal']);
  expect([solved.regular.proof, solved.holiday.proof]).toContain('milp');
  expect([without.regular.status, without.holiday.status]).not.toEqual(['optimal', 'optimal']);
  expect([without.regular.proof, without.holiday.proof]).not.toContain('milp');
  expect(isFeasible(problem, solved.duties)).toBe(true);
  expect(compare(levelsOf(problem, 'holiday', solved.duties), levelsOf(problem, 'holiday', without.duties))).toBeLessThanOrEqual(0);
}, 30_000);

test('a solver that gives up changes nothing', async () => {
  const gaveUp = await asked(scarce, async () => Promise.resolve({ status: 'limit', objective: NaN, ones: new Set<string>() }));
  expect(gaveUp).toEqual(solveRoster(scarce));
});

test('one that gives up on the way: what was proven counts, the rest is open', async () => {
  let calls = 0;
  const partly = await asked(scarce, async (program) => {
    calls += 1;
    return calls > 1 ? undefined : solveProgram(program);
  });
  expect(calls).toBe(2);
  const { status, bound, vector } = partly.regular;
  expect(status).not.toBe('optimal');
  expect(bound.unfilled).toBe(vector.unfilled);
});

test('one that claims a better roster than its answer holds is not believed', async () => {
  const lied = await asked(scarce, async (program) => {
    const answer = await solveProgram(program);
    return answer && { ...answer, objective: answer.objective - 1 };
  });
  expect(isFeasible(scarce, lied.duties)).toBe(true);
  expect(lied.duties).toEqual(solveRoster(scarce).duties);
});

test('large pools are not asked for', async () => {
  let calls = 0;
  await asked(rosterInstance({ people: 40, days: 365, seed: 1, minGap: 20 }), async () => {
    calls += 1;
    return Promise.resolve(undefined);
  });
  expect(calls).toBe(0);
});
