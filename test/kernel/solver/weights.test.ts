import { checkCertificate, exactWeights, LEVEL, levelWeights, solveFlow, withLowHistory, type FlowModel } from '../../../src/kernel/solver';

const tree: FlowModel['buckets'] = [
  { parent: -1, level: LEVEL.third, limit: null },
  { parent: 0, level: LEVEL.second, limit: null },
  { parent: 0, level: LEVEL.second, limit: null },
  { parent: -1, level: LEVEL.second, limit: null },
  { parent: -1, level: null, limit: 1 },
];
const office = (people: number, days: number, history: number, capacity: number): FlowModel => ({
  people,
  buckets: tree,
  totals: new Int32Array(people).fill(history),
  counts: new Int32Array(people * tree.length).fill(history),
  capacity: new Int32Array(people).fill(capacity),
  columns: Array.from({ length: days }, (_, day) => ({ bucket: 1 + (day % 3), need: 1, available: new Uint8Array(people).fill(1), preferred: null, wantsPreferred: false })),
});

test('each weight is above what the levels below can add up to', () => {
  const model = office(2, 3, 0, 3);
  // marginal 2*3+1 = 7; at most 3 people passed: third one arc, second three arcs each; totals two arcs
  expect([...levelWeights(model, 3)]).toEqual([15 * 64 * 22, 15 * 64 * 22, 15 * 64 * 22, 64 * 22, 64 * 22, 22, 1, 1]);
});

test('days with preferred people count in two levels', () => {
  const plain = office(2, 3, 0, 3);
  const model: FlowModel = { ...plain, columns: plain.columns.map((column, index) => (index < 2 ? { ...column, preferred: new Uint8Array(2), wantsPreferred: index === 0 } : column)) };
  const weights = levelWeights(model, 3);
  expect(weights[LEVEL.third]).toBe(3);
  expect(weights[LEVEL.unfilled]).toBe(3 * weights[LEVEL.preferredMissing]!);
});

test('changes count once at each entrance of a day on which somebody stands', () => {
  const plain = office(2, 3, 0, 3);
  const columns = plain.columns.map((column, index) => (index === 2 ? column : { ...column, standing: new Uint8Array(2), preferred: index === 0 ? new Uint8Array(2) : null }));
  const first = levelWeights({ ...plain, columns, changesLevel: LEVEL.changesFirst }, 3);
  expect(first[LEVEL.preferredMissing]).toBe(4 * first[LEVEL.changesFirst]!);
  const then = levelWeights({ ...plain, columns, changesLevel: LEVEL.changesThen }, 3);
  expect(then[LEVEL.totals]).toBe(4 * then[LEVEL.changesThen]!);
  expect(then[LEVEL.preferredMissing]).toBe(then[LEVEL.changesFirst]);
});

test('the largest counts that are possible where they fit', () => {
  const model = office(30, 330, 12, 110);
  expect(exactWeights(model)).toEqual(levelWeights(model, 122));
});

test('300 people over two years fit', () => {
  const weights = exactWeights(office(300, 660, 12, 243))!;
  expect(weights).toEqual(levelWeights(office(300, 660, 12, 243), 255));
  expect(weights[LEVEL.unfilled]! / Number.MAX_SAFE_INTEGER).toBeLessThan(1 / 20);
});

test('the counts of an even distribution where the largest do not fit; the checker judges them', () => {
  const model = office(3, 3, 0, 3_000_000);
  expect(exactWeights(model)).toEqual(levelWeights(model, 9));
  expect(checkCertificate(model, solveFlow(model, exactWeights(model)!))).not.toBeNull();
});

test('no weights for histories beyond exact numbers; cut off they serve, and prove nothing', () => {
  const model: FlowModel = { ...office(3, 6, 0, 6), totals: Int32Array.of(0, 5, 2_000_000_000) };
  expect(exactWeights(model)).toBeNull();
  const low = withLowHistory(model);
  expect([...low.model.totals]).toEqual([0, 5, 4096]);
  const solution = solveFlow(low.model, low.weights);
  // nobody gives the third person anything
  expect(solution.assigned.flat().filter((person) => person === 2)).toEqual([]);
  expect(checkCertificate(model, solution)).toBeNull();
});

test('the cut is made lower until the numbers fit', () => {
  const people = 2000;
  const shared = { bucket: 1, need: people, available: new Uint8Array(people).fill(1), preferred: null, wantsPreferred: false };
  const model: FlowModel = { ...office(people, 0, 0, 10), columns: [shared], totals: new Int32Array(people).map((_, person) => person * 1_000_000) };
  const { model: low, weights } = withLowHistory(model);
  expect(Math.max(...low.totals)).toBe(16);
  expect(exactWeights(low)).toEqual(weights);
});

test('beyond all measure there are still weights', () => {
  const plain = office(10, 1, 0, 1_000_000_000);
  const model: FlowModel = { ...plain, columns: [{ ...plain.columns[0]!, need: 1_000_000_000 }] };
  expect(exactWeights(model)).toBeNull();
  expect(withLowHistory(model).weights[LEVEL.others]).toBe(1);
});
