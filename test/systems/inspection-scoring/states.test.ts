/** What counts: states, voided rows, quarters, objects (workbook contract, section 6). */
import { brief, day, row, runQuarter, scoreOf, sectionOf } from './harness';

// only 议定 and 公示 count; a draft counts every state but 作废
test.each<[string | null, boolean, boolean]>([
  ['登记', false, true],
  ['审签', false, true],
  ['汇总', false, true],
  ['初审', false, true],
  ['议定', true, true],
  ['公示', true, true],
  ['作废', false, false],
  [null, false, true],
])('a row in state %p counts: %p, in a draft: %p', (state, counts, drafted) => {
  const book = { rows: [row('李晓燕', '督查-三(三)a', { 状态: state })] };
  expect(scoreOf(runQuarter(book), '李晓燕')).toMatchObject({ 本季扣分: counts ? 2 : 0, 累计扣分: counts ? 2 : 0, 得分: counts ? 98 : 100 });
  expect(sectionOf(runQuarter(book), '综合股')).toMatchObject({ 本季扣分: counts ? 2 : 0 });
  expect(runQuarter(book).tables['明细']).toHaveLength(counts ? 1 : 0);
  expect(scoreOf(runQuarter(book, { draft: true }), '李晓燕')).toMatchObject({ 本季扣分: drafted ? 2 : 0 });
});

test('a blank state is 登记, with a warning', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 状态: null }), row('刘洋', '督查-三(三)a')] });
  expect(brief(ran.issues)).toEqual(['warning scoring/state-blank 督查事项!K2']);
  expect(ran.computation.blocked).toBe(false);
});

test('an unknown state is an error', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 状态: '通过' })] });
  expect(ran.computation.blocked).toBe(true);
  expect(brief(ran.issues)).toEqual(['error cell/choice-unknown 督查事项!K2']);
});

test('a voided row is not checked', () => {
  const ran = runQuarter({ rows: [row('查无此人', '没有的事项', { 状态: '作废', 数量: -5, 股室: '没有的股' })] });
  expect(brief(ran.issues)).toEqual([]);
});

// the quarter by 发生日期, the 29th to 31st of the last month too
test.each<[string, number, boolean, boolean]>([
  ['2025-12-31', 1, false, false],
  ['2026-01-01', 1, true, true],
  ['2026-03-28', 1, true, true],
  ['2026-03-29', 1, true, true],
  ['2026-03-31', 1, true, true],
  ['2026-04-01', 1, false, false],
  ['2026-03-31', 2, false, true],
  ['2026-04-01', 2, true, true],
  ['2026-06-30', 2, true, true],
  ['2026-07-01', 2, false, false],
  ['2026-01-01', 4, false, true],
  ['2026-12-31', 4, true, true],
  ['2027-01-01', 4, false, false],
])('what happens on %s in quarter %p: this quarter %p, this year %p', (date, quarter, inQuarter, inYear) => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 发生日期: day(date) })] }, { quarter });
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 本季扣分: inQuarter ? 2 : 0, 累计扣分: inYear ? 2 : 0, 本季得分: inQuarter ? 98 : 100, 得分: inYear ? 98 : 100 });
});

test.each<[string, boolean]>([['2026-03-28', false], ['2026-03-29', true], ['2026-03-31', true], ['2026-02-28', false], ['2026-01-31', false]])('what happens on %s is said to be a supplement: %p', (date, said) => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 发生日期: day(date), 依据说明: '抽查' })] });
  expect(brief(ran.issues)).toEqual(said ? ['info scoring/supplement 督查事项!B2'] : []);
  expect(ran.tables['明细']![0]!['说明']).toBe(said ? '抽查;季末后补报' : '抽查');
});

test('a row outside 1 January to the end of the quarter is not read', () => {
  const bad = { 事项编码: '没有的事项' };
  const ran = runQuarter({ rows: [row('李晓燕', null, { ...bad, 发生日期: day('2025-12-31') }), row('李晓燕', null, { ...bad, 发生日期: day('2026-04-01') })] });
  expect(brief(ran.issues)).toEqual([]);
});

test('a row whose date cannot be read stays in scope', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 发生日期: '2026.2.30' }), row('刘洋', '督查-三(三)a')] });
  expect(ran.issues.filter(({ severity }) => severity === 'error')).toMatchObject([{ sheet: '督查事项', cell: 'B2' }]);
  expect(ran.computation.blocked).toBe(true);
  expect(scoreOf(ran, '刘洋')['得分']).toBe(98);
});

test('扣分 columns are positive, 分值 is signed', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)i'), row('李晓燕', '督查-三(四)a', { 数量: 2 })] });
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 本季加分: 10, 本季扣分: 3, 累计加分: 10, 累计扣分: 3, 得分: 107, 本季得分: 107 });
  expect(ran.tables['明细']!.map((one) => one['分值'])).toEqual([-3, 10]);
});

test('scores have no ceiling and no floor', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)i', { 数量: 40 }), row('刘洋', '督查-三(四)a', { 数量: 40 })] });
  expect([scoreOf(ran, '李晓燕')['得分'], scoreOf(ran, '刘洋')['得分']]).toEqual([-20, 300]);
});

test('a blank 数量 is one', () => {
  expect(runQuarter({ rows: [row('李晓燕', '督查-三(三)e')] }).tables['明细']).toMatchObject([{ 数量: 1, 分值: -1 }]);
});

test.each<[string, unknown, string]>([
  ['督查-三(三)e', 0, 'error scoring/quantity-impossible 督查事项!H2'],
  ['督查-三(三)e', -1, 'error scoring/quantity-impossible 督查事项!H2'],
  ['督查-三(三)e', 1.5, 'error scoring/quantity-impossible 督查事项!H2'],
  ['督查-三(三)f', 0.5, 'error scoring/quantity-impossible 督查事项!H2'],
  ['督查-三(三)g', 0.25, 'error scoring/quantity-impossible 督查事项!H2'],
  ['督查-三(三)e', '若干', 'error cell/number-unreadable 督查事项!H2'],
])('%s with 数量 %p is an error', (code, quantity, issue) => {
  expect(brief(runQuarter({ rows: [row('李晓燕', code, { 数量: quantity as number })] }).issues)).toEqual([issue]);
});

test('明细 by date, then in the order of the sheet, with the columns of the contract', () => {
  const ran = runQuarter({
    rows: [
      row('刘洋', '督查-三(三)e', { 编号: 'b', 发生日期: day('2026-02-03') }),
      row(null, '督查-三(四)b', { 编号: 'a', 发生日期: day('2026-02-02'), 股室: '应急办', 依据股室: '综合股', 依据说明: '获奖文件' }),
      row('张伟', null, { 编号: 'c', 事项: '迟到', 发生日期: day('2026-02-03'), 人员编号: '09' }),
    ],
  });
  expect(ran.tables['明细']).toEqual([
    { 编号: 'a', 发生日期: '2026-02-02', 对象: '应急股', 归属股室: '应急股', 事项编码: '督查-三(四)b', 事项: '市级表彰', 数量: 1, 分值: 3, 依据股室: '综合股', 说明: '获奖文件' },
    { 编号: 'b', 发生日期: '2026-02-03', 对象: '刘洋', 归属股室: '秘书股', 事项编码: '督查-三(三)e', 事项: '迟到、早退', 数量: 1, 分值: -1, 依据股室: null, 说明: null },
    { 编号: 'c', 发生日期: '2026-02-03', 对象: '张伟(09)', 归属股室: '应急股', 事项编码: '督查-三(三)e', 事项: '迟到', 数量: 1, 分值: -1, 依据股室: null, 说明: null },
  ]);
});

test('the columns of the two tables', () => {
  const ran = runQuarter({ rows: [] });
  expect(Object.keys(ran.tables['个人得分']![0]!)).toEqual(['名次', '姓名', '股室', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分', '本季得分', '本季名次']);
  expect(Object.keys(ran.tables['股室得分']![0]!)).toEqual(['名次', '股室', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分', '本季得分', '本季名次', '人均加扣分']);
});
