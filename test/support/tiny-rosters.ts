/** Tiny seeded roster problems of every kind, and the best levels with the gap found by trying everything. */
import { addDays, civilDate, weekdayOf } from '../../src/kernel/date';
import { SeededRandom } from '../../src/kernel/solver';
import type { Clerk, DutyDay, FixedDuty, RosterProblem } from '../../src/systems/duty-roster/engine';
import { levelsOf } from '../../src/systems/duty-roster/engine/verify';

export interface TinyOptions {
  readonly seed: number;
  readonly pool: 'regular' | 'holiday';
}

/** Few clerks, few days, everything uneven: absences, history, caps, fixed days, gaps, liaisons, festivals. */
export function tinyRoster({ seed, pool }: TinyOptions): RosterProblem {
  const random = new SeededRandom(seed * 101 + (pool === 'regular' ? 0 : 50021));
  const people = 2 + random.below(3);
  const length = pool === 'regular' ? 5 + random.below(4) : 3 + random.below(3);
  const minGap = random.below(5);
  const start = addDays(civilDate(2026, 2, 10), random.below(7));
  const percent = (share: number): boolean => random.below(100) < share;
  const newYearAt = percent(60) ? random.below(length) : -1;
  const secondFestivalAt = percent(40) ? 1 + random.below(length) : length;
  const days = Array.from({ length }, (_, index): DutyDay => {
    const date = addDays(start, index);
    const holiday = pool === 'holiday' ? percent(85) : percent(10);
    const festival = index < secondFestivalAt ? 0 : 1;
    return {
      date,
      weekday: weekdayOf(date),
      pool: holiday ? 'holiday' : 'regular',
      need: holiday ? 1 + random.below(2) : percent(10) ? 2 : 1,
      festival: holiday ? festival : -1,
      newYear: holiday && festival === 0 && (index === newYearAt || index === newYearAt + 1),
      liaisons: !holiday || percent(20) ? null : Array.from({ length: people }, (_person, person) => person).filter(() => percent(30)),
    };
  });
  const clerks = Array.from({ length: people }, (): Clerk => {
    const weekdays = Array.from({ length: 7 }, () => random.below(3));
    return {
      total: weekdays.reduce((sum, count) => sum + count, 0),
      weekdays,
      holiday: random.below(4),
      festivals: [random.below(2), random.below(2)],
      newYear: random.below(2),
      available: Uint8Array.from(days, () => (percent(25) ? 0 : 1)),
      cap: percent(20) ? 1 + random.below(3) : null,
      neighbours: percent(30) ? [addDays(start, -1 - random.below(4))] : [],
    };
  });
  const fixed: FixedDuty[] = [];
  days.forEach((_, day) => {
    const clerk = random.below(people + 1) - 1;
    if (percent(10)) fixed.push({ day, clerk });
  });
  const wishing = clerks.map((clerk): Clerk => {
    if (!percent(40)) return clerk;
    const hoped = days[random.below(days.length)]!.date;
    return { ...clerk, wishes: { avoids: Uint8Array.from(days, () => (percent(30) ? 1 : 0)), hopes: percent(50) ? [{ from: hoped, to: addDays(hoped, random.below(3)) }] : [] } };
  });
  return { days, clerks: wishing, festivals: ['春节', '清明'], fixed, weeks: [], chiefs: [], minGap, standing: days.map(() => []), standingChiefs: [], changesLevel: 'last' };
}

/** What stands before anything is solved. */
export function fixedDuties(problem: RosterProblem): number[][] {
  const duties = problem.days.map((): number[] => []);
  for (const { day, clerk } of problem.fixed) duties[day]!.push(clerk);
  return duties;
}

/** Best levels of one pool given what stands before it: every way of filling its open slots that keeps gap and cap. */
export function bruteLevels(problem: RosterProblem, pool: 'regular' | 'holiday', before: readonly (readonly number[])[]): readonly number[] {
  const duties = before.map((people) => [...people]);
  const dates = problem.clerks.map(({ neighbours }): number[] => [...neighbours]);
  const given = problem.clerks.map(() => 0);
  duties.forEach((people, day) =>
    people.forEach((clerk) => {
      if (clerk < 0) return;
      dates[clerk]!.push(problem.days[day]!.date);
      if (problem.days[day]!.pool === 'regular') given[clerk]! += 1;
    }),
  );
  let best: readonly number[] | null = null;
  const slots = problem.days.flatMap(({ pool: name, need }, day) => (name === pool ? new Array<number>(Math.max(0, need - duties[day]!.length)).fill(day) : []));
  const isLess = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at >= 0 && a[at]! < b[at]!;
  };
  let open = 0;
  let fewest = Infinity;
  const fill = (slot: number): void => {
    // open slots are the first level
    if (open > fewest) return;
    if (slot === slots.length) {
      fewest = open;
      const levels = levelsOf(problem, pool, duties);
      if (!best || isLess(levels, best)) best = levels;
      return;
    }
    const day = slots[slot]!;
    const { date } = problem.days[day]!;
    problem.clerks.forEach((clerk, person) => {
      if (clerk.available[day] !== 1 || dates[person]!.some((other) => other === date || Math.abs(other - date) < problem.minGap)) return;
      if (pool === 'regular' && clerk.cap !== null && given[person]! >= clerk.cap) return;
      duties[day]!.push(person);
      dates[person]!.push(date);
      given[person]! += 1;
      fill(slot + 1);
      duties[day]!.pop();
      dates[person]!.pop();
      given[person]! -= 1;
    });
    open += 1;
    fill(slot + 1);
    open -= 1;
  };
  fill(0);
  return best!;
}
