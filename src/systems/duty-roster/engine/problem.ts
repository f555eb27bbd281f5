/**
 * The roster problem as the engine sees it: integers, indices and civil dates only. Everything that needs a
 * ledger (names, leave, credit, swaps) has been resolved before; everything that is written is made afterwards.
 * Sources: 值班-一, 值班-二, 值班-四(一), 值班-四(二), 登记-一(一)4.
 */
import type { CivilDate, Weekday } from '../../../kernel/date';

/** One day of the period, in date order. */
export interface DutyDay {
  readonly date: CivilDate;
  readonly weekday: Weekday;
  readonly pool: 'regular' | 'holiday';
  /** Clerks wanted that day (1 on ordinary days, 2 or more in holiday periods). */
  readonly need: number;
  /** Index into `RosterProblem.festivals` on a holiday day, else -1. */
  readonly festival: number;
  /** 除夕 or 初一. */
  readonly newYear: boolean;
  /**
   * Clerk indices that are liaisons of the day's county leader. `null` where the leader is undecided (the day is
   * not counted); an empty list is a leader without a liaison (counted as missing).
   */
  readonly liaisons: readonly number[] | null;
}

/** One clerk: his history (carried + credit, already whole numbers) and when he can serve. */
export interface Clerk {
  /** a_p, regular duties. */
  readonly total: number;
  /** a_pw, Monday first; adds up to `total`. */
  readonly weekdays: readonly number[];
  /** Holiday duties carried + credit. */
  readonly holiday: number;
  /** Carried per festival, by index of `RosterProblem.festivals`. */
  readonly festivals: readonly number[];
  /** 除夕/初一 duties carried. */
  readonly newYear: number;
  /** Per day index of `RosterProblem.days`: 1 = no absence, 不能排 or 固定不排 stands against it. */
  readonly available: Uint8Array;
  /** 每期上限 of regular duties in the period (fixed ones included); null = none. */
  readonly cap: number | null;
  /** Duties outside the period that the gap must respect, ascending. */
  readonly neighbours: readonly CivilDate[];
  /** 尽量不排, 希望排; absent = none. */
  readonly wishes?: Wishes;
}

export interface Wishes {
  /** Per day index, 1 = he would rather not serve. */
  readonly avoids: Uint8Array;
  /** Stretches, both ends included, in each of which he hopes for a duty. */
  readonly hopes: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
}

/** Where the fewest changes rank: `last` = L6, below everything; on a replan above the totals or just below them. */
export type ChangesLevel = 'before-totals' | 'after-totals' | 'last';

/** A duty that stands (lock, hand change, swap, published, before keepBefore); the engine never moves it. */
export interface FixedDuty {
  /** Index of `RosterProblem.days`. */
  readonly day: number;
  /** Index of `RosterProblem.clerks`, or -1 for a person who is no clerk (fills a slot, counts for nobody). */
  readonly clerk: number;
}

/** A week of the officer-in-charge pool: Monday 09:00 to Monday 09:00, clipped to the period. */
export interface ChiefWeek {
  readonly monday: CivilDate;
  /** Counted days: days in the period less holidays and 紧急带班; 0 = no turn is used up. */
  readonly countedDays: number;
  /** Chief index that is fixed for the week (began before `from`, lock of the whole week), else -1. */
  readonly fixed: number;
}

export interface Chief {
  /** carried + credit, turns. */
  readonly turns: number;
  /** carried counted days. */
  readonly days: number;
  /** Per week index: 1 = can take it (not absent on 3 or more, or on all, of its counted days). */
  readonly available: Uint8Array;
  /** Monday of his last week before the period, or null. */
  readonly lastWeek: CivilDate | null;
}

export interface RosterProblem {
  readonly days: readonly DutyDay[];
  readonly clerks: readonly Clerk[];
  readonly festivals: readonly string[];
  readonly fixed: readonly FixedDuty[];
  readonly weeks: readonly ChiefWeek[];
  readonly chiefs: readonly Chief[];
  /** Any two duties of one person are at least this many days apart. */
  readonly minGap: number;
  /**
   * What stands in the sheet today, per day the clerk indices (-1 for an empty slot): only used to break ties, so
   * that a second run changes nothing.
   */
  readonly standing: readonly (readonly number[])[];
  /** What stands for the weeks, chief index or -1. */
  readonly standingChiefs: readonly number[];
  readonly changesLevel: ChangesLevel;
}

/** Levels of one pool as whole numbers that anybody can recount. */
export interface RegularVector {
  readonly unfilled: number;
  readonly totals: number;
  readonly weekday: number;
  readonly weekend: number;
  readonly rangeTotals: number;
  readonly rangeWeekday: number;
  readonly minGap: number | null;
  readonly gapViolations: number;
  readonly spacing: number;
  readonly wishes: number;
  readonly changes: number;
}

export interface HolidayVector {
  readonly unfilled: number;
  readonly liaisonMissing: number;
  readonly squares: number;
  readonly newYearSquares: number;
  readonly festivalSquares: number;
  readonly liaisonPersonDays: number;
  readonly changes: number;
}

export interface ChiefVector {
  readonly unfilled: number;
  readonly squares: number;
  readonly daySquares: number;
  readonly rangeWeeks: number;
  readonly changes: number;
}

export type ProofStatus = 'optimal' | 'bounded' | 'unproven' | 'infeasible';

export interface PoolCertificate<Vector> {
  readonly status: ProofStatus;
  readonly vector: Vector;
  /** Lower bounds of the leading levels, each given the levels before it. */
  readonly bound: Partial<Vector>;
  readonly proof: 'flow' | 'milp' | 'none';
  /** Feasibility, vector and flow bound recounted by separate code. */
  readonly verified: boolean;
}

export interface RosterSolution {
  /** Per day, the clerk of each slot (length = need): fixed ones first in the given order, -1 = unfilled. */
  readonly duties: readonly (readonly number[])[];
  /** Per week the chief index, -1 = nobody. */
  readonly chiefs: readonly number[];
  readonly regular: PoolCertificate<RegularVector>;
  readonly holiday: PoolCertificate<HolidayVector>;
  readonly chief: PoolCertificate<ChiefVector>;
  /** Milliseconds of building, solving and verifying each pool, by the caller's clock; 0 without one. */
  readonly ms: { readonly regular: number; readonly holiday: number; readonly chief: number };
}
