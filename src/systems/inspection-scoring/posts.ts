/** Who is meant and where he works on a day, each question asked once: a ledger asks them a hundred thousand times. */
import type { CivilDate } from '../../kernel/date';
import type { PersonRef } from '../../ledger/column';
import type { People, Person, Resolution } from '../office/facts';
import { ByDay } from './subjects';

/** Where somebody works on a day. */
export interface Post {
  /** Canonical; null where nothing says. */
  readonly section: string | null;
}

export class Posts {
  /** Names that one person alone bears, or nobody: the date cannot change who is meant. */
  readonly #plain = new Map<PersonRef, Resolution>();
  readonly #bearers = new Map<string, number>();
  readonly #posts = new ByDay<Post | null>();

  constructor(readonly people: People) {
    for (const person of people.all) this.#bearers.set(person.name, (this.#bearers.get(person.name) ?? 0) + 1);
  }

  resolve(ref: PersonRef, on: CivilDate, id: string | null, section: string | null): Resolution {
    if (id !== null || ref.id !== null) return this.people.resolve(ref, { on, id, section });
    const known = this.#plain.get(ref);
    if (known) return known;
    const found = this.people.resolve(ref, { on, id, section });
    if ((this.#bearers.get(ref.name) ?? 0) <= 1) this.#plain.set(ref, found);
    return found;
  }

  /** null: not in post that day. */
  on(person: Person, date: CivilDate): Post | null {
    const known = this.#posts.get(person.order, date);
    if (known !== undefined) return known;
    const post = this.people.inPost(person, date) ? { section: this.people.sectionOn(person, date) } : null;
    this.#posts.set(person.order, date, post);
    return post;
  }
}
