/** What is made of the ledger as it stands: calendar grid, people by days, notices, statistics, pages printed anew. */
import { tableToJson } from '../../../src/ledger/result-table';
import type { Computation } from '../../../src/operations/compute';
import { formulaCell } from '../../../src/workbook/cell';
import type { SheetContent } from '../../../src/workbook/content';
import { act, brief, day, on, people, snapshot, workbookOf, written, type Cells, type Json, type Sheets } from './harness';

const CLERKS = ['甲一', '乙二', '丙三', '丁四'];
const OFFICE: Sheets = {
  人员: people(CLERKS, { 甲一: { 股室: '综合股', 手机: '13900000011' }, 乙二: { 手机: null } }),
  股室: [{ 股室: '综合股' }],
  参数: [{ 键: '单位名称', 值: '临江县办公室' }, { 键: '值班电话', 值: '0999-1234567' }],
};
const row = (date: string, one: string, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: null, 备注: null, ...more });
const values = (from: string, to: string, more: Readonly<Record<string, unknown>> = {}) => ({ from: on(from), to: on(to), ...more });
const table = (ran: Computation, title: string): readonly Json[] => tableToJson(ran.outcome.tables.find((one) => one.title === title)!);
const run = (action: string, sheets: Sheets, from: string, to: string, more: Readonly<Record<string, unknown>> = {}): Computation => act(snapshot(workbookOf({ ...OFFICE, ...sheets })), action, values(from, to, more));
const content = (ran: Computation, title: string): SheetContent => ran.outcome.report.sheets.find((sheet) => sheet.title === title)!.content;

describe('notices', () => {
  const roster = [row('2026-03-05', '甲一'), row('2026-03-06', '乙二'), row('2026-03-07', '丙三'), row('2026-03-08', '丁四'), row('2026-03-09', '甲一', { 带班领导: '秦朗' })];

  test('who tells whom: the office on the eve of a working day, else whoever is on duty then', () => {
    expect(table(run('notices', { 值班表: roster }, '2026-03-06', '2026-03-09'), '值班通知').map((one) => [one['日期'], one['通知日期'], one['通知人'], one['值班人员']])).toEqual([
      ['2026-03-06', '2026-03-05', '综合股', '乙二'],
      ['2026-03-07', '2026-03-06', '综合股', '丙三'],
      ['2026-03-08', '2026-03-07', '丙三', '丁四'],
      ['2026-03-09', '2026-03-08', '丁四', '甲一'],
    ]);
  });

  test('to the letter of the weekdays where the switch asks for it', () => {
    const holiday = [row('2026-05-05', '甲一', { 值班人员二: '乙二' }), row('2026-05-06', '丙三')];
    const strict = { ...OFFICE, 参数: [{ 键: '严格按原文星期通知', 值: '是' }] };
    expect(table(act(snapshot(workbookOf({ ...strict, 值班表: holiday })), 'notices', values('2026-05-06', '2026-05-06')), '值班通知')[0]!['通知人']).toBe('综合股');
    expect(table(run('notices', { 值班表: holiday }, '2026-05-06', '2026-05-06'), '值班通知')[0]!['通知人']).toBe('甲一、乙二');
  });

  test('the words can be sent as they are', () => {
    expect(table(run('notices', { 值班表: roster }, '2026-03-09', '2026-03-09'), '值班通知')[0]).toMatchObject({
      手机: '13900000011',
      内容: '甲一同志:3月9日(周一)由您值班,带班领导秦朗(13900000004),请于当日9时到值班室当面交接,至次日9时;值班电话0999-1234567。',
    });
    const two = table(run('notices', { 值班表: [row('2026-05-01', '甲一', { 值班人员二: '丙三' })] }, '2026-05-01', '2026-05-01'), '值班通知');
    expect(two.map((one) => one['内容'])).toEqual([expect.stringContaining('(劳动节)由您值班,同班丙三'), expect.stringContaining('同班甲一')]);
    expect(two[0]!['通知人']).toBe('综合股');
  });

  test('a swap is told to whoever takes the duty; a blank phone is told once', () => {
    const swap = [{ 原日期: day('2026-03-09'), 原值班人: '甲一', 顶替人: '乙二', 批准人: '秦朗', 批准时间: day('2026-03-06') }];
    const ran = run('notices', { 值班表: roster, 调换班: swap }, '2026-03-06', '2026-03-09');
    expect(table(ran, '值班通知').at(-1)).toMatchObject({ 值班人员: '乙二', 手机: null });
    expect(brief(ran.issues).filter((line) => line.includes('notice/'))).toEqual(['warning notice/phone-blank 人员!B8']);
  });

  test('board and calls on working days only, make-up days included', () => {
    const ran = run('notices', { 值班表: [...roster, row('2026-05-09', '甲一')] }, '2026-03-06', '2026-05-09');
    expect(table(ran, '公示条').map((one) => one['日期'])).toEqual(['2026-03-06', '2026-03-09', '2026-05-09']);
    expect(table(ran, '公示条')[1]!['内容']).toBe('今日值班(3月9日(周一)):甲一;带班:秦朗');
    expect(table(ran, '转接清单').slice(4, 8).map((one) => [one['时段'], one['时间'], one['动作'], one['转接到'], one['号码']])).toEqual([
      ['上午上班', '09:00', '取消转接', null, null],
      ['中午下班', '12:00', '转接并验证', '甲一', '13900000011'],
      ['下午上班', '14:00', '取消转接', null, null],
      ['下午下班', '18:00', '转接并验证', '甲一', '13900000011'],
    ]);
    const odd = act(snapshot(workbookOf({ ...OFFICE, 参数: [{ 键: '上下班时间', 值: '朝九晚五' }], 值班表: roster })), 'notices', values('2026-03-06', '2026-03-06'));
    expect(table(odd, '转接清单').map((one) => [one['时间'], one['号码']])).toEqual([[null, null], [null, '(手机未填)'], [null, null], [null, '(手机未填)']]);
  });

  test('the eve has no row, or nobody on it', () => {
    expect(table(run('notices', { 值班表: [row('2026-03-08', '丁四')] }, '2026-03-08', '2026-03-08'), '值班通知')[0]!['通知人']).toBe('前一天值班人员');
    expect(table(run('notices', { 值班表: [{ ...row('2026-03-07', ''), 值班人员: null }, row('2026-03-08', '丁四')] }, '2026-03-08', '2026-03-08'), '值班通知')[0]!['通知人']).toBe('前一天值班人员');
  });
});

describe('statistics', () => {
  test('who really served, by weekday and festival; what changed hands; who led', () => {
    const sheets: Sheets = {
      值班表: [
        row('2026-02-16', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' }),
        row('2026-02-28', '丙三', { 带班领导: '秦朗' }),
        row('2026-03-01', '甲一', { 带班领导: '秦朗' }),
        row('2026-03-02', '甲一', { 带班领导: '秦朗' }),
      ],
      调换班: [{ 原日期: day('2026-03-02'), 原值班人: '甲一', 顶替人: '丁四', 批准人: '秦朗', 批准时间: day('2026-02-27') }],
    };
    const ran = run('statistics', sheets, '2026-02-01', '2026-03-31');
    const rows = table(ran, '值班统计');
    expect(rows.map((one) => one['姓名'])).toEqual(['陆振邦', '秦朗', '甲一', '乙二', '丙三', '丁四']);
    const of = (name: string): Json => rows.find((one) => one['姓名'] === name)!;
    expect(of('甲一')).toMatchObject({ 股室: '综合股', 值班次数: 2, 平日: 1, 周日: 1, 周末: 1, 假期: 1, 春节: 1, 除夕初一: 1, 顶出: 1, 顶入: 0 });
    expect(of('丁四')).toMatchObject({ 值班次数: 1, 周一: 1, 周末: 0, 顶入: 1, 股室: null });
    // a make-up Saturday is a Saturday
    expect(of('丙三')).toMatchObject({ 平日: 1, 周六: 1, 周末: 1 });
    expect(of('秦朗')).toMatchObject({ 值班次数: 0, 带班天数: 3, 带班周数: 2 });
    const totals = content(ran, '值班统计').rows.at(-1)!;
    expect(totals[2]!.value).toEqual(formulaCell('SUM(C3:C8)', 5));
    // 甲一 to 丁四: who only leads stands outside the chart
    expect(content(ran, '值班统计').charts).toMatchObject([{ title: '每人值班次数(平日、假期)', series: [{ name: '平日', categories: { row: 4, lastRow: 7 } }, { name: '假期', values: { row: 4, lastRow: 7 } }] }]);
  });

  test('nothing on record', () => {
    const ran = run('statistics', { 值班表: [row('2026-01-02', '甲一')] }, '2026-02-01', '2026-02-28');
    expect(table(ran, '值班统计')).toEqual([]);
    expect(content(ran, '值班统计').rows.at(-1)![0]!.value).toBe('合计');
    expect(content(ran, '值班统计').charts).toBeUndefined();
  });
});

describe('pages', () => {
  const roster = [row('2026-02-27', '甲一'), row('2026-02-28', '乙二', { 带班领导: '秦朗' }), row('2026-03-01', '丙三', { 备注: '防汛' }), row('2026-03-02', '不识者')];

  test('月历: a row a week, Monday first, whole months; make-up days and holidays are marked', () => {
    const rows = table(run('pages', { 值班表: roster.slice(0, 3) }, '2026-02-20', '2026-02-28', { dated: null }), '月历');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ 月份: '2026年2月', 周一: null, 周日: '1' });
    expect(rows[2]!['周日']).toBe('15 休 春节');
    expect(rows[4]).toMatchObject({ 周五: '27\n甲一', 周六: '28 班\n乙二\n带班:秦朗', 周日: null });
  });

  test('days off are shaded on the sheet, worked weekends are not', () => {
    const { rows, styles } = content(run('pages', { 值班表: roster.slice(0, 3) }, '2026-02-01', '2026-02-28', { dated: null }), '月历');
    const fill = (text: string): string | undefined => styles[rows.flat().find((cell) => typeof cell?.value === 'string' && cell.value.startsWith(text))!.style!]!.fill;
    expect(fill('15 休')).toBeDefined();
    expect(fill('7')).toBeDefined();
    expect(fill('28 班')).toBeUndefined();
    expect(fill('27')).toBeUndefined();
  });

  test('人员日历: duty, leave and outing, the kind of leave hidden; who is not in post', () => {
    const sheets: Sheets = {
      人员: people(CLERKS, { 丁四: { 到办日期: day('2026-03-01') } }),
      值班表: roster.slice(0, 3),
      请假: [{ 姓名: '丙三', 假别: '病假', 开始日期: day('2026-02-26'), 结束日期: day('2026-02-27') }],
      外出: [{ 姓名: '乙二', 类别: '公出', 开始日期: day('2026-02-26'), 结束日期: day('2026-02-26') }],
    };
    const rows = table(run('pages', sheets, '2026-02-26', '2026-02-28', { dated: null }), '人员日历');
    expect(rows.map((one) => Object.values(one))).toEqual([
      ['秦朗', null, null, '带', 0],
      ['甲一', null, '班', null, 1],
      ['乙二', '外', null, '班', 1],
      ['丙三', '假', '假', null, 0],
    ]);
    const ran = run('pages', sheets, '2026-02-26', '2026-03-01', { dated: null });
    expect(table(ran, '人员日历').find((one) => one['姓名'] === '丁四')).toMatchObject({ '2026-02-26': '离', '2026-03-01': null });
    const { styles } = content(ran, '人员日历');
    expect(Object.values(styles).filter(({ fill }) => fill !== undefined).length).toBeGreaterThanOrEqual(2);
    const texts = content(ran, '人员日历').rows.flatMap((line) => (typeof line[0]?.value === 'string' ? [line[0].value] : []));
    expect(texts.filter((text) => text.startsWith('班:值班'))).toHaveLength(1);
    // each month begins a page, or stands whole on one
    expect(texts.filter((text) => /^\d+年/.test(text))).toEqual(['2026年2月', '2026年3月']);
  });

  test('人员日历: months of the same days of the week have their own days off', () => {
    // January and October 2026 begin on a Thursday; only October begins with a holiday
    const { rows, styles } = content(run('pages', { 值班表: [row('2026-01-05', '甲一'), row('2026-10-08', '乙二')] }, '2026-01-01', '2026-10-31', { dated: null }), '人员日历');
    const off = (month: string): readonly number[] => {
      const head = rows[rows.findIndex((line) => line[0]?.value === month) + 1]!;
      return head.flatMap((cell, column) => (cell !== null && styles[cell.style!]!.fill !== undefined ? [column] : []));
    };
    expect(off('2026年1月').slice(0, 5)).toEqual([1, 2, 3, 10, 11]);
    expect(off('2026年10月').slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 11, 17]);
    // nothing that is written across the page is shaded
    for (const line of rows) for (const cell of line) if (cell?.style !== undefined && styles[cell.style]!.fill !== undefined) expect(styles[cell.style]!.border).toBe('thin');
  });

  test('the pages are those that generate makes, to the letter', async () => {
    const book = workbookOf({ ...OFFICE, 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '陆振邦', 带班科级: '秦朗' }] });
    const generated = await written(book, { from: '2026-04-01', to: '2026-04-30', dated: '2026-03-25' });
    const ran = act(snapshot(book), 'pages', values('2026-04-01', '2026-04-30', { dated: on('2026-03-25') }));
    const titles = ['值班安排表2026年4月', '清明节值班安排表2026年'];
    expect(generated.sheetTitles).toEqual(expect.arrayContaining(titles));
    expect(ran.plan.sheets.map(({ name }) => name)).toEqual(['月历', '人员日历']);
    for (const title of titles) expect(content(ran, title)).toEqual(content(generated.computation, title));
    await book.apply(ran.plan.changes);
    expect(act(snapshot(book), 'pages', values('2026-04-01', '2026-04-30', { dated: on('2026-03-25') })).plan.changes).toEqual([]);
  });

  test('a name that is nobody’s is an error, and is printed as it stands where errors are accepted', () => {
    const ran = run('pages', { 值班表: roster }, '2026-03-01', '2026-03-31', { dated: null });
    expect(ran.blocked).toBe(true);
    expect(content(ran, '值班安排表2026年3月').rows.flat().some((cell) => cell?.value === '不识者')).toBe(true);
    expect(content(ran, '值班安排表2026年3月').rows.flat().some((cell) => cell?.value === '防汛')).toBe(true);
  });
});

test.each(['pages', 'notices', 'statistics'])('%s: a period that ends before it begins is an error, a workbook without 值班表 too', (action) => {
  const slip = run(action, { 值班表: [row('2026-03-01', '甲一')] }, '2026-03-02', '2026-03-01', { dated: null });
  expect(slip.blocked).toBe(true);
  expect(slip.outcome.tables.every(({ rows }) => rows.length === 0)).toBe(true);
  const none = run(action, {}, '2026-03-01', '2026-03-02', { dated: null });
  expect(none.issues.some(({ severity, sheet }) => severity === 'error' && sheet === '值班表')).toBe(true);
});
