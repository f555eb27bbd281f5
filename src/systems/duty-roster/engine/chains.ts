/**
 * The last resort of gap repair: duties that stay in conflict are opened and filled again by chains (a clerk takes the open
 * day and gives up the duties too close to it), then every exchange and replacement that improves a level is made. The
 * result keeps the gap; what nobody can take stays open.
 */
import { LEVEL, SeededRandom } from '../../../kernel/solver';
import { compareLevels, type Assignment } from './assignment';

/** Counts, never time: links of chains per open slot, trials per slot, passes over all pairs. */
const LINKS = 600;
const TRIALS = 400;
const PASSES = 40;
const REST = 8;
const SLICE = 512;

/** Clears all conflicts, in slices; `bound` are the levels that cannot be beaten. */
export function* repairAtACost(duties: Assignment, bound: readonly number[]): Generator<number, void> {
  const random = new SeededRandom(duties.size + 1);
  for (let slot = 0; slot < duties.size; slot += 1) if (duties.conflictsOf(slot) > 0) duties.put(slot, -1);
  yield* fill(duties, random, bound[LEVEL.unfilled]!);
  yield* drift(duties, random, bound);
  for (let pass = 1; pass <= PASSES && climb(duties); pass += 1) yield pass;
}

/** Whether a clerk may take a slot without breaking gap or cap. */
function isFree(duties: Assignment, person: number, slot: number): boolean {
  return duties.can(person, slot) && duties.near(person, slot) === 0 && hasRoom(duties, person);
}

function hasRoom(duties: Assignment, person: number): boolean {
  return duties.given[person]! < duties.pool.model.capacity[person]!;
}

/** Fills open slots by chains with a tabu list, and keeps the best state seen. */
function* fill(duties: Assignment, random: SeededRandom, least: number): Generator<number, void> {
  const { people } = duties.pool.model;
  const rests = new Map<number, number>();
  let best = Int32Array.from(duties.person);
  let bestLevels = Float64Array.from(duties.levels);
  const budget = LINKS * (1 + duties.levels[LEVEL.unfilled]! - least);
  for (let step = 1; duties.levels[LEVEL.unfilled]! > least && step <= budget; step += 1) {
    const open = openSlots(duties);
    const slot = open[random.below(open.length)]!;
    const taker = nextLink(duties, slot, (person) => (rests.get(slot * people + person) ?? 0) >= step);
    if (taker >= 0) {
      for (const other of ownSlotsNear(duties, taker, slot)) {
        duties.put(other, -1);
        rests.set(other * people + taker, step + REST + random.below(REST));
      }
      duties.put(slot, taker);
      if (compareLevels(duties.levels, bestLevels) < 0) {
        best = Int32Array.from(duties.person);
        bestLevels = Float64Array.from(duties.levels);
      }
    }
    if (step % SLICE === 0) yield step;
  }
  best.forEach((_, slot) => duties.put(slot, -1));
  best.forEach((person, slot) => duties.put(slot, person));
}

function openSlots(duties: Assignment): number[] {
  const open: number[] = [];
  for (let slot = 0; slot < duties.size; slot += 1) if (duties.person[slot]! < 0) open.push(slot);
  return open;
}

/** Who takes an open slot: the fewest duties given up, then the best levels; -1 = nobody. */
function nextLink(duties: Assignment, slot: number, rests: (person: number) => boolean): number {
  let taker = -1;
  let fewest = Infinity;
  let levels = new Float64Array(0);
  for (let person = 0; person < duties.pool.model.people; person += 1) {
    const near = duties.near(person, slot);
    if (near > fewest || !duties.can(person, slot) || (near === 0 && !hasRoom(duties, person)) || rests(person)) continue;
    duties.put(slot, person);
    if (near < fewest || compareLevels(duties.levels, levels) < 0) {
      taker = person;
      fewest = near;
      levels = Float64Array.from(duties.levels);
    }
    duties.put(slot, -1);
  }
  return taker;
}

/** Slots stand in date order: his own ones around a day. */
function ownSlotsNear(duties: Assignment, person: number, slot: number): number[] {
  const own: number[] = [];
  for (let other = slot - 1; other >= 0 && duties.areClose(slot, other); other -= 1) if (duties.person[other] === person) own.push(other);
  for (let other = slot + 1; other < duties.size && duties.areClose(slot, other); other += 1) if (duties.person[other] === person) own.push(other);
  return own;
}

/** Random replacements and exchanges that keep the gap and worsen no level: plateaus are crossed, not only descended. */
function* drift(duties: Assignment, random: SeededRandom, bound: readonly number[]): Generator<number, void> {
  for (let trial = 1; trial <= TRIALS * duties.size && compareLevels(duties.levels, bound) > 0; trial += 1) {
    const slot = random.below(duties.size);
    if (random.below(2) === 0) replace(duties, slot, random.below(duties.pool.model.people), 1);
    else exchange(duties, slot, random.below(duties.size), 1);
    if (trial % SLICE === 0) yield trial;
  }
}

/** Makes every replacement and exchange that improves the levels; whether there was any. */
function climb(duties: Assignment): boolean {
  let improved = false;
  for (let slot = 0; slot < duties.size; slot += 1) {
    for (let person = 0; person < duties.pool.model.people; person += 1) improved = replace(duties, slot, person, 0) || improved;
    for (let other = slot + 1; other < duties.size; other += 1) improved = exchange(duties, slot, other, 0) || improved;
  }
  return improved;
}

/** Gives a slot to a clerk if that keeps the gap and makes the levels smaller than `limit` above what they are. */
function replace(duties: Assignment, slot: number, person: number, limit: 0 | 1): boolean {
  const before = duties.person[slot]!;
  if (person === before || !isFree(duties, person, slot)) return false;
  const levels = Float64Array.from(duties.levels);
  duties.put(slot, person);
  if (compareLevels(duties.levels, levels) < limit) return true;
  duties.put(slot, before);
  return false;
}

function exchange(duties: Assignment, a: number, b: number, limit: 0 | 1): boolean {
  if (!duties.canSwap(a, b) || duties.swapDelta(a, b) > 0) return false;
  const levels = Float64Array.from(duties.levels);
  duties.swap(a, b);
  if (compareLevels(duties.levels, levels) < limit) return true;
  duties.swap(a, b);
  return false;
}
