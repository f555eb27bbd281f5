/** roster.md, Problem: who is wanted when, and who may serve. */
import { brief, day, fairnessOf, generate, issueOf, names, on, people, workbookOf, written, type Cells, type Run, type Sheets } from './harness';

const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
const MARCH: Run = { from: '2026-03-02', to: '2026-03-15' };

/** Dates on which somebody serves. */
function datesOf(rows: readonly Readonly<Record<string, unknown>>[], name: string): string[] {
  return rows.filter((row) => String(row['值班人员'] ?? '').split('、').concat(String(row['值班人员二'] ?? '').split('、')).includes(name)).map((row) => String(row['日期']));
}

describe('how many a day asks for', () => {
  test.each<[string, Run, Sheets, string, number, string]>([
    ['a working day: one', { from: '2026-03-02', to: '2026-03-02' }, {}, '2026-03-02', 1, '工作日'],
    ['an ordinary Saturday belongs to the regular pool', { from: '2026-03-07', to: '2026-03-07' }, {}, '2026-03-07', 1, '周末'],
    ['a make-up Saturday too, counted as Saturday', { from: '2026-02-14', to: '2026-02-14' }, {}, '2026-02-14', 1, '补班'],
    ['a holiday: two', { from: '2026-04-04', to: '2026-04-04' }, {}, '2026-04-04', 2, '假期'],
    ['a holiday with 参数 假期值班人数=3', { from: '2026-04-04', to: '2026-04-04' }, { 参数: [{ 键: '假期值班人数', 值: 3 }] }, '2026-04-04', 3, '假期'],
    ['紧急带班 without a number: one', { from: '2026-03-02', to: '2026-03-02' }, { 紧急带班: [{ 开始日期: day('2026-03-01'), 结束日期: day('2026-03-03'), 县级领导: '顾明远' }] }, '2026-03-02', 1, '工作日'],
    ['紧急带班 with 3', { from: '2026-03-02', to: '2026-03-02' }, { 紧急带班: [{ 开始日期: day('2026-03-02'), 结束日期: day('2026-03-02'), 县级领导: '顾明远', 值班人数: 3 }] }, '2026-03-02', 3, '工作日'],
    ['a holiday with 紧急带班: the larger number', { from: '2026-04-04', to: '2026-04-04' }, { 紧急带班: [{ 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04'), 县级领导: '顾明远', 值班人数: 1 }] }, '2026-04-04', 2, '假期'],
    ['a holiday with 紧急带班 for three', { from: '2026-04-04', to: '2026-04-04' }, { 紧急带班: [{ 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04'), 县级领导: '顾明远', 值班人数: 3 }] }, '2026-04-04', 3, '假期'],
  ])('%s', (_, run, sheets, date, count, kind) => {
    const { roster } = generate({ 人员: people(SIX), ...sheets }, run);
    const row = roster.find((one) => one['日期'] === date)!;
    expect(row['日期类型']).toBe(kind);
    const served = [row['值班人员'], ...String(row['值班人员二'] ?? '').split('、')].filter((name) => name !== null && name !== '');
    expect(served).toHaveLength(count);
    expect(new Set(served).size).toBe(count);
  });

  test('names beyond the second stand in 值班人员二, joined by 、', () => {
    const { roster } = generate({ 人员: people(SIX), 参数: [{ 键: '假期值班人数', 值: 4 }] }, { from: '2026-04-04', to: '2026-04-04' });
    expect(String(roster[0]!['值班人员二']).split('、')).toHaveLength(3);
  });
});

describe('who may serve', () => {
  const leave = (name: string, from: string, to: string, more: Cells = {}): Sheets => ({ 请假: [{ 姓名: name, 假别: '事假', 开始日期: day(from), 结束日期: day(to), ...more }] });
  const day10 = '2026-03-10';
  test.each<[string, Sheets, Readonly<Record<string, Cells>>]>([
    ['a whole day of leave', leave('甲一', day10, day10), {}],
    ['leave of the morning only: the shift begins at nine', leave('甲一', day10, day10, { 结束时段: '上午' }), {}],
    ['leave of the afternoon only', leave('甲一', day10, day10, { 开始时段: '下午' }), {}],
    ['leave that is not approved yet', leave('甲一', day10, day10, { 状态: '待批' }), {}],
    ['an outing', { 外出: [{ 姓名: '甲一', 类别: '公出', 开始日期: day(day10), 结束日期: day(day10) }] }, {}],
    ['a secondment', { 外出: [{ 姓名: '甲一', 类别: '上派', 开始日期: day('2026-03-08'), 结束日期: day('2026-03-12') }] }, {}],
    ['不排日 不能排', { 不排日: [{ 姓名: '甲一', 开始日期: day(day10), 结束日期: day(day10), 性质: '不能排' }] }, {}],
    ['不排日 with a blank 性质', { 不排日: [{ 姓名: '甲一', 开始日期: day(day10), 结束日期: day(day10), 性质: null }] }, {}],
    ['固定不排', {}, { 甲一: { 固定不排: '周二' } }],
    ['not in post yet', {}, { 甲一: { 到办日期: day('2026-03-11') } }],
    ['离办日期 is the first day out of post', {}, { 甲一: { 离办日期: day(day10) } }],
  ])('%s stands against it', (_, sheets, more) => {
    // the others are away: whoever is free must serve
    const others: Cells[] = SIX.slice(1).map((name) => ({ 姓名: name, 假别: '年休假', 开始日期: day(day10), 结束日期: day(day10) }));
    const { roster, issues } = generate({ 人员: people(SIX, more), ...sheets, 请假: [...others, ...(sheets['请假'] ?? [])] }, { from: day10, to: day10 });
    expect(roster[0]!['值班人员']).toBeNull();
    const open = issueOf(issues, 'roster/day-unfilled');
    expect([open.severity, open.clause]).toEqual(['violation', '值班-一']);
    const stillThere = (more['甲一']?.['到办日期'] ?? more['甲一']?.['离办日期']) === undefined;
    expect(SIX.slice(stillThere ? 0 : 1).every((name) => open.message.includes(`${name}(`))).toBe(true);
  });

  test.each<[string, Sheets, Readonly<Record<string, Cells>>]>([
    ['leave that was refused', leave('甲一', day10, day10, { 状态: '不同意' }), {}],
    ['leave that was withdrawn', leave('甲一', day10, day10, { 状态: '撤回' }), {}],
    ['hours away', leave('甲一', day10, day10, { 假别: '临时' }), {}],
    ['leave that ends the day before', leave('甲一', '2026-03-08', '2026-03-09'), {}],
    ['尽量不排', { 不排日: [{ 姓名: '甲一', 开始日期: day(day10), 结束日期: day(day10), 性质: '尽量不排' }] }, {}],
    ['another weekday of 固定不排', {}, { 甲一: { 固定不排: '周三、周日' } }],
    ['到办日期 is the first day in post', {}, { 甲一: { 到办日期: day(day10) } }],
    ['离办日期 on the morrow', {}, { 甲一: { 离办日期: day('2026-03-11') } }],
  ])('%s does not', (_, sheets, more) => {
    const others: Cells[] = SIX.slice(1).map((name) => ({ 姓名: name, 假别: '年休假', 开始日期: day(day10), 结束日期: day(day10) }));
    const { roster } = generate({ 人员: people(SIX, more), ...sheets, 请假: [...others, ...(sheets['请假'] ?? [])] }, { from: day10, to: day10 });
    expect(roster[0]!['值班人员']).toBe('甲一');
  });

  test('an absence that begins the next morning is allowed, with a warning', () => {
    const others: Cells[] = SIX.slice(1).map((name) => ({ 姓名: name, 开始日期: day(day10), 结束日期: day(day10) }));
    const { roster, issues } = generate({ 人员: people(SIX), 请假: [...others, { 姓名: '甲一', 开始日期: day('2026-03-11'), 结束日期: day('2026-03-11') }] }, { from: day10, to: day10 });
    expect(roster[0]!['值班人员']).toBe('甲一');
    expect(issueOf(issues, 'roster/absence-after-handover')).toMatchObject({ severity: 'warning', clause: '值班-四(一)' });
  });

  test('only 是否文秘=是 with 可排值班 not 否 are people of the sums', () => {
    const { fairness } = generate({ 人员: people(SIX, { 甲一: { 可排值班: '否' }, 乙二: { 是否文秘: '否' }, 丙三: { 离办日期: day('2026-03-02') }, 丁四: { 离办日期: day('2026-03-03') } }) }, MARCH);
    expect(fairness.map((row) => row['姓名'])).toEqual(['丁四', '戊五', '己六']);
  });

  test('nobody at all is an error that says what to fill in', () => {
    const { issues, roster } = generate({ 人员: people([]) }, MARCH);
    expect(roster).toEqual([]);
    expect(issueOf(issues, 'roster/no-clerks')).toMatchObject({ severity: 'error', sheet: '人员', clause: '值班-一' });
  });

  test('一期上限 caps regular duties', () => {
    const ran = generate({ 人员: people(SIX), 参数: [{ 键: '每期上限', 值: 2 }] }, MARCH);
    expect(ran.fairness.map((row) => row['本期'])).toEqual([2, 2, 2, 2, 2, 2]);
    expect(ran.certificate.pools.regular.vector!.unfilled).toBe(2);
    expect(ran.issues.filter(({ code }) => code === 'roster/day-unfilled')).toHaveLength(2);
    expect(issueOf(ran.issues, 'roster/day-unfilled').message).toContain('已到每期上限');
  });
});

describe('the gap', () => {
  test.each([2, 3, 4, 5])('with %d: nobody serves again before so many days have passed', (minGap) => {
    const { roster, certificate } = generate({ 人员: people(SIX) }, { ...MARCH, minGap });
    for (const name of SIX) {
      const dates = datesOf(roster, name).map(on);
      for (const [index, date] of dates.entries()) if (index > 0) expect(date - dates[index - 1]!).toBeGreaterThanOrEqual(minGap);
    }
    expect(certificate.pools.regular.vector).toMatchObject({ gapViolations: 0 });
    expect(certificate.pools.regular.vector!.minGap).toBeGreaterThanOrEqual(minGap);
  });

  test('it holds across the start of the period', () => {
    const before = ['甲一', '乙二'].map((name, index): Cells => ({ 日期: day(`2026-02-${27 + index}`), 值班人员: name }));
    const { roster } = generate({ 人员: people(['甲一', '乙二', '丙三', '丁四']), 值班表: before }, { from: '2026-03-01', to: '2026-03-08' });
    expect(datesOf(roster, '甲一')[0]! >= '2026-03-02').toBe(true);
    expect(datesOf(roster, '乙二')[0]! >= '2026-03-03').toBe(true);
  });

  test('and against fixed rows after its end, but not against drafts there', () => {
    const after = (more: Cells): Sheets => ({ 人员: people(['甲一', '乙二', '丙三']), 值班表: [{ 日期: day('2026-03-06'), 值班人员: '甲一', 锁定: null, 状态: null, ...more }] });
    const run: Run = { from: '2026-03-02', to: '2026-03-05' };
    const away: Sheets = { 请假: ['乙二', '丙三'].map((name) => ({ 姓名: name, 开始日期: day('2026-03-05'), 结束日期: day('2026-03-05') })) };
    expect(generate({ ...after({ 锁定: '是' }), ...away }, run).roster.at(-1)!['值班人员']).toBeNull();
    expect(generate({ ...after({ 状态: '已发布' }), ...away }, run).roster.at(-1)!['值班人员']).toBeNull();
    expect(generate({ ...after({}), ...away }, run).roster.at(-1)!['值班人员']).toBe('甲一');
  });

  test('across pools: a holiday duty keeps its distance from a regular one', () => {
    const { roster } = generate({ 人员: people(SIX) }, { from: '2026-04-01', to: '2026-04-10' });
    for (const name of SIX) {
      const dates = datesOf(roster, name).map(on);
      for (const [index, date] of dates.entries()) if (index > 0) expect(date - dates[index - 1]!).toBeGreaterThanOrEqual(3);
    }
  });

  test('one person and gap 3: the days he cannot take are listed, nothing is hidden', () => {
    const ran = generate({ 人员: people(['甲一']) }, { from: '2026-03-02', to: '2026-03-08' });
    expect(names(ran.roster).filter((line) => line.endsWith('甲一'))).toHaveLength(3);
    const open = ran.issues.filter(({ code }) => code === 'roster/day-unfilled');
    expect(open).toHaveLength(4);
    expect(open.every(({ message }) => /甲一\(2026-03-\d\d值班,相隔不足3天/.test(message))).toBe(true);
    expect(ran.computation.blocked).toBe(false);
  });
});

describe('leaders and liaisons', () => {
  const QINGMING: Run = { from: '2026-04-04', to: '2026-04-06' };
  const leaders = (...list: readonly (string | null)[]): Sheets => ({ 假期带班: list.map((leader, index) => ({ 日期: day(`2026-04-0${4 + index}`), 县级领导: leader })) });
  const liaisons = (leader: string, clerks: string): Cells => ({ 县级领导: leader, 联系文秘: clerks });

  test('the leader of 假期带班 is written, a day without one or 待定 stays blank with a warning', () => {
    const { roster, issues } = generate({ 人员: people(SIX), ...leaders('陆振邦', '待定') }, QINGMING);
    expect(roster.map((row) => [row['带班领导'], row['带班层级']])).toEqual([['陆振邦', '县级'], [null, null], [null, null]]);
    expect(issues.filter(({ code }) => code === 'duty/leader-undecided').map(({ severity, sheet, cell, clause }) => [severity, sheet, cell, clause])).toEqual([
      ['warning', '假期带班', 'B3', '值班-二'],
      ['warning', '假期带班', '', '值班-二'],
    ]);
  });

  test('紧急带班 brings its own leader, on a holiday too', () => {
    const sheets = { 人员: people(SIX), ...leaders('陆振邦', '陆振邦', '陆振邦'), 紧急带班: [{ 开始日期: day('2026-04-05'), 结束日期: day('2026-04-07'), 县级领导: '顾明远' }] };
    const { roster } = generate(sheets, { from: '2026-04-04', to: '2026-04-08' });
    expect(roster.map((row) => row['带班领导'])).toEqual(['陆振邦', '顾明远', '顾明远', '顾明远', roster[4]!['带班领导']]);
    expect(roster[4]!['带班层级']).toBe('科级');
  });

  test('建议带班=是 proposes county leaders evenly, and proposes the same again', async () => {
    const book = workbookOf({ 人员: people(SIX), ...leaders('陆振邦'), 值班表: [{ 日期: day('2026-04-05'), 值班人员: '甲一', 状态: '已发布' }], 参数: [{ 键: '建议带班', 值: '是' }] });
    const ran = await written(book, QINGMING);
    const proposed = ran.roster.map((row) => row['带班领导']);
    expect(proposed[0]).toBe('陆振邦');
    expect(proposed.slice(1)).toContain('顾明远');
    expect(issueOf(ran.issues, 'duty/leader-proposed')).toMatchObject({ severity: 'info', sheet: '假期带班', message: expect.stringContaining('2026-04-05') as string });
    // the published row holds its proposal now: the other day keeps its own
    expect((await written(book, QINGMING)).cellsChanged).toBe(0);
  });

  test('a liaison of the day serves with his leader, whichever way 领导联系 is written', () => {
    for (const table of [[liaisons('陆振邦', '己六'), liaisons('陆振邦', '戊五')], [liaisons('陆振邦', '己六、戊五')]]) {
      const { roster, certificate, issues } = generate({ 人员: people(SIX), ...leaders('陆振邦', '顾明远', '陆振邦'), 领导联系: [...table, liaisons('顾明远', '甲一')] }, QINGMING);
      expect(['戊五', '己六']).toContain(roster[0]!['值班人员']);
      expect(roster[1]!['值班人员']).toBe('甲一');
      expect(certificate.pools.holiday.vector).toMatchObject({ liaisonMissing: 0, liaisonPersonDays: 3 });
      expect(issues.some(({ code }) => code === 'roster/liaison-missing')).toBe(false);
    }
  });

  test('a leader without a liaison counts as missing and is warned of; a day without a leader is not counted', () => {
    const { certificate, issues } = generate({ 人员: people(SIX), ...leaders('陆振邦') }, QINGMING);
    expect(certificate.pools.holiday.vector!.liaisonMissing).toBe(1);
    const missing = issues.filter(({ code }) => code === 'roster/liaison-missing');
    expect(missing.map(({ severity, clause }) => [severity, clause])).toEqual([['warning', '值班-四(二)']]);
    expect(missing[0]!.message).toContain('没有写联系文秘');
  });

  test('a liaison who is away is named with his reason', () => {
    const { issues } = generate({ 人员: people(SIX), ...leaders('陆振邦'), 领导联系: [liaisons('陆振邦', '己六')], 请假: [{ 姓名: '己六', 假别: '年休假', 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04') }] }, { from: '2026-04-04', to: '2026-04-04' });
    expect(issueOf(issues, 'roster/liaison-missing').message).toMatch(/己六\(年休假.*请假!A2\)/);
  });

  test('a holiday day with one of two clerks is a warning of 值班-四(二), with none a violation of 值班-一', () => {
    const ran = generate({ 人员: people(['甲一']) }, { from: '2026-04-04', to: '2026-04-05' });
    expect(names(ran.roster).map((line) => line.split(' ')[1])).toEqual(['甲一', '']);
    expect(ran.issues.filter(({ code }) => code.startsWith('roster/day-')).map(({ code, severity, clause }) => [code, severity, clause])).toEqual([
      ['roster/day-unfilled', 'violation', '值班-一'],
      ['roster/day-short', 'warning', '值班-四(二)'],
    ]);
  });

  test('带班人手机为空 is a warning, once a leader', () => {
    const staff = people(SIX).map((row) => (row['姓名'] === '陆振邦' ? { ...row, 手机: null } : row));
    const { issues } = generate({ 人员: staff, ...leaders('陆振邦', '陆振邦', '顾明远') }, QINGMING);
    expect(issues.filter(({ code }) => code === 'duty/leader-phone-blank').map(({ severity, sheet, cell, clause }) => [severity, sheet, cell, clause])).toEqual([['warning', '人员', 'B2', '值班-二']]);
  });

  test.each<[string, Sheets, string]>([
    ['somebody of another level', { 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '秦朗' }] }, 'violation duty/leader-not-county 假期带班!B2'],
    ['in 紧急带班 too', { 紧急带班: [{ 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04'), 县级领导: '秦朗' }] }, 'violation duty/leader-not-county 紧急带班!C2'],
    ['a day that is no holiday', { 假期带班: [{ 日期: day('2026-04-03'), 县级领导: '陆振邦' }] }, 'warning duty/leader-on-ordinary-day 假期带班!A2'],
    ['a leader who is away', { 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '陆振邦' }], 外出: [{ 姓名: '陆振邦', 类别: '公出', 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04') }] }, 'warning duty/leader-away 假期带班!B2'],
    ['an unknown leader', { 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '陆镇邦' }] }, 'error person/unknown 假期带班!B2'],
    ['紧急带班 that ends before it begins', { 紧急带班: [{ 开始日期: day('2026-04-05'), 结束日期: day('2026-04-04') }] }, 'error emergency/ends-before-it-begins 紧急带班!B2'],
    ['紧急带班 for nobody', { 紧急带班: [{ 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04'), 县级领导: null, 值班人数: 0 }] }, 'error emergency/need 紧急带班!D2'],
    [
      'two leaders on overlapping days',
      { 紧急带班: [{ 开始日期: day('2026-04-03'), 结束日期: day('2026-04-04'), 县级领导: '陆振邦' }, { 开始日期: day('2026-04-04'), 结束日期: day('2026-04-05'), 县级领导: '顾明远' }] },
      'warning emergency/two-leaders 紧急带班!C3',
    ],
    ['不排日 that ends before it begins', { 不排日: [{ 姓名: '甲一', 开始日期: day('2026-04-05'), 结束日期: day('2026-04-04'), 性质: '不能排' }] }, 'error day-off/ends-before-it-begins 不排日!C2'],
    ['不排日 without an end', { 不排日: [{ 姓名: '甲一', 开始日期: day('2026-04-05'), 结束日期: null, 性质: '不能排' }] }, 'warning day-off/end-blank 不排日!C2'],
  ])('%s is told at its cell', (_, sheets, expected) => {
    expect(brief(generate({ 人员: people(SIX), ...sheets }, { from: '2026-04-03', to: '2026-04-06' }).issues)).toContain(expected);
  });
});

describe('the period', () => {
  test.each<[string, string, string]>([
    ['2026-03-31', '2026-03-01', '早于开始日期'],
    ['2026-03-01', '2036-05-01', '一次最多排3700天'],
  ])('%s to %s is refused', (from, to, said) => {
    const ran = generate({ 人员: people(SIX) }, { from, to });
    expect(issueOf(ran.issues, 'roster/period')).toMatchObject({ severity: 'error', message: expect.stringContaining(said) as string });
    expect(ran.roster).toEqual([]);
  });

  test('newcomers: a sheet with nothing but names of clerks gives a roster', () => {
    const ran = generate({ 人员: ['甲一', '乙二', '丙三', '丁四'].map((name) => ({ 姓名: name })) }, { from: '2026-03-01', to: '2026-03-31' });
    expect(ran.computation.blocked).toBe(false);
    expect(ran.roster).toHaveLength(31);
    expect(ran.roster.every((row) => row['值班人员'] !== null && row['带班领导'] === null)).toBe(true);
    expect(ran.fairness.map((row) => row['本期']).sort()).toEqual([7, 8, 8, 8]);
    expect(issueOf(ran.issues, 'roster/no-chiefs')).toMatchObject({ severity: 'violation', clause: '值班-二' });
    expect(ran.sheetTitles).toEqual(['公平性', '变动', '值班安排表2026年3月']);
  });

  test('with people divisible by seven nobody is pinned to a weekday', () => {
    const seven = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七'];
    const ran = generate({ 人员: people(seven) }, { from: '2026-05-06', to: '2026-06-16' });
    expect(ran.certificate.pools.regular.vector).toMatchObject({ rangeTotals: 0, rangeWeekday: 1 });
    for (const name of seven) expect(Number(fairnessOf(ran, name)['周一'])).toBeLessThanOrEqual(1);
  });

  test('a year without notice is warned of, and the pages say so', () => {
    const ran = generate({ 人员: people(SIX) }, { from: '2031-03-01', to: '2031-03-31' });
    expect(issueOf(ran.issues, 'calendar/year-uncovered').severity).toBe('warning');
    const page = ran.computation.outcome.report.sheets.find(({ title }) => title === '值班安排表2031年3月')!;
    expect(page.content.rows.flat().map((cell) => cell?.value)).toContain('放假安排未公布,按预测。');
  });
});
