/** A month of duty and its allowances, run as the command line runs them. */
import type { Issue } from '../../../../src/ledger/issue';
import { tableToJson } from '../../../../src/ledger/result-table';
import { compute, type Computation } from '../../../../src/operations/compute';
import type { SheetContent } from '../../../../src/workbook/content';
import { brief, day, on, people, registry, snapshot, workbookOf, type Cells, type Json, type Sheets } from '../harness';

export const FIVE = ['甲一', '乙二', '丙三', '丁四', '戊五'];
export { at, AUTHORITY, slip } from '../service/book';

export const duty = (date: string, one: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: '秦朗', ...more });
export const rate = (dayClass: string, amount: number | string | null, more: Cells = {}): Cells => ({ 适用起: null, 适用止: null, 对象: null, 日期类型: dayClass, 时段: null, 计价: null, 标准: amount, 月封顶: null, 与补休互斥: null, 未批调换班: null, ...more });
/** Amounts that add up to nothing else. */
export const RATES: readonly Cells[] = [rate('工作日', 50), rate('补班日', 60), rate('周末', 80), rate('假期', 100), rate('法定日', 150.5)];

export interface Ran {
  readonly computation: Computation;
  readonly issues: readonly Issue[];
  readonly lines: readonly Json[];
  readonly details: readonly Json[];
  readonly sheets: readonly string[];
  content(title: string): SheetContent;
}

export interface Run {
  readonly month?: string;
  readonly dated?: string;
  readonly acceptErrors?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export function run(rows: readonly Cells[], more: Sheets = {}, { month = '2026-03', dated, acceptErrors = false, settings = {} }: Run = {}): Ran {
  const computation = compute(registry, snapshot(workbookOf({ 人员: people(FIVE), 费率表: RATES, 分管: [{ 事项: '值班', 科级: '秦朗' }], 值班表: rows, ...more })), {
    entry: registry.action('duty-roster/allowance')!,
    values: { month, dated: dated === undefined ? null : on(dated) },
    settings: new Map(Object.entries(settings)),
    acceptErrors,
  });
  const { sheets } = computation.outcome.report;
  const table = (index: number): readonly Json[] => tableToJson(computation.outcome.tables[index]!);
  return { computation, issues: computation.issues, lines: table(0), details: table(1), sheets: sheets.map(({ title }) => title), content: (title) => sheets.find((sheet) => sheet.title === title)!.content };
}

/** Findings of the action itself, as `severity code sheet!cell`. */
export function found(ran: Ran): string[] {
  return brief(ran.issues).filter((line) => / (allowance|swap|roster|person|cell)\//.test(line) && !line.includes('days-missing'));
}

/** `甲一 2班 应100 补休1 封顶0 实50` */
export function paid(ran: Ran): string[] {
  return ran.lines.map((line) => `${String(line['姓名'])} ${String(line['班次合计'])}班 应${String(line['应发金额'])} 补休${String(line['已补休班次'])} 封顶${String(line['封顶扣减'])} 实${String(line['实发金额'])}`);
}
