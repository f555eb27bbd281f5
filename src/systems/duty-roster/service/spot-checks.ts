/** 值班-六(三): other offices are rung up; who did not answer, who was not there. */
import { addDays, minuteOfDay, toISO, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import { compareText } from '../../../kernel/order';
import { compactText } from '../../../kernel/text/normalize';
import type { Moment } from '../../../ledger/column';
import type { Context } from '../../../ledger/context';
import type { ResultTable } from '../../../ledger/result-table';
import { spotCheckLedger } from './ledgers';
import { unitsPerShift } from './parameters';

const CLAUSE = '值班-六(三)';
const HANDOVER = 9 * 60;
const NOBODY = /^(无人接听|未接听|没有接听|无人|未接|无)$/;

/** A duty lasts from nine to nine: a call at night belongs to the day before. */
function shiftOf({ date, at, dateOnly }: Moment): CivilDate {
  return !dateOnly && minuteOfDay(at) < HANDOVER ? addDays(date, -1) : date;
}

/** Whether somebody answered; null where the row does not say. */
function isAnswered(answered: boolean | null, answerer: string | null): boolean | null {
  if (answered !== null) return answered;
  return answerer === null ? null : !NOBODY.test(compactText(answerer));
}

const JUDGED = [
  ['clerkThere', '值班人不在岗'],
  ['leaderThere', '带班领导不在岗'],
  ['matches', '与报来的值班表不符'],
] as const;

/** What a call found out; blanks are 未见. */
export function spotChecksAreTold(context: Context): void {
  const table = context.read(spotCheckLedger, { fields: ['time', 'unit', 'answerer', 'clerkThere', 'leaderThere', 'matches', 'checker', 'answered'] });
  for (const row of table.rows) {
    const call = `${toISO(row.time.date)}抽查${row.unit}`;
    const answered = isAnswered(row.answered, row.answerer);
    if (row.checker === null) context.report(table.issue(row.at, 'checker', { code: 'spot-check/checker-blank', severity: 'warning', message: `未见${call}的抽查人`, remedy: '请填写抽查人', clause: CLAUSE }));
    if (answered === null) context.report(table.issue(row.at, 'answerer', { code: 'spot-check/answer-blank', severity: 'warning', message: `未见${call}有没有接听,不计入未接听次数`, remedy: '请填写接听人;没有接听的,“接听”填否', clause: CLAUSE }));
    if (answered === false) context.report(table.issue(row.at, 'answerer', { code: 'spot-check/not-answered', severity: 'info', message: `${call},无人接听`, remedy: '汇总见抽查通报', clause: CLAUSE }));
    for (const [field, text] of JUDGED) {
      if (row[field] === false) context.report(table.issue(row.at, field, { code: 'spot-check/not-there', severity: 'info', message: `${call},${text}`, remedy: '汇总见抽查通报', clause: CLAUSE }));
    }
  }
}

/** 参数 每班抽查单位数, between the first and the last duty with a call; blank asks for none. */
export function everyShiftChecksItsUnits(context: Context): void {
  const table = context.read(spotCheckLedger, { fields: ['time', 'unit'] });
  const units = new Map<CivilDate, Set<string>>();
  for (const { time, unit } of table.rows) units.set(shiftOf(time), (units.get(shiftOf(time)) ?? new Set()).add(compactText(unit)));
  const days = [...units.keys()];
  const last = Math.max(...days) as CivilDate;
  for (let date = Math.min(...days) as CivilDate; date <= last; date = addDays(date, 1)) {
    const wanted = context.setting(unitsPerShift, date);
    const called = units.get(date)?.size ?? 0;
    if (wanted === null || called >= wanted) continue;
    context.report({ code: 'spot-check/too-few', severity: 'warning', sheet: table.sheet, cell: '', message: `${toISO(date)}的班抽查了${called}个单位,应抽查${wanted}个`, remedy: `请补登;个数在参数“${unitsPerShift.key}”`, clause: CLAUSE });
  }
}

interface Tally {
  readonly unit: string;
  calls: number;
  unanswered: number;
  clerkAway: number;
  leaderAway: number;
  odd: number;
}

export const SPOT_CHECK_TABLE = '抽查通报';

/** Calls of a period by office: most unanswered first, then by name. */
export function spotCheckTable(context: Context, period: Period): ResultTable {
  const table = context.read(spotCheckLedger, { fields: ['time', 'unit', 'answerer', 'clerkThere', 'leaderThere', 'matches', 'answered'] });
  const tallies = new Map<string, Tally>();
  for (const row of table.rows) {
    if (row.time.date < period.from || row.time.date > period.to) continue;
    const key = compactText(row.unit);
    const tally = tallies.get(key) ?? { unit: row.unit, calls: 0, unanswered: 0, clerkAway: 0, leaderAway: 0, odd: 0 };
    tallies.set(key, tally);
    tally.calls += 1;
    if (isAnswered(row.answered, row.answerer) === false) tally.unanswered += 1;
    if (row.clerkThere === false) tally.clerkAway += 1;
    if (row.leaderThere === false) tally.leaderAway += 1;
    if (row.matches === false) tally.odd += 1;
  }
  const rows = [...tallies.values()].sort((a, b) => b.unanswered - a.unanswered || compareText(a.unit, b.unit));
  return {
    title: SPOT_CHECK_TABLE,
    columns: [
      { title: '单位', kind: 'text', width: 24 },
      ...['抽查次数', '未接听次数', '值班人不在岗', '带班领导不在岗', '信息不符'].map((title) => ({ title, kind: 'integer' as const, width: 14 })),
    ],
    rows: rows.map(({ unit, calls, unanswered, clerkAway, leaderAway, odd }) => [unit, calls, unanswered, clerkAway, leaderAway, odd]),
  };
}
