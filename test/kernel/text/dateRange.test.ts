import fc from 'fast-check';
import { fromISO, partsOf, toChinese, toISO, type CivilDate } from '../../../src/kernel/date';
import { parseDateRange, type DateEnd, type RangeReading } from '../../../src/kernel/text/dateRange';

const RUN = { seed: 20260305, numRuns: 1000 };
const end = ({ date, half, time }: DateEnd): string => [toISO(date), ...(half === null ? [] : [half]), ...(time === null ? [] : [`@${time}`])].join(' ');
/** `2026-03-05..2026-03-07`, days joined by +, with notes behind, or the reason. */
const shown = (reading: RangeReading): string => {
  if (reading.kind === 'error') return reading.reason;
  return [reading.kind === 'range' ? `${end(reading.from)}..${end(reading.to)}` : reading.dates.map(toISO).join('+'), ...reading.notes].join(' ');
};
const read = (text: string, year: number | null = 2026, month: number | null = null): string => shown(parseDateRange(text, { year, month }));

test.each([
  // samples F4
  ['3月5日-7日', '2026-03-05..2026-03-07'], ['3.5—3.7', '2026-03-05..2026-03-07'], ['3月5日上午至3月6日中午', '2026-03-05 am..2026-03-06 am'], ['3月5、6日', '2026-03-05..2026-03-06'], ['12.30-1.2', '2026-12-30..2027-01-02 year-crossed'],
  ['3月5日-3月7日', '2026-03-05..2026-03-07'], ['3月5日—7日', '2026-03-05..2026-03-07'], ['3月5日~7日', '2026-03-05..2026-03-07'], ['3月5-7日', '2026-03-05..2026-03-07'], ['3月5日至7日', '2026-03-05..2026-03-07'], ['3月5日 - 7日', '2026-03-05..2026-03-07'],
  ['3月5日-7', '2026-03-05..2026-03-07'], ['2026.3.5-7', '2026-03-05..2026-03-07'], ['2026-3-5至2026-3-7', '2026-03-05..2026-03-07'], ['2026-3-5-2026-3-7', '2026-03-05..2026-03-07'], ['2026年3月5日到4月2日', '2026-03-05..2026-04-02'], ['20260305-20260307', '2026-03-05..2026-03-07'],
  ['三月五日至七日', '2026-03-05..2026-03-07'], ['3月5日——7日', '2026-03-05..2026-03-07'], ['26.3.5-26.3.7', '2026-03-05..2026-03-07 two-digit-year'],
  ['3月5日', '2026-03-05..2026-03-05'], ['3.5', '2026-03-05..2026-03-05 month-day-dotted'], ['3月5日上午', '2026-03-05 am..2026-03-05 am'], ['3月5日下午', '2026-03-05 pm..2026-03-05 pm'], ['3月5日全天', '2026-03-05..2026-03-05'], ['3月5日上午-下午', '2026-03-05 am..2026-03-05 pm'],
  ['3月5日中午至3月6日下午', '2026-03-05 pm..2026-03-06 pm'], ['3月5日(周四)至7日(周六)', '2026-03-05..2026-03-07'], ['3月5日(周五)至7日', '2026-03-05..2026-03-07 weekday-differs'], ['3月5日(上午)至3月6日(下午)', '2026-03-05 am..2026-03-06 pm'],
  ['3月5日9:00-18:00', '2026-03-05 @540..2026-03-05 @1080'], ['2026-3-5 9:00至2026-3-6 18:00', '2026-03-05 @540..2026-03-06 @1080'], ['3月5日全天至3月6日', '2026-03-05..2026-03-06'],
  // over the year's end, with one year said, both, or none
  ['2025.12.30-1.2', '2025-12-30..2026-01-02'], ['12.30-2026.1.2', '2025-12-30..2026-01-02'], ['2025.12.30-2026.1.2', '2025-12-30..2026-01-02'], ['12月30日至1月2日', '2026-12-30..2027-01-02 year-crossed'], ['12月30日、31日、1月1日', '2026-12-30..2027-01-01 year-crossed'],
  ['2027.12.30-2.29', '2027-12-30..2028-02-29'],
  ['3月5日、6日', '2026-03-05..2026-03-06'], ['3月5日和6日', '2026-03-05..2026-03-06'], ['3月5日,3月6日,3月7日', '2026-03-05..2026-03-07'], ['3月5日上午、6日下午', '2026-03-05 am..2026-03-06 pm'],
  ['3月5日、8日', '2026-03-05+2026-03-08'], ['3月5、8、12日', '2026-03-05+2026-03-08+2026-03-12'], ['3月5日、4月1日', '2026-03-05+2026-04-01'], ['2025.12.30、2026.1.2', '2025-12-30+2026-01-02'], ['3月6日、5日', '2026-03-06+2026-03-05'], ['3.5、3.8', '2026-03-05+2026-03-08'],
])('%j is %s', (text, expected) => expect(read(text)).toBe(expected));

test.each([
  ['5、6日', '2026-03-05..2026-03-06'], ['5日', '2026-03-05..2026-03-05'], ['5-7日', '2026-03-05..2026-03-07'], ['5日至7日', '2026-03-05..2026-03-07'], ['五至七日', '2026-03-05..2026-03-07'], ['5日上午-7日下午', '2026-03-05 am..2026-03-07 pm'], ['28日-4月2日', '2026-03-28..2026-04-02'],
])('%j in March is %s', (text, expected) => expect(read(text, 2026, 3)).toBe(expected));

test.each([
  ['', 'date-unreadable'], ['待定', 'date-unreadable'], ['3月5日开会', 'date-unreadable'], ['3月5日(周四', 'date-unreadable'], ['3-5-3-7', 'date-unreadable'], ['3.5-7', 'date-unreadable'], ['5-7', '2026-05-07..2026-05-07 month-day-dotted'], ['3月5日-开会', 'date-unreadable'], ['3月5日中午', 'date-unreadable'], ['3月5日晚至7日', 'date-unreadable'],
  ['3月5日、', 'date-unreadable'], ['上午-下午', 'date-unreadable'], ['3月5日;6日', 'date-unreadable'],
  ['5、6日', 'date-without-month'], ['3月5日-32日', 'date-impossible'], ['2月30日-3月2日', 'date-impossible'], ['1899.3.5-7', 'date-year-odd'],
  ['3月7日-5日', 'date-reversed'], ['3.7-3.5', 'date-reversed'], ['2026.3.7-2026.3.5', 'date-reversed'], ['3月5日下午-上午', 'date-reversed'], ['3月5日18:00-9:00', 'date-reversed'],
  ['3月5日起', 'date-end-missing'], ['3月5日-', 'date-end-missing'], ['3.5至今', 'date-end-missing'], ['3月5日开始', 'date-end-missing'], ['至3月7日', 'date-start-missing'], ['-3月7日', 'date-start-missing'],
  ['3月5日-7日、9日', 'date-several'], ['3月5日-7日-9日', 'date-several'],
])('%j gives %s', (text, expected) => expect(read(text)).toBe(expected));

test('without a year', () => expect([read('3月5日-7日', null), read('2026.3.5-3.7', null), read('12.30-1.2', null)]).toEqual(['date-without-year', '2026-03-05..2026-03-07', 'date-without-year']));

const dates = fc.integer({ min: fromISO('1950-01-01')!, max: fromISO('2100-12-31')! }).map((value) => value as CivilDate);

test('every way to write a stretch is read back', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 150 }), fc.constantFrom('至', '-', '~', '—'), (from, length, sign) => {
      const to = (from + length) as CivilDate;
      const expected = `${toISO(from)}..${toISO(to)}`;
      const [a, b] = [partsOf(from), partsOf(to)];
      expect(read(`${toChinese(from)}${sign}${toChinese(to)}`)).toBe(expected);
      expect(read(`${toISO(from)}${sign}${toISO(to)}`)).toBe(expected);
      expect(read(`${toChinese(from)}${sign}${b.month}月${b.day}日`)).toBe(expected);
      expect(read(`${a.month}月${a.day}日${sign}${toChinese(to)}`)).toBe(expected);
      if (a.year === b.year) expect(read(`${a.month}.${a.day}${sign === '-' ? '—' : sign}${b.month}.${b.day}`, a.year)).toBe(expected);
      if (a.year === b.year && a.month === b.month) expect(read(`${a.month}月${a.day}${sign}${b.day}日`, a.year)).toBe(expected);
    }),
    RUN,
  );
});

test('never fails, and never runs backwards', () => {
  const pieces = fc.constantFrom('2026', '3', '5', '12', '31', '.', '-', '年', '月', '日', ' ', ':', '三', '周四', '(', ')', '上午', '中午', '至', '、', '起', '9:00');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))), fc.option(fc.integer({ min: 1900, max: 2199 }), { nil: null }), (text, year) => {
      const reading = parseDateRange(text, { year, month: 3 });
      if (reading.kind === 'range') expect(reading.from.date).toBeLessThanOrEqual(reading.to.date);
    }),
    { ...RUN, numRuns: 5000 },
  );
});
