/** Money as whole fen. */
import { parseNumberText } from './text/number';

export type Fen = number & { readonly __brand: 'Fen' };

export const ZERO_FEN = 0 as Fen;

export type MoneyReading =
  | { readonly ok: true; readonly value: Fen; readonly approximate: boolean }
  | { readonly ok: false; readonly reason: 'not-a-number' | 'finer-than-fen' | 'too-large' };

/** More than this in one cell is a slip of the keyboard. */
const LARGEST_YUAN = 1e12;

/** Yuan as a number of a cell: 0.1 + 0.2 is 30 fen, 1234.565 is refused. */
export function fenOfYuan(yuan: number): MoneyReading {
  if (Math.abs(yuan) > LARGEST_YUAN) return { ok: false, reason: 'too-large' };
  const fen = Math.round(yuan * 100);
  // what a spreadsheet shows with 12 digits decides, not the last bits of a double
  if (Math.abs(yuan * 100 - fen) > Math.max(1e-6, Math.abs(fen) * 1e-12)) return { ok: false, reason: 'finer-than-fen' };
  return { ok: true, value: (fen === 0 ? 0 : fen) as Fen, approximate: false };
}

/** Yuan as text: `1,234.5元`, `约500`, `叁仟元`, `12.3万`. */
export function parseMoney(text: string): MoneyReading {
  const number = parseNumberText(text);
  if (!number.ok) return { ok: false, reason: 'not-a-number' };
  const money = fenOfYuan(number.value);
  return money.ok ? { ...money, approximate: number.approximate } : money;
}

/** Yuan, exact to the fen. */
export function toYuan(fen: Fen): number {
  return fen / 100;
}

export function addFen(a: Fen, b: Fen): Fen {
  return (a + b) as Fen;
}

/** 1234.50 */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const CAPITALS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

function capitalGroup(group: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + CAPITALS[digit]! + PLACES[place]!;
      zero = false;
    }
  }
  return text;
}

function capitalInteger(yuan: number): string {
  let text = '';
  let gap = false;
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10000 ** index) % 10000;
    if (group === 0) gap = gap || text !== '';
    else {
      if (text !== '' && (gap || group < 1000)) text += '零';
      text += capitalGroup(group) + GROUPS[index]!;
      gap = false;
    }
  }
  return text;
}

/** Amount in Chinese capitals: 壹仟贰佰叁拾肆元伍角整. */
export function toCapitals(fen: Fen): string {
  const amount = Math.abs(fen);
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const rest = amount % 10;
  let text = yuan === 0 ? '' : `${capitalInteger(yuan)}元`;
  if (jiao > 0) text += `${CAPITALS[jiao]!}角`;
  else if (rest > 0 && yuan > 0) text += '零';
  if (rest > 0) text += `${CAPITALS[rest]!}分`;
  else text += text === '' ? '零元整' : '整';
  return (fen < 0 ? '负' : '') + text;
}
