/** Whether a swap is valid (值班-七(二)), and who answers for the duty (值班-七(三)). */
import { civilMinute, toISO, type CivilDate } from '../../../kernel/date';
import type { IssueText } from '../../../ledger/issue';
import type { Authority, Person } from '../../office/facts';
import type { Refusals } from './refusals';
import type { ServedDay } from './served';
import type { Swap, SwapBook, SwapField } from './swaps';

const CLAUSE = '值班-七(二)';
const HANDOVER_HOUR = 9;

export interface SwapFinding {
  readonly swap: Swap;
  readonly field: SwapField;
  readonly text: IssueText;
}

/** What the validity of a swap hangs on. */
export interface SwapJudgement {
  readonly authority: Authority;
  readonly refusals: Refusals;
  /** null where 值班表 has no row. */
  servedOn(date: CivilDate): ServedDay | null;
}

/** Approved no later than 09:00 of the day; a time that holds only a date is judged by the date. */
function isApprovedInTime(approved: Swap['approved'], date: CivilDate): boolean {
  if (approved === null) return true;
  return approved.dateOnly ? approved.date <= date : approved.at <= civilMinute(date, HANDOVER_HOUR);
}

/** 值班工作分管科级 or his deputy on the day of the approval; where nothing says who that is, anybody. */
function isApprovedByRight({ approver, approved, date }: Pick<Swap, 'approver' | 'approved' | 'date'>, authority: Authority): boolean {
  const deciders = authority.deciders('值班', approved?.date ?? date);
  return approver !== null && (deciders.length === 0 || deciders.some(({ order }) => order === approver.order));
}

/** Whether somebody is of the kind that may stand in at all: a clerk who can be rostered, a leader who can be in charge. */
function unfitness({ to, role }: Pick<Swap, 'to' | 'role'>): string | null {
  if (role === '值班') return !to.isClerk ? '不是文秘人员' : to.canServe ? null : '不排值班(可排值班=否)';
  if (to.level !== '县级' && to.level !== '科级') return '不是县级或科级领导';
  return to.canLead ? null : '不带班(可带班=否)';
}

/** The substitute of an officer in charge is none: said with the swap, not of the day once more. */
export function isNoLeader(swap: Pick<Swap, 'to' | 'role'>): boolean {
  return unfitness(swap) !== null;
}

/**
 * What stands against the substitute, or null: he is no clerk (leader) or not free that day. Whoever has handed the duty
 * on in his turn need not be free.
 */
export function obstacleOf(swap: Pick<Swap, 'to' | 'date' | 'role'>, { refusals, servedOn }: Pick<SwapJudgement, 'refusals' | 'servedOn'>): string | null {
  const { to, date, role } = swap;
  const unfit = unfitness(swap);
  if (unfit !== null) return unfit;
  const day = servedOn(date);
  if (day && !(role === '值班' ? day.clerks : day.leaders).some(({ person }) => person.order === to.order)) return null;
  const refusal = role === '值班' ? refusals.clerk(to, date) : refusals.leader(to, date);
  return refusal && `${refusal.text}(${refusal.source})`;
}

export function isValid(swap: Swap, judgement: SwapJudgement): boolean {
  return isApprovedByRight(swap, judgement.authority) && isApprovedInTime(swap.approved, swap.date) && obstacleOf(swap, judgement) === null;
}

/** 2026-03-02甲一换乙二, or both days of a 对调. */
function slipName({ date, from, to, otherDate }: Swap): string {
  return otherDate === null ? `${toISO(date)}${from.label}换${to.label}` : `${toISO(date)}${from.label}与${toISO(otherDate)}${to.label}对调`;
}

/** What is wrong with the approval of a slip, or not there; said once for both days of a 对调. */
export function approvalFindings(swap: Swap, authority: Authority): readonly SwapFinding[] {
  const { approver, approved, date, otherDate } = swap;
  if (swap.half === 'second') return [];
  const slip = slipName(swap);
  const found = (field: SwapField, text: Omit<IssueText, 'clause'>): SwapFinding => ({ swap, field, text: { ...text, clause: CLAUSE } });
  if (approver === null) {
    return [found('approver', { code: 'swap/approver-blank', severity: 'warning', message: `未见${slip}的批准人,这次调换不计入,责任不转移`, remedy: '请填写批准的值班工作分管科级;不作数的,“撤销”请填是' })];
  }
  const findings: SwapFinding[] = [];
  if (!isApprovedByRight(swap, authority)) {
    const deciders = authority.deciders('值班', approved?.date ?? date).map((person) => person.label);
    findings.push(found('approver', { code: 'swap/approver-without-right', severity: 'violation', message: `${slip}由${approver.label}批准,值班工作分管科级是${deciders.join('、')},视为未经批准,责任不转移`, remedy: '请由分管科级或其代理批准;分管有变的请更正“分管”表' }));
  }
  if (approved === null) {
    findings.push(found('approved', { code: 'swap/approved-blank', severity: 'warning', message: `未见${slip}的批准时间`, remedy: '请填写批准时间' }));
    return findings;
  }
  const late = [date, ...(otherDate === null ? [] : [otherDate])].filter((day) => !isApprovedInTime(approved, day));
  if (late.length > 0) {
    findings.push(found('approved', { code: 'swap/approved-late', severity: 'violation', message: `${slip},在${late.map(toISO).join('、')}的班次开始(9时)之后才批准,视为未经批准,责任不转移`, remedy: '请核对批准时间;事后补批视为未经批准' }));
  }
  return findings;
}

export interface Answer {
  readonly person: Person;
  readonly rostered: Person;
  /** The last swap that moved the duty. */
  readonly by: Swap | null;
  /** Swaps that count for who served, by somebody who did not answer for the duty. */
  readonly without: readonly Swap[];
}

/** The swaps of a row and role that bear on who answers: not those that are errors, nor those between two who both stand there. */
export function chainOf({ row, refused }: ServedDay, swaps: SwapBook, role: Swap['role']): readonly Swap[] {
  const { one, two, leader } = row.slots;
  const named = role === '值班' ? [...one.people, ...two.people] : leader.people;
  const stands = (person: Person): boolean => named.some(({ order }) => order === person.order);
  return swaps.on(row.date, role).filter((swap) => !refused.includes(swap) && !(stands(swap.from) && stands(swap.to)));
}

/**
 * Who answers for a duty that the row gives to `named`. `swaps`: those of the day and role, approved or not, in any order.
 * A→B approved, B→C not: B. A→B not, B→C approved: A, for B had nothing to hand over.
 */
export function answerFor(named: Person, swaps: readonly Swap[], valid: (swap: Swap) => boolean): Answer {
  let rostered = named;
  const traced = new Set<Swap>();
  for (;;) {
    const before = swaps.find((swap) => !traced.has(swap) && swap.to.order === rostered.order);
    if (!before) break;
    traced.add(before);
    rostered = before.from;
  }
  let person = rostered;
  let by: Swap | null = null;
  const used = new Set<Swap>();
  for (;;) {
    const next = swaps.find((swap) => !used.has(swap) && swap.from.order === person.order && valid(swap));
    if (!next) break;
    used.add(next);
    person = next.to;
    by = next;
  }
  const chain = peopleOf(rostered, swaps);
  // a slip written twice moves nothing a second time
  const isUsed = (swap: Swap): boolean => [...used].some((one) => one.from.order === swap.from.order && one.to.order === swap.to.order);
  return { person, rostered, by, without: swaps.filter((swap) => !isUsed(swap) && swap.approver !== null && swap.from.order !== person.order && chain.has(swap.from.order)) };
}

/** Everybody whom a duty may have passed through, by any swap. */
function peopleOf(first: Person, swaps: readonly Swap[]): ReadonlySet<number> {
  const reached = new Set([first.order]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of swaps) if (reached.has(from.order)) reached.add(to.order);
  }
  return reached;
}
