import { checkCertificate, exactWeights, LEVEL, solveFlow, solveFlowInSlices, type FlowModel } from '../../../src/kernel/solver';
import { bruteFlow, costOf, tinyFlow } from '../../support/tiny-flows';

const available = (...people: readonly number[]): Uint8Array => Uint8Array.from(people);
const column = (people: Uint8Array, more: Partial<FlowModel['columns'][number]> = {}): FlowModel['columns'][number] => ({ bucket: -1, need: 1, available: people, preferred: null, wantsPreferred: false, ...more });
const flat = (people: number, columns: FlowModel['columns'], more: Partial<FlowModel> = {}): FlowModel => ({
  people,
  buckets: [],
  totals: new Int32Array(people),
  counts: new Int32Array(0),
  capacity: new Int32Array(people).fill(columns.length),
  columns,
  ...more,
});
const solve = (model: FlowModel): readonly (readonly number[])[] => solveFlow(model, exactWeights(model)!).assigned;

describe('the optimum', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('of tiny models of every shape, as found by trying everything (hundred %i)', (hundred) => {
    for (let seed = hundred * 100; seed < hundred * 100 + 100; seed += 1) {
      const model = tinyFlow(seed);
      const solution = solveFlow(model, exactWeights(model)!);
      const levels = checkCertificate(model, solution);
      const best = bruteFlow(model);
      expect({ seed, cost: costOf(model, solution.assigned), certified: levels }).toEqual({ seed, cost: best, certified: best });
    }
  });
});

describe('what is distributed', () => {
  test('totals even out history', () => {
    const assigned = solve(flat(2, [column(available(1, 1)), column(available(1, 1)), column(available(1, 1))], { totals: Int32Array.of(3, 0) }));
    expect(assigned).toEqual([[1], [1], [1]]);
  });

  test('a unit that nobody can take stays open', () => {
    expect(solve(flat(2, [column(available(0, 0)), column(available(1, 0))]))).toEqual([[-1], [0]]);
  });

  test('without people everything stays open', () => {
    expect(solve(flat(0, [column(available(), { need: 2 })]))).toEqual([[-1, -1]]);
  });

  test('two units of a column go to two people, an open one stands last', () => {
    expect(solve(flat(3, [column(available(0, 1, 1), { need: 2 }), column(available(0, 0, 1), { need: 2 })]))).toEqual([[1, 2], [2, -1]]);
  });

  test('capacity is a limit of the person', () => {
    const assigned = solve(flat(2, [column(available(1, 0)), column(available(1, 0)), column(available(1, 1))], { capacity: Int32Array.of(1, 3) }));
    expect(assigned.flat().filter((person) => person === 0)).toHaveLength(1);
    expect(assigned.flat().filter((person) => person === -1)).toHaveLength(1);
  });

  test('a bucket without a level only limits', () => {
    const inBucket = column(available(1, 1), { bucket: 0 });
    const model = flat(2, [inBucket, inBucket, inBucket], { totals: Int32Array.of(0, 9), buckets: [{ parent: -1, level: null, limit: 1 }], counts: new Int32Array(2) });
    expect(solve(model).flat().sort()).toEqual([-1, 0, 1]);
  });

  test('the lower level decides between equals only', () => {
    const buckets = [{ parent: -1, level: LEVEL.second, limit: null }] as const;
    const model = flat(2, [column(available(1, 1), { bucket: 0 })], { buckets, counts: Int32Array.of(5, 0) });
    expect(solve(model)).toEqual([[1]]);
    expect(solve({ ...model, totals: Int32Array.of(0, 1) })).toEqual([[0]]);
  });

  test('a preferred person is taken although others have less', () => {
    const wanted = column(available(1, 1), { preferred: available(1, 0), wantsPreferred: true });
    expect(solve(flat(2, [wanted], { totals: Int32Array.of(4, 0) }))).toEqual([[0]]);
    // but not where he is not wanted any more
    expect(solve(flat(2, [{ ...wanted, wantsPreferred: false }], { totals: Int32Array.of(4, 0) }))).toEqual([[1]]);
  });

  test('one preferred person on a day with two units is enough', () => {
    const wanted = column(available(1, 1, 1), { need: 2, preferred: available(1, 1, 0), wantsPreferred: true });
    expect(solve(flat(3, [wanted], { totals: Int32Array.of(4, 5, 0) }))).toEqual([[0, 2]]);
  });
});

test('in slices the same comes out, and the columns done are told', () => {
  const model = flat(3, Array.from({ length: 70 }, () => column(available(1, 1, 1))));
  const slices = solveFlowInSlices(model, exactWeights(model)!);
  const told: number[] = [];
  let step = slices.next();
  for (; !step.done; step = slices.next()) told.push(step.value);
  expect(told).toEqual([32, 64]);
  expect(step.value.assigned).toEqual(solve(model));
});

test('models are not changed', () => {
  const model = tinyFlow(5);
  const copy = structuredClone(model);
  solveFlow(model, exactWeights(model)!);
  expect(model).toEqual(copy);
});
