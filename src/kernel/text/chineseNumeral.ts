/** Chinese numerals, plain (三千二百) and financial (叁仟贰佰). */

const DIGIT_CHARS = '零一二三四五六七八九';
const CAPITAL_CHARS = '零壹贰叁肆伍陆柒捌玖';
const UNIT_CHARS = ['', '十', '百', '千'];
const CAPITAL_UNIT_CHARS = ['', '拾', '佰', '仟'];
const GROUP_CHARS = ['', '万', '亿', '万亿'];

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...DIGIT_CHARS].map((char, value) => [char, value] as const),
  ...[...CAPITAL_CHARS].map((char, value) => [char, value] as const),
  // ○ and the letter-like circle are what typists use for 〇
  ['〇', 0], ['○', 0], ['◯', 0], ['两', 2], ['貳', 2], ['参', 3], ['叄', 3], ['陸', 6],
]);
const UNITS: ReadonlyMap<string, number> = new Map([['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['仟', 1000]]);
const GROUPS: ReadonlyMap<string, number> = new Map([['万', 1e4], ['萬', 1e4], ['亿', 1e8], ['億', 1e8]]);
const TENS: ReadonlyMap<string, string> = new Map([['廿', '二十'], ['卅', '三十']]);

/** Whether a character can stand in a Chinese numeral. */
export function isNumeralChar(char: string): boolean {
  return DIGITS.has(char) || UNITS.has(char) || GROUPS.has(char) || TENS.has(char);
}

/** Value of 0-9 in Chinese, plain or financial; undefined for another character. */
export function chineseDigit(char: string): number | undefined {
  return DIGITS.get(char);
}

/**
 * Value of a Chinese numeral: 三千二百, 叁仟零伍, 二〇二六 (digit by digit), 三千二 (= 3200), 廿三, 一万亿.
 * undefined for anything else, a misshapen one (百十, 二三十) included. Whole numbers below 10^16 only.
 */
export function parseChineseNumeral(text: string): number | undefined {
  const plain = text.replace(/[廿卅]/g, (tens) => TENS.get(tens)!);
  const chars = [...plain];
  if (chars.length === 0 || !chars.every(isNumeralChar)) return undefined;
  if (chars.every((char) => DIGITS.has(char))) return chars.length > 15 ? undefined : Number(chars.map((char) => DIGITS.get(char)).join(''));
  return readGroups(chars);
}

/** Groups of 亿 and 万, each below the one before; 万亿 is one unit. */
function readGroups(chars: readonly string[]): number | undefined {
  let total = 0;
  let ceiling = Infinity;
  let section: string[] = [];
  for (let at = 0; at < chars.length; at += 1) {
    const unit = GROUPS.get(chars[at]!);
    if (unit === undefined) {
      section.push(chars[at]!);
      continue;
    }
    let size = unit;
    if (unit === 1e4 && GROUPS.get(chars[at + 1] ?? '') === 1e8) {
      size = 1e12;
      at += 1;
    }
    const value = readSection(section, 0);
    if (value === undefined || value === 0 || size >= ceiling) return undefined;
    total += value * size;
    ceiling = size;
    section = [];
  }
  if (section.length === 0) return total;
  const rest = readSection(section, ceiling === Infinity ? 0 : ceiling / 10);
  return rest === undefined ? undefined : total + rest;
}

/** Below 10000. `loneDigit`: what a single digit right after a group counts as one of (一万二 = 12000); 0 for itself. */
function readSection(chars: readonly string[], loneDigit: number): number | undefined {
  let value = 0;
  let digit: number | undefined;
  let unit = 0;
  let zero = false;
  for (const char of chars) {
    const next = UNITS.get(char);
    if (next === undefined) {
      const read = DIGITS.get(char)!;
      if (digit !== undefined) return undefined;
      if (read === 0) zero = true;
      else digit = read;
      continue;
    }
    if (unit !== 0 && next >= unit) return undefined;
    // 十五 and 一百十五 leave out the one
    if (digit === undefined && (next !== 10 || zero)) return undefined;
    value += (digit ?? 1) * next;
    digit = undefined;
    unit = next;
    zero = false;
  }
  if (digit === undefined) return zero ? undefined : value;
  if (zero) return value + digit;
  // 三千二 is 3200, 一万二 is 12000
  if (unit !== 0) return value + (digit * unit) / 10;
  return loneDigit === 0 ? digit : digit * loneDigit;
}

/** A whole number in Chinese: 3200 is 三千二百, 15 is 十五. Throws past the safe integers. */
export function chineseNumber(value: number): string {
  return spell(value, DIGIT_CHARS, UNIT_CHARS).replace(/^(负?)一十/, '$1十');
}

/** A whole number in financial characters: 3200 is 叁仟贰佰, 15 is 壹拾伍. Throws past the safe integers. */
export function capitalNumber(value: number): string {
  return spell(value, CAPITAL_CHARS, CAPITAL_UNIT_CHARS);
}

function spell(value: number, digits: string, units: readonly string[]): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  if (value === 0) return digits[0]!;
  const text = String(Math.abs(value));
  let spelled = '';
  let zero = false;
  let groupFilled = false;
  for (let at = 0; at < text.length; at += 1) {
    const place = text.length - 1 - at;
    const digit = Number(text[at]);
    if (digit === 0) {
      zero = true;
    } else {
      if (zero && spelled !== '') spelled += digits[0]!;
      spelled += digits[digit]! + units[place % 4]!;
      zero = false;
      groupFilled = true;
    }
    if (place % 4 === 0) {
      if (groupFilled) {
        spelled += GROUP_CHARS[place / 4]!;
        // 十万七千: zeros at the end of a group are not read
        zero = false;
      }
      groupFilled = false;
    }
  }
  return (value < 0 ? '负' : '') + spelled;
}
