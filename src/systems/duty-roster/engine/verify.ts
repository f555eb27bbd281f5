/** Feasibility and levels recounted from the problem and the duties alone; shares nothing with the solver. */
import type { HolidayVector, RegularVector, RosterProblem } from './problem';

type Duties = readonly (readonly number[])[];

const square = (value: number): number => value * value;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rangeOf = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values));

/** Whether every duty that is not fixed is allowed (in post and free, one a day, gap, 每期上限) and every fixed one stands. */
export function isFeasible(problem: RosterProblem, duties: Duties): boolean {
  const fixed = fixedByDay(problem);
  const dates = datesByClerk(problem, duties);
  const regular = problem.clerks.map(() => ({ all: 0, free: 0 }));
  const isAllowed = problem.days.every(({ date, pool, need }, day) => {
    const left = [...duties[day]!];
    for (const clerk of fixed[day]!) {
      const at = left.indexOf(clerk);
      if (at < 0) return false;
      left.splice(at, 1);
      if (clerk >= 0 && pool === 'regular') regular[clerk]!.all += 1;
    }
    const free = left.filter((clerk) => clerk >= 0);
    if (free.length + fixed[day]!.length > Math.max(need, fixed[day]!.length)) return false;
    return free.every((clerk) => {
      if (pool === 'regular') {
        regular[clerk]!.all += 1;
        regular[clerk]!.free += 1;
      }
      const near = dates[clerk]!.filter((other) => other === date || Math.abs(other - date) < problem.minGap);
      return problem.clerks[clerk]?.available[day] === 1 && near.length === 1;
    });
  });
  return isAllowed && problem.clerks.every(({ cap }, clerk) => cap === null || regular[clerk]!.free === 0 || regular[clerk]!.all <= cap);
}

/** Levels L0 to L3 of a pool, smaller is better. */
export function levelsOf(problem: RosterProblem, name: 'regular' | 'holiday', duties: Duties): readonly number[] {
  return name === 'regular' ? regularLevels(problem, regularVector(problem, duties)) : holidayLevels(problem, holidayVector(problem, duties));
}

/** A bound says something of changes on a replan only. */
interface Changes {
  readonly changes?: number;
}
export type RegularLevels = Pick<RegularVector, 'unfilled' | 'totals' | 'weekday' | 'weekend'> & Changes;
export type HolidayLevels = Omit<HolidayVector, 'changes'> & Changes;
type Ranked = Pick<RosterProblem, 'changesLevel'>;

export function regularLevels({ changesLevel }: Ranked, { unfilled, totals, weekday, weekend, changes = 0 }: RegularLevels): readonly number[] {
  return [unfilled, ...ranked(changesLevel, changes, totals), weekday, weekend];
}

export function holidayLevels({ changesLevel }: Ranked, vector: HolidayLevels): readonly number[] {
  const { unfilled, liaisonMissing, squares, newYearSquares, festivalSquares, liaisonPersonDays, changes = 0 } = vector;
  return [unfilled, liaisonMissing, ...ranked(changesLevel, changes, squares), newYearSquares, festivalSquares, 0 - liaisonPersonDays];
}

/** Totals, and on a replan changes before or after them. */
function ranked(level: Ranked['changesLevel'], changes: number, totals: number): readonly number[] {
  if (level === 'last') return [totals];
  return level === 'before-totals' ? [changes, totals] : [totals, changes];
}

export function regularVector(problem: RosterProblem, duties: Duties): RegularVector {
  const totals = problem.clerks.map((clerk) => clerk.total);
  const weekdays = problem.clerks.map((clerk) => [...clerk.weekdays]);
  eachDuty(problem, duties, 'regular', (clerk, day) => {
    totals[clerk]! += 1;
    weekdays[clerk]![problem.days[day]!.weekday]! += 1;
  });
  const gaps = gapsInPeriod(problem, duties);
  return {
    unfilled: unfilledOf(problem, duties, 'regular'),
    totals: sum(totals.map(square)),
    weekday: sum(weekdays.flat().map(square)),
    weekend: sum(weekdays.map((counts) => square(counts[5]! + counts[6]!))),
    rangeTotals: rangeOf(totals),
    rangeWeekday: Math.max(...[0, 1, 2, 3, 4, 5, 6].map((weekday) => rangeOf(weekdays.map((counts) => counts[weekday]!)))),
    minGap: gaps.length === 0 ? null : Math.min(...gaps),
    // twice on one day breaks the rule whatever the gap
    gapViolations: gaps.filter((gap) => gap === 0 || gap < problem.minGap).length,
    spacing: spacingOf(problem, duties),
    wishes: wishesOf(problem, duties),
    changes: changesOf(problem, duties, 'regular'),
  };
}

export function holidayVector(problem: RosterProblem, duties: Duties): HolidayVector {
  const totals = problem.clerks.map((clerk) => clerk.holiday);
  const festivals = problem.clerks.map((clerk) => [...clerk.festivals]);
  const newYear = problem.clerks.map((clerk) => clerk.newYear);
  let liaisonMissing = 0;
  let liaisonPersonDays = 0;
  eachDuty(problem, duties, 'holiday', (clerk, day) => {
    const { festival, newYear: isNewYear, liaisons } = problem.days[day]!;
    totals[clerk]! += 1;
    if (festival >= 0) festivals[clerk]![festival]! += 1;
    if (isNewYear) newYear[clerk]! += 1;
    if (liaisons?.includes(clerk)) liaisonPersonDays += 1;
  });
  problem.days.forEach(({ pool, liaisons }, day) => {
    if (pool === 'holiday' && liaisons !== null && !duties[day]!.some((clerk) => liaisons.includes(clerk))) liaisonMissing += 1;
  });
  return {
    unfilled: unfilledOf(problem, duties, 'holiday'),
    liaisonMissing,
    squares: sum(totals.map(square)),
    newYearSquares: sum(newYear.map(square)),
    festivalSquares: sum(festivals.flat().map(square)),
    liaisonPersonDays,
    changes: changesOf(problem, duties, 'holiday'),
  };
}

function eachDuty(problem: RosterProblem, duties: Duties, pool: 'regular' | 'holiday', count: (clerk: number, day: number) => void): void {
  duties.forEach((people, day) => {
    if (problem.days[day]!.pool === pool) for (const clerk of people) if (clerk >= 0) count(clerk, day);
  });
}

function fixedByDay(problem: RosterProblem): readonly (readonly number[])[] {
  const fixed = problem.days.map((): number[] => []);
  for (const { day, clerk } of problem.fixed) fixed[day]!.push(clerk);
  return fixed;
}

/** Slots that neither a clerk nor a fixed stranger fills. */
function unfilledOf(problem: RosterProblem, duties: Duties, name: 'regular' | 'holiday'): number {
  const fixed = fixedByDay(problem);
  return sum(
    problem.days.map(({ pool, need }, day) => {
      const served = duties[day]!.filter((clerk) => clerk >= 0).length + fixed[day]!.filter((clerk) => clerk < 0).length;
      return pool === name ? Math.max(0, need - served) : 0;
    }),
  );
}

/** Dates of every clerk: duties of both pools, and neighbours outside the period; ascending. */
function datesByClerk(problem: RosterProblem, duties: Duties): readonly (readonly number[])[] {
  const dates = problem.clerks.map(({ neighbours }): number[] => [...neighbours]);
  duties.forEach((people, day) => people.forEach((clerk) => clerk >= 0 && dates[clerk]!.push(problem.days[day]!.date)));
  return dates.map((list) => list.sort((a, b) => a - b));
}

const firstDate = (problem: RosterProblem): number => problem.days[0]?.date ?? 0;
const lastDate = (problem: RosterProblem): number => problem.days.at(-1)?.date ?? -1;

/** Days between a person's consecutive duties and any two below the gap, at least one of them in the period. */
function gapsInPeriod(problem: RosterProblem, duties: Duties): number[] {
  const isInside = (date: number): boolean => date >= firstDate(problem) && date <= lastDate(problem);
  return datesByClerk(problem, duties).flatMap((dates) =>
    dates.flatMap((date, index) => {
      const later = dates.filter((other, at) => at === index + 1 || (at > index && other - date < problem.minGap));
      return later.flatMap((other) => (isInside(date) || isInside(other) ? [other - date] : []));
    }),
  );
}

/** Sum over clerks of squared gaps of both pools, from the last duty before the period (or the eve) to its morrow. */
function spacingOf(problem: RosterProblem, duties: Duties): number {
  const end = lastDate(problem) + 1;
  return sum(
    datesByClerk(problem, duties).map((dates) => {
      const before = dates.filter((date) => date < firstDate(problem)).at(-1) ?? firstDate(problem) - 1;
      const stops = [before, ...dates.filter((date) => date > before && date < end), end];
      return sum(stops.slice(1).map((date, index) => square(date - stops[index]!)));
    }),
  );
}

/** 尽量不排 days on which somebody serves, and stretches of 希望排 in which he does not; duties of both pools. */
function wishesOf(problem: RosterProblem, duties: Duties): number {
  const dates = datesByClerk(problem, duties);
  return sum(
    problem.clerks.map(({ wishes }, clerk) => {
      if (!wishes) return 0;
      const avoided = duties.filter((people, day) => wishes.avoids[day] === 1 && people.includes(clerk)).length;
      return avoided + wishes.hopes.filter(({ from, to }) => !dates[clerk]!.some((date) => from <= date && date <= to)).length;
    }),
  );
}

/** L4 and L5 of the duties so far, smaller is better: the smallest gap as far as it is aimed at, squared gaps, broken wishes. */
export function fineLevels(problem: RosterProblem, duties: Duties, aimedGap: number): readonly number[] {
  return [-Math.min(aimedGap, ...gapsInPeriod(problem, duties)), spacingOf(problem, duties), wishesOf(problem, duties)];
}

/** Clerks that stood on a day of the pool and no longer serve it. */
function changesOf(problem: RosterProblem, duties: Duties, name: 'regular' | 'holiday'): number {
  return sum(
    problem.days.map(({ pool }, day) => {
      if (pool !== name) return 0;
      const now = [...duties[day]!];
      return (problem.standing[day] ?? []).filter((clerk) => {
        if (clerk < 0) return false;
        const at = now.indexOf(clerk);
        if (at >= 0) now.splice(at, 1);
        return at < 0;
      }).length;
    }),
  );
}
