/** Runs 找替班人 on sheets. */
import { tableToJson } from '../../../../src/ledger/result-table';
import { compute, type Computation } from '../../../../src/operations/compute';
import type { Issue } from '../../../../src/ledger/issue';
import type { Snapshot } from '../../../../src/workbook/snapshot';
import { day, on, people, registry, snapshot, workbookOf, type Cells, type Json, type Sheets } from '../harness';

export interface Asked {
  readonly computation: Computation;
  readonly issues: readonly Issue[];
  readonly headlines: readonly string[];
  /** 替班建议 */
  readonly substitutes: readonly Json[];
  /** 对调建议 */
  readonly exchanges: readonly Json[];
}

export interface Ask {
  readonly date: string;
  readonly person?: string;
  readonly role?: '值班' | '带班';
  readonly keepBefore?: string;
}

export function askOn(source: Snapshot, { date, person, role, keepBefore }: Ask): Asked {
  const computation = compute(registry, source, {
    entry: registry.action('duty-roster/substitutes')!,
    values: { date: on(date), person: person ?? null, 岗位: role ?? null, keepBefore: keepBefore === undefined ? null : on(keepBefore) },
    settings: new Map(),
    acceptErrors: false,
  });
  const table = (title: string): readonly Json[] => tableToJson(computation.outcome.tables.find((one) => one.title === title)!);
  return { computation, issues: computation.issues, headlines: computation.outcome.headlines, substitutes: table('替班建议'), exchanges: table('对调建议') };
}

export function ask(sheets: Sheets, question: Ask): Asked {
  return askOn(snapshot(workbookOf(sheets)), question);
}

/** 1 乙二 合计平方和+2,... */
export const ranked = (rows: readonly Json[]): string[] => rows.map((row) => [row['名次'] ?? '-', row['姓名'], row['影响']].join(' '));
export const excluded = (rows: readonly Json[]): string[] => rows.filter((row) => row['名次'] === null).map((row) => `${String(row['姓名'])}:${String(row['说明'])}`);

export const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
export const row = (date: string, one: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: '秦朗', ...more });
/** Monday 9 March is asked about; 甲一 serves. */
export const ASKED = { date: '2026-03-09' } as const;
export const ALONE = [row('2026-03-09', '甲一')];
export const office = (rows: readonly Cells[], more: Sheets = {}): Sheets => ({ 人员: people(SIX), 值班表: rows, ...more });
export const leave = (name: string, from: string, to = from): Cells => ({ 姓名: name, 假别: '事假', 开始日期: day(from), 结束日期: day(to) });
