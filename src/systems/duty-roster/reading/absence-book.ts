/** When people are away: against which shifts, and for how long in one stretch. */
import type { CivilDate } from '../../../kernel/date';
import { meetsShift, touchesHandover, type SlotRange } from '../../../kernel/slots';
import type { Absence, Person } from '../../office/facts';

/** Whole days, both ends included. */
export interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Unbroken runs of whole absent natural days of at least `minimum` days; adjoining rows are joined (参数 长假天数). */
export function longStretches(ranges: readonly SlotRange[], minimum: number): readonly Stretch[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: { from: number; to: number }[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else joined.push({ from: range.from, to: range.to });
  }
  return joined.flatMap(({ from, to }): Stretch[] => {
    // a half day at either end is no whole day
    const first = Math.ceil(from / 2);
    const last = Math.floor((to - 1) / 2);
    return last - first + 1 >= minimum ? [{ from: first as CivilDate, to: last as CivilDate }] : [];
  });
}

export class AbsenceBook {
  readonly #byPerson = new Map<number, Absence[]>();
  readonly #long = new Map<number, readonly Stretch[]>();

  constructor(absences: readonly Absence[], longDays: number) {
    for (const absence of absences) {
      const list = this.#byPerson.get(absence.person.order);
      if (list) list.push(absence);
      else this.#byPerson.set(absence.person.order, [absence]);
    }
    for (const [order, list] of this.#byPerson) this.#long.set(order, longStretches(list.map(({ range }) => range), longDays));
  }

  /** The first absence that meets the shift of the day. */
  against(person: Person, date: CivilDate): Absence | null {
    return this.#byPerson.get(person.order)?.find(({ range }) => meetsShift(range, date)) ?? null;
  }

  /** An absence that begins the morning after, when the shift is handed over. */
  afterHandover(person: Person, date: CivilDate): Absence | null {
    return this.#byPerson.get(person.order)?.find(({ range }) => touchesHandover(range, date)) ?? null;
  }

  /** The long absence that holds the day. */
  longOn(person: Person, date: CivilDate): Stretch | null {
    return this.#long.get(person.order)?.find(({ from, to }) => from <= date && date <= to) ?? null;
  }
}
