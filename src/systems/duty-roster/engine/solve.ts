/** The roster: chiefs, then the holiday pool, then the regular pool; each proven by its flow, repaired, and verified. */
import { checkCertificate, levelWeights, solveFlowInSlices } from '../../../kernel/solver';
import { solveChiefs } from './chiefs';
import { countLevels } from './level-count';
import { buildPool, busyDates, type Pool } from './pools';
import type { HolidayVector, PoolCertificate, ProofStatus, RegularVector, RosterProblem, RosterSolution } from './problem';
import { compareVectors, Duties, repairAtACost, repairNeutrally } from './repair';
import { settle } from './stability';
import { holidayVector, isFeasible, regularVector } from './verify';

type DayDuties = number[][];

/** Solves at once. */
export function solveRoster(problem: RosterProblem): RosterSolution {
  const slices = solveRosterInSlices(problem);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

/** Solves in slices that can be cancelled; yields the name of what it is about. */
export function* solveRosterInSlices(problem: RosterProblem): Generator<'holiday' | 'regular', RosterSolution> {
  const chiefs = solveChiefs(problem);
  const fixed: DayDuties = problem.days.map(() => []);
  for (const { day, clerk } of problem.fixed) fixed[day]!.push(clerk);
  const holiday = yield* solvePool(problem, 'holiday', fixed);
  const regular = yield* solvePool(problem, 'regular', holiday.duties);
  const duties = problem.days.map((day, index) => padded(regular.duties[index]!, day.need));
  return {
    duties,
    chiefs: chiefs.chiefs,
    holiday: certify(problem, duties, holiday, holidayVector, (vector) => [vector.unfilled, vector.liaisonMissing, vector.squares, vector.newYearSquares, vector.festivalSquares]),
    regular: certify(problem, duties, regular, regularVector, (vector) => [vector.unfilled, vector.totals, vector.weekday, vector.weekend]),
    chief: chiefs.certificate,
  };
}

function padded(people: readonly number[], need: number): number[] {
  return [...people, ...new Array<number>(Math.max(0, need - people.length)).fill(-1)];
}

interface PoolOutcome {
  /** People per day of all pools solved so far. */
  readonly duties: DayDuties;
  /** The flow's assignment without the gap inside the pool: its vector is the bound. */
  readonly relaxed: DayDuties;
  readonly proven: boolean;
  readonly pool: Pool;
}

function* solvePool(problem: RosterProblem, name: Pool['name'], standing: DayDuties): Generator<'holiday' | 'regular', PoolOutcome> {
  const pool = buildPool(problem, name, standing);
  const weights = levelWeights(pool.model);
  const merge = (assigned: readonly (readonly number[])[]): DayDuties => {
    const merged = standing.map((people) => [...people]);
    pool.columns.forEach(({ day }, column) => merged[day]!.push(...assigned[column]!.filter((person) => person >= 0)));
    return merged;
  };
  if (!weights) return { duties: standing, relaxed: standing, proven: false, pool };
  const slices = solveFlowInSlices(pool.model, weights);
  let step = slices.next();
  while (!step.done) {
    yield name;
    step = slices.next();
  }
  const solution = step.value;
  const proven = checkCertificate(pool.model, solution);
  const duties = new Duties(problem, pool, solution.assigned, busyDates(problem, standing));
  if (repairNeutrally(duties) > 0) repairAtACost(duties, countLevels(duties));
  settle(duties);
  const relaxed = merge(solution.assigned);
  const made = merge(duties.assigned());
  return { duties: keepStanding(problem, name, standing, made), relaxed, proven, pool };
}

/** Levels of a pool that must not get worse, as one vector. */
function levelsOf(problem: RosterProblem, name: Pool['name'], duties: DayDuties): readonly number[] {
  const whole = problem.days.map((day, index) => padded(duties[index]!, day.need));
  if (name === 'regular') {
    const vector = regularVector(problem, whole);
    return [vector.unfilled, vector.totals, vector.weekday, vector.weekend];
  }
  const vector = holidayVector(problem, whole);
  return [vector.unfilled, vector.liaisonMissing, vector.squares, vector.newYearSquares, vector.festivalSquares, -vector.liaisonPersonDays];
}

/** What stands in the sheet is kept whole if it is feasible and its levels are as good: a second run changes nothing. */
function keepStanding(problem: RosterProblem, name: Pool['name'], before: DayDuties, made: DayDuties): DayDuties {
  const standing = made.map((people, day) => (problem.days[day]!.pool === name ? (problem.standing[day] ?? []).filter((person) => person >= 0) : people));
  const complete = standing.every((people, day) => people.length === made[day]!.length && before[day]!.every((person) => person < 0 || people.includes(person)));
  if (!complete) return made;
  const ordered = standing.map((people, day) => [...before[day]!, ...people.filter((person) => !before[day]!.includes(person))]);
  // strangers (-1 in `before`) fill slots of their own
  if (!isFeasible(problem, ordered.map((people, day) => padded(people, problem.days[day]!.need)))) return made;
  return compareVectors(levelsOf(problem, name, ordered), levelsOf(problem, name, made)) <= 0 ? ordered : made;
}

function certify<Vector extends RegularVector | HolidayVector>(
  problem: RosterProblem,
  duties: DayDuties,
  outcome: PoolOutcome,
  recount: (problem: RosterProblem, duties: DayDuties) => Vector,
  levels: (vector: Vector) => readonly number[],
): PoolCertificate<Vector> {
  const vector = recount(problem, duties);
  const relaxed = recount(problem, problem.days.map((day, index) => padded(outcome.relaxed[index]!, day.need)));
  const keys = outcome.pool.name === 'regular' ? (['unfilled', 'totals', 'weekday', 'weekend'] as const) : (['unfilled', 'liaisonMissing', 'squares', 'newYearSquares', 'festivalSquares'] as const);
  const met = compareVectors(levels(vector), levels(relaxed)) === 0;
  const status: ProofStatus = !outcome.proven || vector.unfilled > relaxed.unfilled ? 'unproven' : met ? 'optimal' : 'bounded';
  const bound = outcome.proven ? Object.fromEntries(keys.map((key) => [key, relaxed[key as keyof Vector]])) : {};
  return {
    status,
    vector,
    bound: bound as unknown as Partial<Vector>,
    proof: outcome.proven ? 'flow' : 'none',
    verified: isFeasible(problem, duties) && outcome.proven,
  };
}
