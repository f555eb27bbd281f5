/**
 * The mark that makes a sheet ours: a hidden defined name in the sheet's own scope, so that it follows the sheet when
 * the user renames or copies the tab. Its formula is a text constant in pieces of at most 255 characters.
 */
import type { DefinedName } from './snapshot';

export const MARK_NAME = '_hengzhi';
// a piece may double in length when its quotes are doubled
const PIECE = 120;

export interface OwnerMark {
  /** Title that we gave the sheet. */
  readonly title: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Digest of the cells (values and formulas) as we wrote them: another one now means edited by hand. */
  readonly cells: string;
  /** Digest of everything that we wrote, looks included: the same one means nothing to do. */
  readonly content: string;
  /** Digest of the input that the sheet was computed from: another one now means out of date. */
  readonly input: string;
}

/** The mark as a formula without `=`. */
export function encodeMark(mark: OwnerMark): string {
  const text = JSON.stringify([1, mark.title, mark.action, mark.parameters, mark.cells, mark.content, mark.input]);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(`"${text.slice(at, at + PIECE).replaceAll('"', '""')}"`);
  return pieces.join('&');
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The mark behind a name's formula; undefined when it is not one of ours (a user's name, a newer version). */
export function decodeMark(formula: string): OwnerMark | undefined {
  const pieces = formula.replace(/^=/, '').match(/"(?:[^"]|"")*"/g);
  if (!pieces) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(pieces.map((piece) => piece.slice(1, -1).replaceAll('""', '"')).join(''));
  } catch {
    return undefined;
  }
  if (!Array.isArray(data) || data.length !== 7 || data[0] !== 1) return undefined;
  const [, title, action, parameters, cells, content, input] = data as unknown[];
  if (!isText(title) || !isText(action) || !isText(cells) || !isText(content) || !isText(input)) return undefined;
  if (typeof parameters !== 'object' || parameters === null || !Object.values(parameters).every(isText)) return undefined;
  return { title, action, parameters: parameters as Record<string, string>, cells, content, input };
}

/** Marks by sheet name. */
export function marksOf(names: readonly DefinedName[]): ReadonlyMap<string, OwnerMark> {
  const marks = new Map<string, OwnerMark>();
  for (const name of names) {
    if (name.scope === null || name.name.toLowerCase() !== MARK_NAME) continue;
    const mark = decodeMark(name.formula);
    if (mark) marks.set(name.scope, mark);
  }
  return marks;
}
