/** Digests of sheets: whether a sheet of ours was edited, and whether there is anything new to write. */
import { Digest } from '../kernel/digest';
import { asRead, CELL_KIND, type ReadCell } from './cell';
import type { SheetContent } from './content';
import { normalizeFormula } from './formula';
import { cellAt, type SheetSnapshot } from './snapshot';

/** Formulas count by their tokens, not by their cached value; plain cells by kind and value. */
function feed(digest: Digest, row: number, column: number, cell: ReadCell): void {
  if (cell.formula !== undefined) digest.add(`${row},${column}=${normalizeFormula(cell.formula)}`);
  else if (cell.kind !== CELL_KIND.empty) digest.add(`${row},${column}:${cell.kind}:${typeof cell.value === 'number' ? Number(cell.value.toPrecision(12)) : String(cell.value)}`);
}

/** Digest of what a sheet says, as read back. */
export function digestOfSheet(sheet: SheetSnapshot): string {
  const digest = new Digest();
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) feed(digest, row, column, cellAt(sheet, row, column));
  }
  return digest.hex();
}

/** Digest of what a sheet would say if `content` were written: equal to `digestOfSheet` of it read back. */
export function digestOfCells(content: SheetContent): string {
  const digest = new Digest();
  content.rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell) feed(digest, rowIndex, column, asRead(cell.value));
    });
  });
  return digest.hex();
}

/** Digest of everything in `content`, looks and print setup included. */
export function digestOfContent(content: SheetContent): string {
  const digest = new Digest();
  digest.add(JSON.stringify([content.styles, content.columnWidths, content.rowHeights, content.merges, content.freeze ?? null, content.validations, content.print ?? null, content.visibility ?? null, ...(content.charts ? [content.charts] : [])]));
  content.rows.forEach((row) => digest.add(JSON.stringify(row)));
  return digest.hex();
}
