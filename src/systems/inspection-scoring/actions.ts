/** What a clerk can run: the quarter's scores (督查-二, 督查-三). */
import { addWorkdays } from '../../kernel/due';
import { toISO, type CivilDate } from '../../kernel/date';
import type { Quarter } from '../../kernel/period';
import { defineAction, type Outcome } from '../../ledger/action';
import type { Context } from '../../ledger/context';
import { ledgerRows } from '../../ledger/merge';
import { resultSheet } from '../../ledger/page';
import { parameter } from '../../ledger/parameter';
import type { ResultTable } from '../../ledger/result-table';
import type { LedgerRows, OwnedSheet } from '../../workbook/report';
import { contains } from '../../kernel/period';
import { absences, calendar, liability, people, sections } from '../office/facts';
import { peopleLedger, postsLedger, sectionsLedger } from '../office/ledgers';
import { entries } from './entries';
import { inspections, openings, scoreTable } from './ledgers';
import { publicityDays } from './parameters';
import { fromPoints } from './points';
import { ORDINALS, pageTitle, publicityPage, type PageKind } from './publicity';
import { computeQuarter, type QuarterResult } from './quarter';
import { correction, pageNames, reportOpenings, reportRows } from './quarter-issues';
import { BASE_POINTS } from './score-table';
import { detailTable, personTable, sectionTable, standingSheet } from './tables';

export const QUARTER_ACTION = 'inspection-scoring/quarter';

const PARAMETERS = {
  year: parameter.year('年度', '哪一年'),
  quarter: parameter.quarter('季度', '1至4'),
  draft: parameter.yesNo('汇总稿', '主任办公会之前的汇总稿:作废以外的事项都计入', false),
  dated: parameter.optionalDate('落款日期', '公示页下的日期,公示期从这一天起算;空着印“年 月 日”'),
};

interface Values {
  readonly year: number;
  readonly quarter: number;
  readonly draft: boolean;
  readonly dated: CivilDate | null;
}

/** 分值(算) of the quarter's rows; a row that does not count yet shows what it would add. */
function scoreCells(result: QuarterResult): LedgerRows[] {
  const { table, list } = result.entries;
  if (!table.layout?.columns.has('score')) return [];
  const updates = list.flatMap((entry, index) => (contains(result.period, entry.row.date) ? [{ at: entry.row.at, cells: { score: fromPoints(result.amounts.points[index]!) } }] : []));
  return updates.length > 0 ? [ledgerRows(table, inspections, { updates, inserts: [] })] : [];
}

function publicityCalendar(context: Context, dated: CivilDate | null, days: number): { readonly isWorkday: (date: CivilDate) => boolean; readonly predicted: boolean } {
  if (dated === null) return { isWorkday: () => true, predicted: false };
  const first = context.fact(calendar, { from: dated, to: dated });
  const last = addWorkdays(dated, days, (date) => first.isWorkday(date));
  const whole = context.fact(calendar, { from: dated, to: last });
  return { isWorkday: (date) => whole.isWorkday(date), predicted: whole.uncoveredYears({ from: dated, to: last }).length > 0 };
}

function headlines(result: QuarterResult, kind: PageKind, leftOut: number): string[] {
  const { year, quarter } = result.request;
  const lead = result.sections.filter(({ rank }) => rank !== null && rank <= 3).map(({ section, score, rank }) => `${rank!}.${section} ${fromPoints(score)}`);
  const below = result.persons.filter(({ score }) => score < BASE_POINTS).length;
  return [
    `${year}年第${ORDINALS[quarter as Quarter]}季度${kind}:计入${result.details.length}条事项,个人${result.persons.length}人,股室${result.sections.length}个`,
    ...(lead.length > 0 ? [`股室前三名:${lead.join('、')}`] : []),
    ...(below > 0 ? [`低于基础分:${below}人`] : []),
    ...(result.waiting > 0 ? [`尚未议定、没有计入的事项:${result.waiting}条`] : []),
    ...(leftOut > 0 ? [`有错误、没有计入的行:${leftOut}行`] : []),
  ];
}

function run(context: Context, values: Values): Outcome {
  const request = { year: values.year, quarter: values.quarter as Quarter, draft: values.draft };
  const result = computeQuarter(context, request);
  // the main ledger is what a quarter cannot do without
  if (!result.entries.table.layout) context.read(inspections, { fields: ['date'], must: true });
  reportRows(context, result);
  reportOpenings(context, result);
  const next = correction(context, result);
  const days = context.setting(publicityDays, result.period.to);
  const names = pageNames(context, result);
  const publicity = publicityCalendar(context, values.draft ? null : values.dated, days);
  // nothing is read or reported after this
  const leftOut = context.errorRows;
  const hasErrors = context.acceptsErrors && leftOut > 0;
  const kind: PageKind = values.draft ? '汇总稿' : next && next.number > 0 ? '更正公示' : '公示';
  const draftNote = hasErrors ? `草稿,有${leftOut}行未计入` : null;

  const tables: readonly ResultTable[] = [personTable(result), sectionTable(result), detailTable(result)];
  const above = [`${request.year}年第${ORDINALS[request.quarter]}季度(${toISO(result.period.from)}至${toISO(result.period.to)}),${values.draft ? '汇总稿,含未议定的事项' : '计入已议定、已公示的事项'}`, ...(draftNote ? [draftNote] : [])];
  const page = publicityPage(result, {
    kind,
    ...names,
    dated: values.dated,
    days,
    ...publicity,
    changes: next?.changes ?? [],
    draftNote,
  });
  const parameters = { year: String(values.year), quarter: String(values.quarter), draft: values.draft ? '是' : '否', ...(values.dated === null ? {} : { dated: toISO(values.dated) }) };
  const sheet = (title: string, content: OwnedSheet['content']): OwnedSheet => ({ title, action: QUARTER_ACTION, parameters, content });
  return {
    tables,
    report: {
      sheets: [
        ...tables.map((table) => sheet(table.title, table === tables[2] ? resultSheet(table, { above }) : standingSheet(table, above))),
        sheet(pageTitle(kind, request, next?.number ?? 0, hasErrors), page),
      ],
      ledgers: scoreCells(result),
    },
    headlines: headlines(result, kind, leftOut),
  };
}

export const quarterAction = defineAction({
  id: 'quarter',
  title: '季度得分',
  help: '汇总一个季度的内务督查加扣分,生成个人、股室得分和公示页',
  clause: '督查-二',
  parameters: PARAMETERS,
  inputs: [
    { ledger: peopleLedger, required: ['name'], must: true },
    { ledger: inspections, required: ['date', 'kind', 'person', 'section', 'code', 'state'], must: true },
    { ledger: sectionsLedger, required: ['name'], must: false },
    { ledger: postsLedger, required: ['person', 'effective'], must: false },
    { ledger: scoreTable, required: ['code', 'points'], must: false },
    { ledger: openings, required: ['year', 'kind'], must: false },
  ],
  needs: [entries, people, sections, absences, liability, calendar],
  run,
});
