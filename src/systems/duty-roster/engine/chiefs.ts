/**
 * Officers in charge by week (值班-二): turns as even as can be, proven by the flow; then, by exchanges that leave the turns as
 * they are and without proof, counted days, the longest since the last week, the order of 人员. On a replan the flow keeps
 * who stands as well as the rank of changes allows, and nothing is exchanged.
 */
import { checkCertificate, exactWeights, LEVEL, solveFlow, type FlowModel } from '../../../kernel/solver';
import { compareLevels } from './assignment';
import type { ChiefVector, PoolCertificate, RosterProblem } from './problem';

export interface ChiefOutcome {
  readonly chiefs: readonly number[];
  readonly certificate: PoolCertificate<ChiefVector>;
}

/** Chief per week, -1 = nobody, or a week without counted days. */
type Weeks = readonly number[];

const ROUNDS = 50;

export function solveChiefs(problem: RosterProblem): ChiefOutcome {
  const { weeks, chiefs, standingChiefs, changesLevel } = problem;
  const open = weeks.flatMap(({ fixed, countedDays }, week) => (fixed < 0 && countedDays > 0 ? [week] : []));
  const totals = Int32Array.from(chiefs, ({ turns }) => turns);
  for (const { fixed, countedDays } of weeks) if (fixed >= 0 && countedDays > 0) totals[fixed]! += 1;
  const model: FlowModel = {
    people: chiefs.length,
    buckets: [],
    totals,
    counts: new Int32Array(0),
    capacity: new Int32Array(chiefs.length).fill(open.length),
    columns: open.map((week) => ({
      bucket: -1,
      need: 1,
      available: Uint8Array.from(chiefs, ({ available }) => available[week]!),
      preferred: null,
      wantsPreferred: false,
      ...(standingChiefs[week] === undefined || standingChiefs[week] < 0 ? {} : { standing: Uint8Array.from(chiefs, (_, chief) => (chief === standingChiefs[week] ? 1 : 0)) }),
    })),
    ...(changesLevel === 'last' ? {} : { changesLevel: changesLevel === 'before-totals' ? LEVEL.changesFirst : LEVEL.changesThen }),
  };
  // one level of 32-bit counts always leaves room for exact weights
  const solution = solveFlow(model, exactWeights(model)!);
  const levels = checkCertificate(model, solution);
  const made = weeks.map(({ fixed }) => fixed);
  solution.assigned.forEach((people, column) => (made[open[column]!] = people[0]!));
  const bound = chiefVector(problem, made);
  const isProven = levels !== null && bound.unfilled === levels[LEVEL.unfilled] && bound.squares === levels[LEVEL.totals];
  const result = changesLevel === 'last' ? rotated(problem, made, open) : made;
  const vector = chiefVector(problem, result);
  return {
    chiefs: result,
    certificate: {
      // exchanges and what stands leave unfilled weeks and squares as the flow made them
      status: isProven ? 'optimal' : 'unproven',
      vector,
      bound: isProven ? { unfilled: bound.unfilled, squares: bound.squares } : {},
      proof: isProven ? 'flow' : 'none',
      verified: isFeasible(problem, result),
    },
  };
}

/** Turns as made, but in turn; what stands is kept where it is as good. */
function rotated(problem: RosterProblem, made: Weeks, open: readonly number[]): Weeks {
  const result = inTurn(problem, made);
  exchange(problem, result, open);
  return keepStanding(problem, result, open);
}

/** Recounts the pool from the result alone. */
export function chiefVector({ weeks, chiefs, standingChiefs }: RosterProblem, result: Weeks): ChiefVector {
  const turns = chiefs.map((chief) => chief.turns);
  const days = chiefs.map((chief) => chief.days);
  let unfilled = 0;
  weeks.forEach(({ countedDays }, week) => {
    if (countedDays === 0) return;
    const chief = result[week]!;
    if (chief < 0) unfilled += 1;
    else {
      turns[chief]! += 1;
      days[chief]! += countedDays;
    }
  });
  const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
  return {
    unfilled,
    squares: squares(turns),
    daySquares: squares(days),
    rangeWeeks: turns.length === 0 ? 0 : Math.max(...turns) - Math.min(...turns),
    changes: weeks.filter((_, week) => (standingChiefs[week] ?? -1) >= 0 && standingChiefs[week] !== result[week]).length,
  };
}

/** Fixed weeks stand; whoever has another counted week can take it. */
function isFeasible({ weeks, chiefs }: RosterProblem, result: Weeks): boolean {
  return weeks.every(({ fixed, countedDays }, week) => {
    const chief = result[week]!;
    if (fixed >= 0) return chief === fixed;
    return chief < 0 || (countedDays > 0 && chiefs[chief]!.available[week] === 1);
  });
}

/** Monday of each chief's last week before the period; whoever had none waits longer than everybody else. */
function lastWeeks({ weeks, chiefs }: RosterProblem): number[] {
  const known = chiefs.flatMap(({ lastWeek }) => (lastWeek === null ? [] : [lastWeek]));
  const never = Math.min(...known, ...weeks.map(({ monday }) => monday)) - 7;
  return chiefs.map(({ lastWeek }) => lastWeek ?? never);
}

/** Counted days squared, and squared distances between his weeks, of one chief: the smaller, the more even. */
function loadOf({ weeks, chiefs }: RosterProblem, before: readonly number[], result: Weeks, chief: number): readonly [days: number, rotation: number] {
  let days = chiefs[chief]!.days;
  let rotation = 0;
  let last = before[chief]!;
  for (let week = 0; week < weeks.length; week += 1) {
    const { monday, countedDays } = weeks[week]!;
    if (result[week] !== chief || countedDays === 0) continue;
    days += countedDays;
    rotation += (monday - last) ** 2;
    last = monday;
  }
  return [days * days, rotation + (weeks.at(-1)!.monday + 7 - last) ** 2];
}

/**
 * The same number of weeks for each, week by week to whom his last one is longest ago, the earlier in 人员 first. Where that
 * leads to a week that nobody who has one left can take, the weeks as they were made.
 */
function inTurn(problem: RosterProblem, made: Weeks): number[] {
  const { weeks, chiefs } = problem;
  const left = chiefs.map((_, chief) => weeks.filter(({ countedDays, fixed }, week) => made[week] === chief && fixed < 0 && countedDays > 0).length);
  const last = lastWeeks(problem);
  const result = [...made];
  for (const [week, { monday, countedDays, fixed }] of weeks.entries()) {
    if (countedDays === 0 || made[week]! < 0) continue;
    let next = fixed;
    if (fixed < 0) {
      chiefs.forEach(({ available }, chief) => {
        if (left[chief]! > 0 && available[week] === 1 && (next < 0 || last[chief]! < last[next]!)) next = chief;
      });
      if (next < 0) return [...made];
      left[next]! -= 1;
    }
    result[week] = next;
    last[next] = monday;
  }
  return result;
}

/** Exchanges two weeks, or hands one over where that leaves the squares of the turns, while it lowers days, rotation, order. */
function exchange(problem: RosterProblem, result: number[], open: readonly number[]): void {
  const { chiefs } = problem;
  const before = lastWeeks(problem);
  const turns = chiefs.map((chief) => chief.turns);
  problem.weeks.forEach(({ countedDays }, week) => {
    if (countedDays > 0 && result[week]! >= 0) turns[result[week]!]! += 1;
  });
  const improves = (a: number, b: number, change: () => void, undo: () => void, isEarlier: boolean): boolean => {
    const load = (): readonly number[] => {
      const [first, second] = [loadOf(problem, before, result, a), loadOf(problem, before, result, b)];
      return [first[0] + second[0], first[1] + second[1]];
    };
    const loaded = load();
    change();
    const order = compareLevels(load(), loaded);
    if (order < 0 || (order === 0 && isEarlier)) return true;
    undo();
    return false;
  };
  const put = (week: number, chief: number): void => {
    result[week] = chief;
  };
  const handOver = (week: number, to: number): boolean => {
    const from = result[week]!;
    // A with one turn more than B: the squares stay
    if (from < 0 || from === to || turns[from] !== turns[to]! + 1 || chiefs[to]!.available[week] !== 1) return false;
    if (!improves(from, to, () => put(week, to), () => put(week, from), to < from)) return false;
    turns[from]! -= 1;
    turns[to]! += 1;
    return true;
  };
  const swap = (week: number, other: number): boolean => {
    const [first, second] = [result[week]!, result[other]!];
    if (first < 0 || second < 0 || first === second || chiefs[second]!.available[week] !== 1 || chiefs[first]!.available[other] !== 1) return false;
    const set = (a: number, b: number) => (): void => {
      put(week, a);
      put(other, b);
    };
    return improves(first, second, set(second, first), set(first, second), second < first);
  };
  for (let round = 0, improved = true; improved && round < ROUNDS; round += 1) {
    improved = false;
    open.forEach((week, index) => {
      for (let to = 0; to < chiefs.length; to += 1) improved = handOver(week, to) || improved;
      for (const other of open.slice(index + 1)) improved = swap(week, other) || improved;
    });
  }
}

/**
 * What stands is kept whole where it is allowed and neither open weeks, turns nor counted days get worse: a second run
 * changes nothing, and who comes after whom is no reason to turn a roster round.
 */
function keepStanding(problem: RosterProblem, made: Weeks, open: readonly number[]): Weeks {
  const standing = [...made];
  for (const week of open) standing[week] = problem.standingChiefs[week] ?? -1;
  const levels = (result: Weeks): readonly number[] => {
    const { unfilled, squares, daySquares } = chiefVector(problem, result);
    return [unfilled, squares, daySquares];
  };
  return isFeasible(problem, standing) && compareLevels(levels(standing), levels(made)) <= 0 ? standing : made;
}
