/** Officers in charge by week (值班-二). */
import { solveChiefs } from '../../../../src/systems/duty-roster/engine/chiefs';
import type { Chief, ChiefWeek } from '../../../../src/systems/duty-roster/engine';
import { addDays, fromISO } from '../../../../src/kernel/date';
import { SeededRandom } from '../../../../src/kernel/solver';
import { plainRoster } from '../../../support/plain-roster';

const MONDAY = fromISO('2026-03-02')!;
const solve = (weeks: readonly Partial<ChiefWeek>[], chiefs: readonly Partial<Chief>[], standingChiefs?: readonly number[]): ReturnType<typeof solveChiefs> =>
  solveChiefs(plainRoster({ from: '2026-03-02', length: 7 * weeks.length, clerks: 0, weeks, chiefs, ...(standingChiefs && { standingChiefs }) }));
const can = (...weeks: readonly number[]): Pick<Chief, 'available'> => ({ available: Uint8Array.from(weeks) });

test('turns even out what was carried, in the order of the list', () => {
  expect(solve([{}, {}, {}], [{ turns: 1 }, {}, {}])).toEqual({
    chiefs: [0, 1, 2],
    certificate: {
      status: 'optimal',
      vector: { unfilled: 0, squares: 4 + 1 + 1, daySquares: 75, rangeWeeks: 1, changes: 0 },
      bound: { unfilled: 0, squares: 6 },
      proof: 'flow',
      verified: true,
    },
  });
});

test('a week without counted days uses up no turn', () => {
  const { chiefs, certificate } = solve([{}, { countedDays: 0 }, {}], [{}, {}]);
  expect(chiefs).toEqual([0, -1, 1]);
  expect(certificate.vector).toMatchObject({ unfilled: 0, squares: 2 });
});

test('nobody left: the week stays blank', () => {
  const { chiefs, certificate } = solve([{}, {}], [can(1, 0)]);
  expect(chiefs).toEqual([0, -1]);
  expect(certificate).toMatchObject({ status: 'optimal', vector: { unfilled: 1 }, bound: { unfilled: 1 } });
  expect(solve([{}], []).certificate).toMatchObject({ status: 'optimal', vector: { unfilled: 1, rangeWeeks: 0 } });
});

test('a fixed week stands, counts, and is taken whoever is away', () => {
  const { chiefs, certificate } = solve([{ fixed: 1 }, {}, {}], [{}, can(0, 1, 1)]);
  expect(chiefs).toEqual([1, 0, 1]);
  expect(certificate.vector.squares).toBe(5);
  expect(solve([{ fixed: 0, countedDays: 0 }, {}], [{}, { turns: 1 }]).chiefs).toEqual([0, 0]);
});

test('counted days even out among equal turns', () => {
  const { certificate } = solve([{ countedDays: 5 }, { countedDays: 5 }, { countedDays: 2 }, { countedDays: 2 }], [{}, {}]);
  expect(certificate.vector).toMatchObject({ squares: 8, daySquares: 98 });
});

test('a surplus turn goes to whom it leaves with the fewer days', () => {
  const { chiefs } = solve([{ countedDays: 5 }], [{ days: 9 }, { days: 2 }]);
  expect(chiefs).toEqual([1]);
});

test('then whoever waited longest', () => {
  expect(solve([{}, {}], [{ lastWeek: addDays(MONDAY, -7) }, { lastWeek: addDays(MONDAY, -14) }]).chiefs).toEqual([1, 0]);
  // nobody twice running where there is a choice
  expect(solve([{}, {}, {}, {}], [{}, {}]).chiefs).toEqual([0, 1, 0, 1]);
});

test('rotation gives way to absence', () => {
  // in turn week 3 would be left to nobody
  expect(solve([{}, {}, {}], [can(1, 1, 1), can(1, 0, 0), can(0, 1, 0)]).certificate).toMatchObject({ status: 'optimal', vector: { unfilled: 0, squares: 3 } });
  expect(solve([{}, {}], [can(1, 1), can(1, 0)]).chiefs).toEqual([1, 0]);
});

describe('what stands', () => {
  test('is kept if it is as good', () => {
    const { chiefs, certificate } = solve([{}, {}], [{}, {}], [1, 0]);
    expect(chiefs).toEqual([1, 0]);
    expect(certificate.vector.changes).toBe(0);
  });
  test('is replaced if it is not', () => {
    const { chiefs, certificate } = solve([{}, {}], [{}, {}], [1, 1]);
    expect(chiefs).toEqual([0, 1]);
    expect(certificate.vector.changes).toBe(1);
  });
  test('or if somebody is away', () => {
    expect(solve([{}, {}], [{}, can(0, 1)], [1, 0]).chiefs).toEqual([0, 1]);
  });
  test('a name in a week without counted days does not count', () => {
    expect(solve([{ countedDays: 0 }, {}], [{}, {}], [1, 0]).chiefs).toEqual([-1, 0]);
  });
});

test('the squares are the least there are, whoever is away', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = new SeededRandom(seed);
    const count = 1 + random.below(6);
    const weeks = Array.from({ length: count }, (): Partial<ChiefWeek> => ({ countedDays: random.below(6), fixed: random.below(6) === 0 ? 0 : -1 }));
    const chiefs = Array.from({ length: 1 + random.below(3) }, (): Partial<Chief> => ({ turns: random.below(4), days: random.below(20), available: Uint8Array.from({ length: count }, () => (random.below(4) === 0 ? 0 : 1)) }));
    const best = { unfilled: Infinity, squares: Infinity };
    const turns = chiefs.map((chief) => chief.turns!);
    const fill = (week: number, unfilled: number): void => {
      if (week === count) {
        const squares = turns.reduce((sum, value) => sum + value * value, 0);
        if (unfilled < best.unfilled || (unfilled === best.unfilled && squares < best.squares)) Object.assign(best, { unfilled, squares });
        return;
      }
      const { countedDays, fixed } = weeks[week]!;
      if (countedDays === 0) return fill(week + 1, unfilled);
      if (fixed! < 0) fill(week + 1, unfilled + 1);
      turns.forEach((_, chief) => {
        if (fixed! >= 0 ? fixed !== chief : chiefs[chief]!.available![week] !== 1) return;
        turns[chief]! += 1;
        fill(week + 1, unfilled);
        turns[chief]! -= 1;
      });
    };
    fill(0, 0);
    const { certificate } = solve(weeks, chiefs);
    expect({ seed, ...certificate }).toMatchObject({ seed, status: 'optimal', verified: true, vector: best, bound: best });
  }
});

test('turns beyond 32 bits are not trusted', () => {
  expect(solve([{}], [{ turns: 2 ** 32 + 5 }]).certificate).toMatchObject({ status: 'unproven', proof: 'none', bound: {} });
});
