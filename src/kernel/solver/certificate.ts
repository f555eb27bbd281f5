/**
 * The proof of optimality, checked by code of its own: with the solver's potentials no residual arc of the assignment has
 * a negative reduced cost, so that no cycle improves it. Shares nothing with the solver but the model and the numbering.
 */
import { LEVEL, LEVEL_COUNT, nodeNumbers, type FlowModel, type FlowSolution } from './model';

/** The counts of an assignment, found anew. */
interface Recount {
  readonly given: Int32Array;
  /** `person * buckets + bucket`, without history. */
  readonly inBucket: Int32Array;
}

/**
 * Checks an assignment and its potentials. Returns the levels of its cost (indices of `LEVEL`), each the least possible
 * given those before it; null if the assignment is not allowed or its potentials do not prove it.
 */
export function checkCertificate(model: FlowModel, solution: FlowSolution): readonly number[] | null {
  const recount = recountUnits(model, solution.assigned);
  if (!recount || !weightsDominate(model, solution.weights, recount) || !potentialsProve(model, solution, recount)) return null;
  return levelsOf(model, solution.assigned, recount);
}

function recountUnits(model: FlowModel, assigned: FlowSolution['assigned']): Recount | null {
  const bucketCount = model.buckets.length;
  const given = new Int32Array(model.people);
  const inBucket = new Int32Array(model.people * bucketCount);
  if (assigned.length !== model.columns.length) return null;
  for (const [index, column] of model.columns.entries()) {
    const people = assigned[index]!.filter((person) => person !== -1);
    if (assigned[index]!.length !== column.need || new Set(people).size !== people.length) return null;
    for (const person of people) {
      if (column.available[person] !== 1) return null;
      given[person]! += 1;
      for (let bucket = column.bucket; bucket >= 0; bucket = model.buckets[bucket]!.parent) inBucket[person * bucketCount + bucket]! += 1;
    }
  }
  const within = given.every((units, person) => units <= model.capacity[person]!) && inBucket.every((units, at) => units <= (model.buckets[at % bucketCount]!.limit ?? Infinity));
  return within ? { given, inBucket } : null;
}

/**
 * Whether the weights are whole numbers, each above everything that the levels below it can add up to in a simple residual
 * cycle of this solution: such a cycle uses every arc at most once, at marginal costs of the solution's counts.
 */
function weightsDominate(model: FlowModel, weights: Float64Array, { given, inBucket }: Recount): boolean {
  let largest = 0;
  model.totals.forEach((count, person) => (largest = Math.max(largest, Math.abs(count) + given[person]!)));
  model.counts.forEach((count, at) => (largest = Math.max(largest, Math.abs(count) + inBucket[at]!)));
  const square = 2 * largest + 1;
  const preferring = model.columns.filter((column) => column.preferred !== null).length;
  // entrances of columns in which somebody stands
  const doors = model.columns.filter(({ standing }) => standing !== undefined).reduce((sum, { preferred }) => sum + (preferred === null ? 1 : 2), 0);
  const units = model.columns.reduce((sum, column) => sum + column.need, 0);
  const passed = Math.min(model.people, units) + 1;
  const bucketArcs = (level: number): number => {
    const parents = model.buckets.flatMap((bucket) => (bucket.level === level ? [bucket.parent] : []));
    return Math.min(parents.length, 2 * new Set(parents).size);
  };
  let below = 0;
  for (let level = LEVEL_COUNT - 1; level > LEVEL.unfilled; level -= 1) {
    if (!Number.isSafeInteger(weights[level]!) || weights[level]! <= below) return false;
    if (level === LEVEL.others || level === LEVEL.preferredMissing) below += weights[level]! * preferring;
    else if (level === LEVEL.changesFirst || level === LEVEL.changesThen) below += level === model.changesLevel ? weights[level]! * doors : 0;
    else if (level === LEVEL.totals) below += weights[level]! * 2 * square;
    else below += weights[level]! * passed * bucketArcs(level) * square;
  }
  return Number.isSafeInteger(4 * weights[LEVEL.unfilled]!) && weights[LEVEL.unfilled]! > below;
}

/** Every residual arc has a reduced cost of zero or more, in exact numbers. */
function potentialsProve(model: FlowModel, { assigned, potentials, weights }: FlowSolution, { given, inBucket }: Recount): boolean {
  const node = nodeNumbers(model);
  const bucketCount = model.buckets.length;
  const bound = Number.MAX_SAFE_INTEGER / 4;
  if (potentials.length !== node.count || !potentials.every((value) => Number.isInteger(value) && Math.abs(value) < bound)) return false;
  let sound = true;
  const forward = (from: number, to: number, cost: number): void => {
    if (cost + potentials[from]! - potentials[to]! < 0) sound = false;
  };
  const backward = (from: number, to: number, cost: number): void => forward(to, from, -cost);

  // an open unit costs the same whatever day it is on
  forward(node.source, node.dummy, weights[LEVEL.unfilled]!);
  if (assigned.some((people) => people.includes(-1))) backward(node.source, node.dummy, weights[LEVEL.unfilled]!);
  for (let person = 0; person < model.people; person += 1) {
    const total = (units: number): number => weights[LEVEL.totals]! * (2 * (model.totals[person]! + units) + 1);
    if (given[person]! < model.capacity[person]!) forward(node.source, node.person(person), total(given[person]!));
    if (given[person]! > 0) backward(node.source, node.person(person), total(given[person]! - 1));
    model.buckets.forEach(({ parent, level, limit }, bucket) => {
      const at = person * bucketCount + bucket;
      const above = parent < 0 ? node.person(person) : node.bucket(person, parent);
      const step = (units: number): number => (level === null ? 0 : weights[level]! * (2 * (model.counts[at]! + units) + 1));
      if (limit === null || inBucket[at]! < limit) forward(above, node.bucket(person, bucket), step(inBucket[at]!));
      if (inBucket[at]! > 0) backward(above, node.bucket(person, bucket), step(inBucket[at]! - 1));
    });
  }
  model.columns.forEach((column, index) => {
    const serving = new Set(assigned[index]);
    const others = throughOthers(column, assigned[index]!);
    const otherCost = column.preferred ? weights[LEVEL.others]! : 0;
    const change = model.changesLevel !== undefined && column.standing ? weights[model.changesLevel]! : 0;
    if (column.preferred) {
      // the last unit that comes through the others' entrance leaves the day without a preferred person
      const entrance = (through: number): number => (column.wantsPreferred && through === column.need - 1 ? weights[LEVEL.preferredMissing]! : 0);
      if (others < column.need) forward(node.others(index), node.column(index), entrance(others));
      if (others > 0) backward(node.others(index), node.column(index), entrance(others - 1));
      forward(node.preferred(index), node.column(index), 0);
      if (others < column.need) backward(node.preferred(index), node.column(index), 0);
    }
    forward(node.dummy, node.others(index), otherCost + change);
    if (serving.has(-1)) backward(node.dummy, node.others(index), otherCost + change);
    for (let person = 0; person < model.people; person += 1) {
      if (column.available[person] !== 1) continue;
      const leaf = column.bucket < 0 ? node.person(person) : node.bucket(person, column.bucket);
      const wanted = column.preferred !== null && column.preferred[person] === 1;
      const port = wanted ? node.preferred(index) : node.others(index);
      const cost = (wanted ? 0 : otherCost) + (column.standing?.[person] === 1 ? 0 : change);
      if (serving.has(person)) backward(leaf, port, cost);
      else forward(leaf, port, cost);
    }
  });
  return sound;
}

type Column = FlowModel['columns'][number];

/** Units of a column that no preferred person takes; all of them where nobody is preferred. */
function throughOthers({ preferred }: Column, people: readonly number[]): number {
  return people.filter((person) => person === -1 || preferred === null || preferred[person] !== 1).length;
}

function levelsOf(model: FlowModel, assigned: FlowSolution['assigned'], { given, inBucket }: Recount): readonly number[] {
  const levels = new Array<number>(LEVEL_COUNT).fill(0);
  model.columns.forEach((column, index) => {
    const people = assigned[index]!;
    levels[LEVEL.unfilled]! += people.filter((person) => person === -1).length;
    if (model.changesLevel !== undefined && column.standing) levels[model.changesLevel]! += people.filter((person) => person === -1 || column.standing![person] !== 1).length;
    if (!column.preferred) return;
    const others = throughOthers(column, people);
    levels[LEVEL.others]! += others;
    if (column.wantsPreferred && others === column.need) levels[LEVEL.preferredMissing]! += 1;
  });
  model.totals.forEach((count, person) => (levels[LEVEL.totals]! += (count + given[person]!) ** 2));
  model.counts.forEach((count, at) => {
    const { level } = model.buckets[at % model.buckets.length]!;
    if (level !== null) levels[level]! += (count + inBucket[at]!) ** 2;
  });
  return levels;
}
