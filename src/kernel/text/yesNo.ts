/** 是/否 as offices write it. */
import { compactText } from './normalize';

const YES = new Set('是 √ ✓ ✔ ☑ ✅ 有 1 Y YES 对 真 TRUE 已'.split(' '));
const NO = new Set('否 × ✗ ✘ X ☐ 无 0 N NO 不 不是 没有 假 FALSE 未 - / — 错'.split(' '));

/** null when it is neither. */
export function parseYesNo(text: string): boolean | null {
  const compact = compactText(text).toUpperCase();
  if (YES.has(compact)) return true;
  return NO.has(compact) ? false : null;
}
