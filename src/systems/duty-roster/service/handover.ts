/** 值班-五(一): at nine, face to face, by who really served, with everything on the list. */
import { addDays, civilMinute, minuteToISO, toISO, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import { parseChineseNumeral } from '../../../kernel/text/chineseNumeral';
import { compactText } from '../../../kernel/text/normalize';
import { parseYesNo } from '../../../kernel/text/yesNo';
import type { Moment } from '../../../ledger/column';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import { NO_DAYS, people, type Person } from '../../office/facts';
import { dutyRecords, rosterSpan, type DutyRecords } from '../reading/records';
import { clerksOn, isAmong, labels, signer } from './actual';
import { HANDED_ITEMS, HANDED_KEYS, handoverLedger } from './ledgers';
import { reportMissingDays } from './missing';

const CLAUSE = '值班-五(一)';
const HANDOVER_HOUR = 9;

type HandoverField = keyof typeof handoverLedger.columns & string;

export interface Handover {
  readonly at: number;
  readonly date: CivilDate;
  readonly time: Moment | null;
  /** Who hands over the day before; null where a name is nobody's. */
  readonly from: readonly Person[] | null;
  /** Who takes over this day; null where a name is nobody's. */
  readonly to: readonly Person[] | null;
  readonly sheet: string;
  /** A1 address of 接班人. */
  readonly cell: string;
  issue(field: HandoverField, text: IssueText): Issue;
}

/** Rows of 交接班 of a period (all rows without one), in the order of the sheet. */
export function readHandovers(context: Context, records: Pick<DutyRecords, 'servedOn'>, period: Period | null): readonly Handover[] {
  const directory = context.fact(people, NO_DAYS);
  const fields = ['date', 'time', 'from', 'to'] as const;
  const table = context.read(handoverLedger, period === null ? { fields } : { fields, within: { period, by: ['date'] } });
  return table.rows.map(({ at, date, time, from, to }): Handover => {
    const named = (field: 'from' | 'to', refs: typeof from, served: CivilDate): readonly Person[] | null => {
      const serving = clerksOn(records, served) ?? [];
      const found = (refs ?? []).map((ref) => signer(context, directory, ref, { table, at, field, on: served, serving }));
      return found.includes(null) ? null : found.filter((person) => person !== null);
    };
    return {
      at,
      date,
      time,
      from: named('from', from, addDays(date, -1)),
      to: named('to', to, date),
      sheet: table.sheet,
      cell: table.cell(at, 'to'),
      issue: (field, text) => table.issue(at, field as 'date', text),
    };
  });
}

function recordsOf(context: Context): DutyRecords {
  return context.fact(dutyRecords, rosterSpan(context));
}

/** 接班人(d) = who serves d, 交班人(d) = who served d-1, swaps applied; of two on duty either signs. */
export function whoServedHandsOver(context: Context): void {
  const records = recordsOf(context);
  const rows = readHandovers(context, records, null);
  for (const row of rows) {
    for (const [field, date, signed, verb] of [['from', addDays(row.date, -1), row.from, '交班'], ['to', row.date, row.to, '接班']] as const) {
      if (signed === null) continue;
      const served = clerksOn(records, date);
      if (signed.length === 0) {
        // nobody served the day before the first row of 值班表
        if (served === null && field === 'from') continue;
        context.report(row.issue(field, { code: 'handover/signer-blank', severity: 'warning', message: `未见${toISO(row.date)}的${verb}人`, remedy: `请填写${served === null ? '实际' : labels(served)}${verb}的人`, clause: CLAUSE }));
        continue;
      }
      const strangers = served === null ? [] : signed.filter((person) => !isAmong(person, served));
      if (served === null || strangers.length === 0) continue;
      context.report(
        row.issue(field, {
          code: field === 'to' ? 'handover/wrong-taker' : 'handover/wrong-giver',
          severity: 'violation',
          message: `${toISO(row.date)}${verb}的${labels(strangers)}不是${toISO(date)}的实际值班人${labels(served)}`,
          remedy: '请更正姓名;换了人的,请在调换班登记并由分管科级批准',
          clause: CLAUSE,
        }),
      );
    }
  }
  chainIsUnbroken(context, records, rows);
}

/** Who took over hands over next: said of days that 值班表 knows nothing about; the others are compared with 值班表. */
function chainIsUnbroken(context: Context, records: DutyRecords, rows: readonly Handover[]): void {
  const takers = new Map<CivilDate, readonly Person[]>();
  for (const { date, to } of rows) takers.set(date, [...(takers.get(date) ?? []), ...(to ?? [])]);
  for (const row of rows) {
    const before = addDays(row.date, -1);
    const took = takers.get(before) ?? [];
    if (row.from === null || row.from.length === 0 || took.length === 0 || clerksOn(records, before) !== null) continue;
    if (row.from.some((person) => isAmong(person, took))) continue;
    context.report(row.issue('from', { code: 'handover/chain-broken', severity: 'violation', message: `${toISO(row.date)}交班的是${labels(row.from)},${toISO(before)}接班的是${labels(took)}`, remedy: '请核对交班人和前一天的接班人', clause: CLAUSE }));
  }
}

/** Later than 9:00 is late; a time that holds only a date is judged by the date. */
export function handoversAreOnTime(context: Context): void {
  const table = context.read(handoverLedger, { fields: ['date', 'time'] });
  for (const { at, date, time } of table.rows) {
    const say = (code: string, message: string, remedy: string): void => context.report(table.issue(at, 'time', { code, severity: 'warning', message, remedy, clause: CLAUSE }));
    if (time === null) say('handover/time-blank', `未见${toISO(date)}的交接时间`, '请填写交接时间,例如 9:00');
    else if (time.date < date) say('handover/other-day', `${toISO(date)}的交接时间写的是${minuteToISO(time.at).replace('T', ' ')}`, '请核对日期和时间');
    else if (time.dateOnly ? time.date > date : time.at > civilMinute(date, HANDOVER_HOUR)) {
      say('handover/late', `${toISO(date)}的交接班在${time.dateOnly ? toISO(time.date) : minuteToISO(time.at).replace('T', ' ')},晚于9:00,是迟交接`, '请核对时间;确是迟交接的按实保留,不自动扣分');
    }
  }
}

const CHECKED = ['date', ...HANDED_ITEMS, ...HANDED_KEYS, 'clean', 'signed'] as const;
const TICKED = [...HANDED_ITEMS, 'clean', 'signed'] as const;

/** 1, 1把, 一把, or a tick for one; null for anything else. */
function keysOf(typed: string): number | null {
  const plain = compactText(typed).replace(/[把个]$/, '');
  const count = /^\d{1,3}$/.test(plain) ? Number(plain) : parseChineseNumeral(plain);
  if (count !== undefined) return count;
  const ticked = parseYesNo(plain);
  return ticked === null ? null : Number(ticked);
}

/** Everything on the list is there, one key of each room, the room clean, both have signed. */
export function theListIsComplete(context: Context): void {
  const table = context.read(handoverLedger, { fields: CHECKED });
  const title = (field: HandoverField): string => handoverLedger.columns[field].title;
  for (const row of table.rows) {
    const blank = [...TICKED, ...HANDED_KEYS].filter((field) => row[field] === null);
    if (blank.length > 0) {
      context.report(table.issue(row.at, blank[0]!, { code: 'handover/list-blank', severity: 'warning', message: `未见${toISO(row.date)}交接清单的${blank.map(title).join('、')}`, remedy: '请逐项勾选,钥匙写把数', clause: CLAUSE }));
    }
    for (const field of TICKED) {
      if (row[field] !== false) continue;
      context.report(table.issue(row.at, field, { code: 'handover/list-incomplete', severity: 'violation', message: `${toISO(row.date)}交接班的“${title(field)}”填的是否`, remedy: '请补齐后更正,或在“异常”写明去向', clause: CLAUSE }));
    }
    for (const field of HANDED_KEYS) {
      const typed = row[field];
      if (typed === null) continue;
      const count = keysOf(typed);
      if (count === null) {
        context.report(table.issue(row.at, field, { code: 'handover/keys-unreadable', severity: 'error', message: `“${title(field)}”里的“${typed}”不是把数`, remedy: '请写把数,例如 1', clause: CLAUSE }));
        continue;
      }
      if (count === 1) continue;
      context.report(table.issue(row.at, field, { code: 'handover/keys', severity: 'violation', message: `${toISO(row.date)}交接的${title(field)}是${count}把,应为1把`, remedy: '请核对钥匙,或在“异常”写明去向', clause: CLAUSE }));
    }
  }
}

/** Between the first and the last row no morning is missing. */
export function noHandoverIsMissing(context: Context): void {
  const table = context.read(handoverLedger, { fields: ['date'] });
  reportMissingDays(context, table.sheet, table.rows.map(({ date }) => date), () => true, (stretch) => ({
    code: 'handover/missing',
    severity: 'warning',
    message: `未见${stretch}的交接班记录`,
    remedy: '请补登;没有当面交接的请核实',
    clause: CLAUSE,
  }));
}
