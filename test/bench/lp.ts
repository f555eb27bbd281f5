/** A regular pool with its gap as a mixed-integer program in CPLEX LP text: the same model for an independent solver. */
import { buildPool } from '../../src/systems/duty-roster/engine/pools';
import type { RosterProblem } from '../../src/systems/duty-roster/engine';

/** Weights of totals, weekdays and weekends; far enough apart for the sizes that are benchmarked. */
const WEIGHTS = [1e6, 1e3, 1] as const;

const lines = (terms: readonly string[]): string => terms.reduce((text, term, index) => text + (index % 12 === 0 ? '\n ' : ' ') + term, '');

export interface LinearProgram {
  readonly text: string;
  /** Objective of a vector, for comparison. */
  objective(totals: number, weekday: number, weekend: number): number;
}

/** Days of the holiday pool are left out; fixed duties are charged and block the gap, as in the engine. */
export function regularProgram(problem: RosterProblem, standing: readonly (readonly number[])[]): LinearProgram {
  const { model, days } = buildPool(problem, 'regular', standing);
  const objective: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const binaries: string[] = [];
  let constant = 0;
  const pieces = (name: string, start: number, weight: number, most: number): string[] => {
    constant += weight * start * start;
    return Array.from({ length: most }, (_, index) => {
      objective.push(`+ ${weight * (2 * (start + index) + 1)} ${name}_${index}`);
      bounds.push(`${name}_${index} <= 1`);
      return `- ${name}_${index}`;
    });
  };
  const even = Math.ceil((model.totals.reduce((sum, total) => sum + total, 0) + model.columns.length) / model.people);
  problem.clerks.forEach((clerk, person) => {
    const most = Math.max(2, even + 2 - clerk.total);
    const mine = days.flatMap((day, column) => (model.columns[column]!.available[person] === 1 ? [{ day, name: `x${person}_${column}` }] : []));
    mine.forEach(({ name }) => binaries.push(name));
    const fixed = standing.map((people, day) => ({ people, day })).filter(({ people, day }) => problem.days[day]!.pool === 'regular' && people.includes(person));
    const had = (test: (weekday: number) => boolean): number => clerk.weekdays.reduce((sum, count, weekday) => sum + (test(weekday) ? count : 0), 0) + fixed.filter(({ day }) => test(problem.days[day]!.weekday)).length;
    const charge = (key: string, weight: number, test: (weekday: number) => boolean): void => {
      const terms = mine.filter(({ day }) => test(problem.days[day]!.weekday)).map(({ name }) => `+ ${name}`);
      if (terms.length > 0) rows.push(`${lines([...terms, ...pieces(`${key}${person}`, had(test), weight, most)])} = 0`);
      else constant += weight * had(test) ** 2;
    };
    charge('t', WEIGHTS[0], () => true);
    for (let weekday = 0; weekday < 7; weekday += 1) charge(`w${weekday}_`, WEIGHTS[1], (candidate) => candidate === weekday);
    charge('e', WEIGHTS[2], (weekday) => weekday >= 5);
    mine.forEach(({ day }, index) => {
      const near = mine.slice(index).filter((other) => problem.days[other.day]!.date - problem.days[day]!.date < problem.minGap);
      if (near.length > 1) rows.push(`${lines(near.map((other) => `+ ${other.name}`))} <= 1`);
    });
  });
  model.columns.forEach((column, index) => {
    const terms = problem.clerks.flatMap((_, person) => (column.available[person] === 1 ? [`+ x${person}_${index}`] : []));
    if (terms.length > 0) rows.push(`${lines(terms)} = 1`);
  });
  return {
    text: `Minimize\n obj:${lines(objective)}\nSubject To\n${rows.map((row, index) => `r${index}:${row}`).join('\n')}\nBounds\n${bounds.join('\n')}\nBinary${lines(binaries)}\nEnd\n`,
    objective: (totals, weekday, weekend) => WEIGHTS[0] * totals + WEIGHTS[1] * weekday + WEIGHTS[2] * weekend - constant,
  };
}
