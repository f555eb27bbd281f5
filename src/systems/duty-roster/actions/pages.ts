import { toISO, type CivilDate } from '../../../kernel/date';
import { monthPeriod, monthsOf, type Period } from '../../../kernel/period';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT, type OwnedSheet } from '../../../workbook/report';
import { absences as absencesFact, calendar as calendarFact, NO_DAYS } from '../../office/facts';
import { rosterLedger } from '../ledgers';
import { longAbsenceDays } from '../parameters';
import { AbsenceBook } from '../reading/absence-book';
import { dutyRecords } from '../reading/records';
import { standingAdjustments } from '../roster/adjustments';
import { ledgerPages } from '../roster/page-days';
import { footerOf, pagesOf } from '../roster/pages';
import { gridSheet, gridTable } from '../views/month-grid';
import { matrixSheet, matrixTable } from '../views/person-days';
import { draftNoteOf, hasRoster } from './roster-run';

const ACTION = 'duty-roster/pages';

/** Whole months, and whole holidays at their ends: what the pages show. */
function stretchOf(context: Context, period: Period): Period {
  const months = monthsOf(period).map(({ year, month }) => monthPeriod(year, month));
  const holidays = context.fact(calendarFact, NO_DAYS).holidays(period).map((holiday) => holiday.period);
  const all = [...months, ...holidays];
  return { from: Math.min(...all.map(({ from }) => from)) as CivilDate, to: Math.max(...all.map(({ to }) => to)) as CivilDate };
}

function run(context: Context, period: Period, dated: CivilDate | null): Outcome {
  if (!hasRoster(context, period)) return { tables: ['月历', '人员日历'].map((title) => ({ title, columns: [], rows: [] })), report: EMPTY_REPORT, headlines: ['没有可打印的日子'] };
  context.fact(calendarFact, period);
  const records = context.fact(dutyRecords, stretchOf(context, period));
  const absences = new AbsenceBook(context.fact(absencesFact, records.days.length === 0 ? period : stretchOf(context, period)), context.setting(longAbsenceDays, period.from));
  const options = { dated, draftNote: draftNoteOf(context) };
  const source = ledgerPages(records, standingAdjustments(context.snapshot));
  const footer = footerOf(context, options, period.to, []);
  const span = `${toISO(period.from)}至${toISO(period.to)}`;
  const parameters = { from: toISO(period.from), to: toISO(period.to), ...(dated === null ? {} : { dated: toISO(dated) }) };
  const sheet = (title: string, content: OwnedSheet['content']): OwnedSheet => ({ title, action: ACTION, parameters, content });
  // overviews carry unit and date, no signatures
  const page = (title: string) => ({ title: `${footer.office}${title}`, notes: footer.notes.slice(0, 1), closing: footer.closing.slice(-1), draftNote: options.draftNote });
  const grid = gridTable(records, period);
  const matrix = matrixTable(records, absences, period);
  const printed = pagesOf(context, source, period, options);
  return {
    tables: [grid, matrix],
    report: {
      sheets: [sheet(grid.title, gridSheet(records, period, page('值班月历'))), sheet(matrix.title, matrixSheet(records, absences, period, page('值班与请假一览表'))), ...printed.map(({ title, content }) => sheet(title, content))],
      ledgers: [],
    },
    headlines: [`${span}:打印页${printed.length}张(${printed.map(({ title }) => title).join('、')}),另有月历、人员日历`],
  };
}

/** The pages of the ledger as it stands, nothing solved: months and festivals as they hang on the wall, a calendar grid, people by days (值班-四). */
export const pagesAction = defineAction({
  id: 'pages',
  title: '值班打印页',
  help: '按值班表现有内容重印月度、假期值班安排表,并做月历和人员日历(值班、请假、外出一览)',
  clause: '值班-四(二)',
  parameters: {
    from: parameter.date('开始日期', '所涉月份整月打印'),
    to: parameter.date('结束日期', '含当天'),
    dated: parameter.optionalDate('落款日期', '打印页下的日期;空着印“年 月 日”'),
  },
  inputs: [{ ledger: rosterLedger, required: ['date'], must: true }],
  needs: [dutyRecords, calendarFact, absencesFact],
  run: (context, { from, to, dated }) => run(context, { from, to }, dated),
});
