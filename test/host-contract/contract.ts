/** What every host must do, whatever program or file is behind it. */
import { civilDate, civilMinute, toSerial } from '../../src/kernel/date';
import { CELL_KIND, type CellInput, type Scalar } from '../../src/workbook/cell';
import type { Change } from '../../src/workbook/change';
import type { Chart, SheetContent } from '../../src/workbook/content';
import type { WorkbookHost } from '../../src/workbook/host';
import { captureRequest, invert } from '../../src/workbook/invert';
import { cellAt, findSheet, type Snapshot } from '../../src/workbook/snapshot';

export interface ContractHost {
  readonly host: WorkbookHost;
  /** The same workbook as another session sees it (saved and opened again). */
  reopen(): Promise<ContractHost>;
}

export function contentOf(rows: readonly (readonly CellInput[])[], more: Partial<SheetContent> = {}): SheetContent {
  return {
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    styles: {},
    columnWidths: [],
    rowHeights: {},
    merges: [],
    validations: [],
    ...more,
  };
}

const LONG = '长'.repeat(32_767);

/** Values that must come back exactly, each with what a snapshot says of it. */
const VALUES: readonly (readonly [name: string, input: CellInput, value: unknown, kind: number])[] = [
  ['text', '值班', '值班', CELL_KIND.text],
  ['text that looks like a formula', '=1+1', '=1+1', CELL_KIND.text],
  ['text that begins with a plus', '+86 139', '+86 139', CELL_KIND.text],
  ['text that begins with @', '@张三', '@张三', CELL_KIND.text],
  ['zeros in front', '0089', '0089', CELL_KIND.text],
  ['many digits', '123456789012345678', '123456789012345678', CELL_KIND.text],
  ['text that looks like a date', '2026-03-05', '2026-03-05', CELL_KIND.text],
  ['emoji and rare characters', '👍𠮷', '👍𠮷', CELL_KIND.text],
  ['line break and quotes', '甲\n"乙"<&>', '甲\n"乙"<&>', CELL_KIND.text],
  ['spaces at the ends', '  张 三 ', '  张 三 ', CELL_KIND.text],
  ['the longest text', LONG, LONG, CELL_KIND.text],
  ['zero', 0, 0, CELL_KIND.number],
  ['a fraction', 0.1, 0.1, CELL_KIND.number],
  ['a negative number', -12.5, -12.5, CELL_KIND.number],
  ['true', true, true, CELL_KIND.boolean],
  ['false', false, false, CELL_KIND.boolean],
  ['a date', { kind: 'date', date: civilDate(2026, 3, 5) }, toSerial(civilDate(2026, 3, 5)), CELL_KIND.date],
  ['29 February', { kind: 'date', date: civilDate(2028, 2, 29) }, toSerial(civilDate(2028, 2, 29)), CELL_KIND.date],
  ['a moment', { kind: 'moment', at: civilMinute(civilDate(2026, 3, 5), 9, 30) }, toSerial(civilDate(2026, 3, 5)) + 570 / 1440, CELL_KIND.date],
  ['an error', { kind: 'error', code: '#REF!' }, '#REF!', CELL_KIND.error],
];

function at(snapshot: Snapshot, sheet: string, row: number, column: number) {
  return cellAt(findSheet(snapshot, sheet)!, row, column);
}

export function describeHost(name: string, create: () => Promise<ContractHost>): void {
  describe(`host contract: ${name}`, () => {
    const withSheet = async (rows: readonly (readonly CellInput[])[], more: Partial<SheetContent> = {}): Promise<ContractHost> => {
      const made = await create();
      await made.host.apply([{ kind: 'addSheet', sheet: '台账', content: contentOf(rows, more) }]);
      return made;
    };

    test.each(VALUES)('keeps %s', async (_name, input, value, kind) => {
      const made = await withSheet([[input]]);
      await made.host.apply([{ kind: 'setCells', sheet: '台账', cells: [{ row: 1, column: 1, value: input }] }]);
      const snapshot = await (await made.reopen()).host.read();
      for (const [row, column] of [[0, 0], [1, 1]] as const) {
        const cell = at(snapshot, '台账', row, column);
        expect(cell.kind).toBe(kind);
        if (typeof value === 'number') expect(cell.value).toBeCloseTo(value, 9);
        else expect(cell.value).toBe(value);
        expect(cell.formula).toBeUndefined();
      }
    });

    test('keeps formulas with their values', async () => {
      const made = await withSheet([[1, 2, { kind: 'formula', formula: 'SUM(A1:B1)', value: 3 }]]);
      const snapshot = await (await made.reopen()).host.read();
      expect(at(snapshot, '台账', 0, 2)).toMatchObject({ formula: 'SUM(A1:B1)', value: 3, kind: CELL_KIND.number });
    });

    test.each<readonly [Scalar, number]>([
      [3, CELL_KIND.number],
      ['张三', CELL_KIND.text],
      [true, CELL_KIND.boolean],
      ['', CELL_KIND.empty],
      [null, CELL_KIND.uncomputed],
    ])('a formula keeps its result %p', async (value, kind) => {
      const made = await withSheet([[{ kind: 'formula', formula: 'B9', value }]]);
      await made.host.apply([{ kind: 'setCells', sheet: '台账', cells: [{ row: 1, column: 1, value: { kind: 'formula', formula: 'B9', value } }] }]);
      const snapshot = await (await made.reopen()).host.read();
      for (const [row, column] of [[0, 0], [1, 1]] as const) expect(at(snapshot, '台账', row, column)).toEqual({ value: value === '' ? null : value, kind, formula: 'B9' });
    });

    test('an empty cell is empty, and rows without values do not count', async () => {
      const made = await withSheet([['甲', null], [null, null], ['', null]], { styles: { a: { fill: 'FFFF00' } } });
      const sheet = findSheet(await (await made.reopen()).host.read(), '台账')!;
      expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
    });

    test('keeps merges, visibility and the order of sheets', async () => {
      const made = await withSheet([['题'], ['甲', '乙']], { merges: [{ row: 0, column: 0, lastRow: 0, lastColumn: 1 }] });
      await made.host.apply([
        { kind: 'addSheet', sheet: '后', content: contentOf([[1]], { visibility: 'hidden' }) },
        { kind: 'addSheet', sheet: '前', content: contentOf([[2]]), position: 0 },
      ]);
      const reopened = await made.reopen();
      expect((await reopened.host.list()).map((sheet) => [sheet.name, sheet.visibility])).toEqual([['前', 'visible'], ['台账', 'visible'], ['后', 'hidden']]);
      expect(findSheet(await reopened.host.read(['台账']), '台账')!.merges).toEqual([{ row: 0, column: 0, lastRow: 0, lastColumn: 1 }]);
    });

    test('reads only the sheets that are asked for, without regard to case', async () => {
      const made = await create();
      await made.host.apply([{ kind: 'addSheet', sheet: 'Abc', content: contentOf([[1]]) }, { kind: 'addSheet', sheet: '乙', content: contentOf([[1]]) }]);
      expect((await made.host.read(['abc', '没有'])).sheets.map((sheet) => sheet.name)).toEqual(['Abc']);
    });

    test('rows pushed in move what is below: cells, merges, formulas, names', async () => {
      const made = await withSheet(
        [['数'], [1], [2], ['合计', { kind: 'formula', formula: 'SUM(A2:A3)', value: 3 }]],
        { merges: [{ row: 3, column: 0, lastRow: 3, lastColumn: 0 }, { row: 3, column: 2, lastRow: 3, lastColumn: 3 }] },
      );
      await made.host.apply([
        { kind: 'addSheet', sheet: '另', content: contentOf([[{ kind: 'formula', formula: "'台账'!B4", value: 3 }]]) },
        { kind: 'setName', name: '总数', scope: null, formula: "'台账'!$B$4", hidden: false },
        { kind: 'insertRows', sheet: '台账', at: 3, count: 2 },
        { kind: 'setCells', sheet: '台账', cells: [{ row: 3, column: 0, value: 3 }] },
      ]);
      const snapshot = await (await made.reopen()).host.read();
      expect(at(snapshot, '台账', 5, 0).value).toBe('合计');
      expect(at(snapshot, '台账', 3, 0).value).toBe(3);
      expect(at(snapshot, '台账', 5, 1).formula).toBe('SUM(A2:A3)');
      expect(at(snapshot, '另', 0, 0).formula).toBe("'台账'!B6");
      expect(snapshot.names.find((entry) => entry.name === '总数')?.formula).toBe("'台账'!$B$6");
      expect(findSheet(snapshot, '台账')!.merges).toContainEqual({ row: 5, column: 2, lastRow: 5, lastColumn: 3 });
    });

    test('keeps names with scope, text formula and hidden flag', async () => {
      const made = await withSheet([[1]]);
      await made.host.apply([{ kind: 'setName', name: '_hengzhi', scope: '台账', formula: '"甲""乙"&"丙"', hidden: true }]);
      const reopened = await made.reopen();
      expect((await reopened.host.read([])).names).toEqual([{ name: '_hengzhi', scope: '台账', formula: '"甲""乙"&"丙"', hidden: true }]);
      await reopened.host.apply([{ kind: 'setName', name: '_hengzhi', scope: '台账', formula: null, hidden: true }]);
      expect((await reopened.host.read([])).names).toEqual([]);
    });

    test('refuses a sheet that exists, and one that does not, leaving everything as it was', async () => {
      const made = await withSheet([['甲']]);
      const before = await made.host.read();
      const first: Change = { kind: 'setCells', sheet: '台账', cells: [{ row: 0, column: 0, value: '改' }] };
      await expect(made.host.apply([first, { kind: 'addSheet', sheet: '台账', content: contentOf([]) }])).rejects.toMatchObject({ code: 'workbook/sheet-exists' });
      await expect(made.host.apply([first, { kind: 'removeSheet', sheet: '没有' }])).rejects.toMatchObject({ code: 'workbook/sheet-missing' });
      expect(await made.host.read()).toEqual(before);
    });

    test('charts come and go with their sheet', async () => {
      const chart = (title: string): Chart => ({
        kind: 'column',
        title,
        series: [{ name: '次数', values: { row: 1, column: 1, lastRow: 2, lastColumn: 1 }, categories: { row: 1, column: 0, lastRow: 2, lastColumn: 0 } }],
        anchor: { row: 4, column: 0, lastRow: 14, lastColumn: 3 },
      });
      const rows: readonly (readonly CellInput[])[] = [['姓名', '次数'], ['甲一', 1], ['乙二', 2]];
      const made = await withSheet(rows, { charts: [chart('原')] });
      const shown = async (): Promise<readonly string[]> => ((await made.host.capture({ sheets: ['台账'], cells: [] })).sheets.get('台账')?.content.charts ?? []).map(({ title }) => title);
      expect(await shown()).toEqual(['原']);
      const states: readonly (readonly [Change, readonly string[]])[] = [
        [{ kind: 'replaceSheet', sheet: '台账', content: contentOf(rows, { charts: [chart('甲'), chart('乙')] }) }, ['甲', '乙']],
        [{ kind: 'replaceSheet', sheet: '台账', content: contentOf(rows) }, []],
        [{ kind: 'removeSheet', sheet: '台账' }, []],
        [{ kind: 'setCells', sheet: '台账', cells: [{ row: 1, column: 1, value: 5 }] }, ['原']],
      ];
      for (const [change, titles] of states) {
        const inverse = invert([change], await made.host.capture(captureRequest([change])));
        await made.host.apply([change]);
        expect(await shown()).toEqual(titles);
        await made.host.apply(inverse);
        expect(await shown()).toEqual(['原']);
      }
    });

    const CHANGES: readonly (readonly [string, readonly Change[]])[] = [
      ['cells', [{ kind: 'setCells', sheet: '台账', cells: [{ row: 1, column: 0, value: '新' }, { row: 9, column: 3, value: 5 }] }]],
      ['cells with a style', [{ kind: 'setCells', sheet: '台账', cells: [{ row: 1, column: 0, value: { kind: 'date', date: civilDate(2026, 1, 1) }, style: { numberFormat: 'yyyy-mm-dd' } }] }]],
      ['pushed rows', [{ kind: 'insertRows', sheet: '台账', at: 2, count: 3 }, { kind: 'setCells', sheet: '台账', cells: [{ row: 2, column: 0, value: 1 }, { row: 6, column: 0, value: 2 }] }]],
      ['taken rows', [{ kind: 'deleteRows', sheet: '台账', at: 1, count: 1 }]],
      ['a new sheet', [{ kind: 'addSheet', sheet: '新', content: contentOf([[1]]) }, { kind: 'setName', name: '_hengzhi', scope: '新', formula: '"x"', hidden: true }]],
      ['a replaced sheet', [{ kind: 'replaceSheet', sheet: '台账', content: contentOf([['全新']]) }]],
      ['a removed sheet', [{ kind: 'removeSheet', sheet: '台账' }]],
      ['names', [{ kind: 'setName', name: '甲', scope: null, formula: '1', hidden: false }, { kind: 'setName', name: '_hengzhi', scope: '台账', formula: '"改"', hidden: true }]],
      ['validations', [{ kind: 'addValidations', sheet: '台账', validations: [{ area: { row: 1, column: 0, lastRow: 9, lastColumn: 0 }, values: ['是', '否'] }] }]],
    ];

    test.each(CHANGES)('%s can be taken back', async (_name, changes) => {
      const made = await withSheet([['日期', '姓名'], ['旧', '张三'], [3, { kind: 'formula', formula: 'A3*2', value: 6 }], [{ kind: 'date', date: civilDate(2026, 5, 1) }, '备注']]);
      await made.host.apply([{ kind: 'addSheet', sheet: '另', content: contentOf([[{ kind: 'formula', formula: '台账!A3', value: 3 }]]) }, { kind: 'setName', name: '_hengzhi', scope: '台账', formula: '"旧"', hidden: true }]);
      const before = await made.host.read();
      const inverse = invert(changes, await made.host.capture(captureRequest(changes)));
      await made.host.apply(changes);
      await made.host.apply(inverse);
      expect(await made.host.read()).toEqual(before);
    });
  });
}
