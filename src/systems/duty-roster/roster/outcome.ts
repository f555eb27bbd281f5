/** Solving a case: the solution, the plan of every day, and what must be told about it. */
import type { Context } from '../../../ledger/context';
import { solveRoster, type RosterProblem, type RosterSolution } from '../engine';
import type { RosterCase } from '../reading/roster-case';
import { planDays, type DayPlan } from './day-plans';
import { keepWeeks } from './steady-weeks';
import { toProblem } from './to-problem';

export interface SolvedCase {
  readonly subject: RosterCase;
  readonly problem: RosterProblem;
  readonly solution: RosterSolution;
  readonly plans: readonly DayPlan[];
}

export function solveCase(context: Context, subject: RosterCase): SolvedCase {
  const problem = toProblem(context, subject);
  const solution = keepWeeks(problem, solveRoster(problem, () => context.clock()));
  return { subject, problem, solution, plans: planDays(subject, solution) };
}
