/** Gaps as wide as the people allow, even ones, wishes: what L4 and L5 promise (值班-四(一)). */
import { solveRoster, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { aimedGap } from '../../../../src/systems/duty-roster/engine/polish';
import { fineLevels, isFeasible, levelsOf } from '../../../../src/systems/duty-roster/engine/verify';
import { addDays } from '../../../../src/kernel/date';
import { plainRoster } from '../../../support/plain-roster';
import { rosterInstance } from '../../../support/roster-instances';
import { compare } from '../../../support/tiny-flows';
import { tinyRoster } from '../../../support/tiny-rosters';

const POOLS = ['holiday', 'regular'] as const;

/** Every roster that differs by one exchange, or by one duty handed over, in one pool. */
function* neighbours(problem: RosterProblem, duties: readonly (readonly number[])[], name: (typeof POOLS)[number]): Generator<readonly (readonly number[])[]> {
  const fixed = problem.days.map((_, day) => problem.fixed.filter((one) => one.day === day).length);
  const slots = problem.days.flatMap(({ pool }, day) => (pool === name ? duties[day]!.flatMap((person, at) => (at >= fixed[day]! && person >= 0 ? [{ day, at, person }] : [])) : []));
  for (const [index, a] of slots.entries()) {
    for (let person = 0; person < problem.clerks.length; person += 1) yield duties.map((people, day) => (day === a.day ? people.map((other, at) => (at === a.at ? person : other)) : people));
    for (const b of slots.slice(index + 1)) {
      if (a.day === b.day) continue;
      yield duties.map((people, day) => people.map((other, at) => (day === a.day && at === a.at ? b.person : day === b.day && at === b.at ? a.person : other)));
    }
  }
}

test.each(POOLS)('no exchange and no hand-over in the %s pool improves gaps, evenness or wishes at equal fairness', (pool) => {
  let compared = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const problem = tinyRoster({ seed, pool });
    const solved = solveRoster(problem).duties;
    // the holiday pool is decided before the regular one
    const duties = pool === 'regular' ? solved : solved.map((people, day) => (problem.days[day]!.pool === pool ? people : problem.fixed.filter((one) => one.day === day).map(({ clerk }) => clerk)));
    if (!isFeasible(problem, duties)) continue;
    const aim = aimedGap(problem);
    const fair = levelsOf(problem, pool, duties);
    const [gap, ...fine] = fineLevels(problem, duties, aim);
    for (const other of neighbours(problem, duties, pool)) {
      if (!isFeasible(problem, other) || compare(levelsOf(problem, pool, other), fair) !== 0) continue;
      const [otherGap, ...otherFine] = fineLevels(problem, other, aim);
      // a smaller gap may be bought with more even ones, but never the other way round
      if (otherGap! > gap!) continue;
      compared += 1;
      expect(otherGap).toBe(gap);
      expect(compare(otherFine, fine)).toBeGreaterThanOrEqual(0);
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test.each([
  [10, 5],
  [12, 6],
  [20, 10],
  [30, 10],
])('%i people who are always there: gaps of %i days and more, which is what is aimed at', (clerks, gap) => {
  const problem = plainRoster({ from: '2026-03-02', length: 84, clerks, minGap: 3 });
  expect(aimedGap(problem)).toBe(gap);
  const { regular } = solveRoster(problem);
  expect(regular.status).toBe('optimal');
  expect(regular.vector.minGap).toBeGreaterThanOrEqual(gap);
});

test('the aim is never below the gap that is asked for, nor above ten days', () => {
  expect(aimedGap(plainRoster({ from: '2026-03-02', length: 7, clerks: 4, minGap: 3 }))).toBe(3);
  expect(aimedGap(plainRoster({ from: '2026-03-02', length: 7, clerks: 7, minGap: 1 }))).toBe(3);
  expect(aimedGap(plainRoster({ from: '2026-03-02', length: 7, clerks: 300, minGap: 1 }))).toBe(10);
  expect(aimedGap(plainRoster({ from: '2026-03-02', length: 7, clerks: 300, minGap: 12 }))).toBe(12);
});

test('polishing leaves every level above it as the flows made it', () => {
  for (const seed of [1, 2, 3]) {
    const problem = rosterInstance({ people: 12, days: 92, seed });
    const { regular, holiday } = solveRoster(problem);
    expect([regular.status, holiday.status]).toEqual(['optimal', 'optimal']);
    expect([regular.verified, holiday.verified]).toEqual([true, true]);
  }
});

describe('wishes', () => {
  const from = plainRoster({ from: '2026-03-02', length: 1, clerks: 1 }).days[0]!.date;

  test('who would rather not serve on a day does not, where another day is as good', () => {
    const avoids = Uint8Array.from([1, 0]);
    for (const clerk of [0, 1]) {
      const problem = plainRoster({ from: '2026-03-02', length: 2, clerks: [0, 1].map((index) => (index === clerk ? { wishes: { avoids, hopes: [] } } : {})) });
      const { duties, regular } = solveRoster(problem);
      expect(duties[0]).toEqual([1 - clerk]);
      expect(regular.vector.wishes).toBe(0);
    }
  });

  test('who hopes for a day gets it, where another one is as good', () => {
    const hopes = [{ from, to: from }];
    for (const clerk of [0, 1]) {
      const problem = plainRoster({ from: '2026-03-02', length: 2, clerks: [0, 1].map((index) => (index === clerk ? { wishes: { avoids: new Uint8Array(2), hopes } } : {})) });
      expect(solveRoster(problem).duties[0]).toEqual([clerk]);
    }
  });

  test('fairness comes first: a day that must be his stays his, and the wish counts as broken', () => {
    const problem = plainRoster({ from: '2026-03-02', length: 1, clerks: [{ wishes: { avoids: Uint8Array.from([1]), hopes: [{ from: addDays(from, 5), to: addDays(from, 6) }] } }] });
    expect(solveRoster(problem).regular.vector).toMatchObject({ unfilled: 0, wishes: 2 });
  });

  test('a stretch hoped for is met by one duty in it, also of holidays', () => {
    const problem = plainRoster({
      from: '2026-04-03',
      length: 3,
      clerks: [{ wishes: { avoids: new Uint8Array(3), hopes: [{ from: addDays(from, 32), to: addDays(from, 34) }] } }],
      days: { 0: { need: 0 }, 1: { pool: 'holiday', festival: 0 }, 2: { need: 0 } },
      festivals: ['清明'],
    });
    expect(solveRoster(problem).regular.vector.wishes).toBe(0);
  });
});
