/** Counts per person and bucket of a pool's duties under repair, and what a move would do to the levels. */
import { LEVEL } from '../../../kernel/solver';
import type { Duties, LevelCount } from './repair';

export function countLevels(duties: Duties): LevelCount {
  const { model } = duties.pool;
  const buckets = model.buckets.length;
  const totals = Float64Array.from(model.totals);
  const counts = Float64Array.from(model.counts);
  const charge = (person: number, slot: number, units: number): void => {
    if (person < 0) return;
    totals[person]! += units;
    for (let bucket = duties.bucket[slot]!; bucket >= 0; bucket = model.buckets[bucket]!.parent) counts[person * buckets + bucket]! += units;
  };
  const holders = [...duties.person];
  holders.forEach((person, slot) => charge(person, slot, 1));

  /** Change of each level if the person had `units` more (1) or less (-1) there. */
  const change = (person: number, slot: number, units: 1 | -1): [number, number, number] => {
    const square = (count: number): number => 2 * units * count + 1;
    const delta: [number, number, number] = [square(totals[person]!), 0, 0];
    for (let bucket = duties.bucket[slot]!; bucket >= 0; bucket = model.buckets[bucket]!.parent) {
      delta[model.buckets[bucket]!.level - LEVEL.totals]! += square(counts[person * buckets + bucket]!);
    }
    return delta;
  };

  return {
    moveDelta: (slot, person) => {
      const from = holders[slot]!;
      const gain = change(person, slot, 1);
      const loss = from < 0 ? [0, 0, 0] : change(from, slot, -1);
      const { preferred } = model.columns[duties.slotColumn[slot]!]!;
      const over = totals[person]! - model.totals[person]! >= model.capacity[person]! ? 1 : 0;
      const preference = preferred ? (from < 0 ? 0 : preferred[from]!) - preferred[person]! : 0;
      return [over, preference, gain[0] + loss[0]!, gain[1] + loss[1]!, gain[2] + loss[2]!];
    },
    apply: (slot, person) => {
      charge(holders[slot]!, slot, -1);
      holders[slot] = person;
      charge(person, slot, 1);
    },
  };
}
