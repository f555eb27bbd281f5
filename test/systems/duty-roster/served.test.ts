/** roster.md, Who served: 值班表 with 调换班 applied; 值班-七(三): who answers. */
import { RunContext } from '../../../src/operations/context';
import type { Person } from '../../../src/systems/office/facts';
import { liability, shifts } from '../../../src/systems/office/facts';
import { answerFor } from '../../../src/systems/duty-roster/reading/swap-validity';
import { applySwaps, type Swap } from '../../../src/systems/duty-roster/reading/swaps';
import { brief, day, fairnessOf, generate, issueOf, on, people, registry, snapshot, workbookOf, type Cells, type Json, type Run, type Sheets } from './harness';

const FIVE = ['甲一', '乙二', '丙三', '丁四', '戊五'];
const WEEK: Run = { from: '2026-03-02', to: '2026-03-08' };

const person = (name: string): Person => ({ order: '甲乙丙丁戊'.indexOf(name), name, label: name }) as unknown as Person;
const swap = (text: string, valid = true): Swap => ({ from: person(text[0]!), to: person(text[2]!), approver: valid ? person('戊') : null }) as unknown as Swap;

describe('a chain of swaps on one row', () => {
  test.each<[string, string, string, string, string]>([
    ['a row naming 原值班人 counts for 顶替人', '甲', '甲→乙', '乙(甲)', ''],
    ['a row already naming 顶替人 counts once', '乙', '甲→乙', '乙(甲)', ''],
    ['of two on a holiday only one is replaced', '丙甲', '甲→乙', '丙(丙)乙(甲)', ''],
    ['anything else is an error', '丙', '甲→乙', '丙(丙)', '甲→乙'],
    ['both named at once too', '甲乙', '甲→乙', '甲(甲)乙(乙)', '甲→乙'],
    ['an empty row too', '', '甲→乙', '', '甲→乙'],
    ['a chain', '甲', '甲→乙 乙→丙', '丙(甲)', ''],
    ['a chain written backwards', '甲', '乙→丙 甲→乙', '丙(甲)', ''],
    ['a chain whose middle stands in the row', '乙', '甲→乙 乙→丙', '丙(甲)', ''],
    ['a chain whose end stands in the row', '丙', '甲→乙 乙→丙', '丙(甲)', ''],
    ['there and back', '甲', '甲→乙 乙→甲', '甲(甲)', ''],
    ['there and back, the middle in the row', '乙', '甲→乙 乙→甲', '甲(甲)', ''],
  ])('%s', (_, row, swaps, expected, strays) => {
    const list = swaps.split(' ').map((text) => swap(text));
    const result = applySwaps([...row].map(person), list);
    expect(result.served.map(({ person: who, rostered }) => `${who.name}(${rostered.name})`).join('')).toBe(expected);
    expect(result.strays.map(({ from, to }) => `${from.name}→${to.name}`).join(' ')).toBe(strays);
  });
});

describe('who answers (值班-七(三))', () => {
  test.each<[string, string, string, string, string]>([
    ['nothing changed hands', '甲', '', '甲', ''],
    ['an approved swap: the substitute', '甲', '甲→乙', '乙', ''],
    ['an approved swap that the row shows already', '乙', '甲→乙', '乙', ''],
    ['not approved: who was rostered', '甲', '甲x乙', '甲', ''],
    ['not approved, though the row shows the substitute', '乙', '甲x乙', '甲', ''],
    ['甲→乙 approved, 乙→丙 not: 乙', '丙', '甲→乙 乙x丙', '乙', ''],
    ['甲→乙 not, 乙→丙 approved: 甲, for 乙 had none to hand over', '甲', '甲x乙 乙→丙', '甲', '乙→丙'],
    ['a chain approved throughout', '甲', '甲→乙 乙→丙', '丙', ''],
    ['a swap of somebody else does not matter', '甲', '丙→丁', '甲', ''],
  ])('%s', (_, row, swaps, expected, without) => {
    const list = swaps === '' ? [] : swaps.split(' ').map((text) => swap(text, text[1] === '→'));
    const answer = answerFor(person(row), list, (one) => one.approver !== null);
    expect(answer.person.name).toBe(expected);
    expect(answer.without.map(({ from, to }) => `${from.name}→${to.name}`).join(' ')).toBe(without);
  });
});

const APPROVED: Cells = { 单号: null, 类型: '顶替', 原日期: null, 原值班人: null, 顶替人: null, 对调日期: null, 批准人: '秦朗', 批准时间: day('2026-02-01'), 撤销: null, 岗位: null };
const swapRow = (date: string, from: string, to: string, more: Cells = {}): Cells => ({ ...APPROVED, 原日期: day(date), 原值班人: from, 顶替人: to, ...more });
const rosterRow = (date: string, one: string, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, ...more });

/** 合计 of somebody after one duty of 甲一 on Friday 27 February with the given swaps. */
function counted(swaps: readonly Cells[], row: Cells = rosterRow('2026-02-27', '甲一')): Readonly<Record<string, unknown>> {
  const ran = generate({ 人员: people(FIVE), 值班表: [row], 调换班: swaps }, WEEK);
  return Object.fromEntries(FIVE.map((name) => [name, fairnessOf(ran, name)['期初']]));
}

describe('which swaps count', () => {
  test.each<[string, readonly Cells[], string]>([
    ['an approved one', [swapRow('2026-02-27', '甲一', '乙二')], '乙二'],
    ['without 批准时间', [swapRow('2026-02-27', '甲一', '乙二', { 批准时间: null })], '乙二'],
    ['without 类型', [swapRow('2026-02-27', '甲一', '乙二', { 类型: null })], '乙二'],
    ['approved too late: a violation, but it counts', [swapRow('2026-02-27', '甲一', '乙二', { 批准时间: day('2026-03-01') })], '乙二'],
    ['批准人 blank', [swapRow('2026-02-27', '甲一', '乙二', { 批准人: null })], '甲一'],
    ['撤销=是', [swapRow('2026-02-27', '甲一', '乙二', { 撤销: '是' })], '甲一'],
    ['a chain', [swapRow('2026-02-27', '甲一', '乙二'), swapRow('2026-02-27', '乙二', '丙三')], '丙三'],
    ['岗位=带班 does not touch the clerks', [], '甲一'],
  ])('%s', (_, swaps, expected) => {
    expect(Object.entries(counted(swaps)).filter(([, count]) => count === 1).map(([name]) => name)).toEqual([expected]);
  });

  test('a 对调 moves both duties', () => {
    const rows = [rosterRow('2026-02-24', '甲一'), rosterRow('2026-02-27', '乙二')];
    const ran = generate({ 人员: people(FIVE), 值班表: rows, 调换班: [swapRow('2026-02-24', '甲一', '乙二', { 类型: '对调', 对调日期: day('2026-02-27') })] }, WEEK);
    expect([fairnessOf(ran, '甲一')['周五'], fairnessOf(ran, '乙二')['周二']]).toEqual([Number(fairnessOf(ran, '甲一')['周五']), Number(fairnessOf(ran, '乙二')['周二'])]);
    expect(ran.issues.some(({ severity }) => severity === 'error')).toBe(false);
    expect([fairnessOf(ran, '甲一')['期初'], fairnessOf(ran, '乙二')['期初']]).toEqual([1, 1]);
  });

  test.each<[string, readonly Cells[], string]>([
    ['a stray swap', [swapRow('2026-02-27', '丙三', '乙二')], 'error swap/stray 调换班!D2'],
    ['a day without a row', [swapRow('2026-02-28', '甲一', '乙二')], 'error swap/stray 调换班!D2'],
    ['对调 without 对调日期', [swapRow('2026-02-27', '甲一', '乙二', { 类型: '对调' })], 'error swap/other-date-blank 调换班!F2'],
    ['顶替 with 对调日期', [swapRow('2026-02-27', '甲一', '乙二', { 对调日期: day('2026-03-01') })], 'warning swap/other-date-unused 调换班!F2'],
    ['the same person twice', [swapRow('2026-02-27', '甲一', '甲一')], 'error swap/same-person 调换班!E2'],
    ['an unknown substitute', [swapRow('2026-02-27', '甲一', '某某')], 'error person/unknown 调换班!E2'],
    ['an unknown approver', [swapRow('2026-02-27', '甲一', '乙二', { 批准人: '某某' })], 'error person/unknown 调换班!G2'],
    ['a blank 类型', [swapRow('2026-02-27', '甲一', '乙二', { 类型: null })], 'warning swap/kind-blank 调换班!B2'],
    ['a blank 批准人', [swapRow('2026-02-27', '甲一', '乙二', { 批准人: null })], 'warning swap/approver-blank 调换班!G2'],
    ['a blank 批准时间', [swapRow('2026-02-27', '甲一', '乙二', { 批准时间: null })], 'warning swap/approved-blank 调换班!H2'],
  ])('%s is told at its cell', (_, swaps, expected) => {
    expect(brief(generate({ 人员: people(FIVE), 值班表: [rosterRow('2026-02-27', '甲一')], 调换班: swaps }, WEEK).issues)).toContain(expected);
  });

  test.each(['甲一', '乙二'])('within the period the row is fixed, whichever of both it names (%s)', (named) => {
    const heavy = { 值班期初: FIVE.map((name) => ({ 姓名: name, 截至日期: day('2026-03-01'), 周一: name === '甲一' || name === '乙二' ? 30 : 0 })) };
    const ran = generate({ 人员: people(FIVE), 值班表: [rosterRow('2026-03-04', named)], 调换班: [swapRow('2026-03-04', '甲一', '乙二')], ...heavy }, WEEK);
    expect(ran.roster.find((row) => row['日期'] === '2026-03-04')!['值班人员']).toBe(named);
    expect([fairnessOf(ran, '甲一')['本期'], fairnessOf(ran, '乙二')['本期']]).toEqual([0, 1]);
    const page = ran.computation.outcome.report.sheets.find(({ title }) => title === '值班安排表2026年3月')!;
    expect(page.content.rows.flat().some((cell) => cell?.value === '乙二顶甲一')).toBe(true);
  });

  test('the gap is measured from who serves', () => {
    const ran = generate({ 人员: people(FIVE), 值班表: [rosterRow('2026-03-01', '甲一')], 调换班: [swapRow('2026-03-01', '甲一', '乙二')] }, WEEK);
    expect(ran.roster.slice(0, 2).map((row) => row['值班人员'])).not.toContain('乙二');
  });

  test('a swap of the officer in charge counts for his turn', () => {
    const rows = ['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01'].map((date): Cells => ({ ...rosterRow(date, ''), 带班领导: '秦朗' }));
    const swaps = rows.map((row) => ({ ...swapRow('2026-02-24', '秦朗', '于慧', { 岗位: '带班' }), 原日期: row['日期']! }));
    const ran = generate({ 人员: people(FIVE), 值班表: rows, 调换班: swaps }, { from: '2026-03-02', to: '2026-03-15' });
    expect([...new Set(ran.roster.map((row) => row['带班领导']))].sort()).toEqual(['白露', '秦朗'].sort());
  });
});

describe('facts for other rooms', () => {
  const sheets: Sheets = {
    人员: people(FIVE),
    分管: [{ 事项: '值班', 科级: '秦朗' }],
    值班表: [
      rosterRow('2026-03-02', '甲一', { 值班人员二: null, 带班领导: '白露' }),
      rosterRow('2026-04-04', '丙三', { 值班人员二: '乙二', 带班领导: '陆振邦' }),
    ],
    调换班: [
      swapRow('2026-03-02', '甲一', '乙二', { 单号: '7', 批准时间: day('2026-03-02') }),
      swapRow('2026-04-04', '丙三', '丁四', { 批准时间: day('2026-04-05') }),
      swapRow('2026-03-02', '白露', '秦朗', { 岗位: '带班' }),
    ],
  };
  const context = (): RunContext => new RunContext(registry, snapshot(workbookOf(sheets)), { overrides: new Map(), acceptsErrors: true });
  const period = { from: on('2026-03-01'), to: on('2026-04-30') };

  test('shifts: who serves, whose place he took, and the cell', () => {
    expect(context().fact(shifts, period).map((one) => [one.role, one.person.label, one.instead?.label ?? null, one.cell])).toEqual([
      ['值班', '乙二', '甲一', 'B2'],
      ['带班', '秦朗', '白露', 'D2'],
      ['值班', '丁四', '丙三', 'B3'],
      ['值班', '乙二', null, 'C3'],
      ['带班', '陆振邦', null, 'D3'],
    ]);
  });

  test('liability: approved too late, the first one answers', () => {
    expect(context().fact(liability, period).map((one) => [one.role, one.person.label, one.rostered.label, one.basis])).toEqual([
      ['值班', '乙二', '甲一', '7'],
      ['带班', '秦朗', '白露', ''],
      ['值班', '丙三', '丙三', ''],
      ['值班', '乙二', '乙二', ''],
      ['带班', '陆振邦', '陆振邦', ''],
    ]);
  });
});

test('a stray swap leaves the numbers as they stand, under --accept-errors too', () => {
  const ran = generate({ 人员: people(FIVE), 值班表: [rosterRow('2026-02-27', '甲一')], 调换班: [swapRow('2026-02-27', '丙三', '乙二')] }, { ...WEEK, acceptErrors: true });
  expect(issueOf(ran.issues, 'swap/stray').message).toContain('既不是原值班人“丙三”,也不是顶替人“乙二”');
  expect((ran.fairness as readonly Json[]).map((row) => row['期初'])).toEqual([1, 0, 0, 0, 0]);
});
