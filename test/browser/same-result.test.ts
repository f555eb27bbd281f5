/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import webpack from 'webpack';
import { createRegistry } from '../../src/entries/registry';
import { createXlsx, openXlsx } from '../../src/hosts/xlsx';
import { newWorkbook } from '../../src/operations/new-workbook';
import { launchChromium } from './launch';
import { runInPage, type BrowserRun } from './page';

let browser: Browser;
let script: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hengzhi-'));
  await new Promise<void>((done, fail) => {
    webpack(
      {
        mode: 'production',
        target: ['web', 'es2020'],
        entry: resolve('test/browser/page.ts'),
        output: { path: folder, filename: 'page.js' },
        resolve: { extensions: ['.ts', '.js', '.mjs'] },
        module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: { jsc: { target: 'es2020', parser: { syntax: 'typescript' } } } } }] },
        optimization: { minimize: false },
        performance: { hints: false },
      },
      (failure, stats) => (failure || stats?.hasErrors() ? fail(failure ?? new Error(stats!.toString('errors-only'))) : done()),
    );
  });
  script = readFileSync(join(folder, 'page.js'), 'utf8');
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

test.each([
  ['duty-roster/generate', { from: '2026-01-01', to: '2026-03-31' }],
  ['inspection-scoring/quarter', { year: '2026', quarter: '1' }],
])('%s gives the same in a real browser as in Node, in any time zone', async (path, parameters) => {
  const sample = createXlsx();
  await sample.apply(newWorkbook(createRegistry(), true));
  const bytes = [...(await sample.save()).bytes];
  const expected = await runInPage(bytes, path, parameters);
  const page = await (await browser.newContext({ timezoneId: 'America/Los_Angeles', locale: 'en-US', offline: true })).newPage();
  const failures: string[] = [];
  page.on('pageerror', (failure) => failures.push(String(failure)));
  await page.setContent('<!doctype html><meta charset="utf-8"><title>test</title>');
  await page.addScriptTag({ content: script });
  const actual = await page.evaluate(([file, action, values]) => (globalThis as unknown as { runInPage: typeof runInPage }).runInPage(file, action, values), [bytes, path, parameters] as const);
  expect(failures).toEqual([]);
  const comparable = (run: BrowserRun) => JSON.parse(JSON.stringify({ tables: run.tables, issues: run.issues })) as unknown;
  expect(comparable(actual)).toEqual(comparable(expected));
  const sheets = async (run: BrowserRun) => (await (await openXlsx(Uint8Array.from(run.bytes))).read()).sheets;
  expect(await sheets(actual)).toEqual(await sheets(expected));
}, 60_000);
