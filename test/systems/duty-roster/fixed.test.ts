/** roster.md, Fixed rows: what generate may not move, what it fills, what contradicts. */
import { brief, day, generate, issueOf, names, people, snapshot, workbookOf, written, runOn, type Cells, type Json, type Run, type Sheets } from './harness';

const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
const WEEK: Run = { from: '2026-03-02', to: '2026-03-08' };

const row = (date: string, one: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: null, 锁定: null, 状态: null, 原排一: null, 原排二: null, 原带班: null, 备注: null, ...more });
const sheetsOf = (rows: readonly Cells[], more: Sheets = {}): Sheets => ({ 人员: people(SIX), 值班表: rows, ...more });
const at = (rows: readonly Json[], date: string): Json => rows.find((one) => one['日期'] === date)!;

describe('what stands', () => {
  const away: Sheets = { 不排日: [] };
  test.each<[string, Cells, Partial<Run>]>([
    ['锁定=是', { 锁定: '是' }, {}],
    ['锁定 in another spelling', { 锁定: '√' }, {}],
    ['锁定=值班', { 锁定: '值班' }, {}],
    ['状态=已发布', { 状态: '已发布' }, {}],
    ['a row before keepBefore', {}, { keepBefore: '2026-03-05' }],
    ['a hand change', { 原排一: '丙三' }, {}],
  ])('%s keeps the clerk', (_, more, run) => {
    // 甲一 has far more duties than the others: left to itself, the roster would not take him
    const openings = { 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-03-01'), 周一: name === '甲一' ? 30 : 0 })) };
    const free = generate(sheetsOf([row('2026-03-04', '甲一')], { ...away, ...openings }), WEEK);
    const kept = generate(sheetsOf([row('2026-03-04', '甲一', more)], { ...away, ...openings }), { ...WEEK, ...run });
    expect(at(free.roster, '2026-03-04')['值班人员']).not.toBe('甲一');
    expect(at(kept.roster, '2026-03-04')['值班人员']).toBe('甲一');
  });

  test.each<[string, Cells, Partial<Run>, string, string]>([
    ['锁定=值班 leaves the leader to generate', { 锁定: '值班' }, {}, '甲一', 'free'],
    ['锁定=带班 leaves the clerk to generate', { 锁定: '带班' }, {}, 'free', '白露'],
    ['锁定=是 keeps both', { 锁定: '是' }, {}, '甲一', '白露'],
    ['already published', { 状态: '已发布' }, {}, '甲一', '白露'],
    ['the day of keepBefore itself is free', {}, { keepBefore: '2026-03-04' }, 'free', 'free'],
    ['否 is no lock', { 锁定: '否' }, {}, 'free', 'free'],
  ])('%s', (_, more, run, clerk, leader) => {
    const openings = { 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-03-01'), 周一: name === '甲一' ? 30 : 0 })) };
    // 白露 has led three weeks running
    const before = [16, 17, 18, 19, 20, 23, 24].map((date) => row(`2026-02-${date}`, null, { 带班领导: '白露' }));
    const { roster } = generate(sheetsOf([...before, row('2026-03-04', '甲一', { 带班领导: '白露', ...more })], openings), { ...WEEK, ...run });
    expect([at(roster, '2026-03-04')['值班人员'] === '甲一' ? '甲一' : 'free', at(roster, '2026-03-04')['带班领导'] === '白露' ? '白露' : 'free']).toEqual([clerk, leader]);
  });

  test('a blank 原排 was typed by the user and belongs to generate; what is replaced is listed', () => {
    const openings = { 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-03-01'), 周一: name === '甲一' ? 30 : 0 })) };
    const ran = generate(sheetsOf([row('2026-03-04', '甲一', { 备注: '自己填的' })], openings), WEEK);
    const now = String(at(ran.roster, '2026-03-04')['值班人员']);
    expect(ran.changes).toEqual([{ 日期: '2026-03-04', 原: '甲一', 新: now, 原因: '值班人员:按公平目标重新排定' }]);
    const said = issueOf(ran.issues, 'roster/replaced');
    expect(said).toMatchObject({ severity: 'info', sheet: '值班表', cell: 'B2' });
    expect(said.message).toContain(`2026-03-04值班人员“甲一”改为“${now}”`);
    expect(at(ran.roster, '2026-03-04')).toMatchObject({ 备注: '自己填的', 状态: '草稿', 原排一: now });
    expect(ran.certificate.pools.regular.vector!.changes).toBe(1);
  });

  test('a name that is ours and stays right is not touched, however it is typed', () => {
    const first = generate({ 人员: people(SIX) }, WEEK).roster;
    const name = String(at(first, '2026-03-04')['值班人员']);
    const ran = generate(sheetsOf(first.map((one) => row(String(one['日期']), one['日期'] === '2026-03-04' ? `${name[0]!}　${name[1]!}` : String(one['值班人员']), { 带班领导: one['带班领导']! }))), WEEK);
    expect(ran.changes).toEqual([]);
    expect(at(ran.roster, '2026-03-04')).toMatchObject({ 值班人员: `${name[0]!} ${name[1]!}`.replace(' ', '　'), 原排一: name });
  });

  test('a hand change is told, and survives the next run', async () => {
    const book = workbookOf({ 人员: people(SIX) });
    const first = await written(book, WEEK);
    const sheet = book.sheet('值班表');
    const was = String(at(first.roster, '2026-03-05')['值班人员']);
    const other = SIX.find((name) => !first.roster.some((one) => one['值班人员'] === name && Math.abs(Number(String(one['日期']).slice(-2)) - 5) < 3))!;
    const index = sheet.rows.findIndex((cells) => cells[0]?.value !== undefined && typeof cells[0].value === 'object' && JSON.stringify(cells[0].value) === JSON.stringify(day('2026-03-05')));
    sheet.rows[index]![4] = { value: other, style: null };
    const second = await written(book, WEEK);
    expect(at(second.roster, '2026-03-05')).toMatchObject({ 值班人员: other, 原排一: was });
    expect(issueOf(second.issues, 'roster/hand-change')).toMatchObject({ severity: 'info', sheet: '值班表', cell: `E${index + 1}` });
    const third = await written(book, WEEK);
    expect(third.cellsChanged).toBe(0);
    expect(at(third.roster, '2026-03-05')['值班人员']).toBe(other);
  });

  test('a cleared name is filled again', async () => {
    const book = workbookOf({ 人员: people(SIX) });
    const first = await written(book, WEEK);
    book.sheet('值班表').rows[3]![4] = undefined;
    const again = await written(book, WEEK);
    expect(names(again.roster)).toEqual(names(first.roster));
    expect(again.changes).toEqual([]);
  });
});

describe('what a fixed row leaves empty is filled', () => {
  test('a holiday row with one name gets its second clerk, and counts as locked from the next run', async () => {
    const book = workbookOf(sheetsOf([row('2026-04-04', '甲一', { 锁定: '是' }), row('2026-04-05', null, { 值班人员二: '丙三', 锁定: '值班' })]));
    const ran = await written(book, { from: '2026-04-04', to: '2026-04-05' });
    expect(ran.roster[0]!['值班人员']).toBe('甲一');
    expect(ran.roster[0]!['值班人员二']).not.toBeNull();
    expect(ran.roster[1]).toMatchObject({ 值班人员二: '丙三' });
    expect(ran.roster[1]!['值班人员']).not.toBeNull();
    expect(ran.roster.map((one) => one['状态'])).toEqual(['草稿', '草稿']);
    expect((await written(book, { from: '2026-04-04', to: '2026-04-05' })).cellsChanged).toBe(0);
  });

  test('a third clerk joins those that stand in 值班人员二', () => {
    const ran = generate(sheetsOf([row('2026-04-04', '甲一', { 值班人员二: '乙二', 锁定: '是' })], { 参数: [{ 键: '假期值班人数', 值: 3 }] }), { from: '2026-04-04', to: '2026-04-04' });
    expect(String(ran.roster[0]!['值班人员二'])).toMatch(/^乙二、./);
  });

  test('锁定 on an empty row: warning, not locked', () => {
    const ran = generate(sheetsOf([row('2026-03-03', null, { 锁定: '是' }), row('2026-03-04', '甲一', { 锁定: '带班' })]), WEEK);
    expect(brief(ran.issues).filter((line) => line.includes('lock'))).toEqual(['warning roster/lock-empty 值班表!E2', 'warning roster/lock-empty 值班表!E3']);
    expect(at(ran.roster, '2026-03-03')['值班人员']).not.toBeNull();
  });

  test('an unknown word in 锁定 is an error', () => {
    expect(brief(generate(sheetsOf([row('2026-03-03', '甲一', { 锁定: '也许' })]), WEEK).issues)).toContain('error cell/choice-unknown 值班表!E2');
  });
});

describe('locks that contradict', () => {
  const lock = (date: string, name: string, more: Cells = {}): Cells => row(date, name, { 锁定: '是', ...more });
  const cases: readonly (readonly [string, readonly Cells[], Sheets, string, string])[] = [
    ['an absence', [lock('2026-03-03', '甲一')], { 请假: [{ 姓名: '甲一', 假别: '年休假', 开始日期: day('2026-03-03'), 结束日期: day('2026-03-03') }] }, 'roster/lock-absence', '请假!A2'],
    ['不能排', [lock('2026-03-03', '甲一')], { 不排日: [{ 姓名: '甲一', 开始日期: day('2026-03-03'), 结束日期: day('2026-03-03'), 性质: '不能排' }] }, 'roster/lock-day-off', '不排日!A2'],
    ['固定不排', [lock('2026-03-03', '甲一')], { 人员: people(SIX, { 甲一: { 固定不排: '周二' } }) }, 'roster/lock-never', '人员!B7'],
    ['the gap to another lock', [lock('2026-03-03', '甲一'), lock('2026-03-05', '甲一')], {}, 'roster/lock-gap', '值班表!B2'],
    ['the gap to what was served before', [row('2026-03-01', '甲一'), lock('2026-03-03', '甲一')], {}, 'roster/lock-gap', '值班表!B2'],
    ['the gap to a published row', [row('2026-03-03', '甲一', { 状态: '已发布' }), lock('2026-03-05', '甲一')], {}, 'roster/lock-gap', '值班表!B2'],
    ['the gap to a fixed row after the period', [lock('2026-03-08', '甲一'), row('2026-03-10', '甲一', { 状态: '已发布' })], {}, 'roster/lock-gap', '2026-03-10'],
    ['itself: the same person twice', [lock('2026-03-03', '甲一', { 值班人员二: '甲一' })], {}, 'roster/lock-twice', '值班表!B2'],
    ['an absence of the leader', [lock('2026-03-03', '甲一', { 带班领导: '白露' })], { 外出: [{ 姓名: '白露', 类别: '公出', 开始日期: day('2026-03-03'), 结束日期: day('2026-03-03') }] }, 'roster/lock-absence', '外出!A2'],
  ];

  test.each(cases)('%s: an error that names both sides, nothing is solved', (_, rows, more, code, other) => {
    const ran = generate(sheetsOf(rows, more), WEEK);
    const said = issueOf(ran.issues, code);
    expect(said).toMatchObject({ severity: 'error', sheet: '值班表' });
    expect(said.message).toContain(other);
    expect(said.message).toMatch(/甲一|白露/);
    expect([ran.roster, ran.fairness, ran.changes]).toEqual([[], [], []]);
    expect(ran.certificate.pools.regular.status).toBe('infeasible');
    expect(ran.computation.blocked).toBe(true);
  });

  test.each(cases)('%s: with --accept-errors the lock stays and the rest is solved', (name, rows, more) => {
    const ran = generate(sheetsOf(rows, more), { ...WEEK, acceptErrors: true });
    for (const locked of rows) {
      const mine = ran.roster.find((one) => one['日期'] !== null && JSON.stringify(day(String(one['日期']))) === JSON.stringify(locked['日期']));
      if (mine) expect(mine['值班人员']).toBe(locked['值班人员']);
    }
    expect(ran.roster.every((one) => one['值班人员'] !== null)).toBe(true);
    expect(ran.certificate.pools.regular.status).toBe('unproven');
    expect(ran.certificate.pools.regular.vector!.gapViolations).toBe(name.startsWith('the gap') ? 1 : 0);
    expect(ran.sheetTitles).toContain('值班安排表2026年3月(草稿)');
  });

  test.each<[string, Cells, Partial<Run>]>([
    ['a hand change', { 原排一: '丙三' }, {}],
    ['a published row', { 状态: '已发布' }, {}],
    ['a published row that is locked too', { 状态: '已发布', 锁定: '是' }, {}],
    ['a row before keepBefore', {}, { keepBefore: '2026-03-05' }],
    ['a locked row before keepBefore', { 锁定: '是' }, { keepBefore: '2026-03-05' }],
  ])('%s never blocks: it stays, with a violation', (_, more, run) => {
    const ran = generate(sheetsOf([row('2026-03-04', '甲一', more)], { 请假: [{ 姓名: '甲一', 假别: '事假', 开始日期: day('2026-03-04'), 结束日期: day('2026-03-04') }] }), { ...WEEK, ...run });
    expect(ran.computation.blocked).toBe(false);
    expect(at(ran.roster, '2026-03-04')['值班人员']).toBe('甲一');
    expect(issueOf(ran.issues, 'roster/fixed-absence')).toMatchObject({ severity: 'violation', cell: 'B2', clause: '值班-四(一)' });
  });

  test('published rows that are too close: one violation, at the later', () => {
    const ran = generate(sheetsOf([row('2026-03-03', '甲一', { 状态: '已发布' }), row('2026-03-05', '甲一', { 状态: '已发布' })]), WEEK);
    expect(brief(ran.issues).filter((line) => line.includes('gap'))).toEqual(['violation roster/fixed-gap 值班表!B3']);
    expect(ran.certificate.pools.regular.vector!.gapViolations).toBe(1);
  });

  test.each<[string, string, Readonly<Record<string, Cells>>]>([
    ['who is no clerk', '秦朗', {}],
    ['who does not serve', '甲一', { 甲一: { 可排值班: '否' } }],
    ['who has left', '甲一', { 甲一: { 离办日期: day('2026-03-03') } }],
  ])('a locked person %s stays, with a violation of 值班-一', (_, name, more) => {
    const ran = generate(sheetsOf([lock('2026-03-04', name)], { 人员: people(SIX, more) }), WEEK);
    expect(ran.computation.blocked).toBe(false);
    expect(at(ran.roster, '2026-03-04')['值班人员']).toBe(name);
    expect(ran.issues.find(({ code }) => code === 'roster/fixed-no-clerk' || code === 'roster/fixed-post')).toMatchObject({ severity: 'violation', clause: '值班-一', cell: 'B2' });
    expect(ran.certificate.pools.regular.vector!.unfilled).toBe(0);
  });

  test('a fixed day with too many names is told', () => {
    const ran = generate(sheetsOf([lock('2026-03-04', '甲一', { 值班人员二: '丙三' })]), WEEK);
    expect(brief(ran.issues)).toContain('violation duty/day-crowded 值班表!C2');
    expect(at(ran.roster, '2026-03-04')).toMatchObject({ 值班人员: '甲一', 值班人员二: '丙三' });
  });

  test('a fixed leader of the wrong level is told', () => {
    const ran = generate(sheetsOf([row('2026-03-04', null, { 带班领导: '陆振邦', 锁定: '带班' })]), WEEK);
    expect(brief(ran.issues)).toContain('violation duty/leader-level 值班表!D2');
  });
});

describe('names that cannot be read', () => {
  test('an unknown name is an error; the tables are computed without it, the fixed cell stays', () => {
    const rows = [row('2026-03-03', '甲壹', { 锁定: '是' }), row('2026-03-05', '某某某')];
    const ran = generate(sheetsOf(rows), WEEK);
    expect(brief(ran.issues).filter((line) => line.startsWith('error'))).toEqual(['error person/unknown 值班表!B2', 'error person/unknown 值班表!B3']);
    expect(ran.computation.blocked).toBe(true);
    expect(at(ran.roster, '2026-03-03')['值班人员']).toBe('甲壹');
    expect(SIX).toContain(at(ran.roster, '2026-03-05')['值班人员']);
    const accepted = generate(sheetsOf(rows), { ...WEEK, acceptErrors: true });
    expect(accepted.changes.map((one) => [one['原'], one['原因']])).toEqual([['某某某', '值班人员:读不出是谁']]);
    expect(accepted.certificate.pools.regular.vector!.unfilled).toBe(0);
    const page = accepted.computation.outcome.report.sheets.find(({ title }) => title === '值班安排表2026年3月(草稿)')!;
    const cells = page.content.rows.flat().map((cell) => cell?.value);
    expect(cells).toContain('草稿,有2行未计入');
    expect(cells).toContain('甲壹');
  });

  test('two rows for one day are an error, and only one is written', () => {
    const ran = generate(sheetsOf([row('2026-03-03', null), row('2026-03-03', null)]), { ...WEEK, acceptErrors: true });
    expect(brief(ran.issues)).toContain('error row/duplicate-key 值班表!A3');
    expect(ran.roster).toHaveLength(7);
  });

  test('待定 is nobody', () => {
    const ran = generate(sheetsOf([row('2026-03-03', '待定', { 带班领导: '待定' })]), WEEK);
    expect(ran.computation.blocked).toBe(false);
    expect(SIX).toContain(at(ran.roster, '2026-03-03')['值班人员']);
  });
});

describe('rows of all kinds', () => {
  test('unknown columns, 备注 and rows outside the period stay; new rows go below, in order', async () => {
    const book = workbookOf(sheetsOf([{ ...row('2026-03-06', null, { 备注: '会议' }), 我的列: '甲' }, { ...row('2026-02-20', '甲一'), 我的列: '乙' }]));
    await written(book, WEEK);
    const sheet = book.sheet('值班表');
    const title = sheet.rows[0]!.findIndex((cell) => cell?.value === '我的列');
    expect([sheet.rows[1]![title]?.value, sheet.rows[2]![title]?.value]).toEqual(['甲', '乙']);
    expect(sheet.rows[2]![1]?.value).toBe('甲一');
    expect(sheet.rows.slice(3).map((cells) => JSON.stringify(cells[0]?.value))).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-07', '2026-03-08'].map((date) => JSON.stringify(day(date))));
  });

  test('a run that changes no row leaves 变动 as it is', async () => {
    const book = workbookOf(sheetsOf([row('2026-03-04', '秦朗')]));
    await written(book, WEEK);
    const before = JSON.stringify(book.sheet('变动').toContent().rows);
    expect(before).toContain('秦朗不是可排值班的文秘');
    const again = await written(book, WEEK);
    expect(again.cellsChanged).toBe(0);
    expect(again.changes).toEqual([]);
    expect(JSON.stringify(book.sheet('变动').toContent().rows)).toBe(before);
  });

  test('two names in the first cell of a holiday stay there when they are right', async () => {
    const book = workbookOf({ 人员: people(SIX) });
    const run: Run = { from: '2026-04-04', to: '2026-04-06' };
    const first = await written(book, run);
    const sheet = book.sheet('值班表');
    const both = `${String(first.roster[0]!['值班人员'])}、${String(first.roster[0]!['值班人员二'])}`;
    sheet.rows[1]![4] = { value: both, style: null };
    sheet.rows[1]![5] = undefined;
    sheet.rows[1]![11] = undefined;
    sheet.rows[1]![12] = undefined;
    const again = await written(book, run);
    expect(again.roster[0]).toMatchObject({ 值班人员: both, 值班人员二: null });
    expect(again.changes).toEqual([]);
    expect(runOn(snapshot(book), run).cellsChanged).toBe(0);
  });

  test('a holiday announced late: the published clerk becomes one of the two', () => {
    const ran = generate(sheetsOf([row('2026-03-04', '甲一', { 状态: '已发布' })], { 日历: [{ 日期: day('2026-03-04'), 类型: '假期', 假期名: '临时假' }] }), WEEK);
    expect(at(ran.roster, '2026-03-04')).toMatchObject({ 值班人员: '甲一', 日期类型: '假期', 假期名: '临时假' });
    expect(at(ran.roster, '2026-03-04')['值班人员二']).not.toBeNull();
    expect(ran.sheetTitles).toContain('临时假值班安排表2026年');
  });

  test('a day that is no holiday any more gives its second clerk back', () => {
    const ran = generate(sheetsOf([row('2026-03-04', '甲一', { 值班人员二: '丙三', 原排一: '甲一', 原排二: '丙三' })]), WEEK);
    expect(at(ran.roster, '2026-03-04')['值班人员二']).toBeNull();
    expect(ran.changes.some((one) => String(one['原因']).includes('这一天应排1人'))).toBe(true);
  });

  test('a leader typed where no ledger says anything stays', async () => {
    const book = workbookOf(sheetsOf([row('2026-04-04', null, { 带班领导: '顾明远' })]));
    const run: Run = { from: '2026-04-04', to: '2026-04-05' };
    const ran = await written(book, run);
    expect(ran.roster.map((one) => [one['带班领导'], one['带班层级'], one['原带班']])).toEqual([['顾明远', '县级', null], [null, null, null]]);
    expect((await written(book, run)).cellsChanged).toBe(0);
  });

  test('a leader that we wrote goes when the ledger takes him back', async () => {
    const book = workbookOf({ 人员: people(SIX), 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '顾明远' }] });
    const run: Run = { from: '2026-04-04', to: '2026-04-04' };
    await written(book, run);
    book.sheet('假期带班').rows[1]![1] = { value: '待定', style: null };
    const ran = await written(book, run);
    expect(ran.roster[0]).toMatchObject({ 带班领导: null, 带班层级: null, 原带班: null });
    expect(ran.changes).toEqual([{ 日期: '2026-04-04', 原: '顾明远', 新: null, 原因: '带班领导:按假期带班、紧急带班' }]);
  });
});

describe('a sheet of the ledger’s name', () => {
  test('that holds nothing gets the roster', async () => {
    const book = workbookOf({ 人员: people(SIX), 值班表: [] });
    await written(book, WEEK);
    expect(book.sheet('值班表').rows).toHaveLength(8);
    expect((await written(book, WEEK)).cellsChanged).toBe(0);
  });

  test('without a header stays, under --accept-errors too', async () => {
    const book = workbookOf({ 人员: people(SIX) });
    const notes = workbookOf({ 值班表: [{ 随手记: '明天再排' }] });
    book.sheets.push(notes.sheet('值班表'));
    const ran = await written(book, { ...WEEK, acceptErrors: true });
    expect(brief(ran.issues)).toEqual(expect.arrayContaining(['error sheet/no-header 值班表!', 'warning sheet/foreign 值班表!']));
    expect(book.sheet('值班表').rows[1]![0]!.value).toBe('明天再排');
    expect(book.sheet('值班表(2)').rows).toHaveLength(8);
  });
});
