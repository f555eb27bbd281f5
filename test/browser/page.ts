/** What the test page runs: an action on a workbook's bytes, inside the browser, through the same code as the command line. */
import { createRegistry } from '../../src/entries/registry';
import { openXlsx } from '../../src/hosts/xlsx';
import { tableToJson } from '../../src/ledger/result-table';
import { carryOut } from '../../src/operations/carry-out';
import { compute } from '../../src/operations/compute';
import type { JournalEntry } from '../../src/operations/ports';
import { parseParameter } from '../../src/operations/settings';

export interface BrowserRun {
  readonly tables: unknown;
  readonly issues: unknown;
  /** The written workbook. */
  readonly bytes: readonly number[];
}

/** Parameters as text. */
export async function runInPage(bytes: readonly number[], path: string, parameters: Readonly<Record<string, string>>): Promise<BrowserRun> {
  const registry = createRegistry();
  const entry = registry.action(path)!;
  const values = Object.fromEntries(
    Object.entries(entry.action.parameters).map(([name, parameter]) => {
      const parsed = parseParameter(parameter, parameters[name] ?? '');
      if (!parsed.ok) throw new Error(`${name}: ${parsed.expected}`);
      return [name, parsed.value];
    }),
  );
  const book = await openXlsx(Uint8Array.from(bytes));
  const snapshot = await book.read();
  const result = compute(registry, snapshot, { entry, values, settings: new Map(), acceptErrors: false });
  const entries: JournalEntry[] = [];
  await carryOut(book, { entries: async () => entries, put: async (added) => void entries.push(added), remove: async () => undefined }, result.plan, snapshot, path);
  return { tables: result.outcome.tables.map((table) => [table.title, tableToJson(table)]), issues: result.issues, bytes: [...(await book.save()).bytes] };
}

Object.assign(globalThis, { runInPage });
