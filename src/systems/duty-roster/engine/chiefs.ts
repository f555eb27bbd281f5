/** Officers in charge by week: turns as even as can be (proven), then counted days and rotation by neutral exchange. */
import { levelWeights, solveFlow, checkCertificate, type FlowModel } from '../../../kernel/solver';
import type { ChiefVector, PoolCertificate, RosterProblem } from './problem';
import { compareVectors } from './repair';

export interface ChiefOutcome {
  readonly chiefs: readonly number[];
  readonly certificate: PoolCertificate<ChiefVector>;
}

export function solveChiefs(problem: RosterProblem): ChiefOutcome {
  const { weeks, chiefs } = problem;
  const open = weeks.flatMap((week, index) => (week.fixed < 0 && week.countedDays > 0 ? [index] : []));
  const totals = Int32Array.from(chiefs, (chief) => chief.turns);
  for (const week of weeks) if (week.fixed >= 0 && week.countedDays > 0) totals[week.fixed]! += 1;
  const model: FlowModel = {
    people: chiefs.length,
    buckets: [],
    totals,
    counts: new Int32Array(0),
    capacity: new Int32Array(chiefs.length).fill(open.length),
    columns: open.map((week) => ({ bucket: -1, need: 1, available: Uint8Array.from(chiefs, (chief) => chief.available[week]!), preferred: null, wantsPreferred: false })),
  };
  const weights = levelWeights(model);
  const result = weeks.map((week) => week.fixed);
  let proven = false;
  if (weights) {
    const solution = solveFlow(model, weights);
    solution.assigned.forEach(([chief], index) => {
      result[open[index]!] = chief!;
    });
    proven = checkCertificate(model, solution);
  }
  const bound = chiefVector(problem, result);
  exchange(problem, result, open);
  const kept = keepStanding(problem, result, open);
  const vector = chiefVector(problem, kept);
  const optimal = proven && vector.unfilled === bound.unfilled && vector.squares === bound.squares;
  return {
    chiefs: kept,
    certificate: {
      status: optimal ? 'optimal' : proven ? 'bounded' : 'unproven',
      vector,
      bound: proven ? { unfilled: bound.unfilled, squares: bound.squares } : {},
      proof: proven ? 'flow' : 'none',
      verified: optimal && isFeasible(problem, kept),
    },
  };
}

/** Recounts the pool from the result alone. */
export function chiefVector(problem: RosterProblem, result: readonly number[]): ChiefVector {
  const turns = problem.chiefs.map((chief) => chief.turns);
  const days = problem.chiefs.map((chief) => chief.days);
  let unfilled = 0;
  let changes = 0;
  problem.weeks.forEach((week, index) => {
    const chief = result[index]!;
    const stood = problem.standingChiefs[index] ?? -1;
    if (stood >= 0 && stood !== chief) changes += 1;
    if (week.countedDays === 0) return;
    if (chief < 0) unfilled += 1;
    else {
      turns[chief]! += 1;
      days[chief]! += week.countedDays;
    }
  });
  const square = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
  return { unfilled, squares: square(turns), daySquares: square(days), rangeWeeks: turns.length === 0 ? 0 : Math.max(...turns) - Math.min(...turns), changes };
}

function isFeasible(problem: RosterProblem, result: readonly number[]): boolean {
  return problem.weeks.every((week, index) => {
    const chief = result[index]!;
    if (week.fixed >= 0) return chief === week.fixed;
    return chief < 0 || week.countedDays === 0 || problem.chiefs[chief]?.available[index] === 1;
  });
}

/** Sum of squared distances between a chief's weeks: the smaller, the more evenly he rotates. */
function rotation(problem: RosterProblem, result: readonly number[]): number {
  const last = problem.chiefs.map((chief) => (chief.lastWeek === null ? (problem.weeks[0]?.monday ?? 0) - 7 * problem.chiefs.length : chief.lastWeek));
  let sum = 0;
  problem.weeks.forEach((week, index) => {
    const chief = result[index]!;
    if (chief < 0 || week.countedDays === 0) return;
    sum += (week.monday - last[chief]!) ** 2;
    last[chief] = week.monday;
  });
  const end = (problem.weeks.at(-1)?.monday ?? 0) + 7;
  return last.reduce((total, monday) => total + (end - monday) ** 2, sum);
}

/** Neutral exchanges of two weeks while they lower (days, rotation). */
function exchange(problem: RosterProblem, result: number[], open: readonly number[]): void {
  const score = (): readonly number[] => [chiefVector(problem, result).daySquares, rotation(problem, result)];
  let current = score();
  for (let improved = true, round = 0; improved && round < 50; round += 1) {
    improved = false;
    for (const a of open) {
      for (const b of open) {
        const [first, second] = [result[a]!, result[b]!];
        if (a >= b || first === second || first < 0 || second < 0) continue;
        if (problem.chiefs[second]!.available[a] !== 1 || problem.chiefs[first]!.available[b] !== 1) continue;
        [result[a], result[b]] = [second, first];
        const next = score();
        if (compareVectors(next, current) < 0) {
          current = next;
          improved = true;
        } else [result[a], result[b]] = [first, second];
      }
    }
  }
}

/** What stands is kept whole when it is feasible and no worse, so that a second run changes nothing. */
function keepStanding(problem: RosterProblem, result: readonly number[], open: readonly number[]): readonly number[] {
  const standing = result.map((chief, index) => (open.includes(index) ? (problem.standingChiefs[index] ?? -1) : chief));
  if (!isFeasible(problem, standing)) return result;
  const rank = (chiefs: readonly number[]): readonly number[] => {
    const vector = chiefVector(problem, chiefs);
    return [vector.unfilled, vector.squares, vector.daySquares];
  };
  return compareVectors(rank(standing), rank(result)) <= 0 ? standing : result;
}
