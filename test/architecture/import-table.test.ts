import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

interface Report {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[] };
}

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const table = resolve('test/architecture/import-table.cjs');

/** What dependency-cruiser finds in `src` of a folder: `rule: from -> to`, sorted. */
function violations(folder: string): { readonly files: number; readonly found: string[] } {
  const { stdout } = spawnSync(process.execPath, [cruiser, 'src', '--config', table, '--output-type', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 64e6 });
  const { summary } = JSON.parse(stdout) as Report;
  return { files: summary.totalCruised, found: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort() };
}

test('every import keeps to the table of src/README.md', () => {
  const { files, found } = violations('.');
  expect(found).toEqual([]);
  expect(files).toBeGreaterThan(100);
});

// the rule that forbids the import, or '' where it is allowed; a target outside src/ is a package
const IMPORTS: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['kernel/a.ts', 'kernel/text/b.ts', ''],
  ['kernel/c.ts', 'workbook/b.ts', 'kernel'],
  ['kernel/d.ts', 'test/support/b.ts', 'kernel'],
  ['kernel/e.ts', 'node:fs', 'packages'],
  ['kernel/f.ts', 'hucre', 'packages'],
  ['workbook/c.ts', 'kernel/x.ts', ''],
  ['workbook/d.ts', 'ledger/b.ts', 'workbook'],
  ['ledger/c.ts', 'workbook/x.ts', ''],
  ['ledger/d.ts', 'operations/b.ts', 'ledger'],
  ['ledger/e.ts', 'systems/office/b.ts', 'ledger'],
  ['systems/leave/a.ts', 'systems/leave/rules/b.ts', ''],
  ['systems/leave/c.ts', 'systems/office/x.ts', ''],
  ['systems/leave/d.ts', 'systems/duty-roster/b.ts', 'room'],
  ['systems/leave/e.ts', 'systems/index.ts', 'room'],
  ['systems/office/c.ts', 'systems/leave/x.ts', 'room'],
  ['systems/leave/f.ts', 'operations/x.ts', 'room'],
  ['systems/leave/g.ts', 'hosts/xlsx/x.ts', 'room'],
  ['systems/leave/h.ts', 'node:fs', 'packages'],
  ['systems/index.ts', 'systems/research/index.ts', ''],
  ['systems/index.ts', 'systems/research/rules.ts', 'index of rooms'],
  ['operations/c.ts', 'ledger/x.ts', ''],
  ['operations/d.ts', 'systems/research/ledgers.ts', 'operations'],
  ['operations/e.ts', 'hosts/memory/b.ts', 'operations'],
  ['hosts/xlsx/c.ts', 'hosts/memory/x.ts', 'host'],
  ['hosts/xlsx/d.ts', 'ledger/y.ts', 'host'],
  ['hosts/xlsx/e.ts', 'node:fs', ''],
  ['hosts/xlsx/f.ts', 'node:http', 'packages'],
  ['hosts/memory/c.ts', 'node:fs', 'packages'],
  ['storage/c.ts', 'operations/ports.ts', ''],
  ['storage/d.ts', 'operations/y.ts', 'storage'],
  ['taskpane/c.tsx', 'operations/z.ts', ''],
  ['taskpane/d.tsx', 'hosts/xlsx/y.ts', 'taskpane'],
  ['taskpane/e.tsx', 'systems/leave/y.ts', 'taskpane'],
  ['taskpane/f.tsx', 'node:fs', 'packages'],
  ['entries/a.ts', 'hosts/xlsx/z.ts', ''],
  ['entries/b.ts', 'test/support/c.ts', 'entries'],
  ['kernel/g.ts', 'entries/c.ts', 'kernel'],
  ['entries/d.ts', 'anywhere/a.ts', 'unknown folder'],
];

test('the table refuses what it should: a house with every wrong import', () => {
  const house = mkdtempSync(join(tmpdir(), 'hengzhi-'));
  const lines = new Map<string, string[]>();
  const put = (file: string, line: string): void => void lines.set(file, [...(lines.get(file) ?? ['export const it = 1;']), line]);
  const placeOf = (target: string): string => (target.startsWith('test/') ? target : `src/${target}`);
  const isOurs = (target: string): boolean => target.endsWith('.ts');
  IMPORTS.forEach(([from, target], index) => {
    if (isOurs(target)) put(placeOf(target), '');
    const path = isOurs(target) ? relative(dirname(placeOf(from)), placeOf(target)).replace(/^(?!\.)/, './').replace(/\.ts$/, '') : target;
    put(placeOf(from), `export { it as from${index} } from '${path}';`);
  });
  put('src/kernel/first.ts', "export * as second from './second';");
  put('src/kernel/second.ts', "export * as first from './first';");
  for (const [file, text] of lines) {
    mkdirSync(join(house, dirname(file)), { recursive: true });
    writeFileSync(join(house, file), text.join('\n'));
  }
  writeFileSync(join(house, 'tsconfig.json'), '{}');

  const wrong = IMPORTS.filter(([, , rule]) => rule !== '').map(([from, target, rule]) => `${rule}: src/${from} -> ${isOurs(target) ? placeOf(target) : target.replace('node:', '')}`);
  expect(violations(house).found).toEqual([...wrong, 'no-cycles: src/kernel/first.ts -> src/kernel/second.ts'].sort());
});
