import { normalizeText, roundBrackets } from './normalize';

/** Separators of a list in one cell; an interpunct is part of a name and none of them. */
const SEPARATORS = '、,;/|\\&\n';

const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * The parts of a list such as `张三、李四(借调/综合股)`, without empty ones and otherwise as typed (half-width, round
 * brackets). Separators are 、 , ; / | \ & and line ends, full-width too; inside brackets they separate nothing.
 * undefined where brackets do not match.
 */
export function splitList(text: string): string[] | undefined {
  const plain = text.replace(LINE_ENDS, '\n').replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of roundBrackets(plain)) {
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0 && SEPARATORS.includes(char)) {
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
