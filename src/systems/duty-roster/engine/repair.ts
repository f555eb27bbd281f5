/**
 * Gap repair by exchanges between days of one kind (same weekday, same festival), which change no level: if no conflict is
 * left, the flow's bound is met with the gap.
 */
import { SeededRandom } from '../../../kernel/solver';
import type { Assignment } from './assignment';

/** Steps for which an exchanged slot rests. */
const REST = 12;
const SLICE = 256;

/**
 * Minimum conflicts with a tabu list: a slot in conflict takes the partner that leaves the fewest. At most `steps` per
 * conflict (a count, never time, so that a re-run is identical); conflicts may remain, the fewest seen. Yields the steps
 * done.
 */
export function* repairNeutrally(duties: Assignment, steps: number): Generator<number, void> {
  const random = new SeededRandom(duties.size);
  const rests = new Int32Array(duties.size);
  let bad = inConflict(duties);
  const budget = steps * (10 + bad.length);
  let fewest = duties.conflicts;
  let best = Int32Array.from(duties.person);
  for (let step = 1; duties.conflicts > 0 && step <= budget; step += 1) {
    const slot = bad[random.below(bad.length)]!;
    const partners = duties.ofKind.get(duties.kind[slot]!)!;
    const start = random.below(partners.length);
    let partner = -1;
    // one conflict more is taken to get away from a dead end
    let least = 2;
    for (let offset = 0; offset < partners.length && least > -2; offset += 1) {
      const other = partners[(start + offset) % partners.length]!;
      if (!duties.canSwap(slot, other)) continue;
      const delta = duties.swapDelta(slot, other);
      if (delta >= least || (delta >= 0 && rests[other]! >= step) || !duties.isNeutral(slot, other)) continue;
      partner = other;
      least = delta;
    }
    if (partner >= 0) {
      duties.swap(slot, partner);
      rests[slot] = step + REST;
      rests[partner] = step + REST;
      bad = inConflict(duties);
      if (duties.conflicts < fewest) {
        fewest = duties.conflicts;
        best = Int32Array.from(duties.person);
      }
    }
    if (step % SLICE === 0) yield step;
  }
  duties.restore(best);
}

function inConflict(duties: Assignment): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < duties.size; slot += 1) if (duties.conflictsOf(slot) > 0) slots.push(slot);
  return slots;
}
