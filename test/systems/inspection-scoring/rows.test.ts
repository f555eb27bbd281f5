/** Rows that name whom, what and when: what cannot be used, what is read with a doubt (workbook contract, sections 2, 3, 6). */
import { brief, checkBook, day, PEOPLE, row, runOn, runQuarter, scoreOf, sectionOf, sheetsOf, snapshot, workbookOf, type Cells } from './harness';

const issuesOf = (...rows: Cells[]) => brief(runQuarter({ rows }).issues);

test.each<[string, Cells, string[]]>([
  ['an unknown person', row('李小燕', '督查-三(三)e'), ['error person/unknown 督查事项!D2']],
  ['a person nowhere near', row('欧阳修文', '督查-三(三)e'), ['error person/unknown 督查事项!D2']],
  ['no name', row(null, '督查-三(三)e', { 对象类型: '个人' }), ['error scoring/person-blank 督查事项!D2']],
  ['two people in one cell', row('李晓燕、刘洋', '督查-三(三)e'), ['error cell/name-several 督查事项!D2']],
  ['a name of two', row('张伟', '督查-三(三)e'), ['error person/ambiguous 督查事项!D2']],
  ['a name of two and the section of neither', row('张伟', '督查-三(三)e', { 股室: '秘书股' }), ['error person/ambiguous 督查事项!D2']],
  ['a name of two and its number', row('张伟', '督查-三(三)e', { 人员编号: '09' }), []],
  ['a name of two and its number in brackets', row('张伟(09)', '督查-三(三)e'), []],
  ['a name of two and its section', row('张伟', '督查-三(三)e', { 股室: '应急股' }), []],
  ['a name of two and its section by alias', row('张伟', '督查-三(三)e', { 股室: '应急办' }), []],
  ['an unknown section', row(null, '督查-三(三)e', { 股室: '秘术股' }), ['error section/unknown 督查事项!E2']],
  ['no section', row(null, '督查-三(三)e'), ['error scoring/section-blank 督查事项!E2']],
  ['an unknown code', row('李晓燕', '督查-三(三)z'), ['error scoring/item-unknown 督查事项!F2']],
  ['an unknown name of an item', row('李晓燕', null, { 事项: '打瞌睡' }), ['error scoring/item-unknown 督查事项!G2']],
  ['no item', row('李晓燕', null), ['error scoring/item-blank 督查事项!F2']],
  ['a name of an item in the column of codes', row('李晓燕', '迟到'), []],
  ['code and name of one item', row('李晓燕', '督查-三(三)e', { 事项: '早退' }), []],
  ['code and free words', row('李晓燕', '督查-三(三)e', { 事项: '周一例会晚到十分钟' }), []],
  ['code of one item, name of another', row('李晓燕', '督查-三(三)e', { 事项: '会务办理失误' }), ['error scoring/item-contradiction 督查事项!F2']],
  ['no date', row('李晓燕', '督查-三(三)e', { 发生日期: null }), ['error cell/required-blank 督查事项!B2']],
  ['another section than the post', row('李晓燕', '督查-三(三)e', { 股室: '秘书股' }), ['warning scoring/section-differs 督查事项!E2']],
  ['a section that nobody knows beside a person', row('李晓燕', '督查-三(三)e', { 股室: '没有的股' }), ['warning scoring/section-differs 督查事项!E2']],
  ['a name beside a section', row('李晓燕', '督查-三(三)e', { 对象类型: '股室', 股室: '综合股' }), ['warning scoring/person-not-counted 督查事项!D2']],
  ['no 对象类型 but a name', row('李晓燕', '督查-三(三)e', { 对象类型: null, 股室: '综合股' }), ['warning scoring/kind-blank 督查事项!C2']],
  ['no 对象类型 but a section', row(null, '督查-三(三)e', { 对象类型: null, 股室: '综合股' }), ['warning scoring/kind-blank 督查事项!C2']],
  ['no 对象类型 and nobody', row(null, '督查-三(三)e', { 对象类型: null }), ['error scoring/section-blank 督查事项!E2']],
  ['a county leader', row('陆振邦', '督查-三(三)k'), ['warning scoring/not-a-subject 督查事项!D2']],
  ['a chief, who belongs to no section', row('程万里', '督查-三(三)k'), ['warning scoring/not-a-subject 督查事项!D2']],
  ["a chief's row that is voided", row('程万里', '督查-三(三)k', { 状态: '作废' }), []],
])('%s', (_, cells, issues) => {
  expect(issuesOf(cells)).toEqual(issues);
});

test('an error says what to type, with the nearest', () => {
  const { issues } = runQuarter({ rows: [row('李小燕', '督查-三(三)e'), row('刘洋', '迟道'), row('刘洋', '督查-三(三)e', { 事项: '会务办理失误' }), row('刘洋', '督查-三(三)e', { 数量: 0 })] });
  expect(issues.filter(({ severity }) => severity === 'error').map(({ message, remedy, clause }) => `${message} | ${remedy} | ${clause}`)).toEqual([
    expect.stringMatching(/李小燕.*李晓燕.*G14$/),
    '分值表里没有“迟道”这个事项 | 是不是“督查-三(三)e 迟到、早退”?请改成分值表里的事项 | 督查-三(序)',
    '事项编码“督查-三(三)e”是“迟到、早退”,事项却写“会务办理失误”(督查-三(三)a) | 请更正其中一个,使两者一致 | 督查-三(三)e',
    '数量“0”不能使用,单位是“次” | 请填写大于0的整数;空着按1 | 督查-三(三)e',
  ]);
});

test('all problems of a row at once', () => {
  expect(issuesOf(row('李小燕', '打瞌睡', { 状态: null, 对象类型: null }))).toEqual([
    'error person/unknown 督查事项!D2',
    'error scoring/item-unknown 督查事项!F2',
    'warning scoring/kind-blank 督查事项!C2',
    'warning scoring/state-blank 督查事项!K2',
  ]);
});

test('an error writes nothing, and the tables are computed without the row', () => {
  const ran = runQuarter({ rows: [row('李小燕', '督查-三(三)e'), row('刘洋', '督查-三(三)e')] });
  expect(ran.computation.blocked).toBe(true);
  expect(ran.computation.plan.changes).toEqual([]);
  expect(scoreOf(ran, '刘洋')['得分']).toBe(99);
  expect(ran.tables['明细']).toHaveLength(1);
});

test('with errors accepted the page is a draft and says how many rows are missing', () => {
  const ran = runQuarter({ rows: [row('李小燕', '督查-三(三)e'), row('刘洋', '督查-三(三)e', { 发生日期: '2026.2.30' }), row('刘洋', '督查-三(三)e')] }, { acceptErrors: true });
  expect(ran.computation.blocked).toBe(false);
  expect(ran.sheetTitles).toEqual(['个人得分', '股室得分', '明细', '公示2026年1季度(草稿)']);
  const page = ran.computation.outcome.report.sheets[3]!.content;
  expect(page.rows[1]![0]!.value).toBe('草稿,有2行未计入');
  expect(ran.computation.outcome.headlines).toContain('有错误、没有计入的行:2行');
});

test('errors accepted where there are none change nothing', () => {
  expect(runQuarter({ rows: [row('刘洋', '督查-三(三)e')] }, { acceptErrors: true }).sheetTitles[3]).toBe('公示2026年1季度');
});

test('a person out of post that day cannot be scored', () => {
  const people = PEOPLE.map((person) => ({ ...person, 到办日期: person['姓名'] === '黄磊' ? day('2026-02-03') : null, 离办日期: person['姓名'] === '刘洋' ? day('2026-02-02') : null }));
  const ran = runQuarter({ people, rows: [row('黄磊', '督查-三(三)e'), row('黄磊', '督查-三(三)e', { 发生日期: day('2026-02-03') }), row('刘洋', '督查-三(三)e'), row('刘洋', '督查-三(三)e', { 发生日期: day('2026-02-01') })] });
  expect(brief(ran.issues)).toEqual(['error scoring/not-in-post 督查事项!B2', 'error scoring/not-in-post 督查事项!B4']);
  expect([scoreOf(ran, '黄磊')['本季扣分'], scoreOf(ran, '刘洋')['本季扣分']]).toEqual([1, 1]);
});

test('督查-三(六): a person without section that day cannot be scored', () => {
  const people = PEOPLE.map((person) => (person['姓名'] === '黄磊' ? { ...person, 股室: null } : person));
  expect(brief(runQuarter({ people, rows: [row('黄磊', '督查-三(三)e')] }).issues)).toEqual(['error scoring/section-missing 督查事项!D2']);
});

const chiefIn = (section: string | null, name = '程万里') => PEOPLE.map((person) => (person['姓名'] === name ? { ...person, 股室: section } : person));
const onThePage = (ran: ReturnType<typeof runQuarter>, name: string) => JSON.stringify(ran.computation.outcome.report.sheets[3]!.content.rows).includes(name);
const said = (ran: ReturnType<typeof runQuarter>) => ran.issues.filter(({ code }) => code === 'scoring/not-a-subject').map(({ severity, sheet, cell, message, remedy, clause }) => `${severity} ${sheet}!${cell} ${message} | ${remedy} | ${clause}`);

// rows in = rows used + rows reported
test("督查-一: a chief's row where he has no section counts nowhere: said, and neither in 明细 nor on the page", () => {
  const ran = runQuarter({ rows: [row('程万里', '督查-三(三)k'), row('李晓燕', '督查-三(四)c')] });
  expect(ran.tables['股室得分']!.map((one) => [one['股室'], one['得分']])).toEqual([['综合股', 102], ['秘书股', 100], ['应急股', 100], ['小车班', 100], ['文印室', 100]]);
  expect(ran.tables['明细']!.map((one) => one['对象'])).toEqual(['李晓燕']);
  expect(onThePage(ran, '程万里')).toBe(false);
  expect(ran.computation.outcome.headlines[0]).toContain('计入1条事项');
  expect(ran.computation.outcome.report.ledgers[0]!.rows[0]).toEqual({ at: 1, cells: { 分值: -1 } });
  expect(said(ran)).toEqual(['warning 督查事项!D2 “程万里”是科级干部,不列入个人得分,也不属于任何股室,这一行没有计入 | 请核对姓名;科级干部要列入个人得分的,请把参数“科级进个人排名”写成“是” | 督查-一']);
});

test("督查-三(六): a chief's row counts for his section where he has one, and it is said", () => {
  const ran = runQuarter({ people: chiefIn('综合股'), rows: [row('程万里', '督查-三(三)k')] });
  expect(sectionOf(ran, '综合股')['本季扣分']).toBe(1);
  expect(ran.tables['明细']).toMatchObject([{ 对象: '程万里', 归属股室: '综合股', 分值: -1, 说明: '不列入个人得分,只计入股室' }]);
  expect(onThePage(ran, '程万里')).toBe(true);
  expect(said(ran)).toEqual(['warning 督查事项!D2 “程万里”是科级干部,不列入个人得分,只计入“综合股” | 请核对姓名;科级干部要列入个人得分的,请把参数“科级进个人排名”写成“是” | 督查-一']);
});

test('督查-一: with the switch a chief is a subject like others', () => {
  const settings = { 科级进个人排名: true };
  const ran = runQuarter({ rows: [row('程万里', '督查-三(三)k')] }, { settings });
  expect(said(ran)).toEqual([]);
  expect(ran.tables['明细']).toMatchObject([{ 对象: '程万里', 归属股室: null, 说明: null }]);
  expect(scoreOf(ran, '程万里')).toMatchObject({ 本季扣分: 1 });
});

test('督查-一: a county leader is never one', () => {
  const settings = { 科级进个人排名: true };
  const message = '“陆振邦”是县级领导,不列入个人得分';
  expect(said(runQuarter({ rows: [row('陆振邦', '督查-三(三)k')] }, { settings }))).toEqual([`warning 督查事项!D2 ${message},也不属于任何股室,这一行没有计入 | 请核对姓名 | 督查-一`]);
  expect(said(runQuarter({ people: chiefIn('综合股', '陆振邦'), rows: [row('陆振邦', '督查-三(三)k')] }, { settings }))).toEqual([`warning 督查事项!D2 ${message},只计入“综合股” | 请核对姓名 | 督查-一`]);
});

test('the switch is asked for at the end of what is counted: the quarter, in check the year', () => {
  const more = { 参数: [{ 键: '科级进个人排名', 值: '是', 适用起: day('2026-04-01') }] };
  const rows = ['2026-03-31', '2026-04-01'].map((date) => row('程万里', '督查-三(三)k', { 发生日期: day(date) }));
  const off = { 参数: [{ 键: '科级进个人排名', 值: '是', 适用止: day('2026-11-30') }] };
  const inCheck = (others: typeof more | typeof off) => brief(checkBook({ rows, more: others })).filter((issue) => issue.includes('not-a-subject'));
  expect([inCheck(more).length, inCheck(off).length]).toEqual([0, 2]);
  expect([1, 2].map((quarter) => said(runQuarter({ rows, more }, { quarter })).length)).toEqual([1, 0]);
  expect(scoreOf(runQuarter({ rows, more }, { quarter: 2 }), '程万里')).toMatchObject({ 本季扣分: 1, 累计扣分: 2 });
});

test('a row with 对象类型=股室 counts for the section only', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 对象类型: '股室', 股室: '综合股' })] });
  expect([scoreOf(ran, '李晓燕')['本季扣分'], sectionOf(ran, '综合股')['本季扣分']]).toEqual([0, 2]);
});

test("a person's row counts for the post that day, whatever its 股室 cell says", () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 股室: '秘书股' })] });
  expect([sectionOf(ran, '综合股')['本季扣分'], sectionOf(ran, '秘书股')['本季扣分']]).toEqual([2, 0]);
});

test('columns that are not there are said once', () => {
  const bare = { 发生日期: day('2026-02-02'), 姓名: '李晓燕', 股室: null, 事项: '迟到' };
  const ran = runQuarter({ rows: [bare, bare] }, { draft: true });
  expect(brief(ran.issues)).toEqual(['warning scoring/no-kind-column 督查事项!', 'warning scoring/no-state-column 督查事项!']);
  expect(scoreOf(ran, '李晓燕')['本季扣分']).toBe(2);
  expect(ran.computation.outcome.report.ledgers).toEqual([]);
});

test('the main ledger must be there; an empty one is no error', () => {
  expect(brief(runQuarter({ rows: [] }).issues)).toEqual([]);
  const { 督查事项: _, ...others } = sheetsOf({});
  const without = runOn(snapshot(workbookOf(others)));
  expect(brief(without.issues)).toEqual(['error sheet/missing 督查事项!']);
  expect(scoreOf(without, '刘洋')['得分']).toBe(100);
});

test('dates, names and codes are read as people type them', () => {
  const ran = runQuarter({
    rows: [
      row('李 晓燕', ' 督查—三（三）E ', { 发生日期: '2026.2.5' }),
      row('刘洋 ', '旷工一天', { 发生日期: '2026年2月5日', 数量: '一天' }),
      row(null, '县级表彰', { 股室: '应急办', 发生日期: '20260205', 数量: '１次' }),
    ],
  });
  expect(brief(ran.issues)).toEqual([]);
  expect(ran.tables['明细']!.map((one) => [one['发生日期'], one['对象'], one['事项编码'], one['分值']])).toEqual([
    ['2026-02-05', '李晓燕', '督查-三(三)e', -1],
    ['2026-02-05', '刘洋', '督查-三(三)g', -3],
    ['2026-02-05', '应急股', '督查-三(四)c', 2],
  ]);
});

test('check finds what a quarter finds, in every year', () => {
  const rows = [row('李小燕', '督查-三(三)e', { 发生日期: day('2019-05-06') }), row('李晓燕', '打瞌睡')];
  expect(brief(checkBook({ rows })).filter((issue) => issue.startsWith('error'))).toEqual(['error person/unknown 督查事项!D2', 'error scoring/item-unknown 督查事项!F3']);
});
