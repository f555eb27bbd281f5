/** 值班-一, 值班-四: how many serve, who may, and how far apart. */
import { addDays, toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { minimumGap } from '../parameters';
import { rosterLedger } from '../ledgers';
import { isRosterClerk } from '../reading/roster-case';
import { dutyRecords, rosterSpan, type RecordedDay } from '../reading/records';
import type { Served } from '../reading/swaps';
import { fieldAt, recordsOf, type DayRule, type RowFinding } from './subject';
import { swapNote } from './swaps';

const dayName = ({ demand }: RecordedDay): string => `${toISO(demand.date)}${demand.day.festival === null ? '' : `(${demand.day.festival})`}`;

/** 值班-一: a day is neither open nor, outside holidays, held by more than it needs; 值班-四(二) says how many a holiday has. */
export const everyDayIsHeld = (day: RecordedDay): readonly RowFinding[] => {
  const { demand, served } = day;
  const { one, two } = served.row.slots;
  if (one.broken || two.broken) return [];
  const count = served.clerks.length;
  const names = served.clerks.map(({ person }) => person.label).join('、');
  if (count === 0) return [{ field: 'one', text: { code: 'duty/day-open', severity: 'violation', message: `${dayName(day)}没有值班人员`, remedy: '请排一名文秘,或运行“生成值班表”', clause: '值班-一' } }];
  if (demand.pool === 'holiday' || count === demand.need) return [];
  return [
    count > demand.need
      ? { field: 'two', text: { code: 'duty/day-crowded', severity: 'violation', message: `${dayName(day)}应排${demand.need}人,排了${count}人:${names}`, remedy: '请只留应排的人;需要多人值班的,请登记紧急带班', clause: '值班-一' } }
      : { field: 'two', text: { code: 'duty/day-short', severity: 'warning', message: `${dayName(day)}紧急带班应排${demand.need}人,只排了${count}人:${names}`, remedy: '请补齐,或更正紧急带班的值班人数', clause: '值班-一' } },
  ];
};

/** 值班-四(二): as a rule two serve on a holiday. */
export const holidaysHaveTwo: DayRule = (day) => {
  const { demand, served } = day;
  const { one, two } = served.row.slots;
  const count = served.clerks.length;
  if (demand.pool !== 'holiday' || count === 0 || count === demand.need || one.broken || two.broken) return [];
  return [{ field: 'two', text: { code: 'duty/holiday-number', severity: 'warning', message: `${dayName(day)}应有${demand.need}人值班,排了${count}人`, remedy: '请补齐或减少;原则上每天2人,确有原因的请在备注写明', clause: '值班-四(二)' } }];
};

/** 值班-一: who serves is a clerk in post. A substitute is judged with his swap. */
export const onlyClerksInPostServe: DayRule = (day, { directory }) =>
  day.served.clerks.flatMap(({ person, swap }, index): RowFinding[] => {
    if (swap !== null) return [];
    const field = fieldAt(day, index);
    if (!isRosterClerk(person)) {
      return [{ field, text: { code: 'duty/no-clerk', severity: 'violation', message: `${dayName(day)}值班的${person.label}${person.isClerk ? '不排值班(可排值班=否)' : '不是文秘人员'}`, remedy: '请改排文秘,或更正人员表', clause: '值班-一' } }];
    }
    if (directory.inPost(person, day.demand.date)) return [];
    return [{ field, text: { code: 'duty/not-in-post', severity: 'violation', message: `${dayName(day)}值班的${person.label}当日不在岗(未到办或已离办)`, remedy: '请改排别人,或更正到办、离办日期', clause: '值班-一' } }];
  });

/** 值班-四(一): nobody serves while he is away. */
export const nobodyServesWhileAway: DayRule = (day, { refusals }) =>
  day.served.clerks.flatMap(({ person, swap }, index): RowFinding[] => {
    const refusal = swap === null ? refusals.clerk(person, day.demand.date) : null;
    if (!refusal || refusal.kind === 'post') return [];
    return [{ field: fieldAt(day, index), text: { code: 'duty/served-while-away', severity: 'violation', message: `${dayName(day)}值班的${person.label}与${refusal.source}矛盾:${refusal.text}`, remedy: '请登记调换班或改排别人;请假等有误的请更正', clause: '值班-四(一)' } }];
  });

/** 值班-一: the same person does not hold both places of a day. */
export const nobodyServesTwiceADay: DayRule = (day) => {
  const { clerks } = day.served;
  return clerks.flatMap(({ person }, index): RowFinding[] =>
    clerks.findIndex((other) => other.person.order === person.order) === index
      ? []
      : [{ field: fieldAt(day, index), text: { code: 'duty/twice-a-day', severity: 'violation', message: `${dayName(day)}${person.label}排了两次`, remedy: '请改排另一个人', clause: '值班-一' } }],
  );
};

/** 值班-四(一): two duties of one person lie at least 参数 最小间隔 apart. */
export function dutiesKeepTheirDistance(context: Context): void {
  const { days, book } = recordsOf(context);
  const last = new Map<number, { readonly date: CivilDate; readonly served: Served }>();
  for (const day of days) {
    const { date } = day.demand;
    const gap = context.setting(minimumGap, date);
    for (const [index, served] of day.served.clerks.entries()) {
      const { person } = served;
      const before = last.get(person.order);
      last.set(person.order, { date, served });
      if (before === undefined || before.date === date || date - before.date >= gap) continue;
      context.report(
        book.table.issue(day.served.row.at, fieldAt(day, index) as 'date', {
          code: 'duty/too-close',
          severity: 'violation',
          message: `${person.label}${toISO(before.date)}${swapNote(before.served)}和${toISO(date)}${swapNote(served)}都值班,相隔不足${gap}天`,
          remedy: '请登记调换班或改排别人;间隔在参数“最小间隔”',
          clause: '值班-四(一)',
        }),
      );
    }
  }
}

/** 值班-一: between the first and the last row no day is missing. */
export function noDayIsMissing(context: Context): void {
  const { from, to } = rosterSpan(context);
  const { book } = context.fact(dutyRecords, { from, to });
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (book.rows.has(date)) continue;
    let last = date;
    while (!book.rows.has(addDays(last, 1))) last = addDays(last, 1);
    context.report({
      code: 'duty/days-missing',
      severity: 'warning',
      sheet: book.table.sheet,
      cell: '',
      message: `${rosterLedger.sheet}没有${toISO(date)}${last === date ? '' : `至${toISO(last)}`}的值班`,
      remedy: '请补登,或运行“生成值班表”',
      clause: '值班-一',
    });
    date = last;
  }
}
