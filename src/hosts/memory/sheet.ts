/** A sheet held in memory: cells by row, and everything else that a SheetContent can say. */
import type { Area, CellRef } from '../../workbook/address';
import { asRead, CELL_KIND, type CellInput } from '../../workbook/cell';
import type { CellWrite } from '../../workbook/change';
import type { CellStyle, Chart, ContentCell, PrintSetup, SheetContent, Validation } from '../../workbook/content';
import { shiftFormula, shiftRow, type RowShift } from '../../workbook/formula';
import type { ColumnSnapshot, SheetSnapshot, Visibility } from '../../workbook/snapshot';

export interface MemoryCell {
  value: CellInput;
  style: CellStyle | null;
}

export class MemorySheet {
  rows: (MemoryCell | undefined)[][] = [];
  merges: Area[] = [];
  columnWidths: number[] = [];
  rowHeights: Record<number, number> = {};
  freeze: { rows: number; columns: number } | undefined;
  validations: Validation[] = [];
  print: PrintSetup | undefined;
  visibility: Visibility = 'visible';
  charts: readonly Chart[] = [];
  protected = false;
  hiddenRows: number[] = [];
  hiddenColumns: number[] = [];

  constructor(public name: string) {}

  static fromContent(name: string, content: SheetContent): MemorySheet {
    const sheet = new MemorySheet(name);
    sheet.rows = content.rows.map((row) => row.map((cell) => (cell ? { value: cell.value, style: cell.style === undefined ? null : content.styles[cell.style]! } : undefined)));
    sheet.merges = [...content.merges];
    sheet.columnWidths = [...content.columnWidths];
    sheet.rowHeights = { ...content.rowHeights };
    sheet.freeze = content.freeze;
    sheet.validations = [...content.validations];
    sheet.print = content.print;
    sheet.visibility = content.visibility ?? 'visible';
    sheet.charts = content.charts ?? [];
    return sheet;
  }

  clone(): MemorySheet {
    const copy = MemorySheet.fromContent(this.name, this.toContent());
    copy.protected = this.protected;
    copy.hiddenRows = [...this.hiddenRows];
    copy.hiddenColumns = [...this.hiddenColumns];
    return copy;
  }

  toContent(): SheetContent {
    const styles: Record<string, CellStyle> = {};
    const keys = new Map<string, string>();
    const keyOf = (style: CellStyle): string => {
      const text = JSON.stringify(style);
      const known = keys.get(text) ?? `s${keys.size}`;
      keys.set(text, known);
      styles[known] = style;
      return known;
    };
    const rows = this.rows.map((row) => Array.from(row, (cell): ContentCell | null => (cell ? { value: cell.value, ...(cell.style ? { style: keyOf(cell.style) } : {}) } : null)));
    return {
      rows,
      styles,
      columnWidths: [...this.columnWidths],
      rowHeights: { ...this.rowHeights },
      merges: [...this.merges],
      validations: [...this.validations],
      ...(this.freeze ? { freeze: this.freeze } : {}),
      ...(this.print ? { print: this.print } : {}),
      ...(this.visibility === 'visible' ? {} : { visibility: this.visibility }),
      ...(this.charts.length === 0 ? {} : { charts: this.charts }),
    };
  }

  write({ row, column, value, style }: CellWrite): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row]!;
    line[column] = { value, style: style === undefined ? (line[column]?.style ?? null) : style };
  }

  read({ row, column }: CellRef): CellWrite {
    const cell = this.rows[row]?.[column];
    return { row, column, value: cell?.value ?? null, style: cell?.style ?? null };
  }

  /** Moves everything of this sheet; formulas of all sheets are shifted by the workbook. */
  moveRows(at: number, count: number): void {
    const shift: RowShift = { sheet: this.name, at, count };
    if (count > 0) {
      const above = this.rows[at - 1] ?? [];
      const fresh = (): (MemoryCell | undefined)[] => Array.from(above, (cell) => (cell?.style ? { value: null, style: cell.style } : undefined));
      while (this.rows.length < at) this.rows.push([]);
      this.rows.splice(at, 0, ...Array.from({ length: count }, fresh));
    } else this.rows.splice(at, -count);
    this.merges = this.merges.flatMap((area) => shiftArea(area, shift));
    this.validations = this.validations.flatMap((validation) => shiftArea(validation.area, shift).map((area) => ({ ...validation, area })));
    this.rowHeights = Object.fromEntries(
      Object.entries(this.rowHeights).flatMap(([row, height]) => {
        const target = shiftRow(Number(row), shift);
        return target === null ? [] : [[target, height]];
      }),
    );
    this.hiddenRows = this.hiddenRows.flatMap((row) => shiftRow(row, shift) ?? []);
  }

  shiftFormulas(shift: RowShift): void {
    for (const row of this.rows) {
      for (const cell of row) {
        if (cell && typeof cell.value === 'object' && cell.value !== null && cell.value.kind === 'formula') {
          cell.value = { ...cell.value, formula: shiftFormula(cell.value.formula, this.name, shift) };
        }
      }
    }
  }

  snapshot(): SheetSnapshot {
    let rowCount = 0;
    let columnCount = 0;
    this.rows.forEach((row, rowIndex) => {
      row.forEach((cell, column) => {
        if (!cell) return;
        const read = asRead(cell.value);
        if (read.kind === CELL_KIND.empty && read.formula === undefined) return;
        rowCount = rowIndex + 1;
        columnCount = Math.max(columnCount, column + 1);
      });
    });
    const columns = Array.from({ length: columnCount }, (_, column): ColumnSnapshot => {
      const kinds = new Uint8Array(rowCount);
      const formulas = new Map<number, string>();
      const values = Array.from({ length: rowCount }, (_unused, row) => {
        const read = asRead(this.rows[row]?.[column]?.value ?? null);
        kinds[row] = read.kind;
        if (read.formula !== undefined) formulas.set(row, read.formula);
        return read.value;
      });
      return { values, kinds, formulas };
    });
    return {
      name: this.name,
      visibility: this.visibility,
      protected: this.protected,
      rowCount,
      columnCount,
      columns,
      merges: [...this.merges],
      hiddenRows: [...this.hiddenRows],
      hiddenColumns: [...this.hiddenColumns],
    };
  }
}

/** An area after rows moved; none when all of it is gone. */
function shiftArea(area: Area, shift: RowShift): Area[] {
  const row = shiftRow(area.row, shift) ?? shift.at;
  const lastRow = shiftRow(area.lastRow, shift) ?? shift.at - 1;
  return row <= lastRow ? [{ ...area, row, lastRow }] : [];
}
