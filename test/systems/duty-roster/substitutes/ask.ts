/** Runs 找替班人 on sheets. */
import { tableToJson } from '../../../../src/ledger/result-table';
import { compute, type Computation } from '../../../../src/operations/compute';
import type { Issue } from '../../../../src/ledger/issue';
import type { Snapshot } from '../../../../src/workbook/snapshot';
import { on, registry, snapshot, workbookOf, type Json, type Sheets } from '../harness';

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
