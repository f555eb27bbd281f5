/** Workbooks in memory and the real registry, for tests that begin with what a clerk typed. */
import { civilDate, type CivilDate } from '../../src/kernel/date';
import { MemoryWorkbook } from '../../src/hosts/memory';
import type { CellInput } from '../../src/workbook/cell';
import type { Snapshot } from '../../src/workbook/snapshot';

export type Rows = readonly (readonly CellInput[])[];

export function snapshotOf(sheets: Readonly<Record<string, Rows>>): Promise<Snapshot> {
  return MemoryWorkbook.of(sheets).read();
}

/** 2026-03-05 as a number of the program. */
export function day(iso: string): CivilDate {
  const [year, month, date] = iso.split('-').map(Number);
  return civilDate(year!, month!, date!);
}

/** 2026-03-05 as a cell. */
export function dated(iso: string): CellInput {
  return { kind: 'date', date: day(iso) };
}
