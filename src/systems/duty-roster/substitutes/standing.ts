/** The roster as it stands, swaps applied: who serves when, and how the levels of the objective change when a duty moves. */
import { WEEKDAY_NAMES, type CivilDate } from '../../../kernel/date';
import type { Person } from '../../office/facts';
import type { DayDemand } from '../reading/demand';
import type { ClerkHistory } from '../reading/history';
import { sourceOf, type CaseDay, type RosterCase } from '../reading/roster-case';
import type { LevelChange, Neighbour, Proposal } from './proposal';

/** A duty that goes from one to the other. */
export interface Move {
  readonly day: CaseDay;
  readonly from: Person;
  readonly to: Person;
}

/** A sum of squares: which duties count together for somebody, and how many he brings along. */
interface Measure {
  readonly name: string;
  /** null: the duty does not count. */
  part(day: DayDemand): string | null;
  carried(history: ClerkHistory, day: DayDemand): number;
}

const isWeekend = ({ weekday }: DayDemand): boolean => weekday >= 5;
const weekendOf = ({ weekdays }: Pick<ClerkHistory, 'weekdays'>): number => weekdays[5]! + weekdays[6]!;

const REGULAR: readonly Measure[] = [
  { name: '合计平方和', part: () => '', carried: ({ total }) => total },
  { name: '星期平方和', part: ({ weekday }) => String(weekday), carried: ({ weekdays }, { weekday }) => weekdays[weekday]! },
  { name: '周末平方和', part: (day) => (isWeekend(day) ? '' : null), carried: weekendOf },
];

const HOLIDAY: readonly Measure[] = [
  { name: '假期平方和', part: () => '', carried: ({ holiday }) => holiday },
  { name: '除夕初一平方和', part: ({ newYear }) => (newYear ? '' : null), carried: ({ newYear }) => newYear },
  { name: '节次平方和', part: ({ festival }) => festival, carried: ({ festivals }, { festival }) => festivals.get(festival) ?? 0 },
];

/** Change of a square when its root changes. */
export function squareChange(before: number, change: number): number {
  return (before + change) ** 2 - before ** 2;
}

export class Standing {
  readonly #duties = new Map<number, CivilDate[]>();

  constructor(readonly subject: RosterCase) {
    for (const [date, { clerks }] of [...subject.served].sort(([a], [b]) => a - b)) {
      for (const order of new Set(clerks.map(({ person }) => person.order))) this.#duties.set(order, [...(this.#duties.get(order) ?? []), date]);
    }
  }

  /** null outside the period. */
  day(date: CivilDate): CaseDay | null {
    return this.subject.days[date - this.subject.period.from] ?? null;
  }

  serves(person: Person, date: CivilDate): boolean {
    return this.#dates(person).includes(date);
  }

  /** Days of the period and pool on which he serves, ascending. */
  days(person: Person, pool: DayDemand['pool']): readonly CaseDay[] {
    return this.#dates(person).flatMap((date) => {
      const day = this.day(date);
      return day?.demand.pool === pool ? [day] : [];
    });
  }

  /** His duties closer than the gap, and the nearest of all; `without` is a day that he gives away. */
  neighbours(person: Person, date: CivilDate, without: CivilDate | null): { readonly tooClose: readonly Neighbour[]; readonly nearest: Neighbour | null } {
    const { served, book, minGap } = this.subject;
    const all = this.#dates(person)
      .filter((other) => other !== date && other !== without)
      .map((other): Neighbour => ({ person, date: other, days: Math.abs(other - date), source: sourceOf(book, served.get(other)!, person) }));
    const nearest = all.reduce<Neighbour | null>((best, one) => (best && best.days <= one.days ? best : one), null);
    return { tooClose: all.filter(({ days }) => days < minGap), nearest };
  }

  /** Exact change of every level below the open places when duties of one pool move: nobody's place is left open by a move. */
  levels(moves: readonly Move[]): readonly LevelChange[] {
    const changes = (measures: readonly Measure[]): readonly LevelChange[] => measures.map((measure) => ({ name: measure.name, change: this.#changeOf(measure, moves) }));
    if (moves[0]!.day.demand.pool === 'regular') return changes(REGULAR);
    const days = moves.map((move) => this.#liaisons(move));
    const sum = (pick: (change: { readonly missing: number; readonly others: number }) => number): number => days.reduce((all, day) => all + pick(day), 0);
    return [{ name: '缺联系文秘的天数', change: sum(({ missing }) => missing) }, ...changes(HOLIDAY), { name: '非联系文秘的人次', change: sum(({ others }) => others) }];
  }

  /** What somebody has as it stands, in the measures of a day. */
  load(person: Person, { demand }: CaseDay): Proposal['load'] {
    const history = this.#history(person)!;
    const count = (measure: Measure): number => measure.carried(history, demand) + this.#now(person, measure, demand);
    if (demand.pool === 'regular') {
      const [total, weekday, weekend] = REGULAR.map(count);
      return [{ name: '合计', count: total! }, { name: WEEKDAY_NAMES[demand.weekday], count: weekday! }, ...(isWeekend(demand) ? [{ name: '周末', count: weekend! }] : [])];
    }
    const [holiday, newYear, festival] = HOLIDAY.map(count);
    return [{ name: '假期', count: holiday! }, ...(demand.newYear ? [{ name: '除夕初一', count: newYear! }] : []), { name: demand.festival, count: festival! }];
  }

  /** 尽量不排 less 希望排 on a day. */
  wishes(person: Person, date: CivilDate): number {
    const own = this.subject.daysOff.filter((off) => off.person.order === person.order && off.from <= date && date <= off.to);
    return own.filter(({ kind }) => kind === '尽量不排').length - own.filter(({ kind }) => kind === '希望排').length;
  }

  #dates(person: Person): readonly CivilDate[] {
    return this.#duties.get(person.order) ?? [];
  }

  /** Nobody's sums hold people who are no clerks of the period. */
  #history(person: Person): ClerkHistory | undefined {
    return this.subject.histories[this.subject.clerkIndex(person)];
  }

  /** Duties of the period that count together with one on a day. */
  #now(person: Person, measure: Measure, demand: DayDemand): number {
    const part = measure.part(demand);
    return this.days(person, demand.pool).filter((day) => measure.part(day.demand) === part).length;
  }

  #changeOf(measure: Measure, moves: readonly Move[]): number {
    const touched = new Map<string, { readonly person: Person; readonly demand: DayDemand; change: number }>();
    for (const { day, from, to } of moves) {
      const part = measure.part(day.demand);
      if (part === null) continue;
      for (const [person, change] of [[from, -1], [to, 1]] as const) {
        const key = `${person.order}|${part}`;
        const entry = touched.get(key) ?? { person, demand: day.demand, change: 0 };
        touched.set(key, { ...entry, change: entry.change + change });
      }
    }
    return [...touched.values()].reduce((sum, { person, demand, change }) => {
      const history = this.#history(person);
      return history ? sum + squareChange(measure.carried(history, demand) + this.#now(person, measure, demand), change) : sum;
    }, 0);
  }

  /** Whether the day loses or gains its leader's liaison, and how many others more it has. */
  #liaisons({ day, from, to }: Move): { readonly missing: number; readonly others: number } {
    const { demand, leader, served } = day;
    const led = served!.leaders[0]?.person ?? null;
    const county = led?.level === '县级' ? led : leader.county;
    if (!county) return { missing: 0, others: 0 };
    const own = new Set(this.subject.liaisons.clerksOf(county.name, demand.date).map(({ order }) => order));
    const before = served!.clerks.map(({ person }) => person.order);
    const after = before.map((order) => (order === from.order ? to.order : order));
    const misses = (orders: readonly number[]): number => (orders.some((order) => own.has(order)) ? 0 : 1);
    const others = (orders: readonly number[]): number => orders.filter((order) => !own.has(order)).length;
    return { missing: misses(after) - misses(before), others: others(after) - others(before) };
  }
}
