import fc from 'fast-check';
import { fromISO, toISO, type CivilDate } from '../../src/kernel/date';
import { contains, daysOf, lengthOf, monthPeriod, monthsOf, overlaps, quarterOf, quarterPeriod, weekOf, yearPeriod, type Period, type Quarter } from '../../src/kernel/period';

const RUN = { seed: 20260305, numRuns: 500 };
const day = (iso: string): CivilDate => fromISO(iso)!;
const period = (from: string, to: string): Period => ({ from: day(from), to: day(to) });
const shown = ({ from, to }: Period): string => `${toISO(from)}..${toISO(to)}`;

test('months, quarters and years', () => {
  expect(shown(monthPeriod(2024, 2))).toBe('2024-02-01..2024-02-29');
  expect(([1, 2, 3, 4] as Quarter[]).map((quarter) => shown(quarterPeriod(2026, quarter)))).toEqual([
    '2026-01-01..2026-03-31', '2026-04-01..2026-06-30', '2026-07-01..2026-09-30', '2026-10-01..2026-12-31',
  ]);
  expect(shown(yearPeriod(2026))).toBe('2026-01-01..2026-12-31');
});

test.each([
  ['2026-01-01', 1], ['2026-03-31', 1], ['2026-04-01', 2], ['2026-09-30', 3], ['2026-12-31', 4],
])('%s lies in quarter %i', (date, quarter) => expect(quarterOf(day(date))).toBe(quarter));

test('both ends belong to a period', () => {
  const march = monthPeriod(2026, 3);
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((date) => contains(march, day(date)))).toEqual([false, true, true, false]);
});

test.each([
  ['2026-03-05', '2026-03-07', '2026-03-07', '2026-03-09', true],
  ['2026-03-05', '2026-03-07', '2026-03-08', '2026-03-09', false],
  ['2026-03-08', '2026-03-09', '2026-03-05', '2026-03-07', false],
])('%s..%s and %s..%s overlap: %s', (a, b, c, d, expected) => expect(overlaps(period(a, b), period(c, d))).toBe(expected));

test('an empty period has no days and no months', () => {
  const empty = period('2026-03-05', '2026-03-04');
  expect([lengthOf(empty), daysOf(empty), monthsOf(empty)]).toEqual([0, [], []]);
});

test('months are clipped to the period', () => {
  expect(monthsOf(period('2025-12-30', '2026-02-02')).map(({ year, month, part }) => [year, month, shown(part)])).toEqual([
    [2025, 12, '2025-12-30..2025-12-31'],
    [2026, 1, '2026-01-01..2026-01-31'],
    [2026, 2, '2026-02-01..2026-02-02'],
  ]);
});

test('weeks begin on Monday', () => {
  expect(['2026-03-02', '2026-03-05', '2026-03-08'].map((date) => shown(weekOf(day(date))))).toEqual(Array(3).fill('2026-03-02..2026-03-08'));
  expect(shown(weekOf(day('1969-12-31')))).toBe('1969-12-29..1970-01-04');
});

test('the parts of the months are the period', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50000, max: 50000 }), fc.integer({ min: 0, max: 800 }), (from, length) => {
      const whole: Period = { from: from as CivilDate, to: (from + length) as CivilDate };
      expect(monthsOf(whole).flatMap(({ part }) => daysOf(part))).toEqual(daysOf(whole));
      expect(daysOf(whole)).toHaveLength(lengthOf(whole));
    }),
    RUN,
  );
});
