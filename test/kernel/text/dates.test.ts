import fc from 'fast-check';
import { fromISO, partsOf, toChinese, toISO, toSerial, weekdayName, type CivilDate } from '../../../src/kernel/date';
import { parseDateNumber, parseDateText, type DateReading } from '../../../src/kernel/text/dateText';
import { monthToText, parseMonth, parseMonthNumber, type MonthReading } from '../../../src/kernel/text/month';
import { chineseNumber } from '../../../src/kernel/text/chineseNumeral';

const RUN = { seed: 20260305, numRuns: 1000 };
/** `2026-03-05`, `2026-03-05 @540`, with notes behind, or the reason. */
const shown = (reading: DateReading): string =>
  reading.kind === 'error' ? reading.reason : [toISO(reading.date), ...(reading.time === null ? [] : [`@${reading.time}`]), ...reading.notes].join(' ');
const read = (text: string, year: number | null = 2026): string => shown(parseDateText(text, { year }));

describe('dates as text', () => {
  test.each([
    // samples F4
    '2026.3.5', '2026。3。5', '2026-3-5', '2026/03/05', '2026年3月5日', '20260305', '3月5日', '三月五日', '二〇二六年三月五日',
    '2026-03-05', ' 2026-3-5 ', '2026．3．5', '2026 年 3 月 5 日', '2026. 3. 5', '2026年3月5号', '3月5', '3月5号', '2026年3.5', '2026.3月5日', '２０２６－３－５', '2026–3–5', '2026\\3\\5', "'2026-3-5", '‘2026-3-5', '二零二六年三月五日',
    '二○二六年3月5日', '二O二六年三月五日', '2026年03月05日', '3 月 5 日', '2026.3.5日', '3月份5日', '2026\u200b-3-5', '2026年3月5日(周四)', '3月5日(周四)', '3月5日 星期四', '3月5日（礼拜四）', '2026-3-5周四',
  ])('%j is the 5th of March', (text) => expect(read(text)).toBe('2026-03-05'));

  test.each([
    ['26.3.5', '2026-03-05 two-digit-year'], ['26年3月5日', '2026-03-05 two-digit-year'], ['二六年三月五日', '2026-03-05 two-digit-year'], ['98-7-1', '1998-07-01 two-digit-year'], ['29.1.1', '2029-01-01 two-digit-year'], ['30.1.1', '1930-01-01 two-digit-year'],
    ['2026-3-5 9:00', '2026-03-05 @540'], ['2026-03-05T09:00', '2026-03-05 @540'], ['2026/3/5 9:00:00', '2026-03-05 @540'], ['2026年3月5日上午9时', '2026-03-05 @540'], ['3月5日下午3点半', '2026-03-05 @930'], ['三月五日下午三点', '2026-03-05 @900'],
    ['20260305 14:30', '2026-03-05 @870'], ['2026-3-5 0:00', '2026-03-05 @0'], ['3月5日(周四)9:00', '2026-03-05 @540'], ['3月5日周四上午九点', '2026-03-05 @540'], ['2026-3-5 24:00', '2026-03-05 @1440'],
    ['3.5', '2026-03-05 month-day-dotted'], ['3-5', '2026-03-05 month-day-dotted'], ['3/5', '2026-03-05 month-day-dotted'], ['3.10', '2026-03-10 month-day-dotted'], ['3.5 9:00', '2026-03-05 @540 month-day-dotted'], ['12。31', '2026-12-31 month-day-dotted'],
    ['3月5日(周五)', '2026-03-05 weekday-differs'], ['3.5(周五)', '2026-03-05 month-day-dotted weekday-differs'], ['3月8日(周日)', '2026-03-08'], ['3月8日星期天', '2026-03-08'],
    ['46086', '2026-03-05 serial-as-text'], ['46086.375', '2026-03-05 @540 serial-as-text'],
    ['3月5日上午', '2026-03-05 day-part-beside'], ['2026-3-5 下午', '2026-03-05 day-part-beside'], ['3月5日(中午)', '2026-03-05 day-part-beside'], ['3月5日晚', '2026-03-05 day-part-beside'], ['3月5日全天', '2026-03-05 day-part-beside'],
    ['元月5日', '2026-01-05'], ['十二月三十一日', '2026-12-31'], ['二月廿八日', '2026-02-28'], ['2028年2月29日', '2028-02-29'],
  ])('%j is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['2026.2.30', 'date-impossible'], ['2026.13.1', 'date-impossible'], ['2月29日', 'date-impossible'], ['2026-0-5', 'date-impossible'], ['20261305', 'date-impossible'], ['4月31日', 'date-impossible'], ['13.5', 'date-impossible'], ['二月三十日', 'date-impossible'],
    ['', 'date-unreadable'], ['待定', 'date-unreadable'], ['今天', 'date-unreadable'], ['2026.3.555', 'date-unreadable'], ['2026-3-59:00', 'date-unreadable'], ['3月5日开会', 'date-unreadable'], ['3月5日25:00', 'date-unreadable'], ['2026/3', 'date-unreadable'], ['5/3/2026', 'date-unreadable'],
    ['2026年', 'date-unreadable'], ['3.5.6', 'date-unreadable'], ['12345678901', 'date-unreadable'], ['2026-3-5 3-5', 'date-range'],
    ['3月', 'date-without-day'], ['2026年3月', 'date-without-day'], ['3月下旬', 'date-without-day'], ['5日', 'date-without-month'], ['1899-12-31', 'date-year-odd'], ['2200.1.1', 'date-year-odd'], ['99999', 'date-number'],
    ['3月5日-7日', 'date-range'], ['3.5—3.7', 'date-range'], ['3月5日至3月7日', 'date-range'], ['3月5日上午至6日', 'date-range'], ['2026-3-5~2026-3-7', 'date-range'], ['3-5日', 'date-unreadable'],
    ['正月初五', 'date-lunar'], ['三月初五', 'date-lunar'], ['2026年三月初五', 'date-lunar'], ['腊月二十三', 'date-lunar'], ['冬月十一', 'date-lunar'], ['闰六月初一', 'date-lunar'], ['农历三月十五日', 'date-lunar'], ['(农历)3月15日', 'date-lunar'], ['3月5日(农历)', 'date-lunar'], ['丙午年二月初二', 'date-lunar'], ['3月初', 'date-without-day'],
    ['3月5日、6日', 'date-several'], ['3月5日,3月6日', 'date-several'], ['3月5日和6日', 'date-several'], ['3月5日;3月6日', 'date-several'],
  ])('%j is refused: %s', (text, reason) => expect(read(text)).toBe(reason));

  test('a date without a year needs one, but 30 February is none in any', () => {
    expect([read('3月5日', null), read('2月29日', null), read('2月30日', null), read('3.5', null)]).toEqual(['date-without-year', 'date-without-year', 'date-impossible', 'date-without-year']);
    expect([read('2月29日', 2028), read('3月5日', 2025)]).toEqual(['2028-02-29', '2025-03-05']);
  });

  test('a day alone needs a month', () => {
    expect([parseDateText('5日', { year: 2026, month: 3 }), parseDateText('五号', { year: 2026, month: 3 }), parseDateText('31日', { year: 2026, month: 4 })].map(shown)).toEqual(['2026-03-05', '2026-03-05', 'date-impossible']);
    expect(shown(parseDateText('5日', { year: 2026, month: null }))).toBe('date-without-month');
  });
});

describe('dates as numbers', () => {
  test.each([
    [46086, '2026-03-05'], [20260305, '2026-03-05'], [46086.375, '2026-03-05 @540'], [18264, '1950-01-01'], [73415, '2100-12-31'], [73415.5, '2100-12-31 @720'], [20280229, '2028-02-29'], [19000101, '1900-01-01'], [21991231, '2199-12-31'],
    [3.5, 'date-number'], [3.1, 'date-number'], [3, 'date-number'], [0, 'date-number'], [-1, 'date-number'], [18263, 'date-number'], [73416, 'date-number'], [2026.3, 'date-number'], [20260305.5, 'date-number'], [22000101, 'date-number'], [NaN, 'date-number'], [Infinity, 'date-number'],
    [20260230, 'date-impossible'], [20261305, 'date-impossible'],
  ])('%d is %s', (value, expected) => expect(shown(parseDateNumber(value))).toBe(expected));
});

describe('months', () => {
  const month = (reading: MonthReading): string => ('reason' in reading ? reading.reason : monthToText(reading));

  test.each([
    '2026-03', '2026年3月', '2026.3', '2026/03', '202603', '3月', '三月', '3月份', '2026年3月份', '二〇二六年三月', '26年3月', '2026-03-05', '2026年3月5日', '3月5日', '２０２６年３月', '2026 年 3 月',
  ])('%s is March 2026', (text) => expect(month(parseMonth(text, 2026))).toBe('2026-03'));

  test.each([
    ['', 'month-unreadable'], ['13月', 'month-unreadable'], ['2026-13', 'month-unreadable'], ['202613', 'month-unreadable'], ['0月', 'month-unreadable'], ['3', 'month-unreadable'], ['3.5', 'month-unreadable'], ['春', 'month-unreadable'], ['2026-03-32', 'month-unreadable'],
  ])('%j is refused: %s', (text, reason) => expect(month(parseMonth(text, 2026))).toBe(reason));

  test('without a year', () => expect(['3月', '13月', '2026-03'].map((text) => month(parseMonth(text, null)))).toEqual(['month-without-year', 'month-unreadable', '2026-03']));

  test.each([
    [202603, '2026-03'], [3, '2026-03'], [46086, '2026-03'], [20260305, '2026-03'], [12, '2026-12'], [2026.1, 'month-number'], [202613, 'month-unreadable'], [202600, 'month-unreadable'], [13, 'month-unreadable'], [0, 'month-unreadable'], [220001, 'month-unreadable'], [NaN, 'month-number'],
  ])('the number %d is %s', (value, expected) => expect(month(parseMonthNumber(value, 2026))).toBe(expected));

  test('the number 3 needs a year', () => expect(month(parseMonthNumber(3, null))).toBe('month-without-year'));
  test('years have four digits', () => expect(monthToText({ year: 987, month: 1 })).toBe('0987-01'));
});

const dates = fc.integer({ min: fromISO('1950-01-01')!, max: fromISO('2100-12-31')! }).map((value) => value as CivilDate);

test('every way to write a day is read back', () => {
  fc.assert(
    fc.property(dates, (date) => {
      const { year, month, day } = partsOf(date);
      const digits = [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
      const texts = [toISO(date), toChinese(date), `${year}.${month}.${day}`, `${year}/${month}/${day}`, toISO(date).replaceAll('-', ''), `${month}月${day}日`, `${digits}年${chineseNumber(month)}月${chineseNumber(day)}日`, `${toChinese(date)}(${weekdayName(date)})`];
      for (const text of texts) expect(read(text, year)).toBe(toISO(date));
      expect(shown(parseDateNumber(toSerial(date)))).toBe(toISO(date));
      expect(read(`${month}.${day}`, year)).toBe(`${toISO(date)} month-day-dotted`);
    }),
    RUN,
  );
});

test('never fails, whatever is typed', () => {
  const pieces = fc.constantFrom('2026', '3', '5', '12', '31', '.', '-', '/', '年', '月', '日', ' ', ':', '三', '十', '周', '(', ')', '上午', '至', '、', "'", '半', '点', 'T', '元', '〇', 'O');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''))), fc.option(fc.integer({ min: 1900, max: 2199 }), { nil: null }), fc.double(), (text, year, number) => {
      for (const reading of [parseDateText(text, { year }), parseDateNumber(number)]) if (reading.kind === 'date') expect(Number.isInteger(reading.date)).toBe(true);
      parseMonth(text, year);
      parseMonthNumber(number, year);
    }),
    { ...RUN, numRuns: 5000 },
  );
});
