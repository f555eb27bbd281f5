/** Facts cross rooms by declaration: a room says what it provides and needs, never which room it asks. */
import type { Period } from '../kernel/period';
import type { Context } from './context';

/** A named value that several rooms may read. `combine` is absent when exactly one room provides it. */
export interface Fact<T> {
  readonly name: string;
  readonly combine: ((parts: readonly T[]) => T) | null;
}

/** A fact whatever its value: what is needed or provided, by name. */
export type AnyFact = { readonly name: string };

export function defineFact<T>(name: string): Fact<T> {
  return { name, combine: null };
}

/** A list to which several rooms may contribute; parts are joined in the registry's order. */
export function defineListFact<T>(name: string): Fact<readonly T[]> {
  return { name, combine: (parts) => parts.flat() };
}

export interface Provider<T = unknown> {
  readonly fact: Fact<T>;
  readonly needs: readonly AnyFact[];
  /** The fact for a period (its reader says which days it will look at). Pure; cached per action and period. */
  readonly compute: (context: Context, period: Period) => T;
}

export function provide<T>(fact: Fact<T>, needs: readonly AnyFact[], compute: Provider<T>['compute']): Provider {
  // a provider list is heterogeneous; the fact token ties reader and provider together
  return { fact, needs, compute } as unknown as Provider;
}
