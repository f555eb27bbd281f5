import fc from 'fast-check';
import { civilMinute, fromISO, minuteToISO, toISO, type CivilDate } from '../../src/kernel/date';
import {
  containsSlot, countWorkingSlots, dateOfSlot, daysTouched, HALF_NAMES, halfOfSlot, intersectSlots, meetsShift, shiftDateOf, shiftOf, SHIFT_PARTS,
  slotCount, slotOf, slotRange, slotsOf, slotsOverlap, touchesHandover, wholeDays, type HalfDay, type SlotRange,
} from '../../src/kernel/slots';

const RUN = { seed: 20260305, numRuns: 500 };
const day = (iso: string): CivilDate => fromISO(iso)!;
/** `2026-03-05 am..2026-03-06 pm` */
const range = (text: string): SlotRange => {
  const [, from, fromHalf, to, toHalf] = /^(\S+) (am|pm)\.\.(\S+) (am|pm)$/.exec(text)!;
  return slotRange(day(from!), fromHalf as HalfDay, day(to!), toHalf as HalfDay);
};
const shown = ({ from, to }: SlotRange): string => `${toISO(dateOfSlot(from))} ${halfOfSlot(from)}..${toISO(dateOfSlot(to))} ${halfOfSlot(to)}`;

describe('half-days', () => {
  test('are numbered without a gap, also before 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100000, max: 100000 }), (value) => {
        const date = value as CivilDate;
        const [morning, afternoon] = [slotOf(date, 'am'), slotOf(date, 'pm')];
        expect([dateOfSlot(morning), halfOfSlot(morning), dateOfSlot(afternoon), halfOfSlot(afternoon)]).toEqual([date, 'am', date, 'pm']);
        expect(afternoon - morning).toBe(1);
        expect(slotOf((date + 1) as CivilDate, 'am') - afternoon).toBe(1);
      }),
      RUN,
    );
  });

  test('have Chinese names', () => expect([HALF_NAMES.am, HALF_NAMES.pm]).toEqual(['上午', '下午']));

  test.each([
    ['2026-03-05 am..2026-03-05 am', 1], ['2026-03-05 am..2026-03-05 pm', 2], ['2026-03-05 pm..2026-03-06 am', 2], ['2026-03-05 pm..2026-03-05 am', 0],
  ])('%s has %i', (text, count) => {
    expect(slotCount(range(text))).toBe(count);
    expect(slotsOf(range(text))).toHaveLength(count);
  });

  test('overlap and intersection', () => {
    const [a, b, c] = [range('2026-03-05 am..2026-03-06 am'), range('2026-03-06 am..2026-03-07 pm'), range('2026-03-06 pm..2026-03-07 pm')];
    expect([slotsOverlap(a, b), slotsOverlap(a, c), slotsOverlap(c, a)]).toEqual([true, false, false]);
    expect(shown(intersectSlots(b, c)!)).toBe('2026-03-06 pm..2026-03-07 pm');
    expect(shown(intersectSlots(a, b)!)).toBe('2026-03-06 am..2026-03-06 am');
    expect([intersectSlots(a, c), intersectSlots(c, a)]).toEqual([null, null]);
    expect([containsSlot(b, b.from), containsSlot(b, b.to), containsSlot(c, b.from), containsSlot(a, b.to)]).toEqual([true, true, false, false]);
  });

  test('an empty range overlaps nothing, not even what surrounds it', () => {
    expect(slotsOverlap(range('2026-03-05 pm..2026-03-05 am'), range('2026-03-01 am..2026-03-31 pm'))).toBe(false);
  });

  test('days touched', () => {
    const touched = daysTouched(range('2026-03-05 pm..2026-03-07 am'));
    expect([toISO(touched.from), toISO(touched.to)]).toEqual(['2026-03-05', '2026-03-07']);
  });

  // the example of domain/leave.md: 13 February afternoon to 24 February morning, 14 a make-up Saturday, 15-23 a holiday
  test('working half-days count make-up days and leave out holidays', () => {
    const isWorkday = (date: CivilDate): boolean => date <= day('2026-02-14') || date >= day('2026-02-24');
    expect(countWorkingSlots(range('2026-02-13 pm..2026-02-24 am'), isWorkday)).toBe(4);
    expect(countWorkingSlots(range('2026-02-16 am..2026-02-17 pm'), isWorkday)).toBe(0);
    expect(countWorkingSlots(range('2026-02-13 pm..2026-02-13 am'), isWorkday)).toBe(0);
  });
});

describe('the 24-hour shift', () => {
  test('of a day runs from 09:00 to 09:00 of the next and meets three parts', () => {
    const { from, to } = shiftOf(day('2026-03-05'));
    expect([minuteToISO(from), minuteToISO(to)]).toEqual(['2026-03-05T09:00', '2026-03-06T09:00']);
    expect(SHIFT_PARTS).toEqual(['am', 'pm', 'night']);
  });

  test.each([
    ['2026-03-05', 8, 59, '2026-03-04'], ['2026-03-05', 9, 0, '2026-03-05'], ['2026-03-06', 0, 0, '2026-03-05'], ['2026-03-06', 8, 59, '2026-03-05'],
  ])('%s %i:%i belongs to the shift of %s', (date, hour, minute, shift) => expect(toISO(shiftDateOf(civilMinute(day(date), hour, minute)))).toBe(shift));

  test.each([
    // absence, stands against the shift of 5 March, begins with its handover
    ['2026-03-04 am..2026-03-04 pm', false, false],
    ['2026-03-04 pm..2026-03-05 am', true, false],
    ['2026-03-05 am..2026-03-05 am', true, false],
    ['2026-03-05 pm..2026-03-05 pm', true, false],
    ['2026-03-05 pm..2026-03-09 am', true, false],
    ['2026-03-06 am..2026-03-06 am', false, true],
    ['2026-03-06 am..2026-03-20 pm', false, true],
    ['2026-03-06 pm..2026-03-20 pm', false, false],
    ['2026-03-06 am..2026-03-05 pm', false, false],
  ])('absence %s', (text, meets, touches) => {
    expect([meetsShift(range(text), day('2026-03-05')), touchesHandover(range(text), day('2026-03-05'))]).toEqual([meets, touches]);
  });

  test('an absence meets exactly the shifts of the days that it touches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }), (from, length) => {
        const absence = { from: from as SlotRange['from'], to: (from + length) as SlotRange['to'] };
        const days = Array.from({ length: 60 }, (_, index) => (index - 5) as CivilDate);
        expect(days.filter((date) => meetsShift(absence, date))).toEqual(days.filter((date) => slotsOverlap(absence, wholeDays({ from: date, to: date }))));
        expect(days.filter((date) => meetsShift(absence, date) && touchesHandover(absence, date))).toEqual([]);
      }),
      RUN,
    );
  });
});
