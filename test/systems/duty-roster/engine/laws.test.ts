/** What must hold of every roster, whoever made it: the oracles of roster.md. */
import { solveRoster, type Clerk, type RosterProblem, type RosterSolution } from '../../../../src/systems/duty-roster/engine';
import { isFeasible, levelsOf } from '../../../../src/systems/duty-roster/engine/verify';
import { SeededRandom } from '../../../../src/kernel/solver';
import { standingAs } from '../../../support/plain-roster';
import { rosterInstance } from '../../../support/roster-instances';
import { compare } from '../../../support/tiny-flows';
import { tinyRoster } from '../../../support/tiny-rosters';

const POOLS = ['regular', 'holiday'] as const;
const office = (seed: number): RosterProblem => rosterInstance({ people: 10, days: 75, seed });

test('nobody is favoured by his place in the list: people in another order, the same levels', () => {
  let proven = 0;
  for (let seed = 1; seed <= 4; seed += 1) {
    const problem = office(seed);
    const count = problem.clerks.length;
    const place = (clerk: number): number => (clerk * 3 + seed) % count;
    const clerks = new Array<Clerk>(count);
    problem.clerks.forEach((clerk, index) => (clerks[place(index)] = clerk));
    const shuffled: RosterProblem = {
      ...problem,
      clerks,
      fixed: problem.fixed.map(({ day, clerk }) => ({ day, clerk: place(clerk) })),
      days: problem.days.map((day) => ({ ...day, liaisons: day.liaisons && day.liaisons.map(place) })),
    };
    const [first, second] = [solveRoster(problem), solveRoster(shuffled)];
    if (POOLS.some((pool) => first[pool].status !== 'optimal' || second[pool].status !== 'optimal')) continue;
    proven += 1;
    expect(levelsOf(shuffled, 'holiday', second.duties)).toEqual(levelsOf(problem, 'holiday', first.duties));
    // the holidays may be shared out in several ways that are equally fair, and block other days
    expect(second.regular.vector.rangeTotals).toBe(first.regular.vector.rangeTotals);
  }
  expect(proven).toBeGreaterThanOrEqual(3);
});

test('only differences count: the same history on top of everybody changes nobody’s duties', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const problem = office(seed);
    const more: RosterProblem = {
      ...problem,
      clerks: problem.clerks.map((clerk) => ({
        ...clerk,
        total: clerk.total + 14,
        weekdays: clerk.weekdays.map((count) => count + 2),
        holiday: clerk.holiday + 5,
        festivals: clerk.festivals.map((count) => count + 1),
        newYear: clerk.newYear + 1,
      })),
    };
    const [first, second] = [solveRoster(problem), solveRoster(more)];
    expect(second.duties).toEqual(first.duties);
    expect(second.regular.vector.rangeTotals).toBe(first.regular.vector.rangeTotals);
  }
});

test('one more who can always serve, with the mean behind him, relieves the others', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const problem = office(seed);
    const mean = (values: readonly number[]): number => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
    const weekdays = [0, 1, 2, 3, 4, 5, 6].map((weekday) => mean(problem.clerks.map((clerk) => clerk.weekdays[weekday]!)));
    const newcomer: Clerk = {
      total: weekdays.reduce((sum, count) => sum + count, 0),
      weekdays,
      holiday: mean(problem.clerks.map((clerk) => clerk.holiday)),
      festivals: problem.festivals.map((_, festival) => mean(problem.clerks.map((clerk) => clerk.festivals[festival]!))),
      newYear: 0,
      available: new Uint8Array(problem.days.length).fill(1),
      cap: null,
      neighbours: [],
    };
    const largest = (roster: RosterProblem): number => {
      const { duties } = solveRoster(roster);
      const totals = roster.clerks.map((clerk, index) => clerk.total + duties.filter((people, day) => roster.days[day]!.pool === 'regular' && people.includes(index)).length);
      return Math.max(...totals);
    };
    expect(largest({ ...problem, clerks: [...problem.clerks, newcomer] })).toBeLessThanOrEqual(largest(problem));
  }
});

/** Every roster that differs by one replacement or one exchange of two days of a pool. */
function* neighbours(problem: RosterProblem, { duties }: RosterSolution, pool: 'regular' | 'holiday'): Generator<number[][]> {
  const fixed = new Set(problem.fixed.map(({ day, clerk }) => `${day}/${clerk}`));
  const slots = duties.flatMap((people, day) => people.flatMap((clerk, slot) => (problem.days[day]!.pool === pool && !fixed.has(`${day}/${clerk}`) ? [{ day, slot }] : [])));
  const changed = (...changes: readonly (readonly [{ readonly day: number; readonly slot: number }, number])[]): number[][] => {
    const copy = duties.map((people) => [...people]);
    for (const [{ day, slot }, clerk] of changes) copy[day]![slot] = clerk;
    return copy;
  };
  for (const a of slots) {
    for (let clerk = 0; clerk < problem.clerks.length; clerk += 1) yield changed([a, clerk]);
    for (const b of slots) if (a.day < b.day) yield changed([a, duties[b.day]![b.slot]!], [b, duties[a.day]![a.slot]!]);
  }
}

test.each(POOLS)('no replacement and no exchange of two days improves the %s pool, proven or not', (pool) => {
  const tight = [4, 5].map((minGap) => rosterInstance({ people: 5, days: 30, seed: 1, minGap, leave: 10 }));
  const tiny = Array.from({ length: 25 }, (_, seed) => tinyRoster({ seed: 500 + seed, pool }));
  for (const problem of [...tight, ...tiny]) {
    const solution = solveRoster(problem);
    const best = levelsOf(problem, pool, solution.duties);
    for (const other of neighbours(problem, solution, pool)) {
      if (compare(levelsOf(problem, pool, other), best) < 0) expect(isFeasible(problem, other)).toBe(false);
    }
  }
});

describe('a second run changes nothing', () => {
  const weeks = (problem: RosterProblem, random: SeededRandom): RosterProblem => {
    const count = Math.ceil(problem.days.length / 7);
    return {
      ...problem,
      weeks: Array.from({ length: count }, (_, week) => ({ monday: problem.days[week * 7]!.date, countedDays: random.below(6), fixed: -1 })),
      chiefs: Array.from({ length: 3 }, () => ({ turns: random.below(3), days: random.below(9), available: Uint8Array.from({ length: count }, () => (random.below(5) === 0 ? 0 : 1)), lastWeek: null })),
      standingChiefs: Array.from({ length: count }, () => random.below(4) - 1),
    };
  };
  const withAnything = (problem: RosterProblem, random: SeededRandom): RosterProblem => ({
    ...weeks(problem, random),
    standing: problem.days.map(({ need }) => Array.from({ length: need }, () => random.below(problem.clerks.length + 1) - 1)),
  });
  const table: readonly (readonly [string, readonly RosterProblem[]])[] = [
    ['offices', [1, 2, 3].map(office)],
    ['too few people for the gap', [4, 5].map((minGap) => rosterInstance({ people: 4, days: 30, seed: 2, minGap, leave: 8 }))],
    ['tiny rosters', Array.from({ length: 60 }, (_, seed) => tinyRoster({ seed: 700 + seed, pool: seed % 2 === 0 ? 'regular' : 'holiday' }))],
  ];
  test.each(table)('%s, whatever stood there before', (_, problems) => {
    const random = new SeededRandom(11);
    for (const plain of problems) {
      const problem = withAnything(plain, random);
      const first = solveRoster(problem);
      const again = standingAs(problem, first);
      const second = solveRoster(again);
      expect(second.duties).toEqual(first.duties);
      expect(second.chiefs).toEqual(first.chiefs);
      expect([second.regular.vector.changes, second.holiday.vector.changes, second.chief.vector.changes]).toEqual([0, 0, 0]);
      // what stands decides between equals only
      const blind = solveRoster({ ...problem, standing: problem.days.map(() => []), standingChiefs: [] });
      for (const pool of POOLS) {
        if (blind[pool].status === 'optimal') expect(levelsOf(problem, 'holiday', first.duties)).toEqual(levelsOf(problem, 'holiday', blind.duties));
      }
    }
  });
});

test('the problem is not changed, and the same problem has the same solution', () => {
  const problem = office(4);
  const copy = structuredClone(problem);
  expect(solveRoster(problem)).toEqual(solveRoster(problem));
  expect(problem).toEqual(copy);
});
