/** What stands in the sheet decides between equals. */
import { solveRoster, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { plainRoster } from '../../../support/plain-roster';

const problem = plainRoster({ from: '2026-03-02', length: 28, clerks: 8, minGap: 3 });
const blind = solveRoster(problem).duties;

test('another roster that is as good is kept whole: two people alike have changed places', () => {
  const standing = blind.map((people) => people.map((person) => (person === 1 ? 2 : person === 2 ? 1 : person)));
  const solution = solveRoster({ ...problem, standing });
  expect(solution.duties).toEqual(standing);
  expect(solution.regular).toMatchObject({ status: 'optimal', vector: { changes: 0 } });
});

test('one that is less fair is not', () => {
  const standing = blind.map(() => [0]);
  const loose: RosterProblem = { ...problem, minGap: 1 };
  expect(solveRoster({ ...loose, standing }).regular.vector.changes).toBeGreaterThan(0);
});

test('what stands in part decides between equals', () => {
  const pair = plainRoster({ from: '2026-03-02', length: 2, clerks: 2 });
  const standing = solveRoster(pair).duties.map((people, day) => (day === 0 ? people.map((person) => 1 - person) : [-1]));
  const solution = solveRoster({ ...pair, standing });
  expect(solution.duties[0]).toEqual(standing[0]);
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
