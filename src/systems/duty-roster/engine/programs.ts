/**
 * The last resort where the flow's bound is not met: an integer program with the gap, level after level, for a solver that
 * whoever drives the search may have. It proves the levels, or finds a better roster; without an answer nothing changes.
 */
import type { InSlices } from '../../../kernel/slices';
import { LEVEL_COUNT, LevelProgram } from '../../../kernel/solver';
import type { CivilDate } from '../../../kernel/date';
import { Assignment, compareLevels } from './assignment';
import type { Pool } from './pools';
import type { RosterProblem } from './problem';
import { clashOf } from './search';

/** Counts, never time. Larger pools (people times days) are not asked for. */
const LARGEST = 12_000;
const NODES = 1500;
const ITERATIONS = 200_000;

export interface ProgramResult {
  readonly duties: Assignment;
  /** Levels that no roster can beat as far as they are proven, in the order of `LEVEL`; NaN beyond. */
  readonly levels: readonly number[];
  /** Whether the solver's word is in them. */
  readonly asked: boolean;
}

/** `bound`: levels that the flows prove, each given those before it; `duties` keep the gap. */
export function* provePool(problem: RosterProblem, pool: Pool, busy: readonly (readonly CivilDate[])[], duties: Assignment, bound: readonly number[]): InSlices<ProgramResult> {
  if (compareLevels(duties.levels, bound) === 0 || pool.model.people * pool.model.columns.length > LARGEST) return { duties, levels: bound, asked: false };
  const program = new LevelProgram(pool.model, clashOf(problem, pool));
  const proven: number[] = [];
  let best = duties;
  for (let level = 0; level < LEVEL_COUNT; level += 1) {
    // as long as the flow's levels are the true ones, its bound for the next one holds
    const isFlows = proven.every((value, index) => value === bound[index]) && best.levels[level] === bound[level];
    const constant = program.constantOf(level);
    if (isFlows || constant !== null) {
      proven.push(isFlows ? bound[level]! : constant!);
      continue;
    }
    const text = program.minimise(level, proven, best.levels[level]!);
    const answer = yield { program: { text, nodes: NODES, iterations: ITERATIONS } };
    if (answer?.status !== 'optimal') return partly(best, proven, bound, level);
    const value = program.valueOf(level, answer.objective);
    if (value < best.levels[level]!) {
      const found = new Assignment(problem, pool, program.assignedFrom(answer), busy);
      if (found.conflicts > 0 || found.levels[level] !== value) return partly(best, proven, bound, level);
      best = found;
    }
    proven.push(value);
  }
  return { duties: best, levels: proven, asked: true };
}

/** The solver gave up: what it proved before, and of the flow's bound what still holds. */
function partly(duties: Assignment, proven: readonly number[], bound: readonly number[], level: number): ProgramResult {
  const isFlows = proven.every((value, index) => value === bound[index]);
  const rest = bound.slice(level).map((value) => (isFlows ? value : NaN));
  return { duties, levels: [...proven, ...rest], asked: !isFlows };
}
