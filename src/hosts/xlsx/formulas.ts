/**
 * Formulas and their stored results. hucre reads a result into different places by its type and writes numbers, texts
 * and booleans only; dates and errors are put into the written sheets here.
 */
import type { Sheet } from 'hucre';
import { fromA1 } from '../../workbook/address';
import { CELL_KIND } from '../../workbook/cell';
import { fillFormula } from '../../workbook/formula';
import { readValue } from './values';

/** Days between the two date systems of the format. */
const DAYS_TO_1904 = 1462;

/** Gives every formula cell a formula of its own, so that each can be written over or moved alone, and its result. */
export function settleFormulas(sheet: Sheet): void {
  const masters = new Map<number, { readonly formula: string; readonly row: number; readonly column: number }>();
  for (const [position, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue;
    cell.formulaResult ??= cell.value;
    if (cell.type !== 'error') cell.type = 'formula';
    if (cell.formulaType !== 'shared' || cell.formulaSharedIndex === undefined) continue;
    const [row, column] = position.split(',').map(Number) as [number, number];
    if (cell.formula !== '') masters.set(cell.formulaSharedIndex, { formula: cell.formula, row, column });
    const master = masters.get(cell.formulaSharedIndex);
    if (!master) continue;
    cell.formula = fillFormula(master.formula, row - master.row, column - master.column);
    delete cell.formulaType;
    delete cell.formulaSharedIndex;
    delete cell.formulaRef;
  }
}

export function formulaCount(sheet: Sheet): number {
  let count = 0;
  for (const cell of sheet.cells?.values() ?? []) if (cell.formula !== undefined) count += 1;
  return count;
}

/** The written sheet with the results that hucre does not write. */
export function withResults(xml: string, sheet: Sheet, date1904: boolean): string {
  return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)>(<f(?: [^>]*)?(?:\/>|>[^<]*<\/f>))(?:<v>[^<]*<\/v>)?<\/c>/g, (whole, address: string, attributes: string, formula: string) => {
    const { row, column } = fromA1(address)!;
    const { value, kind } = readValue(undefined, sheet.cells!.get(`${row},${column}`));
    if (kind === CELL_KIND.error) return `<c r="${address}"${attributes.replace(/ t="[^"]*"/, '')} t="e">${formula}<v>${String(value)}</v></c>`;
    if (kind === CELL_KIND.date) return `<c r="${address}"${attributes}>${formula}<v>${Number(value) - (date1904 ? DAYS_TO_1904 : 0)}</v></c>`;
    return whole;
  });
}
