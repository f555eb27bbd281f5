/** The duty records of a stretch of days, for checks and for the rooms that ask who served. */
import type { CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import type { Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { defineFact } from '../../../ledger/fact';
import { absences as absencesFact, authority as authorityFact, calendar as calendarFact, liaisons as liaisonsFact, NO_DAYS, people as peopleFact, type Authority, type Liability, type Liaisons, type People, type Shift } from '../../office/facts';
import { rosterLedger } from '../ledgers';
import { holidayNeed, longAbsenceDays } from '../parameters';
import { AbsenceBook } from './absence-book';
import { DaysOffBook, readDaysOff } from './days-off';
import { demandOn, type DayDemand } from './demand';
import { readEmergencies, readHolidayLeaders, type HolidayLeader } from './leaders';
import { refusalsOf, type Refusals } from './refusals';
import { readRoster, type RosterBook } from './rows';
import { servedDays, type ServedDay } from './served';
import { answerFor, chainOf, isValid, type SwapJudgement } from './swap-validity';
import { readSwaps, SwapBook } from './swaps';

/** A day that has a row in 值班表. */
export interface RecordedDay {
  readonly demand: DayDemand;
  readonly served: ServedDay;
}

export interface DutyRecords extends SwapJudgement {
  readonly directory: People;
  readonly calendar: Calendar;
  readonly book: RosterBook;
  /** In the order of the dates. */
  readonly days: readonly RecordedDay[];
  readonly swaps: SwapBook;
  readonly refusals: Refusals;
  readonly liaisons: Liaisons;
  readonly authority: Authority;
  readonly holidayLeaders: ReadonlyMap<CivilDate, HolidayLeader>;
}

/** The room's own fact: rules share one reading. */
export const dutyRecords = defineFact<DutyRecords>('duty-records');

/** From the first to the last row of 值班表; an empty stretch when there is none. */
export function rosterSpan(context: Context): Period {
  const dates = context.read(rosterLedger, { fields: ['date'], quietly: true }).rows.map(({ date }) => date);
  if (dates.length === 0) return NO_DAYS;
  return dates.reduce<Period>((span, date) => ({ from: date < span.from ? date : span.from, to: date > span.to ? date : span.to }), { from: dates[0]!, to: dates[0]! });
}

function inOrder(served: ReadonlyMap<CivilDate, ServedDay>): readonly ServedDay[] {
  return [...served.values()].sort((a, b) => a.row.date - b.row.date);
}

function readServed(context: Context, directory: People, period: Period): { readonly book: RosterBook; readonly swaps: SwapBook; readonly served: readonly ServedDay[] } {
  const book = readRoster(context, directory, { clerks: period, leaders: period, states: period });
  const swaps = new SwapBook(readSwaps(context, directory, period));
  return { book, swaps, served: inOrder(servedDays(context, book, swaps, { clerks: period, leaders: period })) };
}

export function readRecords(context: Context, period: Period): DutyRecords {
  const directory = context.fact(peopleFact, NO_DAYS);
  const { book, swaps, served } = readServed(context, directory, period);
  const calendar = context.fact(calendarFact, period);
  const emergencies = readEmergencies(context, directory, period);
  const holidayLeaders = readHolidayLeaders(context, directory, period);
  const demand = { calendar, holidayNeed: (date: CivilDate) => context.setting(holidayNeed, date), leaders: holidayLeaders, emergencies };
  const absences = new AbsenceBook(context.fact(absencesFact, period), context.setting(longAbsenceDays));
  const byDate = new Map(served.map((day) => [day.row.date, day]));
  return {
    directory,
    calendar,
    book,
    swaps,
    servedOn: (date) => byDate.get(date) ?? null,
    days: served.map((day) => ({ demand: demandOn(demand, day.row.date), served: day })),
    refusals: refusalsOf(directory, absences, new DaysOffBook(readDaysOff(context, directory, period))),
    liaisons: context.fact(liaisonsFact, NO_DAYS),
    authority: context.fact(authorityFact, NO_DAYS),
    holidayLeaders,
  };
}

/** Who served or serves, swaps applied. */
export function readShifts(context: Context, period: Period): readonly Shift[] {
  const { book, served } = readServed(context, context.fact(peopleFact, NO_DAYS), period);
  const { sheet } = book.table;
  return served.flatMap(({ row, clerks, leaders }): Shift[] => {
    const { one, two, leader } = row.slots;
    const shift = ({ person, rostered }: ServedDay['clerks'][number], role: Shift['role'], cell: string): Shift => ({
      date: row.date,
      person,
      role,
      instead: rostered.order === person.order ? null : rostered,
      sheet,
      cell,
    });
    return [...clerks.map((on, index) => shift(on, '值班', (index < one.people.length ? one : two).cell)), ...leaders.map((on) => shift(on, '带班', leader.cell))];
  });
}

/** Who answers for each duty of the period. */
export function readLiability(context: Context, period: Period): readonly Liability[] {
  const records = context.fact(dutyRecords, period);
  const { sheet } = records.book.table;
  return records.days.flatMap(({ served }) => {
    const { row } = served;
    const of = (role: Liability['role'], fields: readonly ('one' | 'two' | 'leader')[]): Liability[] =>
      fields.flatMap((field) =>
        row.slots[field].people.map((named): Liability => {
          const { person, rostered, by } = answerFor(named, chainOf(served, records.swaps, role), (swap) => isValid(swap, records));
          return { date: row.date, role, person, rostered, basis: by?.number ?? '', sheet, cell: row.slots[field].cell };
        }),
      );
    return [...of('值班', ['one', 'two']), ...of('带班', ['leader'])];
  });
}
