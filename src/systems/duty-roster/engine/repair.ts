/**
 * Gap repair by exchanges that change no level: first between days of one kind (same weekday, same festival), then between
 * any days as long as the levels stay what they are. If no conflict is left, the flow's bound is met with the gap.
 */
import { SeededRandom } from '../../../kernel/solver';
import { compareLevels, type Assignment } from './assignment';

/** Trials per conflict; counts, never time, so that a re-run is identical. */
const STEPS = 400;
const WIDE_STEPS = 60;
/** Steps for which an exchanged slot rests. */
const REST = 12;
const SLICE = 256;

/** Repairs in slices; yields the steps done. Conflicts may remain (`Assignment.conflicts`). */
export function* repairNeutrally(duties: Assignment): Generator<number, void> {
  yield* exchange(duties, STEPS, (slot) => duties.ofKind.get(duties.kind[slot]!)!, (a, b) => duties.isNeutral(a, b));
  if (duties.conflicts === 0) return;
  const all = Array.from({ length: duties.size }, (_, slot) => slot);
  yield* exchange(duties, WIDE_STEPS, () => all, (a, b) => (duties.kind[a] === duties.kind[b] && duties.isNeutral(a, b)) || leavesLevels(duties, a, b));
}

/** Whether the levels are the same after an exchange. */
function leavesLevels(duties: Assignment, a: number, b: number): boolean {
  const before = Float64Array.from(duties.levels);
  duties.swap(a, b);
  const same = compareLevels(duties.levels, before) === 0;
  duties.swap(a, b);
  return same;
}

/** Minimum conflicts with a tabu list: a slot in conflict takes the partner that leaves the fewest. */
function* exchange(duties: Assignment, steps: number, partnersOf: (slot: number) => readonly number[], isAllowed: (a: number, b: number) => boolean): Generator<number, void> {
  const random = new SeededRandom(duties.size);
  const rests = new Int32Array(duties.size);
  let bad = inConflict(duties);
  const budget = steps * (10 + bad.length);
  for (let step = 1; duties.conflicts > 0 && step <= budget; step += 1) {
    const slot = bad[random.below(bad.length)]!;
    const partners = partnersOf(slot);
    const start = random.below(partners.length);
    let best = -1;
    // one conflict more is taken to get away from a dead end
    let least = 2;
    for (let offset = 0; offset < partners.length && least > -2; offset += 1) {
      const other = partners[(start + offset) % partners.length]!;
      if (!duties.canSwap(slot, other)) continue;
      const delta = duties.swapDelta(slot, other);
      if (delta >= least || (delta >= 0 && rests[other]! >= step) || !isAllowed(slot, other)) continue;
      best = other;
      least = delta;
    }
    if (best >= 0) {
      duties.swap(slot, best);
      rests[slot] = step + REST;
      rests[best] = step + REST;
      bad = inConflict(duties);
    }
    if (step % SLICE === 0) yield step;
  }
}

function inConflict(duties: Assignment): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < duties.size; slot += 1) if (duties.conflictsOf(slot) > 0) slots.push(slot);
  return slots;
}
