/** What generate may not move: locks, published rows, rows before keepBefore, swaps and hand changes. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { IssueText } from '../../../ledger/issue';
import type { Person } from '../../office/facts';
import { SLOT_FIELDS, type LockPart, type RosterBook, type RosterRow, type RosterSlot, type SlotField } from './rows';
import type { ServedDay } from './served';
import type { Swap } from './swaps';

export type FixReason = 'lock' | 'published' | 'kept' | 'swap' | 'hand';

export const FIX_NAMES: Readonly<Record<FixReason, string>> = { lock: '锁定', published: '已发布', kept: '不再改动的日期之前', swap: '调换班', hand: '手工改动' };

export type FixedSlots = Readonly<Record<SlotField, FixReason | null>>;

const isFilled = (slot: RosterSlot): boolean => slot.people.length > 0 || slot.broken;

function locks(lock: LockPart | null, field: SlotField): boolean {
  return lock === '是' || (field === 'leader' ? lock === '带班' : lock === '值班');
}

/** Which rows a run leaves alone. */
export interface Holds {
  /** Rows before this day. */
  readonly keepBefore: CivilDate | null;
  /** Published rows; a replan may change them. */
  readonly published: boolean;
}

/** Why each filled cell of a row stands; null: it belongs to the run. A blank cell is never fixed. */
export function fixedSlots({ row, clerks, leaders }: ServedDay, { keepBefore, published }: Holds): FixedSlots {
  const { one, two, leader } = row.slots;
  const swapped: Readonly<Record<SlotField, boolean>> = {
    one: clerks.slice(0, one.people.length).some(({ swap }) => swap !== null),
    two: clerks.slice(one.people.length).some(({ swap }) => swap !== null),
    leader: leaders.some(({ swap }) => swap !== null),
  };
  const reason = (field: SlotField, slot: RosterSlot): FixReason | null => {
    if (!isFilled(slot)) return null;
    // what is published or past never blocks, locked or not
    if (row.published && published) return 'published';
    if (keepBefore !== null && row.date < keepBefore) return 'kept';
    if (locks(row.lock, field)) return 'lock';
    if (swapped[field]) return 'swap';
    return slot.changedByHand ? 'hand' : null;
  };
  return { one: reason('one', one), two: reason('two', two), leader: reason('leader', leader) };
}

/** Whether the clerks that a day gets now will be fixed for the next run; `row` is null where it has none yet. */
export function holdsClerks(row: RosterRow | null, date: CivilDate, { keepBefore, published }: Holds): boolean {
  return (keepBefore !== null && date < keepBefore) || (row !== null && ((row.published && published) || locks(row.lock, 'one')));
}

/** Whoever a day without a leader gets holds it for the next run, or his whole week; null: neither. */
export function holdsLeader(row: RosterRow | null, date: CivilDate, { keepBefore, published }: Holds): 'day' | 'week' | null {
  if (row !== null && isFilled(row.slots.leader)) return null;
  if ((row?.published === true && published) || (keepBefore !== null && date < keepBefore)) return 'week';
  return row !== null && locks(row.lock, 'leader') ? 'day' : null;
}

/** Hand changes that are kept, and locks on cells that are empty. */
export function reportFixes(context: Context, book: RosterBook, row: RosterRow, fixes: FixedSlots): void {
  const say = (field: SlotField | 'lock', text: IssueText): void => context.report(book.table.issue(row.at, field as 'date', text));
  for (const field of SLOT_FIELDS) {
    const slot = row.slots[field];
    if (fixes[field] === 'hand') {
      say(field, { code: 'roster/hand-change', severity: 'info', message: `手工改动,按锁定处理:${toISO(row.date)}原排“${slot.wrote}”,现填“${slot.text}”`, remedy: '要恢复由程序排的,请清空这一格再运行', clause: '值班-四(一)' });
    }
  }
  const parts = row.lock === null ? [] : SLOT_FIELDS.filter((field) => locks(row.lock, field));
  if (parts.length > 0 && parts.every((field) => !isFilled(row.slots[field]))) {
    say('lock', { code: 'roster/lock-empty', severity: 'warning', message: `${toISO(row.date)}锁定了“${row.lock!}”,但还没有填人,不按锁定处理`, remedy: '请先填好姓名再锁定', clause: '值班-四(一)' });
  }
}

/** A clerk's or leader's duty that stands. */
export interface FixedPerson {
  readonly date: CivilDate;
  /** Who serves, swaps applied. */
  readonly person: Person;
  readonly rostered: Person;
  readonly swap: Swap | null;
  readonly field: SlotField;
  readonly reason: FixReason;
  /** A1 address of the cell in 值班表. */
  readonly cell: string;
}

/** The people of a row's fixed cells, clerks first. */
export function fixedPeople({ row, clerks, leaders }: ServedDay, fixes: FixedSlots): readonly FixedPerson[] {
  const { one } = row.slots;
  const entry = (field: SlotField, served: ServedDay['clerks'][number]): readonly FixedPerson[] => {
    const reason = fixes[field];
    return reason === null ? [] : [{ ...served, date: row.date, field, reason, cell: row.slots[field].cell }];
  };
  return [...clerks.flatMap((served, index) => entry(index < one.people.length ? 'one' : 'two', served)), ...leaders.flatMap((served) => entry('leader', served))];
}
