import { MemoryWorkbook } from '../../src/hosts/memory';
import { carryOut, recover, undo } from '../../src/operations/carry-out';
import { check } from '../../src/operations/check';
import { compute } from '../../src/operations/compute';
import { explain } from '../../src/operations/explain';
import { remindersToIcs } from '../../src/operations/ics';
import { newWorkbook } from '../../src/operations/new-workbook';
import type { JournalEntry, JournalStore } from '../../src/operations/ports';
import { today } from '../../src/operations/today';
import type { Change } from '../../src/workbook/change';
import { marksOf } from '../../src/workbook/mark';
import type { Issue } from '../../src/ledger/issue';
import { dated, day, type Rows } from '../support/sheets';
import { tinyRegistry } from '../support/tiny-office';

class Journal implements JournalStore {
  list: JournalEntry[] = [];
  entries = async (): Promise<readonly JournalEntry[]> => this.list;
  put = async (entry: JournalEntry): Promise<void> => {
    this.list = [...this.list.filter((other) => other.id !== entry.id), entry];
  };
  remove = async (id: string): Promise<void> => {
    this.list = this.list.filter((entry) => entry.id !== id);
  };
}

const registry = tinyRegistry();
const rows: Rows = [['日期', '姓名', '我的'], [dated('2026-03-05'), '张三', '留'], ['2026年3月6日', '张 三', 7], ['2026.3.7', '李四', null], ['合计', null, '尾']];
const office = (): MemoryWorkbook => MemoryWorkbook.of({ 台账: rows });
const brief = (issues: readonly Issue[]) => issues.map((issue) => `${issue.severity} ${issue.code} ${issue.sheet} ${issue.cell}`);

async function run(host: MemoryWorkbook, more: { path?: string; values?: Record<string, unknown>; settings?: Map<string, unknown>; acceptErrors?: boolean; replaceEdited?: string[]; journal?: Journal } = {}) {
  const snapshot = await host.read();
  const computation = compute(registry, snapshot, {
    entry: registry.action(more.path ?? 'tiny/count')!,
    values: more.values ?? { year: 2026, note: null, sheet: null },
    settings: more.settings ?? new Map(),
    acceptErrors: more.acceptErrors ?? false,
    ...(more.replaceEdited ? { replaceEdited: more.replaceEdited } : {}),
  });
  const entry = await carryOut(host, more.journal ?? new Journal(), computation.plan, snapshot, '计数');
  return { ...computation, entry };
}

describe('one run', () => {
  test('writes the result sheet and the column; the user’s cells stay; a second run changes nothing', async () => {
    const host = office();
    const first = await run(host, { settings: new Map([['上限', 1]]) });
    expect(first.issues).toEqual([]);
    expect(first.plan.sheets.map((sheet) => [sheet.name, sheet.created, sheet.cells.length])).toEqual([['台账', false, 3], ['计数', true, 7]]);
    const after = await host.read();
    expect(after.sheets[0]!.columns[3]!.values).toEqual(['校验', '过多', '过多', null, null]);
    expect(after.sheets[0]!.columns[2]!.values).toEqual(['我的', '留', 7, null, '尾']);
    expect(marksOf(after.names).get('计数')).toMatchObject({ title: '计数', action: 'tiny/count', parameters: { year: '2026' } });
    const second = await run(host, { settings: new Map([['上限', 1]]) });
    expect(second.plan.changes).toEqual([]);
    expect(second.entry).toBeNull();
  });

  test('can be taken back whole', async () => {
    const host = office();
    const before = await host.read();
    const journal = new Journal();
    await run(host, { journal });
    expect(journal.list).toMatchObject([{ state: 'done', title: '计数' }]);
    expect(await undo(host, journal)).toMatchObject({ id: '1' });
    expect(await host.read()).toEqual(before);
    expect(await undo(host, journal)).toBeNull();
  });

  test('a sheet edited by hand stays; ours is written beside it, or replaces it when that was agreed', async () => {
    const host = office();
    await run(host);
    await host.apply([{ kind: 'setCells', sheet: '计数', cells: [{ row: 2, column: 1, value: 99 }] }]);
    const again = await run(host, { values: { year: 2026, note: '新' } });
    expect(brief(again.issues)).toEqual(['warning sheet/edited 计数 ']);
    expect((await host.list()).map((sheet) => sheet.name)).toEqual(['台账', '计数', '计数(2)']);
    const third = await run(host, { values: { year: 2026, note: '新' } });
    expect(third.plan.changes).toEqual([]);
    const agreed = await run(host, { values: { year: 2026, note: '再' }, replaceEdited: ['计数'] });
    expect(agreed.plan.sheets.map((sheet) => sheet.name)).toEqual(['计数']);
  });

  test('an edit that says what we would write leaves nothing to do', async () => {
    const host = office();
    await run(host);
    await host.apply([{ kind: 'setCells', sheet: '计数', cells: [{ row: 0, column: 0, value: '新' }] }]);
    expect((await run(host, { values: { year: 2026, note: '新' } })).plan.changes).toEqual([]);
  });

  test('a sheet of that title that is not ours stays; a renamed sheet of ours is found again', async () => {
    const host = MemoryWorkbook.of({ 台账: rows, 计数: [['我自己的']] });
    const first = await run(host);
    expect(first.issues).toMatchObject([{ severity: 'warning', code: 'sheet/foreign', sheet: '计数', cell: '', clause: 'G14' }]);
    const sheet = host.sheet('计数(2)');
    sheet.name = '三月计数';
    host.names = host.names.map((name) => ({ ...name, scope: name.scope === '计数(2)' ? '三月计数' : name.scope }));
    expect((await run(host)).plan.changes).toEqual([]);
    expect((await run(host, { values: { year: 2026, note: '改' } })).plan.sheets.map((entry) => entry.name)).toEqual(['三月计数']);
  });

  test('errors block, unless they are accepted', async () => {
    const host = MemoryWorkbook.of({ 台账: [['日期', '姓名'], ['2026.2.30', '张三'], [dated('2026-01-01'), '李四'], ['2025-01-01', '张主任']] });
    const before = await host.read();
    const blocked = await run(host);
    expect(blocked).toMatchObject({ blocked: true, plan: { changes: [] } });
    expect(brief(blocked.issues)).toEqual(['error cell/date-impossible 台账 A2']);
    expect(blocked.outcome.tables[0]!.rows).toEqual([['李四', 1]]);
    expect(await host.read()).toEqual(before);
    expect(await run(host, { acceptErrors: true })).toMatchObject({ blocked: false });
    expect((await host.list()).map((sheet) => sheet.name)).toEqual(['台账', '计数']);
  });
});

describe('carrying out', () => {
  test('refuses when a colleague edited meanwhile', async () => {
    const host = office();
    const snapshot = await host.read();
    const computation = compute(registry, snapshot, { entry: registry.action('tiny/count')!, values: { year: 2026, note: null }, settings: new Map([['上限', 1]]), acceptErrors: false });
    await host.apply([{ kind: 'setCells', sheet: '台账', cells: [{ row: 1, column: 2, value: '同事改的' }] }]);
    await expect(carryOut(host, new Journal(), computation.plan, snapshot, '')).rejects.toMatchObject({ code: 'workbook/changed', remedy: expect.stringContaining('重新预览') as string });
  });

  test.each([1, 2, 3])('a host that fails at call %i leaves the workbook as it was', async (failing) => {
    const host = office();
    const before = await host.read();
    const journal = new Journal();
    let calls = 0;
    const apply = host.apply.bind(host);
    host.apply = async (changes: readonly Change[]) => {
      calls += 1;
      if (failing === 1 && calls === 1) throw new Error('fails at once');
      // writes something else than it was told
      if (failing === 2 && calls === 1) return apply(changes.map((change) => (change.kind === 'setCells' ? { ...change, cells: change.cells.map((cell) => ({ ...cell, value: '假' })) } : change)));
      if (failing === 3 && calls === 1) return apply(changes.filter((change) => change.kind !== 'addSheet' && change.kind !== 'setName'));
      return apply(changes.filter((change) => change.kind !== 'removeSheet' || host.sheets.some((sheet) => sheet.name === change.sheet)));
    };
    await expect(run(host, { journal, settings: new Map([['上限', 1]]) })).rejects.toBeDefined();
    expect(await host.read()).toEqual(before);
    expect(journal.list).toEqual([]);
  });

  test('a run that stopped half-way is taken back at the next start', async () => {
    const host = office();
    const before = await host.read();
    const journal = new Journal();
    await run(host, { journal });
    journal.list = journal.list.map((entry) => ({ ...entry, state: 'writing' as const }));
    expect(await recover(host, journal)).not.toBeNull();
    expect(await host.read()).toEqual(before);
    expect(await recover(host, journal)).toBeNull();
  });
});

describe('settings', () => {
  const withSettings = (body: Rows): MemoryWorkbook => MemoryWorkbook.of({ 台账: [['日期', '姓名'], [dated('2026-01-01'), '甲乙'], [dated('2026-01-02'), '甲乙']], 参数: [['键', '值', '适用起', '适用止'], ...body] });
  test.each<readonly [string, Rows, readonly string[], unknown]>([
    ['default', [], [], null],
    ['a value', [['上限', 1]], [], '过多'],
    ['an alias', [['最多', '１']], [], '过多'],
    ['unreadable', [['上限', '很多']], ['error setting/unreadable 参数 B2'], null],
    ['out of range', [['上限', 99]], ['error setting/unreadable 参数 B2'], null],
    ['blank', [['上限', null]], [], null],
    ['unknown key', [['上线', 1]], ['warning setting/unknown 参数 A2'], null],
    ['far from every key', [['甲乙丙丁戊', 1]], ['warning setting/unknown 参数 A2'], null],
    ['the undated row before dated ones', [['上限', 5, dated('2026-01-01')], ['上限', 1]], [], '过多'],
    ['the latest of dated rows', [['上限', 5, dated('2025-01-01')], ['上限', 1, dated('2026-01-01')]], [], '过多'],
  ])('%s', async (_name, body, issues, mark) => {
    const host = withSettings(body);
    const result = await run(host, { acceptErrors: true });
    expect(brief(result.issues)).toEqual(issues);
    const column = host.sheet('台账').snapshot().columns[2];
    expect(column?.values[1] ?? null).toBe(mark);
  });

  test('issues about a key cite its clause, others that of the sheet', async () => {
    const result = await run(withSettings([['上限', 3, '2026.2.30'], ['开关', '是', null], ['开关', '否', null], ['上线', 1, null], [null, 1, null]]), { acceptErrors: true });
    expect(check(registry, await withSettings([['上限', 3, '2026.2.30'], ['开关', '是', null], ['开关', '否', null], ['上线', 1, null], [null, 1, null]]).read()).map(({ code, cell, clause }) => [code, cell, clause])).toEqual([
      ['cell/date-impossible', 'C2', 'G3'],
      ['row/duplicate-key', 'A4', 'G5'],
      ['cell/required-blank', 'A6', '登记-一(序)'],
      ['setting/unknown', 'A5', '登记-一(序)'],
    ]);
    expect(result.issues.every(({ clause }) => clause !== '')).toBe(true);
  });

  test('对照 names sheet and columns', async () => {
    const host = MemoryWorkbook.of({ 流水: [['哪天', '姓名'], [dated('2026-01-01'), '甲乙']], 对照: [['规范表', '规范列', '我的表', '我的列'], ['台账', null, '流水', null], ['台账', '日期', '流水', '哪天']] });
    expect((await run(host)).outcome.tables[0]!.rows).toEqual([['甲乙', 1]]);
    const single = MemoryWorkbook.of({ 流水: [['哪天', '姓名'], [dated('2026-01-01'), '甲乙']], 对照: [['规范表', '规范列', '我的表', '我的列'], ['台账', '日期', '流水', '哪天']] });
    expect((await run(single)).outcome.tables[0]!.rows).toEqual([['甲乙', 1]]);
  });
});

describe('rows of 对照 that lead nowhere', () => {
  const HEAD = ['规范表', '规范列', '我的表', '我的列'];
  test.each<[string, readonly (string | null)[], readonly string[]]>([
    ['a sheet and a column that are there', ['台账', '日期', '流水', '哪天'], []],
    ['a column alone, on the sheet of the contract’s name', ['台账', '姓名', null, '谁'], []],
    ['a header of two rows', ['台账', '办结', '流水', '完成'], []],
    ['a sheet that we do not know', ['台帐', null, '流水', null], ['warning mapping/unknown-sheet A2 对照的规范表里没有“台帐”,这一行不起作用 是不是“台账”?请改正']],
    ['an alias of ours', ['登记', null, '流水', null], ['warning mapping/unknown-sheet A2 对照的规范表里没有“登记”,这一行不起作用 是不是“台账”?请改正']],
    ['a sheet like none', ['甲乙丙丁', null, '流水', null], ['warning mapping/unknown-sheet A2 对照的规范表里没有“甲乙丙丁”,这一行不起作用 请核对(命令 hengzhi list 列出全部表和列)']],
    ['a column that we do not know', ['台账', '日其', '流水', '哪天'], ['warning mapping/unknown-column B2 “台账”表没有“日其”列,这一行不起作用 是不是“日期”?请改正']],
    ['a sheet that the workbook lacks', ['台账', null, '流水账', null], ['warning mapping/absent-sheet C2 工作簿里没有“流水账”这张表 是不是“流水”?请改正']],
    ['a sheet that the workbook lacks, unlike any', ['台账', null, '甲乙丙丁', null], ['warning mapping/absent-sheet C2 工作簿里没有“甲乙丙丁”这张表 请核对表名']],
    ['a column that the sheet lacks', ['台账', '日期', '流水', '哪一天'], ['warning mapping/absent-column D2 “流水”表的前5行里没有“哪一天”列 是不是“哪天”?请改正']],
    ['a column that the sheet lacks, unlike any', ['台账', '日期', '流水', '甲乙丙丁'], ['warning mapping/absent-column D2 “流水”表的前5行里没有“甲乙丙丁”列 请核对列名']],
    ['a column of a sheet that is not there: once', ['台账', '日期', '甲乙丙丁', '哪天'], ['warning mapping/absent-sheet C2 工作簿里没有“甲乙丙丁”这张表 请核对表名']],
    ['a column alone, of a sheet that is nowhere', ['参数', '键', null, '名'], []],
  ])('%s', async (_, row, said) => {
    const host = MemoryWorkbook.of({ 台账: [['题'], ['谁', '日期'], ['甲乙', dated('2026-01-01')]], 流水: [['登记', null, '完成'], ['哪天', '姓名', '情况'], [dated('2026-01-01'), '甲乙', '是']], 对照: [HEAD, row] });
    host.sheet('流水').merges.push({ row: 0, column: 0, lastRow: 0, lastColumn: 1 });
    const issues = check(registry, await host.read()).filter(({ code }) => code.startsWith('mapping/'));
    expect(issues.map(({ severity, code, cell, message, remedy }) => `${severity} ${code} ${cell} ${message} ${remedy}`)).toEqual(said);
    expect(issues.every(({ clause, sheet }) => clause === 'G15' && sheet === '对照')).toBe(true);
  });
});

test('normalise cleans what can be read, leaves the rest, and has nothing to do the second time', async () => {
  const host = MemoryWorkbook.of({ 台账: [['日期', '姓名', '办结'], ['2026.3.5', '张　三', '√'], ['坏', '李四', '也许'], [dated('2026-03-07'), { kind: 'formula', formula: '"王"&"五"', value: '王五' }, null]] });
  const first = await run(host, { path: 'office/normalise', values: { sheet: null } });
  expect(first.outcome.tables[0]!.rows).toEqual([['台账', 'A2', '2026.3.5', '2026-03-05'], ['台账', 'B2', '张　三', '张三'], ['台账', 'C2', '√', '是']]);
  expect(brief(first.issues)).toEqual(['error cell/date-unreadable 台账 A3', 'error cell/yes-no-unreadable 台账 C3']);
  expect(first.blocked).toBe(false);
  expect(host.sheet('台账').read({ row: 1, column: 0 }).value).toEqual(dated('2026-03-05'));
  expect((await run(host, { path: 'office/normalise', values: { sheet: '台账' } })).plan.changes).toEqual([]);
});

test('check reads every ledger and runs every rule', async () => {
  const many = Array.from({ length: 6 }, (_, index) => [dated(`2026-01-0${index + 1}`), '张三']);
  expect(brief(check(registry, await MemoryWorkbook.of({ 台账: [['日期', '姓名'], ...many, ['坏', '张三']] }).read()))).toEqual(['error cell/date-unreadable 台账 A8', 'warning tiny/many 台账 ']);
});

test('today sorts what is due; as iCalendar lines are folded and escaped', async () => {
  const result = today(registry, await office().read(), day('2026-03-20'), 7);
  expect(result.table.rows.map((row) => row[0])).toEqual([day('2026-01-01'), day('2026-03-20')]);
  const ics = remindersToIcs(result.reminders, day('2026-03-20'));
  expect(ics).toContain('DTSTART;VALUE=DATE:20260320\r\nDTEND;VALUE=DATE:20260321\r\nSUMMARY:今天\\,的\\;事\r\n');
  for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
});

test('explain asks the rooms, with the parameters of the sheet’s mark', async () => {
  const host = office();
  await run(host);
  const snapshot = await host.read();
  expect(explain(registry, snapshot, '计数', { row: 2, column: 1 }).lines).toEqual([{ item: '计数 2', value: '{"year":"2026"}', source: '台账!A2', clause: 'G14' }]);
  expect(explain(registry, snapshot, '台账', { row: 1, column: 0 }).table.rows).toEqual([]);
  expect(explain(registry, snapshot, '没有', { row: 1, column: 0 }).lines).toEqual([]);
});

test('a new workbook has every sheet, empty or with the sample', async () => {
  for (const sample of [false, true]) {
    const host = new MemoryWorkbook();
    await host.apply(newWorkbook(registry, sample));
    expect((await host.list()).map((sheet) => sheet.name)).toEqual(['参数', '对照', '台账']);
    expect(host.sheet('台账').snapshot().rowCount).toBe(sample ? 2 : 1);
  }
});

describe('a date without a year', () => {
  const body: Rows = [['日期', '姓名'], ['3月1日', '张三'], ['2026-03-02', '李四'], ['2025-03-02', '李四']];
  test('counts in no year, and every command says so', async () => {
    const host = MemoryWorkbook.of({ 台账: body });
    const said = 'error cell/date-without-year 台账 A2';
    for (const year of [2025, 2026]) {
      const result = await run(host, { values: { year, note: null }, acceptErrors: true });
      expect(brief(result.issues)).toEqual([said]);
      expect(result.outcome.tables[0]!.rows).toEqual([['李四', 1]]);
    }
    expect(brief(check(registry, await MemoryWorkbook.of({ 台账: body }).read()))).toEqual([said]);
  });
  test('has the year of the title, whatever year is asked for', async () => {
    const host = MemoryWorkbook.of({ 台账: [['2026年台账'], ...body] });
    expect((await run(host, { values: { year: 2025, note: null } })).outcome.tables[0]!.rows).toEqual([['李四', 1]]);
    expect((await run(host, { values: { year: 2026, note: null } })).outcome.tables[0]!.rows).toEqual([['张三', 1], ['李四', 1]]);
  });
});
