/** 值班-七(三): after an approved swap the substitute answers for the duty, otherwise who was rostered. */
import { toISO } from '../../../kernel/date';
import { shifts, type Person, type Shift } from '../../office/facts';
import { nameOf } from '../subjects';
import { builtIn } from '../score-table';
import type { EntryCheck } from './entry-check';

const DUTY_ITEMS: ReadonlySet<number> = new Set(['督查-三(三)i', '督查-三(三)j', '督查-三(三)k'].map((code) => builtIn(code).index));

/** Who answers for a day instead of the person named; null when he does himself, or nobody is known to. */
export function answersInstead(person: Person, ofDay: readonly Shift[]): { readonly names: string; readonly swapped: boolean } | null {
  if (ofDay.length === 0 || ofDay.some((shift) => shift.person.order === person.order)) return null;
  const taken = ofDay.filter((shift) => shift.instead?.order === person.order);
  const clerks = ofDay.filter((shift) => shift.role === '值班');
  const answering = taken.length > 0 ? taken : clerks.length > 0 ? clerks : ofDay;
  return { names: answering.map((shift) => shift.person.label).join('、'), swapped: taken.length > 0 };
}

export const whoServedAnswersForTheDuty: EntryCheck = {
  id: 'who-served-answers-for-the-duty',
  clause: '值班-七(三)',
  title: '值班失误记在实际责任人名下(经批准的调换班由顶替人负责)',
  needs: [shifts],
  judge: (list, context, period, say) => {
    const concerned = list.filter((entry) => entry.person !== null && DUTY_ITEMS.has(entry.item.index));
    if (concerned.length === 0) return;
    const byDay = new Map<number, Shift[]>();
    for (const shift of context.fact(shifts, period)) {
      const known = byDay.get(shift.date);
      if (known) known.push(shift);
      else byDay.set(shift.date, [shift]);
    }
    for (const entry of concerned) {
      const other = answersInstead(entry.person!, byDay.get(entry.row.date) ?? []);
      if (!other) continue;
      const why = other.swapped ? `已经批准调换,由“${other.names}”顶替` : `值班人员是“${other.names}”`;
      say(entry, 'person', {
        code: 'scoring/duty-answered-by-another',
        severity: 'warning',
        message: `“${entry.rate.name}”记在“${nameOf(entry)}”名下,${toISO(entry.row.date)}的班${why};现仍按所写姓名计分`,
        remedy: '请核对责任人;上午9时前的失误属于前一天的班',
        clause: '值班-七(三)',
      });
    }
  },
};
