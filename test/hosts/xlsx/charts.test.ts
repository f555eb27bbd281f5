/** Charts of our own sheets: written, kept through a save, replaced with their sheet, taken back with it. */
import { strFromU8, unzipSync } from 'fflate';
import { createXlsx, openXlsx, type XlsxWorkbook } from '../../../src/hosts/xlsx';
import type { Chart, SheetContent } from '../../../src/workbook/content';
import { captureRequest, invert } from '../../../src/workbook/invert';
import type { Change } from '../../../src/workbook/change';
import { contentOf } from '../../host-contract/contract';

const chart = (title: string, lastRow: number): Chart => ({
  kind: 'column',
  title,
  stacked: true,
  series: [{ name: '次数', values: { row: 1, column: 1, lastRow, lastColumn: 1 }, categories: { row: 1, column: 0, lastRow, lastColumn: 0 } }],
  anchor: { row: lastRow + 2, column: 0, lastRow: lastRow + 12, lastColumn: 5 },
});
const content = (title: string, people: number): SheetContent => contentOf([['姓名', '次数'], ...Array.from({ length: people }, (_, index) => [`人${index}`, index])], { charts: [chart(title, people)] });

async function charts(book: XlsxWorkbook): Promise<string[]> {
  const parts = unzipSync((await book.save()).bytes);
  return Object.keys(parts).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path)).sort().map((path) => strFromU8(parts[path]!));
}
const reopened = async (book: XlsxWorkbook): Promise<XlsxWorkbook> => openXlsx((await book.save()).bytes);

test('a chart says what it is about, and where its numbers are', async () => {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: "甲's", content: content('一', 3) }]);
  const [xml, ...more] = await charts(book);
  expect(more).toEqual([]);
  expect(xml).toContain('一');
  expect(xml).toContain('stacked');
  expect(xml).toMatch(/'甲(?:'|&apos;){2}s'!\$B\$2:\$B\$4/);
});

test('it is kept through a save of something else, and replaced with its sheet', async () => {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: '甲', content: content('一', 3) }, { kind: 'addSheet', sheet: '乙', content: content('二', 2) }]);
  const again = await reopened(book);
  await again.apply([{ kind: 'replaceSheet', sheet: '甲', content: content('三', 5) }]);
  const saved = await again.save();
  expect(saved.losses).toEqual([]);
  const all = await charts(again);
  expect(all).toHaveLength(2);
  expect(all.some((xml) => xml.includes('一'))).toBe(false);
  expect(all.some((xml) => xml.includes('三') && xml.includes('$B$2:$B$6'))).toBe(true);
  expect(all.some((xml) => xml.includes('二') && xml.includes('$B$2:$B$3'))).toBe(true);
});

test('undo takes the sheet back with its chart', async () => {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: '甲', content: content('一', 3) }]);
  const changes: Change[] = [{ kind: 'replaceSheet', sheet: '甲', content: content('三', 5) }];
  const inverse = invert(changes, await book.capture(captureRequest(changes)));
  await book.apply(changes);
  await book.apply(inverse);
  expect((await charts(book)).map((xml) => xml.includes('一'))).toEqual([true]);
});

test('a sheet that had none gets one in a file that has others', async () => {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: '甲', content: contentOf([['姓名', '次数']]) }, { kind: 'addSheet', sheet: '乙', content: content('二', 2) }]);
  const again = await reopened(book);
  await again.apply([{ kind: 'replaceSheet', sheet: '甲', content: content('一', 3) }]);
  const all = await charts(again);
  expect(all).toHaveLength(2);
  expect(['一', '二'].every((title) => all.some((xml) => xml.includes(title)))).toBe(true);
});
