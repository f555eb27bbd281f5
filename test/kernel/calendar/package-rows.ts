/**
 * The rows of `src/kernel/calendar/data.ts` as they follow from the JSON of `chinese-days` and the notices themselves. When the
 * package brings a new year, the test of the data fails and shows the rows to paste.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, fromISO, partsOf, toISO, type CivilDate } from '../../../src/kernel/date';
import { festivalsIn, statutoryDays } from '../../../src/kernel/calendar';

const FIRST_YEAR = 2007;
const LAST_YEAR = 2026;

interface PackageYear {
  /** ISO date to `English name,中文名,number of statutory days` */
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
  readonly inLieuDays: Readonly<Record<string, string>>;
}

export function packageYear(year: number): PackageYear {
  return JSON.parse(readFileSync(join(process.cwd(), 'node_modules', 'chinese-days', 'dist', 'years', `${year}.json`), 'utf8')) as PackageYear;
}

/** Days that a notice gives and the package lacks, by the words of the notice. */
export const ADDED: readonly (readonly [name: string, why: string, ...dates: readonly string[]])[] = [
  ['端午', '2011: 6月4日至6日放假', '2011-06-05'],
  ['端午', '2012: 6月22日至24日放假', '2012-06-23'],
  ['端午', '2014: 6月2日放假,与周末连休', '2014-05-31', '2014-06-01'],
  ['中秋', '2014: 9月8日放假,与周末连休', '2014-09-06', '2014-09-07'],
  ['劳动节', '2015: 5月1日放假,与周末连休', '2015-05-02', '2015-05-03'],
  ['抗战胜利纪念日', '2015: 9月3日至5日调休放假', '2015-09-05'],
  ['元旦', '2016: 1月1日放假,与周末连休', '2016-01-02', '2016-01-03'],
  ['清明', '2016: 4月4日放假,与周末连休', '2016-04-02', '2016-04-03'],
  ['劳动节', '2017: 5月1日放假,与周末连休', '2017-04-29', '2017-04-30'],
  ['元旦', '2018: 1月1日放假,与周末连休', '2017-12-30', '2017-12-31'],
  ['端午', '2018: 6月18日放假,与周末连休', '2018-06-16', '2018-06-17'],
  ['中秋', '2018: 9月24日放假,与周末连休', '2018-09-22', '2018-09-23'],
  ['元旦', '2024: 1月1日放假,与周末连休', '2023-12-30', '2023-12-31'],
  ['端午', '2024: 6月10日放假,与周末连休', '2024-06-08', '2024-06-09'],
];

/** Days that the package gives and the notice does not: 2014: 4月5日放假,4月7日(星期一)补休; the Sunday between is a weekend. */
export const REMOVED: readonly string[] = ['2014-04-06'];

/** Make-up days of the notice for 2007 that lie in 2006, where the package says nothing of them. */
export const ADDED_MAKEUP: readonly string[] = ['2006-12-30', '2006-12-31'];

const monthDay = (date: CivilDate): string => toISO(date).slice(5);
const noticeYear = (date: CivilDate): number => partsOf(date).year + (partsOf(date).month === 12 ? 1 : 0);

/** Holidays by date, with the short name of the table. */
export function holidaysOfPackage(): ReadonlyMap<CivilDate, string> {
  const days = new Map<CivilDate, string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const [iso, value] of Object.entries(packageYear(year).holidays)) {
      const name = value.split(',')[1]!;
      if (!REMOVED.includes(iso)) days.set(fromISO(iso)!, festivalsIn(name)[0] ?? '抗战胜利纪念日');
    }
  }
  for (const [name, , ...dates] of ADDED) dates.forEach((iso) => days.set(fromISO(iso)!, name));
  return new Map([...days].sort(([a], [b]) => a - b));
}

export function makeupDaysOfPackage(): readonly CivilDate[] {
  const days = ADDED_MAKEUP.map((iso) => fromISO(iso)!);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) days.push(...Object.keys(packageYear(year).workdays).map((iso) => fromISO(iso)!));
  return days.sort((a, b) => a - b);
}

/** The table's rows as source text. */
export function rowsOfPackage(): string {
  const stretches: { names: string[]; from: CivilDate; to: CivilDate }[] = [];
  for (const [date, name] of holidaysOfPackage()) {
    const last = stretches.at(-1);
    if (last && addDays(last.to, 1) === date) last.to = date;
    else stretches.push({ names: [], from: date, to: date });
    // the package names one festival a day: of 2020-10-01 it forgets 中秋
    const both = statutoryDays(partsOf(date).year).flatMap((day) => (day.date === date ? [day.festival] : []));
    stretches.at(-1)!.names.push(name, ...both);
  }
  const short = (names: readonly string[]): string => (names.includes('国庆') && names.includes('中秋') ? '国庆中秋' : names[0]!);
  const makeup = makeupDaysOfPackage();
  const rows = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const off = stretches.filter(({ to }) => noticeYear(to) === year);
    const spans = off.map(({ names, from, to }) => `${short(names)} ${monthDay(from)}${from === to ? '' : `~${monthDay(to)}`}`);
    const on = makeup.filter((date) => noticeYear(date) === year).map(monthDay);
    rows.push(`  ${year}: { off: '${spans.join(', ')}', on: '${on.join(' ')}' },`);
  }
  return rows.join('\n');
}
