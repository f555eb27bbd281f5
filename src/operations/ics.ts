/** Reminders as an iCalendar file (RFC 5545): all-day events in civil dates, no time zone. */
import { addDays, toISO, type CivilDate } from '../kernel/date';
import { digestOf } from '../kernel/digest';
import type { Reminder } from '../ledger/reminder';

const compactDate = (date: CivilDate): string => toISO(date).replaceAll('-', '');
const escapeText = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');

/** Content lines are folded at 75 octets, never inside a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 74) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** One event a reminder on its due date. `stamp` is the day on which the file is made. */
export function remindersToIcs(reminders: readonly Reminder[], stamp: CivilDate): string {
  const events = reminders.flatMap((reminder) => [
    'BEGIN:VEVENT',
    `UID:${digestOf(`${reminder.clause}\n${reminder.title}\n${reminder.who}\n${reminder.due}`)}@hengzhi`,
    `DTSTAMP:${compactDate(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDate(reminder.due)}`,
    `DTEND;VALUE=DATE:${compactDate(addDays(reminder.due, 1))}`,
    `SUMMARY:${escapeText(reminder.title)}`,
    `DESCRIPTION:${escapeText(`责任:${reminder.who} 条款:${reminder.clause} 状态:${reminder.status}`)}`,
    'END:VEVENT',
  ]);
  return [...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hengzhi//ZH', 'CALSCALE:GREGORIAN'], ...events, 'END:VCALENDAR', ''].map(fold).join('\r\n');
}
