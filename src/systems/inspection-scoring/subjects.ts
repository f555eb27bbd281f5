/** Whom a row is about, as a number: rows are grouped by subject and day without building texts. */
import type { CivilDate } from '../../kernel/date';
import type { Entry } from './entries';

/** Dates that a cell can hold lie within this many days of 1970. */
const SPAN = 2 ** 23;

/** A number for a subject and a day; exact for some 10^8 subjects. */
export function dayKey(subject: number, on: CivilDate): number {
  return subject * 2 * SPAN + on + SPAN;
}

/** The person's label, or the section's name. */
export function nameOf(entry: Entry): string {
  return entry.person?.label ?? entry.section!;
}

export class Subjects {
  readonly #sections = new Map<string, number>();

  /** Positive for people, negative for sections. */
  of(entry: Entry): number {
    return entry.person ? entry.person.order + 1 : this.ofSection(entry.section!);
  }

  ofSection(name: string): number {
    let id = this.#sections.get(name);
    if (id === undefined) {
      id = -1 - this.#sections.size;
      this.#sections.set(name, id);
    }
    return id;
  }

  onDay(entry: Entry): number {
    return dayKey(this.of(entry), entry.row.date);
  }
}
