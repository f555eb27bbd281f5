import fc from 'fast-check';
import { addDays, civilDate, fromISO, toISO, weekdayOf, yearOf, type CivilDate } from '../../../src/kernel/date';
import { daysOf, yearPeriod, type Period } from '../../../src/kernel/period';
import { createCalendar, parseNotice, statutoryDays, type Calendar, type CalendarDay, type CalendarOverride, type DayKind, type DaySource } from '../../../src/kernel/calendar';
import { noticeOf } from './notices';

const on = (iso: string): CivilDate => fromISO(iso)!;
const span = (from: string, to: string): Period => ({ from: on(from), to: on(to) });
const row = (iso: string, kind: DayKind, festival: string | null = null, source: DaySource = '手工', statutory: boolean | null = null): CalendarOverride => ({ date: on(iso), kind, festival, statutory, source });
const shown = ({ kind, festival, statutory, source, newYear }: CalendarDay): string => [kind, festival ?? '-', statutory ? '法定' : '-', source, ...(newYear ? ['除夕初一'] : [])].join(' ');
const periods = (calendar: Calendar, period: Period): string[] => calendar.holidays(period).map(({ name, title, period: { from, to } }) => `${name} ${title} ${toISO(from)} ${toISO(to)}`);

/** Rows of 日历 as a pasted notice leaves them. */
function rowsOfNotice(text: string): CalendarOverride[] {
  return parseNotice(text).days.map(({ date, kind, festival, statutory }) => ({ date, kind, festival, statutory, source: '通知' }));
}

/** Invented for 2027. */
const NOTICE_2027 = noticeOf(2027, [
  '元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。2026年12月27日（周日）上班。',
  '春节：2月5日（农历除夕、周五）至12日（周五）放假调休，共8天。1月30日（周六）、2月13日（周六）上班。',
  '清明节：4月3日（周六）至5日（周一）放假，共3天。',
  '劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。',
  '端午节：6月9日（周三）放假1天，不调休。',
  '中秋节：9月15日（周三）放假1天，不调休。',
  '国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。',
]);

describe('built in', () => {
  const calendar = createCalendar();

  test.each([
    ['2026-03-05', '工作日 - - 内置'],
    ['2026-03-07', '周末 - - 内置'],
    ['2026-02-14', '补班 - - 内置'],
    ['2026-02-15', '假期 春节 - 内置'],
    ['2026-02-16', '假期 春节 法定 内置 除夕初一'],
    ['2026-02-17', '假期 春节 法定 内置 除夕初一'],
    ['2026-02-18', '假期 春节 法定 内置'],
    ['2026-02-23', '假期 春节 - 内置'],
    ['2026-02-24', '工作日 - - 内置'],
    ['2026-10-01', '假期 国庆节 法定 内置'],
    ['2026-10-04', '假期 国庆节 - 内置'],
    ['2025-10-06', '假期 国庆节、中秋节 法定 内置'],
    // 除夕 was no day off in 2024, and is no holiday however much it was encouraged
    ['2024-02-09', '工作日 - - 内置 除夕初一'],
    // arranged by the next year's notice
    ['2022-12-31', '假期 元旦 - 内置'],
    ['2018-12-29', '补班 - - 内置'],
    ['2011-12-31', '补班 - - 内置'],
    ['2023-12-30', '假期 元旦 - 内置'],
    ['2026-12-31', '工作日 - - 内置'],
    // of a year before the table the arrangement of January is known all the same
    ['2006-12-30', '补班 - - 内置'],
    ['2006-12-29', '工作日 - - 预测'],
    ['2015-09-03', '假期 抗战胜利纪念日 法定 内置'],
    ['2015-09-05', '假期 抗战胜利纪念日 - 内置'],
    ['2015-09-06', '补班 - - 内置'],
    // a weekend that a notice adjoins is holiday; one between a day off and its 补休 is not named
    ['2024-06-08', '假期 端午节 - 内置'],
    ['2014-04-06', '周末 - - 内置'],
    ['2020-02-03', '工作日 - - 内置'],
  ])('%s: %s', (iso, text) => expect(shown(calendar.day(on(iso)))).toBe(text));

  test.each<[string, boolean, boolean, boolean]>([
    // work, rest, holiday
    ['2026-03-05', true, false, false],
    ['2026-03-07', false, true, false],
    ['2026-02-14', true, false, false],
    ['2026-02-15', false, true, true],
    ['2026-02-20', false, true, true],
  ])('%s: works %s, rests %s, holiday %s', (iso, works, rests, holiday) => expect([calendar.isWorkday(on(iso)), calendar.isRest(on(iso)), calendar.isHoliday(on(iso))]).toEqual([works, rests, holiday]));

  test('the holiday periods of 2026', () => {
    expect(periods(calendar, yearPeriod(2026))).toEqual([
      '元旦 元旦 2026-01-01 2026-01-03',
      '春节 春节 2026-02-15 2026-02-23',
      '清明 清明节 2026-04-04 2026-04-06',
      '劳动节 劳动节 2026-05-01 2026-05-05',
      '端午 端午节 2026-06-19 2026-06-21',
      '中秋 中秋节 2026-09-25 2026-09-27',
      '国庆 国庆节 2026-10-01 2026-10-07',
    ]);
  });

  test('periods that touch are whole; merged ones count under the longest', () => {
    expect(periods(calendar, span('2026-10-07', '2026-10-31'))).toEqual(['国庆 国庆节 2026-10-01 2026-10-07']);
    expect(periods(calendar, span('2018-12-01', '2018-12-30'))).toEqual(['元旦 元旦 2018-12-30 2019-01-01']);
    expect(periods(calendar, span('2025-10-08', '2025-10-08'))).toEqual(['国庆 国庆节、中秋节 2025-10-01 2025-10-08']);
    expect(periods(calendar, span('2015-09-01', '2015-09-30'))).toEqual(['抗战胜利纪念日 抗战胜利纪念日 2015-09-03 2015-09-05', '中秋 中秋节 2015-09-27 2015-09-27']);
    expect(periods(calendar, span('2026-10-08', '2026-10-31'))).toEqual([]);
    expect(periods(calendar, span('2026-10-08', '2026-10-01'))).toEqual([]);
    expect(calendar.holidayAt(on('2026-10-08'))).toBeNull();
    expect(calendar.holidayAt(on('2026-10-04'))).toEqual({ name: '国庆', title: '国庆节', period: span('2026-10-01', '2026-10-07') });
  });
});

test('a day asked for twice is the same object', () => {
  const calendar = createCalendar();
  expect(calendar.day(on('2026-10-01'))).toBe(calendar.day(on('2026-10-01')));
});

describe('a year without notice', () => {
  const calendar = createCalendar();

  test.each([
    ['2027-01-01', '假期 元旦 法定 预测'],
    ['2027-02-05', '假期 春节 法定 预测 除夕初一'],
    ['2027-02-09', '工作日 - - 预测'],
    ['2027-05-01', '假期 劳动节 法定 预测'],
    ['2027-05-03', '工作日 - - 预测'],
    ['2027-10-03', '假期 国庆节 法定 预测'],
    ['2027-10-09', '周末 - - 预测'],
    // one day of two festivals, and one beside the others: one holiday
    ['2028-10-01', '假期 国庆节、中秋节 法定 预测'],
    ['2036-10-04', '假期 国庆节、中秋节 法定 预测'],
    // beyond the lunar table nothing is known but weekdays
    ['2061-10-01', '周末 - - 预测'],
    ['2061-10-03', '工作日 - - 预测'],
  ])('%s: %s', (iso, text) => expect(shown(calendar.day(on(iso)))).toBe(text));

  test('its periods are the statutory days alone', () => {
    expect(periods(calendar, yearPeriod(2027))).toEqual([
      '元旦 元旦 2027-01-01 2027-01-01',
      '春节 春节 2027-02-05 2027-02-08',
      '清明 清明节 2027-04-05 2027-04-05',
      '劳动节 劳动节 2027-05-01 2027-05-02',
      '端午 端午节 2027-06-09 2027-06-09',
      '中秋 中秋节 2027-09-15 2027-09-15',
      '国庆 国庆节 2027-10-01 2027-10-03',
    ]);
    expect(periods(calendar, span('2036-09-01', '2036-12-31'))).toEqual(['国庆 国庆节、中秋节 2036-10-01 2036-10-04']);
    expect(periods(calendar, span('2039-10-02', '2039-10-02'))).toEqual(['国庆 国庆节、中秋节 2039-10-01 2039-10-03']);
  });

  test.each([[2006, true], [2007, false], [2026, false], [2027, true], [2061, true]])('%i uncovered: %s', (year, uncovered) => expect(calendar.isUncovered(year)).toBe(uncovered));

  test.each([['2026-12-01', '2028-01-01', [2027, 2028]], ['2026-01-01', '2026-12-31', []], ['2027-12-31', '2027-12-31', [2027]], ['2028-01-01', '2027-01-01', []], ['2027-06-30', '2027-01-01', []]])('from %s to %s without notice: %j', (from, to, years) => expect(calendar.uncoveredYears(span(from, to))).toEqual(years));
});

describe('rows of 日历', () => {
  test('a pasted notice covers its year and gives December of the year before', () => {
    const calendar = createCalendar(rowsOfNotice(NOTICE_2027));
    expect(calendar.isUncovered(2027)).toBe(false);
    expect(['2026-12-27', '2026-12-30', '2026-12-31', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-12', '2027-02-13', '2027-03-01'].map((iso) => shown(calendar.day(on(iso))))).toEqual([
      '补班 - - 通知', '工作日 - - 内置', '假期 元旦 - 通知', '假期 元旦 - 通知', '周末 - - 通知', '假期 春节 法定 通知 除夕初一', '假期 春节 - 通知', '补班 - - 通知', '工作日 - - 通知',
    ]);
    expect(periods(calendar, span('2027-01-01', '2027-02-28'))).toEqual(['元旦 元旦 2026-12-31 2027-01-02', '春节 春节 2027-02-05 2027-02-12']);
    expect(calendar.isUncovered(2028)).toBe(true);
  });

  test('a notice without one festival leaves the year uncovered and that festival predicted', () => {
    const calendar = createCalendar(rowsOfNotice(NOTICE_2027.replace(/六、中秋节.*\n/, '')));
    expect(calendar.isUncovered(2027)).toBe(true);
    expect(shown(calendar.day(on('2027-09-15')))).toBe('假期 中秋节 法定 预测');
    expect(shown(calendar.day(on('2027-10-04')))).toBe('假期 国庆节 - 通知');
  });

  test('a single row by hand overrides its day and covers nothing', () => {
    const calendar = createCalendar([row('2027-02-09', '假期', '春节'), row('2027-02-20', '补班')]);
    expect(shown(calendar.day(on('2027-02-09')))).toBe('假期 春节 - 手工');
    expect(shown(calendar.day(on('2027-02-20')))).toBe('补班 - - 手工');
    expect(shown(calendar.day(on('2027-02-08')))).toBe('假期 春节 法定 预测');
    expect(calendar.isUncovered(2027)).toBe(true);
    expect(periods(calendar, span('2027-02-01', '2027-02-28'))).toEqual(['春节 春节 2027-02-05 2027-02-09']);
  });

  test('what each statutory day is, typed by hand, covers the year; a prediction left in the sheet does not', () => {
    const typed = (source: DaySource): CalendarOverride[] => statutoryDays(2027).map(({ date }) => row(toISO(date), '假期', '节', source));
    expect(createCalendar(typed('手工')).isUncovered(2027)).toBe(false);
    expect(shown(createCalendar(typed('手工')).day(on('2027-03-01')))).toBe('工作日 - - 手工');
    // the year's source is that of its first statutory day
    expect(createCalendar([row('2027-01-01', '假期', '元旦', '通知'), ...typed('手工')]).day(on('2027-03-01')).source).toBe('通知');
    expect(createCalendar(typed('手工').slice(1)).isUncovered(2027)).toBe(true);
    expect(createCalendar(typed('预测')).isUncovered(2027)).toBe(true);
    // 2061 has no table: nothing shows that the rows are all
    expect(createCalendar([row('2061-01-01', '假期', '元旦', '通知')]).isUncovered(2061)).toBe(true);
  });

  test.each<[string, CalendarOverride, string]>([
    ['a local holiday', row('2026-03-13', '假期', '建县纪念日'), '假期 建县纪念日 - 手工'],
    ['a holiday without name takes the built-in one', row('2026-10-04', '假期'), '假期 国庆节 - 手工'],
    ['none is built in', row('2026-03-13', '假期'), '假期 假期 - 手工'],
    ['a name on a working day is no holiday', row('2026-10-04', '工作日', '国庆节'), '工作日 - - 手工'],
    ['blank 法定日 is as built in', row('2026-10-01', '假期', '国庆节'), '假期 国庆节 法定 手工'],
    ['also on a day that works', row('2026-10-01', '工作日'), '工作日 - 法定 手工'],
    ['法定日 typed', row('2026-10-01', '假期', '国庆节', '手工', false), '假期 国庆节 - 手工'],
    ['法定日 typed on another day', row('2026-03-13', '假期', '节', '通知', true), '假期 节 法定 通知'],
    ['a make-up day taken back', row('2026-02-28', '周末'), '周末 - - 手工'],
    ['December of the next notice keeps its name', row('2023-12-30', '假期'), '假期 元旦 - 手工'],
  ])('%s', (_, override, text) => expect(shown(createCalendar([override]).day(override.date))).toBe(text));

  test('of two rows for one day the first counts', () => expect(shown(createCalendar([row('2026-03-13', '假期', '甲'), row('2026-03-13', '工作日')]).day(on('2026-03-13')))).toBe('假期 甲 - 手工'));

  test.each<[string, readonly CalendarOverride[], readonly string[]]>([
    ['a day of its own name inside', [row('2025-10-06', '假期', '中秋')], ['国庆 国庆节、中秋节 2025-10-01 2025-10-08']],
    ['the name of most days leads', [...['01', '02', '03'].map((day) => row(`2026-10-${day}`, '假期', '县庆')), row('2026-09-28', '假期', '中秋')], ['中秋 中秋节 2026-09-25 2026-09-28', '国庆 国庆节、县庆 2026-10-01 2026-10-07']],
    ['of two as long the earlier', [row('2026-09-28', '假期', '甲'), row('2026-09-29', '假期', '乙'), ...['25', '26', '27'].map((day) => row(`2026-09-${day}`, '工作日')), ...['01', '02', '03', '04', '05', '06', '07'].map((day) => row(`2026-10-${day}`, '工作日'))], ['甲 甲、乙 2026-09-28 2026-09-29']],
    ['a day taken out cuts a period in two', [row('2026-10-05', '工作日')], ['中秋 中秋节 2026-09-25 2026-09-27', '国庆 国庆节 2026-10-01 2026-10-04', '国庆 国庆节 2026-10-06 2026-10-07']],
  ])('%s', (_, rows, expected) => expect(periods(createCalendar(rows), rows.some(({ date }) => yearOf(date) === 2025) ? span('2025-09-20', '2025-10-31') : span('2026-09-20', '2026-10-31'))).toEqual(expected));
});

describe('properties', () => {
  const RUN = { seed: 20260101, numRuns: 300 };
  const kinds = fc.constantFrom<DayKind>('工作日', '周末', '假期', '补班');
  const sources = fc.constantFrom<DaySource>('内置', '通知', '手工', '预测');
  const dates = fc.integer({ min: civilDate(2006, 12, 1), max: civilDate(2062, 1, 31) }).map((number) => number as CivilDate);
  const near = fc.integer({ min: civilDate(2026, 9, 1), max: civilDate(2027, 3, 1) }).map((number) => number as CivilDate);
  const override = (date: fc.Arbitrary<CivilDate>): fc.Arbitrary<CalendarOverride> => fc.record({ date, kind: kinds, festival: fc.constantFrom(null, '春节', '国庆节、中秋节', '县庆'), statutory: fc.constantFrom(null, true, false), source: sources });

  test('rest = holidays and weekends less make-up days, in every year', () => {
    const calendar = createCalendar();
    for (let year = 2007; year <= 2030; year += 1) {
      for (const date of daysOf(yearPeriod(year))) {
        const { kind, statutory, festival } = calendar.day(date);
        expect(calendar.isRest(date)).toBe(calendar.isHoliday(date) || (weekdayOf(date) >= 5 && kind !== '补班'));
        expect(calendar.isWorkday(date)).toBe(!calendar.isRest(date));
        expect((festival !== null) === (kind === '假期')).toBe(true);
        if (statutory) expect(kind).toBe('假期');
        if (kind === '补班') expect(weekdayOf(date)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  test('a row is what its day is; all other days stay as they were', () => {
    const plain = createCalendar();
    fc.assert(
      fc.property(override(dates), dates, (one, other) => {
        const calendar = createCalendar([one]);
        expect(calendar.day(one.date)).toMatchObject({ kind: one.kind, source: one.source, ...(one.statutory === null ? {} : { statutory: one.statutory }) });
        if (other !== one.date) expect(calendar.day(other)).toEqual(plain.day(other));
      }),
      RUN,
    );
  });

  test('the order of questions and of rows changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(override(near), { selector: ({ date }) => date, maxLength: 20 }), fc.array(near, { maxLength: 20 }), (rows, asked) => {
        const [one, other] = [createCalendar(rows), createCalendar([...rows].reverse())];
        const before = asked.map((date) => one.day(date));
        expect([...asked].reverse().map((date) => other.day(date)).reverse()).toEqual(before);
        expect(asked.map((date) => one.day(date))).toEqual(before);
      }),
      RUN,
    );
  });

  test('periods are the holidays: apart, in order, each day in its own', () => {
    fc.assert(
      fc.property(fc.array(override(near), { maxLength: 20 }), near, fc.integer({ min: 0, max: 120 }), (rows, from, length) => {
        const calendar = createCalendar(rows);
        const period = { from, to: addDays(from, length) };
        const found = calendar.holidays(period);
        for (const [index, holiday] of found.entries()) {
          expect(daysOf(holiday.period).every((date) => calendar.isHoliday(date))).toBe(true);
          expect(calendar.isHoliday(addDays(holiday.period.from, -1)) || calendar.isHoliday(addDays(holiday.period.to, 1))).toBe(false);
          if (index > 0) expect(holiday.period.from).toBeGreaterThan(addDays(found[index - 1]!.period.to, 1));
          expect(calendar.holidayAt(holiday.period.to)).toEqual(holiday);
        }
        const held = found.flatMap((holiday) => daysOf(holiday.period)).filter((date) => date >= period.from && date <= period.to);
        expect(held).toEqual(daysOf(period).filter((date) => calendar.isHoliday(date)));
      }),
      RUN,
    );
  });

  test('a year is covered exactly if no statutory day is left to the prediction', () => {
    const statutory = statutoryDays(2027);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: statutory.length - 1 }), sources), { maxLength: 30 }), fc.boolean(), (picks, all) => {
        const picked = picks.map(([index, source]) => ({ date: statutory[index]!.date, kind: '假期' as const, festival: null, statutory: null, source }));
        const rows = all ? [...picked, ...statutory.map(({ date }) => row(toISO(date), '假期'))] : picked;
        const said = new Map(rows.map(({ date, source }) => [date, source] as const).reverse());
        expect(createCalendar(rows).isUncovered(2027)).toBe(!statutory.every(({ date }) => said.has(date) && said.get(date) !== '预测'));
      }),
      RUN,
    );
  });
});
