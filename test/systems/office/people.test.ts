import { fromISO } from '../../../src/kernel/date';
import type { PersonHints } from '../../../src/systems/office/facts';
import { NO_DAYS, people } from '../../../src/systems/office/facts';
import { resolvePerson } from '../../../src/systems/office/people';
import { liaisonsLedger } from '../../../src/systems/office/ledgers';
import { checked, contextOf, issuesOf, on, type Rows } from '../../support/office-book';

const HEAD = ['编号', '姓名', '股室', '职务', '层级', '是否文秘', '到办日期', '离办日期'];
const SECTIONS: Rows = [['股室', '别名'], ['综合股', null], ['秘书股', '文秘股'], ['应急股', null]];

function directory(rows: Rows, posts: Rows = [], head: readonly string[] = HEAD, sections = SECTIONS) {
  const context = contextOf({ 人员: [head, ...rows], 股室: sections, 任职变动: posts.length === 0 ? [] : [['姓名', '生效日期', '原股室', '新股室', '类型', '人员编号'], ...posts] });
  const everyone = context.fact(people, NO_DAYS);
  const resolve = (name: string, hints: PersonHints & { own?: string } = {}) => {
    const found = everyone.resolve({ name, id: hints.own ?? null }, hints);
    return found.kind === 'found' ? found.person.cell : found.kind;
  };
  return { context, everyone, resolve, issues: () => issuesOf(context) };
}

const KING = ['01', '王建国', '综合股', '股长', '股级', '是', null, null];
const LI = ['02', '李晓燕', '综合股', '科员', '一般', '是', null, null];

describe('rows of 人员', () => {
  test('a clean row says nothing', () => {
    const { everyone, issues } = directory([KING, LI]);
    expect(everyone.all.map(({ order, id, name, label, printName, level, position, section, isClerk, canServe, canLead, neverOn, phone, startedWork, joined, left, sheet, cell }) => ({ order, id, name, label, printName, level, position, section, isClerk, canServe, canLead, neverOn, phone, startedWork, joined, left, sheet, cell }))[0]).toEqual({
      order: 0, id: '01', name: '王建国', label: '王建国', printName: '王建国', level: '股级', position: '股长', section: '综合股', isClerk: true, canServe: true, canLead: true, neverOn: [], phone: null, startedWork: null, joined: null, left: null, sheet: '人员', cell: 'B2',
    });
    expect(issues()).toEqual([]);
  });

  test('without 人员 there is nobody, and an error', () => {
    const context = contextOf({});
    expect(context.fact(people, NO_DAYS).all).toEqual([]);
    expect(issuesOf(context)).toEqual(['error sheet/missing 人员!']);
  });

  test.each<[string, Record<string, Rows>, readonly string[]]>([
    ['no 人员', {}, ['error sheet/missing 人员!']],
    ['人员 without header', { 人员: [['今天天气好']] }, ['error sheet/no-header 人员!']],
    ['人员 without rows', { 人员: [HEAD] }, ['error person/nobody 人员!']],
    ['人员 with one name that cannot be read', { 人员: [HEAD, [null, '张三/李四']] }, ['error cell/name-several 人员!B2']],
  ])('%s: that is said, not that nobody is known', (_, sheets, said) => {
    const context = contextOf({ ...sheets, 任职变动: [['姓名', '生效日期'], ['王建国', '2026-02-10']] });
    const everyone = context.fact(people, NO_DAYS);
    expect(everyone.resolve({ name: '王建国', id: null })).toEqual({ kind: 'unknown', near: [], reported: true });
    expect(issuesOf(context)).toEqual(said);
  });

  test('somebody is there whose row cannot be used: other names are unknown', () => {
    const { everyone, issues } = directory([['01', '王建国', null, null, '股长']]);
    expect(everyone.resolve({ name: '李晓燕', id: null })).toEqual({ kind: 'unknown', near: [] });
    expect(issues()).toEqual(['error cell/choice-unknown 人员!E2']);
  });

  test('a workbook with nothing in it is checked without a word about people', () => {
    expect(checked({ 人员: [HEAD], 股室: [SECTIONS[0]!] })).toEqual([]);
  });

  test('nothing but names: everyone is a clerk of level 一般, with two warnings', () => {
    const { everyone, issues } = directory([['王建国'], ['李晓燕']], [], ['姓名'], []);
    expect(everyone.all.map(({ name, level, isClerk, canServe, section }) => ({ name, level, isClerk, canServe, section }))).toEqual([
      { name: '王建国', level: '一般', isClerk: true, canServe: true, section: null },
      { name: '李晓燕', level: '一般', isClerk: true, canServe: true, section: null },
    ]);
    expect(issues()).toEqual(['warning person/clerk-blank 人员!', 'warning person/level-blank 人员!']);
  });

  test('是否文秘 wholly blank: 股级 and 一般 are taken, with a warning at the header', () => {
    const { everyone, issues } = directory([['01', '王建国', null, null, '股级', null], ['02', '程万里', null, null, '科级', null], ['03', '邓强', null, null, '驾驶员', null]]);
    expect(everyone.all.map(({ isClerk }) => isClerk)).toEqual([true, false, false]);
    expect(issues()).toEqual(['warning person/clerk-blank 人员!F1']);
  });

  test('是否文秘 partly blank: an info names those left out', () => {
    const { context, everyone } = directory([KING, ['02', '李晓燕', null, null, '一般', null], ['03', '陈静', null, null, '股级', null], ['04', '程万里', null, null, '科级', null]]);
    expect(everyone.all.map(({ isClerk }) => isClerk)).toEqual([true, false, false, false]);
    expect(context.issues.sorted()).toMatchObject([{ severity: 'info', code: 'person/clerk-left-out', cell: 'F3', message: '“是否文秘”空白的2人没有列为文秘:李晓燕、陈静' }]);
  });

  test('否 for all is an answer; nobody is left out', () => {
    const { everyone, issues } = directory([['01', '王建国', null, null, '股级', '否']]);
    expect(everyone.all[0]!.isClerk).toBe(false);
    expect(issues()).toEqual([]);
  });

  test('a blank 层级 is 一般, each with its warning', () => {
    const { everyone, issues } = directory([KING, ['02', '李晓燕', null, null, null, '是']]);
    expect(everyone.all[1]!.level).toBe('一般');
    expect(issues()).toEqual(['warning person/level-blank 人员!E3']);
  });

  test('层级 wholly blank: one warning at the header', () => {
    const { everyone, issues } = directory([['01', '王建国', null, null, null, '是'], ['02', '李晓燕', null, null, null, '否']]);
    expect(everyone.all.map(({ level, position }) => [level, position])).toEqual([['一般', ''], ['一般', '']]);
    expect(issues()).toEqual(['warning person/level-blank 人员!E1']);
  });

  test('离办 must be later than 到办', () => {
    expect(directory([['01', '王建国', null, null, '股级', '是', '2026-03-02', '2026-03-02']]).issues()).toEqual(['error person/left-before-joined 人员!H2']);
    expect(directory([['01', '王建国', null, null, '股级', '是', '2026-03-02', '2026-03-03']]).issues()).toEqual([]);
  });
});

test('somebody listed by a title is that person wherever he is written so, with a warning', () => {
  const { everyone, resolve, issues } = directory([KING, ['09', '陆县长', null, '县长', '县级', '否', null, null]]);
  expect(everyone.all.map(({ name }) => name)).toEqual(['王建国', '陆县长']);
  expect(resolve('陆县长')).toBe('B3');
  expect(resolve('陆主任')).toBe('unknown');
  expect(issues()).toEqual(['warning person/title 人员!B3']);
});

describe('a cell is judged when something uses it', () => {
  const head = ['编号', '姓名', '层级', '是否文秘', '可排值班', '固定不排', '手机', '参加工作日期', '可带班', '到办日期'];
  const row = ['01', '王建国', '股级', '也许', '是', '周八', '12345', '2026-02-30', '不清楚', null];
  test('nobody asks: nothing is said', () => {
    const { context, everyone } = directory([row, ['02', '李晓燕', '一般', '是']], [], head);
    expect(everyone.all.map(({ name }) => name)).toEqual(['王建国', '李晓燕']);
    expect(issuesOf(context)).toEqual([]);
  });
  test.each<[string, (person: (ReturnType<typeof directory>)['everyone']['all'][number]) => unknown, unknown, readonly string[]]>([
    ['isClerk', (person) => person.isClerk, false, ['error cell/yes-no-unreadable 人员!D2', 'error cell/weekdays-unreadable 人员!F2']],
    ['canServe', (person) => person.canServe, false, ['error cell/yes-no-unreadable 人员!D2', 'error cell/weekdays-unreadable 人员!F2']],
    ['neverOn', (person) => person.neverOn, [], ['error cell/yes-no-unreadable 人员!D2', 'error cell/weekdays-unreadable 人员!F2']],
    ['canLead', (person) => person.canLead, false, ['error cell/yes-no-unreadable 人员!I2']],
    ['phone', (person) => person.phone, '12345', ['warning cell/phone-malformed 人员!G2']],
  ])('%s', (_, ask, value, said) => {
    const { context, everyone } = directory([row, ['02', '李晓燕', '一般', '是']], [], head);
    expect(ask(everyone.all[0]!)).toEqual(value);
    expect(ask(everyone.all[0]!)).toEqual(value);
    expect(issuesOf(context)).toEqual(said);
  });
  test('参加工作日期', () => {
    const { context, everyone } = directory([row, ['02', '李晓燕', '一般', '是', null, null, null, '2010-07-01']], [], head);
    expect(everyone.all.map(({ startedWork }) => startedWork)).toEqual([null, fromISO('2010-07-01')]);
    expect(issuesOf(context)).toHaveLength(1);
  });
  test('a level that cannot be read leaves somebody out; whoever names him is not blamed', () => {
    const { context, everyone, resolve } = directory([['01', '王建国', '股长'], ['02', '李晓燕', '一般']], [], head);
    expect(everyone.all.map(({ name, order }) => [name, order])).toEqual([['李晓燕', 0]]);
    expect(resolve('王建国')).toBe('unknown');
    const table = context.read(liaisonsLedger, { fields: ['leader'] });
    expect(resolvePerson(context, everyone, table, 1, 'leader', { name: '王建国', id: null })).toBeNull();
    expect(issuesOf(context)).toEqual(['error cell/choice-unknown 人员!C2']);
  });
  test('one of two namesakes cannot be used: nobody is taken for the other', () => {
    const { context, everyone, resolve } = directory([['01', '张伟', '股长'], ['02', '张伟', '一般']], [], head);
    expect(resolve('张伟')).toBe('unknown');
    expect(resolve('张伟', { id: '02' })).toBe('B3');
    expect(resolve('张伟', { id: '01' })).toBe('unknown');
    const table = context.read(liaisonsLedger, { fields: ['leader'] });
    resolvePerson(context, everyone, table, 1, 'leader', { name: '张伟', id: null });
    expect(issuesOf(context)).toEqual(['error cell/choice-unknown 人员!C2']);
  });
});

describe('who is meant (G14)', () => {
  const TWO: Rows = [['07', '张伟', '综合股', '科员', '一般', '是', null, null], ['18', '张伟', '应急股', '股长', '股级', '否', null, null]];
  const { resolve, everyone } = directory([...TWO, KING]);
  test.each<[string, string, PersonHints & { own?: string }, string]>([
    ['one of the name', '王建国', {}, 'B4'],
    ['nobody of the name', '王建', {}, 'unknown'],
    ['two of the name', '张伟', {}, 'ambiguous'],
    ['number in brackets', '张伟', { own: '18' }, 'B3'],
    ['number column', '张伟', { id: '7' }, 'B2'],
    ['section', '张伟', { section: '应急股' }, 'B3'],
    ['section by an alias of the regulations', '张伟', { section: '应急办' }, 'B3'],
    ['a section that nobody knows', '张伟', { section: '调研组' }, 'ambiguous'],
    ['number of another name', '王建国', { id: '18' }, 'ambiguous'],
  ])('%s', (_, name, hints, expected) => expect(resolve(name, hints)).toBe(expected));

  test('a cell that is not clear is an error at that cell', () => {
    const { context, everyone: both } = directory(TWO);
    const table = context.read(liaisonsLedger, { fields: ['leader'] });
    expect(resolvePerson(context, both, table, 1, 'leader', { name: '张伟', id: null })).toBeNull();
    expect(resolvePerson(context, both, table, 1, 'leader', { name: '张伟', id: null }, { id: '99' })).toBeNull();
    expect(resolvePerson(context, both, table, 1, 'leader', { name: '张炜', id: null })).toBeNull();
    expect(resolvePerson(context, both, table, 1, 'leader', { name: '张伟', id: '07' })).toBe(both.all[0]);
    expect(context.issues.sorted().map(({ code, message }) => [code, message])).toEqual([
      ['person/ambiguous', '“张伟”可能是张伟(07)[综合股]或张伟(18)[应急股],不能确定是哪一位'],
      ['person/ambiguous', '“张伟”的编号写的是“99”,人员表里是张伟(07)[综合股]或张伟(18)[应急股],不能确定是谁'],
      ['person/unknown', '“张炜”不在人员表里'],
    ]);
    expect(both.resolve({ name: '张伟', id: '18' })).toEqual({ kind: 'found', person: both.all[1] });
  });

  test('written with numbers, printed with sections', () => {
    expect(everyone.all.map(({ label, printName }) => [label, printName])).toEqual([['张伟(07)', '张伟(综合股)'], ['张伟(18)', '张伟(应急股)'], ['王建国', '王建国']]);
  });

  // section, post, both, the last digits of the phone, all of them; never a number of 人员
  test.each<[string, readonly (readonly [string | null, string | null, string | null])[], readonly string[]]>([
    ['their sections', [['综合股', '科员', null], ['秘书股', '科员', null]], ['张伟(综合股)', '张伟(秘书股)']],
    ['their posts', [['综合股', '科员', null], ['综合股', '股长', null]], ['张伟(科员)', '张伟(股长)']],
    ['section or post, whichever is his alone', [['综合股', '科员', null], ['综合股', '股长', null], ['秘书股', '科员', null]], ['张伟(综合股科员)', '张伟(股长)', '张伟(秘书股)']],
    ['the last digits of their phones', [['综合股', '科员', '13900001234'], ['综合股', '科员', '139-0000-5678']], ['张伟(尾号1234)', '张伟(尾号5678)']],
    ['a phone that only one has', [['综合股', '科员', '13900001234'], ['综合股', '科员', null]], ['张伟(尾号1234)', '张伟(综合股②)']],
    ['all three', [['综合股', '科员', '13900001234'], ['综合股', '科员', '13900005678'], ['秘书股', '科员', '13900001234']], ['张伟(综合股科员尾号1234)', '张伟(尾号5678)', '张伟(秘书股)']],
    ['their places in 人员', [['综合股', null, null], ['综合股', null, null], ['综合股', null, null]], ['张伟(综合股①)', '张伟(综合股②)', '张伟(综合股③)']],
    ['their places, without sections', [[null, null, null], [null, null, null]], ['张伟(①)', '张伟(②)']],
  ])('printed with %s', (_, rows, expected) => {
    const { everyone: all } = directory(rows.map(([section, position, phone], index) => [String(index + 7), '张伟', section, position, '一般', '是', null, null, phone]), [], [...HEAD, '手机']);
    expect(all.all.map(({ printName }) => printName)).toEqual(expected);
    expect(new Set(expected).size).toBe(expected.length);
  });

  test.each<[string | null, string | null, boolean]>([[null, null, true], ['13900001234', null, true], [null, '13900001234', true], ['13900001234', '13800001234', true], ['13900001234', '13900005678', false]])('phones %p and %p are said to be alike: %p', (one, other, said) => {
    const row = (id: string, phone: string | null) => [id, '张伟', '综合股', '科员', '一般', '是', null, null, phone];
    expect(directory([row('07', one), row('18', other)], [], [...HEAD, '手机']).issues()).toEqual(said ? ['warning person/printed-alike 人员!B3'] : []);
  });

  test('whom nothing tells apart on paper is said', () => {
    const { issues, context } = directory([['07', '张伟', '综合股', '科员', '一般', '是'], ['18', '张伟', '综合股', '科员', '一般', '是'], ['19', '张伟', '秘书股', '科员', '一般', '是']]);
    expect(issues()).toEqual(['warning person/printed-alike 人员!B3']);
    expect(context.issues.sorted()[0]).toMatchObject({
      message: '“张伟”有两位(另一位在B2),股室、职务相同,手机尾号相同或没有填写,打印的页上只能用①、②区分',
      remedy: '请把职务填得不同,或填写手机', clause: 'G14',
    });
  });

  test('namesakes who never meet are told apart by the day', () => {
    const { everyone: both, resolve: who, issues } = directory([['07', '张伟', '综合股', '科员', '一般', '是', null, '2026-02-01'], ['18', '张伟', '综合股', '科员', '一般', '是', '2026-02-01', null]]);
    expect(both.all.map(({ label }) => label)).toEqual(['张伟', '张伟']);
    expect(who('张伟', { on: on('2026-01-31') })).toBe('B2');
    expect(who('张伟', { on: on('2026-02-01') })).toBe('B3');
    expect(who('张伟', { on: null })).toBe('ambiguous');
    expect(issues()).toEqual([]);
  });

  test('the section of the day counts, not that of 人员', () => {
    const { resolve: who } = directory([['07', '张伟', '秘书股', '科员', '一般', '是'], ['18', '张伟', '应急股', '科员', '一般', '是']], [['张伟', '2026-02-10', '综合股', '秘书股', '轮岗', '07']]);
    expect(who('张伟', { on: on('2026-02-09'), section: '综合股' })).toBe('B2');
    expect(who('张伟', { on: on('2026-02-10'), section: '综合股' })).toBe('ambiguous');
  });
});

describe('rows that nobody could tell apart', () => {
  test.each<[string, Rows, readonly string[], number]>([
    ['the same row twice', [KING, KING], ['error person/double 人员!B3'], 1],
    ['one name, no numbers, one section', [[null, '张伟', '综合股', null, '一般', '是'], [null, '张伟', '综合股', null, '一般', '是']], ['error person/double 人员!B3'], 1],
    ['one name, no numbers, no section', [[null, '张伟', null, null, '一般', '是'], [null, '张伟', '综合股', null, '一般', '是']], ['error person/double 人员!B3'], 1],
    ['three times: two errors', [KING, KING, KING], ['error person/double 人员!B3', 'error person/double 人员!B4'], 1],
    ['one name, no numbers, two sections', [[null, '张伟', '综合股', null, '一般', '是'], [null, '张伟', '秘书股', null, '一般', '是']], ['error person/clerks-alike 人员!B3', 'warning person/namesake-without-number 人员!B3'], 2],
    ['one is no clerk', [['07', '张伟', '综合股', null, '一般', '是'], [null, '张伟', '秘书股', null, '一般', '否']], ['warning person/namesake-without-number 人员!B3'], 2],
    ['neither is', [['07', '张伟', '综合股', null, '一般', '否'], [null, '张伟', '秘书股', null, '一般', '否']], ['warning person/namesake-without-number 人员!B3'], 2],
    ['7 and 07 are one number', [['07', '张伟', '综合股', null, '一般', '是'], ['7', '张伟', '秘书股', null, '一般', '是']], ['error person/double 人员!B3'], 1],
    ['a second time in the office', [['07', '张伟', '综合股', null, '一般', '是', null, '2025-01-01'], [null, '张伟', '综合股', null, '一般', '是', '2026-01-01', null]], [], 2],
    ['one number, two names', [KING, ['01', '李晓燕', '综合股', '科员', '一般', '是']], ['warning person/number-twice 人员!B3'], 2],
  ])('%s', (_, rows, said, count) => {
    const { everyone, issues } = directory(rows);
    // what the roster asks
    void everyone.all.map(({ isClerk }) => isClerk);
    expect(issues()).toEqual(said);
    expect(everyone.all).toHaveLength(count);
  });
});

describe('任职变动', () => {
  const LEI = ['03', '黄磊', '秘书股', '科员', '一般', '是', null, null];
  test('the section of a day, and being in post', () => {
    const { everyone, issues } = directory([LEI, KING], [['黄磊', '2026-02-10', '综合股', '秘书股', '轮岗', null], ['王建国', '2026-06-01', '综合股', null, '调离', null]]);
    const [lei, king] = everyone.all;
    expect([on('2026-02-09'), on('2026-02-10')].map((day) => everyone.sectionOn(lei!, day))).toEqual(['综合股', '秘书股']);
    expect([on('2026-05-31'), on('2026-06-01')].map((day) => everyone.inPost(king!, day))).toEqual([true, false]);
    expect(issues()).toEqual([]);
  });

  test.each<[string, Rows, Rows, readonly string[]]>([
    ['人员.股室 differs from the last move', [['03', '黄磊', '应急股', '科员', '一般', '是']], [['黄磊', '2026-02-10', '综合股', '秘书股', '轮岗', null]], ['warning person/section-differs 人员!C2']],
    ['somebody unknown', [LEI], [['黄垒', '2026-02-10', '综合股', '秘书股', '轮岗', null]], ['error person/unknown 任职变动!A2']],
    ['one of two namesakes', [['07', '张伟', '综合股', null, '一般', '是'], ['18', '张伟', '应急股', null, '一般', '是']], [['张伟', '2026-02-10', null, '秘书股', '轮岗', null]], ['error person/ambiguous 任职变动!A2']],
    ['two new sections on one day', [LEI], [['黄磊', '2026-02-10', '综合股', '秘书股', '轮岗', null], ['黄磊', '2026-02-10', '综合股', '应急股', '轮岗', null]], ['error post/same-day 任职变动!B3']],
    ['two rows of one day that agree', [LEI], [['黄磊', '2026-02-10', '综合股', '秘书股', '轮岗', null], ['黄磊', '2026-02-10', '综合股', '秘书股', '提任', null]], ['warning post/chain-broken 任职变动!C3']],
    ['轮岗 without new section', [['03', '黄磊', '综合股', '科员', '一般', '是']], [['黄磊', '2026-02-10', '综合股', null, '轮岗', null]], ['warning post/new-section-blank 任职变动!D2']],
    ['a blank kind without new section', [['03', '黄磊', '综合股', '科员', '一般', '是']], [['黄磊', '2026-02-10', '综合股', null, null, null]], ['warning post/new-section-blank 任职变动!D2']],
    ['提任 without new section is no move', [LEI], [['黄磊', '2026-02-10', '秘书股', null, '提任', null]], []],
    ['调入 without 到办日期', [LEI], [['黄磊', '2026-02-10', '县教育局', '秘书股', '调入', null]], ['warning post/joined-blank 任职变动!B2']],
    ['调入 with it', [['03', '黄磊', '秘书股', '科员', '一般', '是', '2026-02-10', null]], [['黄磊', '2026-02-10', '县教育局', '秘书股', '调入', null]], []],
    ['an unknown new section', [LEI], [['黄磊', '2026-02-10', '综合股', '秘书科', '轮岗', null]], ['error section/unknown 任职变动!D2', 'warning person/section-differs 人员!C2']],
    ['an unknown old section', [LEI], [['黄磊', '2026-02-10', '综合科', '秘书股', '轮岗', null]], ['error section/unknown 任职变动!C2']],
    ['借调 goes outside', [LEI], [['黄磊', '2026-02-10', '秘书股', '县委办', '借调', null]], []],
    ['调离 goes outside', [LEI], [['黄磊', '2026-02-10', '秘书股', '县委办', '调离', null]], []],
    ['a row does not begin where the one before ended', [LEI], [['黄磊', '2026-02-10', '综合股', '应急股', '轮岗', null], ['黄磊', '2026-03-10', '综合股', '秘书股', '轮岗', null]], ['warning post/chain-broken 任职变动!C3']],
    ['after 调离 the story begins anew', [LEI], [['黄磊', '2026-02-10', '综合股', '应急股', '轮岗', null], ['黄磊', '2026-03-10', '应急股', null, '调离', null], ['黄磊', '2026-06-10', '综合股', '秘书股', '轮岗', null]], []],
    ['an unknown section in 人员', [['03', '黄磊', '文秘室', '科员', '一般', '是']], [], ['error section/unknown 人员!C2']],
    ['leaders sit in no section', [['03', '程万里', '领导班子', '主任', '科级', '否']], [['程万里', '2026-02-10', '领导', '领导班子', '轮岗', null]], []],
    ['one of two namesakes, one of whom cannot be used', [['07', '张伟', '综合股', null, '一般', '是'], ['18', '张伟', '应急股', null, '科员', '是']], [['张伟', '2026-02-10', null, '秘书股', '轮岗', null]], ['error cell/choice-unknown 人员!E3']],
    ['a row of a person who cannot be used', [['03', '黄磊', '秘书股', '科员', '股员', '是']], [['黄磊', '2026-02-10', '综合股', '秘书股', '轮岗', null]], ['error cell/choice-unknown 人员!E2']],
  ])('%s', (_, rows, posts, said) => {
    const { everyone, issues } = directory(rows, posts);
    for (const person of everyone.all) everyone.sectionOn(person, on('2026-03-01'));
    for (const person of everyone.all) everyone.sectionOn(person, on('2026-01-01'));
    expect(issues()).toEqual(said);
  });

  test('a namesake is found by the day before he leaves and the day he comes', () => {
    const { issues, resolve } = directory(
      [['07', '张伟', '综合股', null, '一般', '是', null, '2026-03-01'], ['18', '张伟', '秘书股', null, '一般', '是', '2026-03-01', null]],
      [['张伟', '2026-03-01', '综合股', null, '调离', null], ['张伟', '2026-03-01', null, '秘书股', '调入', null]],
    );
    expect(issues()).toEqual([]);
    expect(resolve('张伟', { on: on('2026-03-01') })).toBe('B3');
  });

  test('a leader outside the sections has none', () => {
    const { everyone } = directory([['03', '程万里', '领导班子', '主任', '科级', '否'], ['04', '秦朗', '综合股', '副主任', '科级', '否']]);
    expect(everyone.all.map((person) => everyone.sectionOn(person, on('2026-03-01')))).toEqual([null, '综合股']);
  });

  test.each<[string, Rows, Rows, readonly (string | null)[]]>([
    ['in 人员', [['03', '黄磊', '文秘室', '科员', '一般', '是']], [], [null, null]],
    ['moved to', [['03', '黄磊', '综合股', '科员', '一般', '是']], [['黄磊', '2026-02-10', '综合股', '文秘室', '轮岗', null]], ['综合股', null]],
    ['moved from', [LEI], [['黄磊', '2026-02-10', '文秘室', '秘书股', '轮岗', null]], [null, '秘书股']],
    ['outside the office, before he came', [LEI], [['黄磊', '2026-02-10', '县教育局', '秘书股', '调入', null]], [null, '秘书股']],
  ])('a section that 股室 lacks is none: %s', (_, rows, posts, expected) => {
    const { everyone } = directory(rows, posts);
    const [lei] = everyone.all;
    expect([on('2026-02-09'), on('2026-02-10')].map((day) => everyone.sectionOn(lei!, day))).toEqual(expected);
    expect(lei!.section).toBe(rows[0]![2] === '文秘室' ? null : rows[0]![2]);
  });

  test('without 股室 every section of 人员 is one', () => {
    const { everyone, issues } = directory([['03', '黄磊', '文秘室', '科员', '一般', '是']], [], HEAD, []);
    expect(everyone.sectionOn(everyone.all[0]!, on('2026-03-01'))).toBe('文秘室');
    expect(issues()).toEqual([]);
  });
});

test('everybody is one object, whatever the period', () => {
  const { context, everyone } = directory([KING]);
  expect(context.fact(people, { from: on('2026-01-01'), to: on('2026-03-31') })).toBe(everyone);
});

test('check asks what the actions ask', () => {
  const issues = checked({ 人员: [HEAD, ['03', '黄磊', '文秘室', '科员', '一般', null]], 股室: SECTIONS });
  expect(issues.map(({ code }) => code)).toEqual(['section/unknown', 'person/clerk-blank']);
});
