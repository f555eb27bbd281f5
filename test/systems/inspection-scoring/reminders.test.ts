/** What falls due (督查-三(七), 督查-二; G3, G5). */
import { today } from '../../../src/operations/today';
import { day, on, registryOf, row, snapshotOf, type Book, type Cells } from './harness';

function due(date: string, days: number, book: Book = {}): string[] {
  return today(registryOf(), snapshotOf({ rows: [], ...book }), on(date), days).table.rows.map(([when, title, who, clause, status]) => `${String((when as number) - on('2026-01-01'))} ${String(status)} ${String(title).slice(0, 7)} ${String(who)} ${String(clause)}`);
}

const at = (iso: string): number => on(iso) - on('2026-01-01');

// 28 March and 28 June 2026 are a Saturday and a Sunday: reminded on the working day before
test.each<[string, string]>([['2026-03-01', '2026-03-27'], ['2026-06-01', '2026-06-26'], ['2026-09-01', '2026-09-28'], ['2026-12-01', '2026-12-28']])('in the month from %s the rows are due on %s', (from, date) => {
  expect(due(from, 31).filter((line) => line.includes('报送'))).toEqual([expect.stringMatching(new RegExp(`^${at(date)} 未办 报送第.季度加 各依据股室 督查-三\\(七\\)$`))]);
});

test.each<[string, string]>([['2026-03-01', '2026-03-31'], ['2026-09-01', '2026-09-30'], ['2026-12-01', '2026-12-31']])('the tally of the quarter of %s is due on %s', (from, date) => {
  expect(due(from, 31).filter((line) => line.includes('汇总第'))).toEqual([expect.stringMatching(new RegExp(`^${at(date)} 未办 汇总第.季度内 综合股 督查-二$`))]);
});

test('the window decides; the day itself is 今日到期', () => {
  expect(due('2026-03-01', 26)).toEqual([]);
  expect(due('2026-03-01', 27)).toHaveLength(1);
  expect(due('2026-03-27', 1)).toEqual([`${at('2026-03-27')} 今日到期 报送第一季度加 各依据股室 督查-三(七)`]);
  expect(due('2026-03-31', 1)).toEqual([`${at('2026-03-31')} 今日到期 汇总第一季度内 综合股 督查-二`]);
});

const open = (more: Cells = {}) => ({ rows: [row('李晓燕', '督查-三(三)e', { 状态: '审签', 交综合股日期: null, ...more })] });

// in time until Monday, 30 March
test.each<[string, Cells, string[]]>([
  ['2026-03-28', {}, ['未办 报送']],
  ['2026-03-30', {}, ['未办 报送']],
  ['2026-03-31', {}, ['已逾期 报送', '今日到期 汇总']],
  ['2026-04-01', {}, ['已逾期 报送', '未办 汇总']],
  ['2026-04-01', { 状态: null }, ['已逾期 报送', '未办 汇总']],
  ['2026-04-01', { 交综合股日期: day('2026-03-30') }, ['未办 汇总']],
  ['2026-04-01', { 状态: '汇总' }, ['未办 汇总']],
  ['2026-04-01', { 状态: '议定' }, ['未办 汇总']],
  ['2026-04-01', { 状态: '公示' }, []],
  ['2026-04-01', { 发生日期: day('2026-03-29') }, ['未办 汇总']],
  ['2026-04-01', { 发生日期: day('2026-03-28') }, ['已逾期 报送', '未办 汇总']],
])('on %s with %p', (date, more, expected) => {
  const lines = due(date, 1, open(more)).map((line) => line.split(' ').slice(1, 3).join(' ').replace(/第.*/, ''));
  expect(lines).toEqual(expected);
});

test('an older quarter stays open until it is done, a quarter of nothing says nothing', () => {
  expect(due('2026-05-06', 1, open())).toHaveLength(2);
  expect(due('2026-05-06', 1)).toEqual([]);
});

// 27 September 2026 lies in the Mid-Autumn holiday: back to the 24th
test('截止日含当天=否: the day before, and the working day before that', () => {
  const rows: Cells[] = [{ 键: '截止日含当天', 值: '否' }];
  expect(due('2026-09-01', 29, { more: { 参数: rows } })[0]).toMatch(new RegExp(`^${at('2026-09-24')} `));
});
