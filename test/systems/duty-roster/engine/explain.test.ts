/** Why nobody takes a day, and what it would have cost had somebody else taken it. */
import { addDays } from '../../../../src/kernel/date';
import { counterfactual, explainUnfilled, obstaclesOn, solveRoster, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { levelsOf } from '../../../../src/systems/duty-roster/engine/verify';
import { plainRoster } from '../../../support/plain-roster';
import { compare } from '../../../support/tiny-flows';
import { bruteLevels, fixedDuties, tinyRoster } from '../../../support/tiny-rosters';

describe('obstacles', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 6, clerks: [{}, {}, { cap: 1 }, {}, {}], away: { 0: [3], 4: [3] }, minGap: 2 });
  const duties = [[2], [1], [1], [-1], [1], [4]];

  test('absence before the gap, the nearest duty (the earlier of two), the cap; whoever could serve is not named', () => {
    expect(obstaclesOn(problem, duties, 3)).toEqual([
      { clerk: 0, reason: 'unavailable' },
      { clerk: 1, reason: 'gap', date: problem.days[2]!.date },
      { clerk: 2, reason: 'cap' },
      { clerk: 4, reason: 'unavailable' },
    ]);
  });

  test('those who serve the day have none', () => {
    expect(obstaclesOn(problem, duties, 4).map(({ clerk }) => clerk)).toEqual([2, 4]);
  });

  test('a duty outside the period is one too', () => {
    const date = addDays(problem.days[0]!.date, -1);
    const bordered: RosterProblem = { ...problem, clerks: problem.clerks.map((clerk, index) => (index === 3 ? { ...clerk, neighbours: [date] } : clerk)) };
    expect(obstaclesOn(bordered, duties, 0)).toContainEqual({ clerk: 3, reason: 'gap', date });
  });

  test('the cap is for regular days', () => {
    const days = problem.days.map((day, index) => (index === 3 ? { ...day, pool: 'holiday' as const } : day));
    expect(obstaclesOn({ ...problem, days }, duties, 3).map(({ reason }) => reason)).not.toContain('cap');
  });

  test('on an open day everybody has one', () => {
    for (let seed = 900; seed < 1000; seed += 1) {
      for (const pool of ['regular', 'holiday'] as const) {
        const tiny = tinyRoster({ seed, pool });
        const solution = solveRoster(tiny);
        for (const { day, obstacles } of explainUnfilled(tiny, solution)) {
          expect(obstacles.length + solution.duties[day]!.filter((clerk) => clerk >= 0).length).toBe(tiny.clerks.length);
        }
      }
    }
  });
});

describe('had somebody else taken the day', () => {
  test('the levels change by what trying everything finds, and by no less than the bound says', () => {
    let asked = 0;
    for (const pool of ['regular', 'holiday'] as const) {
      for (let seed = 1100; seed < 1130; seed += 1) {
        const problem = tinyRoster({ seed, pool });
        const actual = solveRoster(problem);
        const now = levelsOf(problem, pool, actual.duties);
        const fixed = fixedDuties(problem);
        problem.days.forEach((day, index) => {
          if (day.pool !== pool || fixed[index]!.length >= day.need) return;
          problem.clerks.forEach((_, clerk) => {
            const other = counterfactual(problem, actual, index, fixed[index]!.length, clerk);
            if (!other) return;
            asked += 1;
            const before = problem.days.map(({ pool: name }, at) => {
              const people = pool === 'regular' && name === 'holiday' ? actual.duties[at]!.filter((person, slot) => person >= 0 || slot < fixed[at]!.length) : fixed[at]!;
              return at === index ? [...people, clerk] : people;
            });
            const best = bruteLevels({ ...problem, fixed: [...problem.fixed, { day: index, clerk }] }, pool, before);
            expect({ seed, index, clerk, levels: now.map((level, at) => level + other.deltas[at]!) }).toEqual({ seed, index, clerk, levels: best });
            expect(compare(other.atLeast!, other.deltas)).toBeLessThanOrEqual(0);
            if (other.isProven) expect(other.atLeast).toEqual(other.deltas);
          });
        });
      }
    }
    expect(asked).toBeGreaterThan(200);
  });

  const problem = plainRoster({ from: '2026-03-02', length: 6, clerks: [{}, {}, { cap: 1 }, {}], away: { 3: [4] }, minGap: 2, fixed: [{ day: 1, clerk: 2 }, { day: 2, clerk: 0 }], days: { 5: { pool: 'holiday', need: 1, festival: 0 } }, festivals: ['清明'] });
  const actual = solveRoster(problem);

  test.each([
    ['the slot is fixed', 1, 3],
    ['he serves that day', 0, actual.duties[0]![0]!],
    ['he is not available', 4, 3],
    ['a fixed duty of his is too close', 3, 0],
    ['a holiday duty of his is too close', 4, actual.duties[5]![0]!],
    ['fixed duties reach his cap', 4, 2],
  ])('not where %s', (_, day, clerk) => {
    expect(counterfactual(problem, actual, day, 0, clerk)).toBeNull();
  });

  test('between equals nothing changes', () => {
    const even = plainRoster({ from: '2026-03-02', length: 2, clerks: 2 });
    const solution = solveRoster(even);
    const other = solution.duties[0]![0] === 0 ? 1 : 0;
    expect(counterfactual(even, solution, 0, 0, other)).toEqual({ atLeast: [0, 0, 0, 0], deltas: [0, 0, 0, 0], isProven: true });
  });

  test('whoever has more already costs more', () => {
    const uneven = plainRoster({ from: '2026-03-02', length: 1, clerks: [{ weekdays: [0, 1, 0, 0, 0, 0, 0] }, {}] });
    expect(counterfactual(uneven, solveRoster(uneven), 0, 0, 0)).toEqual({ atLeast: [0, 2, 0, 0], deltas: [0, 2, 0, 0], isProven: true });
  });

  test('nothing is claimed where nothing can be proven', () => {
    const huge = plainRoster({ from: '2026-03-02', length: 2, clerks: [{ weekdays: [2_000_000_000, 0, 0, 0, 0, 0, 0] }, {}, {}] });
    const solution = solveRoster(huge);
    const other = [1, 2].find((clerk) => clerk !== solution.duties[0]![0])!;
    expect(counterfactual(huge, solution, 0, 0, other)).toMatchObject({ atLeast: null, isProven: false });
    const wrapped: RosterProblem = { ...huge, clerks: huge.clerks.map((clerk, index) => (index === 0 ? { ...clerk, total: 2 ** 32 } : clerk)) };
    expect(counterfactual(wrapped, solution, 0, 0, other)).toMatchObject({ atLeast: null, isProven: false });
    const holiday = { pool: 'holiday', newYear: true } as const;
    const split = plainRoster({ from: '2026-03-02', length: 2, clerks: 2, days: { 0: { ...holiday, festival: 0 }, 1: { ...holiday, festival: 1 } }, festivals: ['春节', '清明'] });
    const solved = solveRoster(split);
    expect(counterfactual(split, solved, 0, 0, 1 - solved.duties[0]![0]!)).toMatchObject({ atLeast: null, isProven: false });
  });
});
