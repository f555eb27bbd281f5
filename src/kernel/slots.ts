/** Half-day slots (G11) and the 24-hour duty shift (值班-四, 值班-五(一)). */
import { addDays, civilMinute, type CivilDate, type CivilMinute } from './date';
import type { Period } from './period';

/** 上午 | 下午 */
export type HalfDay = 'am' | 'pm';

export const HALF_NAMES = { am: '上午', pm: '下午' } as const;

/** A half-day: 2 x day + (0 上午, 1 下午). Consecutive half-days are consecutive numbers. */
export type Slot = number & { readonly __brand: 'Slot' };

/** Half-days, both ends included. `from > to` is empty. */
export interface SlotRange {
  readonly from: Slot;
  readonly to: Slot;
}

export function slotOf(date: CivilDate, half: HalfDay): Slot {
  return (2 * date + (half === 'am' ? 0 : 1)) as Slot;
}

export function dateOfSlot(slot: Slot): CivilDate {
  return Math.floor(slot / 2) as CivilDate;
}

export function halfOfSlot(slot: Slot): HalfDay {
  return slot % 2 === 0 ? 'am' : 'pm';
}

export function slotRange(from: CivilDate, fromHalf: HalfDay, to: CivilDate, toHalf: HalfDay): SlotRange {
  return { from: slotOf(from, fromHalf), to: slotOf(to, toHalf) };
}

/** Whole days. */
export function wholeDays(period: Period): SlotRange {
  return slotRange(period.from, 'am', period.to, 'pm');
}

/** Number of half-days, 0 when empty. */
export function slotCount(range: SlotRange): number {
  return Math.max(0, range.to - range.from + 1);
}

/** Every half-day of the range, in order. */
export function slotsOf(range: SlotRange): Slot[] {
  return Array.from({ length: slotCount(range) }, (_, index) => (range.from + index) as Slot);
}

export function containsSlot(range: SlotRange, slot: Slot): boolean {
  return slot >= range.from && slot <= range.to;
}

/** Empty ranges overlap nothing. */
export function slotsOverlap(a: SlotRange, b: SlotRange): boolean {
  return Math.max(a.from, b.from) <= Math.min(a.to, b.to);
}

/** The half-days of both; null where there are none. */
export function intersectSlots(a: SlotRange, b: SlotRange): SlotRange | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** The days that a range that is not empty touches. */
export function daysTouched(range: SlotRange): Period {
  return { from: dateOfSlot(range.from), to: dateOfSlot(range.to) };
}

/** Half-days of working days in the range (working-day kinds of leave; make-up days are working days). */
export function countWorkingSlots(range: SlotRange, isWorkday: (date: CivilDate) => boolean): number {
  let count = 0;
  for (let day = dateOfSlot(range.from); day <= dateOfSlot(range.to); day = addDays(day, 1)) {
    if (isWorkday(day)) count += slotCount({ from: Math.max(range.from, 2 * day) as Slot, to: Math.min(range.to, 2 * day + 1) as Slot });
  }
  return count;
}

/** A stretch of civil minutes, the end not included. */
export interface MinuteSpan {
  readonly from: CivilMinute;
  readonly to: CivilMinute;
}

const HANDOVER_HOUR = 9;

/** The parts of day d that the shift of d meets: 上午, 下午 and 夜间 (after work to 09:00 of the next day, G11). */
export const SHIFT_PARTS = ['am', 'pm', 'night'] as const;

/** The shift of day d: [d 09:00, d+1 09:00). */
export function shiftOf(date: CivilDate): MinuteSpan {
  return { from: civilMinute(date, HANDOVER_HOUR), to: civilMinute(addDays(date, 1), HANDOVER_HOUR) };
}

/** The day whose shift holds the minute: before 09:00 it is still yesterday's. */
export function shiftDateOf(at: CivilMinute): CivilDate {
  return Math.floor((at - HANDOVER_HOUR * 60) / 1440) as CivilDate;
}

/**
 * Whether an absence stands against the shift of day d. The night of d lies between d 下午 and d+1 上午: an absence that
 * holds it holds d 下午 too, or begins only with d+1 上午, and that one does not stand against the shift.
 */
export function meetsShift(range: SlotRange, date: CivilDate): boolean {
  return slotsOverlap(range, wholeDays({ from: date, to: date }));
}

/** The absence leaves the shift of day d alone but begins with the next morning, when it is handed over: worth a warning. */
export function touchesHandover(range: SlotRange, date: CivilDate): boolean {
  return range.from === slotOf(addDays(date, 1), 'am') && range.to >= range.from;
}
