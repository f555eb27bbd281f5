/**
 * One number for all levels. Two solutions differ by simple cycles of the residual graph, and one of these is a
 * lexicographic improvement whenever there is any (costs are convex). A simple cycle uses each arc once, so that the part
 * of every level in its cost is bounded; each weight exceeds what all levels below it can add up to: the weighted optimum
 * is the lexicographic one. Doubles suffice: 300 people over two years use a twentieth of 2^53 with the largest counts
 * that capacities allow, so that pairs of numbers, which halve the speed of the inner loop, are not needed.
 */
import { LEVEL, LEVEL_COUNT, type FlowModel } from './model';

/** Path lengths in the search add up to at most this many top weights. */
const HEADROOM = 4;

/** Room above the even share when the largest possible counts would leave the exact integers. */
const ROOM = 8;

/** Weights that dominate as long as no count, history included, exceeds `largest`. */
export function levelWeights(model: FlowModel, largest: number): Float64Array {
  const units = model.columns.reduce((sum, column) => sum + column.need, 0);
  const marginal = 2 * largest + 1;
  // whom a cycle passes gives a unit away, all but the one who gets one from the source
  const passed = Math.min(model.people, units) + 1;
  const squares = (level: number): number => passed * arcsPerPerson(model, level) * marginal;
  const columns = model.columns.filter((column) => column.preferred).length;
  // a cycle passes each entrance of a column once
  const entrances = model.columns.reduce((sum, { standing, preferred }) => sum + (standing ? (preferred ? 2 : 1) : 0), 0);
  const changes = (level: number): number => (model.changesLevel === level ? entrances : 0);
  const bounds = [0, columns, changes(LEVEL.changesFirst), 2 * marginal, changes(LEVEL.changesThen), squares(LEVEL.second), squares(LEVEL.third), columns];
  const weights = new Float64Array(LEVEL_COUNT);
  let weight = 1;
  for (let level = LEVEL_COUNT - 1; level >= 0; level -= 1) {
    weights[level] = weight;
    weight *= bounds[level]! + 1;
  }
  return weights;
}

/** Arcs of one level that a simple cycle can use at one person: it enters and leaves each bucket above them once. */
function arcsPerPerson(model: FlowModel, level: number): number {
  const charged = model.buckets.filter((bucket) => bucket.level === level);
  return Math.min(charged.length, 2 * new Set(charged.map((bucket) => bucket.parent)).size);
}

/** Whether every sum that the search forms is an exact integer. */
function areExact(weights: Float64Array): boolean {
  return weights[LEVEL.unfilled]! * HEADROOM < Number.MAX_SAFE_INTEGER;
}

/**
 * Weights of the model: those of the largest counts that are possible; if they are too large for exact numbers, those of
 * the counts that an even distribution gives, with room (the checker of the certificate tests them against the counts of
 * the solution). Null if these are too large as well: then nothing can be proven.
 */
export function exactWeights(model: FlowModel): Float64Array | null {
  const most = largestMagnitude(model.counts, largestMagnitude(model.totals, 0));
  const possible = levelWeights(model, most + model.capacity.reduce((largest, units) => Math.max(largest, units), 0));
  if (areExact(possible)) return possible;
  const units = model.columns.reduce((sum, column) => sum + column.need, 0);
  const likely = levelWeights(model, most + Math.ceil(units / model.people) + ROOM);
  return areExact(likely) ? likely : null;
}

function largestMagnitude(counts: Int32Array, least: number): number {
  return counts.reduce((largest, count) => Math.max(largest, Math.abs(count)), least);
}

/**
 * The model with histories cut off at a height that exact numbers bear: whoever brings along more than `least + height`
 * counts as if he brought that. Its solution is a sensible distribution; it proves nothing of the model itself.
 */
export function withLowHistory(model: FlowModel): { readonly model: FlowModel; readonly weights: Float64Array } {
  for (let height = 4096; ; height >>= 4) {
    const low: FlowModel = { ...model, totals: cutOff(model.totals, height), counts: cutOff(model.counts, height) };
    const weights = exactWeights(low);
    if (weights) return { model: low, weights };
    if (height === 0) return { model: low, weights: levelWeights(low, 0) };
  }
}

function cutOff(counts: Int32Array, height: number): Int32Array {
  const least = counts.reduce((smallest, count) => Math.min(smallest, count), Infinity);
  return counts.map((count) => Math.min(count - least, height));
}
