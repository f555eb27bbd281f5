/** Seeded roster problems: regular days of 2026-27, holiday periods, leave, pins, uneven history. */
import { addDays, civilDate, weekdayOf, type CivilDate } from '../../src/kernel/date';
import { SeededRandom } from '../../src/kernel/solver';
import type { Clerk, DutyDay, FixedDuty, RosterProblem } from '../../src/systems/duty-roster/engine';

const HOLIDAYS: readonly (readonly [string, number, number, number])[] = [
  ['元旦', 1, 1, 3], ['春节', 2, 15, 9], ['清明', 4, 4, 3], ['劳动节', 5, 1, 5], ['端午', 6, 19, 3], ['中秋', 9, 25, 3], ['国庆', 10, 1, 7],
];

export interface InstanceOptions {
  readonly people: number;
  readonly days: number;
  readonly seed: number;
  readonly minGap?: number;
  /** Share of days on leave, in percent. */
  readonly leave?: number;
  /** Share of fixed days, in percent. */
  readonly pins?: number;
  readonly history?: number;
}

export function rosterInstance({ people, days, seed, minGap = 3, leave = 6, pins = 3, history = 12 }: InstanceOptions): RosterProblem {
  const random = new SeededRandom(seed * 7919 + people);
  const start = civilDate(2026, 1, 1);
  const holidays = new Map<CivilDate, number>();
  for (const year of [2026, 2027]) {
    HOLIDAYS.forEach(([, month, day, length], festival) => {
      for (let offset = 0; offset < length; offset += 1) holidays.set(addDays(civilDate(year, month, day), offset), festival);
    });
  }
  const leaders = Array.from({ length: 6 }, (_, leader) => [leader % people, (leader + 6) % people]);
  const duty = Array.from({ length: days }, (_, index): DutyDay => {
    const date = addDays(start, index);
    const festival = holidays.get(date) ?? -1;
    return {
      date,
      weekday: weekdayOf(date),
      pool: festival < 0 ? 'regular' : 'holiday',
      need: festival < 0 ? 1 : 2,
      festival,
      newYear: festival === 1 && (date === civilDate(2026, 2, 16) || date === civilDate(2026, 2, 17)),
      liaisons: festival < 0 ? null : leaders[random.below(leaders.length)]!,
    };
  });
  const clerks = Array.from({ length: people }, (): Clerk => {
    const available = new Uint8Array(days).fill(1);
    for (let want = Math.round((days * leave * (30 + random.below(140))) / 10000); want > 0; ) {
      const length = Math.min(want, [1, 3, 5, 7, 12][random.below(5)]!);
      const from = random.below(Math.max(1, days - length));
      available.fill(0, from, from + length);
      want -= length;
    }
    const weekdays = [0, 0, 0, 0, 0, 0, 0];
    const total = history === 0 ? 0 : history - 1 + random.below(4);
    for (let unit = 0; unit < total; unit += 1) weekdays[random.below(7)]! += 1;
    return {
      total,
      weekdays,
      holiday: random.below(4),
      festivals: HOLIDAYS.map(() => random.below(2)),
      newYear: random.below(2),
      available,
      cap: null,
      neighbours: [addDays(start, -1 - random.below(minGap + people))],
    };
  });
  const fixed: FixedDuty[] = [];
  for (let day = 0; day < days; day += 1) {
    if (random.below(100) >= pins) continue;
    const clerk = random.below(people);
    const free = clerks[clerk]!.available[day] === 1 && clerks[clerk]!.neighbours.every((date) => duty[day]!.date - date >= minGap);
    const apart = fixed.every((other) => other.clerk !== clerk || Math.abs(other.day - day) >= minGap);
    if (free && apart) fixed.push({ day, clerk });
  }
  return {
    days: duty,
    clerks,
    festivals: HOLIDAYS.map(([name]) => name),
    fixed,
    weeks: [],
    chiefs: [],
    minGap,
    standing: duty.map(() => []),
    standingChiefs: [],
    changesLevel: 'last',
  };
}
