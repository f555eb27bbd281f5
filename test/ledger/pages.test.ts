import { day, snapshotOf } from '../support/sheets';
import * as column from '../../src/ledger/column';
import { defineLedger } from '../../src/ledger/ledger';
import { NO_MAPPING } from '../../src/ledger/locate';
import { ledgerContent, ledgerRows } from '../../src/ledger/merge';
import { formalPage, resultSheet, withChart } from '../../src/ledger/page';
import { describeTrouble } from '../../src/ledger/messages';
import { Reader } from '../../src/ledger/reader';
import { tableToJson, toCell, type ResultTable } from '../../src/ledger/result-table';
import { Trouble } from '../../src/ledger/cell-reading';
import { fen } from '../../src/kernel/money';
import { civilMinute } from '../../src/kernel/date';
import { dateCell } from '../../src/workbook/cell';

const rota = defineLedger({
  id: 'rota',
  sheet: '值班表',
  clause: '值班-一',
  help: '',
  columns: { date: column.date('日期', { required: true }), clerk: column.name('值班人员'), locked: column.yesNo('锁定'), state: column.text('状态', { computed: true }) },
});

describe('rows merged into a ledger', () => {
  test('an absent sheet is created with header, dropdowns and formats', async () => {
    const reader = new Reader(await snapshotOf({}), NO_MAPPING, () => undefined);
    const block = ledgerRows(reader.read(rota, { fields: ['date'] }), rota, { updates: [], inserts: [{ date: dateCell(day('2026-01-01')), clerk: '张三', locked: undefined as never }] });
    expect(block).toMatchObject({ sheet: '值班表', columns: { 日期: 0, 值班人员: 1, 锁定: 2, 状态: 3 }, insertAt: 1, append: [], rows: [{ at: null, cells: { 值班人员: '张三' } }] });
    expect(block.create?.rows[0]!.map((cell) => cell?.value)).toEqual(['日期', '值班人员', '锁定', '状态']);
    expect(block.create?.validations).toEqual([{ area: { row: 1, column: 2, lastRow: 500, lastColumn: 2 }, values: ['是', '否'] }]);
  });

  test('a sheet that stands keeps its columns; owned ones that it lacks are appended', async () => {
    const reader = new Reader(await snapshotOf({ 值班表: [['题'], ['值班人员', '我的', '日期'], ['李四', 1, dateCell(day('2026-01-01'))], ['合计']] }), NO_MAPPING, () => undefined);
    const block = ledgerRows(reader.read(rota, { fields: ['date'] }), rota, { updates: [{ at: 2, cells: { clerk: '张三', state: '草稿' } }], inserts: [] });
    expect(block).toMatchObject({ columns: { 值班人员: 0, 日期: 2, 状态: 3 }, headerRow: 1, insertAt: 3, pushDown: true, append: ['状态'] });
    expect(block.create).toBeUndefined();
  });

  test('sample rows fill a fresh sheet', () => {
    const content = ledgerContent(rota, [{ clerk: '张三' }]);
    expect(content.rows[1]!.map((cell) => cell?.value)).toEqual([null, '张三', null, null]);
  });
});

describe('formal pages', () => {
  const base = { title: '值班安排表', widths: [10, 10, 10], notes: ['说明'.repeat(40)], orientation: 'portrait' as const };

  test('title, unit line, header, rows with formulas, totals, notes, closing lines', () => {
    const page = formalPage({
      ...base,
      subtitle: { left: '单位', right: '日期' },
      sections: [
        {
          heading: '一、',
          columns: [{ title: '姓名' }, { title: '次数', span: 2, align: 'right', numberFormat: '0', wrap: true }],
          rows: [['甲', 2], ['乙', (place) => ({ kind: 'formula', formula: `${place.letter(1)}${place.row - 1}+1`, value: 3 })]],
          totals: ['合计', ({ first, last, letter }) => ({ kind: 'formula', formula: `SUM(${letter(1)}${first}:${letter(1)}${last})`, value: 5 })],
        },
      ],
      closing: [{ left: '制表' }, { right: '审核' }, { left: '甲', right: '乙' }],
      draftNote: '草稿,有 1 行未计入',
    });
    const text = page.rows.map((row) => row.map((cell) => (typeof cell?.value === 'object' && cell.value !== null && 'formula' in cell.value ? `=${cell.value.formula}` : (cell?.value ?? '')) as string).join('|'));
    expect(text).toEqual(['值班安排表||', '草稿,有 1 行未计入||', '单位||日期', '一、||', '姓名|次数|', '甲|2|', '乙|=B6+1|', '合计|=SUM(B6:B7)|', `${'说明'.repeat(40)}||`, '制表||', '审核||', '甲||乙']);
    expect(page.print).toMatchObject({ orientation: 'portrait', titleRows: [4, 4], fitToHeight: 0 });
    expect(page.merges).toContainEqual({ row: 4, column: 1, lastRow: 4, lastColumn: 2 });
    expect(page.rowHeights[8]).toBeGreaterThan(40);
  });

  test('several sections repeat no header; one page; landscape; a long title gets two lines', () => {
    const section = { columns: [{ title: '一' }, { title: '二' }, { title: '三' }], rows: [], rowHeight: 30 };
    const page = formalPage({ ...base, title: '很'.repeat(30), sections: [section, section], notes: [], closing: [{}], orientation: 'landscape', onePage: true });
    expect(page.print).toMatchObject({ orientation: 'landscape', fitToHeight: 1 });
    expect(page.print?.titleRows).toBeUndefined();
    expect(page.rowHeights[0]).toBe(58);
  });

  test('a row may be shorter than its header; nothing need stand at the foot', () => {
    const page = formalPage({ ...base, notes: [], sections: [{ columns: [{ title: '一' }, { title: '二' }, { title: '三' }], rows: [['只有一个']] }] });
    expect(page.rows.at(-1)!.map((cell) => cell?.value)).toEqual(['只有一个', null, null]);
  });

  test('a section that does not fill the grid is a programmer error', () => {
    expect(() => formalPage({ ...base, sections: [{ columns: [{ title: '一' }], rows: [] }] })).toThrow('does not fill the grid');
  });
});

describe('result tables', () => {
  const table: ResultTable = {
    title: '表',
    columns: [
      { title: '日', kind: 'date' },
      { title: '时', kind: 'moment' },
      { title: '元', kind: 'money' },
      { title: '分', kind: 'number', decimals: 2 },
      { title: '数', kind: 'number' },
      { title: '次', kind: 'integer' },
      { title: '否', kind: 'yesNo' },
      { title: '文', kind: 'text', width: 60 },
    ],
    rows: [
      [day('2026-03-05'), civilMinute(day('2026-03-05'), 9), fen(1250), 1.5, 0.25, 3, true, '甲'],
      [null, null, null, null, null, null, false, ''],
      [null, null, null, null, null, null, null],
    ],
  };

  test('as JSON', () => {
    expect(tableToJson(table)[0]).toEqual({ 日: '2026-03-05', 时: '2026-03-05T09:00', 元: 12.5, 分: 1.5, 数: 0.25, 次: 3, 否: '是', 文: '甲' });
    expect(tableToJson(table)[1]).toEqual({ 日: null, 时: null, 元: null, 分: null, 数: null, 次: null, 否: '否', 文: null });
  });

  test('as a sheet, with formulas where they can say it', () => {
    const sheet = resultSheet(table, { above: ['期间'], notes: ['注'], cells: (row, at, place) => (row === 0 && at === 5 ? { kind: 'formula', formula: `1+${place.row}`, value: 4 } : undefined) });
    expect(sheet.rows[2]![0]!.value).toEqual({ kind: 'date', date: day('2026-03-05') });
    expect(sheet.rows[2]![5]!.value).toEqual({ kind: 'formula', formula: '1+3', value: 4 });
    expect(sheet.rows[2]![1]!.value).toEqual({ kind: 'moment', at: civilMinute(day('2026-03-05'), 9) });
    expect(sheet.freeze).toEqual({ rows: 2, columns: 0 });
    expect(sheet.print).toMatchObject({ orientation: 'landscape', titleRows: [1, 1] });
    expect(sheet.styles['c3']).toMatchObject({ numberFormat: '0.00' });
    expect(toCell(null, 'date')).toBeNull();
    // 200 half-width characters in a column of 60
    expect(resultSheet({ ...table, rows: [[...table.rows[1]!.slice(0, 7), '长'.repeat(100)], table.rows[2]!] }).rowHeights).toEqual({ 0: 24, 1: 63 });
    expect(resultSheet({ title: '空', columns: [{ title: '甲', kind: 'text' }], rows: [] }).print).toMatchObject({ orientation: 'portrait' });
  });
});

describe('charts of a table', () => {
  const people = (count: number): ResultTable => ({
    title: '次数',
    columns: [{ title: '姓名', kind: 'text' }, { title: '平日', kind: 'integer' }, { title: '股室', kind: 'text' }, { title: '假期', kind: 'integer' }],
    rows: Array.from({ length: count }, (_, index) => [`人${index}`, index, '股', 1]),
  });
  const chartOf = (count: number, rows?: readonly [number, number]) => {
    const content = resultSheet(people(count), { above: ['期间'], notes: ['注'] });
    return withChart(content, people(count), 1, { title: '每人次数', columns: ['假期', '平日'], ...(rows ? { rows } : {}) });
  };
  const column = (at: number, row: number, lastRow: number) => ({ row, column: at, lastRow, lastColumn: at });

  test('its columns by the first one, below everything, as wide as the table', () => {
    const content = chartOf(3);
    expect(content.rows.map((row) => row[0]?.value)).toEqual(['期间', '姓名', '人0', '人1', '人2', '注']);
    expect(content.charts).toEqual([
      {
        kind: 'column',
        title: '每人次数',
        stacked: true,
        series: [
          { name: '假期', values: column(3, 2, 4), categories: column(0, 2, 4) },
          { name: '平日', values: column(1, 2, 4), categories: column(0, 2, 4) },
        ],
        anchor: { row: 7, column: 0, lastRow: 26, lastColumn: 3 },
      },
    ]);
    expect(content.print!.rowBreaks).toBeUndefined();
  });

  test('of some rows; of none there is no chart', () => {
    expect(chartOf(3, [1, 1]).charts![0]!.series[0]!.categories).toEqual(column(0, 3, 3));
    expect(chartOf(3, [0, -1]).charts).toBeUndefined();
    expect(chartOf(0).charts).toBeUndefined();
  });

  test('on a page of its own where paper would cut it', () => {
    const longest = Array.from({ length: 60 }, (_, count) => count + 1).filter((count) => chartOf(count).print!.rowBreaks === undefined).at(-1)!;
    // 252 mm of A4 portrait are 714 points: 21 rows for the chart, 3 beside the table
    expect(longest).toBeGreaterThan(15);
    expect(longest).toBeLessThan(25);
    expect(chartOf(longest + 1).print!.rowBreaks).toEqual([longest + 3]);
  });
});

test('a trouble without a message is a programmer error', () => {
  expect(() => describeTrouble(new Trouble('no-such-reason'), rota.columns.clerk, 'G14')).toThrow('no message');
  expect(describeTrouble(new Trouble('choice-unknown', { value: '甲' }), rota.columns.locked, 'G14').remedy).toContain('是、否');
});
