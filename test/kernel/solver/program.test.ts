/** The integer program says what the definition says: HiGHS against trying everything. */
import { LEVEL_COUNT, LevelProgram, type FlowModel, type ProgramAnswer } from '../../../src/kernel/solver';
import { solveProgram } from '../../../src/entries/milp';
import { bruteFlow, costOf, tinyFlow } from '../../support/tiny-flows';

const LIMITS = { nodes: 1000, iterations: 100_000 };

/** Level after level, each with those before it held. */
async function bestLevels(model: FlowModel, clash: (a: number, b: number) => boolean): Promise<{ readonly levels: readonly number[]; readonly assigned: readonly (readonly number[])[] }> {
  const program = new LevelProgram(model, clash);
  const levels: number[] = [];
  let last: ProgramAnswer | undefined;
  for (let level = 0; level < LEVEL_COUNT; level += 1) {
    const constant = program.constantOf(level);
    if (constant !== null) {
      levels.push(constant);
      continue;
    }
    last = await solveProgram({ text: program.minimise(level, levels, null), ...LIMITS });
    expect(last?.status).toBe('optimal');
    levels.push(program.valueOf(level, last!.objective));
  }
  return { levels, assigned: program.assignedFrom(last!) };
}

test.each([1, 2, 3, 4])('the best levels of tiny models, columns that clash and all (gap %i)', async (gap) => {
  const clash = (a: number, b: number): boolean => Math.abs(a - b) < gap;
  for (let seed = 200 * gap; seed < 200 * gap + 15; seed += 1) {
    const model = tinyFlow(seed);
    const { levels, assigned } = await bestLevels(model, clash);
    expect({ seed, levels }).toEqual({ seed, levels: bruteFlow(model, clash) });
    expect({ seed, levels: costOf(model, assigned) }).toEqual({ seed, levels });
  }
});

test('a value that is known not to be exceeded may be said; one that cannot be reached has no solution', async () => {
  const model: FlowModel = {
    people: 1,
    buckets: [],
    totals: Int32Array.of(2),
    counts: new Int32Array(0),
    capacity: Int32Array.of(2),
    columns: [0, 1].map(() => ({ bucket: -1, need: 1, available: Uint8Array.of(1), preferred: null, wantsPreferred: false })),
  };
  const program = new LevelProgram(model, () => true);
  const answer = await solveProgram({ text: program.minimise(0, [], 1), ...LIMITS });
  expect(program.valueOf(0, answer!.objective)).toBe(1);
  expect((await solveProgram({ text: program.minimise(0, [], 0), ...LIMITS }))?.status).toBe('infeasible');
});
