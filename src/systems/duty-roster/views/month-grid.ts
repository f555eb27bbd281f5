/** 月历: months as calendar grids, Monday first; who serves and who leads on each day (值班-四(一), 值班-四(二)). */
import { addDays, partsOf, WEEKDAY_NAMES, type CivilDate } from '../../../kernel/date';
import { contains, monthPeriod, monthsOf, weekOf, type Period } from '../../../kernel/period';
import { formalPage, type FormalPage } from '../../../ledger/page';
import type { ResultTable, ResultValue } from '../../../ledger/result-table';
import type { CellStyle, SheetContent } from '../../../workbook/content';
import type { DutyRecords, RecordedDay } from '../reading/records';

const REST_FILL = 'FCE4D6';
const LEGEND = '休:放假;班:调休上班。深底色的是休息日。';

/** `3 休 清明节`: the day, whether it is off or made up for, the festival; below it who serves and who leads. */
function cellText(date: CivilDate, { calendar }: DutyRecords, day: RecordedDay | undefined): string {
  const { kind, festival } = calendar.day(date);
  const mark = kind === '假期' ? ' 休' : kind === '补班' ? ' 班' : '';
  const clerks = day?.served.clerks.map(({ person }) => person.printName).join('、') ?? '';
  const leader = day?.served.leaders[0]?.person.printName;
  return [`${partsOf(date).day}${mark}${festival === null ? '' : ` ${festival}`}`, ...(clerks === '' ? [] : [clerks]), ...(leader === undefined ? [] : [`带班:${leader}`])].join('\n');
}

interface Month {
  readonly title: string;
  /** Cells of each week, '' outside the month. */
  readonly weeks: readonly (readonly string[])[];
}

function monthOf(records: DutyRecords, days: ReadonlyMap<CivilDate, RecordedDay>, month: Period): Month {
  const { year, month: number } = partsOf(month.from);
  const weeks: string[][] = [];
  for (let monday = weekOf(month.from).from; monday <= month.to; monday = addDays(monday, 7)) {
    weeks.push(WEEKDAY_NAMES.map((_, weekday) => {
      const date = addDays(monday, weekday);
      return contains(month, date) ? cellText(date, records, days.get(date)) : '';
    }));
  }
  return { title: `${year}年${number}月`, weeks };
}

/** Months that the period touches, whole. */
function monthsIn(records: DutyRecords, period: Period): readonly Month[] {
  const days = new Map(records.days.map((day) => [day.demand.date, day]));
  return monthsOf(period).map(({ year, month }) => monthOf(records, days, monthPeriod(year, month)));
}

/** A row a week. */
export function gridTable(records: DutyRecords, period: Period): ResultTable {
  return {
    title: '月历',
    columns: [{ title: '月份', kind: 'text', width: 10 }, ...WEEKDAY_NAMES.map((title) => ({ title, kind: 'text' as const, width: 17 }))],
    rows: monthsIn(records, period).flatMap(({ title, weeks }) => weeks.map((week): ResultValue[] => [title, ...week.map((text) => (text === '' ? null : text))])),
  };
}

/** A4 landscape, a month after the other; weekends that are worked are plain, every day off is shaded. */
export function gridSheet(records: DutyRecords, period: Period, page: Pick<FormalPage, 'title' | 'notes' | 'closing' | 'draftNote'>): SheetContent {
  const content = formalPage({
    ...page,
    notes: [LEGEND, ...page.notes],
    widths: WEEKDAY_NAMES.map(() => 17),
    orientation: 'landscape',
    sections: monthsIn(records, period).map(({ title, weeks }) => ({ heading: title, columns: WEEKDAY_NAMES.map((name) => ({ title: name, wrap: true })), rows: weeks, rowHeight: 60 })),
  });
  const isOff = (text: string, column: number): boolean => /^\d+ 休/.test(text) || (column >= 5 && /^\d+(\n|$)/.test(text));
  const styles: Record<string, CellStyle> = { ...content.styles };
  const rows = content.rows.map((row) =>
    row.map((cell, column) => {
      if (!cell || typeof cell.value !== 'string' || !isOff(cell.value, column)) return cell;
      const style = `${cell.style!}-off`;
      styles[style] ??= { ...styles[cell.style!]!, fill: REST_FILL };
      return { ...cell, style };
    }),
  );
  return { ...content, rows, styles };
}

