/** From what the sheets should say and what they say now to a list of changes. Equal in, nothing out. */
import { CELL_KIND, asRead, type CellInput, type ReadCell } from './cell';
import type { CellWrite, Change } from './change';
import type { ContentCell, SheetContent } from './content';
import { digestOfCells, digestOfContent, digestOfSheet } from './digest';
import { sameFormula } from './formula';
import { encodeMark, MARK_NAME, marksOf, type OwnerMark } from './mark';
import type { LedgerRows, OwnedSheet, Report } from './report';
import { cellAt, findSheet, type SheetSnapshot, type Snapshot } from './snapshot';

/** One cell before and after, for the preview. */
export interface CellDiff {
  readonly row: number;
  readonly column: number;
  readonly before: ReadCell;
  readonly after: ReadCell;
}

export interface SheetDiff {
  /** Name under which the sheet is or will be found. */
  readonly name: string;
  readonly created: boolean;
  readonly cells: readonly CellDiff[];
}

/** A sheet of ours could not take its title: somebody edited it, or has a sheet of that name. */
export interface TitleTaken {
  readonly title: string;
  readonly written: string;
  readonly reason: 'edited' | 'foreign';
}

export interface Plan {
  readonly changes: readonly Change[];
  readonly sheets: readonly SheetDiff[];
  readonly taken: readonly TitleTaken[];
}

export interface DiffOptions {
  /** Titles of edited sheets of ours that the user agreed to replace. */
  readonly replaceEdited?: readonly string[];
  /** Digest of the input, kept in the mark. */
  readonly input: string;
}

const EMPTY: ReadCell = { value: null, kind: CELL_KIND.empty, formula: undefined };

/** Whether a cell already says this. Formulas by tokens; numbers to 12 digits, as spreadsheets keep them. */
export function sameCell(now: ReadCell, then: ReadCell): boolean {
  if (now.formula !== undefined || then.formula !== undefined) {
    return now.formula !== undefined && then.formula !== undefined && sameFormula(now.formula, then.formula);
  }
  if (now.kind !== then.kind) return false;
  if (typeof now.value === 'number' && typeof then.value === 'number') return now.value.toPrecision(12) === then.value.toPrecision(12);
  return now.value === then.value;
}

/** The changes that make the workbook say what the report says. */
export function diff(report: Report, snapshot: Snapshot, options: DiffOptions): Plan {
  const marks = marksOf(snapshot.names);
  const changes: Change[] = [];
  const sheets: SheetDiff[] = [];
  const taken: TitleTaken[] = [];
  for (const block of report.ledgers) {
    const outcome = ledgerDiff(block, snapshot);
    if (outcome) {
      changes.push(...outcome.changes);
      sheets.push(outcome.sheet);
      if (outcome.taken) taken.push(outcome.taken);
    }
  }
  for (const sheet of report.sheets) {
    const place = findPlace(sheet, snapshot, marks, options.replaceEdited ?? []);
    if (place.reason) taken.push({ title: sheet.title, written: place.name, reason: place.reason });
    const mark: OwnerMark = {
      title: place.name,
      action: sheet.action,
      parameters: sheet.parameters,
      cells: digestOfCells(sheet.content),
      content: digestOfContent(sheet.content),
      input: options.input,
    };
    if (place.mark && place.mark.content === mark.content && place.unedited) continue;
    const current = place.sheet;
    const diffs = contentDiff(current, sheet.content);
    changes.push(current ? { kind: 'replaceSheet', sheet: current.name, content: sheet.content } : { kind: 'addSheet', sheet: place.name, content: sheet.content });
    changes.push({ kind: 'setName', name: MARK_NAME, scope: current?.name ?? place.name, formula: encodeMark(mark), hidden: true });
    sheets.push({ name: current?.name ?? place.name, created: !current, cells: diffs });
  }
  return { changes, sheets, taken };
}

interface PlaceFound {
  readonly name: string;
  readonly sheet: SheetSnapshot | undefined;
  readonly mark: OwnerMark | undefined;
  readonly unedited: boolean;
  readonly reason: TitleTaken['reason'] | null;
}

/** Excel allows 31 characters; the title is cut so that `(2)` still fits. */
export function numbered(title: string, copy: number): string {
  const suffix = copy === 1 ? '' : `(${copy})`;
  return title.slice(0, 31 - suffix.length) + suffix;
}

/** The first of 公平性, 公平性(2), … that is free, or ours and unedited (or agreed to). A renamed sheet of ours is found by its mark. */
function findPlace(sheet: OwnedSheet, snapshot: Snapshot, marks: ReadonlyMap<string, OwnerMark>, agreed: readonly string[]): PlaceFound {
  let reason: PlaceFound['reason'] = null;
  for (let copy = 1; ; copy += 1) {
    const name = numbered(sheet.title, copy);
    const ours = snapshot.sheets.find((candidate) => marks.get(candidate.name)?.title === name);
    if (ours) {
      const mark = marks.get(ours.name)!;
      const unedited = digestOfSheet(ours) === mark.cells;
      if (unedited || agreed.includes(name)) return { name, sheet: ours, mark, unedited, reason };
      // what was edited already says what we would write: nothing to do either
      if (digestOfSheet(ours) === digestOfCells(sheet.content)) return { name, sheet: ours, mark: { ...mark, content: digestOfContent(sheet.content) }, unedited: true, reason };
      reason ??= 'edited';
      continue;
    }
    if (!findSheet(snapshot, name)) return { name, sheet: undefined, mark: undefined, unedited: true, reason };
    reason ??= 'foreign';
  }
}

function contentDiff(sheet: SheetSnapshot | undefined, content: SheetContent): CellDiff[] {
  const diffs: CellDiff[] = [];
  const rows = Math.max(sheet?.rowCount ?? 0, content.rows.length);
  for (let row = 0; row < rows; row += 1) {
    const columns = Math.max(sheet?.columnCount ?? 0, content.rows[row]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const before = sheet ? cellAt(sheet, row, column) : EMPTY;
      const cell = content.rows[row]?.[column];
      const after = cell ? asRead(cell.value) : EMPTY;
      if (!sameCell(before, after)) diffs.push({ row, column, before, after });
    }
  }
  return diffs;
}

interface LedgerDiff {
  readonly changes: readonly Change[];
  readonly sheet: SheetDiff;
  readonly taken?: TitleTaken;
}

/** A new sheet for a ledger. One that holds nothing yet gets it; anything else under that name is the user's and stays. */
function createdDiff(sheetName: string, content: SheetContent, snapshot: Snapshot): LedgerDiff {
  const existing = findSheet(snapshot, sheetName);
  if (existing?.rowCount === 0) {
    return { changes: [{ kind: 'replaceSheet', sheet: existing.name, content }], sheet: { name: existing.name, created: false, cells: contentDiff(existing, content) } };
  }
  let copy = 1;
  while (findSheet(snapshot, numbered(sheetName, copy))) copy += 1;
  const name = numbered(sheetName, copy);
  const added: LedgerDiff = { changes: [{ kind: 'addSheet', sheet: name, content }], sheet: { name, created: true, cells: contentDiff(undefined, content) } };
  return existing ? { ...added, taken: { title: sheetName, written: name, reason: 'foreign' } } : added;
}

function ledgerDiff(block: LedgerRows, snapshot: Snapshot): LedgerDiff | null {
  const inserts = block.rows.filter((row) => row.at === null);
  if (block.create) return createdDiff(block.sheet, withRows(block, block.create, inserts.map((row) => row.cells)), snapshot);
  const sheet = findSheet(snapshot, block.sheet);
  if (!sheet) throw new Error(`the sheet ${block.sheet} is not in the snapshot`);
  const writes: CellWrite[] = [];
  const diffs: CellDiff[] = [];
  const put = (row: number, title: string, value: CellInput, before: ReadCell): void => {
    const column = block.columns[title];
    if (column === undefined) return;
    const after = asRead(value);
    if (sameCell(before, after)) return;
    const style = block.styles[title];
    // a cell that holds something keeps its own look
    writes.push(before.kind === CELL_KIND.empty && before.formula === undefined && style && isTyped(value) ? { row, column, value, style } : { row, column, value });
    diffs.push({ row, column, before, after });
  };
  for (const row of block.rows) {
    if (row.at === null) continue;
    for (const [title, value] of Object.entries(row.cells)) put(row.at, title, value, cellAt(sheet, row.at, block.columns[title] ?? sheet.columnCount));
  }
  inserts.forEach((row, index) => {
    for (const [title, value] of Object.entries(row.cells)) put(block.insertAt + index, title, value, EMPTY);
  });
  for (const title of block.append) put(block.headerRow, title, title, EMPTY);
  if (writes.length === 0) return null;
  const push: Change[] = block.pushDown && inserts.length > 0 ? [{ kind: 'insertRows', sheet: sheet.name, at: block.insertAt, count: inserts.length }] : [];
  return {
    changes: [...push, { kind: 'setCells', sheet: sheet.name, cells: writes }],
    sheet: { name: sheet.name, created: false, cells: diffs },
  };
}

/** Dates need a number format to be seen as dates; other values take the look of their surroundings. */
function isTyped(value: CellInput): boolean {
  return typeof value === 'object' && value !== null;
}

function withRows(block: LedgerRows, content: SheetContent, rows: readonly Readonly<Record<string, CellInput>>[]): SheetContent {
  const width = Object.keys(block.columns).length;
  const body = rows.map((cells) => {
    const line = new Array<ContentCell | null>(width).fill(null).map((_, column): ContentCell => ({ value: null, style: `c${column}` }));
    for (const [title, value] of Object.entries(cells)) {
      const column = block.columns[title];
      if (column !== undefined) line[column] = { value, style: `c${column}` };
    }
    return line;
  });
  return { ...content, rows: [...content.rows, ...body] };
}
