/** The result tables of a quarter, columns as the workbook contract has them. */
import { columnLetters } from '../../workbook/address';
import { formulaCell } from '../../workbook/cell';
import type { ContentCell, SheetContent } from '../../workbook/content';
import { resultSheet, type Place } from '../../ledger/page';
import type { ResultColumn, ResultTable, ResultValue } from '../../ledger/result-table';
import { fromPoints } from './points';
import { isSupplement, type Detail, type QuarterResult } from './quarter';
import type { PersonStanding, SectionStanding, Standing } from './standings';
import { nameOf } from './subjects';

/** Score columns, shared by people and sections, in order. */
const SCORES: readonly ResultColumn[] = ['本季加分', '本季扣分', '累计加分', '累计扣分', '得分', '本季得分'].map((title) => ({ title, kind: 'number', width: 10 }));

const rank = (title: string): ResultColumn => ({ title, kind: 'integer', width: 10 });

export const PERSON_TABLE = '个人得分';
export const SECTION_TABLE = '股室得分';
export const DETAIL_TABLE = '明细';

const PERSON_COLUMNS: readonly ResultColumn[] = [rank('名次'), { title: '姓名', kind: 'text', width: 14 }, { title: '股室', kind: 'text', width: 12 }, ...SCORES, rank('本季名次')];
const SECTION_COLUMNS: readonly ResultColumn[] = [
  rank('名次'), { title: '股室', kind: 'text', width: 14 }, ...SCORES, rank('本季名次'), { title: '人均加扣分', kind: 'number', decimals: 2, width: 12 },
];
const DETAIL_COLUMNS: readonly ResultColumn[] = [
  { title: '编号', kind: 'text', width: 8 },
  { title: '发生日期', kind: 'date' },
  { title: '对象', kind: 'text', width: 14 },
  { title: '归属股室', kind: 'text', width: 12 },
  { title: '事项编码', kind: 'text', width: 14 },
  { title: '事项', kind: 'text', width: 28 },
  { title: '数量', kind: 'number', width: 8 },
  { title: '分值', kind: 'number', width: 8 },
  { title: '依据股室', kind: 'text', width: 14 },
  { title: '说明', kind: 'text', width: 36 },
];

function scores({ sums, score, quarterScore }: Standing): number[] {
  return [sums.quarterPlus, sums.quarterMinus, sums.yearPlus, sums.yearMinus, score, quarterScore].map(fromPoints);
}

function personRow(standing: PersonStanding): readonly ResultValue[] {
  return [standing.rank, standing.person.label, standing.section, ...scores(standing), standing.quarterRank];
}

function sectionRow(standing: SectionStanding): readonly ResultValue[] {
  return [standing.rank, standing.section, ...scores(standing), standing.quarterRank, standing.perHead];
}

/** Why a row adds what it adds, and whether it came after the hand-in. */
export function remarkOf({ entry, remark }: Detail): string {
  return [remark, isSupplement(entry.row.date) ? '季末后补报' : ''].filter((part) => part !== '').join(';');
}

/** What a row's 说明 says: the ledger's own words, then the remark. */
export function explanationOf(detail: Detail): string {
  return [detail.entry.row.note ?? '', remarkOf(detail)].filter((part) => part !== '').join(';');
}

function detailRow(detail: Detail): readonly ResultValue[] {
  const { row, item, rate, section } = detail.entry;
  return [row.number, row.date, nameOf(detail.entry), section, item.code, row.item ?? rate.name, row.quantity, fromPoints(detail.points), row.evidence, explanationOf(detail)];
}

export function personTable(result: QuarterResult): ResultTable {
  return { title: PERSON_TABLE, columns: PERSON_COLUMNS, rows: result.persons.map(personRow) };
}

export function sectionTable(result: QuarterResult): ResultTable {
  return { title: SECTION_TABLE, columns: SECTION_COLUMNS, rows: result.sections.map(sectionRow) };
}

export function detailTable(result: QuarterResult): ResultTable {
  return { title: DETAIL_TABLE, columns: DETAIL_COLUMNS, rows: result.details.map(detailRow) };
}

const COUNTED = ['本季加分', '本季扣分', '累计加分', '累计扣分'] as const;

/** A table of standings as a sheet: 得分 and 本季得分 are formulas over the columns beside them, 合计 sums them up. */
export function standingSheet(table: ResultTable, above: readonly string[]): SheetContent {
  const at = (title: string): number => table.columns.findIndex((column) => column.title === title);
  const [quarterPlus, quarterMinus, yearPlus, yearMinus] = COUNTED.map((title) => columnLetters(at(title)));
  const formulas = new Map([
    [at('得分'), (row: number) => `100+${yearPlus!}${row}-${yearMinus!}${row}`],
    [at('本季得分'), (row: number) => `100+${quarterPlus!}${row}-${quarterMinus!}${row}`],
  ]);
  const content = resultSheet(table, {
    above,
    cells: (row, column, place: Place) => {
      const formula = formulas.get(column);
      return formula && formulaCell(formula(place.row), table.rows[row]![column] as number);
    },
  });
  if (table.rows.length === 0) return content;
  const last = content.rows.length;
  const first = last - table.rows.length + 1;
  const counted = new Set(COUNTED.map(at));
  const totals = table.columns.map((_, column): ContentCell => {
    const style = `c${column}`;
    if (column === 1) return { value: '合计', style };
    if (!counted.has(column)) return { value: null, style };
    const sum = sumOf(table.rows.map((row) => row[column] as number));
    return { value: formulaCell(`SUM(${columnLetters(column)}${first}:${columnLetters(column)}${last})`, sum), style };
  });
  return { ...content, rows: [...content.rows, totals] };
}

/** Exact sum of scores as shown. */
export function sumOf(scoresShown: readonly number[]): number {
  return fromPoints(scoresShown.reduce((sum, score) => sum + Math.round(score * 1000), 0));
}
