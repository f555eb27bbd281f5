/** Whom a row is about, as a small number: rows are grouped by subject and day without building texts. */
import type { CivilDate } from '../../kernel/date';
import type { Person } from '../office/facts';
import type { Entry } from './entries';

/** 督查-一: everyone below 科级 has a score of his own, 科级 by the switch, 县级 never. */
export function isSubject({ level }: Person, chiefsAreRanked: boolean): boolean {
  return level !== '县级' && (level !== '科级' || chiefsAreRanked);
}

/** What is said of a leader who has no score of his own. */
export function unlistedText({ label, level }: Person): { readonly who: string; readonly remedy: string } {
  return level === '县级'
    ? { who: `“${label}”是县级领导,不列入个人得分`, remedy: '请核对姓名' }
    : { who: `“${label}”是科级干部,不列入个人得分`, remedy: '请核对姓名;科级干部要列入个人得分的,请把参数“科级进个人排名”写成“是”' };
}

/** The person's label, or the section's name. */
export function nameOf(entry: Entry): string {
  return entry.person?.label ?? entry.section!;
}

/** Numbers people and sections: even for people, odd for sections. */
export class Subjects {
  readonly #sections = new Map<string, number>();

  of(entry: Entry): number {
    return entry.person ? entry.person.order * 2 : this.ofSection(entry.section!);
  }

  ofSection(name: string): number {
    let id = this.#sections.get(name);
    if (id === undefined) {
      id = this.#sections.size * 2 + 1;
      this.#sections.set(name, id);
    }
    return id;
  }
}

/** Something for a subject and a day. Both keys stay small integers: a map of maps is several times faster than one of products. */
export class ByDay<T> {
  readonly #bySubject = new Map<number, Map<number, T>>();

  get(subject: number, on: CivilDate): T | undefined {
    return this.#bySubject.get(subject)?.get(on);
  }

  /** Puts a value and gives what was there before. */
  set(subject: number, on: CivilDate, value: T): T | undefined {
    const days = this.#bySubject.get(subject);
    if (!days) {
      this.#bySubject.set(subject, new Map([[on, value]]));
      return undefined;
    }
    const before = days.get(on);
    days.set(on, value);
    return before;
  }
}
