/** 值班补助发放表: the month's table to be signed, as offices print it (后勤-二(七)). */
import { partsOf, toChinese, yearOf, type CivilDate } from '../../../kernel/date';
import { formatYuan, sumFen, toCapitals, toYuan, type Fen } from '../../../kernel/money';
import type { Context } from '../../../ledger/context';
import { formalPage, type PageCell, type PageColumn, type Place } from '../../../ledger/page';
import { formulaCell, type CellInput } from '../../../workbook/cell';
import type { SheetContent } from '../../../workbook/content';
import { calendar } from '../../office/facts';
import { officeName } from '../../office/parameters';
import { DAY_CLASSES } from './ledgers';
import type { Allowances, Line } from './month';
import { overnightPricing } from './parameters';
import { capFormula, countOf, grossFormula, netFormula, remarkOf, restedOf, standardOf, type LineCells } from './tables';

export interface AllowancePageOptions {
  /** The date under the page; null prints 年 月 日. */
  readonly dated: CivilDate | null;
  /** 草稿,有 N 行未计入; null when nothing is missing. */
  readonly draftNote: string | null;
}

const MONEY = { numberFormat: '0.00' } as const;
const COLUMNS: readonly (PageColumn & { readonly width: number })[] = [
  { title: '序号', width: 5 },
  { title: '姓名', width: 13 },
  { title: '股室', width: 10 },
  ...DAY_CLASSES.map((dayClass) => ({ title: `${dayClass}班次`, width: 7 })),
  { title: '班次合计', width: 6 },
  ...DAY_CLASSES.map((dayClass) => ({ title: `${dayClass}标准`, width: 8, ...MONEY })),
  { title: '应发金额', width: 10, ...MONEY },
  { title: '已补休班次', width: 7 },
  { title: '补休扣减', width: 9, ...MONEY },
  { title: '暂扣金额', width: 9, ...MONEY },
  { title: '封顶扣减', width: 9, ...MONEY },
  { title: '实发金额', width: 10, ...MONEY },
  { title: '签字', width: 10 },
  { title: '备注', width: 24, wrap: true, align: 'left' },
];

const at = (title: string): number => COLUMNS.findIndex((column) => column.title === title);
const [COUNTS, STANDARDS] = [at('工作日班次'), at('工作日标准')];
const [COUNT, GROSS, RESTED, REST_CUT, HELD, CAP_CUT, NET] = ['班次合计', '应发金额', '已补休班次', '补休扣减', '暂扣金额', '封顶扣减', '实发金额'].map(at) as [number, number, number, number, number, number, number];

/** Nothing is printed as nothing. */
const number = (value: number): CellInput => (value === 0 ? null : value);

function cellsOf({ row, letter }: Place): LineCells {
  const cell = (column: number): string => `${letter(column)}${row}`;
  return { count: (index) => cell(COUNTS + index), standard: (index) => cell(STANDARDS + index), gross: cell(GROSS), restCut: cell(REST_CUT), held: cell(HELD), capCut: cell(CAP_CUT) };
}

function rowOf(line: Line, index: number): readonly PageCell[] {
  const { person, payee, section, shifts } = line;
  return [
    index + 1,
    `${person.printName}${payee === '带班领导' ? '(带班)' : ''}`,
    section,
    ...DAY_CLASSES.map((dayClass) => number(countOf(line, dayClass))),
    (place) => formulaCell(`SUM(${cellsOf(place).count(0)}:${cellsOf(place).count(DAY_CLASSES.length - 1)})`, shifts.length),
    ...DAY_CLASSES.map((dayClass): CellInput => {
      const standard = standardOf(line, dayClass);
      return standard === null ? null : toYuan(standard);
    }),
    (place) => grossFormula(line, cellsOf(place)),
    number(restedOf(line)),
    number(toYuan(line.restCut)),
    number(toYuan(line.held)),
    (place) => capFormula(line, cellsOf(place)),
    (place) => netFormula(line, cellsOf(place)),
    null,
    remarkOf(line) || null,
  ];
}

function totalsOf({ lines, shifts, total }: Allowances): readonly PageCell[] {
  const counts = (value: number, column: number): PageCell => ({ letter, first, last }: Place) => formulaCell(`SUM(${letter(column)}${first}:${letter(column)}${last})`, value);
  const money = (value: Fen, column: number): PageCell => ({ letter, first, last }: Place) => formulaCell(`ROUND(SUM(${letter(column)}${first}:${letter(column)}${last}),2)`, toYuan(value));
  const sum = (pick: (line: Line) => Fen): Fen => sumFen(lines.map(pick));
  const whole = (pick: (line: Line) => number): number => lines.reduce((result, line) => result + pick(line), 0);
  return [
    null,
    '合计',
    null,
    ...DAY_CLASSES.map((dayClass, index) => counts(whole((line) => countOf(line, dayClass)), COUNTS + index)),
    counts(shifts.length, COUNT),
    ...DAY_CLASSES.map(() => null),
    money(sum(({ gross }) => gross), GROSS),
    counts(whole(restedOf), RESTED),
    money(sum(({ restCut }) => restCut), REST_CUT),
    money(sum(({ held }) => held), HELD),
    money(sum(({ capCut }) => capCut), CAP_CUT),
    money(total, NET),
    null,
    null,
  ];
}

export function allowancePage(context: Context, allowances: Allowances, { dated, draftNote }: AllowancePageOptions): { readonly title: string; readonly content: SheetContent } {
  const { month, lines, shifts, total } = allowances;
  const { year, month: number } = partsOf(month.from);
  const typed = context.setting(officeName, month.to);
  if (typed === '') {
    context.report({ code: 'office/name-blank', severity: 'warning', sheet: '参数', cell: '', message: '参数“单位名称”是空的,打印页写作“××办公室”', remedy: '请在“参数”表写明单位名称', clause: '值班-一' });
  }
  const office = typed === '' ? '××办公室' : typed;
  const held = shifts.filter(({ settlement }) => settlement === '暂扣').length;
  const hasNoRate = shifts.some(({ parts }) => parts.some(({ rate }) => (rate?.amount ?? 0) === 0));
  const content = formalPage({
    title: `${office}${year}年${number}月值班补助发放表`,
    subtitle: { left: `${toChinese(month.from)}至${toChinese(month.to)},按班次开始的日期`, right: '单位:元、班' },
    widths: COLUMNS.map(({ width }) => width),
    orientation: 'landscape',
    sections: [{ columns: COLUMNS.map(({ width: _, ...column }) => column), rows: lines.map(rowOf), ...(lines.length === 0 ? {} : { totals: totalsOf(allowances) }), rowHeight: 26 }],
    notes: [
      `实发合计(大写):人民币${toCapitals(total)}    小写:${formatYuan(total, true)}元`,
      `说明:发给实际值班人,${context.setting(overnightPricing, month.to) === '分段折算' ? '一班按当天15小时、次日9小时分段折算' : '标准按班次开始那一天的日期类型'}。${held > 0 ? `调换未经批准的${held}班暂扣待定。` : ''}${hasNoRate ? '有的日期类型没有填写标准,按0元计。' : ''}${context.fact(calendar, month).isUncovered(yearOf(month.from)) ? '放假安排未公布,按预测。' : ''}`,
      '附件:值班明细。',
    ],
    closing: [
      { left: '制表人:              综合股审核:              行政股复核:              分管后勤:              主任审签:              ' },
      { right: office },
      { right: dated === null ? '    年  月  日' : toChinese(dated) },
    ],
    draftNote,
  });
  return { title: `值班补助发放表${year}年${number}月${draftNote === null ? '' : '(草稿)'}`, content };
}
