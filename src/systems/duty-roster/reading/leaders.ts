/** County leaders' days: 假期带班 and 紧急带班 (值班-二). */
import { toISO, type CivilDate } from '../../../kernel/date';
import { contains, type Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import type { People, Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import { emergencyLedger, holidayLeadersLedger } from '../ledgers';
import { isUndecided } from './rows';

/** A row of 假期带班. */
export interface HolidayLeader {
  readonly date: CivilDate;
  /** null: blank, 待定, or a name that is nobody's. */
  readonly leader: Person | null;
  /** 带班科级, on the festival page only. */
  readonly chiefs: readonly Person[];
  readonly source: string;
  issue(field: 'date' | 'leader', text: IssueText): Issue;
}

/** A row of 紧急带班. */
export interface Emergency {
  readonly period: Period;
  readonly reason: string;
  readonly leader: Person | null;
  readonly need: number;
  readonly source: string;
}

function countyLevel(leader: Person): IssueText | null {
  if (leader.level === '县级') return null;
  return { code: 'duty/leader-not-county', severity: 'violation', message: `${leader.label}的层级是“${leader.level}”,节假日和紧急事项应由县级领导带班`, remedy: '请改填县级领导,或更正人员表的层级', clause: '值班-二' };
}

/** A row of 假期带班 on a day that is no holiday does nothing. */
export function onOrdinaryDay(date: CivilDate, kind: string): IssueText {
  return { code: 'duty/leader-on-ordinary-day', severity: 'warning', message: `${toISO(date)}不是假期(${kind}),这一行不起作用`, remedy: '请核对日期;紧急事项请登记在紧急带班', clause: '值班-二' };
}

export function readHolidayLeaders(context: Context, directory: People, period: Period): ReadonlyMap<CivilDate, HolidayLeader> {
  const table = context.read(holidayLeadersLedger, { fields: ['date', 'leader', 'chiefs'], within: { period, by: ['date'] } });
  return new Map(
    table.rows.map((row): readonly [CivilDate, HolidayLeader] => {
      const named = row.leader !== null && !isUndecided(row.leader) ? row.leader : null;
      const leader = named && resolvePerson(context, directory, table, row.at, 'leader', named, { on: row.date });
      const chiefs = (row.chiefs ?? []).filter((ref) => !isUndecided(ref)).flatMap((ref) => resolvePerson(context, directory, table, row.at, 'chiefs', ref, { on: row.date }) ?? []);
      const level = leader && countyLevel(leader);
      if (level) context.report(table.issue(row.at, 'leader', level));
      return [row.date, { date: row.date, leader, chiefs, source: `${table.sheet}!${table.cell(row.at, 'leader') || table.cell(row.at, 'date')}`, issue: (field, text) => table.issue(row.at, field, text) }];
    }),
  );
}

export function readEmergencies(context: Context, directory: People, period: Period): readonly Emergency[] {
  const table = context.read(emergencyLedger, { fields: ['from', 'to', 'reason', 'leader', 'need'], within: { period, by: ['from', 'to'] } });
  const found: Emergency[] = [];
  for (const row of table.rows) {
    if (row.to < row.from) {
      context.report(table.issue(row.at, 'to', { code: 'emergency/ends-before-it-begins', severity: 'error', message: `结束日期${toISO(row.to)}早于开始日期${toISO(row.from)}`, remedy: '请核对开始、结束日期', clause: '值班-二' }));
      continue;
    }
    if (row.need !== null && row.need < 1) {
      context.report(table.issue(row.at, 'need', { code: 'emergency/need', severity: 'error', message: `值班人数是${row.need},至少要1人`, remedy: '请填写1或更多;空着是1人', clause: '值班-二' }));
      continue;
    }
    const named = row.leader !== null && !isUndecided(row.leader) ? row.leader : null;
    const leader = named && resolvePerson(context, directory, table, row.at, 'leader', named, { on: row.from });
    const level = leader && countyLevel(leader);
    if (level) context.report(table.issue(row.at, 'leader', level));
    const other = found.find((earlier) => earlier.leader && leader && earlier.leader.order !== leader.order && earlier.period.from <= row.to && row.from <= earlier.period.to);
    if (other) {
      context.report(
        table.issue(row.at, 'leader', { code: 'emergency/two-leaders', severity: 'warning', message: `与${other.source}的紧急带班有重叠的日子,领导不同(${other.leader!.label}、${leader!.label}),重叠的日子按前一行`, remedy: '请把起止日期错开', clause: '值班-二' }),
      );
    }
    found.push({ period: { from: row.from, to: row.to }, reason: row.reason ?? '', leader, need: row.need ?? 1, source: `${table.sheet}!${table.cell(row.at, 'from')}` });
  }
  return found;
}

/** What the emergencies of a day ask for: most clerks, the first leader named; null on a day without one. */
export function emergencyOn(emergencies: readonly Emergency[], date: CivilDate): { readonly need: number; readonly leader: Person | null; readonly source: string } | null {
  const today = emergencies.filter(({ period }) => contains(period, date));
  if (today.length === 0) return null;
  const named = today.find(({ leader }) => leader !== null) ?? today[0]!;
  return { need: Math.max(...today.map(({ need }) => need)), leader: named.leader, source: named.source };
}
