/** `today`: what is due in the rooms that exist, merged and sorted. */
import { addDays, type CivilDate } from '../kernel/date';
import { compareBy, compareText } from '../kernel/order';
import type { Issue } from '../ledger/issue';
import type { Registry } from '../ledger/registry';
import type { Reminder } from '../ledger/reminder';
import type { ResultTable } from '../ledger/result-table';
import type { Snapshot } from '../workbook/snapshot';
import { RunContext } from './context';

export interface Today {
  readonly reminders: readonly Reminder[];
  readonly table: ResultTable;
  readonly issues: readonly Issue[];
}

/** Reminders due in `days` days from `on` (that day included), and older ones still open. */
export function today(registry: Registry, snapshot: Snapshot, on: CivilDate, days: number): Today {
  const context = new RunContext(registry, snapshot, { overrides: new Map(), acceptsErrors: true });
  const window = { from: on, to: addDays(on, days - 1) };
  const reminders = registry.systems
    .flatMap((system) => system.reminders.flatMap((rule) => rule.list(context, on, window)))
    .sort(compareBy((a, b) => a.due - b.due, (a, b) => compareText(a.clause, b.clause), (a, b) => compareText(a.title, b.title)));
  return {
    reminders,
    issues: context.issues.sorted(),
    table: {
      title: '提醒',
      columns: [
        { title: '到期日', kind: 'date' },
        { title: '事项', kind: 'text' },
        { title: '责任', kind: 'text' },
        { title: '条款', kind: 'text' },
        { title: '状态', kind: 'text' },
      ],
      rows: reminders.map((reminder) => [reminder.due, reminder.title, reminder.who, reminder.clause, reminder.status]),
    },
  };
}
