import fc from 'fast-check';
import { civilDate, fromISO, toISO, weekdayOf, yearOf, type CivilDate } from '../../../src/kernel/date';
import { parseNotice, type NoticeReading } from '../../../src/kernel/calendar';
import { builtInArrangement } from '../../../src/kernel/calendar/data';
import { NOTICE_ITEMS, noticeOf } from './notices';

const YEARS = Object.keys(NOTICE_ITEMS).map(Number);
const iso = (text: string): CivilDate => fromISO(text)!;

/** 放 02-15 春节 / 班 02-14, in date order. */
const told = ({ days }: NoticeReading): string[] => days.map(({ date, kind, festival }) => (kind === '假期' ? `放 ${toISO(date)} ${festival!}` : `班 ${toISO(date)}`));
const builtIn = (year: number): string[] => {
  const { off, makeup } = builtInArrangement(year)!;
  return [...[...off].map(([date, name]) => `放 ${toISO(date)} ${name}`), ...[...makeup].map((date) => `班 ${toISO(date)}`)].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
};
const found = ({ findings }: NoticeReading): string[] => findings.map(({ problem, details }) => [problem, ...Object.values(details)].join(' '));

/** Days read from one item of a notice for the year: `5-1 5-2 !4-26`, and its findings. */
function read(year: number, body: string, name = '劳动节'): readonly string[] {
  const reading = parseNotice(`关于${year}年部分节假日安排的通知\n一、${name}:${body}`);
  const days = reading.days.map(({ date, kind }) => `${kind === '补班' ? '!' : ''}${yearOf(date) === year ? '' : `${yearOf(date)}-`}${toISO(date).slice(5)}`);
  return [days.join(' '), ...found(reading).filter((line) => !line.startsWith('festival-missing') && !line.startsWith('balance-differs'))];
}

describe('the notices of the years', () => {
  /** What later notices changed: the whole of 2015-09, 劳动节 2019, 春节 2020. */
  const later = (year: number, line: string): boolean => (year === 2015 && /09-0[3-6]/.test(line)) || (year === 2019 && /0(4-28|5-0[2-5])/.test(line)) || (year === 2020 && /(01-31|02-0[12])/.test(line));

  test.each(YEARS)('%i, day by day as built in, and no finding', (year) => {
    const reading = parseNotice(noticeOf(year));
    expect(reading.year).toBe(year);
    expect(found(reading)).toEqual([]);
    expect(told(reading).filter((line) => !later(year, line))).toEqual(builtIn(year).filter((line) => !later(year, line)));
  });

  test.each(YEARS)('%i pasted without title, numbers and signature, in full or half width', (year) => {
    const bare = `${year}年\n${NOTICE_ITEMS[year]!.join('\n')}`;
    const whole = parseNotice(noticeOf(year)).days;
    for (const text of [bare, bare.normalize('NFKC'), bare.replace(/ /g, '').replace(/日/g, '日\u200b'), bare.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))]) {
      expect(parseNotice(text).days).toEqual(whole);
    }
  });

  test('each statutory day of a notice is off and marked', () => {
    expect(parseNotice(noticeOf(2026)).days.filter(({ statutory }) => statutory).map(({ date }) => toISO(date).slice(5)).join(' ')).toBe('01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03');
  });

  test('pasted for another year, the weekdays say so', () => {
    const wrong = parseNotice(noticeOf(2016, NOTICE_ITEMS[2015]));
    expect(wrong.findings.filter(({ problem }) => problem === 'weekday-differs').length).toBeGreaterThanOrEqual(6);
    expect(wrong.findings[0]).toEqual({ problem: 'weekday-differs', details: { date: '2016-01-04', stated: '周日', actual: '周一' }, excerpt: '1月4日(星期日)上班' });
  });
});

describe('the forms of sentences', () => {
  test.each<[string, number, string, string, ...string[]]>([
    ['1 one day, weekday, 不调休', 2025, '5月1日（周四）放假1天，不调休。', '05-01'],
    ['2 one day', 2025, '5月1日放假1天。', '05-01'],
    ['2 one day, 共1天', 2025, '5月1日放假，共1天。', '05-01'],
    ['2 one day and nothing else', 2025, '5月1日放假。', '05-01'],
    ['2 the count in Chinese', 2025, '5月1日至3日放假，共三天。', '05-01 05-02 05-03'],
    ['3 Friday and weekend', 2026, '5月1日放假，与周末连休。', '05-01 05-02 05-03'],
    ['3 Monday and weekend', 2023, '5月1日放假，与周末连休。', '04-29 04-30 05-01'],
    ['3 as some copies have it', 2023, '5月1日放假，与周六连休，共3天。', '04-29 04-30 05-01'],
    ['3 in one clause', 2026, '5月1日放假与周末连休。', '05-01 05-02 05-03'],
    ['4 补休', 2016, '5月1日放假，5月2日（星期一）补休。', '05-01 05-02'],
    ['5 a range and make-up days', 2026, '5月1日至5日放假调休，共5天。5月9日（星期六）上班。', '05-01 05-02 05-03 05-04 05-05 !05-09'],
    ['5 a full stop forgotten', 2026, '5月1日至2日放假调休5月9日（星期六）上班', '05-01 05-02 !05-09'],
    ['5 a comma between make-up days', 2026, '4月26日（周日），5月9日（周六）上班。', '!04-26 !05-09'],
    ['6 the lunar date beside the weekday', 2025, '4月30日（农历除夕、周三）至5月1日（农历正月初七、周四）放假，共2天。', '04-30 05-01'],
    ['7 without 调休', 2025, '5月31日（周六）至6月2日（周一）放假，共3天。', '05-31 06-01 06-02'],
    ['9 month carried on', 2010, '2月20日（星期六）、21日（星期日）上班。', '!02-20 !02-21'],
    ['9 weekday without brackets, 星期天', 2026, '5月9日星期六、5月10日（星期天）上班。', '!05-09 !05-10'],
    ['9 正常工作', 2026, '5月9日（星期六）正常工作。', '!05-09'],
    ['11 what is encouraged is no holiday', 2024, '5月1日放假。鼓励各单位结合年休假，安排职工在4月30日放假。', '05-01'],
    ['12 dashes and 照常公休', 2008, '4月4日—6日放假，共3天。其中，4月4日（清明节）为法定节假日，4月5日（星期六）、4月6日（星期日）照常公休。', '04-04 04-05 04-06'],
    ['12 moved weekends', 2008, '5月4日（星期日）公休日调至5月2日（星期五），5月4日（星期日）上班。', '05-02 !05-04'],
    ['ranges that leave 日 out', 2026, '5月1至3日放假，共3天。', '05-01 05-02 05-03'],
    ['ranges with a hyphen', 2026, '5月1-3日放假。', '05-01 05-02 05-03'],
    ['ranges with whatever dash the source has', 2026, '5月1日〜3日放假。5月5日−6日放假。5月8日‑9日放假。5月11日‒12日放假。', '05-01 05-02 05-03 05-05 05-06 05-08 05-09 05-11 05-12'],
    ['9 补班', 2026, '5月1日放假。5月9日（星期六）补班。', '05-01 !05-09'],
    ['a range and another day', 2026, '5月1日至2日、5月4日放假，共3天。', '05-01 05-02 05-04'],
    ['a day after a December of the year before', 2026, '2025年12月30日、31日放假。', '2025-12-30 2025-12-31'],
    ['two weekdays in one bracket', 2026, '5月2日至3日（周六、周日）放假。', '05-02 05-03'],
    ['a remark of the wrong day in brackets', 2026, '5月9日（除夕）上班。', '!05-09'],
    ['nothing to say of dates', 2026, '5月1日放假。届时请照常上班，恢复营业，共同做好公休安排。', '05-01'],
  ])('%s', (_, year, body, days, ...findings) => expect(read(year, body)).toEqual([days, ...findings]));

  test.each<[string, number, string, string]>([
    ['8 years written', 2019, '2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', '!2018-12-29 2018-12-30 2018-12-31 01-01'],
    ['8 years left out', 2019, '12月30日至1月1日放假调休，共3天。12月29日（星期六）上班。', '!2018-12-29 2018-12-30 2018-12-31 01-01'],
    ['8 year and month carried on', 2019, '2018年12月30日、31日，2019年1月1日放假。', '2018-12-30 2018-12-31 01-01'],
    ['3 across the year', 2018, '1月1日放假，与周末连休。', '2017-12-30 2017-12-31 01-01'],
  ])('%s', (_, year, body, days) => expect(read(year, body, '元旦')).toEqual([days]));

  test('10 merged, in whichever order: one name', () => {
    for (const name of ['国庆节、中秋节', '中秋节、国庆节', '国庆节和中秋节', '中秋国庆']) {
      expect(parseNotice(`2025年\n六、${name}：10月1日至8日放假调休，共8天。`).days.map(({ festival }) => festival)).toEqual(Array.from({ length: 8 }, () => '国庆节、中秋节'));
    }
  });

  test.each(['元旦', '元旦节', '新年', '“元旦”', '元旦假期'])('1 is %s', (name) => expect(told(parseNotice(`2027年\n一、${name}：1月1日放假。`))).toEqual(['放 2027-01-01 元旦']));

  test('13 a notice of one holiday: read, and to be looked at', () => {
    const labour = parseNotice('国务院办公厅关于调整2019年劳动节假期安排的通知\n现将调整2019年劳动节放假安排通知如下。\n一、2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\n二、各地区要抓紧落实。\n国务院办公厅\n2019年3月22日');
    expect(told(labour)).toEqual(builtIn(2019).filter((line) => /-0[45]-/.test(line) && !/04-0/.test(line)));
    expect(found(labour)).toEqual(['supplement 劳动节']);

    const victory = parseNotice('国务院关于抗战胜利纪念日调休放假的通知\n2015年9月3日全国放假1天。为方便公众，特作如下调休：9月3日至5日调休放假，共3天。其中9月3日（星期四）放假，9月4日（星期五）调休，9月6日（星期日）上班。');
    expect(told(victory)).toEqual(builtIn(2015).filter((line) => line.includes('2015-09-0')));
    expect(victory.days.filter(({ statutory }) => statutory).map(({ date }) => toISO(date))).toEqual(['2015-09-03']);
    expect(found(victory)).toEqual(['supplement 抗战胜利纪念日']);

    const longer = parseNotice('关于延长2020年春节假期的通知\n一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。');
    expect(longer.days).toEqual([]);
    expect(found(longer)).toEqual(['sentence-unread', 'nothing-read 春节', 'supplement 春节']);

    const local = parseNotice('根据《国务院办公厅关于2025年部分节假日安排的通知》精神，现将2025年国庆节、中秋节放假日期安排通知如下：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。节假日期间，各地');
    expect(told(local)).toEqual(builtIn(2025).slice(-10));
    expect(found(local)).toEqual(['supplement 国庆节、中秋节']);

    expect(found(parseNotice(`现将有关事项通知如下：\n一、元旦：2027年1月1日放假。\n二、春节：2月5日放假。`))).toEqual(['supplement 元旦、春节', 'balance-differs 2 5']);
  });
});

describe('what is wrong is told', () => {
  test.each<[string, number, string, ...string[]]>([
    ['a month that is none, as one copy of 2017 has it', 2017, '0月1日至8日放假调休，共8天。', '', 'date-impossible 0月1日', 'date-impossible 8日', 'count-differs 8 0', 'nothing-read 劳动节'],
    ['a day that is none', 2026, '4月31日放假。', '', 'date-impossible 4月31日', 'nothing-read 劳动节'],
    ['a day without month', 2026, '3日放假。', '', 'date-impossible 3日', 'nothing-read 劳动节'],
    ['a wrong end of a range', 2026, '5月1日至32日放假。', '', 'date-impossible 32日', 'nothing-read 劳动节'],
    ['another year', 2026, '2024年5月1日放假。', '', 'date-impossible 2024年5月1日', 'nothing-read 劳动节'],
    ['the December of another year', 2026, '2027年1月1日放假。2025年11月30日放假。', '', 'date-impossible 2027年1月1日', 'date-impossible 2025年11月30日', 'nothing-read 劳动节'],
    ['a range backwards', 2026, '5月5日至1日放假。', '', 'range-impossible 2026-05-05至2026-05-01', 'nothing-read 劳动节'],
    ['a range of a month', 2026, '5月1日至31日放假。', Array.from({ length: 31 }, (_, index) => `05-${String(index + 1).padStart(2, '0')}`).join(' ')],
    ['a range longer than a month', 2026, '5月1日至6月1日放假。', '', 'range-impossible 2026-05-01至2026-06-01', 'nothing-read 劳动节'],
    ['a weekday that is not', 2025, '2月14日放假。2月15日（星期六）、2月16日（星期一）上班。', '02-14 !02-15 !02-16', 'weekday-differs 2025-02-16 周一 周日'],
    ['a weekday that is not: 2月15日(星期六) in 2026', 2026, '2月15日（星期六）上班。', '!02-15', 'weekday-differs 2026-02-15 周六 周日'],
    ['礼拜', 2026, '5月9日（礼拜天）上班。', '!05-09', 'weekday-differs 2026-05-09 周日 周六'],
    ['without brackets', 2026, '5月9日星期日上班。', '!05-09', 'weekday-differs 2026-05-09 周日 周六'],
    ['neither weekday of a bracket', 2026, '5月2日至3日（周一、周二）放假。', '05-02 05-03', 'weekday-differs 2026-05-03 周一、周二 周日'],
    ['a count that does not fit', 2026, '4月4日（周六）至6日（周一）放假，共4天。', '04-04 04-05 04-06', 'count-differs 4 3'],
    ['a count of one that is three', 2026, '5月1日至3日放假1天。', '05-01 05-02 05-03', 'count-differs 1 3'],
    ['a make-up day in the week', 2026, '5月8日上班。', '!05-08', 'makeup-not-weekend 2026-05-08 周五'],
    ['off and made up', 2026, '5月1日至3日放假。5月3日上班。', '05-01 05-02 05-03', 'off-and-makeup 2026-05-03'],
    ['a weekend that does not adjoin', 2025, '5月1日放假，与周末连休。', '05-01', 'weekday-differs 2025-05-01 与周末连休 周四'],
    ['a weekend that adjoins nothing', 2025, '与周末连休。', '', 'nothing-read 劳动节'],
    ['a sentence without verb', 2026, '5月1日放假。5月9日（周六）、10日（周日）。', '05-01', 'sentence-unread'],
    ['what is not off', 2026, '5月1日放假。4月30日（星期四）不放假，正常上班。', '05-01', 'sentence-unread'],
    ['what is not worked', 2026, '5月1日放假，5月2日不上班。', '05-01', 'sentence-unread'],
    ['a change that must be made by hand', 2026, '5月1日放假。5月6日起恢复上班。', '05-01', 'sentence-unread'],
  ])('%s', (_, year, body, days, ...findings) => expect(read(year, body)).toEqual([days, ...findings]));

  test.each<[string, string, readonly string[]]>([
    ['nothing', '', ['no-year']],
    ['no year', '一、元旦：1月1日放假。', ['no-year']],
    ['no items', '现将2027年安排通知如下。', ['no-items']],
    ['a whole notice quoted, without items', '《关于2027年部分节假日安排的通知》,现将元旦、春节和国庆节放假日期通知如下', ['no-items']],
    ['a whole notice without items', '关于2027年部分节假日安排的通知 国庆节放假7天', ['no-items']],
    ['a festival without dates', '2027年\n一、元旦：另行通知。', ['nothing-read 元旦', 'supplement 元旦']],
  ])('%s', (_, text, findings) => {
    const reading = parseNotice(text);
    expect(found(reading)).toEqual(findings);
    expect(reading.days).toEqual([]);
  });

  test('the excerpt is short and is the sentence', () => {
    expect(parseNotice(`没有年份${'长'.repeat(99)}`).findings[0]!.excerpt).toHaveLength(60);
    expect(parseNotice('2026年\n一、元旦：1月1日放假。1月4日（周一）上班。').findings[0]).toEqual({ problem: 'weekday-differs', details: { date: '2026-01-04', stated: '周一', actual: '周日' }, excerpt: '1月4日(周一)上班' });
  });

  test.each([2023, 2024, 2025, 2026].flatMap((year) => NOTICE_ITEMS[year]!.map((_, index) => [year, index] as const)))('%i without item %i: the festival is missing, the others balance', (year, index) => {
    const items = NOTICE_ITEMS[year]!;
    const names = items[index]!.split('：')[0]!.split('、');
    const expected = found(parseNotice(noticeOf(year, items.filter((_, at) => at !== index))));
    expect(expected.sort()).toEqual(names.map((name) => `festival-missing ${name}`).sort());
  });

  test('2007 knew four festivals; later years miss the others', () => {
    expect(found(parseNotice(noticeOf(2008, NOTICE_ITEMS[2008]!.slice(0, 2))))).toEqual(['festival-missing 清明节', 'festival-missing 劳动节', 'festival-missing 端午节', 'festival-missing 中秋节', 'festival-missing 国庆节']);
    expect(found(parseNotice(noticeOf(2007, NOTICE_ITEMS[2007]!.slice(0, 3))))).toEqual(['festival-missing 国庆节']);
  });

  test('a year beyond the lunar table is read, unbalanced and unmarked', () => {
    const far = parseNotice(noticeOf(2061, ['元旦：1月1日至3日放假，共3天。']));
    expect(far.days.map(({ statutory }) => statutory)).toEqual([false, false, false]);
    expect(found(far)).toHaveLength(6);
  });

  test('a make-up sentence forgotten unbalances the year', () => {
    for (const year of YEARS.slice(3)) {
      NOTICE_ITEMS[year]!.forEach((item, index) => {
        const less = item.replace(/。[^。]*上班。/, '。');
        if (less !== item) expect(found(parseNotice(noticeOf(year, NOTICE_ITEMS[year]!.map((one, at) => (at === index ? less : one)))))).toEqual([expect.stringMatching(/^balance-differs \d+ \d+$/)]);
      });
    }
  });
});

describe('properties', () => {
  const RUN = { seed: 20270101, numRuns: 300 };
  const scraps = fc.constantFrom('2027年', '部分节假日', '一、', '元旦', '国庆节、中秋节', '：', '1月1日', '至', '3日', '13月', '99日', '（周五）', '(', '）', '放假', '调休', '补休', '，', '。', '；', '共3天', '上班', '公休日调至', '与周末连休', '鼓励', '延长', '起', '放假1天', '9999年12月31日', '—', '\n', '節', '𠮷');
  const scrap = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''));

  test('never throws, whatever is pasted; days are in order and once; the same text gives the same reading', () => {
    fc.assert(
      fc.property(fc.oneof(scrap, scrap.map((text) => `2027年一、春节：${text}`), fc.string({ unit: 'binary' })), (text) => {
        const reading = parseNotice(text);
        const dates = reading.days.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
        expect(parseNotice(text)).toEqual(reading);
        if (reading.days.length === 0) expect(reading.findings.length).toBeGreaterThan(0);
      }),
      { ...RUN, numRuns: 1000 },
    );
  });

  test.each(['元旦', '“元旦”', '五一国际劳动节', '国庆节、', '《', '(', '起', '公休日', '1-', '1月', '2027年', '一、', '关于'])('%s a thousand times over', (part) => {
    for (const text of [part.repeat(1000), `2027年春节：${part.repeat(1000)}`]) expect(parseNotice(text).findings.length).toBeGreaterThan(0);
  });

  test('a range of any length reads as its days, or is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }), (start, length) => {
        const from = (civilDate(2026, 1, 5) + start) as CivilDate;
        const to = (from + length) as CivilDate;
        const text = (date: CivilDate): string => `${Number(toISO(date).slice(5, 7))}月${Number(toISO(date).slice(8))}日（${'周一 周二 周三 周四 周五 周六 周日'.split(' ')[weekdayOf(date)]!}）`;
        const reading = parseNotice(`2026年\n春节：${text(from)}至${text(to)}放假，共${length + 1}天。`);
        if (length < 31) expect(reading.days.map(({ date }) => date)).toEqual(Array.from({ length: length + 1 }, (_, index) => from + index));
        else expect(reading.findings[0]!.problem).toBe('range-impossible');
        expect(reading.findings.some(({ problem }) => problem === 'weekday-differs')).toBe(false);
      }),
      RUN,
    );
  });

  test('a wrong weekday is always told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 6 }), (offset, stated) => {
        const date = (iso('2027-01-01') + offset) as CivilDate;
        const reading = parseNotice(`2027年\n春节：${Number(toISO(date).slice(5, 7))}月${Number(toISO(date).slice(8))}日（星期${'一二三四五六日'[stated]!}）放假。`);
        expect(reading.findings.some(({ problem }) => problem === 'weekday-differs')).toBe(stated !== weekdayOf(date));
      }),
      RUN,
    );
  });

  test('items in any order give the same days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...YEARS.filter((year) => year !== 2008 && year !== 2007)), fc.infiniteStream(fc.nat()), (year, stream) => {
        const order = NOTICE_ITEMS[year]!.map((item) => ({ item, at: stream.next().value as number })).sort((a, b) => a.at - b.at);
        expect(parseNotice(noticeOf(year, order.map(({ item }) => item))).days).toEqual(parseNotice(noticeOf(year)).days);
      }),
      { ...RUN, numRuns: 100 },
    );
  });
});
