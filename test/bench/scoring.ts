/**
 * 100,000 rows of 督查事项 through check and quarter: what parsing and rules take once the file is read.
 * The function returns the times; `npm run bench` prints them.
 */
import { addDays, civilDate } from '../../src/kernel/date';
import { provide } from '../../src/ledger/fact';
import { Registry } from '../../src/ledger/registry';
import type { System } from '../../src/ledger/system';
import { check } from '../../src/operations/check';
import { compute } from '../../src/operations/compute';
import { RunContext } from '../../src/operations/context';
import { inspectionScoring } from '../../src/systems/inspection-scoring';
import { inspections } from '../../src/systems/inspection-scoring/ledgers';
import { computeQuarter } from '../../src/systems/inspection-scoring/quarter';
import { reportRows } from '../../src/systems/inspection-scoring/quarter-issues';
import { BUILT_IN_ITEMS } from '../../src/systems/inspection-scoring/score-table';
import { leave } from '../../src/systems/leave';
import { office } from '../../src/systems/office';
import { liability } from '../../src/systems/office/facts';
import { asRead, type CellInput, type CellKind, type Scalar } from '../../src/workbook/cell';
import type { ColumnSnapshot, SheetSnapshot, Snapshot } from '../../src/workbook/snapshot';

const duty: System = { id: 'duty', title: '值班', ledgers: [], settings: [], provides: [provide(liability, [], () => [])], rules: [], actions: [], reminders: [], explainers: [], sample: [] };
export const registry = new Registry([office, leave, inspectionScoring, duty]);

function columnOf(cells: readonly CellInput[]): ColumnSnapshot {
  const kinds = new Uint8Array(cells.length);
  const values = cells.map((input, index): Scalar => {
    const { value, kind } = asRead(input);
    kinds[index] = kind satisfies CellKind;
    return value;
  });
  return { values, kinds, formulas: new Map() };
}

function sheetOf(name: string, columns: readonly (readonly CellInput[])[]): SheetSnapshot {
  return { name, visibility: 'visible', protected: false, rowCount: columns[0]!.length, columnCount: columns.length, columns: columns.map(columnOf), merges: [], hiddenRows: [], hiddenColumns: [] };
}

const ITEMS = BUILT_IN_ITEMS.filter(({ arithmetic }) => arithmetic !== 'yearly');

/** A county's offices together: so many rows are no single office's year. */
const PEOPLE = 400;
const SECTIONS = ['综合股', '秘书股', '研究室', '信息股', '行政股', '法制办', '督查室', '应急股', '党建室', '文印室', '小车班'];
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const GIVEN = [...'一二三四五六七八九十百千东南西北春夏秋冬'];

/** The sample office with `count` generated rows of 督查事项 in 2026, the same at every run. */
export function generatedBook(count: number): Snapshot {
  let state = 12345;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const sample = registry.systems.flatMap((system) => system.sample);
  const staff = Array.from({ length: PEOPLE }, (_, index) => ({ id: String(index + 1).padStart(4, '0'), name: `${SURNAMES[index % SURNAMES.length]!}${GIVEN[Math.floor(index / SURNAMES.length)]!}`, section: SECTIONS[index % SECTIONS.length]!, level: '一般' }));
  const first = civilDate(2026, 1, 1);
  const columns: Record<string, CellInput[]> = {};
  for (const [field, { title }] of Object.entries(inspections.columns)) columns[field] = [title];
  for (let index = 0; index < count; index += 1) {
    const person = staff[random(staff.length)]!;
    const ofSection = random(200) === 0;
    const item = ITEMS[random(ITEMS.length)]!;
    const happened = addDays(first, random(360));
    const date = (days: number): CellInput => ({ kind: 'date', date: addDays(happened, days) });
    const open = random(10) === 0;
    const step = (cell: CellInput): CellInput => (open ? null : cell);
    const row: Record<string, CellInput> = {
      number: `D${index + 1}`, date: date(0), registered: date(1), kind: ofSection ? '股室' : '个人', person: ofSection ? null : person.name, section: person.section, code: item.code, item: item.name,
      quantity: 1, score: null, evidence: '综合股', note: `记录${random(1000)}`, signer: step('秦朗'), signed: step(date(2)), state: open ? '登记' : '议定', remark: null, slot: null, personId: null,
      handedIn: step(date(3)), reviewer: step('冯雅'), reviewed: step(date(4)), decided: step(date(5)), posted: null,
    };
    for (const field of Object.keys(columns)) columns[field]!.push(row[field]!);
  }
  const others = sample
    .filter(({ ledger }) => !['督查事项', '任职变动', '领导联系', '请假', '外出'].includes(ledger.sheet))
    .map(({ ledger, rows }) => ({ ledger, rows: ledger.sheet === '人员' ? [...rows.filter((person) => person['section'] === null), ...staff] : rows }))
    .map(({ ledger, rows }) => sheetOf(ledger.sheet, Object.entries(ledger.columns).map(([field, { title }]) => [title, ...(rows as readonly Readonly<Record<string, CellInput>>[]).map((row) => row[field] ?? null)])));
  return { sheets: [...others, sheetOf('督查事项', Object.values(columns))], names: [] };
}

export interface Times {
  readonly rows: number;
  /** Reading every sheet and running every rule. */
  readonly checkMilliseconds: number;
  /** Reading again and computing the quarter with its warnings. */
  readonly quarterMilliseconds: number;
  /** The whole action: the quarter, its sheets and the comparison with the workbook. */
  readonly wholeMilliseconds: number;
  readonly issues: number;
}

/** Times of check and quarter on `count` rows once the file is read; `now` gives milliseconds. */
export function timeScoring(count: number, now: () => number): Times {
  const book = generatedBook(count);
  const times = [now()];
  const issues = check(registry, book);
  times.push(now());
  const context = new RunContext(registry, book, { overrides: new Map(), acceptsErrors: false });
  reportRows(context, computeQuarter(context, { year: 2026, quarter: 4, draft: false }));
  times.push(now());
  compute(registry, book, { entry: registry.action('inspection-scoring/quarter')!, values: { year: 2026, quarter: 4, draft: false, dated: null }, settings: new Map(), acceptErrors: false });
  times.push(now());
  const [checkMilliseconds, quarterMilliseconds, wholeMilliseconds] = times.slice(1).map((time, index) => time - times[index]!);
  return { rows: count, checkMilliseconds: checkMilliseconds!, quarterMilliseconds: quarterMilliseconds!, wholeMilliseconds: wholeMilliseconds!, issues: issues.length };
}
