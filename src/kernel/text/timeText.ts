/** Times of day: `9:00`, `上午9时`, `9点半`, `下午3点`, `18：30：00`. */
import { compactText } from './normalize';

const CLOCK = /^(凌晨|早上|早晨|上午|AM|中午|下午|PM|晚上|晚)?(\d{1,2})(?::|时|点)(?:(\d{1,2})(?::\d{1,2})?分?|(半)|(整))?(AM|PM)?$/i;

/** Minutes since midnight, or null. */
export function parseTimeText(text: string): number | null {
  const match = CLOCK.exec(compactText(text));
  if (!match) return null;
  let hour = Number(match[2]);
  const minute = match[4] === undefined ? Number(match[3] ?? 0) : 30;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const part = (match[1] ?? match[6] ?? '').toUpperCase();
  if (/^(下午|PM|晚上|晚)$/.test(part) && hour < 12) hour += 12;
  if (part === '中午' && hour < 3) hour += 12;
  if (/^(上午|AM|凌晨)$/.test(part) && hour === 12) hour = 0;
  return hour === 24 ? null : hour * 60 + minute;
}
