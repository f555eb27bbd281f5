/** Charts: written, kept with their sheet through every save, replaced with it, taken back with it. */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { openXlsx as openPackage, writeXlsx } from 'hucre';
import { createXlsx, openXlsx, type XlsxWorkbook } from '../../../src/hosts/xlsx';
import type { Change } from '../../../src/workbook/change';
import type { Chart, SheetContent } from '../../../src/workbook/content';
import { captureRequest, invert } from '../../../src/workbook/invert';
import { contentOf } from '../../host-contract/contract';
import { edit } from './package-edits';

const chart = (title: string, lastRow: number, more: Partial<Chart> = {}): Chart => ({
  kind: 'column',
  title,
  stacked: true,
  series: ['次数', '假期'].map((name, index) => ({ name, values: { row: 1, column: index + 1, lastRow, lastColumn: index + 1 }, categories: { row: 1, column: 0, lastRow, lastColumn: 0 } })),
  anchor: { row: lastRow + 2, column: 0, lastRow: lastRow + 12, lastColumn: 5 },
  ...more,
});
/** A chart a character of `titles`. */
const content = (titles: string, people = 3): SheetContent => contentOf([['姓名', '次数', '假期'], ...Array.from({ length: people }, (_, index) => [`人${index}`, index, 1])], { charts: [...titles].map((title) => chart(title, people)) });
const reopened = async (book: XlsxWorkbook): Promise<XlsxWorkbook> => openXlsx((await book.save()).bytes);

const CHART = /^xl\/charts\/chart\d+\.xml$/;

/** Titles of the charts by sheet, as another program finds them; every part is there, declared and used. */
async function charts(book: XlsxWorkbook): Promise<Record<string, readonly string[]>> {
  const { bytes } = await book.save();
  const parts = unzipSync(bytes);
  const paths = Object.keys(parts);
  const types = strFromU8(parts['[Content_Types].xml']!);
  const declared = [...types.matchAll(/PartName="\/(xl\/(?:charts|drawings)\/[^"]*)"/g)].map(([, part]) => part!);
  expect(declared.filter((part) => !parts[part])).toEqual([]);
  expect(paths.filter((path) => /^xl\/(?:charts\/chart|drawings\/drawing)\d+\.xml$/.test(path) && !declared.includes(path))).toEqual([]);
  const links = paths.filter((path) => path.endsWith('.rels')).map((path) => strFromU8(parts[path]!)).join();
  expect(paths.filter((path) => /^xl\/(?:charts\/chart|drawings\/drawing|media\/)[^/]*$/.test(path) && !links.includes(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  const opened = await openPackage(bytes);
  return Object.fromEntries(opened.sheets.map(({ name, charts: found }) => [name, (found ?? []).map(({ title }) => title ?? '')]));
}

async function three(): Promise<XlsxWorkbook> {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: '甲', content: content('一') }, { kind: 'addSheet', sheet: '乙', content: content('二') }, { kind: 'addSheet', sheet: '丙', content: content('') }]);
  return book;
}

test('a chart says what it is about, and where its numbers are', async () => {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: "甲's", content: content('一') }]);
  const parts = unzipSync((await book.save()).bytes);
  const [path, ...more] = Object.keys(parts).filter((name) => CHART.test(name));
  expect(more).toEqual([]);
  const xml = strFromU8(parts[path!]!);
  expect(xml).toContain('一');
  expect(xml).toContain('<c:grouping val="stacked"/>');
  expect(xml).toMatch(/'甲(?:'|&apos;){2}s'!\$B\$2:\$B\$4/);
  expect(strFromU8(parts[Object.keys(parts).find((name) => /drawings\/drawing\d+\.xml$/.test(name))!]!)).toContain('descr="一:次数、假期"');
});

test.each<readonly [string, Partial<Chart>, RegExp]>([
  ['lines', { kind: 'line', stacked: false }, /<c:lineChart><c:grouping val="standard"\/>/],
  ['stacked lines', { kind: 'line' }, /<c:lineChart><c:grouping val="stacked"\/>/],
  ['bars', { kind: 'bar', stacked: false }, /<c:barDir val="bar"\/><c:grouping val="clustered"\/>/],
])('%s', async (_name, more, expected) => {
  const book = createXlsx();
  await book.apply([{ kind: 'addSheet', sheet: '甲', content: { ...content(''), charts: [chart('一', 3, more)] } }]);
  const parts = unzipSync((await book.save()).bytes);
  expect(strFromU8(parts[Object.keys(parts).find((name) => CHART.test(name))!]!)).toMatch(expected);
});

const CASES: readonly (readonly [string, readonly Change[], Record<string, readonly string[]>])[] = [
  ['nothing', [], { 甲: ['一'], 乙: ['二'], 丙: [] }],
  ['a replaced sheet', [{ kind: 'replaceSheet', sheet: '甲', content: content('三', 5) }], { 甲: ['三'], 乙: ['二'], 丙: [] }],
  ['a sheet that has none any more', [{ kind: 'replaceSheet', sheet: '甲', content: content('') }], { 甲: [], 乙: ['二'], 丙: [] }],
  ['a sheet that had none', [{ kind: 'replaceSheet', sheet: '丙', content: content('三') }], { 甲: ['一'], 乙: ['二'], 丙: ['三'] }],
  ['two where one was', [{ kind: 'replaceSheet', sheet: '甲', content: content('三四') }], { 甲: ['三', '四'], 乙: ['二'], 丙: [] }],
  ['a sheet that is gone', [{ kind: 'removeSheet', sheet: '甲' }], { 乙: ['二'], 丙: [] }],
  ['a new sheet in front', [{ kind: 'addSheet', sheet: '丁', content: content('四'), position: 0 }], { 丁: ['四'], 甲: ['一'], 乙: ['二'], 丙: [] }],
  ['a new sheet in front, without any', [{ kind: 'addSheet', sheet: '丁', content: content(''), position: 0 }], { 丁: [], 甲: ['一'], 乙: ['二'], 丙: [] }],
  ['other cells', [{ kind: 'setCells', sheet: '甲', cells: [{ row: 1, column: 1, value: 9 }] }], { 甲: ['一'], 乙: ['二'], 丙: [] }],
];

describe.each([
  ['a new file', three],
  ['an opened file', async () => reopened(await three())],
])('%s', (_name, start) => {
  test.each(CASES)('%s: every chart stays with its sheet, nothing of it is a loss', async (_case, changes, expected) => {
    const book = await start();
    await book.apply(changes);
    expect((await book.save()).losses).toEqual([]);
    expect(await charts(book)).toEqual(expected);
    // and once more
    expect(await charts(await reopened(book))).toEqual(expected);
  });

  test.each(CASES)('%s: taken back', async (_case, changes) => {
    const book = await start();
    const inverse = invert(changes, await book.capture(captureRequest(changes)));
    await book.apply(changes);
    await book.apply(inverse);
    expect(await charts(book)).toEqual({ 甲: ['一'], 乙: ['二'], 丙: [] });
  });
});

test('a captured sheet of this session says its charts', async () => {
  const book = await three();
  const { sheets } = await book.capture({ sheets: ['甲', '丙'], cells: [] });
  expect(sheets.get('甲')!.content.charts).toEqual([chart('一', 3)]);
  expect(sheets.get('丙')!.content.charts).toBeUndefined();
});

/** A file of somebody else: pictures on the first sheet, a chart on the second, both on the third, as Excel draws them. */
async function foreign(): Promise<Uint8Array> {
  const png = (seed: number): Uint8Array => new Uint8Array([137, 80, 78, 71, seed]);
  const image = (seed: number) => ({ data: png(seed), type: 'png' as const, anchor: { from: { row: 0, col: 5 } } });
  const series = [{ name: '次', values: '$A$1:$A$2' }];
  const drawnChart = (title: string) => ({ type: 'column' as const, title, series, anchor: { from: { row: 4, col: 0 } } });
  return writeXlsx({
    sheets: [
      { name: '图', rows: [[1], [2]], images: [image(1)] },
      { name: '表', rows: [[1], [2]], charts: [drawnChart('用户的')] },
      { name: '都有', rows: [[1], [2]], images: [image(2)], charts: [drawnChart('也是用户的')] },
    ],
  });
}

function pictures(bytes: Uint8Array): readonly number[] {
  const parts: Unzipped = unzipSync(bytes);
  return Object.keys(parts).filter((path) => path.startsWith('xl/media/')).map((path) => parts[path]!.at(-1)!).sort();
}

describe('a file of somebody else', () => {
  test('charts beside pictures stay, with a new sheet in front too', async () => {
    const book = await openXlsx(await foreign());
    await book.apply([{ kind: 'addSheet', sheet: '新', content: content('一'), position: 0 }]);
    const saved = await book.save();
    expect(saved.losses).toEqual([]);
    expect(pictures(saved.bytes)).toEqual([1, 2]);
    const expected = { 新: ['一'], 图: [], 表: ['用户的'], 都有: ['也是用户的'] };
    expect(await charts(book)).toEqual(expected);
    const again = await openXlsx(saved.bytes);
    expect(await charts(again)).toEqual(expected);
    expect(pictures((await again.save()).bytes)).toEqual([1, 2]);
  });

  test('pictures beside a chart stay when a sheet with others goes', async () => {
    const book = await openXlsx(await foreign());
    await book.apply([{ kind: 'removeSheet', sheet: '图' }]);
    const { bytes } = await book.save();
    expect(await charts(book)).toEqual({ 表: ['用户的'], 都有: ['也是用户的'] });
    expect(pictures(bytes)).toEqual([2]);
    const opened = await openPackage(bytes);
    expect(opened.sheets.map(({ images }) => (images ?? []).map(({ data }) => data.at(-1)))).toEqual([[], [2]]);
  });

  test('a chart of ours that another program has renamed is replaced without a word, one of the user’s beside it is told', async () => {
    const book = createXlsx();
    await book.apply([{ kind: 'addSheet', sheet: '甲&乙', content: content('一二') }, { kind: 'setName', name: '_hengzhi', scope: '甲&乙', formula: '"x"', hidden: true }]);
    const renamed = edit((await book.save()).bytes, (parts) => {
      for (const path of Object.keys(parts).filter((name) => /drawings\/drawing\d+\.xml$/.test(name))) parts[path] = strToU8(strFromU8(parts[path]!).replaceAll(/name="[^"]*"/g, 'name="Chart 1"'));
    });
    const same = await openXlsx(renamed);
    await same.apply([{ kind: 'replaceSheet', sheet: '甲&乙', content: content('三四') }]);
    expect((await same.save()).losses).toEqual([]);
    const fewer = await openXlsx(renamed);
    await fewer.apply([{ kind: 'replaceSheet', sheet: '甲&乙', content: content('三') }]);
    expect((await fewer.save()).losses).toEqual([{ feature: '图表', before: 2, after: 1 }]);
  });

  test('a chart of the user’s on a sheet that we write anew is a loss, and is told', async () => {
    const book = await openXlsx(await foreign());
    await book.apply([{ kind: 'replaceSheet', sheet: '表', content: content('一') }]);
    expect((await book.save()).losses).toEqual([{ feature: '图表', before: 2, after: 1 }]);
  });

  test('looks of a chart go with it', async () => {
    const parts = unzipSync(await foreign());
    const [path] = Object.keys(parts).filter((name) => CHART.test(name));
    const number = /\d+/.exec(path!)![0];
    const look = (kind: string): string => `http://schemas.microsoft.com/office/2011/relationships/${kind}`;
    parts[`xl/charts/style${number}.xml`] = strToU8('<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>');
    parts[`xl/charts/_rels/chart${number}.xml.rels`] = strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${look('chartStyle')}" Target="style${number}.xml"/><Relationship Id="rId2" Type="x/y" Target="https://example.com/" TargetMode="External"/></Relationships>`);
    const styles = async (book: XlsxWorkbook): Promise<readonly string[]> => Object.keys(unzipSync((await book.save()).bytes)).filter((name) => name.startsWith('xl/charts/style'));
    const kept = await openXlsx(zipSync(parts));
    expect(await styles(kept)).toEqual([`xl/charts/style${number}.xml`]);
    await kept.apply([{ kind: 'removeSheet', sheet: '表' }]);
    expect(await styles(kept)).toEqual([]);
  });
});
