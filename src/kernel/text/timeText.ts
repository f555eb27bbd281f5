/** Times of day: `9:00`, `09：00`, `上午9时`, `9点半`, `下午3点`, `18:30:00`. */
import { parseChineseNumeral } from './chineseNumeral';
import { compactText } from './normalize';

const CLOCK =
  /^(凌晨|早上|早晨|上午|AM|中午|下午|PM|傍晚|晚上|晚)?(\d{1,2})(?::(\d{2})(?::\d{2})?|[时点](?:(\d{1,2})分?|(半)|([123])刻|整|钟)?)(AM|PM)?$/i;

const NUMERALS = /[零〇一二两三四五六七八九十]+/g;

const MORNING = new Set(['凌晨', '早上', '早晨', '上午', 'AM']);
const NOON_HOUR = 12;

/** The hour on the 24-hour clock; undefined where word and hour contradict each other (上午15点). */
function hourOf(hour: number, part: string): number | undefined {
  if (MORNING.has(part)) {
    if (hour > NOON_HOUR) return undefined;
    // 上午12点 is noon, 12:00 AM and 凌晨12点 are midnight
    return hour === NOON_HOUR && part !== '上午' ? 0 : hour;
  }
  if (part === '中午') return hour < 3 ? hour + NOON_HOUR : hour <= 14 ? hour : undefined;
  if (hour >= NOON_HOUR) return (part === '晚上' || part === '晚') && hour === NOON_HOUR ? 24 : hour;
  return hour === 0 ? undefined : hour + NOON_HOUR;
}

/** Minutes since midnight, 0-1440 (24:00 is the end of the day); null when it is no time of day. */
export function parseTimeText(text: string): number | null {
  const compact = compactText(text).replace(NUMERALS, (numeral) => String(parseChineseNumeral(numeral) ?? numeral));
  const match = CLOCK.exec(compact);
  if (!match) return null;
  const part = (match[1] ?? match[7] ?? '').toUpperCase();
  const hour = part === '' ? Number(match[2]) : hourOf(Number(match[2]), part);
  const minute = match[5] === undefined ? Number(match[3] ?? match[4] ?? 15 * Number(match[6] ?? 0)) : 30;
  if (hour === undefined || minute > 59) return null;
  const minutes = hour * 60 + minute;
  return minutes <= 1440 ? minutes : null;
}

/** A stretch of one day in minutes since midnight. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** `09:00-12:00,14:00-18:00`, also 9:00至12:00; null unless every part is a span forward and they follow one another. */
export function parseTimeSpans(text: string): readonly TimeSpan[] | null {
  const spans: TimeSpan[] = [];
  for (const part of compactText(text).split(/[、,;]/)) {
    const ends = part.split(/[-~〜–—至到]+/).map(parseTimeText);
    const [from, to] = ends;
    if (ends.length !== 2 || typeof from !== 'number' || typeof to !== 'number') return null;
    if (from >= to || from < (spans.at(-1)?.to ?? 0)) return null;
    spans.push({ from, to });
  }
  return spans;
}
