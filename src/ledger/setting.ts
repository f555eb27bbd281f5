/** Switches and thresholds: data with effective dates, shown in the sheet 参数. */
import type { CivilDate } from '../kernel/date';

export type SettingType = 'integer' | 'number' | 'text' | 'yesNo' | 'date' | 'choice' | 'list' | 'month';

export interface Setting<T> {
  /** Key in the sheet 参数 and in --set. */
  readonly key: string;
  readonly aliases: readonly string[];
  readonly type: SettingType;
  readonly default: T;
  readonly choices: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly clause: string;
  readonly help: string;
}

interface Options {
  readonly clause: string;
  readonly help: string;
  readonly aliases?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

function make<T>(key: string, type: SettingType, initial: T, options: Options, choices: readonly string[] = []): Setting<T> {
  return {
    key,
    type,
    default: initial,
    choices,
    aliases: options.aliases ?? [],
    minimum: options.minimum ?? null,
    maximum: options.maximum ?? null,
    clause: options.clause,
    help: options.help,
  };
}

export const setting = {
  integer: <T extends number | null>(key: string, initial: T, options: Options) => make<T extends null ? number | null : number>(key, 'integer', initial as never, options),
  yesNo: (key: string, initial: boolean, options: Options) => make<boolean>(key, 'yesNo', initial, options),
  text: (key: string, initial: string, options: Options) => make<string>(key, 'text', initial, options),
  date: (key: string, options: Options) => make<CivilDate | null>(key, 'date', null, options),
  choice: <const C extends string>(key: string, choices: readonly C[], initial: C, options: Options) => make<C>(key, 'choice', initial, options, choices),
  /** Words separated by 、 , ; or spaces. */
  list: (key: string, options: Options) => make<readonly string[]>(key, 'list', [], options),
};
