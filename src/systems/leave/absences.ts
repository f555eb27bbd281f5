/** From 请假 and 外出 to the half-days on which somebody is away. Whether a leave was approved does not matter to a roster. */
import type { CivilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import { addDays } from '../../kernel/date';
import { dateOfSlot, slotOf, slotRange, type HalfDay, type Slot, type SlotRange } from '../../kernel/slots';
import type { Context } from '../../ledger/context';
import { calendar, people, sections, type Absence, type Person } from '../office/facts';
import { resolvePerson } from '../office/people';
import { leaveLedger, outingLedger } from './ledgers';

/** Hours away: no half-day is missed. */
const HOURLY = '临时';
/** An absence that adjoins one of the period counts with it (long absences), so rows are read this far around. */
const AROUND = 400;

/** Absences that touch the period or its surroundings, in the order of their rows: 请假 first. */
export function readAbsences(context: Context, period: Period): readonly Absence[] {
  const around = { from: addDays(period.from, -AROUND), to: addDays(period.to, AROUND) };
  const leaves = readLeaves(context, around);
  const outings = readOutings(context, around);
  return [...leaves, ...outings];
}

interface Ends {
  readonly from: CivilDate;
  readonly fromHalf: HalfDay;
  readonly to: CivilDate;
  readonly toHalf: HalfDay;
}

/** The range of a row, or null when it ends before it begins. */
export function rangeOf(row: Ends): SlotRange | null {
  const range = slotRange(row.from, row.fromHalf, row.to, row.toHalf);
  return range.from <= range.to ? range : null;
}

const BACKWARDS = {
  code: 'leave/ends-before-it-begins',
  severity: 'error',
  message: '结束早于开始',
  remedy: '请核对开始、结束的日期和时段',
  clause: '请假-三',
} as const;

function readLeaves(context: Context, period: Period): Absence[] {
  const table = context.read(leaveLedger, {
    fields: ['person', 'section', 'kind', 'from', 'fromHalf', 'to', 'toHalf', 'returned', 'returnedHalf', 'personId', 'state'],
    within: { period, by: ['from', 'to'] },
  });
  const directory = context.fact(people, period);
  const book = context.fact(sections, period);
  const found: Absence[] = [];
  const overstays: { readonly person: Person; readonly range: SlotRange; readonly at: number }[] = [];
  for (const row of table.rows) {
    const person = resolvePerson(context, directory, table, row.at, 'person', row.person, {
      on: row.from,
      id: row.personId,
      section: row.section === null ? null : book.canonical(row.section),
    });
    if (!person) continue;
    const planned = rangeOf(row);
    if (!planned) {
      context.report(table.issue(row.at, 'to', BACKWARDS));
      continue;
    }
    if (row.kind === HOURLY) continue;
    const back = row.returned === null ? null : slotOf(row.returned, row.returnedHalf);
    const range = back !== null && back <= planned.to ? { from: planned.from, to: (back - 1) as Slot } : planned;
    if (range.from <= range.to) {
      found.push({ person, range, label: row.kind ?? '请假', source: 'leave', sheet: table.sheet, cell: table.cell(row.at, 'person') });
    }
    if (back !== null && back > planned.to + 1) overstays.push({ person, range: { from: (planned.to + 1) as Slot, to: (back - 1) as Slot }, at: row.at });
  }
  return [...found, ...overstays.flatMap((late) => overstayOf(context, period, late, found, table))];
}

/** 超假: working half-days after the leave's end and before 销假 that no other row covers. */
function overstayOf(
  context: Context,
  period: Period,
  late: { readonly person: Person; readonly range: SlotRange; readonly at: number },
  others: readonly Absence[],
  table: { readonly sheet: string; cell(at: number, field: 'returned'): string; issue(at: number, field: 'returned', text: { code: string; severity: 'warning'; message: string; remedy: string; clause: string }): Parameters<Context['report']>[0] },
): Absence[] {
  const days = context.fact(calendar, period);
  const open: Slot[] = [];
  for (let slot = late.range.from; slot <= late.range.to; slot = (slot + 1) as Slot) {
    const covered = others.some((other) => other.person === late.person && other.range.from <= slot && slot <= other.range.to);
    if (!covered && days.isWorkday(dateOfSlot(slot))) open.push(slot);
  }
  if (open.length === 0) return [];
  context.report(
    table.issue(late.at, 'returned', {
      code: 'leave/overstayed',
      severity: 'warning',
      message: `${late.person.label}假期结束后到销假之间有${open.length / 2}个工作日没有请假记录(超假)`,
      remedy: '请核对结束日期、销假日期,或补登请假',
      clause: '请假-三',
    }),
  );
  const source = { person: late.person, label: '超假', source: 'overstay' as const, sheet: table.sheet, cell: table.cell(late.at, 'returned') };
  return [{ ...source, range: { from: open[0]!, to: open.at(-1)! } }];
}

function readOutings(context: Context, period: Period): Absence[] {
  const table = context.read(outingLedger, { fields: ['person', 'kind', 'from', 'fromHalf', 'to', 'toHalf', 'personId'], within: { period, by: ['from', 'to'] } });
  const directory = context.fact(people, period);
  return table.rows.flatMap((row): Absence[] => {
    const person = resolvePerson(context, directory, table, row.at, 'person', row.person, { on: row.from, id: row.personId });
    if (!person) return [];
    const range = rangeOf(row);
    if (!range) {
      context.report(table.issue(row.at, 'to', { ...BACKWARDS, clause: '请假-四' }));
      return [];
    }
    return [{ person, range, label: row.kind, source: 'outing', sheet: table.sheet, cell: table.cell(row.at, 'person') }];
  });
}
