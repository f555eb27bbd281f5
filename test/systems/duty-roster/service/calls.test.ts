/** 值班-五(二)2: where the duty phone rings. */
import { checkBook, day, issueOf, people, type Cells, type Sheets } from '../harness';
import { AUTHORITY, duty, FIVE, found, slip, WEEK } from './book';

const staff = (more: Readonly<Record<string, Cells>> = {}): Sheets => ({ 人员: people(FIVE, { 甲一: { 手机: '13900000011' }, 乙二: { 手机: '13900000012' }, 戊五: { 手机: '13900000015' }, ...more }) });
const call = (date: string, slot: string, action: string, number: string | null = null, more: Cells = {}): Cells => ({ 日期: day(date), 时段: slot, 动作: action, 号码: number, 验证人: '丁四', 时间: null, ...more });
const noon = (number: string | null, more: Cells = {}): readonly Cells[] => [call('2026-03-03', '中午下班', '转接', number, more)];
const fourOf = (date: string, number: string): readonly Cells[] => [call(date, '上午上班', '取消'), call(date, '中午下班', '转接', number), call(date, '下午上班', '取消'), call(date, '下午下班', '转接', number)];

test.each<[string, readonly Cells[], Sheets, readonly string[]]>([
  ['the clerk’s mobile', noon('13900000012'), {}, []],
  ['written with blanks', noon('139 0000 0012'), {}, []],
  ['another number', noon('13900000011'), {}, ['violation calls/wrong-number 转接登记!D2']],
  ['no number', noon(null), {}, ['warning calls/number-blank 转接登记!D2']],
  ['a malformed number', noon('1390000001'), {}, ['violation calls/wrong-number 转接登记!D2', 'warning cell/phone-malformed 转接登记!D2']],
  ['after an approved swap the substitute’s', noon('13900000015'), { 调换班: [slip('2026-03-03', '乙二', '戊五')] }, []],
  ['after an approved swap no longer who was rostered', noon('13900000012'), { 调换班: [slip('2026-03-03', '乙二', '戊五')] }, ['violation calls/wrong-number 转接登记!D2']],
  ['a cancelled swap changes nothing', noon('13900000012'), { 调换班: [slip('2026-03-03', '乙二', '戊五', { 撤销: '是' })] }, []],
  ['the clerk has no mobile', noon('13900000012'), staff({ 乙二: { 手机: null } }), ['violation calls/clerk-phone 人员!I7']],
  ['the clerk’s mobile is malformed', noon('1390000012'), staff({ 乙二: { 手机: '1390000012' } }), ['violation calls/clerk-phone 人员!B7', 'warning cell/phone-malformed 人员!I7', 'warning cell/phone-malformed 转接登记!D2']],
  ['a day that 值班表 does not know', [call('2026-03-20', '中午下班', '转接', '13900000099')], {}, []],
  ['nobody has tried', noon('13900000012', { 验证人: null }), {}, ['warning calls/not-verified 转接登记!E2']],
  ['put through when work begins', [call('2026-03-03', '上午上班', '转接', '13900000012')], {}, ['violation calls/action 转接登记!C2']],
  ['taken back when work ends', [call('2026-03-03', '下午下班', '取消')], {}, ['violation calls/action 转接登记!C2']],
])('%s', (_, rows, more, expected) => {
  const said = found({ ...staff(), 转接登记: rows, ...more }).map((line) => line.replace(/calls\/clerk-phone 人员!\w+$/, 'calls/clerk-phone 人员!_').replace(/(phone-malformed 人员)!\w+$/, '$1!_'));
  expect(said).toEqual(expected.map((line) => line.replace(/人员!\w+$/, '人员!_')));
});

test('of two on duty either takes the calls', () => {
  const rows = [duty('2026-04-07', '甲一', { 值班人员二: '乙二' })];
  for (const number of ['13900000011', '13900000012']) expect(found({ ...staff(), 转接登记: [call('2026-04-07', '中午下班', '转接', number)] }, rows)).toEqual([]);
});

describe('four times a workday', () => {
  const missing = (rows: readonly Cells[]): readonly string[] => checkBook({ ...staff(), ...AUTHORITY, 值班表: WEEK, 转接登记: rows }).filter(({ code }) => code === 'calls/missing').map(({ message }) => message);

  test.each<[string, readonly Cells[], readonly string[]]>([
    ['nothing is kept', [], []],
    ['a whole day', fourOf('2026-03-02', '13900000011'), []],
    ['begun at noon, stopped the next morning', [...fourOf('2026-03-02', '13900000011').slice(1), ...fourOf('2026-03-03', '13900000012').slice(0, 1)], []],
    ['one left out', [...fourOf('2026-03-02', '13900000011'), ...fourOf('2026-03-03', '13900000012').filter((_, index) => index !== 1)], ['未见2026-03-03中午下班转接电话转接的登记']],
    ['a day left out', [...fourOf('2026-03-02', '13900000011'), ...fourOf('2026-03-04', '13900000001')], ['上午上班取消', '中午下班转接', '下午上班取消', '下午下班转接'].map((what) => `未见2026-03-03${what}电话转接的登记`)],
    ['a weekend needs none, a make-up Saturday does', [...fourOf('2026-02-12', '13900000011'), ...fourOf('2026-02-24', '13900000011')], ['上午上班取消', '下午上班取消', '下午下班转接', '中午下班转接'].map((what) => `未见2026-02-13至2026-02-14${what}电话转接的登记`)],
  ])('%s', (_, rows, expected) => {
    expect([...missing(rows)].sort()).toEqual([...expected].sort());
  });
});

test('what it says', () => {
  const issues = checkBook({ ...staff({ 丙三: { 手机: null } }), ...AUTHORITY, 值班表: WEEK, 转接登记: [...noon('13900000011'), call('2026-03-04', '下午下班', '转接', '13900000011')] });
  expect(issueOf(issues, 'calls/wrong-number')).toMatchObject({ message: '2026-03-03中午下班转接到13900000011,当日值班的是乙二13900000012', clause: '值班-五(二)2' });
  expect(issueOf(issues, 'calls/clerk-phone').message).toBe('值班人员丙三没有手机号,电话无从转接');
});
