/** What falls due around duty (clauses.md appendix 1, 值班-四(二), 值班-五). */
import { day, people, todayOf, type Cells, type Sheets } from './harness';

const FIVE = ['甲一', '乙二', '丙三', '丁四', '戊五'];
const row = (date: string, one: string, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 状态: null, ...more });
const book = (rows: readonly Cells[], more: Sheets = {}): Sheets => ({ 人员: people(FIVE), 值班表: rows, ...more });

describe('every day', () => {
  // Thursday to Monday
  const rows = ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map((date, index) => row(date, FIVE[index]!));
  const lines = (date: string, more: Sheets = {}): readonly string[] => todayOf(book(rows, more), date, 1);

  test.each<[string, string, readonly string[]]>([
    [
      'a Friday: handover, board, the phone, notice by the office',
      '2026-03-06',
      [
        '9:00当面交接班:甲一交,乙二接|甲一、乙二|值班-五(一)|今日到期',
        '上班时在公示栏注明当天值班人员:乙二|综合股|值班-五(二)1|今日到期',
        '下班前通知3月7日值班人员:丙三|综合股|值班-五(二)1|今日到期',
        '电话转接:上午、下午上班时取消,中午、下午下班时转到乙二13900000001并验证|信息股|值班-五(二)2|今日到期',
      ],
    ],
    ['a Saturday: whoever serves tells the next', '2026-03-07', ['9:00当面交接班:乙二交,丙三接|乙二、丙三|值班-五(一)|今日到期', '提前通知3月8日值班人员:丁四|丙三|值班-五(三)|今日到期']],
    ['a Sunday too', '2026-03-08', ['9:00当面交接班:丙三交,丁四接|丙三、丁四|值班-五(一)|今日到期', '提前通知3月9日值班人员:戊五|丁四|值班-五(三)|今日到期']],
    ['the day before the first row', '2026-03-04', ['下班前通知3月5日值班人员:甲一|综合股|值班-五(二)1|今日到期']],
    ['the first row: nobody hands over', '2026-03-05', ['9:00接班:甲一|甲一|值班-五(一)|今日到期', '上班时在公示栏注明当天值班人员:甲一|综合股|值班-五(二)1|今日到期', '下班前通知3月6日值班人员:乙二|综合股|值班-五(二)1|今日到期', '电话转接:上午、下午上班时取消,中午、下午下班时转到甲一13900000001并验证|信息股|值班-五(二)2|今日到期']],
    ['a day without rows', '2026-03-20', []],
  ])('%s', (_, date, expected) => {
    expect(lines(date)).toEqual(expected);
  });

  test.each<[string, string, readonly (readonly [string, string])[]]>([
    // 14 February 2026 is a make-up Saturday: the next day is told by the office, to the letter by the clerk
    ['否', '综合股', [['2026-02-14', '下班前通知2月15日值班人员:乙二']]],
    ['是', '甲一', [['2026-02-14', '提前通知2月15日值班人员:乙二']]],
  ])('严格按原文星期通知=%s', (value, who, expected) => {
    const sheets = book([row('2026-02-14', '甲一'), row('2026-02-15', '乙二')], { 参数: [{ 键: '严格按原文星期通知', 值: value }] });
    for (const [date, title] of expected) expect(todayOf(sheets, date, 1).find((line) => line.includes('通知2月15日'))).toBe(`${title}|${who}|${value === '是' ? '值班-五(三)' : '值班-五(二)1'}|今日到期`);
  });

  test.each([['2026-03-02', '值班-五(三)'], ['2026-03-03', '值班-五(二)1'], ['2026-03-07', '值班-五(二)1'], ['2026-03-08', '值班-五(三)']])('to the letter %s is told under %s', (date, clause) => {
    const [year, month, number] = date.split('-').map(Number);
    const eve = new Date(Date.UTC(year!, month! - 1, number! - 1)).toISOString().slice(0, 10);
    expect(todayOf(book([row(date, '甲一')], { 参数: [{ 键: '严格按原文星期通知', 值: '是' }] }), eve, 1).find((line) => line.includes('通知'))).toContain(clause);
  });

  test('who serves by an approved swap is told, handed over to and rung up', () => {
    const swap = { 调换班: [{ 原日期: day('2026-03-06'), 原值班人: '乙二', 顶替人: '戊五', 批准人: '秦朗', 批准时间: day('2026-03-05') }] };
    const staff = { 人员: people(FIVE, { 戊五: { 手机: null } }) };
    expect(lines('2026-03-06', { ...swap, ...staff }).slice(0, 1)).toEqual(['9:00当面交接班:甲一交,戊五接|甲一、戊五|值班-五(一)|今日到期']);
    expect(lines('2026-03-06', { ...swap, ...staff }).at(-1)).toContain('转到戊五(手机未填)并验证');
  });

  test('later days of the window are not due yet', () => {
    expect(todayOf(book(rows), '2026-03-06', 2).filter((line) => line.endsWith('未办'))).toHaveLength(2);
  });
});

describe('a festival ahead (国庆 2026: 1 to 7 October)', () => {
  const NATIONAL = Array.from({ length: 7 }, (_, index) => `2026-10-0${index + 1}`);
  const festival = (sheets: Sheets, date: string, days = 1): readonly string[] => todayOf(sheets, date, days).filter((line) => line.includes('国庆节'));
  const full = (more: Cells = {}): readonly Cells[] => NATIONAL.map((date, index) => row(date, FIVE[index % 5]!, more));

  test.each<[string, readonly Cells[], string, number, readonly string[]]>([
    // working days before 1 October: 30, 29, 28, 24, 23 (25 to 27 are 中秋; 20 is a make-up Sunday)
    ['the draft five working days ahead', [], '2026-09-23', 1, ['排出国庆节值班安排表草稿(先定县级领导带班日期)|综合股|值班-四(二)|今日到期']],
    ['not earlier', [], '2026-09-22', 1, []],
    ['but seen ahead in the window', [], '2026-09-22', 2, ['排出国庆节值班安排表草稿(先定县级领导带班日期)|综合股|值班-四(二)|未办']],
    ['overdue while it is open', [], '2026-09-24', 1, ['排出国庆节值班安排表草稿(先定县级领导带班日期)|综合股|值班-四(二)|已逾期']],
    ['the sheet three working days ahead', full(), '2026-09-28', 1, ['制发国庆节值班安排表,通知值班人员和带班领导|综合股|值班-四(二)|今日到期']],
    ['done when every day is rostered', full(), '2026-09-23', 1, ['排出国庆节值班安排表草稿(先定县级领导带班日期)|综合股|值班-四(二)|已办']],
    ['not done while a day is missing', full().slice(1), '2026-09-23', 1, ['排出国庆节值班安排表草稿(先定县级领导带班日期)|综合股|值班-四(二)|今日到期']],
    ['issued when every row is published', full({ 状态: '已发布' }), '2026-09-28', 1, ['制发国庆节值班安排表,通知值班人员和带班领导|综合股|值班-四(二)|已办']],
    ['an issued one is not told again', full({ 状态: '已发布' }), '2026-09-29', 1, []],
    ['a late one is', full(), '2026-09-30', 1, ['制发国庆节值班安排表,通知值班人员和带班领导|综合股|值班-四(二)|已逾期']],
    ['once it has begun nothing is due', [], '2026-10-01', 1, []],
  ])('%s', (_, rows, date, days, expected) => {
    expect(festival(book(rows), date, days).filter((line) => !line.includes('中秋'))).toEqual(expected);
  });
});
