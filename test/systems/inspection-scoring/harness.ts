/** A small office, a workbook of its sheets, and the quarter run on it as the command line runs it. */
import { civilDate, fromISO, type CivilDate } from '../../../src/kernel/date';
import { slotRange, type HalfDay } from '../../../src/kernel/slots';
import { provide } from '../../../src/ledger/fact';
import type { Issue } from '../../../src/ledger/issue';
import { Registry } from '../../../src/ledger/registry';
import { tableToJson } from '../../../src/ledger/result-table';
import type { System } from '../../../src/ledger/system';
import { MemoryWorkbook } from '../../../src/hosts/memory';
import { check } from '../../../src/operations/check';
import { compute, type Computation } from '../../../src/operations/compute';
import { absences, liability, people, type Absence, type Liability } from '../../../src/systems/office/facts';
import { office } from '../../../src/systems/office';
import { inspectionScoring } from '../../../src/systems/inspection-scoring';
import { dateCell, type CellInput } from '../../../src/workbook/cell';
import type { Snapshot } from '../../../src/workbook/snapshot';

export type Cells = Readonly<Record<string, CellInput>>;
export type Sheets = Readonly<Record<string, readonly Cells[]>>;

export const day = (iso: string): CellInput => dateCell(fromISO(iso)!);
export const on = (iso: string): CivilDate => fromISO(iso)!;

/** 综合股 has four people, two of them named 张伟 in the office; 文印室 does not take part in ranking unless a test says so. */
export const PEOPLE: readonly Cells[] = [
  { 编号: '01', 姓名: '陆振邦', 股室: null, 职务: '县长', 层级: '县级' },
  { 编号: '02', 姓名: '程万里', 股室: null, 职务: '主任', 层级: '科级' },
  { 编号: '03', 姓名: '王建国', 股室: '综合股', 职务: '股长', 层级: '股级' },
  { 编号: '04', 姓名: '李晓燕', 股室: '综合股', 职务: '科员', 层级: '一般' },
  { 编号: '05', 姓名: '张伟', 股室: '综合股', 职务: '科员', 层级: '一般' },
  { 编号: '06', 姓名: '刘洋', 股室: '秘书股', 职务: '股长', 层级: '股级' },
  { 编号: '07', 姓名: '黄磊', 股室: '秘书股', 职务: '科员', 层级: '一般' },
  { 编号: '08', 姓名: '宋佳', 股室: '应急股', 职务: '股长', 层级: '股级' },
  { 编号: '09', 姓名: '张伟', 股室: '应急股', 职务: '科员', 层级: '一般' },
  { 编号: '10', 姓名: '邓强', 股室: '小车班', 职务: '班长', 层级: '驾驶员' },
  { 编号: '11', 姓名: '唐艳', 股室: '文印室', 职务: '文印员', 层级: '文印' },
];

export const SECTIONS: readonly Cells[] = ['综合股', '秘书股', '应急股', '小车班', '文印室'].map((name) => ({
  股室: name,
  别名: name === '应急股' ? '应急办' : null,
  参评: '是',
}));

const NUMBERED = { 是否文秘: '是' };

/** A row of 督查事项 that counts: decided, one time, dated in the first quarter of 2026. */
export function row(person: string | null, code: string | null, more: Cells = {}): Cells {
  return { 编号: null, 发生日期: day('2026-02-02'), 对象类型: person === null ? '股室' : '个人', 姓名: person, 股室: null, 事项编码: code, 事项: null, 数量: null, 依据股室: null, 依据说明: null, 状态: '议定', 时段: null, 人员编号: null, 公示日期: null, 分值: null, ...more };
}

export interface Book {
  readonly rows?: readonly Cells[];
  readonly people?: readonly Cells[];
  readonly sections?: readonly Cells[];
  readonly more?: Sheets;
}

/** Sheets with their header in row 1; the first data row is row 2. */
export function sheetsOf({ rows = [], people: persons = PEOPLE, sections = SECTIONS, more = {} }: Book): Sheets {
  return { 人员: persons.map((one) => ({ ...NUMBERED, ...one })), 股室: sections, 督查事项: rows, ...more };
}

export function workbookOf(sheets: Sheets): MemoryWorkbook {
  return MemoryWorkbook.of(
    Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => {
        const titles = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
        return [name, rows.length === 0 ? [] : [titles, ...rows.map((cells) => titles.map((title) => cells[title] ?? null))]];
      }),
    ),
  );
}

export function snapshotOf(book: Book): Snapshot {
  return snapshot(workbookOf(sheetsOf(book)));
}

export function snapshot(workbook: MemoryWorkbook): Snapshot {
  return { sheets: workbook.sheets.map((sheet) => sheet.snapshot()), names: [...workbook.names] };
}

/** Absence and duty as the other rooms would tell them, by number of the person. */
export interface Others {
  readonly away?: readonly { readonly id: string; readonly from: string; readonly half?: HalfDay; readonly to: string; readonly toHalf?: HalfDay; readonly label?: string; readonly source?: Absence['source'] }[];
  readonly duties?: readonly { readonly date: string; readonly id: string; readonly rostered?: string; readonly basis?: string; readonly role?: Liability['role'] }[];
}

export function registryOf({ away = [], duties = [] }: Others = {}): Registry {
  const others: System = {
    id: 'others',
    title: '其他',
    ledgers: [],
    settings: [],
    provides: [
      provide(absences, [people], (context, period) =>
        away.map(({ id, from, half = 'am', to, toHalf = 'pm', label = '事假', source = 'leave' }) => ({
          person: context.fact(people, period).all.find((person) => person.id === id)!,
          range: slotRange(on(from), half, on(to), toHalf),
          label,
          source,
          sheet: '请假',
          cell: 'B2',
        })),
      ),
      provide(liability, [people], (context, period) => {
        const person = (id: string) => context.fact(people, period).all.find((one) => one.id === id)!;
        return duties.map(({ date, id, rostered = id, basis = '', role = '值班' }) => ({ date: on(date), person: person(id), rostered: person(rostered), role, basis, sheet: '值班表', cell: 'E2' }));
      }),
    ],
    rules: [],
    actions: [],
    reminders: [],
    explainers: [],
    sample: [],
  };
  return new Registry([office, inspectionScoring, others]);
}

export interface Run {
  readonly year?: number;
  readonly quarter?: number;
  readonly draft?: boolean;
  readonly dated?: string;
  readonly acceptErrors?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly others?: Others;
}

export interface Ran {
  readonly computation: Computation;
  readonly issues: readonly Issue[];
  /** Result tables as JSON. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>;
  readonly sheetTitles: readonly string[];
}

export function runOn(source: Snapshot, run: Run = {}): Ran {
  const registry = registryOf(run.others);
  const computation = compute(registry, source, {
    entry: registry.action('inspection-scoring/quarter')!,
    values: { year: run.year ?? 2026, quarter: run.quarter ?? 1, draft: run.draft ?? false, dated: run.dated === undefined ? null : on(run.dated) },
    settings: new Map(Object.entries(run.settings ?? {})),
    acceptErrors: run.acceptErrors ?? false,
  });
  return {
    computation,
    issues: computation.issues,
    tables: Object.fromEntries(computation.outcome.tables.map((table) => [table.title, tableToJson(table)])),
    sheetTitles: computation.outcome.report.sheets.map(({ title }) => title),
  };
}

export function runQuarter(book: Book, run: Run = {}): Ran {
  return runOn(snapshotOf(book), run);
}

export function checkBook(book: Book, others: Others = {}): readonly Issue[] {
  return check(registryOf(others), snapshotOf(book));
}

/** Issues of the room in the form `severity code sheet!cell`. */
export function brief(issues: readonly Issue[]): string[] {
  return issues.filter(({ code }) => /^(scoring|person|section|cell|row|sheet|column|office|setting)\//.test(code) && code !== 'office/name-blank' && code !== 'scoring/objection-phone-blank').map(({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet}!${cell}`);
}

/** One person's row of 个人得分. */
export function scoreOf(ran: Ran, name: string): Readonly<Record<string, string | number | null>> {
  const found = ran.tables['个人得分']!.find((one) => one['姓名'] === name);
  if (!found) throw new Error(`${name} is not listed`);
  return found;
}

export function sectionOf(ran: Ran, name: string): Readonly<Record<string, string | number | null>> {
  const found = ran.tables['股室得分']!.find((one) => one['股室'] === name);
  if (!found) throw new Error(`${name} is not listed`);
  return found;
}

export const NEW_YEAR = civilDate(2026, 1, 1);

/** Sixty people, a hundred entries: a page of several sheets of paper. */
export const BIG_OFFICE: Book = {
  people: Array.from({ length: 60 }, (_, index): Cells => ({ 编号: String(index + 1), 姓名: `${'赵钱孙李周吴郑王冯陈'[index % 10]!}${'一二三四五六'[Math.floor(index / 10)]!}`, 股室: ['综合股', '秘书股', '应急股'][index % 3]!, 职务: '科员', 层级: '一般' })),
  rows: Array.from({ length: 100 }, (_, index) => row(`${'赵钱孙李周吴郑王冯陈'[index % 10]!}${'一二三四五六'[Math.floor(index / 10) % 6]!}`, index % 7 === 0 ? '督查-三(四)c' : '督查-三(三)e', { 编号: String(index + 1), 依据说明: String(index), 发生日期: day(`2026-0${1 + (index % 3)}-${String(1 + (index % 28)).padStart(2, '0')}`) })),
};
