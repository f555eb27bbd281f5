/**
 * Fair distribution as a convex-cost flow: source -> person -> bucket -> … -> column. Each person has the same tree of
 * buckets; the cost of a person or bucket is the square of what stands in it (history included), at a level of its own.
 * Levels are compared one after the other, never added up. What nobody can take goes to a dummy person.
 */

/** Indices of the cost levels, most important first. */
export const LEVEL = { unfilled: 0, preferredMissing: 1, changesFirst: 2, totals: 3, changesThen: 4, second: 5, third: 6, others: 7 } as const;
export const LEVEL_COUNT = 8;

export interface Bucket {
  /** Bucket above, or -1 for the person himself. Parents come before their children. */
  readonly parent: number;
  /** Level at which the square of its count is charged; null = it only limits. */
  readonly level: typeof LEVEL.second | typeof LEVEL.third | null;
  /** Most units that one person may get in it (what he has already is not counted); null = no limit. */
  readonly limit: number | null;
}

/** Something to be covered by `need` different people. */
export interface FlowColumn {
  /** Bucket that a unit counts in, or -1: only in the person's total. */
  readonly bucket: number;
  readonly need: number;
  /** Per person, 1 = may take it. */
  readonly available: Uint8Array;
  /** Per person, 1 = preferred; null where nobody is. Every unit that is not a preferred person's counts in `LEVEL.others`. */
  readonly preferred: Uint8Array | null;
  /** If no preferred person takes a unit, `LEVEL.preferredMissing` counts one. */
  readonly wantsPreferred: boolean;
  /** Per person, 1 = stands here already; absent where nobody does. Every unit that is not such a person's is a change. */
  readonly standing?: Uint8Array;
}

export interface FlowModel {
  readonly people: number;
  readonly buckets: readonly Bucket[];
  /** Per person: what he has already (history and fixed units). */
  readonly totals: Int32Array;
  /** Per person and bucket (`person * buckets + bucket`). */
  readonly counts: Int32Array;
  /** Per person: most units he may get. */
  readonly capacity: Int32Array;
  readonly columns: readonly FlowColumn[];
  /** Where changes are charged; absent = nowhere. */
  readonly changesLevel?: typeof LEVEL.changesFirst | typeof LEVEL.changesThen;
}

/** Whether a unit of a column is a change: it is neither open nor anybody's who stands there. `person` -1 = open. */
export function isChange(model: FlowModel, column: number, person: number): boolean {
  const { standing } = model.columns[column]!;
  return model.changesLevel !== undefined && standing !== undefined && standing[person] !== 1;
}

export interface FlowSolution {
  /** Per column the people, `need` entries, ascending, -1 (unfilled) last. */
  readonly assigned: readonly (readonly number[])[];
  /** Node potentials: with them every residual arc has a reduced cost >= 0 (checked by `certificate.ts`). */
  readonly potentials: Float64Array;
  readonly weights: Float64Array;
}

/** Where a node stands in `potentials`. */
export interface NodeNumbers {
  person(person: number): number;
  bucket(person: number, bucket: number): number;
  readonly dummy: number;
  readonly source: number;
  column(column: number): number;
  /** Entrance of a column for people who are not preferred, and the dummy; the column itself where nobody is preferred. */
  others(column: number): number;
  preferred(column: number): number;
  readonly count: number;
}

export function nodeNumbers(model: FlowModel): NodeNumbers {
  const buckets = model.buckets.length;
  const dummy = model.people * (1 + buckets);
  return {
    person: (person) => person,
    bucket: (person, bucket) => model.people + person * buckets + bucket,
    dummy,
    source: dummy + 1,
    column: (column) => dummy + 2 + 3 * column,
    others: (column) => dummy + 2 + 3 * column + (model.columns[column]!.preferred ? 1 : 0),
    preferred: (column) => dummy + 4 + 3 * column,
    count: dummy + 2 + 3 * model.columns.length,
  };
}
