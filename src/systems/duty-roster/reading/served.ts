/** Who served or serves on each day: 值班表 with the approved swaps applied. */
import type { CivilDate } from '../../../kernel/date';
import { contains, type Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { Person } from '../../office/facts';
import { applySwaps, strayIssue, type Served, type StrayPlace, type Swap, type SwapBook } from './swaps';
import type { RosterBook, RosterRow } from './rows';

export interface ServedDay {
  readonly row: RosterRow;
  /** In the order of 值班人员, 值班人员二. */
  readonly clerks: readonly Served[];
  readonly leaders: readonly Served[];
  /** Swaps of the day that are errors and count nowhere. */
  readonly refused: readonly Swap[];
}

export type ServedDays = ReadonlyMap<CivilDate, ServedDay>;

const NO_ROW: StrayPlace = { named: null, served: [], swaps: [], otherRole: false };

/**
 * Applies the swaps to every row; a swap that fits no row is an error (值班-七(二)). A 对调 is one slip: where one of its
 * days cannot be counted, the other is not counted either.
 */
export function servedDays(context: Context, book: RosterBook, swaps: SwapBook, scopes: { readonly clerks: Period; readonly leaders: Period }): ServedDays {
  const days = new Map<CivilDate, ServedDay>();
  const refused = new Set<number>();
  const scopeOf = (role: Swap['role']): Period => (role === '值班' ? scopes.clerks : scopes.leaders);

  /** Serves a row; the swaps that do not fit it. */
  const serve = (row: RosterRow): readonly (readonly [Swap, StrayPlace])[] => {
    const { one, two, leader } = row.slots;
    const clerkNames = [...one.people, ...two.people];
    const counted = (role: Swap['role']): readonly Swap[] => swaps.approvedOn(row.date, role).filter(({ at }) => !refused.has(at));
    const clerks = applySwaps(clerkNames, counted('值班'));
    const leaders = applySwaps(leader.people, counted('带班'));
    const refusedHere = [...swaps.approvedOn(row.date, '值班'), ...swaps.approvedOn(row.date, '带班')].filter((swap) => refused.has(swap.at) || clerks.strays.includes(swap) || leaders.strays.includes(swap));
    days.set(row.date, { row, clerks: clerks.served, leaders: leaders.served, refused: refusedHere });
    const strays = (role: Swap['role'], list: readonly Swap[], broken: boolean, named: readonly Person[], others: readonly Person[], served: readonly Served[]): readonly (readonly [Swap, StrayPlace])[] =>
      // a row that cannot be read has been reported itself
      contains(scopeOf(role), row.date) && !broken ? list.map((swap) => [swap, { named, served, swaps: swaps.on(row.date, role), otherRole: others.some(({ order }) => order === swap.from.order) }]) : [];
    return [...strays('值班', clerks.strays, one.broken || two.broken, clerkNames, leader.people, clerks.served), ...strays('带班', leaders.strays, leader.broken, leader.people, clerkNames, leaders.served)];
  };

  let failed: readonly (readonly [Swap, StrayPlace])[] = [
    ...[...book.rows.values()].flatMap(serve),
    ...swaps.all.filter((swap) => swap.approver !== null && contains(scopeOf(swap.role), swap.date) && !book.rows.has(swap.date)).map((swap) => [swap, NO_ROW] as const),
  ];
  while (failed.length > 0) {
    for (const [swap, place] of failed) {
      context.report(strayIssue(swap, place));
      refused.add(swap.at);
    }
    const again = new Set(failed.flatMap(([{ otherDate }]) => (otherDate === null ? [] : (book.rows.get(otherDate) ?? []))));
    failed = [...again].flatMap(serve);
  }
  return days;
}

/** Who gave his duty of a day to somebody else: `date:order` of the person, and the swap. He takes no other place that day. */
export function handedOver(days: ServedDays, swaps: SwapBook): ReadonlyMap<string, Swap> {
  const handed = new Map<string, Swap>();
  for (const [date, { clerks, refused }] of days) {
    if (!clerks.some(({ swap }) => swap !== null)) continue;
    for (const swap of swaps.approvedOn(date, '值班')) {
      if (!refused.includes(swap) && !clerks.some(({ person }) => person.order === swap.from.order)) handed.set(`${date}:${swap.from.order}`, swap);
    }
  }
  return handed;
}
