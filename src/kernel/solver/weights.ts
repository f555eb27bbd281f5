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

/**
 * Weights that dominate as long as nobody's count exceeds `largestCount`: what an even distribution gives, with room. The
 * checker of the certificate tests them against the counts of the solution; if they do not hold, solve with more.
 */
export function levelWeights(model: FlowModel, largestCount: number = expectedLargestCount(model)): Float64Array | null {
  const units = model.columns.reduce((sum, column) => sum + column.need, 0);
  const preferring = model.columns.some((column) => column.preferred);
  const marginal = 2 * largestCount + 1;
  const passes = Math.min(model.people, units) + 1;
  const levelBound = (level: number): number => (model.buckets.some((bucket) => bucket.level === level) ? ARCS_PER_PERSON * passes * marginal : 0);
  const bounds = new Float64Array(LEVEL_COUNT);
  bounds[LEVEL.others] = preferring ? 2 * passes : 0;
  bounds[LEVEL.third] = levelBound(LEVEL.third);
  bounds[LEVEL.second] = levelBound(LEVEL.second);
  // a cycle enters and leaves the source once: two people's totals
  bounds[LEVEL.totals] = 2 * marginal;
  bounds[LEVEL.preferredMissing] = preferring ? 2 * passes : 0;
  const weights = new Float64Array(LEVEL_COUNT);
  let weight = 1;
  for (let level = LEVEL_COUNT - 1; level >= 0; level -= 1) {
    weights[level] = weight;
    weight *= bounds[level]! + 1;
  }
  if (!preferring) {
    weights[LEVEL.others] = 0;
    weights[LEVEL.preferredMissing] = 0;
  }
  return weights[LEVEL.unfilled]! * HEADROOM < Number.MAX_SAFE_INTEGER ? weights : null;
}

/** Room above the even share. */
const ROOM = 8;

function expectedLargestCount(model: FlowModel): number {
  const units = model.columns.reduce((sum, column) => sum + column.need, 0);
  const history = model.totals.reduce((sum, count) => sum + count, 0);
  const share = model.people === 0 ? 0 : Math.ceil((history + units) / model.people);
  const largest = model.totals.reduce((most, count) => Math.max(most, count), model.counts.reduce((most, count) => Math.max(most, count), 0));
  return Math.max(share, largest) + ROOM;
}
