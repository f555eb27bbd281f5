/** Substitutes of an officer in charge (值班-二, 值班-七(二)): county leaders for county leaders, section chiefs for section chiefs. */
import type { CivilDate } from '../../../kernel/date';
import { daysOf, weekOf } from '../../../kernel/period';
import type { Person } from '../../office/facts';
import { holderOf } from '../reading/chief-weeks';
import type { CaseDay, RosterCase } from '../reading/roster-case';
import { bestOfEach, type Exclusion, type LevelChange, type Obstacle, type Proposal, type Question, type Ranking } from './proposal';
import { squareChange, Standing } from './standing';

/** A day that goes from one leader to another. */
interface Handover {
  readonly day: CaseDay;
  readonly from: Person;
  readonly to: Person;
}

/** Ranks who may be in charge in place of `question.person` on a day of the case on which he is. */
export function rankLeaders(subject: RosterCase, question: Question): Ranking {
  const day = subject.days[question.date - subject.period.from]!;
  const { county } = day.demand;
  const desk = new Desk(subject, county);
  const pool = county ? subject.directory.all.filter(({ level, canLead }) => level === '县级' && canLead) : subject.chiefs.histories.map(({ person }) => person);
  const others = pool.filter(({ order }) => order !== question.person.order);
  const substitutes: Proposal[] = [];
  const excluded: Exclusion[] = [];
  for (const person of others) {
    const obstacles = desk.obstacles(person, day);
    if (obstacles.length > 0) excluded.push({ person, now: desk.days(person).length, obstacles });
    else substitutes.push(desk.proposal(question, day, person, null));
  }
  // whoever is no leader of this kind takes no other day of it
  const exchanges = pool.some(({ order }) => order === question.person.order)
    ? others.flatMap((person) =>
        desk.obstacles(person, day).length > 0
          ? []
          : desk
              .days(person)
              .filter((other) => other.demand.date >= question.earliest && desk.obstacles(question.person, other).length === 0)
              .map((other) => desk.proposal(question, day, person, other)),
      )
    : [];
  return { question, substitutes: bestOfEach(substitutes, 0), exchanges: bestOfEach(exchanges, 0), excluded, widestGap: 0 };
}

/** Who is in charge when, of one kind of days: those of county leaders or those of chiefs. */
class Desk {
  readonly #standing: Standing;

  constructor(
    readonly subject: RosterCase,
    readonly county: boolean,
  ) {
    this.#standing = new Standing(subject);
  }

  /** Days of the period on which he is in charge. */
  days(person: Person): readonly CaseDay[] {
    return this.subject.days.filter((day) => day.demand.county === this.county && leads(day, person));
  }

  obstacles(person: Person, day: CaseDay): readonly Obstacle[] {
    const refusal = this.subject.refusals.leader(person, day.demand.date);
    return [...(leads(day, person) ? [{ kind: 'serves' } as const] : []), ...(refusal ? [{ kind: 'refused', refusal } as const] : [])];
  }

  proposal({ person: replaced, date }: Question, day: CaseDay, person: Person, other: CaseDay | null): Proposal {
    const moves: readonly Handover[] = [{ day, from: replaced, to: person }, ...(other ? [{ day: other, from: person, to: replaced }] : [])];
    const wish = (who: Person, on: CivilDate): number => this.#standing.wishes(who, on);
    return {
      way: other ? '对调' : '顶替',
      person,
      otherDate: other?.demand.date ?? null,
      now: this.days(person).length,
      load: this.county ? [{ name: '县级带班天数', count: this.#countyDays(person) }] : [{ name: '带班周数', count: this.#turns(person, this.#holders([])) }, { name: '带班天数', count: this.#chiefDays(person) }],
      effect: {
        levels: this.county ? this.#countyLevels(moves) : this.#chiefLevels(moves),
        nearest: null,
        wishes: wish(person, date) + (other ? wish(replaced, other.demand.date) - wish(person, other.demand.date) : 0),
        lastTurn: this.county ? null : this.#lastTurn(person, date),
      },
      afterwards: this.subject.absences.afterHandover(person, date),
    };
  }

  #history(person: Person): RosterCase['chiefs']['histories'][number] | undefined {
    return this.subject.chiefs.histories.find((one) => one.person.order === person.order);
  }

  /** Days of the county leaders that he has led, as far back as 值班表 is counted. */
  #countyDays(person: Person): number {
    const { served, calendar, period } = this.subject;
    const before = [...served].filter(([date, { leaders }]) => date < period.from && calendar.isHoliday(date) && leaders.some((led) => led.person.order === person.order));
    return before.length + this.days(person).length;
  }

  #countyLevels(moves: readonly Handover[]): readonly LevelChange[] {
    const missing = moves.reduce((sum, move) => sum + this.#liaisonChange(move), 0);
    return [{ name: '缺联系文秘的天数', change: missing }, { name: '带班天数平方和', change: this.#squareChanges(moves, (person) => this.#countyDays(person)) }];
  }

  /** Whether the clerks of the day hold a liaison of the leader who comes. */
  #liaisonChange({ day: { demand, served }, from, to }: Handover): number {
    if (demand.pool !== 'holiday') return 0;
    const clerks = served!.clerks.map(({ person }) => person.order);
    const misses = (leader: Person): number => (this.subject.liaisons.clerksOf(leader.name, demand.date).some(({ order }) => clerks.includes(order)) ? 0 : 1);
    return misses(to) - misses(from);
  }

  /** A turn is a week; it goes to whoever leads most of its counted days. */
  #chiefLevels(moves: readonly Handover[]): readonly LevelChange[] {
    const [before, after] = [this.#holders([]), this.#holders(moves)];
    const turns = this.subject.chiefs.histories.reduce((sum, { person }) => {
      const now = this.#turns(person, before);
      return sum + squareChange(now, this.#turns(person, after) - now);
    }, 0);
    return [{ name: '带班周数平方和', change: turns }, { name: '带班天数平方和', change: this.#squareChanges(moves, (person) => this.#chiefDays(person)) }];
  }

  #chiefDays(person: Person): number {
    return this.#history(person)!.chief.days + this.days(person).length;
  }

  #turns(person: Person, holders: readonly (Person | null)[]): number {
    return this.#history(person)!.chief.turns + holders.filter((holder) => holder?.order === person.order).length;
  }

  /** Who has each week of the period that uses up a turn, after some days have changed hands. */
  #holders(moves: readonly Handover[]): readonly (Person | null)[] {
    const { chiefs, served, calendar, period } = this.subject;
    return chiefs.weeks.map(({ week, days }) => {
      if (days.length === 0) return null;
      const eve = daysOf(weekOf(week.monday)).filter((date) => date < period.from && !calendar.isHoliday(date));
      return holderOf([...eve, ...days].map((date) => moves.find(({ day }) => day.demand.date === date)?.to ?? served.get(date)?.leaders[0]?.person ?? null));
    });
  }

  /** Monday of the last week before a day that was his. */
  #lastTurn(person: Person, date: CivilDate): CivilDate | null {
    const weeks = this.subject.chiefs.weeks;
    const own = this.#holders([]).flatMap((holder, index) => (holder?.order === person.order && weeks[index]!.week.monday <= date ? [weeks[index]!.week.monday] : []));
    return own.at(-1) ?? this.#history(person)!.chief.lastWeek;
  }

  #squareChanges(moves: readonly Handover[], count: (person: Person) => number): number {
    const changes = new Map<Person, number>();
    for (const { from, to } of moves) {
      changes.set(from, (changes.get(from) ?? 0) - 1);
      changes.set(to, (changes.get(to) ?? 0) + 1);
    }
    return [...changes].reduce((sum, [person, change]) => (change === 0 || !this.#counts(person) ? sum : sum + squareChange(count(person), change)), 0);
  }

  /** Chiefs are counted among the chiefs of the period only. */
  #counts(person: Person): boolean {
    return this.county || this.#history(person) !== undefined;
  }
}

function leads({ served }: CaseDay, person: Person): boolean {
  return served?.leaders.some((led) => led.person.order === person.order) === true;
}

