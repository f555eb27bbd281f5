/**
 * 调整 on the printed pages: days whose filled names a replan replaced. A page that a run changes nothing of keeps the marks
 * that stand on it, so that running twice, or generating after a replan, leaves it alone.
 */
import { partsOf, type CivilDate } from '../../../kernel/date';
import { contains, type Period } from '../../../kernel/period';
import { CELL_KIND } from '../../../workbook/cell';
import { marksOf } from '../../../workbook/mark';
import { cellAt, type SheetSnapshot, type Snapshot } from '../../../workbook/snapshot';
import { isRowChanged, type Replacement } from './ledger-edits';
import type { SolvedCase } from './outcome';

const ADJUSTED = '调整';

/** A remark with the mark in front of it. */
function marked(note: string): string {
  return note === '' ? ADJUSTED : `${ADJUSTED};${note}`;
}

export interface Adjustments {
  /** The remark of a day as a page prints it. */
  remark(title: string, stretch: Period, date: CivilDate, note: string): string;
}

/** The marks that stand on the pages stay. */
export function standingAdjustments(snapshot: Snapshot): Adjustments {
  const pages = new Map<string, ReadonlyMap<string, string>>();
  return {
    remark: (title, _stretch, date, note) => {
      const remarks = pages.get(title) ?? remarksOf(snapshot, title);
      pages.set(title, remarks);
      const stands = remarks.get(`${partsOf(date).month}月${partsOf(date).day}日`);
      return stands !== undefined && stands !== note && stands.startsWith(ADJUSTED) ? marked(note) : note;
    },
  };
}

/** `replaced`: what this run replaces; `isReplan`: whether that is an adjustment of what was announced. */
export function adjustmentsOf(snapshot: Snapshot, { plans }: SolvedCase, replaced: readonly Replacement[], isReplan: boolean): Adjustments {
  const changed = plans.filter(isRowChanged).map(({ day }) => day.demand.date);
  const adjusted = new Set(isReplan ? replaced.map(({ plan }) => plan.day.demand.date) : []);
  const standing = standingAdjustments(snapshot);
  return {
    remark: (title, stretch, date, note) => {
      if (!changed.some((day) => contains(stretch, day))) return standing.remark(title, stretch, date, note);
      return adjusted.has(date) ? marked(note) : note;
    },
  };
}

const textAt = (sheet: SheetSnapshot, row: number, column: number): string => {
  const cell = cellAt(sheet, row, column);
  return cell.kind === CELL_KIND.text ? String(cell.value) : '';
};

/** 备注 by day (3月5日) of a page of ours as it stands; empty when there is none. */
function remarksOf(snapshot: Snapshot, title: string): ReadonlyMap<string, string> {
  const marks = marksOf(snapshot.names);
  const sheet = snapshot.sheets.find(({ name }) => marks.get(name)?.title === title);
  if (!sheet) return new Map();
  const rows = Array.from({ length: sheet.rowCount }, (_, row) => row);
  const head = rows.find((row) => textAt(sheet, row, 0) === '日期');
  if (head === undefined) return new Map();
  const column = Array.from({ length: sheet.columnCount }, (_, at) => at).find((at) => textAt(sheet, head, at) === '备注');
  return new Map(column === undefined ? [] : rows.slice(head + 1).map((row) => [textAt(sheet, row, 0), textAt(sheet, row, column)]));
}
