/** Months: `2026-03`, 2026年3月, 3月 with a year from the context. */
import { compactText } from './normalize';
import { parseChineseNumeral } from './chineseNumeral';

export interface MonthRef {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
}

export type MonthReading = MonthRef | { readonly reason: 'month-unreadable' | 'month-without-year' };

export function parseMonth(text: string, year: number | null): MonthReading {
  const compact = compactText(text);
  const full = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})月?$/.exec(compact) ?? /^(\d{4})(\d{2})$/.exec(compact);
  if (full) return checked(Number(full[1]), Number(full[2]));
  const short = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?$/.exec(compact);
  if (!short) return { reason: 'month-unreadable' };
  const month = /^\d/.test(short[1]!) ? Number(short[1]) : parseChineseNumeral(short[1]!);
  if (month === undefined) return { reason: 'month-unreadable' };
  return year === null ? { reason: 'month-without-year' } : checked(year, month);
}

function checked(year: number, month: number): MonthReading {
  return month >= 1 && month <= 12 ? { year, month } : { reason: 'month-unreadable' };
}

/** 2026-03 */
export function monthToText({ year, month }: MonthRef): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
