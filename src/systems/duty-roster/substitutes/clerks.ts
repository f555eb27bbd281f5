/** Substitutes of a clerk: every clerk who can take the day, or exchange it for one of his own, by what that does to fairness. */
import type { CivilDate } from '../../../kernel/date';
import type { Person } from '../../office/facts';
import { isRosterClerk, type CaseDay, type RosterCase } from '../reading/roster-case';
import { bestOfEach, type Exclusion, type Neighbour, type Obstacle, type Proposal, type Question, type Ranking } from './proposal';
import { Standing } from './standing';

/** Wider gaps than this are not sought by the roster either (roster.md, L4). */
const WIDEST_GAP = 10;

/**
 * Ranks the substitutes of `question.person` on a day of the case on which he serves. Both pools are counted apart, so a
 * 对调 is of two ordinary days or of two holiday days.
 */
export function rankClerks(subject: RosterCase, question: Question): Ranking {
  const standing = new Standing(subject);
  const day = standing.day(question.date)!;
  const widestGap = Math.max(subject.minGap, Math.min(WIDEST_GAP, Math.floor(subject.clerks.length / 2)));
  const others = subject.clerks.filter(({ order }) => order !== question.person.order);
  const substitutes: Proposal[] = [];
  const excluded: Exclusion[] = [];
  for (const person of others) {
    const obstacles = obstaclesTo(standing, person, day, null, question.cap);
    if (obstacles.length === 0) substitutes.push(substitution(standing, question, day, person));
    else excluded.push({ person, now: standing.days(person, day.demand.pool).length, obstacles });
  }
  const exchanges = isRosterClerk(question.person) ? others.flatMap((person) => exchangesWith(standing, question, day, person)) : [];
  return { question, substitutes: bestOfEach(substitutes, widestGap), exchanges: bestOfEach(exchanges, widestGap), excluded, widestGap };
}

/** What stands against somebody's taking a day; `without` is a day that he gives away for it, and no cap is passed by then. */
function obstaclesTo(standing: Standing, person: Person, { demand }: CaseDay, without: CivilDate | null, cap: number | null): readonly Obstacle[] {
  const { refusals, minGap } = standing.subject;
  const refusal = refusals.clerk(person, demand.date);
  const serves = standing.serves(person, demand.date);
  const isFull = without === null && cap !== null && demand.pool === 'regular' && standing.days(person, 'regular').length >= cap;
  return [
    ...(serves ? [{ kind: 'serves' } as const] : []),
    ...(refusal ? [{ kind: 'refused', refusal } as const] : []),
    ...standing.neighbours(person, demand.date, without).tooClose.map((neighbour) => ({ kind: 'gap', neighbour, minGap }) as const),
    ...(isFull ? [{ kind: 'cap', cap } as const] : []),
  ];
}

function substitution(standing: Standing, { person: replaced }: Question, day: CaseDay, person: Person): Proposal {
  const { date, pool } = day.demand;
  return {
    way: '顶替',
    person,
    otherDate: null,
    now: standing.days(person, pool).length,
    load: standing.load(person, day),
    effect: { levels: standing.levels([{ day, from: replaced, to: person }]), nearest: standing.neighbours(person, date, null).nearest, wishes: standing.wishes(person, date), lastTurn: null },
    afterwards: standing.subject.absences.afterHandover(person, date),
  };
}

/** Every day of his that both can exchange. */
function exchangesWith(standing: Standing, { person: replaced, date, earliest }: Question, day: CaseDay, person: Person): readonly Proposal[] {
  const { pool } = day.demand;
  const own = standing.days(person, pool);
  return own.flatMap((other): readonly Proposal[] => {
    const otherDate = other.demand.date;
    if (otherDate < earliest || otherDate === date) return [];
    if (obstaclesTo(standing, person, day, otherDate, null).length > 0 || obstaclesTo(standing, replaced, other, date, null).length > 0) return [];
    const nearest = nearer(standing.neighbours(person, date, otherDate).nearest, standing.neighbours(replaced, otherDate, date).nearest);
    return [
      {
        way: '对调',
        person,
        otherDate,
        now: own.length,
        load: standing.load(person, day),
        effect: {
          levels: standing.levels([
            { day, from: replaced, to: person },
            { day: other, from: person, to: replaced },
          ]),
          nearest,
          wishes: standing.wishes(person, date) - standing.wishes(person, otherDate) + standing.wishes(replaced, otherDate),
          lastTurn: null,
        },
        afterwards: standing.subject.absences.afterHandover(person, date),
      },
    ];
  });
}

function nearer(a: Neighbour | null, b: Neighbour | null): Neighbour | null {
  if (!a || !b) return a ?? b;
  return b.days < a.days ? b : a;
}
