/** 值班-五(二)2: the duty phone rings on the mobile of who really serves. */
import { addDays, toISO } from '../../../kernel/date';
import { parsePhone } from '../../../kernel/text/phone';
import type { Context } from '../../../ledger/context';
import { calendar, NO_DAYS, type Person } from '../../office/facts';
import { dutyRecords, rosterSpan } from '../reading/records';
import { clerksOn } from './actual';
import { CALL_SLOTS, callLedger } from './ledgers';
import { reportMissingDays } from './missing';

const CLAUSE = '值班-五(二)2';

type Slot = (typeof CALL_SLOTS)[number];

/** Whoever comes to work takes the calls himself, whoever leaves puts them through. */
const wantedAction = (slot: Slot): '取消' | '转接' => (slot.endsWith('上班') ? '取消' : '转接');

const isUsable = (phone: string | null): phone is string => phone !== null && parsePhone(phone).kind !== 'malformed';

/** Calls are put through to the phone of a clerk on duty that day, and somebody has tried. */
export function callsReachWhoServes(context: Context): void {
  const records = context.fact(dutyRecords, rosterSpan(context));
  const table = context.read(callLedger, { fields: ['date', 'slot', 'action', 'number', 'verifier'] });
  const silent = new Map<number, Person>();
  for (const row of table.rows) {
    const { at, date, slot, action } = row;
    const when = `${toISO(date)}${slot}`;
    const say = (field: 'action' | 'number' | 'verifier', code: string, severity: 'warning' | 'violation', message: string, remedy: string): void =>
      context.report(table.issue(at, field, { code, severity, message, remedy, clause: CLAUSE }));
    if (action !== wantedAction(slot)) say('action', 'calls/action', 'violation', `${when}应${wantedAction(slot)}电话转接,登记的是${action}`, '上班取消、下班转接;请更正时段或动作');
    if (action !== '转接') continue;
    if (row.verifier === null) say('verifier', 'calls/not-verified', 'warning', `未见${when}转接的验证人`, '请试拨验证后填写验证人');
    if (row.number === null) {
      say('number', 'calls/number-blank', 'warning', `未见${when}转接的号码`, '请填写转接到的手机');
      continue;
    }
    const clerks = clerksOn(records, date);
    if (clerks === null) continue;
    for (const person of clerks) if (!isUsable(person.phone)) silent.set(person.order, person);
    // a phone that is not there or malformed has been told with its person
    if (clerks.some(({ phone }) => phone === row.number) || !clerks.every(({ phone }) => isUsable(phone))) continue;
    say('number', 'calls/wrong-number', 'violation', `${when}转接到${row.number},当日值班的是${clerks.map(({ label, phone }) => `${label}${phone!}`).join('、')}`, '请转接到实际值班人的手机;换了人的先登记调换班');
  }
  for (const person of silent.values()) {
    const message = person.phone === null ? `值班人员${person.label}没有手机号,电话无从转接` : `值班人员${person.label}的手机“${person.phone}”不是一个号码,电话无从转接`;
    context.report({ code: 'calls/clerk-phone', severity: 'violation', sheet: person.sheet, cell: person.cell, message, remedy: '请在人员表更正手机', clause: CLAUSE });
  }
}

/** Four times a workday, between the first and the last day that is kept. */
export function everyWorkdayHasItsFourCalls(context: Context): void {
  const days = context.fact(calendar, NO_DAYS);
  const table = context.read(callLedger, { fields: ['date', 'slot'] });
  const kept = new Map<number, Set<Slot>>();
  for (const { date, slot } of table.rows) kept.set(date, (kept.get(date) ?? new Set()).add(slot));
  const dates = table.rows.map(({ date }) => date);
  for (const slot of CALL_SLOTS) {
    // the ends of the ledger: what lies before its first and after its last entry is not missing
    const rows = dates.filter((date) => kept.get(date)!.has(slot));
    const ends = edges(table.rows, slot);
    reportMissingDays(context, table.sheet, [...rows, ...ends], (date) => days.isWorkday(date), (stretch) => ({
      code: 'calls/missing',
      severity: 'warning',
      message: `未见${stretch}${slot}${wantedAction(slot)}电话转接的登记`,
      remedy: '请补登;没有做的请核实',
      clause: CLAUSE,
    }));
  }
}

/** The day before the first and after the last day on which an entry of this slot can be missing. */
function edges(rows: readonly { readonly date: Parameters<typeof addDays>[0]; readonly slot: Slot }[], slot: Slot): Parameters<typeof addDays>[0][] {
  if (rows.length === 0) return [];
  const order = (row: (typeof rows)[number]): number => row.date * CALL_SLOTS.length + CALL_SLOTS.indexOf(row.slot);
  const sorted = [...rows].sort((a, b) => order(a) - order(b));
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const index = CALL_SLOTS.indexOf(slot);
  return [
    CALL_SLOTS.indexOf(first.slot) > index ? first.date : addDays(first.date, -1),
    CALL_SLOTS.indexOf(last.slot) < index ? last.date : addDays(last.date, 1),
  ];
}
