/** The workbook an office starts with: every ledger's sheet, empty or filled with the sample office. */
import { ledgerContent, type FieldCells } from '../ledger/merge';
import type { Columns } from '../ledger/ledger';
import type { Registry } from '../ledger/registry';
import type { Change } from '../workbook/change';

/** Changes that make an empty workbook one with every sheet, in the order of the rooms. */
export function newWorkbook(registry: Registry, sample: boolean): readonly Change[] {
  const rows = new Map(sample ? registry.systems.flatMap((system) => system.sample.map((entry) => [entry.ledger.id, entry.rows] as const)) : []);
  return registry.ledgers.map((ledger) => ({
    kind: 'addSheet',
    sheet: ledger.sheet,
    content: ledgerContent(ledger, (rows.get(ledger.id) ?? []) as readonly FieldCells<Columns>[]),
  }));
}
