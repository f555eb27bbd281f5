import { authority, liaisons, NO_DAYS, type Person } from '../../../src/systems/office/facts';
import { isDirector } from '../../../src/systems/office/authority';
import { brief, checked, contextOf, issuesOf, on, type Rows } from '../../support/office-book';

const PEOPLE: Rows = [
  ['姓名', '股室', '职务', '层级', '是否文秘', '离办日期'],
  ['沈立群', null, '副县长', '县级', '否', null],
  ['程万里', null, '县政府办公室主任', '科级', '否', '2026-06-01'],
  ['秦朗', null, '副主任', '科级', '否', null],
  ['于慧', null, '副主任', '科级', '否', null],
  ['孟庆丰', null, '副主任', '科级', '否', null],
  ['陈静', '秘书股', '科员', '一般', '是', null],
  ['杨帆', '秘书股', '科员', '一般', '是', null],
];
const SECTIONS: Rows = [['股室', '分管科级'], ['综合股', '秦朗'], ['秘书股', '于慧'], ['行政股', '孟庆丰'], ['小车班', '孟庆丰'], ['党建室', null], ['信息股', '秦郎']];
const HEAD = ['事项', '科级', '代理', '起', '止'];

function deciders(rows: Rows, matter: string, day: string, sections = SECTIONS) {
  const context = contextOf({ 人员: PEOPLE, 股室: sections, 分管: rows.length === 0 ? [] : [HEAD, ...rows] });
  return context.fact(authority, { from: on(day), to: on(day) }).deciders(matter, on(day)).map(({ name }) => name);
}

describe('who decides (workbook contract, section 2)', () => {
  const DUTY: Rows = [['值班', '于慧', '孟庆丰', '2026-03-01', '2026-03-31'], ['值班', '秦朗', null, '2026-04-01', null]];
  test.each<[string, Rows, string, string, readonly string[]]>([
    ['the officer and his deputy', DUTY, '值班', '2026-03-31', ['于慧', '孟庆丰']],
    ['the next row', DUTY, '值班', '2026-04-01', ['秦朗']],
    ['nothing there: 值班 = chief of 综合股', DUTY, '值班', '2026-02-28', ['秦朗']],
    ['nothing there: 小车班 = chief of 小车班', [], '小车班', '2026-02-28', ['孟庆丰']],
    ['nothing there: 后勤 = chief of 行政股', [], '后勤', '2026-02-28', ['孟庆丰']],
    ['nothing there: a section = its 分管科级', [], '秘书股', '2026-02-28', ['于慧']],
    ['a section by its alias', [['财务室', '秦朗', null, null, null]], '行政股', '2026-02-28', ['秦朗']],
    ['a section without 分管科级', [], '党建室', '2026-02-28', []],
    ['a section whose 分管科级 nobody knows', [], '信息股', '2026-02-28', []],
    ['a section that is none', [], '调研组', '2026-02-28', []],
    ['nothing there: 保密 is nobody’s', [], '保密', '2026-02-28', []],
    ['主任 by his post', [], '主任', '2026-05-31', ['程万里']],
    ['主任 has left', [], '主任', '2026-06-01', []],
    ['主任 by 分管', [['主任', '秦朗', null, null, null]], '主任', '2026-05-31', ['秦朗']],
    ['two rows name the same man', [['值班', '秦朗', '于慧', null, null], ['值班', '秦朗', null, null, null]], '值班', '2026-05-31', ['秦朗', '于慧']],
  ])('%s', (_, rows, matter, day, expected) => expect(deciders(rows, matter, day)).toEqual(expected));

  test('an unknown officer is an error, his deputy still counts', () => {
    const context = contextOf({ 人员: PEOPLE, 股室: SECTIONS, 分管: [HEAD, ['值班', '秦郎', '于慧', null, null]] });
    expect(context.fact(authority, NO_DAYS).deciders('值班', on('2026-01-01')).map(({ name }) => name)).toEqual(['于慧']);
    expect(issuesOf(context)).toEqual(['error person/unknown 分管!B2']);
  });

  test('nobody decides without 综合股', () => expect(deciders([], '值班', '2026-01-01', [['股室'], ['秘书股']])).toEqual([]));
});

test.each<[Person['level'], string, boolean]>([
  ['科级', '主任', true],
  ['科级', '县政府办公室主任', true],
  ['科级', '党组书记、府办主任', true],
  ['科级', '副主任', false],
  ['科级', '县政府办公室副主任', false],
  ['科级', '县委办副主任、县政府办公室主任', false],
  ['科级', '应急办主任', false],
  ['股级', '主任', false],
])('%s %s: director %s', (level, position, expected) => expect(isDirector({ level, position } as Person)).toBe(expected));

describe('liaisons (值班-四(二))', () => {
  const LIAISONS = ['县级领导', '联系文秘', '起', '止', '联系科级'];
  const read = (rows: Rows) => {
    const context = contextOf({ 人员: PEOPLE, 股室: SECTIONS, 领导联系: [LIAISONS, ...rows] });
    const fact = context.fact(liaisons, { from: on('2026-01-01'), to: on('2026-12-31') });
    return { clerks: (leader: string, day: string) => fact.clerksOf(leader, on(day)).map(({ name }) => name), issues: () => issuesOf(context) };
  };
  test('several rows, several names, in the order of 人员, each once', () => {
    const { clerks, issues } = read([['沈立群', '杨帆', null, null], ['沈立群', '杨帆、陈静', null, null], ['沈 立群', null, null, null]]);
    expect(clerks('沈立群', '2026-01-01')).toEqual(['陈静', '杨帆']);
    expect(clerks('顾明远', '2026-01-01')).toEqual([]);
    expect(issues()).toEqual([]);
  });
  test('dated', () => {
    const { clerks } = read([['沈立群', '杨帆', null, '2026-03-31'], ['沈立群', '陈静', '2026-04-01', null]]);
    expect([clerks('沈立群', '2026-03-31'), clerks('沈立群', '2026-04-01')]).toEqual([['杨帆'], ['陈静']]);
  });
  test('an unknown clerk is an error, the others stay', () => {
    const { clerks, issues } = read([['沈立群', '杨凡、陈静', null, null]]);
    expect(clerks('沈立群', '2026-03-31')).toEqual(['陈静']);
    expect(issues()).toEqual(['error person/unknown 领导联系!B2']);
  });
});

describe('rules', () => {
  const KNOWN: Rows = SECTIONS.slice(0, -1);
  test.each<[string, Record<string, Rows>, readonly string[]]>([
    ['known matters', { 分管: [HEAD, ['值班', '秦朗'], ['党建室', '秦朗'], ['财务室', '秦朗']] }, []],
    ['an unknown matter', { 分管: [HEAD, ['值斑', '秦朗']] }, ['warning authority/unknown-matter 分管!A2']],
    ['a matter like none', { 分管: [HEAD, ['其他工作安排', '秦朗']] }, ['warning authority/unknown-matter 分管!A2']],
    ['an unknown officer', { 分管: [HEAD, ['值班', '秦郎']] }, ['error person/unknown 分管!B2']],
    ['a known leader', { 领导联系: [['县级领导', '联系文秘', '联系科级'], ['沈立群', '陈静', '秦朗'], ['沈立群', '陈静', null]] }, []],
    ['a leader perhaps mistyped', { 领导联系: [['县级领导', '联系文秘'], ['沈立郡', '陈静']] }, ['warning liaison/leader-not-listed 领导联系!A2']],
    ['a leader like none', { 领导联系: [['县级领导', '联系文秘'], ['欧阳修远', '陈静']] }, ['warning liaison/leader-not-listed 领导联系!A2']],
    ['an unknown chief', { 领导联系: [['县级领导', '联系文秘', '联系科级'], ['沈立群', '陈静', '秦郎']] }, ['error person/unknown 领导联系!C2']],
  ])('%s', (_, sheets, said) => expect(checked({ 人员: PEOPLE, 股室: KNOWN, ...sheets }).map(brief)).toEqual(said));

  test('人员 without county leaders: nothing is said of those in 领导联系', () => {
    expect(checked({ 人员: [PEOPLE[0]!, ...PEOPLE.slice(2)], 股室: KNOWN, 领导联系: [['县级领导', '联系文秘'], ['沈立群', '陈静']] }).map(brief)).toEqual([]);
  });
});
