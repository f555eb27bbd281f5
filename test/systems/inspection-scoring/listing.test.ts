/** Who is listed and how they rank (workbook contract, section 6). */
import { day, PEOPLE, row, runQuarter, scoreOf, sectionOf, SECTIONS, type Cells } from './harness';

const names = (ran: ReturnType<typeof runQuarter>, table = '个人得分', column = '姓名') => ran.tables[table]!.map((one) => one[column]);

test('everyone below 科级 in post is listed; 科级 and 县级 are not', () => {
  expect(names(runQuarter({ rows: [] }))).toEqual(['王建国', '李晓燕', '张伟(05)', '刘洋', '黄磊', '宋佳', '张伟(09)', '邓强', '唐艳']);
});

test('科级 with the switch, 县级 never', () => {
  const ran = runQuarter({ rows: [row('程万里', '督查-三(三)k')] }, { settings: { 科级进个人排名: true } });
  expect(names(ran)).toEqual(['王建国', '李晓燕', '张伟(05)', '刘洋', '黄磊', '宋佳', '张伟(09)', '邓强', '唐艳', '程万里']);
  expect(scoreOf(ran, '程万里')).toMatchObject({ 名次: 10, 股室: null, 得分: 99 });
});

function withDates(name: string, dates: Cells): Cells[] {
  return PEOPLE.map((person) => (person['姓名'] === name ? { ...person, ...dates } : { ...person, 到办日期: null, 离办日期: null }));
}

// 到办日期 = first day in post, 离办日期 = first day out of post
test.each<[string, Cells, boolean, boolean]>([
  ['joins on the last day', { 到办日期: day('2026-03-31') }, true, true],
  ['joins after the quarter', { 到办日期: day('2026-04-01') }, false, false],
  ['left before the quarter', { 离办日期: day('2026-01-01') }, false, false],
  ['leaves on the second day', { 离办日期: day('2026-01-02') }, true, false],
  ['is out of post on the last day', { 离办日期: day('2026-03-31') }, true, false],
  ['is in post on the last day', { 离办日期: day('2026-04-01') }, true, true],
  ['joins and leaves within', { 到办日期: day('2026-02-01'), 离办日期: day('2026-02-02') }, true, false],
])('one who %s', (_, dates, listed, ranked) => {
  const ran = runQuarter({ rows: [], people: withDates('黄磊', { 到办日期: null, 离办日期: null, ...dates }) });
  expect(names(ran).includes('黄磊')).toBe(listed);
  if (listed) expect([scoreOf(ran, '黄磊')['名次'] !== null, scoreOf(ran, '黄磊')['本季名次'] !== null]).toEqual([ranked, ranked]);
});

test('one who has left has a score, no 名次, and stands last', () => {
  const ran = runQuarter({ rows: [row('王建国', '督查-三(四)a'), row('李晓燕', '督查-三(三)i')], people: withDates('王建国', { 到办日期: null, 离办日期: day('2026-03-01') }) });
  expect(ran.tables['个人得分']!.at(-1)).toMatchObject({ 姓名: '王建国', 名次: null, 得分: 105, 本季名次: null });
  expect(scoreOf(ran, '刘洋')['名次']).toBe(1);
});

const moved = (date: string): Cells => ({ 编号: '1', 姓名: '黄磊', 生效日期: day(date), 原股室: '应急股', 新股室: '秘书股', 类型: '轮岗' });

// G13, 督查-三(六): the post on the day; from 生效日期 on the new section
test.each<[string, string]>([['2026-02-09', '应急股'], ['2026-02-10', '秘书股'], ['2026-02-11', '秘书股']])('what happens on %s counts for %s after a move on 10 February', (date, section) => {
  const ran = runQuarter({ rows: [row('黄磊', '督查-三(三)a', { 发生日期: day(date) })], more: { 任职变动: [moved('2026-02-10')] } });
  expect(ran.tables['明细']![0]!['归属股室']).toBe(section);
  expect(sectionOf(ran, section)['本季扣分']).toBe(2);
  expect(ran.tables['股室得分']!.reduce((sum, one) => sum + Number(one['本季扣分']), 0)).toBe(2);
});

test('股室 is the post on the last day of the quarter, one row a person', () => {
  const run = (date: string) => scoreOf(runQuarter({ rows: [row('黄磊', '督查-三(三)a', { 发生日期: day('2026-01-05') })], more: { 任职变动: [moved(date)] } }), '黄磊')['股室'];
  expect([run('2026-03-31'), run('2026-04-01')]).toEqual(['秘书股', '应急股']);
});

test('a section with 参评=否 is listed without 名次; its people are ranked like others', () => {
  const sections = SECTIONS.map((section) => (section['股室'] === '综合股' ? { ...section, 参评: '否' } : section));
  const ran = runQuarter({ rows: [row(null, '督查-三(四)a', { 股室: '综合股' }), row('李晓燕', '督查-三(四)b')], sections });
  expect(ran.tables['股室得分']!.at(-1)).toMatchObject({ 股室: '综合股', 名次: null, 得分: 108, 本季名次: null });
  expect(ran.tables['股室得分']![0]).toMatchObject({ 股室: '秘书股', 名次: 1 });
  expect(scoreOf(ran, '李晓燕')['名次']).toBe(1);
});

test('ties 1, 2, 2, 4, and equal ranks in the order of 人员 and 股室', () => {
  const ran = runQuarter({ rows: [row('张伟', '督查-三(四)a', { 人员编号: '09' }), row('刘洋', '督查-三(四)b'), row('李晓燕', '督查-三(四)b'), row('邓强', '督查-三(四)c')] });
  expect(ran.tables['个人得分']!.slice(0, 5).map((one) => [one['名次'], one['姓名']])).toEqual([[1, '张伟(09)'], [2, '李晓燕'], [2, '刘洋'], [4, '邓强'], [5, '王建国']]);
  expect(ran.tables['股室得分']!.map((one) => [one['名次'], one['股室']])).toEqual([[1, '应急股'], [2, '综合股'], [2, '秘书股'], [4, '小车班'], [5, '文印室']]);
});

test('本季名次 ranks 本季得分, 名次 the year', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)i'), row('刘洋', '督查-三(三)e', { 发生日期: day('2026-05-06') })] }, { quarter: 2 });
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 名次: 9, 得分: 97, 本季名次: 1, 本季得分: 100 });
  expect(scoreOf(ran, '刘洋')).toMatchObject({ 名次: 8, 得分: 99, 本季名次: 9, 本季得分: 99 });
});

test('人均加扣分: the year among the people listed in the section, two decimals', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)i'), row(null, '督查-三(三)e', { 股室: '综合股' }), row('黄磊', '督查-三(三)e'), row('宋佳', '督查-三(四)a')] });
  expect(['综合股', '秘书股', '应急股', '文印室'].map((name) => sectionOf(ran, name)['人均加扣分'])).toEqual([-1.33, -0.5, 2.5, 0]);
});

test('a section without people has no 人均', () => {
  const ran = runQuarter({ rows: [], sections: [...SECTIONS, { 股室: '党建室', 别名: null, 参评: '是' }] });
  expect(sectionOf(ran, '党建室')).toMatchObject({ 名次: 1, 人均加扣分: null });
});

test('a section that 股室 lacks is no section: an error, not listed, and whoever sits there belongs to none', () => {
  const people = PEOPLE.map((person) => (person['姓名'] === '邓强' ? { ...person, 股室: '车队' } : person));
  const ran = runQuarter({ rows: [row('邓强', '督查-三(三)e')], people });
  expect(names(ran, '股室得分', '股室')).not.toContain('车队');
  expect(ran.tables['个人得分']!.find((one) => one['姓名'] === '邓强')).toMatchObject({ 股室: null });
  expect(ran.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain('section/unknown');
});

test('without a sheet 股室 the sections are those of 人员', () => {
  const ran = runQuarter({ rows: [row('邓强', '督查-三(三)e')], sections: [] });
  expect(names(ran, '股室得分', '股室')).toEqual(['综合股', '秘书股', '应急股', '文印室', '小车班']);
});
