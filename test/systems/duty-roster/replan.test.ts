/** Leave granted, somebody gone, a leader's day moved, a lock added, a holiday announced: what stands changes as little as asked. */
import { tableToJson } from '../../../src/ledger/result-table';
import { MemoryWorkbook } from '../../../src/hosts/memory';
import type { SheetContent } from '../../../src/workbook/content';
import { act, brief, day, explainCell, issueOf, names, on, people, runOn, snapshot, workbookOf, written, type Cells, type Json, type Ran, type Run, type Sheets } from './harness';

const CLERKS = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八'];
const MARCH: Run = { from: '2026-03-01', to: '2026-03-31' };
const MODES = ['fewest', 'freeze', 'fairest'] as const;

/** A published March, and what happened since. */
async function published(sheets: Sheets = {}, run: Run = MARCH): Promise<MemoryWorkbook> {
  const book = workbookOf({ 人员: people(CLERKS), ...sheets });
  await written(book, run);
  await book.apply(act(snapshot(book), 'publish', { from: on(run.from), to: on(run.to) }).plan.changes);
  return book;
}

/** The workbook with rows added to a sheet (or a sheet added). */
async function withRows(book: MemoryWorkbook, sheet: string, rows: readonly Cells[]): Promise<MemoryWorkbook> {
  const other = workbookOf({ [sheet]: rows });
  const content = other.sheets[0]!;
  const all = MemoryWorkbook.of({});
  all.sheets.push(...book.sheets.filter(({ name }) => name !== sheet), content);
  all.names.push(...book.names);
  return Promise.resolve(all);
}

const leave = (name: string, from: string, to: string): Cells => ({ 姓名: name, 假别: '事假', 开始日期: day(from), 结束日期: day(to) });
const extra = (ran: Ran, title: string): readonly Json[] => tableToJson(ran.computation.outcome.tables.find((table) => table.title === title)!);
const dutiesOf = (ran: Ran, name: string): string[] => names(ran.roster).filter((line) => line.includes(name)).map((line) => line.slice(0, 10));

describe.each(MODES)('mode %s', (mode) => {
  test('nothing happened: nothing changes', async () => {
    const book = await published();
    const ran = runOn(snapshot(book), { ...MARCH, mode });
    expect(ran.changes).toEqual([]);
    expect(extra(ran, '值班调整通知')).toEqual([]);
    expect(ran.certificate.pools.regular.vector!.changes).toBe(0);
    expect(ran.roster.every((row) => row['状态'] === '已发布')).toBe(true);
  });

  test('leave is respected, and a second run changes nothing', async () => {
    const before = await published();
    const book = await withRows(before, '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
    const ran = await written(book, { ...MARCH, mode });
    expect(dutiesOf(ran, '乙二').filter((date) => date >= '2026-03-09' && date <= '2026-03-20')).toEqual([]);
    expect(ran.certificate.pools.regular).toMatchObject({ status: 'optimal', verified: true });
    expect(ran.changes.length).toBeGreaterThan(0);
    const again = runOn(snapshot(book), { ...MARCH, mode });
    expect(again.cellsChanged).toBe(0);
    expect(again.changes).toEqual([]);
  });
});

test('freeze changes exactly the days of whoever is away, and says so with a proof', async () => {
  const before = await published();
  const stood = runOn(snapshot(before), MARCH);
  const away = dutiesOf(stood, '乙二').filter((date) => date >= '2026-03-09' && date <= '2026-03-20');
  const book = await withRows(before, '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
  const ran = runOn(snapshot(book), { ...MARCH, mode: 'freeze' });
  expect(ran.changes.map((row) => row['日期'])).toEqual(away);
  const { vector, bound } = ran.certificate.pools.regular;
  expect([vector!.changes, bound['changes']]).toEqual([away.length, away.length]);
  expect(ran.changes.every((row) => String(row['原因']).includes('乙二') && String(row['原因']).includes('事假'))).toBe(true);
});

test('fewest keeps the totals as fair as a roster made anew', async () => {
  const book = await withRows(await published(), '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
  const [fewest, fairest] = (['fewest', 'fairest'] as const).map((mode) => runOn(snapshot(book), { ...MARCH, mode }));
  expect(fewest!.certificate.pools.regular.vector!.totals).toBe(fairest!.certificate.pools.regular.vector!.totals);
  expect(fewest!.certificate.pools.regular.vector!.changes).toBeLessThanOrEqual(fairest!.certificate.pools.regular.vector!.changes);
});

test('changed rows become drafts, the others stay published; publishing ends it', async () => {
  const book = await withRows(await published(), '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
  const ran = await written(book, { ...MARCH, mode: 'freeze' });
  const dates = ran.changes.map((row) => row['日期']);
  for (const row of ran.roster) expect([row['日期'], row['状态']]).toEqual([row['日期'], dates.includes(row['日期']!) ? '草稿' : '已发布']);
  const publish = act(snapshot(book), 'publish', { from: on('2026-03-01'), to: on('2026-03-31') });
  expect(publish.outcome.headlines).toEqual([`2026-03-01至2026-03-31:发布${dates.length}天,此前已发布${31 - dates.length}天`]);
  await book.apply(publish.plan.changes);
  expect(act(snapshot(book), 'publish', { from: on('2026-03-01'), to: on('2026-03-31') }).plan.changes).toEqual([]);
});

test('the notice names day, old and new; everybody concerned has one line', async () => {
  const book = await withRows(await published(), '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
  const ran = runOn(snapshot(book), { ...MARCH, mode: 'freeze', dated: '2026-03-02' });
  expect(extra(ran, '值班调整通知').map((row) => [row['日期'], row['原'], row['现'], row['岗位']])).toEqual(ran.changes.map((row) => [row['日期'], row['原'], row['新'], '值班人员']));
  const told = extra(ran, '值班调整告知');
  const concerned = new Set(ran.changes.flatMap((row) => [row['原'], row['新']]));
  expect(new Set(told.map((row) => row['姓名']))).toEqual(concerned);
  const first = told.find((row) => row['姓名'] === '乙二')!;
  expect(first).toMatchObject({ 手机: '13900000001' });
  expect(first['内容']).toMatch(/^乙二同志:原安排的3月\d+日\(周.\)值班/);
  expect(ran.sheetTitles).toEqual(expect.arrayContaining(['变动', '值班调整通知', '值班调整告知']));
});

test('somebody left: his later days go to others, what he served stays', async () => {
  const book = await published();
  const gone = await withRows(book, '人员', people(CLERKS, { 丙三: { 离办日期: day('2026-03-16') } }));
  const ran = runOn(snapshot(gone), { ...MARCH, mode: 'freeze', keepBefore: '2026-03-16' });
  expect(dutiesOf(ran, '丙三').every((date) => date < '2026-03-16')).toBe(true);
  expect(ran.changes.every((row) => String(row['日期']) >= '2026-03-16')).toBe(true);
});

test('a lock is obeyed; one that contradicts a leave stops before anything is solved', async () => {
  const book = await published();
  const roster = runOn(snapshot(book), MARCH).roster.map((row): Cells => ({ ...(row as Cells), 日期: day(String(row['日期'])), ...(row['日期'] === '2026-03-10' ? { 值班人员: '甲一', 锁定: '是' } : {}) }));
  const locked = await withRows(book, '值班表', roster);
  const ran = runOn(snapshot(locked), { ...MARCH, mode: 'freeze' });
  expect(names(ran.roster)).toContain('2026-03-10 甲一');
  const both = await withRows(locked, '请假', [leave('甲一', '2026-03-10', '2026-03-10')]);
  const stopped = runOn(snapshot(both), { ...MARCH, mode: 'freeze' });
  expect(stopped.computation.blocked).toBe(true);
  expect(issueOf(stopped.issues, 'roster/lock-absence').message).toContain('事假');
  expect(stopped.certificate.pools.regular.status).toBe('infeasible');
});

test('a holiday announced after publication: the published name is one of the two', async () => {
  const book = await published();
  const announced = await withRows(book, '日历', [10, 11].map((date) => ({ 日期: day(`2026-03-${date}`), 类型: '假期', 假期名: '地方节' })));
  const stood = names(runOn(snapshot(book), MARCH).roster);
  const ran = runOn(snapshot(announced), { ...MARCH, mode: 'freeze' });
  const now = names(ran.roster);
  for (const line of stood) {
    const after = now.find((other) => other.startsWith(line.slice(0, 10)))!;
    expect(after).toContain(line.slice(11));
    expect(after.includes('、')).toBe(line.startsWith('2026-03-10') || line.startsWith('2026-03-11'));
  }
  // only officers in charge of the two days change
  expect(ran.changes.every((row) => row['日期'] === '2026-03-10' || row['日期'] === '2026-03-11')).toBe(true);
});

test('a leader’s day moved: the liaison follows', async () => {
  const holidays: Cells[] = ['2026-04-04', '2026-04-05', '2026-04-06'].map((date, index) => ({ 日期: day(date), 县级领导: index === 0 ? '陆振邦' : '顾明远' }));
  const liaison = { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }, { 县级领导: '顾明远', 联系文秘: '乙二、丙三' }] };
  const april: Run = { from: '2026-04-01', to: '2026-04-30' };
  const book = await published({ ...liaison, 假期带班: holidays }, april);
  const moved = await withRows(book, '假期带班', holidays.map((row, index) => ({ ...row, 县级领导: index === 2 ? '陆振邦' : '顾明远' })));
  const ran = runOn(snapshot(moved), { ...april, mode: 'freeze' });
  const on6 = ran.roster.find((row) => row['日期'] === '2026-04-06')!;
  expect([on6['值班人员'], on6['值班人员二']]).toContain('甲一');
  expect(on6['带班领导']).toBe('陆振邦');
  expect(brief(ran.issues).filter((line) => line.includes('liaison-missing'))).toEqual([]);
});

test('publish says which days nobody serves and which have no row', async () => {
  const book = workbookOf({ 人员: people(CLERKS), 值班表: [{ 日期: day('2026-03-01'), 值班人员: '甲一' }, { 日期: day('2026-03-02'), 值班人员: null }] });
  const ran = act(snapshot(book), 'publish', { from: on('2026-03-01'), to: on('2026-03-03') });
  expect(brief(ran.issues)).toEqual(expect.arrayContaining(['warning publish/nobody 值班表!B3', 'warning publish/no-row 值班表!']));
  expect(tableToJson(ran.outcome.tables[0]!).map((row) => [row['日期'], row['状态']])).toEqual([['2026-03-01', '已发布'], ['2026-03-02', null]]);
  expect(act(snapshot(book), 'publish', { from: on('2026-03-03'), to: on('2026-03-01') }).blocked).toBe(true);
});

test('whoever asks why it is him is told after publication too, and after a replan', async () => {
  const book = await published();
  const lines = explainCell(snapshot(book), '值班表!E5');
  expect(lines).toEqual(expect.arrayContaining(['状态|已发布,生成时不动,要改请用调整值班表或调换班|值班表|值班-四(一)', expect.stringMatching(/^排的是:/), expect.stringMatching(/^证明\|平日值班已证明最优/)]));
  const changed = await withRows(book, '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
  await written(changed, { ...MARCH, mode: 'freeze' });
  expect(explainCell(snapshot(changed), '公平性!D9').length).toBeGreaterThan(0);
  expect(explainCell(snapshot(changed), '变动!B3')).toEqual(expect.arrayContaining([expect.stringMatching(/^不能排:乙二\|事假/)]));
  expect(explainCell(snapshot(changed), '值班调整通知!D3').length).toBeGreaterThan(0);
});

describe('调整 on the pages', () => {
  const remarks = (ran: Ran, title: string): Readonly<Record<string, string>> => {
    const { content } = ran.computation.outcome.report.sheets.find((sheet) => sheet.title === title)!;
    const text = (row: SheetContent['rows'][number], column: number): string => (typeof row[column]?.value === 'string' ? row[column].value : '');
    return Object.fromEntries(content.rows.filter((row) => /^\d+月\d+日$/.test(text(row, 0)) && text(row, 6) !== '').map((row) => [text(row, 0), text(row, 6)]));
  };
  const page = '值班安排表2026年3月';

  test('days whose names a replan replaced carry it, before the remark that stands there', async () => {
    const book = await withRows(await published(), '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
    const ran = await written(book, { ...MARCH, mode: 'freeze' });
    const days = ran.changes.map((row) => `${Number(String(row['日期']).slice(5, 7))}月${Number(String(row['日期']).slice(8))}日`);
    expect(remarks(ran, page)).toEqual(Object.fromEntries(days.map((one) => [one, '调整'])));
    // the marks stay when nothing changes, whoever runs
    expect(remarks(runOn(snapshot(book), { ...MARCH, mode: 'freeze' }), page)).toEqual(remarks(ran, page));
    expect(runOn(snapshot(book), { ...MARCH, mode: 'freeze' }).cellsChanged).toBe(0);
    // another replan marks its own days only
    const again = await withRows(book, '请假', [leave('乙二', '2026-03-09', '2026-03-20'), leave('甲一', '2026-03-24', '2026-03-31')]);
    const next = runOn(snapshot(again), { ...MARCH, mode: 'freeze' });
    expect(Object.keys(remarks(next, page)).every((one) => !days.includes(one))).toBe(true);
    expect(Object.keys(remarks(next, page)).length).toBeGreaterThan(0);
  });

  test('a month that the run leaves alone keeps its marks, a remark of the user’s is none', async () => {
    const two: Run = { from: '2026-03-01', to: '2026-04-30' };
    const book = await withRows(await published({}, two), '请假', [leave('乙二', '2026-03-09', '2026-03-20')]);
    const first = await written(book, { ...two, mode: 'freeze' });
    const both = await withRows(book, '请假', [leave('乙二', '2026-03-09', '2026-03-20'), leave('甲一', '2026-04-08', '2026-04-29')]);
    const second = runOn(snapshot(both), { ...two, mode: 'freeze' });
    expect(second.changes.every((row) => String(row['日期']) >= '2026-04-08')).toBe(true);
    expect(remarks(second, page)).toEqual(remarks(first, page));
    const typed = workbookOf({ 人员: people(CLERKS), 值班表: [{ 日期: day('2026-03-02'), 值班人员: '甲一', 备注: '调整' }] });
    await written(typed, MARCH);
    expect(remarks(runOn(snapshot(typed), MARCH), page)['3月2日']).toBe('调整');
  });
});
