import { fromISO } from '../../src/kernel/date';
import type { Issue } from '../../src/ledger/issue';
import { Registry } from '../../src/ledger/registry';
import { check } from '../../src/operations/check';
import { compute } from '../../src/operations/compute';
import { systems } from '../../src/systems';
import type { Snapshot } from '../../src/workbook/snapshot';
import { AMBIGUOUS, withCell, type AmbiguousCell } from './ambiguous';
import { cleanBook } from './twin';

const registry = new Registry(systems);

const VALUES = {
  'duty-roster/generate': { from: fromISO('2026-01-01'), to: fromISO('2026-03-31'), minGap: null, keepBefore: null, dated: null },
  'inspection-scoring/quarter': { year: 2026, quarter: 1, draft: false, dated: null },
};

function run(snapshot: Snapshot, path: keyof typeof VALUES) {
  return compute(registry, snapshot, { entry: registry.action(path)!, values: VALUES[path], settings: new Map(), acceptErrors: false });
}

/** What is said of one workbook and not of the other. */
function added(now: readonly Issue[], before: readonly Issue[]): readonly Issue[] {
  const known = new Set(before.map((issue) => JSON.stringify(issue)));
  return now.filter((issue) => !known.has(JSON.stringify(issue)));
}

const brief = ({ severity, code, sheet, cell }: Issue): string => `${severity} ${code} ${sheet}!${cell}`;

test.each(AMBIGUOUS.map((cell) => [`${cell.ledger}.${cell.field}: ${cell.what}`, cell] as const))('%s', async (_, cell: AmbiguousCell) => {
  const clean = await (await cleanBook(systems)).read();
  const { book, sheet, address } = await withCell(systems, cell);
  const snapshot = await book.read();
  const found = added(check(registry, snapshot), check(registry, clean));
  expect(found.map(brief)).toEqual([`${cell.severity} ${cell.code} ${sheet}!${address}`]);
  expect(found[0]!.remedy).not.toBe('');
  if (cell.stops === undefined) return;
  const ran = run(snapshot, cell.stops);
  expect(ran.blocked).toBe(true);
  expect(ran.issues.filter(({ severity }) => severity === 'error').map(brief)).toEqual([`error ${cell.code} ${sheet}!${address}`]);
});

test('the clean office stops nothing', async () => {
  const clean = await (await cleanBook(systems)).read();
  expect(Object.keys(VALUES).map((path) => run(clean, path as keyof typeof VALUES).blocked)).toEqual([false, false]);
});
