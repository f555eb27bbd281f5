/** Columns: what a ledger says about each of its cells. Declared as data; one reader interprets them all. */
import type { CivilDate, Weekday } from '../kernel/date';
import type { Fen } from '../kernel/money';
import type { HalfDay } from '../kernel/slots';
import type { MonthRef } from '../kernel/text/month';
import type { ColumnType, Moment, PersonRef } from './cell-reading';
import * as type from './column-types';

export { Trouble, type CellContext, type ColumnType, type Moment, type PersonRef } from './cell-reading';

export interface Column<V = unknown> {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly type: ColumnType<NonNullable<V>>;
  /** A row whose cell is blank cannot be used. */
  readonly required: boolean;
  /** (算): computed by us. */
  readonly computed: boolean;
  /** Dropdown entries; with type `choice` other entries are errors. */
  readonly choices: readonly string[];
  /** Value of a blank cell, when the contract gives one. */
  readonly blank: V | null;
  readonly help: string;
  /** The field whose date a `moment` with a time alone, or a part of the day, belongs to. */
  readonly day: string | null;
}

export interface ColumnOptions {
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  readonly computed?: boolean;
  readonly help?: string;
  readonly choices?: readonly string[];
}

type Value<V, O extends ColumnOptions> = O extends { readonly required: true } ? V : V | null;

function make<V, O extends ColumnOptions>(
  title: string,
  columnType: ColumnType<NonNullable<V>>,
  options: O | undefined,
  extra: { readonly blank?: V; readonly day?: string } = {},
): Column<V> {
  return {
    title,
    type: columnType,
    aliases: options?.aliases ?? [],
    required: options?.required ?? false,
    computed: options?.computed ?? false,
    choices: options?.choices ?? [],
    help: options?.help ?? '',
    blank: extra.blank ?? null,
    day: extra.day ?? null,
  };
}

function dayOf(options: { readonly day?: string } | undefined): { readonly day?: string } {
  return options?.day === undefined ? {} : { day: options.day };
}

/** Free text, trimmed; a number typed into it reads as text. */
export function text<O extends ColumnOptions>(title: string, options?: O): Column<Value<string, O>> {
  return make<Value<string, O>, O>(title, type.text, options);
}
/** One person. */
export function name<O extends ColumnOptions>(title: string, options?: O): Column<Value<PersonRef, O>> {
  return make<Value<PersonRef, O>, O>(title, type.name, options);
}
/** Several persons in one cell. */
export function names<O extends ColumnOptions>(title: string, options?: O): Column<Value<readonly PersonRef[], O>> {
  return make<Value<readonly PersonRef[], O>, O>(title, type.names, options);
}
/** A section as typed; aliases are resolved by the office room. */
export function section<O extends ColumnOptions>(title: string, options?: O): Column<Value<string, O>> {
  return make<Value<string, O>, O>(title, type.section, options);
}
export function date<O extends ColumnOptions>(title: string, options?: O): Column<Value<CivilDate, O>> {
  return make<Value<CivilDate, O>, O>(title, type.date, options);
}
/** Date and time; a time alone belongs to the date of field `day`. */
export function moment<O extends ColumnOptions & { readonly day?: string }>(title: string, options?: O): Column<Value<Moment, O>> {
  return make<Value<Moment, O>, O>(title, type.moment, options, dayOf(options));
}
/** 上午/下午 of the date of field `day`; blank reads as `blank`. */
export function half<O extends ColumnOptions & { readonly blank: HalfDay; readonly day?: string }>(title: string, options: O): Column<HalfDay> {
  return make<HalfDay, O>(title, type.half, { choices: ['上午', '下午'], ...options }, { blank: options.blank, ...dayOf(options) });
}
/** 上午/下午/全天 of the date of field `day`; null when blank. */
export function slot<O extends ColumnOptions & { readonly day?: string }>(title: string, options?: O): Column<HalfDay | 'day' | null> {
  return make<HalfDay | 'day' | null, ColumnOptions>(title, type.slot, { choices: ['上午', '下午', '全天'], ...options }, dayOf(options));
}
/** A finite number; `blank` where the contract gives a value for a blank cell. */
export function number<O extends ColumnOptions>(title: string, options?: O & { readonly blank?: undefined }): Column<Value<number, O>>;
export function number<O extends ColumnOptions>(title: string, options: O & { readonly blank: number }): Column<number>;
export function number(title: string, options?: ColumnOptions & { readonly blank?: number | undefined }): Column<number | null> {
  return make<number | null, ColumnOptions>(title, type.number, options, options?.blank === undefined ? {} : { blank: options.blank });
}
export function integer<O extends ColumnOptions>(title: string, options?: O): Column<Value<number, O>> {
  return make<Value<number, O>, O>(title, type.integer, options);
}
/** Yuan in the sheet, fen in the program. */
export function money<O extends ColumnOptions>(title: string, options?: O): Column<Value<Fen, O>> {
  return make<Value<Fen, O>, O>(title, type.money, options);
}
/** 是/否 and its spellings; a blank cell reads as `blank` (否 unless given). */
export function yesNo(title: string, options?: ColumnOptions & { readonly blank?: boolean }): Column<boolean> {
  return make<boolean, ColumnOptions>(title, type.yesNo, { choices: ['是', '否'], ...options }, { blank: options?.blank ?? false });
}
/** 是/否 whose blank cell means something of its own. */
export function yesNoOrBlank(title: string, options?: ColumnOptions): Column<boolean | null> {
  return make<boolean | null, ColumnOptions>(title, type.yesNo, { choices: ['是', '否'], ...options });
}
/** One of the listed words. */
export function choice<const C extends string, O extends ColumnOptions>(
  title: string,
  choices: readonly C[],
  options?: O,
): Column<Value<C, O>> {
  return make<Value<C, O>, O & { choices: readonly C[] }>(title, type.choice as unknown as ColumnType<NonNullable<Value<C, O>>>, { ...(options as O), choices });
}
export function month<O extends ColumnOptions>(title: string, options?: O): Column<Value<MonthRef, O>> {
  return make<Value<MonthRef, O>, O>(title, type.month, options);
}
export function phone<O extends ColumnOptions>(title: string, options?: O): Column<Value<string, O>> {
  return make<Value<string, O>, O>(title, type.phone, options);
}
export function plate<O extends ColumnOptions>(title: string, options?: O): Column<Value<string, O>> {
  return make<Value<string, O>, O>(title, type.plate, options);
}
/** A set of weekdays such as `周六、周日`. */
export function weekdays<O extends ColumnOptions>(title: string, options?: O): Column<Value<readonly Weekday[], O>> {
  return make<Value<readonly Weekday[], O>, O>(title, type.weekdays, options);
}
