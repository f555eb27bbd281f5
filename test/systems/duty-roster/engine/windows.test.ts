/** Windows in which the gap allows a clerk one duty. */
import { gapWindows, type OpenDay } from '../../../../src/systems/duty-roster/engine/windows';
import { plainRoster, type PlainOptions } from '../../../support/plain-roster';

const holiday = (length: number, minGap: number, more: Partial<PlainOptions> = {}, newYear: readonly number[] = [], festivals: readonly number[] = []): ReturnType<typeof plainRoster> =>
  plainRoster({ from: '2026-02-14', length, clerks: 4, minGap, festivals: ['春节', '清明'], days: Object.fromEntries(Array.from({ length }, (_, day) => [day, { pool: 'holiday', festival: festivals[day] ?? 0, newYear: newYear.includes(day) }])), ...more });

const everybody = Uint8Array.of(1, 1, 1, 1);
const open = (days: readonly number[], more: Readonly<Record<number, Partial<OpenDay>>> = {}): readonly OpenDay[] => days.map((day) => ({ day, need: 1, available: everybody, liaisons: null, ...more[day] }));
const range = (length: number): readonly number[] => Array.from({ length }, (_, day) => day);
const windows = (problem: ReturnType<typeof plainRoster>, days: readonly OpenDay[]): readonly (readonly number[])[] => gapWindows(problem, days).map(({ from, to }) => days.slice(from, to).map(({ day }) => day));

test('as few as hold the days together', () => {
  expect(windows(holiday(6, 3), open(range(6)))).toEqual([[0, 1, 2], [3, 4, 5]]);
  expect(windows(holiday(6, 1), open(range(6)))).toEqual([]);
  expect(windows(holiday(0, 3), [])).toEqual([]);
});

test('days that are not open leave no trace, but the gap counts dates', () => {
  expect(windows(holiday(6, 3), open([0, 2, 3]))).toEqual([[0, 2]]);
});

test('festivals are kept apart', () => {
  expect(windows(holiday(4, 3, {}, [], [0, 0, 1, 1]), open(range(4)))).toEqual([[0, 1], [2, 3]]);
});

test('a window lies within 除夕/初一, apart from them, or around both', () => {
  expect(windows(holiday(4, 3, {}, [1, 2]), open(range(4)))).toEqual([[0, 1, 2]]);
  expect(windows(holiday(4, 2, {}, [1, 2]), open(range(4)))).toEqual([[1, 2]]);
  // both years of a long period: no window around the two of one year
  const twoYears = holiday(400, 3, {}, [1, 2, 385, 386]);
  expect(windows(twoYears, open([0, 1, 2, 3, 384, 385, 386]))).toEqual([[1, 2], [385, 386]]);
});

test('the partition shows as many days without a liaison as there must be', () => {
  // one liaison for days 2 and 3: cut after day 2 nothing would be seen
  const only = Uint8Array.of(1, 0, 0, 0);
  expect(windows(holiday(5, 3), open(range(5), { 2: { liaisons: only }, 3: { liaisons: only } }))).toEqual([[0, 1], [2, 3, 4]]);
});

test('and before that as many open slots', () => {
  const two = Uint8Array.of(1, 1, 0, 0);
  const days = open(range(5), { 2: { available: two, need: 2 }, 3: { available: two, need: 1 } });
  expect(windows(holiday(5, 3), days)).toEqual([[0, 1], [2, 3, 4]]);
});
