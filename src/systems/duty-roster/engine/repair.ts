/**
 * Gap repair: duties that stand too close are exchanged until no two are. Exchanges within one bucket change no level;
 * only when they do not suffice is fairness given up, and only when nothing helps does a duty stay open.
 */
import { SeededRandom } from '../../../kernel/solver';
import type { RosterProblem } from './problem';
import type { Pool } from './pools';

/** Steps per free duty; a count, so that a re-run is identical. */
const NEUTRAL_STEPS = 400;
const LOSSY_STEPS = 200;
const TABU = 12;

/** A pool's duties under repair: one entry per slot, people by slot, slots by person in date order. */
export class Duties {
  readonly slotColumn: number[] = [];
  readonly person: number[] = [];
  readonly date: number[] = [];
  readonly bucket: number[] = [];
  /** Dates of each person: own slots and days that stand. */
  readonly #dates: number[][];
  readonly byBucket = new Map<number, number[]>();

  constructor(
    readonly problem: RosterProblem,
    readonly pool: Pool,
    assigned: readonly (readonly number[])[],
    busy: readonly (readonly number[])[],
  ) {
    this.#dates = busy.map((dates) => [...dates]);
    pool.columns.forEach(({ day }, column) => {
      for (const person of assigned[column]!) {
        const slot = this.person.length;
        const bucket = pool.model.columns[column]!.bucket;
        this.slotColumn.push(column);
        this.person.push(person);
        this.date.push(problem.days[day]!.date);
        this.bucket.push(bucket);
        this.byBucket.set(bucket, [...(this.byBucket.get(bucket) ?? []), slot]);
        if (person >= 0) this.#dates[person]!.push(problem.days[day]!.date);
      }
    });
    for (const dates of this.#dates) dates.sort((a, b) => a - b);
  }

  get size(): number {
    return this.person.length;
  }

  can(person: number, slot: number): boolean {
    return this.pool.model.columns[this.slotColumn[slot]!]!.available[person] === 1;
  }

  /** Other duties of the person closer than the gap to a date, less one occurrence of `without`. */
  conflicts(person: number, date: number, without: number): number {
    const { minGap } = this.problem;
    let count = 0;
    let skipped = false;
    for (const other of this.#dates[person]!) {
      if (other <= date - minGap && other !== date) continue;
      if (other >= date + minGap && other !== date) break;
      if (other === without && !skipped) {
        skipped = true;
        continue;
      }
      count += 1;
    }
    return count;
  }

  /** Conflicts of the duty that stands in a slot. */
  conflictsOf(slot: number): number {
    const person = this.person[slot]!;
    return person < 0 ? 0 : this.conflicts(person, this.date[slot]!, this.date[slot]!);
  }

  put(slot: number, person: number): void {
    const before = this.person[slot]!;
    const date = this.date[slot]!;
    if (before >= 0) this.#dates[before]!.splice(this.#dates[before]!.indexOf(date), 1);
    this.person[slot] = person;
    if (person < 0) return;
    const dates = this.#dates[person]!;
    let at = dates.length;
    while (at > 0 && dates[at - 1]! > date) at -= 1;
    dates.splice(at, 0, date);
  }

  swap(a: number, b: number): void {
    const [first, second] = [this.person[a]!, this.person[b]!];
    this.put(a, -1);
    this.put(b, -1);
    this.put(a, second);
    this.put(b, first);
  }

  /** Change of conflicts if two slots exchanged their people. */
  swapDelta(a: number, b: number): number {
    const [first, second] = [this.person[a]!, this.person[b]!];
    const [dateA, dateB] = [this.date[a]!, this.date[b]!];
    const before = this.conflicts(first, dateA, dateA) + this.conflicts(second, dateB, dateB);
    return this.conflicts(second, dateA, dateB) + this.conflicts(first, dateB, dateA) - before;
  }

  canSwap(a: number, b: number): boolean {
    const [first, second] = [this.person[a]!, this.person[b]!];
    return first >= 0 && second >= 0 && first !== second && this.can(second, a) && this.can(first, b);
  }

  /** People per column, unfilled last. */
  assigned(): number[][] {
    const columns = this.pool.columns.map((): number[] => []);
    this.person.forEach((person, slot) => columns[this.slotColumn[slot]!]!.push(person));
    return columns.map((people) => people.sort((a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b));
  }
}

/** Number of preferred-missing days and other-person days that a swap adds; 0 where no preference is at stake. */
function preferenceDelta(duties: Duties, a: number, b: number): number {
  const [first, second] = [duties.person[a]!, duties.person[b]!];
  return preferenceChange(duties, a, first, second) + preferenceChange(duties, b, second, first);
}

function preferenceChange(duties: Duties, slot: number, from: number, to: number): number {
  const { preferred } = duties.pool.model.columns[duties.slotColumn[slot]!]!;
  return preferred ? preferred[from]! - preferred[to]! : 0;
}

/** Clears violations by exchanges that change no level. Returns the violations that are left. */
export function repairNeutrally(duties: Duties): number {
  const random = new SeededRandom(duties.size * 977 + 5);
  const tabu = new Int32Array(duties.size);
  let bad = violating(duties);
  for (let step = 1; bad.length > 0 && step <= NEUTRAL_STEPS * (10 + bad.length); step += 1) {
    const slot = bad[random.below(bad.length)]!;
    const partners = duties.byBucket.get(duties.bucket[slot]!)!;
    let best = -1;
    let bestDelta = Infinity;
    const start = random.below(partners.length);
    for (let offset = 0; offset < partners.length; offset += 1) {
      const other = partners[(start + offset) % partners.length]!;
      if (!duties.canSwap(slot, other) || preferenceDelta(duties, slot, other) !== 0) continue;
      const delta = duties.swapDelta(slot, other);
      if (delta < bestDelta && (delta < 0 || tabu[other]! < step)) {
        best = other;
        bestDelta = delta;
      }
      if (bestDelta <= -2) break;
    }
    if (best >= 0 && bestDelta <= 1) {
      duties.swap(slot, best);
      tabu[slot] = step + TABU;
      tabu[best] = step + TABU;
    }
    if (bestDelta !== 0 || step % 8 === 0) bad = violating(duties);
  }
  return violating(duties).length;
}

function violating(duties: Duties): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < duties.size; slot += 1) if (duties.conflictsOf(slot) > 0) slots.push(slot);
  return slots;
}

/** What the levels say of a pool's assignment, for comparing moves that are not neutral. */
export interface LevelCount {
  /** Change of (totals, second, third, preference) if `slot` went to `person` (or, -1, stayed open). */
  moveDelta(slot: number, person: number): readonly number[];
  apply(slot: number, person: number): void;
}

/** Clears what neutral exchanges could not: duties move to whom it costs least; what nobody can take stays open. */
export function repairAtACost(duties: Duties, levels: LevelCount): void {
  for (let round = 0; round < LOSSY_STEPS; round += 1) {
    const bad = violating(duties);
    if (bad.length === 0) break;
    let moved = false;
    for (const slot of bad) {
      if (duties.conflictsOf(slot) === 0) continue;
      const candidate = cheapest(duties, slot, levels);
      if (candidate < 0) continue;
      levels.apply(slot, candidate);
      duties.put(slot, candidate);
      moved = true;
    }
    if (!moved) break;
  }
  for (const slot of violating(duties)) {
    if (duties.conflictsOf(slot) === 0) continue;
    levels.apply(slot, -1);
    duties.put(slot, -1);
  }
  fillOpen(duties, levels);
}

/** The free person who costs least, or -1. */
function cheapest(duties: Duties, slot: number, levels: LevelCount): number {
  let best = -1;
  let bestDelta: readonly number[] = [];
  for (let person = 0; person < duties.pool.model.people; person += 1) {
    if (person === duties.person[slot] || !duties.can(person, slot) || duties.conflicts(person, duties.date[slot]!, NaN) > 0) continue;
    const delta = levels.moveDelta(slot, person);
    if (best < 0 || compareVectors(delta, bestDelta) < 0) {
      best = person;
      bestDelta = delta;
    }
  }
  return best;
}

export function compareVectors(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = a[index]! - b[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Open slots are filled directly, or by freeing somebody whose other duty a third person can take. */
function fillOpen(duties: Duties, levels: LevelCount): void {
  for (let slot = 0; slot < duties.size; slot += 1) {
    if (duties.person[slot]! >= 0) continue;
    const direct = cheapest(duties, slot, levels);
    if (direct >= 0) {
      levels.apply(slot, direct);
      duties.put(slot, direct);
    } else freeSomebody(duties, slot, levels);
  }
}

function freeSomebody(duties: Duties, slot: number, levels: LevelCount): void {
  const { minGap } = duties.problem;
  for (let other = 0; other < duties.size; other += 1) {
    const person = duties.person[other]!;
    if (person < 0 || other === slot || Math.abs(duties.date[other]! - duties.date[slot]!) >= minGap || !duties.can(person, slot)) continue;
    if (duties.conflicts(person, duties.date[slot]!, duties.date[other]!) > 0) continue;
    duties.put(other, -1);
    levels.apply(other, -1);
    duties.put(slot, person);
    levels.apply(slot, person);
    const third = cheapest(duties, other, levels);
    if (third >= 0) {
      duties.put(other, third);
      levels.apply(other, third);
      return;
    }
    duties.put(slot, -1);
    levels.apply(slot, -1);
    duties.put(other, person);
    levels.apply(other, person);
  }
}
