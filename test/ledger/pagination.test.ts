import { MemoryWorkbook } from '../../src/hosts/memory';
import * as column from '../../src/ledger/column';
import { defineLedger } from '../../src/ledger/ledger';
import { locate, NO_MAPPING } from '../../src/ledger/locate';
import type { Area } from '../../src/workbook/address';
import type { CellInput } from '../../src/workbook/cell';

const trips = defineLedger({
  id: 'trips',
  sheet: '出车',
  help: '',
  clause: '后勤-三(四)',
  columns: { driver: column.name('驾驶员'), from: column.text('开始地点'), to: column.text('开始时刻'), distance: column.number('公里') },
});

const across = (row: number, column: number, lastColumn: number): Area => ({ row, column, lastRow: row, lastColumn });

function dataRows(rows: readonly (readonly CellInput[])[], merges: readonly Area[]): readonly number[] {
  const book = MemoryWorkbook.of({ 出车: rows });
  book.sheet('出车').merges.push(...merges);
  return locate(trips, { sheets: [book.sheet('出车').snapshot()], names: [] }, NO_MAPPING).layout!.dataRows;
}

const HEAD: CellInput[] = ['驾驶员', '开始', null, '公里'];
const LOWER: CellInput[] = [null, '地点', '时刻', null];

test('both rows of a header are repeated on the next page', () => {
  expect(dataRows([HEAD, LOWER, ['王五', '甲', '9:00', 3], HEAD, LOWER, ['赵六', '乙', '9:00', 4]], [across(0, 1, 2), across(3, 1, 2)])).toEqual([2, 5]);
});

test.each<[string, readonly CellInput[], readonly Area[], readonly number[]]>([
  ['a title merged over the sheet', ['临江县出车登记(续)', null, null, null], [across(2, 0, 3)], [1, 3]],
  ['over more than half of it', [null, '下半年', null, null], [across(2, 1, 3)], [1, 3]],
  ['over half of it: a row with two merged cells', ['王五', null, null, null], [across(2, 0, 1)], [1, 2, 3]],
  ['with something beside it', ['王五', null, null, 7], [across(2, 0, 2)], [1, 2, 3]],
])('%s', (_, row, merges, expected) => {
  expect(dataRows([['驾驶员', '开始地点', '开始时刻', '公里'], ['王五', '甲', '9:00', 3], row, ['赵六', '乙', '9:00', 4]], merges)).toEqual(expected);
});
