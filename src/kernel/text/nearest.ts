/** Did you mean …: known words that look like one. */
import { compareBy, byNumber, byText } from '../order';

/** Edits between two texts: insert, delete, replace a character, exchange two neighbours. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) best = Math.min(best, beforeLast[column - 2]! + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}

/** Up to three known words at most half their length away, nearest first, then in code-unit order. */
export function nearestWords(word: string, known: readonly string[]): readonly string[] {
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate), longer: Math.max(candidate.length, word.length) }))
    .filter(({ candidate, distance, longer }) => distance <= Math.max(1, Math.floor(longer / 2)) && distance < candidate.length)
    .sort(compareBy(byNumber(({ distance }) => distance), byText(({ candidate }) => candidate)))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
