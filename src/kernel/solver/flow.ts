/**
 * Exact solver: successive shortest paths with potentials, columns added one after the other, each unit by a backward
 * Dijkstra from its column to the source. The graph is implicit; nothing is allocated in the loops.
 */
import { NodeHeap } from './heap';
import { LEVEL, nodeNumbers, type FlowModel, type FlowSolution } from './model';

/** Columns between two yields. */
const SLICE = 32;

/** As `solveFlow`, in slices that can be cancelled: yields the number of columns done. */
export function* solveFlowInSlices(model: FlowModel, weights: Float64Array): Generator<number, FlowSolution> {
  const solver = new FlowSolver(model, weights);
  for (let column = 0; column < model.columns.length; column += 1) {
    solver.add(column);
    if (column % SLICE === SLICE - 1) yield column + 1;
  }
  return solver.solution();
}

/** The lexicographically cheapest assignment; unfilled units go to the dummy. `weights` from `levelWeights`. */
export function solveFlow(model: FlowModel, weights: Float64Array): FlowSolution {
  const slices = solveFlowInSlices(model, weights);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

class FlowSolver {
  readonly #people: number;
  readonly #buckets: number;
  readonly #dummy: number;
  readonly #source: number;
  readonly #base: number;
  /** Units per person and per bucket so far. */
  readonly #given: Int32Array;
  readonly #inBucket: Int32Array;
  /** Units: slots of columns; the leaf node that serves each, -1 = none yet; lists of units per leaf node. */
  readonly #firstUnit: Int32Array;
  readonly #unitLeaf: Int32Array;
  readonly #unitColumn: Int32Array;
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** Units that came through the entrance for others, per column. */
  readonly #throughOthers: Int32Array;
  readonly #throughPreferred: Int32Array;
  readonly #children: Int32Array[];
  readonly #tops: Int32Array;
  readonly #potentials: Float64Array;
  readonly #distance: Float64Array;
  readonly #toward: Int32Array;
  readonly #seen: Int32Array;
  readonly #done: Int32Array;
  readonly #touched: Int32Array;
  readonly #heap: NodeHeap;
  #round = 0;
  #touchedCount = 0;

  constructor(
    private readonly model: FlowModel,
    private readonly weights: Float64Array,
  ) {
    const numbers = nodeNumbers(model);
    const units = model.columns.reduce((sum, column) => sum + column.need, 0);
    this.#people = model.people;
    this.#buckets = model.buckets.length;
    this.#dummy = numbers.dummy;
    this.#source = numbers.source;
    this.#base = numbers.source + 1;
    this.#given = new Int32Array(model.people);
    this.#inBucket = new Int32Array(model.people * this.#buckets);
    this.#firstUnit = new Int32Array(model.columns.length + 1);
    model.columns.forEach((column, index) => {
      this.#firstUnit[index + 1] = this.#firstUnit[index]! + column.need;
    });
    this.#unitLeaf = new Int32Array(units).fill(-1);
    this.#unitColumn = new Int32Array(units);
    model.columns.forEach((column, index) => this.#unitColumn.fill(index, this.#firstUnit[index]!, this.#firstUnit[index]! + column.need));
    this.#head = new Int32Array(this.#source).fill(-1);
    this.#next = new Int32Array(units).fill(-1);
    this.#previous = new Int32Array(units).fill(-1);
    this.#throughOthers = new Int32Array(model.columns.length);
    this.#throughPreferred = new Int32Array(model.columns.length);
    const childrenOf = (parent: number): Int32Array => Int32Array.from(model.buckets.flatMap((bucket, index) => (bucket.parent === parent ? [index] : [])));
    this.#children = model.buckets.map((_, index) => childrenOf(index));
    this.#tops = childrenOf(-1);
    this.#potentials = new Float64Array(numbers.count);
    this.#distance = new Float64Array(numbers.count);
    this.#toward = new Int32Array(numbers.count);
    this.#seen = new Int32Array(numbers.count);
    this.#done = new Int32Array(numbers.count);
    this.#touched = new Int32Array(numbers.count);
    this.#heap = new NodeHeap(4 * numbers.count + 64);
  }

  /** Cost of one more unit in a person's total; infinite at his capacity. */
  #totalCost(person: number, given: number): number {
    return given >= this.model.capacity[person]! ? Infinity : this.weights[LEVEL.totals]! * (2 * (this.model.totals[person]! + given) + 1);
  }

  #bucketCost(at: number, count: number): number {
    return this.weights[this.model.buckets[at % this.#buckets]!.level]! * (2 * (this.model.counts[at]! + count) + 1);
  }

  /** Cost of the unit that follows `through` units in the entrance for others. */
  #entranceCost(column: number, through: number): number {
    const { wantsPreferred, need } = this.model.columns[column]!;
    return wantsPreferred && through === need - 1 ? this.weights[LEVEL.preferredMissing]! : 0;
  }

  #otherCost(column: number): number {
    return this.model.columns[column]!.preferred ? this.weights[LEVEL.others]! : 0;
  }

  #leafOf(person: number, bucket: number): number {
    return bucket < 0 ? person : this.#people + person * this.#buckets + bucket;
  }

  #personOf(leaf: number): number {
    return leaf < this.#people ? leaf : Math.floor((leaf - this.#people) / this.#buckets);
  }

  #serves(leaf: number, column: number): boolean {
    for (let unit = this.#firstUnit[column]!; unit < this.#firstUnit[column + 1]!; unit += 1) if (this.#unitLeaf[unit] === leaf) return true;
    return false;
  }

  /** Assigns all units of a column; columns are added in order. */
  add(column: number): void {
    this.#open(column);
    for (let unit = 0; unit < this.model.columns[column]!.need; unit += 1) {
      this.#search(column);
      this.#augment(column);
    }
  }

  /** Potentials of the column's nodes, as low as its arcs allow. */
  #open(column: number): void {
    const { bucket, available, preferred } = this.model.columns[column]!;
    const potentials = this.#potentials;
    const node = this.#base + 3 * column;
    const otherCost = this.#otherCost(column);
    let others = potentials[this.#dummy]! + otherCost;
    let liaisons = Infinity;
    for (let person = 0; person < this.#people; person += 1) {
      if (available[person] === 0) continue;
      const value = potentials[this.#leafOf(person, bucket)]!;
      if (preferred && preferred[person] === 1) liaisons = Math.min(liaisons, value);
      else others = Math.min(others, value + otherCost);
    }
    const entry = Math.min(others + this.#entranceCost(column, 0), liaisons);
    potentials[node] = entry;
    potentials[node + 1] = others;
    // nobody preferred: no arc leads there, any number that keeps the arc to the column at zero or above will do
    potentials[node + 2] = liaisons === Infinity ? entry : liaisons;
  }

  #reach(node: number, distance: number, toward: number): void {
    if (this.#seen[node] !== this.#round) {
      this.#seen[node] = this.#round;
      this.#touched[this.#touchedCount] = node;
      this.#touchedCount += 1;
    } else if (distance >= this.#distance[node]! || this.#done[node] === this.#round) return;
    this.#distance[node] = distance;
    this.#toward[node] = toward;
    this.#heap.push(distance, node);
  }

  /** Backward Dijkstra from a column until the source is reached; then the potentials are raised. */
  #search(column: number): void {
    this.#round += 1;
    this.#touchedCount = 0;
    this.#heap.clear();
    this.#reach(this.#base + 3 * column, 0, -1);
    const done = this.#done;
    for (;;) {
      // the dummy always leads to the source, so that the heap cannot run empty
      const node = this.#heap.pop();
      if (done[node] === this.#round) continue;
      done[node] = this.#round;
      if (node === this.#source) break;
      this.#expand(node, this.#distance[node]!);
    }
    const length = this.#distance[this.#source]!;
    for (let index = 0; index < this.#touchedCount; index += 1) {
      const node = this.#touched[index]!;
      const distance = this.#distance[node]!;
      if (distance < length) this.#potentials[node]! += length - distance;
    }
  }

  /** Residual arcs that lead into `node`. */
  #expand(node: number, distance: number): void {
    if (node >= this.#base) this.#expandColumn(node, distance);
    else if (node === this.#dummy) {
      this.#arc(this.#source, node, this.weights[LEVEL.unfilled]!, distance);
      this.#expandUnits(node, distance);
    } else if (node < this.#people) {
      this.#arc(this.#source, node, this.#totalCost(node, this.#given[node]!), distance);
      const first = this.#people + node * this.#buckets;
      for (const top of this.#tops) this.#undo(first + top, node, distance);
      this.#expandUnits(node, distance);
    } else {
      const at = node - this.#people;
      const bucket = at % this.#buckets;
      const first = node - bucket;
      const parent = this.model.buckets[bucket]!.parent;
      this.#arc(parent < 0 ? this.#personOf(node) : first + parent, node, this.#bucketCost(at, this.#inBucket[at]!), distance);
      for (const child of this.#children[bucket]!) this.#undo(first + child, node, distance);
      this.#expandUnits(node, distance);
    }
  }

  /** Arc `from` -> `node` of a cost. */
  #arc(from: number, node: number, cost: number, distance: number): void {
    if (cost === Infinity || this.#done[from] === this.#round) return;
    const reduced = cost + this.#potentials[from]! - this.#potentials[node]!;
    this.#reach(from, distance + (reduced > 0 ? reduced : 0), node);
  }

  /** Arc back from a bucket to what stands above it, if it holds a unit. */
  #undo(bucket: number, above: number, distance: number): void {
    const at = bucket - this.#people;
    const count = this.#inBucket[at]!;
    if (count > 0) this.#arc(bucket, above, -this.#bucketCost(at, count - 1), distance);
  }

  /** Arcs back from the columns that a leaf serves. */
  #expandUnits(leaf: number, distance: number): void {
    for (let unit = this.#head[leaf]!; unit >= 0; unit = this.#next[unit]!) {
      const column = this.#unitColumn[unit]!;
      const entrance = this.#entrance(leaf, column);
      const cost = entrance === 1 ? this.#otherCost(column) : 0;
      this.#arc(this.#base + 3 * column + entrance, leaf, -cost, distance);
    }
  }

  /** 1 = others, 2 = preferred. */
  #entrance(leaf: number, column: number): 1 | 2 {
    const { preferred } = this.model.columns[column]!;
    return preferred && leaf !== this.#dummy && preferred[this.#personOf(leaf)] === 1 ? 2 : 1;
  }

  #expandColumn(node: number, distance: number): void {
    const column = Math.floor((node - this.#base) / 3);
    const port = (node - this.#base) % 3;
    const { bucket, available, preferred, need } = this.model.columns[column]!;
    const first = node - port;
    if (port === 0) {
      if (this.#throughOthers[column]! < need) this.#arc(first + 1, first, this.#entranceCost(column, this.#throughOthers[column]!), distance);
      if (preferred) this.#arc(first + 2, first, 0, distance);
      return;
    }
    if (port === 1 && this.#throughOthers[column]! > 0) this.#arc(first, node, -this.#entranceCost(column, this.#throughOthers[column]! - 1), distance);
    if (port === 2 && this.#throughPreferred[column]! > 0) this.#arc(first, node, 0, distance);
    const cost = port === 1 ? this.#otherCost(column) : 0;
    for (let person = 0; person < this.#people; person += 1) {
      if (available[person] === 0 || (preferred !== null && preferred[person] === 1) !== (port === 2)) continue;
      const leaf = this.#leafOf(person, bucket);
      if (!this.#serves(leaf, column)) this.#arc(leaf, node, cost, distance);
    }
    if (port === 1) this.#arc(this.#dummy, node, cost, distance);
  }

  /** Pushes one unit from the source to the column along the path found: first what is given up, then what is taken. */
  #augment(column: number): void {
    const end = this.#base + 3 * column;
    for (let node = this.#source; node !== end; node = this.#toward[node]!) {
      const to = this.#toward[node]!;
      if (node >= this.#base) this.#passColumn(node, to);
      else if (node === this.#source) {
        if (to !== this.#dummy) this.#given[to]! += 1;
      } else if (to < this.#base) this.#moveBetween(node, to);
    }
    for (let node = this.#source; node !== end; node = this.#toward[node]!) {
      const to = this.#toward[node]!;
      if (node < this.#source && to >= this.#base) this.#take(node, Math.floor((to - this.#base) / 3));
    }
  }

  #passColumn(node: number, to: number): void {
    const column = Math.floor((node - this.#base) / 3);
    const port = (node - this.#base) % 3;
    if (to < this.#base) this.#release(to, column);
    else if (port === 0) this.#count((to - this.#base) % 3, column, -1);
    else this.#count(port, column, 1);
  }

  /** Flow between a person, his buckets and back: down adds to the lower one, up takes from it. */
  #moveBetween(from: number, to: number): void {
    const up = from >= this.#people && this.#parentOf(from) === to;
    if (up) this.#inBucket[from - this.#people]! -= 1;
    else this.#inBucket[to - this.#people]! += 1;
  }

  #parentOf(node: number): number {
    const bucket = (node - this.#people) % this.#buckets;
    const parent = this.model.buckets[bucket]!.parent;
    return parent < 0 ? this.#personOf(node) : node - bucket + parent;
  }

  #count(entrance: number, column: number, change: number): void {
    if (entrance === 1) this.#throughOthers[column]! += change;
    else this.#throughPreferred[column]! += change;
  }

  /** The leaf gives up its unit of the column. */
  #release(leaf: number, column: number): void {
    let unit = this.#firstUnit[column]!;
    while (this.#unitLeaf[unit] !== leaf) unit += 1;
    const next = this.#next[unit]!;
    const previous = this.#previous[unit]!;
    if (previous >= 0) this.#next[previous] = next;
    else this.#head[leaf] = next;
    if (next >= 0) this.#previous[next] = previous;
    this.#unitLeaf[unit] = -1;
  }

  /** The leaf takes a free unit of the column. */
  #take(leaf: number, column: number): void {
    let unit = this.#firstUnit[column]!;
    while (this.#unitLeaf[unit] !== -1) unit += 1;
    this.#unitLeaf[unit] = leaf;
    const head = this.#head[leaf]!;
    this.#next[unit] = head;
    this.#previous[unit] = -1;
    if (head >= 0) this.#previous[head] = unit;
    this.#head[leaf] = unit;
  }

  solution(): FlowSolution {
    const assigned = this.model.columns.map((_, column) => {
      const people: number[] = [];
      for (let unit = this.#firstUnit[column]!; unit < this.#firstUnit[column + 1]!; unit += 1) {
        const leaf = this.#unitLeaf[unit]!;
        people.push(leaf === this.#dummy ? -1 : this.#personOf(leaf));
      }
      return people.sort((a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b);
    });
    return { assigned, potentials: this.#potentials, weights: this.weights };
  }
}
