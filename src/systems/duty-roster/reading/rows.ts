/** 值班表 as it stands: each of its three cells a day read apart, so that one smudged cell spoils no other. */
import type { CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import { parseNames } from '../../../kernel/text/name';
import { compactText } from '../../../kernel/text/normalize';
import { parseYesNo } from '../../../kernel/text/yesNo';
import type { PersonRef } from '../../../ledger/column';
import { cellText } from '../../../ledger/column-types';
import type { Context } from '../../../ledger/context';
import type { Table } from '../../../ledger/ledger';
import { CELL_KIND } from '../../../workbook/cell';
import { cellAt, findSheet } from '../../../workbook/snapshot';
import type { People, Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import { LOCKS, rosterLedger } from '../ledgers';

export type SlotField = 'one' | 'two' | 'leader';
export const SLOT_FIELDS: readonly SlotField[] = ['one', 'two', 'leader'];

/** 待定 in a name's place: nobody is decided. */
const UNDECIDED = /^(待定|未定|待排|空)$/;

export function isUndecided(ref: PersonRef): boolean {
  return UNDECIDED.test(ref.name);
}

/** One cell of names. */
export interface RosterSlot {
  /** In the order written; nobody where it is blank, undecided or unreadable. */
  readonly people: readonly Person[];
  /** As it stands; '' when blank. */
  readonly text: string;
  /** Filled with something that is no name of anybody; it has been reported. */
  readonly broken: boolean;
  /** The user put somebody else where we had written a name. */
  readonly changedByHand: boolean;
  /** 原排: what we wrote last; '' when we did not. */
  readonly wrote: string;
  /** A1 address; '' when the sheet lacks the column. */
  readonly cell: string;
}

export type LockPart = (typeof LOCKS)[number];

export interface RosterRow {
  /** 0-based sheet row */
  readonly at: number;
  readonly date: CivilDate;
  readonly slots: Readonly<Record<SlotField, RosterSlot>>;
  readonly lock: LockPart | null;
  readonly lockCell: string;
  readonly published: boolean;
}

export interface RosterScopes {
  /** Rows whose clerks are used. */
  readonly clerks: Period;
  /** Rows whose officer in charge is used. */
  readonly leaders: Period;
  /** Rows whose locks and states are used. */
  readonly states: Period;
}

export type RosterTable = Table<typeof rosterLedger.columns, 'date'>;

export interface RosterBook {
  readonly table: RosterTable;
  /** By date; of two rows for one day the first (the second has been reported). */
  readonly rows: ReadonlyMap<CivilDate, RosterRow>;
  /** Text of any cell of a row, as it stands. */
  text(row: RosterRow, field: keyof typeof rosterLedger.columns & string): string;
  /** The same by sheet row, also of rows beyond the scopes. */
  textAt(at: number, field: keyof typeof rosterLedger.columns & string): string;
}

/** First date of 值班表, or null; nothing is judged. */
export function firstRosterDate(context: Context): CivilDate | null {
  const dates = context.read(rosterLedger, { fields: ['date'], quietly: true }).rows.map((row) => row.date);
  return dates.length === 0 ? null : (Math.min(...dates) as CivilDate);
}

/** Reads the rows of three scopes; what lies outside a scope is neither read nor judged. */
export function readRoster(context: Context, directory: People, scopes: RosterScopes): RosterBook {
  const wide = union([scopes.clerks, scopes.leaders, scopes.states]);
  const table: RosterTable = context.read(rosterLedger, { fields: ['date'], within: { period: wide, by: ['date'] } });
  const textAt = textReader(context, table);
  const names = {
    one: readNames(context, directory, 'one', scopes.clerks),
    two: readNames(context, directory, 'two', scopes.clerks),
    leader: readNames(context, directory, 'leader', scopes.leaders),
  };
  const wrote = new Map(context.read(rosterLedger, { fields: ['date', 'wroteOne', 'wroteTwo', 'wroteLeader'], within: { period: scopes.states, by: ['date'] }, quietly: true }).rows.map((row) => [row.at, row]));
  const locks = readLocks(context, scopes.states);
  const states = new Map(context.read(rosterLedger, { fields: ['date', 'state'], within: { period: scopes.states, by: ['date'] } }).rows.map((row) => [row.at, row.state]));
  const rows = new Map<CivilDate, RosterRow>();
  for (const { at, date } of table.rows) {
    const before = wrote.get(at);
    const slot = (field: SlotField, own: string | null | undefined): RosterSlot => {
      const found = names[field].get(at);
      const text = textAt(at, field);
      const people = found === undefined ? [] : found;
      const typed = own ?? '';
      return {
        people: people ?? [],
        text,
        broken: people === null,
        wrote: typed,
        changedByHand: text !== '' && typed !== '' && !meansSame(directory, date, people ?? [], text, typed),
        cell: table.cell(at, field as 'date'),
      };
    };
    rows.set(date, {
      at,
      date,
      slots: { one: slot('one', before?.wroteOne), two: slot('two', before?.wroteTwo), leader: slot('leader', before?.wroteLeader) },
      lock: locks.get(at) ?? null,
      lockCell: table.cell(at, 'lock' as 'date'),
      published: states.get(at) === '已发布',
    });
  }
  return { table, rows, text: (row, field) => textAt(row.at, field), textAt };
}

function union(periods: readonly Period[]): Period {
  return { from: Math.min(...periods.map(({ from }) => from)) as CivilDate, to: Math.max(...periods.map(({ to }) => to)) as CivilDate };
}

function textReader(context: Context, table: RosterTable): (at: number, field: string) => string {
  const sheet = table.layout ? findSheet(context.snapshot, table.layout.sheet) : undefined;
  return (at, field) => {
    const column = table.layout?.columns.get(field);
    const cell = sheet && column !== undefined ? cellAt(sheet, at, column) : null;
    return cell === null || cell.kind === CELL_KIND.empty ? '' : cellText(cell).trim();
  };
}

/** People of a column by sheet row: null where a name in it is nobody's. */
function readNames(context: Context, directory: People, field: SlotField, period: Period): ReadonlyMap<number, readonly Person[] | null> {
  const dates = context.read(rosterLedger, { fields: ['date'], within: { period, by: ['date'] } });
  const table = context.read(rosterLedger, { fields: ['date', field], within: { period, by: ['date'] } });
  const found = new Map<number, readonly Person[] | null>(dates.rows.map((row) => [row.at, null]));
  for (const row of table.rows) {
    const refs = (row[field] ?? []).filter((ref) => !isUndecided(ref));
    const people = refs.map((ref) => resolvePerson(context, directory, table, row.at, field, ref, { on: row.date }));
    found.set(row.at, people.includes(null) ? null : people.filter((person) => person !== null));
  }
  return found;
}

/** Whether a cell says what we wrote there: the same people, or the same text where it names nobody known. */
function meansSame(directory: People, on: CivilDate, people: readonly Person[], text: string, wrote: string): boolean {
  if (compactText(text) === compactText(wrote)) return true;
  const meant = parseNames(wrote).map((reading) => {
    const resolution = reading.kind === 'name' ? directory.resolve(reading, { on }) : null;
    return resolution?.kind === 'found' ? resolution.person.order : -1;
  });
  const orders = people.map((person) => person.order);
  return orders.length === meant.length && orders.every((order) => meant.includes(order));
}

/** 锁定 by sheet row. 是/否 in any spelling, 值班, 带班; anything else is an error. */
function readLocks(context: Context, period: Period): ReadonlyMap<number, LockPart> {
  const table = context.read(rosterLedger, { fields: ['date', 'lock'], within: { period, by: ['date'] } });
  const locks = new Map<number, LockPart>();
  for (const row of table.rows) {
    if (row.lock === null) continue;
    const part = readLock(row.lock);
    if (part === undefined) {
      context.report(
        table.issue(row.at, 'lock', { code: 'cell/choice-unknown', severity: 'error', message: `“锁定”里的“${row.lock}”不在可选的范围内`, remedy: `请填写${LOCKS.join('、')}之一,不锁定就空着`, clause: '值班-四(一)' }),
      );
    } else if (part !== null) locks.set(row.at, part);
  }
  return locks;
}

/** null = not locked; undefined = unreadable. */
function readLock(typed: string): LockPart | null | undefined {
  const text = compactText(typed);
  if (text === '值班' || text === '带班') return text;
  const yes = parseYesNo(text);
  return yes === null ? undefined : yes ? '是' : null;
}
