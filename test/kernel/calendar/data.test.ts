import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDate, fromISO, toISO, weekdayOf, yearOf, type CivilDate } from '../../../src/kernel/date';
import { daysOf, yearPeriod } from '../../../src/kernel/period';
import { createCalendar, statutoryDays } from '../../../src/kernel/calendar';
import { builtInArrangement } from '../../../src/kernel/calendar/data';
import { statutoryOnce } from '../../../src/kernel/calendar/statutory';
import { ADDED, ADDED_MAKEUP, REMOVED, packageYear, rowsOfPackage } from './package-rows';

const YEARS = Array.from({ length: 20 }, (_, index) => 2007 + index);
const calendar = createCalendar();
const select = (year: number, test: (date: CivilDate) => boolean): string[] => daysOf(yearPeriod(year)).filter(test).map(toISO);
const sorted = (list: readonly string[]): string[] => [...list].sort();

test('the table is what the package and the notices give', () => {
  const source = readFileSync(join(process.cwd(), 'src', 'kernel', 'calendar', 'data.ts'), 'utf8');
  expect(source.split('\n').filter((line) => /^ {2}\d{4}: \{/.test(line)).join('\n')).toBe(rowsOfPackage());
});

describe.each(YEARS)('%i, day by day against the package', (year) => {
  const { holidays, workdays, inLieuDays } = packageYear(year);
  const inYear = (dates: readonly string[]): string[] => dates.filter((iso) => iso.startsWith(String(year)));

  test('holidays', () => {
    const added = ADDED.flatMap(([, , ...dates]) => inYear(dates));
    expect(select(year, (date) => calendar.isHoliday(date))).toEqual(sorted([...inYear(Object.keys(holidays)).filter((iso) => !REMOVED.includes(iso)), ...added]));
  });

  test('make-up days', () => expect(select(year, (date) => calendar.day(date).kind === '补班')).toEqual(sorted(inYear(Object.keys(workdays)))));

  test('days in lieu are working days off', () => {
    const days = inYear(Object.keys(inLieuDays)).map((iso) => fromISO(iso)!);
    expect(days.every((date) => weekdayOf(date) < 5 && calendar.isHoliday(date))).toBe(true);
  });

  test('work and rest are those of the package alone: what is mended are weekends', () => {
    const rest = (iso: string): boolean => iso in holidays || (weekdayOf(fromISO(iso)!) >= 5 && !(iso in workdays));
    expect(select(year, (date) => calendar.isRest(date))).toEqual(daysOf(yearPeriod(year)).map(toISO).filter(rest));
  });
});

test('what is added or removed is a weekend', () => {
  for (const iso of [...ADDED.flatMap(([, , ...dates]) => dates), ...REMOVED]) expect(weekdayOf(fromISO(iso)!)).toBeGreaterThanOrEqual(5);
  expect(ADDED_MAKEUP.map((iso) => calendar.day(fromISO(iso)!).kind)).toEqual(['补班', '补班']);
});

test.each([2006, 2027])('%i is not built in', (year) => expect(builtInArrangement(year)).toBeNull());

/** Working days off = make-up days + statutory days, by the calendar year; a day of two festivals counts twice. */
test('the balance of the years, and its documented exceptions', () => {
  const differences = YEARS.map((year) => {
    const off = select(year, (date) => calendar.isHoliday(date) && weekdayOf(date) < 5).length;
    const makeup = select(year, (date) => calendar.day(date).kind === '补班').length;
    return [year, off - makeup - statutoryDays(year).length - statutoryOnce(year).length] as const;
  });
  expect(differences.filter(([, difference]) => difference !== 0)).toEqual([
    // the notice for 2007 made up its 元旦 in 2006 and that for 2008 lies partly in 2007
    [2007, 2],
    // 2011-12-31 was worked for 2012-01-03
    [2011, -1],
    [2012, 1],
    // prolonged against the epidemic: 2020-01-31 off, 2020-02-01 not made up
    [2020, 2],
  ]);
});

test('no notice arranges the December of its own year', () => {
  for (const year of YEARS) {
    const { off, makeup } = builtInArrangement(year)!;
    const dates = [...off.keys(), ...makeup];
    expect(dates.filter((date) => date > civilDate(year, 11, 30))).toEqual([]);
    expect(dates.filter((date) => yearOf(date) !== year && date < civilDate(year - 1, 12, 29))).toEqual([]);
  }
});
