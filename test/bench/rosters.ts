/** Rosters beyond the plain ones: wide gaps, replans after absences, weekends, the largest. */
import { solveProgram } from '../../src/entries/milp';
import { drive } from '../../src/operations/drive';
import { solveRoster, solveRosterInSlices, type ChangesLevel, type RosterProblem } from '../../src/systems/duty-roster/engine';
import { rosterInstance } from '../support/roster-instances';

type Clock = () => number;

/** 12 people, 92 days, gaps as wide as half of them and wider: with the solver as the last resort. */
export async function* wideGaps(now: Clock): AsyncGenerator<string> {
  for (const minGap of [4, 5, 6, 7]) {
    for (const seed of [1, 2, 3, 4, 5]) {
      const start = now();
      const { regular, holiday } = await drive(solveRosterInSlices(rosterInstance({ people: 12, days: 92, seed, minGap })), { milp: solveProgram });
      yield `12 x 92, gap ${minGap}, seed ${seed}: ${(now() - start).toFixed(0)} ms; regular ${regular.status} (${regular.proof}), holiday ${holiday.status} (${holiday.proof})`;
    }
  }
}

const MODES: readonly (readonly [ChangesLevel, string])[] = [['before-totals', 'freeze'], ['after-totals', 'fewest'], ['last', 'fairest']];

/** The 30 x 365 roster after three people are away for a month each. */
export function absences(now: Clock): readonly string[] {
  return [1, 2, 3, 4, 5].flatMap((seed) => {
    const before = rosterInstance({ people: 30, days: 365, seed });
    const clerks = before.clerks.map((clerk, index) => (index % 10 === 3 ? { ...clerk, available: clerk.available.map((free, day) => (day >= 60 + 3 * index && day < 90 + 3 * index ? 0 : free)) } : clerk));
    const after: RosterProblem = { ...before, clerks, standing: solveRoster(before).duties, fixed: before.fixed.filter(({ day, clerk }) => clerks[clerk]!.available[day] === 1) };
    return MODES.map(([changesLevel, name]) => {
      const start = now();
      const { regular, holiday } = solveRoster({ ...after, changesLevel });
      const bound = regular.bound.changes === undefined ? '' : ` (least ${regular.bound.changes + (holiday.bound.changes ?? 0)})`;
      return `replan 30 x 365 after three months of absence, ${name}, seed ${seed}: ${(now() - start).toFixed(0)} ms, ${regular.vector.changes + holiday.vector.changes} changes${bound}; regular ${regular.status}, holiday ${holiday.status}`;
    });
  });
}

/** 18 people with an even history over a year: weekends. */
export function evenWeekends(): string {
  const problem = rosterInstance({ people: 18, days: 365, seed: 1, leave: 0, pins: 0, history: 0 });
  const { duties } = solveRoster(problem);
  const weekends = problem.clerks.map((_, clerk) => problem.days.filter(({ pool, weekday }, day) => pool === 'regular' && weekday >= 5 && duties[day]!.includes(clerk)).length);
  return `18 x 365, even history: weekend duties ${Math.min(...weekends)} to ${Math.max(...weekends)}`;
}

export function largest(now: Clock): string {
  const problem = rosterInstance({ people: 1000, days: 3650, seed: 1 });
  const start = now();
  const { regular, holiday } = solveRoster(problem);
  return `1000 x 3650: ${((now() - start) / 1000).toFixed(1)} s, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB; regular ${regular.status}, holiday ${holiday.status}`;
}
