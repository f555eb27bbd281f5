/** 数量: how many times, half-days or days, in halves of the item's unit. */

/** Half-days of a quantity of absent days, times or pieces: one unit is two halves. */
export type Halves = number;

/** Units that may be halved: days. Everything else comes in whole numbers. */
export function isDivisible(unit: string): boolean {
  return unit === '天' || unit === '日';
}

/** Halves of a quantity; null when it is not positive or not a multiple of what the unit allows. */
export function halvesOf(quantity: number, unit: string): Halves | null {
  const halves = quantity * 2;
  return quantity > 0 && Number.isSafeInteger(halves) && (isDivisible(unit) || halves % 2 === 0) ? halves : null;
}
