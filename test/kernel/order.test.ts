import fc from 'fast-check';
import { byNumber, byText, compareBy, compareNumber, compareText, descending } from '../../src/kernel/order';

const RUN = { seed: 20260305, numRuns: 500 };

test.each([
  ['a', 'b', -1], ['b', 'a', 1], ['a', 'a', 0], ['', 'a', -1], ['Z', 'a', -1], ['10', '9', -1],
  // code units: 一 U+4E00 before 三 U+4E09 before 张 U+5F20, a surrogate pair before the full-width forms
  ['一', '三', -1], ['三', '张', -1], ['\u{20000}', '\uff01', -1],
])('%s against %s', (a, b, expected) => expect(compareText(a, b)).toBe(expected));

test.each([[1, 2, -1], [2, 1, 1], [2, 2, 0]])('%d against %d', (a, b, expected) => expect(compareNumber(a, b)).toBe(expected));

test('keys count in their order, what none tells apart keeps its place', () => {
  const rows = [
    { name: '乙', score: 1, at: 0 }, { name: '甲', score: 2, at: 1 }, { name: '乙', score: 2, at: 2 }, { name: '乙', score: 1, at: 3 },
  ];
  const order = compareBy<(typeof rows)[number]>(descending(byNumber((row) => row.score)), byText((row) => row.name));
  expect([...rows].sort(order).map((row) => row.at)).toEqual([2, 1, 0, 3]);
});

test('text order is total: antisymmetric and transitive', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b, c) => {
      expect(compareText(a, b)).toBe(-compareText(b, a) + 0);
      const [x, y, z] = [a, b, c].sort(compareText) as [string, string, string];
      expect(compareText(x, z)).toBeLessThanOrEqual(0);
      expect(compareText(x, y)).toBeLessThanOrEqual(0);
    }),
    RUN,
  );
});
