/** 请假-六: absence without leave is none where a leave or a trip covers the half-day. */
import { toISO, type CivilDate } from '../../../kernel/date';
import { slotOf, type SlotRange } from '../../../kernel/slots';
import { absences, type Absence } from '../../office/facts';
import { halfSet, type HalfSet } from '../absence';
import { spanOf } from '../entries';
import { builtIn } from '../score-table';
import { nameOf } from '../subjects';
import type { EntryCheck } from './entry-check';

const ABSENCE_ITEMS: ReadonlySet<number> = new Set(['督查-三(三)f', '督查-三(三)g', '督查-三(三)l'].map((code) => builtIn(code).index));

/** Whether a range meets the named halves of a day; a row that names none means either. */
export function coversHalves(range: SlotRange, on: CivilDate, set: HalfSet): boolean {
  const from = slotOf(on, set === 2 ? 'pm' : 'am');
  const to = slotOf(on, set === 1 ? 'am' : 'pm');
  return range.from <= to && range.to >= from;
}

export const absenceIsNotCoveredByLeave: EntryCheck = {
  id: 'absence-is-not-covered-by-leave',
  clause: '请假-六',
  title: '记无故缺勤、缺席的半天没有请假、公出、培训等登记',
  needs: [absences],
  judge: (list, context, say) => {
    const concerned = list.filter((entry) => entry.person !== null && ABSENCE_ITEMS.has(entry.item.index));
    const span = spanOf(concerned);
    if (!span) return;
    const byPerson = new Map<number, Absence[]>();
    for (const absence of context.fact(absences, span)) {
      // having overstayed a leave is no leave
      if (absence.source === 'overstay') continue;
      const known = byPerson.get(absence.person.order);
      if (known) known.push(absence);
      else byPerson.set(absence.person.order, [absence]);
    }
    for (const entry of concerned) {
      const set = halfSet(entry.row.slot);
      const cover = byPerson.get(entry.person!.order)?.find(({ range }) => coversHalves(range, entry.row.date, set));
      if (!cover) continue;
      say(entry, 'date', {
        code: 'scoring/absence-covered',
        severity: 'warning',
        message: `“${nameOf(entry)}”${toISO(entry.row.date)}记了“${entry.rate.name}”,但有“${cover.label}”登记(${cover.sheet}!${cover.cell});现仍计分`,
        remedy: '请核对;确有请假或外出的请把状态改为作废',
        clause: '请假-六',
      });
    }
  },
};
