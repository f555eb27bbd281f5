import { MemoryWorkbook } from '../../../src/hosts/memory';
import { newWorkbook } from '../../../src/operations/new-workbook';
import { check } from '../../../src/operations/check';
import { RunContext } from '../../../src/operations/context';
import { absences, authority, calendar, liaisons, NO_DAYS, people, sections } from '../../../src/systems/office/facts';
import { brief, days, on, REGISTRY } from '../../support/office-book';

async function sample() {
  const book = new MemoryWorkbook();
  await book.apply(newWorkbook(REGISTRY, true));
  const snapshot = await book.read();
  return { snapshot, context: new RunContext(REGISTRY, snapshot, { overrides: new Map(), acceptsErrors: false }) };
}

function count(values: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? '—'] = (counts[value ?? '—'] ?? 0) + 1;
  return counts;
}

test('the office of samples F2', async () => {
  const { context } = await sample();
  const everyone = context.fact(people, NO_DAYS);
  expect(count(everyone.all.map(({ level }) => level))).toEqual({ 县级: 7, 科级: 8, 股级: 9, 一般: 16, 文印: 2, 驾驶员: 8 });
  expect(count(everyone.all.filter(({ level }) => level !== '县级' && level !== '科级').map((person) => everyone.sectionOn(person, on('2026-12-31'))))).toEqual({
    综合股: 4, 秘书股: 5, 研究室: 3, 信息股: 2, 行政股: 3, 法制办: 2, 督查室: 2, 应急股: 3, 党建室: 1, 文印室: 2, 小车班: 8,
  });
  expect(everyone.all.filter(({ isClerk }) => isClerk)).toHaveLength(18);
  expect(everyone.all.filter(({ name }) => name === '张伟').map(({ label, printName }) => [label, printName])).toEqual([['张伟(18)', '张伟(综合股)'], ['张伟(39)', '张伟(应急股)']]);
});

test('transfers, a newcomer, a leaver, a secondment, a maternity leave', async () => {
  const { context } = await sample();
  const everyone = context.fact(people, NO_DAYS);
  const who = (name: string) => everyone.all.find((person) => person.name === name)!;
  const section = (name: string, ...iso: string[]) => iso.map((day) => everyone.sectionOn(who(name), on(day)));
  expect(section('黄磊', '2026-02-09', '2026-02-10')).toEqual(['信息股', '秘书股']);
  expect(section('梁栋', '2026-05-10', '2026-05-11')).toEqual(['党建室', '督查室']);
  expect(section('孙浩', '2026-05-01')).toEqual(['研究室']);
  expect(['2026-03-01', '2026-03-02'].map((day) => everyone.inPost(who('周婷'), on(day)))).toEqual([false, true]);
  expect(['2026-05-31', '2026-06-01'].map((day) => everyone.inPost(who('何俊'), on(day)))).toEqual([true, false]);
  const away = context.fact(absences, days('2026-01-01', '2026-12-31'));
  const length = (name: string, label: string) => away.filter((absence) => absence.person.name === name && absence.label === label).map(({ range }) => (range.to - range.from + 1) / 2);
  expect(length('徐丽', '产假')).toEqual([98 + 90]);
  expect(length('孙浩', '上派')).toEqual([91]);
});

test('every leader has a liaison who is a clerk, every section a chief', async () => {
  const { context } = await sample();
  const everyone = context.fact(people, NO_DAYS);
  const liaison = context.fact(liaisons, NO_DAYS);
  for (const leader of everyone.all.filter(({ level }) => level === '县级')) {
    const clerks = liaison.clerksOf(leader.name, on('2026-01-01'));
    expect(clerks.length).toBeGreaterThan(0);
    expect(clerks.every(({ isClerk }) => isClerk)).toBe(true);
  }
  const office = context.fact(authority, NO_DAYS);
  for (const { name } of context.fact(sections, NO_DAYS).all) expect(office.deciders(name, on('2026-01-01'))).toHaveLength(1);
  expect(office.deciders('值班', on('2026-01-01')).map(({ name }) => name)).toEqual(['秦朗', '于慧']);
  expect(context.fact(calendar, days('2026-01-01', '2026-12-31')).isUncovered(2026)).toBe(false);
});

test('the slips in it are slips, no errors', async () => {
  const { snapshot } = await sample();
  const found = check(REGISTRY, snapshot).filter(({ code }) => code !== 'setting/unknown').map(brief);
  expect(found).toEqual(['warning leave/overlap 外出!B10', 'warning leave/overstayed 请假!W16']);
});
