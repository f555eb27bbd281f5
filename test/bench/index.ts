/**
 * `npm run bench`: the roster engine against HiGHS on the same model in the same run, warm and in a fresh process; wide gaps,
 * replans, the largest roster; 100,000 scoring rows.
 */
import { execFileSync } from 'node:child_process';
import highsLoader from 'highs';
import { solveRoster, type ProofStatus, type RosterProblem, type RosterSolution } from '../../src/systems/duty-roster/engine';
import { rosterInstance } from '../support/roster-instances';
import { regularProgram } from './lp';
import { absences, evenWeekends, largest, wideGaps } from './rosters';
import { timeScoring } from './scoring';

const SEEDS = [1, 2, 3, 4, 5];
/** Rounds over all seeds before any time counts, and rounds that do. */
const WARM_UP = 2;
const ROUNDS = 3;
/** Seconds after which HiGHS is stopped. */
const PATIENCE = 60;

interface Size {
  readonly people: number;
  readonly days: number;
  /** Seeds for HiGHS: none where it takes minutes. */
  readonly rivalSeeds: number;
}

const SIZES: readonly Size[] = [
  { people: 12, days: 92, rivalSeeds: 5 },
  { people: 30, days: 365, rivalSeeds: 5 },
  { people: 100, days: 365, rivalSeeds: 2 },
  { people: 300, days: 730, rivalSeeds: 0 },
];

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const now = (): number => performance.now();
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

interface Run {
  readonly problem: RosterProblem;
  readonly solution: RosterSolution;
  /** Milliseconds until all pools are proven, of the regular pool alone, and with polishing; medians over the rounds. */
  readonly proof: number;
  readonly regular: number;
  readonly all: number;
}

function engineRuns({ people, days }: Pick<Size, 'people' | 'days'>): readonly Run[] {
  const problems = SEEDS.map((seed) => rosterInstance({ people, days, seed }));
  for (let round = 0; round < WARM_UP; round += 1) problems.forEach((problem) => solveRoster(problem));
  return problems.map((problem): Run => {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const start = now();
      const solution = solveRoster(problem, now);
      const { chief, holiday, regular } = solution.ms;
      return { solution, all: now() - start, regular, proof: chief + holiday + regular };
    });
    const middle = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
    return { problem, solution: rounds[0]!.solution, proof: middle(({ proof }) => proof), regular: middle(({ regular }) => regular), all: middle(({ all }) => all) };
  });
}

/** `optimal 4, bounded 1`; what the separate checker did not accept is said. */
function statuses(runs: readonly Run[], pool: 'regular' | 'holiday'): string {
  const counts = new Map<ProofStatus | 'not verified', number>();
  for (const { solution } of runs) {
    const status = solution[pool].verified ? solution[pool].status : 'not verified';
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${status} ${count}`).join(', ');
}

interface Rival {
  readonly ms: number;
  readonly ended: boolean;
  readonly same: boolean;
}

const highs = await highsLoader();

/** HiGHS on the regular pool, the holiday duties as the engine left them; reading the program counts as its time. */
function rival({ problem, solution }: Run): Rival {
  const standing = problem.days.map((day, index) => (day.pool === 'holiday' ? solution.duties[index]!.filter((person) => person >= 0) : problem.fixed.flatMap((duty) => (duty.day === index ? [duty.clerk] : []))));
  const program = regularProgram(problem, standing);
  const start = now();
  const value = highs.solve(program.text, { time_limit: PATIENCE, mip_rel_gap: 0 });
  const ms = now() - start;
  const { totals, weekday, weekend } = solution.regular.vector;
  const ended = value.Status === 'Optimal';
  return { ms, ended, same: ended && Math.abs(value.ObjectiveValue - program.objective(totals, weekday, weekend)) < 0.5 };
}

/** One roster and one rival in a process of their own, nothing warm. */
function fresh(): void {
  const problem = rosterInstance({ people: 30, days: 365, seed: 1 });
  const solution = solveRoster(problem, now);
  const other = rival({ problem, solution, proof: 0, regular: solution.ms.regular, all: 0 });
  print(`30 x 365 in a fresh process: regular pool ${solution.ms.regular.toFixed(1)} ms, HiGHS ${other.ms.toFixed(0)} ms, ${(other.ms / solution.ms.regular).toFixed(0)} times`);
}

function sizes(): void {
  print(`engine: building, solving, verifying; medians over ${SEEDS.length} seeds, each of ${ROUNDS} rounds after ${WARM_UP} to warm up (6 % leave, 3 % fixed, uneven history, gap 3)`);
  for (const size of SIZES) {
    const runs = engineRuns(size);
    const middle = (pick: (run: Run) => number): number => median(runs.map(pick));
    const regular = middle((run) => run.regular);
    print(`${size.people} x ${size.days}: all pools ${middle(({ proof }) => proof).toFixed(1)} ms, regular pool ${regular.toFixed(1)} ms, with polishing ${middle(({ all }) => all).toFixed(0)} ms; regular: ${statuses(runs, 'regular')}; holiday: ${statuses(runs, 'holiday')}`);
    if (size.rivalSeeds === 0) continue;
    const rivals = runs.slice(0, size.rivalSeeds).map(rival);
    const ms = median(rivals.map((run) => run.ms));
    print(`  HiGHS on the regular pool: ${ms.toFixed(0)} ms (${rivals.length} seeds, ${rivals.filter((run) => run.ended).length} ended), ${(ms / regular).toFixed(0)} times the engine's; same objective ${rivals.filter((run) => run.same).length}/${rivals.length}`);
  }
}

if (process.argv.includes('--fresh')) fresh();
else {
  sizes();
  process.stdout.write(execFileSync(process.execPath, [process.argv[1]!, '--fresh']));
  for await (const line of wideGaps(now)) print(line);
  for (const line of [...absences(now), evenWeekends(), largest(now)]) print(line);
  const times = timeScoring(100_000, now);
  print(`scoring, 100,000 rows: check ${times.checkMilliseconds.toFixed(0)} ms, quarter ${times.quarterMilliseconds.toFixed(0)} ms, whole action ${times.wholeMilliseconds.toFixed(0)} ms, ${times.issues} issues`);
}
