/** The engine against trying everything on tiny problems, and against HiGHS on middling ones: gap, caps, liaisons and all. */
import { SeededRandom } from '../../../../src/kernel/solver';
import { solveRoster, type ChangesLevel, type RosterProblem, type RosterSolution } from '../../../../src/systems/duty-roster/engine';
import { holidayLevels, isFeasible, levelsOf, regularLevels, type HolidayLevels, type RegularLevels } from '../../../../src/systems/duty-roster/engine/verify';
import { loadOracle, milpLevels, type Highs } from '../../../support/milp-oracle';
import { rosterInstance } from '../../../support/roster-instances';
import { compare } from '../../../support/tiny-flows';
import { bruteLevels, fixedDuties, tinyRoster } from '../../../support/tiny-rosters';

type PoolName = 'regular' | 'holiday';

/** What stands before a pool is solved: fixed duties, and the holiday pool before the regular one. */
function standingBefore(problem: RosterProblem, pool: PoolName, { duties }: RosterSolution): readonly (readonly number[])[] {
  const fixed = fixedDuties(problem);
  return problem.days.map((day, index) => (pool === 'regular' && day.pool === 'holiday' ? [...fixed[index]!, ...duties[index]!.slice(fixed[index]!.length).filter((clerk) => clerk >= 0)] : fixed[index]!));
}

function boundOf(problem: RosterProblem, solution: RosterSolution, pool: PoolName): readonly number[] {
  return pool === 'regular' ? regularLevels(problem, solution.regular.bound as RegularLevels) : holidayLevels(problem, solution.holiday.bound as HolidayLevels);
}

/** Compares a solved pool with the best there is; whether it is proven as well. */
function isBest(seed: number, problem: RosterProblem, pool: PoolName): boolean {
  const solution = solveRoster(problem);
  const best = bruteLevels(problem, pool, standingBefore(problem, pool, solution));
  const { status, verified, proof } = solution[pool];
  expect({ seed, feasible: isFeasible(problem, solution.duties), verified, proof }).toEqual({ seed, feasible: true, verified: true, proof: 'flow' });
  expect({ seed, levels: levelsOf(problem, pool, solution.duties) }).toEqual({ seed, levels: best });
  expect(compare(boundOf(problem, solution, pool), best)).toBeLessThanOrEqual(0);
  return status === 'optimal';
}

describe.each<PoolName>(['regular', 'holiday'])('%s pool of tiny rosters', (pool) => {
  test.each([0, 1])('is as good as the best there is, and proven so (hundred %i)', (hundred) => {
    let proven = 0;
    for (let seed = hundred * 100; seed < hundred * 100 + 100; seed += 1) {
      if (isBest(seed, tinyRoster({ seed, pool }), pool)) proven += 1;
    }
    expect(proven).toBeGreaterThanOrEqual(99);
  });
});

/** The problem after something happened: a roster stands, some days are blank, some clerks are away on other days than it knew. */
function replanned(problem: RosterProblem, seed: number, changesLevel: ChangesLevel): RosterProblem {
  const random = new SeededRandom(seed);
  const standing = solveRoster(problem).duties.map((people) => people.map((person) => (random.below(100) < 10 ? -1 : random.below(100) < 10 ? random.below(problem.clerks.length) : person)));
  const clerks = problem.clerks.map((clerk) => (random.below(100) < 40 ? { ...clerk, available: clerk.available.map((free) => (random.below(100) < 30 ? 0 : free)) } : clerk));
  return { ...problem, clerks, standing, changesLevel };
}

describe.each<readonly [PoolName, ChangesLevel]>([
  ['regular', 'before-totals'],
  ['regular', 'after-totals'],
  ['holiday', 'before-totals'],
  ['holiday', 'after-totals'],
])('replanning the %s pool of tiny rosters, changes %s', (pool, changesLevel) => {
  test('changes as few as its rank allows, proven', () => {
    let proven = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      if (isBest(seed, replanned(tinyRoster({ seed, pool }), seed, changesLevel), pool)) proven += 1;
    }
    expect(proven).toBeGreaterThanOrEqual(98);
  });
});

describe('HiGHS on the same model', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadOracle();
  });

  test.each<readonly [string, Parameters<typeof rosterInstance>[0], readonly PoolName[]]>([
    ['an office of 8', { people: 8, days: 62, seed: 1 }, ['holiday', 'regular']],
    ['an office of 12', { people: 12, days: 92, seed: 2 }, ['holiday', 'regular']],
    ['an office of 10, gap 5', { people: 10, days: 62, seed: 3, minGap: 5 }, ['regular']],
    ['holidays of 12 with a tight gap', { people: 12, days: 92, seed: 7 }, ['holiday']],
    ['holidays of 12 with a liaison missing', { people: 12, days: 92, seed: 8 }, ['holiday']],
    ['holidays of a county', { people: 30, days: 365, seed: 2 }, ['holiday']],
  ])('%s: neither finds anything better', (_, options, pools) => {
    const problem = rosterInstance(options);
    const solution = solveRoster(problem);
    for (const pool of pools) {
      expect({ pool, status: solution[pool].status }).toEqual({ pool, status: 'optimal' });
      expect(levelsOf(problem, pool, solution.duties)).toEqual(milpLevels(highs, problem, pool, standingBefore(problem, pool, solution)));
    }
  });

  test('where too few people are for the gap, the bound lies below the true optimum and the roster above it', () => {
    const problem = rosterInstance({ people: 5, days: 45, seed: 1, minGap: 4, leave: 4, pins: 1 });
    const solution = solveRoster(problem);
    const best = milpLevels(highs, problem, 'regular', standingBefore(problem, 'regular', solution));
    expect(compare(boundOf(problem, solution, 'regular'), best)).toBeLessThanOrEqual(0);
    expect(compare(best, levelsOf(problem, 'regular', solution.duties))).toBeLessThanOrEqual(0);
  });
});

describe.each([
  [12, 92],
  [30, 365],
  [100, 365],
])('%i people over %i days', (people, days) => {
  // the benchmark has five of each
  test.each(people < 100 ? [1, 2, 3, 4, 5] : [1, 2])('seed %i: all pools proven optimal', (seed) => {
    const problem = rosterInstance({ people, days, seed });
    const solution = solveRoster(problem);
    expect(solution.regular).toMatchObject({ status: 'optimal', proof: 'flow', verified: true });
    expect(solution.holiday).toMatchObject({ status: 'optimal', proof: 'flow', verified: true });
    expect(solution.regular.vector).toMatchObject({ unfilled: 0, gapViolations: 0 });
    expect(isFeasible(problem, solution.duties)).toBe(true);
  });
});
