/** Solving a case: the solution, the plan of every day, and what must be told about it. */
import type { Context } from '../../../ledger/context';
import { solveRoster, type RosterProblem, type RosterSolution } from '../engine';
import { holdsClerks } from '../reading/fixed';
import type { RosterCase } from '../reading/roster-case';
import { planDays, type DayPlan } from './day-plans';
import { withSteadyDuties, withSteadyWeeks } from './steady';
import { toProblem } from './to-problem';

export interface SolvedCase {
  readonly subject: RosterCase;
  readonly problem: RosterProblem;
  readonly solution: RosterSolution;
  readonly plans: readonly DayPlan[];
}

export function solveCase(context: Context, subject: RosterCase): SolvedCase {
  const problem = toProblem(context, subject);
  const weeks = subject.chiefs.weeks.map(({ holds }) => holds);
  const days = subject.days.map(({ served, demand }) => holdsClerks(served?.row ?? null, demand.date, subject.holds));
  const solution = withSteadyDuties(problem, withSteadyWeeks(problem, solveRoster(problem, () => context.clock()), weeks), days);
  return { subject, problem, solution, plans: planDays(subject, solution) };
}
