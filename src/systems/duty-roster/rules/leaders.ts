/** 值班-二, 值班-四(二): who is in charge, and whether his liaison serves with him. */
import { toISO, weekdayOf, addDays } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { calendar, NO_DAYS, people, type Person } from '../../office/facts';
import { onOrdinaryDay, readHolidayLeaders } from '../reading/leaders';
import type { RecordedDay } from '../reading/records';
import { isNoLeader } from '../reading/swap-validity';
import { ALL_DAYS, recordsOf, type DayRule, type RowFinding } from './subject';

/** 值班-二: a county leader on holidays and in emergencies, else a section chief. */
export const theRightLevelLeads = ({ demand, served }: RecordedDay): readonly RowFinding[] => {
  const slot = served.row.slots.leader;
  if (slot.broken) return [];
  const wanted = demand.county ? '县级' : '科级';
  const [led] = served.leaders;
  if (!led) return [{ field: 'leader', text: { code: 'duty/leader-blank', severity: 'warning', message: `未见${toISO(demand.date)}的带班领导`, remedy: `请填写${wanted === '县级' ? '县级领导' : '当周带班的科级'}`, clause: '值班-二' } }];
  // a substitute who leads nobody is judged with his swap
  if (led.person.level === wanted || (led.swap !== null && isNoLeader(led.swap))) return [];
  const why = demand.pool === 'holiday' ? '是假期' : demand.county ? '有紧急带班' : `是${demand.day.kind}`;
  return [{ field: 'leader', text: { code: 'duty/leader-level', severity: 'violation', message: `${toISO(demand.date)}${why},应由${wanted}带班,填的${led.person.label}是${led.person.level}`, remedy: '请更正带班领导,或核对假期带班、紧急带班和日历', clause: '值班-二' } }];
};

/** 值班-四(二): a liaison of the county leader serves on his day. */
export const aLiaisonServesWithHisLeader: DayRule = ({ demand, served }, { liaisons }) => {
  const leader = served.leaders[0]?.person;
  if (demand.pool !== 'holiday' || leader?.level !== '县级' || served.clerks.length === 0) return [];
  const own = liaisons.clerksOf(leader.name, demand.date);
  if (served.clerks.some(({ person }) => own.some(({ order }) => order === person.order))) return [];
  const gone = served.clerks.flatMap(({ person, rostered, swap }) => (swap !== null && own.some(({ order }) => order === rostered.order) ? [`;${rostered.label}的班换给了${person.label}(${swap.sheet}!${swap.cell})`] : [])).join('');
  const said = own.length === 0 ? '领导联系表没有写联系文秘' : `联系文秘是${own.map(({ label }) => label).join('、')}${gone}`;
  return [{ field: 'one', text: { code: 'duty/liaison-missing', severity: 'warning', message: `${toISO(demand.date)}带班的${leader.label}没有联系文秘同日值班(${said})`, remedy: '请调整,或在备注写明原因', clause: '值班-四(二)' } }];
};

/** 值班-二: whoever is in charge can be reached. */
export function leadersCanBeReached(context: Context): void {
  const silent = new Map<number, Person>();
  for (const { served } of recordsOf(context).days) for (const { person } of served.leaders) if (person.phone === null) silent.set(person.order, person);
  for (const person of silent.values()) {
    context.report({ code: 'duty/leader-phone-blank', severity: 'warning', sheet: person.sheet, cell: person.cell, message: `带班领导${person.label}没有手机号`, remedy: '请在人员表填写手机', clause: '值班-二' });
  }
}

/** 值班-二: one chief a week, Monday to Sunday; who stands in by a swap is no second one. */
export function oneChiefAWeek(context: Context): void {
  const { days, book } = recordsOf(context);
  const first = new Map<number, Person>();
  for (const { demand, served } of days) {
    const led = served.leaders[0];
    if (demand.county || !led || led.rostered.level !== '科级') continue;
    const monday = addDays(demand.date, -weekdayOf(demand.date));
    const holder = first.get(monday);
    if (!holder) first.set(monday, led.rostered);
    else if (holder.order !== led.rostered.order) {
      context.report(
        book.table.issue(served.row.at, 'leader' as 'date', { code: 'duty/second-chief', severity: 'warning', message: `${toISO(demand.date)}由${led.rostered.label}带班,同一周已由${holder.label}带班`, remedy: '科级一周一人;临时替换的请登记调换班(岗位填带班)', clause: '值班-二' }),
      );
    }
  }
}

/** 值班-二: rows of 假期带班 lie on holidays. */
export function holidayLeadersLieOnHolidays(context: Context): void {
  const days = context.fact(calendar, NO_DAYS);
  for (const row of readHolidayLeaders(context, context.fact(people, NO_DAYS), ALL_DAYS).values()) {
    const { kind } = days.day(row.date);
    if (kind !== '假期') context.report(row.issue('date', onOrdinaryDay(row.date, kind)));
  }
}
