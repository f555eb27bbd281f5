import fc from 'fast-check';
import {
  addDays, addMonths, addYears, civilDate, civilMinute, dateOfMinute, daysInMonth, fromISO, fromSerial, isLeapYear, isValidDate, minuteFromSerial,
  minuteOfDay, minuteToISO, minuteToSerial, partsOf, toChinese, toISO, toSerial, weekdayName, weekdayOf, yearOf, type CivilDate,
} from '../../src/kernel/date';

const RUN = { seed: 20260305, numRuns: 1000 };
const day = (iso: string): CivilDate => fromISO(iso)!;
const dates = fc.integer({ min: -200000, max: 200000 }).map((value) => value as CivilDate);

describe('the civil calendar', () => {
  test.each([
    [1900, false], [2000, true], [2024, true], [2026, false], [2100, false],
  ])('%i is a leap year: %s', (year, leap) => expect(isLeapYear(year)).toBe(leap));

  test('months have 31, 28, 31, 30 ... days', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  test.each([
    [2026, 3, 5, true], [2026, 2, 29, false], [2028, 2, 29, true], [2026, 13, 1, false], [2026, 0, 1, false], [2026, 4, 31, false], [2026, 1, 0, false],
    [2026.5, 1, 1, false], [2026, 1.5, 1, false], [2026, 1, 1.5, false],
  ])('%d-%d-%d exists: %s', (year, month, date, exists) => {
    expect(isValidDate(year, month, date)).toBe(exists);
    if (!exists) expect(() => civilDate(year, month, date)).toThrow(RangeError);
  });

  test('the epoch, and the days around months and centuries', () => {
    expect(civilDate(1970, 1, 1)).toBe(0);
    expect(civilDate(1969, 12, 31)).toBe(-1);
    expect(civilDate(2000, 3, 1) - civilDate(2000, 2, 28)).toBe(2);
    expect(civilDate(1900, 3, 1) - civilDate(1900, 2, 28)).toBe(1);
    expect(partsOf(civilDate(-1, 12, 31))).toEqual({ year: -1, month: 12, day: 31 });
  });

  test('the same days as the Date of the language, in UTC', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const other = new Date(date * 86400000);
        expect(partsOf(date)).toEqual({ year: other.getUTCFullYear(), month: other.getUTCMonth() + 1, day: other.getUTCDate() });
        expect(weekdayOf(date)).toBe((other.getUTCDay() + 6) % 7);
        const { year, month, day: ofMonth } = partsOf(date);
        expect(civilDate(year, month, ofMonth)).toBe(date);
        expect(yearOf(date)).toBe(year);
      }),
      RUN,
    );
  });
});

describe('arithmetic', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-01-31', -2, '2025-11-30'], ['2026-12-15', 1, '2027-01-15'], ['2026-03-05', 0, '2026-03-05'],
  ])('%s plus %i months is %s (G7)', (from, months, to) => expect(toISO(addMonths(day(from), months))).toBe(to));

  test('29 February a year later is 28 February', () => expect(toISO(addYears(day('2024-02-29'), 1))).toBe('2025-02-28'));
  test('days', () => expect(toISO(addDays(day('2025-12-31'), 1))).toBe('2026-01-01'));
});

describe('texts and serials', () => {
  test.each([
    ['2026-03-05', true], ['2026-3-5', false], ['2026-02-29', false], ['2026-03-05T09:00', false], ['', false],
  ])('ISO %s is read: %s', (text, read) => expect(fromISO(text) !== undefined).toBe(read));

  test('Excel serials', () => {
    expect(toSerial(day('2026-03-05'))).toBe(46086);
    expect(fromSerial(46086.75)).toBe(day('2026-03-05'));
    expect(minuteToISO(minuteFromSerial(46086.375))).toBe('2026-03-05T09:00');
    expect(minuteToSerial(civilMinute(day('2026-03-05'), 9))).toBe(46086.375);
  });

  test('minutes of the civil clock', () => {
    const at = civilMinute(day('2026-03-05'), 9, 5);
    expect([toISO(dateOfMinute(at)), minuteOfDay(at), minuteToISO(at)]).toEqual(['2026-03-05', 545, '2026-03-05T09:05']);
    expect(minuteOfDay(civilMinute(day('1969-12-31'), 23, 59))).toBe(1439);
  });

  test('names', () => {
    expect(weekdayName(day('2026-03-05'))).toBe('周四');
    expect(toChinese(day('2026-03-05'))).toBe('2026年3月5日');
    expect(toISO(civilDate(987, 1, 2))).toBe('0987-01-02');
  });

  test('ISO and serial round trips', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        if (yearOf(date) < 2500 && yearOf(date) > 1400) expect(fromISO(toISO(date))).toBe(date);
        expect(fromSerial(toSerial(date))).toBe(date);
        const at = civilMinute(date, 0, minute);
        expect(minuteFromSerial(minuteToSerial(at))).toBe(at);
      }),
      RUN,
    );
  });
});
