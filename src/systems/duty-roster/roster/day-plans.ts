/** From the engine's numbers to the three cells of each day; fixed cells stay, everybody else keeps his place where he can. */
import type { Person } from '../../office/facts';
import type { RosterSolution } from '../engine';
import type { CaseDay, RosterCase } from '../reading/roster-case';
import type { SlotField } from '../reading/rows';
import { fixedClerks } from './to-problem';

/** What a cell shall say. */
export interface CellPlan {
  readonly text: string;
  /** Who serves by this cell; a swap may have put somebody else in the place of who is written. */
  readonly people: readonly Person[];
  /** 原排 that goes with it; null: not ours to say. */
  readonly wrote: string | null;
  /** A filled or empty cell that says something else now. */
  readonly changed: boolean;
}

export interface DayPlan {
  readonly day: CaseDay;
  readonly cells: Readonly<Record<SlotField, CellPlan>>;
  /** Everybody who serves, in the order of the cells. */
  readonly clerks: readonly Person[];
  readonly leader: Person | null;
  /** Slots that nobody fills. */
  readonly unfilled: number;
}

function namesText(people: readonly Person[]): string {
  return people.map((person) => person.label).join('、');
}

const sameOrder = (a: readonly Person[], b: readonly Person[]): boolean => a.length === b.length && a.every((person, index) => person.order === b[index]!.order);

/**
 * New people on the places of a day (null: an empty first place): who stands keeps his place, the others take what is
 * free; nobody leaves a hole in front.
 */
function placed(standing: readonly (Person | null)[], people: readonly Person[]): readonly Person[] {
  const orders = new Set(people.map(({ order }) => order));
  const kept = standing.map((person) => (person && orders.delete(person.order) ? person : null));
  const places = Array.from({ length: people.length }, (_, index) => kept[index] ?? null);
  const rest = [...kept.slice(people.length).filter((person) => person !== null), ...people.filter(({ order }) => orders.has(order))];
  return places.map((person) => person ?? rest.shift()!);
}

export function planDays(subject: RosterCase, solution: RosterSolution): readonly DayPlan[] {
  const chiefs = chiefByDate(subject, solution);
  return subject.days.map((day, index) => {
    const fixedOnes = new Set(fixedClerks(subject, day));
    const chosen = solution.duties[index]!;
    const free = chosen.filter((clerk) => clerk >= 0 && !fixedOnes.has(clerk)).map((clerk) => subject.clerks[clerk]!);
    const { one, two } = clerkCells(day, liaisonsFirst(subject, day, free));
    const leader = leaderCell(day, day.demand.county ? day.leader.county : (chiefs.get(day.demand.date) ?? null));
    return {
      day,
      cells: { one, two, leader },
      clerks: [...one.people, ...two.people],
      leader: leader.people[0] ?? null,
      unfilled: chosen.filter((clerk) => clerk < 0).length,
    };
  });
}

function chiefByDate(subject: RosterCase, solution: RosterSolution): ReadonlyMap<number, Person> {
  const byDate = new Map<number, Person>();
  subject.chiefs.weeks.forEach(({ days }, index) => {
    const history = subject.chiefs.histories[solution.chiefs[index]!];
    if (history) for (const date of days) byDate.set(date, history.person);
  });
  return byDate;
}

/** On a fresh holiday row the liaison of the leader stands first, then the order of 人员. */
function liaisonsFirst(subject: RosterCase, { demand, leader }: CaseDay, people: readonly Person[]): readonly Person[] {
  const liaisons = leader.county ? subject.liaisons.clerksOf(leader.county.name, demand.date).map(({ order }) => order) : [];
  const rank = (person: Person): number => (liaisons.includes(person.order) ? 0 : 1);
  return [...people].sort((a, b) => rank(a) - rank(b) || a.order - b.order);
}

const EMPTY: CellPlan = { text: '', people: [], wrote: '', changed: false };

function clerkCells({ served, fixes }: CaseDay, free: readonly Person[]): { readonly one: CellPlan; readonly two: CellPlan } {
  if (!served) return { one: fresh(free.slice(0, 1)), two: fresh(free.slice(1)) };
  const { one, two } = served.row.slots;
  const inOne = served.clerks.slice(0, one.people.length).map(({ person }) => person);
  const inTwo = served.clerks.slice(one.people.length).map(({ person }) => person);
  const stand = (slot: typeof one, people: readonly Person[]): CellPlan => ({ text: slot.text, people, wrote: null, changed: false });
  if (fixes.one !== null && fixes.two !== null) return { one: stand(one, inOne), two: appended(stand(two, inTwo), free) };
  if (fixes.one !== null) return { one: stand(one, inOne), two: written(two, placed(inTwo, free)) };
  if (fixes.two !== null) return { one: written(one, placed(inOne, free).slice(0, 1)), two: appended(stand(two, inTwo), placed(inOne, free).slice(1)) };
  const people = placed([...(inOne.length === 0 ? [null] : inOne), ...inTwo], free);
  // a user may have put everybody into the first cell
  const first = one.people.length > 1 && one.people.length === people.length && two.text === '' && sameOrder(inOne, people) ? people.length : 1;
  return { one: written(one, people.slice(0, first)), two: written(two, people.slice(first)) };
}

const fresh = (people: readonly Person[]): CellPlan => (people.length === 0 ? EMPTY : { text: namesText(people), people, wrote: namesText(people), changed: true });

/** A cell of ours: untouched where it names these people already, however it is typed, and where there is nobody to write. */
function written(slot: { readonly text: string; readonly people: readonly Person[] }, people: readonly Person[]): CellPlan {
  const wrote = namesText(people);
  if (sameOrder(slot.people, people)) return { text: slot.text, people, wrote, changed: false };
  return { text: wrote, people, wrote, changed: true };
}

/** More people behind those that stand in a fixed cell. */
function appended(stand: CellPlan, more: readonly Person[]): CellPlan {
  if (more.length === 0) return stand;
  const text = [stand.text, namesText(more)].filter((part) => part !== '').join('、');
  return { text, people: [...stand.people, ...more], wrote: text, changed: true };
}

function leaderCell({ served, fixes, leader }: CaseDay, wanted: Person | null): CellPlan {
  const people = wanted ? [wanted] : [];
  if (!served) return fresh(people);
  const slot = served.row.slots.leader;
  const stands: CellPlan = { text: slot.text, people: served.leaders.map(({ person }) => person), wrote: null, changed: false };
  return fixes.leader !== null || leader.typed ? stands : written(slot, people);
}
