/** What a ranking of substitutes says: who can, at what cost, in which order, and who cannot and why (值班-七(二)). */
import type { CivilDate } from '../../../kernel/date';
import { compareBy, type Compare } from '../../../kernel/order';
import type { Absence, Person } from '../../office/facts';
import type { Refusal } from '../reading/refusals';

export interface Question {
  readonly date: CivilDate;
  /** Who serves that day and is to be replaced. */
  readonly person: Person;
  readonly role: '值班' | '带班';
  /** A 对调 takes no day before this one. */
  readonly earliest: CivilDate;
  /** 参数 每期上限; null: none. */
  readonly cap: number | null;
}

/** Exact change of one level of the objective (roster.md); fewer is better. */
export interface LevelChange {
  readonly name: string;
  readonly change: number;
}

/** The duty that lies nearest to one that somebody takes. */
export interface Neighbour {
  readonly person: Person;
  /** Day of the other duty. */
  readonly date: CivilDate;
  readonly days: number;
  /** e.g. 值班表!B5 */
  readonly source: string;
}

export interface Effect {
  /** Worst first; every proposal for one question has the same levels. */
  readonly levels: readonly LevelChange[];
  /** null: no other duty is known. */
  readonly nearest: Neighbour | null;
  /** Change of 尽量不排 broken less 希望排 met. */
  readonly wishes: number;
  /** Officers in charge: Monday of his last week, null: none yet or not counted. */
  readonly lastTurn: CivilDate | null;
}

export interface Proposal {
  readonly way: '顶替' | '对调';
  readonly person: Person;
  /** 对调: the day that the person replaced takes from him. */
  readonly otherDate: CivilDate | null;
  /** Duties in the period, as it stands. */
  readonly now: number;
  /** What he has as it stands, what was carried over included: 合计, 周一, 周末 ... */
  readonly load: readonly { readonly name: string; readonly count: number }[];
  readonly effect: Effect;
  /** An absence that begins when the shift is handed over. */
  readonly afterwards: Absence | null;
}

export type Obstacle =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'serves' }
  | { readonly kind: 'gap'; readonly neighbour: Neighbour; readonly minGap: number }
  | { readonly kind: 'cap'; readonly cap: number };

export interface Exclusion {
  readonly person: Person;
  readonly now: number;
  /** At least one. */
  readonly obstacles: readonly Obstacle[];
}

export interface Ranking {
  readonly question: Question;
  /** Best first, each person once: he serves in the other's place. */
  readonly substitutes: readonly Proposal[];
  /** Best first, each person once, with his best day: both serve in each other's place. */
  readonly exchanges: readonly Proposal[];
  /** Who cannot be a substitute, in the order of 人员. */
  readonly excluded: readonly Exclusion[];
  /** Gaps of so many days and more are as good as each other. */
  readonly widestGap: number;
}

type Criterion = { readonly kind: 'level'; readonly name: string } | { readonly kind: 'gap' | 'wishes' | 'turn' | 'day' | 'order' };

/** What puts `a` before `b`, or behind: the first criterion in which they differ, and by how much `a` is worse. */
export function difference(a: Proposal, b: Proposal, widestGap: number): { readonly criterion: Criterion; readonly amount: number } {
  const level = a.effect.levels.findIndex(({ change }, index) => change !== b.effect.levels[index]!.change);
  if (level >= 0) {
    const { name, change } = a.effect.levels[level]!;
    return { criterion: { kind: 'level', name }, amount: change - b.effect.levels[level]!.change };
  }
  const gap = ({ effect }: Proposal): number => Math.min(widestGap, effect.nearest?.days ?? widestGap);
  const steps: readonly (readonly [Exclude<Criterion['kind'], 'level'>, number])[] = [
    ['gap', gap(b) - gap(a)],
    ['wishes', a.effect.wishes - b.effect.wishes],
    // who has not led yet has waited longest
    ['turn', (a.effect.lastTurn ?? 0) - (b.effect.lastTurn ?? 0)],
    ['day', (a.otherDate ?? 0) - (b.otherDate ?? 0)],
  ];
  const step = steps.find(([, amount]) => amount !== 0);
  return step ? { criterion: { kind: step[0] }, amount: step[1] } : { criterion: { kind: 'order' }, amount: a.person.order - b.person.order };
}

function compareProposals(widestGap: number): Compare<Proposal> {
  return compareBy<Proposal>((a, b) => difference(a, b, widestGap).amount);
}

/** The best proposal of each person, best first. */
export function bestOfEach(proposals: readonly Proposal[], widestGap: number): readonly Proposal[] {
  const seen = new Set<number>();
  return [...proposals].sort(compareProposals(widestGap)).filter(({ person: { order } }) => !seen.has(order) && seen.add(order));
}
