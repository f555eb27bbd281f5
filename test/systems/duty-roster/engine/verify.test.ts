/** Feasibility and levels, recounted by hand. */
import type { RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { holidayVector, isFeasible, levelsOf, regularVector } from '../../../../src/systems/duty-roster/engine/verify';
import { addDays } from '../../../../src/kernel/date';
import { plainRoster } from '../../../support/plain-roster';

/** Thursday 2026-03-05 to Monday 2026-03-09; the Saturday is a holiday with two clerks. */
const problem = plainRoster({
  from: '2026-03-05',
  length: 5,
  clerks: [{ weekdays: [2, 0, 0, 1, 0, 0, 3], holiday: 4, festivals: [1], newYear: 2 }, { holiday: 1 }, { cap: 1 }],
  away: { 2: [0] },
  minGap: 2,
  festivals: ['春节'],
  days: { 2: { pool: 'holiday', need: 2, festival: 0, newYear: true, liaisons: [1] } },
});
const good = [[0], [2], [0, 1], [-1], [1]];

describe('feasible', () => {
  const table: readonly (readonly [string, Partial<RosterProblem>, readonly (readonly number[])[], boolean])[] = [
    ['a roster with an open day', {}, good, true],
    ['on leave', {}, [[2], [1], [0, 1], [-1], [1]], false],
    ['closer than the gap', {}, [[0], [2], [0, 1], [1], [-1]], false],
    ['twice on a day', { minGap: 1 }, [[0], [2], [0, 0], [-1], [1]], false],
    ['more than are needed', {}, [[0, 1], [2], [0], [-1], [1]], false],
    ['above the cap', { minGap: 1 }, [[0], [2], [0, 1], [2], [1]], false],
    ['above the cap by fixed duties alone', { minGap: 1, fixed: [{ day: 1, clerk: 2 }, { day: 3, clerk: 2 }] }, [[0], [2], [0, 1], [2], [1]], true],
    ['above the cap by a fixed duty and a free one', { minGap: 1, fixed: [{ day: 1, clerk: 2 }] }, [[0], [2], [0, 1], [2], [1]], false],
    ['a fixed duty that is missing', { fixed: [{ day: 3, clerk: 0 }] }, good, false],
    ['a fixed duty on leave', { fixed: [{ day: 0, clerk: 2 }] }, [[2], [-1], [0, 1], [-1], [1]], true],
    ['a free duty too close to a fixed one', { fixed: [{ day: 0, clerk: 1 }] }, [[1], [1], [0], [-1], [-1]], false],
    ['a fixed stranger', { fixed: [{ day: 3, clerk: -1 }] }, good, true],
    ['a fixed stranger whose slot somebody else has too', { fixed: [{ day: 4, clerk: -1 }] }, [[0], [2], [0, 1], [-1], [-1, 1]], false],
    ['more fixed than needed', { fixed: [{ day: 0, clerk: 0 }, { day: 0, clerk: 1 }] }, [[0, 1], [-1], [-1], [-1], [-1]], true],
  ];
  test.each(table)('%s', (_, change, duties, expected) => {
    expect(isFeasible({ ...problem, ...change }, duties)).toBe(expected);
  });

  test('too close to a duty outside the period', () => {
    const bordered = { ...problem, clerks: problem.clerks.map((clerk, index) => (index === 0 ? { ...clerk, neighbours: [addDays(problem.days[0]!.date, -1)] } : clerk)) };
    expect(isFeasible(bordered, good)).toBe(false);
    expect(isFeasible(bordered, [[-1], ...good.slice(1)])).toBe(true);
  });
});

test('the regular pool', () => {
  expect(regularVector(problem, good)).toEqual({
    unfilled: 1,
    // 7, 1, 1
    totals: 49 + 1 + 1,
    // Mon 2, Thu 2, Sun 3; Mon 1; Fri 1
    weekday: 4 + 4 + 9 + 1 + 1,
    weekend: 9,
    rangeTotals: 6,
    rangeWeekday: 3,
    minGap: 2,
    gapViolations: 0,
    // from the eve (4th) to the morrow (10th): 1+2+3, 3+2+1, 2+4
    spacing: 1 + 4 + 9 + (9 + 4 + 1) + (4 + 16),
    wishes: 0,
    changes: 0,
  });
  expect(levelsOf(problem, 'regular', good)).toEqual([1, 51, 19, 9]);
});

test('the holiday pool', () => {
  expect(holidayVector(problem, good)).toEqual({ unfilled: 0, liaisonMissing: 0, squares: 25 + 4, newYearSquares: 9 + 1, festivalSquares: 4 + 1, liaisonPersonDays: 1, changes: 0 });
  expect(levelsOf(problem, 'holiday', good)).toEqual([0, 0, 29, 10, 5, -1]);
  const without = [[1], [2], [0, -1], [-1], [1]];
  expect(holidayVector(problem, without)).toMatchObject({ unfilled: 1, liaisonMissing: 1, liaisonPersonDays: 0 });
});

describe('days without a liaison', () => {
  const withLiaisons = (liaisons: readonly number[] | null): RosterProblem => ({ ...problem, days: problem.days.map((day, index) => (index === 2 ? { ...day, liaisons } : day)) });
  test.each([
    ['the leader is not decided', null, 0],
    ['the leader has no liaison', [], 1],
    ['his liaison serves', [0, 2], 0],
    ['his liaison does not', [2], 1],
  ])('%s', (_, liaisons, missing) => {
    expect(holidayVector(withLiaisons(liaisons), good).liaisonMissing).toBe(missing);
  });
});

test('a holiday day of no festival counts in the total alone', () => {
  const loose: RosterProblem = { ...problem, days: problem.days.map((day, index) => (index === 2 ? { ...day, festival: -1, newYear: false } : day)) };
  expect(holidayVector(loose, good)).toMatchObject({ squares: 29, newYearSquares: 4, festivalSquares: 1 });
});

describe('gaps', () => {
  const everyday = plainRoster({ from: '2026-03-02', length: 6, clerks: 2, minGap: 3 });
  const first = everyday.days[0]!.date;
  const bordered = (...neighbours: readonly number[]): RosterProblem => ({ ...everyday, clerks: everyday.clerks.map((clerk, index) => (index === 0 ? { ...clerk, neighbours: neighbours.map((days) => addDays(first, days)) } : clerk)) });
  const none = [-1];
  test.each<readonly [string, RosterProblem, readonly (readonly number[])[], number | null, number]>([
    ['nobody serves', everyday, [none, none, none, none, none, none], null, 0],
    ['one duty has no gap', everyday, [[0], none, none, none, none, none], null, 0],
    ['far enough', everyday, [[0], none, none, [0], none, none], 3, 0],
    ['every pair too close counts', everyday, [[0], [0], [0], none, none, none], 1, 3],
    ['across the start', bordered(-2), [[0], none, none, none, none, none], 2, 1],
    ['across the end', bordered(7), [none, none, none, none, none, [0]], 2, 1],
    ['not between duties outside', bordered(-3, -2, 8), [none, none, none, [0], none, none], 5, 0],
  ])('%s', (_, roster, duties, minGap, gapViolations) => {
    expect(regularVector(roster, duties)).toMatchObject({ minGap, gapViolations });
  });

  test('spacing begins with the last duty before the period', () => {
    // -3 -> 0 -> 6 for one, -1 -> 6 for the other
    expect(regularVector(bordered(-5, -3), [[0], none, none, none, none, none]).spacing).toBe(9 + 36 + 49);
  });
});

test('changes are the names that no longer stand, in their own pool', () => {
  const standing = [[1], [2], [1, 0], [0], [-1]];
  expect(regularVector({ ...problem, standing }, good).changes).toBe(2);
  expect(holidayVector({ ...problem, standing }, good).changes).toBe(0);
  expect(holidayVector({ ...problem, standing: [[], [], [2, 1], [], []] }, good).changes).toBe(1);
  expect(holidayVector({ ...problem, standing: [] }, good).changes).toBe(0);
});
