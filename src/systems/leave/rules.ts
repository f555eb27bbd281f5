/** Checks over leave and outings that the reading needs; the room's other clauses come with its actions. */
import type { CivilDate } from '../../kernel/date';
import { civilDate, toISO } from '../../kernel/date';
import { dateOfSlot, HALF_NAMES, halfOfSlot } from '../../kernel/slots';
import type { Context } from '../../ledger/context';
import type { Rule } from '../../ledger/rule';
import { absences, type Absence } from '../office/facts';

/** Wide enough for every row of a workbook. */
export const ALL_DAYS = { from: civilDate(1990, 1, 1), to: civilDate(2100, 12, 31) };

/** Absences of one person that share a half-day, each pair named once, at the later row. */
export function overlapping(list: readonly Absence[]): readonly { readonly first: Absence; readonly second: Absence }[] {
  const byPerson = new Map<number, Absence[]>();
  for (const absence of list) byPerson.set(absence.person.order, [...(byPerson.get(absence.person.order) ?? []), absence]);
  const pairs: { first: Absence; second: Absence }[] = [];
  for (const mine of byPerson.values()) {
    const sorted = [...mine].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    let widest = sorted[0]!;
    for (const absence of sorted.slice(1)) {
      if (absence.range.from <= widest.range.to) pairs.push({ first: widest, second: absence });
      if (absence.range.to > widest.range.to) widest = absence;
    }
  }
  return pairs;
}

function absencesDoNotOverlap(context: Context): void {
  for (const { first, second } of overlapping(context.fact(absences, ALL_DAYS))) {
    const from = dateOfSlot(second.range.from);
    context.report({
      code: 'leave/overlap',
      severity: 'warning',
      sheet: second.sheet,
      cell: second.cell,
      message: `${second.person.label}${toISO(from as CivilDate)}${HALF_NAMES[halfOfSlot(second.range.from)]}起的${second.label}与${first.sheet}!${first.cell}的${first.label}重叠`,
      remedy: '请核对两处的起止,或将其中一条撤回',
      clause: '请假-二',
    });
  }
}

export const rules: readonly Rule[] = [{ id: 'absences-do-not-overlap', clause: '请假-二', title: '同一人的请假、外出不重叠', needs: [absences], check: absencesDoNotOverlap }];
