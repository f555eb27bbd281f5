/** What an approved swap does to fairness, as against the roster without it. */
import type { CaseDay, RosterCase } from '../reading/roster-case';
import type { Swap } from '../reading/swaps';
import type { LevelChange } from './proposal';
import { Standing, type Move } from './standing';

/**
 * Change of the levels by the last swap of a clerk's duty of the period; of a 对调 both days, where the other one lies in
 * the period and pool too.
 */
export function effectOfSwap(subject: RosterCase, day: CaseDay, swap: Swap): readonly LevelChange[] {
  const standing = new Standing(subject);
  const other = swap.otherDate === null ? null : standing.day(swap.otherDate);
  const isWhole = other?.demand.pool === day.demand.pool && other.served?.clerks.some((served) => served.swap?.at === swap.at) === true;
  const back: readonly Move[] = [{ day, from: swap.to, to: swap.from }, ...(isWhole ? [{ day: other, from: swap.from, to: swap.to }] : [])];
  return standing.levels(back).map(({ name, change }) => ({ name, change: 0 - change }));
}
