/** Typed parameters of actions; the command line and the pane's forms are made from them. */
import type { CivilDate } from '../kernel/date';
import type { Setting } from './setting';

export type ParameterType = 'date' | 'integer' | 'text' | 'yesNo' | 'choice' | 'month' | 'year' | 'quarter';

export interface Parameter<T = unknown> {
  readonly type: ParameterType;
  readonly title: string;
  readonly required: boolean;
  readonly default: T | null;
  readonly choices: readonly string[];
  readonly help: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** The key of 参数 that holds where the parameter is not given. */
  readonly setting: Setting<unknown> | null;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;
export type ParameterValues<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

function make<T>(type: ParameterType, title: string, help: string, extra: Partial<Parameter<T>> = {}): Parameter<T> {
  return { type, title, help, required: false, default: null, choices: [], minimum: null, maximum: null, setting: null, ...extra };
}

export const parameter = {
  date: (title: string, help: string) => make<CivilDate>('date', title, help, { required: true }),
  optionalDate: (title: string, help: string) => make<CivilDate | null>('date', title, help),
  /** `2026-03` */
  month: (title: string, help: string) => make<string>('month', title, help, { required: true }),
  year: (title: string, help: string) => make<number>('year', title, help, { required: true, minimum: 1990, maximum: 2100 }),
  quarter: (title: string, help: string) => make<number>('quarter', title, help, { required: true, minimum: 1, maximum: 4 }),
  /** Not given: what the setting says. */
  optionalInteger: (title: string, help: string, minimum: number, maximum: number, setting: Setting<number>) =>
    make<number | null>('integer', title, help, { minimum, maximum, setting: setting as Setting<unknown> }),
  text: (title: string, help: string) => make<string>('text', title, help, { required: true }),
  optionalText: (title: string, help: string) => make<string | null>('text', title, help),
  choice: <const C extends string>(title: string, help: string, choices: readonly C[], initial: NoInfer<C>) => make<C>('choice', title, help, { choices, default: initial }),
  optionalChoice: <const C extends string>(title: string, help: string, choices: readonly C[]) => make<C | null>('choice', title, help, { choices }),
  yesNo: (title: string, help: string, initial: boolean) => make<boolean>('yesNo', title, help, { default: initial }),
};
