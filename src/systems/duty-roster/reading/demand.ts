/** What each day asks for: how many clerks, of which pool, and whether a county leader or a section chief is in charge. */
import { weekdayOf, type CivilDate, type Weekday } from '../../../kernel/date';
import type { Calendar, CalendarDay } from '../../../kernel/calendar';
import { daysOf, type Period } from '../../../kernel/period';
import type { Person } from '../../office/facts';
import { emergencyOn, type Emergency, type HolidayLeader } from './leaders';

export interface DayDemand {
  readonly date: CivilDate;
  readonly weekday: Weekday;
  readonly day: CalendarDay;
  readonly pool: 'regular' | 'holiday';
  /** Clerks wanted. */
  readonly need: number;
  /** Festival under which a holiday duty counts; '' on other days. */
  readonly festival: string;
  readonly newYear: boolean;
  /** Holiday or 紧急带班: a county leader is in charge, else the week's chief. */
  readonly county: boolean;
  /** The county leader that the ledgers name; null where undecided, and on other days. */
  readonly leader: Person | null;
  /** Cell that names him or that asks for one; '' where there is none. */
  readonly source: string;
  /** 带班科级 of 假期带班. */
  readonly chiefs: readonly Person[];
}

export interface DemandInput {
  readonly calendar: Calendar;
  /** 参数 假期值班人数 on a day. */
  holidayNeed(date: CivilDate): number;
  readonly leaders: ReadonlyMap<CivilDate, HolidayLeader>;
  readonly emergencies: readonly Emergency[];
}

/** 值班-四(一): one clerk a day; 值班-四(二): two on holidays; 紧急带班: its own number, on a holiday the larger one, and its leader. */
export function demandOn(input: DemandInput, date: CivilDate): DayDemand {
  const day = input.calendar.day(date);
  const holiday = day.kind === '假期';
  const emergency = emergencyOn(input.emergencies, date);
  const named = holiday ? input.leaders.get(date) : undefined;
  const own = holiday ? input.holidayNeed(date) : 1;
  return {
    date,
    weekday: weekdayOf(date),
    day,
    pool: holiday ? 'holiday' : 'regular',
    need: holiday ? Math.max(own, emergency?.need ?? 0) : (emergency?.need ?? own),
    festival: holiday ? input.calendar.holidayAt(date)!.name : '',
    newYear: holiday && day.newYear,
    county: holiday || emergency !== null,
    leader: emergency?.leader ?? named?.leader ?? null,
    source: emergency?.leader ? emergency.source : (named?.source ?? emergency?.source ?? ''),
    chiefs: named?.chiefs ?? [],
  };
}

export function demandsOf(input: DemandInput, period: Period): readonly DayDemand[] {
  return daysOf(period).map((date) => demandOn(input, date));
}
