/** From 请假 and 外出 to the half-days on which somebody is away. Whether a leave was approved does not matter to a roster. */
import { toISO, type CivilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import { daysTouched, dateOfSlot, HALF_NAMES, halfOfSlot, slotOf, slotRange, slotsOf, slotsOverlap, wholeDays, type HalfDay, type Slot, type SlotRange } from '../../kernel/slots';
import type { Context } from '../../ledger/context';
import type { Issue, IssueText } from '../../ledger/issue';
import { calendar, NO_DAYS, people, type Absence, type Person } from '../office/facts';
import { resolvePerson } from '../office/people';
import { leaveLedger, outingLedger } from './ledgers';

/** Hours away: no half-day is missed. */
const HOURLY = '临时';

/** A row of either ledger as far as it says when somebody is away. */
interface Away {
  readonly at: number;
  readonly person: Person;
  /** As written. */
  readonly planned: SlotRange;
  /** As it was; empty when he was back before it began. */
  readonly actual: SlotRange;
  readonly label: string;
  readonly source: 'leave' | 'outing';
  /** Half-days between the end and 销假. */
  readonly late: SlotRange | null;
  readonly sheet: string;
  readonly cell: string;
  readonly returnCell: string;
}

interface Ends {
  readonly from: CivilDate;
  readonly fromHalf: HalfDay;
  readonly to: CivilDate;
  readonly toHalf: HalfDay;
}

/** The range of a row, both ends included, or null when it ends before it begins. */
export function rangeOf(row: Ends): SlotRange | null {
  const range = slotRange(row.from, row.fromHalf, row.to, row.toHalf);
  return range.from <= range.to ? range : null;
}

/** 销假 = back at work: the leave ends with the earlier of its end and the half-day before (workbook contract, section 7). */
export function actualRange(planned: SlotRange, back: Slot | null): SlotRange {
  return { from: planned.from, to: back === null ? planned.to : (Math.min(planned.to, back - 1) as Slot) };
}

/** The half-days after the end and before 销假; null where there are none. */
export function lateRange(planned: SlotRange, back: Slot | null): SlotRange | null {
  return back !== null && back > planned.to + 1 ? { from: (planned.to + 1) as Slot, to: (back - 1) as Slot } : null;
}

/** Unbroken runs of half-days, given in order. */
export function runsOf(slots: readonly Slot[]): readonly SlotRange[] {
  const runs: { from: Slot; to: Slot }[] = [];
  for (const slot of slots) {
    const last = runs.at(-1);
    if (last && last.to + 1 === slot) last.to = slot;
    else runs.push({ from: slot, to: slot });
  }
  return runs;
}

/**
 * Absences that meet the period, and those that adjoin them in an unbroken run (long absences reach beyond a period).
 * Only rows that touch the period are judged. 请假 first, then 外出, then 超假, each in the order of its sheet.
 */
export function readAbsences(context: Context, period: Period): readonly Absence[] {
  const judged = new Set([...readLeaves(context, period), ...readOutings(context, period)].map(keyOf));
  const rows = [...readLeaves(context, null), ...readOutings(context, null)];
  const isJudged = (row: Away): boolean => judged.has(keyOf(row));
  const overstays = rows.flatMap((row) => overstayOf(context, row, rows, isJudged(row)));
  const all = [...rows.filter(({ actual }) => actual.from <= actual.to).map((row) => absenceOf(row)), ...overstays];
  return reaching(all, wholeDays(period));
}

const keyOf = (row: Away): string => `${row.source}${row.at}`;

function absenceOf({ person, actual, label, source, sheet, cell }: Away): Absence {
  return { person, range: actual, label, source, sheet, cell };
}

/** Those that meet the range, and those of the same person that adjoin one that counts. */
export function reaching(absences: readonly Absence[], range: SlotRange): readonly Absence[] {
  const byPerson = new Map<Person, Absence[]>();
  for (const absence of absences) byPerson.set(absence.person, [...(byPerson.get(absence.person) ?? []), absence]);
  const kept = new Set<Absence>();
  for (const own of byPerson.values()) {
    const sorted = [...own].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    let run: Absence[] = [];
    let end = -Infinity;
    const close = (): void => {
      if (run.some((absence) => slotsOverlap(absence.range, range))) for (const absence of run) kept.add(absence);
    };
    for (const absence of sorted) {
      if (absence.range.from > end + 1) {
        close();
        run = [];
        end = -Infinity;
      }
      run.push(absence);
      end = Math.max(end, absence.range.to);
    }
    close();
  }
  return absences.filter((absence) => kept.has(absence));
}

/** 超假: working half-days after the leave's end and before 销假 that no other row covers. */
function overstayOf(context: Context, row: Away, rows: readonly Away[], isJudged: boolean): readonly Absence[] {
  if (!row.late) return [];
  const days = context.fact(calendar, isJudged ? daysTouched(row.late) : NO_DAYS);
  const covers = rows.filter((other) => other !== row && other.person === row.person).map(({ actual }) => actual);
  const open = slotsOf(row.late).filter((slot) => days.isWorkday(dateOfSlot(slot)) && covers.every((range) => slot < range.from || slot > range.to));
  if (open.length === 0) return [];
  if (isJudged) {
    context.report({
      code: 'leave/overstayed',
      severity: 'warning',
      sheet: row.sheet,
      cell: row.returnCell,
      message: `${row.person.label}的${row.label}到${nameOf(row.planned.to)}为止,到销假之间有${open.length / 2}个工作日没有请假、外出登记,按超假处理`,
      remedy: '请核对结束日期和销假日期;续假的请补登一行',
      clause: '请假-三',
    });
  }
  return runsOf(open).map((range) => ({ person: row.person, range, label: '超假', source: 'overstay', sheet: row.sheet, cell: row.returnCell }));
}

/** 2026-03-05上午 */
export function nameOf(slot: Slot): string {
  return `${toISO(dateOfSlot(slot))}${HALF_NAMES[halfOfSlot(slot)]}`;
}

/** `period` null: every row, without a word about any. */
function readLeaves(context: Context, period: Period | null): Away[] {
  const table = context.read(leaveLedger, {
    fields: ['person', 'section', 'kind', 'from', 'fromHalf', 'to', 'toHalf', 'returned', 'returnedHalf', 'personId', 'state'],
    ...(period ? { within: { period, by: ['from', 'to', 'returned'] } } : { quietly: true }),
  });
  const directory = context.fact(people, NO_DAYS);
  const speak = (issue: Issue): void => (period ? context.report(issue) : undefined);
  return table.rows.flatMap((row): Away[] => {
    const person = resolvePerson({ report: speak }, directory, table, row.at, 'person', row.person, { on: row.from, id: row.personId, section: row.section });
    const planned = rangeOf(row);
    if (!planned) speak(table.issue(row.at, 'to', backwards(row, '请假-三')));
    if (!person || !planned || row.kind === HOURLY) return [];
    const back = row.returned === null ? null : slotOf(row.returned, row.returnedHalf);
    if (back !== null && back <= planned.from) {
      speak(
        table.issue(row.at, 'returned', {
          code: 'leave/back-before-it-began',
          severity: 'warning',
          message: `${person.label}${nameOf(back)}销假,不晚于假期的开始${nameOf(planned.from)},按没有休假处理`,
          remedy: '没有休的假请把状态改为撤回;销假日期填错的请更正',
          clause: '请假-三',
        }),
      );
    }
    return [
      {
        at: row.at,
        person,
        planned,
        actual: actualRange(planned, back),
        label: row.kind ?? '请假',
        source: 'leave',
        late: lateRange(planned, back),
        sheet: table.sheet,
        cell: table.cell(row.at, 'person'),
        returnCell: table.cell(row.at, 'returned'),
      },
    ];
  });
}

function readOutings(context: Context, period: Period | null): Away[] {
  const table = context.read(outingLedger, {
    fields: ['person', 'kind', 'from', 'fromHalf', 'to', 'toHalf', 'personId'],
    ...(period ? { within: { period, by: ['from', 'to'] } } : { quietly: true }),
  });
  const directory = context.fact(people, NO_DAYS);
  const speak = (issue: Issue): void => (period ? context.report(issue) : undefined);
  return table.rows.flatMap((row): Away[] => {
    const person = resolvePerson({ report: speak }, directory, table, row.at, 'person', row.person, { on: row.from, id: row.personId });
    const planned = rangeOf(row);
    if (!planned) speak(table.issue(row.at, 'to', backwards(row, '请假-四')));
    if (!person || !planned) return [];
    const cell = table.cell(row.at, 'person');
    return [{ at: row.at, person, planned, actual: planned, label: row.kind ?? '外出', source: 'outing', late: null, sheet: table.sheet, cell, returnCell: cell }];
  });
}

function backwards(row: Ends, clause: string): IssueText {
  return {
    code: 'leave/ends-before-it-begins',
    severity: 'error',
    message: `结束${nameOf(slotOf(row.to, row.toHalf))}早于开始${nameOf(slotOf(row.from, row.fromHalf))}`,
    remedy: '请核对开始、结束的日期和时段',
    clause,
  };
}
