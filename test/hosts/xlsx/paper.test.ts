/** Where pages end. */
import { strFromU8, unzipSync } from 'fflate';
import { createXlsx, openXlsx } from '../../../src/hosts/xlsx';
import type { PrintSetup, SheetContent } from '../../../src/workbook/content';

const margins = { top: 25, bottom: 20, left: 22, right: 20, header: 10, footer: 10 };
const content = (print: Partial<PrintSetup>): SheetContent => ({
  rows: Array.from({ length: 6 }, (_, index) => [{ value: index }]), styles: {}, columnWidths: [10], rowHeights: {}, merges: [], validations: [],
  print: { orientation: 'portrait', fitToWidth: 1, fitToHeight: 0, margins, ...print },
});

async function saved(print: Partial<PrintSetup>): Promise<{ readonly bytes: Uint8Array; readonly xml: string }> {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: '公示', content: content(print) }]);
  const { bytes } = await book.save();
  return { bytes, xml: strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!) };
}

test('breaks by hand stand after their rows', async () => {
  const { bytes, xml } = await saved({ rowBreaks: [1, 3] });
  expect([...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => id)).toEqual(['2', '4']);
  expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/);
  const captured = await (await openXlsx(bytes)).capture({ sheets: ['公示'], cells: [] });
  expect([...captured.sheets.values()].map((sheet) => sheet.content.print)).toMatchObject([{ rowBreaks: [1, 3] }]);
});

test('without them there are none', async () => {
  expect((await saved({})).xml).not.toMatch(/<brk /);
});
