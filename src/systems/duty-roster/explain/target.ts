/** Which day or whose balance a cell is about, and the run that made it. */
import { addDays, civilDate, fromISO, fromSerial, isValidDate, partsOf, weekdayOf, type CivilDate } from '../../../kernel/date';
import { contains, monthPeriod } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { ExplainTarget } from '../../../ledger/explain';
import { CELL_KIND } from '../../../workbook/cell';
import { marksOf, type OwnerMark } from '../../../workbook/mark';
import { cellAt, findSheet, type SheetSnapshot } from '../../../workbook/snapshot';
import { GENERATE_ACTION } from '../actions/generate';
import { REPLAN_ACTION } from '../actions/replan';
import { rosterLedger } from '../ledgers';
import type { CaseRequest } from '../reading/roster-case';
import type { SlotField } from '../reading/rows';

export interface DayTarget {
  readonly kind: 'day';
  readonly date: CivilDate;
  readonly field: SlotField;
  /** The run whose period holds the day; null: none on record, its month is taken. */
  readonly request: CaseRequest;
}

export interface BalanceTarget {
  readonly kind: 'balance';
  /** As 公平性 names him. */
  readonly name: string;
  /** Column title. */
  readonly title: string;
  readonly request: CaseRequest;
}

export type Target = DayTarget | BalanceTarget;

/** Runs that make a roster. */
const ROSTER_ACTIONS: readonly string[] = [GENERATE_ACTION, REPLAN_ACTION];

/** null: no cell of this room. */
export function targetOf(context: Context, target: ExplainTarget): Target | null {
  const sheet = findSheet(context.snapshot, target.sheet);
  if (!sheet) return null;
  const { row, column } = target.cell;
  if (target.mark) {
    if (!ROSTER_ACTIONS.includes(target.mark.action)) return null;
    return target.mark.title.startsWith('公平性') ? balanceTarget(sheet, row, column, target.mark) : pageTarget(context, sheet, row, column, target.mark);
  }
  return ledgerTarget(context, target);
}

function ledgerTarget(context: Context, { sheet, cell }: ExplainTarget): DayTarget | null {
  const table = context.read(rosterLedger, { fields: ['date'], quietly: true });
  const found = table.layout?.sheet === sheet ? table.rows.find(({ at }) => at === cell.row) : undefined;
  if (!found) return null;
  const title = [...table.layout!.columns].find(([, column]) => column === cell.column)?.[0] ?? 'one';
  const field: SlotField = title === 'two' || title === 'wroteTwo' ? 'two' : title.toLowerCase().includes('leader') ? 'leader' : 'one';
  return { kind: 'day', date: found.date, field, request: requestFor(context, found.date) };
}

/** The last run whose period holds the day: its 公平性 or a page tells; else the month. */
export function requestFor(context: Context, date: CivilDate): CaseRequest {
  const requests = [...marksOf(context.snapshot.names).values()].filter(({ action }) => ROSTER_ACTIONS.includes(action)).sort((a, b) => Number(b.title.startsWith('公平性')) - Number(a.title.startsWith('公平性')));
  for (const mark of requests) {
    const request = requestOf(mark);
    if (request && contains(request.period, date)) return request;
  }
  const { year, month } = partsOf(date);
  return { period: monthPeriod(year, month), minGap: null, keepBefore: null };
}

/** Parameters as the mark keeps them. */
function requestOf({ parameters }: OwnerMark): CaseRequest | null {
  const date = (name: string): CivilDate | null => fromISO(parameters[name] ?? '') ?? null;
  const [from, to] = [date('from'), date('to')];
  if (from === null || to === null) return null;
  return { period: { from, to }, minGap: parameters['minGap'] === undefined ? null : Number(parameters['minGap']), keepBefore: date('keepBefore') };
}

const textAt = (sheet: SheetSnapshot, row: number, column: number): string => {
  const cell = cellAt(sheet, row, column);
  return cell.kind === CELL_KIND.text ? String(cell.value) : '';
};

/** The nearest row above whose first cell is `first`, or -1. */
function headerAbove(sheet: SheetSnapshot, row: number, first: string): number {
  for (let at = row - 1; at >= 0; at -= 1) if (textAt(sheet, at, 0) === first) return at;
  return -1;
}

function balanceTarget(sheet: SheetSnapshot, row: number, column: number, mark: OwnerMark): BalanceTarget | null {
  const header = headerAbove(sheet, row, '姓名');
  const name = textAt(sheet, row, 0);
  const request = requestOf(mark);
  return header < 0 || name === '' || !request ? null : { kind: 'balance', name, title: textAt(sheet, header, column), request };
}

/** A page of a month or festival, or 变动: the first column holds the day. */
function pageTarget(context: Context, sheet: SheetSnapshot, row: number, column: number, mark: OwnerMark): DayTarget | null {
  const header = headerAbove(sheet, row, '日期');
  const date = header < 0 ? null : dayAt(sheet, row, mark);
  if (date === null) return null;
  const titles = Array.from({ length: column + 1 }, (_, index) => textAt(sheet, header, index));
  // a phone belongs to the name on its left
  const named = titles.filter((title) => /值班人员|带班/.test(title)).at(-1) ?? '';
  const field: SlotField = named.startsWith('带班') ? 'leader' : named.endsWith('②') ? 'two' : 'one';
  return { kind: 'day', date, field, request: requestFor(context, date) };
}

/** 3月5日 of the page's year, or a date cell. */
function dayAt(sheet: SheetSnapshot, row: number, mark: OwnerMark): CivilDate | null {
  const cell = cellAt(sheet, row, 0);
  if (cell.kind === CELL_KIND.date) return fromSerial(cell.value as number);
  const day = /^(\d+)月(\d+)日$/.exec(textAt(sheet, row, 0));
  const year = /(\d{4})年/.exec(mark.title) ?? /^(\d{4})-/.exec(mark.parameters['from'] ?? '');
  if (!day || !year) return null;
  const [month, date] = [Number(day[1]), Number(day[2])];
  // the holiday of 元旦 may begin in December: the page bears the year in which it ends
  const wanted = Number(year[1]) - (month === 12 && !mark.title.includes('年12月') && mark.title.startsWith('元旦') ? 1 : 0);
  return isValidDate(wanted, month, date) ? civilDate(wanted, month, date) : null;
}

/** Monday of a day's week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, -weekdayOf(date));
}
