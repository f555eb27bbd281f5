/** 值班-三: rosters that other offices send in before a holiday or a special period. */
import { addDays, partsOf, toISO, type CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import { addWorkdays } from '../../../kernel/due';
import { compactText } from '../../../kernel/text/normalize';
import type { Context } from '../../../ledger/context';
import { unitRosterLedger } from './ledgers';

const CLAUSE = '值班-三';
/** Holidays that begin within these days are meant by their name. */
const LOOK_AHEAD = 60;

/** Received later than due; neither due nor received. */
export function unitRostersArriveInTime(context: Context): void {
  const table = context.read(unitRosterLedger, { fields: ['unit', 'occasion', 'due', 'received'] });
  for (const { at, unit, occasion, due, received } of table.rows) {
    const name = `${unit}${occasion ?? ''}值班表`;
    if (due === null && received === null) {
      context.report(table.issue(at, 'due', { code: 'unit-roster/due-blank', severity: 'warning', message: `未见${name}的应报日`, remedy: '请填写应报日;假期名写明的,到期前一个工作日提醒', clause: CLAUSE }));
    } else if (due !== null && received !== null && received > due) {
      context.report(table.issue(at, 'received', { code: 'unit-roster/late', severity: 'info', message: `${name}应在${toISO(due)}报来,${toISO(received)}才收到`, remedy: '按实登记即可', clause: CLAUSE }));
    }
  }
}

/** Rosters that have not come in, together where they are due on one day for one occasion. */
export interface Outstanding {
  readonly occasion: string;
  readonly due: CivilDate;
  /** In the order of the sheet. */
  readonly units: readonly string[];
}

/**
 * What is to be urged, by due date. A row without 应报日 is due on the last working day before the coming holiday that its
 * 时段名 names.
 */
export function outstandingRosters(context: Context, days: Calendar, today: CivilDate): readonly Outstanding[] {
  const table = context.read(unitRosterLedger, { fields: ['unit', 'occasion', 'due', 'received'] });
  const coming = days.holidays({ from: today, to: addDays(today, LOOK_AHEAD) }).filter(({ period }) => period.from > today);
  const groups = new Map<string, { readonly occasion: string; readonly due: CivilDate; readonly units: string[] }>();
  for (const { unit, occasion, due: typed, received } of table.rows) {
    if (received !== null) continue;
    const word = compactText(occasion ?? '').replace(/节$/, '');
    const holiday = word === '' ? undefined : coming.find(({ title }) => title.includes(word));
    const due = typed ?? (holiday ? addWorkdays(holiday.period.from, -1, (date) => days.isWorkday(date)) : null);
    if (due === null) continue;
    const key = `${due} ${word}`;
    const group = groups.get(key) ?? { occasion: occasion ?? '', due, units: [] };
    groups.set(key, group);
    group.units.push(unit);
  }
  return [...groups.values()].sort((a, b) => a.due - b.due);
}

/** 催报国庆单位值班表(应9月28日报):甲局、乙镇(2个单位) */
export function urgeText({ occasion, due, units }: Outstanding): string {
  const { month, day } = partsOf(due);
  return `催报${occasion}单位值班表(应${month}月${day}日报):${units.join('、')}(${units.length}个单位)`;
}
