import fc from 'fast-check';
import { add, apportion, compare, divide, floor, fraction, multiply, roundHalfUp, subtract, sum, toNumber, ZERO, type Fraction } from '../../src/kernel/fraction';

const RUN = { seed: 20260305, numRuns: 500 };
const fractions = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 60 })).map(([num, den]) => fraction(num, den));
const shown = ({ num, den }: Fraction): string => `${num}/${den}`;

test.each([
  [6, 4, '3/2'], [6, -4, '-3/2'], [-6, -4, '3/2'], [0, 5, '0/1'], [0, -5, '0/1'], [7, 1, '7/1'],
])('%i/%i in lowest terms is %s', (num, den, expected) => expect(shown(fraction(num, den))).toBe(expected));

test('a whole number needs no denominator, nothing is divided by zero, halves are no integers', () => {
  expect(shown(fraction(3))).toBe('3/1');
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => divide(fraction(1), ZERO)).toThrow(RangeError);
  expect(() => fraction(0.5)).toThrow(RangeError);
});

test('arithmetic', () => {
  const [a, b] = [fraction(1, 3), fraction(1, 6)];
  expect([add(a, b), subtract(a, b), multiply(a, b), divide(a, b)].map(shown)).toEqual(['1/2', '1/6', '1/18', '2/1']);
  expect([compare(a, b), compare(b, a), compare(a, fraction(2, 6))]).toEqual([1, -1, 0]);
  expect(toNumber(fraction(1, 4))).toBe(0.25);
});

test.each([
  // value, floor, rounded half up
  [7, 2, 3, 4], [5, 2, 2, 3], [9, 4, 2, 2], [11, 4, 2, 3], [4, 2, 2, 2], [0, 1, 0, 0], [-1, 2, -1, 0], [-3, 2, -2, -1], [-4, 2, -2, -2], [-5, 3, -2, -2],
])('%i/%i: floor %i, rounded %i', (num, den, low, rounded) => {
  expect([floor(fraction(num, den)), roundHalfUp(fraction(num, den))]).toEqual([low, rounded]);
});

test('thirty thousand days of 1/n are exact where doubles are not', () => {
  const parts = Array.from({ length: 300 }, (_, index) => fraction(1, index + 1));
  const total = sum([...parts, ...parts.map((part) => subtract(ZERO, part)), fraction(1, 2)]);
  expect(shown(total)).toBe('1/2');
  expect(() => floor(fraction(10n ** 20n))).toThrow(RangeError);
});

describe('apportion', () => {
  test.each([
    // the largest remainder first, the earlier part on ties
    [[[1, 3], [1, 3], [1, 3]], 1, [1, 0, 0]],
    [[[1, 2], [1, 2], [1, 2]], 2, [1, 1, 0]],
    [[[5, 3], [4, 3]], 3, [2, 1]],
    [[[3, 1], [2, 1]], 5, [3, 2]],
    [[[1, 4], [3, 4], [2, 4]], 2, [0, 1, 1]],
    [[[-1, 2], [1, 2]], 0, [0, 0]],
    [[], 0, []],
  ])('%j to %i gives %j', (parts, total, shares) => {
    expect(apportion((parts as [number, number][]).map(([num, den]) => fraction(num, den)), total)).toEqual(shares);
  });

  test.each([[[[1, 2]], 2], [[[1, 2]], -1], [[[3, 2]], 0], [[[1, 2]], 0.5], [[], 1]])('%j cannot give %d', (parts, total) => {
    expect(() => apportion((parts as [number, number][]).map(([num, den]) => fraction(num, den)), total)).toThrow(RangeError);
  });

  test('adds up to the rounded total and stays within one of each part', () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 12 }), (parts) => {
        const before = parts.map(shown);
        const total = roundHalfUp(sum(parts));
        const shares = apportion(parts, total);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
        shares.forEach((share, index) => expect(share - floor(parts[index]!)).toBeGreaterThanOrEqual(0));
        shares.forEach((share, index) => expect(share - floor(parts[index]!)).toBeLessThanOrEqual(1));
        expect(parts.map(shown)).toEqual(before);
      }),
      RUN,
    );
  });
});

test('the laws of a field, and of an order', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(shown(add(add(a, b), c))).toBe(shown(add(a, add(b, c))));
      expect(shown(multiply(a, add(b, c)))).toBe(shown(add(multiply(a, b), multiply(a, c))));
      expect(shown(subtract(add(a, b), b))).toBe(shown(a));
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
      expect(floor(a)).toBe(Math.floor(toNumber(a)));
    }),
    RUN,
  );
});
