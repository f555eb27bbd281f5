/** The registry of rooms. It validates itself at start-up: what is inconsistent is a programmer error and throws. */
import type { Action } from './action';
import { isClauseId } from './clause';
import type { Provider } from './fact';
import type { Ledger } from './ledger';
import type { Setting } from './setting';
import type { System } from './system';

export interface RegisteredAction {
  readonly system: System;
  readonly action: Action;
  /** `duty-roster/generate` */
  readonly path: string;
}

export class Registry {
  readonly ledgers: readonly Ledger[];
  readonly settings: readonly Setting<unknown>[];
  readonly actions: readonly RegisteredAction[];
  readonly #providers = new Map<string, Provider[]>();

  /** `across` holds actions that need every ledger; they are listed with the system of that id. */
  constructor(
    readonly systems: readonly System[],
    across: readonly { readonly system: string; readonly action: Action }[] = [],
  ) {
    this.ledgers = systems.flatMap((system) => system.ledgers);
    this.settings = systems.flatMap((system) => system.settings as readonly Setting<unknown>[]);
    this.actions = systems.flatMap((system) =>
      [...system.actions, ...across.flatMap((entry) => (entry.system === system.id ? [entry.action] : []))].map((action) => ({ system, action, path: `${system.id}/${action.id}` })),
    );
    for (const provider of systems.flatMap((system) => system.provides)) {
      this.#providers.set(provider.fact.name, [...(this.#providers.get(provider.fact.name) ?? []), provider]);
    }
    this.#validate();
  }

  action(path: string): RegisteredAction | undefined {
    return this.actions.find((entry) => entry.path === path);
  }

  setting(key: string): Setting<unknown> | undefined {
    return this.settings.find((entry) => entry.key === key || entry.aliases.includes(key));
  }

  /** In the order of the rooms. */
  providers(fact: { readonly name: string }): readonly Provider[] {
    return this.#providers.get(fact.name) ?? [];
  }

  #validate(): void {
    unique('system', this.systems.map((system) => system.id));
    unique('ledger', this.ledgers.map((ledger) => ledger.id));
    unique('sheet', this.ledgers.flatMap((ledger) => [ledger.sheet, ...ledger.aliases]));
    unique('setting', this.settings.flatMap((setting) => [setting.key, ...setting.aliases]));
    unique('action', this.actions.map((entry) => entry.path));
    for (const { action } of this.actions) if (!isClauseId(action.clause)) throw new Error(`no clause on the action ${action.id}: ${action.clause}`);
    for (const system of this.systems) {
      unique(`rule of ${system.id}`, system.rules.map((rule) => rule.id));
      unique(`reminder of ${system.id}`, system.reminders.map((reminder) => reminder.id));
      for (const part of [...system.rules, ...system.reminders, ...(system.agendas ?? []), ...system.ledgers, ...(system.settings as readonly Setting<unknown>[])]) {
        if (!isClauseId(part.clause)) throw new Error(`${system.id}: no clause on ${'id' in part ? part.id : part.key}: ${part.clause}`);
      }
      for (const part of [...system.rules, ...system.reminders, ...system.actions, ...system.explainers, ...(system.agendas ?? []), ...system.provides]) {
        for (const fact of part.needs) {
          if (this.providers(fact).length === 0) throw new Error(`${system.id} needs the fact ${fact.name}, which no room provides`);
        }
      }
    }
    for (const ledger of this.ledgers) {
      unique(`column of ${ledger.sheet}`, Object.values(ledger.columns).map((column) => column.title));
    }
    for (const [name, providers] of this.#providers) {
      if (providers.length > 1 && providers[0]!.fact.combine === null) throw new Error(`the fact ${name} has ${providers.length} providers`);
    }
    this.#refuseCycles();
  }

  #refuseCycles(): void {
    const state = new Map<string, 'open' | 'done'>();
    const visit = (name: string, path: readonly string[]): void => {
      if (state.get(name) === 'done') return;
      if (state.get(name) === 'open') throw new Error(`facts need each other: ${[...path, name].join(' -> ')}`);
      state.set(name, 'open');
      for (const provider of this.#providers.get(name)!) {
        for (const need of provider.needs) visit(need.name, [...path, name]);
      }
      state.set(name, 'done');
    };
    for (const name of this.#providers.keys()) visit(name, []);
  }
}

function unique(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Error(`${what} declared twice: ${name}`);
    seen.add(name);
  }
}
