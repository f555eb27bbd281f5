/** Driving a computation in slices. */
import { atOnce, isInSlices, type InSlices } from '../../src/kernel/slices';
import { Cancelled, drive } from '../../src/operations/drive';

const PROGRAM = { text: 'Minimize\nEnd\n', nodes: 1, iterations: 1 };

function* work(): InSlices<string> {
  yield { stage: 'first', steps: 1 };
  const answer = yield { program: PROGRAM };
  yield { stage: 'second', steps: 2 };
  return answer?.status ?? 'nobody answered';
}

test('progress is told in order, what is asked is answered', async () => {
  const told: string[] = [];
  const result = await drive(work(), {
    onProgress: ({ stage, steps }) => void told.push(`${stage} ${steps}`),
    milp: async (program) => {
      expect(program).toBe(PROGRAM);
      return Promise.resolve({ status: 'limit', objective: NaN, ones: new Set<string>() });
    },
    isCancelled: () => false,
  });
  expect(result).toBe('limit');
  expect(told).toEqual(['first 1', 'second 2']);
});

test('without ports it runs to its end', async () => {
  expect(await drive(work(), {})).toBe('nobody answered');
  expect(atOnce(work())).toBe('nobody answered');
});

test('it can be given up between two slices', async () => {
  let steps = 0;
  await expect(drive(work(), { onProgress: () => void (steps += 1), isCancelled: () => steps > 0 })).rejects.toThrow(Cancelled);
  expect(steps).toBe(1);
});

test.each([
  [work(), true],
  [[1, 2], false],
  [null, false],
  ['text', false],
  [{ next: 1 }, false],
])('%p is in slices: %p', (value, expected) => {
  expect(isInSlices<unknown>(value)).toBe(expected);
});
