import { cases, checkCertificate, checkProof, exactWeights, solveFlow, type Clash, type FlowModel, type ProofTree } from '../../../src/kernel/solver';
import { bruteFlow, compare, tinyFlow } from '../../support/tiny-flows';

const neighbours: Clash = (column, other) => Math.abs(column - other) < 2;

const leaf = (model: FlowModel): ProofTree => ({ solution: solveFlow(model, exactWeights(model)!) });
const split = (model: FlowModel, person: number, column: number): ProofTree => {
  const { without, having } = cases(model, neighbours, person, column);
  return { person, column, without: leaf(without), having: leaf(having) };
};

test('the two cases: without the column, and without those that clash with it', () => {
  const model: FlowModel = { ...tinyFlow(1), people: 1, buckets: [], counts: new Int32Array(0), columns: [0, 1, 2, 3].map((_, column) => ({ bucket: -1, need: 1, available: Uint8Array.of(column === 3 ? 0 : 1), preferred: null, wantsPreferred: false })) };
  const free = ({ columns }: FlowModel): readonly number[] => columns.map(({ available }) => available[0]!);
  const { without, having } = cases(model, neighbours, 0, 1);
  expect(free(without)).toEqual([1, 0, 1, 0]);
  expect(free(having)).toEqual([0, 1, 0, 0]);
  expect(free(model)).toEqual([1, 1, 1, 0]);
});

test('a proof by cases bounds every assignment without clashes, the more cases the tighter', () => {
  let raised = 0;
  let met = 0;
  for (let seed = 2000; seed < 2300; seed += 1) {
    const model = tinyFlow(seed);
    const best = bruteFlow(model, neighbours);
    const relaxed = checkProof(model, neighbours, leaf(model))!;
    const bound = checkProof(model, neighbours, split(model, 0, 0))!;
    expect(compare(relaxed, bound)).toBeLessThanOrEqual(0);
    expect(compare(bound, best)).toBeLessThanOrEqual(0);
    if (compare(relaxed, bound) < 0) raised += 1;
    if (compare(bound, best) === 0) met += 1;
  }
  expect(raised).toBeGreaterThan(10);
  expect(met).toBeGreaterThan(50);
});

test('one flow that proves nothing spoils the proof', () => {
  const model = tinyFlow(2001);
  const { without, having } = cases(model, neighbours, 0, 0);
  const broken = (tree: FlowModel): ProofTree => {
    const solution = solveFlow(tree, exactWeights(tree)!);
    return { solution: { ...solution, potentials: solution.potentials.map(() => NaN) } };
  };
  expect(checkCertificate(model, solveFlow(model, exactWeights(model)!))).not.toBeNull();
  expect(checkProof(model, neighbours, { person: 0, column: 0, without: leaf(without), having: leaf(having) })).not.toBeNull();
  expect(checkProof(model, neighbours, { person: 0, column: 0, without: broken(without), having: leaf(having) })).toBeNull();
  expect(checkProof(model, neighbours, { person: 0, column: 0, without: leaf(without), having: broken(having) })).toBeNull();
});

test('a case left out is found: the flow of one case does not prove the other', () => {
  let refused = 0;
  for (let seed = 2000; seed < 2100; seed += 1) {
    const model = tinyFlow(seed);
    const { having } = cases(model, neighbours, 0, 0);
    const tree: ProofTree = { person: 0, column: 0, without: leaf(having), having: leaf(having) };
    const bound = checkProof(model, neighbours, tree);
    if (bound) expect(compare(bound, bruteFlow(model, neighbours))).toBeLessThanOrEqual(0);
    else refused += 1;
  }
  expect(refused).toBeGreaterThan(20);
});
