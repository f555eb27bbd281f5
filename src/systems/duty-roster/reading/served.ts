/** Who served or serves on each day: 值班表 with the approved swaps applied. */
import type { CivilDate } from '../../../kernel/date';
import { contains, type Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { applySwaps, strayIssue, type Served, type Swap, type SwapBook } from './swaps';
import type { RosterBook, RosterRow } from './rows';

export interface ServedDay {
  readonly row: RosterRow;
  /** In the order of 值班人员, 值班人员二. */
  readonly clerks: readonly Served[];
  readonly leaders: readonly Served[];
}

export type ServedDays = ReadonlyMap<CivilDate, ServedDay>;

/** Applies the swaps to every row; a swap that fits no row is an error (值班-七(二)). */
export function servedDays(context: Context, book: RosterBook, swaps: SwapBook, scopes: { readonly clerks: Period; readonly leaders: Period }): ServedDays {
  const days = new Map<CivilDate, ServedDay>();
  for (const row of book.rows.values()) {
    const { one, two, leader } = row.slots;
    const clerks = applySwaps([...one.people, ...two.people], swaps.approvedOn(row.date, '值班'));
    const leaders = applySwaps(leader.people, swaps.approvedOn(row.date, '带班'));
    const report = (strays: readonly Swap[], scope: Period, broken: boolean, named: RosterRow['slots']['one']['people']): void => {
      // a row that cannot be read has been reported itself
      if (contains(scope, row.date) && !broken) for (const stray of strays) context.report(strayIssue(stray, named));
    };
    report(clerks.strays, scopes.clerks, one.broken || two.broken, [...one.people, ...two.people]);
    report(leaders.strays, scopes.leaders, leader.broken, leader.people);
    days.set(row.date, { row, clerks: clerks.served, leaders: leaders.served });
  }
  for (const swap of swaps.all) {
    const scope = swap.role === '值班' ? scopes.clerks : scopes.leaders;
    if (swap.approver !== null && contains(scope, swap.date) && !book.rows.has(swap.date)) context.report(strayIssue(swap, null));
  }
  return days;
}

/** Who gave his duty of a day to somebody else: `date:order` of the person, and the swap. He takes no other place that day. */
export function handedOver(days: ServedDays, swaps: SwapBook): ReadonlyMap<string, Swap> {
  const handed = new Map<string, Swap>();
  for (const [date, { clerks }] of days) {
    if (!clerks.some(({ swap }) => swap !== null)) continue;
    for (const swap of swaps.approvedOn(date, '值班')) {
      if (!clerks.some(({ person }) => person.order === swap.from.order)) handed.set(`${date}:${swap.from.order}`, swap);
    }
  }
  return handed;
}
