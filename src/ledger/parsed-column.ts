/** One column of a ledger, read top to bottom. */
import type { CivilDate } from '../kernel/date';
import { CELL_KIND, isBlank, type CellKind, type ReadCell, type Scalar } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';
import { Trouble, type CellContext, type Column } from './column';
import type { Layout } from './ledger';

export interface ParsedColumn {
  /** Value per data row (index into `Layout.dataRows`); null where blank or unusable. */
  readonly values: readonly unknown[];
  /** Troubles by data row index. */
  readonly troubles: ReadonlyMap<number, Trouble>;
  /** Data row index -> 0-based sheet row of the merged cell that speaks for it. */
  readonly filled: ReadonlyMap<number, number>;
}

/** For vertically merged label cells: data row -> row whose cell speaks for it. */
function mergedSources(sheet: SheetSnapshot, column: number): ReadonlyMap<number, number> {
  const sources = new Map<number, number>();
  for (const area of sheet.merges) {
    if (column < area.column || column > area.lastColumn) continue;
    for (let row = area.row + 1; row <= area.lastRow; row += 1) sources.set(row, area.row);
  }
  return sources;
}

/** A cell that shows no value of its own: a formula that failed, or that nobody has computed. */
function broken(cell: ReadCell): Trouble | null {
  if (cell.kind === CELL_KIND.error) return new Trouble('error-value', { value: String(cell.value) });
  return cell.kind === CELL_KIND.uncomputed ? new Trouble('formula-uncomputed') : null;
}

/** Texts are parsed once each: a name that stands in a thousand rows costs one parse. */
export function parseColumn(column: Column<unknown>, sheet: SheetSnapshot, at: number, layout: Layout, days: readonly unknown[] | null): ParsedColumn {
  const data = sheet.columns[at]!;
  const sources = column.type.label ? mergedSources(sheet, at) : null;
  const troubles = new Map<number, Trouble>();
  const byText = new Map<string, unknown>();
  const context: { -readonly [K in keyof CellContext]: CellContext[K] } = { year: layout.year, rowDate: null, choices: column.choices };
  const cell: { -readonly [K in keyof ReadCell]: ReadCell[K] } = { value: null, kind: CELL_KIND.empty, formula: undefined };
  const filled = new Map<number, number>();
  const values = layout.dataRows.map((row, index) => {
    const source = sources?.get(row) ?? row;
    const kind = data.kinds[source] as CellKind;
    cell.value = data.values[source] as Scalar;
    cell.kind = kind;
    if (isBlank(cell)) return column.blank;
    if (source !== row) filled.set(index, source);
    const { value } = cell;
    const cacheable = days === null && kind === CELL_KIND.text;
    let result = cacheable ? byText.get(value as string) : undefined;
    if (result === undefined) {
      if (days) context.rowDate = days[index] as CivilDate | null;
      result = broken(cell) ?? column.type.read(cell, context);
      if (cacheable) byText.set(value as string, result);
    }
    if (result instanceof Trouble) {
      troubles.set(index, result);
      return result.usable ? result.value : null;
    }
    return result;
  });
  return { values, troubles, filled };
}
