import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

test('every import keeps to the table of src/README.md', () => {
  const report = execFileSync(process.execPath, [cruiser, 'src', '--config', 'test/architecture/import-table.cjs', '--output-type', 'json'], { encoding: 'utf8', maxBuffer: 64e6 });
  const { violations } = (JSON.parse(report) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } }).summary;
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});
