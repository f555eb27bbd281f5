/** Numbers as people type them. */
import { compactText } from './normalize';

export type NumberReading = { readonly ok: true; readonly value: number; readonly approximate: boolean } | { readonly ok: false };

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, '〇': 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const UNITS = /(?:元整|元|圆|块|公里|千米|km|KM|Km|升|L|l|度|kwh|kWh|天|日|次|人|个|分|小时|h|辆|份|件|%)(?:\/(?:人|次|月|天|日|年))?$/;
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** `三千二百`, `叁仟`, `十五`, `一万二`, `二〇二六`; null when it is no number. */
export function chineseNumber(text: string): number | null {
  if (text === '' || ![...text].every((character) => character in DIGITS || character in PLACES || character === '万' || character === '亿')) return null;
  if ([...text].every((character) => character in DIGITS)) {
    const value = [...text].reduce((sum, character) => sum * 10 + DIGITS[character]!, 0);
    return text.length === 1 || text.length >= 3 ? value : null;
  }
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  let place = Infinity;
  for (const character of text) {
    if (character in DIGITS) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[character]!;
      continue;
    }
    const scale = PLACES[character];
    if (scale !== undefined) {
      if (scale >= place) return null;
      group += (digit ?? (group === 0 && scale === 10 ? 1 : 0)) * scale;
      if (digit === null && !(group === 10 && scale === 10)) return null;
      place = scale;
    } else {
      const whole = group + (digit ?? 0);
      if (whole === 0) return null;
      total = character === '万' ? total + whole * 10_000 : (total + whole) * 100_000_000;
      group = 0;
      place = Infinity;
    }
    digit = null;
  }
  // 一万二 = 12,000; 三百五 = 350
  const last = text.at(-2);
  if (digit !== null && digit !== 0 && last !== undefined && last in PLACES && PLACES[last]! > 10 && place === PLACES[last]!) return total + group + (digit * place) / 10;
  if (digit !== null && digit !== 0 && last === '万') return total + digit * 1000;
  return total + group + (digit ?? 0);
}

/** `1,234.5元`, `约500`, `3000+`, `12.3万`, `－5`, `叁仟`, `'12`. Approximate ones are marked, never rounded away. */
export function parseNumberText(text: string): NumberReading {
  if (PLAIN.test(text)) return { ok: true, value: Number(text), approximate: false };
  let rest = compactText(text).replace(/^['’‘`]/, '').replace(/[−–—]/g, '-').replace(/^[¥¥$]/, '');
  const before = rest;
  rest = rest.replace(/^(?:大约|大概|约|近|超过|不足)/, '').replace(/(?:左右|上下|余|多|\+|以上|以下)$/, '');
  let approximate = rest !== before;
  rest = rest.replace(UNITS, '');
  const trailing = rest.replace(/(?:左右|上下|余|多|\+)$/, '');
  if (trailing !== rest) approximate = true;
  rest = trailing;
  const scaled = /^(-?[\d,]+(?:\.\d+)?)([万千百亿])$/.exec(rest);
  if (scaled) {
    const scale = { 万: 1e4, 千: 1e3, 百: 1e2, 亿: 1e8 }[scaled[2] as '万' | '千' | '百' | '亿'];
    const base = parseNumberText(scaled[1]!);
    return base.ok ? { ok: true, value: Math.round(base.value * scale * 1e6) / 1e6, approximate } : { ok: false };
  }
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(rest)) rest = rest.replaceAll(',', '');
  if (PLAIN.test(rest)) return { ok: true, value: Number(rest), approximate };
  const chinese = chineseNumber(rest);
  return chinese === null ? { ok: false } : { ok: true, value: chinese, approximate };
}
