/** Who is in charge on days that ask for a county leader: fixed cells first, then the ledgers, then a proposal (值班-二). */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { proposesLeaders } from '../parameters';
import type { People, Person } from '../../office/facts';
import { solveRoster, type Chief } from '../engine';
import { holidayLeadersLedger } from '../ledgers';
import type { DayDemand, DemandInput } from './demand';
import type { FixedPerson, FixedSlots } from './fixed';
import { onOrdinaryDay } from './leaders';
import type { Refusals } from './refusals';
import type { RosterBook } from './rows';
import type { ServedDay, ServedDays } from './served';

export interface DayLeader {
  /** The county leader of the day; null where undecided, and on the chiefs' days. */
  readonly county: Person | null;
  /** A name that the user typed into 值班表 stays where no ledger says anything. */
  readonly typed: boolean;
  readonly proposed: boolean;
}

const NOBODY: DayLeader = { county: null, typed: false, proposed: false };

interface Standing {
  readonly day: ServedDay | null;
  readonly fixes: FixedSlots;
  readonly fixed: readonly FixedPerson[];
}

interface LeaderInput {
  readonly period: Period;
  readonly directory: People;
  readonly demands: readonly DayDemand[];
  readonly standing: readonly Standing[];
  readonly refusals: Refusals;
  readonly served: ServedDays;
  /** Last day before leaders' days are counted. */
  readonly start: CivilDate;
  isHoliday(date: CivilDate): boolean;
}

/** By day of the period. */
export function leadersOf(context: Context, input: LeaderInput): readonly DayLeader[] {
  const decided = input.demands.map((demand, index): DayLeader => {
    if (!demand.county) return NOBODY;
    const { day, fixes } = input.standing[index]!;
    const stands = day?.leaders[0]?.person ?? null;
    if (fixes.leader !== null) return { ...NOBODY, county: stands };
    if (demand.leader) return { ...NOBODY, county: demand.leader };
    return stands && day!.row.slots.leader.wrote === '' ? { county: stands, typed: true, proposed: false } : NOBODY;
  });
  return context.setting(proposesLeaders, input.period.from) ? propose(input, decided) : decided;
}

/** 建议带班: holiday days as even as can be, solved like the chiefs' weeks; what we proposed before stays where it is as good. */
function propose(input: LeaderInput, decided: readonly DayLeader[]): readonly DayLeader[] {
  const candidates = input.directory.all.filter((person) => person.level === '县级' && person.canLead);
  const indexOf = (person: Person | null): number => candidates.findIndex(({ order }) => order === person?.order);
  const led = candidates.map((): CivilDate[] => []);
  for (const [date, { leaders }] of input.served) {
    if (date > input.start && date < input.period.from && input.isHoliday(date)) for (const { person } of leaders) led[indexOf(person)]?.push(date);
  }
  decided.forEach(({ county }, index) => {
    const demand = input.demands[index]!;
    if (demand.pool === 'holiday') led[indexOf(county)]?.push(demand.date);
  });
  const open = decided.flatMap(({ county }, index) => (county === null && input.demands[index]!.pool === 'holiday' && input.standing[index]!.fixes.leader === null ? [index] : []));
  if (open.length === 0) return decided;
  const dates = open.map((index) => input.demands[index]!.date);
  const solution = solveRoster({
    days: [],
    clerks: [],
    festivals: [],
    fixed: [],
    minGap: 1,
    standing: [],
    weeks: dates.map((date) => ({ monday: date, countedDays: 1, fixed: -1 })),
    chiefs: candidates.map((person, index): Chief => {
      const before = led[index]!.filter((date) => date < input.period.from);
      return {
        turns: led[index]!.length,
        days: led[index]!.length,
        available: Uint8Array.from(dates, (date) => (input.refusals.leader(person, date) === null ? 1 : 0)),
        lastWeek: before.length === 0 ? null : (Math.max(...before) as CivilDate),
      };
    }),
    standingChiefs: open.map(() => -1),
    changesLevel: 'last',
  });
  const stood = open.map((index) => indexOf(input.standing[index]!.day?.leaders[0]?.person ?? null));
  const stands = stood.every((leader, at) => leader >= 0 && input.refusals.leader(candidates[leader]!, dates[at]!) === null);
  const squares = (chosen: readonly number[]): number => led.reduce((sum, days, leader) => sum + (days.length + chosen.filter((one) => one === leader).length) ** 2, 0);
  // what became fixed since must not turn the others round
  const chosen = stands && squares(stood) <= squares(solution.chiefs) ? stood : solution.chiefs;
  return decided.map((leader, index) => {
    const county = candidates[chosen[open.indexOf(index)] ?? -1];
    return county ? { county, typed: false, proposed: true } : leader;
  });
}

interface ReportInput {
  readonly book: RosterBook;
  readonly demands: readonly DayDemand[];
  readonly leaders: readonly DayLeader[];
  readonly refusals: Refusals;
  readonly demandInput: DemandInput;
}

/** Days without a leader, leaders who are away, rows of 假期带班 that fit no holiday. */
export function reportLeaders(context: Context, input: ReportInput): void {
  const proposals: string[] = [];
  input.demands.forEach((demand, index) => {
    const { county, proposed } = input.leaders[index]!;
    if (proposed) proposals.push(`${toISO(demand.date)}${county!.label}`);
    const row = input.demandInput.leaders.get(demand.date);
    if (row && demand.pool !== 'holiday') context.report(row.issue('date', onOrdinaryDay(demand.date, demand.day.kind)));
    if (!demand.county) return;
    const [sheet, cell] = placeOf(demand.source);
    if (!county) {
      context.report({
        code: 'duty/leader-undecided',
        severity: 'warning',
        sheet,
        cell,
        message: `${toISO(demand.date)}${demand.pool === 'holiday' ? `(${demand.day.festival!})` : '(紧急带班)'}的带班县级领导未定,值班表留空`,
        remedy: `请在“${demand.pool === 'holiday' ? holidayLeadersLedger.sheet : '紧急带班'}”表填写县级领导,再运行一次`,
        clause: '值班-二',
      });
      return;
    }
    const refusal = demand.leader?.order === county.order ? input.refusals.leader(county, demand.date) : null;
    if (refusal) {
      context.report({ code: 'duty/leader-away', severity: 'warning', sheet, cell, message: `${toISO(demand.date)}带班的${county.label}与${refusal.source}矛盾:${refusal.text}`, remedy: '请改定带班领导,或更正请假、外出', clause: '值班-二' });
    }
  });
  if (proposals.length > 0) {
    context.report({ code: 'duty/leader-proposed', severity: 'info', sheet: holidayLeadersLedger.sheet, cell: '', message: `带班领导未定的${proposals.length}天由程序平均建议:${proposals.join('、')}`, remedy: '请报领导确定后填入“假期带班”表', clause: '值班-二' });
  }
}

/** `假期带班!B5` as sheet and cell. */
function placeOf(source: string): readonly [string, string] {
  const at = source.lastIndexOf('!');
  return at < 0 ? [holidayLeadersLedger.sheet, ''] : [source.slice(0, at), source.slice(at + 1)];
}
