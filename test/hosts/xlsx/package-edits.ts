/** Small packages made by hand: what another program would have written. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createXlsx } from '../../../src/hosts/xlsx';
import type { CellInput } from '../../../src/workbook/cell';
import { contentOf } from '../../host-contract/contract';

export type Parts = Record<string, Uint8Array>;

export const edit = (bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array => {
  const parts = unzipSync(bytes) as Parts;
  change(parts);
  return zipSync(parts);
};

export const partText = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!);

/** The `<c>` element of a cell. */
export const cellXml = (bytes: Uint8Array, sheet: number, address: string): string | undefined => new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`).exec(partText(bytes, `xl/worksheets/sheet${sheet}.xml`))?.[0];

/** Replaces once; the test fails when there is nothing to replace. */
export const replace = (parts: Parts, path: string, from: string | RegExp, to: string): void => {
  const before = strFromU8(parts[path]!);
  const after = before.replace(from, () => to);
  expect(after).not.toBe(before);
  parts[path] = strToU8(after);
};

/** A file with these sheets, written by us. */
export async function fileOf(sheets: Readonly<Record<string, readonly (readonly CellInput[])[]>>): Promise<Uint8Array> {
  const book = createXlsx();
  await book.apply(Object.entries(sheets).map(([sheet, rows]) => ({ kind: 'addSheet', sheet, content: contentOf(rows) })));
  return (await book.save()).bytes;
}

/** Replaces the cells of the first sheet and the cell formats of the workbook. */
export const withCells = (bytes: Uint8Array, rows: string, formats: readonly string[] = []): Uint8Array =>
  edit(bytes, (parts) => {
    replace(parts, 'xl/worksheets/sheet1.xml', /<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`);
    if (formats.length === 0) return;
    const xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...formats];
    replace(parts, 'xl/styles.xml', /<cellXfs.*<\/cellXfs>/s, `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`);
  });
