/** `npm run bench`: the roster engine against HiGHS on the same model in the same run, and 100,000 scoring rows. */
import highsLoader from 'highs';
import { solveRoster, type RosterSolution } from '../../src/systems/duty-roster/engine';
import { rosterInstance } from '../support/roster-instances';
import { regularProgram } from './lp';
import { timeScoring } from './scoring';

const SEEDS = [1, 2, 3, 4, 5];
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

const highs = await highsLoader();
print('engine: building, solving and verifying all pools; medians over 5 seeds, warm (6 % leave, 3 % fixed, uneven history, gap 3)');
for (const [people, days, withHighs] of [[12, 92, true], [30, 365, true], [100, 365, false], [300, 730, false]] as const) {
  solveRoster(rosterInstance({ people, days, seed: 99 }));
  const runs = SEEDS.map((seed) => {
    const problem = rosterInstance({ people, days, seed });
    return { problem, ...timed(() => solveRoster(problem)) };
  });
  const proven = (pool: 'regular' | 'holiday'): number => runs.filter((run) => run.value[pool].status === 'optimal' && run.value[pool].verified).length;
  const engine = median(runs.map((run) => run.ms));
  let line = `${people} x ${days}: ${engine.toFixed(1)} ms, regular optimal ${proven('regular')}/5, holiday optimal ${proven('holiday')}/5`;
  if (withHighs) {
    const rivals = runs.slice(0, people > 20 ? 2 : 5).map((run) => compare(run.problem, run.value));
    line += `; HiGHS ${median(rivals.map((rival) => rival.ms)).toFixed(0)} ms on the regular pool alone, ratio ${(median(rivals.map((rival) => rival.ms)) / engine).toFixed(1)}, same objective ${rivals.filter((rival) => rival.same).length}/${rivals.length}`;
  }
  print(line);
}

/** HiGHS on the regular pool, the holiday duties as they were found. */
function compare(problem: ReturnType<typeof rosterInstance>, solution: RosterSolution): { readonly ms: number; readonly same: boolean } {
  const standing = problem.days.map((day, index) => (day.pool === 'holiday' ? solution.duties[index]!.filter((person) => person >= 0) : problem.fixed.flatMap((duty) => (duty.day === index ? [duty.clerk] : []))));
  const program = regularProgram(problem, standing);
  const { value, ms } = timed(() => highs.solve(program.text, { time_limit: 60, mip_rel_gap: 0 }));
  const { totals, weekday, weekend } = solution.regular.vector;
  return { ms, same: value.Status === 'Optimal' && Math.abs(value.ObjectiveValue - program.objective(totals, weekday, weekend)) < 0.5 };
}

const times = timeScoring(100_000, () => performance.now());
print(`scoring, 100,000 rows: ${Object.entries(times).map(([name, value]) => `${name} ${typeof value === 'number' ? value.toFixed(0) : JSON.stringify(value)}`).join(', ')}`);
