/** A person's duties for his calendar: [09:00, 09:00 of the next day) in local wall clock, approved swaps applied (值班-一, 值班-二). */
import { addDays, civilMinute } from '../../kernel/date';
import { parseNames } from '../../kernel/text/name';
import { compactText } from '../../kernel/text/normalize';
import type { AgendaRule, Appointment } from '../../ledger/agenda';
import { NO_DAYS, people, shifts, type People, type Person, type Shift } from '../office/facts';
import { dutyPhone } from './parameters';

const HANDOVER_HOUR = 9;

function personOf(directory: People, who: string): Person | string {
  const text = compactText(who);
  const numbered = directory.all.filter(({ id }) => id !== null && compactText(id) === text);
  if (numbered.length === 1) return numbered[0]!;
  const [reading, ...more] = parseNames(who);
  if (reading?.kind !== 'name' || more.length > 0) return `“${who}”不是一个人的姓名,请写姓名或人员表的编号`;
  const resolution = directory.resolve(reading);
  if (resolution.kind === 'found') return resolution.person;
  if (resolution.kind === 'ambiguous') return `有${resolution.candidates.length}个“${reading.name}”,请写${resolution.candidates.map(({ label }) => label).join('或')}`;
  return `人员表里没有“${who}”${resolution.near.length > 0 ? `,是不是${resolution.near.slice(0, 3).join('、')}?` : ''}`;
}

function detailsOf(shift: Shift, all: readonly Shift[], phone: string): string {
  const others = (role: Shift['role']): string => all.filter((other) => other.date === shift.date && other.role === role && other.person.order !== shift.person.order).map(({ person }) => `${person.label}${person.phone === null ? '' : ` ${person.phone}`}`).join('、');
  const [clerks, leaders] = [others('值班'), others('带班')];
  return [
    '每天9:00当面交接',
    ...(clerks === '' ? [] : [`${shift.role === '值班' ? '同班' : '值班'}:${clerks}`]),
    ...(leaders === '' ? [] : [`带班:${leaders}`]),
    ...(phone === '' ? [] : [`值班电话:${phone}`]),
    ...(shift.instead ? [`顶${shift.instead.label}`] : []),
  ].join(';');
}

export const agendas: readonly AgendaRule[] = [
  {
    id: 'duties',
    clause: '值班-一',
    needs: [people, shifts],
    list: (context, who, window) => {
      const person = personOf(context.fact(people, NO_DAYS), who);
      if (typeof person === 'string') return { kind: 'unknown', remedy: person };
      const all = context.fact(shifts, window);
      const own = all.filter((shift) => shift.person.order === person.order).sort((a, b) => a.date - b.date);
      return {
        kind: 'found',
        name: person.label,
        appointments: own.map((shift): Appointment => ({
          from: civilMinute(shift.date, HANDOVER_HOUR),
          to: civilMinute(addDays(shift.date, 1), HANDOVER_HOUR),
          title: shift.role,
          details: detailsOf(shift, all, context.setting(dutyPhone, shift.date)),
          clause: shift.role === '值班' ? '值班-一' : '值班-二',
        })),
      };
    },
  },
];
