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

/** Whether a date is a day of service itself or closer than the gap to one. */
export function isTooClose(dates: readonly CivilDate[], date: CivilDate, minGap: number): boolean {
  return dates.some((other) => other === date || Math.abs(other - date) < minGap);
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
  const model: FlowModel = {
    people,
    buckets,
    totals,
    counts,
    capacity: Int32Array.from(problem.clerks, (clerk, person) => Math.min(mostDuties(problem, open, person), name === 'holiday' || clerk.cap === null ? Infinity : Math.max(0, clerk.cap - given[person]!))),
    columns: open.map(({ day, need, available, liaisons }) => {
      const named = name === 'holiday' ? (problem.days[day]!.liaisons ?? []) : [];
      const preferred = named.length > 0 ? Uint8Array.from(problem.clerks, (_, person) => (named.includes(person) ? 1 : 0)) : null;
      return { bucket: bucketOfDay(day), need, available, preferred, wantsPreferred: liaisons !== null };
    }),
  };
  return { name, days: open.map(({ day }) => day), model, kind: kindsOf(model) };
}

function openDays(problem: RosterProblem, name: PoolName, standing: DayDuties): OpenDay[] {
  const busy = busyDates(problem, standing);
  return problem.days.flatMap(({ pool, date, need: wanted, liaisons }, day): OpenDay[] => {
    const served = standing[day]!;
    if (pool !== name || wanted <= served.length) return [];
    const available = Uint8Array.from(problem.clerks, (clerk, person) => (clerk.available[day] === 1 && !isTooClose(busy[person]!, date, problem.minGap) ? 1 : 0));
    const isWanted = name === 'holiday' && liaisons !== null && liaisons.length > 0 && !served.some((person) => liaisons.includes(person));
    return [{ day, need: wanted - served.length, available, liaisons: isWanted ? available.map((free, person) => (liaisons.includes(person) ? free : 0)) : null }];
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

/** A clerk cannot serve more often than the gap lets him pack into his free days; days in date order. */
function mostDuties(problem: RosterProblem, open: readonly OpenDay[], person: number): number {
  let packed = 0;
  let last = -Infinity;
  for (const { day, available } of open) {
    const { date } = problem.days[day]!;
    if (available[person] !== 1 || date - last < problem.minGap) continue;
    packed += 1;
    last = date;
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
