/**
 * A roster from the first day to the last. Two ways of filling the slots so far can go on alike if the same clerks still
 * rest; of these only the cheaper is kept. While there is room for all that differ and nobody is at his cap, none leaves
 * fewer slots open. Where room is short, the cheapest go on.
 */
import { LEVEL } from '../../../kernel/solver';
import { compareLevels, type Assignment } from './assignment';

/** Clerks looked at, each time for every one who may rest: decides how many ways there is room for. */
const WORK = 4e6;

interface Step {
  readonly from: Way;
  /** Clerk of the slot, or -1. */
  readonly person: number;
  /** Slots of the day so far that are no liaison's, where it has any. */
  readonly others: number;
  /** Open slots, days without a liaison, then the squares of totals and of both lower levels, less what they were. */
  readonly cost: Float64Array;
}

interface Way {
  /** null before the first slot. */
  readonly step: Step | null;
  /** Per clerk the date of his last duty, and his duties so far. */
  readonly last: Int32Array;
  readonly given: Int32Array;
  /** Duties so far per clerk and bucket. */
  readonly counts: Int32Array;
}

/** The clerk of every slot, or -1; keeps the gap and the caps. Yields the slots done. */
export function* sweep(duties: Assignment): Generator<number, Int32Array> {
  const { people, totals, counts, capacity, columns, buckets } = duties.pool.model;
  const apart = duties.reach;
  const room = Math.ceil(WORK / (1 + duties.size * people * people));
  const start: Way = { step: null, last: new Int32Array(people).fill((duties.date[0] ?? 0) - apart), given: new Int32Array(people), counts: new Int32Array(counts.length) };
  let ways: readonly Way[] = [start];
  for (let slot = 0; slot < duties.size; slot += 1) {
    const date = duties.date[slot]!;
    const { need, wantsPreferred } = columns[duties.column[slot]!]!;
    const begins = duties.column[slot] !== duties.column[slot - 1];
    const ends = duties.column[slot] !== duties.column[slot + 1];
    // whoever serves after this rests when the next slot comes
    const restsFrom = ends ? (duties.date[slot + 1] ?? Infinity) - apart : date - apart;
    const path: number[] = [];
    for (let bucket = columns[duties.column[slot]!]!.bucket; bucket >= 0; bucket = buckets[bucket]!.parent) path.push(bucket);
    const steps = new Map<string, Step>();
    const offer = (from: Way, person: number): void => {
      const cost = Float64Array.from(from.step?.cost ?? new Float64Array(LEVEL.others));
      const others = (begins ? 0 : from.step!.others) + duties.otherness(slot, person);
      if (ends && wantsPreferred && others === need) cost[LEVEL.preferredMissing]! += 1;
      if (duties.pool.model.changesLevel !== undefined) cost[duties.pool.model.changesLevel]! += duties.newness(slot, person);
      if (person < 0) cost[LEVEL.unfilled]! += 1;
      else {
        cost[LEVEL.totals]! += 2 * (totals[person]! + from.given[person]!) + 1;
        for (const bucket of path) {
          const at = person * buckets.length + bucket;
          const { level } = buckets[bucket]!;
          if (level !== null) cost[level]! += 2 * (counts[at]! + from.counts[at]!) + 1;
        }
      }
      let key = ends ? '' : String(others);
      for (let other = 0; other < people; other += 1) {
        const last = other === person ? date : from.last[other]!;
        if (last > restsFrom) key += `,${other}:${last}`;
      }
      const known = steps.get(key);
      if (!known || compareLevels(cost, known.cost) < 0) steps.set(key, { from, person, others, cost });
    };
    for (const way of ways) {
      offer(way, -1);
      for (let person = 0; person < people; person += 1) {
        if (duties.can(person, slot) && way.given[person]! < capacity[person]! && date - way.last[person]! >= apart) offer(way, person);
      }
    }
    const byCost = [...steps.values()].sort((a, b) => compareLevels(a.cost, b.cost));
    ways = byCost.slice(0, room).map((step) => after(step, date, path, buckets.length));
    yield slot;
  }
  const found = new Int32Array(duties.size);
  for (let slot = duties.size - 1, step = ways[0]!.step; step; slot -= 1, step = step.from.step) found[slot] = step.person;
  return found;
}

function after(step: Step, date: number, path: readonly number[], buckets: number): Way {
  const { from, person } = step;
  if (person < 0) return { ...from, step };
  const last = Int32Array.from(from.last);
  const given = Int32Array.from(from.given);
  const counts = Int32Array.from(from.counts);
  last[person] = date;
  given[person]! += 1;
  for (const bucket of path) counts[person * buckets + bucket]! += 1;
  return { step, last, given, counts };
}
