import { checkCertificate, exactWeights, LEVEL, levelWeights, nodeNumbers, solveFlow, type FlowModel, type FlowSolution } from '../../../src/kernel/solver';
import { bruteFlow, compare, costOf, tinyFlow } from '../../support/tiny-flows';

/** Two people, one of them preferred on the first day; weekdays under a weekend with a limit. */
const model: FlowModel = {
  people: 2,
  buckets: [
    { parent: -1, level: LEVEL.third, limit: null },
    { parent: 0, level: LEVEL.second, limit: 2 },
  ],
  totals: Int32Array.of(3, 3),
  counts: Int32Array.of(1, 0, 1, 1),
  capacity: Int32Array.of(3, 2),
  columns: [
    { bucket: 1, need: 1, available: Uint8Array.of(1, 1), preferred: Uint8Array.of(1, 0), wantsPreferred: true },
    { bucket: 1, need: 1, available: Uint8Array.of(1, 1), preferred: null, wantsPreferred: false },
    { bucket: 0, need: 1, available: Uint8Array.of(0, 1), preferred: null, wantsPreferred: false },
    { bucket: -1, need: 2, available: Uint8Array.of(1, 0), preferred: null, wantsPreferred: false },
  ],
};
const solution = solveFlow(model, exactWeights(model)!);
const node = nodeNumbers(model);
const changed = (change: Partial<FlowSolution>): FlowSolution => ({ ...solution, ...change });
const potential = (at: number, by: number): FlowSolution => changed({ potentials: solution.potentials.map((value, index) => (index === at ? value + by : value)) });

test('the certificate of the solver holds, and its levels are those of the assignment', () => {
  expect(solution.assigned).toEqual([[0], [1], [1], [0, -1]]);
  expect(checkCertificate(model, solution)).toEqual(bruteFlow(model));
});

describe('an assignment that is not allowed is refused', () => {
  const table: readonly (readonly [string, readonly (readonly number[])[]])[] = [
    ['too few columns', [[0], [1], [1]]],
    ['a unit too few', [[0], [1], [1], [0]]],
    ['a unit too many', [[0, 1], [0], [1], [0, -1]]],
    ['somebody who is not available', [[0], [1], [0], [0, -1]]],
    ['nobody of that number', [[0], [1], [7], [0, -1]]],
    ['one person twice in a column', [[0], [1], [1], [0, 0]]],
    ['above capacity', [[1], [1], [1], [0, -1]]],
  ];
  test.each(table)('%s', (_, assigned) => {
    expect(checkCertificate(model, changed({ assigned }))).toBeNull();
  });

  test('above the limit of a bucket', () => {
    const low: FlowModel = { ...model, buckets: [model.buckets[0]!, { ...model.buckets[1]!, limit: 0 }] };
    expect(checkCertificate(low, solution)).toBeNull();
    expect(checkCertificate(low, solveFlow(low, exactWeights(low)!))).toEqual(bruteFlow(low));
  });
});

test('an assignment that costs more is refused, whatever levels it differs in', () => {
  let refused = 0;
  for (let seed = 1000; seed < 1300; seed += 1) {
    const tiny = tinyFlow(seed);
    const best = solveFlow(tiny, exactWeights(tiny)!);
    const first = tiny.columns.findIndex(({ available }, column) => best.assigned[column]!.some((person) => person >= 0) && available.some((free, person) => free === 1 && !best.assigned[column]!.includes(person)));
    if (first < 0) continue;
    const other = tiny.columns[first]!.available.findIndex((free, person) => free === 1 && !best.assigned[first]!.includes(person));
    const assigned = best.assigned.map((people, column) => (column === first ? [other, ...people.slice(1)] : people));
    const certified = checkCertificate(tiny, { ...best, assigned });
    // an exchange that costs nothing is as good
    if (certified) expect(compare(costOf(tiny, assigned), bruteFlow(tiny))).toBe(0);
    else refused += 1;
  }
  expect(refused).toBeGreaterThan(100);
});

describe('potentials that do not prove it are refused', () => {
  const top = solution.weights[LEVEL.unfilled]!;
  test.each<readonly [string, number]>([
    ['source', node.source],
    ['dummy', node.dummy],
    ['person 0', node.person(0)],
    ['person 1', node.person(1)],
    ['bucket', node.bucket(0, 1)],
    ['column', node.column(0)],
    ['entrance for others', node.others(0)],
    ['entrance for preferred people', node.preferred(0)],
    ['column without entrances', node.others(1)],
  ])('%s', (_, at) => {
    expect(checkCertificate(model, potential(at, top))).toBeNull();
    expect(checkCertificate(model, potential(at, -top))).toBeNull();
  });

  test.each([NaN, Infinity, -Infinity, 0.5, 2 ** 52])('%p is no potential', (value) => {
    expect(checkCertificate(model, changed({ potentials: solution.potentials.map((other, index) => (index === 0 ? value : other)) }))).toBeNull();
  });

  test('one too few', () => {
    expect(checkCertificate(model, changed({ potentials: solution.potentials.slice(1) }))).toBeNull();
  });
});

describe('weights that do not keep the levels apart are refused', () => {
  const weighted = (change: (weights: Float64Array) => void, on = model): FlowSolution => {
    const weights = Float64Array.from(exactWeights(on)!);
    change(weights);
    return solveFlow(on, weights);
  };
  const standing = model.columns.map((column, index) => (index < 2 ? { ...column, standing: Uint8Array.of(0, 1) } : column));
  const CHANGES: readonly number[] = [LEVEL.changesFirst, LEVEL.changesThen];
  test.each(Object.entries(LEVEL))('%s as small as what is below it', (_, level) => {
    const changesLevel = level === LEVEL.changesThen ? LEVEL.changesThen : LEVEL.changesFirst;
    const on: FlowModel = { ...model, columns: standing, changesLevel };
    const below = Object.values(LEVEL).find((other) => other > level && (!CHANGES.includes(other) || other === changesLevel));
    expect(checkCertificate(on, weighted(() => undefined, on))).toEqual(bruteFlow(on));
    expect(checkCertificate(on, weighted((weights) => (weights[level] = 1 / 2), on))).toBeNull();
    expect(checkCertificate(on, weighted((weights) => (weights[level] = below === undefined ? 0 : weights[below]!), on))).toBeNull();
  });

  test('the top beyond exact numbers', () => {
    expect(checkCertificate(model, weighted((weights) => (weights[LEVEL.unfilled] = 2 ** 52)))).toBeNull();
  });

  test('weights made for smaller counts', () => {
    expect(checkCertificate(model, solveFlow(model, levelWeights(model, 0)))).toBeNull();
    expect(checkCertificate(model, solveFlow(model, levelWeights(model, 6)))).toEqual(bruteFlow(model));
  });
});
