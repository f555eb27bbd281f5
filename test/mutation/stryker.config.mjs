/** Whether the tests notice when an area says something else; `AREA` chooses it. Incremental, outside the test command. */
const AREAS = {
  kernel: { mutate: ['src/kernel/solver/*.ts', '!src/kernel/solver/index.ts'], tests: ['**/test/kernel/solver/*.test.ts'] },
  rules: { mutate: ['src/systems/*/rules/*.ts', '!src/systems/*/rules/index.ts'], tests: ['**/test/systems/*/rules*.test.ts', '**/test/systems/*/*/rules*.test.ts', '**/test/systems/duty-roster/{swaps,served,reminders,fixed}.test.ts', '**/test/systems/inspection-scoring/!(properties)*.test.ts', '**/test/systems/{office,leave}/*.test.ts'] },
};
const area = AREAS[process.env.AREA] ?? AREAS.kernel;

export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: area.mutate,
  jest: { projectType: 'custom', config: { testMatch: area.tests }, enableFindRelatedTests: false },
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: `out/mutation-${process.env.AREA}`,
  incremental: true,
  incrementalFile: `out/mutation-${process.env.AREA}.json`,
  thresholds: { high: 95, low: 90, break: 90 },
};
