/** Neutral exchanges towards what stands in the sheet: people keep their days where it costs nothing. */
import type { Duties } from './repair';

/** Exchanges within buckets that give a day back to whom it stood for; no level and no gap gets worse. */
export function settle(duties: Duties): void {
  const stood = duties.slotColumn.map((column) => duties.problem.standing[duties.pool.columns[column]!.day] ?? []);
  const isRight = (slot: number, person: number): boolean => stood[slot]!.includes(person);
  for (let improved = true, round = 0; improved && round < 20; round += 1) {
    improved = false;
    for (let slot = 0; slot < duties.size; slot += 1) {
      if (stood[slot]!.length === 0 || duties.person[slot]! < 0 || isRight(slot, duties.person[slot]!)) continue;
      for (const other of duties.byBucket.get(duties.bucket[slot]!)!) {
        const holder = duties.person[other]!;
        if (holder < 0 || !isRight(slot, holder) || isRight(other, holder) || !duties.canSwap(slot, other) || duties.swapDelta(slot, other) > 0) continue;
        if (changesPreference(duties, slot, other)) continue;
        duties.swap(slot, other);
        improved = true;
        break;
      }
    }
  }
}

function changesPreference(duties: Duties, a: number, b: number): boolean {
  const [first, second] = [duties.person[a]!, duties.person[b]!];
  const preferredAt = (slot: number, person: number): number => duties.pool.model.columns[duties.slotColumn[slot]!]!.preferred?.[person] ?? 0;
  return preferredAt(a, first) !== preferredAt(a, second) || preferredAt(b, first) !== preferredAt(b, second);
}
