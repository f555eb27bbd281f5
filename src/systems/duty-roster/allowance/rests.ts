/** 值班补休: duties that were made up for by time off, and time off that no row of it explains. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import { dateOfSlot } from '../../../kernel/slots';
import type { Context } from '../../../ledger/context';
import { absences, NO_DAYS, people, type Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import type { CountedShift } from './entitled';
import { restLedger } from './ledgers';
import { ALLOWANCE_CLAUSE } from './rates';

/** Kinds of leave that may make up for a duty. */
const TIME_OFF = /^(补休|调休)$/;

export interface Rest {
  readonly at: number;
  readonly person: Person;
  /** The day on which the duty began. */
  readonly date: CivilDate;
  readonly rested: CivilDate | null;
}

/** Rows of 值班补休 about duties of the period (all rows without one); a duty counts once. */
export function readRests(context: Context, period: Period | null): readonly Rest[] {
  const directory = context.fact(people, NO_DAYS);
  const fields = ['person', 'date', 'rested', 'personId'] as const;
  const table = context.read(restLedger, period === null ? { fields } : { fields, within: { period, by: ['date'] } });
  const rests: Rest[] = [];
  for (const row of table.rows) {
    const person = resolvePerson(context, directory, table, row.at, 'person', row.person, { on: row.date, id: row.personId });
    if (!person) continue;
    const duty = `${person.label}${toISO(row.date)}的值班`;
    const say = (field: 'person' | 'rested', code: string, message: string, remedy: string): void => context.report(table.issue(row.at, field, { code, severity: 'warning', message, remedy, clause: ALLOWANCE_CLAUSE }));
    if (rests.some((one) => one.person.order === person.order && one.date === row.date)) {
      say('person', 'allowance/rest-twice', `${duty}的补休登记了两次,只计一次`, '重复的请删去;另一班的请更正值班日期');
      continue;
    }
    if (row.rested === null) say('rested', 'allowance/rest-date-blank', `未见${duty}在哪天补休,按已安排补休计`, '请填写补休日期;没有安排补休的请删去这一行');
    else if (row.rested < row.date) say('rested', 'allowance/rest-before', `${duty}的补休日期${toISO(row.rested)}在值班之前`, '请核对两个日期');
    rests.push({ at: row.at, person, date: row.date, rested: row.rested });
  }
  return rests;
}

/** Rows about a duty that nobody served; time off of somebody on duty that no row explains. */
export function reportRests(context: Context, rests: readonly Rest[], shifts: readonly CountedShift[], month: Period): void {
  const table = context.read(restLedger, { fields: ['person', 'date'], quietly: true });
  for (const { at, person, date } of rests) {
    if (shifts.some(({ actual, date: on }) => on === date && actual.order === person.order)) continue;
    context.report(table.issue(at, 'date', { code: 'allowance/rest-without-duty', severity: 'warning', message: `${toISO(date)}值班的没有${person.label},这一行补休不起作用`, remedy: '请核对姓名和值班日期', clause: ALLOWANCE_CLAUSE }));
  }
  const told = context.read(restLedger, { fields: ['person', 'date', 'rested', 'personId'], quietly: true }).rows;
  const directory = context.fact(people, NO_DAYS);
  for (const absence of context.fact(absences, month)) {
    const { person, range, label, sheet, cell } = absence;
    if (!TIME_OFF.test(label) || !shifts.some(({ actual }) => actual.order === person.order)) continue;
    const [from, to] = [dateOfSlot(range.from), dateOfSlot(range.to)];
    const explained = told.some((row) => {
      if (row.rested === null || row.rested < from || row.rested > to) return false;
      const resolution = directory.resolve(row.person, { on: row.date, id: row.personId });
      return resolution.kind === 'found' && resolution.person.order === person.order;
    });
    if (explained) continue;
    context.report({ code: 'allowance/rest-unexplained', severity: 'warning', sheet, cell, message: `${person.label}${toISO(from)}起的${label}未见对应的值班补休登记,值班补助照发`, remedy: `补的是值班的,请在“${restLedger.sheet}”写明值班日期和补休日期;补的是加班的不必登记`, clause: ALLOWANCE_CLAUSE });
  }
}
