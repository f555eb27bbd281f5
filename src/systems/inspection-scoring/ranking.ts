/** Competition ranks: ties share a rank, the next one skips (1, 2, 2, 4). */

/** Ranks by descending score, in the order given; null for what is not ranked. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  const sorted = scores.filter((score) => score !== null).sort((a, b) => b - a);
  const rankByScore = new Map<number, number>();
  sorted.forEach((score, index) => {
    if (!rankByScore.has(score)) rankByScore.set(score, index + 1);
  });
  return scores.map((score) => (score === null ? null : rankByScore.get(score)!));
}

/** Rank ascending, unranked last; equal ranks keep their order. Returns positions. */
export function orderByRank(ranks: readonly (number | null)[]): number[] {
  return ranks
    .map((rank, index) => ({ rank: rank ?? Infinity, index }))
    .sort((a, b) => (a.rank === b.rank ? a.index - b.index : a.rank - b.rank))
    .map(({ index }) => index);
}
