/**
 * A second run changes nothing. What this run fills into locked and published rows the next run finds fixed, which may lead its
 * search elsewhere. So the next run is run ahead until it agrees.
 */
import { solveRoster, type PoolCertificate, type RosterProblem, type RosterSolution } from '../engine';
import { chiefVector, solveChiefs } from '../engine/chiefs';
import { holidayLevels, holidayVector, isFeasible, regularLevels, regularVector } from '../engine/verify';

type Weeks = readonly number[];

/** Runs ahead at most; each may solve the whole roster. */
const ROUNDS = 4;

/** The weeks as they stand, if every open one has a chief who can take it and neither open weeks, turns nor counted days get worse. */
function kept(problem: RosterProblem, made: Weeks): Weeks {
  const { weeks, chiefs, standingChiefs } = problem;
  const isOpen = ({ fixed, countedDays }: RosterProblem['weeks'][number]): boolean => fixed < 0 && countedDays > 0;
  const standing = weeks.map((week, index) => (isOpen(week) ? standingChiefs[index]! : made[index]!));
  if (!weeks.every((week, index) => !isOpen(week) || chiefs[standing[index]!]?.available[index] === 1)) return made;
  const [stood, fresh] = [chiefVector(problem, standing), chiefVector(problem, made)];
  return stood.unfilled <= fresh.unfilled && stood.squares <= fresh.squares && stood.daySquares <= fresh.daySquares ? standing : made;
}

/** The solution whose weeks a second run leaves as they are. `holds`: weeks that the next run finds fixed (值班-二). */
export function withSteadyWeeks(problem: RosterProblem, solution: RosterSolution, holds: readonly boolean[]): RosterSolution {
  let chiefs = kept(problem, solution.chiefs);
  for (let round = 0; round < ROUNDS; round += 1) {
    const weeks = problem.weeks.map((week, index) => (holds[index] && chiefs[index]! >= 0 ? { ...week, fixed: chiefs[index]! } : week));
    const ahead: RosterProblem = { ...problem, weeks, standingChiefs: chiefs };
    const next = kept(ahead, solveChiefs(ahead).chiefs);
    if (next.every((chief, index) => chief === chiefs[index])) break;
    chiefs = next;
  }
  return { ...solution, chiefs, chief: { ...solution.chief, vector: chiefVector(problem, chiefs) } };
}

/** The same of the clerks. `holds`: days whose clerks the next run finds fixed. */
export function withSteadyDuties(problem: RosterProblem, solution: RosterSolution, holds: readonly boolean[]): RosterSolution {
  if (!holds.includes(true)) return solution;
  let { duties } = solution;
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixed = new Set(problem.fixed.map(({ day, clerk }) => `${day}:${clerk}`));
    const fills = duties.flatMap((people, day) => (holds[day] ? people.filter((clerk) => clerk >= 0 && !fixed.has(`${day}:${clerk}`)).map((clerk) => ({ day, clerk })) : []));
    if (fills.length === 0) break;
    const ahead = [...problem.fixed, ...fills].sort((a, b) => a.day - b.day);
    const next = solveRoster({ ...problem, fixed: ahead, standing: duties }).duties;
    if (next.every((people, day) => sameClerks(people, duties[day]!))) break;
    duties = next;
  }
  if (duties === solution.duties) return solution;
  const verified = isFeasible(problem, duties);
  return {
    ...solution,
    duties,
    regular: recertified(problem, solution.regular, regularVector(problem, duties), regularLevels, verified),
    holiday: recertified(problem, solution.holiday, holidayVector(problem, duties), holidayLevels, verified),
  };
}

function sameClerks(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((clerk) => b.includes(clerk));
}

/** The bound holds for every roster of the problem; a better vector may meet it. */
function recertified<Vector>(problem: RosterProblem, { status, bound, proof }: PoolCertificate<Vector>, vector: Vector, levels: (problem: RosterProblem, vector: Vector) => readonly number[], verified: boolean): PoolCertificate<Vector> {
  const [now, least] = [levels(problem, vector), levels(problem, bound as Vector)];
  return { status: now.every((level, index) => level === least[index]) ? 'optimal' : status, vector, bound, proof, verified };
}
