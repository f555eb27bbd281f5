/** Who is meant and where he works on a day, each question asked once: a ledger asks them a hundred thousand times. */
import type { CivilDate } from '../../kernel/date';
import type { PersonRef } from '../../ledger/column';
import type { People, Person, Resolution } from '../office/facts';
import { ByDay } from './subjects';

export class Posts {
  /** Names that one person alone bears, or nobody: the date cannot change who is meant. */
  readonly #plain = new Map<PersonRef, Resolution>();
  readonly #bearers = new Map<string, number>();
  readonly #sections = new ByDay<string | null>();
  readonly #inPost = new ByDay<boolean>();

  constructor(readonly people: People) {
    for (const person of people.all) this.#bearers.set(person.name, (this.#bearers.get(person.name) ?? 0) + 1);
  }

  resolve(ref: PersonRef, on: CivilDate, id: string | null, section: string | null): Resolution {
    const plain = id === null && ref.id === null && (this.#bearers.get(ref.name) ?? 0) <= 1;
    if (!plain) return this.people.resolve(ref, { on, id, section });
    let found = this.#plain.get(ref);
    if (!found) {
      found = this.people.resolve(ref, { on });
      this.#plain.set(ref, found);
    }
    return found;
  }

  sectionOn(person: Person, on: CivilDate): string | null {
    let section = this.#sections.get(person.order, on);
    if (section === undefined) {
      section = this.people.sectionOn(person, on);
      this.#sections.set(person.order, on, section);
    }
    return section;
  }

  inPost(person: Person, on: CivilDate): boolean {
    let inPost = this.#inPost.get(person.order, on);
    if (inPost === undefined) {
      inPost = this.people.inPost(person, on);
      this.#inPost.set(person.order, on, inPost);
    }
    return inPost;
  }
}
