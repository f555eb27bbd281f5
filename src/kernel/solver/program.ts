/**
 * The distribution as an integer program, with pairs of columns that one person cannot both take: for a solver outside, where
 * the flow's bound is loose. Level after level, never one weighted sum. Text in CPLEX LP format.
 */
import type { Clash } from './branching';
import { LEVEL, LEVEL_COUNT, type FlowModel } from './model';

/** What is asked of the solver; its limits are counts, so that the same program ends the same way everywhere. */
export interface IntegerProgram {
  readonly text: string;
  /** Most nodes of the search tree, and most simplex iterations. */
  readonly nodes: number;
  readonly iterations: number;
}

export interface ProgramAnswer {
  /** `limit`: it gave up before an optimum was proven. */
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly objective: number;
  /** Names of the variables that are one. */
  readonly ones: ReadonlySet<string>;
}

interface Terms {
  readonly list: (readonly [coefficient: number, variable: string])[];
  constant: number;
}

/** The text format limits its lines. */
const TERMS_A_LINE = 10;

function expression(list: Terms['list']): string {
  return list.map(([coefficient, variable], index) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${variable}${index % TERMS_A_LINE === TERMS_A_LINE - 1 ? '\n' : ''}`).join(' ');
}

const ones = (variables: readonly string[]): Terms['list'] => variables.map((variable) => [1, variable]);

export class LevelProgram {
  readonly #rows: string[] = [];
  readonly #bounds: string[] = [];
  readonly #binaries: string[] = [];
  readonly #levels: readonly Terms[] = Array.from({ length: LEVEL_COUNT }, (): Terms => ({ list: [], constant: 0 }));
  /** Variables of each person by column; undefined where he cannot take it. */
  readonly #takes: (string | undefined)[][];
  #pieces = 0;

  /** `clash` must hold for all columns between two that clash (columns in the order of their dates). */
  constructor(
    private readonly model: FlowModel,
    clash: Clash,
  ) {
    this.#takes = Array.from({ length: model.people }, (_, person) => model.columns.map(({ available }, column) => (available[person] === 1 ? `x${person}_${column}` : undefined)));
    this.#binaries.push(...this.#takes.flatMap((own) => own.filter((variable) => variable !== undefined)));
    model.columns.forEach((_, column) => this.#addColumn(column));
    for (let person = 0; person < model.people; person += 1) this.#addPerson(person, clash);
  }

  /** Least value of a level that is possible at all by its constant part, or null where it can take one value only. */
  constantOf(level: number): number | null {
    const { list, constant } = this.#levels[level]!;
    return list.length === 0 ? constant : null;
  }

  /** What a solver's objective means as a value of the level. */
  valueOf(level: number, objective: number): number {
    return Math.round(objective) + this.#levels[level]!.constant;
  }

  /** The program that minimises a level, with the levels before it at their values and (if known) not above `most`. */
  minimise(level: number, held: readonly number[], most: number | null): string {
    const rows = [...this.#rows];
    const hold = (at: number, value: number): void => {
      const { list, constant } = this.#levels[at]!;
      if (list.length > 0) rows.push(`${expression(list)} <= ${value - constant}`);
    };
    held.forEach((value, at) => hold(at, value));
    if (most !== null) hold(level, most);
    const names = this.#binaries.map((variable, index) => `${variable}${index % TERMS_A_LINE === TERMS_A_LINE - 1 ? '\n' : ' '}`).join('');
    return `Minimize\nobj: ${expression(this.#levels[level]!.list)}\nSubject To\n${rows.map((row, index) => `r${index}: ${row}`).join('\n')}\nBounds\n${this.#bounds.join('\n')}\nBinary\n${names}\nEnd\n`;
  }

  /** People per column, open units (-1) last. */
  assignedFrom({ ones: taken }: ProgramAnswer): number[][] {
    return this.model.columns.map(({ need }, column) => {
      const people = this.#takes.flatMap((own, person) => (own[column] !== undefined && taken.has(own[column]) ? [person] : []));
      return [...people, ...new Array<number>(Math.max(0, need - people.length)).fill(-1)];
    });
  }

  #addColumn(column: number): void {
    const { need, preferred, wantsPreferred, standing } = this.model.columns[column]!;
    const takers = (isTaker: (person: number) => boolean): string[] => this.#takes.flatMap((own, person) => (own[column] !== undefined && isTaker(person) ? [own[column]] : []));
    const open = `u${column}`;
    this.#rows.push(`${expression(ones([...takers(() => true), open]))} = ${need}`);
    this.#bounds.push(`0 <= ${open} <= ${need}`);
    this.#levels[LEVEL.unfilled]!.list.push([1, open]);
    /** A unit costs one unless such a person takes it. */
    const charge = (level: number, free: readonly string[]): void => {
      this.#levels[level]!.constant += need;
      for (const variable of free) this.#levels[level]!.list.push([-1, variable]);
    };
    if (this.model.changesLevel !== undefined && standing) charge(this.model.changesLevel, takers((person) => standing[person] === 1));
    if (!preferred) return;
    const wanted = takers((person) => preferred[person] === 1);
    charge(LEVEL.others, wanted);
    if (!wantsPreferred) return;
    const missing = `m${column}`;
    this.#rows.push(`${expression(ones([...wanted, missing]))} >= 1`);
    this.#bounds.push(`0 <= ${missing} <= 1`);
    this.#levels[LEVEL.preferredMissing]!.list.push([1, missing]);
  }

  #addPerson(person: number, clash: Clash): void {
    const { buckets, columns, capacity, totals, counts } = this.model;
    const own = this.#takes[person]!;
    const all = own.filter((variable) => variable !== undefined);
    const most = Math.min(capacity[person]!, all.length);
    if (most < all.length) this.#rows.push(`${expression(ones(all))} <= ${most}`);
    this.#addSquares(LEVEL.totals, all, totals[person]!, most);
    buckets.forEach(({ level, limit }, bucket) => {
      const inside = own.filter((variable, column): variable is string => variable !== undefined && this.#isIn(columns[column]!.bucket, bucket));
      if (limit !== null && limit < inside.length) this.#rows.push(`${expression(ones(inside))} <= ${limit}`);
      if (level !== null) this.#addSquares(level, inside, counts[person * buckets.length + bucket]!, Math.min(most, inside.length));
    });
    own.forEach((first, column) => {
      const window = own.flatMap((variable, other) => (variable !== undefined && (other === column || (other > column && clash(column, other))) ? [variable] : []));
      if (first !== undefined && window.length > 1) this.#rows.push(`${expression(ones(window))} <= 1`);
    });
  }

  #isIn(lowest: number, bucket: number): boolean {
    for (let at = lowest; at >= 0; at = this.model.buckets[at]!.parent) if (at === bucket) return true;
    return false;
  }

  /** The square of `held` and what is taken, by unit pieces of rising cost. */
  #addSquares(level: number, variables: readonly string[], held: number, most: number): void {
    this.#levels[level]!.constant += held * held;
    if (most === 0) return;
    const pieces = Array.from({ length: most }, (_, unit) => {
      const piece = `k${(this.#pieces += 1)}`;
      this.#bounds.push(`0 <= ${piece} <= 1`);
      this.#levels[level]!.list.push([2 * (held + unit) + 1, piece]);
      return piece;
    });
    this.#rows.push(`${expression([...ones(variables), ...pieces.map((piece): [number, string] => [-1, piece])])} = 0`);
  }
}
