import { fromPoints, perHead, showPoints, timesHalves, toPoints } from '../../../src/systems/inspection-scoring/points';
import { halvesOf } from '../../../src/systems/inspection-scoring/quantity';
import { orderByRank, ranksOf } from '../../../src/systems/inspection-scoring/ranking';

test.each<[number, number | undefined]>([
  [-1, -1000], [0, 0], [0.5, 500], [-0.01, -10], [0.1 + 0.2, 300], [10_000, 10_000_000], [-10_000, -10_000_000],
  [0.005, undefined], [1.234, undefined], [10_000.01, undefined], [Infinity, undefined], [NaN, undefined],
])('points of %p', (value, points) => {
  expect(toPoints(value)).toBe(points);
});

test.each<[number, number, number]>([[-1, 2, -1], [-2, 1, -1], [-0.05, 1, -0.025], [3, 4, 6]])('%p a unit, %p halves', (points, halves, expected) => {
  expect(fromPoints(timesHalves(toPoints(points)!, halves))).toBe(expected);
});

// 人均: two decimals, halves away from zero
test.each<[number, number, number | null]>([
  [4, 4, 1], [-1, 5, -0.2], [-4, 3, -1.33], [5, 3, 1.67], [-5, 3, -1.67], [1, 8, 0.13], [-1, 8, -0.13], [0, 4, 0], [-0.01, 3, 0], [0.01, 2, 0.01], [-0.01, 2, -0.01], [3, 0, null],
])('%p points among %p people', (points, heads, expected) => {
  expect(perHead(toPoints(points)!, heads)).toBe(expected);
});

test.each<[number, boolean, string]>([[1000, false, '1'], [1000, true, '+1'], [-2500, true, '-2.5'], [0, true, '0']])('%p shown (signed %p)', (points, signed, text) => {
  expect(showPoints(points, signed)).toBe(text);
});

// quantities: days may be halved, everything else is whole; nothing is zero or negative
test.each<[number, string, number | null]>([
  [1, '次', 2], [2, '次', 4], [1.5, '次', null], [0, '次', null], [-1, '次', null], [1, '半天', 2], [0.5, '半天', null],
  [1, '天', 2], [0.5, '天', 1], [1.5, '天', 3], [0.25, '天', null], [1.5, '日', 3], [0, '天', null], [1, '年', 2], [2, '年', 4], [1e300, '次', null],
])('%p %s', (quantity, unit, halves) => {
  expect(halvesOf(quantity, unit)).toBe(halves);
});

// ties share a rank, the next one skips
test.each<[(number | null)[], (number | null)[]]>([
  [[], []],
  [[100], [1]],
  [[103, 102, 102, 101], [1, 2, 2, 4]],
  [[100, 100, 100], [1, 1, 1]],
  [[99, 100, null, 100], [3, 1, null, 1]],
  [[null], [null]],
])('ranks of %p', (scores, ranks) => {
  expect(ranksOf(scores)).toEqual(ranks);
});

test.each<[(number | null)[], number[]]>([[[2, 1, 2], [1, 0, 2]], [[null, 1, null, 1], [1, 3, 0, 2]], [[], []]])('order of ranks %p', (ranks, order) => {
  expect(orderByRank(ranks)).toEqual(order);
});
