/** A protected sheet that a run would write into stops it before anything is written; one that it leaves alone does not. */
import { MemoryWorkbook } from '../../src/hosts/memory';
import { carryOut } from '../../src/operations/carry-out';
import { compute } from '../../src/operations/compute';
import type { JournalEntry, JournalStore } from '../../src/operations/ports';
import { dated } from '../support/sheets';
import { tinyRegistry } from '../support/tiny-office';

class Journal implements JournalStore {
  kept: readonly JournalEntry[] = [];
  entries = async (): Promise<readonly JournalEntry[]> => this.kept;
  put = async (entry: JournalEntry): Promise<void> => {
    this.kept = [...this.kept, entry];
  };
  remove = async (id: string): Promise<void> => {
    this.kept = this.kept.filter((entry) => entry.id !== id);
  };
}

const registry = tinyRegistry();
const office = (): MemoryWorkbook => MemoryWorkbook.of({ 台账: [['日期', '姓名'], [dated('2026-03-05'), '张三'], [dated('2026-03-06'), '张三']], 我的: [['甲']] });

async function computed(host: MemoryWorkbook, note: string | null = null, acceptErrors = false) {
  const snapshot = await host.read();
  return { snapshot, ...compute(registry, snapshot, { entry: registry.action('tiny/count')!, values: { year: 2026, note }, settings: new Map([['上限', 1]]), acceptErrors }) };
}

test.each([
  ['a ledger of the user', '台账', null],
  ['a sheet of ours', '计数', '新'],
])('%s: an error with what to do, whether or not errors are accepted, and no plan', async (_name, sheet, note) => {
  const host = office();
  if (note !== null) {
    const first = await computed(host);
    await carryOut(host, new Journal(), first.plan, first.snapshot, '');
  }
  host.sheet(sheet).protected = true;
  for (const acceptErrors of [false, true]) {
    const run = await computed(host, note, acceptErrors);
    expect(run).toMatchObject({ blocked: true, plan: { changes: [], sheets: [] } });
    expect(run.issues).toEqual([expect.objectContaining({ code: 'sheet/protected', severity: 'error', sheet, cell: '', message: `工作表“${sheet}”受保护,写不进去,这次没有写入`, remedy: expect.stringContaining('撤消工作表保护') as string })]);
  }
});

test('a protected sheet that the run leaves alone is no obstacle', async () => {
  const host = office();
  host.sheet('我的').protected = true;
  const run = await computed(host);
  expect(run).toMatchObject({ blocked: false, issues: [] });
  await carryOut(host, new Journal(), run.plan, run.snapshot, '');
  expect((await host.list()).map((sheet) => sheet.name)).toEqual(['台账', '我的', '计数']);
  // nothing to write any more: nothing to refuse
  host.sheet('台账').protected = true;
  expect(await computed(host)).toMatchObject({ blocked: false, issues: [], plan: { changes: [] } });
});

test('protected after the preview: the host’s own sentence, nothing written, nothing taken back', async () => {
  const host = office();
  const run = await computed(host);
  host.sheet('台账').protected = true;
  const before = await host.read();
  const journal = new Journal();
  await expect(carryOut(host, journal, run.plan, run.snapshot, '')).rejects.toMatchObject({ code: 'workbook/sheet-protected', message: '工作表“台账”受保护,不能写入', remedy: expect.stringContaining('撤消工作表保护') as string });
  expect(await host.read()).toEqual(before);
  expect(journal.kept).toEqual([]);
});

test('when even taking back fails, the first failure is told and the journal keeps the run', async () => {
  const host = office();
  const run = await computed(host);
  const apply = host.apply.bind(host);
  let calls = 0;
  host.apply = async (changes) => {
    calls += 1;
    if (calls > 1) throw new Error('cannot be taken back');
    await apply(changes.filter((change) => change.kind === 'setCells'));
    throw new Error('fails half-way');
  };
  const journal = new Journal();
  await expect(carryOut(host, journal, run.plan, run.snapshot, '')).rejects.toThrow('fails half-way');
  expect(journal.kept.map((entry) => entry.state)).toEqual(['writing']);
});
