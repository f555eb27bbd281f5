/** Solving a case: the solution, the plan of every day, and what must be told about it. */
import type { InSlices } from '../../../kernel/slices';
import type { Context } from '../../../ledger/context';
import { solveRosterInSlices, type RosterProblem, type RosterSolution } from '../engine';
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

export function* solveCaseInSlices(context: Context, subject: RosterCase): InSlices<SolvedCase> {
  const problem = toProblem(context, subject);
  const weeks = subject.chiefs.weeks.map(({ holds }) => holds);
  const days = subject.days.map(({ served, demand }) => holdsClerks(served?.row ?? null, demand.date, subject.holds));
  const made = yield* solveRosterInSlices(problem, () => context.clock());
  const solution = withSteadyDuties(problem, withSteadyWeeks(problem, made, weeks), days);
  return { subject, problem, solution, plans: planDays(subject, solution) };
}
