/**
 * State Council arrangements 2007–2026: holiday periods and make-up workdays, from the data of `chinese-days` 1.5.7 (its
 * JSON, not its functions), by the notice's year. A period is every day that the notice's item names, its 补休 days and,
 * where it says 与周末连休, the adjoining weekend; the package leaves some of those weekends out (marked `+`), and the
 * middle day of 端午 2011 and 2012.
 */
import { civilDate, type CivilDate } from '../date';
import { festivalsIn, type Festival } from './festivals';

/** `MM-DD` or `MM-DD~MM-DD`; a date of December before a January one is of the year before. */
const NOTICES: Readonly<Record<number, { readonly off: string; readonly on: string }>> = {
  2007: { off: '元旦 01-01~01-03, 春节 02-18~02-24, 劳动节 05-01~05-07, 国庆 10-01~10-07, 元旦 12-30~12-31', on: '02-17 02-25 04-28 04-29 09-29 09-30 12-29' },
  2008: { off: '元旦 01-01, 春节 02-06~02-12, 清明 04-04~04-06, 劳动节 05-01~05-03, 端午 06-07~06-09, 中秋 09-13~09-15, 国庆 09-29~10-05', on: '02-02 02-03 05-04 09-27 09-28' },
  2009: { off: '元旦 01-01~01-03, 春节 01-25~01-31, 清明 04-04~04-06, 劳动节 05-01~05-03, 端午 05-28~05-30, 国庆中秋 10-01~10-08', on: '01-04 01-24 02-01 05-31 09-27 10-10' },
  2010: { off: '元旦 01-01~01-03, 春节 02-13~02-19, 清明 04-03~04-05, 劳动节 05-01~05-03, 端午 06-14~06-16, 中秋 09-22~09-24, 国庆 10-01~10-07', on: '02-20 02-21 06-12 06-13 09-19 09-25 09-26 10-09' },
  2011: { off: '元旦 01-01~01-03, 春节 02-02~02-08, 清明 04-03~04-05, 劳动节 04-30~05-02, 端午 06-04~06-06, 中秋 09-10~09-12, 国庆 10-01~10-07', on: '01-30 02-12 04-02 10-08 10-09 12-31' },
  2012: { off: '元旦 01-01~01-03, 春节 01-22~01-28, 清明 04-02~04-04, 劳动节 04-29~05-01, 端午 06-22~06-24, 国庆中秋 09-30~10-07', on: '01-21 01-29 03-31 04-01 04-28 09-29' },
  2013: { off: '元旦 01-01~01-03, 春节 02-09~02-15, 清明 04-04~04-06, 劳动节 04-29~05-01, 端午 06-10~06-12, 中秋 09-19~09-21, 国庆 10-01~10-07', on: '01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12' },
  2014: { off: '元旦 01-01, 春节 01-31~02-06, 清明 04-05~04-07, 劳动节 05-01~05-03, 端午 +05-31~06-02, 中秋 +09-06~09-08, 国庆 10-01~10-07', on: '01-26 02-08 05-04 09-28 10-11' },
  2015: { off: '元旦 01-01~01-03, 春节 02-18~02-24, 清明 04-05~04-06, 劳动节 05-01~+05-03, 端午 06-20, 端午 06-22, 抗战胜利纪念日 09-03~+09-05, 中秋 09-27, 国庆 10-01~10-07', on: '01-04 02-15 02-28 09-06 10-10' },
  2016: { off: '元旦 01-01~+01-03, 春节 02-07~02-13, 清明 +04-02~04-04, 劳动节 05-01~05-02, 端午 06-09~06-11, 中秋 09-15~09-17, 国庆 10-01~10-07', on: '02-06 02-14 06-12 09-18 10-08 10-09' },
  2017: { off: '元旦 01-01~01-02, 春节 01-27~02-02, 清明 04-02~04-04, 劳动节 +04-29~05-01, 端午 05-28~05-30, 国庆中秋 10-01~10-08', on: '01-22 02-04 04-01 05-27 09-30' },
  2018: { off: '元旦 +12-30~01-01, 春节 02-15~02-21, 清明 04-05~04-07, 劳动节 04-29~05-01, 端午 +06-16~06-18, 中秋 +09-22~09-24, 国庆 10-01~10-07', on: '02-11 02-24 04-08 04-28 09-29 09-30' },
  2019: { off: '元旦 12-30~01-01, 春节 02-04~02-10, 清明 04-05~04-07, 劳动节 05-01~05-04, 端午 06-07~06-09, 中秋 09-13~09-15, 国庆 10-01~10-07', on: '12-29 02-02 02-03 04-28 05-05 09-29 10-12' },
  2020: { off: '元旦 01-01, 春节 01-24~02-02, 清明 04-04~04-06, 劳动节 05-01~05-05, 端午 06-25~06-27, 国庆中秋 10-01~10-08', on: '01-19 04-26 05-09 06-28 09-27 10-10' },
  2021: { off: '元旦 01-01~01-03, 春节 02-11~02-17, 清明 04-03~04-05, 劳动节 05-01~05-05, 端午 06-12~06-14, 中秋 09-19~09-21, 国庆 10-01~10-07', on: '02-07 02-20 04-25 05-08 09-18 09-26 10-09' },
  2022: { off: '元旦 01-01~01-03, 春节 01-31~02-06, 清明 04-03~04-05, 劳动节 04-30~05-04, 端午 06-03~06-05, 中秋 09-10~09-12, 国庆 10-01~10-07', on: '01-29 01-30 04-02 04-24 05-07 10-08 10-09' },
  2023: { off: '元旦 12-31~01-02, 春节 01-21~01-27, 清明 04-05, 劳动节 04-29~05-03, 端午 06-22~06-24, 国庆中秋 09-29~10-06', on: '01-28 01-29 04-23 05-06 06-25 10-07 10-08' },
  2024: { off: '元旦 +12-30~01-01, 春节 02-10~02-17, 清明 04-04~04-06, 劳动节 05-01~05-05, 端午 +06-08~06-10, 中秋 09-15~09-17, 国庆 10-01~10-07', on: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12' },
  2025: { off: '元旦 01-01, 春节 01-28~02-04, 清明 04-04~04-06, 劳动节 05-01~05-05, 端午 05-31~06-02, 国庆中秋 10-01~10-08', on: '01-26 02-08 04-27 09-28 10-11' },
  2026: { off: '元旦 01-01~01-03, 春节 02-15~02-23, 清明 04-04~04-06, 劳动节 05-01~05-05, 端午 06-19~06-21, 中秋 09-25~09-27, 国庆 10-01~10-07', on: '01-04 02-14 02-28 05-09 09-20 10-10' },
};

export const FIRST_BUILT_IN_YEAR = 2007;
export const LAST_BUILT_IN_YEAR = 2026;

export interface HolidayStretch {
  /** Empty for the one-off holiday of 2015. */
  readonly festivals: readonly Festival[];
  /** Name as in the table. */
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface Arrangement {
  readonly stretches: readonly HolidayStretch[];
  readonly makeup: readonly CivilDate[];
}

/** What the notice of a year arranges; null for years that are not built in. */
export function builtInArrangement(year: number): Arrangement | null {
  const notice = NOTICES[year];
  if (!notice) return null;
  const on = notice.on.split(' ');
  const read = (text: string, ofYear: number): CivilDate => {
    const [month, day] = text.replace('+', '').split('-').map(Number);
    return civilDate(ofYear, month!, day!);
  };
  const stretches = notice.off.split(', ').map((item) => {
    const [name, span] = item.split(' ') as [string, string];
    const [first, last = first] = span.split('~') as [string, string?];
    // 12-30~01-01 begins in the year before
    const from = read(first, last.replace('+', '') < first.replace('+', '') ? year - 1 : year);
    return { festivals: festivalsIn(name), name, from, to: read(last, year) };
  });
  const makeup = on.map((text, index) => read(text, index === 0 && text > on[1]! ? year - 1 : year));
  return { stretches, makeup };
}
