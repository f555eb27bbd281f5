/** 值班-七(二), 值班-七(三): a swap is approved in time by whom it needs, given to somebody free, and told to whom it concerns. */
import { toISO } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { Person } from '../../office/facts';
import { swapLedger } from '../ledgers';
import { approvalFindings, answerFor, isValid, obstacleOf } from '../reading/swap-validity';
import type { Swap, SwapField } from '../reading/swaps';
import { recordsOf } from './subject';

export function swapsAreApprovedBeforeTheShift(context: Context): void {
  const { swaps, authority } = recordsOf(context);
  for (const swap of swaps.all) for (const { field, text } of approvalFindings(swap, authority)) context.report(swap.issue(field, text));
}

export function substitutesAreFreeClerks(context: Context): void {
  const { swaps, refusals } = recordsOf(context);
  for (const swap of swaps.all) {
    const obstacle = swap.approver === null ? null : obstacleOf(swap, refusals);
    if (obstacle === null) continue;
    context.report(swap.issue('to', { code: 'swap/substitute-not-free', severity: 'violation', message: `${toISO(swap.date)}顶替${swap.from.label}的${swap.to.label}${obstacle}`, remedy: '请另找当日能值班的文秘顶替;请假等有误的请更正', clause: '值班-七(二)' }));
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

/** 值班-七(三): who has no duty, or took it without approval, has none to hand over. */
export function onlyHisOwnDutyIsHandedOver(context: Context): void {
  const { days, swaps, authority, refusals } = recordsOf(context);
  const valid = (swap: Swap): boolean => isValid(swap, authority, refusals);
  for (const { served } of days) {
    const { row } = served;
    const judge = (named: readonly Person[], role: Swap['role']): void => {
      for (const person of named) {
        const { person: answering, without } = answerFor(person, swaps.on(row.date, role), valid);
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
