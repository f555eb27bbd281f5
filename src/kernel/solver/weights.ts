/**
 * One number for six levels. The difference of two solutions is a set of simple cycles; a cycle passes a person at most
 * once, so that the part of a level in its cost is bounded. Each weight exceeds the bound of everything below it: the
 * weighted optimum is the lexicographic one. Null when the numbers would leave the integers that a double keeps exactly.
 */
import { LEVEL, LEVEL_COUNT, type FlowModel } from './model';

/** Arcs of one person that a simple cycle can use at one level (two buckets up, two down). */
const ARCS_PER_PERSON = 4;
/** Potentials and path lengths stay below a few top weights. */
const HEADROOM = 4;

export function levelWeights(model: FlowModel): Float64Array | null {
  const units = model.columns.reduce((sum, column) => sum + column.need, 0);
  let largest = 0;
  for (let person = 0; person < model.people; person += 1) largest = Math.max(largest, model.totals[person]!);
  for (const count of model.counts) largest = Math.max(largest, count);
  const most = Math.min(units, model.columns.length);
  const marginal = 2 * (largest + most) + 1;
  const passes = Math.min(model.people, units) + 1;
  const bounds = new Float64Array(LEVEL_COUNT);
  bounds[LEVEL.others] = 2 * passes;
  bounds[LEVEL.third] = used(model, LEVEL.third) ? ARCS_PER_PERSON * passes * marginal : 0;
  bounds[LEVEL.second] = used(model, LEVEL.second) ? ARCS_PER_PERSON * passes * marginal : 0;
  // a cycle enters and leaves the source once: two people's totals
  bounds[LEVEL.totals] = 2 * marginal;
  bounds[LEVEL.preferredMissing] = 2 * passes;
  const weights = new Float64Array(LEVEL_COUNT);
  let weight = 1;
  for (let level = LEVEL_COUNT - 1; level >= 0; level -= 1) {
    weights[level] = weight;
    weight *= bounds[level]! + 1;
  }
  if (!model.columns.some((column) => column.preferred)) return scaleWithout(weights, bounds);
  return weights[LEVEL.unfilled]! * HEADROOM < Number.MAX_SAFE_INTEGER ? weights : null;
}

/** Levels about preferred people take no room where nobody is preferred. */
function scaleWithout(weights: Float64Array, bounds: Float64Array): Float64Array | null {
  const others = bounds[LEVEL.others]! + 1;
  const missing = bounds[LEVEL.preferredMissing]! + 1;
  const scaled = weights.map((weight, level) => (level === LEVEL.others ? 0 : level === LEVEL.preferredMissing ? 0 : level === LEVEL.unfilled ? weight / others / missing : weight / others));
  return scaled[LEVEL.unfilled]! * HEADROOM < Number.MAX_SAFE_INTEGER ? scaled : null;
}

function used(model: FlowModel, level: number): boolean {
  return model.buckets.some((bucket) => bucket.level === level);
}
