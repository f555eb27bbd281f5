/** The formal pages: workbook.md section 4, layouts D1/D2. */
import type { SheetContent } from '../../../src/workbook/content';
import { day, generate, issueOf, people, workbookOf, written, type Cells, type Ran, type Run, type Sheets } from './harness';

const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
const SETTINGS: readonly Cells[] = [
  { 键: '单位名称', 值: '临江县人民政府办公室' },
  { 键: '值班电话', 值: '0999-8660001' },
  { 键: '传真', 值: '0999-8660002' },
];
const MARCH: Run = { from: '2026-03-01', to: '2026-03-31', dated: '2026-02-27' };

function pageOf(ran: Ran, title: string): SheetContent {
  const found = ran.computation.outcome.report.sheets.find((sheet) => sheet.title === title);
  if (!found) throw new Error(`no ${title} among ${ran.sheetTitles.join()}`);
  return found.content;
}
const lines = (content: SheetContent): string[] => content.rows.map((row) => row.map((cell) => String(cell?.value ?? '').replaceAll('\n', '+')).join('|'));
const run = (period: Run, more: Sheets = {}): Ran => generate({ 人员: people(SIX), 参数: SETTINGS, ...more }, period);

describe('值班安排表 of a month', () => {
  test('title, columns, a line a day, footer, signatures, date', () => {
    const ran = run(MARCH);
    const page = lines(pageOf(ran, '值班安排表2026年3月'));
    expect(page[0]).toMatch(/^临江县人民政府办公室2026年3月值班安排表\|/);
    expect(page[1]).toBe('日期|星期|值班人员|手机|带班领导|手机|备注');
    expect(page[2]).toMatch(/^3月1日\|周日\|.+\|13900000001\|.+\|1390000000\d\|$/);
    expect(page.filter((line) => /^3月\d+日\|/.test(line))).toHaveLength(31);
    expect(page.at(-5)).toContain('值班电话:0999-8660001    传真:0999-8660002    交接班:每天9:00,当面交接。');
    expect(page.at(-4)).toContain('不能值班的');
    expect(page.at(-3)).toMatch(/制表:.*审核:/);
    expect(page.at(-2)).toContain('临江县人民政府办公室');
    expect(page.at(-1)).toContain('2026年2月27日');
  });

  test('one A4 portrait page', () => {
    expect(pageOf(run(MARCH), '值班安排表2026年3月').print).toMatchObject({ orientation: 'portrait', fitToWidth: 1, fitToHeight: 1 });
  });

  test('a festival’s name stands for the weekday, both clerks and the leader share the line', () => {
    const ran = run({ from: '2026-04-01', to: '2026-04-30' }, { 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '顾明远' }] });
    const line = lines(pageOf(ran, '值班安排表2026年4月')).find((one) => one.startsWith('4月4日'))!;
    expect(line).toMatch(/^4月4日\|清明节\|..\+..\|13900000001\+13900000001\|顾明远\|13900000003\|$/);
  });

  test('the whole month as the ledger stands: earlier and later rows are on it, whatever they hold', async () => {
    const rows: readonly Cells[] = [
      { 日期: day('2026-03-02'), 值班人员: '甲一', 带班领导: '秦朗', 备注: '会议' },
      { 日期: day('2026-03-03'), 值班人员: '早已离开的人', 带班领导: '待定', 备注: null },
      { 日期: day('2026-03-30'), 值班人员: '某某', 带班领导: null, 备注: null },
      { 日期: '看不懂的日期', 值班人员: '某某', 带班领导: null, 备注: null },
    ];
    const book = workbookOf({ 人员: people([...SIX, '早已离开的人'], { 早已离开的人: { 离办日期: day('2026-03-10') } }), 参数: SETTINGS, 值班表: rows, 调换班: [{ 原日期: day('2026-03-02'), 原值班人: '甲一', 顶替人: '乙二', 批准人: '秦朗', 批准时间: day('2026-03-01') }] });
    const ran = await written(book, { from: '2026-03-10', to: '2026-03-20', acceptErrors: true });
    const page = lines(pageOf(ran, '值班安排表2026年3月(草稿)')).filter((line) => /^3月/.test(line));
    expect(page).toHaveLength(14);
    expect(page.slice(0, 2)).toEqual(['3月2日|周一|乙二|13900000001|秦朗|13900000004|会议;乙二顶甲一', '3月3日|周二|早已离开的人|13900000001|||']);
    expect(page.at(-1)).toBe('3月30日|周一|某某||||');
  });

  test('a page a month that the period touches', () => {
    expect(run({ from: '2026-01-31', to: '2026-03-01' }).sheetTitles.filter((title) => title.startsWith('值班安排表'))).toEqual(['值班安排表2026年1月', '值班安排表2026年2月', '值班安排表2026年3月']);
  });

  test('namesakes print with their section, never with a number', () => {
    const staff: readonly Cells[] = [...people(SIX.slice(0, 3)), { 姓名: '张伟', 编号: '07', 股室: '综合股', 层级: '一般', 是否文秘: '是' }, { 姓名: '张伟', 编号: '19', 股室: '秘书股', 层级: '一般', 是否文秘: '是' }];
    const ran = run({ from: '2026-03-02', to: '2026-03-15' }, { 人员: staff });
    const page = lines(pageOf(ran, '值班安排表2026年3月')).join('\n');
    expect(page).toContain('张伟(综合股)');
    expect(page).not.toMatch(/张伟\(\d/);
    expect(ran.roster.map((row) => row['值班人员'])).toEqual(expect.arrayContaining(['张伟(07)', '张伟(19)']));
  });

  test('单位名称 blank prints ××办公室, with one warning', () => {
    const ran = generate({ 人员: people(SIX) }, { from: '2026-03-01', to: '2026-04-30' });
    expect(lines(pageOf(ran, '值班安排表2026年3月'))[0]).toContain('××办公室2026年3月值班安排表');
    expect(lines(pageOf(ran, '值班安排表2026年3月')).at(-1)).toContain('年  月  日');
    expect(ran.issues.filter(({ code }) => code === 'office/name-blank')).toHaveLength(1);
    expect(issueOf(ran.issues, 'office/name-blank').severity).toBe('warning');
  });
});

describe('the festival page', () => {
  const NATIONAL: Sheets = {
    人员: people(SIX),
    参数: SETTINGS,
    假期带班: Array.from({ length: 7 }, (_, index): Cells => ({ 日期: day(`2026-10-0${index + 1}`), 县级领导: index === 6 ? '待定' : index % 2 === 0 ? '陆振邦' : '顾明远', 带班科级: index === 0 ? '秦朗、于慧' : null })),
    领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }, { 县级领导: '顾明远', 联系文秘: '乙二' }],
  };

  test('leaders with position and phone, both clerks with phone and whose liaison they are, 带班科级', () => {
    const ran = generate(NATIONAL, { from: '2026-09-28', to: '2026-10-10' });
    const page = lines(pageOf(ran, '国庆节值班安排表2026年'));
    expect(page[0]).toContain('临江县人民政府办公室2026年国庆节值班安排表');
    expect(page[1]).toBe('日期|星期|带班县级领导|职务|手机|值班人员①|手机|联系领导|值班人员②|手机|联系领导|带班科级|备注');
    const days = page.filter((line) => line.startsWith('10月'));
    expect(days).toHaveLength(7);
    const served = days.filter((line) => line.includes('甲一') || line.includes('乙二'));
    for (const line of served) expect(line).toMatch(/甲一\|13900000001\|陆振邦|乙二\|13900000001\|顾明远/);
    expect(days[0]).toMatch(/^10月1日\|周四\|陆振邦\|县长\|13900000002\|.*\|秦朗、于慧\|$/);
    expect(days[6]).toMatch(/^10月7日\|周三\|待定\|\|\|/);
  });

  test('a period that touches a holiday prints it whole', () => {
    const ran = generate(NATIONAL, { from: '2026-10-05', to: '2026-10-06' });
    expect(lines(pageOf(ran, '国庆节值班安排表2026年')).filter((line) => line.startsWith('10月'))).toHaveLength(7);
  });

  test('three clerks: the second and third share their columns', () => {
    const ran = generate({ ...NATIONAL, 参数: [...SETTINGS, { 键: '假期值班人数', 值: 3 }] }, { from: '2026-10-01', to: '2026-10-01' });
    expect(lines(pageOf(ran, '国庆节值班安排表2026年'))[2]!.split('|')[8]).toMatch(/^..\+..$/);
  });

  test('a merged period is one page, named as 日历 names it', () => {
    const ran = run({ from: '2025-10-01', to: '2025-10-08' });
    expect(ran.sheetTitles.filter((title) => !title.startsWith('值班安排表'))).toEqual(['公平性', '变动', '国庆节、中秋节值班安排表2025年']);
  });

  test('元旦 that begins in December bears the year in which it ends', () => {
    expect(run({ from: '2022-12-30', to: '2023-01-03' }).sheetTitles).toContain('元旦值班安排表2023年');
  });

  test('two holidays of one name in a year, and a name that no sheet may bear', () => {
    const ran = run({ from: '2026-03-01', to: '2026-03-31' }, { 日历: ['2026-03-04', '2026-03-10'].map((date) => ({ 日期: day(date), 类型: '假期', 假期名: '临时/假' })) });
    expect(ran.sheetTitles).toEqual(expect.arrayContaining(['临时假值班安排表2026年', '临时假值班安排表2026年之2']));
  });
});

test('no page carries severities, clause IDs, certificates or person numbers', () => {
  const staff: readonly Cells[] = people(SIX).map((row, index) => ({ ...row, 编号: `Z${index + 100}` }));
  const ran = generate({ 人员: staff, 参数: SETTINGS, 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '顾明远' }] }, { from: '2026-04-01', to: '2026-04-30' });
  for (const { title, content } of ran.computation.outcome.report.sheets.filter((sheet) => sheet.title.includes('值班安排表'))) {
    expect(`${title}\n${lines(content).join('\n')}`).not.toMatch(/错误|不符|提示|提醒|值班-|Z1\d\d|最优|下界|平方和/);
  }
});

describe('公平性', () => {
  const content = pageOf(run(MARCH), '公平性');
  const text = lines(content);
  const header = text.findIndex((line) => line.startsWith('姓名|'));

  test('period, parameters, one sentence to read out and the certificate above the table', () => {
    expect(text[0]).toContain('2026-03-01至2026-03-31;最小间隔3天;每期上限不限');
    expect(text[1]).toMatch(/^本期每人5-6次,周末每人1-2次。/);
    expect(text.slice(2, header).join('\n')).toContain('平日值班已证明最优');
    expect(text.slice(0, header).join('\n')).not.toMatch(/毫秒|变动|ms/);
    expect(text[header]).toBe('姓名|期初|离岗折算|本期|合计|周一|周二|周三|周四|周五|周六|周日|周末|假期|应排|差额|不排日');
  });

  test('what people bring along is said with its sums', () => {
    const opening = { 值班期初: SIX.map((name, index) => ({ 姓名: name, 截至日期: day('2026-02-28'), 周一: index === 0 ? 2 : 1, 周六: 1 })) };
    expect(lines(pageOf(run(MARCH, opening), '公平性'))[1]).toMatch(/^本期每人[45]-[56]次,周末每人1-2次;连同以前的,合计每人7-8次,其中周末2-3次。/);
  });

  test('a chart of the sums, everybody in it, by what they are made of', () => {
    const first = header + 1;
    const [chart, ...more] = content.charts!;
    expect(more).toEqual([]);
    expect(chart).toMatchObject({ kind: 'column', stacked: true, title: '每人合计次数(期初、离岗折算、本期)' });
    expect(chart!.series.map(({ name, values, categories }) => [name, values.column, values.row, values.lastRow, categories.column])).toEqual(
      ['期初', '离岗折算', '本期'].map((name, index) => [name, index + 1, first, first + SIX.length - 1, 0]),
    );
    // nothing stands under it
    expect(chart!.anchor.row).toBeGreaterThanOrEqual(content.rows.length);
  });

  test('who was not there throughout is named apart in the sentence', () => {
    const staff = people(SIX, { 己六: { 到办日期: day('2026-03-20') } });
    expect(lines(pageOf(generate({ 人员: staff, 参数: SETTINGS }, MARCH), '公平性'))[1]).toMatch(/^本期每人5-6次,周末每人\d(-\d)?次\(期间有不在岗的:己六\d次\)。/);
    const away = people(SIX.slice(0, 2), { 甲一: { 到办日期: day('2026-03-03') }, 乙二: { 离办日期: day('2026-03-20') } });
    expect(lines(pageOf(generate({ 人员: away, 参数: SETTINGS }, MARCH), '公平性'))[1]).not.toContain('不在岗');
  });

  test.each<[string, Sheets, RegExp | null]>([
    ['even weekdays say nothing', {}, null],
    ['固定不排', { 人员: people(SIX, { 丙三: { 固定不排: '周三' } }), 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-02-28'), 周三: name === '丙三' ? 0 : 1 })) }, /周三0-[2-9]次\(最少的丙三:固定不排\)/],
    ['an uneven opening', { 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-02-28'), 周一: name === '甲一' ? 9 : 0, 周二: name === '甲一' ? 0 : 2 })) }, /周一\d-9次\(最少的.+:期初不均\)/],
    ['leave', { 请假: ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'].flatMap((date) => SIX.slice(0, 4).map((name) => ({ 姓名: name, 开始日期: day(date), 结束日期: day(date) }))) }, /周一0-[2-5]次\(最少的.*:请假、间隔所限\)/],
  ])('what weekdays lack, and why: %s', (_, more, expected) => {
    const said = lines(pageOf(run(MARCH, more), '公平性')).find((line) => line.startsWith('星期相差超过1次的'));
    if (expected === null) expect(said).toBeUndefined();
    else expect(said).toMatch(expected);
  });

  test('keepBefore and a cap are said', () => {
    const said = lines(pageOf(run({ ...MARCH, keepBefore: '2026-03-05' }, { 参数: [...SETTINGS, { 键: '每期上限', 值: 6 }] }), '公平性'))[0]!;
    expect(said).toContain('每期上限6次;2026-03-05之前不再改动');
  });

  test('sums are formulas that recalculate to the same values', () => {
    const cellAt = (letter: string, row: number): number => {
      const value = content.rows[row - 1]![letter.charCodeAt(0) - 65]!.value as number | { readonly value: number };
      return typeof value === 'number' ? value : value.value;
    };
    const column = (letter: string): number[] => Array.from({ length: SIX.length }, (_, index) => cellAt(letter, header + 2 + index));
    for (let row = header + 2; row < header + 2 + SIX.length; row += 1) {
      const formulas = content.rows[row - 1]!.map((cell) => (cell?.value !== null && typeof cell?.value === 'object' && 'formula' in cell.value ? cell.value.formula : ''));
      expect([formulas[4], formulas[12]]).toEqual([`B${row}+C${row}+D${row}`, `K${row}+L${row}`]);
      expect(formulas[14]).toBe(`AVERAGE(E$${header + 2}:E$${header + 1 + SIX.length})`);
      expect(formulas[15]).toBe(`ROUND(E${row}-O${row},2)`);
      expect(cellAt('E', row)).toBe(cellAt('B', row) + cellAt('C', row) + cellAt('D', row));
      expect(cellAt('O', row)).toBeCloseTo(column('E').reduce((a, b) => a + b, 0) / SIX.length, 12);
      expect(cellAt('P', row)).toBe(Math.round((cellAt('E', row) - cellAt('O', row)) * 100) / 100);
    }
    expect(cellAt('E', header + 2 + SIX.length)).toBe(column('E').reduce((a, b) => a + b, 0));
    expect(text.at(-1)).toMatch(/^合计\|/);
  });
});
