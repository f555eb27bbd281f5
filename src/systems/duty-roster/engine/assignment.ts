/**
 * A pool's duties while they are repaired: who has which slot, how many of his other duties are too close to any day, and
 * the levels, all kept up to date by `put`. Typed arrays throughout: repair makes millions of trials.
 */
import type { CivilDate } from '../../../kernel/date';
import { isChange, LEVEL, LEVEL_COUNT } from '../../../kernel/solver';
import type { Pool } from './pools';
import type { RosterProblem } from './problem';

export class Assignment {
  readonly size: number;
  /** Per slot: column of the pool's model, date, kind (`Pool.kind`), clerk or -1. */
  readonly column: Int32Array;
  readonly date: Int32Array;
  readonly kind: Int32Array;
  readonly person: Int32Array;
  /** Slots of each kind. */
  readonly ofKind: ReadonlyMap<number, readonly number[]>;
  /** Pairs of duties closer than the gap. */
  conflicts = 0;
  /** Cost so far at each level (indices of `LEVEL`). */
  readonly levels = new Float64Array(LEVEL_COUNT);
  /** Units per clerk, without history. */
  readonly given: Int32Array;
  readonly #totals: Int32Array;
  readonly #counts: Int32Array;
  readonly #buckets: number;
  readonly #parent: Int32Array;
  /** Level of a bucket, or -1. */
  readonly #level: Int32Array;
  readonly #leaf: Int32Array;
  readonly #throughOthers: Int32Array;
  /** Per clerk and day from `#first`: own duties closer than the gap, the day itself included. */
  readonly #near: Int16Array;
  readonly #first: number;
  readonly #span: number;
  /** Days that two duties of one clerk are apart at least. */
  readonly reach: number;

  constructor(
    problem: RosterProblem,
    readonly pool: Pool,
    assigned: readonly (readonly number[])[],
    busy: readonly (readonly CivilDate[])[],
  ) {
    const { model, days } = pool;
    const slots = assigned.flatMap((people, column) => people.map((person) => ({ person, column })));
    this.size = slots.length;
    this.column = Int32Array.from(slots, ({ column }) => column);
    this.date = this.column.map((column) => problem.days[days[column]!]!.date);
    this.kind = this.column.map((column) => pool.kind[column]!);
    this.person = new Int32Array(this.size).fill(-1);
    const ofKind = new Map<number, number[]>();
    this.kind.forEach((kind, slot) => ofKind.set(kind, [...(ofKind.get(kind) ?? []), slot]));
    this.ofKind = ofKind;
    this.given = new Int32Array(model.people);
    this.#totals = Int32Array.from(model.totals);
    this.#counts = Int32Array.from(model.counts);
    this.#buckets = model.buckets.length;
    this.#parent = Int32Array.from(model.buckets, ({ parent }) => parent);
    this.#level = Int32Array.from(model.buckets, ({ level }) => level ?? -1);
    this.#leaf = Int32Array.from(model.columns, ({ bucket }) => bucket);
    this.#throughOthers = new Int32Array(model.columns.length);
    this.#first = problem.days[0]?.date ?? 0;
    this.#span = (problem.days.at(-1)?.date ?? -1) - this.#first + 1;
    this.reach = Math.max(problem.minGap, 1);
    this.#near = new Int16Array(model.people * this.#span);
    busy.forEach((dates, person) => dates.forEach((date) => this.#mark(person, date, 1)));
    this.levels[LEVEL.unfilled] = this.size;
    model.columns.forEach(({ need, preferred, wantsPreferred }, column) => {
      if (!preferred) return;
      this.#throughOthers[column] = need;
      this.levels[LEVEL.others]! += need;
      if (wantsPreferred) this.levels[LEVEL.preferredMissing]! += 1;
    });
    // an open place of somebody who stood there is a change until he has it again
    if (model.changesLevel !== undefined) this.levels[model.changesLevel]! += slots.filter((_, slot) => this.newness(slot, -1) === 1).length;
    this.#totals.forEach((count) => (this.levels[LEVEL.totals]! += count * count));
    this.#counts.forEach((count, at) => {
      const level = this.#level[at % this.#buckets]!;
      if (level >= 0) this.levels[level]! += count * count;
    });
    slots.forEach(({ person }, slot) => this.put(slot, person));
  }

  /** Whether a clerk may take the slot, apart from the gap within the pool. */
  can(person: number, slot: number): boolean {
    return this.pool.model.columns[this.column[slot]!]!.available[person] === 1;
  }

  /** His duties closer than the gap to the slot's day. */
  near(person: number, slot: number): number {
    return this.#near[person * this.#span + this.date[slot]! - this.#first]!;
  }

  /** Whether two slots are closer than the gap. */
  areClose(a: number, b: number): boolean {
    return Math.abs(this.date[a]! - this.date[b]!) < this.reach;
  }

  /** Other duties that stand too close to the one in a slot. */
  conflictsOf(slot: number): number {
    const person = this.person[slot]!;
    return person < 0 ? 0 : this.near(person, slot) - 1;
  }

  /** Gives a slot to a clerk, or (-1) leaves it open. */
  put(slot: number, person: number): void {
    const before = this.person[slot]!;
    if (before === person) return;
    if (before >= 0) {
      this.#mark(before, this.date[slot]!, -1);
      this.conflicts -= this.near(before, slot);
      this.#charge(before, slot, -1);
    } else this.levels[LEVEL.unfilled]! -= 1;
    this.person[slot] = person;
    if (person >= 0) {
      this.conflicts += this.near(person, slot);
      this.#mark(person, this.date[slot]!, 1);
      this.#charge(person, slot, 1);
    } else this.levels[LEVEL.unfilled]! += 1;
    this.#prefer(this.column[slot]!, this.otherness(slot, person) - this.otherness(slot, before));
    const { changesLevel } = this.pool.model;
    if (changesLevel !== undefined) this.levels[changesLevel]! += this.newness(slot, person) - this.newness(slot, before);
  }

  swap(a: number, b: number): void {
    const first = this.person[a]!;
    const second = this.person[b]!;
    this.put(a, -1);
    this.put(b, first);
    this.put(a, second);
  }

  /** Gives every slot to whom it is noted for. */
  restore(people: Int32Array): void {
    // all changed slots are opened first: nobody stands twice on a day in between
    people.forEach((person, slot) => person !== this.person[slot] && this.put(slot, -1));
    people.forEach((person, slot) => this.put(slot, person));
  }

  /** Whether two clerks could exchange two slots of different days. */
  canSwap(a: number, b: number): boolean {
    const first = this.person[a]!;
    const second = this.person[b]!;
    return first >= 0 && second >= 0 && first !== second && this.column[a] !== this.column[b] && this.can(second, a) && this.can(first, b);
  }

  /** Change of conflicts by an exchange. */
  swapDelta(a: number, b: number): number {
    const first = this.person[a]!;
    const second = this.person[b]!;
    const own = this.areClose(a, b) ? 2 : 0;
    return this.near(second, a) + this.near(first, b) - own - (this.near(first, a) - 1) - (this.near(second, b) - 1);
  }

  /** Whether an exchange between slots of one kind changes no level: it must leave liaisons' days and, on a replan, what stands. */
  isNeutral(a: number, b: number): boolean {
    const [first, second] = [this.person[a]!, this.person[b]!];
    if (this.newness(a, second) + this.newness(b, first) !== this.newness(a, first) + this.newness(b, second)) return false;
    const change = this.otherness(a, this.person[b]!) - this.otherness(a, this.person[a]!);
    const back = this.otherness(b, this.person[a]!) - this.otherness(b, this.person[b]!);
    return change + back === 0 && this.#missingDelta(this.column[a]!, change) + this.#missingDelta(this.column[b]!, back) === 0;
  }

  /** Clerks per column, open slots last. */
  assigned(): number[][] {
    const columns = this.pool.days.map((): number[] => []);
    this.person.forEach((person, slot) => columns[this.column[slot]!]!.push(person));
    return columns.map((people) => people.sort((a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b));
  }

  /** 1 if a slot of a day with liaisons is not a liaison's. */
  otherness(slot: number, person: number): number {
    const { preferred } = this.pool.model.columns[this.column[slot]!]!;
    return preferred && (person < 0 || preferred[person] !== 1) ? 1 : 0;
  }

  /** 1 if giving a slot to a clerk (or leaving it open) is a change that counts. */
  newness(slot: number, person: number): number {
    return isChange(this.pool.model, this.column[slot]!, person) ? 1 : 0;
  }

  #missingDelta(column: number, change: number): number {
    const { need, wantsPreferred } = this.pool.model.columns[column]!;
    const others = this.#throughOthers[column]!;
    return wantsPreferred ? (others + change === need ? 1 : 0) - (others === need ? 1 : 0) : 0;
  }

  #prefer(column: number, change: number): void {
    if (change === 0) return;
    this.levels[LEVEL.preferredMissing]! += this.#missingDelta(column, change);
    this.levels[LEVEL.others]! += change;
    this.#throughOthers[column]! += change;
  }

  #charge(person: number, slot: number, units: 1 | -1): void {
    this.given[person]! += units;
    this.levels[LEVEL.totals]! += 2 * units * this.#totals[person]! + 1;
    this.#totals[person]! += units;
    for (let bucket = this.#leaf[this.column[slot]!]!; bucket >= 0; bucket = this.#parent[bucket]!) {
      const level = this.#level[bucket]!;
      if (level < 0) continue;
      const at = person * this.#buckets + bucket;
      this.levels[level]! += 2 * units * this.#counts[at]! + 1;
      this.#counts[at]! += units;
    }
  }

  #mark(person: number, date: number, units: number): void {
    const from = Math.max(0, date - this.reach + 1 - this.#first);
    const to = Math.min(this.#span - 1, date + this.reach - 1 - this.#first);
    const at = person * this.#span;
    for (let day = from; day <= to; day += 1) this.#near[at + day]! += units;
  }
}

/** Lexicographic comparison of levels. */
export function compareLevels(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let level = 0; level < a.length; level += 1) {
    const difference = a[level]! - b[level]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
