/** What an approved swap has done to fairness, as the explanation of its cell says it. */
import { day, explainCell, snapshot, workbookOf, type Cells } from '../harness';
import { ALONE, office, row } from './ask';

describe('what a written swap has done, in the explanation of its cell', () => {
  const slip = (date: string, from: string, to: string, more: Cells = {}): Cells => ({ 原日期: day(date), 类型: '顶替', 原值班人: from, 顶替人: to, 对调日期: null, 批准人: '秦朗', 批准时间: day('2026-03-01'), ...more });
  const swapWith = (date: string): Cells => ({ 类型: '对调', 对调日期: day(date) });
  const rows = [...ALONE, row('2026-03-16', '乙二'), row('2026-03-20', '丙三'), row('2026-04-13', '丁四'), row('2026-04-05', '戊五', { 带班领导: '陆振邦' })];

  test.each<[string, readonly Cells[], string]>([
    ['顶替 by one who has a duty of that weekday already', [slip('2026-03-09', '甲一', '乙二')], '合计平方和+2,星期平方和+2'],
    ['顶替 by one who has none', [slip('2026-03-09', '甲一', '己六')], '公平性不变'],
    ['对调 of two Mondays', [slip('2026-03-09', '甲一', '乙二', swapWith('2026-03-16'))], '公平性不变'],
    ['a chain: the last one', [slip('2026-03-09', '甲一', '己六'), slip('2026-03-09', '己六', '乙二')], '合计平方和+2,星期平方和+2'],
    ['对调 with a day beyond the period: this day', [slip('2026-03-09', '甲一', '丁四', swapWith('2026-04-13'))], '公平性不变'],
    ['对调 whose other day went on: this day', [slip('2026-03-09', '甲一', '乙二', swapWith('2026-03-16')), slip('2026-03-16', '甲一', '己六')], '公平性不变'],
  ])('%s', (_, slips, expected) => {
    expect(explainCell(snapshot(workbookOf(office(rows, { 调换班: slips }))), '值班表!B2')).toContain(`调换对公平的影响|${expected}|公平性|值班-七(二)`);
  });

  test('对调 with a holiday: the ordinary day is counted with ordinary days', () => {
    const april = [row('2026-04-13', '丁四'), row('2026-04-05', '戊五', { 带班领导: '陆振邦' })];
    const lines = (cell: string): readonly string[] => explainCell(snapshot(workbookOf(office(april, { 调换班: [slip('2026-04-13', '丁四', '戊五', swapWith('2026-04-05'))], 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '丁四' }] }))), cell);
    expect(lines('值班表!B2')).toContain('调换对公平的影响|公平性不变|公平性|值班-七(二)');
    expect(lines('值班表!B3')).toContain('调换对公平的影响|缺联系文秘的天数-1,非联系文秘的人次-1|公平性|值班-七(二)');
  });
});
