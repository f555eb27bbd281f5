/** The flow network of a model as typed arrays: what people and buckets hold, what columns need, who may take them. */
import { isChange, LEVEL, nodeNumbers, type FlowModel } from './model';

/** Per column the leaves (person or lowest bucket) of its candidates: `list[start[c]] … list[start[c + 1] - 1]`. */
export interface Candidates {
  readonly start: Int32Array;
  readonly list: Int32Array;
  /** What taking the column costs, along with `list`. */
  readonly cost: Float64Array;
}

const UNLIMITED = 0x7fffffff;

export interface Network {
  readonly people: number;
  readonly bucketCount: number;
  readonly dummy: number;
  readonly source: number;
  /** First column node; three per column: the column, its entrance for others, its entrance for preferred people. */
  readonly base: number;
  readonly nodeCount: number;
  /** Units per person, history included, and the most he may reach. */
  readonly held: Int32Array;
  readonly heldLimit: Int32Array;
  /** Units per person and bucket, history included; how many of them are history; the most that may stand there. */
  readonly inBucket: Int32Array;
  readonly bucketFloor: Int32Array;
  readonly bucketLimit: Int32Array;
  readonly bucketWeight: Float64Array;
  readonly parentOf: Int32Array;
  /** Children of the person (0) and of each bucket (1 + bucket). */
  readonly childrenOf: readonly Int32Array[];
  readonly need: Int32Array;
  readonly hasPreferred: Uint8Array;
  readonly missingCost: Float64Array;
  /** What an open unit costs beside being open. */
  readonly dummyCost: Float64Array;
  readonly others: Candidates;
  readonly preferred: Candidates;
  /** Units of column c: `firstUnit[c] … firstUnit[c + 1] - 1`. */
  readonly firstUnit: Int32Array;
  readonly unitColumn: Int32Array;
  readonly totalWeight: number;
  readonly unfilledWeight: number;
}

export function buildNetwork(model: FlowModel, weights: Float64Array): Network {
  const numbers = nodeNumbers(model);
  const { people, columns } = model;
  const bucketCount = model.buckets.length;
  const need = Int32Array.from(columns, (column) => column.need);
  const firstUnit = new Int32Array(columns.length + 1);
  columns.forEach((column, index) => {
    firstUnit[index + 1] = firstUnit[index]! + column.need;
  });
  const unitColumn = new Int32Array(firstUnit[columns.length]!);
  columns.forEach((_, index) => unitColumn.fill(index, firstUnit[index]!, firstUnit[index + 1]!));
  return {
    people,
    bucketCount,
    dummy: numbers.dummy,
    source: numbers.source,
    base: numbers.source + 1,
    nodeCount: numbers.count,
    held: Int32Array.from(model.totals),
    heldLimit: Int32Array.from(model.totals, (total, person) => total + model.capacity[person]!),
    inBucket: Int32Array.from(model.counts),
    bucketFloor: model.counts,
    bucketLimit: Int32Array.from(model.counts, (count, position) => {
      const { limit } = model.buckets[position % bucketCount]!;
      return limit === null ? UNLIMITED : count + limit;
    }),
    bucketWeight: Float64Array.from(model.buckets, ({ level }) => (level === null ? 0 : weights[level]!)),
    parentOf: Int32Array.from(model.buckets, (bucket) => bucket.parent),
    childrenOf: [-1, ...model.buckets.keys()].map((parent) => Int32Array.from(model.buckets.flatMap((bucket, index) => (bucket.parent === parent ? [index] : [])))),
    need,
    hasPreferred: Uint8Array.from(columns, (column) => (column.preferred ? 1 : 0)),
    missingCost: Float64Array.from(columns, (column) => (column.wantsPreferred ? weights[LEVEL.preferredMissing]! : 0)),
    dummyCost: Float64Array.from(columns, (_, column) => unitCost(model, weights, column, -1)),
    others: candidatesOf(model, weights, false),
    preferred: candidatesOf(model, weights, true),
    firstUnit,
    unitColumn,
    totalWeight: weights[LEVEL.totals]!,
    unfilledWeight: weights[LEVEL.unfilled]!,
  };
}

/** Cost of a unit apart from squares: it is not a preferred person's, it is a change. `person` -1 = open. */
export function unitCost(model: FlowModel, weights: Float64Array, column: number, person: number): number {
  const { preferred } = model.columns[column]!;
  const other = preferred && preferred[person] !== 1 ? weights[LEVEL.others]! : 0;
  return other + (isChange(model, column, person) ? weights[model.changesLevel!]! : 0);
}

function candidatesOf(model: FlowModel, weights: Float64Array, preferred: boolean): Candidates {
  const buckets = model.buckets.length;
  const start = new Int32Array(model.columns.length + 1);
  const leaves: number[] = [];
  const costs: number[] = [];
  model.columns.forEach((column, index) => {
    for (let person = 0; person < model.people; person += 1) {
      if (column.available[person] !== 1 || (column.preferred !== null && column.preferred[person] === 1) !== preferred) continue;
      leaves.push(column.bucket < 0 ? person : model.people + person * buckets + column.bucket);
      costs.push(unitCost(model, weights, index, person));
    }
    start[index + 1] = leaves.length;
  });
  return { start, list: Int32Array.from(leaves), cost: Float64Array.from(costs) };
}
