/** Everything that a roster of a period rests on, read once: for making it, for checking it, for explaining it. */
import { addDays, type CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import { contains, daysOf, weekOf, type Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { absences as absencesFact, authority as authorityFact, calendar as calendarFact, liaisons as liaisonsFact, NO_DAYS, people as peopleFact, type Liaisons, type People, type Person } from '../../office/facts';
import { countedSince, holidayNeed, longAbsenceDays, minimumGap } from '../parameters';
import { AbsenceBook } from './absence-book';
import { planChiefs, type ChiefPlan } from './chief-weeks';
import { reportConflicts, type Conflicts } from './conflicts';
import { DaysOffBook, readDaysOff, type DayOff } from './days-off';
import { demandsOf, type DayDemand, type DemandInput } from './demand';
import { fixedPeople, fixedSlots, holdsLeader, reportFixes, type FixedPerson, type FixedSlots, type Holds } from './fixed';
import { defaultStart, historyStart, histories, type ClerkHistory } from './history';
import { readEmergencies, readHolidayLeaders, emergencyOn, type Emergency } from './leaders';
import { leadersOf, reportLeaders, type DayLeader } from './leader-days';
import { readOpenings } from './openings';
import { refusalsOf, type Refusals } from './refusals';
import { firstRosterDate, readRoster, type RosterBook, type RosterRow } from './rows';
import { handedOver, servedDays, type ServedDay, type ServedDays } from './served';
import { approvalFindings } from './swap-validity';
import { readSwaps, SwapBook } from './swaps';

/** fewest: fairness of the totals, then the fewest changes; freeze: the fewest changes at all; fairest: as if made anew. */
export const REPLAN_MODES = ['fewest', 'freeze', 'fairest'] as const;
export type ReplanMode = (typeof REPLAN_MODES)[number];

/** Duties before the period are looked at so far back for gaps. */
const GAP_DAYS = 10;

export interface CaseRequest {
  readonly period: Period;
  /** null: 参数 最小间隔. */
  readonly minGap: number | null;
  readonly keepBefore: CivilDate | null;
  /** What stands is changed as little as this asks for; absent = made anew, published rows stay. */
  readonly replan?: ReplanMode;
}

/** One day of the period. */
export interface CaseDay {
  readonly demand: DayDemand;
  /** null: 值班表 has no row for it. */
  readonly served: ServedDay | null;
  readonly fixes: FixedSlots;
  /** Fixed clerks and leaders. */
  readonly fixed: readonly FixedPerson[];
  readonly leader: DayLeader;
}

export interface RosterCase {
  readonly period: Period;
  readonly minGap: number;
  readonly holds: Holds;
  readonly replan: ReplanMode | null;
  readonly directory: People;
  readonly calendar: Calendar;
  readonly liaisons: Liaisons;
  readonly clerks: readonly Person[];
  /** Index among the clerks, or -1. */
  clerkIndex(person: Person): number;
  readonly days: readonly CaseDay[];
  readonly book: RosterBook;
  readonly served: ServedDays;
  readonly swaps: SwapBook;
  readonly histories: readonly ClerkHistory[];
  readonly chiefs: ChiefPlan;
  readonly refusals: Refusals;
  readonly absences: AbsenceBook;
  readonly daysOff: readonly DayOff[];
  /** Last duty before the period, by clerk (order). */
  readonly lastDuty: ReadonlyMap<number, { readonly date: CivilDate; readonly source: string }>;
  /** Fixed duties after the period that the gap meets. */
  readonly after: readonly FixedPerson[];
  readonly conflicts: Conflicts;
}

const NOT_FIXED: FixedSlots = { one: null, two: null, leader: null };

/** Who can be asked at all: 是否文秘=是, 可排值班 not 否. */
export function isRosterClerk(person: Person): boolean {
  return person.isClerk && person.canServe;
}

function isRosterChief(person: Person): boolean {
  return person.level === '科级' && person.canLead;
}

/** Where the cell of a served duty is. */
export function sourceOf(book: RosterBook, { row, clerks }: ServedDay, person: Person): string {
  const index = clerks.findIndex((served) => served.person.order === person.order);
  return `${book.table.sheet}!${(index < row.slots.one.people.length ? row.slots.one : row.slots.two).cell}`;
}

/** Reads a case; null (with an error) when there is no clerk in post in the period. */
export function readCase(context: Context, request: CaseRequest): RosterCase | null {
  const { period, keepBefore } = request;
  const holds: Holds = { keepBefore, published: request.replan === undefined };
  const minGap = request.minGap ?? context.setting(minimumGap, period.from);
  const directory = context.fact(peopleFact, NO_DAYS);
  const inPeriod = (person: Person): boolean => daysOf(period).some((date) => directory.inPost(person, date));
  const clerks = directory.all.filter((person) => isRosterClerk(person) && inPeriod(person));
  if (clerks.length === 0) return noClerks(context, directory);
  const openings = readOpenings(context, directory, period.from);
  const firstRow = firstRosterDate(context);
  const since = context.setting(countedSince);
  const starts = { clerks, openings, since, firstRow, period };
  const firstStart = Math.min(...clerks.map((clerk) => historyStart(starts, clerk)));
  const chiefStart = defaultStart(starts);
  const scopes = {
    clerks: { from: Math.min(firstStart + 1, period.from - Math.max(GAP_DAYS, minGap - 1)) as CivilDate, to: addDays(period.to, minGap - 1) },
    leaders: { from: Math.min(chiefStart + 1, weekOf(period.from).from) as CivilDate, to: period.to },
    states: { from: period.from, to: addDays(period.to, minGap - 1) },
  };
  const past = { from: Math.min(firstStart + 1, chiefStart + 1, period.from) as CivilDate, to: period.to };

  const book = readRoster(context, directory, scopes);
  const swaps = new SwapBook(readSwaps(context, directory, { from: Math.min(scopes.clerks.from, scopes.leaders.from) as CivilDate, to: scopes.clerks.to }));
  const served = servedDays(context, book, swaps, scopes);
  const authority = context.fact(authorityFact, NO_DAYS);
  for (const { swap, field, text } of swaps.all.flatMap((swap) => approvalFindings(swap, authority))) context.report(swap.issue(field, text));
  // the last shift ends on the morrow
  const absences = new AbsenceBook(context.fact(absencesFact, { from: past.from, to: addDays(past.to, 1) }), context.setting(longAbsenceDays, period.from));
  const daysOff = readDaysOff(context, directory, period);
  const refusals = refusalsOf(directory, absences, new DaysOffBook(daysOff), handedOver(served, swaps));
  // years of the past are asked for nothing that would have to be said again
  context.fact(calendarFact, period);
  const calendar = context.fact(calendarFact, NO_DAYS);
  const liaisons = context.fact(liaisonsFact, NO_DAYS);
  const emergencies = readEmergencies(context, directory, past);
  const demand: DemandInput = { calendar, holidayNeed: (date) => context.setting(holidayNeed, date), leaders: readHolidayLeaders(context, directory, period), emergencies };
  const demands = demandsOf(demand, period);

  const fixesOf = (day: ServedDay | null): FixedSlots => (day ? fixedSlots(day, holds) : NOT_FIXED);
  const standing = demands.map(({ date }) => {
    const day = served.get(date) ?? null;
    const fixes = fixesOf(day);
    return { day, fixes, fixed: day ? fixedPeople(day, fixes) : [] };
  });
  for (const { day, fixes } of standing) if (day) reportFixes(context, book, day.row, fixes);
  const leaders = leadersOf(context, { period, directory, demands, standing, refusals, served, start: chiefStart, isHoliday: (date) => calendar.isHoliday(date) });
  reportLeaders(context, { book, demands, leaders, refusals, demandInput: demand });
  const days = demands.map((one, index): CaseDay => ({ demand: one, served: standing[index]!.day, fixes: standing[index]!.fixes, fixed: standing[index]!.fixed, leader: leaders[index]! }));

  const isEligible = (person: Person, date: CivilDate): boolean => directory.inPost(person, date);
  const isLongAbsent = (person: Person, date: CivilDate): boolean => absences.longOn(person, date) !== null;
  const needs = new Map(demands.map(({ date, need }) => [date, need]));
  const own = histories({
    ...starts,
    eligible: directory.all.filter(isRosterClerk),
    isEligible,
    isLongAbsent,
    festivalOn: (date) => calendar.holidayAt(date)?.name ?? '',
    isNewYear: (date) => calendar.day(date).newYear,
    servedOn: (date) => served.get(date)?.clerks.map(({ person }) => person) ?? [],
    needOn: (date) => needs.get(date)!,
  });
  const lastDuty = lastDuties(book, served, period);
  const after = fixedAfter(served, book, period, keepBefore);
  const indices = new Map(clerks.map((clerk, index) => [clerk.order, index]));
  return {
    period,
    minGap,
    holds,
    replan: request.replan ?? null,
    directory,
    calendar,
    liaisons,
    clerks,
    clerkIndex: (person) => indices.get(person.order) ?? -1,
    days,
    book,
    served,
    swaps,
    histories: own,
    chiefs: chiefPlan({ period, directory, inPeriod, chiefStart, calendar, emergencies, days, served, refusals, holds, isLongAbsent }),
    refusals,
    absences,
    daysOff,
    lastDuty,
    after,
    conflicts: reportConflicts(context, {
      table: book.table,
      fixed: days.flatMap(({ fixed }) => fixed),
      after,
      before: lastDuty,
      refusals,
      minGap,
      rowOf: (date) => book.rows.get(date)!.at,
      isClerk: isRosterClerk,
    }),
  };
}

function noClerks(context: Context, directory: People): null {
  if (directory.all.length > 0) {
    context.report({ code: 'roster/no-clerks', severity: 'error', sheet: '人员', cell: '', message: '这一期没有可排值班的文秘', remedy: '请在人员表“是否文秘”填是、“可排值班”不填否,并核对到办、离办日期', clause: '值班-一' });
  }
  return null;
}

/** Last duty of everybody before the period. */
function lastDuties(book: RosterBook, served: ServedDays, period: Period): RosterCase['lastDuty'] {
  const last = new Map<number, { readonly date: CivilDate; readonly source: string }>();
  const before = [...served].filter(([date]) => date < period.from).sort(([a], [b]) => a - b);
  for (const [date, day] of before) for (const { person } of day.clerks) last.set(person.order, { date, source: sourceOf(book, day, person) });
  return last;
}

/** Beyond the period nothing is changed: what is published there stands for a replan too. */
function fixedAfter(served: ServedDays, book: RosterBook, period: Period, keepBefore: CivilDate | null): readonly FixedPerson[] {
  const rows: readonly RosterRow[] = [...book.rows.values()].filter(({ date }) => date > period.to).sort((a, b) => a.date - b.date);
  return rows.flatMap(({ date }) => {
    const day = served.get(date)!;
    return fixedPeople(day, fixedSlots(day, { keepBefore, published: true })).filter(({ field }) => field !== 'leader');
  });
}

interface ChiefContext {
  readonly period: Period;
  readonly directory: People;
  inPeriod(person: Person): boolean;
  readonly chiefStart: CivilDate;
  readonly calendar: Calendar;
  readonly emergencies: readonly Emergency[];
  readonly days: readonly CaseDay[];
  readonly served: ServedDays;
  readonly refusals: Refusals;
  readonly holds: Holds;
  isLongAbsent(person: Person, date: CivilDate): boolean;
}

function chiefPlan(input: ChiefContext): ChiefPlan {
  const { period, directory, served, refusals } = input;
  const byDate = new Map(input.days.map((day) => [day.demand.date, day]));
  const eligible = directory.all.filter(isRosterChief);
  return planChiefs({
    period,
    chiefs: eligible.filter((person) => input.inPeriod(person)),
    eligible,
    start: input.chiefStart,
    isCounted: (date) => !input.calendar.isHoliday(date) && emergencyOn(input.emergencies, date) === null,
    leaderOn: (date) => {
      const leader = contains(period, date) ? undefined : served.get(date)?.leaders[0]?.person;
      return leader?.level === '科级' ? leader : null;
    },
    fixedOn: (date) => {
      const duty = byDate.get(date)!.fixed.find(({ field }) => field === 'leader');
      return duty ? { person: duty.person, wholeWeek: duty.reason === 'published' || duty.reason === 'kept' } : null;
    },
    fillsOn: (date) => holdsLeader(byDate.get(date)!.served?.row ?? null, date, input.holds),
    standingOn: (date) => {
      const { served: day, fixes } = byDate.get(date)!;
      return fixes.leader === null ? (day?.leaders[0]?.person ?? null) : null;
    },
    canBeAsked: (person, date) => directory.inPost(person, date) && !input.isLongAbsent(person, date),
    isAway: (person, date) => refusals.leader(person, date) !== null,
  });
}
