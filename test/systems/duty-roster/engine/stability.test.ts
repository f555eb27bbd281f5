/** What stands in the sheet decides between equals. */
import { solveRoster, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { isFeasible, levelsOf } from '../../../../src/systems/duty-roster/engine/verify';
import { plainRoster } from '../../../support/plain-roster';
import { rosterInstance } from '../../../support/roster-instances';

const problem = plainRoster({ from: '2026-03-02', length: 28, clerks: 8, minGap: 3 });
const blind = solveRoster(problem).duties;

/** The roster with two days of one weekday exchanged, gap kept. */
function exchanged(roster: RosterProblem, duties: readonly (readonly number[])[]): readonly (readonly number[])[] {
  for (let day = 0; day < duties.length; day += 1) {
    for (let other = day + 7; other < duties.length; other += 7) {
      const copy = duties.map((people) => [...people]);
      [copy[day], copy[other]] = [copy[other]!, copy[day]!];
      if (duties[day]![0] !== duties[other]![0] && isFeasible(roster, copy)) return copy;
    }
  }
  throw new Error('no two days can be exchanged');
}

test('another roster that is as fair is kept whole', () => {
  const standing = exchanged(problem, blind);
  const solution = solveRoster({ ...problem, standing });
  expect(solution.duties).toEqual(standing);
  expect(solution.regular).toMatchObject({ status: 'optimal', vector: { changes: 0 } });
});

test('one that is less fair is not', () => {
  const standing = blind.map(() => [0]);
  const loose: RosterProblem = { ...problem, minGap: 1 };
  expect(solveRoster({ ...loose, standing }).regular.vector.changes).toBeGreaterThan(0);
});

test('one with a day that is no longer possible is approached: others keep their days where it costs nothing', () => {
  const county = rosterInstance({ people: 12, days: 92, seed: 3 });
  const standing = solveRoster(county).duties.map((people) => [...people]);
  // two people of the roster change places wherever they can: as fair as before
  const other: RosterProblem = { ...county, standing: exchanged(county, standing).map((people, day) => (day === 40 ? [-1] : people)) };
  const solution = solveRoster(other);
  expect(levelsOf(county, 'regular', solution.duties)).toEqual(levelsOf(county, 'regular', standing));
  expect(solution.regular.vector.changes).toBe(0);
});

test('an incomplete day is filled, the rest stays', () => {
  const standing = blind.map((people, day) => (day % 9 === 4 ? [-1] : people));
  const solution = solveRoster({ ...problem, standing });
  expect(solution.regular.vector.changes).toBe(0);
  expect(solution.regular.vector.unfilled).toBe(0);
});

test('nothing known of what stands is the same as nothing standing', () => {
  expect(solveRoster({ ...problem, standing: [] }).duties).toEqual(blind);
});

test('fixed names come first in their day, in the given order', () => {
  const holiday = { pool: 'holiday', need: 3, festival: 0 } as const;
  const fixed = plainRoster({ from: '2026-04-04', length: 1, clerks: 4, days: { 0: holiday }, festivals: ['清明'], fixed: [{ day: 0, clerk: 3 }, { day: 0, clerk: 1 }] });
  const { duties } = solveRoster(fixed);
  expect(duties[0]!.slice(0, 2)).toEqual([3, 1]);
  expect(solveRoster({ ...fixed, standing: [[1, 2, 3]] }).duties).toEqual([[3, 1, 2]]);
});

test('what stands without being allowed has no say', () => {
  const away: RosterProblem = { ...problem, clerks: problem.clerks.map((clerk, index) => (index === 0 ? { ...clerk, available: clerk.available.map((free, day) => (day === 0 ? 0 : free)) } : clerk)) };
  const { duties, regular } = solveRoster({ ...away, standing: blind.map((people, day) => (day === 0 ? [0] : people)) });
  expect(duties[0]).not.toContain(0);
  expect(regular.status).toBe('optimal');
});
