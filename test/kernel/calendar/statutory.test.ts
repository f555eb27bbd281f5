import { addDays, civilDate, fromISO, partsOf, toISO, type CivilDate } from '../../../src/kernel/date';
import { newYearDays, statutoryDays } from '../../../src/kernel/calendar';
import { builtInArrangement } from '../../../src/kernel/calendar/data';
import { movableFeasts } from '../../../src/kernel/calendar/lunar';
import { statutoryOnce } from '../../../src/kernel/calendar/statutory';

const YEARS = Array.from({ length: 54 }, (_, index) => 2007 + index);
const short = (date: CivilDate): string => toISO(date).slice(5);

test.each<[string, number, string]>([
  // three versions of the Act, and the one before
  ['ten days until 2007', 2007, '元旦01-01 春节02-18 春节02-19 春节02-20 劳动节05-01 劳动节05-02 劳动节05-03 国庆10-01 国庆10-02 国庆10-03'],
  ['eleven, 除夕 to 初二', 2008, '元旦01-01 春节02-06 春节02-07 春节02-08 清明04-04 劳动节05-01 端午06-08 中秋09-14 国庆10-01 国庆10-02 国庆10-03'],
  ['the last year of these', 2013, '元旦01-01 春节02-09 春节02-10 春节02-11 清明04-04 劳动节05-01 端午06-12 中秋09-19 国庆10-01 国庆10-02 国庆10-03'],
  ['eleven, 初一 to 初三', 2014, '元旦01-01 春节01-31 春节02-01 春节02-02 清明04-05 劳动节05-01 端午06-02 中秋09-08 国庆10-01 国庆10-02 国庆10-03'],
  ['the last year of these', 2024, '元旦01-01 春节02-10 春节02-11 春节02-12 清明04-04 劳动节05-01 端午06-10 中秋09-17 国庆10-01 国庆10-02 国庆10-03'],
  ['thirteen', 2025, '元旦01-01 春节01-28 春节01-29 春节01-30 春节01-31 清明04-04 劳动节05-01 劳动节05-02 端午05-31 国庆10-01 国庆10-02 国庆10-03 中秋10-06'],
  ['thirteen', 2026, '元旦01-01 春节02-16 春节02-17 春节02-18 春节02-19 清明04-05 劳动节05-01 劳动节05-02 端午06-19 中秋09-25 国庆10-01 国庆10-02 国庆10-03'],
  ['predicted', 2027, '元旦01-01 春节02-05 春节02-06 春节02-07 春节02-08 清明04-05 劳动节05-01 劳动节05-02 端午06-09 中秋09-15 国庆10-01 国庆10-02 国庆10-03'],
  ['predicted, one day of two festivals', 2028, '元旦01-01 春节01-25 春节01-26 春节01-27 春节01-28 清明04-04 劳动节05-01 劳动节05-02 端午05-28 国庆10-01 国庆10-02 中秋10-03 国庆10-03'],
  ['predicted', 2029, '元旦01-01 春节02-12 春节02-13 春节02-14 春节02-15 清明04-04 劳动节05-01 劳动节05-02 端午06-16 中秋09-22 国庆10-01 国庆10-02 国庆10-03'],
  ['predicted', 2030, '元旦01-01 春节02-02 春节02-03 春节02-04 春节02-05 清明04-05 劳动节05-01 劳动节05-02 端午06-05 中秋09-12 国庆10-01 国庆10-02 国庆10-03'],
  ['before the table', 2006, ''],
  ['after the table', 2061, ''],
])('%s: %i', (_, year, days) => expect(statutoryDays(year).map(({ date, festival }) => festival + short(date)).join(' ')).toBe(days));

test.each([[2007, 10], [2008, 11], [2013, 11], [2014, 11], [2024, 11], [2025, 13], [2026, 13], [2060, 13]])('%i has %i statutory days', (year, count) => expect(statutoryDays(year)).toHaveLength(count));

test.each([[2009, 1], [2020, 1], [2026, 0], [2028, 1], [2031, 1], [2039, 1]])('in %i 中秋 and 国庆 share %i days', (year, shared) => {
  const days = statutoryDays(year);
  expect(days.length - new Set(days.map(({ date }) => date)).size).toBe(shared);
});

test('2015-09-03, once', () => {
  expect(statutoryOnce(2015).map(toISO)).toEqual(['2015-09-03']);
  expect(statutoryOnce(2025)).toEqual([]);
});

test.each([[2024, '2024-02-09 2024-02-10'], [2025, '2025-01-28 2025-01-29'], [2026, '2026-02-16 2026-02-17'], [2027, '2027-02-05 2027-02-06'], [2006, ''], [2061, '']])('除夕 and 初一 of %i: %s', (year, days) => expect(newYearDays(year).map(toISO).join(' ')).toBe(days));

/** Every statutory day of the years with a notice is a day off: an independent witness for the lunar table. */
test.each(YEARS.filter((year) => year <= 2026))('the notice of %i gives every statutory day', (year) => {
  const { off } = builtInArrangement(year)!;
  expect([...statutoryDays(year).map(({ date }) => date), ...statutoryOnce(year)].filter((date) => !off.has(date)).map(toISO)).toEqual([]);
});

/** Days since 2000-01-01 (Beijing) of new moon k by Meeus, Astronomical Algorithms, chapter 49, to about two minutes; ΔT near 70 s. */
function newMoon(k: number): number {
  const T = k / 1236.85;
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const E = 1 - 0.002516 * T;
  const M = rad(2.5534 + 29.1053567 * k);
  const Mm = rad(201.5643 + 385.81693528 * k + 0.0107582 * T * T);
  const F = rad(160.7108 + 390.67050284 * k - 0.0016118 * T * T);
  const node = rad(124.7746 - 1.56375588 * k);
  const terms: readonly (readonly [number, number])[] = [
    [-0.4072, Mm], [0.17241 * E, M], [0.01608, 2 * Mm], [0.01039, 2 * F], [0.00739 * E, Mm - M], [-0.00514 * E, Mm + M], [0.00208 * E * E, 2 * M],
    [-0.00111, Mm - 2 * F], [-0.00057, Mm + 2 * F], [0.00056 * E, 2 * Mm + M], [-0.00042, 3 * Mm], [0.00042 * E, M + 2 * F], [0.00038 * E, M - 2 * F],
    [-0.00024 * E, 2 * Mm - M], [-0.00017, node], [0.000325, rad(299.77 + 0.107408 * k - 0.009173 * T * T)], [0.000165, rad(251.88 + 0.016321 * k)],
  ];
  const dynamical = 2451550.09766 + 29.530588861 * k + 0.00015437 * T * T + terms.reduce((sum, [factor, angle]) => sum + factor * Math.sin(angle), 0);
  return dynamical - 2451544.5 - 70 / 86400 + 8 / 24;
}

const MILLENNIUM = civilDate(2000, 1, 1);
/** Does a lunar month begin in Beijing on that day? */
function beginsMonth(date: CivilDate): boolean {
  const day = date - MILLENNIUM;
  const k = Math.round((day - 5) / 29.530588861);
  return [k - 1, k, k + 1].some((near) => Math.floor(newMoon(near)) === day);
}

test.each(YEARS)('%i: 初一 is a new moon, 端午 its month\'s fifth, 中秋 its fifteenth, 清明 by the formula of the century', (year) => {
  const { newYear, qingming, dragonBoat, midAutumn } = movableFeasts(year)!;
  expect([newYear, addDays(dragonBoat, -4), addDays(midAutumn, -14)].map((date) => [toISO(date), beginsMonth(date)])).toEqual([newYear, addDays(dragonBoat, -4), addDays(midAutumn, -14)].map((date) => [toISO(date), true]));
  expect(partsOf(qingming)).toEqual({ year, month: 4, day: Math.floor(0.2422 * (year % 100) + 4.81) - Math.floor((year % 100) / 4) });
  // which new moon: the month is fixed by the season
  const within = (date: CivilDate, from: string, to: string): boolean => date >= fromISO(`${year}-${from}`)! && date <= fromISO(`${year}-${to}`)!;
  expect([within(newYear, '01-21', '02-20'), within(dragonBoat, '05-27', '06-25'), within(midAutumn, '09-07', '10-08')]).toEqual([true, true, true]);
});
