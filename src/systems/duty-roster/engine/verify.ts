/** Feasibility and vectors recounted from the problem and the duties alone; shares nothing with the solver. */
import type { HolidayVector, RegularVector, RosterProblem } from './problem';

type Duties = readonly (readonly number[])[];

const square = (value: number): number => value * value;

/** Dates of every clerk: duties of both pools, and neighbours outside the period. */
function datesByClerk(problem: RosterProblem, duties: Duties, withNeighbours: boolean): number[][] {
  const dates = problem.clerks.map((clerk): number[] => (withNeighbours ? [...clerk.neighbours] : []));
  duties.forEach((people, day) => people.forEach((person) => person >= 0 && dates[person]!.push(problem.days[day]!.date)));
  return dates.map((list) => list.sort((a, b) => a - b));
}

/** Whether every duty that is not fixed is allowed, nobody serves twice a day, and no free duty breaks the gap or the cap. */
export function isFeasible(problem: RosterProblem, duties: Duties): boolean {
  const fixed = new Set(problem.fixed.map(({ day, clerk }) => `${day}:${clerk}`));
  for (const { day, clerk } of problem.fixed) if (!duties[day]?.includes(clerk)) return false;
  const dates = datesByClerk(problem, duties, true);
  const regular = problem.clerks.map(() => ({ all: 0, free: 0 }));
  for (let day = 0; day < problem.days.length; day += 1) {
    const people = duties[day]!;
    const known = people.filter((person) => person >= 0);
    if (new Set(known).size !== known.length || people.length < problem.days[day]!.need) return false;
    for (const person of known) {
      const isFixed = fixed.has(`${day}:${person}`);
      if (problem.days[day]!.pool === 'regular') {
        regular[person]!.all += 1;
        if (!isFixed) regular[person]!.free += 1;
      }
      if (isFixed) continue;
      const { date } = problem.days[day]!;
      if (problem.clerks[person]!.available[day] !== 1) return false;
      if (dates[person]!.some((other) => other !== date && Math.abs(other - date) < problem.minGap)) return false;
    }
  }
  return problem.clerks.every((clerk, person) => clerk.cap === null || regular[person]!.free === 0 || regular[person]!.all <= clerk.cap);
}

/** Person-slots of a pool that differ from what stood. */
function changesOf(problem: RosterProblem, duties: Duties, pool: 'regular' | 'holiday'): number {
  let changes = 0;
  problem.days.forEach((day, index) => {
    if (day.pool !== pool) return;
    const now = [...duties[index]!];
    for (const person of problem.standing[index] ?? []) {
      if (person < 0) continue;
      const at = now.indexOf(person);
      if (at < 0) changes += 1;
      else now.splice(at, 1);
    }
  });
  return changes;
}

/** Sum over clerks of squared gaps of both pools, from the last duty before the period (or the eve) to its morrow. */
function spacingOf(problem: RosterProblem, duties: Duties): number {
  const first = problem.days[0]?.date ?? 0;
  const end = (problem.days.at(-1)?.date ?? 0) + 1;
  return datesByClerk(problem, duties, false).reduce((sum, dates, person) => {
    let last = problem.clerks[person]!.neighbours.filter((date) => date < first).at(-1) ?? first - 1;
    for (const date of dates) {
      sum += square(date - last);
      last = date as typeof last;
    }
    return sum + square(end - last);
  }, 0);
}

export function regularVector(problem: RosterProblem, duties: Duties): RegularVector {
  const totals = problem.clerks.map((clerk) => clerk.total);
  const weekdays = problem.clerks.map((clerk) => [...clerk.weekdays]);
  let unfilled = 0;
  problem.days.forEach((day, index) => {
    if (day.pool !== 'regular') return;
    unfilled += Math.max(0, day.need - duties[index]!.filter((person) => person !== -1).length - fixedStrangers(problem, index));
    for (const person of duties[index]!) {
      if (person < 0) continue;
      totals[person]! += 1;
      weekdays[person]![day.weekday]! += 1;
    }
  });
  const all = datesByClerk(problem, duties, true);
  const gaps = all.flatMap((dates) => dates.slice(1).map((date, index) => date - dates[index]!));
  const inside = gapsTouching(problem, all);
  const range = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));
  return {
    unfilled,
    totals: totals.reduce((sum, total) => sum + square(total), 0),
    weekday: weekdays.flat().reduce((sum, count) => sum + square(count), 0),
    weekend: weekdays.reduce((sum, counts) => sum + square(counts[5]! + counts[6]!), 0),
    rangeTotals: range(totals),
    rangeWeekday: problem.clerks.length === 0 ? 0 : Math.max(...[0, 1, 2, 3, 4, 5, 6].map((weekday) => range(weekdays.map((counts) => counts[weekday]!)))),
    minGap: inside.length === 0 ? null : Math.min(...inside),
    gapViolations: gaps.length === 0 ? 0 : inside.filter((gap) => gap < problem.minGap).length,
    spacing: spacingOf(problem, duties),
    wishes: 0,
    changes: changesOf(problem, duties, 'regular'),
  };
}

/** Gaps of which at least one end lies in the period. */
function gapsTouching(problem: RosterProblem, all: readonly (readonly number[])[]): number[] {
  const first = problem.days[0]?.date ?? 0;
  const last = problem.days.at(-1)?.date ?? -1;
  return all.flatMap((dates) =>
    dates.slice(1).flatMap((date, index) => {
      const before = dates[index]!;
      return (date >= first && date <= last) || (before >= first && before <= last) ? [date - before] : [];
    }),
  );
}

/** Slots of a day that a person who is no clerk fills. */
function fixedStrangers(problem: RosterProblem, day: number): number {
  return problem.fixed.filter((duty) => duty.day === day && duty.clerk < 0).length;
}

export function holidayVector(problem: RosterProblem, duties: Duties): HolidayVector {
  const totals = problem.clerks.map((clerk) => clerk.holiday);
  const festivals = problem.clerks.map((clerk) => [...clerk.festivals]);
  const newYear = problem.clerks.map((clerk) => clerk.newYear);
  let unfilled = 0;
  let liaisonMissing = 0;
  let liaisonPersonDays = 0;
  problem.days.forEach((day, index) => {
    if (day.pool !== 'holiday') return;
    const people = duties[index]!.filter((person) => person >= 0);
    unfilled += Math.max(0, day.need - people.length - fixedStrangers(problem, index));
    for (const person of people) {
      totals[person]! += 1;
      if (day.festival >= 0) festivals[person]![day.festival]! += 1;
      if (day.newYear) newYear[person]! += 1;
    }
    if (day.liaisons === null) return;
    const serving = people.filter((person) => day.liaisons!.includes(person)).length;
    liaisonPersonDays += serving;
    if (serving === 0) liaisonMissing += 1;
  });
  return {
    unfilled,
    liaisonMissing,
    squares: totals.reduce((sum, total) => sum + square(total), 0),
    newYearSquares: newYear.reduce((sum, count) => sum + square(count), 0),
    festivalSquares: festivals.flat().reduce((sum, count) => sum + square(count), 0),
    liaisonPersonDays,
    changes: changesOf(problem, duties, 'holiday'),
  };
}
