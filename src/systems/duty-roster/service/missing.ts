/** Days that a ledger leaves out although it is kept: between its first and its last row. */
import { addDays, toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { IssueText } from '../../../ledger/issue';

/** One issue a stretch of missing days; days that need no record neither count nor break a stretch. */
export function reportMissingDays(context: Context, sheet: string, dates: readonly CivilDate[], isWanted: (date: CivilDate) => boolean, text: (stretch: string) => IssueText): void {
  const kept = new Set(dates);
  const last = Math.max(...dates) as CivilDate;
  let stretch: CivilDate[] = [];
  const close = (): void => {
    if (stretch.length === 0) return;
    const [from, to] = [stretch[0]!, stretch.at(-1)!];
    context.report({ ...text(from === to ? toISO(from) : `${toISO(from)}至${toISO(to)}`), sheet, cell: '' });
    stretch = [];
  };
  for (let date = Math.min(...dates) as CivilDate; date <= last; date = addDays(date, 1)) {
    if (kept.has(date)) close();
    else if (isWanted(date)) stretch.push(date);
  }
}
