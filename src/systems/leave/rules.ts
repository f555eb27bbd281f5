/** Checks over leave and outings that the reading needs; the room's other clauses come with its actions. */
import { civilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import type { Rule } from '../../ledger/rule';
import { absences, NO_DAYS, people, type Absence } from '../office/facts';
import { resolvePerson } from '../office/people';
import { nameOf } from './absences';
import { leaveKindsLedger, openingLeaveLedger } from './ledgers';

/** Wide enough for every row of a workbook. */
export const ALL_DAYS: Period = { from: civilDate(1, 1, 1), to: civilDate(9999, 12, 31) };

/** Absences of one person that share a half-day, each named once, with the one of the earlier that reaches farthest. */
export function overlapping(list: readonly Absence[]): readonly { readonly first: Absence; readonly second: Absence }[] {
  const byPerson = new Map<number, Absence[]>();
  for (const absence of list) byPerson.set(absence.person.order, [...(byPerson.get(absence.person.order) ?? []), absence]);
  const pairs: { first: Absence; second: Absence }[] = [];
  for (const own of byPerson.values()) {
    const sorted = [...own].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
    let widest: Absence | null = null;
    for (const absence of sorted) {
      if (widest && absence.range.from <= widest.range.to) pairs.push({ first: widest, second: absence });
      if (!widest || absence.range.to > widest.range.to) widest = absence;
    }
  }
  return pairs;
}

const absencesDoNotOverlap: Rule = {
  id: 'absences-do-not-overlap',
  clause: '请假-二',
  title: '同一人的请假、外出不重叠',
  needs: [absences],
  check: (context) => {
    for (const { first, second } of overlapping(context.fact(absences, ALL_DAYS))) {
      context.report({
        code: 'leave/overlap',
        severity: 'warning',
        sheet: second.sheet,
        cell: second.cell,
        message: `${second.person.label}${nameOf(second.range.from)}起的${second.label},与${first.sheet}!${first.cell}的${first.label}(到${nameOf(first.range.to)})重叠`,
        remedy: '请核对两处的起止;不作数的请假请把状态改为撤回',
        clause: '请假-二',
      });
    }
  },
};

/** A balance that stands twice is perhaps typed twice; both rows count. */
const openingBalancesAreKnownAndOnce: Rule = {
  id: 'opening-balances-are-of-known-people-and-stand-once',
  clause: '请假-二',
  title: '假期期初的姓名在人员表里,同一人、年度、假别只有一行',
  needs: [people],
  check: (context) => {
    const directory = context.fact(people, NO_DAYS);
    const table = context.read(openingLeaveLedger, { fields: ['person', 'year', 'kind', 'until', 'personId'] });
    const seen = new Map<string, number>();
    for (const row of table.rows) {
      const person = resolvePerson(context, directory, table, row.at, 'person', row.person, { on: row.until, id: row.personId });
      if (!person) continue;
      const key = `${person.order}\n${row.year}\n${row.kind}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row.at);
      else {
        context.report(
          table.issue(row.at, 'person', {
            code: 'leave/opening-twice',
            severity: 'warning',
            message: `${person.label}${row.year}年的${row.kind}期初与第${first + 1}行重复,两行都计入`,
            remedy: '重复的请删去一行',
            clause: '请假-二',
          }),
        );
      }
    }
  },
};

/** Two rows of one kind for one day contradict each other; none is the later. */
const kindsOfLeaveAreUnambiguous: Rule = {
  id: 'kinds-of-leave-are-unambiguous',
  clause: '请假-二',
  title: '假别表同一天只有一行适用',
  needs: [],
  check: (context) => {
    const table = context.read(leaveKindsLedger, { fields: ['kind', 'from', 'to'] });
    const seen: { readonly kind: string; readonly at: number; readonly from: number; readonly to: number }[] = [];
    for (const row of table.rows) {
      const term = { kind: row.kind, at: row.at, from: row.from ?? -Infinity, to: row.to ?? Infinity };
      const clash = seen.find((other) => other.kind === term.kind && other.from <= term.to && term.from <= other.to);
      if (clash) {
        context.report(
          table.issue(row.at, 'kind', {
            code: 'leave/kind-twice',
            severity: 'error',
            message: `“${row.kind}”的适用期与第${clash.at + 1}行重叠,不知道按哪一行`,
            remedy: '请填写适用起、适用止,使同一天只有一行',
            clause: '请假-二',
          }),
        );
      }
      seen.push(term);
    }
  },
};

export const rules: readonly Rule[] = [absencesDoNotOverlap, openingBalancesAreKnownAndOnce, kindsOfLeaveAreUnambiguous];
