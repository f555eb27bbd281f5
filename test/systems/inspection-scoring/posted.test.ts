/** A posted quarter (workbook contract, section 6): a number that changes is a warning, the new page a 更正公示. */
import { carryOut } from '../../../src/operations/carry-out';
import type { JournalEntry, JournalStore } from '../../../src/operations/ports';
import type { MemoryWorkbook } from '../../../src/hosts/memory';
import { BIG_OFFICE, brief, day, PEOPLE, row, runOn, sheetsOf, snapshot, workbookOf, type Book, type Cells, type Ran, type Run } from './harness';

class Journal implements JournalStore {
  readonly kept: JournalEntry[] = [];
  async entries(): Promise<readonly JournalEntry[]> {
    return this.kept;
  }
  async put(entry: JournalEntry): Promise<void> {
    this.kept.push(entry);
  }
  async remove(): Promise<void> {}
}

async function write(workbook: MemoryWorkbook, run: Run = {}): Promise<Ran> {
  const before = snapshot(workbook);
  const ran = runOn(before, run);
  await carryOut(workbook, new Journal(), ran.computation.plan, before, 'quarter');
  return ran;
}

/** The workbook of another state of the ledger, with the result sheets of the first. */
function withLedger(workbook: MemoryWorkbook, book: Book): MemoryWorkbook {
  const fresh = workbookOf(sheetsOf(book));
  const mine = workbook.sheets.filter((sheet) => !fresh.sheets.some((other) => other.name === sheet.name));
  fresh.sheets.push(...mine);
  fresh.names = [...workbook.names];
  return fresh;
}

const rows = (more: Cells = {}): Cells[] => [row('李晓燕', '督查-三(三)a', more), row('刘洋', '督查-三(四)b', more)];
const posted = { 状态: '公示', 公示日期: day('2026-04-08') };
const changes = (ran: Ran) => ran.issues.filter(({ code }) => code === 'scoring/posted-number-changed').map(({ sheet, cell, message }) => `${sheet}!${cell} ${message}`);

test('what is posted as it was computed stays 公示', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  const again = runOn(snapshot(withLedger(workbook, { rows: rows(posted) })));
  expect(brief(again.issues)).toEqual([]);
  expect(again.sheetTitles[3]).toBe('公示2026年1季度');
  expect(again.computation.plan.changes.filter((change) => change.kind === 'replaceSheet' && change.sheet.startsWith('公示'))).toEqual([]);
});

test('a page that another program saved without its results says nothing about them', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  for (const line of workbook.sheet('公示2026年1季度').rows) {
    for (const cell of line) if (cell && typeof cell.value === 'object' && cell.value?.kind === 'formula') cell.value = { ...cell.value, value: null };
  }
  const ran = runOn(snapshot(withLedger(workbook, { rows: [...rows(posted), row('李晓燕', '督查-三(三)e')] })));
  expect(changes(ran).map((text) => text.split(' ')[0])).toEqual(['公示2026年1季度!F8', '公示2026年1季度!H8', '公示2026年1季度!F20', '公示2026年1季度!H20']);
});

test('a number of the page that changes: warnings at its cells, 更正公示, the old page kept', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  const changed = withLedger(workbook, { rows: [...rows(posted), row('李晓燕', '督查-三(三)e')] });
  const ran = await write(changed);
  expect(ran.sheetTitles[3]).toBe('更正公示2026年1季度');
  expect(changes(ran)).toEqual([
    '公示2026年1季度!F8 本季度已经公示,“综合股”的本季扣分由2变为3',
    '公示2026年1季度!H8 本季度已经公示,“综合股”的累计扣分由2变为3',
    '公示2026年1季度!I8 本季度已经公示,“综合股”的得分由98变为97',
    '公示2026年1季度!F20 本季度已经公示,“李晓燕”的本季扣分由2变为3',
    '公示2026年1季度!H20 本季度已经公示,“李晓燕”的累计扣分由2变为3',
    '公示2026年1季度!I20 本季度已经公示,“李晓燕”的得分由98变为97',
  ]);
  expect(changed.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['公示2026年1季度', '更正公示2026年1季度']));
  const page = ran.computation.outcome.report.sheets[3]!.content;
  const texts = page.rows.map((cells) => cells.map((cell) => cell?.value ?? null));
  expect(texts.map(([first]) => first)).toContain('四、更正内容');
  expect(texts).toContainEqual(['个人', '李晓燕', null, '得分', null, 98, null, 97, null]);
  // and once more: nothing left to write
  const again = runOn(snapshot(changed));
  expect(again.computation.plan.changes).toEqual([]);
  expect(again.sheetTitles[3]).toBe('更正公示2026年1季度');
});

test('a quarter up to 封账至 is posted', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  const more = [...rows(), row('李晓燕', '督查-三(三)e')];
  const kind = (until: string | null) => {
    const sheets: Book = { rows: more, more: until === null ? {} : { 参数: [{ 键: '封账至', 值: until }] } };
    return runOn(snapshot(withLedger(workbook, sheets))).sheetTitles[3];
  };
  expect([kind(null), kind('2026-03-30'), kind('2026-03-31'), kind('2026-06-30')]).toEqual(['公示2026年1季度', '公示2026年1季度', '更正公示2026年1季度', '更正公示2026年1季度']);
});

// posted: by 封账至 or by 公示日期, not by 状态
test('状态=公示 alone posts nothing', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows({ 状态: '公示' }) }));
  await write(workbook);
  const more = [...rows({ 状态: '公示' }), row('李晓燕', '督查-三(三)e')];
  const ran = runOn(snapshot(withLedger(workbook, { rows: more })));
  expect([ran.sheetTitles[3], changes(ran)]).toEqual(['公示2026年1季度', []]);
  const dated = runOn(snapshot(withLedger(workbook, { rows: [...more, row('王建国', '督查-三(三)e', { 公示日期: day('2026-04-08') })] })));
  expect(dated.sheetTitles[3]).toBe('更正公示2026年1季度');
  const undecided = runOn(snapshot(withLedger(workbook, { rows: [...more, row('王建国', '督查-三(三)e', { 状态: '登记', 公示日期: day('2026-04-08') })] })));
  expect(undecided.sheetTitles[3]).toBe('公示2026年1季度');
});

test('without the page nothing can be said to have changed', () => {
  const ran = runOn(snapshot(workbookOf(sheetsOf({ rows: [...rows(posted), row('李晓燕', '督查-三(三)e')] }))));
  expect([ran.sheetTitles[3], changes(ran)]).toEqual(['公示2026年1季度', []]);
});

test('a decided row with a day of posting has been posted', () => {
  const ran = runOn(snapshot(workbookOf(sheetsOf({ rows: rows({ 公示日期: day('2026-04-08') }) }))));
  expect(ran.sheetTitles[3]).toBe('公示2026年1季度');
});

describe('a second correction', () => {
  const slips = (count: number) => [...rows(posted), ...Array.from({ length: count }, () => row('李晓燕', '督查-三(三)e'))];
  const again = (ran: Ran) => ran.issues.filter(({ code }) => code === 'scoring/correction-again').map(({ severity, sheet, message, remedy }) => `${severity} ${sheet} ${message} | ${remedy}`);
  const pages = (workbook: MemoryWorkbook) => workbook.sheets.map(({ name }) => name).filter((name) => name.includes('公示'));
  const texts = (workbook: MemoryWorkbook, name: string) => workbook.sheets.find((sheet) => sheet.name === name)!.snapshot().columns.map(({ values }) => values);

  test('is compared with the first and leaves it as it is; run twice is run once', async () => {
    let workbook = workbookOf(sheetsOf({ rows: rows() }));
    await write(workbook);
    workbook = withLedger(workbook, { rows: slips(1) });
    await write(workbook);
    const first = texts(workbook, '更正公示2026年1季度');
    workbook = withLedger(workbook, { rows: slips(2) });
    const ran = await write(workbook);
    expect(ran.sheetTitles[3]).toBe('更正公示2026年1季度(2)');
    expect(changes(ran)).toContain('更正公示2026年1季度!I20 本季度已经公示,“李晓燕”的得分由97变为96');
    expect(changes(ran).every((change) => change.startsWith('更正公示2026年1季度!'))).toBe(true);
    expect(again(ran)).toEqual(['info 更正公示2026年1季度 本季度已有“更正公示2026年1季度”,得分与它比较,新的一页是“更正公示2026年1季度(2)” | “更正公示2026年1季度”还没有公布的,请删去这张表后再运行一次']);
    expect(texts(workbook, '更正公示2026年1季度')).toEqual(first);
    expect(pages(workbook)).toEqual(['公示2026年1季度', '更正公示2026年1季度', '更正公示2026年1季度(2)']);
    const rerun = runOn(snapshot(workbook));
    expect([rerun.sheetTitles[3], rerun.computation.plan.changes, changes(rerun), again(rerun)]).toEqual(['更正公示2026年1季度(2)', [], changes(ran), []]);
    const third = await write(withLedger(workbook, { rows: slips(3) }));
    expect(third.sheetTitles[3]).toBe('更正公示2026年1季度(3)');
  });

  test('where the first was never posted and is deleted, the page is compared with what hangs on the wall', async () => {
    let workbook = workbookOf(sheetsOf({ rows: rows() }));
    await write(workbook);
    workbook = withLedger(workbook, { rows: slips(1) });
    await write(workbook);
    workbook = withLedger(workbook, { rows: slips(2) });
    workbook.sheets.splice(workbook.sheets.findIndex(({ name }) => name === '更正公示2026年1季度'), 1);
    const ran = runOn(snapshot(workbook));
    expect(ran.sheetTitles[3]).toBe('更正公示2026年1季度');
    expect(changes(ran)).toContain('公示2026年1季度!I20 本季度已经公示,“李晓燕”的得分由98变为96');
  });

  test('a posted page whose tab was renamed is found; a draft of one is none', async () => {
    const workbook = workbookOf(sheetsOf({ rows: rows() }));
    await write(workbook);
    workbook.sheets.find(({ name }) => name === '公示2026年1季度')!.name = '一季度已公示';
    workbook.names = workbook.names.map((name) => (name.scope === '公示2026年1季度' ? { ...name, scope: '一季度已公示' } : name));
    const changed = withLedger(workbook, { rows: [...slips(1), row('李小燕', '督查-三(三)e')] });
    const ran = await write(changed, { acceptErrors: true });
    expect(ran.sheetTitles[3]).toBe('更正公示2026年1季度(草稿)');
    expect(changes(ran)).toContain('一季度已公示!I20 本季度已经公示,“李晓燕”的得分由98变为97');
    const next = runOn(snapshot(withLedger(changed, { rows: slips(1) })));
    expect(next.sheetTitles[3]).toBe('更正公示2026年1季度');
  });

  test('a correction edited by hand: the numbers are the same, what has changed is still told against the page before it', async () => {
    let workbook = workbookOf(sheetsOf({ rows: rows() }));
    await write(workbook);
    workbook = withLedger(workbook, { rows: slips(1) });
    await write(workbook);
    const sheet = workbook.sheets.find(({ name }) => name === '更正公示2026年1季度')!;
    sheet.write({ row: 0, column: 0, value: '更正通知' });
    const copied = await write(workbook);
    expect(pages(workbook)).toEqual(['公示2026年1季度', '更正公示2026年1季度', '更正公示2026年1季度(2)']);
    const rerun = runOn(snapshot(workbook));
    expect([rerun.sheetTitles[3], rerun.computation.plan.changes, changes(rerun)]).toEqual(['更正公示2026年1季度(2)', [], changes(copied)]);
  });
});

test('closed, but nothing to compare with', () => {
  const ran = runOn(snapshot(workbookOf(sheetsOf({ rows: rows() }))), { settings: { 封账至: 20543 } });
  expect(ran.sheetTitles[3]).toBe('公示2026年1季度');
  expect(changes(ran)).toEqual([]);
});

test('a page of that name that holds no table says nothing', () => {
  const workbook = workbookOf({ ...sheetsOf({ rows: rows(posted) }), 公示2026年1季度: [{ 会议: '记录' }] });
  expect(changes(runOn(snapshot(workbook)))).toEqual([]);
});

test('somebody who was not on the posted page, or no longer is, is one line', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  const people = [...PEOPLE.filter((person) => person['姓名'] !== '邓强'), { 编号: '12', 姓名: '许梅', 股室: '文印室', 职务: '文印员', 层级: '文印' }];
  const ran = runOn(snapshot(withLedger(workbook, { rows: rows(posted), people })));
  expect(changes(ran)).toEqual(['公示2026年1季度!I18 本季度已经公示,“邓强”的得分由100变为无', '公示2026年1季度! 本季度已经公示,“许梅”的得分由无变为100']);
});

test('a page of several sheets of paper is read past the headers that stand again', async () => {
  const workbook = workbookOf(sheetsOf(BIG_OFFICE));
  await write(workbook);
  const closed = { settings: { 封账至: 20543 } };
  expect(changes(runOn(snapshot(workbook), closed))).toEqual([]);
  const more = runOn(snapshot(withLedger(workbook, { ...BIG_OFFICE, rows: [...BIG_OFFICE.rows!, row('陈六', '督查-三(四)a')] })), closed);
  expect(changes(more)).toContainEqual(expect.stringMatching(/^公示2026年1季度!I\d+ 本季度已经公示,“陈六”的得分由99变为104$/));
});

test('名次 that goes or comes is said', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  const people = PEOPLE.map((person) => ({ ...person, 离办日期: person['姓名'] === '唐艳' ? day('2026-03-10') : null }));
  const ran = runOn(snapshot(withLedger(workbook, { rows: rows(posted), people })));
  expect(changes(ran)).toContainEqual(expect.stringMatching(/“唐艳”的名次由2变为无$/));
});

test('somebody who was posted without 名次 and has one now', async () => {
  const left = PEOPLE.map((person) => ({ ...person, 离办日期: person['姓名'] === '唐艳' ? day('2026-03-10') : null }));
  const workbook = workbookOf(sheetsOf({ rows: rows(), people: left }));
  await write(workbook);
  expect(changes(runOn(snapshot(withLedger(workbook, { rows: rows(posted), people: left }))))).toEqual([]);
  expect(changes(runOn(snapshot(withLedger(workbook, { rows: rows(posted) }))))).toContainEqual(expect.stringMatching(/“唐艳”的名次由无变为2$/));
});

test('a draft compares nothing', async () => {
  const workbook = workbookOf(sheetsOf({ rows: rows() }));
  await write(workbook);
  const ran = runOn(snapshot(withLedger(workbook, { rows: [...rows(posted), row('李晓燕', '督查-三(三)e', { 状态: '登记' })] })), { draft: true });
  expect(ran.sheetTitles[3]).toBe('汇总稿2026年1季度');
  expect(changes(ran)).toEqual([]);
});

test('running twice is running once; 分值 of the ledger is written, nothing else of it', async () => {
  const workbook = workbookOf(sheetsOf({ rows: [...rows(), row('李晓燕', '督查-三(三)e', { 状态: '登记', 发生日期: day('2026-05-06') })] }));
  const before = snapshot(workbook);
  await write(workbook);
  const after = snapshot(workbook);
  const ledger = (source: typeof after) => source.sheets.find(({ name }) => name === '督查事项')!;
  expect(ledger(after).columns.slice(0, 14).map(({ values }) => values)).toEqual(ledger(before).columns.slice(0, 14).map(({ values }) => values));
  expect(ledger(after).columns[14]!.values).toEqual(['分值', -2, 3, null]);
  expect(runOn(after).computation.plan.changes).toEqual([]);
});
