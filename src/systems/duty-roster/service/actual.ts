/** Who is meant in a record of the duty, and who really served that day. */
import type { CivilDate } from '../../../kernel/date';
import type { PersonRef } from '../../../ledger/column';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import type { People, Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import type { DutyRecords } from '../reading/records';

/** Clerks of a day with the approved swaps applied; null where 值班表 has no row, names nobody, or cannot be read. */
export function clerksOn(records: Pick<DutyRecords, 'servedOn'>, date: CivilDate): readonly Person[] | null {
  const served = records.servedOn(date);
  if (!served || served.clerks.length === 0 || served.row.slots.one.broken || served.row.slots.two.broken) return null;
  return served.clerks.map(({ person }) => person);
}

export const isAmong = (person: Person, list: readonly Person[]): boolean => list.some(({ order }) => order === person.order);

export const labels = (list: readonly Person[]): string => list.map(({ label }) => label).join('、');

/** Where somebody is named, and who is on duty there. */
export interface Signature<K extends string> {
  readonly table: { issue(at: number, field: K, text: IssueText): Issue };
  readonly at: number;
  readonly field: K;
  readonly on: CivilDate;
  readonly serving: readonly Person[];
}

/** The person of a cell: of namesakes the one who is on duty, as nobody else signs. null, with an error at the cell, where nobody fits. */
export function signer<K extends string>(context: Pick<Context, 'report'>, directory: People, ref: PersonRef, { table, at, field, on, serving }: Signature<K>): Person | null {
  const isUnclear = ref.id === null && directory.resolve(ref, { on }).kind === 'ambiguous';
  const fitting = isUnclear ? serving.filter(({ name }) => name === ref.name) : [];
  return fitting.length === 1 ? fitting[0]! : resolvePerson(context, directory, table, at, field, ref, { on });
}
