/** A small office with a roster, run as the command line runs it. */
import { fromISO, type CivilDate } from '../../../src/kernel/date';
import type { Issue } from '../../../src/ledger/issue';
import { Registry } from '../../../src/ledger/registry';
import { tableToJson } from '../../../src/ledger/result-table';
import { MemoryWorkbook } from '../../../src/hosts/memory';
import { check } from '../../../src/operations/check';
import { compute, type Computation } from '../../../src/operations/compute';
import { explain } from '../../../src/operations/explain';
import { today } from '../../../src/operations/today';
import { dutyRoster } from '../../../src/systems/duty-roster';
import type { Certificate } from '../../../src/systems/duty-roster/roster/certificate';
import { leave } from '../../../src/systems/leave';
import { office } from '../../../src/systems/office';
import { parseSheetAddress } from '../../../src/workbook/address';
import { dateCell, type CellInput } from '../../../src/workbook/cell';
import type { Snapshot } from '../../../src/workbook/snapshot';

export type Cells = Readonly<Record<string, CellInput>>;
export type Sheets = Readonly<Record<string, readonly Cells[]>>;
export type Json = Readonly<Record<string, string | number | null>>;

export const registry = new Registry([office, leave, dutyRoster]);

export const on = (iso: string): CivilDate => fromISO(iso)!;
export const day = (iso: string): CellInput => dateCell(on(iso));

/** Clerks by name, two county leaders, three chiefs. */
export function people(names: readonly string[], more: Readonly<Record<string, Cells>> = {}): readonly Cells[] {
  const clerks = names.map((name): Cells => ({ 姓名: name, 层级: '一般', 是否文秘: '是', 手机: '13900000001', ...(more[name] ?? {}) }));
  return [
    { 姓名: '陆振邦', 层级: '县级', 是否文秘: '否', 手机: '13900000002', 职务: '县长' },
    { 姓名: '顾明远', 层级: '县级', 是否文秘: '否', 手机: '13900000003', 职务: '副县长' },
    { 姓名: '秦朗', 层级: '科级', 是否文秘: '否', 手机: '13900000004' },
    { 姓名: '于慧', 层级: '科级', 是否文秘: '否', 手机: '13900000005' },
    { 姓名: '白露', 层级: '科级', 是否文秘: '否', 手机: '13900000006' },
    ...clerks,
  ];
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  人员: ['编号', '姓名', '股室', '职务', '层级', '是否文秘', '可排值班', '固定不排', '手机', '到办日期', '离办日期', '可带班'],
};

/** Sheets with their header in row 1, data from row 2. Columns in the order in which rows name them. */
export function workbookOf(sheets: Sheets): MemoryWorkbook {
  return MemoryWorkbook.of(
    Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => {
        const titles = [...new Set([...(rows.length === 0 ? [] : (HEADERS[name] ?? [])), ...rows.flatMap((cells) => Object.keys(cells))])];
        return [name, rows.length === 0 ? [] : [titles, ...rows.map((cells) => titles.map((title) => cells[title] ?? null))]];
      }),
    ),
  );
}

export function snapshot(workbook: MemoryWorkbook): Snapshot {
  return { sheets: workbook.sheets.map((sheet) => sheet.snapshot()), names: [...workbook.names] };
}

export interface Run {
  readonly from: string;
  readonly to: string;
  readonly minGap?: number;
  readonly keepBefore?: string;
  readonly dated?: string;
  readonly acceptErrors?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Replans instead. */
  readonly mode?: 'fewest' | 'freeze' | 'fairest';
}

export interface Ran {
  readonly computation: Computation;
  readonly issues: readonly Issue[];
  readonly roster: readonly Json[];
  readonly fairness: readonly Json[];
  readonly changes: readonly Json[];
  readonly certificate: Certificate;
  readonly sheetTitles: readonly string[];
  /** Cells that writing would change. */
  readonly cellsChanged: number;
}

export function runOn(source: Snapshot, run: Run): Ran {
  const computation = compute(registry, source, {
    entry: registry.action(run.mode === undefined ? 'duty-roster/generate' : 'duty-roster/replan')!,
    values: {
      from: on(run.from),
      to: on(run.to),
      minGap: run.minGap ?? null,
      keepBefore: run.keepBefore === undefined ? null : on(run.keepBefore),
      dated: run.dated === undefined ? null : on(run.dated),
      ...(run.mode === undefined ? {} : { mode: run.mode }),
    },
    settings: new Map(Object.entries(run.settings ?? {})),
    acceptErrors: run.acceptErrors ?? false,
  });
  const table = (title: string): readonly Json[] => tableToJson(computation.outcome.tables.find((one) => one.title === title)!);
  return {
    computation,
    issues: computation.issues,
    roster: table('值班表'),
    fairness: table('公平性'),
    changes: table('变动'),
    certificate: computation.outcome.certificate as Certificate,
    sheetTitles: computation.outcome.report.sheets.map(({ title }) => title),
    cellsChanged: computation.plan.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0),
  };
}

/** Runs any other action of the room. */
export function act(source: Snapshot, action: string, values: Readonly<Record<string, unknown>>): Computation {
  return compute(registry, source, { entry: registry.action(`duty-roster/${action}`)!, values, settings: new Map(), acceptErrors: false });
}

export function generate(sheets: Sheets, run: Run): Ran {
  return runOn(snapshot(workbookOf(sheets)), run);
}

/** Generates and writes. */
export async function written(workbook: MemoryWorkbook, run: Run): Promise<Ran> {
  const ran = runOn(snapshot(workbook), run);
  await workbook.apply(ran.computation.plan.changes);
  return ran;
}

export function checkBook(sheets: Sheets): readonly Issue[] {
  return check(registry, snapshot(workbookOf(sheets)));
}

export function todayOf(sheets: Sheets, date: string, days = 7): readonly string[] {
  return today(registry, snapshot(workbookOf(sheets)), on(date), days).table.rows.map((row) => row.slice(1).join('|'));
}

export function explainCell(source: Snapshot, address: string): readonly string[] {
  const { sheet, cell } = parseSheetAddress(address)!;
  return explain(registry, source, sheet, cell).lines.map(({ item, value, source: from, clause }) => [item, value, from, clause].join('|'));
}

/** Issues of the roster in the form `severity code sheet!cell`; what a bare workbook always says is left out. */
const ALWAYS = /^(office\/name-blank|duty\/leader-undecided|duty\/leader-phone-blank)$/;
export function brief(issues: readonly Issue[]): string[] {
  return issues.filter(({ code }) => !ALWAYS.test(code)).map(({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet}!${cell}`);
}

export function issueOf(issues: readonly Issue[], code: string): Issue {
  const found = issues.find((issue) => issue.code === code);
  if (!found) throw new Error(`no ${code} among ${issues.map((issue) => issue.code).join()}`);
  return found;
}

/** `2026-03-02 甲` ... of the rows in order. */
export function names(rows: readonly Json[]): string[] {
  return rows.map((row) => `${String(row['日期'])} ${[row['值班人员'], row['值班人员二']].filter((name) => name !== null).join('、')}`);
}

export function fairnessOf(ran: Ran, name: string): Json {
  const found = ran.fairness.find((row) => row['姓名'] === name);
  if (!found) throw new Error(`${name} is not in 公平性`);
  return found;
}
