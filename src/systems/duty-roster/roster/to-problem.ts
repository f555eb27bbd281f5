/** From a case to the engine's integers. */
import { addDays, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { periodCap } from '../parameters';
import type { ChangesLevel, Clerk, DutyDay, FixedDuty, RosterProblem } from '../engine';
import type { Person } from '../../office/facts';
import type { CaseDay, ReplanMode, RosterCase } from '../reading/roster-case';

/** Where changes rank among the levels of roster.md. */
const CHANGES: Readonly<Record<ReplanMode, ChangesLevel>> = { fewest: 'after-totals', freeze: 'before-totals', fairest: 'last' };

/** Clerks that stand in the fixed cells of a day and count for somebody: once each. */
export function fixedClerks(subject: RosterCase, { fixed }: CaseDay): readonly number[] {
  const indices = fixed.filter(({ field }) => field !== 'leader').map(({ person }) => subject.clerkIndex(person));
  return [...new Set(indices.filter((index) => index >= 0))];
}

/** Filled slots of the fixed cells that no clerk of the pool accounts for: strangers, unreadable names, doubles. */
function fixedStrangers(subject: RosterCase, day: CaseDay): number {
  const { served, fixes, fixed } = day;
  if (!served) return 0;
  const { one, two } = served.row.slots;
  const broken = (fixes.one !== null && one.broken ? 1 : 0) + (fixes.two !== null && two.broken ? 1 : 0);
  return fixed.filter(({ field }) => field !== 'leader').length - fixedClerks(subject, day).length + broken;
}

export function toProblem(context: Context, subject: RosterCase): RosterProblem {
  const { period, days, clerks, histories, liaisons } = subject;
  const festivals = [...new Set(days.flatMap(({ demand }) => (demand.festival === '' ? [] : [demand.festival])))];
  const cap = context.setting(periodCap, period.from);
  const fixed: FixedDuty[] = days.flatMap((day, index) => fixedClerks(subject, day).map((clerk) => ({ day: index, clerk })));
  return {
    days: days.map((day): DutyDay => {
      const { demand, leader } = day;
      const wanted = Math.max(0, demand.need - fixedStrangers(subject, day));
      return {
        date: demand.date,
        weekday: demand.weekday,
        pool: demand.pool,
        // what stands beyond the need stays
        need: Math.max(wanted, fixedClerks(subject, day).length),
        festival: festivals.indexOf(demand.festival),
        newYear: demand.newYear,
        liaisons:
          demand.pool === 'holiday' && leader.county
            ? liaisons.clerksOf(leader.county.name, demand.date).map((person) => subject.clerkIndex(person)).filter((index) => index >= 0)
            : null,
      };
    }),
    clerks: clerks.map((person, index): Clerk => {
      const history = histories[index]!;
      return {
        total: history.total,
        weekdays: history.weekdays,
        holiday: history.holiday,
        festivals: festivals.map((name) => history.festivals.get(name) ?? 0),
        newYear: history.newYear,
        available: Uint8Array.from(days, ({ demand }) => (subject.refusals.clerk(person, demand.date) === null ? 1 : 0)),
        cap,
        neighbours: neighboursOf(subject, index),
        ...wishesOf(subject, person),
      };
    }),
    festivals,
    fixed,
    weeks: subject.chiefs.weeks.map(({ week }) => week),
    chiefs: subject.chiefs.histories.map(({ chief }) => chief),
    minGap: subject.minGap,
    standing: days.map((day) => (day.served?.clerks ?? []).map(({ person }) => subject.clerkIndex(person))),
    standingChiefs: subject.chiefs.weeks.map(({ standing }) => standing),
    changesLevel: CHANGES[subject.replan ?? 'fairest'],
  };
}

/** 尽量不排 and 希望排 of a clerk, as far as they lie in the period. */
function wishesOf({ period, days, daysOff }: RosterCase, person: Person): Pick<Clerk, 'wishes'> {
  const own = daysOff.filter((row) => row.person.order === person.order);
  const avoided = own.filter(({ kind }) => kind === '尽量不排');
  const hoped = own.filter(({ kind, from, to }) => kind === '希望排' && from <= period.to && to >= period.from);
  if (avoided.length === 0 && hoped.length === 0) return {};
  const avoids = Uint8Array.from(days, ({ demand: { date } }) => (avoided.some(({ from, to }) => from <= date && date <= to) ? 1 : 0));
  return { wishes: { avoids, hopes: hoped.map(({ from, to }) => ({ from: from < period.from ? period.from : from, to: to > period.to ? period.to : to })) } };
}

/** His last duty before the period, and fixed ones after it that the gap meets. */
function neighboursOf(subject: RosterCase, index: number): readonly CivilDate[] {
  const person = subject.clerks[index]!;
  const last = subject.lastDuty.get(person.order);
  const end = addDays(subject.period.to, 1);
  return [...(last ? [last.date] : []), ...subject.after.filter((duty) => duty.person.order === person.order && duty.date >= end).map(({ date }) => date)];
}
