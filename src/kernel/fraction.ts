/** Exact fractions. Sums of 1/n over many n have denominators past 2^53, hence bigint inside. */
import { compareBy, compareNumber } from './order';

/** In lowest terms, `den` > 0. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Fraction = { num: 0n, den: 1n };
const HALF: Fraction = { num: 1n, den: 2n };

/** num/den of integers; throws on a zero denominator or a number that is no integer. */
export function fraction(num: number | bigint, den: number | bigint = 1): Fraction {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('a fraction has no zero denominator');
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

/** Throws when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num);
}

export function sum(parts: readonly Fraction[]): Fraction {
  return parts.reduce(add, ZERO);
}

export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.num * b.den, b.num * a.den];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Largest integer not above; throws past the safe integers. */
export function floor(value: Fraction): number {
  const whole = value.num / value.den;
  return safe(value.num < 0n && whole * value.den !== value.num ? whole - 1n : whole);
}

/** Nearest integer, a half goes up (also below zero: -1/2 gives 0). */
export function roundHalfUp(value: Fraction): number {
  return floor(add(value, HALF));
}

/** Nearest double, for showing only. */
export function toNumber(value: Fraction): number {
  return Number(value.num) / Number(value.den);
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`past the safe integers: ${value}`);
  return number;
}

/**
 * Whole numbers near the parts that add up to `total`: each part's floor, and one more for the largest remainders, the
 * earlier part first on ties. Throws unless the total lies between the sum of floors and one more for every part
 * (the rounded sum of the parts always does).
 */
export function apportion(parts: readonly Fraction[], total: number): number[] {
  const shares = parts.map(floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  if (!Number.isInteger(left) || left < 0 || left > parts.length) throw new RangeError(`cannot apportion ${total}`);
  const remainders = parts.map((part, index) => ({ index, remainder: subtract(part, fraction(shares[index]!)) }));
  remainders.sort(compareBy((a, b) => compare(b.remainder, a.remainder), (a, b) => compareNumber(a.index, b.index)));
  for (const { index } of remainders.slice(0, left)) shares[index]! += 1;
  return shares;
}
