import { fromISO } from '../../src/kernel/date';
import type { Ledger } from '../../src/ledger/ledger';
import { Registry } from '../../src/ledger/registry';
import { tableToJson } from '../../src/ledger/result-table';
import { check } from '../../src/operations/check';
import { compute } from '../../src/operations/compute';
import { RunContext } from '../../src/operations/context';
import { systems } from '../../src/systems';
import { NO_DAYS, sections } from '../../src/systems/office/facts';
import type { Snapshot } from '../../src/workbook/snapshot';
import { dateSpellings, isDoubted } from './spelling';
import { createXlsx, openXlsx } from '../../src/hosts/xlsx';
import { cleanBook, dirtyBook, sheetsAsChanges } from './twin';

const registry = new Registry(systems);
const LEDGERS = systems.flatMap(({ sample }) => sample).map(({ ledger }) => ledger as Ledger);

async function twins(): Promise<{ readonly clean: Snapshot; readonly dirty: Snapshot }> {
  return { clean: await (await cleanBook(systems)).read(), dirty: await dirtyBook(systems).book.read() };
}

/** Every row of a ledger, every field that a user fills; sections by the name that counts. */
function rowsOf(snapshot: Snapshot, ledger: Ledger): readonly Readonly<Record<string, unknown>>[] {
  const context = new RunContext(registry, snapshot, { overrides: new Map(), acceptsErrors: false });
  const book = context.fact(sections, NO_DAYS);
  const fields = Object.keys(ledger.columns).filter((field) => !ledger.columns[field]!.computed);
  const value = (field: string, read: unknown): unknown => (ledger.columns[field]!.type.name === 'section' && typeof read === 'string' ? (book.canonical(read) ?? read) : read);
  return context.read(ledger, { fields }).rows.map((row) => Object.fromEntries(fields.map((field) => [field, value(field, row[field])])));
}

test.each(LEDGERS.map((ledger) => [ledger.sheet, ledger] as const))('%s reads the same, clean or dirty', async (_, ledger) => {
  const { clean, dirty } = await twins();
  expect(rowsOf(clean, ledger).length).toBeGreaterThan(0);
  expect(rowsOf(dirty, ledger)).toEqual(rowsOf(clean, ledger));
});

test('the dirty office says nothing that the clean one does not, but for what its spelling leaves in doubt', async () => {
  const { clean, dirty } = await twins();
  const codes = (snapshot: Snapshot): string[] => check(registry, snapshot).map(({ severity, code }) => `${severity} ${code}`);
  const expected = codes(clean);
  expect(expected.filter((line) => line.startsWith('error'))).toEqual([]);
  const more = [...codes(dirty)];
  for (const line of expected) {
    const at = more.indexOf(line);
    expect([line, at]).not.toEqual([line, -1]);
    more.splice(at, 1);
  }
  expect([...new Set(more)].sort()).toEqual(['info cell/filled-down', 'info sheet/hidden-rows', 'warning cell/month-day-dotted']);
});

const RUNS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['inspection-scoring/quarter', { year: 2026, quarter: 1, draft: false, dated: null }],
  ['inspection-scoring/quarter', { year: 2026, quarter: 2, draft: true, dated: null }],
  ['duty-roster/generate', { from: fromISO('2026-01-01'), to: fromISO('2026-03-31'), minGap: null, keepBefore: null, dated: null }],
];

test.each(RUNS)('%s %o: the same tables', async (path, values) => {
  const { clean, dirty } = await twins();
  const [a, b] = [clean, dirty].map((snapshot) => {
    const { outcome, blocked } = compute(registry, snapshot, { entry: registry.action(path)!, values, settings: new Map(), acceptErrors: false });
    return { blocked, tables: outcome.tables.map((table) => [table.title, tableToJson(table)]), certificate: outcome.certificate };
  });
  expect(a!.blocked).toBe(false);
  expect(b).toEqual(a);
});

test('the dirty office reads the same out of a file', async () => {
  const { book } = dirtyBook(systems);
  const file = createXlsx();
  await file.apply(sheetsAsChanges(book));
  const opened = await (await openXlsx((await file.save()).bytes)).read();
  const inMemory = await book.read();
  for (const ledger of LEDGERS) expect(rowsOf(opened, ledger)).toEqual(rowsOf(inMemory, ledger));
});

test('a date has many spellings', () => {
  const spelled = dateSpellings(fromISO('2026-03-05')!, 2026, true);
  expect(new Set(spelled.map((one) => JSON.stringify(one))).size).toBe(18);
  expect(spelled.filter(isDoubted)).toEqual(['3.5']);
});
