/** Statutory days by year (《全国年节及纪念日放假办法》 in its versions): what `法定日` means (G9). */
import { addDays, civilDate, type CivilDate } from '../date';
import type { Festival } from './festivals';
import { movableFeasts } from './lunar';

export interface StatutoryDay {
  readonly date: CivilDate;
  readonly festival: Festival;
}

/** A statutory day once, 70 years after the war; of no festival of the seven. */
const VICTORY_DAY = civilDate(2015, 9, 3);

/**
 * The statutory days of a year in date order, a day of two festivals twice; empty outside the lunar table. Until 2007 without
 * 清明, 端午, 中秋; 2008–2013 the Spring Festival's are 除夕, 初一, 初二; 2014–2024 初一 to 初三; since 2025 除夕 and 2 May are added.
 */
export function statutoryDays(year: number): readonly StatutoryDay[] {
  const feasts = movableFeasts(year);
  if (!feasts) return [];
  const fixed = (month: number, ...days: readonly number[]): CivilDate[] => days.map((day) => civilDate(year, month, day));
  const spring = (first: number, last: number): CivilDate[] => Array.from({ length: last - first + 1 }, (_, index) => addDays(feasts.newYear, first + index));
  const lists: readonly (readonly [Festival, readonly CivilDate[]])[] = [
    ['元旦', fixed(1, 1)],
    ['春节', year >= 2025 ? spring(-1, 2) : year >= 2014 || year === 2007 ? spring(0, 2) : spring(-1, 1)],
    ['清明', year >= 2008 ? [feasts.qingming] : []],
    ['劳动节', year >= 2025 ? fixed(5, 1, 2) : year === 2007 ? fixed(5, 1, 2, 3) : fixed(5, 1)],
    ['端午', year >= 2008 ? [feasts.dragonBoat] : []],
    ['中秋', year >= 2008 ? [feasts.midAutumn] : []],
    ['国庆', fixed(10, 1, 2, 3)],
  ];
  return lists.flatMap(([festival, dates]) => dates.map((date) => ({ date, festival }))).sort((a, b) => a.date - b.date);
}

/** Statutory days that were decreed once, beside the Act. */
export function statutoryOnce(year: number): readonly CivilDate[] {
  return year === 2015 ? [VICTORY_DAY] : [];
}

/** 除夕 and 初一 of a year, or none outside the table. */
export function newYearDays(year: number): readonly CivilDate[] {
  const feasts = movableFeasts(year);
  return feasts ? [addDays(feasts.newYear, -1), feasts.newYear] : [];
}
