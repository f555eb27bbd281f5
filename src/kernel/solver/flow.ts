/**
 * Exact solver: successive shortest paths with potentials, columns added one after the other, each unit by a backward
 * Dijkstra from its column to the source. The graph is implicit (network.ts); nothing is allocated in the loops. The hot
 * code is plain functions over typed arrays in one closure, several times faster than methods over private fields.
 */
import { NodeHeap } from './heap';
import type { FlowModel, FlowSolution } from './model';
import { buildNetwork, unitCost, type Candidates } from './network';

/** Columns between two yields. */
const SLICE = 32;

/** As `solveFlow`, in slices that can be cancelled: yields the number of columns done. */
export function* solveFlowInSlices(model: FlowModel, weights: Float64Array): Generator<number, FlowSolution> {
  const solver = createSolver(model, weights);
  for (let column = 0; column < model.columns.length; column += 1) {
    solver.add(column);
    if (column % SLICE === SLICE - 1) yield column + 1;
  }
  return solver.solution();
}

/** The lexicographically cheapest assignment; unfilled units go to the dummy. `weights` from `exactWeights`. */
export function solveFlow(model: FlowModel, weights: Float64Array): FlowSolution {
  const slices = solveFlowInSlices(model, weights);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

/** The solver's state: units by leaf, and the search. */
function createSolver(model: FlowModel, weights: Float64Array): { add(column: number): void; solution(): FlowSolution } {
  const network = buildNetwork(model, weights);
  // bindings of their own: the loops below read them millions of times
  const { people, bucketCount, dummy, source, base, nodeCount, held, heldLimit, inBucket, bucketFloor, bucketLimit, bucketWeight, parentOf, childrenOf } = network;
  const { need, hasPreferred, missingCost, dummyCost, others, preferred, firstUnit, unitColumn, totalWeight, unfilledWeight } = network;
  const unitLeaf = new Int32Array(unitColumn.length).fill(-1);
  const unitPaid = new Float64Array(unitColumn.length);
  const throughOthers = new Int32Array(need.length);
  const throughPreferred = new Int32Array(need.length);
  // units of a leaf as a linked list
  const head = new Int32Array(source).fill(-1);
  const next = new Int32Array(unitColumn.length).fill(-1);
  const previous = new Int32Array(unitColumn.length).fill(-1);

  // search state
  const potentials = new Float64Array(nodeCount);
  const distance = new Float64Array(nodeCount);
  const toward = new Int32Array(nodeCount);
  const seen = new Int32Array(nodeCount);
  const done = new Int32Array(nodeCount);
  const touched = new Int32Array(nodeCount);
  const stack = new Int32Array(nodeCount);
  const heap = new NodeHeap(4 * nodeCount + 64);
  let round = 0;
  let touchedCount = 0;
  let stackSize = 0;
  /** Length of the best path to the source so far. */
  let limit = Infinity;

  // an empty flow leaves only the arcs downwards; histories below zero make some of them cheaper than nothing
  for (let person = 0; person < people; person += 1) {
    potentials[person] = Math.min(0, totalWeight * (2 * held[person]! + 1));
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      const position = person * bucketCount + bucket;
      const parent = parentOf[bucket]!;
      const above = potentials[parent < 0 ? person : people + person * bucketCount + parent]!;
      potentials[people + position] = Math.min(0, above + bucketWeight[bucket]! * (2 * inBucket[position]! + 1));
    }
  }

  const personOf = (leaf: number): number => (leaf < people ? leaf : Math.floor((leaf - people) / bucketCount));

  /** Entrance of a leaf into a column: 0 = the column itself (nobody preferred), 1 = others, 2 = preferred. */
  function entranceOf(leaf: number, column: number): number {
    if (hasPreferred[column] === 0) return 0;
    return leaf !== dummy && model.columns[column]!.preferred![personOf(leaf)] === 1 ? 2 : 1;
  }

  function serves(leaf: number, column: number): boolean {
    const end = firstUnit[column + 1]!;
    for (let unit = firstUnit[column]!; unit < end; unit += 1) if (unitLeaf[unit] === leaf) return true;
    return false;
  }

  /** Residual arc `from` -> `node` of a cost; `at` is the distance of `node`. */
  function arc(from: number, node: number, cost: number, at: number): void {
    if (done[from] === round) return;
    const reduced = cost + potentials[from]! - potentials[node]!;
    const length = at + reduced;
    // as far as the source is already: neither the path nor a potential depends on it
    if (length >= limit) return;
    if (from === source) limit = length;
    if (seen[from] !== round) {
      seen[from] = round;
      touched[touchedCount] = from;
      touchedCount += 1;
    } else if (length >= distance[from]!) return;
    distance[from] = length;
    toward[from] = node;
    // what is as near as the node in hand is looked at next, depth first: it often leads straight to the source
    if (length === at && stackSize < stack.length) {
      stack[stackSize] = from;
      stackSize += 1;
    } else heap.push(length, from);
  }

  function expandUnits(leaf: number, at: number): void {
    for (let unit = head[leaf]!; unit >= 0; unit = next[unit]!) {
      const column = unitColumn[unit]!;
      const entrance = entranceOf(leaf, column);
      arc(base + 3 * column + entrance, leaf, -unitPaid[unit]!, at);
    }
  }

  function expandBelow(first: number, children: Int32Array, above: number, at: number): void {
    for (let index = 0; index < children.length; index += 1) {
      const bucket = children[index]!;
      const position = first + bucket;
      const count = inBucket[position]!;
      if (count > bucketFloor[position]!) arc(people + position, above, -bucketWeight[bucket]! * (2 * count - 1), at);
    }
  }

  function expandColumn(node: number, at: number): void {
    const column = Math.floor((node - base) / 3);
    const port = node - base - 3 * column;
    const columnNode = node - port;
    if (port === 0 && hasPreferred[column] === 1) {
      if (throughOthers[column]! < need[column]!) arc(columnNode + 1, columnNode, throughOthers[column] === need[column]! - 1 ? missingCost[column]! : 0, at);
      arc(columnNode + 2, columnNode, 0, at);
      return;
    }
    if (port === 1 && throughOthers[column]! > 0) arc(columnNode, node, throughOthers[column] === need[column]! ? -missingCost[column]! : 0, at);
    if (port === 2 && throughPreferred[column]! > 0) arc(columnNode, node, 0, at);
    const { start, list, cost } = port === 2 ? preferred : others;
    const end = start[column + 1]!;
    const level = at - potentials[node]!;
    // most candidates are too far: looked at here, before `arc` is called
    for (let index = start[column]!; index < end; index += 1) {
      const leaf = list[index]!;
      const length = level + cost[index]! + potentials[leaf]!;
      if (length >= limit || (seen[leaf] === round && length >= distance[leaf]!) || serves(leaf, column)) continue;
      arc(leaf, node, cost[index]!, at);
    }
    if (port !== 2) arc(dummy, node, dummyCost[column]!, at);
  }

  function expand(node: number, at: number): void {
    if (node >= base) expandColumn(node, at);
    else if (node === dummy) {
      arc(source, node, unfilledWeight, at);
      expandUnits(node, at);
    } else if (node < people) {
      if (held[node]! < heldLimit[node]!) arc(source, node, totalWeight * (2 * held[node]! + 1), at);
      expandUnits(node, at);
      expandBelow(node * bucketCount, childrenOf[0]!, node, at);
    } else {
      const position = node - people;
      const person = Math.floor(position / bucketCount);
      const first = person * bucketCount;
      const bucket = position - first;
      const parent = parentOf[bucket]!;
      expandUnits(node, at);
      expandBelow(first, childrenOf[bucket + 1]!, node, at);
      // the way up last, so that it is followed first
      if (inBucket[position]! < bucketLimit[position]!) arc(parent < 0 ? person : people + first + parent, node, bucketWeight[bucket]! * (2 * inBucket[position]! + 1), at);
    }
  }

  /** Backward Dijkstra from a column until the source is reached; then the potentials are raised. */
  function search(column: number): void {
    round += 1;
    touchedCount = 0;
    stackSize = 0;
    heap.clear();
    const start = base + 3 * column;
    seen[start] = round;
    touched[0] = start;
    touchedCount = 1;
    distance[start] = 0;
    toward[start] = -1;
    stack[0] = start;
    stackSize = 1;
    limit = Infinity;
    for (;;) {
      let node: number;
      if (stackSize > 0) {
        stackSize -= 1;
        node = stack[stackSize]!;
      } else node = heap.pop(); // the dummy always leads to the source, so that the heap cannot run empty
      if (distance[node]! >= limit) break;
      if (done[node] === round) continue;
      done[node] = round;
      expand(node, distance[node]!);
    }
    for (let index = 0; index < touchedCount; index += 1) {
      const node = touched[index]!;
      if (distance[node]! < limit) potentials[node]! += limit - distance[node]!;
    }
  }

  /** Potentials of a new column's nodes, as low as its arcs allow. */
  function open(column: number): void {
    const node = base + 3 * column;
    const lowest = ({ start, list, cost }: Candidates): number => {
      let value = Infinity;
      for (let index = start[column]!; index < start[column + 1]!; index += 1) value = Math.min(value, potentials[list[index]!]! + cost[index]!);
      return value;
    };
    const entry = Math.min(lowest(others), potentials[dummy]! + dummyCost[column]!);
    if (hasPreferred[column] === 0) {
      potentials[node] = entry;
      return;
    }
    const best = lowest(preferred);
    const direct = entry + (need[column] === 1 ? missingCost[column]! : 0);
    potentials[node] = Math.min(direct, best);
    potentials[node + 1] = entry;
    // no preferred person is free: no arc leads there, any number that keeps the arc to the column at zero or above will do
    potentials[node + 2] = best === Infinity ? direct : best;
  }

  /** Pushes one unit from the source to the column along the path found: first what is given up, then what is taken. */
  function augment(column: number): void {
    const end = base + 3 * column;
    for (let node = source; node !== end; node = toward[node]!) {
      const to = toward[node]!;
      if (node >= base) passColumn(node, to);
      else if (node === source) {
        if (to !== dummy) held[to]! += 1;
      } else if (to < base) moveBetween(node, to);
    }
    for (let node = source; node !== end; node = toward[node]!) {
      const to = toward[node]!;
      if (node < source && to >= base) take(node, Math.floor((to - base) / 3));
    }
  }

  function passColumn(node: number, to: number): void {
    const column = Math.floor((node - base) / 3);
    const port = node - base - 3 * column;
    if (to < base) release(to, column);
    else {
      const entrance = port === 0 ? to - base - 3 * column : port;
      const change = port === 0 ? -1 : 1;
      if (entrance === 1) throughOthers[column]! += change;
      else throughPreferred[column]! += change;
    }
  }

  /** Flow between a person, his buckets and back: down adds to the lower one, up takes from it. */
  function moveBetween(from: number, to: number): void {
    if (from >= people) {
      const position = from - people;
      const person = Math.floor(position / bucketCount);
      const parent = parentOf[position - person * bucketCount]!;
      if (to === (parent < 0 ? person : people + person * bucketCount + parent)) {
        inBucket[position]! -= 1;
        return;
      }
    }
    inBucket[to - people]! += 1;
  }

  function release(leaf: number, column: number): void {
    let unit = firstUnit[column]!;
    while (unitLeaf[unit] !== leaf) unit += 1;
    const after = next[unit]!;
    const before = previous[unit]!;
    if (before >= 0) next[before] = after;
    else head[leaf] = after;
    if (after >= 0) previous[after] = before;
    unitLeaf[unit] = -1;
  }

  function take(leaf: number, column: number): void {
    let unit = firstUnit[column]!;
    while (unitLeaf[unit] !== -1) unit += 1;
    unitLeaf[unit] = leaf;
    unitPaid[unit] = unitCost(model, weights, column, leaf === dummy ? -1 : personOf(leaf));
    const first = head[leaf]!;
    next[unit] = first;
    previous[unit] = -1;
    if (first >= 0) previous[first] = unit;
    head[leaf] = unit;
  }

  return {
    add: (column) => {
      open(column);
      for (let unit = 0; unit < need[column]!; unit += 1) {
        search(column);
        augment(column);
      }
    },
    solution: () => ({
      assigned: model.columns.map((_, column) =>
        Array.from({ length: need[column]! }, (_unit, unit) => {
          const leaf = unitLeaf[firstUnit[column]! + unit]!;
          return leaf === dummy ? -1 : personOf(leaf);
        }).sort((a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b),
      ),
      potentials,
      weights,
    }),
  };
}
