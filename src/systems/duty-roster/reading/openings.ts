/** 值班期初: what everybody had served before the workbook began (登记-一(一)4). */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { People, Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import { FESTIVAL_FIELDS, openingLedger, WEEKDAY_FIELDS } from '../ledgers';

export interface Opening {
  readonly person: Person;
  readonly until: CivilDate | null;
  /** Monday first, without holiday duties. */
  readonly weekdays: readonly number[];
  readonly holiday: number;
  /** In the order of `FESTIVALS`. */
  readonly festivals: readonly number[];
  /** 除夕初一 */
  readonly newYear: number;
  readonly sheet: string;
  readonly cell: string;
}

const COUNTS = [...WEEKDAY_FIELDS, 'holiday', ...FESTIVAL_FIELDS, 'eve'] as const;

/** By person (order), for a period that begins `on`. A second row for somebody and a negative count are errors. */
export function readOpenings(context: Context, directory: People, on: CivilDate): ReadonlyMap<number, Opening> {
  const table = context.read(openingLedger, { fields: ['person', 'until', 'personId', ...COUNTS] });
  const openings = new Map<number, Opening>();
  for (const row of table.rows) {
    const person = resolvePerson(context, directory, table, row.at, 'person', row.person, { on: row.until ?? on, id: row.personId });
    if (!person) continue;
    const negative = COUNTS.find((field) => (row[field] ?? 0) < 0);
    if (negative !== undefined) {
      context.report(table.issue(row.at, negative, { code: 'duty-opening/negative', severity: 'error', message: `${person.label}的“${openingLedger.columns[negative].title}”是${row[negative]!},次数不能是负数`, remedy: '请填写0或正整数', clause: '登记-一(一)4' }));
      continue;
    }
    const earlier = openings.get(person.order);
    if (earlier) {
      context.report(table.issue(row.at, 'person', { code: 'duty-opening/twice', severity: 'error', message: `${person.label}在值班期初有两行(另一行在${earlier.cell}),不知道以哪一行为准`, remedy: '请合并成一行', clause: '登记-一(一)4' }));
      continue;
    }
    if (row.until !== null && row.until >= on) {
      context.report(
        table.issue(row.at, 'until', { code: 'duty-opening/not-before', severity: 'warning', message: `${person.label}的值班期初截至${toISO(row.until)},不早于本期开始(${toISO(on)}),本期之前的值班不再累计`, remedy: '请核对截至日期;期初应截至开始排班的前一天', clause: '登记-一(一)4' }),
      );
    }
    openings.set(person.order, {
      person,
      until: row.until,
      weekdays: WEEKDAY_FIELDS.map((field) => row[field] ?? 0),
      holiday: row.holiday ?? 0,
      festivals: FESTIVAL_FIELDS.map((field) => row[field] ?? 0),
      newYear: row.eve ?? 0,
      sheet: table.sheet,
      cell: table.cell(row.at, 'person'),
    });
  }
  return openings;
}
