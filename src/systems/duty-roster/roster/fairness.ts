/** 公平性: who has how many, what he brought along, and how far he is from the mean (登记-一(一)4). */
import { toISO, WEEKDAY_NAMES } from '../../../kernel/date';
import { contains } from '../../../kernel/period';
import { resultSheet, withChart, type Place } from '../../../ledger/page';
import type { ResultTable } from '../../../ledger/result-table';
import { formulaCell, type CellInput } from '../../../workbook/cell';
import type { ContentCell, SheetContent } from '../../../workbook/content';
import type { Person } from '../../office/facts';
import { certificateLines, type Certificate } from './certificate';
import type { SolvedCase } from './outcome';

const FAIRNESS_COLUMNS = ['姓名', '期初', '离岗折算', '本期', '合计', ...WEEKDAY_NAMES, '周末', '假期', '应排', '差额', '不排日'] as const;
export type FairnessColumn = (typeof FAIRNESS_COLUMNS)[number];

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const at = (title: FairnessColumn): number => FAIRNESS_COLUMNS.indexOf(title);

export interface FairnessRow {
  readonly person: Person;
  readonly carried: number;
  readonly credit: number;
  /** Regular duties of the period. */
  readonly now: number;
  readonly total: number;
  /** Monday first. */
  readonly weekdays: readonly number[];
  /** Saturdays and Sundays of the period. */
  readonly weekendNow: number;
  readonly holiday: number;
  readonly holidayNow: number;
  /** Days of the period on which he cannot be rostered by 不排日. */
  readonly daysOff: number;
  /** Out of post or on a long absence on some day of the period. */
  readonly partly: boolean;
}

export function fairnessRows({ subject, plans }: SolvedCase): readonly FairnessRow[] {
  return subject.clerks.map((person, index) => {
    const history = subject.histories[index]!;
    const mine = plans.filter(({ clerks }) => clerks.some(({ order }) => order === person.order)).map(({ day }) => day.demand);
    const regular = mine.filter(({ pool }) => pool === 'regular');
    const holidayNow = mine.length - regular.length;
    const partly = history.credit.some(({ date }) => contains(subject.period, date));
    const off = subject.daysOff.filter(({ kind, person: { order } }) => kind === '不能排' && order === person.order);
    return {
      person,
      carried: history.carried,
      credit: history.total - history.carried,
      now: regular.length,
      total: history.total + regular.length,
      weekdays: history.weekdays.map((count, weekday) => count + regular.filter((day) => day.weekday === weekday).length),
      weekendNow: regular.filter(({ weekday }) => weekday >= 5).length,
      holiday: history.holiday + holidayNow,
      holidayNow,
      daysOff: subject.days.filter(({ demand }) => off.some(({ from, to }) => contains({ from, to }, demand.date))).length,
      partly,
    };
  });
}

/** (total - mean) to 2 decimals, a half away from zero, as ROUND does; exact. */
export function differenceFrom(total: number, sum: number, people: number): number {
  const hundredths = (total * people - sum) * 100;
  const rounded = Math.floor((2 * Math.abs(hundredths) + people) / (2 * people));
  return rounded === 0 ? 0 : (Math.sign(hundredths) * rounded) / 100;
}

export function fairnessTable(rows: readonly FairnessRow[]): ResultTable {
  const sum = rows.reduce((all, row) => all + row.total, 0);
  return {
    title: '公平性',
    columns: FAIRNESS_COLUMNS.map((title) => {
      if (title === '姓名') return { title, kind: 'text', width: 14 };
      return title === '应排' || title === '差额' ? { title, kind: 'number', decimals: 2, width: 8 } : { title, kind: 'integer', width: title === '离岗折算' ? 10 : 7 };
    }),
    rows: rows.map((row) => [
      row.person.label,
      row.carried,
      row.credit,
      row.now,
      row.total,
      ...row.weekdays,
      row.weekdays[5]! + row.weekdays[6]!,
      row.holiday,
      sum / rows.length,
      differenceFrom(row.total, sum, rows.length),
      row.daysOff,
    ]),
  };
}

const range = (values: readonly number[]): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? `${least}` : `${least}-${most}`;
};

/**
 * 本期每人4-5次,周末每人1-2次; where people bring something along, the sums that were evened out too. Who was not there
 * throughout is named apart.
 */
export function fairnessSentence(rows: readonly FairnessRow[]): string {
  const throughout = rows.filter(({ partly }) => !partly);
  const told = throughout.length > 0 ? throughout : rows;
  const holidays = rows.some(({ holidayNow }) => holidayNow > 0) ? `,假期每人${range(told.map(({ holidayNow }) => holidayNow))}次` : '';
  const brings = told.some(({ carried, credit }) => carried !== 0 || credit !== 0);
  const sums = brings ? `;连同以前的,合计每人${range(told.map(({ total }) => total))}次,其中周末${range(told.map(({ weekdays }) => weekdays[5]! + weekdays[6]!))}次` : '';
  const others = rows.filter((row) => !told.includes(row)).map(({ person, now }) => `${person.label}${now}次`);
  const apart = others.length > 0 ? `(期间有不在岗的:${others.join('、')})` : '';
  return `本期每人${range(told.map(({ now }) => now))}次,周末每人${range(told.map(({ weekendNow }) => weekendNow))}次${holidays}${sums}${apart}`;
}

/** Weekdays on which somebody has two or more less than somebody else, and why he has (值班-四(一)). */
function unevenWeekdays({ subject }: SolvedCase, rows: readonly FairnessRow[]): string | null {
  const parts = WEEKDAY_NAMES.flatMap((title, weekday): string[] => {
    const counts = rows.map(({ weekdays }) => weekdays[weekday]!);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    if (most - least <= 1) return [];
    const before = subject.histories.map(({ weekdays }) => weekdays[weekday]!);
    const isInherited = Math.max(...before) - Math.min(...before) > 1;
    const behind = rows.filter(({ weekdays }) => weekdays[weekday] === least).map(({ person }) => person);
    const reason = (person: Person): string => (person.neverOn.includes(WEEKDAYS[weekday]!) ? '固定不排' : isInherited ? '期初不均' : '请假、间隔所限');
    const groups = new Map<string, string[]>();
    for (const person of behind) groups.set(reason(person), [...(groups.get(reason(person)) ?? []), person.label]);
    return [`${title}${least}-${most}次(最少的${[...groups].map(([why, names]) => `${names.join('、')}:${why}`).join(';')})`];
  });
  return parts.length === 0 ? null : `星期相差超过1次的:${parts.join(';')}。`;
}

/** Lines above the table. */
export function fairnessAbove(solved: SolvedCase, rows: readonly FairnessRow[], certificate: Certificate): readonly string[] {
  const { subject, problem } = solved;
  const cap = problem.clerks[0]!.cap;
  const kept = subject.holds.keepBefore;
  const uneven = unevenWeekdays(solved, rows);
  return [
    `${toISO(subject.period.from)}至${toISO(subject.period.to)};最小间隔${subject.minGap}天;每期上限${cap === null ? '不限' : `${cap}次`}${kept === null ? '' : `;${toISO(kept)}之前不再改动`}。`,
    `${fairnessSentence(rows)}。`,
    ...certificateLines(certificate),
    ...(uneven === null ? [] : [uneven]),
  ];
}

/** The sheet: sums as live formulas, a row of totals below. */
export function fairnessSheet(table: ResultTable, above: readonly string[]): SheetContent {
  const first = table.columns.map((_, index) => index);
  const cells = (rowIndex: number, column: number, place: Place): CellInput | undefined => {
    const value = table.rows[rowIndex]![column] as number;
    const cell = (title: FairnessColumn): string => `${place.letter(at(title))}${place.row}`;
    const totals = `${place.letter(at('合计'))}$${place.first}:${place.letter(at('合计'))}$${place.last}`;
    switch (FAIRNESS_COLUMNS[column]) {
      case '合计':
        return formulaCell(`${cell('期初')}+${cell('离岗折算')}+${cell('本期')}`, value);
      case '周末':
        return formulaCell(`${cell('周六')}+${cell('周日')}`, value);
      case '应排':
        return formulaCell(`AVERAGE(${totals})`, value);
      case '差额':
        return formulaCell(`ROUND(${cell('合计')}-${cell('应排')},2)`, value);
      default:
        return undefined;
    }
  };
  const content = resultSheet(table, { above, cells });
  const head = content.rows.length - table.rows.length;
  const summed = first.filter((column) => !['姓名', '应排', '差额'].includes(FAIRNESS_COLUMNS[column]!));
  const letterRow = (column: number): string => `${String.fromCharCode(65 + column)}${head + 1}:${String.fromCharCode(65 + column)}${content.rows.length}`;
  const totals = first.map((column): ContentCell => {
    const style = `c${column}`;
    if (column === 0) return { value: '合计', style };
    if (!summed.includes(column)) return { value: null, style };
    return { value: formulaCell(`SUM(${letterRow(column)})`, table.rows.reduce((sum, row) => sum + (row[column] as number), 0)), style };
  });
  return withChart({ ...content, rows: [...content.rows, totals] }, table, 1, { title: '每人合计次数(期初、离岗折算、本期)', columns: ['期初', '离岗折算', '本期'] });
}
