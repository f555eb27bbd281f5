/** Months: `2026-03`, 2026年3月, 202603, 3月 with a year from the context, any date of the month. */
import { partsOf } from '../date';
import { prepareDateText } from './dateScan';
import { parseDateNumber, parseDateText } from './dateText';

export interface MonthRef {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
}

export type MonthProblem =
  | 'month-unreadable'
  | 'month-without-year'
  /** The number 2026.1 could be January or October. */
  | 'month-number';

export type MonthReading = MonthRef | { readonly reason: MonthProblem };

const FULL = /^(?:(\d{4})[-./年]|(\d{2})年)(\d{1,2})月?份?$/;
const SIX = /^(\d{4})(\d{2})$/;
const SHORT = /^(\d{1,2})月份?$/;

/** `year`: of a month without one; null where nothing says. */
export function parseMonth(text: string, year: number | null): MonthReading {
  const plain = prepareDateText(text);
  const full = FULL.exec(plain);
  if (full) return checked(full[1] === undefined ? 2000 + Number(full[2]) : Number(full[1]), Number(full[3]));
  const six = SIX.exec(plain);
  if (six) return checked(Number(six[1]), Number(six[2]));
  const short = SHORT.exec(plain);
  if (short) return withYear(Number(short[1]), year);
  const date = parseDateText(text, { year });
  return date.kind === 'date' && date.notes.length === 0 ? monthOf(date.date) : { reason: 'month-unreadable' };
}

/** A number in a month column: 202603, 3 with a year, a date's serial. */
export function parseMonthNumber(value: number, year: number | null): MonthReading {
  if (!Number.isInteger(value)) return { reason: 'month-number' };
  if (value >= 1 && value <= 12) return withYear(value, year);
  if (value >= 190000 && value < 220000) return checked(Math.floor(value / 100), value % 100);
  const date = parseDateNumber(value);
  return date.kind === 'date' ? monthOf(date.date) : { reason: 'month-unreadable' };
}

function monthOf(date: Parameters<typeof partsOf>[0]): MonthRef {
  const { year, month } = partsOf(date);
  return { year, month };
}

function withYear(month: number, year: number | null): MonthReading {
  const reading = checked(year ?? 0, month);
  return year === null && !('reason' in reading) ? { reason: 'month-without-year' } : reading;
}

function checked(year: number, month: number): MonthReading {
  return month >= 1 && month <= 12 ? { year, month } : { reason: 'month-unreadable' };
}

/** 2026-03 */
export function monthToText({ year, month }: MonthRef): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
