/** Reminders and appointments as an iCalendar file (RFC 5545): civil dates and local wall clock, no time zone. */
import { addDays, minuteToISO, toISO, type CivilDate, type CivilMinute } from '../kernel/date';
import { digestOf } from '../kernel/digest';
import type { Appointment } from '../ledger/agenda';
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

interface Event {
  readonly uid: string;
  /** Lines of its time. */
  readonly time: readonly string[];
  readonly summary: string;
  readonly description: string;
}

/** `stamp` is the day on which the file is made. */
function calendarOf(events: readonly Event[], stamp: CivilDate): string {
  const lines = events.flatMap(({ uid, time, summary, description }) => [
    'BEGIN:VEVENT',
    `UID:${uid}@hengzhi`,
    `DTSTAMP:${compactDate(stamp)}T000000Z`,
    ...time,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'END:VEVENT',
  ]);
  return [...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hengzhi//ZH', 'CALSCALE:GREGORIAN'], ...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n');
}

/** One event a reminder, all day on its due date. */
export function remindersToIcs(reminders: readonly Reminder[], stamp: CivilDate): string {
  const events = reminders.map((reminder): Event => ({
    uid: digestOf(`${reminder.clause}\n${reminder.title}\n${reminder.who}\n${reminder.due}`),
    time: [`DTSTART;VALUE=DATE:${compactDate(reminder.due)}`, `DTEND;VALUE=DATE:${compactDate(addDays(reminder.due, 1))}`],
    summary: reminder.title,
    description: `责任:${reminder.who} 条款:${reminder.clause} 状态:${reminder.status}`,
  }));
  return calendarOf(events, stamp);
}

/** Floating local time: nine o'clock is nine o'clock wherever the phone is. */
const compactMoment = (at: CivilMinute): string => `${minuteToISO(at).replaceAll(/[-:]/g, '')}00`;

/** One event an appointment; the same person, day and role keep their UID, so that a second import replaces the first. */
export function appointmentsToIcs(who: string, appointments: readonly Appointment[], stamp: CivilDate): string {
  const events = appointments.map(({ from, to, title, details, clause }): Event => ({
    uid: digestOf(`${who}\n${title}\n${from}`),
    time: [`DTSTART:${compactMoment(from)}`, `DTEND:${compactMoment(to)}`],
    summary: title,
    description: `${details} 条款:${clause}`,
  }));
  return calendarOf(events, stamp);
}
