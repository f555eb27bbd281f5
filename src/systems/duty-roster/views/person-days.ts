/** 人员日历: people down, days across; duty, leave and outings at a glance, kinds of leave never shown (值班-四(一)). */
import { partsOf, toISO, weekdayName, type CivilDate } from '../../../kernel/date';
import { daysOf, monthPeriod, monthsOf, type Period } from '../../../kernel/period';
import { formalPage, type FormalPage } from '../../../ledger/page';
import type { ResultTable, ResultValue } from '../../../ledger/result-table';
import type { CellStyle, SheetContent } from '../../../workbook/content';
import type { Absence, Person } from '../../office/facts';
import type { AbsenceBook } from '../reading/absence-book';
import type { DutyRecords } from '../reading/records';

const OFF_FILL = 'FCE4D6';
const DUTY_FILL = 'C6E0B4';
/** Days of the longest month: every block has the same grid. */
const MOST_DAYS = 31;

const LEGEND = '班:值班;带:带班;假:请假;外:外出;离:不在岗。深底色的列是休息日。';

const AWAY: Readonly<Record<Absence['source'], string>> = { leave: '假', outing: '外', overstay: '假' };

/** 班 = serves, 带 = leads, 假 = leave, 外 = outing, 离 = not in post; a duty in spite of an absence shows both. */
function markOf(records: DutyRecords, absences: AbsenceBook, person: Person, date: CivilDate): string {
  const served = records.servedOn(date);
  const serves = served?.clerks.some((on) => on.person.order === person.order) === true;
  const leads = served?.leaders.some((on) => on.person.order === person.order) === true;
  const absence = absences.against(person, date);
  const away = !records.directory.inPost(person, date) ? '离' : absence ? AWAY[absence.source] : '';
  return [serves ? '班' : '', leads ? '带' : '', away].join('');
}

/** Clerks who may serve and whoever serves or leads in the period, in the order of 人员. */
function peopleIn({ directory, days }: DutyRecords, period: Period): readonly Person[] {
  const involved = new Set(days.flatMap(({ served }) => [...served.clerks, ...served.leaders].map(({ person }) => person.order)));
  return directory.all.filter((person) => involved.has(person.order) || (person.isClerk && person.canServe && daysOf(period).some((date) => directory.inPost(person, date))));
}

const dutiesIn = (marks: readonly string[]): number => marks.filter((mark) => mark.includes('班')).length;

/** A column a day (ISO), 值班次数 at the end. */
export function matrixTable(records: DutyRecords, absences: AbsenceBook, period: Period): ResultTable {
  const dates = daysOf(period);
  return {
    title: '人员日历',
    columns: [{ title: '姓名', kind: 'text', width: 12 }, ...dates.map((date) => ({ title: toISO(date), kind: 'text' as const, width: 5 })), { title: '值班次数', kind: 'integer', width: 8 }],
    rows: peopleIn(records, period).map((person): ResultValue[] => {
      const marks = dates.map((date) => markOf(records, absences, person, date));
      return [person.label, ...marks.map((mark) => (mark === '' ? null : mark)), dutiesIn(marks)];
    }),
  };
}

/** A4 landscape, a block a month; days off and duties shaded. */
export function matrixSheet(records: DutyRecords, absences: AbsenceBook, period: Period, page: Pick<FormalPage, 'title' | 'notes' | 'closing' | 'draftNote'>): SheetContent {
  const people = peopleIn(records, period);
  const blocks = monthsOf(period).map(({ year, month }) => {
    const dates = daysOf(monthPeriod(year, month)).filter((date) => date >= period.from && date <= period.to);
    const blank = Array.from({ length: MOST_DAYS - dates.length }, () => '');
    const rows = people.map((person) => {
      const marks = dates.map((date) => markOf(records, absences, person, date));
      return [person.printName, ...marks, ...blank, dutiesIn(marks)];
    });
    return { heading: `${year}年${month}月`, titles: ['姓名', ...dates.map((date) => `${partsOf(date).day}\n${weekdayName(date).slice(1)}`), ...blank, '次数'], off: dates.map((date) => !records.calendar.isWorkday(date)), rows };
  });
  const content = formalPage({
    ...page,
    notes: [LEGEND, ...page.notes],
    widths: [10, ...Array.from({ length: MOST_DAYS }, () => 3.6), 5],
    orientation: 'landscape',
    sections: blocks.map(({ heading, titles, rows }, index) => ({ heading, columns: titles.map((title) => ({ title })), rows, rowHeight: 20, apart: index > 0 })),
  });
  return shaded(content, blocks);
}

/** Shades duties, and the columns that are days off under a block's heading. */
function shaded(content: SheetContent, blocks: readonly { readonly heading: string; readonly off: readonly boolean[] }[]): SheetContent {
  const styles: Record<string, CellStyle> = { ...content.styles };
  let off: readonly boolean[] = [];
  const rows = content.rows.map((row) => {
    const first = row[0]?.value;
    const block = blocks.find(({ heading }) => first === heading || first === `${heading}(续)`);
    if (block) off = block.off;
    return row.map((cell, column) => {
      // cells of the table, not of what is written across the page
      if (cell?.style === undefined || !/^(?:head$|body)/.test(cell.style) || column < 1 || column > MOST_DAYS) return cell;
      const isDuty = typeof cell.value === 'string' && cell.value.startsWith('班');
      const fill = isDuty ? DUTY_FILL : off[column - 1] === true ? OFF_FILL : null;
      if (fill === null) return cell;
      const style = `${cell.style}-${fill}`;
      styles[style] ??= { ...styles[cell.style]!, fill };
      return { ...cell, style };
    });
  });
  return { ...content, rows, styles };
}
