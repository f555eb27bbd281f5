/** Why an allowance is what it is. */
import type { Context } from '../../../../src/ledger/context';
import { allowanceExplainer } from '../../../../src/systems/duty-roster/allowance';
import type { MemoryWorkbook } from '../../../../src/hosts/memory';
import { compute } from '../../../../src/operations/compute';
import { explainCell, day, on, people, registry, snapshot, workbookOf, type Cells } from '../harness';
import { AUTHORITY, duty, FIVE, rate, slip } from './month';

const ROWS: readonly Cells[] = [
  ...['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-09'].map((date) => duty(date, '甲一')),
  duty('2026-03-03', '乙二'), duty('2026-03-05', '乙二'), duty('2026-03-08', '丙三'), duty('2026-04-05', '丙三', { 值班人员: '丙三', 值班人员二: '乙二' }),
];

let book: MemoryWorkbook;
async function write(month: string): Promise<void> {
  const { plan } = compute(registry, snapshot(book), { entry: registry.action('duty-roster/allowance')!, values: { month, dated: on('2026-04-02') }, settings: new Map(), acceptErrors: false });
  await book.apply(plan.changes);
}

beforeAll(async () => {
  book = workbookOf({
    人员: people(FIVE), ...AUTHORITY, 值班表: ROWS,
    费率表: [rate('工作日', 50, { 月封顶: 120 }), rate('工作日', 40, { 对象: '带班领导' }), rate('法定日', 100)],
    值班补休: [{ 姓名: '甲一', 值班日期: day('2026-03-02'), 补休日期: day('2026-03-10') }],
    调换班: [slip('2026-03-03', '乙二', '丁四', { 单号: 'T-1' }), slip('2026-03-05', '乙二', '戊五', { 批准人: null, 批准时间: null })],
  });
  await write('2026-03');
});

const HANDED = '后勤-二(七)';

test('a line of the table: duties with their cells, what was taken off, what is left', () => {
  expect(explainCell(snapshot(book), '值班补助!Q3')).toEqual([
    `姓名|甲一,值班人员|人员!B7|${HANDED}`,
    `3月2日周一|工作日,50.00元,已补休不发|值班表!B2|${HANDED}`,
    `标准|工作日,50.00元/班|费率表!G2|${HANDED}`,
    `3月4日周三|工作日,50.00元,发放|值班表!B3|${HANDED}`,
    `标准|工作日,50.00元/班|费率表!G2|${HANDED}`,
    `3月6日周五|工作日,50.00元,发放|值班表!B4|${HANDED}`,
    `标准|工作日,50.00元/班|费率表!G2|${HANDED}`,
    `3月9日周一|工作日,50.00元,发放|值班表!B5|${HANDED}`,
    `标准|工作日,50.00元/班|费率表!G2|${HANDED}`,
    `应发金额|50.00+50.00+50.00+50.00=200.00元||${HANDED}`,
    `补休扣减|50.00元:已安排补休的班次不发(参数“值班补休后发补助”=否)|值班补休|${HANDED}`,
    `封顶扣减|30.00元:每人每月封顶120.00元||${HANDED}`,
    `实发金额|200.00-50.00-30.00=120.00元||${HANDED}`,
  ]);
});

test('a line of the page is found by its number; swaps and what is held back are told', () => {
  const page = book.sheets.find(({ name }) => name === '值班补助发放表2026年3月')!.snapshot();
  const row = page.rowCount;
  const lines = Array.from({ length: row }, (_, index) => explainCell(snapshot(book), `值班补助发放表2026年3月!C${index + 1}`));
  const of = (name: string): readonly string[] => lines.find((one) => one[0]?.includes(`|${name},`))!;
  expect(of('丁四')).toContain(`3月3日周二|工作日,50.00元,发放,原排乙二(调换单T-1)|值班表!B6|${HANDED}`);
  expect(of('戊五')).toEqual(expect.arrayContaining([`3月5日周四|工作日,50.00元,暂扣:调换未经批准,原排乙二|值班表!B7|${HANDED}`, '暂扣金额|50.00元:调换未经批准,待定||值班-七(二)', `实发金额|50.00-50.00=0.00元||${HANDED}`]));
  expect(of('丙三')).toContain(`标准|费率表没有周末的标准,按0元计||${HANDED}`);
  expect(of('秦朗')[1]).toContain('值班表!');
});

test('a pay by parts shows both', async () => {
  const parts = workbookOf({ 人员: people(FIVE), ...AUTHORITY, 值班表: [duty('2026-03-06', '甲一')], 费率表: [rate('工作日', 50), rate('周末', null)], 参数: [{ 键: '值班补助跨日', 值: '分段折算' }] });
  const { plan } = compute(registry, snapshot(parts), { entry: registry.action('duty-roster/allowance')!, values: { month: '2026-03', dated: null }, settings: new Map(), acceptErrors: false });
  await parts.apply(plan.changes);
  expect(explainCell(snapshot(parts), '值班补助!A3').slice(1, 4)).toEqual([`3月6日周五|工作日,31.25元,发放|值班表!B2|${HANDED}`, `当天15小时|工作日,50.00元/班|费率表!G2|${HANDED}`, `次日9小时|周末,0.00元/班|费率表!G3|${HANDED}`]);
});

test('the second place of a day has its own cell', async () => {
  await write('2026-04');
  expect(explainCell(snapshot(book), '值班补助!A3').join()).toContain('值班表!C9');
});

test.each(['值班补助!A1', '值班补助!A2', '值班补助!A40', '值班明细!A3'])('%s is nobody’s line', (address) => {
  expect(explainCell(snapshot(book), address).join()).not.toContain('应发金额|');
});

test('a mark that names no month explains nothing', () => {
  const mark = { title: '值班补助', action: 'duty-roster/allowance', parameters: {}, cells: '', content: '', input: '' };
  expect(allowanceExplainer.explain({ snapshot: snapshot(book) } as unknown as Context, { sheet: '值班补助', cell: { row: 2, column: 0 }, mark })).toBeNull();
});
