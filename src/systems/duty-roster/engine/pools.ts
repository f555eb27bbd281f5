/** The two clerk pools as flow models, and what a clerk's duties do to each other through the gap. */
import type { CivilDate } from '../../../kernel/date';
import { LEVEL, type Bucket, type FlowColumn, type FlowModel } from '../../../kernel/solver';
import type { RosterProblem } from './problem';

/** Monday to Friday, the weekend, Saturday and Sunday within it. */
const REGULAR_BUCKETS: readonly Bucket[] = [
  ...Array.from({ length: 5 }, () => ({ parent: -1, level: LEVEL.second })),
  { parent: -1, level: LEVEL.third },
  { parent: 5, level: LEVEL.second },
  { parent: 5, level: LEVEL.second },
];
const WEEKEND = 5;

/** Bucket of a weekday (Monday = 0). */
function weekdayBucket(weekday: number): number {
  return weekday < 5 ? weekday : weekday + 1;
}

/** One free slot group: a day of a pool with what is still to be filled. */
export interface PoolColumn {
  /** Index of `RosterProblem.days`. */
  readonly day: number;
  readonly need: number;
}

export interface Pool {
  readonly name: 'regular' | 'holiday';
  readonly columns: readonly PoolColumn[];
  readonly model: FlowModel;
}

/** Dates on which each clerk serves already, ascending: fixed duties of any pool and neighbours outside the period. */
export function busyDates(problem: RosterProblem, duties: readonly (readonly number[])[]): CivilDate[][] {
  const busy = problem.clerks.map((clerk) => [...clerk.neighbours]);
  duties.forEach((people, day) => {
    for (const person of people) if (person >= 0) busy[person]!.push(problem.days[day]!.date);
  });
  return busy.map((dates) => dates.sort((a, b) => a - b));
}

export function isTooClose(dates: readonly CivilDate[], date: CivilDate, minGap: number): boolean {
  return dates.some((other) => other === date || Math.abs(other - date) < minGap);
}

/**
 * The model of one pool. `standing` holds, per day, the people who serve already (fixed, or of a pool solved before);
 * they are charged to the counts first and block the gap around their days.
 */
export function buildPool(problem: RosterProblem, name: Pool['name'], standing: readonly (readonly number[])[]): Pool {
  const busy = busyDates(problem, standing);
  const columns: PoolColumn[] = [];
  problem.days.forEach((day, index) => {
    const need = day.need - standing[index]!.length;
    if (day.pool === name && need > 0) columns.push({ day: index, need });
  });
  const buckets = name === 'regular' ? REGULAR_BUCKETS : holidayBuckets(problem);
  const people = problem.clerks.length;
  const totals = Int32Array.from(problem.clerks, (clerk) => (name === 'regular' ? clerk.total : clerk.holiday));
  const counts = new Int32Array(people * buckets.length);
  problem.clerks.forEach((clerk, person) => {
    const at = person * buckets.length;
    if (name === 'regular') {
      clerk.weekdays.forEach((count, weekday) => {
        counts[at + weekdayBucket(weekday)] = count;
      });
      counts[at + WEEKEND] = clerk.weekdays[5]! + clerk.weekdays[6]!;
    } else {
      clerk.festivals.forEach((count, festival) => {
        counts[at + festival] = count;
      });
      for (let bucket = problem.festivals.length; bucket < buckets.length; bucket += 1) counts[at + bucket] = clerk.newYear;
    }
  });
  // fixed units count before any free one
  const given = new Int32Array(people);
  standing.forEach((served, index) => {
    const day = problem.days[index]!;
    if (day.pool !== name) return;
    for (const person of served) {
      if (person < 0) continue;
      totals[person]! += 1;
      given[person]! += 1;
      for (let bucket = bucketOf(problem, index); bucket >= 0; bucket = buckets[bucket]!.parent) counts[person * buckets.length + bucket]! += 1;
    }
  });
  const capacity = Int32Array.from(problem.clerks, (clerk, person) => (name === 'regular' && clerk.cap !== null ? Math.max(0, clerk.cap - given[person]!) : columns.length));
  const model: FlowModel = {
    people,
    buckets,
    totals,
    counts,
    capacity,
    columns: columns.map(({ day, need }) => flowColumn(problem, name, day, need, standing[day]!, busy)),
  };
  limitByPacking(problem, model, columns);
  return { name, columns, model };
}

function flowColumn(problem: RosterProblem, name: Pool['name'], day: number, need: number, served: readonly number[], busy: readonly (readonly CivilDate[])[]): FlowColumn {
  const { date, liaisons } = problem.days[day]!;
  const available = Uint8Array.from(problem.clerks, (clerk, person) => (clerk.available[day] === 1 && !isTooClose(busy[person]!, date, problem.minGap) ? 1 : 0));
  const counted = name === 'holiday' && liaisons !== null && liaisons.length > 0;
  return {
    bucket: bucketOf(problem, day),
    need,
    available,
    preferred: counted ? Uint8Array.from(problem.clerks, (_, person) => (liaisons.includes(person) ? 1 : 0)) : null,
    wantsPreferred: counted && !served.some((person) => liaisons.includes(person)),
  };
}

/** Festivals under the person; 除夕 and 初一 under the festival they lie in. */
function holidayBuckets(problem: RosterProblem): Bucket[] {
  const festivals: Bucket[] = problem.festivals.map(() => ({ parent: -1, level: LEVEL.third }));
  const special = newYearFestival(problem);
  return special < 0 ? festivals : [...festivals, { parent: special, level: LEVEL.second }];
}

function newYearFestival(problem: RosterProblem): number {
  return problem.days.find((day) => day.newYear && day.festival >= 0)?.festival ?? -1;
}

/** Bucket in which a day counts. */
export function bucketOf(problem: RosterProblem, day: number): number {
  const { pool, weekday, festival, newYear } = problem.days[day]!;
  if (pool === 'regular') return weekdayBucket(weekday);
  return newYear && festival === newYearFestival(problem) ? problem.festivals.length : festival;
}

/** A clerk cannot serve more often than the gap lets him pack into his free days: the bound stays valid and gets tighter. */
function limitByPacking(problem: RosterProblem, model: FlowModel, columns: readonly PoolColumn[]): void {
  for (let person = 0; person < model.people; person += 1) {
    let packed = 0;
    let last = -Infinity;
    columns.forEach(({ day }, column) => {
      const { date } = problem.days[day]!;
      if (model.columns[column]!.available[person] === 1 && date - last >= problem.minGap) {
        packed += 1;
        last = date;
      }
    });
    model.capacity[person] = Math.min(model.capacity[person]!, packed);
  }
}
