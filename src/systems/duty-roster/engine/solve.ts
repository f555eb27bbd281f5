/** The roster: chiefs, then the holiday pool, then the regular pool; each proven by its flow, repaired, and verified. */
import { checkCertificate, checkProof, exactWeights, LEVEL_COUNT, solveFlowInSlices, withLowHistory } from '../../../kernel/solver';
import { atOnce, type InSlices } from '../../../kernel/slices';
import { Assignment } from './assignment';
import { certifyHoliday, certifyRegular, type Proof } from './certify';
import { repairAtACost } from './chains';
import { solveChiefs } from './chiefs';
import { buildPool, busyDates, type DayDuties, type PoolName } from './pools';
import type { RosterProblem, RosterSolution } from './problem';
import { repairNeutrally } from './repair';
import { clashOf, searchCases } from './search';
import { polish } from './polish';
import { provePool } from './programs';
import { isAsGood, keepStanding, sparing } from './stability';

/** Milliseconds since some moment, for measuring only: no result depends on it. */
export type Clock = () => number;

const NO_CLOCK: Clock = () => 0;

/** Solves at once. See `solveRosterInSlices`. */
export function solveRoster(problem: RosterProblem, clock: Clock = NO_CLOCK): RosterSolution {
  return atOnce(solveRosterInSlices(problem, clock));
}

/** The clerks who are fixed on each day, in the given order. */
export function fixedDuties(problem: RosterProblem): number[][] {
  const fixed = problem.days.map((): number[] => []);
  for (const { day, clerk } of problem.fixed) fixed[day]!.push(clerk);
  return fixed;
}

/**
 * Solves in slices of a few milliseconds, so that a driver can show progress and give up. The result depends on the problem
 * alone: budgets are counts. Fixed duties that contradict each other stay and are counted as gap violations; days that
 * nobody can take stay open (值班-一, 值班-二, 值班-四(一), 值班-四(二)).
 */
export function* solveRosterInSlices(problem: RosterProblem, clock: Clock = NO_CLOCK): InSlices<RosterSolution> {
  const fixed = fixedDuties(problem);
  const times = [clock()];
  const lap = <T>(value: T): T => {
    times.push(clock());
    return value;
  };
  const chief = lap(solveChiefs(problem));
  const holiday = lap(yield* solveHolidays(problem, fixed));
  const holidays = lap(yield* finished(holiday.problem, 'holiday', fixed, holiday.duties));
  const regular = lap(yield* solvePool(problem, 'regular', holidays));
  const finest = lap(yield* finished(problem, 'regular', holidays, regular.duties));
  const duties = problem.days.map(({ need }, day) => padded(finest[day]!, need));
  const regularCertificate = lap(certifyRegular(problem, duties, regular.proof));
  const holidayCertificate = lap(certifyHoliday(problem, duties, holiday.proof));
  const took = (...laps: readonly number[]): number => laps.reduce((sum, index) => sum + times[index]! - times[index - 1]!, 0);
  return {
    duties,
    chiefs: chief.chiefs,
    regular: regularCertificate,
    holiday: holidayCertificate,
    chief: chief.certificate,
    // without polishing
    ms: { chief: took(1), holiday: took(2, 7), regular: took(4, 6) },
  };
}

/** Steps of gap repair per conflict. */
const STEPS = 100;

function padded(people: readonly number[], need: number): readonly number[] {
  return [...people, ...new Array<number>(Math.max(0, need - people.length)).fill(-1)];
}

interface PoolOutcome {
  /** Clerks per day of all pools solved so far. */
  readonly duties: DayDuties;
  readonly proof: Proof | null;
}

/** One pool, given what stands before it (fixed duties, and of a pool solved earlier all): proven and repaired. */
export function* solvePool(problem: RosterProblem, name: PoolName, before: DayDuties): InSlices<PoolOutcome> {
  const pool = buildPool(problem, name, before);
  const merge = (assigned: readonly (readonly number[])[]): DayDuties => {
    const merged = before.map((people) => [...people]);
    pool.days.forEach((day, column) => merged[day]!.push(...assigned[column]!.filter((person) => person >= 0)));
    return merged;
  };
  const busy = busyDates(problem, before);
  const exact = exactWeights(pool.model);
  const { model, weights } = exact ? { model: pool.model, weights: exact } : withLowHistory(pool.model);
  const solution = yield* reporting(solveFlowInSlices(model, weights), name, 'flow');
  const relaxedLevels = checkCertificate(pool.model, solution);
  let levels = relaxedLevels;
  let duties = new Assignment(problem, pool, solution.assigned, busy);
  yield* reporting(repairNeutrally(duties, STEPS), name, 'gap');
  if (duties.conflicts > 0 && relaxedLevels) {
    const search = yield* reporting(searchCases(problem, pool, busy, solution), name, 'cases');
    duties = search.duties ?? duties;
    levels = checkProof(pool.model, clashOf(problem, pool), search.tree);
  }
  if (duties.conflicts > 0) yield* reporting(repairAtACost(duties, levels ?? new Float64Array(LEVEL_COUNT)), name, 'chains');
  if (!relaxedLevels || !levels) return { duties: merge(duties.assigned()), proof: null };
  const proven = yield* provePool(problem, pool, busy, duties, levels);
  return { duties: merge(proven.duties.assigned()), proof: { levels: proven.levels, by: proven.asked ? 'milp' : 'flow', relaxedLevels, relaxed: merge(solution.assigned) } };
}

/** The holidays; on a replan with the ordinary days around them spared, where that costs nothing down to the changes. */
function* solveHolidays(problem: RosterProblem, fixed: DayDuties): InSlices<PoolOutcome & { readonly problem: RosterProblem }> {
  const outcome = yield* solvePool(problem, 'holiday', fixed);
  if (problem.changesLevel === 'last') return { ...outcome, problem };
  const spared = sparing(problem);
  const { duties } = yield* solvePool(spared, 'holiday', fixed);
  return isAsGood(problem, duties, outcome.duties) ? { duties, proof: outcome.proof, problem: spared } : { ...outcome, problem };
}

/** Gaps, wishes and what stands (L4 to L6). */
function* finished(problem: RosterProblem, name: PoolName, before: DayDuties, duties: DayDuties): InSlices<DayDuties> {
  return keepStanding(problem, name, before, yield* reporting(polish(problem, name, before, duties), name, 'spacing'));
}

function* reporting<Result>(slices: Generator<number, Result>, pool: PoolName, stage: string): InSlices<Result> {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
    yield { stage: `${pool} ${stage}`, steps: step.value };
  }
}
