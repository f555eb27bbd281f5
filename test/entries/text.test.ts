import { toText } from '../../src/entries/cli/text';
import type { CommandResult } from '../../src/entries/cli/envelope';
import type { ResultTable } from '../../src/ledger/result-table';

const result = (table: ResultTable, more: Partial<CommandResult> = {}): CommandResult => ({ action: 'x', parameters: {}, status: 0, tables: [table], sheets: [], issues: [], headlines: [], remarks: [], ...more });
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('  '));

const LONG = '值班-四(一):'.repeat(12);
const long: ResultTable = { title: '说明', columns: [{ title: '项', kind: 'text' }, { title: '值', kind: 'text' }, { title: '条款', kind: 'text' }], rows: [['为什么', LONG, 'G14'], ['短', '短', 'G5']] };

test('a long cell is cut short, but not where cells are shown whole', () => {
  expect(linesOf(toText(result(long)))[1]).toMatch(/^ {2}为什么 {2}值班-四.*… +G14$/);
  const whole = linesOf(toText(result(long, { showsWhole: true })));
  expect(whole).toEqual([
    '  项      值                                            条款',
    '  为什么  值班-四(一):值班-四(一):值班-四(一):值班-四(  G14',
    '          一):值班-四(一):值班-四(一):值班-四(一):值班',
    '          -四(一):值班-四(一):值班-四(一):值班-四(一):',
    '          值班-四(一):',
    '  短      短                                            G5',
  ]);
});

test('forty rows are shown, all of them where cells are shown whole; a line break in a cell begins a line there', () => {
  const table: ResultTable = { title: '表', columns: [{ title: '甲', kind: 'text' }], rows: Array.from({ length: 50 }, (_, index) => [`一\n${index}`]) };
  expect(linesOf(toText(result(table)))).toHaveLength(1 + 40 + 1);
  expect(linesOf(toText(result(table)))[1]).toBe('  一 0');
  expect(linesOf(toText(result(table, { showsWhole: true })))).toHaveLength(1 + 2 * 50);
});

test('numbers have the decimals of their column, money its fen', () => {
  const table: ResultTable = { title: '表', columns: [{ title: '应排', kind: 'number', decimals: 2 }, { title: '天', kind: 'number' }, { title: '整', kind: 'number', decimals: 0 }, { title: '元', kind: 'money' }], rows: [[1.5, 1.5, 2, 1250], [null, 2, 3, null], [3, 2, 3, 100]] };
  expect(linesOf(toText(result(table))).map((line) => line.trim().split(/ {2,}/))).toEqual([['应排', '天', '整', '元'], ['1.50', '1.5', '2', '12.50'], ['2', '3'], ['3.00', '2', '3', '1.00']]);
});
