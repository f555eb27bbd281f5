/** Why somebody cannot serve on a day, with the cell that says so (值班-四(一)). */
import { toISO, WEEKDAY_NAMES, weekdayOf, type CivilDate } from '../../../kernel/date';
import { dateOfSlot, HALF_NAMES, halfOfSlot, type SlotRange } from '../../../kernel/slots';
import type { Absence, People, Person } from '../../office/facts';
import { peopleLedger } from '../../office/ledgers';
import type { AbsenceBook } from './absence-book';
import type { DaysOffBook } from './days-off';
import type { Swap } from './swaps';

export interface Refusal {
  readonly kind: 'post' | 'absence' | 'day-off' | 'never' | 'swap';
  /** e.g. 年休假2026-03-02上午至2026-03-06下午 */
  readonly text: string;
  /** e.g. 请假!B5 */
  readonly source: string;
}

export interface Refusals {
  /** The first thing that stands against his serving that day, or null. */
  clerk(person: Person, date: CivilDate): Refusal | null;
  /** For officers in charge: 固定不排 is about clerks. */
  leader(person: Person, date: CivilDate): Refusal | null;
}

function rangeText({ from, to }: SlotRange): string {
  const end = (slot: SlotRange['from']): string => `${toISO(dateOfSlot(slot))}${HALF_NAMES[halfOfSlot(slot)]}`;
  return from === to ? end(from) : `${end(from)}至${end(to)}`;
}

function absenceText(absence: Absence): string {
  return `${absence.label}${rangeText(absence.range)}`;
}

const NOBODY_HANDED_OVER: ReadonlyMap<string, Swap> = new Map();

export function refusalsOf(directory: People, absences: AbsenceBook, daysOff: DaysOffBook, handedOver: ReadonlyMap<string, Swap> = NOBODY_HANDED_OVER): Refusals {
  const leader = (person: Person, date: CivilDate): Refusal | null => {
    if (!directory.inPost(person, date)) return { kind: 'post', text: '不在岗(未到办或已离办)', source: `${person.sheet}!${person.cell}` };
    const absence = absences.against(person, date);
    if (absence) return { kind: 'absence', text: absenceText(absence), source: `${absence.sheet}!${absence.cell}` };
    const off = daysOff.against(person, date);
    return off && { kind: 'day-off', text: `不排日${off.reason === '' ? '' : `(${off.reason})`}`, source: `${off.sheet}!${off.cell}` };
  };
  return {
    leader,
    clerk: (person, date) => {
      const refusal = leader(person, date);
      if (refusal) return refusal;
      const weekday = weekdayOf(date);
      const swap = handedOver.get(`${date}:${person.order}`);
      if (swap) return { kind: 'swap', text: `当日的班已换给${swap.to.label}`, source: `${swap.sheet}!${swap.cell}` };
      return person.neverOn.includes(weekday) ? { kind: 'never', text: `${peopleLedger.columns.neverOn.title}${WEEKDAY_NAMES[weekday]}`, source: `${person.sheet}!${person.cell}` } : null;
    },
  };
}
