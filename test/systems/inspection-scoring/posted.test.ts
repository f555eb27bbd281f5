/** A posted quarter (workbook contract, section 6): a number that changes is a warning, the new page a 更正公示. */
import { carryOut } from '../../../src/operations/carry-out';
import type { JournalEntry, JournalStore } from '../../../src/operations/ports';
import type { MemoryWorkbook } from '../../../src/hosts/memory';
import { brief, day, PEOPLE, row, runOn, sheetsOf, snapshot, workbookOf, type Book, type Cells, type Ran, type Run } from './harness';

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

test('without the page, what was posted is what its rows add up to', () => {
  const ran = runOn(snapshot(workbookOf(sheetsOf({ rows: [...rows(posted), row('李晓燕', '督查-三(三)e')] }))));
  expect(ran.sheetTitles[3]).toBe('更正公示2026年1季度');
  expect(changes(ran)).toContain('! 本季度已经公示,“李晓燕”的得分由98变为97');
});

test('a decided row with a day of posting has been posted', () => {
  const ran = runOn(snapshot(workbookOf(sheetsOf({ rows: rows({ 公示日期: day('2026-04-08') }) }))));
  expect(ran.sheetTitles[3]).toBe('公示2026年1季度');
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
  expect(changes(ran)).toEqual(['! 本季度已经公示,“许梅”的得分由无变为100', '公示2026年1季度!I18 本季度已经公示,“邓强”的得分由100变为无']);
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
