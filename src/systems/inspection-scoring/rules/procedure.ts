/** The way of a row (督查-二): 登记, 审签, 汇总, 初审, 议定, 公示; each step after the one before, each with its record. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { defineFact } from '../../../ledger/fact';
import type { IssueText } from '../../../ledger/issue';
import type { RowOf, Table } from '../../../ledger/ledger';
import type { Period } from '../../../kernel/period';
import type { Rule } from '../../../ledger/rule';
import { ALL_TIME } from '../entries';
import { inspections, STATES, type State } from '../ledgers';

export const PROCEDURE_FIELDS = ['date', 'registered', 'evidence', 'signer', 'signed', 'state', 'handedIn', 'reviewer', 'reviewed', 'decided', 'posted'] as const;
export type ProcedureField = (typeof PROCEDURE_FIELDS)[number];
export type ProcedureRow = RowOf<typeof inspections.columns, ProcedureField>;
export type ProcedureTable = Table<typeof inspections.columns, ProcedureField>;

/** The rows with the dates and signatures of their way. */
export const procedure = defineFact<ProcedureTable>('inspectionProcedure');

export function readProcedure(context: Context, period: Period): ProcedureTable {
  return context.read(inspections, { fields: PROCEDURE_FIELDS, within: { period, by: ['date'] } });
}

/** Something to say about one cell of a row. */
export interface ProcedureFinding {
  readonly field: ProcedureField;
  readonly text: IssueText;
}

type Judge = (row: ProcedureRow, table: ProcedureTable) => readonly ProcedureFinding[];

export function procedureRule(id: string, clause: string, title: string, judge: Judge): Rule {
  return {
    id,
    clause,
    title,
    needs: [procedure],
    check: (context) => {
      const table = context.fact(procedure, ALL_TIME);
      for (const row of table.rows) for (const { field, text } of judge(row, table)) context.report(table.issue(row.at, field, text));
    },
  };
}

const NONE: readonly ProcedureFinding[] = [];

type Step = 'date' | 'signed' | 'handedIn' | 'reviewed' | 'decided' | 'posted';
const STEPS: readonly (readonly [Step, string])[] = [
  ['date', '发生日期'],
  ['signed', '审签日期'],
  ['handedIn', '交综合股日期'],
  ['reviewed', '初审日期'],
  ['decided', '议定日期'],
  ['posted', '公示日期'],
];

/** 督查-二: no step is dated before the one that comes before it; 督查-三(七) for signing before handing in. */
export function stepsFollowEachOther(row: ProcedureRow): readonly ProcedureFinding[] {
  if (row.posted === null && row.decided === null && row.reviewed === null && row.handedIn === null && row.signed === null) return NONE;
  const findings: ProcedureFinding[] = [];
  let earlier: { readonly step: Step; readonly title: string; readonly on: CivilDate } | null = null;
  for (const [step, title] of STEPS) {
    const on = row[step];
    if (on === null) continue;
    if (earlier && on < earlier.on) {
      const handIn = earlier.step === 'signed' && step === 'handedIn';
      findings.push({
        field: step,
        text: {
          code: 'scoring/steps-reversed',
          severity: handIn ? 'warning' : 'violation',
          message: `${title}${toISO(on)}早于${earlier.title}${toISO(earlier.on)}`,
          remedy: `请核对这两个日期;应先有${earlier.title.replace('日期', '')},后有${title.replace('日期', '')}`,
          clause: handIn ? '督查-三(七)' : '督查-二',
        },
      });
    }
    earlier = { step, title, on };
  }
  return findings;
}

/** 督查-二: what is registered has happened. */
export function registrationComesAfterTheFact(row: ProcedureRow): readonly ProcedureFinding[] {
  if (row.registered === null || row.registered >= row.date) return NONE;
  return [
    {
      field: 'registered',
      text: {
        code: 'scoring/registered-before',
        severity: 'warning',
        message: `登记日期${toISO(row.registered)}早于发生日期${toISO(row.date)}`,
        remedy: '请核对这两个日期',
        clause: '督查-二',
      },
    },
  ];
}

const RECORDS: readonly (readonly [ProcedureField, string, State])[] = [
  ['signer', '审签人', '审签'],
  ['signed', '审签日期', '审签'],
  ['handedIn', '交综合股日期', '汇总'],
  ['reviewer', '初审人', '初审'],
  ['reviewed', '初审日期', '初审'],
  ['decided', '议定日期', '议定'],
  ['posted', '公示日期', '公示'],
];

/** The steps that carry a date, the last one first. */
const DATED_RECORDS = RECORDS.filter(([field]) => field !== 'signer' && field !== 'reviewer').reverse();

const levelOf = (state: State): number => STATES.indexOf(state);

/** 督查-二: every step that a row has passed left its record (columns that the sheet lacks are not asked for). */
export function everyStepLeavesItsRecord(row: ProcedureRow, table: ProcedureTable): readonly ProcedureFinding[] {
  if (row.state === null || row.state === '登记') return NONE;
  const level = levelOf(row.state);
  const missing = RECORDS.filter(([field, , state]) => levelOf(state) <= level && row[field] === null && table.has(field));
  if (missing.length === 0) return NONE;
  return [
    {
      field: missing[0]![0],
      text: {
        code: 'scoring/record-missing',
        severity: 'warning',
        message: `状态是“${row.state}”,未见${missing.map(([, title]) => title).join('、')}`,
        remedy: '请补填;可能只是还没有录入',
        clause: '督查-二',
      },
    },
  ];
}

/** 督查-二: a row whose later step is dated has a state that keeps up, or it counts too little. */
export function stateKeepsUpWithTheDates(row: ProcedureRow): readonly ProcedureFinding[] {
  const last = DATED_RECORDS.find(([field]) => row[field] !== null);
  if (!last || row.state === null || levelOf(row.state) >= levelOf(last[2])) return NONE;
  return [
    {
      field: 'state',
      text: {
        code: 'scoring/state-behind',
        severity: 'warning',
        message: `已填${last[1]},状态仍是“${row.state}”${levelOf(row.state) < levelOf('议定') ? ',未计入得分' : ''}`,
        remedy: `请把状态改为“${last[2]}”,或核对日期`,
        clause: '督查-二',
      },
    },
  ];
}
