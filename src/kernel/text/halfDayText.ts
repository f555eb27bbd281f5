/** Half-days (G11) and amounts of days in whole halves. */
import type { HalfDay } from '../slots';
import { compactText } from './normalize';
import { parseNumberText } from './number';

export type HalfProblem =
  /** 半天 without saying which. */
  | 'half-unknown'
  /** 中午 ends a morning or begins an afternoon: which, depends on the column. */
  | 'half-noon'
  | 'half-unreadable';

export type HalfReading = HalfDay | 'day' | { readonly reason: HalfProblem };

const HALVES: ReadonlyMap<string, HalfReading> = new Map<string, HalfReading>([
  ...['上午', '上', '早上', '早晨', 'AM', 'A.M.'].map((word) => [word, 'am'] as const),
  ...['下午', '下', 'PM', 'P.M.'].map((word) => [word, 'pm'] as const),
  ...['全天', '整天', '全日', '一天', '一整天', '1天', '1', '1.0', '1.0天', '上下午', '上午下午'].map((word) => [word, 'day'] as const),
  ['中午', { reason: 'half-noon' }],
]);
/** 半天 beside 上午 or 下午 adds nothing. */
const HALF_A_DAY = /半天|半日|0\.50?天?/;

/** 上午 AM 下午 PM 全天 下午半天; 半天 alone does not say which. */
export function parseHalfDay(text: string): HalfReading {
  const compact = compactText(text).toUpperCase().replace(/[()、,;/+]/g, '');
  const bare = compact.replace(HALF_A_DAY, '');
  if (bare === '' && compact !== '') return { reason: 'half-unknown' };
  return HALVES.get(bare) ?? { reason: 'half-unreadable' };
}

export type DaysReading =
  | { readonly ok: true; /** half-days */ readonly halves: number }
  /** `days-not-halves`: 0.3天 is no whole number of halves. */
  | { readonly ok: false; readonly reason: 'days-unreadable' | 'days-not-halves' };

const UNREADABLE: DaysReading = { ok: false, reason: 'days-unreadable' };

/** `0.5天`, 0.5, 半天, 1天半, 一天, `1.0`, 全天 as a number of half-days, 0 or more. */
export function parseDays(input: string | number): DaysReading {
  if (typeof input === 'number') return wholeHalves(input, 0);
  const compact = compactText(input);
  if (/^半[天日]?$/.test(compact)) return wholeHalves(0, 1);
  if (/^一?[全整][天日]$/.test(compact)) return wholeHalves(1, 0);
  const andHalf = /^(.+[天日])半$/.exec(compact);
  const number = parseNumberText(andHalf?.[1] ?? compact);
  if (!number.ok || number.approximate || (number.unit !== null && number.unit !== '天')) return UNREADABLE;
  if (andHalf && !Number.isInteger(number.value)) return UNREADABLE;
  return wholeHalves(number.value, andHalf ? 1 : 0);
}

function wholeHalves(days: number, more: number): DaysReading {
  const halves = days * 2 + more;
  if (!(halves >= 0 && halves <= Number.MAX_SAFE_INTEGER)) return UNREADABLE;
  return Number.isInteger(halves) ? { ok: true, halves } : { ok: false, reason: 'days-not-halves' };
}
