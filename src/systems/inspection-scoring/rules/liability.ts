/** 值班-七(三): after an approved swap the substitute answers for the duty, otherwise who was rostered. */
import { toISO } from '../../../kernel/date';
import { liability, type Liability, type Person } from '../../office/facts';
import { spanOf } from '../entries';
import { builtIn } from '../score-table';
import { nameOf } from '../subjects';
import type { EntryCheck } from './entry-check';

const DUTY_ITEMS: ReadonlySet<number> = new Set(['督查-三(三)i', '督查-三(三)j', '督查-三(三)k'].map((code) => builtIn(code).index));

/** Why somebody else answers for the duties of a day; null when the person does himself, or nobody is known to. */
export function answersInstead(person: Person, ofDay: readonly Liability[]): string | null {
  if (ofDay.length === 0 || ofDay.some((one) => one.person.order === person.order)) return null;
  const moved = ofDay.find((one) => one.rostered.order === person.order);
  if (moved) return `已经有效调换${moved.basis === '' ? '' : `(单号${moved.basis})`},由“${moved.person.label}”负责`;
  const clerks = ofDay.filter(({ role }) => role === '值班');
  return `由“${(clerks.length > 0 ? clerks : ofDay).map((one) => one.person.label).join('、')}”负责`;
}

export const whoServedAnswersForTheDuty: EntryCheck = {
  id: 'who-served-answers-for-the-duty',
  clause: '值班-七(三)',
  title: '值班失误记在实际责任人名下(经批准的调换班由顶替人负责)',
  needs: [liability],
  judge: (list, context, say) => {
    const concerned = list.filter((entry) => entry.person !== null && DUTY_ITEMS.has(entry.item.index));
    const span = spanOf(concerned);
    if (!span) return;
    const byDay = new Map<number, Liability[]>();
    for (const one of context.fact(liability, span)) {
      const known = byDay.get(one.date);
      if (known) known.push(one);
      else byDay.set(one.date, [one]);
    }
    for (const entry of concerned) {
      const other = answersInstead(entry.person!, byDay.get(entry.row.date) ?? []);
      if (other === null) continue;
      say(entry, 'person', {
        code: 'scoring/duty-answered-by-another',
        severity: 'warning',
        message: `“${entry.rate.name}”记在“${nameOf(entry)}”名下,${toISO(entry.row.date)}的班${other};现仍按所写姓名计分`,
        remedy: '请核对责任人;上午9时前的失误属于前一天的班',
        clause: '值班-七(三)',
      });
    }
  },
};
