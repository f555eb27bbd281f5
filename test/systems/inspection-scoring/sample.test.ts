import { inspectionScoring } from '../../../src/systems/inspection-scoring';
import { leave } from '../../../src/systems/leave';
import { office } from '../../../src/systems/office';
import { Registry } from '../../../src/ledger/registry';
import type { System } from '../../../src/ledger/system';
import { provide } from '../../../src/ledger/fact';
import { shifts } from '../../../src/systems/office/facts';
import { compute } from '../../../src/operations/compute';
import { check } from '../../../src/operations/check';
import { tableToJson } from '../../../src/ledger/result-table';
import { snapshot, workbookOf } from './harness';

const nobodyOnDuty: System = { id: 'duty', title: '值班', ledgers: [], settings: [], provides: [provide(shifts, [], () => [])], rules: [], actions: [], reminders: [], explainers: [], sample: [] };
const registry = new Registry([office, leave, inspectionScoring, nobodyOnDuty]);
const book = workbookOf(
  Object.fromEntries(
    registry.systems.flatMap(({ sample }) => sample.map(({ ledger, rows }) => [ledger.sheet, rows.map((cells) => Object.fromEntries(Object.entries(ledger.columns).map(([field, column]) => [column.title, cells[field] ?? null])))])),
  ),
);

function run(quarter: number, draft = false) {
  return compute(registry, snapshot(book), { entry: registry.action('inspection-scoring/quarter')!, values: { year: 2026, quarter, draft, dated: null }, settings: new Map(), acceptErrors: false });
}

test('smoke', () => {
  const first = run(1);
  console.log(first.issues.map((i) => `${i.severity} ${i.code} ${i.sheet}!${i.cell} ${i.message}`).join('\n'));
  console.log(first.outcome.headlines.join('\n'));
  console.table(tableToJson(first.outcome.tables[1]!));
  console.table(tableToJson(first.outcome.tables[2]!));
  console.log(check(registry, snapshot(book)).filter((i) => /scoring|督查|分值/.test(i.code + i.sheet)).map((i) => `${i.severity} ${i.code} ${i.sheet}!${i.cell} ${i.message}`).join('\n'));
});
