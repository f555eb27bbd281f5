/** The page that hangs on the wall: 公示, 汇总稿 before the meeting, 更正公示 where a posted number has changed (督查-二). */
import { addWorkdays } from '../../kernel/due';
import { partsOf, toChinese, type CivilDate } from '../../kernel/date';
import { citation } from '../../ledger/clause';
import { formalPage, type PageCell, type PageColumn, type PageSection, type Place } from '../../ledger/page';
import { displayWidth } from '../../ledger/sheet-draft';
import { formulaCell, type CellInput } from '../../workbook/cell';
import type { SheetContent } from '../../workbook/content';
import { fromPoints } from './points';
import { correctionTitle, type NumberChange } from './posted';
import type { Detail, QuarterRequest, QuarterResult } from './quarter';
import { BASE_POINTS } from './score-table';
import type { Standing } from './standings';
import { remarkOf, sumOf } from './tables';

export const ORDINALS = ['', '一', '二', '三', '四'] as const;

export type PageKind = '公示' | '更正公示' | '汇总稿';

export interface PublicityOptions {
  readonly kind: PageKind;
  /** 单位名称 */
  readonly office: string;
  /** The date under the page; null prints 年 月 日. */
  readonly dated: CivilDate | null;
  /** Working days of publicity (G6: the day of posting is not counted). */
  readonly days: number;
  readonly isWorkday: (date: CivilDate) => boolean;
  readonly phone: string;
  /** What has changed since it was posted. */
  readonly changes: readonly NumberChange[];
  /** A year of the publicity period has no notice yet. */
  readonly predicted: boolean;
  /** 草稿,有 N 行未计入; null when nothing is missing. */
  readonly draftNote: string | null;
}

/** Sheet title: the period is in it, and the number of a later correction, so that the pages before it are kept. */
export function pageTitle(kind: PageKind, { year, quarter }: QuarterRequest, correction: number, hasErrors: boolean): string {
  return `${kind === '汇总稿' ? `汇总稿${year}年${quarter}季度` : correctionTitle(year, quarter, correction)}${hasErrors ? '(草稿)' : ''}`;
}

/** Grid of nine columns that fills A4 in portrait without being made smaller: it is read on the wall. */
const WIDTHS = [8, 11, 10, 7, 7.5, 7.5, 7.5, 7.5, 8];
const ITEM_COLUMNS = [2, 7] as const;
const EVIDENCE_COLUMN = [8, 9] as const;
const UNRANKED = '—';

const column = (title: string, more: Partial<PageColumn> = {}): PageColumn => ({ title, ...more });

/** Columns from 基础分 to 得分. */
const SCORE_TITLES = ['基础分', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分'] as const;

function scoreCells(standing: Standing, base: number): PageCell[] {
  const { sums } = standing;
  const shown = [BASE_POINTS, sums.quarterPlus, sums.quarterMinus, sums.yearPlus, sums.yearMinus].map(fromPoints);
  const total = (place: Place): CellInput =>
    formulaCell(`${place.letter(base)}${place.row}+${place.letter(base + 3)}${place.row}-${place.letter(base + 4)}${place.row}`, fromPoints(standing.score));
  return [...shown, total];
}

/** 合计 under the four columns of points; `base` is the column of 基础分. */
function totalCells(standings: readonly Standing[], base: number): PageCell[] {
  const sums = [
    (standing: Standing) => standing.sums.quarterPlus,
    (standing: Standing) => standing.sums.quarterMinus,
    (standing: Standing) => standing.sums.yearPlus,
    (standing: Standing) => standing.sums.yearMinus,
  ];
  const cells = sums.map((pick, index): PageCell => {
    const value = fromPoints(standings.reduce((sum, standing) => sum + pick(standing), 0));
    return (place) => formulaCell(`SUM(${place.data(base + 1 + index)})`, value);
  });
  return [...new Array<PageCell>(base - 1).fill(null), null, ...cells, null];
}

function withTotals(section: Omit<PageSection, 'totals'>, totals: readonly PageCell[]): PageSection {
  return section.rows.length === 0 ? section : { ...section, totals };
}

function sectionSection(result: QuarterResult): PageSection {
  const base = 2;
  const totals = totalCells(result.sections, base);
  return withTotals(
    {
      heading: '一、股室得分',
      columns: [column('名次'), column('股室', { span: 2 }), ...SCORE_TITLES.map((title) => column(title))],
      rows: result.sections.map((standing) => [standing.rank ?? UNRANKED, standing.section, ...scoreCells(standing, base)]),
    },
    ['合计', ...totals.slice(1)],
  );
}

function personSection(result: QuarterResult): PageSection {
  const base = 3;
  const totals = totalCells(result.persons, base);
  return withTotals(
    {
      heading: '二、个人得分',
      columns: [column('名次'), column('姓名'), column('股室'), ...SCORE_TITLES.map((title) => column(title))],
      rows: result.persons.map((standing) => [standing.rank ?? UNRANKED, standing.person.printName, standing.section, ...scoreCells(standing, base)]),
    },
    ['合计', ...totals.slice(1)],
  );
}

/** What formal pages print instead of a clause ID. */
export function citationOf({ entry }: Detail): string {
  return citation(entry.item.clause);
}

/** 事项(条款), and why it adds what it adds. */
function itemText(detail: Detail): string {
  const { row, rate } = detail.entry;
  const said = remarkOf(detail);
  return `${row.item ?? rate.name}(${citationOf(detail)})${said === '' ? '' : `;${said}`}`;
}

const ROW_HEIGHT = 24;
/** The page's characters against the sheet's standard ones, by which widths are counted. */
const TEXT_SIZE = 1.15;

function linesOf(text: string, [from, to]: readonly [number, number]): number {
  const width = WIDTHS.slice(from, to).reduce((sum, characters) => sum + characters, 0);
  return Math.ceil((displayWidth(text) * TEXT_SIZE) / width);
}

/** Points that the longest text of a row needs. */
function heightOf(detail: Detail): number {
  return Math.max(ROW_HEIGHT, 6 + 15 * Math.max(linesOf(itemText(detail), ITEM_COLUMNS), linesOf(detail.entry.row.evidence ?? '', EVIDENCE_COLUMN)));
}

function detailRow(detail: Detail): PageCell[] {
  const { row, person, section } = detail.entry;
  const { month, day } = partsOf(row.date);
  return [
    `${month}月${day}日`,
    person ? person.printName : section,
    itemText(detail),
    fromPoints(detail.points),
    row.evidence,
  ];
}

function detailSection(result: QuarterResult): PageSection {
  const rows = result.details.map(detailRow);
  const total = sumOf(result.details.map(({ points }) => fromPoints(points)));
  const section: PageSection = {
    heading: '三、加扣分明细',
    columns: [column('日期'), column('对象'), column('事项(条款)', { span: 5, align: 'left', wrap: true }), column('分值', { numberFormat: '+General;-General;0' }), column('依据股室', { wrap: true })],
    rows: rows.length > 0 ? rows : [[null, null, '本季度没有加扣分事项', null, null]],
    rowHeight: ROW_HEIGHT,
    rowHeights: result.details.map(heightOf),
  };
  const sum = (place: Place): CellInput => formulaCell(`SUM(${place.data(3)})`, total);
  return rows.length > 0 ? { ...section, totals: ['合计', null, null, sum, null] } : section;
}

function changeSection(changes: readonly NumberChange[]): PageSection {
  return {
    heading: '四、更正内容',
    columns: [column('类别'), column('对象', { span: 2 }), column('项目', { span: 2 }), column('原公示', { span: 2 }), column('更正后', { span: 2 })],
    rows: changes.map(({ table, subject, title, before, after }) => [table, subject, title, before ?? '未列', after ?? '不列']),
  };
}

/** 公示期: working days, the day of posting not counted (G6). */
export function publicityPeriod({ dated, days, isWorkday, predicted }: Pick<PublicityOptions, 'dated' | 'days' | 'isWorkday' | 'predicted'>): string {
  const counting = `${days}个工作日,公示当日不计${predicted ? ';放假安排未公布,按预测' : ''}`;
  if (dated === null) return `公示期:自公示之日起${counting}。`;
  return `公示期:${toChinese(dated)}至${toChinese(addWorkdays(dated, days, isWorkday))}(${counting})。`;
}

const TITLES: Readonly<Record<PageKind, string>> = { 公示: '内务督查考核得分公示', 更正公示: '内务督查考核得分更正公示', 汇总稿: '内务督查考核得分汇总稿' };

function notesOf(result: QuarterResult, options: PublicityOptions): string[] {
  const { year, quarter } = result.request;
  const notes = [
    `说明:各股室、个人基础分100分;得分=基础分+本年累计加分-本年累计扣分(${year}年1月1日至第${ORDINALS[quarter]}季度末);个人的加扣分按事项发生当日所在股室计入股室。`,
  ];
  if (result.persons.some(({ rank }) => rank === null) || result.sections.some(({ rank }) => rank === null)) notes.push(`名次为“${UNRANKED}”的,是季末已离办的人员或不参评的股室。`);
  if (options.kind === '汇总稿') notes.push('本稿含尚未议定的事项,供初审和主任办公会审议,不作公示。');
  else {
    notes.push(publicityPeriod(options), `异议受理:公示期内有异议的,请向综合股反映,电话${options.phone === '' ? '              ' : options.phone}。`);
  }
  return notes;
}

export function publicityPage(result: QuarterResult, options: PublicityOptions): SheetContent {
  const { year, quarter } = result.request;
  return formalPage({
    title: `${options.office}${year}年第${ORDINALS[quarter]}季度${TITLES[options.kind]}`,
    widths: WIDTHS,
    orientation: 'portrait',
    sections: [sectionSection(result), personSection(result), detailSection(result), ...(options.changes.length > 0 ? [changeSection(options.changes)] : [])],
    notes: notesOf(result, options),
    closing: [{ right: options.office }, { right: options.dated === null ? '    年  月  日' : toChinese(options.dated) }],
    draftNote: options.draftNote,
  });
}
