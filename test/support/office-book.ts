/** A workbook written down as rows of text, and what the rooms read in it. Cells such as `2026-03-05` become real dates. */
import { fromISO, type CivilDate } from '../../src/kernel/date';
import type { Issue } from '../../src/ledger/issue';
import { Registry } from '../../src/ledger/registry';
import { MemoryWorkbook } from '../../src/hosts/memory';
import { check } from '../../src/operations/check';
import { RunContext } from '../../src/operations/context';
import { leave } from '../../src/systems/leave';
import { office } from '../../src/systems/office';
import { dateCell, type CellInput } from '../../src/workbook/cell';
import type { Snapshot } from '../../src/workbook/snapshot';

export type Rows = readonly (readonly CellInput[])[];

export const REGISTRY = new Registry([office, leave]);

export const on = (iso: string): CivilDate => fromISO(iso)!;
export const days = (from: string, to: string) => ({ from: on(from), to: on(to) });

/** An ISO date as text becomes a date cell; anything else stays what it is. */
export function cell(input: CellInput): CellInput {
  const date = typeof input === 'string' ? fromISO(input) : undefined;
  return date === undefined ? input : dateCell(date);
}

export function snapshotOf(sheets: Readonly<Record<string, Rows>>): Snapshot {
  const workbook = MemoryWorkbook.of(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rows.map((row) => row.map(cell))])));
  return { sheets: workbook.sheets.map((sheet) => sheet.snapshot()), names: [] };
}

export function contextOf(sheets: Readonly<Record<string, Rows>>): RunContext {
  return new RunContext(REGISTRY, snapshotOf(sheets), { overrides: new Map(), acceptsErrors: false });
}

/** `error person/unknown 请假!B2` */
export function brief(issue: Issue): string {
  return `${issue.severity} ${issue.code} ${issue.sheet}!${issue.cell}`;
}

export function issuesOf(context: RunContext): string[] {
  return context.issues.sorted().map(brief);
}

export function checked(sheets: Readonly<Record<string, Rows>>): readonly Issue[] {
  return check(REGISTRY, snapshotOf(sheets));
}
