/** `explain`: why a cell says what it says, from the workbook alone. */
import type { ExplanationLine } from '../ledger/explain';
import type { Issue } from '../ledger/issue';
import type { Registry } from '../ledger/registry';
import type { ResultTable } from '../ledger/result-table';
import type { CellRef } from '../workbook/address';
import { marksOf } from '../workbook/mark';
import { findSheet, type Snapshot } from '../workbook/snapshot';
import { RunContext } from './context';
import { atOnce, isInSlices, type InSlices } from '../kernel/slices';

export interface Explanation {
  readonly lines: readonly ExplanationLine[];
  readonly table: ResultTable;
  readonly issues: readonly Issue[];
}

/** Lines of the first room that knows the cell; none when no room does. */
export function explain(registry: Registry, snapshot: Snapshot, sheetName: string, cell: CellRef): Explanation {
  return atOnce(explainInSlices(registry, snapshot, sheetName, cell));
}

export function* explainInSlices(registry: Registry, snapshot: Snapshot, sheetName: string, cell: CellRef): InSlices<Explanation> {
  const sheet = findSheet(snapshot, sheetName)?.name ?? sheetName;
  const mark = marksOf(snapshot.names).get(sheet) ?? null;
  const context = new RunContext(registry, snapshot, { overrides: new Map(), acceptsErrors: true });
  let lines: readonly ExplanationLine[] | null = null;
  for (const explainer of registry.systems.flatMap((system) => system.explainers)) {
    const found = explainer.explain(context, { sheet, cell, mark });
    lines = isInSlices(found) ? yield* found : found;
    if (lines) break;
  }
  return {
    lines: lines ?? [],
    issues: context.issues.sorted(),
    table: {
      title: '说明',
      columns: [
        { title: '项', kind: 'text' },
        { title: '值', kind: 'text' },
        { title: '来源', kind: 'text' },
        { title: '条款', kind: 'text' },
      ],
      rows: (lines ?? []).map((line) => [line.item, line.value, line.source, line.clause]),
    },
  };
}
