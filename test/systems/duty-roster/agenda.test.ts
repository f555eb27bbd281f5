/** One person's duties as appointments and as a calendar file. */
import { minuteToISO } from '../../../src/kernel/date';
import { agenda, type Agenda } from '../../../src/operations/agenda';
import { appointmentsToIcs } from '../../../src/operations/ics';
import { brief, day, on, people, registry, snapshot, workbookOf, type Cells, type Sheets } from './harness';

const CLERKS = ['甲一', '乙二', '丙三', '丁四'];
const row = (date: string, one: string, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: null, ...more });
const OFFICE: Sheets = {
  人员: people(CLERKS, { 甲一: { 手机: '13900000011' }, 乙二: { 手机: null } }),
  参数: [{ 键: '值班电话', 值: '0999-1234567' }],
  值班表: [
    row('2026-03-31', '甲一', { 带班领导: '秦朗' }),
    row('2026-04-04', '乙二', { 值班人员二: '甲一', 带班领导: '陆振邦' }),
    row('2026-04-06', '丙三', { 带班领导: '秦朗' }),
    row('2026-04-07', '丁四'),
  ],
};
const of = (who: string, more: Sheets = {}, from = '2026-04-01', days = 30): Agenda => agenda(registry, snapshot(workbookOf({ ...OFFICE, ...more })), who, on(from), days);
const told = ({ appointments }: Agenda): readonly string[] => appointments.map(({ from, to, title, details }) => `${minuteToISO(from)}/${minuteToISO(to)} ${title} ${details}`);

test('from nine to nine of the next day, with whom, under whom, and the phone', () => {
  expect(told(of('甲一'))).toEqual(['2026-04-04T09:00/2026-04-05T09:00 值班 每天9:00当面交接;同班:乙二;带班:陆振邦 13900000002;值班电话:0999-1234567']);
  expect(told(of('丁四', { 参数: [] }))).toEqual(['2026-04-07T09:00/2026-04-08T09:00 值班 每天9:00当面交接']);
});

test('who leads sees whom he leads', () => {
  expect(told(of('秦朗'))).toEqual(['2026-04-06T09:00/2026-04-07T09:00 带班 每天9:00当面交接;值班:丙三 13900000001;值班电话:0999-1234567']);
  expect(of('秦朗').appointments[0]!.clause).toBe('值班-二');
});

test.each([
  ['the first day of the window counts', '2026-04-04', 1, 1],
  ['the day after it does not', '2026-04-03', 1, 0],
  ['a duty that began the evening before does not', '2026-04-01', 3, 0],
  ['the last day counts', '2026-03-31', 5, 2],
])('%s', (_name, from, days, count) => {
  expect(of('甲一', {}, from, days).appointments).toHaveLength(count);
});

test('an approved swap is in the calendar of whoever takes the duty', () => {
  const swaps = { 调换班: [{ 原日期: day('2026-04-07'), 原值班人: '丁四', 顶替人: '甲一', 批准人: '秦朗', 批准时间: day('2026-04-03') }] };
  expect(told(of('甲一', swaps))[1]).toBe('2026-04-07T09:00/2026-04-08T09:00 值班 每天9:00当面交接;值班电话:0999-1234567;顶丁四');
  expect(of('丁四', swaps).appointments).toEqual([]);
});

describe('who is meant', () => {
  const staff = (more: readonly Cells[]): Sheets => ({ 人员: [...people(CLERKS).map((cells, index) => ({ 编号: `0${index + 1}`, ...cells })), ...more], 值班表: [row('2026-04-07', '张伟(21)')] });
  const two = staff([{ 编号: '21', 姓名: '张伟', 层级: '一般', 是否文秘: '是' }, { 编号: '22', 姓名: '张伟', 层级: '一般', 是否文秘: '是' }]);

  test.each<[string, string | null, string]>([
    ['甲一', '甲一', ''],
    [' 甲 一 ', '甲一', ''],
    ['06', '甲一', ''],
    ['张伟', null, '有2个“张伟”,请写张伟(21)或张伟(22)'],
    ['张伟(21)', '张伟(21)', ''],
    ['22', '张伟(22)', ''],
    ['甲一、乙二', null, '“甲一、乙二”不是一个人的姓名,请写姓名或人员表的编号'],
    ['99', null, '“99”不是一个人的姓名,请写姓名或人员表的编号'],
    ['欧阳娜娜', null, '人员表里没有“欧阳娜娜”'],
  ])('%s', (who, name, remedy) => {
    const found = of(who, two);
    expect([found.name, found.remedy]).toEqual([name, remedy]);
    if (name === null) expect([found.appointments, found.table.rows]).toEqual([[], []]);
  });

  test('a slip of the pen is told with the nearest name', () => {
    expect(of('白霜', two).remedy).toMatch(/^人员表里没有“白霜”,是不是白露\?$/);
  });

  test('two of one name have their own duties', () => {
    expect(of('21', two).appointments).toHaveLength(1);
    expect(of('22', two).appointments).toEqual([]);
  });
});

test('errors of the roster are told', () => {
  expect(brief(of('甲一', { 值班表: [row('2026-04-07', '不识者')] }).issues)).toContain('error person/unknown 值班表!B2');
});

describe('the file', () => {
  const ics = (who: string): string => appointmentsToIcs(who, of(who).appointments, on('2026-04-01'));

  test('floating times: no zone, no Z but in the stamp', () => {
    const lines = ics('甲一').split('\r\n');
    expect(lines.filter((line) => /^DT(?:START|END)/.test(line))).toEqual(['DTSTART:20260404T090000', 'DTEND:20260405T090000']);
    expect(ics('甲一')).not.toContain('TZID');
    expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual(['SUMMARY:值班']);
    // no line is longer than 75 octets, and unfolded it says everything
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(ics('甲一').replaceAll('\r\n ', '')).toContain('DESCRIPTION:每天9:00当面交接\\;同班:乙二\\;带班:陆振邦 13900000002\\;值班电话:0999-1234567 条款:值班-一');
  });

  test('a duty keeps its number, whatever else changes; each has its own', () => {
    const numbers = (text: string): readonly string[] => text.match(/UID:.*/g) ?? [];
    const before = numbers(ics('甲一'));
    const all = of('甲一', {}, '2026-03-01', 90);
    const after = numbers(appointmentsToIcs('甲一', all.appointments, on('2026-05-01')));
    expect(after).toHaveLength(2);
    expect(new Set(after).size).toBe(2);
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(numbers(ics('乙二'))).not.toEqual(before);
  });
});
