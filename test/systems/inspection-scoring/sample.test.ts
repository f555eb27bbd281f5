/** The invented office: what the sample of this room is there to show. */
import { inspectionScoring } from '../../../src/systems/inspection-scoring';
import { leave } from '../../../src/systems/leave';
import { office } from '../../../src/systems/office';
import { provide } from '../../../src/ledger/fact';
import { Registry } from '../../../src/ledger/registry';
import { tableToJson } from '../../../src/ledger/result-table';
import type { System } from '../../../src/ledger/system';
import { check } from '../../../src/operations/check';
import { compute } from '../../../src/operations/compute';
import { liability } from '../../../src/systems/office/facts';
import { snapshot, workbookOf } from './harness';

const nobodyOnDuty: System = { id: 'duty', title: '值班', ledgers: [], settings: [], provides: [provide(liability, [], () => [])], rules: [], actions: [], reminders: [], explainers: [], sample: [] };
const registry = new Registry([office, leave, inspectionScoring, nobodyOnDuty]);
const book = snapshot(
  workbookOf(
    Object.fromEntries(
      registry.systems.flatMap(({ sample }) =>
        sample.map(({ ledger, rows }) => [ledger.sheet, rows.map((cells) => Object.fromEntries(Object.entries(ledger.columns).map(([field, column]) => [column.title, cells[field] ?? null])))]),
      ),
    ),
  ),
);

function run(quarter: number, draft = false) {
  const ran = compute(registry, book, { entry: registry.action('inspection-scoring/quarter')!, values: { year: 2026, quarter, draft, dated: null }, settings: new Map(), acceptErrors: false });
  const tables = Object.fromEntries(ran.outcome.tables.map((table) => [table.title, tableToJson(table)]));
  return { ...ran, tables, titles: ran.outcome.report.sheets.map(({ title }) => title), ofRoom: ran.issues.filter(({ code }) => code.startsWith('scoring/')).map(({ severity, code, cell }) => `${severity} ${code} ${cell}`) };
}

test('the first quarter: ties for the third and for the last place', () => {
  const first = run(1);
  expect(first.tables['股室得分']!.map((one) => [one['名次'], one['股室'], one['得分']])).toEqual([
    [1, '综合股', 104], [2, '研究室', 103], [3, '法制办', 102], [3, '督查室', 102], [5, '文印室', 100], [6, '秘书股', 99],
    [7, '信息股', 97], [7, '应急股', 97], [7, '党建室', 97], [10, '行政股', 96], [10, '小车班', 96],
  ]);
  expect(first.titles).toEqual(['个人得分', '股室得分', '明细', '公示2026年1季度']);
  expect(first.ofRoom).toEqual(['info scoring/supplement B18']);
});

test('a day of absence in two halves is -3, a whole one too', () => {
  const persons = new Map(run(1).tables['个人得分']!.map((one) => [one['姓名'], one]));
  expect(persons.get('张伟(39)')).toMatchObject({ 本季扣分: 3, 股室: '应急股' });
  expect(persons.get('曹勇')).toMatchObject({ 本季扣分: 3 });
});

test('a transfer on the very day of a deduction: the new section, the day before the old one', () => {
  const details = run(1).tables['明细']!.filter((one) => one['对象'] === '黄磊');
  expect(details.map((one) => [one['发生日期'], one['归属股室'], one['分值']])).toEqual([['2026-02-09', '信息股', -2], ['2026-02-10', '秘书股', -1]]);
  expect(run(2, true).tables['明细']!.filter((one) => one['对象'] === '梁栋').map((one) => [one['发生日期'], one['归属股室']])).toEqual([['2026-05-11', '督查室']]);
});

test('what waits and what is voided does not count; a draft counts what waits', () => {
  expect(run(1).tables['明细']).toHaveLength(16);
  expect(run(1, true).tables['明细']).toHaveLength(17);
  expect(run(1, true).titles[3]).toBe('汇总稿2026年1季度');
  expect(run(2).tables['明细']!.map((one) => one['对象'])).toEqual(['马超', '何俊']);
});

test('who has left in the second quarter has no 名次', () => {
  expect(run(2).tables['个人得分']!.at(-1)).toMatchObject({ 姓名: '何俊', 名次: null, 本季名次: null });
});

test('check finds the realistic slips, and no error', () => {
  const issues = check(registry, book).filter(({ code, sheet }) => code.startsWith('scoring/') || sheet === '督查事项' || sheet === '分值表');
  expect(issues.map(({ severity, code, cell }) => `${severity} ${code} ${cell}`)).toEqual([
    'warning scoring/handed-in-late S17',
    'warning scoring/double-counting G27',
    'warning scoring/absence-covered B28',
    'warning scoring/state-blank O30',
    'info scoring/supplement B18',
    'info scoring/supplement B29',
  ]);
});

test('every state is there', () => {
  const rows = inspectionScoring.sample[0]!.rows;
  expect(new Set(rows.map((cells) => cells['state']))).toEqual(new Set(['登记', '审签', '汇总', '初审', '议定', '公示', '作废', null]));
});
