/** A few days of duty and the records of them. */
import { civilMinute } from '../../../../src/kernel/date';
import { momentCell, type CellInput } from '../../../../src/workbook/cell';
import { brief, checkBook, day, on, people, type Cells, type Sheets } from '../harness';

export const FIVE = ['甲一', '乙二', '丙三', '丁四', '戊五'];

/** `2026-03-03 9:00` */
export function at(text: string): CellInput {
  const [date, time] = text.split(' ');
  const [hour, minute] = time!.split(':').map(Number);
  return momentCell(civilMinute(on(date!), hour!, minute!));
}

export const duty = (date: string, one: string, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: '秦朗', ...more });
/** Monday 2 to Thursday 5 March 2026. */
export const WEEK: readonly Cells[] = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((date, index) => duty(date, FIVE[index]!));

export const slip = (date: string, from: string, to: string, more: Cells = {}): Cells => ({
  类型: '顶替', 原日期: day(date), 原值班人: from, 顶替人: to, 批准人: '秦朗', 批准时间: at(`${date} 8:00`), 报告带班领导时间: day(date), 综合股报备时间: day(date), 信息股通报时间: day(date), 撤销: null, ...more,
});

export const AUTHORITY: Sheets = { 分管: [{ 事项: '值班', 科级: '秦朗' }] };

/** What `check` says of duty operations, as `severity code sheet!cell`. */
export function found(more: Sheets, rows: readonly Cells[] = WEEK): string[] {
  return brief(checkBook({ 人员: people(FIVE), ...AUTHORITY, 值班表: rows, ...more })).filter((line) => / (handover|calls|log|report|spot-check|unit-roster|cell|person)\//.test(line));
}
