import { openXlsx } from '../../../src/hosts/xlsx';
import { CELL_KIND } from '../../../src/workbook/cell';
import type { Change } from '../../../src/workbook/change';
import { captureRequest, invert } from '../../../src/workbook/invert';
import { cellAt } from '../../../src/workbook/snapshot';
import { cellXml, edit, fileOf, replace, withCells } from './package-edits';

const DATE = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>';

/** A row of formula cells as Excel, WPS and LibreOffice write them. */
const ROW =
  '<row r="1"><c r="A1" t="str"><f>VLOOKUP(1,B:C,2,0)</f><v>张三 &amp; 李四</v></c><c r="B1" s="1"><f>DATE(2026,3,5)</f><v>46086</v></c><c r="C1" t="b"><f>1=1</f><v>1</v></c>' +
  '<c r="D1" t="e"><f>NA()</f><v>#N/A</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><f>1+2</f><v>3</v></c><c r="G1"><f>1+3</f></c><c r="H1" s="1"><f>B1+0.5</f><v>46086.5</v></c></row>';

const READ: readonly (readonly [column: number, value: unknown, kind: number, formula: string])[] = [
  [0, '张三 & 李四', CELL_KIND.text, 'VLOOKUP(1,B:C,2,0)'],
  [1, 46086, CELL_KIND.date, 'DATE(2026,3,5)'],
  [2, true, CELL_KIND.boolean, '1=1'],
  [3, '#N/A', CELL_KIND.error, 'NA()'],
  [4, null, CELL_KIND.empty, '""'],
  [5, 3, CELL_KIND.number, '1+2'],
  [6, null, CELL_KIND.uncomputed, '1+3'],
  [7, 46086.5, CELL_KIND.date, 'B1+0.5'],
];

const formulas = async (): Promise<Uint8Array> => withCells(await fileOf({ 一: [['甲']], 二: [['乙']] }), ROW, [DATE]);

async function expectResults(bytes: Uint8Array, row = 0): Promise<void> {
  const [sheet] = (await (await openXlsx(bytes)).read()).sheets;
  for (const [column, value, kind, formula] of READ) expect(cellAt(sheet!, row, column)).toEqual({ value, kind, formula });
}

describe('stored results of formulas', () => {
  test('are read, each as its kind; one that was never computed is no blank', async () => {
    await expectResults(await formulas());
  });

  const CHANGES: readonly (readonly [string, readonly Change[], number])[] = [
    ['another sheet is written', [{ kind: 'setCells', sheet: '二', cells: [{ row: 0, column: 0, value: '改' }] }], 0],
    ['their own sheet is written', [{ kind: 'setCells', sheet: '一', cells: [{ row: 4, column: 0, value: '改' }] }], 0],
    ['they move', [{ kind: 'insertRows', sheet: '一', at: 0, count: 2 }], 2],
  ];
  test.each(CHANGES)('survive when %s, typed as before', async (_name, changes, row) => {
    const book = await openXlsx(await formulas());
    await book.apply(changes);
    const { bytes, losses } = await book.save();
    expect(losses).toEqual([]);
    // a formula that refers to a moved row has moved with it
    if (row === 0) await expectResults(bytes);
    const cell = (column: string): string => cellXml(bytes, 1, `${column}${row + 1}`)!;
    expect(cell('A')).toMatch(/ t="str".*<v>张三 &amp; 李四<\/v>/);
    expect(cell('B')).toMatch(/ s="\d+"><f>DATE\(2026,3,5\)<\/f><v>46086<\/v>/);
    expect(cell('C')).toMatch(/ t="b".*<v>1<\/v>/);
    expect(cell('D')).toMatch(/ t="e".*<v>#N\/A<\/v>/);
    expect(cell('E')).toMatch(/ t="str".*<v\/>/);
    expect(cell('F')).toMatch(/<v>3<\/v>/);
    expect(cell('G')).not.toContain('<v>');
    expect(cell('H')).toContain('<v>46086.5</v>');
  });

  test('survive twice', async () => {
    const once = (await (await openXlsx(await formulas())).save()).bytes;
    await expectResults((await (await openXlsx(once)).save()).bytes);
  });

  test('come back when a write over them is taken back', async () => {
    const book = await openXlsx(await formulas());
    const before = await book.read();
    const changes: readonly Change[] = [{ kind: 'setCells', sheet: '一', cells: READ.map(([column]) => ({ row: 0, column, value: '盖' })) }];
    const inverse = invert(changes, await book.capture(captureRequest(changes)));
    await book.apply(changes);
    await book.apply(inverse);
    expect(await book.read()).toEqual(before);
    await expectResults((await book.save()).bytes);
  });

  test('in the 1904 date system', async () => {
    const bytes = edit(await formulas(), (parts) => {
      replace(parts, 'xl/workbook.xml', '<bookViews>', '<workbookPr date1904="1"/><bookViews>');
      replace(parts, 'xl/worksheets/sheet1.xml', '<v>46086</v>', '<v>44624</v>');
      replace(parts, 'xl/worksheets/sheet1.xml', '<v>46086.5</v>', '<v>44624.5</v>');
    });
    await expectResults(bytes);
    const saved = (await (await openXlsx(bytes)).save()).bytes;
    expect(cellXml(saved, 1, 'B1')).toContain('<v>44624</v>');
    await expectResults(saved);
  });
});

describe('a formula that cells share', () => {
  /** Filled down from A2: the cells below hold the number of the shared formula and nothing else. */
  const SHARED =
    '<row r="1"><c r="A1"><v>5</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" ref="A2:B4" si="0">A1+$D$1+SUM(D:D,$D:$D,2:2)+LEN("A1")+\'A1\'!A1</f><v>6</v></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>7</v></c><c r="B3" t="str"><f t="shared" si="0"/><v>八</v></c></row>' +
    '<row r="4"><c r="C4"><f t="shared" si="7"/><v>9</v></c></row>';
  const shared = async (): Promise<Uint8Array> => withCells(await fileOf({ 一: [['甲']] }), SHARED);

  test('reads as a formula in each of them', async () => {
    const [sheet] = (await (await openXlsx(await shared())).read()).sheets;
    expect(cellAt(sheet!, 2, 0)).toEqual({ value: 7, kind: CELL_KIND.number, formula: 'A2+$D$1+SUM(D:D,$D:$D,3:3)+LEN("A1")+\'A1\'!A2' });
    expect(cellAt(sheet!, 2, 1)).toEqual({ value: '八', kind: CELL_KIND.text, formula: 'B2+$D$1+SUM(E:E,$D:$D,3:3)+LEN("A1")+\'A1\'!B2' });
    // its first cell is missing: all that is known is that there is one
    expect(cellAt(sheet!, 3, 2)).toEqual({ value: 9, kind: CELL_KIND.number, formula: '' });
  });

  test('stays whole in the others when its first cell is written over', async () => {
    const book = await openXlsx(await shared());
    await book.apply([{ kind: 'setCells', sheet: '一', cells: [{ row: 1, column: 0, value: 1 }] }]);
    const { bytes } = await book.save();
    expect(cellXml(bytes, 1, 'A3')).toMatch(/<f>A2\+\$D\$1.*<\/f><v>7<\/v>/);
  });
});
