import { minuteToSerial, toSerial, type CivilDate, type CivilMinute } from '../kernel/date';

/** What a cell shows, as read. Dates are serials of the 1900 system with kind `date`. */
export type Scalar = string | number | boolean | null;

/**
 * Kinds of a cell as read; small numbers, so that a column of them is one `Uint8Array`. `uncomputed` is a formula whose
 * result nobody has stored: what it will show is unknown, which is not the same as blank.
 */
export const CELL_KIND = { empty: 0, text: 1, number: 2, boolean: 3, date: 4, error: 5, uncomputed: 6 } as const;
export type CellKind = (typeof CELL_KIND)[keyof typeof CELL_KIND];

/**
 * What can be written into a cell. A string is always text, never a formula, whatever it begins with.
 * A formula has no leading `=` and carries the value that the engine computed for it; null = not computed, `''` = shows
 * nothing.
 */
export type CellInput =
  | null
  | string
  | number
  | boolean
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'moment'; readonly at: CivilMinute }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'formula'; readonly formula: string; readonly value: Scalar };

export function dateCell(date: CivilDate | null | undefined): CellInput {
  return date === null || date === undefined ? null : { kind: 'date', date };
}

export function momentCell(at: CivilMinute | null | undefined): CellInput {
  return at === null || at === undefined ? null : { kind: 'moment', at };
}

export function formulaCell(formula: string, value: Scalar): CellInput {
  return { kind: 'formula', formula, value };
}

export interface ReadCell {
  readonly value: Scalar;
  readonly kind: CellKind;
  readonly formula: string | undefined;
}

/** Empty, or nothing but white space. */
export function isBlank(cell: ReadCell): boolean {
  return cell.kind === CELL_KIND.empty || (typeof cell.value === 'string' && cell.value.trim() === '');
}

/** The cell that a host reads back after this was written. An empty text is an empty cell. */
export function asRead(input: CellInput): ReadCell {
  if (input === null || input === '') return { value: null, kind: CELL_KIND.empty, formula: undefined };
  if (typeof input === 'string') return { value: input, kind: CELL_KIND.text, formula: undefined };
  if (typeof input === 'number') return { value: input, kind: CELL_KIND.number, formula: undefined };
  if (typeof input === 'boolean') return { value: input, kind: CELL_KIND.boolean, formula: undefined };
  switch (input.kind) {
    case 'date':
      return { value: toSerial(input.date), kind: CELL_KIND.date, formula: undefined };
    case 'moment':
      return { value: minuteToSerial(input.at), kind: CELL_KIND.date, formula: undefined };
    case 'error':
      return { value: input.code, kind: CELL_KIND.error, formula: undefined };
    case 'formula':
      return input.value === null ? { value: null, kind: CELL_KIND.uncomputed, formula: input.formula } : { ...asRead(input.value), formula: input.formula };
  }
}
