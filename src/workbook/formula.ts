/** Formulas as tokens: comparing two of them, and moving references when rows are inserted or deleted, or cells filled. */
import { columnLetters, fromA1 } from './address';

interface Token {
  readonly kind: 'text' | 'reference' | 'word' | 'space' | 'other';
  readonly text: string;
}

const REFERENCE = String.raw`(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\p{N}_(!])`;
const PATTERN = new RegExp(String.raw`("(?:[^"]|"")*")|(${REFERENCE})|('(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(\s+)|([\s\S])`, 'gu');

function tokens(formula: string): Token[] {
  return [...formula.replace(/^=/, '').matchAll(PATTERN)].map((match) => {
    if (match[1] !== undefined) return { kind: 'text', text: match[1] };
    if (match[2] !== undefined) return { kind: 'reference', text: match[2] };
    if (match[3] !== undefined) return { kind: 'word', text: match[3] };
    return match[4] !== undefined ? { kind: 'space', text: match[4] } : { kind: 'other', text: match[5]! };
  });
}

/** Splits `'表'!$A$1` into sheet (unquoted, '' if none) and cell. */
function splitReference(text: string): { readonly sheet: string; readonly cell: string } {
  const at = text.lastIndexOf('!');
  const raw = text.slice(0, Math.max(0, at));
  return { sheet: raw.startsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw, cell: text.slice(at + 1) };
}

/** Canonical text: no spaces, functions and references in upper case, sheet names unquoted. */
export function normalizeFormula(formula: string): string {
  return tokens(formula)
    .map((token) => {
      if (token.kind === 'space') return '';
      if (token.kind === 'reference') {
        const { sheet, cell } = splitReference(token.text);
        return `${sheet === '' ? '' : `${sheet}!`}${cell.toUpperCase()}`;
      }
      return token.kind === 'word' ? token.text.toUpperCase() : token.text;
    })
    .join('');
}

/** Whether two formulas say the same. */
export function sameFormula(a: string, b: string): boolean {
  return a === b || normalizeFormula(a) === normalizeFormula(b);
}

export interface RowShift {
  readonly sheet: string;
  /** First row that moves, 0-based. */
  readonly at: number;
  /** Positive: rows pushed in above `at`; negative: rows from `at` taken out. */
  readonly count: number;
}

/** Where a 0-based row goes; null when it is deleted. */
export function shiftRow(row: number, shift: RowShift): number | null {
  if (row < shift.at) return row;
  if (shift.count < 0 && row < shift.at - shift.count) return null;
  return row + shift.count;
}

/**
 * The formula of a cell on `ownSheet` after rows of `shift.sheet` moved. A range that only loses some of its rows
 * shrinks; a reference to a deleted cell becomes `#REF!`.
 */
export function shiftFormula(formula: string, ownSheet: string, shift: RowShift): string {
  const parts = tokens(formula);
  let moved = false;
  const texts = parts.map((token, index) => {
    if (token.kind !== 'reference') return token.text;
    const before = parts[index - 1]?.text === ':';
    const after = parts[index + 1]?.text === ':';
    // the second end of Sheet!A1:B5 belongs to the first end's sheet
    const { sheet, cell } = splitReference(before && parts[index - 2]?.kind === 'reference' && !token.text.includes('!') ? parts[index - 2]!.text.replace(/[^!]*$/, '') + token.text : token.text);
    if ((sheet === '' ? ownSheet : sheet).toLowerCase() !== shift.sheet.toLowerCase()) return token.text;
    const match = /^(\$?[A-Za-z]{1,3}\$?)(\d+)$/.exec(cell)!;
    const row = Number(match[2]) - 1;
    let target = shiftRow(row, shift);
    if (target === null && (before || after)) target = before ? shift.at - 1 : shift.at;
    if (target === row) return token.text;
    moved = true;
    const head = token.text.slice(0, token.text.length - cell.length);
    return target === null || target < 0 ? '#REF!' : `${head}${match[1]!}${target + 1}`;
  });
  return moved ? texts.join('') : formula;
}

// texts, quoted sheets, brackets, (cells, whole columns, whole rows), words with a sheet's !, numbers
const MOVABLE = /"(?:[^"]|"")*"|'(?:[^']|'')+'|\[[^\]]*\]|((?:\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(!]))|[\p{L}_\\][\p{L}\p{N}_.\\]*!?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;

/** The formula as it reads when it is filled `rows` down and `columns` to the right: relative references move along. */
export function fillFormula(formula: string, rows: number, columns: number): string {
  const moved = (part: string): string => (/\d/.test(part) ? String(Number(part) + rows) : columnLetters(fromA1(`${part}1`)!.column + columns));
  return formula.replace(MOVABLE, (whole: string, reference?: string) => (reference === undefined ? whole : reference.replace(/(\$?)([A-Za-z]+|\d+)/g, (_part, fixed: string, part: string) => fixed + (fixed === '' ? moved(part) : part))));
}
