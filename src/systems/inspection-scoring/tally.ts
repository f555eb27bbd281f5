/** Adding up: per person and per section, this quarter and since 1 January (督查-三(六)). */
import type { CivilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import type { Person } from '../office/facts';
import type { Entry } from './entries';
import type { Balance, Openings } from './opening-balances';

/** Points, all positive. */
export interface Sums {
  quarterPlus: number;
  quarterMinus: number;
  yearPlus: number;
  yearMinus: number;
}

export interface Tally {
  of(person: Person): Sums;
  ofSection(name: string): Sums;
}

const NOTHING: Readonly<Sums> = { quarterPlus: 0, quarterMinus: 0, yearPlus: 0, yearMinus: 0 };

/** The latest day that a balance holds already; -Infinity without any. */
function heldUntil(balances: readonly Balance[] | undefined): CivilDate {
  return (balances ?? []).reduce((latest, { until }) => Math.max(latest, until ?? -Infinity), -Infinity) as CivilDate;
}

/** The day up to which a row is in the balances already, as far as the person's own score goes. */
export function heldForPerson(openings: Openings, person: number): CivilDate {
  return heldUntil(openings.persons.get(person));
}

/**
 * The same for a section's score: by its own balance; where it has none, by that of the person whose row it is
 * (`person` null: the section's own row).
 */
export function heldForSection(openings: Openings, name: string, person: number | null): CivilDate {
  if (openings.sections.has(name) && !openings.summed.has(name)) return heldUntil(openings.sections.get(name));
  return person === null ? (-Infinity as CivilDate) : heldForPerson(openings, person);
}

function opened(balances: readonly Balance[] | undefined): Sums {
  const sums = { ...NOTHING };
  for (const { plus, minus } of balances ?? []) {
    sums.yearPlus += plus;
    sums.yearMinus += minus;
  }
  return sums;
}

function add(sums: Sums, points: number, inQuarter: boolean, inYear: boolean): void {
  if (points >= 0) {
    if (inQuarter) sums.quarterPlus += points;
    if (inYear) sums.yearPlus += points;
  } else {
    if (inQuarter) sums.quarterMinus -= points;
    if (inYear) sums.yearMinus -= points;
  }
}

/**
 * Sums of the rows with `counts` 1. A person's row counts for him and for his section that day, a section's row for
 * the section alone. Rows that an opening balance holds already enter the quarter but not the year.
 */
export function tally(list: readonly Entry[], points: Float64Array, counts: Uint8Array, openings: Openings, quarter: Period): Tally {
  const persons = new Map<number, { readonly sums: Sums; readonly held: CivilDate }>();
  const offices = new Map<string, { readonly sums: Sums; readonly held: CivilDate; readonly own: boolean }>();
  const personOf = (order: number) => {
    let found = persons.get(order);
    if (!found) {
      found = { sums: opened(openings.persons.get(order)), held: heldForPerson(openings, order) };
      persons.set(order, found);
    }
    return found;
  };
  const officeOf = (name: string) => {
    let found = offices.get(name);
    if (!found) {
      const own = openings.sections.has(name) && !openings.summed.has(name);
      found = { sums: opened(openings.sections.get(name)), held: heldForSection(openings, name, null), own };
      offices.set(name, found);
    }
    return found;
  };
  for (let index = 0; index < list.length; index += 1) {
    if (counts[index] !== 1) continue;
    const { row, person, section } = list[index]!;
    const inQuarter = row.date >= quarter.from && row.date <= quarter.to;
    const mine = person ? personOf(person.order) : null;
    if (mine) add(mine.sums, points[index]!, inQuarter, row.date > mine.held);
    if (section === null) continue;
    const office = officeOf(section);
    // where a section's balance is its people's, what each of theirs holds is left out
    const held = office.own || !mine ? office.held : mine.held;
    add(office.sums, points[index]!, inQuarter, row.date > held);
  }
  return { of: (person) => personOf(person.order).sums, ofSection: (name) => officeOf(name).sums };
}
