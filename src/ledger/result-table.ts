/** Result tables: typed once, shown as JSON, as text and as a sheet of the same title. */
import { toISO, minuteToISO, type CivilDate, type CivilMinute } from '../kernel/date';
import { toYuan, type Fen } from '../kernel/money';
import { dateCell, momentCell, type CellInput } from '../workbook/cell';

export type ResultKind = 'text' | 'date' | 'moment' | 'number' | 'integer' | 'money' | 'yesNo';

export interface ResultColumn {
  readonly title: string;
  readonly kind: ResultKind;
  /** Decimals of a `number`; default 0–2 as needed. */
  readonly decimals?: number;
  /** Sheet width in characters. */
  readonly width?: number;
}

/** Dates as CivilDate, money as Fen, 是/否 as boolean. */
export type ResultValue = string | number | boolean | null;

export interface ResultTable {
  readonly title: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly ResultValue[])[];
}

export type JsonValue = string | number | null;

/** One cell as JSON has it: ISO dates, yuan exact to the fen, 是/否 as text. */
export function toJson(value: ResultValue, kind: ResultKind): JsonValue {
  if (value === null || value === '') return null;
  switch (kind) {
    case 'date':
      return toISO(value as CivilDate);
    case 'moment':
      return minuteToISO(value as CivilMinute);
    case 'money':
      return toYuan(value as Fen);
    case 'yesNo':
      return value ? '是' : '否';
    case 'text':
      return String(value);
    case 'number':
    case 'integer':
      return value as number;
  }
}

/** One cell as a sheet has it. */
export function toCell(value: ResultValue, kind: ResultKind): CellInput {
  if (value === null) return null;
  if (kind === 'date') return dateCell(value as CivilDate);
  if (kind === 'moment') return momentCell(value as CivilMinute);
  return toJson(value, kind);
}

/** `[ {COLUMN: value, ...}, ... ]`, columns in order. */
export function tableToJson(table: ResultTable): Readonly<Record<string, JsonValue>>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.title, toJson(row[index] ?? null, column.kind)])),
  );
}
