/** Score points as exact integers: thousandths, so that two decimals times half a day stays whole. */

export type Points = number & { readonly __brand: 'Points' };

export const ZERO = 0 as Points;
const THOUSAND = 1000;
/** No score of this office is anywhere near; larger numbers are slips of the keyboard. */
const LARGEST = 10_000;

/** Points of a number with at most two decimals; undefined for anything else. */
export function toPoints(value: number): Points | undefined {
  if (!(Math.abs(value) <= LARGEST)) return undefined;
  const hundredths = Math.round(value * 100);
  return Math.abs(hundredths / 100 - value) < 1e-9 ? ((hundredths * 10) as Points) : undefined;
}

/** The number as sheets and JSON show it. */
export function fromPoints(points: number): number {
  return points / THOUSAND;
}

/** Score of a quantity in halves (one time = two halves). Exact: points have two decimals. */
export function timesHalves(points: Points, halves: number): Points {
  return ((points * halves) / 2) as Points;
}

/** A sum divided among heads, two decimals, halves away from zero; null without heads. */
export function perHead(points: number, heads: number): number | null {
  if (heads === 0) return null;
  // thousandths per head -> hundredths: integer division with rounding, no floating quotient
  const magnitude = Math.abs(points);
  const hundredths = Math.floor((2 * magnitude + 10 * heads) / (20 * heads));
  return hundredths === 0 ? 0 : (Math.sign(points) * hundredths) / 100;
}

/** `3`, `-2`, `+1.5` with a sign when asked. */
export function showPoints(points: number, signed = false): string {
  const text = String(fromPoints(points));
  return signed && points > 0 ? `+${text}` : text;
}
