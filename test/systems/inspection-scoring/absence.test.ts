import { absenceScore, absentHalfDays, addAbsence, namedHalves, type AbsentDay } from '../../../src/systems/inspection-scoring/absence';
import { toPoints, fromPoints } from '../../../src/systems/inspection-scoring/points';

const HALF = toPoints(-2)!;
const WHOLE = toPoints(-3)!;

type Row = readonly [half: 'half' | 'day', quantity: number, slot: 'am' | 'pm' | 'day' | null];

/** What each row adds, and the total of the day. */
function dayOf(rows: readonly Row[]): { adds: number[]; total: number; notes: string[] } {
  const day: AbsentDay = { halfDays: 0, named: 0 };
  const steps = rows.map(([kind, quantity, slot]) => addAbsence(day, absentHalfDays(kind, quantity * 2), namedHalves(kind, absentHalfDays(kind, quantity * 2), slot), HALF, WHOLE));
  return {
    adds: steps.map(({ amount }) => fromPoints(amount)),
    total: fromPoints(absenceScore(day.halfDays, HALF, WHOLE)),
    notes: steps.map(({ repeated, misfit }) => `${repeated === 0 ? '' : `twice${repeated}`}${misfit ? 'misfit' : ''}`),
  };
}

// 督查-三(三)f, g: f counts one half-day, g two; every two make a whole day (-3), the odd one is -2
test.each<[string, readonly Row[], number[], number, string[]]>([
  ['half a day', [['half', 1, null]], [-2], -2, ['']],
  ['a morning', [['half', 1, 'am']], [-2], -2, ['']],
  ['a day', [['day', 1, null]], [-3], -3, ['']],
  ['a whole day by name', [['day', 1, 'day']], [-3], -3, ['']],
  ['two halves of one day', [['half', 1, 'am'], ['half', 1, 'pm']], [-2, -1], -3, ['', '']],
  ['two halves without names', [['half', 1, null], ['half', 1, null]], [-2, -1], -3, ['', '']],
  ['two halves in one row', [['half', 2, null]], [-3], -3, ['']],
  ['two halves in one row named 全天', [['half', 2, 'day']], [-3], -3, ['']],
  ['half a day as a part of g', [['day', 0.5, null]], [-2], -2, ['']],
  ['a day and a half in one row', [['day', 1.5, null]], [-5], -5, ['']],
  ['a day and a half in two rows', [['day', 1, null], ['half', 1, null]], [-3, -2], -5, ['', '']],
  ['a day and a half, the half first', [['half', 1, null], ['day', 1, null]], [-2, -3], -5, ['', '']],
  ['three halves', [['half', 3, null]], [-5], -5, ['']],
  ['two days', [['day', 2, null]], [-6], -6, ['']],
  ['the same morning twice', [['half', 1, 'am'], ['half', 1, 'am']], [-2, 0], -2, ['', 'twice1']],
  ['the same afternoon twice', [['half', 1, 'pm'], ['half', 1, 'pm']], [-2, 0], -2, ['', 'twice2']],
  ['the same whole day twice', [['day', 1, 'day'], ['day', 1, 'day']], [-3, 0], -3, ['', 'twice3']],
  ['the morning, then the whole day', [['half', 1, 'am'], ['day', 1, 'day']], [-2, -1], -3, ['', 'twice1']],
  ['the whole day, then its afternoon', [['day', 1, 'day'], ['half', 1, 'pm']], [-3, 0], -3, ['', 'twice2']],
  // a day of absence is the whole day, whether or not 时段 says so
  ['a day and its morning', [['day', 1, null], ['half', 1, 'am']], [-3, 0], -3, ['', 'twice1']],
  ['the morning, then the day', [['half', 1, 'am'], ['day', 1, null]], [-2, -1], -3, ['', 'twice1']],
  ['the same day twice', [['day', 1, null], ['day', 1, null]], [-3, 0], -3, ['', 'twice3']],
  ['the day with 时段 and without', [['day', 1, 'day'], ['day', 1, null]], [-3, 0], -3, ['', 'twice3']],
  ['half a day of g beside a morning', [['day', 0.5, null], ['half', 1, 'am']], [-2, -1], -3, ['', '']],
  ['a day and a half beside a morning', [['day', 1.5, null], ['half', 1, 'am']], [-5, -1], -6, ['', '']],
  ['two half-days in one row beside a morning', [['half', 2, null], ['half', 1, 'am']], [-3, -2], -5, ['', '']],
  ['a named and an unnamed half', [['half', 1, 'am'], ['half', 1, null]], [-2, -1], -3, ['', '']],
  ['全天 with one half-day', [['half', 1, 'day']], [-2], -2, ['misfit']],
  ['全天 with one half-day names nothing', [['half', 1, 'day'], ['half', 1, 'am']], [-2, -1], -3, ['misfit', '']],
  ['a morning with two half-days', [['half', 2, 'am']], [-3], -3, ['misfit']],
  ['a whole day said to be a morning', [['day', 1, 'am']], [-3], -3, ['misfit']],
  ['two mornings in one row, then the morning', [['half', 2, 'am'], ['half', 1, 'am']], [-3, 0], -3, ['misfit', 'twice1']],
])('%s', (_, rows, adds, total, notes) => {
  expect(dayOf(rows)).toEqual({ adds, total, notes });
});

test('the order of rows does not change the total of the day', () => {
  const rows: readonly Row[] = [['half', 1, 'am'], ['day', 1, 'day'], ['half', 1, null], ['half', 2, 'am'], ['half', 1, 'pm']];
  const totals = new Set(rows.map((_, turn) => dayOf([...rows.slice(turn), ...rows.slice(0, turn)]).total));
  expect([...totals]).toEqual([-6]);
});
