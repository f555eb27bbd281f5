/** One person's calendar from every room that has something for it. */
import { addDays, type CivilDate } from '../kernel/date';
import { compareBy, compareText } from '../kernel/order';
import type { Appointment } from '../ledger/agenda';
import type { Issue } from '../ledger/issue';
import type { Registry } from '../ledger/registry';
import type { ResultTable } from '../ledger/result-table';
import type { Snapshot } from '../workbook/snapshot';
import { RunContext } from './context';

export interface Agenda {
  /** Who was meant; null with a remedy where nobody can be. */
  readonly name: string | null;
  readonly remedy: string;
  readonly appointments: readonly Appointment[];
  readonly table: ResultTable;
  readonly issues: readonly Issue[];
}

/** Appointments that begin in `days` days from `on`. */
export function agenda(registry: Registry, snapshot: Snapshot, who: string, on: CivilDate, days: number): Agenda {
  const context = new RunContext(registry, snapshot, { overrides: new Map(), acceptsErrors: true });
  const window = { from: on, to: addDays(on, days - 1) };
  const results = registry.systems.flatMap((system) => (system.agendas ?? []).map((rule) => rule.list(context, who, window)));
  const unknown = results.find((result) => result.kind === 'unknown');
  const found = results.flatMap((result) => (result.kind === 'found' ? [result] : []));
  const appointments = found.flatMap((result) => result.appointments).sort(compareBy((a, b) => a.from - b.from, (a, b) => compareText(a.title, b.title)));
  return {
    name: unknown ? null : (found[0]?.name ?? who),
    remedy: unknown?.remedy ?? '',
    appointments: unknown ? [] : appointments,
    issues: context.issues.sorted(),
    table: {
      title: '日程',
      columns: [
        { title: '开始', kind: 'moment' },
        { title: '结束', kind: 'moment' },
        { title: '事项', kind: 'text' },
        { title: '说明', kind: 'text' },
        { title: '条款', kind: 'text' },
      ],
      rows: unknown ? [] : appointments.map(({ from, to, title, details, clause }) => [from, to, title, details, clause]),
    },
  };
}
