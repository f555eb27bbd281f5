/** Explains cells of 值班表, 公平性, 变动 and the duty pages from the workbook alone. */
import type { InSlices } from '../../../kernel/slices';
import type { Context } from '../../../ledger/context';
import type { Explainer, ExplainTarget, ExplanationLine } from '../../../ledger/explain';
import { absences, authority, calendar, liaisons, people } from '../../office/facts';
import { readCase } from '../reading/roster-case';
import { solveCaseInSlices } from '../roster/outcome';
import { balanceLines } from './balance';
import { clerkLines, leaderLines } from './day';
import { targetOf } from './target';

function* explain(context: Context, cell: ExplainTarget): InSlices<readonly ExplanationLine[] | null> {
  const target = targetOf(context, cell);
  if (!target) return null;
  // what is published is explained like what is not: whoever asks why it is him asks after it was published
  const subject = readCase(context, { ...target.request, replan: 'fairest' });
  if (!subject) return null;
  const solved = yield* solveCaseInSlices(context, subject);
  if (target.kind === 'balance') return balanceLines(solved, target.name, target.title);
  // the request's period holds the day
  const index = target.date - subject.period.from;
  return target.field === 'leader' ? leaderLines(solved, index) : clerkLines(solved, index, target.field);
}

export const explainers: readonly Explainer[] = [{ id: 'duty', needs: [people, calendar, absences, liaisons, authority], explain }];
