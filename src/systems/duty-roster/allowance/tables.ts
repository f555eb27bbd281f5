/** 值班补助 and 值班明细 as result tables, and the month's table as a sheet whose sums are live. */
import { partsOf, weekdayName, type CivilDate } from '../../../kernel/date';
import { formatYuan, sumFen, toYuan, type Fen } from '../../../kernel/money';
import { resultSheet, type Place } from '../../../ledger/page';
import type { ResultColumn, ResultTable, ResultValue } from '../../../ledger/result-table';
import { columnLetters } from '../../../workbook/address';
import { formulaCell, type CellInput } from '../../../workbook/cell';
import type { ContentCell, SheetContent } from '../../../workbook/content';
import { DAY_CLASSES, type DayClass } from './ledgers';
import { pricesOf, type Allowances, type Line, type PricedShift } from './month';

export const ALLOWANCE_TABLE = '值班补助';
export const DETAIL_TABLE = '值班明细';

const shortDate = (date: CivilDate): string => `${partsOf(date).month}月${partsOf(date).day}日`;
const whole = (title: string): ResultColumn => ({ title, kind: 'integer', width: 12 });
const money = (title: string): ResultColumn => ({ title, kind: 'money', width: 10 });

const COLUMNS: readonly ResultColumn[] = [
  { title: '姓名', kind: 'text', width: 12 },
  { title: '股室', kind: 'text', width: 10 },
  ...DAY_CLASSES.map((dayClass) => whole(`${dayClass}班次`)),
  whole('班次合计'),
  ...DAY_CLASSES.map((dayClass) => money(`${dayClass}标准`)),
  money('应发金额'),
  whole('已补休班次'),
  money('封顶扣减'),
  money('实发金额'),
  { title: '备注', kind: 'text', width: 30 },
  money('补休扣减'),
  whole('暂扣班次'),
  money('暂扣金额'),
  { title: '对象', kind: 'text', width: 10 },
];

export function countOf({ shifts }: Line, dayClass: DayClass): number {
  return shifts.filter((shift) => shift.dayClass === dayClass).length;
}

export const restedOf = ({ shifts }: Line): number => shifts.filter(({ rested }) => rested).length;

const heldOf = ({ shifts }: Line): readonly PricedShift[] => shifts.filter(({ settlement }) => settlement === '暂扣');

/** The standard of a class; null where the line has no duty of it, or not all are worth the same (备注 tells). */
export function standardOf(line: Line, dayClass: DayClass): Fen | null {
  const prices = pricesOf(line, dayClass);
  return prices.length === 1 ? prices[0]!.amount : null;
}

/** What the numbers do not say by themselves. */
export function remarkOf(line: Line): string {
  const changed = DAY_CLASSES.flatMap((dayClass) => {
    const prices = pricesOf(line, dayClass);
    return prices.length < 2 ? [] : [`${dayClass}${prices.map(({ amount, count }) => `${count}班各${formatYuan(amount)}元`).join('、')}`];
  });
  const rested = line.shifts.filter((shift) => shift.rested);
  const days = (shifts: readonly PricedShift[]): string => shifts.map(({ date }) => shortDate(date)).join('、');
  const unpaid = rested.filter(({ settlement }) => settlement === '已补休不发');
  const held = heldOf(line);
  return [
    ...changed,
    ...(rested.length === 0 ? [] : [`${days(rested)}已补休${unpaid.length === rested.length ? ',不发' : ',照发'}`]),
    ...(held.length === 0 ? [] : [`暂扣${held.length}班:${held.map(({ date, contests }) => `${shortDate(date)}${contests.map(({ why }) => why).join('、')}`).join(';')}`]),
    ...(line.capCut > 0 ? [`每月封顶${formatYuan(line.cap!)}元`] : []),
  ].join(';');
}

function rowOf(line: Line): readonly ResultValue[] {
  return [
    line.person.label,
    line.section,
    ...DAY_CLASSES.map((dayClass) => countOf(line, dayClass)),
    line.shifts.length,
    ...DAY_CLASSES.map((dayClass) => standardOf(line, dayClass)),
    line.gross,
    restedOf(line),
    line.capCut,
    line.net,
    remarkOf(line) || null,
    line.restCut,
    heldOf(line).length,
    line.held,
    line.payee,
  ];
}

export function allowanceTable({ lines }: Allowances): ResultTable {
  return { title: ALLOWANCE_TABLE, columns: COLUMNS, rows: lines.map(rowOf) };
}

/** Every duty of the month: whose it was, who served, by which slip, and what became of the money. */
export function detailTable({ shifts }: Allowances): ResultTable {
  return {
    title: DETAIL_TABLE,
    columns: [
      { title: '日期', kind: 'date' },
      { title: '星期', kind: 'text', width: 8 },
      { title: '日期类型', kind: 'text', width: 10 },
      { title: '原值班人', kind: 'text', width: 12 },
      { title: '实际值班人', kind: 'text', width: 12 },
      { title: '调换单号', kind: 'text', width: 12 },
      { title: '对象', kind: 'text', width: 10 },
      money('金额'),
      { title: '处理', kind: 'text', width: 12 },
      { title: '说明', kind: 'text', width: 30 },
    ],
    rows: shifts.map(({ date, dayClass, rostered, actual, slip, payee, amount, settlement, contests }): ResultValue[] => [
      date, weekdayName(date), dayClass, rostered.label, actual.label, slip || null, payee, amount, settlement, contests.map(({ why }) => why).join('、') || null,
    ]),
  };
}

/** Columns of a line's formulas, as letters with the row. */
export interface LineCells {
  count(index: number): string;
  standard(index: number): string;
  readonly gross: string;
  readonly restCut: string;
  readonly held: string;
  readonly capCut: string;
}

/** Counts times standards; where not all duties of a class are worth the same, the amounts stand in the formula itself. */
export function grossFormula(line: Line, cells: Pick<LineCells, 'count' | 'standard'>): CellInput {
  const terms = DAY_CLASSES.flatMap((dayClass, index) => {
    const prices = pricesOf(line, dayClass);
    return prices.length === 1 ? [`${cells.count(index)}*${cells.standard(index)}`] : prices.map(({ amount, count }) => `${count}*${formatYuan(amount)}`);
  });
  return formulaCell(`ROUND(${terms.join('+')},2)`, toYuan(line.gross));
}

export function capFormula(line: Line, { gross, restCut, held }: Pick<LineCells, 'gross' | 'restCut' | 'held'>): CellInput {
  return line.cap === null ? 0 : formulaCell(`ROUND(MAX(0,${gross}-${restCut}-${held}-${formatYuan(line.cap)}),2)`, toYuan(line.capCut));
}

export function netFormula(line: Line, { gross, restCut, held, capCut }: Pick<LineCells, 'gross' | 'restCut' | 'held' | 'capCut'>): CellInput {
  return formulaCell(`ROUND(${gross}-${restCut}-${held}-${capCut},2)`, toYuan(line.net));
}

const at = (title: string): number => COLUMNS.findIndex((column) => column.title === title);

function formulaAt(line: Line, column: number, { row, letter }: Place): CellInput | undefined {
  const cell = (title: string): string => `${letter(at(title))}${row}`;
  const cells: LineCells = {
    count: (index) => `${letter(at('工作日班次') + index)}${row}`,
    standard: (index) => `${letter(at('工作日标准') + index)}${row}`,
    gross: cell('应发金额'),
    restCut: cell('补休扣减'),
    held: cell('暂扣金额'),
    capCut: cell('封顶扣减'),
  };
  switch (column) {
    case at('班次合计'):
      return formulaCell(`SUM(${cells.count(0)}:${cells.count(DAY_CLASSES.length - 1)})`, line.shifts.length);
    case at('应发金额'):
      return grossFormula(line, cells);
    case at('封顶扣减'):
      return capFormula(line, cells);
    case at('实发金额'):
      return netFormula(line, cells);
    default:
      return undefined;
  }
}

const SUMMED = new Set([...DAY_CLASSES.map((dayClass) => `${dayClass}班次`), '班次合计', '应发金额', '已补休班次', '封顶扣减', '实发金额', '补休扣减', '暂扣班次', '暂扣金额'].map(at));

/** The sheet 值班补助: sums are formulas, what is held back stands in red, a row of totals below. */
export function allowanceSheet(allowances: Allowances, table: ResultTable, above: readonly string[]): SheetContent {
  const { lines } = allowances;
  const content = resultSheet(table, { above, cells: (row, column, place) => formulaAt(lines[row]!, column, place) });
  if (lines.length === 0) return content;
  const first = content.rows.length - lines.length;
  const red = Object.fromEntries(COLUMNS.map((_, index) => [`held${index}`, { ...content.styles[`c${index}`], font: { ...content.styles[`c${index}`]?.font, color: 'C00000' } }]));
  const rows = content.rows.map((row, index) => {
    const line = lines[index - first];
    return line === undefined || heldOf(line).length === 0 ? row : row.map((cell, column) => cell && { ...cell, style: `held${column}` });
  });
  const totals = COLUMNS.map(({ kind }, column): ContentCell => {
    const style = `c${column}`;
    if (column === 0) return { value: '合计', style };
    if (!SUMMED.has(column)) return { value: null, style };
    const values = table.rows.map((row) => row[column] as Fen);
    const sum = kind === 'money' ? toYuan(sumFen(values)) : values.reduce<number>((total, value) => total + value, 0);
    const letters = columnLetters(column);
    return { value: formulaCell(kind === 'money' ? `ROUND(SUM(${letters}${first + 1}:${letters}${first + lines.length}),2)` : `SUM(${letters}${first + 1}:${letters}${first + lines.length})`, sum), style };
  });
  return { ...content, styles: { ...content.styles, ...red }, rows: [...rows, totals] };
}
