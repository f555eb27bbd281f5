/**
 * Long computations in slices: between two of them a driver may show progress, give up, or answer what is asked. A driver
 * without an answer goes on with nothing, so that the same computation also runs at once.
 */
import type { IntegerProgram, ProgramAnswer } from './solver';

export type Step = Progress | Ask;

/** What is being done, and how many steps of it are done. */
export interface Progress {
  readonly stage: string;
  readonly steps: number;
}

/** An integer program for a solver that the driver may have. */
export interface Ask {
  readonly program: IntegerProgram;
}

export type InSlices<Result> = Generator<Step, Result, ProgramAnswer | undefined>;

/** Runs to the end; what is asked for stays unanswered. */
export function atOnce<Result>(slices: Generator<unknown, Result, undefined>): Result {
  for (;;) {
    const step = slices.next(undefined);
    if (step.done) return step.value;
  }
}

/** Whether a result is still to be computed. */
export function isInSlices<Result>(result: Result | InSlices<Result>): result is InSlices<Result> {
  return typeof result === 'object' && result !== null && Symbol.iterator in result && 'next' in result;
}
