import { NodeHeap } from '../../../src/kernel/solver/heap';
import { SeededRandom } from '../../../src/kernel/solver';

test('nodes come out by key, and the heap grows', () => {
  const heap = new NodeHeap(2);
  const random = new SeededRandom(1);
  const keys = Array.from({ length: 100 }, () => random.below(50));
  keys.forEach((key, node) => heap.push(key, node));
  const popped = keys.map(() => heap.pop());
  expect(popped.map((node) => keys[node])).toEqual([...keys].sort((a, b) => a - b));
  expect([...popped].sort((a, b) => a - b)).toEqual(keys.map((_, node) => node));
});

test('cleared it is empty', () => {
  const heap = new NodeHeap(1);
  heap.push(1, 7);
  heap.clear();
  heap.push(2, 9);
  expect(heap.pop()).toBe(9);
});

describe('the seeded generator', () => {
  test('the same seed gives the same numbers, another one others', () => {
    const draw = (seed: number): readonly number[] => {
      const random = new SeededRandom(seed);
      return [0, 0, 0, 0].map(() => random.below(1000));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).toEqual([627, 2, 527, 981]);
    expect(draw(2)).not.toEqual(draw(1));
  });

  test('numbers stay below the bound and reach all of it', () => {
    const random = new SeededRandom(3);
    const seen = new Set(Array.from({ length: 200 }, () => random.below(6)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
