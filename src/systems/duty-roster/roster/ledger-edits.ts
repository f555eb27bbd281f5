/** 值班表: what changes in it, as rows of the ledger, as the table of the period, and as 变动. */
import { toISO, weekdayName } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { ledgerRows, type FieldCells } from '../../../ledger/merge';
import type { ResultTable, ResultValue } from '../../../ledger/result-table';
import { dateCell } from '../../../workbook/cell';
import type { LedgerRows } from '../../../workbook/report';
import { rosterLedger } from '../ledgers';
import { SLOT_FIELDS, type SlotField } from '../reading/rows';
import type { DayPlan } from './day-plans';
import { reasonsOn } from './findings';
import type { SolvedCase } from './outcome';

type RosterCells = FieldCells<typeof rosterLedger.columns>;
type RosterField = keyof typeof rosterLedger.columns & string;

const WROTE_FIELDS: Readonly<Record<SlotField, RosterField>> = { one: 'wroteOne', two: 'wroteTwo', leader: 'wroteLeader' };

const orNull = (text: string): string | null => (text === '' ? null : text);

/** What we compute of a day whatever else happens to its row. */
function computedCells({ day, leader }: DayPlan): Readonly<Record<'weekday' | 'dayKind' | 'festival' | 'leaderLevel', string | null>> {
  const { date, day: calendarDay } = day.demand;
  return { weekday: weekdayName(date), dayKind: calendarDay.kind, festival: calendarDay.festival, leaderLevel: leader?.level ?? null };
}

export function isRowChanged({ day, cells }: DayPlan): boolean {
  return day.served === null || SLOT_FIELDS.some((field) => cells[field].changed);
}

/** 草稿 on new and changed rows; a published row keeps its state where nothing but its blanks is filled. */
function becomesDraft(plan: DayPlan): boolean {
  const row = plan.day.served?.row;
  return isRowChanged(plan) && (row?.published !== true || SLOT_FIELDS.some((field) => plan.cells[field].changed && row.slots[field].text !== ''));
}

function cellsOf(plan: DayPlan): RosterCells {
  const names = SLOT_FIELDS.flatMap((field): [RosterField, string | null][] => {
    const { text, wrote, changed } = plan.cells[field];
    return [...(changed ? [[field, orNull(text)] as [RosterField, string | null]] : []), ...(wrote === null ? [] : [[WROTE_FIELDS[field], orNull(wrote)] as [RosterField, string | null]])];
  });
  return { ...computedCells(plan), ...Object.fromEntries(names), ...(becomesDraft(plan) ? { state: '草稿' } : {}) };
}

/** Rows in place where they stand, new ones below in the order of their dates. */
export function rosterRows({ subject, plans }: SolvedCase): LedgerRows {
  const updates = plans.flatMap((plan) => (plan.day.served ? [{ at: plan.day.served.row.at, cells: cellsOf(plan) }] : []));
  const inserts = plans.flatMap((plan) => (plan.day.served ? [] : [{ date: dateCell(plan.day.demand.date), ...cellsOf(plan) }]));
  return ledgerRows(subject.book.table, rosterLedger, { updates, inserts });
}

/** The period's rows with every column of the ledger. */
export function rosterTable({ subject, plans }: SolvedCase): ResultTable {
  const entries = Object.entries(rosterLedger.columns);
  return {
    title: rosterLedger.sheet,
    columns: entries.map(([field, column]) => ({ title: column.title, kind: field === 'date' ? 'date' : 'text' })),
    rows: plans.map((plan): ResultValue[] => {
      const row = plan.day.served?.row ?? null;
      const computed: Readonly<Partial<Record<string, string | null>>> = computedCells(plan);
      const stands = (field: RosterField): string | null => (row ? orNull(subject.book.text(row, field)) : null);
      return entries.map(([field]): ResultValue => {
        if (field === 'date') return plan.day.demand.date;
        if (field in computed) return computed[field] ?? null;
        const slot = SLOT_FIELDS.find((name) => name === field || WROTE_FIELDS[name] === field);
        if (slot === field) return orNull(plan.cells[slot].text);
        if (slot) return plan.cells[slot].wrote === null ? stands(field as RosterField) : orNull(plan.cells[slot].wrote);
        return field === 'state' && becomesDraft(plan) ? '草稿' : stands(field as RosterField);
      });
    }),
  };
}

/** A filled cell of 值班表 whose name is replaced. */
export interface Replacement {
  readonly plan: DayPlan;
  readonly field: SlotField;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

export function replacements(solved: SolvedCase): readonly Replacement[] {
  return solved.plans.flatMap((plan, index): Replacement[] => {
    const row = plan.day.served?.row;
    if (!row) return [];
    return SLOT_FIELDS.flatMap((field): Replacement[] => {
      const before = row.slots[field].text;
      const { text, changed } = plan.cells[field];
      return changed && before !== '' ? [{ plan, field, before, after: text, reason: `${rosterLedger.columns[field].title}:${reasonOf(solved, index, field)}` }] : [];
    });
  });
}

/** Why a name had to go: what stands against him, else the new balance. */
function reasonOf(solved: SolvedCase, index: number, field: SlotField): string {
  const { subject, plans } = solved;
  const { demand, served } = plans[index]!.day;
  const slot = served!.row.slots[field];
  if (slot.broken) return '读不出是谁';
  if (field === 'leader') {
    const refused = slot.people.flatMap((person) => subject.refusals.leader(person, demand.date) ?? [])[0];
    if (refused) return `${refused.text}(${refused.source})`;
    return demand.county ? '按假期带班、紧急带班' : '按周轮换重新排定';
  }
  if (demand.need < [...served!.row.slots.one.people, ...served!.row.slots.two.people].length) return `这一天应排${demand.need}人`;
  const reasons = reasonsOn(solved, index);
  for (const person of slot.people) {
    const clerk = subject.clerkIndex(person);
    if (clerk < 0) return `${person.label}不是可排值班的文秘`;
    const found = reasons.find((reason) => reason.clerk === clerk && reason.kind !== 'gap' && reason.kind !== 'cap');
    if (found) return `${person.label}${found.text}(${found.source})`;
  }
  return solved.subject.replan === null || solved.subject.replan === 'fairest' ? '按公平目标重新排定' : '接替或换开他人,相应调整';
}

export function changeTable(list: readonly Replacement[]): ResultTable {
  return {
    title: '变动',
    columns: [
      { title: '日期', kind: 'date' },
      { title: '原', kind: 'text', width: 16 },
      { title: '新', kind: 'text', width: 16 },
      { title: '原因', kind: 'text', width: 44 },
    ],
    rows: list.map(({ plan, before, after, reason }) => [plan.day.demand.date, before, orNull(after), reason]),
  };
}

/** One info that lists every filled cell that is replaced. */
export function reportReplacements(context: Context, { subject }: SolvedCase, list: readonly Replacement[]): void {
  const [first] = list;
  if (!first) return;
  const { sheet } = subject.book.table;
  const lines = list.map(({ plan, field, before, after }) => `${toISO(plan.day.demand.date)}${rosterLedger.columns[field].title}“${before}”改为${after === '' ? '空' : `“${after}”`}`);
  context.report({
    code: 'roster/replaced',
    severity: 'info',
    sheet,
    cell: first.plan.day.served!.row.slots[first.field].cell,
    message: `将替换${list.length}个已填单元格:${lines.join(';')}`,
    remedy: '要保留的请先在“锁定”填是;明细见“变动”表',
    clause: '值班-四(一)',
  });
}
