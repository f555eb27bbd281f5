/** `check`: all issues of all sheets: reading, and every rule whose inputs are there. */
import type { Issue } from '../ledger/issue';
import type { Registry } from '../ledger/registry';
import type { Snapshot } from '../workbook/snapshot';
import { RunContext } from './context';

/** Pure; the snapshot must hold every sheet. */
export function check(registry: Registry, snapshot: Snapshot, settings: ReadonlyMap<string, unknown> = new Map()): readonly Issue[] {
  const context = new RunContext(registry, snapshot, { overrides: settings, acceptsErrors: true });
  for (const ledger of registry.ledgers) context.read(ledger, { fields: Object.keys(ledger.columns).filter((field) => !ledger.columns[field]!.computed), rowless: true });
  for (const setting of registry.settings) context.setting(setting);
  for (const system of registry.systems) {
    for (const rule of system.rules) rule.check(context);
  }
  return context.issues.sorted();
}
