/** Absence by the day, the yearly item, scores by date (workbook contract, section 6). */
import { brief, checkBook, day, row, runQuarter, scoreOf, sectionOf, type Cells } from './harness';

const values = (ran: ReturnType<typeof runQuarter>) => ran.tables['明细']!.map((one) => one['分值']);

// per person and day; each row's 分值 shows what it adds
test.each<[string, Cells[], number[], number]>([
  ['two halves on one day are -3', [row('李晓燕', '督查-三(三)f', { 时段: '上午' }), row('李晓燕', '督查-三(三)f', { 时段: '下午' })], [-2, -1], 3],
  ['two halves without 时段', [row('李晓燕', '督查-三(三)f'), row('李晓燕', '督查-三(三)f')], [-2, -1], 3],
  ['1.5 days are -5', [row('李晓燕', '督查-三(三)g', { 数量: 1.5 })], [-5], 5],
  ['a day and a half in two rows', [row('李晓燕', '督查-三(三)g'), row('李晓燕', '督查-三(三)f')], [-3, -2], 5],
  ['a day without 时段 and its morning', [row('李晓燕', '督查-三(三)g'), row('李晓燕', '督查-三(三)f', { 时段: '上午' })], [-3, 0], 3],
  ['a day with 时段 and its morning', [row('李晓燕', '督查-三(三)g', { 时段: '全天' }), row('李晓燕', '督查-三(三)f', { 时段: '上午' })], [-3, 0], 3],
  ['two half-days of different days', [row('李晓燕', '督查-三(三)f'), row('李晓燕', '督查-三(三)f', { 发生日期: day('2026-02-03') })], [-2, -2], 4],
  ['the same half twice', [row('李晓燕', '督查-三(三)f', { 时段: '上午' }), row('李晓燕', '督查-三(三)f', { 时段: '上午' })], [-2, 0], 2],
  ['half-days of different people', [row('李晓燕', '督查-三(三)f'), row('王建国', '督查-三(三)f')], [-2, -2], 2],
  ['late and early on one day are two times', [row('李晓燕', '督查-三(三)e'), row('李晓燕', '督查-三(三)e')], [-1, -1], 2],
])('%s', (_, rows, adds, minus) => {
  const ran = runQuarter({ rows });
  expect(values(ran)).toEqual(adds);
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 本季扣分: minus, 得分: 100 - minus });
});

test('a section has half-days of its own', () => {
  const ran = runQuarter({ rows: [row(null, '督查-三(三)f', { 股室: '综合股' }), row('李晓燕', '督查-三(三)f'), row(null, '督查-三(三)f', { 股室: '应急办' })] });
  expect(values(ran)).toEqual([-2, -2, -2]);
  expect(sectionOf(ran, '综合股')['本季扣分']).toBe(4);
});

// the half-days of a person and day are added; a section's rows may be of several people and stand for themselves
test("a section's rows of one day are not added up", () => {
  const ofSection = (code: string, more: Cells = {}) => row(null, code, { 股室: '秘书股', ...more });
  const rows = [
    ofSection('督查-三(三)f', { 依据说明: '甲' }), ofSection('督查-三(三)f', { 依据说明: '乙' }), ofSection('督查-三(三)f', { 时段: '上午' }), ofSection('督查-三(三)f', { 时段: '上午', 依据说明: '丙' }),
    ofSection('督查-三(三)f', { 数量: 2 }), ofSection('督查-三(三)g', { 时段: '全天' }), ofSection('督查-三(三)g', { 数量: 1.5 }), ofSection('督查-三(三)g', { 数量: 0.5 }),
  ];
  const ran = runQuarter({ rows });
  expect(values(ran)).toEqual([-2, -2, -2, -2, -4, -3, -5, -2]);
  expect(sectionOf(ran, '秘书股')['本季扣分']).toBe(22);
  expect(ran.issues.filter(({ code }) => code.startsWith('scoring/half-day') || code === 'scoring/more-than-a-day')).toEqual([]);
});

test("a section's half-day that stands twice in the same words is asked about", () => {
  const twice = row(null, '督查-三(三)f', { 股室: '秘书股' });
  const yearly = row(null, '督查-三(二)', { 股室: '秘书股' });
  expect(brief(runQuarter({ rows: [twice, twice, yearly, yearly] }).issues)).toEqual(['warning scoring/same-row-twice 督查事项!F3', 'warning scoring/yearly-twice 督查事项!F5']);
});

test('what is said of half-days', () => {
  const ran = runQuarter({
    rows: [
      row('李晓燕', '督查-三(三)f', { 时段: '上午' }), row('李晓燕', '督查-三(三)f', { 时段: '上午' }), row('李晓燕', '督查-三(三)g', { 时段: '全天' }),
      row('王建国', '督查-三(三)f', { 时段: '全天' }),
      row('刘洋', '督查-三(三)g'), row('刘洋', '督查-三(三)f'), row('刘洋', '督查-三(三)f'),
    ],
  });
  expect(brief(ran.issues)).toEqual([
    'warning scoring/half-day-twice 督查事项!L3',
    'warning scoring/half-day-twice 督查事项!L4',
    'warning scoring/half-day-quantity 督查事项!H5',
    'warning scoring/more-than-a-day 督查事项!B7',
  ]);
  expect(ran.tables['明细']!.map((one) => one['说明'])).toEqual([null, '同一半天已计,不重复计', '上午已计,只计另半天', null, null, null, '与同日另半天合并为一天,合计-3']);
});

test('the half that stands twice is named', () => {
  const rows = [row('李晓燕', '督查-三(三)f', { 时段: '下午' }), row('李晓燕', '督查-三(三)f', { 时段: '下午' }), row('刘洋', '督查-三(三)g', { 时段: '全天' }), row('刘洋', '督查-三(三)g', { 时段: '全天' })];
  const said = runQuarter({ rows }).issues.filter(({ code }) => code === 'scoring/half-day-twice');
  expect(said.map(({ message }) => message)).toEqual(['“李晓燕”2026-02-02下午的缺勤登记了两次,只计一次', '“刘洋”2026-02-02全天的缺勤登记了两次,只计一次']);
});

test('check says the same of half-days, whatever their state', () => {
  const rows = [row('李晓燕', '督查-三(三)f', { 时段: '上午', 状态: '登记' }), row('李晓燕', '督查-三(三)f', { 时段: '上午', 状态: '登记' })];
  expect(brief(checkBook({ rows }))).toContain('warning scoring/half-day-twice 督查事项!L3');
  expect(brief(runQuarter({ rows }).issues)).toEqual([]);
});

test('rows that do not count do not change what counts; 分值 of the ledger shows what they would add', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)f', { 时段: '上午', 状态: '登记' }), row('李晓燕', '督查-三(三)f', { 时段: '下午' }), row('刘洋', '督查-三(二)', { 状态: '登记' }), row('刘洋', '督查-三(二)')] });
  expect(values(ran)).toEqual([-2, -5]);
  expect(ran.computation.outcome.report.ledgers[0]!.rows).toEqual([
    { at: 1, cells: { 分值: -1 } },
    { at: 2, cells: { 分值: -2 } },
    { at: 3, cells: { 分值: 0 } },
    { at: 4, cells: { 分值: -5 } },
  ]);
});

// 督查-三(二): once a year and person or section; later ones count 0 and say so
test('the yearly item counts once a year and object, the earliest by date', () => {
  const item = '督查-三(二)';
  const ran = runQuarter(
    {
      rows: [
        row('李晓燕', item, { 发生日期: day('2026-05-08') }),
        row('李晓燕', item, { 发生日期: day('2026-02-08') }),
        row('李晓燕', item, { 发生日期: day('2025-12-08') }),
        row('刘洋', item, { 发生日期: day('2026-05-08') }),
        row(null, item, { 发生日期: day('2026-05-08'), 股室: '综合股' }),
        row(null, item, { 发生日期: day('2026-05-09'), 股室: '综合股' }),
      ],
    },
    { quarter: 2 },
  );
  expect(ran.tables['明细']!.map((one) => [one['对象'], one['分值'], one['说明']])).toEqual([
    ['李晓燕', 0, '本年已于2026-02-08计过,每年只计一次'],
    ['刘洋', -5, null],
    ['综合股', -5, null],
    ['综合股', 0, '本年已于2026-05-08计过,每年只计一次'],
  ]);
  expect(scoreOf(ran, '李晓燕')).toMatchObject({ 累计扣分: 5, 本季扣分: 0 });
  expect(sectionOf(ran, '综合股')).toMatchObject({ 累计扣分: 10, 本季扣分: 5 });
  expect(brief(ran.issues).filter((issue) => issue.includes('yearly'))).toEqual(['warning scoring/yearly-twice 督查事项!F2', 'warning scoring/yearly-twice 督查事项!F7']);
});

test('a quantity does not multiply the yearly item', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(二)', { 数量: 2 })] });
  expect(values(ran)).toEqual([-5]);
  expect(brief(ran.issues)).toEqual(['warning scoring/yearly-quantity 督查事项!H2']);
});

const score = (code: string, points: number | string | null, from: string | null, to: string | null, more: Cells = {}): Cells => ({
  事项编码: code, 事项: null, 分值: points, 单位: null, 适用起: from === null ? null : day(from), 适用止: to === null ? null : day(to), 条款: null, ...more,
});
const late = '督查-三(三)e';
const run = (scores: Cells[], ...rows: Cells[]) => runQuarter({ rows, more: { 分值表: scores } });

// 分值表 by 发生日期, both ends included
test.each<[string, number]>([['2026-01-31', -1], ['2026-02-01', -2], ['2026-02-28', -2], ['2026-03-01', -4]])('on %s the score is %p', (date, points) => {
  const scores = [score(late, -1, null, '2026-01-31'), score(late, -2, '2026-02-01', '2026-02-28'), score(late, -4, '2026-03-01', null)];
  expect(values(run(scores, row('李晓燕', late, { 发生日期: day(date), 数量: 1 })))).toEqual([points]);
});

test('a code that 分值表 does not mention has the built-in score, and nothing is said', () => {
  const ran = run([score(late, -2, null, null)], row('李晓燕', '督查-三(三)i'));
  expect(values(ran)).toEqual([-3]);
  expect(brief(ran.issues)).toEqual([]);
});

test('a date that no row covers takes the built-in score with one warning', () => {
  const ran = run([score(late, -2, '2026-03-01', null)], row('李晓燕', late), row('刘洋', late, { 发生日期: day('2026-03-01') }), row('刘洋', late, { 发生日期: day('2026-02-28') }));
  expect(values(ran)).toEqual([-1, -1, -2]);
  expect(brief(ran.issues)).toEqual(['warning scoring/score-not-covered 督查事项!F2']);
  expect(ran.issues.find(({ code }) => code === 'scoring/score-not-covered')!.message).toContain('共2条事项');
});

test('two rows for one date are an error, and the row cannot be scored', () => {
  const ran = run([score(late, -2, null, '2026-02-02'), score(late, -1, '2026-02-02', null)], row('李晓燕', late), row('刘洋', late, { 发生日期: day('2026-02-03') }));
  expect(brief(ran.issues)).toEqual(['error scoring/score-overlap 分值表!E3', 'error scoring/score-twice 督查事项!F2']);
  expect(values(ran)).toEqual([-1]);
});

test.each<[string, string | null, string | null, boolean]>([
  ['before the year', '2025-01-01', '2025-12-31', false],
  ['touching the year', '2025-01-01', '2026-01-01', true],
  ['after the quarter', '2026-04-01', null, false],
  ['on the last day of the quarter', '2026-03-31', null, true],
])('rows that overlap %s are an error of this quarter: %p %p %p', (_, from, to, isError) => {
  const ran = run([score('督查-三(三)i', -3, null, null), score('督查-三(三)i', -4, from, to)], row('李晓燕', late));
  expect(brief(ran.issues)).toEqual(isError ? ['error scoring/score-overlap 分值表!E3'] : []);
});

test.each<[string, Cells, string[]]>([
  ['a score with three decimals', score(late, -1.005, null, null), ['error scoring/score-not-exact 分值表!C2']],
  ['a score without bounds', score(late, 99999, null, null), ['error scoring/score-not-exact 分值表!C2']],
  ['a score that is no number', score(late, '酌情', null, null), ['error cell/number-unreadable 分值表!C2']],
  ['no score', score(late, null, null, null), ['error cell/required-blank 分值表!C2']],
  ['dates the wrong way round', score(late, -1, '2026-03-01', '2026-02-01'), ['error scoring/score-period-reversed 分值表!E2']],
  ['neither code nor name', { ...score(late, -1, null, null), 事项编码: null }, ['error scoring/score-without-item 分值表!A2']],
  ['a deduction without its sign', score(late, 1, null, null), ['warning scoring/score-sign 分值表!C2']],
  ['an award with a minus', score('督查-三(四)a', -5, null, null), ['warning scoring/score-sign 分值表!C2']],
  ['an item that scores nothing any more', score(late, 0, null, null), []],
  ['half points', score(late, -0.5, null, null), []],
])('分值表: %s', (_, cells, issues) => {
  expect(brief(run([cells], row('刘洋', '督查-三(三)i')).issues)).toEqual(issues);
});

// an office that has changed a score must not get the regulation's back in silence
test.each<[string, Cells]>([
  ['no score', score(late, null, null, null)],
  ['a score that is no number', score(late, '酌情', null, null)],
  ['a score with three decimals', score(late, -1.005, null, null)],
  ['dates the wrong way round', score(late, -2, '2026-03-01', '2026-02-01')],
  ['a date that is none', score(late, -2, null, null, { 适用起: '2026.2.30' })],
])('an item whose only row in 分值表 has %s: the built-in score, with a warning', (_, cells) => {
  const ran = runQuarter({ rows: [row('李晓燕', late), row('刘洋', late)], more: { 分值表: [score('督查-三(三)i', -3, null, null), cells] } }, { acceptErrors: true });
  expect(values(ran)).toEqual([-1, -1]);
  expect(brief(ran.issues).filter((issue) => issue.startsWith('warning'))).toEqual(['warning scoring/score-not-covered 督查事项!F2']);
  expect(ran.issues.find(({ code }) => code === 'scoring/score-not-covered')).toMatchObject({
    message: '分值表有“迟到、早退”,但没有能用于2026-02-02的一行(共2条事项),已按内置分值-1计算', remedy: '请在“分值表”第3行附近补上适用这一天的分值,或改适用起、适用止',
  });
});

test("an office's own item whose row cannot be used has no score", () => {
  const ran = run([score('自定-1', '酌情', null, null, { 事项: '好人好事' })], row('李晓燕', '好人好事'));
  expect(brief(ran.issues)).toEqual(['error cell/number-unreadable 分值表!C2', 'error scoring/score-missing 督查事项!F2']);
});

test('rows of 分值表 that cannot be used are counted among those left out', () => {
  const ran = runQuarter({ rows: [row('刘洋', late)], more: { 分值表: [score(late, -1.005, null, null)] } }, { acceptErrors: true });
  expect(ran.sheetTitles[3]).toBe('公示2026年1季度(草稿)');
});

test('an item may be named in 分值表 instead of coded, and worded anew', () => {
  const ran = run([{ ...score(late, -2, null, null), 事项编码: null, 事项: '迟到' }, score('督查-三(三)c', -3, null, null, { 事项: '县领导点名批评' })], row('李晓燕', late), row('刘洋', null, { 事项: '县领导点名批评' }), row('黄磊', '督查-三(三)c'));
  expect(values(ran)).toEqual([-2, -3, -3]);
  expect(ran.tables['明细']![2]!['事项']).toBe('县领导点名批评');
});

test("an office's own item: its score by date, nothing outside", () => {
  const own = score('自定-1', 0.5, '2026-01-01', '2026-01-31', { 事项: '好人好事', 条款: '督查-三(四)c' });
  const ran = run([own, score('自定-2', -1, null, null, { 单位: '天', 条款: '不是条款' })], row('李晓燕', '自定-1', { 发生日期: day('2026-01-31'), 数量: 3 }), row('刘洋', '好人好事'), row('刘洋', '自定-2', { 数量: 0.5 }));
  expect(values(ran)).toEqual([1.5, -0.5]);
  expect(brief(ran.issues)).toEqual(['error scoring/score-missing 督查事项!F3']);
});

test('absence follows the dated scores of f and g', () => {
  const scores = [score('督查-三(三)f', -1, '2026-02-03', null), score('督查-三(三)g', -1.5, '2026-02-03', null)];
  const halves = (date: string) => [row('李晓燕', '督查-三(三)f', { 发生日期: day(date), 时段: '上午' }), row('李晓燕', '督查-三(三)f', { 发生日期: day(date), 时段: '下午' })];
  expect(values(run([...scores, score('督查-三(三)f', -2, null, '2026-02-02')], ...halves('2026-02-02'), ...halves('2026-02-03')))).toEqual([-2, -1, -1, -0.5]);
});

test('where the score of a whole day is told twice, two halves take the built-in one', () => {
  const scores = [score('督查-三(三)g', -3, null, null), score('督查-三(三)g', -4, null, null)];
  const ran = run(scores, row('李晓燕', '督查-三(三)f'), row('李晓燕', '督查-三(三)f'));
  expect(values(ran)).toEqual([-2, -1]);
  expect(brief(ran.issues)).toEqual(['error scoring/score-overlap 分值表!E3']);
});
