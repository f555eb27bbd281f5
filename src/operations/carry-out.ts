/** preview -> journal -> apply -> verify -> undo | recover: the only place that changes a workbook. */
import { digestOfSheet } from '../workbook/digest';
import { asRead } from '../workbook/cell';
import type { Change } from '../workbook/change';
import { sameCell, type Plan } from '../workbook/diff';
import { HostError, type WorkbookHost } from '../workbook/host';
import { captureRequest, invert } from '../workbook/invert';
import { cellAt, findSheet, type Snapshot } from '../workbook/snapshot';
import type { JournalEntry, JournalStore } from './ports';

/** Sheets that a change list touches. */
function touched(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap((change) => (change.kind === 'setName' ? (change.scope === null ? [] : [change.scope]) : [change.sheet])))];
}

/**
 * Writes a plan. The sheets it touches must still say what they said when the plan was made; afterwards every cell is
 * read back. On a failure the workbook is taken back to what it was. Throws `HostError` with a sentence for the user.
 */
export async function carryOut(host: WorkbookHost, journal: JournalStore, plan: Plan, snapshot: Snapshot, title: string): Promise<JournalEntry | null> {
  if (plan.changes.length === 0) return null;
  const sheets = touched(plan.changes);
  await refuseStale(host, snapshot, sheets);
  const inverse = invert(plan.changes, await host.capture(captureRequest(plan.changes)));
  const known = await journal.entries();
  const entry: JournalEntry = { id: String(known.length + 1 + Math.max(0, ...known.map((old) => Number(old.id)))), title, state: 'writing', inverse, changes: plan.changes };
  await journal.put(entry);
  try {
    await host.apply(plan.changes);
    await verify(host, plan.changes, sheets);
  } catch (failure) {
    // a host that refused changed nothing: taking back what never happened would take something else
    const asBefore = (await changedSheet(host, snapshot, sheets)) === undefined;
    // what cannot be taken back now stays in the journal for `recover`
    if (asBefore || (await host.apply(inverse).then(() => true, () => false))) await journal.remove(entry.id);
    throw failure;
  }
  const done: JournalEntry = { ...entry, state: 'done' };
  await journal.put(done);
  return done;
}

/** The first of these sheets that does not say what it said, if any. */
async function changedSheet(host: WorkbookHost, snapshot: Snapshot, sheets: readonly string[]): Promise<string | undefined> {
  const now = await host.read(sheets);
  return sheets.find((name) => {
    const before = findSheet(snapshot, name);
    const after = findSheet(now, name);
    return before && after ? digestOfSheet(before) !== digestOfSheet(after) : before !== after;
  });
}

async function refuseStale(host: WorkbookHost, snapshot: Snapshot, sheets: readonly string[]): Promise<void> {
  const name = await changedSheet(host, snapshot, sheets);
  if (name !== undefined) throw new HostError('workbook/changed', `工作表“${name}”在预览之后变了`, '数据已变化,请重新预览');
}

/** Reads back what was written. */
async function verify(host: WorkbookHost, changes: readonly Change[], sheets: readonly string[]): Promise<void> {
  const now = await host.read(sheets);
  for (const change of changes) {
    const wrong = findWrong(now, change);
    if (wrong !== null) throw new HostError('workbook/not-written', `写入“${wrong}”后读回的内容不对,已恢复原样`, '请重试;仍不行时请另存一份再试');
  }
}

function findWrong(now: Snapshot, change: Change): string | null {
  if (change.kind === 'setCells') {
    const sheet = findSheet(now, change.sheet);
    return sheet && change.cells.every((write) => sameCell(cellAt(sheet, write.row, write.column), asRead(write.value))) ? null : change.sheet;
  }
  if (change.kind === 'addSheet' || change.kind === 'replaceSheet') {
    const sheet = findSheet(now, change.sheet);
    if (!sheet) return change.sheet;
    const right = change.content.rows.every((row, rowIndex) => row.every((cell, column) => !cell || sameCell(cellAt(sheet, rowIndex, column), asRead(cell.value))));
    return right ? null : change.sheet;
  }
  if (change.kind === 'removeSheet') return findSheet(now, change.sheet) ? change.sheet : null;
  return null;
}

/** Takes back the last run that stands; null when there is none. */
export async function undo(host: WorkbookHost, journal: JournalStore): Promise<JournalEntry | null> {
  const last = (await journal.entries()).at(-1);
  if (!last) return null;
  await host.apply(last.inverse);
  await journal.remove(last.id);
  return last;
}

/** Takes back a run that stopped half-way (a crash); null when there is none. */
export async function recover(host: WorkbookHost, journal: JournalStore): Promise<JournalEntry | null> {
  const broken = (await journal.entries()).find((entry) => entry.state === 'writing');
  if (!broken) return null;
  await host.apply(broken.inverse);
  await journal.remove(broken.id);
  return broken;
}
