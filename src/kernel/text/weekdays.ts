/** Sets of weekdays: 周三, 周六、周日, 星期三, 礼拜天, 周末, 周一至周五, 周一三五. */
import type { Weekday } from '../date';
import { compactText } from './normalize';

const DAYS = '一二三四五六日';
const PREFIX = /^(?:每|逢)?(?:周|星期|礼拜)/;
const SPAN = /^([一二三四五六日])(?:-|~|〜|—|–|至|到)(?:周|星期|礼拜)?([一二三四五六日])$/;
const NONE = new Set(['无', '没有', '-', '/']);

/** Monday first, ascending; empty for 无; null when a part cannot be read or no part says that weekdays are meant. */
export function parseWeekdays(text: string): readonly Weekday[] | null {
  const compact = compactText(text).replace(/双休日/g, '周末').replace(/天/g, '日');
  if (NONE.has(compact)) return [];
  const parts = compact.split(/[、,;/和及]/).filter((part) => part !== '');
  if (parts[0] === undefined || !PREFIX.test(parts[0])) return null;
  const found = new Set<number>();
  for (const part of parts) {
    const days = daysIn(part.replace(PREFIX, ''));
    if (!days) return null;
    for (const day of days) found.add(day);
  }
  return ([0, 1, 2, 3, 4, 5, 6] as const).filter((day) => found.has(day));
}

function daysIn(text: string): readonly number[] | null {
  if (text === '末') return [5, 6];
  const span = SPAN.exec(text);
  if (span) {
    const [first, last] = [DAYS.indexOf(span[1]!), DAYS.indexOf(span[2]!)];
    // 周五至周一 goes round
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  }
  // 周六日, 周六周日
  const days = [...text.replace(/周|星期|礼拜/g, '')].map((char) => (/[1-7]/.test(char) ? Number(char) - 1 : DAYS.indexOf(char)));
  return days.length === 0 || days.includes(-1) ? null : days;
}
