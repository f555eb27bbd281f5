/** What falls due around duty: festival rosters ahead of time (值班-四(二)), and every day's handover, notices and phone (值班-五). */
import { addDays, partsOf, type CivilDate } from '../../kernel/date';
import { addWorkdays } from '../../kernel/due';
import { contains, daysOf, type Period } from '../../kernel/period';
import type { HolidayPeriod } from '../../kernel/calendar';
import type { Context } from '../../ledger/context';
import type { Reminder, ReminderRule } from '../../ledger/reminder';
import { calendar, NO_DAYS, shifts, type Shift } from '../office/facts';
import { dutyRecords } from './reading/records';
import { notifierFor } from './views/next-day';

/** The regulation says 节前; the office's practice: a draft five working days ahead, the sheet itself three. */
const DRAFT_AHEAD = 5;
const ISSUE_AHEAD = 3;
/** Holidays that begin this many days after the window may have something due in it. */
const LOOK_AHEAD = 30;

type Status = Reminder['status'];

function statusOf(due: CivilDate, today: CivilDate, done: boolean): Status {
  if (done) return '已办';
  return due < today ? '已逾期' : due === today ? '今日到期' : '未办';
}

/** Holidays that have not begun. */
function comingHolidays(context: Context, today: CivilDate, window: Period): readonly HolidayPeriod[] {
  const days = context.fact(calendar, NO_DAYS);
  return days.holidays({ from: today, to: addDays(window.to, LOOK_AHEAD) }).filter(({ period }) => period.from > today);
}

function festivalReminders(context: Context, today: CivilDate, window: Period, ahead: number, title: (holiday: HolidayPeriod) => string, isDone: (holiday: HolidayPeriod) => boolean): readonly Reminder[] {
  const days = context.fact(calendar, NO_DAYS);
  return comingHolidays(context, today, window).flatMap((holiday): Reminder[] => {
    const due = addWorkdays(holiday.period.from, -ahead, (date) => days.isWorkday(date));
    if (due > window.to) return [];
    const done = isDone(holiday);
    if (done && !contains(window, due)) return [];
    return [{ due, title: title(holiday), who: '综合股', clause: '值班-四(二)', status: statusOf(due, today, done) }];
  });
}

/** Whether every day of a holiday has a row that passes. */
function everyRow(context: Context, { period }: HolidayPeriod, passes: (row: ReturnType<typeof rowsOf>[number]) => boolean): boolean {
  const rows = rowsOf(context, period);
  return rows.length === daysOf(period).length && rows.every(passes);
}

function rowsOf(context: Context, period: Period) {
  return context.fact(dutyRecords, period).days.map(({ served }) => ({ people: served.clerks.length, published: served.row.published }));
}

function draftReminders(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  return festivalReminders(context, today, window, DRAFT_AHEAD, ({ title }) => `排出${title}值班安排表草稿(先定县级领导带班日期)`, (holiday) => everyRow(context, holiday, ({ people }) => people > 0));
}

function issueReminders(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  return festivalReminders(context, today, window, ISSUE_AHEAD, ({ title }) => `制发${title}值班安排表,通知值班人员和带班领导`, (holiday) => everyRow(context, holiday, ({ published }) => published));
}

const shortDate = (date: CivilDate): string => `${partsOf(date).month}月${partsOf(date).day}日`;

/** Clerks on duty by day, names joined. */
function dutyNames(list: readonly Shift[]): ReadonlyMap<CivilDate, { readonly names: string; readonly phones: string }> {
  const byDay = new Map<CivilDate, Shift[]>();
  for (const shift of list) if (shift.role === '值班') byDay.set(shift.date, [...(byDay.get(shift.date) ?? []), shift]);
  return new Map([...byDay].map(([date, of]) => [date, { names: of.map(({ person }) => person.label).join('、'), phones: of.map(({ person }) => `${person.label}${person.phone ?? '(手机未填)'}`).join('、') }]));
}

function eachDay(context: Context, today: CivilDate, window: Period, make: (date: CivilDate, duty: ReturnType<typeof dutyNames>) => Omit<Reminder, 'due' | 'status'> | null): readonly Reminder[] {
  const duty = dutyNames(context.fact(shifts, { from: addDays(window.from, -1), to: addDays(window.to, 1) }));
  return daysOf(window).flatMap((date): Reminder[] => {
    const reminder = date < today ? null : make(date, duty);
    return reminder ? [{ ...reminder, due: date, status: statusOf(date, today, false) }] : [];
  });
}

/** 值班-五(一): at nine, face to face. */
function handovers(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  return eachDay(context, today, window, (date, duty) => {
    const [out, into] = [duty.get(addDays(date, -1))?.names, duty.get(date)?.names];
    if (into === undefined) return null;
    return { title: out === undefined ? `9:00接班:${into}` : `9:00当面交接班:${out}交,${into}接`, who: out === undefined ? into : `${out}、${into}`, clause: '值班-五(一)' };
  });
}

/** 值班-五(二)1, 值班-五(三): whoever is at work the day before tells the next one. */
function notices(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  const days = context.fact(calendar, NO_DAYS);
  return eachDay(context, today, window, (date, duty) => {
    const next = addDays(date, 1);
    const into = duty.get(next)?.names;
    if (into === undefined) return null;
    const { byOffice, clause } = notifierFor(context, days, next);
    return byOffice ? { title: `下班前通知${shortDate(next)}值班人员:${into}`, who: '综合股', clause } : { title: `提前通知${shortDate(next)}值班人员:${into}`, who: duty.get(date)?.names ?? '前一天值班人员', clause };
  });
}

/** 值班-五(二)1: the day's clerk stands on the board. */
function boards(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  const days = context.fact(calendar, NO_DAYS);
  return eachDay(context, today, window, (date, duty) => {
    const names = duty.get(date)?.names;
    return names === undefined || !days.isWorkday(date) ? null : { title: `上班时在公示栏注明当天值班人员:${names}`, who: '综合股', clause: '值班-五(二)1' };
  });
}

/** 值班-五(二)2: the duty phone rings where the clerk on duty is. */
function phones(context: Context, today: CivilDate, window: Period): readonly Reminder[] {
  const days = context.fact(calendar, NO_DAYS);
  return eachDay(context, today, window, (date, duty) => {
    const numbers = duty.get(date)?.phones;
    return numbers === undefined || !days.isWorkday(date) ? null : { title: `电话转接:上午、下午上班时取消,中午、下午下班时转到${numbers}并验证`, who: '信息股', clause: '值班-五(二)2' };
  });
}

export const reminders: readonly ReminderRule[] = [
  { id: 'festival-draft', clause: '值班-四(二)', needs: [calendar, dutyRecords], list: draftReminders },
  { id: 'festival-issue', clause: '值班-四(二)', needs: [calendar, dutyRecords], list: issueReminders },
  { id: 'handover', clause: '值班-五(一)', needs: [shifts], list: handovers },
  { id: 'notice', clause: '值班-五(二)1', needs: [shifts, calendar], list: notices },
  { id: 'board', clause: '值班-五(二)1', needs: [shifts, calendar], list: boards },
  { id: 'phone', clause: '值班-五(二)2', needs: [shifts, calendar], list: phones },
];
