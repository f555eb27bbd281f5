/**
 * The same problem as an integer program, gap included, for HiGHS: level after level, each held while the next is
 * minimised. Written from the problem alone, so that it shares nothing with the engine.
 */
import loadHighs, { type Highs } from 'highs';
import type { RosterProblem } from '../../src/systems/duty-roster/engine';

export type { Highs };
export const loadOracle = (): Promise<Highs> => loadHighs();

interface Level {
  /** Terms of a linear expression. */
  readonly terms: readonly (readonly [coefficient: number, variable: string])[];
  readonly constant: number;
}

interface Model {
  readonly rows: string[];
  readonly bounds: string[];
  readonly binaries: string[];
  readonly levels: Level[];
}

/** Terms of an LP row, a few a line: the reader of the format limits its lines. */
function expression(terms: Level['terms']): string {
  return terms.map(([coefficient, variable], index) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${variable}${index % 10 === 9 ? '\n' : ''}`).join(' ');
}

function buildModel(problem: RosterProblem, name: 'regular' | 'holiday', before: readonly (readonly number[])[], withGap: boolean): Model {
  const model: Model = { rows: [], bounds: [], binaries: [], levels: [] };
  const { days, clerks, minGap } = problem;
  const busy = clerks.map((clerk) => [...clerk.neighbours] as number[]);
  before.forEach((people, day) => people.forEach((person) => person >= 0 && busy[person]!.push(days[day]!.date)));
  const open = days.flatMap(({ pool, need }, day) => (pool === name && need > before[day]!.length ? [day] : []));
  const allowed = (person: number, day: number): boolean => clerks[person]!.available[day] === 1 && !busy[person]!.some((date) => date === days[day]!.date || Math.abs(date - days[day]!.date) < minGap);
  const variable = (person: number, day: number): string => `x${person}_${day}`;
  const unfilled: [number, string][] = [];
  const missing: [number, string][] = [];
  const others: [number, string][] = [];
  let missingAnyway = 0;
  const serving = clerks.map((_, person) => open.filter((day) => allowed(person, day)));
  days.forEach(({ pool, liaisons }, day) => {
    if (pool !== name || liaisons === null || open.includes(day) || name === 'regular') return;
    if (!before[day]!.some((person) => liaisons.includes(person))) missingAnyway += 1;
  });
  for (const day of open) {
    const people = clerks.flatMap((_, person) => (allowed(person, day) ? [person] : []));
    const need = days[day]!.need - before[day]!.length;
    model.rows.push(`${expression([...people.map((person): [number, string] => [1, variable(person, day)]), [1, `u${day}`]])} = ${need}`);
    model.bounds.push(`0 <= u${day} <= ${need}`);
    unfilled.push([1, `u${day}`]);
    const { liaisons } = days[day]!;
    if (name === 'holiday' && liaisons !== null) {
      const named = people.filter((person) => liaisons.includes(person));
      for (const person of named) others.push([-1, variable(person, day)]);
      if (before[day]!.some((person) => liaisons.includes(person))) continue;
      model.rows.push(`${expression([...named.map((person): [number, string] => [1, variable(person, day)]), [1, `m${day}`]])} >= 1`);
      model.bounds.push(`0 <= m${day} <= 1`);
      missing.push([1, `m${day}`]);
    }
  }
  const fixedLiaisons = days.reduce((sum, { pool, liaisons }, day) => sum + (name === 'holiday' && pool === name ? before[day]!.filter((person) => liaisons?.includes(person)).length : 0), 0);
  // squares by unit pieces of rising cost
  let pieces = 0;
  const squares = (groups: readonly (readonly [person: number, days: readonly number[], held: number])[]): Level => {
    const terms: [number, string][] = [];
    let constant = 0;
    for (const [person, group, count] of groups) {
      constant += count * count;
      if (group.length === 0) continue;
      const own: [number, string][] = [];
      group.forEach((_, unit) => {
        const piece = `k${(pieces += 1)}`;
        terms.push([2 * (count + unit) + 1, piece]);
        own.push([-1, piece]);
        model.bounds.push(`0 <= ${piece} <= 1`);
      });
      model.rows.push(`${expression([...group.map((day): [number, string] => [1, variable(person, day)]), ...own])} = 0`);
    }
    return { terms, constant };
  };
  const already = (person: number, matches: (day: number) => boolean): number => before.reduce((sum, people, day) => sum + (days[day]!.pool === name && matches(day) ? people.filter((other) => other === person).length : 0), 0);
  const grouped = (history: (person: number) => number, matches: (day: number) => boolean): [number, readonly number[], number][] =>
    clerks.map((_, person) => [person, serving[person]!.filter(matches), history(person) + already(person, matches)]);
  serving.forEach((list, person) => {
    for (const day of list) model.binaries.push(variable(person, day));
    const { cap } = clerks[person]!;
    if (name === 'regular' && cap !== null && list.length > 0) model.rows.push(`${expression(list.map((day): [number, string] => [1, variable(person, day)]))} <= ${Math.max(0, cap - already(person, () => true))}`);
    if (!withGap) return;
    list.forEach((day, index) => {
      const window = list.slice(index).filter((other) => days[other]!.date - days[day]!.date < minGap);
      if (window.length > 1) model.rows.push(`${expression(window.map((other): [number, string] => [1, variable(person, other)]))} <= 1`);
    });
  });
  model.levels.push({ terms: unfilled, constant: 0 });
  if (name === 'regular') {
    model.levels.push(squares(grouped((person) => clerks[person]!.total, () => true)));
    model.levels.push(squares([0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => grouped((person) => clerks[person]!.weekdays[weekday]!, (day) => days[day]!.weekday === weekday))));
    model.levels.push(squares(grouped((person) => clerks[person]!.weekdays[5]! + clerks[person]!.weekdays[6]!, (day) => days[day]!.weekday >= 5)));
  } else {
    model.levels.push({ terms: missing, constant: missingAnyway });
    model.levels.push(squares(grouped((person) => clerks[person]!.holiday, () => true)));
    model.levels.push(squares(grouped((person) => clerks[person]!.newYear, (day) => days[day]!.newYear)));
    model.levels.push(squares(problem.festivals.flatMap((_, festival) => grouped((person) => clerks[person]!.festivals[festival]!, (day) => days[day]!.festival === festival))));
    model.levels.push({ terms: others, constant: -fixedLiaisons });
  }
  return model;
}

/**
 * The best levels of a pool, in the order of roster.md (liaison person-days negative). `before` holds what stands before
 * the pool is solved. Throws if HiGHS does not prove the optimum.
 */
export function milpLevels(highs: Highs, problem: RosterProblem, name: 'regular' | 'holiday', before: readonly (readonly number[])[], withGap = true): readonly number[] {
  const { rows, bounds, binaries, levels } = buildModel(problem, name, before, withGap);
  const values: number[] = [];
  const held: string[] = [];
  for (const { terms, constant } of levels) {
    if (terms.length === 0) {
      values.push(constant);
      continue;
    }
    const lines = (list: readonly string[]): string => list.map((row, index) => `r${index}: ${row}`).join('\n');
    const names = binaries.map((variable, index) => `${variable}${index % 12 === 11 ? '\n' : ' '}`).join('');
    const text = `Minimize\nobj: ${expression(terms)}\nSubject To\n${lines([...rows, ...held])}\nBounds\n${bounds.join('\n')}\nBinary\n${names}\nEnd\n`;
    const result = highs.solve(text, { mip_rel_gap: 0, time_limit: 120 });
    if (result.Status !== 'Optimal') throw new Error(`HiGHS: ${result.Status}`);
    const value = Math.round(result.ObjectiveValue);
    values.push(value + constant);
    held.push(`${expression(terms)} <= ${value}`);
  }
  return values;
}
