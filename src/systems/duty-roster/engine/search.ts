/**
 * Where the flow's bound is out of reach of exchanges: search by cases, the most promising first. Every case is a flow of its
 * own, so that the bound it yields is proven like the first one. Ends with a roster at the bound, or with a better bound.
 */
import { cases, checkCertificate, solveFlow, type Clash, type FlowModel, type FlowSolution, type ProofTree } from '../../../kernel/solver';
import type { CivilDate } from '../../../kernel/date';
import { Assignment, compareLevels } from './assignment';
import type { Pool } from './pools';
import type { RosterProblem } from './problem';
import { repairNeutrally } from './repair';

/** Most cases, and most candidates (people times days) in all their flows. */
const CASES = 400;
const CANDIDATES = 4e5;
/** Steps per conflict that the repair of a case is worth. */
const STEPS = 8;

interface Case {
  readonly model: FlowModel;
  readonly solution: FlowSolution;
  readonly levels: readonly number[];
  readonly depth: number;
  /** Set once the case is split. */
  split: { readonly person: number; readonly column: number; readonly without: Case; readonly having: Case } | null;
}

export interface SearchResult {
  /** Proves a bound for the pool with the gap. */
  readonly tree: ProofTree;
  /** Duties without conflicts at that bound, or null if the budget did not reach so far. */
  readonly duties: Assignment | null;
}

/** Columns of a pool that one clerk cannot both take. */
export function clashOf(problem: RosterProblem, pool: Pool): Clash {
  const dates = pool.days.map((day) => problem.days[day]!.date);
  return (column, other) => Math.abs(dates[column]! - dates[other]!) < problem.minGap;
}

/** Searches in slices from the pool's flow, which the checker has accepted. Yields the cases done. */
export function* searchCases(problem: RosterProblem, pool: Pool, busy: readonly (readonly CivilDate[])[], root: FlowSolution): Generator<number, SearchResult> {
  const clash = clashOf(problem, pool);
  const solved = (model: FlowModel, depth: number): Case[] => {
    const solution = solveFlow(model, root.weights);
    const levels = checkCertificate(model, solution);
    return levels ? [{ model, solution, levels, depth, split: null }] : [];
  };
  const open = solved(pool.model, 0);
  const first = open[0]!;
  const budget = Math.min(CASES, CANDIDATES / (1 + pool.model.people * pool.model.columns.length));
  for (let count = 1; count <= budget; count += 2) {
    // the least bound, and among equals the one furthest on
    open.sort((a, b) => compareLevels(b.levels, a.levels) || a.depth - b.depth);
    const next = open.pop()!;
    const duties = new Assignment(problem, { ...pool, model: next.model }, next.solution.assigned, busy);
    yield* repairNeutrally(duties, STEPS);
    if (duties.conflicts === 0) return { tree: treeOf(first), duties: new Assignment(problem, pool, duties.assigned(), busy) };
    const slot = mostTelling(duties);
    const person = duties.person[slot]!;
    const column = duties.column[slot]!;
    const { without, having } = cases(next.model, clash, person, column);
    const [left, right] = [...solved(without, next.depth + 1), ...solved(having, next.depth + 1)];
    if (!left || !right) break;
    next.split = { person, column, without: left, having: right };
    open.push(left, right);
    yield count;
  }
  return { tree: treeOf(first), duties: null };
}

/** The slot in conflict that says most: a liaison's on a day that wants one, then the one with the most conflicts. */
function mostTelling(duties: Assignment): number {
  const { columns } = duties.pool.model;
  const worth = (slot: number): number => {
    const isWanted = columns[duties.column[slot]!]!.wantsPreferred && duties.otherness(slot, duties.person[slot]!) === 0;
    return duties.conflictsOf(slot) * (isWanted ? duties.size : 1);
  };
  let best = 0;
  for (let slot = 1; slot < duties.size; slot += 1) if (worth(slot) > worth(best)) best = slot;
  return best;
}

function treeOf({ solution, split }: Case): ProofTree {
  return split ? { person: split.person, column: split.column, without: treeOf(split.without), having: treeOf(split.having) } : { solution };
}
