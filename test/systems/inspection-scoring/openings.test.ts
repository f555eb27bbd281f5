/** 得分期初 (workbook contract, sections 1 and 6). */
import { brief, checkBook, day, row, runQuarter, scoreOf, sectionOf, type Cells } from './harness';

const opening = (person: string | null, plus: number | string | null, minus: number | string | null, until: string | null, more: Cells = {}): Cells => ({
  年度: 2026, 对象类型: person === null ? '股室' : '个人', 姓名: person, 股室: null, 加分: plus, 扣分: minus, 截至日期: until === null ? null : day(until), 人员编号: null, ...more,
});
const run = (openings: Cells[], rows: Cells[], quarter = 2) => runQuarter({ rows, more: { 得分期初: openings } }, { quarter });
const april = (person: string, code: string) => row(person, code, { 发生日期: day('2026-04-08') });

test("a person's balance is in the year, not in the quarter", () => {
  const ran = run([opening('李晓燕', 3, 1.5, '2026-03-31')], [april('李晓燕', '督查-三(三)a')]);
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 本季加分: 0, 本季扣分: 2, 累计加分: 3, 累计扣分: 3.5, 得分: 99.5, 本季得分: 98 });
});

test('rows up to 截至日期 are in the balance already', () => {
  const rows = ['2026-03-30', '2026-03-31', '2026-04-01'].map((date) => row('李晓燕', '督查-三(三)a', { 发生日期: day(date) }));
  expect(scoreOf(run([opening('李晓燕', 0, 10, '2026-03-31')], rows), '李晓燕')).toMatchObject({ 本季扣分: 2, 累计扣分: 12 });
  expect(scoreOf(run([opening('李晓燕', 0, 10, null)], rows), '李晓燕')).toMatchObject({ 本季扣分: 2, 累计扣分: 16 });
  expect(scoreOf(run([opening('李晓燕', 0, 10, '2025-12-31')], rows), '李晓燕')).toMatchObject({ 累计扣分: 16 });
});

test('a balance inside the quarter is said', () => {
  const ran = run([opening('李晓燕', 0, 10, '2026-04-30')], [april('李晓燕', '督查-三(三)a')]);
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 本季扣分: 2, 累计扣分: 10 });
  expect(brief(ran.issues)).toContain('warning scoring/opening-in-quarter 得分期初!');
  expect(brief(run([opening('李晓燕', 0, 10, '2026-06-30')], []).issues)).not.toContain('warning scoring/opening-in-quarter 得分期初!');
});

test('a balance of a later day is left out, with a warning', () => {
  const ran = run([opening('李晓燕', 0, 10, '2026-07-01')], [april('李晓燕', '督查-三(三)a')]);
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 累计扣分: 2 });
  expect(brief(ran.issues)).toEqual(['warning scoring/opening-later 得分期初!G2']);
});

test("a section's own row is its whole balance", () => {
  const ran = run([opening('李晓燕', 3, 1, '2026-03-31'), opening(null, 5, 4, '2026-03-31', { 股室: '综合股' })], [row('李晓燕', '督查-三(三)a'), april('李晓燕', '督查-三(三)e')]);
  expect(sectionOf(ran, '综合股')).toMatchObject({ 累计加分: 5, 累计扣分: 5, 本季扣分: 1 });
  expect(brief(ran.issues)).toEqual([]);
});

test('督查-三(六): a section without a row has the sum of its people, and it is said', () => {
  const ran = run([opening('李晓燕', 3, 1, '2026-03-31'), opening('王建国', 0, 2, '2026-03-31'), opening('黄磊', 0, 2, null, { 股室: '应急办' })], [row('李晓燕', '督查-三(三)a'), april('李晓燕', '督查-三(三)e'), row(null, '督查-三(三)a', { 股室: '综合股' })]);
  expect(sectionOf(ran, '综合股')).toMatchObject({ 累计加分: 3, 累计扣分: 6, 本季扣分: 1 });
  expect(sectionOf(ran, '应急股')).toMatchObject({ 累计扣分: 2 });
  expect(brief(ran.issues)).toEqual(['info scoring/opening-of-sections 得分期初!']);
});

const notSubjects = (ran: ReturnType<typeof run>) => ran.issues.filter(({ code }) => code === 'scoring/not-a-subject').map(({ severity, sheet, cell, message }) => `${severity} ${sheet}!${cell} ${message}`);

test("督查-一: a chief's balance without a section counts nowhere, and it is said", () => {
  const ran = run([opening('程万里', 0, 2, null), opening('陆振邦', 1, 0, null)], []);
  expect(notSubjects(ran)).toEqual([
    'warning 得分期初!C2 “程万里”是科级干部,不列入个人得分,也不属于任何股室,这一行期初没有计入',
    'warning 得分期初!C3 “陆振邦”是县级领导,不列入个人得分,也不属于任何股室,这一行期初没有计入',
  ]);
  expect(ran.tables['股室得分']!.every((one) => one['得分'] === 100)).toBe(true);
});

test("a chief's balance enters the sum of his section's people, and is in the section's own balance already", () => {
  const chief = opening('程万里', 0, 2, null, { 股室: '综合股' });
  const summed = run([chief], []);
  expect(sectionOf(summed, '综合股')['累计扣分']).toBe(2);
  expect(notSubjects(summed)).toEqual(['warning 得分期初!C2 “程万里”是科级干部,不列入个人得分,这一行期初只计入“综合股”']);
  const own = run([chief, opening(null, 0, 7, null, { 股室: '综合股' })], []);
  expect(sectionOf(own, '综合股')['累计扣分']).toBe(7);
  expect(notSubjects(own)).toEqual(['warning 得分期初!C2 “程万里”是科级干部,不列入个人得分;“综合股”另有一行期初,这一行期初没有计入']);
});

test("with the switch a chief's balance is his", () => {
  const ran = runQuarter({ rows: [], more: { 得分期初: [opening('程万里', 0, 2, null)] } }, { quarter: 2, settings: { 科级进个人排名: true } });
  expect(scoreOf(ran, '程万里')['累计扣分']).toBe(2);
  expect(notSubjects(ran)).toEqual([]);
});

test('two rows of one are added, with a warning', () => {
  const ran = run([opening('李晓燕', 3, 1, '2026-01-31'), opening('李晓燕', 1, 1, '2026-02-28'), opening(null, 1, 0, null, { 股室: '综合股' }), opening(null, 1, 0, null, { 股室: '综合股' })], [row('李晓燕', '督查-三(三)a', { 发生日期: day('2026-02-28') })]);
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 累计加分: 4, 累计扣分: 2 });
  expect(brief(ran.issues)).toEqual(['warning scoring/opening-twice 得分期初!C3', 'warning scoring/opening-twice 得分期初!D5']);
});

test('another year is not read', () => {
  const ran = run([opening('李晓燕', 3, -1, null, { 年度: 2025 }), opening('查无此人', 3, 1, null, { 年度: 2027 })], []);
  expect(scoreOf(ran, '李晓燕')['得分']).toBe(100);
  expect(brief(ran.issues)).toEqual([]);
});

test('blank points are none, blank 对象类型 is told by the name', () => {
  const ran = run([opening('李晓燕', null, 2, null, { 对象类型: null }), opening(null, 4, null, null, { 对象类型: null, 股室: '秘书股' })], []);
  expect([scoreOf(ran, '李晓燕')['累计扣分'], sectionOf(ran, '秘书股')['累计加分']]).toEqual([2, 4]);
});

test.each<[string, Cells, string]>([
  ['a negative deduction', opening('李晓燕', 0, -2, null), 'error scoring/opening-not-exact 得分期初!F2'],
  ['three decimals', opening('李晓燕', 0.125, 0, null), 'error scoring/opening-not-exact 得分期初!E2'],
  ['no number', opening('李晓燕', '若干', 0, null), 'error cell/number-unreadable 得分期初!E2'],
  ['a day of another year', opening('李晓燕', 0, 0, '2027-01-01'), 'error scoring/opening-other-year 得分期初!G2'],
  ['an unknown person', opening('李小燕', 0, 0, null), 'error person/unknown 得分期初!C2'],
  ['a name of two', opening('张伟', 0, 0, null), 'error person/ambiguous 得分期初!C2'],
  ['no name', opening(null, 0, 0, null, { 对象类型: '个人' }), 'error scoring/opening-person 得分期初!C2'],
  ['an unknown section', opening(null, 0, 0, null, { 股室: '没有的股' }), 'error section/unknown 得分期初!D2'],
  ['no section', opening(null, 0, 0, null), 'error scoring/opening-section 得分期初!D2'],
  ['no year', opening('李晓燕', 0, 0, null, { 年度: null }), 'error cell/required-blank 得分期初!A2'],
])('得分期初: %s', (_, cells, issue) => {
  expect(brief(run([cells], []).issues)).toEqual([issue]);
});

test('check reads the balances of every year, impossible ones excepted', () => {
  const openings = [opening('李小燕', 0, 0, null, { 年度: 2019 }), opening('李晓燕', 0, 0, null, { 年度: 0 }), opening('李晓燕', 0, 0, null, { 年度: 20260 })];
  expect(brief(checkBook({ rows: [], more: { 得分期初: openings } })).filter((issue) => issue.includes('得分期初'))).toEqual(['error person/unknown 得分期初!C2']);
});
