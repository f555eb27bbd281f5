/** What generate and replan share: read the case, solve it, write 值班表, 公平性, 变动 and the pages (值班-一, 值班-二, 值班-四). */
import { toISO, type CivilDate } from '../../../kernel/date';
import { lengthOf, type Period } from '../../../kernel/period';
import type { InSlices } from '../../../kernel/slices';
import type { ActionInput, Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { resultSheet } from '../../../ledger/page';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT, type OwnedSheet } from '../../../workbook/report';
import { absences, authority, calendar, liaisons, people } from '../../office/facts';
import { liaisonsLedger, peopleLedger } from '../../office/ledgers';
import { daysOffLedger, emergencyLedger, holidayLeadersLedger, openingLedger, rosterLedger, swapLedger } from '../ledgers';
import { minimumGap } from '../parameters';
import { readCase, type ReplanMode } from '../reading/roster-case';
import { adjustmentsOf } from '../roster/adjustments';
import { certificateOf, infeasibleCertificate, type Certificate } from '../roster/certificate';
import { fairnessAbove, fairnessRows, fairnessSentence, fairnessSheet, fairnessTable } from '../roster/fairness';
import { reportFindings } from '../roster/findings';
import { changeTable, isRowChanged, replacements, reportReplacements, rosterRows, rosterTable } from '../roster/ledger-edits';
import { solveCaseInSlices, type SolvedCase } from '../roster/outcome';
import { adjustmentNotice, NOTICE_TITLE, TOLD_TITLE } from '../roster/notice';
import { solvedPages } from '../roster/page-days';
import { pagesOf } from '../roster/pages';

/** A roster of more days than this is a slip of the year. */
const MOST_DAYS = 3700;

export const ROSTER_PARAMETERS = {
  from: parameter.date('开始日期', '排班的第一天'),
  to: parameter.date('结束日期', '排班的最后一天,含当天'),
  minGap: parameter.optionalInteger('最小间隔', '同一人两班至少相隔几天;空着用参数“最小间隔”', 1, 60, minimumGap),
  keepBefore: parameter.optionalDate('此前不变', '这一天之前已填的不再改动'),
  dated: parameter.optionalDate('落款日期', '打印页下的日期;空着印“年 月 日”'),
};

export interface RosterValues {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly minGap: number | null;
  readonly keepBefore: CivilDate | null;
  readonly dated: CivilDate | null;
}

function nothing(mode: ReplanMode | null, headline: string, certificate?: Certificate): Outcome {
  const titles = [rosterLedger.sheet, '公平性', '变动', ...(mode === null ? [] : [NOTICE_TITLE, TOLD_TITLE])];
  return { tables: titles.map((title) => ({ title, columns: [], rows: [] })), report: EMPTY_REPORT, headlines: [headline], ...(certificate ? { certificate } : {}) };
}

/** Whether the period can be rostered; says why not. */
export function isUsablePeriod(context: Context, period: Period): boolean {
  const days = lengthOf(period);
  if (days > 0 && days <= MOST_DAYS) return true;
  context.report({
    code: 'roster/period',
    severity: 'error',
    sheet: '',
    cell: '',
    message: days === 0 ? `结束日期${toISO(period.to)}早于开始日期${toISO(period.from)}` : `${toISO(period.from)}至${toISO(period.to)}有${days}天,一次最多排${MOST_DAYS}天`,
    remedy: '请核对开始、结束日期',
    clause: '值班-四(一)',
  });
  return false;
}

/** Whether actions about the ledger as it stands can begin: a usable period, and the ledger is there. */
export function hasRoster(context: Context, period: Period): boolean {
  if (!isUsablePeriod(context, period)) return false;
  return context.read(rosterLedger, { fields: ['date'], must: true, within: { period, by: ['date'] } }).layout !== null;
}

function parametersOf({ from, to, minGap, keepBefore, dated }: RosterValues, mode: ReplanMode | null): Readonly<Record<string, string>> {
  return {
    from: toISO(from),
    to: toISO(to),
    ...(minGap === null ? {} : { minGap: String(minGap) }),
    ...(keepBefore === null ? {} : { keepBefore: toISO(keepBefore) }),
    ...(mode === null ? {} : { mode }),
    ...(dated === null ? {} : { dated: toISO(dated) }),
  };
}

function headlinesOf(solved: SolvedCase, sentence: string, certificate: Certificate, replaced: number): readonly string[] {
  const { period } = solved.subject;
  const open = solved.plans.reduce((sum, { unfilled }) => sum + unfilled, 0);
  return [
    `${toISO(period.from)}至${toISO(period.to)},${solved.plans.length}天,${solved.subject.clerks.length}名文秘:${sentence}`,
    certificate.statement,
    ...(open > 0 ? [`无人可排的班次:${open}个`] : []),
    ...(replaced > 0 ? [`替换已填的单元格:${replaced}个`] : []),
  ];
}

/** Makes the roster of a period, or (with a mode) changes what stands. `action` owns the sheets. */
export function* runRoster(context: Context, action: string, values: RosterValues, mode: ReplanMode | null): InSlices<Outcome> {
  const period = { from: values.from, to: values.to };
  if (!isUsablePeriod(context, period)) return nothing(mode, '没有排班');
  const subject = readCase(context, { period, minGap: values.minGap, keepBefore: values.keepBefore, ...(mode === null ? {} : { replan: mode }) });
  if (!subject) return nothing(mode, '没有可排值班的文秘,没有排班');
  if (subject.conflicts.count > 0 && !context.acceptsErrors) return nothing(mode, '锁定互相矛盾,没有排班', infeasibleCertificate());

  const solved = yield* solveCaseInSlices(context, subject);
  reportFindings(context, solved);
  const replaced = replacements(solved);
  reportReplacements(context, solved, replaced);
  const certificate = certificateOf(solved);
  const rows = fairnessRows(solved);
  const fairness = fairnessTable(rows);
  const changes = changeTable(replaced);
  const options = { dated: values.dated, draftNote: draftNoteOf(context) };
  const pages = pagesOf(context, solvedPages(context, solved, adjustmentsOf(context.snapshot, solved, replaced, mode !== null)), period, options);
  const notice = mode === null ? null : adjustmentNotice(context, solved, replaced, options);
  const parameters = parametersOf(values, mode);
  const sheet = (title: string, content: OwnedSheet['content']): OwnedSheet => ({ title, action, parameters, content });
  // a run that changes no row leaves what the last one said about changes
  const changed = solved.plans.some(isRowChanged);
  return {
    tables: [rosterTable(solved), fairness, changes, ...(notice ? [notice.table, notice.told] : [])],
    report: {
      sheets: [
        sheet(fairness.title, fairnessSheet(fairness, fairnessAbove(solved, rows, certificate))),
        ...(changed ? [sheet(changes.title, resultSheet(changes, { above: [`${toISO(period.from)}至${toISO(period.to)}:替换已填的单元格${replaced.length}个。`] }))] : []),
        ...(notice && replaced.length > 0 ? [sheet(notice.title, notice.content), sheet(notice.told.title, resultSheet(notice.told))] : []),
        ...pages.map(({ title, content }) => sheet(title, content)),
      ],
      ledgers: [rosterRows(solved)],
    },
    certificate,
    headlines: headlinesOf(solved, fairnessSentence(rows), certificate, replaced.length),
  };
}

/** 草稿,有 N 行未计入; null when everything could be read. */
export function draftNoteOf(context: Context): string | null {
  return context.acceptsErrors && context.errorRows > 0 ? `草稿,有${context.errorRows}行未计入` : null;
}

export const ROSTER_INPUTS: readonly ActionInput[] = [
  { ledger: peopleLedger, required: ['name'], must: true },
  { ledger: rosterLedger, required: ['date'], must: false },
  { ledger: openingLedger, required: ['person'], must: false },
  { ledger: swapLedger, required: ['date', 'from', 'to'], must: false },
  { ledger: holidayLeadersLedger, required: ['date'], must: false },
  { ledger: emergencyLedger, required: ['from', 'to'], must: false },
  { ledger: daysOffLedger, required: ['person', 'from'], must: false },
  { ledger: liaisonsLedger, required: ['leader'], must: false },
];

export const ROSTER_NEEDS = [people, calendar, absences, liaisons, authority];
