/**
 * Whose duty a day was (后勤-二(七), 值班-七(二), 值班-七(三)): who answers for it by valid swaps, and who is said to have served,
 * by unapproved slips and by 交接班. Where the two differ, the duty is contested.
 */
import type { CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import type { Person } from '../../office/facts';
import { isAmong, labels } from '../service/actual';
import { readHandovers, type Handover } from '../service/handover';
import type { DutyRecords, RecordedDay } from '../reading/records';
import { answerFor, chainOf, isValid } from '../reading/swap-validity';
import type { Swap } from '../reading/swaps';
import type { Payee } from './ledgers';

/** What speaks against paying whoever served; `issue` names the cell to put right. */
export interface Contest {
  readonly why: string;
  issue(text: IssueText): Issue;
}

export interface CountedShift {
  readonly date: CivilDate;
  readonly payee: Payee;
  readonly rostered: Person;
  /** Who served, as far as the records say. */
  readonly actual: Person;
  /** 单号 of the swap that moved it; '' where nothing did, or it has none. */
  readonly slip: string;
  /** Empty where it is settled who is paid. */
  readonly contests: readonly Contest[];
  /** The cell of 值班表 that rosters it, e.g. 值班表!B5. */
  readonly source: string;
}

interface Claim {
  readonly source: string;
  /** Who was rostered first. */
  readonly rostered: Person;
  readonly swap: Swap | null;
  /** Answers for the duty by valid swaps. */
  readonly entitled: Person;
  readonly entitledBy: Swap | null;
  /** Is said to have served, approved or not. */
  readonly claimed: Person;
  /** Slips by which the entitled one would have handed it on, had they counted. */
  readonly invalid: readonly Swap[];
}

const same = (a: Person, b: Person): boolean => a.order === b.order;

function claimsOf({ served }: RecordedDay, records: DutyRecords, role: Swap['role']): readonly Claim[] {
  const { one, two, leader } = served.row.slots;
  const named = role === '值班' ? [...one.people, ...two.people] : leader.people;
  const chain = chainOf(served, records.swaps, role);
  const valid = (swap: Swap): boolean => isValid(swap, records);
  return (role === '值班' ? served.clerks : served.leaders).map((on, index): Claim => {
    const { person: entitled, rostered, by } = answerFor(named[index]!, chain, valid);
    // who is said to have it now may have handed it on by slips that nobody approved
    let claimed = on.person;
    let pending = chain.filter(({ approver }) => approver === null);
    for (;;) {
      const next = pending.find((swap) => same(swap.from, claimed));
      if (!next) break;
      pending = pending.filter((swap) => swap !== next);
      claimed = next.to;
    }
    const slot = role === '带班' ? leader : index < one.people.length ? one : two;
    return { source: `${records.book.table.sheet}!${slot.cell}`, rostered, swap: on.swap, entitled, entitledBy: by, claimed, invalid: chain.filter((swap) => same(swap.from, entitled) && !valid(swap)) };
  });
}

function bySlips(claim: Claim): readonly Contest[] {
  if (same(claim.claimed, claim.entitled)) return [];
  return claim.invalid.map((slip) => ({ why: slip.approver === null ? '调换未经批准' : '调换班的批准无效', issue: (text) => slip.issue('approver', text) }));
}

/** Who served at a position, and what speaks against paying him. `rows`: the day's rows of 交接班. */
function settle(claim: Claim, claims: readonly Claim[], rows: readonly Handover[]): Pick<CountedShift, 'actual' | 'contests'> {
  const { entitled, claimed } = claim;
  const signed = rows.flatMap((row) => (row.to ?? []).map((person) => ({ row, person })));
  const took = signed.map(({ person }) => person);
  if (took.length > 0 && !isAmong(claimed, took)) {
    if (isAmong(entitled, took)) return { actual: entitled, contests: [] };
    const strangers = signed.filter(({ person }) => !claims.some((one) => same(one.claimed, person) || same(one.entitled, person)));
    // where nobody else is named, the colleague of the day signed for both
    const [stranger] = strangers;
    if (stranger) {
      const why = `交接班由${labels(strangers.map(({ person }) => person))}接班,没有批准的调换班`;
      const isClear = claims.length === 1 && strangers.length === 1;
      return { actual: isClear ? stranger.person : claimed, contests: [{ why, issue: (text) => stranger.row.issue('to', text) }] };
    }
  }
  return { actual: claimed, contests: bySlips(claim) };
}

/** Every duty of the month, clerks before officers in charge, by date. A person counts once a day and role. */
export function countedShifts(context: Context, records: DutyRecords, month: Period): readonly CountedShift[] {
  const handovers = readHandovers(context, records, month);
  const shifts: CountedShift[] = [];
  for (const role of ['值班', '带班'] as const) {
    for (const day of records.days) {
      const { date } = day.demand;
      const claims = claimsOf(day, records, role);
      const rows = role === '值班' ? handovers.filter((one) => one.date === date) : [];
      const paid: Person[] = [];
      for (const claim of claims) {
        const { actual, contests } = settle(claim, claims, rows);
        // somebody who is rostered twice is told under 值班-一
        if (isAmong(actual, paid)) continue;
        paid.push(actual);
        const { rostered, swap } = claim;
        const slip = same(actual, rostered) ? null : (claim.entitledBy ?? claim.invalid[0] ?? swap);
        shifts.push({ date, payee: role === '值班' ? '值班人员' : '带班领导', rostered, actual, slip: slip?.number ?? '', contests, source: claim.source });
      }
    }
  }
  return shifts;
}
