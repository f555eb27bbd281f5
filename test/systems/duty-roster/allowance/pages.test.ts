/** The month's table as sheets: live sums, red where money is held back, and the page to be signed. */
import type { SheetContent } from '../../../../src/workbook/content';
import type { MemoryWorkbook } from '../../../../src/hosts/memory';
import { compute } from '../../../../src/operations/compute';
import { day, on, people, registry, snapshot, workbookOf, type Cells, type Sheets } from '../harness';
import { evaluate } from './evaluate';
import { at, duty, FIVE, rate, RATES, run, slip } from './month';

const SETTINGS: Sheets = { 参数: [{ 键: '单位名称', 值: '临江县人民政府办公室' }] };
/** 甲一 has his standard changed, rests for a duty and reaches the cap; a duty of 乙二 went to 戊五 unapproved. */
const ROWS: readonly Cells[] = [
  ...['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-07', '2026-03-10', '2026-03-12'].map((date) => duty(date, '甲一')),
  duty('2026-03-03', '乙二'), duty('2026-03-05', '乙二'), duty('2026-03-08', '丙三'),
];
const RICH: Sheets = {
  ...SETTINGS,
  费率表: [rate('工作日', 50.55, { 适用止: day('2026-03-05'), 月封顶: 260 }), rate('工作日', 60.1, { 适用起: day('2026-03-06'), 月封顶: 260 }), rate('周末', 80.05, { 月封顶: 260 })],
  值班补休: [{ 姓名: '甲一', 值班日期: day('2026-03-02'), 补休日期: day('2026-03-09') }],
  调换班: [slip('2026-03-05', '乙二', '戊五', { 单号: 'T-1', 批准人: null, 批准时间: null })],
};
const rich = run(ROWS, RICH, { dated: '2026-04-02' });

const texts = (content: SheetContent): string[] => content.rows.map((row) => row.map((cell) => (typeof cell?.value === 'object' && cell.value !== null ? (cell.value.kind === 'formula' ? `=${cell.value.formula}` : '?') : String(cell?.value ?? ''))).join('|'));

test('the numbers by hand', () => {
  // 甲一: 2 x 50.55 + 3 x 60.10 + 80.05 = 361.45; less 50.55 for the rest = 310.90; less 50.90 for the cap
  expect(rich.lines[0]).toEqual({
    姓名: '甲一', 股室: null, 工作日班次: 5, 补班日班次: 0, 周末班次: 1, 假期班次: 0, 法定日班次: 0, 班次合计: 6,
    工作日标准: null, 补班日标准: null, 周末标准: 80.05, 假期标准: null, 法定日标准: null,
    应发金额: 361.45, 已补休班次: 1, 封顶扣减: 50.9, 实发金额: 260,
    备注: '工作日2班各50.55元、3班各60.10元;3月2日已补休,不发;每月封顶260.00元', 补休扣减: 50.55, 暂扣班次: 0, 暂扣金额: 0, 对象: '值班人员',
  });
  expect(rich.lines.map((line) => `${String(line['姓名'])} ${String(line['实发金额'])} ${String(line['备注'])}`).slice(1)).toEqual(['乙二 50.55 null', '丙三 80.05 null', '戊五 0 暂扣1班:3月5日调换未经批准']);
  expect(rich.computation.outcome.headlines).toEqual(['2026-03:4人9班,实发390.60元(叁佰玖拾元陆角整)']);
});

test.each([['值班补助', 4 * 4 + 13], ['值班补助发放表2026年3月', 4 * 4 + 12]])('every formula of %s, computed anew, says what the engine says', (title, formulas) => {
  const { checked, different } = evaluate(rich.content(title));
  expect(different).toEqual([]);
  expect(checked).toBe(formulas);
});

test('what is held back stands in red, and only that', () => {
  const content = rich.content('值班补助');
  const red = content.rows.filter((row) => content.styles[row[0]?.style ?? '']?.font?.color === 'C00000').map((row) => row[0]!.value);
  expect(red).toEqual(['戊五']);
});

test('the page: title, columns, a line a person, totals, capitals, signatures, date', () => {
  const page = texts(rich.content('值班补助发放表2026年3月'));
  expect(page[0]).toMatch(/^临江县人民政府办公室2026年3月值班补助发放表\|/);
  expect(page[1]).toMatch(/^2026年3月1日至2026年3月31日,按班次开始的日期\|.*单位:元、班/);
  expect(page[2]).toBe('序号|姓名|股室|工作日班次|补班日班次|周末班次|假期班次|法定日班次|班次合计|工作日标准|补班日标准|周末标准|假期标准|法定日标准|应发金额|已补休班次|补休扣减|暂扣金额|封顶扣减|实发金额|签字|备注');
  expect(page[3]).toBe('1|甲一||5||1|||=SUM(D4:H4)|||80.05|||=ROUND(2*50.55+3*60.10+F4*L4,2)|1|50.55||=ROUND(MAX(0,O4-Q4-R4-260.00),2)|=ROUND(O4-Q4-R4-S4,2)||工作日2班各50.55元、3班各60.10元;3月2日已补休,不发;每月封顶260.00元');
  expect(page[7]).toMatch(/^\|合计\|\|=SUM\(D4:D7\)\|/);
  const all = page.join('\n');
  for (const text of ['实发合计(大写):人民币叁佰玖拾元陆角整    小写:390.60元', '调换未经批准的1班暂扣待定。', '附件:值班明细。', '制表人:', '综合股审核:', '行政股复核:', '分管后勤:', '主任审签:', '2026年4月2日']) expect(all).toContain(text);
  expect(all).not.toMatch(/后勤-|allowance|\(\d\d\)/);
  expect(rich.content('值班补助发放表2026年3月').print).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
});

test('the details', () => {
  expect(rich.details.map((row) => Object.values(row).join('|'))).toContain('2026-03-05|周四|工作日|乙二|戊五|T-1|值班人员|50.55|暂扣|调换未经批准');
  expect(rich.details[0]).toMatchObject({ 日期: '2026-03-02', 处理: '已补休不发' });
  expect(rich.details.map((row) => row['日期'])).toEqual([...rich.details.map((row) => row['日期'])].sort());
});

test('officers in charge, a rest that is paid all the same, and standards that are not there', () => {
  const ran = run([duty('2026-03-02', '甲一')], { 费率表: [rate('工作日', 30, { 对象: '带班领导' }), rate('工作日', 50, { 与补休互斥: '否' })], 值班补休: [{ 姓名: '甲一', 值班日期: day('2026-03-02'), 补休日期: day('2026-03-09') }] });
  expect(texts(ran.content('值班补助发放表2026年3月')).slice(3, 5).map((line) => line.split('|')[1])).toEqual(['甲一', '秦朗(带班)']);
  expect(ran.lines[0]!['备注']).toBe('3月2日已补休,照发');
  const bare = texts(run([duty('2026-03-02', '甲一')], { 费率表: [] }).content('值班补助发放表2026年3月')).join('\n');
  expect(bare).toContain('有的日期类型没有填写标准,按0元计。');
  expect(bare).toContain('××办公室2026年3月值班补助发放表');
  expect(bare).toContain('    年  月  日');
});

test('a pay by parts says so', () => {
  const ran = run([duty('2026-03-06', '甲一'), duty('2026-03-09', '甲一')], SETTINGS, { settings: { 值班补助跨日: '分段折算' } });
  expect(texts(ran.content('值班补助发放表2026年3月')).join('\n')).toContain('一班按当天15小时、次日9小时分段折算。');
  expect(evaluate(ran.content('值班补助发放表2026年3月')).different).toEqual([]);
  expect(ran.lines).toMatchObject([{ 工作日班次: 2, 工作日标准: null, 应发金额: 111.25, 备注: '工作日1班各61.25元、1班各50.00元' }]);
});

test('a year without notice says so', () => {
  expect(texts(run([duty('2031-03-03', '甲一')], {}, { month: '2031-03' }).content('值班补助发放表2031年3月')).join('\n')).toContain('放假安排未公布,按预测。');
});

test('with errors accepted the page is a draft', () => {
  const ran = run([duty('2026-03-02', '甲一'), duty('2026-03-03', '某某')], SETTINGS, { acceptErrors: true });
  expect(ran.sheets).toContain('值班补助发放表2026年3月(草稿)');
  expect(texts(ran.content('值班补助发放表2026年3月(草稿)')).join('\n')).toContain('草稿,有1行未计入');
  expect(run([duty('2026-03-02', '甲一'), duty('2026-03-03', '某某')], SETTINGS).computation.plan.changes).toEqual([]);
});

test('a second run changes nothing, another month keeps the page of the first', async () => {
  const book: MemoryWorkbook = workbookOf({ 人员: people(FIVE), 值班表: [...ROWS, duty('2026-04-01', '甲一')], ...RICH, 交接班: [{ 日期: day('2026-03-03'), 时间: at('2026-03-03 9:00'), 接班人: '乙二' }], 费率表: RATES });
  const again = (month: string) => compute(registry, snapshot(book), { entry: registry.action('duty-roster/allowance')!, values: { month, dated: on('2026-04-02') }, settings: new Map(), acceptErrors: false });
  await book.apply(again('2026-03').plan.changes);
  expect(again('2026-03').plan.changes).toEqual([]);
  await book.apply(again('2026-04').plan.changes);
  expect(book.sheets.map(({ name }) => name).filter((name) => name.startsWith('值班补助发放表'))).toEqual(['值班补助发放表2026年3月', '值班补助发放表2026年4月']);
});
