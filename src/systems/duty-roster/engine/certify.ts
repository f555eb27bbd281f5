/** What may be claimed of a pool: the bound that its flows prove, and whether the roster meets it. */
import { LEVEL } from '../../../kernel/solver';
import type { DayDuties, PoolName } from './pools';
import type { HolidayVector, PoolCertificate, ProofStatus, RegularVector, RosterProblem } from './problem';
import { holidayLevels, holidayVector, isFeasible, regularLevels, regularVector, type HolidayLevels, type RegularLevels } from './verify';

/** Flows that the checkers have accepted. */
export interface Proof {
  /** Levels of the model that no roster can beat; NaN where nothing is known. */
  readonly levels: readonly number[];
  /** The first flow's assignment, blind to the gap inside the pool, and its levels as the checker counted them. */
  readonly relaxed: DayDuties;
  readonly relaxedLevels: readonly number[];
  /** `milp`: some of `levels` are the word of a solver outside. */
  readonly by: 'flow' | 'milp';
}

/** Leading levels that make up L0: open slots; in the holiday pool also days without a liaison (值班-四(一)). */
const L0 = { regular: 1, holiday: 2 } as const;

export function certifyRegular(problem: RosterProblem, duties: DayDuties, proof: Proof | null): PoolCertificate<RegularVector> {
  const vector = regularVector(problem, duties);
  const bound = proof && regularBound(problem, proof);
  const verified = isFeasible(problem, duties);
  if (!bound) return { status: 'unproven', vector, bound: {}, proof: 'none', verified };
  return { status: statusOf(regularLevels(problem, vector), regularLevels(problem, bound), L0.regular), vector, bound: known(bound), proof: proof.by, verified };
}

export function certifyHoliday(problem: RosterProblem, duties: DayDuties, proof: Proof | null): PoolCertificate<HolidayVector> {
  const vector = holidayVector(problem, duties);
  const bound = proof && holidayBound(problem, proof);
  const verified = isFeasible(problem, duties);
  if (!bound) return { status: 'unproven', vector, bound: {}, proof: 'none', verified };
  return { status: statusOf(holidayLevels(problem, vector), holidayLevels(problem, bound), L0.holiday), vector, bound: known(bound), proof: proof.by, verified };
}

/** The bound as levels in the order of roster.md; null if nothing is proven. */
export function boundLevels(problem: RosterProblem, name: PoolName, proof: Proof | null): readonly number[] | null {
  if (!proof) return null;
  if (name === 'regular') {
    const bound = regularBound(problem, proof);
    return bound && regularLevels(problem, bound);
  }
  const bound = holidayBound(problem, proof);
  return bound && holidayLevels(problem, bound);
}

function regularBound(problem: RosterProblem, proof: Proof): RegularLevels | null {
  const { levels, relaxedLevels, relaxed } = proof;
  const { unfilled, totals, weekday, weekend, changes } = regularVector(problem, relaxed);
  if (!agrees(relaxedLevels, [unfilled, totals, weekday, weekend])) return null;
  return { unfilled: levels[LEVEL.unfilled]!, totals: levels[LEVEL.totals]!, weekday: levels[LEVEL.second]!, weekend: levels[LEVEL.third]!, ...changesBound(problem, proof, changes) };
}

function holidayBound(problem: RosterProblem, proof: Proof): HolidayLevels | null {
  const { levels, relaxedLevels, relaxed } = proof;
  const { unfilled, liaisonMissing, squares, newYearSquares, festivalSquares, liaisonPersonDays, changes } = holidayVector(problem, relaxed);
  if (!agrees(relaxedLevels, [unfilled, squares, newYearSquares, festivalSquares])) return null;
  return {
    unfilled: levels[LEVEL.unfilled]!,
    // the model knows nothing of days that fixed names fill
    liaisonMissing: liaisonMissing + levels[LEVEL.preferredMissing]! - relaxedLevels[LEVEL.preferredMissing]!,
    squares: levels[LEVEL.totals]!,
    newYearSquares: levels[LEVEL.second]!,
    festivalSquares: levels[LEVEL.third]!,
    liaisonPersonDays: liaisonPersonDays - levels[LEVEL.others]! + relaxedLevels[LEVEL.others]!,
    ...changesBound(problem, proof, changes),
  };
}

/** The levels of a bound that are known. */
function known<Bound extends object>(bound: Bound): Partial<Bound> {
  return Object.fromEntries(Object.entries(bound).filter(([, value]) => !Number.isNaN(value))) as Partial<Bound>;
}

/** Changes are a level of their own on a replan; the model knows nothing of those that fixed names force. */
function changesBound({ changesLevel }: RosterProblem, { levels, relaxedLevels }: Proof, relaxed: number): { readonly changes?: number } {
  if (changesLevel === 'last') return {};
  const level = changesLevel === 'before-totals' ? LEVEL.changesFirst : LEVEL.changesThen;
  return { changes: relaxed + levels[level]! - relaxedLevels[level]! };
}

/** Whether the model counted what the roster's own recount finds: else it is no model of this pool, and proves nothing. */
function agrees(levels: readonly number[], recounted: readonly number[]): boolean {
  return [LEVEL.unfilled, LEVEL.totals, LEVEL.second, LEVEL.third].every((level, index) => levels[level] === recounted[index]);
}

/** `optimal` = every level meets its bound; unmet in the first `leading` levels = `unproven`, further down = `bounded`. */
function statusOf(levels: readonly number[], bound: readonly number[], leading: number): ProofStatus {
  const unmet = levels.findIndex((level, index) => level !== bound[index]);
  if (unmet < 0) return 'optimal';
  return unmet < leading ? 'unproven' : 'bounded';
}
