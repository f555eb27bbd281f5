/** The roster from the first day to the last: the fewest open slots, whatever the flow could not see of the gap. */
import { atOnce } from '../../../../src/kernel/slices';
import { solveRoster, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { Assignment } from '../../../../src/systems/duty-roster/engine/assignment';
import { buildPool, busyDates } from '../../../../src/systems/duty-roster/engine/pools';
import { fixedDuties } from '../../../../src/systems/duty-roster/engine/solve';
import { sweep } from '../../../../src/systems/duty-roster/engine/sweep';
import { isFeasible, levelsOf } from '../../../../src/systems/duty-roster/engine/verify';
import { plainRoster } from '../../../support/plain-roster';
import { rosterInstance } from '../../../support/roster-instances';
import { bruteLevels, tinyRoster } from '../../../support/tiny-rosters';

type PoolName = 'regular' | 'holiday';

/** Fixed duties and the swept ones of one pool. */
function swept(problem: RosterProblem, name: PoolName): readonly (readonly number[])[] {
  const before = fixedDuties(problem);
  const pool = buildPool(problem, name, before);
  const duties = new Assignment(problem, pool, pool.model.columns.map(({ need }) => new Array<number>(need).fill(-1)), busyDates(problem, before));
  duties.restore(atOnce(sweep(duties)));
  duties.assigned().forEach((people, column) => before[pool.days[column]!]!.push(...people.filter((person) => person >= 0)));
  return before;
}

const uncapped = (problem: RosterProblem): RosterProblem => ({ ...problem, clerks: problem.clerks.map((clerk) => ({ ...clerk, cap: null })) });

describe.each<[PoolName, string, number]>([
  ['regular', 'open slots', 1],
  ['holiday', 'open slots, then days without a liaison', 2],
])('%s pool of tiny rosters: %s', (name, _, leading) => {
  test('are as few as can be', () => {
    for (let seed = 2000; seed < 2150; seed += 1) {
      const problem = uncapped(tinyRoster({ seed, pool: name }));
      const best = bruteLevels(problem, name, fixedDuties(problem)).slice(0, leading);
      expect({ seed, levels: levelsOf(problem, name, swept(problem, name)).slice(0, leading) }).toEqual({ seed, levels: best });
    }
  });
});

test('gap, absences and caps hold, also where there is room for a few ways only', () => {
  const crowds = [1, 2].map((seed) => rosterInstance({ people: 40, days: 200, seed, minGap: 15, leave: 50 }));
  const capped = Array.from({ length: 60 }, (_, seed) => tinyRoster({ seed: 2200 + seed, pool: seed % 2 === 0 ? 'regular' : 'holiday' }));
  for (const problem of [...crowds, ...capped]) for (const name of ['regular', 'holiday'] as const) expect(isFeasible(problem, swept(problem, name))).toBe(true);
});

test('totals are evened out along the way', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 6, clerks: [{ weekdays: [2, 0, 0, 0, 0, 0, 0] }, {}, {}] });
  expect(levelsOf(problem, 'regular', swept(problem, 'regular')).slice(0, 2)).toEqual([0, 22]);
});

test('then weekdays', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 2, clerks: [{ weekdays: [1, 0, 0, 0, 0, 0, 0] }, { weekdays: [0, 1, 0, 0, 0, 0, 0] }] });
  expect(swept(problem, 'regular')).toEqual([[1], [0]]);
});

test('nothing to do', () => expect(swept(plainRoster({ from: '2026-03-02', length: 0, clerks: 2 }), 'regular')).toEqual([]));

/** Open days as HiGHS proves them to be the fewest; chains of exchanges alone left one or two more. */
test.each<[Parameters<typeof rosterInstance>[0], number]>([
  [{ people: 3, days: 34, seed: 711105, minGap: 4, leave: 4, pins: 2, history: 2 }, 7],
  [{ people: 3, days: 55, seed: 294475, minGap: 6, leave: 17, pins: 7, history: 14 }, 26],
  [{ people: 4, days: 47, seed: 293640, minGap: 4, leave: 32, pins: 0, history: 2 }, 11],
  [{ people: 6, days: 32, seed: 144667, minGap: 6, leave: 22, pins: 0, history: 11 }, 5],
  [{ people: 5, days: 44, seed: 137857, minGap: 6, leave: 11, pins: 0, history: 8 }, 10],
])('far too few people %j: %i open days', (options, unfilled) => {
  const problem = rosterInstance(options);
  const { regular, duties } = solveRoster(problem);
  expect(regular.vector).toMatchObject({ unfilled, gapViolations: 0 });
  expect(isFeasible(problem, duties)).toBe(true);
});
