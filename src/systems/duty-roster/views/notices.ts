/** Notices of a period: to the next day's clerks, for the board, and the calls to forward (值班-五(二)1, 值班-五(二)2, 值班-五(三)). */
import { addDays, partsOf, toISO, weekdayName, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { ResultTable, ResultValue } from '../../../ledger/result-table';
import type { Person } from '../../office/facts';
import { workingHours } from '../../office/parameters';
import { dutyPhone } from '../parameters';
import type { DutyRecords, RecordedDay } from '../reading/records';
import { notifierFor } from './next-day';

const dayText = (date: CivilDate): string => `${partsOf(date).month}月${partsOf(date).day}日(${weekdayName(date)})`;
const namesOf = (people: readonly Person[]): string => people.map(({ label }) => label).join('、');
const clerksOf = ({ served }: RecordedDay): readonly Person[] => served.clerks.map(({ person }) => person);
const leaderOf = ({ served }: RecordedDay): Person | null => served.leaders[0]?.person ?? null;

/** One row a clerk on duty: who tells him, when, and the words. `days` begin the day before the period. */
export function noticeTable(context: Context, { calendar }: DutyRecords, days: readonly RecordedDay[], from: CivilDate): ResultTable {
  const byDate = new Map(days.map((day) => [day.demand.date, day]));
  return {
    title: '值班通知',
    columns: [
      { title: '日期', kind: 'date' },
      { title: '星期', kind: 'text', width: 7 },
      { title: '通知日期', kind: 'date' },
      { title: '通知人', kind: 'text', width: 12 },
      { title: '值班人员', kind: 'text', width: 12 },
      { title: '手机', kind: 'text', width: 14 },
      { title: '内容', kind: 'text', width: 70 },
    ],
    rows: days
      .filter(({ demand }) => demand.date >= from)
      .flatMap((day): ResultValue[][] => {
        const { date } = day.demand;
        const eve = addDays(date, -1);
        const before = byDate.get(eve);
        const notifier = notifierFor(context, calendar, date).byOffice ? '综合股' : before ? namesOf(clerksOf(before)) : '前一天值班人员';
        return clerksOf(day).map((person) => [date, weekdayName(date), eve, notifier === '' ? '前一天值班人员' : notifier, person.label, person.phone, words(context, day, person)]);
      }),
  };
}

/** The message as it can be sent. */
function words(context: Context, day: RecordedDay, person: Person): string {
  const { date, festival } = { date: day.demand.date, festival: day.demand.day.festival };
  const others = clerksOf(day).filter(({ order }) => order !== person.order);
  const leader = leaderOf(day);
  const phone = context.setting(dutyPhone, date);
  return [
    `${person.printName}同志:${dayText(date)}${festival === null ? '' : `(${festival})`}由您值班`,
    ...(others.length > 0 ? [`同班${others.map(({ printName }) => printName).join('、')}`] : []),
    ...(leader ? [`带班领导${leader.printName}${leader.phone === null ? '' : `(${leader.phone})`}`] : []),
    `请于当日9时到值班室当面交接,至次日9时${phone === '' ? '' : `;值班电话${phone}`}。`,
  ].join(',');
}

/** What stands on the board on a working day. */
export function boardTable({ calendar }: DutyRecords, days: readonly RecordedDay[]): ResultTable {
  return {
    title: '公示条',
    columns: [
      { title: '日期', kind: 'date' },
      { title: '内容', kind: 'text', width: 60 },
    ],
    rows: days
      .filter((day) => calendar.isWorkday(day.demand.date) && clerksOf(day).length > 0)
      .map((day): ResultValue[] => {
        const leader = leaderOf(day);
        return [day.demand.date, `今日值班(${dayText(day.demand.date)}):${namesOf(clerksOf(day))}${leader ? `;带班:${leader.label}` : ''}`];
      }),
  };
}

const CALLS = [
  { at: 0, action: '取消转接', name: '上午上班' },
  { at: 1, action: '转接并验证', name: '中午下班' },
  { at: 2, action: '取消转接', name: '下午上班' },
  { at: 3, action: '转接并验证', name: '下午下班' },
] as const;

/** The four times of 上下班时间, '' where it does not say four. */
function hoursOf(text: string): readonly string[] {
  const times = text.match(/\d{1,2}[::]\d{2}/g) ?? [];
  return times.length === CALLS.length ? times.map((time) => time.replace(':', ':')) : CALLS.map(() => '');
}

/** Four actions a working day, with the phone of whoever is really on duty. */
export function callTable(context: Context, { calendar }: DutyRecords, days: readonly RecordedDay[]): ResultTable {
  return {
    title: '转接清单',
    columns: [
      { title: '日期', kind: 'date' },
      { title: '时段', kind: 'text', width: 10 },
      { title: '时间', kind: 'text', width: 8 },
      { title: '动作', kind: 'text', width: 12 },
      { title: '转接到', kind: 'text', width: 14 },
      { title: '号码', kind: 'text', width: 16 },
      { title: '验证人', kind: 'text', width: 12 },
    ],
    rows: days
      .filter((day) => calendar.isWorkday(day.demand.date) && clerksOf(day).length > 0)
      .flatMap((day): ResultValue[][] => {
        const people = clerksOf(day);
        const hours = hoursOf(context.setting(workingHours, day.demand.date));
        return CALLS.map(({ at, action, name }) => {
          const forwards = action === '转接并验证';
          return [day.demand.date, name, hours[at] === '' ? null : hours[at]!, action, forwards ? namesOf(people) : null, forwards ? people.map(({ phone }) => phone ?? '(手机未填)').join('、') : null, null];
        });
      }),
  };
}

/** A clerk whose phone is blank cannot be reached: told once, at his row of 人员 (值班-五(二)2). */
export function reportPhones(context: Context, days: readonly RecordedDay[]): void {
  const people = new Map(days.flatMap(clerksOf).flatMap((person) => (person.phone === null ? [[person.order, person] as const] : [])));
  for (const person of people.values()) {
    const day = days.find((one) => clerksOf(one).includes(person))!;
    context.report({ code: 'notice/phone-blank', severity: 'warning', sheet: person.sheet, cell: person.cell, message: `${toISO(day.demand.date)}值班的${person.label}没有手机号,无法通知和转接`, remedy: '请在人员表填写手机', clause: '值班-五(二)2' });
  }
}
