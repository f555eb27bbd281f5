/** 不排日: days on which somebody cannot be rostered. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { People, Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import { daysOffLedger, type WISHES } from '../ledgers';

export interface DayOff {
  readonly person: Person;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kind: (typeof WISHES)[number];
  readonly reason: string;
  readonly sheet: string;
  readonly cell: string;
}

/** Rows that touch the period, in the order of the sheet. A blank 结束日期 is one day, a blank 性质 不能排; both are said. */
export function readDaysOff(context: Context, directory: People, period: Period): readonly DayOff[] {
  const table = context.read(daysOffLedger, { fields: ['person', 'from', 'to', 'kind', 'reason', 'personId'], within: { period, by: ['from', 'to'] } });
  return table.rows.flatMap((row): DayOff[] => {
    const person = resolvePerson(context, directory, table, row.at, 'person', row.person, { on: row.from, id: row.personId });
    if (!person) return [];
    if (row.to !== null && row.to < row.from) {
      context.report(table.issue(row.at, 'to', { code: 'day-off/ends-before-it-begins', severity: 'error', message: `结束日期${toISO(row.to)}早于开始日期${toISO(row.from)}`, remedy: '请核对开始、结束日期', clause: '值班-四(一)' }));
      return [];
    }
    if (row.to === null) {
      context.report(table.issue(row.at, 'to', { code: 'day-off/end-blank', severity: 'warning', message: `${person.label}的不排日没有写结束日期,按${toISO(row.from)}一天处理`, remedy: '不止一天的请填写结束日期', clause: '值班-四(一)' }));
    }
    if (row.kind === null) {
      context.report(table.issue(row.at, 'kind', { code: 'day-off/kind-blank', severity: 'warning', message: `${person.label}的不排日没有写性质,按“不能排”处理`, remedy: '请填写不能排、尽量不排或希望排', clause: '值班-四(一)' }));
    }
    return [{ person, from: row.from, to: row.to ?? row.from, kind: row.kind ?? '不能排', reason: row.reason ?? '', sheet: table.sheet, cell: table.cell(row.at, 'person') }];
  });
}

export class DaysOffBook {
  readonly #byPerson = new Map<number, DayOff[]>();

  constructor(rows: readonly DayOff[]) {
    for (const row of rows) {
      if (row.kind !== '不能排') continue;
      this.#byPerson.set(row.person.order, [...(this.#byPerson.get(row.person.order) ?? []), row]);
    }
  }

  /** The row that forbids the day. */
  against(person: Person, date: CivilDate): DayOff | null {
    return this.#byPerson.get(person.order)?.find(({ from, to }) => from <= date && date <= to) ?? null;
  }
}
