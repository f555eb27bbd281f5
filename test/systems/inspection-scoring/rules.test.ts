/** The room's rules, one clause at a time. */
import { halfSet } from '../../../src/systems/inspection-scoring/absence';
import { coversHalves } from '../../../src/systems/inspection-scoring/rules/coverage';
import { handInDue } from '../../../src/systems/inspection-scoring/rules/hand-in';
import { evidenceSections, isOneOf } from '../../../src/systems/inspection-scoring/rules/signatures';
import { slotRange } from '../../../src/kernel/slots';
import { toISO } from '../../../src/kernel/date';
import type { Person } from '../../../src/systems/office/facts';
import { brief, checkBook, day, on, PEOPLE, row, runQuarter, SECTIONS, type Cells, type Others } from './harness';

const quarterIssues = (rows: Cells[], others: Others = {}) => brief(runQuarter({ rows }, { others }).issues);

describe('值班-七(三): who served answers for the duty', () => {
  const duties = [{ date: '2026-02-02', id: '04' }, { date: '2026-02-03', id: '06', rostered: '04', basis: 'D7' }, { date: '2026-02-05', id: '06', rostered: '04' }, { date: '2026-02-04', id: '02', role: '带班' as const }, { date: '2026-02-17', id: '04' }, { date: '2026-02-17', id: '06' }];
  test.each<[string, Cells, boolean]>([
    ['he who was on duty', row('李晓燕', '督查-三(三)i'), false],
    ['somebody who was not', row('刘洋', '督查-三(三)i'), true],
    ['j: somebody who was not', row('刘洋', '督查-三(三)j'), true],
    ['k: somebody who was not', row('刘洋', '督查-三(三)k'), true],
    ['another item', row('刘洋', '督查-三(三)h'), false],
    ['he who was replaced', row('李晓燕', '督查-三(三)i', { 发生日期: day('2026-02-03') }), true],
    ['the substitute', row('刘洋', '督查-三(三)i', { 发生日期: day('2026-02-03') }), false],
    ['a day with a leader alone', row('刘洋', '督查-三(三)k', { 发生日期: day('2026-02-04') }), true],
    ['a day without anybody', row('刘洋', '督查-三(三)i', { 发生日期: day('2026-02-06') }), false],
    ['a section', row(null, '督查-三(三)i', { 股室: '综合股' }), false],
    ['one of two on duty', row('刘洋', '督查-三(三)i', { 发生日期: day('2026-02-17') }), false],
    ['neither of two', row('黄磊', '督查-三(三)i', { 发生日期: day('2026-02-17') }), true],
  ])('%s', (_, cells, warned) => {
    expect(quarterIssues([cells], { duties })).toEqual(warned ? ['warning scoring/duty-answered-by-another 督查事项!D2'] : []);
  });

  test('the warning names who answers, and the row keeps its full score', () => {
    const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)i', { 发生日期: day('2026-02-03') }), row('黄磊', '督查-三(三)i'), row('黄磊', '督查-三(三)k', { 发生日期: day('2026-02-04') }), row('李晓燕', '督查-三(三)k', { 发生日期: day('2026-02-05') })] }, { others: { duties } });
    expect(ran.issues.filter(({ code }) => code === 'scoring/duty-answered-by-another').map(({ message }) => message)).toEqual([
      '“值班无故离岗”记在“李晓燕”名下,2026-02-03的班已经有效调换(单号D7),由“刘洋”负责;现仍按所写姓名计分',
      '“值班无故离岗”记在“黄磊”名下,2026-02-02的班由“李晓燕”负责;现仍按所写姓名计分',
      '“无故关机或无法联系”记在“黄磊”名下,2026-02-04的班由“程万里”负责;现仍按所写姓名计分',
      '“无故关机或无法联系”记在“李晓燕”名下,2026-02-05的班已经有效调换,由“刘洋”负责;现仍按所写姓名计分',
    ]);
    expect(ran.tables['明细']!.map((one) => one['分值']).sort()).toEqual([-1, -1, -3, -3]);
  });
});

describe('请假-六: absence that a leave or a trip covers', () => {
  const away = [{ id: '04', from: '2026-02-02', half: 'pm' as const, to: '2026-02-03', toHalf: 'am' as const }, { id: '06', from: '2026-02-02', to: '2026-02-02', source: 'overstay' as const }];
  test.each<[string, Cells, boolean]>([
    ['the afternoon of leave', row('李晓燕', '督查-三(三)f', { 时段: '下午' }), true],
    ['the morning before', row('李晓燕', '督查-三(三)f', { 时段: '上午' }), false],
    ['no half named', row('李晓燕', '督查-三(三)f'), true],
    ['the whole day', row('李晓燕', '督查-三(三)g'), true],
    ['the next morning', row('李晓燕', '督查-三(三)f', { 时段: '上午', 发生日期: day('2026-02-03') }), true],
    ['the next afternoon', row('李晓燕', '督查-三(三)f', { 时段: '下午', 发生日期: day('2026-02-03') }), false],
    ['a common occasion', row('李晓燕', '督查-三(三)l'), true],
    ['being late', row('李晓燕', '督查-三(三)e'), false],
    ['a leave overstayed is none', row('刘洋', '督查-三(三)g'), false],
    ['somebody else', row('黄磊', '督查-三(三)g'), false],
    ['a section', row(null, '督查-三(三)g', { 股室: '综合股' }), false],
  ])('%s', (_, cells, warned) => {
    const ran = runQuarter({ rows: [cells] }, { others: { away } });
    expect(brief(ran.issues)).toEqual(warned ? ['warning scoring/absence-covered 督查事项!B2'] : []);
  });

  test.each<[string, 'am' | 'pm' | 'day' | null, boolean]>([['am', 'am', true], ['pm', 'pm', false], ['day', 'day', true], ['null', null, true]])('the morning covers %s: %p %p', (_, slot, covered) => {
    expect(coversHalves(slotRange(on('2026-02-02'), 'am', on('2026-02-02'), 'am'), on('2026-02-02'), halfSet(slot))).toBe(covered);
  });
});

describe('督查-二: what looks like one fact scored twice', () => {
  test.each<[string, Cells[], string[]]>([
    ['a slip and a public criticism of it', [row('李晓燕', '督查-三(三)a'), row('李晓燕', '督查-三(三)c')], ['warning scoring/double-counting 督查事项!F3']],
    ['the criticism first', [row('李晓燕', '督查-三(三)d'), row('李晓燕', '督查-三(一)b')], ['warning scoring/double-counting 督查事项!F3']],
    ['a task not done in time and a criticism', [row('李晓燕', '督查-三(五)'), row('李晓燕', '督查-三(三)c')], ['warning scoring/double-counting 督查事项!F3']],
    ['absent and late', [row('李晓燕', '督查-三(三)f', { 时段: '上午' }), row('李晓燕', '督查-三(三)e')], ['warning scoring/double-counting 督查事项!F3']],
    ['left the post and out of reach', [row('李晓燕', '督查-三(三)i'), row('李晓燕', '督查-三(三)k')], ['warning scoring/double-counting 督查事项!F3']],
    ['two things that have nothing to do with each other', [row('李晓燕', '督查-三(一)a'), row('李晓燕', '督查-三(三)h')], []],
    ['on different days', [row('李晓燕', '督查-三(三)a'), row('李晓燕', '督查-三(三)c', { 发生日期: day('2026-02-03') })], []],
    ['different people', [row('李晓燕', '督查-三(三)a'), row('王建国', '督查-三(三)c')], []],
    ['the same row twice', [row('李晓燕', '督查-三(一)a', { 依据说明: '文号错' }), row('李晓燕', '督查-三(一)a', { 依据说明: '文号错' })], ['warning scoring/same-row-twice 督查事项!F3']],
    ['two slips of one kind with grounds of their own', [row('李晓燕', '督查-三(一)a', { 依据说明: '文号错' }), row('李晓燕', '督查-三(一)a', { 依据说明: '漏盖章' })], []],
    ['two slips of one kind at different times', [row('李晓燕', '督查-三(一)a', { 时段: '上午' }), row('李晓燕', '督查-三(一)a', { 时段: '下午' })], []],
    ['late and early', [row('李晓燕', '督查-三(三)e'), row('李晓燕', '督查-三(三)e')], []],
    ['three rows, the first and the last alike', [row('李晓燕', '督查-三(三)a'), row('李晓燕', '督查-三(三)h'), row('李晓燕', '督查-三(三)c')], ['warning scoring/double-counting 督查事项!F4']],
    ['a section and its person', [row(null, '督查-三(三)a', { 股室: '综合股' }), row('李晓燕', '督查-三(三)a')], ['warning scoring/person-and-section 督查事项!F2']],
    ['a section and the person of another', [row(null, '督查-三(三)a', { 股室: '综合股' }), row('刘洋', '督查-三(三)a')], []],
    ['a section twice, its person once', [row(null, '督查-三(三)a', { 股室: '综合股', 依据说明: '1' }), row(null, '督查-三(三)h', { 股室: '综合股' }), row('李晓燕', '督查-三(三)h'), row('程万里', '督查-三(三)h')], ['warning scoring/person-and-section 督查事项!F3', 'warning scoring/not-a-subject 督查事项!D5']],
  ])('%s', (_, rows, issues) => {
    expect(quarterIssues(rows)).toEqual(issues);
  });

  test("an office's own item is no bit of the table", () => {
    const more = { 分值表: Array.from({ length: 14 }, (_, index): Cells => ({ 事项编码: `自定-${index}`, 事项: null, 分值: -1 })) };
    expect(brief(runQuarter({ rows: [row('李晓燕', '自定-13'), row('李晓燕', '督查-三(三)c')], more }).issues)).toEqual([]);
  });

  test('a heap of rows on one day is looked at eight deep', () => {
    const rows = [row('李晓燕', '督查-三(三)a'), ...Array.from({ length: 9 }, (_, index) => row('李晓燕', '督查-三(三)h', { 依据说明: String(index) })), row('李晓燕', '督查-三(三)c')];
    expect(quarterIssues(rows)).toEqual([]);
    expect(quarterIssues(rows.slice(2))).toEqual([]);
    expect(quarterIssues([rows[0]!, ...rows.slice(3)])).toEqual(['warning scoring/double-counting 督查事项!F10']);
  });
});

test('a quarter says this of its own rows that count', () => {
  const twice = (more: Cells) => [row('李晓燕', '督查-三(三)a', more), row('李晓燕', '督查-三(三)c', more)];
  expect(quarterIssues(twice({ 状态: '登记' }))).toEqual([]);
  expect(brief(runQuarter({ rows: twice({}) }, { quarter: 2 }).issues)).toEqual([]);
  expect(brief(checkBook({ rows: twice({ 状态: '登记' }) })).filter((issue) => issue.includes('double'))).toEqual(['warning scoring/double-counting 督查事项!F3']);
});

const STEPS = ['登记日期', '审签人', '审签日期', '交综合股日期', '初审人', '初审日期', '议定日期'] as const;

/** A decided row with every record of its way. */
function full(more: Cells = {}): Cells {
  return row('李晓燕', '督查-三(三)e', {
    登记日期: day('2026-02-03'), 依据股室: '综合股', 审签人: '程万里', 审签日期: day('2026-03-20'), 交综合股日期: day('2026-03-25'), 初审人: '程万里', 初审日期: day('2026-04-01'), 议定日期: day('2026-04-03'), ...more,
  });
}
const sections = SECTIONS.map((section) => ({ ...section, 分管科级: '程万里' }));
const authority = [{ 事项: '内务督查', 科级: '程万里', 代理: null, 起: null, 止: null }];
const checked = (...rows: Cells[]) => {
  const book = { rows, sections, more: { 分管: authority } };
  return brief(checkBook(book)).filter((issue) => issue.includes('督查事项'));
};

describe('督查-二, 督查-三(七): the way of a row', () => {
  test.each<[string, Cells, string[]]>([
    ['in order', {}, []],
    ['everything on one day', Object.fromEntries(STEPS.map((title) => [title, title.endsWith('人') ? '程万里' : day('2026-02-02')])), []],
    ['signed before it happened', { 审签日期: day('2026-02-01') }, ['violation scoring/steps-reversed 督查事项!R2']],
    ['handed in before it was signed', { 交综合股日期: day('2026-03-19') }, ['warning scoring/steps-reversed 督查事项!S2']],
    ['reviewed before it was handed in', { 初审日期: day('2026-03-24') }, ['violation scoring/steps-reversed 督查事项!U2']],
    ['decided before it was reviewed', { 议定日期: day('2026-03-31') }, ['violation scoring/steps-reversed 督查事项!V2']],
    ['posted before it was decided', { 状态: '公示', 公示日期: day('2026-04-02') }, ['violation scoring/steps-reversed 督查事项!N2']],
    ['a step without date is passed over', { 交综合股日期: null, 审签日期: day('2026-04-02') }, ['violation scoring/steps-reversed 督查事项!U2', 'warning scoring/record-missing 督查事项!S2']],
    ['typed in before it happened', { 登记日期: day('2026-02-01') }, ['warning scoring/registered-before 督查事项!P2']],
    ['decided without review', { 初审人: null, 初审日期: null }, ['warning scoring/record-missing 督查事项!T2']],
    ['posted without date', { 状态: '公示' }, ['warning scoring/record-missing 督查事项!N2']],
    ['signed, and not further', { 状态: '审签', 交综合股日期: null, 初审人: null, 初审日期: null, 议定日期: null }, []],
    ['registered, with nothing', { 状态: '登记', 审签人: null, 审签日期: null, 交综合股日期: null, 初审人: null, 初审日期: null, 议定日期: null }, []],
    ['decided by its date, registered by its state', { 状态: '登记' }, ['warning scoring/state-behind 督查事项!K2']],
    ['posted by its date, decided by its state', { 公示日期: day('2026-04-08') }, ['warning scoring/state-behind 督查事项!K2']],
  ])('%s', (_, more, issues) => {
    expect(checked(full(more))).toEqual(issues);
  });

  test('columns that the sheet lacks are not asked for', () => {
    expect(brief(checkBook({ rows: [row('李晓燕', '督查-三(三)e', { 状态: '议定' })] })).filter((issue) => issue.includes('record'))).toEqual([]);
  });

  test('what state-behind says', () => {
    const messages = (more: Cells) => checkBook({ rows: [full(more)], sections, more: { 分管: authority } }).filter(({ code }) => code === 'scoring/state-behind').map(({ message }) => message);
    expect(messages({ 状态: '初审' })).toEqual(['已填议定日期,状态仍是“初审”,未计入得分']);
    expect(messages({ 公示日期: day('2026-04-08') })).toEqual(['已填公示日期,状态仍是“议定”']);
  });
});

describe('督查-三(七): handed in by the 28th', () => {
  test.each<[number, number, string]>([[2026, 1, '2026-03-28'], [2026, 2, '2026-06-28'], [2026, 3, '2026-09-28'], [2026, 4, '2026-12-28']])('%p quarter %p is due on %s', (year, quarter, due) => {
    expect(toISO(handInDue(year, quarter))).toBe(due);
  });

  // 28 March 2026 is a Saturday: put off to Monday the 30th (G5)
  test.each<[string, Cells, Readonly<Record<string, string>>, string[]]>([
    ['on the 27th', { 交综合股日期: day('2026-03-27') }, {}, []],
    ['on the Monday after', { 交综合股日期: day('2026-03-30') }, {}, []],
    ['on the Tuesday after', { 交综合股日期: day('2026-03-31') }, {}, ['warning scoring/handed-in-late 督查事项!S2']],
    ['on the Monday, not put off', { 交综合股日期: day('2026-03-30') }, { 截止日顺延: '否' }, ['warning scoring/handed-in-late 督查事项!S2']],
    ['on the 28th, not put off', { 交综合股日期: day('2026-03-28') }, { 截止日顺延: '否' }, []],
    ['on the 28th, the day not included', { 交综合股日期: day('2026-03-28') }, { 截止日顺延: '否', 截止日含当天: '否' }, ['warning scoring/handed-in-late 督查事项!S2']],
    ['on the 27th, the day not included', { 交综合股日期: day('2026-03-27') }, { 截止日含当天: '否' }, []],
    ['what happened on the 29th is a supplement', { 发生日期: day('2026-03-29'), 登记日期: day('2026-03-30'), 审签日期: day('2026-03-31'), 交综合股日期: day('2026-04-01') }, {}, ['info scoring/supplement 督查事项!B2']],
    ['what is typed in after the 30th is one', { 登记日期: day('2026-03-31'), 交综合股日期: null, 审签日期: null, 审签人: null, 初审人: null, 初审日期: null, 议定日期: null, 状态: '登记' }, {}, ['info scoring/supplement 督查事项!P2']],
    ['typed in on the 30th', { 登记日期: day('2026-03-30') }, {}, []],
    ['no day of registration', { 登记日期: null }, {}, []],
  ])('%s', (_, more, settings, issues) => {
    const book = { rows: [full(more)], sections, more: { 分管: authority, 参数: Object.entries(settings).map(([key, value]): Cells => ({ 键: key, 值: value })) } };
    expect(brief(checkBook(book)).filter((issue) => issue.includes('督查事项'))).toEqual(issues);
  });
});

describe('督查-二, 督查-三(七): who signs and reviews', () => {
  test.each<[string, Cells, string[]]>([
    ['the chief of the section', {}, []],
    ['somebody else signs', { 审签人: '王建国' }, ['warning scoring/signer-not-in-charge 督查事项!Q2']],
    ['one of two sections', { 依据股室: '综合股、秘书股' }, []],
    ['an unknown section', { 依据股室: '综合股、没有的股', 审签人: '王建国' }, ['warning scoring/evidence-unknown 督查事项!I2']],
    ['no section', { 依据股室: null, 审签人: '王建国' }, []],
    ['no day', { 审签日期: null, 审签人: '王建国' }, ['warning scoring/record-missing 督查事项!R2']],
    ['somebody else reviews', { 初审人: '王建国' }, ['violation scoring/reviewer-not-in-charge 督查事项!T2']],
  ])('%s', (_, more, issues) => {
    expect(checked(full(more))).toEqual(issues);
  });

  test('where nobody is known to decide, nobody is wrong', () => {
    expect(brief(checkBook({ rows: [full({ 审签人: '王建国', 初审人: '王建国' })] })).filter((issue) => issue.includes('in-charge'))).toEqual([]);
  });

  const chief = (name: string, id: string | null) => ({ name, id }) as Person;
  test.each<[string, { name: string; id: string | null }[], Person[], boolean]>([
    ['nobody known', [{ name: '甲', id: null }], [], true],
    ['by name', [{ name: '甲', id: null }], [chief('甲', '07')], true],
    ['by name and number', [{ name: '甲', id: '07' }], [chief('甲', '07')], true],
    ['by another number', [{ name: '甲', id: '08' }], [chief('甲', '07')], false],
    ['where the office has no numbers', [{ name: '甲', id: '08' }], [chief('甲', null)], true],
    ['somebody else', [{ name: '乙', id: null }], [chief('甲', null)], false],
  ])('one of those who decide: %s', (_, named, deciders, expected) => {
    expect(isOneOf(named, deciders)).toBe(expected);
  });

  test('the sections of a cell', () => {
    expect(evidenceSections('秘书股、研究室')).toEqual(['秘书股', '研究室']);
    expect(evidenceSections('秘书股 和研究室;综合股/')).toEqual(['秘书股', '研究室', '综合股']);
  });
});

test('check on an empty workbook finds nothing of this room', () => {
  expect(brief(checkBook({ rows: [], people: PEOPLE }))).toEqual([]);
});
