/** Sets of weekdays: 周三, 周六、周日, 星期三, 礼拜天, 周末. */
import type { Weekday } from '../date';
import { compactText } from './normalize';

const NUMERALS = '一二三四五六日';

/** Monday first, ascending; null when a part cannot be read. */
export function parseWeekdays(text: string): readonly Weekday[] | null {
  const found = new Set<Weekday>();
  const parts = compactText(text)
    .split(/[、,;/和及]+/)
    .filter((part) => part !== '');
  for (const part of parts) {
    const body = part.replace(/^(?:周|星期|礼拜)/, '');
    const range = /^([一二三四五六日天])(?:至|到|-|~)(?:周|星期|礼拜)?([一二三四五六日天])$/.exec(body);
    if (body === '末' || body === '双休日') [5, 6].forEach((day) => found.add(day as Weekday));
    else if (range) {
      const [first, last] = [indexOf(range[1]!), indexOf(range[2]!)];
      for (let day = first; day <= last; day += 1) found.add(day as Weekday);
      if (first > last) return null;
    } else if (/^[一二三四五六日天1-7]+$/.test(body)) for (const character of body) found.add(indexOf(character));
    else return null;
  }
  return [...found].sort((a, b) => a - b);
}

function indexOf(character: string): Weekday {
  if (/\d/.test(character)) return (Number(character) - 1) as Weekday;
  return NUMERALS.indexOf(character === '天' ? '日' : character) as Weekday;
}
