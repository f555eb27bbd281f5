import { unzipSync } from 'fflate';
import { openXlsx } from '../../../src/hosts/xlsx';
import { CELL_KIND } from '../../../src/workbook/cell';
import type { Change } from '../../../src/workbook/change';
import { captureRequest, invert } from '../../../src/workbook/invert';
import { cellAt } from '../../../src/workbook/snapshot';
import { dated } from '../../support/sheets';
import { cellXml, edit, fileOf, partText, replace, withCells } from './package-edits';

const xf = (numFmtId: number, xfId: number, more = ''): string => `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="${xfId}"${more}/>`;

/** A1 in the style 我的样式, B1 a date in the language's short form (14), C1 in 31, D1 in 合计 with a format of its own, E1 plain, F1 a percentage. */
const styled = async (): Promise<Uint8Array> =>
  edit(
    withCells(
      await fileOf({ 一: [['甲']], 二: [['乙']] }),
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>46086</v></c><c r="C1" s="3"><v>46086</v></c><c r="D1" s="4"><v>2</v></c><c r="E1"><v>3</v></c><c r="F1" s="5"><v>0.5</v></c></row>',
      [xf(0, 1), xf(14, 0), xf(31, 0), xf(165, 2, ' applyNumberFormat="1"'), xf(9, 0)],
    ),
    (parts) => {
      const path = 'xl/styles.xml';
      replace(parts, path, /<fonts.*?<\/fonts>/, `<numFmts count="2"><numFmt numFmtId="165" formatCode='[>=1]0.00"元"'/><numFmt numFmtId="166" formatCode='0.000'/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font/><font><b/><sz val="18"/><name val="黑体"/></font></fonts>`);
      replace(parts, path, /<fills.*?<\/fills>/, '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>');
      replace(parts, path, /<cellStyleXfs.*?<\/cellStyleXfs>/, '<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="2" fillId="2" borderId="0"><alignment horizontal="center"/></xf><xf numFmtId="166" fontId="1" fillId="0" borderId="0"/></cellStyleXfs>');
      replace(parts, path, /<cellStyles.*?<\/cellStyles>/, '<cellStyles count="3"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="我的样式" xfId="1"/><cellStyle name="合计" xfId="2"/></cellStyles>');
    },
  );

/** Style name and number format of a cell, as another program reads them. */
function lookOf(bytes: Uint8Array, sheet: number, address: string): string {
  const styles = partText(bytes, 'xl/styles.xml');
  const list = (tag: string, item: RegExp): string[] => [...(new RegExp(`<${tag}[ >].*?</${tag}>`, 's').exec(styles)?.[0].matchAll(item) ?? [])].map(([text]) => text);
  const xfOf = (tag: string, index: number): string => list(tag, /<xf [^>]*>/g)[index]!;
  const number = (text: string, name: string): number => Number(new RegExp(` ${name}="(\\d+)"`).exec(text)?.[1]);
  const format = (id: number): string => (id < 164 ? String(id) : /formatCode=["'](.*?)["']\/>/.exec(list('numFmts', /<numFmt .*?\/>/g).find((text) => number(text, 'numFmtId') === id)!)![1]!.replaceAll('"', '&quot;').replace('&gt;', '>'));
  const cell = xfOf('cellXfs', Number(/ s="(\d+)"/.exec(cellXml(bytes, sheet, address)!)?.[1] ?? 0));
  const style = list('cellStyles', /<cellStyle [^>]*>/g).find((text) => number(text, 'xfId') === number(cell, 'xfId'))!;
  const own = xfOf('cellStyleXfs', number(cell, 'xfId'));
  const font = list('fonts', /<font\/>|<font>.*?<\/font>/g)[number(own, 'fontId')]!;
  const fill = list('fills', /<fill>.*?<\/fill>/g)[number(own, 'fillId')]!;
  return [/name="([^"]*)"/.exec(style)![1], format(number(cell, 'numFmtId')), `style: ${format(number(own, 'numFmtId'))} ${/sz val="(\d+)"/.exec(font)?.[1] ?? '-'} ${/patternType="(\w+)"/.exec(fill)![1]}`].join(' | ');
}

const LOOKS = ['我的样式 | 0 | style: 0 18 solid', '常规 | 14 | style: 0 11 none', '常规 | 31 | style: 0 11 none', '合计 | [>=1]0.00&quot;元&quot; | style: 0.000 - none', '常规 | 0 | style: 0 11 none', '常规 | 9 | style: 0 11 none'];
const looks = (bytes: Uint8Array, row = 1): string[] => ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => lookOf(bytes, 1, `${column}${row}`));

describe('cell styles and number formats of the program', () => {
  test('the input is what it says', async () => expect(looks(await styled())).toEqual(LOOKS));

  const CHANGES: readonly (readonly [string, readonly Change[], number])[] = [
    ['another sheet is written', [{ kind: 'setCells', sheet: '二', cells: [{ row: 0, column: 0, value: '改' }] }], 1],
    ['the cells are written', [{ kind: 'setCells', sheet: '一', cells: [{ row: 0, column: 0, value: 7 }, { row: 0, column: 1, value: dated('2026-05-01') }, { row: 0, column: 2, value: dated('2026-05-01') }] }], 1],
    ['they move', [{ kind: 'insertRows', sheet: '一', at: 0, count: 1 }], 2],
  ];
  test.each(CHANGES)('stay when %s', async (_name, changes, row) => {
    const book = await openXlsx(await styled());
    await book.apply(changes);
    const { bytes, losses } = await book.save();
    expect(losses).toEqual([]);
    expect(looks(bytes, row)).toEqual(LOOKS);
    expect(looks((await (await openXlsx(bytes)).save()).bytes, row)).toEqual(LOOKS);
  });

  test('come back when a write is taken back', async () => {
    const book = await openXlsx(await styled());
    const changes: readonly Change[] = [{ kind: 'setCells', sheet: '一', cells: [0, 1, 2, 3].map((column) => ({ row: 0, column, value: 1, style: null })) }];
    const inverse = invert(changes, await book.capture(captureRequest(changes)));
    await book.apply(changes);
    await book.apply(inverse);
    expect(looks((await book.save()).bytes)).toEqual(LOOKS);
  });

  test('dates in them are dates', async () => {
    const [sheet] = (await (await openXlsx(await styled())).read()).sheets;
    expect([0, 1, 2, 3, 5].map((column) => cellAt(sheet!, 0, column).kind)).toEqual([CELL_KIND.number, CELL_KIND.date, CELL_KIND.date, CELL_KIND.number, CELL_KIND.number]);
  });

  test('a file without styles, or without the ordinary one, is read and written', async () => {
    const bare = edit(await fileOf({ 一: [['甲']] }), (parts) => {
      delete parts['xl/styles.xml'];
      replace(parts, '[Content_Types].xml', /<Override PartName="\/xl\/styles.xml"[^>]*>/, '');
    });
    expect((await (await openXlsx(bare)).save()).losses).toEqual([]);
    const odd = edit(await styled(), (parts) => replace(parts, 'xl/styles.xml', ' builtinId="0"', ''));
    const { bytes, losses } = await (await openXlsx(odd)).save();
    expect(losses).toEqual([{ feature: '单元格样式', before: 2, after: 0 }]);
    expect(unzipSync(bytes)['xl/styles.xml']).toBeDefined();
  });
});
