import { fromISO } from '../../src/kernel/date';
import { MemoryWorkbook } from '../../src/hosts/memory';
import { Registry } from '../../src/ledger/registry';
import { tableToJson } from '../../src/ledger/result-table';
import { compute } from '../../src/operations/compute';
import { systems } from '../../src/systems';
import type { CellInput } from '../../src/workbook/cell';

const registry = new Registry(systems);
const NAMES = ['王建国', '李晓燕', '张 伟', '赵敏', '刘洋', '陈静', '杨帆', '黄磊', '周婷', '吴刚'];

/** What somebody has on the first morning: a list of names. */
test.each<[string, string, readonly (readonly CellInput[])[]]>([
  ['a header and names', '人员', [['姓名'], ...NAMES.map((name) => [name])]],
  ['under the office’s own name and title', '值班人员名单', [['2026年值班人员名单'], ['序号', '文秘人员'], ...NAMES.map((name, index) => [index + 1, name])]],
])('a sheet with nothing but names gives a roster: %s', async (_, sheet, rows) => {
  const snapshot = await MemoryWorkbook.of({ [sheet]: rows }).read();
  const values = { from: fromISO('2026-03-01'), to: fromISO('2026-03-31'), minGap: null, keepBefore: null, dated: null };
  const { outcome, issues, blocked } = compute(registry, snapshot, { entry: registry.action('duty-roster/generate')!, values, settings: new Map(), acceptErrors: false });
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(blocked).toBe(false);
  const served = tableToJson(outcome.tables.find(({ title }) => title === '值班表')!).map((row) => row['值班人员']);
  expect(served).toHaveLength(31);
  expect(new Set(served)).toEqual(new Set(NAMES.map((name) => name.replace(' ', ''))));
  const counts = NAMES.map((name) => served.filter((one) => one === name.replace(' ', '')).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBe(1);
});
