/** Fixed duties that break a rule: locks are errors that name both sides, everything else stays with a violation. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { Person } from '../../office/facts';
import { FIX_NAMES, type FixedPerson } from './fixed';
import type { Refusals } from './refusals';
import type { RosterTable } from './rows';

export interface ConflictInput {
  readonly table: RosterTable;
  /** All fixed duties of the period, by date. */
  readonly fixed: readonly FixedPerson[];
  /** Fixed duties after the period that the gap meets, by date. */
  readonly after: readonly FixedPerson[];
  /** Duties served before the period that the gap meets, by clerk (order). */
  readonly before: ReadonlyMap<number, { readonly date: CivilDate; readonly source: string }>;
  readonly refusals: Refusals;
  readonly minGap: number;
  /** Sheet row of a day. */
  rowOf(date: CivilDate): number;
  isClerk(person: Person): boolean;
}

export interface Conflicts {
  /** Locks that contradict something. */
  readonly count: number;
  /** Days of them. */
  readonly days: ReadonlySet<CivilDate>;
}

const CLAUSE = '值班-四(一)';

/** A swap never blocks, even where the cell is locked. */
const isLock = (duty: FixedPerson): boolean => duty.reason === 'lock' && duty.swap === null;

/** Reports what contradicts. A lock against an absence, 不能排, 固定不排, the gap or another lock is an error. */
export function reportConflicts(context: Context, input: ConflictInput): Conflicts {
  const days = new Set<CivilDate>();
  let count = 0;
  const say = (duty: FixedPerson, blocks: boolean, code: string, message: string, remedy: string, clause = CLAUSE): void => {
    if (blocks) {
      count += 1;
      days.add(duty.date);
    }
    context.report(input.table.issue(input.rowOf(duty.date), duty.field as 'date', { code: `roster/${blocks ? 'lock-' : 'fixed-'}${code}`, severity: blocks ? 'error' : 'violation', message, remedy, clause }));
  };
  const named = (duty: FixedPerson): string => `${toISO(duty.date)}${FIX_NAMES[duty.reason]}的${duty.person.label}`;

  const clerks = input.fixed.filter((duty) => duty.field !== 'leader');
  for (const duty of input.fixed) {
    const { person, date, field } = duty;
    const isLeader = field === 'leader';
    if (!isLeader && !input.isClerk(person)) {
      say(duty, false, 'no-clerk', `${named(duty)}不是可排值班的文秘,仍按所写的排`, '请改排文秘,或更正人员表的“是否文秘”“可排值班”', '值班-一');
    }
    const refusal = isLeader ? input.refusals.leader(person, date) : input.refusals.clerk(person, date);
    if (!refusal) continue;
    // somebody out of post is no clerk that day: he stays, with a violation
    const blocks = isLock(duty) && refusal.kind !== 'post';
    say(duty, blocks, refusal.kind, `${named(duty)}与${refusal.source}矛盾:${refusal.text}`, blocks ? '请解除锁定或改排别人;请假等有误的请更正' : '请核对;要换人的请登记调换班', refusal.kind === 'post' ? '值班-一' : CLAUSE);
  }
  reportTwice(clerks, (duty, other) => say(duty, isLock(duty) || isLock(other), 'twice', `${named(duty)}在同一天排了两次(${input.table.sheet}!${other.cell})`, '请改排另一个人'));
  reportGaps(input, clerks, (duty, blocks, message) => say(duty, blocks, 'gap', message, blocks ? `同一人两班至少相隔${input.minGap}天;请解除其中一个锁定或改排别人` : `同一人两班至少相隔${input.minGap}天;请核对`));
  return { count, days };
}

/** The same person twice on a day; the second is told of the first. */
function reportTwice(clerks: readonly FixedPerson[], say: (duty: FixedPerson, other: FixedPerson) => void): void {
  const first = new Map<string, FixedPerson>();
  for (const duty of clerks) {
    const key = `${duty.date}:${duty.person.order}`;
    const other = first.get(key);
    if (other) say(duty, other);
    else first.set(key, duty);
  }
}

/** Two duties of one person closer than the gap: said at the lock, else at the later one. */
function reportGaps(input: ConflictInput, clerks: readonly FixedPerson[], say: (duty: FixedPerson, blocks: boolean, message: string) => void): void {
  const byPerson = new Map<number, FixedPerson[]>();
  for (const duty of [...clerks, ...input.after]) byPerson.set(duty.person.order, [...(byPerson.get(duty.person.order) ?? []), duty]);
  const { minGap, table } = input;
  const outside = new Set(input.after);
  for (const [order, duties] of byPerson) {
    const served = input.before.get(order);
    const first = duties[0]!;
    if (served && !outside.has(first) && first.date - served.date < minGap) {
      say(first, isLock(first), `${toISO(first.date)}${FIX_NAMES[first.reason]}的${first.person.label}在${toISO(served.date)}值过班(${served.source}),相隔不足${minGap}天`);
    }
    duties.forEach((duty, index) => {
      const earlier = duties[index - 1];
      if (!earlier || earlier.date === duty.date || duty.date - earlier.date >= minGap || outside.has(earlier)) return;
      const [told, other] = isLock(duty) || !isLock(earlier) ? [duty, earlier] : [earlier, duty];
      say(told, isLock(told), `${toISO(told.date)}${FIX_NAMES[told.reason]}的${told.person.label}与${toISO(other.date)}${FIX_NAMES[other.reason]}的班(${table.sheet}!${other.cell})相隔不足${minGap}天`);
    });
  }
}
