import { normalizeText, roundBrackets } from './normalize';

/** Separators of a list in one cell; an interpunct is part of a name and none of them. */
const SEPARATOR = /[、,;/|\\&\n]/;

/**
 * The parts of a list such as `张三、李四(借调/综合股)`, trimmed, without empty ones. Separators are 、 , ; / | \ & and
 * line ends, full-width too; inside brackets they separate nothing. undefined where brackets do not match.
 */
export function splitList(text: string): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of roundBrackets(text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').replace(/[,;/|\&]/g, (wide) => wide.normalize('NFKC')))) {
    if (char === '(' || char === '(') depth += 1;
    else if (char === ')' || char === ')') depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0 && SEPARATOR.test(char)) {
      parts.push(part);
      part = '';
    } else {
      part += char;
    }
  }
  if (depth !== 0) return undefined;
  parts.push(part);
  return parts.filter((each) => normalizeText(each) !== '');
}
