/** `check`, clause by clause: what is written and what it breaks. */
import { brief, checkBook, day, people, issueOf, type Cells, type Sheets } from './harness';
import { civilMinute } from '../../../src/kernel/date';
import { momentCell, type CellInput } from '../../../src/workbook/cell';
import { on } from './harness';

const FIVE = ['甲一', '乙二', '丙三', '丁四', '戊五'];
const at = (date: string, hour: number, minute = 0): CellInput => momentCell(civilMinute(on(date), hour, minute));
const row = (date: string, one: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: '秦朗', ...more });
const STEPS: Cells = { 报告带班领导时间: day('2026-03-01'), 综合股报备时间: day('2026-03-01'), 信息股通报时间: day('2026-03-01') };
const swap = (date: string, from: string, to: string, more: Cells = {}): Cells => ({ 类型: '顶替', 原日期: day(date), 原值班人: from, 顶替人: to, 批准人: '秦朗', 批准时间: at(date, 8), 撤销: null, 岗位: null, ...STEPS, ...more });
const CHIEF: Sheets = { 分管: [{ 事项: '值班', 科级: '秦朗', 代理: '于慧' }] };

/** Findings of the room on these rows. */
function found(rows: readonly Cells[], more: Sheets = {}): string[] {
  return brief(checkBook({ 人员: people(FIVE), ...CHIEF, 值班表: rows, ...more })).filter((line) => / (duty|swap|roster|day-off|emergency)/.test(line));
}

test('a clean week says nothing', () => {
  expect(found(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((date, index) => row(date, FIVE[index]!)))).toEqual([]);
  expect(brief(checkBook({ 人员: people(FIVE) }))).toEqual([]);
});

describe.each<[string, readonly (readonly [string, readonly Cells[], Sheets, readonly string[]])[]]>([
  [
    '值班-一',
    [
      ['a day without anybody', [row('2026-03-02', null)], {}, ['violation duty/day-open 值班表!B2']],
      ['a holiday without anybody is open, not short', [row('2026-04-04', null, { 带班领导: '陆振邦' })], {}, ['violation duty/day-open 值班表!B2']],
      ['two on an ordinary day', [row('2026-03-02', '甲一', { 值班人员二: '乙二' })], {}, ['violation duty/day-crowded 值班表!C2']],
      ['two that 紧急带班 asks for', [row('2026-03-02', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })], { 紧急带班: [{ 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02'), 县级领导: '陆振邦', 值班人数: 2 }] }, []],
      ['one where 紧急带班 asks for two', [row('2026-03-02', '甲一', { 带班领导: '陆振邦' })], { 紧急带班: [{ 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02'), 县级领导: '陆振邦', 值班人数: 2 }] }, ['warning duty/day-short 值班表!C2']],
      ['somebody who is no clerk', [row('2026-03-02', '白露')], {}, ['violation duty/no-clerk 值班表!B2']],
      ['a clerk who does not serve', [row('2026-03-02', '甲一')], { 人员: people(FIVE, { 甲一: { 可排值班: '否' } }) }, ['violation duty/no-clerk 值班表!B2']],
      ['a clerk who has left', [row('2026-03-02', '甲一')], { 人员: people(FIVE, { 甲一: { 离办日期: day('2026-03-02') } }) }, ['violation duty/not-in-post 值班表!B2']],
      ['the same person twice', [row('2026-04-04', '甲一', { 值班人员二: '甲一', 带班领导: '陆振邦' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }] }, ['violation duty/twice-a-day 值班表!C2']],
      ['an unreadable name says nothing else', [row('2026-03-02', '某某')], {}, []],
      ['days that are missing between the first and the last row', [row('2026-03-02', '甲一'), row('2026-03-06', '甲一'), row('2026-03-08', '乙二')], {}, ['warning duty/days-missing 值班表!', 'warning duty/days-missing 值班表!']],
    ],
  ],
  [
    '值班-二',
    [
      ['a section chief on a holiday', [row('2026-04-04', '甲一', { 值班人员二: '乙二' })], {}, ['violation duty/leader-level 值班表!D2']],
      ['a county leader on a working day', [row('2026-03-02', '甲一', { 带班领导: '陆振邦' })], {}, ['violation duty/leader-level 值班表!D2']],
      ['a county leader in an emergency', [row('2026-03-02', '甲一', { 带班领导: '陆振邦' })], { 紧急带班: [{ 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02'), 县级领导: '陆振邦' }] }, []],
      ['a section chief in an emergency', [row('2026-03-02', '甲一')], { 紧急带班: [{ 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02'), 县级领导: '陆振邦' }] }, ['violation duty/leader-level 值班表!D2']],
      ['nobody in charge on a working day', [row('2026-03-02', '甲一', { 带班领导: null })], {}, ['warning duty/leader-blank 值班表!D2']],
      ['nobody in charge on a holiday', [row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: null })], {}, ['warning duty/leader-blank 值班表!D2']],
      ['an unreadable leader says nothing else', [row('2026-03-02', '甲一', { 带班领导: '某某' })], {}, []],
      ['two chiefs in a week', [row('2026-03-02', '甲一'), row('2026-03-03', '乙二', { 带班领导: '于慧' }), row('2026-03-04', '丙三')], {}, ['warning duty/second-chief 值班表!D3']],
      ['a new chief on Monday', [row('2026-03-08', '甲一'), row('2026-03-09', '乙二', { 带班领导: '于慧' })], {}, []],
      ['a chief who stands in by a swap', [row('2026-03-02', '甲一'), row('2026-03-03', '乙二')], { 调换班: [swap('2026-03-03', '秦朗', '于慧', { 岗位: '带班' })] }, []],
      ['a row of 假期带班 on a working day', [], { 假期带班: [{ 日期: day('2026-03-02'), 县级领导: '陆振邦' }, { 日期: day('2026-04-04'), 县级领导: '陆振邦' }] }, ['warning duty/leader-on-ordinary-day 假期带班!A2']],
    ],
  ],
  [
    '值班-四(一)',
    [
      ['leave', [row('2026-03-02', '甲一')], { 请假: [{ 姓名: '甲一', 假别: '事假', 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02') }] }, ['violation duty/served-while-away 值班表!B2']],
      ['leave on the second place', [row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })], { 请假: [{ 姓名: '乙二', 假别: '事假', 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04') }], 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }] }, ['violation duty/served-while-away 值班表!C2']],
      ['固定不排', [row('2026-03-02', '甲一')], { 人员: people(FIVE, { 甲一: { 固定不排: '周一' } }) }, ['violation duty/served-while-away 值班表!B2']],
      ['leave of whom somebody stands in for', [row('2026-03-02', '甲一')], { 请假: [{ 姓名: '甲一', 假别: '事假', 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02') }], 调换班: [swap('2026-03-02', '甲一', '乙二')] }, []],
      ['two duties too close', [row('2026-03-02', '甲一'), row('2026-03-03', '乙二'), row('2026-03-04', '甲一')], {}, ['violation duty/too-close 值班表!B4']],
      ['exactly the gap', [row('2026-03-02', '甲一'), row('2026-03-03', '乙二'), row('2026-03-04', '丙三'), row('2026-03-05', '甲一')], {}, []],
      ['参数 最小间隔', [row('2026-03-02', '甲一'), row('2026-03-03', '甲一')], { 参数: [{ 键: '最小间隔', 值: 1 }] }, []],
      ['the gap is measured from who served', [row('2026-03-02', '甲一'), row('2026-03-03', '乙二'), row('2026-03-04', '甲一')], { 调换班: [swap('2026-03-04', '甲一', '丙三')] }, []],
    ],
  ],
  [
    '值班-四(二)',
    [
      ['one on a holiday', [row('2026-04-04', '甲一', { 带班领导: '陆振邦' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }] }, ['warning duty/holiday-number 值班表!C2']],
      ['three on a holiday', [row('2026-04-04', '甲一', { 值班人员二: '乙二、丙三', 带班领导: '陆振邦' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }] }, ['warning duty/holiday-number 值班表!C2']],
      ['three that 参数 asks for', [row('2026-04-04', '甲一', { 值班人员二: '乙二、丙三', 带班领导: '陆振邦' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }], 参数: [{ 键: '假期值班人数', 值: 3 }] }, []],
      ['no liaison of the leader', [row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '丙三' }] }, ['warning duty/liaison-missing 值班表!B2']],
      ['a leader without any liaison', [row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })], {}, ['warning duty/liaison-missing 值班表!B2']],
      ['a swap that takes the liaison away', [row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }], 调换班: [swap('2026-04-04', '甲一', '丙三')] }, ['warning duty/liaison-missing 值班表!B2']],
    ],
  ],
  [
    '值班-七(二)',
    [
      ['approved at 09:00 sharp', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准时间: at('2026-03-02', 9) })] }, []],
      ['a minute later', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准时间: at('2026-03-02', 9, 1) })] }, ['violation swap/approved-late 调换班!F2']],
      ['a date alone is judged by the date', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准时间: day('2026-03-02') })] }, []],
      ['the day after', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准时间: day('2026-03-03') })] }, ['violation swap/approved-late 调换班!F2']],
      ['the deputy may approve', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准人: '于慧' })] }, []],
      ['another chief may not', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准人: '白露' })] }, ['violation swap/approver-without-right 调换班!E2']],
      ['where nothing says who may, anybody', [row('2026-03-02', '甲一')], { 分管: [], 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准人: '白露' })] }, []],
      ['nobody has approved', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准人: null })] }, ['warning swap/approver-blank 调换班!E2']],
      ['no time of approval', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准时间: null })] }, ['warning swap/approved-blank 调换班!F2']],
      ['a substitute who is no clerk', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '白露')] }, ['violation swap/substitute-not-free 调换班!D2']],
      ['a substitute who is away', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二')], 请假: [{ 姓名: '乙二', 假别: '事假', 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02') }] }, ['violation swap/substitute-not-free 调换班!D2']],
      ['an officer in charge who is away', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '秦朗', '于慧', { 岗位: '带班' })], 请假: [{ 姓名: '于慧', 假别: '事假', 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02') }] }, ['violation swap/substitute-not-free 调换班!D2']],
      ['each of the three steps', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 报告带班领导时间: null, 综合股报备时间: null, 信息股通报时间: null })] }, ['warning swap/step-missing 调换班!I2', 'warning swap/step-missing 调换班!J2', 'warning swap/step-missing 调换班!K2']],
      ['a withdrawn one is not checked', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '丁四', '白露', { 撤销: '是', 批准人: null })] }, []],
      ['a stray one', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '丁四', '乙二')] }, ['error swap/stray 调换班!C2']],
    ],
  ],
  [
    '值班-七(三)',
    [
      ['who took a duty without approval has none to hand over', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二', { 批准时间: at('2026-03-02', 10) }), swap('2026-03-02', '乙二', '丙三')] }, ['violation swap/approved-late 调换班!F2', 'violation swap/without-right 调换班!C3']],
      ['a chain approved throughout', [row('2026-03-02', '甲一')], { 调换班: [swap('2026-03-02', '甲一', '乙二'), swap('2026-03-02', '乙二', '丙三')] }, []],
    ],
  ],
])('%s', (clause, cases) => {
  test.each(cases)('%s', (_, rows, more, expected) => {
    expect(found(rows, more).sort()).toEqual([...expected].sort());
    const sheets = { 人员: people(FIVE), ...CHIEF, 值班表: rows, ...more };
    for (const issue of checkBook(sheets).filter(({ code }) => expected.some((line) => line.includes(`${code} `)))) {
      expect(issue.clause.startsWith('值班-')).toBe(true);
      expect(issue.remedy).not.toBe('');
    }
    expect(clause).toMatch(/^值班-/);
  });
});

test('a leader without a phone is told once', () => {
  const staff = people(FIVE).map((one) => (one['姓名'] === '秦朗' ? { ...one, 手机: null } : one));
  const issues = checkBook({ 人员: staff, 值班表: [row('2026-03-02', '甲一'), row('2026-03-03', '乙二')] });
  expect(issues.filter(({ code }) => code === 'duty/leader-phone-blank').map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(['人员!B4']);
});

test.each<[string, Sheets, string]>([
  ['an unknown name in 值班期初', { 值班期初: [{ 姓名: '某某' }] }, 'error person/unknown 值班期初!A2'],
  ['in 不排日', { 不排日: [{ 姓名: '某某', 开始日期: day('2027-01-01') }] }, 'error person/unknown 不排日!A2'],
  ['in 紧急带班', { 紧急带班: [{ 开始日期: day('2027-01-01'), 结束日期: day('2027-01-01'), 县级领导: '某某' }] }, 'error person/unknown 紧急带班!C2'],
  ['in 调换班 beyond 值班表', { 调换班: [swap('2027-01-01', '某某', '甲一')] }, 'error person/unknown 调换班!C2'],
])('%s is told although 值班表 is empty', (_, sheets, expected) => {
  expect(brief(checkBook({ 人员: people(FIVE), ...sheets }))).toContain(expected);
});

test('the message of a missing stretch names its days', () => {
  const issues = checkBook({ 人员: people(FIVE), 值班表: [row('2026-03-02', '甲一'), row('2026-03-05', '乙二'), row('2026-03-07', '丙三')] });
  expect(issues.filter(({ code }) => code === 'duty/days-missing').map(({ message }) => message)).toEqual(['值班表没有2026-03-03至2026-03-04的值班', '值班表没有2026-03-06的值班']);
  expect(issueOf(issues, 'duty/days-missing').clause).toBe('值班-一');
});
