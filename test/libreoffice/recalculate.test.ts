/** @jest-environment node */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createXlsx, openXlsx } from '../../src/hosts/xlsx';
import { createRegistry } from '../../src/entries/registry';
import { newWorkbook } from '../../src/operations/new-workbook';
import type { Snapshot } from '../../src/workbook/snapshot';
import { runInPage } from '../browser/page';

/** An independent spreadsheet program; this check says so when it is not there, and fails where it must be. */
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
const required = process.env['HENGZHI_REQUIRE_ALL'] === '1';
const check = office === undefined && !required ? test.skip : test;

function formulas(snapshot: Snapshot): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const sheet of snapshot.sheets) {
    sheet.columns.forEach((column, index) => {
      for (const row of column.formulas.keys()) found.set(`${sheet.name}!${index},${row}`, column.values[row]);
    });
  }
  return found;
}

check('LibreOffice opens the written workbook, recalculates to the same values, and prints it', async () => {
  const book = createXlsx();
  await book.apply(newWorkbook(createRegistry(), true));
  let bytes: readonly number[] = [...(await book.save()).bytes];
  bytes = (await runInPage(bytes, 'duty-roster/generate', { from: '2026-01-01', to: '2026-03-31' })).bytes;
  bytes = (await runInPage(bytes, 'inspection-scoring/quarter', { year: '2026', quarter: '1' })).bytes;
  const folder = mkdtempSync(join(tmpdir(), 'hengzhi-'));
  writeFileSync(join(folder, 'book.xlsx'), Uint8Array.from(bytes));
  const convert = (format: string, extension: string): string => {
    execFileSync(office!, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', format, '--outdir', join(folder, extension), join(folder, 'book.xlsx')], { stdio: 'pipe' });
    return join(folder, extension, `book.${extension}`);
  };
  const ours = formulas(await (await openXlsx(Uint8Array.from(bytes))).read());
  const theirs = formulas(await (await openXlsx(new Uint8Array(await readFile(convert('xlsx', 'xlsx'))))).read());
  expect(ours.size).toBeGreaterThan(50);
  for (const [place, value] of ours) {
    const other = theirs.get(place);
    if (typeof value === 'number') expect({ place, value: Number(other) }).toEqual({ place, value: expect.closeTo(value, 6) as number });
    else expect({ place, value: other }).toEqual({ place, value });
  }
  expect((await readFile(convert('pdf', 'pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
}, 120_000);
