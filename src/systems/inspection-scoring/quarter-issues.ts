/** What a quarter says beside its numbers. */
import { toISO } from '../../kernel/date';
import { contains } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import { printedOfficeName } from '../office/office-name';
import { objectionPhone } from './parameters';
import { changeIssue, correctionTitle, nextPage, pageOf, postedPages, type NextPage } from './posted';
import { isSupplement, type QuarterResult } from './quarter';
import { ENTRY_CHECKS } from './rules';
import { supplementText } from './rules/hand-in';

/** Findings about the rows that enter the numbers. */
export function reportRows(context: Context, result: QuarterResult): void {
  const { table } = result.entries;
  for (const { entry, field, text } of result.amounts.findings) context.report(table.issue(entry.row.at, field, text));
  const counted = result.entries.list.filter((entry, index) => result.counts[index] === 1 && contains(result.period, entry.row.date));
  for (const check of ENTRY_CHECKS) check.judge(counted, context, (entry, field, text) => context.report(table.issue(entry.row.at, field, text)));
  for (const { row } of counted) {
    if (isSupplement(row.date)) context.report(table.issue(row.at, 'date', supplementText(`发生在${toISO(row.date)}`)));
  }
}

/** What the opening balances hold already, and what they cannot say. */
export function reportOpenings(context: Context, result: QuarterResult): void {
  const { openings, period } = result;
  const all = [...openings.persons.values(), ...openings.sections.values()].flat();
  const inside = all.find(({ until }) => until !== null && contains(period, until) && until < period.to);
  if (inside) {
    context.report({
      code: 'scoring/opening-in-quarter',
      severity: 'warning',
      sheet: '得分期初',
      cell: '',
      message: `得分期初截至${toISO(inside.until!)},在本季度之内:本季加分、扣分只含“督查事项”登记的,累计含期初`,
      remedy: '期初最好截至上一季度末;本季度的事项请逐条登记',
      clause: '督查-三(序)',
    });
  }
  if (openings.summed.size > 0) {
    context.report({
      code: 'scoring/opening-of-sections',
      severity: 'info',
      sheet: '得分期初',
      cell: '',
      message: `得分期初没有${[...openings.summed].join('、')}的股室行,股室期初按其人员的期初相加`,
      remedy: '股室另有期初的,请补写一行(对象类型写股室,数额为全股室合计)',
      clause: '督查-三(六)',
    });
  }
}

/** 督查-二: the page to write for a posted quarter, with the numbers that have changed since the one before it; null for a quarter that is not posted. */
export function correction(context: Context, result: QuarterResult): NextPage | null {
  const { year, quarter, draft } = result.request;
  if (draft || !result.posted) return null;
  const next = nextPage(postedPages(context.snapshot, year, quarter), pageOf(result));
  const { against } = next;
  if (!against) return next;
  for (const change of next.changes) context.report(changeIssue(change, against.sheet));
  if (next.isNew && against.number > 0) {
    context.report({
      code: 'scoring/correction-again',
      severity: 'info',
      sheet: against.sheet,
      cell: '',
      message: `本季度已有“${against.sheet}”,得分与它比较,新的一页是“${correctionTitle(year, quarter, next.number)}”`,
      remedy: `“${against.sheet}”还没有公布的,请删去这张表后再运行一次`,
      clause: '督查-二',
    });
  }
  return next;
}

/** What the page needs of 参数; blank values are said. */
export function pageNames(context: Context, result: QuarterResult): { readonly office: string; readonly phone: string } {
  const phone = context.setting(objectionPhone, result.period.to);
  if (phone === '' && !result.request.draft) {
    context.report({ code: 'scoring/objection-phone-blank', severity: 'info', sheet: '参数', cell: '', message: '参数“异议电话”是空的,公示页上留了空位', remedy: '请在“参数”表写明异议电话', clause: '督查-二' });
  }
  return { office: printedOfficeName(context, result.period.to), phone };
}
