/** Why a score says what it says: the rows with their cells and clauses, and the arithmetic. */
import { toISO, yearOf } from '../../kernel/date';
import { contains, quarterOf, type Quarter } from '../../kernel/period';
import { compactText } from '../../kernel/text/normalize';
import type { Context } from '../../ledger/context';
import type { Explainer, ExplainTarget, ExplanationLine } from '../../ledger/explain';
import { CELL_KIND } from '../../workbook/cell';
import { cellAt, findSheet, type SheetSnapshot } from '../../workbook/snapshot';
import { people, sections } from '../office/facts';
import { QUARTER_ACTION } from './actions';
import { entries } from './entries';
import { inspections, type State } from './ledgers';
import type { Balance } from './opening-balances';
import { fromPoints, showPoints } from './points';
import { computeQuarter, countsInState, type Detail, type QuarterResult } from './quarter';
import { BASE_POINTS } from './score-table';
import type { PersonStanding, SectionStanding } from './standings';
import { explanationOf } from './tables';
import { heldForPerson, heldForSection } from './tally';

interface Place {
  /** Column titles of the table that holds the cell. */
  readonly titles: ReadonlyMap<string, number>;
  /** Title of the cell's own column. */
  readonly title: string;
}

/** Texts of a row by column. */
function titlesAt(sheet: SheetSnapshot, row: number): ReadonlyMap<string, number> {
  const titles = new Map<string, number>();
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const cell = cellAt(sheet, row, column);
    if (cell.kind === CELL_KIND.text) titles.set(String(cell.value), column);
  }
  return titles;
}

/** The nearest header above the cell: a row with 得分 and 名次, or one of details. */
export function placeOf(sheet: SheetSnapshot, row: number, column: number): Place | null {
  for (let at = row - 1; at >= 0; at -= 1) {
    const titles = titlesAt(sheet, at);
    if (!titles.has('分值') && !(titles.has('名次') && titles.has('得分'))) continue;
    // a merged cell's text stands in its first column
    const title = [...titles].filter(([, index]) => index <= column).at(-1)?.[0] ?? '';
    return { titles, title };
  }
  return null;
}

const line = (item: string, value: string, source: string, clause: string): ExplanationLine => ({ item, value, source, clause });

/** A row of 督查事项 as an address. */
function sourceOf(result: QuarterResult, at: number): string {
  const { table } = result.entries;
  return `${table.sheet}!${table.cell(at, 'number') || table.cell(at, 'date')}`;
}

function entryLine(result: QuarterResult, index: number, ofSection: boolean): ExplanationLine {
  const entry = result.entries.list[index]!;
  const { row, item, rate, person } = entry;
  const remark = result.amounts.remarks.get(index);
  const name = ofSection ? `${person ? person.label : '股室'}:` : '';
  const count = row.quantity === 1 ? '' : `×${row.quantity}`;
  return line(`${toISO(row.date)} ${name}${rate.name}${count}${remark === undefined ? '' : `(${remark})`}`, showPoints(result.amounts.points[index]!, true), sourceOf(result, row.at), item.clause);
}

/** Sign of the points that a column shows: additions, deductions, or both. */
const SIDES: Readonly<Record<string, 1 | -1 | 0>> = { 本季加分: 1, 本季扣分: -1, 累计加分: 1, 累计扣分: -1 };

function standingLines(result: QuarterResult, standing: PersonStanding | SectionStanding, title: string): ExplanationLine[] {
  const ofSection = !('person' in standing);
  const quarterOnly = title.startsWith('本季');
  const side = SIDES[title] ?? 0;
  const balances: readonly Balance[] = (ofSection ? result.openings.sections.get(standing.section) : result.openings.persons.get(standing.person.order)) ?? [];
  const lines: ExplanationLine[] = side === 0 ? [line('基础分', String(fromPoints(BASE_POINTS)), '', '督查-三(序)')] : [];
  if (!quarterOnly) for (const balance of balances) lines.push(openingLine(balance, side));
  result.entries.list.forEach((entry, index) => {
    if (result.counts[index] !== 1 || (ofSection ? entry.section !== standing.section : entry.person?.order !== standing.person.order)) return;
    if (quarterOnly && !contains(result.period, entry.row.date)) return;
    const points = result.amounts.points[index]!;
    if (side !== 0 && points !== 0 && Math.sign(points) !== side) return;
    const until = ofSection ? heldForSection(result.openings, standing.section, entry.person?.order ?? null) : heldForPerson(result.openings, standing.person.order);
    lines.push(!quarterOnly && entry.row.date <= until ? { ...entryLine(result, index, ofSection), value: '已含在期初' } : entryLine(result, index, ofSection));
  });
  if (lines.every(({ source }) => source === '')) lines.push(line('没有计入的加扣分事项', '0', '', ''));
  return [...lines, ...resultLines(result, standing, title, quarterOnly)];
}

function openingLine(balance: Balance, side: 1 | -1 | 0): ExplanationLine {
  const parts = [...(side === -1 ? [] : [`+${showPoints(balance.plus)}`]), ...(side === 1 ? [] : [`-${showPoints(balance.minus)}`])];
  return line(`期初${balance.until === null ? '' : `(截至${toISO(balance.until)})`}`, parts.join(' '), balance.source, '督查-三(序)');
}

function resultLines(result: QuarterResult, standing: PersonStanding | SectionStanding, title: string, quarterOnly: boolean): ExplanationLine[] {
  const { sums, score, quarterScore } = standing;
  const [plus, minus, total] = quarterOnly ? [sums.quarterPlus, sums.quarterMinus, quarterScore] : [sums.yearPlus, sums.yearMinus, score];
  if (title === '本季加分' || title === '累计加分') return [line(title, showPoints(plus), '', '督查-三(序)')];
  if (title === '本季扣分' || title === '累计扣分') return [line(title, showPoints(minus), '', '督查-三(序)')];
  if (title === '人均加扣分' && 'heads' in standing) {
    const value = standing.perHead === null ? '没有列入的人员' : `(${showPoints(plus)} - ${showPoints(minus)}) ÷ ${standing.heads}人 = ${standing.perHead}`;
    return [line(title, value, '', '督查-三(六)')];
  }
  const sum = line(quarterOnly ? '本季得分' : '得分', `${showPoints(BASE_POINTS)} + ${showPoints(plus)} - ${showPoints(minus)} = ${showPoints(total)}`, '', '督查-三(序)');
  return title.endsWith('名次') ? [sum, rankLine(result, standing, title, quarterOnly)] : [sum];
}

function rankLine(result: QuarterResult, standing: PersonStanding | SectionStanding, title: string, quarterOnly: boolean): ExplanationLine {
  const rank = quarterOnly ? standing.quarterRank : standing.rank;
  if (rank === null) return line(title, 'person' in standing ? '季末已离办,列出得分,不排名次' : '不参评,列出得分,不排名次', '', '督查-四');
  const peers: readonly (PersonStanding | SectionStanding)[] = 'person' in standing ? result.persons : result.sections;
  const scoreOf = (one: PersonStanding | SectionStanding): number => (quarterOnly ? one.quarterScore : one.score);
  const ranked = peers.filter((one) => one.rank !== null);
  const above = ranked.filter((one) => scoreOf(one) > scoreOf(standing)).length;
  const tied = ranked.filter((one) => scoreOf(one) === scoreOf(standing)).length - 1;
  return line(title, `第${rank}名:${above}个得分更高${tied > 0 ? `,与${tied}个并列` : ''}`, '', '督查-四');
}

/** Whether a row counts, and where not, why. */
function stateText(result: QuarterResult, state: State): string {
  return countsInState(state, result.request.draft) ? state : `${state},尚未议定,暂不计入得分`;
}

function placeText(result: QuarterResult, { entry: { row, section, person } }: Detail): string {
  if (!person) return section!;
  const post = `${section ?? '无'}(${toISO(row.date)}所在股室)`;
  return section === null && result.persons.every((standing) => standing.person.order !== person.order) ? `${post};不列入个人得分,没有计入` : post;
}

function detailLines(result: QuarterResult, detail: Detail): ExplanationLine[] {
  const { row, item, rate, state } = detail.entry;
  const origin = rate.source === 'table' ? '' : rate.source === 'uncovered' ? '(分值表没有能用于这一天的一行,按内置)' : '(内置)';
  return [
    line('事项', `${rate.name},每${rate.unit}${showPoints(rate.points, true)}${origin}`, rate.address, item.clause),
    line('数量', `${row.quantity}${rate.unit}`, sourceOf(result, row.at), ''),
    line('归属股室', placeText(result, detail), '', '督查-三(六)'),
    line('状态', stateText(result, state), sourceOf(result, row.at), '督查-二'),
    line('分值', `${showPoints(detail.points, true)}${explanationOf(detail) === '' ? '' : `:${explanationOf(detail)}`}`, sourceOf(result, row.at), item.clause),
  ];
}

/** A row of 督查事项: what it adds in the quarter of its date, or why it adds nothing. */
function ledgerLines(context: Context, target: ExplainTarget): readonly ExplanationLine[] | null {
  const at = target.cell.row;
  const table = context.read(inspections, { fields: ['date', 'state'], quietly: true });
  if (table.sheet !== target.sheet || !table.layout?.dataRows.includes(at)) return null;
  const place = (field: 'state' | 'date'): string => `${table.sheet}!${table.cell(at, field)}`;
  const voided = table.layout.columns.get('state');
  if (voided !== undefined && compactText(String(cellAt(findSheet(context.snapshot, table.sheet)!, at, voided).value)) === '作废') return [line('状态', '作废,不计入得分', place('state'), '督查-二')];
  const row = table.rows.find((one) => one.at === at);
  const result = row && computeQuarter(context, { year: yearOf(row.date), quarter: quarterOf(row.date), draft: false });
  const index = result ? result.entries.list.findIndex((entry) => entry.row.at === at) : -1;
  if (!result || index < 0) return [line('分值', '这一行有错误,没有计入,请先按提示改正', place('date'), '督查-三(序)')];
  const known = result.details.find(({ entry }) => entry.row.at === at);
  return detailLines(result, known ?? { entry: result.entries.list[index]!, points: result.amounts.points[index]!, remark: result.amounts.remarks.get(index) ?? '' });
}

/** Position of a row among the details; null for any other row. Headers repeated on a new page are none. */
function detailPosition(sheet: SheetSnapshot, row: number): number | null {
  let object: number | undefined;
  let position = -1;
  let isDetail = false;
  for (let at = 0; at <= row; at += 1) {
    const titles = titlesAt(sheet, at);
    isDetail = !titles.has('分值') && object !== undefined && cellAt(sheet, at, object).kind === CELL_KIND.text;
    if (titles.has('分值')) object = titles.get('对象');
    if (isDetail) position += 1;
  }
  return isDetail ? position : null;
}

function explain(context: Context, target: ExplainTarget): readonly ExplanationLine[] | null {
  const { mark } = target;
  if (!mark) return ledgerLines(context, target);
  if (mark.action !== QUARTER_ACTION) return null;
  // a mark stands on a sheet
  const sheet = findSheet(context.snapshot, target.sheet)!;
  const place = placeOf(sheet, target.cell.row, target.cell.column);
  if (!place) return null;
  const { year, quarter, draft } = mark.parameters;
  const result = computeQuarter(context, { year: Number(year), quarter: Number(quarter) as Quarter, draft: draft === '是' });
  if (place.titles.has('分值')) {
    const position = detailPosition(sheet, target.cell.row);
    const detail = position === null ? undefined : result.details[position];
    return detail ? detailLines(result, detail) : null;
  }
  const isPerson = place.titles.has('姓名');
  const name = String(cellAt(sheet, target.cell.row, place.titles.get(isPerson ? '姓名' : '股室')!).value);
  const standing = isPerson ? result.persons.find(({ person }) => person.label === name || person.printName === name) : result.sections.find(({ section }) => section === name);
  return standing ? standingLines(result, standing, place.title) : null;
}

export const explainers: readonly Explainer[] = [{ id: 'scores', needs: [entries, people, sections], explain }];
