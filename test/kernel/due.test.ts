import fc from 'fast-check';
import { fromISO, toISO, weekdayOf, type CivilDate } from '../../src/kernel/date';
import {
  addWorkdays, deadline, dueInMonth, handInSlot, lastDayInTime, reminderDate, workdayOnOrAfter, workdayOnOrBefore, workdaysAfter, workingHalfDaysAhead, workingSlotFrom,
} from '../../src/kernel/due';
import { dateOfSlot, halfOfSlot, slotOf, type HalfDay, type Slot } from '../../src/kernel/slots';

const RUN = { seed: 20260305, numRuns: 500 };
const day = (iso: string): CivilDate => fromISO(iso)!;
const never = (): boolean => false;

/** 2026: 1-7 October off, Saturday 10 October and Sunday 20 September worked, 28 February (Saturday) worked. */
const MAKE_UP = new Set(['2026-02-28', '2026-09-20', '2026-10-10']);
const isWorkday = (date: CivilDate): boolean => {
  const iso = toISO(date);
  if (MAKE_UP.has(iso)) return true;
  return weekdayOf(date) < 5 && !(iso >= '2026-10-01' && iso <= '2026-10-07');
};
const slot = (text: string): Slot => slotOf(day(text.slice(0, 10)), text.slice(11) as HalfDay);
const shown = (value: Slot): string => `${toISO(dateOfSlot(value))} ${halfOfSlot(value)}`;

test.each([
  // G6: the first day is not counted; make-up days are, holidays are not
  ['2026-03-05', 0, '2026-03-05'], ['2026-03-05', 1, '2026-03-06'], ['2026-03-05', 2, '2026-03-09'], ['2026-03-07', 1, '2026-03-09'],
  ['2026-09-30', 1, '2026-10-08'], ['2026-10-09', 1, '2026-10-10'], ['2026-09-18', 2, '2026-09-21'],
  ['2026-03-09', -1, '2026-03-06'], ['2026-10-08', -1, '2026-09-30'],
])('%s and %i working days is %s', (from, n, to) => expect(toISO(addWorkdays(day(from), n, isWorkday))).toBe(to));

test.each([
  ['2026-03-05', '2026-03-05', 0], ['2026-03-05', '2026-03-06', 1], ['2026-03-06', '2026-03-09', 1], ['2026-09-30', '2026-10-12', 4], ['2026-03-06', '2026-03-05', 0],
])('working days after %s up to %s: %i', (from, to, count) => expect(workdaysAfter(day(from), day(to), isWorkday)).toBe(count));

test.each([
  [2026, 2, 30, '2026-02-28'], [2028, 2, 30, '2028-02-29'], [2026, 4, 31, '2026-04-30'], [2026, 3, 20, '2026-03-20'], [2026, 12, 31, '2026-12-31'],
])('day of %i-%i that is due on the %ith: %s (G4)', (year, month, date, due) => expect(toISO(dueInMonth(year, month, date))).toBe(due));

test.each([
  // due, reminded, put off to (G5): Saturday, Sunday, a worked Saturday, a holiday week, a plain Friday
  ['2026-03-28', '2026-03-27', '2026-03-30'], ['2026-06-28', '2026-06-26', '2026-06-29'], ['2026-02-28', '2026-02-28', '2026-02-28'],
  ['2026-10-05', '2026-09-30', '2026-10-08'], ['2026-03-20', '2026-03-20', '2026-03-20'],
])('due on %s: remind on %s, late after %s', (due, reminded, last) => {
  expect(toISO(reminderDate(day(due), isWorkday))).toBe(reminded);
  expect(toISO(deadline(day(due), isWorkday))).toBe(last);
  expect(toISO(deadline(day(due), isWorkday, false))).toBe(due);
});

test.each([
  // 28日前 in March 2026, a Saturday (G3 x G5)
  [true, true, '2026-03-30'], [true, false, '2026-03-28'], [false, true, '2026-03-27'], [false, false, '2026-03-27'],
])('inclusive %s, put off %s: in time until %s', (inclusive, putOff, last) => {
  expect(toISO(lastDayInTime(day('2026-03-28'), isWorkday, { inclusive, putOff }))).toBe(last);
});

test('a calendar without a working day ends the search where it began', () => {
  expect(workdayOnOrAfter(day('2026-03-05'), never)).toBe(day('2026-03-05'));
  expect(workdayOnOrBefore(day('2026-03-05'), never)).toBe(day('2026-03-05'));
  expect(toISO(addWorkdays(day('2026-03-05'), 3, never))).toBe('2026-03-08');
});

describe('half a working day ahead (请假-三)', () => {
  test.each([
    ['2026-03-05', 8 * 60, '2026-03-05 am'], ['2026-03-05', 11 * 60 + 59, '2026-03-05 am'], ['2026-03-05', 12 * 60, '2026-03-05 pm'], ['2026-03-05', 20 * 60, '2026-03-05 pm'],
    ['2026-03-05', null, '2026-03-05 am'], ['2026-03-07', 15 * 60, '2026-03-09 am'], ['2026-03-08', null, '2026-03-09 am'], ['2026-10-02', 15 * 60, '2026-10-08 am'],
  ])('handed in on %s at minute %s counts as %s', (date, minute, expected) => expect(shown(handInSlot(day(date), minute, isWorkday))).toBe(expected));

  test.each([
    ['2026-03-05 pm', '2026-03-05 pm'], ['2026-03-07 pm', '2026-03-09 am'], ['2026-10-01 am', '2026-10-08 am'],
  ])('a leave from %s begins to count with %s', (from, expected) => expect(shown(workingSlotFrom(slot(from), isWorkday))).toBe(expected));

  test.each([
    // Sunday for Monday morning is late: it counts as Monday morning itself
    ['2026-03-08', null, '2026-03-09 am', 0], ['2026-03-08', null, '2026-03-09 pm', 1], ['2026-03-06', 16 * 60, '2026-03-09 am', 1], ['2026-03-06', 9 * 60, '2026-03-09 am', 2],
    ['2026-03-05', 9 * 60, '2026-03-05 am', 0], ['2026-03-05', 9 * 60, '2026-03-05 pm', 1], ['2026-03-05', 13 * 60, '2026-03-05 pm', 0], ['2026-03-06', 9 * 60, '2026-03-05 pm', 0],
  ])('handed in on %s at %s for %s: %i ahead', (date, minute, leave, ahead) => {
    expect(workingHalfDaysAhead(handInSlot(day(date), minute, isWorkday), slot(leave), isWorkday)).toBe(ahead);
  });
});

test('adding working days and counting them are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20454, max: 20818 }), fc.integer({ min: 0, max: 60 }), (from, n) => {
      const date = from as CivilDate;
      const later = addWorkdays(date, n, isWorkday);
      expect(workdaysAfter(date, later, isWorkday)).toBe(n);
      if (n > 0) expect(isWorkday(later)).toBe(true);
      expect(reminderDate(date, isWorkday)).toBeLessThanOrEqual(deadline(date, isWorkday));
    }),
    RUN,
  );
});
