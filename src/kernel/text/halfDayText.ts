/** Half-days and amounts of days. */
import type { HalfDay } from '../slots';
import { compactText } from './normalize';
import { parseChineseNumeral } from './chineseNumeral';
import { parseNumberText } from './number';

export type HalfReading = HalfDay | 'day' | { readonly reason: 'half-unknown' | 'half-unreadable' };

/** 上午 AM 下午 PM 全天; 半天 alone does not say which. */
export function parseHalfDay(text: string): HalfReading {
  const compact = compactText(text).toUpperCase();
  if (/^(上午|早上|上|AM|上午半天|半天上午|半天\(上午\))$/.test(compact)) return 'am';
  if (/^(下午|下|PM|下午半天|半天下午|半天\(下午\))$/.test(compact)) return 'pm';
  if (/^(全天|整天|一天|1天|全日|上下午|上午、下午|上午下午)$/.test(compact)) return 'day';
  if (/^(半天|0\.5天?|半日)$/.test(compact)) return { reason: 'half-unknown' };
  return { reason: 'half-unreadable' };
}

export type DaysReading = { readonly ok: true; readonly halves: number } | { readonly ok: false; readonly reason: 'days-unreadable' | 'days-not-halves' };

/** 0.5天, 半天, 1天半, 一天, 1.0 as a number of half-days. */
export function parseDays(text: string): DaysReading {
  const compact = compactText(text).replace(/(?:天|日)$/, '');
  if (compact === '半') return { ok: true, halves: 1 };
  const andHalf = /^(.+?)(?:天|日|个)?半$/.exec(compact);
  const whole = andHalf ? andHalf[1]! : compact;
  const value = parseChineseNumeral(whole) ?? valueOf(whole);
  if (value === null || value < 0) return { ok: false, reason: 'days-unreadable' };
  const halves = value * 2 + (andHalf ? 1 : 0);
  return Number.isInteger(halves) ? { ok: true, halves } : { ok: false, reason: 'days-not-halves' };
}

function valueOf(text: string): number | null {
  const number = parseNumberText(text);
  return number.ok && !number.approximate ? number.value : null;
}
