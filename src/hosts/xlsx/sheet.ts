/** One sheet of a hucre workbook: reading it, writing cells, moving rows, rendering and capturing whole contents. */
import type { Cell, DataValidation, PageSetup, Sheet } from 'hucre';
import { areaToA1, fromA1, type Area, type CellRef } from '../../workbook/address';
import { CELL_KIND } from '../../workbook/cell';
import type { CellWrite } from '../../workbook/change';
import type { CellStyle, ContentCell, PrintSetup, SheetContent, Validation } from '../../workbook/content';
import { shiftFormula, shiftRow, type RowShift } from '../../workbook/formula';
import type { ColumnSnapshot, SheetSnapshot, Visibility } from '../../workbook/snapshot';
import { chartsOf, copyCharts, setCharts } from './charts';
import { fromHucre, isDateFormat, toHucre } from './styles';
import { cellOf, inputOf, readValue } from './values';

const MM_PER_INCH = 25.4;
/** Excel keeps a dropdown's entries in one text of at most 255 characters. */
const LIST_LIMIT = 255;

/** hucre sheets that captured contents came from: undo in the same session restores them whole. */
const captured = new WeakMap<SheetContent, Sheet>();

export function visibilityOf(sheet: Sheet): Visibility {
  return sheet.veryHidden ? 'veryHidden' : sheet.hidden ? 'hidden' : 'visible';
}

/** The file keeps the element, and its password, of a protection that was lifted. */
export function isProtected(sheet: Sheet): boolean {
  return sheet.protection?.sheet === true;
}

const key = (row: number, column: number): string => `${row},${column}`;

function cellAt(sheet: Sheet, row: number, column: number) {
  return readValue(sheet.rows[row]?.[column], sheet.cells?.get(key(row, column)));
}

/** Columns of values up to the last filled cell. */
export function snapshotOf(sheet: Sheet): SheetSnapshot {
  let rowCount = 0;
  let columnCount = 0;
  sheet.rows.forEach((row, rowIndex) => {
    for (let column = row.length - 1; column >= 0; column -= 1) {
      if (row[column] === null || row[column] === undefined || row[column] === '') continue;
      rowCount = rowIndex + 1;
      columnCount = Math.max(columnCount, column + 1);
      break;
    }
  });
  for (const [position, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined && (cell.value === null || cell.value === '')) continue;
    const comma = position.indexOf(',');
    rowCount = Math.max(rowCount, Number(position.slice(0, comma)) + 1);
    columnCount = Math.max(columnCount, Number(position.slice(comma + 1)) + 1);
  }
  const columns = Array.from({ length: columnCount }, (_, column): ColumnSnapshot => {
    const kinds = new Uint8Array(rowCount);
    const formulas = new Map<number, string>();
    const values = new Array<ColumnSnapshot['values'][number]>(rowCount);
    for (let row = 0; row < rowCount; row += 1) {
      const raw = sheet.rows[row]?.[column];
      // most cells are plain numbers or texts without an entry of their own
      if (typeof raw === 'number') {
        const cell = sheet.cells?.get(key(row, column));
        if (!cell || cell.type === 'number') {
          values[row] = raw;
          kinds[row] = CELL_KIND.number;
          continue;
        }
      }
      const read = cellAt(sheet, row, column);
      values[row] = read.value;
      kinds[row] = read.kind;
      if (read.formula !== undefined) formulas.set(row, read.formula);
    }
    return { values, kinds, formulas };
  });
  return {
    name: sheet.name,
    visibility: visibilityOf(sheet),
    protected: isProtected(sheet),
    rowCount,
    columnCount,
    columns,
    merges: (sheet.merges ?? []).map((merge) => ({ row: merge.startRow, column: merge.startCol, lastRow: merge.endRow, lastColumn: merge.endCol })),
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, def]) => (def.hidden ? [row] : [])).sort((a, b) => a - b),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, index) => (column.hidden ? [index] : [])),
  };
}

/** Writes one cell; a date gets a date format if its cell has none. Comments, links and rich text elsewhere stay. */
export function writeCell(sheet: Sheet, { row, column, value, style }: CellWrite): void {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const line = sheet.rows[row]!;
  while (line.length <= column) line.push(null);
  sheet.cells ??= new Map();
  const old = sheet.cells.get(key(row, column));
  const written = cellOf(value);
  let look = style === undefined ? old?.style : style === null ? undefined : toHucre(style);
  if (written.type === 'date' && !isDateFormat(look?.numFmt)) {
    look = { ...look, numFmt: typeof value === 'object' && value !== null && value.kind === 'moment' ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
  }
  const cell: Cell = {
    ...written,
    ...(look ? { style: look } : {}),
    ...(old?.comment ? { comment: old.comment } : {}),
    ...(old?.hyperlink ? { hyperlink: old.hyperlink } : {}),
  };
  line[column] = written.value;
  sheet.cells.set(key(row, column), cell);
}

export function readCell(sheet: Sheet, { row, column }: CellRef): CellWrite {
  const style = sheet.cells?.get(key(row, column))?.style;
  return { row, column, value: inputOf(cellAt(sheet, row, column)), style: style ? fromHucre(style) : null };
}

function shiftRange(range: string, shift: RowShift): string | null {
  const [first, last = first] = range.replaceAll('$', '').split(':').map(fromA1);
  if (!first || !last) return range;
  const row = shiftRow(first.row, shift) ?? shift.at;
  const lastRow = shiftRow(last.row, shift) ?? shift.at - 1;
  return row <= lastRow ? areaToA1({ row, column: first.column, lastRow, lastColumn: last.column }) : null;
}

/** Space-separated ranges as validations and conditional formats keep them. */
function shiftRanges(ranges: string, shift: RowShift): string {
  return ranges.split(' ').flatMap((range) => shiftRange(range, shift) ?? []).join(' ');
}

/** Moves rows of a sheet; new rows take the look of the row above. Formulas are shifted for all sheets separately. */
export function moveRows(sheet: Sheet, at: number, count: number): void {
  const shift: RowShift = { sheet: sheet.name, at, count };
  while (sheet.rows.length < at) sheet.rows.push([]);
  if (count > 0) sheet.rows.splice(at, 0, ...Array.from({ length: count }, () => []));
  else sheet.rows.splice(at, -count);
  const cells = new Map<string, Cell>();
  for (const [position, cell] of sheet.cells ?? []) {
    const [row, column] = position.split(',').map(Number) as [number, number];
    const target = shiftRow(row, shift);
    if (target !== null) cells.set(key(target, column), cell);
    if (row === at - 1 && cell.style) {
      for (let added = 0; added < count; added += 1) cells.set(key(at + added, column), { value: null, type: 'empty', style: cell.style });
    }
  }
  sheet.cells = cells;
  const defs = [...(sheet.rowDefs ?? [])].flatMap(([row, def]) => {
    const target = shiftRow(row, shift);
    return target === null ? [] : [[target, def] as const];
  });
  const above = sheet.rowDefs?.get(at - 1)?.height;
  sheet.rowDefs = new Map(defs);
  if (above !== undefined) for (let added = 0; added < count; added += 1) sheet.rowDefs.set(at + added, { height: above });
  sheet.merges = (sheet.merges ?? []).flatMap((merge) => {
    const startRow = shiftRow(merge.startRow, shift) ?? at;
    const endRow = shiftRow(merge.endRow, shift) ?? at - 1;
    return startRow <= endRow ? [{ ...merge, startRow, endRow }] : [];
  });
  if (sheet.dataValidations) sheet.dataValidations = sheet.dataValidations.map((rule) => ({ ...rule, range: shiftRanges(rule.range, shift) })).filter((rule) => rule.range !== '');
  if (sheet.conditionalRules) sheet.conditionalRules = sheet.conditionalRules.map((rule) => ({ ...rule, range: shiftRanges(rule.range, shift) })).filter((rule) => rule.range !== '');
  if (sheet.autoFilter) sheet.autoFilter = { ...sheet.autoFilter, range: shiftRange(sheet.autoFilter.range, shift) ?? sheet.autoFilter.range };
  for (const table of sheet.tables ?? []) if (table.range !== undefined) table.range = shiftRange(table.range, shift) ?? table.range;
  if (sheet.rowBreaks) sheet.rowBreaks = sheet.rowBreaks.flatMap((row) => shiftRow(row, shift) ?? []);
  if (sheet.pageSetup?.printArea !== undefined) sheet.pageSetup.printArea = shiftRange(sheet.pageSetup.printArea, shift) ?? sheet.pageSetup.printArea;
}

export function shiftFormulas(sheet: Sheet, shift: RowShift): void {
  for (const cell of sheet.cells?.values() ?? []) {
    if (cell.formula !== undefined) cell.formula = shiftFormula(cell.formula, sheet.name, shift);
    if (cell.formulaRef !== undefined && sheet.name === shift.sheet) cell.formulaRef = shiftRange(cell.formulaRef, shift) ?? cell.formulaRef;
  }
}

function toPageSetup(print: PrintSetup): PageSetup {
  const inch = (mm: number): number => Math.round((mm / MM_PER_INCH) * 1000) / 1000;
  const { margins } = print;
  return {
    paperSize: 'a4',
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: print.fitToWidth,
    fitToHeight: print.fitToHeight,
    margins: { top: inch(margins.top), bottom: inch(margins.bottom), left: inch(margins.left), right: inch(margins.right), header: inch(margins.header), footer: inch(margins.footer) },
    ...(print.titleRows ? { printTitlesRow: `$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}` } : {}),
    ...(print.centerHorizontally ? { horizontalCentered: true } : {}),
  };
}

function fromPageSetup(sheet: Sheet): PrintSetup | undefined {
  const setup = sheet.pageSetup;
  if (!setup?.margins) return undefined;
  const mm = (inches: number | undefined): number => Math.round((inches ?? 0) * MM_PER_INCH);
  const title = /^\$(\d+):\$(\d+)$/.exec(setup.printTitlesRow ?? '');
  return {
    orientation: setup.orientation ?? 'portrait',
    fitToWidth: setup.fitToWidth ?? 1,
    fitToHeight: setup.fitToHeight ?? 0,
    margins: { top: mm(setup.margins.top), bottom: mm(setup.margins.bottom), left: mm(setup.margins.left), right: mm(setup.margins.right), header: mm(setup.margins.header), footer: mm(setup.margins.footer) },
    ...(sheet.rowBreaks && sheet.rowBreaks.length > 0 ? { rowBreaks: [...sheet.rowBreaks].sort((a, b) => a - b) } : {}),
    ...(title ? { titleRows: [Number(title[1]) - 1, Number(title[2]) - 1] as const } : {}),
    ...(sheet.headerFooter?.oddFooter === undefined ? {} : { footer: sheet.headerFooter.oddFooter }),
    ...(sheet.headerFooter?.oddHeader === undefined ? {} : { header: sheet.headerFooter.oddHeader }),
    ...(setup.horizontalCentered ? { centerHorizontally: true } : {}),
  };
}

export function toDataValidation({ area, values }: Validation): DataValidation | null {
  // a longer list cannot be kept inside the rule; the cell stays free
  if (values.join(',').length > LIST_LIMIT) return null;
  return {
    type: 'list',
    range: areaToA1(area),
    values: [...values],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '请核对',
    errorMessage: `常用的是:${values.join('、')}`,
  };
}

/** A fresh hucre sheet that says and looks as `content` does. */
export function renderSheet(name: string, content: SheetContent): Sheet {
  const original = captured.get(content);
  if (original) return copyCharts(original, structuredClone(original));
  const styles = new Map(Object.entries(content.styles).map(([styleKey, style]) => [styleKey, toHucre(style)]));
  const sheet: Sheet = { name, rows: [], cells: new Map() };
  content.rows.forEach((row, rowIndex) => {
    const values = row.map((cell, column) => {
      if (!cell) return null;
      const written = cellOf(cell.value);
      const style = cell.style === undefined ? undefined : styles.get(cell.style);
      const dated = written.type === 'date' && !isDateFormat(style?.numFmt) ? { ...style, numFmt: 'yyyy-mm-dd' } : style;
      sheet.cells!.set(key(rowIndex, column), { ...written, ...(dated ? { style: dated } : {}) });
      return written.value;
    });
    sheet.rows.push(values);
  });
  sheet.columns = content.columnWidths.map((width) => ({ width }));
  sheet.rowDefs = new Map(Object.entries(content.rowHeights).map(([row, height]) => [Number(row), { height }]));
  sheet.merges = content.merges.map((area) => ({ startRow: area.row, startCol: area.column, endRow: area.lastRow, endCol: area.lastColumn }));
  if (content.freeze) sheet.freezePane = { rows: content.freeze.rows, columns: content.freeze.columns };
  const validations = content.validations.flatMap((validation) => toDataValidation(validation) ?? []);
  if (validations.length > 0) sheet.dataValidations = validations;
  if (content.print) {
    sheet.pageSetup = toPageSetup(content.print);
    if (content.print.rowBreaks) sheet.rowBreaks = [...content.print.rowBreaks];
    if (content.print.footer !== undefined || content.print.header !== undefined) {
      sheet.headerFooter = { ...(content.print.footer === undefined ? {} : { oddFooter: content.print.footer }), ...(content.print.header === undefined ? {} : { oddHeader: content.print.header }) };
    }
  }
  setCharts(sheet, content.charts ?? []);
  if (content.visibility === 'hidden') sheet.hidden = true;
  if (content.visibility === 'veryHidden') sheet.veryHidden = true;
  return sheet;
}

/** The sheet as a content; the original is remembered for an undo in the same session. */
export function captureSheet(sheet: Sheet): SheetContent {
  const styles: Record<string, CellStyle> = {};
  const keys = new Map<string, string>();
  const rows: (ContentCell | null)[][] = sheet.rows.map((row, rowIndex) =>
    row.map((_, column) => {
      const { value, style } = readCell(sheet, { row: rowIndex, column });
      if (!style) return value === null ? null : { value };
      const text = JSON.stringify(style);
      const styleKey = keys.get(text) ?? `s${keys.size}`;
      keys.set(text, styleKey);
      styles[styleKey] = style;
      return { value, style: styleKey };
    }),
  );
  const print = fromPageSetup(sheet);
  const visibility = visibilityOf(sheet);
  const charts = chartsOf(sheet) ?? [];
  const content: SheetContent = {
    rows,
    styles,
    columnWidths: (sheet.columns ?? []).map((column) => column.width ?? 9),
    rowHeights: Object.fromEntries([...(sheet.rowDefs ?? [])].flatMap(([row, def]) => (def.height === undefined ? [] : [[row, def.height]]))),
    merges: snapshotOf({ ...sheet, rows: [], cells: new Map() }).merges,
    validations: (sheet.dataValidations ?? []).flatMap((rule) => {
      const [first, last = first] = rule.range.split(':').map(fromA1);
      return rule.values && first && last ? [{ area: { row: first.row, column: first.column, lastRow: last.row, lastColumn: last.column } satisfies Area, values: rule.values }] : [];
    }),
    ...(sheet.freezePane ? { freeze: { rows: sheet.freezePane.rows ?? 0, columns: sheet.freezePane.columns ?? 0 } } : {}),
    ...(print ? { print } : {}),
    ...(visibility === 'visible' ? {} : { visibility }),
    ...(charts.length === 0 ? {} : { charts }),
  };
  captured.set(content, copyCharts(sheet, structuredClone(sheet)));
  return content;
}
