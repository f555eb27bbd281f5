/** The days of a printed page: as the ledger stands, or as it will stand after a run. */
import type { Calendar } from '../../../kernel/calendar';
import { yearOf, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import { parseNames } from '../../../kernel/text/name';
import type { Context } from '../../../ledger/context';
import type { Liaisons, People, Person } from '../../office/facts';
import { holidayLeadersLedger, rosterLedger } from '../ledgers';
import type { DutyRecords } from '../reading/records';
import { isUndecided, type SlotField } from '../reading/rows';
import { applySwaps, type Served } from '../reading/swaps';
import type { Adjustments } from './adjustments';
import type { SolvedCase } from './outcome';

/** Somebody on a page; a name that is nobody's is printed as it stands. */
export interface PagePerson {
  readonly name: string;
  readonly phone: string;
  readonly person: Person | null;
}

export interface PageDay {
  readonly date: CivilDate;
  readonly clerks: readonly PagePerson[];
  readonly leader: PagePerson | null;
  /** 备注, and whose place was taken. */
  readonly note: string;
}

const onPage = (person: Person): PagePerson => ({ name: person.printName, phone: person.phone ?? '', person });

const asTyped = (text: string): PagePerson[] => (text === '' ? [] : [{ name: text, phone: '', person: null }]);

/** Remarks of a day: the user's, then the swaps. */
function noteOf(typed: string, served: readonly Served[]): string {
  const swapped = served.flatMap(({ swap, rostered, person }) => (swap ? [`${person.printName}顶${rostered.printName}`] : []));
  return [typed, ...swapped].filter((part) => part !== '').join(';');
}

/** What the pages are made of: a roster just solved with its neighbours on the sheet, or the ledger as it stands. */
export interface PageSource {
  readonly directory: People;
  readonly calendar: Calendar;
  readonly liaisons: Liaisons;
  /** By date: every row of the ledger in a stretch, as it stands or will stand. */
  days(stretch: Period): ReadonlyMap<CivilDate, PageDay>;
  /** The remark of a day on a page, with 调整 where it belongs. */
  remark(title: string, stretch: Period, day: PageDay): string;
}

export function solvedPages(context: Context, solved: SolvedCase, adjustments: Adjustments): PageSource {
  const { directory, calendar, liaisons } = solved.subject;
  return { directory, calendar, liaisons, days: (stretch) => solvedDays(context, solved, stretch), remark: (title, stretch, { date, note }) => adjustments.remark(title, stretch, date, note) };
}

/** `records` hold every day that the pages show. */
export function ledgerPages(records: DutyRecords, adjustments: Adjustments): PageSource {
  const { directory, calendar, liaisons, book } = records;
  const days = new Map(
    records.days.map(({ served: { row, clerks, leaders } }): [CivilDate, PageDay] => {
      const { one, two, leader } = row.slots;
      const unread = [one, two].flatMap((slot) => (slot.broken ? asTyped(slot.text) : []));
      const led = leaders[0] ? onPage(leaders[0].person) : (asTyped(leader.text)[0] ?? null);
      return [row.date, { date: row.date, clerks: [...clerks.map(({ person }) => onPage(person)), ...unread], leader: led, note: noteOf(book.text(row, 'note'), [...clerks, ...leaders]) }];
    }),
  );
  return { directory, calendar, liaisons, days: () => days, remark: (title, stretch, { date, note }) => adjustments.remark(title, stretch, date, note) };
}

/** The period's days as they will stand, and their neighbours on the sheet. */
function solvedDays(context: Context, solved: SolvedCase, stretch: Period): ReadonlyMap<CivilDate, PageDay> {
  const { subject, plans } = solved;
  const days = new Map<CivilDate, PageDay>();
  for (const day of neighbours(context, solved, stretch)) days.set(day.date, day);
  for (const { day, cells, leader } of plans) {
    const { date } = day.demand;
    const row = day.served?.row;
    const served = day.served ? [...day.served.clerks, ...day.served.leaders].filter(({ person }) => [...cells.one.people, ...cells.two.people, leader].some((one) => one?.order === person.order)) : [];
    days.set(date, {
      date,
      clerks: (['one', 'two'] as const).flatMap((field) => (cells[field].people.length > 0 ? cells[field].people.map(onPage) : asTyped(cells[field].text))),
      leader: leader ? onPage(leader) : (asTyped(cells.leader.text)[0] ?? null),
      note: noteOf(row ? subject.book.text(row, 'note') : '', served),
    });
  }
  return days;
}

/** Rows beyond the period are nobody's business but the page's: read quietly, printed as they stand. */
function neighbours(context: Context, { subject }: SolvedCase, stretch: Period): readonly PageDay[] {
  const { book, directory, period, swaps } = subject;
  const table = context.read(rosterLedger, { fields: ['date'], within: { period: stretch, by: ['date'] }, quietly: true });
  return table.rows.filter(({ date }) => date < period.from || date > period.to).map(({ at, date }): PageDay => {
    const read = (field: SlotField): readonly PagePerson[] => {
      const typed = book.textAt(at, field);
      const people = resolved(directory, typed, date);
      return people ? people.map(onPage) : asTyped(typed);
    };
    const swapped = (people: readonly PagePerson[], role: '值班' | '带班'): { readonly people: readonly PagePerson[]; readonly served: readonly Served[] } => {
      const known = people.flatMap(({ person }) => person ?? []);
      const { served } = applySwaps(known, swaps.approvedOn(date, role));
      return known.length === people.length ? { people: served.map(({ person }) => onPage(person)), served } : { people, served: [] };
    };
    const clerks = swapped([...read('one'), ...read('two')], '值班');
    const leaders = swapped(read('leader'), '带班');
    return { date, clerks: clerks.people, leader: leaders.people[0] ?? null, note: noteOf(book.textAt(at, 'note'), [...clerks.served, ...leaders.served]) };
  });
}

/** Everybody a cell names, or null when a name is nobody's. */
function resolved(directory: People, text: string, on: CivilDate): readonly Person[] | null {
  const people: Person[] = [];
  for (const reading of parseNames(text)) {
    if (reading.kind === 'name' && isUndecided(reading)) continue;
    const resolution = reading.kind === 'name' ? directory.resolve(reading, { on }) : null;
    if (resolution?.kind !== 'found') return null;
    people.push(resolution.person);
  }
  return people;
}

/** 带班科级 of each day of a stretch. */
export function chiefsOf(context: Context, { directory }: PageSource, stretch: Period): ReadonlyMap<CivilDate, readonly Person[]> {
  const table = context.read(holidayLeadersLedger, { fields: ['date', 'chiefs'], within: { period: stretch, by: ['date'] }, quietly: true });
  return new Map(
    table.rows.map(({ date, chiefs }) => [
      date,
      (chiefs ?? []).flatMap((ref) => {
        const resolution = directory.resolve(ref, { on: date });
        return resolution.kind === 'found' ? [resolution.person] : [];
      }),
    ]),
  );
}

/** Whether a page's days depend on a year whose arrangement is not published. */
export function isPredicted({ calendar }: PageSource, stretch: Period): boolean {
  return calendar.isUncovered(yearOf(stretch.from)) || calendar.isUncovered(yearOf(stretch.to));
}
