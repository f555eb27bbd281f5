/** A ledger as it looks in an office that has kept it for years: titles, two-row headers, totals, notes, merged labels. */
import type { Ledger } from '../../src/ledger/ledger';
import { MemorySheet } from '../../src/hosts/memory/sheet';
import type { CellInput } from '../../src/workbook/cell';
import type { Area } from '../../src/workbook/address';
import { spell } from './spelling';

export interface DirtyPlan {
  /** What the office calls the sheet. */
  readonly name: string;
  readonly year: number;
  /** Fields that stand under one word in a header of two rows: 开始 over 日期 and 时段. */
  readonly grouped?: Readonly<Record<string, readonly string[]>>;
  /** A label whose equal neighbours are merged. */
  readonly merged?: string;
  /** Fields under the office's own titles, by 对照. */
  readonly ownTitles?: Readonly<Record<string, string>>;
}

/** What stands in a column that is none of ours: ticks, formulas that broke, formulas that change every day. */
const BESIDE: readonly CellInput[] = ['已核', null, { kind: 'error', code: '#REF!' }, { kind: 'formula', formula: 'TODAY()', value: 46086 }];

type Sample = readonly Readonly<Record<string, CellInput>>[];

/** Where a cell of the sample went: `at(row, field)` is 0-based sheet row and column. */
export interface DirtySheet {
  readonly sheet: MemorySheet;
  readonly rowOf: readonly number[];
  readonly columnOf: ReadonlyMap<string, number>;
}

/** Another title of the column, broken over two lines where it is long; one that no other column could be. */
function titleOf(ledger: Ledger, field: string, turn: number): string {
  const column = ledger.columns[field]!;
  const others = new Set(Object.entries(ledger.columns).flatMap(([key, other]) => (key === field ? [] : [other.title, ...other.aliases])));
  const aliases = column.aliases.filter((alias) => !others.has(alias) && alias !== '序号');
  const title = turn % 2 === 0 && aliases.length > 0 ? aliases[turn % aliases.length]! : column.title;
  const broken = title.length >= 4 && turn % 3 !== 0 ? `${title.slice(0, 2)}\n${title.slice(2)}` : title;
  return column.required ? `${broken}*` : turn % 5 === 0 ? `${broken}(选填)` : broken;
}

export function dirtySheet(ledger: Ledger, sample: Sample, plan: DirtyPlan): DirtySheet {
  const fields = orderOf(ledger, plan);
  const columnOf = new Map(fields.map((field, index) => [field, index + 1]));
  const width = fields.length + 2;
  const rows: CellInput[][] = [];
  const merges: Area[] = [];
  const line = (first: CellInput): CellInput[] => {
    const cells = new Array<CellInput>(width).fill(null);
    cells[0] = first;
    rows.push(cells);
    return cells;
  };
  const acrossAll = (text: string): void => {
    merges.push({ row: rows.length, column: 0, lastRow: rows.length, lastColumn: width - 1 });
    line(text);
  };

  acrossAll(`临江县人民政府办公室${plan.year}年${ledger.sheet}`);
  acrossAll(`单位:临江县人民政府办公室    填表人:李晓燕`);
  const header = addHeader(ledger, plan, fields, line, merges, rows);
  const rowOf: number[] = [];
  const junkAfter = sample.length > 4 ? Math.ceil(sample.length / 2) : -1;
  sample.forEach((record, index) => {
    if (index === junkAfter) {
      line('小计')[1] = index;
      line(null);
      rows.push(...header.map((row) => [...row]));
    }
    rowOf.push(rows.length);
    const cells = line(index + 1);
    fields.forEach((field, column) => {
      cells[column + 1] = spell(ledger.columns[field]!, record[field] ?? null, index + column, plan.year, ledger.id === 'sections');
    });
    cells[width - 1] = BESIDE[index % BESIDE.length]!;
  });
  if (plan.merged !== undefined) mergeEqualNeighbours(sample, plan.merged, columnOf.get(plan.merged)!, rowOf, rows, merges);
  line('合 计')[1] = sample.length;
  acrossAll('以下空白');
  line('制表人:李晓燕')[3] = '审核:王建国';
  acrossAll('说明:本表由综合股每月汇总一次,请各股室核对。');

  const sheet = new MemorySheet(plan.name);
  sheet.rows = rows.map((row) => row.map((value) => (value === null ? undefined : { value, style: null })));
  sheet.merges = merges;
  if (rowOf.length > 2) sheet.hiddenRows = [rowOf[2]!];
  return { sheet, rowOf, columnOf };
}

/** Computed columns left out, the rest turned round; grouped fields stay beside each other. */
function orderOf(ledger: Ledger, plan: DirtyPlan): readonly string[] {
  const fields = Object.keys(ledger.columns).filter((field) => !ledger.columns[field]!.computed);
  const groups = Object.values(plan.grouped ?? {});
  const alone = fields.filter((field) => !groups.some((group) => group.includes(field)));
  const turned = [...alone.slice(2), ...alone.slice(0, 2)];
  return [...turned.slice(0, 1), ...groups.flat(), ...turned.slice(1)];
}

/** One or two header rows, which are repeated in the middle of the sheet as a printer would. */
function addHeader(ledger: Ledger, plan: DirtyPlan, fields: readonly string[], line: (first: CellInput) => CellInput[], merges: Area[], rows: CellInput[][]): readonly CellInput[][] {
  const titles = fields.map((field, index) => plan.ownTitles?.[field] ?? titleOf(ledger, field, index));
  const groups = Object.entries(plan.grouped ?? {});
  const upper = line('序号');
  upper.splice(1, titles.length, ...titles);
  upper[upper.length - 1] = '核对';
  if (groups.length === 0) return [upper];
  const at = rows.length - 1;
  const lower = line(null);
  for (const [word, group] of groups) {
    const columns = group.map((field) => fields.indexOf(field) + 1);
    merges.push({ row: at, column: columns[0]!, lastRow: at, lastColumn: columns.at(-1)! });
    group.forEach((field, index) => {
      const title = ledger.columns[field]!.title;
      if (!title.startsWith(word)) throw new Error(`${title} does not begin with ${word}`);
      upper[columns[index]!] = index === 0 ? word : null;
      lower[columns[index]!] = title.slice(word.length);
    });
  }
  upper.forEach((_, column) => {
    if (lower[column] === null) merges.push({ row: at, column, lastRow: at + 1, lastColumn: column });
  });
  return [upper, lower];
}

function mergeEqualNeighbours(sample: Sample, field: string, column: number, rowOf: readonly number[], rows: CellInput[][], merges: Area[]): void {
  const text = (index: number): string => JSON.stringify(sample[index]?.[field] ?? null);
  for (let first = 0; first < sample.length; ) {
    let last = first;
    while (text(last + 1) === text(first) && rowOf[last + 1] === rowOf[last]! + 1) last += 1;
    if (last > first && text(first) !== 'null') {
      for (let index = first + 1; index <= last; index += 1) rows[rowOf[index]!]![column] = null;
      merges.push({ row: rowOf[first]!, column, lastRow: rowOf[last]!, lastColumn: column });
    }
    first = last + 1;
  }
}
