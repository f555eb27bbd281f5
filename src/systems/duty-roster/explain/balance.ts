/** Why 公平性 says what it says of somebody: what he carried over, credit day by day, and the duties of the period. */
import { toISO, WEEKDAY_NAMES, weekdayOf, type CivilDate } from '../../../kernel/date';
import type { ExplanationLine } from '../../../ledger/explain';
import { sourceOf } from '../reading/roster-case';
import type { ClerkHistory } from '../reading/history';
import { differenceFrom, fairnessRows } from '../roster/fairness';
import type { SolvedCase } from '../roster/outcome';

const CLAUSE = '值班-四(一)';
const HISTORY = '登记-一(一)4';

const line = (item: string, value: string, source = '', clause = CLAUSE): ExplanationLine => ({ item, value, source, clause });

export function balanceLines(solved: SolvedCase, name: string, title: string): readonly ExplanationLine[] | null {
  const { subject } = solved;
  const rows = fairnessRows(solved);
  const index = rows.findIndex(({ person }) => person.label === name);
  const row = rows[index];
  if (!row) return null;
  const history = subject.histories[index]!;
  const weekday = WEEKDAY_NAMES.findIndex((day) => day === title);
  const sum = rows.reduce((all, one) => all + one.total, 0);
  const mean = `${sum}÷${rows.length}人`;
  const total = line('合计', `期初${row.carried}+离岗折算${row.credit}+本期${row.now}=${row.total}`);
  if (weekday >= 0) return [line(title, String(row.weekdays[weekday])), ...carriedLines(solved, history, (date) => weekdayOf(date) === weekday), ...nowLines(solved, index, (date) => weekdayOf(date) === weekday)];
  switch (title) {
    case '期初':
      return [line('期初', String(row.carried), '', HISTORY), ...carriedLines(solved, history, () => true)];
    case '离岗折算':
      return [line('离岗折算', `${row.credit}(精确相加后:合计四舍五入,再减期初)`), ...creditLines(solved, history, false)];
    case '本期':
      return [line('本期', `${row.now}次`), ...nowLines(solved, index, () => true)];
    case '周末':
      return [line('周末', `周六${row.weekdays[5]!}+周日${row.weekdays[6]!}=${row.weekdays[5]! + row.weekdays[6]!}`), ...nowLines(solved, index, (date) => weekdayOf(date) >= 5)];
    case '假期':
      return [line('假期', `期初和折算${history.holiday}+本期${row.holidayNow}=${row.holiday}`, '', '值班-四(二)'), ...openingLine(history), ...creditLines(solved, history, true), ...holidayLines(solved, index)];
    case '应排':
      return [line('应排', `各人合计的平均:${mean}=${(sum / rows.length).toFixed(2)}`)];
    case '差额':
      return [line('差额', `合计${row.total}-应排(${mean})=${differenceFrom(row.total, sum, rows.length).toFixed(2)}`), total];
    case '不排日':
      return [line('不排日', `本期不能排${row.daysOff}天`), ...subject.daysOff.filter((off) => off.kind === '不能排' && off.person.order === row.person.order).map((off) => line('不能排', `${toISO(off.from)}至${toISO(off.to)}${off.reason}`, `${off.sheet}!${off.cell}`))];
    default:
      return [total, ...carriedLines(solved, history, () => true), ...creditLines(solved, history, false), ...nowLines(solved, index, () => true)];
  }
}

function openingLine({ opening, usesMean }: ClerkHistory): readonly ExplanationLine[] {
  if (opening) {
    const counts = opening.weekdays.map((count, weekday) => `${WEEKDAY_NAMES[weekday]!}${count}`).join('、');
    return [line('值班期初', `${opening.until === null ? '' : `截至${toISO(opening.until)}:`}${counts};假期${opening.holiday}`, `${opening.sheet}!${opening.cell}`, HISTORY)];
  }
  return usesMean ? [line('值班期初', '没有他的行,按其他人的平均', '值班期初', HISTORY)] : [];
}

function carriedLines({ subject }: SolvedCase, history: ClerkHistory, counts: (date: CivilDate) => boolean): readonly ExplanationLine[] {
  const days = history.served.filter((date) => !subject.calendar.isHoliday(date) && counts(date));
  return [...openingLine(history), ...days.map((date) => line('此前值班', `${toISO(date)}${WEEKDAY_NAMES[weekdayOf(date)]}`, sourceOf(subject.book, subject.served.get(date)!, history.person), HISTORY))];
}

/** Credit in stretches of equal days: 每天折算 k/n. */
function creditLines({ subject }: SolvedCase, { credit, person }: ClerkHistory, holiday: boolean): readonly ExplanationLine[] {
  const groups = new Map<string, { readonly days: CivilDate[]; readonly why: string; readonly source: string }>();
  for (const day of credit) {
    if (day.holiday !== holiday) continue;
    // out of post or on a long absence: something stands against every such day
    const { text, source } = subject.refusals.leader(person, day.date)!;
    const key = `${day.clerks}/${day.people}|${source}`;
    const group = groups.get(key) ?? { days: [], why: text, source };
    group.days.push(day.date);
    groups.set(key, group);
  }
  return [...groups].map(([key, { days, why, source }]) => line('不计班的日子', `${toISO(days[0]!)}至${toISO(days.at(-1)!)}中的${days.length}天,每天折算${key.split('|')[0]!}次:${why}`, source, HISTORY));
}

function nowLines({ subject, plans }: SolvedCase, index: number, counts: (date: CivilDate) => boolean): readonly ExplanationLine[] {
  const person = subject.clerks[index]!;
  return plans.flatMap(({ day, clerks }) =>
    day.demand.pool === 'regular' && counts(day.demand.date) && clerks.some(({ order }) => order === person.order)
      ? [line('本期值班', `${toISO(day.demand.date)}${WEEKDAY_NAMES[day.demand.weekday]}`, day.served ? `${subject.book.table.sheet}!${day.served.row.slots.one.cell}` : '')]
      : [],
  );
}

function holidayLines({ subject, plans }: SolvedCase, index: number): readonly ExplanationLine[] {
  const person = subject.clerks[index]!;
  return plans.flatMap(({ day, clerks }) =>
    day.demand.pool === 'holiday' && clerks.some(({ order }) => order === person.order) ? [line('本期假期班', `${toISO(day.demand.date)}${day.demand.day.festival!}`, day.served ? `${subject.book.table.sheet}!${day.served.row.slots.one.cell}` : '', '值班-四(二)')] : [],
  );
}
