import { NO_DAYS, sections } from '../../../src/systems/office/facts';
import { liaisonsLedger } from '../../../src/systems/office/ledgers';
import { requireSection } from '../../../src/systems/office/sections';
import { checked, brief, contextOf, issuesOf, on, type Rows } from '../../support/office-book';

const HEAD = ['股室', '别名', '负责人', '分管科级', '参评', '负责人起', '负责人止', '保障人数下限'];

function read(rows: Rows, people: Rows = []) {
  const context = contextOf({ 股室: rows.length === 0 ? [] : [HEAD, ...rows], 人员: people });
  return { context, book: context.fact(sections, NO_DAYS), issues: () => issuesOf(context) };
}

describe('names of a section (G15)', () => {
  const { book, issues } = read([['综合股', '综合科、办公室综合股'], ['秘书股', '文秘股'], ['督查室', null], ['应急股', null], ['文印室', null], ['行政股', null]]);
  test.each<[string, string | null]>([
    ['综合股', '综合股'],
    [' 综 合 股 ', '综合股'],
    ['综合股(4人)', '综合股'],
    ['综合科', '综合股'],
    ['办公室综合股', '综合股'],
    ['文秘股', '秘书股'],
    ['目督室', '督查室'],
    ['目标绩效督查室', '督查室'],
    ['区目督室', '督查室'],
    ['应急办', '应急股'],
    ['打印室', '文印室'],
    ['财务室', '行政股'],
    ['目督室/督查室', '督查室'],
    ['应急股、应急办', '应急股'],
    ['应急股、文印室', null],
    ['应急股、调研组', null],
    ['调研组', null],
    ['(', null],
  ])('%s is %s', (typed, expected) => expect(book.canonical(typed)).toBe(expected));

  test('nothing to say', () => expect(issues()).toEqual([]));
  test('by name', () => {
    expect(book.byName('综合股')).toMatchObject({ order: 0, aliases: ['综合科', '办公室综合股'], ranked: true, chief: null, sheet: '股室', cell: 'A2' });
    expect(book.byName('综合科')).toBeNull();
  });
  test('names near', () => expect(book.near('宗合股')[0]).toBe('综合股'));
});

test('an office with both 督查室 and 目督室 has two sections', () => {
  const { book } = read([['督查室'], ['目督室']]);
  expect([book.canonical('目督室'), book.canonical('督查室'), book.canonical('区目督室')]).toEqual(['目督室', '督查室', null]);
});

test.each<[string, Rows, readonly string[]]>([
  ['two sections of one alias', [['综合股', '综合科'], ['秘书股', '综合科']], ['error section/alias-twice 股室!B3']],
  ['an alias that is another section', [['综合股', '秘书股'], ['秘书股', null]], ['error section/alias-twice 股室!B2']],
  ['its own name', [['综合股', '综合股、综合科、综合科']], []],
])('%s', (_, rows, said) => expect(read(rows).issues()).toEqual(said));

test('an alias with a bracket open stands as typed', () => {
  const { book } = read([['综合股', '综合科(办公室']]);
  expect(book.canonical('综合科(办公室')).toBe('综合股');
});

describe('heads', () => {
  const { book } = read([
    ['综合股', null, '王建国', '秦朗', '是', null, '2026-06-30'],
    ['综合股', null, '李晓燕', '于慧', '否', '2026-07-01', null],
    ['秘书股', null, null, null, '否', null, null],
    ['研究室', null, '吴刚', null, null, '2026-03-01', null],
  ]);
  test.each<[string, string, string | undefined]>([
    ['综合股', '2026-06-30', '王建国'],
    ['综合股', '2026-07-01', '李晓燕'],
    ['秘书股', '2026-07-01', undefined],
    ['研究室', '2026-02-28', undefined],
    ['研究室', '2026-03-01', '吴刚'],
    ['信息股', '2026-03-01', undefined],
  ])('%s on %s: %s', (section, day, name) => expect(book.headOn(section, on(day))?.name).toBe(name));
  test('several rows are one section; the first 分管科级 counts, any 否 takes it out of the ranking', () => {
    expect(book.all.map(({ name, order, ranked, chief }) => [name, order, ranked, chief?.name])).toEqual([['综合股', 0, false, '秦朗'], ['秘书股', 1, false, undefined], ['研究室', 2, true, undefined]]);
  });
});

test('of rows that contradict each other only the first is used; what is not used stops nobody', () => {
  const rows: Rows = [['综合股', null, '王建国', '秦朗', '是', null, null, 2], ['综合股', null, '李晓燕', '于慧', '否', null, null, 3], ['秘书股', null, '吴刚', null, null, '2026-07-02', '2026-07-01']];
  const { context, book } = read(rows);
  expect(book.all.map(({ name }) => name)).toEqual(['综合股', '秘书股']);
  expect(issuesOf(context)).toEqual([]);
  expect(book.all[0]!.ranked).toBe(true);
  expect(issuesOf(context)).toEqual(['error section/rows-contradict 股室!E3']);
  expect(book.all[0]!.chief?.name).toBe('秦朗');
  expect(book.headOn('综合股', on('2026-01-01'))?.name).toBe('王建国');
  expect(book.headOn('秘书股', on('2026-07-01'))).toBeNull();
  expect(issuesOf(context)).toEqual(['error section/heads-overlap 股室!C3', 'error section/rows-contradict 股室!D3', 'error section/rows-contradict 股室!E3', 'error section/head-ends-before-it-begins 股室!G4']);
});

test.each(['股室', '科室', '部门', '所属股室', '单位'])('the column of names may be called %s', (title) => {
  const context = contextOf({ 股室: [[title, '别名', '负责人'], ['综合股', '综合科', null]] });
  expect(context.fact(sections, NO_DAYS).canonical('综合科')).toBe('综合股');
  expect(issuesOf(context)).toEqual([]);
});

test('a cell is judged when something uses it', () => {
  const { context, book } = read([['综合股', null, '主任', '王/李', '也许', '2026-13-01', null]]);
  expect(book.canonical('综合股')).toBe('综合股');
  expect(issuesOf(context)).toEqual([]);
  // whether it is ranked, nobody knows
  expect(book.all[0]!.ranked).toBe(false);
  expect(issuesOf(context)).toEqual(['error cell/yes-no-unreadable 股室!E2']);
  expect(book.all[0]!.chief).toBeNull();
  expect(issuesOf(context)).toContain('error cell/name-several 股室!D2');
  expect(book.headOn('综合股', on('2026-01-01'))).toBeNull();
  expect(issuesOf(context)).toHaveLength(4);
});

describe('without rows of 股室 the sections are those of the people', () => {
  const { book, issues } = read([], [['姓名', '股室', '层级'], ['王建国', '综合股', '股级'], ['李晓燕', '综合股(借)', null], ['程万里', '领导班子', '科级'], ['陆振邦', '县政府', '县级'], ['陈静', null, '一般']]);
  test('in their order, without the leaders', () => {
    expect(book.all).toEqual([{ order: 0, name: '综合股', aliases: [], sheet: '人员', cell: 'B2', chief: null, ranked: true }]);
    expect(book.headOn('综合股', on('2026-01-01'))).toBeNull();
    expect(issues()).toEqual([]);
  });
});

test('requireSection gives the name or says what is wrong at the cell', () => {
  const context = contextOf({ 股室: [HEAD, ['综合股', '综合科']], 领导联系: [['县级领导', '职务'], ['沈立群', '宗合股']] });
  const book = context.fact(sections, NO_DAYS);
  const table = context.read(liaisonsLedger, { fields: ['leader', 'position'] });
  expect(requireSection(context, book, table, 1, 'position', '综合科')).toBe('综合股');
  expect(requireSection(context, book, table, 1, 'position', '宗合股')).toBeNull();
  expect(requireSection(context, book, table, 1, 'position', '某某某某某某')).toBeNull();
  expect(context.issues.sorted().map(({ message, remedy }) => [message, remedy])).toEqual([
    ['“宗合股”不在股室表里', '是不是“综合股”?请改正,或在股室表的“别名”里写上'],
    ['“某某某某某某”不在股室表里', '请核对股室名称,或在股室表加上它'],
  ]);
});

describe('rules', () => {
  const PEOPLE: Rows = [['姓名', '股室', '层级', '是否文秘'], ['王建国', '综合股', '股级', '是'], ['李晓燕', '综合股', '一般', '是'], ['秦朗', null, '科级', '否']];
  test.each<[string, Rows, readonly string[]]>([
    ['heads and chiefs that are known', [['综合股', null, '王建国', '秦朗']], []],
    ['a head and a chief that are not', [['综合股', null, '王建', '秦郎']], ['error person/unknown 股室!C2', 'error person/unknown 股室!D2']],
    ['heads one after the other', [['综合股', null, '王建国', null, null, null, '2026-06-30'], ['综合股', null, '李晓燕', null, null, '2026-07-01', null]], []],
    ['heads of two sections', [['综合股', null, '王建国'], ['秘书股', null, '李晓燕']], []],
    ['heads at the same time', [['综合股', null, '王建国', null, null, null, '2026-07-01'], ['综合股', null, '李晓燕', null, null, '2026-07-01', null]], ['error section/heads-overlap 股室!C3']],
    ['one head twice at the same time', [['综合股', null, '王建国'], ['综合股', null, '王建国']], ['warning section/heads-overlap 股室!C3']],
    ['a row without a head overlaps nothing', [['综合股', null, '王建国'], ['综合股', null, null]], []],
    ['a head whose end is before his beginning', [['综合股', null, '王建国', null, null, '2026-07-02', '2026-07-01']], ['error section/head-ends-before-it-begins 股室!G2']],
    ['参评 both ways, without heads', [['综合股', null, '王建国', null, '是'], ['综合股', null, null, null, '否']], ['error section/rows-contradict 股室!E3']],
    ['参评 both ways, blank is 是', [['综合股', null, null, null, '否'], ['综合股', null, '王建国']], ['error section/rows-contradict 股室!E3']],
    ['two chiefs', [['综合股', null, '王建国', '秦朗'], ['综合股', null, null, '王建国']], ['error section/rows-contradict 股室!D3']],
    ['two minimums', [['综合股', null, null, null, null, null, null, 2], ['综合股', null, null, null, null, null, null, 3]], ['error section/rows-contradict 股室!H3']],
    ['the same twice', [['综合股', null, null, '秦朗', '否', null, null, 2], ['综合股(借)', null, null, '秦朗', '否', null, null, 2]], []],
    ['heads one after the other, 参评 not the same', [['综合股', null, '王建国', null, '否', null, '2026-06-30'], ['综合股', null, '李晓燕', null, null, '2026-07-01', null]], ['warning section/rows-differ 股室!E3']],
    ['heads one after the other, chiefs not the same', [['综合股', null, '王建国', '秦朗', null, null, '2026-06-30'], ['综合股', null, '李晓燕', '王建国', null, '2026-07-01', null]], ['warning section/rows-differ 股室!D3']],
    ['the third contradicts one of two', [['综合股', null, '王建国', null, '是', null, '2026-06-30'], ['综合股', null, '李晓燕', null, '是', '2026-07-01', null], ['综合股', null, null, null, '否', '2026-08-01', null]], ['error section/rows-contradict 股室!E4']],
    ['a term that cannot be read makes no history', [['综合股', null, '王建国', null, '是', '2026-13-01'], ['综合股', null, '李晓燕', null, '否', '2026-07-01', null]], ['error cell/date-impossible 股室!F2', 'error section/rows-contradict 股室!E3']],
    ['a head for one day', [['综合股', null, '王建国', null, null, '2026-07-01', '2026-07-01']], []],
  ])('%s', (_, rows, said) => expect(checked({ 股室: [HEAD, ...rows], 人员: PEOPLE }).map(brief)).toEqual(said));
});
