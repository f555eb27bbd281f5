/** 值班-七(二), 值班-七(三): a swap is approved in time by whom it needs, given to somebody free, and told to whom it concerns. */
import { toISO } from '../../../kernel/date';
import { contains } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { authority, NO_DAYS, people, type Person } from '../../office/facts';
import { swapLedger } from '../ledgers';
import { rosterSpan } from '../reading/records';
import { approvalFindings, answerFor, chainOf, isValid, obstacleOf } from '../reading/swap-validity';
import { readSwaps, strayIssue, type Served, type Swap, type SwapField } from '../reading/swaps';
import { ALL_DAYS, recordsOf } from './subject';

/** Rows beyond 值班表 are judged too. */
function allSwaps(context: Context): readonly Swap[] {
  return readSwaps(context, context.fact(people, NO_DAYS), ALL_DAYS);
}

export function swapsAreApprovedBeforeTheShift(context: Context): void {
  const deciders = context.fact(authority, NO_DAYS);
  for (const swap of allSwaps(context)) for (const { field, text } of approvalFindings(swap, deciders)) context.report(swap.issue(field, text));
}

/** A swap moves a duty that is rostered; days between the first and the last row are told by the reading. */
export function swapsMoveARosteredDuty(context: Context): void {
  const span = rosterSpan(context);
  for (const swap of allSwaps(context)) {
    if (swap.approver !== null && !contains(span, swap.date)) context.report(strayIssue(swap, { named: null, served: [], swaps: [], otherRole: false }));
  }
}

/** The same duty goes the same way once more only after it has come back. */
export function noSwapIsWrittenTwice(context: Context): void {
  const days = new Map<string, Swap[]>();
  for (const swap of allSwaps(context).filter(({ approver, half }) => approver !== null && half !== 'second')) {
    const key = `${swap.role}${swap.date}`;
    const alike = days.get(key) ?? [];
    const there = alike.filter((one) => one.from.order === swap.from.order && one.to.order === swap.to.order);
    const back = alike.filter((one) => one.from.order === swap.to.order && one.to.order === swap.from.order);
    days.set(key, [...alike, swap]);
    if (there.length <= back.length) continue;
    const message = `${toISO(swap.date)}${swap.from.label}换${swap.to.label}已登记过(${swap.sheet}!${there[0]!.cell}),只计一次`;
    context.report(swap.issue('from', { code: 'swap/twice', severity: 'warning', message, remedy: '重复的请删去,或“撤销”填是;另一天的请更正日期', clause: '值班-七(二)' }));
  }
}

export function substitutesAreFreeClerks(context: Context): void {
  const records = recordsOf(context);
  for (const swap of records.swaps.all) {
    const day = records.servedOn(swap.date);
    // what counts nowhere has been told itself
    if (swap.approver === null || !day || day.refused.includes(swap)) continue;
    const obstacle = obstacleOf(swap, records);
    if (obstacle === null) continue;
    context.report(
      swap.issue(swap.half === 'second' ? 'from' : 'to', {
        code: 'swap/substitute-not-free',
        severity: 'violation',
        message: `${toISO(swap.date)}顶替${swap.from.label}的${swap.to.label}${obstacle}`,
        remedy: `请另找当日能${swap.role}的${swap.role === '值班' ? '文秘' : '领导'}顶替;请假等有误的请更正`,
        clause: '值班-七(二)',
      }),
    );
  }
}

const STEPS: readonly (readonly [SwapField & ('toldLeader' | 'toldOffice' | 'toldPhone'), string])[] = [
  ['toldLeader', '报告带班领导'],
  ['toldOffice', '向综合股报备'],
  ['toldPhone', '向信息股通报'],
];

/** The three steps after the approval; a missing one does not make the swap invalid. */
export function swapsAreReported(context: Context): void {
  const table = context.read(swapLedger, { fields: ['date', 'from', 'approver', ...STEPS.map(([field]) => field)] });
  for (const row of table.rows) {
    if (row.approver === null) continue;
    for (const [field, step] of STEPS) {
      if (row[field] !== null) continue;
      context.report(table.issue(row.at, field, { code: 'swap/step-missing', severity: 'warning', message: `未见${toISO(row.date)}${row.from.name}的调换班${step}的记录`, remedy: `请补填“${swapLedger.columns[field].title}”`, clause: '值班-七(二)' }));
    }
  }
}

/** 值班-七(三): who took a duty without approval has none to hand over. */
export function onlyHisOwnDutyIsHandedOver(context: Context): void {
  const records = recordsOf(context);
  const valid = (swap: Swap): boolean => isValid(swap, records);
  for (const { served } of records.days) {
    const { row } = served;
    const judge = (named: readonly Person[], role: Swap['role']): void => {
      for (const person of named) {
        const { person: answering, without } = answerFor(person, chainOf(served, records.swaps, role), valid);
        for (const swap of without) {
          context.report(
            swap.issue('from', { code: 'swap/without-right', severity: 'violation', message: `${toISO(row.date)}的班当时由${answering.label}负责,${swap.from.label}无权再换给${swap.to.label}`, remedy: '请先补全前一次调换的批准,或撤销这一次', clause: '值班-七(三)' }),
          );
        }
      }
    };
    judge([...row.slots.one.people, ...row.slots.two.people], '值班');
    judge(row.slots.leader.people, '带班');
  }
}

/** How a duty came to him, for a finding about it: (换自甲一,调换班!D2); '' where nothing changed hands. */
export function swapNote({ swap, rostered }: Served): string {
  return swap === null ? '' : `(换自${rostered.label},${swap.sheet}!${swap.cell})`;
}
