/** Due dates and working days (G3-G6). What a working day is comes from the caller's calendar. */
import { addDays, civilDate, daysInMonth, type CivilDate } from './date';
import { countWorkingSlots, dateOfSlot, slotOf, type HalfDay, type Slot } from './slots';

export type WorkdayTest = (date: CivilDate) => boolean;

/** A calendar that a user filled with nothing but holidays must not hang the search. */
const SEARCH_DAYS = 400;

function search(date: CivilDate, step: 1 | -1, isWorkday: WorkdayTest): CivilDate {
  for (let days = 0; days < SEARCH_DAYS; days += 1) {
    const day = addDays(date, days * step);
    if (isWorkday(day)) return day;
  }
  return date;
}

/** First working day on or after the date; the date itself if there is none within 400 days. */
export function workdayOnOrAfter(date: CivilDate, isWorkday: WorkdayTest): CivilDate {
  return search(date, 1, isWorkday);
}

/** Last working day on or before the date; the date itself if there is none within 400 days. */
export function workdayOnOrBefore(date: CivilDate, isWorkday: WorkdayTest): CivilDate {
  return search(date, -1, isWorkday);
}

/** The n-th working day after the date, which is not counted itself (G6); before it for negative n. 0 gives the date. */
export function addWorkdays(date: CivilDate, n: number, isWorkday: WorkdayTest): CivilDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let count = Math.abs(n); count > 0; count -= 1) day = search(addDays(day, step), step, isWorkday);
  return day;
}

/** Working days after `from` up to and including `to` (G6); 0 where `to` is not later. */
export function workdaysAfter(from: CivilDate, to: CivilDate, isWorkday: WorkdayTest): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}

/** Day X of a month; a month without it gives its last day (G4). */
export function dueInMonth(year: number, month: number, day: number): CivilDate {
  return civilDate(year, month, Math.min(day, daysInMonth(year, month)));
}

/** When to remind: the last working day on or before the due date (G5). */
export function reminderDate(due: CivilDate, isWorkday: WorkdayTest): CivilDate {
  return workdayOnOrBefore(due, isWorkday);
}

export interface DueSwitches {
  /** 截止日含当天 (G3): X日前 includes day X. */
  readonly inclusive: boolean;
  /** 截止日顺延 (G5): a due date on a rest day is put off to the first working day. */
  readonly putOff: boolean;
}

/** The last day on which a thing due X日前 is in time (G3, G5). */
export function lastDayInTime(due: CivilDate, isWorkday: WorkdayTest, switches: DueSwitches): CivilDate {
  const last = switches.inclusive ? due : addDays(due, -1);
  return switches.putOff ? workdayOnOrAfter(last, isWorkday) : last;
}

/** First working day on or after the due date, if due dates are put off (G5); else the due date. */
export function deadline(due: CivilDate, isWorkday: WorkdayTest, putOff = true): CivilDate {
  return lastDayInTime(due, isWorkday, { inclusive: true, putOff });
}

const NOON = 12 * 60;

/**
 * The working half-day that counts for something handed in (请假-三): on a rest day the next working morning, before
 * 12:00 the morning, later the afternoon; without a time the morning, in the row's favour. `minute` is minutes since midnight.
 */
export function handInSlot(date: CivilDate, minute: number | null, isWorkday: WorkdayTest): Slot {
  const day = workdayOnOrAfter(date, isWorkday);
  const half: HalfDay = day === date && minute !== null && minute >= NOON ? 'pm' : 'am';
  return slotOf(day, half);
}

/** The first working half-day at or after the slot: where a leave that begins on a rest day begins to count. */
export function workingSlotFrom(slot: Slot, isWorkday: WorkdayTest): Slot {
  const day = workdayOnOrAfter(dateOfSlot(slot), isWorkday);
  return day === dateOfSlot(slot) ? slot : slotOf(day, 'am');
}

/** How many working half-days `earlier` lies before `later` when working half-days are numbered (请假-三); 0 if it does not. */
export function workingHalfDaysAhead(earlier: Slot, later: Slot, isWorkday: WorkdayTest): number {
  return later <= earlier ? 0 : countWorkingSlots({ from: earlier, to: (later - 1) as Slot }, isWorkday);
}
