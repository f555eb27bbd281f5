/** Values between hucre's cells and ours. hucre shows dates as UTC `Date`s; ours are civil. */
import { isDateFormat, type Cell, type CellValue } from 'hucre';
import { civilMinute, dateOfMinute, minuteFromSerial, minuteToSerial } from '../../kernel/date';
import { CELL_KIND, type CellInput, type ReadCell, type Scalar } from '../../workbook/cell';

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Serial of the 1900 system, rounded to the second. */
export function serialOf(date: Date): number {
  return Math.round((date.getTime() - EPOCH) / 1000) / 86_400;
}

export function dateOfSerial(serial: number): Date {
  return new Date(EPOCH + Math.round(serial * DAY));
}

const ERROR = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** A cell as the snapshot has it. `value` is the entry of `rows`, `cell` that of `cells` if there is one. */
export function readValue(value: CellValue | undefined, cell: Cell | undefined): ReadCell {
  if (cell?.formula !== undefined) return { ...resultOf(cell), formula: cell.formula };
  const shown = value ?? cell?.value;
  const rich = cell?.richText && (shown === null || shown === undefined) ? cell.richText.map((run) => run.text).join('') : shown;
  return { ...plain(rich ?? null, cell), formula: undefined };
}

/** What a formula shows. A number in a date format is a date, as it would be after the file is opened again. */
function resultOf(cell: Cell): { readonly value: Scalar; readonly kind: ReadCell['kind'] } {
  const { formulaResult } = cell;
  if (formulaResult === undefined || formulaResult === null) return { value: null, kind: CELL_KIND.uncomputed };
  if (typeof formulaResult === 'number' && isDateFormat(cell.style?.numFmt ?? '')) return { value: formulaResult, kind: CELL_KIND.date };
  return plain(formulaResult, cell);
}

/** Not `instanceof`: a clone may come from another realm. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function plain(value: CellValue, cell: Cell | undefined): { readonly value: Scalar; readonly kind: ReadCell['kind'] } {
  if (value === null || value === '') return { value: null, kind: CELL_KIND.empty };
  if (isDate(value)) {
    return Number.isNaN(value.getTime()) ? { value: '#VALUE!', kind: CELL_KIND.error } : { value: serialOf(value), kind: CELL_KIND.date };
  }
  if (typeof value === 'number') return { value, kind: CELL_KIND.number };
  if (typeof value === 'boolean') return { value, kind: CELL_KIND.boolean };
  if (cell?.type === 'error' || (cell?.type === 'formula' && ERROR.test(value))) return { value, kind: CELL_KIND.error };
  return { value, kind: CELL_KIND.text };
}

/** What hucre keeps for a value that we write. */
export function cellOf(input: CellInput): Pick<Cell, 'value' | 'type'> & Partial<Pick<Cell, 'formula' | 'formulaResult'>> {
  if (input === null || input === '') return { value: null, type: 'empty' };
  if (typeof input === 'string') return { value: input, type: 'string' };
  if (typeof input === 'number') return { value: input, type: 'number' };
  if (typeof input === 'boolean') return { value: input, type: 'boolean' };
  switch (input.kind) {
    case 'date':
      return { value: dateOfSerial(minuteToSerial(civilMinute(input.date, 0))), type: 'date' };
    case 'moment':
      return { value: dateOfSerial(minuteToSerial(input.at)), type: 'date' };
    case 'error':
      return { value: input.code, type: 'error' };
    case 'formula':
      return { value: input.value, type: 'formula', formula: input.formula, ...(input.value === null ? {} : { formulaResult: input.value }) };
  }
}

/** A cell as an input, for capture. */
export function inputOf(read: ReadCell): CellInput {
  if (read.formula !== undefined) return { kind: 'formula', formula: read.formula, value: read.kind === CELL_KIND.empty ? '' : read.value };
  if (read.kind === CELL_KIND.error) return { kind: 'error', code: String(read.value) };
  if (read.kind !== CELL_KIND.date) return read.value;
  const at = minuteFromSerial(read.value as number);
  return at % 1440 === 0 ? { kind: 'date', date: dateOfMinute(at) } : { kind: 'moment', at };
}
