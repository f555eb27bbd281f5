import fc from 'fast-check';
import { addDays, weekdayOf, type CivilDate } from '../../../src/kernel/date';
import { parameter } from '../../../src/ledger/parameter';
import { tableToJson } from '../../../src/ledger/result-table';
import { compute } from '../../../src/operations/compute';
import { sourceOf } from '../../../src/systems/office/calendar';
import { calendar, NO_DAYS } from '../../../src/systems/office/facts';
import { oddKind } from '../../../src/systems/office/rules/calendar';
import { MemoryWorkbook } from '../../../src/hosts/memory';
import { brief, cell, checked, contextOf, days, issuesOf, on, REGISTRY, snapshotOf, type Rows } from '../../support/office-book';

const HEAD = ['日期', '类型', '假期名', '法定日', '来源', '备注'];

describe('the calendar fact (G9, G10)', () => {
  test('built in, and overridden by the sheet', () => {
    const context = contextOf({ 日历: [HEAD, ['2026-03-13', '假期', '建县纪念日', null, '手工', null], ['2026-02-28', '周末', null, null, null, null]] });
    const fact = context.fact(calendar, days('2026-01-01', '2026-12-31'));
    expect(fact.day(on('2026-03-13'))).toMatchObject({ kind: '假期', festival: '建县纪念日', statutory: false, source: '手工' });
    expect(fact.day(on('2026-02-28'))).toMatchObject({ kind: '周末', source: '手工' });
    expect(fact.day(on('2026-02-14'))).toMatchObject({ kind: '补班', source: '内置' });
    expect(fact.day(on('2026-10-01'))).toMatchObject({ kind: '假期', statutory: true, source: '内置' });
    expect(issuesOf(context)).toEqual([]);
  });

  test('the same day twice is an error; the first row counts', () => {
    const context = contextOf({ 日历: [HEAD, ['2026-03-13', '假期', '甲'], ['2026-03-13', '工作日', null]] });
    expect(context.fact(calendar, NO_DAYS).day(on('2026-03-13')).festival).toBe('甲');
    expect(issuesOf(context)).toEqual(['error row/duplicate-key 日历!A3']);
  });

  test('a year without notice is warned of once, however often it is asked for', () => {
    const context = contextOf({});
    const first = context.fact(calendar, days('2026-12-01', '2027-01-31'));
    expect(context.fact(calendar, days('2027-01-01', '2027-03-31'))).toBe(first);
    expect(context.issues.sorted()).toMatchObject([{ severity: 'warning', code: 'calendar/year-uncovered', sheet: '日历', cell: '', clause: 'G9', message: '2027年放假安排未公布,按预测:只有法定节假日放假,没有调休和补班' }]);
    expect(first.day(on('2027-10-01'))).toMatchObject({ kind: '假期', source: '预测' });
    expect(first.isRest(on('2027-10-04'))).toBe(false);
  });

  test('each year of its own', () => {
    const context = contextOf({});
    context.fact(calendar, days('2026-12-01', '2028-01-01'));
    expect(context.issues.sorted().map(({ message }) => message.slice(0, 5))).toEqual(['2027年', '2028年']);
  });

  test('no day in mind: no year is judged', () => {
    const context = contextOf({});
    context.fact(calendar, NO_DAYS);
    expect(issuesOf(context)).toEqual([]);
  });

  test.each<[string | null, string]>([[null, '手工'], ['国务院', '手工'], ['通知', '通知'], ['通知(国办发明电)', '通知'], ['内置', '内置'], ['预测', '预测']])('来源 %s: %s', (typed, source) => expect(sourceOf(typed)).toBe(source));
});

describe('rules over 日历', () => {
  test.each<[string, Rows, readonly string[]]>([
    ['a holiday and a make-up day', [['2026-03-13', '假期', '建县纪念日', '是'], ['2026-03-14', '补班', null, '否'], ['2026-03-15', '周末'], ['2026-03-16', '工作日']], []],
    ['a make-up day in the week', [['2026-03-13', '补班']], ['warning calendar/kind-and-weekday 日历!B2']],
    ['a weekend in the week', [['2026-03-13', '周末']], ['warning calendar/kind-and-weekday 日历!B2']],
    ['work on a Saturday', [['2026-03-14', '工作日']], ['warning calendar/kind-and-weekday 日历!B2']],
    ['a holiday without name', [['2026-03-13', '假期']], ['warning calendar/holiday-without-name 日历!C2']],
    ['a statutory day that is none', [['2026-03-16', '工作日', null, '是']], ['warning calendar/statutory-without-holiday 日历!D2']],
  ])('%s', (_, rows, said) => expect(checked({ 人员: [['姓名', '层级', '是否文秘'], ['王建国', '一般', '是']], 日历: [HEAD, ...rows] }).map(brief)).toEqual(said));

  test('a kind is odd only against its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30000 }), (number) => {
        const date = number as CivilDate;
        const weekend = weekdayOf(date) >= 5;
        expect(oddKind('假期', date)).toBeNull();
        expect(oddKind('补班', date) === null).toBe(weekend);
        expect(oddKind('周末', date) === null).toBe(weekend);
        expect(oddKind('工作日', date) === null).toBe(!weekend);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

/** Invented for 2027, in the words that such notices use. */
const NOTICE = `国务院办公厅关于2027年
部分节假日安排的通知
国办发明电〔2026〕0号
现将2027年部分节假日安排通知如下。
一、元旦:1月1日(周五)至3日(周日)放假,共3天。
二、春节:2月5日(农历除夕、周五)至12日(农历正月初七、周五)放假调休,共8天。1月30日(周六)、2月13日(周六)上班。
三、清明节:4月3日(周六)至5日(周一)放假,共3天。
四、劳动节:5月1日(周六)至5日(周三)放假调休,共5天。5月8日(周六)上班。
五、端午节:6月9日(周三)放假1天,不调休。
六、中秋节:9月15日(周三)放假1天,不调休。
七、国庆节:10月1日(周五)至7日(周四)放假调休,共7天。9月26日(周日)、10月9日(周六)上班。
节假日期间,请妥善安排好值班。`;

function run(notice: string, rows: Rows | null = null) {
  const snapshot = snapshotOf(rows === null ? {} : { 日历: [HEAD, ...rows] });
  const computation = compute(REGISTRY, snapshot, { entry: REGISTRY.action('office/calendar')!, values: { notice }, settings: new Map(), acceptErrors: false });
  const [table] = computation.outcome.tables;
  return { computation, table: tableToJson(table!), issues: computation.issues.map(brief), headline: computation.outcome.headlines[0] };
}

describe('office/calendar', () => {
  test('a notice becomes rows, in order of date', () => {
    const { table, issues, headline, computation } = run(NOTICE);
    expect(issues).toEqual([]);
    expect(headline).toBe('2027年:放假28天,补班5天,日历变动33天。');
    expect(table).toHaveLength(33);
    expect(table[0]).toEqual({ 日期: '2027-01-01', 类型: '假期', 假期名: '元旦', 法定日: '是', 来源: '通知', 备注: null });
    expect(table[1]).toMatchObject({ 日期: '2027-01-02', 法定日: '否' });
    expect(table[3]).toEqual({ 日期: '2027-01-30', 类型: '补班', 假期名: null, 法定日: '否', 来源: '通知', 备注: null });
    expect(table.map(({ 日期 }) => 日期)).toEqual(table.map(({ 日期 }) => 日期).sort());
    expect(computation.plan.sheets).toMatchObject([{ name: '日历', created: true }]);
    expect(REGISTRY.action('office/calendar')!.action.parameters).toEqual({ notice: parameter.text('通知全文', '国务院办公厅关于部分节假日安排的通知;命令行可用 @文件') });
  });

  test('written, the year is covered; a second run changes nothing', async () => {
    const book = MemoryWorkbook.of({ 日历: [HEAD] });
    const once = (snapshot = book.read()) => snapshot.then((read) => compute(REGISTRY, read, { entry: REGISTRY.action('office/calendar')!, values: { notice: NOTICE }, settings: new Map(), acceptErrors: false }));
    await book.apply((await once()).plan.changes);
    const again = await once();
    expect(again.plan.changes).toEqual([]);
    expect(again.outcome.headlines).toEqual(['2027年:放假28天,补班5天,日历变动0天。']);
    const context = contextOf({ 日历: book.sheet('日历').rows.map((row) => row.map((one) => one?.value ?? null)) });
    const fact = context.fact(calendar, days('2027-01-01', '2027-12-31'));
    expect(issuesOf(context)).toEqual([]);
    expect(fact.day(on('2027-10-04'))).toMatchObject({ kind: '假期', festival: '国庆节', source: '通知' });
    expect(fact.isWorkday(on('2027-10-09'))).toBe(true);
  });

  test('rows typed by hand win; rows of an older notice or a prediction are replaced', () => {
    const { table, issues, computation } = run(NOTICE, [
      ['2027-01-01', '工作日', null, '是', '手工', '县里另有安排'],
      ['2027-01-02', '假期', '元旦', '否', null, null],
      ['2027-01-03', '工作日', null, '否', '通知', null],
      ['2027-01-30', '补班', null, '否', '通知', '记得通知'],
      ['2027-04-05', '假期', '清明节', null, '预测', null],
    ]);
    expect(issues).toEqual(['warning notice/hand-made-kept 日历!B2']);
    expect(table.slice(0, 2).map(({ 日期 }) => 日期)).toEqual(['2027-01-03', '2027-02-05']);
    expect(table).toHaveLength(33 - 3);
    const [diff] = computation.plan.sheets;
    expect(diff!.cells.filter(({ row }) => row < 6).map(({ row, column, after }) => [row, column, after.value])).toEqual([[3, 1, '假期'], [3, 2, '元旦'], [5, 3, '是'], [5, 4, '通知']]);
  });

  test('a row of an earlier notice that this one does not name is pointed at, if this one is whole', () => {
    const rows: Rows = [['2027-03-08', '假期', '妇女节', '否', '通知', null], ['2026-03-09', '假期', '某节', '否', '通知', null], ['2027-03-10', '假期', '某节', '否', '手工', null]];
    expect(run(NOTICE, rows).issues).toEqual(['warning notice/row-not-in-notice 日历!A2']);
    const part = NOTICE.replace(/六、中秋节.*\n/, '');
    expect(run(part, rows).issues).toEqual(['warning notice/festival-missing !']);
  });

  test.each<[string, string, readonly string[], string]>([
    ['a year pasted for another', NOTICE.replaceAll('2027', '2026'), ['error notice/weekday-differs !'], '2026-01-01写的是周五,实为周四'],
    ['a weekday that is not', NOTICE.replace('1月30日(周六)', '1月30日(周日)'), ['error notice/weekday-differs !'], '2027-01-30写的是周日,实为周六'],
    ['a count that does not fit', NOTICE.replace('共8天', '共7天'), ['error notice/count-differs !'], '写的是7天,解析得8天'],
    ['a date that is none', NOTICE.replace('4月3日(周六)至5日(周一)放假,共3天', '4月31日放假'), ['error notice/date-impossible !'], '4月31日'],
    ['a make-up day in the week', NOTICE.replace('5月8日(周六)上班', '5月7日(周五)上班'), ['error notice/makeup-not-weekend !'], '2027-05-07(周五)是上班日,却不是周末'],
    ['no year', '一、元旦:1月1日放假。', ['error notice/no-year !'], '通知里没有年份'],
    ['no items', '现将2027年安排通知如下。', ['error notice/no-items !'], '通知里没有找到'],
  ])('%s', (_, notice, said, message) => {
    const { issues, computation } = run(notice);
    for (const line of said) expect(issues).toContain(line);
    expect(computation.issues.some((issue) => issue.message.includes(message))).toBe(true);
    expect(computation.blocked).toBe(true);
    expect(computation.plan.changes).toEqual([]);
  });

  test.each<[string, string, readonly string[], boolean]>([
    ['a span that runs backwards', NOTICE.replace('10月1日(周五)至7日(周四)放假调休,共7天', '10月7日(周四)至1日(周五)放假调休'), ['error notice/range-impossible !'], true],
    ['a day both off and at work', NOTICE.replace('5月8日(周六)上班', '5月8日(周六)上班。5月8日(周六)放假'), ['error notice/off-and-makeup !'], true],
    ['a sentence that moves days', NOTICE.replace('九、', '').replace('共7天。', '共7天。假期延长至10月8日。'), ['warning notice/sentence-unread !'], false],
    ['a notice on one festival', '国务院办公厅关于2027年劳动节放假安排的通知\n5月1日(周六)至5日(周三)放假调休,共5天。5月8日(周六)上班。', ['warning notice/supplement !'], false],
  ])('%s', (_, notice, said, blocked) => {
    const { issues, computation } = run(notice, [['2027-03-08', '假期', '某节', '否', '通知', null]]);
    for (const line of said) expect(issues).toContain(line);
    expect(computation.blocked).toBe(blocked);
    for (const { message } of computation.issues) expect(message).not.toMatch(/undefined|[{}]/);
  });

  test('without a year the headline says so', () => expect(run('放假').headline).toBe('没有读出年份。'));

  test('a make-up day forgotten is a warning and does not block', () => {
    const { issues, computation } = run(NOTICE.replace('5月8日(周六)上班。', ''));
    expect(issues).toEqual(['warning notice/balance-differs !']);
    expect(computation.blocked).toBe(false);
  });

  test('any rows typed by hand stay as they are', () => {
    const kinds = fc.constantFrom('工作日', '周末', '假期', '补班');
    const row = fc.tuple(fc.integer({ min: 0, max: 364 }), kinds, fc.constantFrom('手工', null, '县里通知'));
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([offset]) => offset, maxLength: 12 }), (list) => {
        const rows = list.map(([offset, kind, source]) => [{ kind: 'date' as const, date: addDays(on('2027-01-01'), offset) }, kind, null, null, source, null]);
        const { computation } = run(NOTICE, rows);
        const touched = computation.plan.sheets.flatMap(({ cells }) => cells.filter(({ row: at }) => at >= 1 && at <= rows.length));
        expect(touched).toEqual([]);
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});

test('cells of the tests', () => expect(cell('2026-03-05')).toEqual({ kind: 'date', date: on('2026-03-05') }));
