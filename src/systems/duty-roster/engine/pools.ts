/** The two clerk pools as flow models: what is open, who may take it, and what everybody has already. */
import type { CivilDate } from '../../../kernel/date';
import { LEVEL, type Bucket, type FlowModel } from '../../../kernel/solver';
import type { RosterProblem } from './problem';
import { gapWindows, type OpenDay } from './windows';

export type PoolName = 'regular' | 'holiday';

/** Clerks per day: what stands before a pool is solved, or what it was given; -1 = somebody who is no clerk. */
export type DayDuties = readonly (readonly number[])[];

export interface Pool {
  readonly name: PoolName;
  /** Index of `RosterProblem.days` per column of the model. */
  readonly days: readonly number[];
  readonly model: FlowModel;
  /** Per column: days of one kind count alike at every level, so that an exchange between them changes nothing. */
  readonly kind: Int32Array;
}

/** Dates on which each clerk serves already, ascending: duties of any pool and neighbours outside the period. */
export function busyDates(problem: RosterProblem, duties: DayDuties): readonly (readonly CivilDate[])[] {
  const busy = problem.clerks.map((clerk) => [...clerk.neighbours]);
  duties.forEach((people, day) => {
    for (const person of people) if (person >= 0) busy[person]!.push(problem.days[day]!.date);
  });
  return busy.map((dates) => dates.sort((a, b) => a - b));
}

/** Whether nobody can serve on both dates: they are the same, or closer than the gap. */
export function isTooClose(date: CivilDate, other: CivilDate, minGap: number): boolean {
  return date === other || Math.abs(date - other) < minGap;
}

/**
 * The model of one pool. `standing` holds, per day, the people who serve already (fixed, or of a pool solved before); they
 * are charged to the counts before anybody else and block the gap around their days (值班-一, 值班-四(一)).
 */
export function buildPool(problem: RosterProblem, name: PoolName, standing: DayDuties): Pool {
  const open = openDays(problem, name, standing);
  const { buckets, bucketOfDay } = name === 'regular' ? regularTree(problem) : holidayTree(problem, open);
  const people = problem.clerks.length;
  const totals = Int32Array.from(problem.clerks, (clerk) => (name === 'regular' ? clerk.total : clerk.holiday));
  const counts = new Int32Array(people * buckets.length);
  const given = new Int32Array(people);
  const charge = (person: number, lowest: number, units: number): void => {
    for (let bucket = lowest; bucket >= 0; bucket = buckets[bucket]!.parent) if (buckets[bucket]!.level !== null) counts[person * buckets.length + bucket]! += units;
  };
  problem.clerks.forEach((clerk, person) => {
    if (name === 'regular') clerk.weekdays.forEach((count, weekday) => charge(person, weekdayBucket(weekday), count));
    else {
      clerk.festivals.forEach((count, festival) => (counts[person * buckets.length + festival]! += count));
      buckets.forEach(({ level }, bucket) => (counts[person * buckets.length + bucket]! += level === LEVEL.second ? clerk.newYear : 0));
    }
  });
  standing.forEach((served, day) => {
    if (problem.days[day]!.pool !== name) return;
    for (const person of served) {
      if (person < 0) continue;
      totals[person]! += 1;
      given[person]! += 1;
      charge(person, bucketOfDay(day), 1);
    }
  });
  const most = mostDuties(problem, open);
  const model: FlowModel = {
    people,
    buckets,
    totals,
    counts,
    capacity: Int32Array.from(problem.clerks, (clerk, person) => Math.min(most[person]!, name === 'holiday' || clerk.cap === null ? Infinity : Math.max(0, clerk.cap - given[person]!))),
    columns: open.map(({ day, need, available, liaisons }) => {
      const named = name === 'holiday' ? (problem.days[day]!.liaisons ?? []) : [];
      const preferred = named.length > 0 ? Uint8Array.from(problem.clerks, (_, person) => (named.includes(person) ? 1 : 0)) : null;
      return { bucket: bucketOfDay(day), need, available, preferred, wantsPreferred: liaisons !== null, ...standingOn(problem, day, standing[day]!) };
    }),
    ...(problem.changesLevel === 'last' ? {} : { changesLevel: problem.changesLevel === 'before-totals' ? LEVEL.changesFirst : LEVEL.changesThen }),
  };
  return { name, days: open.map(({ day }) => day), model, kind: kindsOf(model) };
}

/** On a replan: who stands on a day and has not been charged already. */
function standingOn({ standing, clerks, changesLevel }: RosterProblem, day: number, charged: readonly number[]): Pick<FlowModel['columns'][number], 'standing'> {
  const stood = (standing[day] ?? []).filter((person) => person >= 0 && !charged.includes(person));
  return changesLevel === 'last' || stood.length === 0 ? {} : { standing: Uint8Array.from(clerks, (_, person) => (stood.includes(person) ? 1 : 0)) };
}

function openDays(problem: RosterProblem, name: PoolName, standing: DayDuties): OpenDay[] {
  const free = freeDays(problem, busyDates(problem, standing));
  return problem.days.flatMap(({ pool, need: wanted, liaisons }, day): OpenDay[] => {
    const served = standing[day]!;
    if (pool !== name || wanted <= served.length) return [];
    const available = new Uint8Array(free.length);
    for (let person = 0; person < free.length; person += 1) available[person] = free[person]![day]!;
    const isWanted = name === 'holiday' && liaisons !== null && liaisons.length > 0 && !served.some((person) => liaisons.includes(person));
    return [{ day, need: wanted - served.length, available, liaisons: isWanted ? available.map((can, person) => (liaisons.includes(person) ? can : 0)) : null }];
  });
}

/** Per clerk and day: available, and no duty that stands too close. */
function freeDays({ days, clerks, minGap }: RosterProblem, busy: readonly (readonly CivilDate[])[]): readonly Uint8Array[] {
  return clerks.map(({ available }, person) => {
    const free = Uint8Array.from(available);
    const dates = busy[person]!;
    let next = 0;
    for (let day = 0; day < days.length; day += 1) {
      const { date } = days[day]!;
      // dates ascend: those that no later day is close to are passed for good
      while (next < dates.length && dates[next]! < date && date - dates[next]! >= minGap) next += 1;
      if (next < dates.length && isTooClose(dates[next]!, date, minGap)) free[day] = 0;
    }
    return free;
  });
}

interface Tree {
  readonly buckets: readonly Bucket[];
  bucketOfDay(day: number): number;
}

const WEEKEND = 5;

/** Bucket of a weekday (Monday = 0): Saturday and Sunday come below the weekend. */
function weekdayBucket(weekday: number): number {
  return weekday < WEEKEND ? weekday : weekday + 1;
}

function regularTree(problem: RosterProblem): Tree {
  const weekday = (parent: number): Bucket => ({ parent, level: LEVEL.second, limit: null });
  const weekend: Bucket = { parent: -1, level: LEVEL.third, limit: null };
  return {
    buckets: [...Array.from({ length: WEEKEND }, () => weekday(-1)), weekend, weekday(WEEKEND), weekday(WEEKEND)],
    bucketOfDay: (day) => weekdayBucket(problem.days[day]!.weekday),
  };
}

/** Festivals under the person; below them 除夕/初一 and the windows in which the gap allows one duty. */
function holidayTree(problem: RosterProblem, open: readonly OpenDay[]): Tree {
  const buckets: Bucket[] = problem.festivals.map(() => ({ parent: -1, level: LEVEL.third, limit: null }));
  const leaf = problem.days.map(({ festival }) => festival);
  const special = problem.days.find(({ newYear }) => newYear)?.festival ?? -1;
  const isSpecial = (day: number): boolean => problem.days[day]!.newYear && problem.days[day]!.festival === special;
  const add = (days: readonly number[], bucket: Bucket): number => {
    for (const day of days) leaf[day] = buckets.length;
    return buckets.push(bucket) - 1;
  };
  const window = (days: readonly number[], parent: number): number => add(days, { parent, level: null, limit: 1 });
  const windows = gapWindows(problem, open).map(({ from, to }) => open.slice(from, to).map(({ day }) => day));
  // a window around 除夕/初一 holds their bucket, one within them hangs below it
  const around = windows.find((days) => days.some(isSpecial) && !days.every(isSpecial));
  const newYear = add(
    problem.days.flatMap((_, day) => (isSpecial(day) ? [day] : [])),
    { parent: around ? window(around, special) : special, level: LEVEL.second, limit: null },
  );
  for (const days of windows) if (days !== around) window(days, days.every(isSpecial) ? newYear : problem.days[days[0]!]!.festival);
  return { buckets, bucketOfDay: (day) => leaf[day]! };
}

/** Per clerk: he cannot serve more often than the gap lets him pack into his free days; days in date order. */
function mostDuties(problem: RosterProblem, open: readonly OpenDay[]): Int32Array {
  const packed = new Int32Array(problem.clerks.length);
  const last = new Float64Array(problem.clerks.length).fill(-Infinity);
  for (const { day, available } of open) {
    const { date } = problem.days[day]!;
    for (let person = 0; person < packed.length; person += 1) {
      if (available[person] !== 1 || date - last[person]! < problem.minGap) continue;
      packed[person]! += 1;
      last[person] = date;
    }
  }
  return packed;
}

/** Numbers the charged buckets a column counts in. */
function kindsOf({ buckets, columns }: FlowModel): Int32Array {
  return Int32Array.from(columns, ({ bucket }) => {
    let at = bucket;
    while (at >= 0 && buckets[at]!.level === null) at = buckets[at]!.parent;
    return at;
  });
}
