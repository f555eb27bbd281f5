/**
 * The sample office twice: as we would write it, and as it looks in an office that has kept it for years. Both must give
 * the same roster, the same scores, the same everything.
 */
import type { CellInput } from '../../src/workbook/cell';
import type { Change } from '../../src/workbook/change';
import { MemoryWorkbook } from '../../src/hosts/memory';
import { Registry } from '../../src/ledger/registry';
import type { Ledger } from '../../src/ledger/ledger';
import type { System } from '../../src/ledger/system';
import { newWorkbook } from '../../src/operations/new-workbook';
import { dirtySheet, type DirtyPlan, type DirtySheet } from './dirty-sheet';

const YEAR = 2026;

/** What this office calls its sheets, and how it groups and merges; other ledgers go by their first alias. */
const PLANS: Readonly<Record<string, Partial<DirtyPlan>>> = {
  people: { name: ' 干部职工花名册 ', merged: 'section' },
  leave: { name: '请销假登记', grouped: { 开始: ['from', 'fromHalf'], 结束: ['to', 'toHalf'] } },
  outing: { name: '外出动态', ownTitles: { place: '去了哪里' } },
  inspections: { name: '内务督查台账', merged: 'date' },
};

/** The office's own names, which no alias knows. */
const MAPPING: readonly (readonly string[])[] = [
  ['规范表', '规范列', '我的表', '我的列'],
  ['外出', '', '外出动态', ''],
  ['外出', '地点', '外出动态', '去了哪里'],
];

export async function cleanBook(systems: readonly System[]): Promise<MemoryWorkbook> {
  const book = new MemoryWorkbook();
  await book.apply(newWorkbook(new Registry(systems), true));
  return book;
}

export interface DirtyBook {
  readonly book: MemoryWorkbook;
  /** By ledger id. */
  readonly sheets: ReadonlyMap<string, DirtySheet>;
}

export function dirtyBook(systems: readonly System[]): DirtyBook {
  const book = MemoryWorkbook.of({ 说明: [['请各股室每周五前填报,不清楚的问综合股']], 对照: MAPPING });
  const sheets = new Map<string, DirtySheet>();
  for (const { ledger, rows } of systems.flatMap(({ sample }) => sample)) {
    const plan: DirtyPlan = { name: ledger.aliases[0] ?? ledger.sheet, year: YEAR, ...PLANS[ledger.id] };
    const made = dirtySheet(ledger as Ledger, rows as readonly Readonly<Record<string, CellInput>>[], plan);
    sheets.set(ledger.id, made);
    book.sheets.push(made.sheet);
  }
  return { book, sheets };
}

/** The sheets of a book for another host: what a file can hold of it (not which rows are hidden). */
export function sheetsAsChanges(book: MemoryWorkbook): readonly Change[] {
  return book.sheets.map((sheet) => ({ kind: 'addSheet', sheet: sheet.name, content: sheet.toContent() }));
}
