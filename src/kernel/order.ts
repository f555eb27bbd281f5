/** Deterministic comparisons: no locale, no collation tables; the same order on every machine. */

export type Compare<T> = (a: T, b: T) => number;

/** By UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ascending; the numbers are no NaN. */
export function compareNumber(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first comparison that tells two items apart decides; what none tells apart stays equal. */
export function compareBy<T>(...comparisons: readonly Compare<T>[]): Compare<T> {
  return (a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Compares a number taken from each item, ascending. */
export function byNumber<T>(key: (item: T) => number): Compare<T> {
  return (a, b) => compareNumber(key(a), key(b));
}

/** Compares a text taken from each item, ascending by code units. */
export function byText<T>(key: (item: T) => string): Compare<T> {
  return (a, b) => compareText(key(a), key(b));
}

/** The other way round. */
export function descending<T>(compare: Compare<T>): Compare<T> {
  return (a, b) => compare(b, a);
}
