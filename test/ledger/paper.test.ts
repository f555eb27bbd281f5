/** Pages of several tables: where a sheet of paper ends, what is repeated on the next one, and what totals add up. */
import { formalPage, type FormalPage, type PageSection } from '../../src/ledger/page';
import { formulaCell } from '../../src/workbook/cell';
import type { SheetContent } from '../../src/workbook/content';

const A4 = { portrait: 297 - 25 - 20, landscape: 210 - 25 - 20 };

const table = (heading: string | undefined, count: number, more: Partial<PageSection> = {}): PageSection => ({
  ...(heading === undefined ? {} : { heading }),
  columns: [{ title: '姓名' }, { title: '分' }],
  rows: Array.from({ length: count }, (_, index) => [`${heading ?? '无'}${index + 1}`, 1]),
  totals: ['合计', (place) => formulaCell(`SUM(${place.data(1)})`, count)],
  ...more,
});

function page(sections: readonly PageSection[], more: Partial<FormalPage> = {}): SheetContent {
  return formalPage({ title: '公示', widths: [40, 40], sections, notes: ['说明'], closing: [{ right: '办公室' }], orientation: 'portrait', ...more });
}

/** First column of the rows, cut into sheets of paper. */
function papers(content: SheetContent): string[][] {
  const texts = content.rows.map((row) => String(row[0]?.value ?? row[1]?.value ?? ''));
  const ends = [...(content.print!.rowBreaks ?? []), texts.length - 1];
  return ends.map((end, index) => texts.slice(index === 0 ? 0 : ends[index - 1]! + 1, end + 1));
}

const heightOf = (content: SheetContent, from: number, to: number): number => Array.from({ length: to - from + 1 }, (_, index) => content.rowHeights[from + index]!).reduce((sum, height) => sum + height, 0);
const totalOf = (content: SheetContent): string[] => content.rows.flatMap((row) => row.flatMap((cell) => (cell && typeof cell.value === 'object' && cell.value?.kind === 'formula' ? [cell.value.formula] : [])));

test('what fits on one sheet is not cut', () => {
  const content = page([table('一、', 5), table('二、', 5)]);
  expect(content.print!.rowBreaks).toBeUndefined();
  expect(papers(content)).toHaveLength(1);
  expect(totalOf(content)).toEqual(['SUM(B4:B8)', 'SUM(B12:B16)']);
});

test('a table that goes on has its heading and header again; totals add up its rows alone', () => {
  const content = page([table('一、', 3), table('二、', 60)]);
  const sheets = papers(content);
  expect(sheets.map(([first, second]) => [first, second])).toEqual([['公示', '一、'], ['二、(续)', '姓名'], ['二、(续)', '姓名']]);
  const rows = content.rows.map((row) => String(row[0]?.value));
  const stretches = sheets.map((sheet) => sheet.filter((text) => /^二、\d/.test(text))).map((names) => [rows.indexOf(names[0]!) + 1, rows.indexOf(names.at(-1)!) + 1]);
  expect(totalOf(content)[1]).toBe(`SUM(${stretches.map(([first, last]) => `B${first}:B${last}`).join()})`);
  expect(stretches.reduce((sum, [first, last]) => sum + last! - first! + 1, 0)).toBe(60);
});

test.each(['portrait', 'landscape'] as const)('no sheet of paper holds more than an A4 page in %s', (orientation) => {
  const content = page([table('一、', 30), table('二、', 70), table(undefined, 90, { rowHeight: 40 })], { orientation });
  const room = (A4[orientation] * 72) / 25.4;
  const ends = [...content.print!.rowBreaks!, content.rows.length - 1];
  const heights = ends.map((end, index) => heightOf(content, index === 0 ? 0 : ends[index - 1]! + 1, end));
  expect(Math.max(...heights)).toBeLessThanOrEqual(room * 0.97);
  // and no paper is wasted: every full one lacks less than a heading, a header and two rows
  for (const height of heights.slice(0, -1)) expect(height).toBeGreaterThan(room * 0.96 - 24 - 26 - 80);
});

test('where the width must be made smaller to fit, a page holds more rows', () => {
  const second = (widths: readonly number[]): number => {
    const content = page([table('一、', 1), table('二、', 130)], { widths });
    const [end, next] = content.print!.rowBreaks!;
    return heightOf(content, end! + 1, next!);
  };
  // 252 mm within the margins, in the narrowest usual font: 7 pixels a character, 5 more a column, 96 to the inch
  const room = (A4.portrait * 72) / 25.4;
  const scale = (168 / 25.4) * (96 / (140 * 7 + 10));
  expect(second([44, 44])).toBe(second([10, 10]));
  expect(second([70, 70]) / second([10, 10])).toBeGreaterThan(1.4);
  expect(second([70, 70]) * scale).toBeLessThanOrEqual(room);
});

test('a heading is not parted from its table, a total not from the last row, the notes not from the signature', () => {
  for (let count = 1; count < 60; count += 1) {
    for (const sheet of papers(page([table('一、', count), table('二、', 2)]))) {
      expect(sheet.at(-1)).not.toMatch(/^(一、|二、|姓名|说明)$/);
      expect(sheet[2] ?? '').not.toBe('合计');
      if (sheet.includes('办公室')) expect(sheet).toContain('说明');
    }
  }
});

test('no sheet of paper holds notes and signature alone', () => {
  for (let count = 1; count < 60; count += 1) expect(papers(page([table('一、', 2), table('二、', count)])).at(-1)!.slice(-4, -2)).toEqual([`二、${count}`, '合计']);
});

test('rows of their own height; one that no sheet can hold stands alone', () => {
  const content = page([table('一、', 3, { rowHeights: [30, 2000, 31] }), table('二、', 1)]);
  expect([3, 6, 9].map((row) => content.rowHeights[row])).toEqual([30, 2000, 31]);
  expect(papers(content).map((sheet) => sheet.filter((text) => /^一、\d/.test(text)))).toEqual([['一、1'], ['一、2'], ['一、3']]);
});

test('notes longer than a sheet flow on', () => {
  const content = page([table('一、', 1), table('二、', 1)], { notes: Array.from({ length: 60 }, (_, index) => `说明${index}`) });
  expect(papers(content).map((sheet) => sheet.filter((text) => text.startsWith('说明')).length)).toEqual([20, 31, 9]);
});

test('a table without rows or totals', () => {
  const content = page([{ columns: [{ title: '姓名' }, { title: '分' }], rows: [] }, table('二、', 60)]);
  expect(papers(content)[0]!.slice(0, 4)).toEqual(['公示', '姓名', '二、', '姓名']);
});

test('one table repeats its header by the print titles, one page is not cut', () => {
  expect(page([table('一、', 200)]).print).toMatchObject({ titleRows: [2, 2], fitToWidth: 1 });
  const one = page([table('一、', 100), table('二、', 100)], { onePage: true }).print!;
  expect([one.rowBreaks, one.fitToHeight]).toEqual([undefined, 1]);
});

test('a table that stands apart begins a page, unless the page has room for all of it', () => {
  const names = (content: SheetContent): string[][] => papers(content).map((sheet) => sheet.filter((text) => /、(?:\(续\))?$/.test(text)));
  expect(names(page([table('一、', 3), table('二、', 5, { apart: true })]))).toEqual([['一、', '二、']]);
  expect(names(page([table('一、', 20), table('二、', 20, { apart: true }), table('三、', 1, { apart: true })]))).toEqual([['一、'], ['二、', '三、']]);
  // one that no page can hold, too
  expect(names(page([table('一、', 3), table('二、', 40, { apart: true })]))).toEqual([['一、'], ['二、'], ['二、(续)']]);
});
