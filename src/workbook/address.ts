/** Cell addresses. Rows and columns are 0-based inside the program, A1 text only at the edges. */

export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A rectangle, both ends included. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** 0 -> A, 25 -> Z, 26 -> AA */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address of a 0-based cell. */
export function toA1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Parses `B5` or `$B$5`; undefined for anything else. */
export function fromA1(text: string): CellRef | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** `A1:C5`, or `A1` for a single cell. */
export function areaToA1(area: Area): string {
  const start = toA1(area.row, area.column);
  const end = toA1(area.lastRow, area.lastColumn);
  return start === end ? start : `${start}:${end}`;
}

/** A sheet's name as formulas need it: quoted, inner quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Splits `值班表!E5` or `'值班表'!E5`; undefined when either half is missing or unreadable. */
export function parseSheetAddress(text: string): { readonly sheet: string; readonly cell: CellRef } | undefined {
  const at = text.lastIndexOf('!');
  const cell = at > 0 ? fromA1(text.slice(at + 1)) : undefined;
  if (!cell) return undefined;
  const raw = text.slice(0, at);
  const sheet = /^'.*'$/.test(raw) ? raw.slice(1, -1).replaceAll("''", "'") : raw;
  return { sheet, cell };
}
