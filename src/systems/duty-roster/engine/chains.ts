/**
 * The last resort of gap repair: duties that stay in conflict are opened and filled again by chains (a clerk takes the open
 * day and gives up the duties too close to it), then every exchange and replacement that improves a level is made. The
 * result keeps the gap; what nobody can take stays open.
 */
import { LEVEL, SeededRandom } from '../../../kernel/solver';
import { compareLevels, type Assignment } from './assignment';
import { sweep } from './sweep';

/** Counts, never time: links of chains per open slot, trials per slot, passes over all pairs. */
const LINKS = 600;
const TRIALS = 40;
const ROUNDS = 40;
/** Clerks looked at in all rounds together. */
const WORK = 2e6;
/** Moves at the start of a round that may worsen the levels. */
const KICKS = 3;
const PASSES = 40;
const REST = 16;
const SLICE = 256;

/** Clears all conflicts, in slices; `bound` are the levels that cannot be beaten. */
export function* repairAtACost(duties: Assignment, bound: ArrayLike<number>): Generator<number, void> {
  const random = new SeededRandom(duties.size + 1);
  for (let slot = 0; slot < duties.size; slot += 1) if (duties.conflictsOf(slot) > 0) duties.put(slot, -1);
  yield* fill(duties, random, bound[LEVEL.unfilled]!);
  if (compareLevels(duties.levels, bound) > 0) yield* refill(duties);
  yield* drift(duties, random, bound);
  for (let pass = 1; pass <= PASSES && (yield* climb(duties)); pass += 1) yield pass;
}

/** Takes the roster of a sweep where it is better. */
function* refill(duties: Assignment): Generator<number, void> {
  const before = Int32Array.from(duties.person);
  const levels = Float64Array.from(duties.levels);
  duties.restore(yield* sweep(duties));
  if (compareLevels(duties.levels, levels) >= 0) duties.restore(before);
}

/** Whether a clerk may take a slot if he gives up others for it. */
function canEver(duties: Assignment, person: number, slot: number): boolean {
  return duties.can(person, slot) && duties.pool.model.capacity[person]! > 0;
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
  // where little is to choose from, long rests would forbid everything
  const rest = Math.min(REST, 2 + (duties.size >> 1));
  const budget = LINKS * (1 + duties.levels[LEVEL.unfilled]! - least);
  for (let step = 1; duties.levels[LEVEL.unfilled]! > least && step <= budget; step += 1) {
    const open = openSlots(duties);
    const slot = open[random.below(open.length)]!;
    const taker = nextLink(duties, slot, (person) => (rests.get(slot * people + person) ?? 0) >= step);
    if (taker >= 0) {
      for (const other of givenUpFor(duties, taker, slot, random)) {
        duties.put(other, -1);
        rests.set(other * people + taker, step + random.below(rest));
      }
      duties.put(slot, taker);
      if (compareLevels(duties.levels, bestLevels) < 0) {
        best = Int32Array.from(duties.person);
        bestLevels = Float64Array.from(duties.levels);
      }
    }
    if (step % SLICE === 0) yield step;
  }
  duties.restore(best);
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
    if (!canEver(duties, person, slot)) continue;
    const givesUp = Math.max(duties.near(person, slot), hasRoom(duties, person) ? 0 : 1);
    if (givesUp > fewest || rests(person)) continue;
    duties.put(slot, person);
    if (givesUp < fewest || compareLevels(duties.levels, levels) < 0) {
      taker = person;
      fewest = givesUp;
      levels = Float64Array.from(duties.levels);
    }
    duties.put(slot, -1);
  }
  return taker;
}

/** What a clerk gives up for a slot: his duties too close to it (slots stand in date order), or any one if he is at his cap. */
function givenUpFor(duties: Assignment, person: number, slot: number, random: SeededRandom): readonly number[] {
  const near: number[] = [];
  for (let other = slot - 1; other >= 0 && duties.areClose(slot, other); other -= 1) if (duties.person[other] === person) near.push(other);
  for (let other = slot + 1; other < duties.size && duties.areClose(slot, other); other += 1) if (duties.person[other] === person) near.push(other);
  if (near.length > 0 || hasRoom(duties, person)) return near;
  const own: number[] = [];
  for (let other = 0; other < duties.size; other += 1) if (duties.person[other] === person) own.push(other);
  return [own[random.below(own.length)]!];
}

/**
 * Random replacements, exchanges and short chains that keep the gap. Those that worsen no level are made, so that plateaus
 * are crossed; every round begins with a few that may, and is taken back if it ends worse.
 */
function* drift(duties: Assignment, random: SeededRandom, bound: ArrayLike<number>): Generator<number, void> {
  const { people } = duties.pool.model;
  const move = (limit: number): void => {
    const slot = random.below(duties.size);
    const kind = random.below(3);
    if (kind === 0) replace(duties, slot, random.below(people), limit);
    else if (kind === 1) exchange(duties, slot, random.below(duties.size), limit);
    else takeOver(duties, slot, random.below(people), random, limit);
  };
  const trials = TRIALS * duties.size;
  const rounds = Math.min(ROUNDS, Math.ceil(WORK / (trials * people)));
  for (let round = 0; round < rounds && compareLevels(duties.levels, bound) > 0; round += 1) {
    const before = Int32Array.from(duties.person);
    const levels = Float64Array.from(duties.levels);
    for (let kick = 0; kick < KICKS && round > 0; kick += 1) move(Infinity);
    for (let trial = 1; trial <= trials; trial += 1) {
      move(1);
      if (trial % SLICE === 0) yield trial;
    }
    if (compareLevels(duties.levels, levels) > 0) duties.restore(before);
  }
}

/** Makes every replacement and every exchange that improves the levels; returns whether there was any. */
function* climb(duties: Assignment): Generator<number, boolean> {
  let improved = false;
  for (let slot = 0; slot < duties.size; slot += 1) {
    for (let person = 0; person < duties.pool.model.people; person += 1) improved = replace(duties, slot, person, 0) || improved;
    for (let other = slot + 1; other < duties.size; other += 1) improved = exchange(duties, slot, other, 0) || improved;
    if (slot % SLICE === 0) yield slot;
  }
  return improved;
}

/** Gives a slot to a clerk if that keeps the gap and makes the levels smaller than `limit` above what they are. */
function replace(duties: Assignment, slot: number, person: number, limit: number): boolean {
  const before = duties.person[slot]!;
  if (person === before || !isFree(duties, person, slot)) return false;
  const levels = Float64Array.from(duties.levels);
  duties.put(slot, person);
  if (compareLevels(duties.levels, levels) < limit) return true;
  duties.put(slot, before);
  return false;
}

/** Exchanges two slots, or moves a duty to an open day and leaves its own open. */
function exchange(duties: Assignment, a: number, b: number, limit: number): boolean {
  const first = duties.person[a]!;
  const second = duties.person[b]!;
  if (first === second || duties.column[a] === duties.column[b] || (first >= 0 && !duties.can(first, b)) || (second >= 0 && !duties.can(second, a))) return false;
  const levels = Float64Array.from(duties.levels);
  duties.swap(a, b);
  if (duties.conflicts === 0 && compareLevels(duties.levels, levels) < limit) return true;
  duties.swap(a, b);
  return false;
}

/** A clerk takes a slot, gives up the duties too close to it, and those go to whom it costs least, or stay open. */
function takeOver(duties: Assignment, slot: number, person: number, random: SeededRandom, limit: number): boolean {
  const before = duties.person[slot]!;
  if (person === before || !canEver(duties, person, slot)) return false;
  const given = givenUpFor(duties, person, slot, random);
  if (given.length === 0) return false;
  const levels = Float64Array.from(duties.levels);
  for (const other of given) duties.put(other, -1);
  duties.put(slot, person);
  for (const other of given) {
    const taker = nextLink(duties, other, (candidate) => duties.near(candidate, other) > 0 || !hasRoom(duties, candidate));
    if (taker >= 0) duties.put(other, taker);
  }
  if (compareLevels(duties.levels, levels) < limit) return true;
  for (const other of given) duties.put(other, -1);
  duties.put(slot, before);
  for (const other of given) duties.put(other, person);
  return false;
}
