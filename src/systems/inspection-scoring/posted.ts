/** What was posted: a number of a posted quarter that changes is said (督查-二). */
import type { Issue } from '../../ledger/issue';
import { toA1 } from '../../workbook/address';
import { CELL_KIND } from '../../workbook/cell';
import { marksOf } from '../../workbook/mark';
import { cellAt, type SheetSnapshot, type Snapshot } from '../../workbook/snapshot';
import { fromPoints } from './points';
import type { Standings } from './quarter';
import type { Standing } from './standings';

/** The numbers of the page, by column title. */
export const POSTED_NUMBERS = ['名次', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分'] as const;
export type PostedNumber = (typeof POSTED_NUMBERS)[number];

/** undefined: a formula of the page whose result another program has not stored. */
export type PostedRow = Readonly<Record<PostedNumber, number | null | undefined>> & {
  /** Address on the posted page; '' where the numbers were not read from a sheet. */
  readonly cells: Readonly<Record<PostedNumber, string>>;
};

export interface PostedPage {
  readonly persons: ReadonlyMap<string, PostedRow>;
  readonly sections: ReadonlyMap<string, PostedRow>;
}

export interface NumberChange {
  readonly table: '个人' | '股室';
  /** Name as printed. */
  readonly subject: string;
  readonly title: PostedNumber;
  /** null: not listed, or without 名次. */
  readonly before: number | null;
  readonly after: number | null;
  /** Cell of the posted page, '' where it has no such row. */
  readonly cell: string;
}

/** A page of the quarter in the workbook: 0 is 公示, 1 the first 更正公示, 2 the second, … */
export interface FoundPage {
  readonly number: number;
  readonly sheet: string;
  readonly page: PostedPage;
}

/** The page to write: its number, the page that it is compared with, and what differs. */
export interface NextPage {
  readonly number: number;
  readonly against: FoundPage | null;
  readonly changes: readonly NumberChange[];
  /** It is not in the workbook yet. */
  readonly isNew: boolean;
}

/** 公示2026年1季度, 更正公示2026年1季度, 更正公示2026年1季度(2): each correction keeps the pages before it. */
export function correctionTitle(year: number, quarter: number, number: number): string {
  return `${number === 0 ? '' : '更正'}公示${year}年${quarter}季度${number < 2 ? '' : `(${number})`}`;
}

const NO_CELLS = Object.fromEntries(POSTED_NUMBERS.map((title) => [title, ''])) as Record<PostedNumber, string>;

function rowOf({ rank, sums, score }: Standing): PostedRow {
  const [quarterPlus, quarterMinus, yearPlus, yearMinus, total] = [sums.quarterPlus, sums.quarterMinus, sums.yearPlus, sums.yearMinus, score].map(fromPoints);
  return { 名次: rank, 本季加分: quarterPlus!, 本季扣分: quarterMinus!, 累计加分: yearPlus!, 累计扣分: yearMinus!, 得分: total!, cells: NO_CELLS };
}

/** Standings as a page shows them. */
export function pageOf(standings: Standings): PostedPage {
  return {
    persons: new Map(standings.persons.map((standing) => [standing.person.printName, rowOf(standing)])),
    sections: new Map(standings.sections.map((standing) => [standing.section, rowOf(standing)])),
  };
}

/** The columns of a header row, or null when the row is none. */
function headerAt(sheet: SheetSnapshot, row: number): ReadonlyMap<string, number> | null {
  const titles = new Map<string, number>();
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const cell = cellAt(sheet, row, column);
    if (cell.kind === CELL_KIND.text && !titles.has(String(cell.value))) titles.set(String(cell.value), column);
  }
  return titles.has('股室') && POSTED_NUMBERS.every((title) => titles.has(title)) ? titles : null;
}

/** Reads a page that we wrote: the tables under the headers with 名次 and 得分, each down to its 合计. */
export function readPostedPage(sheet: SheetSnapshot): PostedPage {
  const persons = new Map<string, PostedRow>();
  const sections = new Map<string, PostedRow>();
  let titles: ReadonlyMap<string, number> | null = null;
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const header = headerAt(sheet, row);
    if (header) {
      titles = header;
      continue;
    }
    if (!titles) continue;
    const nameColumn = titles.get('姓名') ?? titles.get('股室')!;
    const name = cellAt(sheet, row, nameColumn);
    const first = cellAt(sheet, row, titles.get('名次')!);
    if (name.kind !== CELL_KIND.text || first.value === '合计') {
      titles = null;
      continue;
    }
    const columns = titles;
    const numbers = POSTED_NUMBERS.map((title) => {
      const { value, kind } = cellAt(sheet, row, columns.get(title)!);
      return [title, kind === CELL_KIND.uncomputed ? undefined : typeof value === 'number' ? value : null] as const;
    });
    const cells = Object.fromEntries(POSTED_NUMBERS.map((title) => [title, toA1(row, columns.get(title)!)])) as Record<PostedNumber, string>;
    (titles.has('姓名') ? persons : sections).set(String(name.value), { ...(Object.fromEntries(numbers) as Record<PostedNumber, number | null | undefined>), cells });
  }
  return { persons, sections };
}

/** The quarter's pages that hold a table, in order; a tab that was renamed is known by its mark. */
export function postedPages(snapshot: Snapshot, year: number, quarter: number): FoundPage[] {
  const marks = marksOf(snapshot.names);
  const byTitle = new Map(snapshot.sheets.map((sheet) => [marks.get(sheet.name)?.title ?? sheet.name, sheet]));
  const found: FoundPage[] = [];
  // one that was never posted may have been deleted: the numbers need not be dense
  for (let number = 0; number <= byTitle.size; number += 1) {
    const sheet = byTitle.get(correctionTitle(year, quarter, number));
    const page = sheet && readPostedPage(sheet);
    if (page && page.persons.size + page.sections.size > 0) found.push({ number, sheet: sheet.name, page });
  }
  return found;
}

/**
 * Compares with the latest page (督查-二). Where that page says the same it is written once more, with what differs
 * from the page before it.
 */
export function nextPage(pages: readonly FoundPage[], now: PostedPage): NextPage {
  const compared = pages.map((against) => ({ against, changes: changedNumbers(against.page, now) }));
  const last = compared.at(-1);
  if (!last) return { number: 0, against: null, changes: [], isNew: true };
  if (last.changes.length > 0) return { number: last.against.number + 1, ...last, isNew: true };
  const other = compared.filter(({ changes }) => changes.length > 0).at(-1);
  return { number: last.against.number, against: other?.against ?? null, changes: other?.changes ?? [], isNew: false };
}

/** A page that another program has recalculated differs in the last binary digits; what is unknown contradicts nothing. */
function isSame(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return a === null || b === null ? a === b : Math.abs(a - b) < 1e-6;
}

function changesIn(table: NumberChange['table'], before: ReadonlyMap<string, PostedRow>, after: ReadonlyMap<string, PostedRow>): NumberChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((subject) => {
    const [old, now] = [before.get(subject), after.get(subject)];
    // somebody who was not listed, or is no longer: one line says it
    if (!old || !now) return [{ table, subject, title: '得分' as const, before: old?.得分 ?? null, after: now?.得分 ?? null, cell: old?.cells.得分 ?? '' }];
    return POSTED_NUMBERS.flatMap((title) => (isSame(old[title], now[title]) ? [] : [{ table, subject, title, before: old[title] ?? null, after: now[title] ?? null, cell: old.cells[title] }]));
  });
}

/** Every number that differs, people before sections, in the order of the posted page. */
export function changedNumbers(before: PostedPage, after: PostedPage): NumberChange[] {
  return [...changesIn('个人', before.persons, after.persons), ...changesIn('股室', before.sections, after.sections)];
}

/** `sheet`: where the posted page stands. */
export function changeIssue(change: NumberChange, sheet: string): Issue {
  const show = (value: number | null, none: string): string => (value === null ? none : String(value));
  return {
    code: 'scoring/posted-number-changed',
    severity: 'warning',
    sheet,
    cell: change.cell,
    message: `本季度已经公示,“${change.subject}”的${change.title}由${show(change.before, '无')}变为${show(change.after, '无')}`,
    remedy: '请核对;确需更正的,公布“更正公示”页',
    clause: '督查-二',
  };
}
