/** A roster problem by hand: everything plain unless the test says otherwise. */
import { addDays, fromISO, weekdayOf } from '../../src/kernel/date';
import type { Chief, ChiefWeek, Clerk, DutyDay, RosterProblem, RosterSolution } from '../../src/systems/duty-roster/engine';

export interface PlainOptions extends Partial<Omit<RosterProblem, 'days' | 'clerks' | 'weeks' | 'chiefs'>> {
  readonly from: string;
  readonly length: number;
  readonly clerks: number | readonly Partial<Clerk>[];
  /** By index; what is not said is an ordinary day. */
  readonly days?: Readonly<Record<number, Partial<DutyDay>>>;
  /** Clerk -> day indices on which he is away. */
  readonly away?: Readonly<Record<number, readonly number[]>>;
  readonly weeks?: readonly Partial<ChiefWeek>[];
  readonly chiefs?: readonly Partial<Chief>[];
}

export function plainRoster({ from, length, clerks, days = {}, away = {}, weeks = [], chiefs = [], ...more }: PlainOptions): RosterProblem {
  const start = fromISO(from)!;
  const everyday = Array.from({ length }, (_, index): DutyDay => {
    const date = addDays(start, index);
    return { date, weekday: weekdayOf(date), pool: 'regular', need: 1, festival: -1, newYear: false, liaisons: null, ...days[index] };
  });
  const people: readonly Partial<Clerk>[] = typeof clerks === 'number' ? Array.from({ length: clerks }, () => ({})) : clerks;
  return {
    days: everyday,
    clerks: people.map((clerk, index): Clerk => {
      const weekdays = clerk.weekdays ?? [0, 0, 0, 0, 0, 0, 0];
      return {
        total: weekdays.reduce((sum, count) => sum + count, 0),
        weekdays,
        holiday: 0,
        festivals: (more.festivals ?? []).map(() => 0),
        newYear: 0,
        available: Uint8Array.from(everyday, (_, day) => (away[index]?.includes(day) ? 0 : 1)),
        cap: null,
        neighbours: [],
        ...clerk,
      };
    }),
    festivals: [],
    fixed: [],
    weeks: weeks.map((week, index): ChiefWeek => ({ monday: addDays(start, 7 * index), countedDays: 5, fixed: -1, ...week })),
    chiefs: chiefs.map((chief): Chief => ({ turns: 0, days: 0, available: new Uint8Array(weeks.length).fill(1), lastWeek: null, ...chief })),
    minGap: 1,
    standing: everyday.map(() => []),
    standingChiefs: weeks.map(() => -1),
    changesLevel: 'last',
    ...more,
  };
}

/** The same problem with what was solved standing in the sheet. */
export function standingAs(problem: RosterProblem, { duties, chiefs }: Pick<RosterSolution, 'duties' | 'chiefs'>): RosterProblem {
  return { ...problem, standing: duties, standingChiefs: chiefs };
}
