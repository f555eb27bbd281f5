/** Money in whole fen (G12). Yuan are a way of reading and writing only. */
import { capitalNumber, chineseDigit } from './text/chineseNumeral';
import { compactText } from './text/normalize';
import { parseDecimal, type DecimalReason } from './text/number';

/** Whole fen; negative for money going back. */
export type Fen = number & { readonly __brand: 'Fen' };

export type MoneyReason =
  | DecimalReason
  | 'money-too-large'
  /** More than two decimals that are not zero: 1234.565. */
  | 'money-finer-than-fen'
  /** A unit that is no money: 500公里. */
  | 'money-unit';

export type MoneyReading =
  | { readonly ok: true; readonly value: Fen; readonly approximate: boolean }
  | { readonly ok: false; readonly reason: MoneyReason };

/** A whole number of fen; throws for another number. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

export const ZERO_FEN = 0 as Fen;

/** From this many fen on an amount is a slip of the hand. */
const LIMIT = 1e14;

/** Yuan as a number. The dust of floating sums is wiped off (0.1 + 0.2 is 30 fen); what is really finer than a fen is refused. */
export function fenOfYuan(yuan: number): MoneyReading {
  const size = yuan * 100;
  const rounded = Math.round(size);
  if (!(Math.abs(size) < LIMIT)) return { ok: false, reason: 'money-too-large' };
  const dust = 1e-5 + Math.abs(size) * 2e-15;
  return Math.abs(size - rounded) <= dust ? { ok: true, value: fen(rounded), approximate: false } : { ok: false, reason: 'money-finer-than-fen' };
}

/** Yuan as text, read digit by digit: whatever `parseNumberText` accepts, and 3元5角, 叁仟贰佰元伍角陆分, 壹仟元整. */
export function parseMoney(text: string): MoneyReading {
  return readSpelled(text) ?? readDecimal(text);
}

/** Decimals down to the fen, by unit. */
const DECIMALS: ReadonlyMap<string, number> = new Map([['元', 2], ['角', 1], ['分', 0]]);

function readDecimal(text: string): MoneyReading {
  const reading = parseDecimal(text);
  if (!reading.ok) return reading;
  const decimals = DECIMALS.get((reading.unit ?? '元').replace(/\/.*/, ''));
  if (decimals === undefined) return { ok: false, reason: 'money-unit' };
  const { negative, digits, scale } = reading.decimal;
  const shift = decimals - scale;
  const whole = shift >= 0 ? digits + '0'.repeat(shift) : digits.slice(0, shift);
  if (shift < 0 && /[1-9]/.test(digits.slice(shift))) return { ok: false, reason: 'money-finer-than-fen' };
  const size = Number(whole);
  if (size >= LIMIT) return { ok: false, reason: 'money-too-large' };
  return { ok: true, value: fen(negative ? -size : size), approximate: reading.approximate };
}

const SPELLED = /^(负?)(?:人民币)?(?:(.+?)[元圆块])?零?(?:(.)角)?零?(?:(.)分)?[整正]?$/;

/** Yuan, jiao and fen apart; undefined where the text is not of that shape. */
function readSpelled(text: string): MoneyReading | undefined {
  const match = SPELLED.exec(compactText(text));
  if (!match) return undefined;
  const [, sign, yuan, jiao, cents] = match;
  if (jiao === undefined && cents === undefined) return undefined;
  const small = [jiao, cents].map((digit) => (digit === undefined ? 0 : /\d/.test(digit) ? Number(digit) : chineseDigit(digit)));
  if (small[0] === undefined || small[1] === undefined) return undefined;
  const whole: MoneyReading = yuan === undefined ? { ok: true, value: ZERO_FEN, approximate: false } : readDecimal(yuan);
  if (!whole.ok || whole.value % 100 !== 0 || whole.value < 0) return undefined;
  const size = whole.value + small[0] * 10 + small[1];
  return { ok: true, value: fen(sign === '' ? size : -size), approximate: whole.approximate };
}

/** Nearest double of the yuan, for cells and JSON. */
export function toYuan(amount: Fen): number {
  return amount / 100;
}

export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** A whole number of times. */
export function timesFen(amount: Fen, times: number): Fen {
  return fen(amount * times);
}

export function compareFen(a: Fen, b: Fen): number {
  return a - b;
}

/** `1234.50`; `1,234.50` when grouped. */
export function formatYuan(amount: Fen, grouped = false): string {
  const size = Math.abs(amount);
  const whole = String(Math.floor(size / 100));
  const text = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${amount < 0 ? '-' : ''}${text}.${String(size % 100).padStart(2, '0')}`;
}

/**
 * 人民币大写 without the prefix: 1234.50 is 壹仟贰佰叁拾肆元伍角整, 325.04 is 叁佰贰拾伍元零肆分, 0 is 零元整. 整 closes an
 * amount that ends with yuan or jiao.
 */
export function toCapitals(amount: Fen): string {
  const size = Math.abs(amount);
  const [yuan, jiao, cents] = [Math.floor(size / 100), Math.floor(size / 10) % 10, size % 10];
  const parts = [amount < 0 ? '负' : ''];
  if (yuan > 0 || size === 0) parts.push(capitalNumber(yuan), '元');
  if (jiao > 0) parts.push(capitalNumber(jiao), '角');
  else if (cents > 0 && yuan > 0) parts.push('零');
  parts.push(cents > 0 ? `${capitalNumber(cents)}分` : '整');
  return parts.join('');
}
