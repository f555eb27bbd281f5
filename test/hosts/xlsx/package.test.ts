import { mkdtemp, readdir, readFile, writeFile, mkdir, chmod, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createXlsx, openXlsx } from '../../../src/hosts/xlsx';
import { isOpenElsewhere, readWorkbookFile, writeWorkbookFile } from '../../../src/hosts/xlsx/file';
import { isDateFormat } from '../../../src/hosts/xlsx/styles';
import { SeededRandom } from '../../../src/kernel/solver';
import { CELL_KIND, type CellInput } from '../../../src/workbook/cell';
import { HostError } from '../../../src/workbook/host';
import { cellAt } from '../../../src/workbook/snapshot';
import { contentOf } from '../../host-contract/contract';
import { dated } from '../../support/sheets';
import { edit, fileOf, replace } from './package-edits';

const plainFile = (): Promise<Uint8Array> => fileOf({ 一: [['日期', '数'], [dated('2026-03-05'), 3]], 二: [['甲']] });

describe('what is no workbook gets a sentence that says what to do', () => {
  const compound = (name: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0, ...[...name].flatMap((character) => [character.charCodeAt(0), 0]), 0, 0]);
  test.each<readonly [string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(), 'file/empty'],
    ['a text file', () => strToU8('日期,姓名\n'), 'file/not-workbook'],
    ['an old .xls or .et', () => compound('Workbook'), 'file/legacy-format'],
    ['a password', () => compound('EncryptedPackage'), 'file/encrypted'],
    ['another zip', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'file/not-workbook'],
    ['a binary workbook', () => zipSync({ 'xl/workbook.bin': new Uint8Array(4) }), 'file/legacy-format'],
    ['half a file', async () => (await plainFile()).slice(0, 900), 'file/damaged'],
    ['a zip whose directory lies', async () => Uint8Array.from(await plainFile(), (byte, index) => (index > 1500 && index < 2500 ? byte ^ 0xff : byte)), 'file/damaged'],
    ['a bomb', () => zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }, { level: 9 }), 'file/suspicious'],
    ['broken XML', async () => edit(await plainFile(), (parts) => (parts['xl/workbook.xml'] = strToU8('<workbook><sheets>'))), 'file/damaged'],
  ])('%s', async (_name, make, code) => {
    const bytes = await make();
    const failure = await openXlsx(bytes).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(HostError);
    expect(failure).toMatchObject({ code });
    expect((failure as HostError).remedy).toMatch(/请/);
  });

  test('limits on size, count and doubled names', async () => {
    const bytes = await plainFile();
    const limits = { file: 1e9, unpacked: 1e9, ratio: 400, entries: 10_000 };
    await expect(openXlsx(bytes, { ...limits, file: 10 })).rejects.toMatchObject({ code: 'file/too-large' });
    await expect(openXlsx(bytes, { ...limits, unpacked: 100 })).rejects.toMatchObject({ code: 'file/suspicious' });
    await expect(openXlsx(bytes, { ...limits, entries: 2 })).rejects.toMatchObject({ code: 'file/suspicious' });
  });

  test('400 damaged files: read or refused with a sentence, never anything else', async () => {
    const bytes = await plainFile();
    const random = new SeededRandom(7);
    for (let round = 0; round < 400; round += 1) {
      const broken = bytes.slice();
      for (let hits = 1 + random.below(6); hits > 0; hits -= 1) broken[random.below(broken.length)] = random.below(256);
      await openXlsx(broken).then(
        (book) => book.read(),
        (failure: unknown) => expect(failure).toBeInstanceOf(HostError),
      );
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('what a user has in his file stays', () => {
  const rich = async (): Promise<Uint8Array> =>
    edit(await plainFile(), (parts) => {
      const sheet = 'xl/worksheets/sheet1.xml';
      const x14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
      replace(
        parts,
        sheet,
        /<pageMargins/,
        '<sheetProtection password="CC1A" sheet="0" objects="1"/><autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter><pageMargins',
      );
      replace(
        parts,
        sheet,
        '</worksheet>',
        `<headerFooter><oddFooter>&amp;C页脚</oddFooter></headerFooter><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" ${x14}><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>二!$A$1</xm:f></x14:formula1><xm:sqref>B2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
      );
      replace(parts, 'xl/workbook.xml', '<calcPr', '<definedNames><definedName name="_秘" hidden="1">"x"</definedName><definedName name="区" localSheetId="1">二!$A$1</definedName></definedNames><calcPr');
      parts['docProps/custom.xml'] = strToU8('<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>');
      replace(parts, '_rels/.rels', '</Relationships>', '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>');
      replace(parts, '[Content_Types].xml', '</Types>', '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>');
    });

  test('one changed cell loses nothing', async () => {
    const book = await openXlsx(await rich());
    expect((await book.read()).names).toEqual([
      { name: '_秘', scope: null, formula: '"x"', hidden: true },
      { name: '区', scope: '二', formula: '二!$A$1', hidden: false },
    ]);
    await book.apply([{ kind: 'setCells', sheet: '二', cells: [{ row: 0, column: 0, value: '改' }] }]);
    const { bytes, losses } = await book.save();
    expect(losses).toEqual([]);
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    for (const piece of ['password="CC1A"', '<filterColumn', 'x14:dataValidation ', '页脚']) expect(sheet).toContain(piece);
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('hidden="1"');
    expect(strFromU8(parts['_rels/.rels']!)).toContain('docProps/custom.xml');
    expect(strFromU8(parts['[Content_Types].xml']!)).toContain('custom-properties');
    expect((await (await openXlsx(bytes)).read()).sheets[1]!.columns[0]!.values).toEqual(['改']);
  });

  test('what rows that move would tear is told before the save', async () => {
    const book = await openXlsx(await rich());
    await book.apply([{ kind: 'insertRows', sheet: '一', at: 1, count: 1 }]);
    const { losses } = await book.save();
    expect(losses.map((loss) => loss.feature)).toEqual(expect.arrayContaining(['跨表数据有效性']));
  });

  test('what we took away ourselves is no loss: formulas written over, less on a sheet of ours', async () => {
    const formula: CellInput = { kind: 'formula', formula: '1+1', value: 2 };
    const book = await openXlsx(await fileOf({ 一: [[formula, formula]], 二: [[formula, formula]] }));
    await book.apply([
      { kind: 'setCells', sheet: '一', cells: [{ row: 0, column: 0, value: 2 }] },
      { kind: 'replaceSheet', sheet: '二', content: contentOf([['新']]) },
    ]);
    expect((await book.save()).losses).toEqual([]);
  });

  test('what a user has put on a sheet of ours and goes with it is told', async () => {
    const coloured = edit(await plainFile(), (parts) => replace(parts, 'xl/worksheets/sheet2.xml', /<pageMargins/, '<conditionalFormatting sqref="A1"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting><pageMargins'));
    const book = await openXlsx(coloured);
    await book.apply([{ kind: 'replaceSheet', sheet: '二', content: contentOf([['新']]) }]);
    expect((await book.save()).losses).toEqual([{ feature: '条件格式', before: 1, after: 0 }]);
  });

  test('a sheet that is protected is not written; one whose protection was lifted is, and stays lifted', async () => {
    const locked = await openXlsx(edit(await plainFile(), (parts) => replace(parts, 'xl/worksheets/sheet1.xml', /<pageMargins/, '<sheetProtection sheet="1"/><pageMargins')));
    expect((await locked.list()).map((sheet) => sheet.protected)).toEqual([true, false]);
    await expect(locked.apply([{ kind: 'setCells', sheet: '一', cells: [] }])).rejects.toMatchObject({ code: 'workbook/sheet-protected', remedy: expect.stringContaining('撤消工作表保护') as string });
    const lifted = await openXlsx(await rich());
    expect((await lifted.list())[0]!.protected).toBe(false);
    expect((await lifted.read()).sheets[0]!.protected).toBe(false);
    await lifted.apply([{ kind: 'insertRows', sheet: '一', at: 1, count: 1 }]);
    const { bytes } = await lifted.save();
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).toContain('<sheetProtection password="CC1A" sheet="0" objects="1"/>');
    expect((await (await openXlsx(bytes)).list())[0]!.protected).toBe(false);
  });

  test('the 1904 date system is read and written right', async () => {
    const bytes = edit(await plainFile(), (parts) => {
      replace(parts, 'xl/workbook.xml', '<bookViews>', '<workbookPr date1904="1"/><bookViews>');
      replace(parts, 'xl/worksheets/sheet1.xml', '<v>46086</v>', '<v>44624</v>');
    });
    const book = await openXlsx(bytes);
    expect(cellAt((await book.read()).sheets[0]!, 1, 0)).toEqual({ value: 46086, kind: CELL_KIND.date, formula: undefined });
    await book.apply([{ kind: 'setCells', sheet: '一', cells: [{ row: 2, column: 0, value: dated('2026-03-06') }] }]);
    expect(cellAt((await (await openXlsx((await book.save()).bytes)).read()).sheets[0]!, 2, 0).value).toBe(46087);
  });

  test('60,000 formatted empty rows are no data', async () => {
    const bytes = edit(await plainFile(), (parts) => {
      const empty = Array.from({ length: 60_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="1"/></row>`).join('');
      replace(parts, 'xl/worksheets/sheet1.xml', '</sheetData>', `${empty}</sheetData>`);
    });
    expect((await (await openXlsx(bytes)).read()).sheets[0]).toMatchObject({ rowCount: 2, columnCount: 2 });
  });

  test('print setup, widths, freeze, dropdowns reach the file', async () => {
    const book = createXlsx();
    await book.apply([
      {
        kind: 'addSheet',
        sheet: '页',
        content: contentOf([['题'], ['头']], {
          columnWidths: [20],
          rowHeights: { 0: 30 },
          freeze: { rows: 2, columns: 0 },
          validations: [
            { area: { row: 2, column: 0, lastRow: 9, lastColumn: 0 }, values: ['是', '否'] },
            { area: { row: 2, column: 1, lastRow: 9, lastColumn: 1 }, values: ['很长的选项'.repeat(60)] },
          ],
          print: { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, margins: { top: 25.4, bottom: 20, left: 20, right: 20, header: 10, footer: 10 }, titleRows: [1, 1], footer: '&C第 &P 页 共 &N 页', centerHorizontally: true },
        }),
      },
    ]);
    const parts = unzipSync((await book.save()).bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    for (const piece of ['orientation="landscape"', 'paperSize="9"', 'fitToHeight="0"', 'top="1"', 'state="frozen"', '第 &amp;P 页 共 &amp;N 页', 'horizontalCentered="1"', 'errorStyle="warning"']) expect(sheet).toContain(piece);
    expect(sheet.match(/<dataValidation /g)).toHaveLength(1);
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('$2:$2');
  });
});

test.each([
  ['yyyy-mm-dd', true],
  ['yyyy"年"m"月"d"日"', true],
  ['[$-804]aaaa', false],
  ['[h]:mm', true],
  ['0.00', false],
  ['"日"0', false],
  ['General', false],
  [undefined, false],
])('%p shows a date: %p', (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});

describe('files on disk', () => {
  test('are written whole and keep their mode; nothing is left over', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hengzhi-'));
    const path = join(folder, '册.xlsx');
    await writeWorkbookFile(path, new Uint8Array([1]));
    await chmod(path, 0o640);
    await writeWorkbookFile(path, new Uint8Array([2, 3]));
    expect([...(await readFile(path))]).toEqual([2, 3]);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['册.xlsx']);
    expect([...(await readWorkbookFile(path))]).toEqual([2, 3]);
  });

  test.each(['~$册.xlsx', '.~lock.册.xlsx#', '.~册.xlsx'])('%s means open elsewhere', async (lock) => {
    const folder = await mkdtemp(join(tmpdir(), 'hengzhi-'));
    await writeFile(join(folder, lock), '');
    expect(await isOpenElsewhere(join(folder, '册.xlsx'))).toBe(true);
    await expect(writeWorkbookFile(join(folder, '册.xlsx'), new Uint8Array())).rejects.toMatchObject({ code: 'file/open-elsewhere' });
    expect(await readdir(folder)).toEqual([lock]);
  });

  test('what cannot be read or written says why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hengzhi-'));
    await mkdir(join(folder, '夹.xlsx'));
    await expect(readWorkbookFile(join(folder, '无.xlsx'))).rejects.toMatchObject({ code: 'file/not-found' });
    await expect(readWorkbookFile(join(folder, '夹.xlsx'))).rejects.toMatchObject({ code: 'file/is-folder' });
    await expect(writeWorkbookFile(join(folder, '无', '册.xlsx'), new Uint8Array())).rejects.toMatchObject({ code: 'file/no-folder' });
    await expect(writeWorkbookFile(join(folder, '夹.xlsx'), new Uint8Array())).rejects.toBeInstanceOf(HostError);
  });
});
