/** Why days stay open that somebody could take. */
import { shortages, solveRoster, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { plainRoster } from '../../../support/plain-roster';

const found = (problem: RosterProblem) => shortages(problem, solveRoster(problem));

test('more duties than everybody together can serve: the shortest stretch, and who can serve how often', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 12, clerks: 4, minGap: 4, away: { 3: [5, 6, 7, 8] } });
  expect(found(problem)).toEqual([{ days: [5, 6, 7, 8], slots: 4, supply: [0, 1, 2].map((clerk) => ({ clerk, most: 1 })) }]);
});

test('days that no stretch explains: the fewest that cannot all be filled', () => {
  // only the first can take the days at the ends, which are too close for him; the others crowd the day between
  const problem = plainRoster({ from: '2026-03-02', length: 3, clerks: 3, minGap: 3, away: { 0: [1], 1: [0, 2], 2: [0, 2] } });
  expect(found(problem)).toEqual([{ days: [0, 2], slots: 2, supply: null }]);
});

test('a day that nobody at all can take is explained by each one’s own reason', () => {
  expect(found(plainRoster({ from: '2026-03-02', length: 3, clerks: 2, away: { 0: [1], 1: [1] } }))).toEqual([]);
});

test('nothing open, nothing said; fixed strangers fill a slot', () => {
  expect(found(plainRoster({ from: '2026-03-02', length: 3, clerks: 3 }))).toEqual([]);
  expect(found(plainRoster({ from: '2026-03-02', length: 1, clerks: 0, fixed: [{ day: 0, clerk: -1 }] }))).toEqual([]);
});

test('a fixed duty counts for its clerk although he is away, a duty next door counts against him', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 2, clerks: 1, minGap: 2, away: { 0: [0] }, fixed: [{ day: 0, clerk: 0 }] });
  expect(found(problem)).toEqual([{ days: [0, 1], slots: 2, supply: [{ clerk: 0, most: 1 }] }]);
});

test('every open day is told once, with the others of its stretch', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 6, clerks: 1, minGap: 3 });
  const days = found(problem).flatMap((shortage) => shortage.days);
  expect(new Set(days).size).toBeLessThanOrEqual(days.length);
  expect(found(problem)[0]).toEqual({ days: [0, 1], slots: 2, supply: [{ clerk: 0, most: 1 }] });
});
