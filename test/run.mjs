/** `npm test`: every quality gate, one after the other; ends with the line `N passed, N failed, N skipped`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const node = process.execPath;
const bin = (name) => join('node_modules', '.bin', name);
const results = mkdtempSync(join(tmpdir(), 'hengzhi-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

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

async function step(name, work) {
  const start = Date.now();
  const { status, output, counts } = await work();
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (counts) for (const key of Object.keys(totals)) totals[key] += counts[key];
  else totals[status === 0 ? 'passed' : 'failed'] += 1;
  const summary = counts ? ` (${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped)` : '';
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds} s${summary}\n`);
  if (status !== 0) process.stdout.write(`${output.trim()}\n`);
}

/** Runs jest and reads its counts from the JSON report. */
async function jest(name, args, env) {
  const file = join(results, `${name}.json`);
  const { status, output } = await run(node, [join('node_modules', 'jest', 'bin', 'jest.js'), '--json', '--outputFile', file, ...args], env);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const counts = report
    ? { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites, skipped: report.numPendingTests + report.numTodoTests }
    : { passed: 0, failed: 1, skipped: 0 };
  if (status !== 0 && counts.failed === 0) counts.failed = 1; // coverage thresholds
  const text = output
    .split('\n')
    .filter((line) => !/^\{"numFailedTestSuites/.test(line))
    .join('\n');
  return { status, output: text, counts };
}

const command = (file, args, env) => () => run(file, args, env);

await step('types', command(bin('tsc'), ['--noEmit', '-p', '.']));
await step('lint', command(bin('eslint'), ['src', 'test', '--max-warnings', '0']));
await step('tests and coverage, Asia/Shanghai', () => jest('coverage', ['--coverage', '--coverageReporters', 'text-summary'], { TZ: 'Asia/Shanghai' }));
for (const zone of ['UTC', 'America/New_York']) {
  // the import table and the written pages do not depend on the zone
  await step(`tests, ${zone}`, () => jest(zone.replace('/', '-'), ['--testPathIgnorePatterns', 'test/architecture', 'test/libreoffice', 'test/browser'], { TZ: zone }));
}
await step('production build', command(bin('webpack'), []));
await step('bundle size', command(bin('size-limit'), []));
await step('unused code', command(bin('knip'), []));

process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;
