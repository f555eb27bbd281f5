/** What may be claimed of a pool: the bound that the flow proves, and whether the roster meets it. */
import { LEVEL } from '../../../kernel/solver';
import type { DayDuties } from './pools';
import type { HolidayVector, PoolCertificate, ProofStatus, RegularVector, RosterProblem } from './problem';
import { holidayLevels, holidayVector, isFeasible, regularLevels, regularVector } from './verify';

/** Flows that the checkers have accepted. */
export interface Proof {
  /** Levels of the model that no roster can beat. */
  readonly levels: readonly number[];
  /** The first flow's assignment, blind to the gap inside the pool, and its levels as the checker counted them. */
  readonly relaxed: DayDuties;
  readonly relaxedLevels: readonly number[];
}

/** L0 of the regular pool: open slots. */
const REGULAR_L0 = 1;
/** L0 of the holiday pool: open slots, days without a liaison (值班-四(一)). */
const HOLIDAY_L0 = 2;

export function certifyRegular(problem: RosterProblem, duties: DayDuties, proof: Proof | null): PoolCertificate<RegularVector> {
  const vector = regularVector(problem, duties);
  const relaxed = proof && regularVector(problem, proof.relaxed);
  const isSame = relaxed !== null && agrees(proof!.relaxedLevels, [relaxed.unfilled, relaxed.totals, relaxed.weekday, relaxed.weekend]);
  if (!isSame) return { vector, ...unproven(problem, duties) };
  const raised = (level: number, value: number): number => value + proof!.levels[level]! - proof!.relaxedLevels[level]!;
  const bound = {
    unfilled: raised(LEVEL.unfilled, relaxed.unfilled),
    totals: raised(LEVEL.totals, relaxed.totals),
    weekday: raised(LEVEL.second, relaxed.weekday),
    weekend: raised(LEVEL.third, relaxed.weekend),
  };
  return {
    status: statusOf(regularLevels(vector), regularLevels(bound), REGULAR_L0),
    vector,
    bound,
    proof: 'flow',
    verified: isFeasible(problem, duties),
  };
}

export function certifyHoliday(problem: RosterProblem, duties: DayDuties, proof: Proof | null): PoolCertificate<HolidayVector> {
  const vector = holidayVector(problem, duties);
  const relaxed = proof && holidayVector(problem, proof.relaxed);
  const isSame = relaxed !== null && agrees(proof!.relaxedLevels, [relaxed.unfilled, relaxed.squares, relaxed.newYearSquares, relaxed.festivalSquares]);
  if (!isSame) return { vector, ...unproven(problem, duties) };
  const raised = (level: number, value: number): number => value + proof!.levels[level]! - proof!.relaxedLevels[level]!;
  const bound = {
    unfilled: raised(LEVEL.unfilled, relaxed.unfilled),
    liaisonMissing: raised(LEVEL.preferredMissing, relaxed.liaisonMissing),
    squares: raised(LEVEL.totals, relaxed.squares),
    newYearSquares: raised(LEVEL.second, relaxed.newYearSquares),
    festivalSquares: raised(LEVEL.third, relaxed.festivalSquares),
    liaisonPersonDays: relaxed.liaisonPersonDays + proof!.relaxedLevels[LEVEL.others]! - proof!.levels[LEVEL.others]!,
  };
  return {
    status: statusOf(holidayLevels(vector), holidayLevels(bound), HOLIDAY_L0),
    vector,
    bound,
    proof: 'flow',
    verified: isFeasible(problem, duties),
  };
}

/** Whether the model counted what the roster's own recount finds: else it is no model of this pool, and proves nothing. */
function agrees(levels: readonly number[], recounted: readonly number[]): boolean {
  return [LEVEL.unfilled, LEVEL.totals, LEVEL.second, LEVEL.third].every((level, index) => levels[level] === recounted[index]);
}

function unproven(problem: RosterProblem, duties: DayDuties): { readonly status: 'unproven'; readonly bound: Readonly<Record<string, never>>; readonly proof: 'none'; readonly verified: boolean } {
  return { status: 'unproven', bound: {}, proof: 'none', verified: isFeasible(problem, duties) };
}

/** `optimal` = every level meets its bound; unmet in the first `leading` levels = `unproven`, further down = `bounded`. */
function statusOf(levels: readonly number[], bound: readonly number[], leading: number): ProofStatus {
  const unmet = levels.findIndex((level, index) => level !== bound[index]);
  if (unmet < 0) return 'optimal';
  return unmet < leading ? 'unproven' : 'bounded';
}
