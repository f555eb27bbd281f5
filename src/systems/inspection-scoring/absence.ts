/** Absence without leave (督查-三(三)f, g): the half-days of a person and day are added before they are scored. */
import type { HalfDay } from '../../kernel/slots';
import type { Halves } from './quantity';
import type { Points } from './points';

/** Which halves of the day a row names: bit 1 morning, bit 2 afternoon; 0 = none. */
export type HalfSet = 0 | 1 | 2 | 3;

const HALVES_IN: Readonly<Record<HalfSet, number>> = { 0: 0, 1: 1, 2: 1, 3: 2 };

export function halfSet(slot: HalfDay | 'day' | null): HalfSet {
  return slot === null ? 0 : slot === 'day' ? 3 : slot === 'am' ? 1 : 2;
}

/** Halves that a row's absence names: a day of it (督查-三(三)g) is the whole date, whether or not 时段 says so. */
export function namedHalves(arithmetic: 'half' | 'day', halfDays: number, slot: HalfDay | 'day' | null): HalfSet {
  return slot === null && arithmetic === 'day' && halfDays === 2 ? 3 : halfSet(slot);
}

/** 督查-三(三)f counts one half-day a unit, 督查-三(三)g two. `halves` are halves of the row's unit. */
export function absentHalfDays(arithmetic: 'half' | 'day', halves: Halves): number {
  return arithmetic === 'day' ? halves : halves / 2;
}

/** 督查-三(三)g: every two half-days of one day make a whole day, the odd one scores as a half. */
export function absenceScore(halfDays: number, half: Points, whole: Points): Points {
  return (Math.floor(halfDays / 2) * whole + (halfDays % 2) * half) as Points;
}

export interface AbsentDay {
  /** Half-days added so far. */
  halfDays: number;
  /** Halves that rows have named so far. */
  named: HalfSet;
}

export interface AbsenceStep {
  /** What this row adds to the score of the day. */
  readonly amount: Points;
  /** Halves that an earlier row of the day has named already; they count once. */
  readonly repeated: HalfSet;
  /** The row's quantity does not fit the half that it names: it counts by its quantity. */
  readonly misfit: boolean;
}

/**
 * Adds a row to its day. The halves that rows name are a set, everything else a sum: the order of rows does not change
 * the total. A row that names more than its quantity holds (全天 with one half-day) names nothing.
 */
export function addAbsence(day: AbsentDay, halfDays: number, set: HalfSet, half: Points, whole: Points): AbsenceStep {
  const before = absenceScore(day.halfDays, half, whole);
  const named = halfDays < HALVES_IN[set] ? 0 : set;
  const repeated = (named & day.named) as HalfSet;
  day.halfDays += halfDays - HALVES_IN[repeated];
  day.named = (day.named | named) as HalfSet;
  return {
    amount: (absenceScore(day.halfDays, half, whole) - before) as Points,
    repeated,
    misfit: set !== 0 && halfDays !== HALVES_IN[set],
  };
}
