/** 后勤-二(七): what a month of duty is worth, to whom. */
import { brief, checkBook, day, issueOf, people, type Cells, type Sheets } from '../harness';
import { duty, FIVE, found, paid, rate, RATES, run, slip, at, type Run } from './month';

/** 2026-03-02 is a Monday. */
const plain = [duty('2026-03-02', '甲一'), duty('2026-03-03', '乙二')];

describe('by the day on which a duty begins', () => {
  test.each<[string, string, string, number]>([
    ['a working day', '2026-03-02', '工作日', 50],
    ['a make-up Saturday', '2026-02-14', '补班日', 60],
    ['a Sunday', '2026-03-08', '周末', 80],
    ['a holiday that is no statutory day', '2026-04-04', '假期', 100],
    ['a statutory day', '2026-04-05', '法定日', 150.5],
    ['the eve of the New Year', '2026-02-16', '法定日', 150.5],
    ['the first of the Spring Festival’s days', '2026-02-15', '假期', 100],
    ['a leap day', '2024-02-29', '工作日', 50],
  ])('%s, %s', (_, date, dayClass, amount) => {
    const ran = run([duty(date, '甲一')], {}, { month: date.slice(0, 7) });
    expect(ran.details).toMatchObject([{ 日期: date, 日期类型: dayClass, 原值班人: '甲一', 实际值班人: '甲一', 调换单号: null, 金额: amount, 处理: '发放' }]);
    expect(ran.lines).toMatchObject([{ [`${dayClass}班次`]: 1, 班次合计: 1, [`${dayClass}标准`]: amount, 应发金额: amount, 实发金额: amount }]);
  });

  test('a duty of the last day belongs to its month, whatever day it ends on; other months do not count', () => {
    const rows = [duty('2026-02-28', '丙三'), duty('2026-03-01', '甲一'), duty('2026-03-31', '乙二'), duty('2026-04-01', '丙三')];
    expect(paid(run(rows))).toEqual(['甲一 1班 应80 补休0 封顶0 实80', '乙二 1班 应50 补休0 封顶0 实50']);
    // the night before the statutory day is priced by its own day: 4 April is an ordinary holiday
    expect(paid(run([duty('2026-04-04', '甲一')], {}, { month: '2026-04' }))).toEqual(['甲一 1班 应100 补休0 封顶0 实100']);
  });

  test('日历 decides', () => {
    const sheets: Sheets = { 日历: [{ 日期: day('2026-03-02'), 类型: '假期', 假期名: '临江解放纪念日', 法定日: '是' }, { 日期: day('2026-03-03'), 类型: '假期', 假期名: '临江解放纪念日', 法定日: '否' }] };
    expect(run(plain, sheets).details.map((row) => row['日期类型'])).toEqual(['法定日', '假期']);
  });

  test('both of a holiday are paid in full', () => {
    expect(paid(run([duty('2026-04-05', '乙二', { 值班人员二: '甲一', 带班领导: '陆振邦' })], {}, { month: '2026-04' }))).toEqual(['甲一 1班 应150.5 补休0 封顶0 实150.5', '乙二 1班 应150.5 补休0 封顶0 实150.5']);
  });

  test('whoever is rostered twice a day is paid once', () => {
    expect(paid(run([duty('2026-03-02', '甲一', { 值班人员二: '甲一' })]))).toEqual(['甲一 1班 应50 补休0 封顶0 实50']);
  });
});

describe('费率表', () => {
  test.each<[string, readonly Cells[], readonly string[], readonly string[]]>([
    ['a new standard from the 1st', [rate('工作日', 50, { 适用止: day('2026-02-28') }), rate('工作日', 55, { 适用起: day('2026-03-01') })], ['甲一 1班 应55 补休0 封顶0 实55', '乙二 1班 应55 补休0 封顶0 实55'], []],
    ['a standard that ends with the month before', [rate('工作日', 50, { 适用止: day('2026-02-28') })], ['甲一 1班 应0 补休0 封顶0 实0', '乙二 1班 应0 补休0 封顶0 实0'], ['warning allowance/rate-missing 费率表!']],
    ['a standard that changes within the month', [rate('工作日', 50, { 适用止: day('2026-03-02') }), rate('工作日', 55, { 适用起: day('2026-03-03') })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应55 补休0 封顶0 实55'], []],
    ['a duty on the day after it ends', [rate('工作日', 50, { 适用止: day('2026-03-02') })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应0 补休0 封顶0 实0'], ['warning allowance/rate-missing 费率表!']],
    ['元/小时', [rate('工作日', 2.5, { 计价: '元/小时' })], ['甲一 1班 应60 补休0 封顶0 实60', '乙二 1班 应60 补休0 封顶0 实60'], []],
    ['no row', [], ['甲一 1班 应0 补休0 封顶0 实0', '乙二 1班 应0 补休0 封顶0 实0'], ['warning allowance/rate-missing 费率表!']],
    ['a blank standard', [rate('工作日', null)], ['甲一 1班 应0 补休0 封顶0 实0', '乙二 1班 应0 补休0 封顶0 实0'], ['warning allowance/rate-missing 费率表!']],
    ['the template’s 0', [rate('工作日', 0)], ['甲一 1班 应0 补休0 封顶0 实0', '乙二 1班 应0 补休0 封顶0 实0'], ['warning allowance/rate-zero 费率表!G2']],
    ['another name of the class', [rate('平日', 50)], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['a class that nobody knows', [rate('工作日', 50), rate('雨天', 50)], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['error allowance/day-class 费率表!D3']],
    ['two rows for one day and class', [rate('工作日', 50), rate('工作日', 60, { 适用起: day('2026-03-31') })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['error allowance/rate-twice 费率表!A3']],
    ['two rows that meet in another month', [rate('工作日', 50, { 适用止: day('2026-04-30') }), rate('工作日', 60, { 适用起: day('2026-04-01') })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['it ends before it begins', [rate('工作日', 50), rate('周末', 60, { 适用起: day('2026-03-02'), 适用止: day('2026-03-01') })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['error allowance/rate-ends-before-it-begins 费率表!B3']],
    ['a negative standard, a negative cap', [rate('周末', -1), rate('工作日', 50, { 月封顶: -1 })], ['甲一 1班 应0 补休0 封顶0 实0', '乙二 1班 应0 补休0 封顶0 实0'], ['error allowance/rate-negative 费率表!G2', 'error allowance/rate-negative 费率表!H3', 'warning allowance/rate-missing 费率表!']],
    ['a night’s standard and meals', [rate('工作日', 50), rate('工作日', 30, { 时段: '夜班' }), rate('工作日', 20, { 计价: '元/餐' })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['info allowance/rate-unused 费率表!E3', 'info allowance/rate-unused 费率表!F4']],
    ['not with overtime: said, not computed', [rate('工作日', 50, { 与加班补助互斥: '是' }), rate('周末', 50, { 与加班补助互斥: '否' })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['info allowance/overtime-unchecked 费率表!K2']],
    ['drivers and others are of no account here', [rate('工作日', 50), rate('工作日', 70, { 对象: '驾驶员' }), rate('工作日', 70, { 对象: '其他' })], ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], []],
  ])('%s', (_, rates, expected, issues) => {
    const ran = run(plain, { 费率表: rates });
    expect([paid(ran), found(ran)]).toEqual([expected, issues]);
  });

  test('check tells of contradictions in any year', () => {
    const rates = [rate('工作日', 50, { 适用止: day('2030-04-30') }), rate('工作日', 60, { 适用起: day('2030-04-01') })];
    expect(found(run(plain, { 费率表: rates }))).toEqual([]);
    const issues = checkBook({ 人员: people(FIVE), 费率表: rates, 值班补休: [{ 姓名: '甲一', 值班日期: day('2030-03-02') }] });
    expect(brief(issues).filter((line) => line.includes('allowance/'))).toEqual(['error allowance/rate-twice 费率表!A3', 'warning allowance/rest-date-blank 值班补休!A2']);
    const open = checkBook({ 人员: people(FIVE), 费率表: [rate('工作日', 50, { 适用起: day('2030-01-01') }), rate('工作日', 60)] });
    expect(issueOf(open, 'allowance/rate-twice').message).toContain('(2030-01-01至今后)');
    expect(issueOf(issues, 'allowance/rate-twice').message).toBe('值班人员工作日的标准与第2行(最早至2030-04-30)重叠,同一天有两个标准');
  });

  test('amounts are exact to the fen', () => {
    const rows = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map((date) => duty(`2026-03-${String(date).padStart(2, '0')}`, '甲一'));
    expect(run(rows, { 费率表: [rate('工作日', 0.1)] }).lines).toMatchObject([{ 应发金额: 1, 实发金额: 1 }]);
  });
});

describe('参数 值班补助跨日=分段折算', () => {
  const parts = { settings: { 值班补助跨日: '分段折算' } };
  const amounts = (rows: readonly Cells[], month: string, more: Sheets = {}): readonly string[] => run(rows, more, { ...parts, month }).details.map((row) => `${String(row['日期'])} ${String(row['日期类型'])} ${String(row['金额'])}`);

  test.each<[string, string, string, readonly Cells[]]>([
    ['both days alike', '2026-03-02', '2026-03-02 工作日 50', RATES],
    // 15/24 x 50 + 9/24 x 80
    ['Friday into Saturday', '2026-03-06', '2026-03-06 工作日 61.25', RATES],
    // 15/24 x 100 + 9/24 x 150.50 = 118.9375
    ['into a statutory day, rounded to the fen', '2026-04-04', '2026-04-04 假期 118.94', RATES],
    // (5 x 1 fen + 3 x 5 fen) / 8 = 2.5 fen
    ['half a fen is rounded up', '2026-03-06', '2026-03-06 工作日 0.03', [rate('工作日', 0.01), rate('周末', 0.05)]],
    ['the last night of a month, by the new standard', '2026-03-31', '2026-03-31 工作日 53', [rate('工作日', 50, { 适用止: day('2026-03-31') }), rate('工作日', 58, { 适用起: day('2026-04-01') })]],
    ['the last night of a year', '2025-12-31', '2025-12-31 工作日 87.69', RATES],
  ])('%s', (_, date, expected, rates) => {
    expect(amounts([duty(date, '甲一')], date.slice(0, 7), { 费率表: rates })).toEqual([expected]);
  });

  test('a next day without a standard is told', () => {
    const ran = run([duty('2026-03-06', '甲一')], { 费率表: [rate('工作日', 50)] }, parts);
    expect([paid(ran), found(ran)]).toEqual([['甲一 1班 应31.25 补休0 封顶0 实31.25'], ['warning allowance/rate-missing 费率表!']]);
  });

  test('what begins next month makes nobody a payee of this one, and caps nobody', () => {
    const rates = [...RATES, rate('工作日', 30, { 对象: '带班领导', 适用起: day('2026-04-01') }), rate('补班日', 1, { 适用起: day('2027-01-01'), 月封顶: 1 })];
    expect(paid(run([duty('2026-03-31', '甲一')], { 费率表: rates }, parts))).toEqual(['甲一 1班 应50 补休0 封顶0 实50']);
  });
});

describe('officers in charge', () => {
  test('are not paid by default', () => {
    expect(run(plain).lines.map((line) => line['姓名'])).toEqual(['甲一', '乙二']);
  });

  test('are paid where 费率表 has a row for them, with a cap of their own', () => {
    const ran = run(plain, { 费率表: [...RATES, rate('工作日', 30, { 对象: '带班领导', 月封顶: 50 })], 调换班: [] });
    expect(paid(ran)).toEqual(['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50', '秦朗 2班 应60 补休0 封顶10 实50']);
    expect(ran.lines.map((line) => line['对象'])).toEqual(['值班人员', '值班人员', '带班领导']);
  });

  test('after a swap who really led', () => {
    const ran = run(plain, { 费率表: [...RATES, rate('工作日', 30, { 对象: '带班领导' })], 调换班: [slip('2026-03-03', '秦朗', '于慧', { 岗位: '带班' })] });
    expect(paid(ran).slice(2)).toEqual(['秦朗 1班 应30 补休0 封顶0 实30', '于慧 1班 应30 补休0 封顶0 实30']);
  });

  test('an unapproved swap of theirs is held back too', () => {
    const ran = run(plain, { 费率表: [...RATES, rate('工作日', 30, { 对象: '带班领导' })], 调换班: [slip('2026-03-03', '秦朗', '于慧', { 岗位: '带班', 批准人: null, 批准时间: null })] });
    expect(paid(ran).slice(2)).toEqual(['秦朗 1班 应30 补休0 封顶0 实30', '于慧 1班 应30 补休0 封顶0 实0']);
    expect(issueOf(ran.issues, 'allowance/held').message).toBe('2026-03-03带班的于慧,调换未经批准;补助30.00元暂扣待定');
  });
});

describe('月封顶', () => {
  const four = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((date) => duty(date, '甲一'));
  const capped = (cap: number | null, more: readonly Cells[] = []): readonly Cells[] => [rate('工作日', 50, { 月封顶: cap }), ...more];

  test.each<[string, readonly Cells[], readonly string[], readonly string[]]>([
    ['not reached', capped(200.01), ['甲一 4班 应200 补休0 封顶0 实200'], []],
    ['exactly reached', capped(200), ['甲一 4班 应200 补休0 封顶0 实200'], []],
    ['passed by a fen', capped(199.99), ['甲一 4班 应200 补休0 封顶0.01 实199.99'], []],
    ['nothing at all', capped(0), ['甲一 4班 应200 补休0 封顶200 实0'], []],
    ['none', capped(null), ['甲一 4班 应200 补休0 封顶0 实200'], []],
    ['one row has it, another none', capped(150, [rate('周末', 80)]), ['甲一 4班 应200 补休0 封顶50 实150'], []],
    ['the same in every row', capped(150, [rate('周末', 80, { 月封顶: 150 })]), ['甲一 4班 应200 补休0 封顶50 实150'], []],
    ['two that differ: an error, the smaller holds', capped(150, [rate('周末', 80, { 月封顶: 100 })]), ['甲一 4班 应200 补休0 封顶100 实100'], ['error allowance/cap-differs 费率表!H3']],
    ['the other way round', capped(100, [rate('周末', 80, { 月封顶: 150 })]), ['甲一 4班 应200 补休0 封顶100 实100'], ['error allowance/cap-differs 费率表!H3']],
    ['a new cap within the month: the last holds', [rate('工作日', 50, { 适用止: day('2026-03-03'), 月封顶: 100 }), rate('工作日', 50, { 适用起: day('2026-03-04'), 月封顶: 150 })], ['甲一 4班 应200 补休0 封顶50 实150'], []],
    ['rows that all end before the month does', [rate('工作日', 50, { 适用止: day('2026-03-10'), 月封顶: 150 })], ['甲一 4班 应200 补休0 封顶50 实150'], []],
  ])('%s', (_, rates, expected, issues) => {
    const ran = run(four, { 费率表: rates });
    expect([paid(ran), found(ran)]).toEqual([expected, issues]);
  });

  test('is a person’s, and counts what is paid', () => {
    const ran = run([...four, duty('2026-03-06', '乙二')], { 费率表: capped(150), 值班补休: [{ 姓名: '甲一', 值班日期: day('2026-03-02'), 补休日期: day('2026-03-06') }] });
    expect(paid(ran)).toEqual(['甲一 4班 应200 补休1 封顶0 实150', '乙二 1班 应50 补休0 封顶0 实50']);
  });
});

describe('值班补休', () => {
  const rest = (name: string, date: string, rested: string | null, more: Cells = {}): Cells => ({ 姓名: name, 值班日期: day(date), 补休日期: rested === null ? null : day(rested), ...more });
  const of = (rests: readonly Cells[], more: Sheets = {}, options: Run = {}) => run(plain, { 值班补休: rests, ...more }, options);

  test.each<[string, ReturnType<typeof run>, readonly string[], readonly string[]]>([
    ['is not paid', of([rest('甲一', '2026-03-02', '2026-03-09')]), ['甲一 1班 应50 补休1 封顶0 实0', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['is paid where 参数 says so', of([rest('甲一', '2026-03-02', '2026-03-09')], {}, { settings: { 值班补休后发补助: true } }), ['甲一 1班 应50 补休1 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['is paid where the rate says so', of([rest('甲一', '2026-03-02', '2026-03-09')], { 费率表: [rate('工作日', 50, { 与补休互斥: '否' })] }), ['甲一 1班 应50 补休1 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['without any rate', of([rest('甲一', '2026-03-02', '2026-03-09')], { 费率表: [] }), ['甲一 1班 应0 补休1 封顶0 实0', '乙二 1班 应0 补休0 封顶0 实0'], ['warning allowance/rate-missing 费率表!']],
    ['on no day yet', of([rest('甲一', '2026-03-02', null)]), ['甲一 1班 应50 补休1 封顶0 实0', '乙二 1班 应50 补休0 封顶0 实50'], ['warning allowance/rest-date-blank 值班补休!C2']],
    ['before the duty', of([rest('甲一', '2026-03-02', '2026-03-01')]), ['甲一 1班 应50 补休1 封顶0 实0', '乙二 1班 应50 补休0 封顶0 实50'], ['warning allowance/rest-before 值班补休!C2']],
    ['on the day of the duty', of([rest('甲一', '2026-03-02', '2026-03-02')]), ['甲一 1班 应50 补休1 封顶0 实0', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['twice', of([rest('甲一', '2026-03-02', '2026-03-09'), rest('甲一', '2026-03-02', '2026-03-10')]), ['甲一 1班 应50 补休1 封顶0 实0', '乙二 1班 应50 补休0 封顶0 实50'], ['warning allowance/rest-twice 值班补休!A3']],
    ['of a day on which he did not serve', of([rest('甲一', '2026-03-03', '2026-03-09')]), ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['warning allowance/rest-without-duty 值班补休!B2']],
    ['of another month', of([rest('甲一', '2026-02-03', '2026-03-09')]), ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], []],
    ['of somebody unknown', of([rest('某某', '2026-03-02', '2026-03-09')]), ['甲一 1班 应50 补休0 封顶0 实50', '乙二 1班 应50 补休0 封顶0 实50'], ['error person/unknown 值班补休!A2']],
  ])('%s', (_, ran, expected, issues) => {
    expect([paid(ran), found(ran)]).toEqual([expected, issues]);
  });

  test.each<[string, Cells, readonly Cells[], readonly string[]]>([
    ['unexplained', { 姓名: '甲一', 假别: '补休' }, [], ['warning allowance/rest-unexplained 请假!']],
    ['调休 too', { 姓名: '甲一', 假别: '调休' }, [], ['warning allowance/rest-unexplained 请假!']],
    ['another kind of leave', { 姓名: '甲一', 假别: '年休假' }, [], []],
    ['of somebody without a duty', { 姓名: '戊五', 假别: '补休' }, [], []],
    ['explained', { 姓名: '甲一', 假别: '补休' }, [rest('甲一', '2026-03-02', '2026-03-10')], []],
    ['explained by a duty of another month', { 姓名: '甲一', 假别: '补休' }, [rest('甲一', '2026-02-02', '2026-03-09')], []],
    ['explained by another day', { 姓名: '甲一', 假别: '补休' }, [rest('甲一', '2026-03-02', '2026-03-11')], ['warning allowance/rest-unexplained 请假!']],
    ['explained by no day', { 姓名: '甲一', 假别: '补休' }, [rest('甲一', '2026-03-02', null)], ['warning allowance/rest-date-blank 值班补休!C2', 'warning allowance/rest-unexplained 请假!']],
    ['explained by an earlier day', { 姓名: '甲一', 假别: '补休' }, [rest('甲一', '2026-03-02', '2026-03-08')], ['warning allowance/rest-unexplained 请假!']],
    ['of somebody else', { 姓名: '甲一', 假别: '补休' }, [rest('乙二', '2026-03-03', '2026-03-09'), rest('某某', '2026-02-03', '2026-03-09')], ['warning allowance/rest-unexplained 请假!']],
  ])('leave to make up: %s', (_, leave, rests, expected) => {
    const ran = run(plain, { 请假: [{ 开始日期: day('2026-03-09'), 结束日期: day('2026-03-10'), ...leave }], ...(rests.length === 0 ? {} : { 值班补休: rests }) });
    expect(found(ran).map((line) => line.replace(/请假!\w+$/, '请假!'))).toEqual(expected);
  });
});

describe('whoever really served is paid', () => {
  const swapped = (more: Cells = {}, rows = plain, sheets: Sheets = {}) => run(rows, { 调换班: [slip('2026-03-03', '乙二', '戊五', { 单号: 'T-1', ...more })], ...sheets });
  const handed = (to: string): Sheets => ({ 交接班: [{ 日期: day('2026-03-03'), 时间: at('2026-03-03 9:00'), 交班人: '甲一', 接班人: to }] });
  const UNAPPROVED: Cells = { 批准人: null, 批准时间: null };
  const HELD_AT = 'warning allowance/held 调换班!';
  const keep = (line: string): boolean => line.includes('allowance/');

  test.each<[string, ReturnType<typeof run>, string, number, string, string | null]>([
    ['an approved swap', swapped(), '戊五', 50, '发放', 'T-1'],
    ['approved at nine', swapped({ 批准时间: at('2026-03-03 9:00') }), '戊五', 50, '发放', 'T-1'],
    ['approved a minute after nine', swapped({ 批准时间: at('2026-03-03 9:01') }), '戊五', 0, '暂扣', 'T-1'],
    ['approved by somebody without the right', swapped({ 批准人: '白露' }), '戊五', 0, '暂扣', 'T-1'],
    ['cancelled', swapped({ 撤销: '是' }), '乙二', 50, '发放', null],
    ['not approved', swapped(UNAPPROVED), '戊五', 0, '暂扣', 'T-1'],
    ['not approved, the row already names the substitute', swapped(UNAPPROVED, [plain[0]!, duty('2026-03-03', '戊五')]), '戊五', 0, '暂扣', 'T-1'],
    ['approved, the row already names the substitute', swapped({}, [plain[0]!, duty('2026-03-03', '戊五')]), '戊五', 50, '发放', 'T-1'],
    ['not approved, but the rate pays whoever served', swapped(UNAPPROVED, plain, { 费率表: [rate('工作日', 50, { 未批调换班: '发给实际值班人' })] }), '戊五', 50, '发放', 'T-1'],
    ['not approved, and 交接班 names who was rostered', swapped(UNAPPROVED, plain, handed('乙二')), '乙二', 50, '发放', null],
    ['not approved, and 交接班 names the substitute', swapped(UNAPPROVED, plain, handed('戊五')), '戊五', 0, '暂扣', 'T-1'],
    ['approved, and 交接班 names the substitute', swapped({}, plain, handed('戊五')), '戊五', 50, '发放', 'T-1'],
    ['approved late, and 交接班 names who was rostered', swapped({ 批准时间: at('2026-03-03 9:01') }, plain, handed('乙二')), '乙二', 50, '发放', null],
    ['approved by nobody, and no rate', swapped(UNAPPROVED, plain, { 费率表: [rate('周末', 80)] }), '戊五', 0, '暂扣', 'T-1'],
    ['a substitute who is no clerk', swapped({ 顶替人: '白露' }), '白露', 0, '暂扣', 'T-1'],
    ['no swap, and 交接班 names somebody else', run(plain, handed('丁四')), '丁四', 0, '暂扣', null],
    ['no swap, and 交接班 names who was rostered', run(plain, handed('乙二')), '乙二', 50, '发放', null],
    ['no swap, and 交接班 names two others', run(plain, handed('丁四、丙三')), '乙二', 0, '暂扣', null],
    ['no swap, and 交接班 cannot be read', run(plain, handed('某某')), '乙二', 50, '发放', null],
  ])('%s', (_, ran, actual, net, settlement, number) => {
    expect(ran.details.find((row) => row['日期'] === '2026-03-03')).toMatchObject({ 原值班人: '乙二', 实际值班人: actual, 处理: settlement, 调换单号: number });
    const gross = ran.lines[0]!['应发金额'];
    expect(ran.lines.find((line) => line['姓名'] === actual)).toMatchObject({ 班次合计: 1, 应发金额: gross, 实发金额: net, 暂扣班次: settlement === '暂扣' ? 1 : 0, 暂扣金额: settlement === '暂扣' ? gross : 0 });
    expect(ran.lines.find((line) => line['姓名'] === '甲一')).toMatchObject({ 实发金额: gross, 暂扣班次: 0 });
  });

  test('what is held back is told at the slip, or at 交接班', () => {
    expect(found(swapped(UNAPPROVED)).filter(keep)).toEqual([expect.stringMatching(`^${HELD_AT}`)]);
    expect(found(run(plain, handed('丁四'))).filter(keep)).toEqual(['warning allowance/held 交接班!D2']);
    expect(issueOf(run(plain, handed('丁四')).issues, 'allowance/held').message).toBe('2026-03-03值班的丁四,交接班由丁四接班,没有批准的调换班;补助50.00元暂扣待定');
    const lenient = swapped(UNAPPROVED, plain, { 费率表: [rate('工作日', 50, { 未批调换班: '发给实际值班人' })] });
    expect(found(lenient).filter(keep)).toEqual([expect.stringMatching('^info allowance/unapproved-paid 调换班!')]);
    expect(issueOf(swapped({ 批准人: '白露' }).issues, 'allowance/held').message).toContain('戊五,调换班的批准无效');
  });

  test('a chain: approved, then not', () => {
    const ran = run(plain, { 调换班: [slip('2026-03-03', '乙二', '丙三', { 单号: 'T-1' }), slip('2026-03-03', '丙三', '丁四', { 单号: 'T-2', ...UNAPPROVED })] });
    expect(ran.details[1]).toMatchObject({ 原值班人: '乙二', 实际值班人: '丁四', 调换单号: 'T-1', 处理: '暂扣' });
  });

  test('a chain of unapproved slips', () => {
    const ran = run(plain, { 调换班: [slip('2026-03-03', '乙二', '丙三', UNAPPROVED), slip('2026-03-03', '丙三', '丁四', UNAPPROVED)] });
    expect(ran.details[1]).toMatchObject({ 实际值班人: '丁四', 处理: '暂扣', 说明: '调换未经批准' });
  });

  test('an exchange of two days pays each for the other’s', () => {
    const ran = run([duty('2026-03-02', '甲一'), duty('2026-03-07', '乙二')], { 调换班: [slip('2026-03-02', '甲一', '乙二', { 类型: '对调', 对调日期: day('2026-03-07') })] });
    expect(paid(ran)).toEqual(['甲一 1班 应80 补休0 封顶0 实80', '乙二 1班 应50 补休0 封顶0 实50']);
  });

  describe('two on duty', () => {
    const holiday = [duty('2026-04-05', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })];
    const signed = (to: string): readonly string[] => run(holiday, { 交接班: [{ 日期: day('2026-04-05'), 接班人: to }] }, { month: '2026-04' }).details.map((row) => `${String(row['实际值班人'])}${String(row['处理'])}`);

    test.each<[string, string, readonly string[]]>([
      ['either signs for both', '乙二', ['甲一发放', '乙二发放']],
      ['one of two is somebody else: it is not settled whose place he took', '甲一、丙三', ['甲一发放', '乙二暂扣']],
      ['somebody else alone', '丙三', ['甲一暂扣', '乙二暂扣']],
    ])('%s', (_, to, expected) => {
      expect(signed(to)).toEqual(expected);
    });
  });
});

describe('namesakes', () => {
  const staff: readonly Cells[] = [...people(FIVE), { 姓名: '张伟', 编号: '07', 股室: '综合股', 层级: '一般', 是否文秘: '是', 手机: '13900000007' }, { 姓名: '张伟', 编号: '19', 股室: '秘书股', 层级: '一般', 是否文秘: '是', 手机: '13900000019' }];
  const sheets: Sheets = { 人员: staff, 股室: [{ 股室: '综合股' }, { 股室: '秘书股' }] };

  test('are two lines, by number in the table, by section on the page', () => {
    const ran = run([duty('2026-03-02', '张伟(07)'), duty('2026-03-03', '张伟(19)'), duty('2026-03-04', '张伟(07)')], sheets);
    expect(ran.lines.map((line) => `${String(line['姓名'])} ${String(line['股室'])} ${String(line['实发金额'])}`)).toEqual(['张伟(07) 综合股 100', '张伟(19) 秘书股 50']);
    const page = ran.content('值班补助发放表2026年3月').rows.map((row) => row[1]?.value);
    expect(page).toContain('张伟(综合股)');
    expect(page).toContain('张伟(秘书股)');
    expect(page.join()).not.toMatch(/张伟\(\d/);
  });

  test('人员编号 says whose duty was made up for; without it nobody is', () => {
    const rows = [duty('2026-03-02', '张伟(07)'), duty('2026-03-03', '张伟(19)')];
    const rest = (id: string | null): Sheets => ({ ...sheets, 值班补休: [{ 姓名: '张伟', 值班日期: day('2026-03-03'), 补休日期: day('2026-03-09'), 人员编号: id }] });
    expect(paid(run(rows, rest('19')))).toEqual(['张伟(07) 1班 应50 补休0 封顶0 实50', '张伟(19) 1班 应50 补休1 封顶0 实0']);
    expect(found(run(rows, rest(null)))).toEqual(['error person/ambiguous 值班补休!A2']);
  });
});

describe('what is not there', () => {
  test('days that nobody is known to have served', () => {
    const ran = run([duty('2026-03-01', '甲一'), duty('2026-03-02', null)]);
    expect(issueOf(ran.issues, 'allowance/days-missing').message).toMatch(/^未见2026-03-02、2026-03-03、.*2026-03-31的值班人员,这30天没有计入补助$/);
    const full = Array.from({ length: 31 }, (_, index) => duty(`2026-03-${String(index + 1).padStart(2, '0')}`, FIVE[index % 5]!));
    expect(run(full).issues.some(({ code }) => code === 'allowance/days-missing')).toBe(false);
  });

  test('a month that is none', () => {
    const ran = run(plain, {}, { month: '2026-13' });
    expect(found(ran)).toEqual(['error allowance/month !']);
    expect([ran.lines, ran.details, ran.sheets]).toEqual([[], [], []]);
  });

  test('no 值班表', () => {
    const ran = run([], {}, {});
    expect(ran.sheets).toEqual([]);
  });

  test('a month without duties is an empty table and a page to say so', () => {
    const ran = run(plain, {}, { month: '2026-05' });
    expect(ran.lines).toEqual([]);
    expect(ran.sheets).toEqual(['值班补助', '值班明细', '值班补助发放表2026年5月']);
    expect(ran.content('值班补助发放表2026年5月').rows.flat().map((cell) => cell?.value)).toContain('实发合计(大写):人民币零元整    小写:0.00元');
  });
});
