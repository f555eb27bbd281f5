/** Text as people type and paste it, made comparable (G14). */

/** Plain ASCII without blanks, and common Chinese characters: nothing to normalise. Most cells are such. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*$/;

/** Zero-width, control, direction, filler and variation characters; tab and line ends are white space, not control. */
const INVISIBLE =
  /[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u009f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu;

/** NFKC without invisible characters; white space at the ends removed, inside a run of it becomes one space. */
export function normalizeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** The text as typed, without invisible characters and without white space at its ends. */
export function trimText(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/** NFKC without invisible characters and without any white space: the form in which names and codes are compared. */
export function compactText(text: string): string {
  if (PLAIN.test(text)) return text;
  // what NFKC uncovers (a spacing accent is a blank and a combining one) is removed and composed once more
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, '').normalize('NFKC');
}

/** Brackets of every make, beyond the full-width ones that NFKC turns already. */
const OPENING = /[[{【〔〖〈《「『]/g;
const CLOSING = /[\]}】〕〗〉》」』]/g;

/** All brackets become round ones. */
export function roundBrackets(text: string): string {
  return text.replace(OPENING, '(').replace(CLOSING, ')');
}

/** A column title or sheet name: compact (`请假\n天数` is 请假天数), round brackets, without the `*` of a required column. */
export function normalizeHeader(text: string): string {
  return roundBrackets(compactText(text)).replace(/^\*+|\*+$/g, '');
}
