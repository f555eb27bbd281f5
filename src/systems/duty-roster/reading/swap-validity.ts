/** Whether a swap is valid (值班-七(二)), and who answers for the duty (值班-七(三)). */
import { civilMinute, toISO } from '../../../kernel/date';
import type { IssueText } from '../../../ledger/issue';
import type { Authority, Person } from '../../office/facts';
import type { Refusals } from './refusals';
import type { Swap, SwapField } from './swaps';

const CLAUSE = '值班-七(二)';
const HANDOVER_HOUR = 9;

export interface SwapFinding {
  readonly swap: Swap;
  readonly field: SwapField;
  readonly text: IssueText;
}

/** Approved no later than 09:00 of the day; a time that holds only a date is judged by the date. */
function isApprovedInTime({ approved, date }: Pick<Swap, 'approved' | 'date'>): boolean {
  if (approved === null) return true;
  return approved.dateOnly ? approved.date <= date : approved.at <= civilMinute(date, HANDOVER_HOUR);
}

/** 值班工作分管科级 or his deputy on the day of the approval; where nothing says who that is, anybody. */
function isApprovedByRight({ approver, approved, date }: Pick<Swap, 'approver' | 'approved' | 'date'>, authority: Authority): boolean {
  const deciders = authority.deciders('值班', approved?.date ?? date);
  return approver !== null && (deciders.length === 0 || deciders.some(({ order }) => order === approver.order));
}

/** The substitute is a clerk, in post and free that day; for officers in charge, free. */
export function obstacleOf({ to, date, role }: Pick<Swap, 'to' | 'date' | 'role'>, refusals: Refusals): string | null {
  if (role === '值班' && !to.isClerk) return '不是文秘人员';
  const refusal = role === '值班' ? refusals.clerk(to, date) : refusals.leader(to, date);
  return refusal && `${refusal.text}(${refusal.source})`;
}

export function isValid(swap: Swap, authority: Authority, refusals: Refusals): boolean {
  return isApprovedByRight(swap, authority) && isApprovedInTime(swap) && obstacleOf(swap, refusals) === null;
}

/** What is wrong with the approval, or not there. */
export function approvalFindings(swap: Swap, authority: Authority): readonly SwapFinding[] {
  const { approver, approved, date, from, to } = swap;
  const found = (field: SwapField, text: Omit<IssueText, 'clause'>): SwapFinding => ({ swap, field, text: { ...text, clause: CLAUSE } });
  if (approver === null) {
    return [found('approver', { code: 'swap/approver-blank', severity: 'warning', message: `未见${toISO(date)}${from.label}换${to.label}的批准人,这次调换不计入,仍算${from.label}的班`, remedy: '请填写批准的值班工作分管科级' })];
  }
  const findings: SwapFinding[] = [];
  if (!isApprovedByRight(swap, authority)) {
    const deciders = authority.deciders('值班', approved?.date ?? date).map((person) => person.label);
    findings.push(found('approver', { code: 'swap/approver-without-right', severity: 'violation', message: `${toISO(date)}的调换由${approver.label}批准,值班工作分管科级是${deciders.join('、')}`, remedy: '请由分管科级或其代理批准;分管有变的请更正“分管”表' }));
  }
  if (approved === null) {
    findings.push(found('approved', { code: 'swap/approved-blank', severity: 'warning', message: `未见${toISO(date)}${from.label}换${to.label}的批准时间`, remedy: '请填写批准时间' }));
  } else if (!isApprovedInTime(swap)) {
    findings.push(found('approved', { code: 'swap/approved-late', severity: 'violation', message: `${toISO(date)}的调换在班次开始(当日9时)之后才批准,责任仍由${from.label}承担`, remedy: '请核对批准时间;事后补批视为未经批准' }));
  }
  return findings;
}

export interface Answer {
  readonly person: Person;
  readonly rostered: Person;
  /** The last swap that moved the duty. */
  readonly by: Swap | null;
  /** Swaps by somebody who did not have the duty. */
  readonly without: readonly Swap[];
}

/**
 * Who answers for a duty that the row gives to `named`. `swaps`: those of the day and role, approved or not, in the order
 * of the sheet. A→B approved, B→C not: B. A→B not, B→C approved: A, for B had nothing to hand over.
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
  const chain = new Set([rostered.order]);
  const without: Swap[] = [];
  for (const swap of swaps) {
    if (swap.from.order === person.order) {
      if (valid(swap)) {
        person = swap.to;
        by = swap;
      }
    } else if (chain.has(swap.from.order)) without.push(swap);
    else continue;
    chain.add(swap.to.order);
  }
  return { person, rostered, by, without };
}
