/** Computed when first asked for, then kept: cells are judged when something uses them, and only once. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: compute() }).value;
}
