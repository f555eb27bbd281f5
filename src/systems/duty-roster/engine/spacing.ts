/**
 * When everybody serves, as sorted dates, and what a person's gaps would be had he one duty less and one more: the sum of
 * squared gaps (the smaller, the more even) and the pairs of duties that are too close.
 */
import { addDays, type CivilDate } from '../../../kernel/date';
import type { DayDuties } from './pools';
import type { RosterProblem } from './problem';

/** No duty is taken away, or none added. */
export const NONE = -0x7fffffff;

export class Spacing {
  /** Result of `measure`. */
  squares = 0;
  tight = 0;
  /** Days that two duties of one person shall be apart. */
  apart: number;
  readonly #dates: number[][];
  /** Last date before the period, or the eve; whether it is a duty. */
  readonly #before: readonly number[];
  readonly #isDuty: readonly boolean[];
  /** First duty after the period, or never. */
  readonly #after: readonly number[];
  readonly #end: number;

  constructor(problem: RosterProblem, duties: DayDuties) {
    const { days, clerks, minGap } = problem;
    const first = days[0]?.date ?? (0 as CivilDate);
    this.#end = addDays(days.at(-1)?.date ?? addDays(first, -1), 1);
    const earlier = clerks.map(({ neighbours }) => neighbours.filter((date) => date < first).at(-1));
    this.#before = earlier.map((date) => date ?? first - 1);
    this.#isDuty = earlier.map((date) => date !== undefined);
    this.#after = clerks.map(({ neighbours }) => neighbours.find((date) => date >= this.#end) ?? Infinity);
    this.#dates = clerks.map(() => []);
    duties.forEach((people, day) => people.forEach((person) => person >= 0 && this.#dates[person]!.push(days[day]!.date)));
    for (const list of this.#dates) list.sort((a, b) => a - b);
    this.apart = Math.max(minGap, 1);
  }

  /** Sets `squares` and `tight` of a person without the duty of `drop` and with one on `add`. */
  measure(person: number, drop: number, add: number): void {
    const dates = this.#dates[person]!;
    let last = this.#before[person]!;
    let isDuty = this.#isDuty[person]!;
    let squares = 0;
    let tight = 0;
    let dropped = drop === NONE;
    let added = add === NONE;
    for (let index = 0; index <= dates.length; index += 1) {
      let date = index < dates.length ? dates[index]! : Infinity;
      if (!dropped && date === drop) {
        dropped = true;
        continue;
      }
      if (!added && add <= date) {
        added = true;
        date = add;
        index -= 1;
      }
      if (date === Infinity) break;
      const gap = date - last;
      squares += gap * gap;
      if (isDuty && gap < this.apart) tight += 1;
      isDuty = true;
      last = date;
    }
    const rest = this.#end - last;
    this.squares = squares + rest * rest;
    if (isDuty && this.#after[person]! - last < this.apart) tight += 1;
    this.tight = tight;
  }

  /** Moves a duty of a person; `NONE` where he only gives or takes one. */
  move(person: number, drop: number, add: number): void {
    const dates = this.#dates[person]!;
    if (drop !== NONE) dates.splice(dates.indexOf(drop), 1);
    if (add === NONE) return;
    let at = dates.length;
    while (at > 0 && dates[at - 1]! > add) at -= 1;
    dates.splice(at, 0, add);
  }

  /** Whether one of a person's duties on a date is too close to another one. */
  isTight(person: number, date: number): boolean {
    const dates = this.#dates[person]!;
    const at = dates.indexOf(date);
    const before = at > 0 ? dates[at - 1]! : this.#isDuty[person] ? this.#before[person]! : -Infinity;
    const after = at < dates.length - 1 ? dates[at + 1]! : this.#after[person]!;
    return date - before < this.apart || after - date < this.apart;
  }

  /** Dates of a person in the period, ascending. */
  datesOf(person: number): readonly number[] {
    return this.#dates[person]!;
  }
}
