/**
 * A solved pool and what an exchange of two duties, or a hand-over of one, would change: every level of the objective in
 * its order. Levels above spacing are found in a few additions, so that most pairs are passed over at once.
 */
import type { DayDuties, PoolName } from './pools';
import type { RosterProblem } from './problem';
import { NONE, Spacing } from './spacing';

/** Days of a pool without a group at a level. */
const NO_GROUP = -1;

export class NeutralMoves {
  readonly size: number;
  readonly personCount: number;
  /** Pairs of duties of one person that are too close. */
  tight = 0;
  readonly #spacing: Spacing;
  readonly #day: Int32Array;
  readonly #date: Int32Array;
  readonly #person: Int32Array;
  /** Groups of a day at the second level (weekday; 除夕/初一) and the third (weekend; festival). */
  readonly #second: Int32Array;
  readonly #third: Int32Array;
  readonly #totals: Int32Array;
  readonly #given: Int32Array;
  readonly #seconds: Int32Array;
  readonly #thirds: Int32Array;
  readonly #secondCount: number;
  readonly #thirdCount: number;
  /** Per day, liaisons of its leader and how many of them serve; null where nobody asks. */
  readonly #liaisons: readonly (ReadonlySet<number> | null)[];
  readonly #liaisonsServing: Int32Array;
  readonly #standing: readonly ReadonlySet<number>[];
  readonly #squares: Float64Array;
  readonly #tights: Int32Array;
  readonly #hasWishes: readonly boolean[];

  constructor(
    private readonly problem: RosterProblem,
    private readonly name: PoolName,
    private readonly before: DayDuties,
    duties: DayDuties,
  ) {
    const { days, clerks, festivals } = problem;
    const free = duties.flatMap((people, day) => without(people, before[day]!).filter((person) => person >= 0).map((person) => ({ day, person })));
    this.size = free.length;
    this.personCount = clerks.length;
    this.#day = Int32Array.from(free, ({ day }) => day);
    this.#date = this.#day.map((day) => days[day]!.date);
    this.#person = Int32Array.from(free, ({ person }) => person);
    const isRegular = name === 'regular';
    this.#secondCount = isRegular ? 7 : 1;
    this.#thirdCount = isRegular ? 1 : festivals.length;
    this.#second = Int32Array.from(days, ({ weekday, newYear }) => (isRegular ? weekday : newYear ? 0 : NO_GROUP));
    this.#third = Int32Array.from(days, ({ weekday, festival }) => (isRegular ? (weekday >= 5 ? 0 : NO_GROUP) : festival));
    this.#totals = Int32Array.from(clerks, ({ total, holiday }) => (isRegular ? total : holiday));
    this.#given = new Int32Array(clerks.length);
    this.#seconds = Int32Array.from(clerks.flatMap(({ weekdays, newYear }) => (isRegular ? weekdays : [newYear])));
    this.#thirds = Int32Array.from(clerks.flatMap((clerk) => (isRegular ? [clerk.weekdays[5]! + clerk.weekdays[6]!] : clerk.festivals)));
    this.#liaisons = days.map(({ pool, liaisons }) => (!isRegular && pool === name && liaisons !== null ? new Set(liaisons) : null));
    this.#liaisonsServing = Int32Array.from(duties, (people, day) => people.filter((person) => this.#liaisons[day]?.has(person)).length);
    this.#standing = days.map((_, day) => new Set(problem.standing[day] ?? []));
    duties.forEach((people, day) => {
      if (days[day]!.pool === name) for (const person of people) if (person >= 0) this.#charge(person, day, 1);
    });
    this.#spacing = new Spacing(problem, duties);
    this.#squares = new Float64Array(clerks.length);
    this.#tights = new Int32Array(clerks.length);
    this.#hasWishes = clerks.map(({ wishes }) => wishes !== undefined);
    this.#measureAll();
  }

  /** Days apart that `tight` is about. */
  aim(apart: number): void {
    this.#spacing.apart = apart;
    this.#measureAll();
  }

  people(): Int32Array {
    return Int32Array.from(this.#person);
  }

  restore(people: Int32Array): void {
    // all changed duties are given up first: nobody stands twice on a day in between
    people.forEach((person, slot) => person !== this.#person[slot] && this.#put(slot, this.#person[slot]!, NONE));
    people.forEach((person, slot) => {
      if (person === this.#person[slot]) return;
      this.#put(slot, NONE, person);
      this.#person[slot] = person;
    });
  }

  duties(): DayDuties {
    const all = this.before.map((people) => [...people]);
    this.#person.forEach((person, slot) => all[this.#day[slot]!]!.push(person));
    return all.map((people, day) => [...this.before[day]!, ...people.slice(this.before[day]!.length).sort((a, b) => a - b)]);
  }

  tightSlots(): number[] {
    const slots: number[] = [];
    for (let slot = 0; slot < this.size; slot += 1) if (this.#tights[this.#person[slot]!]! > 0 && this.#spacing.isTight(this.#person[slot]!, this.#date[slot]!)) slots.push(slot);
    return slots;
  }

  /** Whether an exchange is allowed, the gap apart, and changes no level above spacing. */
  isSwapNeutral(a: number, b: number): boolean {
    return this.#canSwap(a, b) && this.#swapLevels(a, b) === 0;
  }

  isHandOverNeutral(slot: number, person: number): boolean {
    return this.#canTake(slot, person) && this.#handOverLevels(slot, person) === 0;
  }

  tightAfterSwap(a: number, b: number): number {
    const [p, q] = [this.#person[a]!, this.#person[b]!];
    this.#spacing.measure(p, this.#date[a]!, this.#date[b]!);
    const first = this.#spacing.tight;
    this.#spacing.measure(q, this.#date[b]!, this.#date[a]!);
    return this.tight + first + this.#spacing.tight - this.#tights[p]! - this.#tights[q]!;
  }

  tightAfterHandOver(slot: number, person: number): number {
    const holder = this.#person[slot]!;
    this.#spacing.measure(holder, this.#date[slot]!, NONE);
    const left = this.#spacing.tight;
    this.#spacing.measure(person, NONE, this.#date[slot]!);
    return this.tight + left + this.#spacing.tight - this.#tights[holder]! - this.#tights[person]!;
  }

  /** Whether an exchange lowers the objective: a level, else the squared gaps, else broken wishes, else (if asked) changes. */
  improvesBySwap(a: number, b: number, towardsStanding: boolean): boolean {
    if (!this.#canSwap(a, b)) return false;
    const levels = this.#swapLevels(a, b);
    if (levels > 0) return false;
    const [p, q] = [this.#person[a]!, this.#person[b]!];
    const [x, y] = [this.#date[a]!, this.#date[b]!];
    this.#spacing.measure(p, x, y);
    let squares = this.#spacing.squares - this.#squares[p]!;
    let tight = this.#spacing.tight - this.#tights[p]!;
    if (tight > 0 && tight > this.#tights[q]!) return false;
    this.#spacing.measure(q, y, x);
    squares += this.#spacing.squares - this.#squares[q]!;
    tight += this.#spacing.tight - this.#tights[q]!;
    if (tight > 0) return false;
    if (levels < 0 || squares !== 0) return levels < 0 || squares < 0;
    const wishes = this.#wishDelta(p, this.#day[a]!, this.#day[b]!) + this.#wishDelta(q, this.#day[b]!, this.#day[a]!);
    if (wishes !== 0 || !towardsStanding) return wishes < 0;
    return this.#changeDelta(a, q) + this.#changeDelta(b, p) < 0;
  }

  improvesByHandOver(slot: number, person: number, towardsStanding: boolean): boolean {
    if (!this.#canTake(slot, person)) return false;
    const levels = this.#handOverLevels(slot, person);
    if (levels > 0) return false;
    const holder = this.#person[slot]!;
    if (this.tightAfterHandOver(slot, person) > this.tight) return false;
    this.#spacing.measure(holder, this.#date[slot]!, NONE);
    let squares = this.#spacing.squares - this.#squares[holder]!;
    this.#spacing.measure(person, NONE, this.#date[slot]!);
    squares += this.#spacing.squares - this.#squares[person]!;
    if (levels < 0 || squares !== 0) return levels < 0 || squares < 0;
    const wishes = this.#wishDelta(holder, this.#day[slot]!, NONE) + this.#wishDelta(person, NONE, this.#day[slot]!);
    if (wishes !== 0 || !towardsStanding) return wishes < 0;
    return this.#changeDelta(slot, person) < 0;
  }

  swap(a: number, b: number): void {
    const [p, q] = [this.#person[a]!, this.#person[b]!];
    this.#put(a, p, NONE);
    this.#put(b, q, NONE);
    this.#put(a, NONE, q);
    this.#put(b, NONE, p);
    this.#person[a] = q;
    this.#person[b] = p;
  }

  handOver(slot: number, person: number): void {
    this.#put(slot, this.#person[slot]!, NONE);
    this.#put(slot, NONE, person);
    this.#person[slot] = person;
  }

  #canSwap(a: number, b: number): boolean {
    const [p, q] = [this.#person[a]!, this.#person[b]!];
    const { clerks } = this.problem;
    return p !== q && this.#day[a] !== this.#day[b] && clerks[p]!.available[this.#day[b]!] === 1 && clerks[q]!.available[this.#day[a]!] === 1;
  }

  #canTake(slot: number, person: number): boolean {
    const { available, cap } = this.problem.clerks[person]!;
    return person !== this.#person[slot] && available[this.#day[slot]!] === 1 && (this.name === 'holiday' || cap === null || this.#given[person]! < cap);
  }

  /** Sign of the change at the first level above spacing that changes. */
  #swapLevels(a: number, b: number): number {
    const [p, q] = [this.#person[a]!, this.#person[b]!];
    const [x, y] = [this.#day[a]!, this.#day[b]!];
    const { missing, serving } = this.#liaisonDelta(x, p, q, y, q, p);
    const { changesLevel } = this.problem;
    const changes = changesLevel === 'last' ? 0 : this.#changeDelta(a, q) + this.#changeDelta(b, p);
    return missing || changes || this.#exchanged(this.#seconds, this.#secondCount, this.#second, p, q, x, y) || this.#exchanged(this.#thirds, this.#thirdCount, this.#third, p, q, x, y) || -serving;
  }

  #handOverLevels(slot: number, to: number): number {
    const from = this.#person[slot]!;
    const day = this.#day[slot]!;
    const { missing, serving } = this.#liaisonDelta(day, from, to, NONE, NONE, NONE);
    const { changesLevel } = this.problem;
    const changes = changesLevel === 'last' ? 0 : this.#changeDelta(slot, to);
    const totals = 2 * (this.#totals[to]! - this.#totals[from]! + 1);
    const counts = (list: Int32Array, count: number, groups: Int32Array): number => {
      const group = groups[day]!;
      return group < 0 ? 0 : 2 * (list[to * count + group]! - list[from * count + group]! + 1);
    };
    const upper = changesLevel === 'before-totals' ? changes || totals : totals || changes;
    return missing || upper || counts(this.#seconds, this.#secondCount, this.#second) || counts(this.#thirds, this.#thirdCount, this.#third) || -serving;
  }

  /** Change of the squares of one level when two people exchange two days. */
  #exchanged(list: Int32Array, count: number, groups: Int32Array, p: number, q: number, x: number, y: number): number {
    const [g, h] = [groups[x]!, groups[y]!];
    if (g === h) return 0;
    const at = (person: number, group: number): number => (group < 0 ? 0 : list[person * count + group]!);
    let change = 0;
    if (g >= 0) change += 2 * (at(q, g) - at(p, g) + 1);
    if (h >= 0) change += 2 * (at(p, h) - at(q, h) + 1);
    return change;
  }

  /** Change of days without a liaison and of liaisons who serve, when people change on one day or two. */
  #liaisonDelta(day: number, out: number, into: number, other: number, otherOut: number, otherInto: number): { readonly missing: number; readonly serving: number } {
    let missing = 0;
    let serving = 0;
    const look = (at: number, leaves: number, comes: number): void => {
      const liaisons = at === NONE ? null : this.#liaisons[at]!;
      if (!liaisons) return;
      const change = (liaisons.has(comes) ? 1 : 0) - (liaisons.has(leaves) ? 1 : 0);
      const now = this.#liaisonsServing[at]!;
      missing += (now + change === 0 ? 1 : 0) - (now === 0 ? 1 : 0);
      serving += change;
    };
    if (this.name === 'holiday') {
      look(day, out, into);
      look(other, otherOut, otherInto);
    }
    return { missing, serving };
  }

  /** Places that change hands more if a duty goes to a person. */
  #changeDelta(slot: number, person: number): number {
    const stood = this.#standing[this.#day[slot]!]!;
    return (stood.has(this.#person[slot]!) ? 1 : 0) - (stood.has(person) ? 1 : 0);
  }

  /** Wishes broken more if a person gives up a day and takes another one. */
  #wishDelta(person: number, drop: number, add: number): number {
    if (!this.#hasWishes[person]) return 0;
    const { avoids, hopes } = this.problem.clerks[person]!.wishes!;
    let change = (add === NONE ? 0 : avoids[add]!) - (drop === NONE ? 0 : avoids[drop]!);
    const date = (day: number): number => (day === NONE ? NONE : this.problem.days[day]!.date);
    for (const { from, to } of hopes) {
      const inside = (at: number): number => (at !== NONE && from <= at && at <= to ? 1 : 0);
      const now = this.#spacing.datesOf(person).filter((at) => from <= at && at <= to).length;
      const then = now - inside(date(drop)) + inside(date(add));
      change += (then === 0 ? 1 : 0) - (now === 0 ? 1 : 0);
    }
    return change;
  }

  #put(slot: number, leaves: number, comes: number): void {
    const day = this.#day[slot]!;
    const date = this.#date[slot]!;
    if (leaves !== NONE) {
      this.#charge(leaves, day, -1);
      this.#spacing.move(leaves, date, NONE);
      this.#remeasure(leaves);
    }
    if (comes !== NONE) {
      this.#charge(comes, day, 1);
      this.#spacing.move(comes, NONE, date);
      this.#remeasure(comes);
    }
    const liaisons = this.#liaisons[day];
    if (liaisons) this.#liaisonsServing[day]! += (liaisons.has(comes) ? 1 : 0) - (liaisons.has(leaves) ? 1 : 0);
  }

  #charge(person: number, day: number, units: 1 | -1): void {
    this.#totals[person]! += units;
    this.#given[person]! += units;
    const [second, third] = [this.#second[day]!, this.#third[day]!];
    if (second >= 0) this.#seconds[person * this.#secondCount + second]! += units;
    if (third >= 0) this.#thirds[person * this.#thirdCount + third]! += units;
  }

  #remeasure(person: number): void {
    this.#spacing.measure(person, NONE, NONE);
    this.tight += this.#spacing.tight - this.#tights[person]!;
    this.#squares[person] = this.#spacing.squares;
    this.#tights[person] = this.#spacing.tight;
  }

  #measureAll(): void {
    for (let person = 0; person < this.personCount; person += 1) this.#remeasure(person);
  }
}

/** People of a day less those that stand before, each once. */
function without(people: readonly number[], before: readonly number[]): number[] {
  const left = [...people];
  for (const person of before) {
    const at = left.indexOf(person);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}
