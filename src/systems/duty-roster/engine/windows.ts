/**
 * Windows of a holiday period in which nobody can serve twice: days less than the gap apart. The flow cannot see the gap,
 * but a partition of the days into such windows is laminar under the festivals, so that its limits belong to the flow and
 * make its bound tight. The partition taken shows the most shortages (open slots, days without a liaison).
 */
import type { RosterProblem } from './problem';

/** A day of the holiday pool that is still to be filled. */
export interface OpenDay {
  /** Index of `RosterProblem.days`. */
  readonly day: number;
  readonly need: number;
  /** Per clerk, 1 = may take it. */
  readonly available: Uint8Array;
  /** Per clerk, 1 = liaison of the day's leader, where one is still wanted. */
  readonly liaisons: Uint8Array | null;
}

/** Open days `from … to` (`to` excluded). */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What a partition shows, the more the better. */
type Worth = readonly [openSlots: number, missingDays: number, negativeWindows: number];

/** Windows of two days or more; `days` in date order. */
export function gapWindows(problem: RosterProblem, days: readonly OpenDay[]): readonly Window[] {
  const worth: Worth[] = [[0, 0, 0]];
  const start: number[] = [0];
  for (let to = 1; to <= days.length; to += 1) {
    for (let from = to - 1; from >= 0 && isWithinGap(problem, days, from, to); from -= 1) {
      if (!isLaminar(problem, days, from, to)) continue;
      const window = days.slice(from, to);
      const unfilled = shortage(window.map(({ need, available }) => ({ need, people: available })));
      const missing = shortage(window.flatMap(({ liaisons }) => (liaisons ? [{ need: 1, people: liaisons }] : [])));
      const [openSlots, missingDays, windows] = worth[from]!;
      // with equal shortages the fewest windows: they hold the most days together
      const sum: Worth = [openSlots + unfilled, missingDays + missing, windows - 1];
      const best = worth[to];
      if (!best || isGreater(sum, best)) {
        worth[to] = sum;
        start[to] = from;
      }
    }
  }
  const windows: Window[] = [];
  for (let to = days.length; to > 0; to = start[to]!) if (to - start[to]! > 1) windows.unshift({ from: start[to]!, to });
  return windows;
}

/** Whether the days `from … to` are all less than the gap apart, and of one festival; a single day always is. */
function isWithinGap({ days: all, minGap }: RosterProblem, days: readonly OpenDay[], from: number, to: number): boolean {
  const first = all[days[from]!.day]!;
  const last = all[days[to - 1]!.day]!;
  return from === to - 1 || (last.date - first.date < minGap && last.festival === first.festival);
}

/** A window lies within 除夕/初一, apart from it, or around all of it. */
function isLaminar({ days: all }: RosterProblem, days: readonly OpenDay[], from: number, to: number): boolean {
  const isNewYear = ({ day }: OpenDay): boolean => all[day]!.newYear;
  const inside = days.slice(from, to).filter(isNewYear).length;
  return inside === 0 || inside === to - from || inside === days.filter(isNewYear).length;
}

function isGreater(a: Worth, b: Worth): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}

/** Units that stay open if everybody takes at most one (maximum matching by augmenting paths). */
function shortage(wants: readonly { readonly need: number; readonly people: Uint8Array }[]): number {
  const units = wants.flatMap(({ need, people }) => new Array<Uint8Array>(need).fill(people));
  const taken = new Map<number, number>();
  const seen = new Set<number>();
  const place = (unit: number): boolean => {
    const people = units[unit]!;
    for (let person = 0; person < people.length; person += 1) {
      if (people[person] !== 1 || seen.has(person)) continue;
      seen.add(person);
      const other = taken.get(person);
      if (other !== undefined && !place(other)) continue;
      taken.set(person, unit);
      return true;
    }
    return false;
  };
  return units.filter((_, unit) => {
    seen.clear();
    return !place(unit);
  }).length;
}
