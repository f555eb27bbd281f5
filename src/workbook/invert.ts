/** How to take changes back: what to read before, and the list that undoes. */
import type { CellRef } from './address';
import type { Captured, CaptureRequest, Change } from './change';

/**
 * What must be captured before `changes` are carried out. Cells are captured where they stand before the changes:
 * a cell written below freshly inserted rows of the same sheet is looked up where it was.
 */
export function captureRequest(changes: readonly Change[]): CaptureRequest {
  const sheets = new Set<string>();
  const cells: { sheet: string; cells: readonly CellRef[] }[] = [];
  for (const change of changes) {
    if (change.kind === 'replaceSheet' || change.kind === 'removeSheet') sheets.add(change.sheet);
    if (change.kind === 'setCells') cells.push({ sheet: change.sheet, cells: originalCells(change.sheet, change.cells, changes.slice(0, changes.indexOf(change))).map(({ before }) => before) });
    if (change.kind === 'deleteRows' || change.kind === 'addValidations') sheets.add(change.sheet);
  }
  return { sheets: [...sheets], cells };
}

/** Cells that existed before rows were inserted, with where they stood then. */
function originalCells(sheet: string, cells: readonly CellRef[], earlier: readonly Change[]): { readonly now: CellRef; readonly before: CellRef }[] {
  if (earlier.some((change) => change.kind === 'addSheet' && change.sheet === sheet)) return [];
  const inserts = earlier.filter((change) => change.kind === 'insertRows' && change.sheet === sheet);
  return cells.flatMap((now) => {
    let row: number | null = now.row;
    for (const insert of [...inserts].reverse()) {
      if (insert.kind !== 'insertRows' || row === null || row < insert.at) continue;
      row = row < insert.at + insert.count ? null : row - insert.count;
    }
    return row === null ? [] : [{ now, before: { row, column: now.column } }];
  });
}

/** The inverse list. `captured` answers `captureRequest(changes)`. */
export function invert(changes: readonly Change[], captured: Captured): Change[] {
  const inverse: Change[] = [];
  const restored = new Set<string>();
  let cellsAt = 0;
  changes.forEach((change, index) => {
    const undo: Change[] = [];
    switch (change.kind) {
      case 'addSheet':
        undo.push({ kind: 'removeSheet', sheet: change.sheet });
        break;
      case 'replaceSheet':
      case 'addValidations': {
        const before = captured.sheets.get(change.sheet);
        if (before && !restored.has(change.sheet)) undo.push({ kind: 'replaceSheet', sheet: change.sheet, content: before.content });
        restored.add(change.sheet);
        break;
      }
      case 'removeSheet': {
        const before = captured.sheets.get(change.sheet);
        if (before) {
          undo.push({ kind: 'addSheet', sheet: change.sheet, content: before.content, position: before.position });
          for (const name of before.names) undo.push({ kind: 'setName', name: name.name, scope: name.scope, formula: name.formula, hidden: name.hidden });
        }
        break;
      }
      case 'deleteRows': {
        const before = captured.sheets.get(change.sheet);
        if (before) undo.push({ kind: 'insertRows', sheet: change.sheet, at: change.at, count: change.count }, { kind: 'replaceSheet', sheet: change.sheet, content: before.content });
        break;
      }
      case 'insertRows':
        undo.push({ kind: 'deleteRows', sheet: change.sheet, at: change.at, count: change.count });
        break;
      case 'setCells': {
        const pairs = originalCells(change.sheet, change.cells, changes.slice(0, index));
        const before = captured.cells[cellsAt]?.cells ?? [];
        cellsAt += 1;
        if (pairs.length > 0) undo.push({ kind: 'setCells', sheet: change.sheet, cells: before.map((cell, at) => ({ ...cell, row: pairs[at]!.now.row, column: pairs[at]!.now.column })) });
        break;
      }
      case 'setName': {
        // a name in a sheet that is new goes with the sheet
        if (change.scope !== null && changes.slice(0, index).some((earlier) => earlier.kind === 'addSheet' && earlier.sheet === change.scope)) break;
        const before = captured.names.find((name) => name.name.toLowerCase() === change.name.toLowerCase() && name.scope === change.scope);
        undo.push({ kind: 'setName', name: change.name, scope: change.scope, formula: before?.formula ?? null, hidden: before?.hidden ?? change.hidden });
        break;
      }
    }
    inverse.unshift(...undo);
  });
  return inverse;
}
