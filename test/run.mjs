/**
 * `npm test`: every quality gate. Prints a line per step with its time, then what was skipped, and ends with the line
 * `N passed, N failed, N skipped`: the jest tests of every run, and one for each other step.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', name);
const totals = { passed: 0, failed: 0, skipped: 0 };
const skipped = new Set();

/** Long runs and other programs: once, without counting branches, which makes the roster engine several times slower. */
const APART = ['test/architecture', 'test/libreoffice', 'test/browser', 'properties.test', 'duty-roster/engine'];

function run(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (status) => done({ status: status ?? 1, output }));
    child.on('error', (failure) => done({ status: 1, output: String(failure) }));
  });
}

/** Runs one step and counts it: by its own `counts`, else as one. */
async function step(name, work) {
  const start = performance.now();
  const { status, output, counts = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 } } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  const size = counts.passed + counts.failed + counts.skipped;
  const summary = size > 1 ? ` (${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped)` : '';
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds} s${summary}\n`);
  if (status !== 0) process.stdout.write(`${output.trim()}\n`);
}

const tool = (name, ...args) => () => run(bin(name), args);

/** A jest run under one time zone, counted from jest's own report. */
const tests = (zone, ...args) => async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hengzhi-')), 'report.json');
  const { status, output } = await run(bin('jest'), ['--json', '--outputFile', file, '--silent', ...args], { TZ: zone });
  if (!existsSync(file)) return { status: 1, output };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // jest fails without a failing test when coverage is below its threshold
  const counts = { passed: report.numPassedTests, failed: failures > 0 || status === 0 ? failures : 1, skipped: report.numPendingTests + report.numTodoTests };
  for (const { assertionResults } of report.testResults) for (const test of assertionResults) if (['pending', 'todo'].includes(test.status)) skipped.add(test.fullName);
  const told = output.split('\n').filter((line) => !/^(PASS |\{"numFailedTestSuites)/.test(line));
  return { status, output: told.join('\n'), counts };
};

// two lanes, because two cores are what a small machine has
await Promise.all([
  (async () => {
    await step('types', tool('tsc'));
    await step('types without DOM and Node: the rule engine', tool('tsc', '-p', 'test/architecture/host-free'));
    await step('unused code', tool('knip'));
  })(),
  (async () => {
    await step('lint', tool('eslint', 'src', 'test', '--max-warnings', '0'));
    await step('production build', tool('webpack'));
    await step('bundle size', tool('size-limit'));
  })(),
]);
const ALL = ['--testMatch', '**/test/all.ts'];
await Promise.all([
  (async () => {
    await step('tests and coverage, Asia/Shanghai', tests('Asia/Shanghai', ...ALL, '--coverage', '--coverageReporters', 'text-summary'));
    await step('tests file by file, UTC', tests('UTC', '--maxWorkers=50%', '--testPathIgnorePatterns', ...APART));
  })(),
  step('engine, properties, import table, Chromium, LibreOffice', tests('Asia/Shanghai', '--maxWorkers=50%', ...APART)),
  step('tests, America/New_York', tests('America/New_York', ...ALL)),
]);

for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
if (skipped.size > 0 && process.env.HENGZHI_REQUIRE_ALL === '1') {
  totals.failed += 1;
  process.stdout.write('FAIL nothing may be skipped here (HENGZHI_REQUIRE_ALL=1)\n');
}
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;
