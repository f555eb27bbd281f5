/**
 * The proof of optimality, checked by code of its own: with the solver's potentials no residual arc of the assignment has
 * a negative reduced cost, so that no cycle improves it. Shares nothing with the solver but the model and the numbering.
 */
import { LEVEL, nodeNumbers, type FlowModel, type FlowSolution } from './model';

/** Whether the assignment is what it claims: feasible, and proven optimal by its potentials. */
export function checkCertificate(model: FlowModel, solution: FlowSolution): boolean {
  const { potentials, weights, assigned } = solution;
  const node = nodeNumbers(model);
  const bucketCount = model.buckets.length;
  const given = new Int32Array(model.people);
  const inBucket = new Int32Array(model.people * bucketCount);
  if (assigned.length !== model.columns.length) return false;

  // recount, and check that every unit is allowed
  for (let c = 0; c < assigned.length; c += 1) {
    const column = model.columns[c]!;
    const people = assigned[c]!.filter((person) => person >= 0);
    if (assigned[c]!.length !== column.need || new Set(people).size !== people.length) return false;
    for (const person of people) {
      if (column.available[person] !== 1) return false;
      given[person]! += 1;
      for (let bucket = column.bucket; bucket >= 0; bucket = model.buckets[bucket]!.parent) inBucket[person * bucketCount + bucket]! += 1;
    }
  }

  if (!weightsDominate(weights, model, given, inBucket)) return false;
  let sound = true;
  const forward = (from: number, to: number, cost: number): void => {
    if (cost + potentials[from]! - potentials[to]! < 0) sound = false;
  };
  const backward = (from: number, to: number, cost: number): void => forward(to, from, -cost);

  forward(node.source, node.dummy, weights[LEVEL.unfilled]!);
  if (assigned.some((people) => people.includes(-1))) backward(node.source, node.dummy, weights[LEVEL.unfilled]!);
  for (let p = 0; p < model.people; p += 1) {
    const square = (units: number): number => weights[LEVEL.totals]! * (2 * (model.totals[p]! + units) + 1);
    if (given[p]! > model.capacity[p]!) return false;
    if (given[p]! < model.capacity[p]!) forward(node.source, node.person(p), square(given[p]!));
    if (given[p]! > 0) backward(node.source, node.person(p), square(given[p]! - 1));
    model.buckets.forEach((bucket, b) => {
      const at = p * bucketCount + b;
      const above = bucket.parent < 0 ? node.person(p) : node.bucket(p, bucket.parent);
      const step = (units: number): number => weights[bucket.level]! * (2 * (model.counts[at]! + units) + 1);
      forward(above, node.bucket(p, b), step(inBucket[at]!));
      if (inBucket[at]! > 0) backward(above, node.bucket(p, b), step(inBucket[at]! - 1));
    });
  }
  model.columns.forEach((column, c) => {
    const { preferred } = column;
    const otherCost = preferred ? weights[LEVEL.others]! : 0;
    const isPreferred = (person: number): boolean => person >= 0 && preferred !== null && preferred[person] === 1;
    const others = assigned[c]!.filter((person) => !isPreferred(person)).length;
    const entrance = (through: number): number => (column.wantsPreferred && through === column.need - 1 ? weights[LEVEL.preferredMissing]! : 0);
    if (others < column.need) forward(node.others(c), node.column(c), entrance(others));
    if (others > 0) backward(node.others(c), node.column(c), entrance(others - 1));
    if (preferred) {
      forward(node.preferred(c), node.column(c), 0);
      if (others < assigned[c]!.length) backward(node.preferred(c), node.column(c), 0);
    }
    if (column.need > 0) forward(node.dummy, node.others(c), otherCost);
    if (assigned[c]!.includes(-1)) backward(node.dummy, node.others(c), otherCost);
    for (let p = 0; p < model.people; p += 1) {
      if (column.available[p] !== 1) continue;
      const leaf = column.bucket < 0 ? node.person(p) : node.bucket(p, column.bucket);
      const port = isPreferred(p) ? node.preferred(c) : node.others(c);
      const cost = isPreferred(p) ? 0 : otherCost;
      if (assigned[c]!.includes(p)) backward(leaf, port, cost);
      else forward(leaf, port, cost);
    }
  });
  return sound;
}

/**
 * Whole numbers that a double keeps exactly, each level above everything that the lower ones can add up to in a residual
 * cycle of this solution (its arcs are marginal costs at the solution's counts).
 */
function weightsDominate(weights: Float64Array, model: FlowModel, given: Int32Array, inBucket: Int32Array): boolean {
  let largest = 0;
  model.totals.forEach((count, person) => (largest = Math.max(largest, count + given[person]!)));
  model.counts.forEach((count, at) => (largest = Math.max(largest, count + inBucket[at]!)));
  const people = Math.min(model.people, model.columns.reduce((sum, column) => sum + column.need, 0)) + 1;
  const square = 2 * largest + 1;
  const inCycle = (level: number): number => {
    if (level === LEVEL.totals) return 2 * square;
    if (level === LEVEL.second || level === LEVEL.third) return model.buckets.some((bucket) => bucket.level === level) ? 4 * people * square : 0;
    return 2 * people;
  };
  let below = 0;
  for (let level = LEVEL.others as number; level >= LEVEL.unfilled; level -= 1) {
    const weight = weights[level]!;
    if (!Number.isSafeInteger(weight) || weight < 0) return false;
    const matters = (level !== LEVEL.others && level !== LEVEL.preferredMissing) || model.columns.some((column) => column.preferred);
    if (!matters) continue;
    if (weight <= below) return false;
    if (level !== LEVEL.unfilled) below += weight * inCycle(level);
  }
  return weights[LEVEL.unfilled]! * 4 < Number.MAX_SAFE_INTEGER;
}
