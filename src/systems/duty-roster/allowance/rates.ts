/** 费率表: what a duty is worth on the day on which it begins. */
import { toISO, type CivilDate } from '../../../kernel/date';
import { timesFen, type Fen } from '../../../kernel/money';
import { contains, overlaps, type Period } from '../../../kernel/period';
import { compactText } from '../../../kernel/text/normalize';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import { DAY_CLASSES, rateLedger, type DayClass, type Payee } from './ledgers';

export const ALLOWANCE_CLAUSE = '后勤-二(七)';
export const ALLOWANCE_ACTION = 'duty-roster/allowance';
/** A duty lasts from nine to nine. */
const HOURS = 24;

type RateField = keyof typeof rateLedger.columns & string;

export interface Rate {
  readonly at: number;
  readonly valid: Period;
  readonly payee: Payee;
  readonly dayClass: DayClass;
  /** Of one duty; null where 标准 is blank. */
  readonly amount: Fen | null;
  /** Of a month and person. */
  readonly cap: Fen | null;
  /** A duty that was made up for by time off is not paid. */
  readonly exclusive: boolean;
  /** Whoever served is paid although the swap was not approved. */
  readonly paysUnapproved: boolean;
  /** The cell of 标准, e.g. 费率表!G2. */
  readonly source: string;
  issue(field: RateField, text: IssueText): Issue;
}

const OTHER_NAMES: ReadonlyMap<string, DayClass> = new Map([
  ['平日', '工作日'], ['补班', '补班日'], ['调休上班日', '补班日'], ['双休日', '周末'], ['休息日', '周末'],
  ['假期(非法定)', '假期'], ['节假日(非法定)', '假期'], ['法定节假日', '法定日'], ['法定假日', '法定日'],
]);

function classOf(typed: string): DayClass | null {
  const word = compactText(typed);
  return DAY_CLASSES.find((one) => one === word) ?? OTHER_NAMES.get(word) ?? null;
}

const span = ({ from, to }: Period): string => `${from === -Infinity ? '最早' : toISO(from)}至${to === Infinity ? '今后' : toISO(to)}`;

/**
 * Rows of 费率表 that are in force on a day of the period (all rows without one). Two for one day, 对象 and 日期类型 contradict
 * each other: the later is an error and does not count.
 */
export function readRates(context: Context, period: Period | null): readonly Rate[] {
  const fields = ['from', 'to', 'payee', 'dayClass', 'shift', 'pricing', 'amount', 'cap', 'exclusive', 'overtimeExclusive', 'unapproved'] as const;
  const table = context.read(rateLedger, { fields });
  const rates: Rate[] = [];
  for (const row of table.rows) {
    const issue = (field: RateField, text: IssueText): Issue => table.issue(row.at, field as 'from', text);
    const say = (field: RateField, severity: IssueText['severity'], code: string, message: string, remedy: string): void => context.report(issue(field, { code, severity, message, remedy, clause: ALLOWANCE_CLAUSE }));
    const valid: Period = { from: row.from ?? (-Infinity as CivilDate), to: row.to ?? (Infinity as CivilDate) };
    if (valid.to < valid.from) {
      say('to', 'error', 'allowance/rate-ends-before-it-begins', `适用止${toISO(valid.to)}早于适用起${toISO(valid.from)}`, '请核对适用起止');
      continue;
    }
    if (period !== null && !overlaps(valid, period)) continue;
    const dayClass = classOf(row.dayClass);
    if (dayClass === null) {
      say('dayClass', 'error', 'allowance/day-class', `“日期类型”里的“${row.dayClass}”不在可选的范围内`, `请填写${DAY_CLASSES.join('、')}之一`);
      continue;
    }
    const negative = (['amount', 'cap'] as const).find((field) => (row[field] ?? 0) < 0);
    if (negative) {
      say(negative, 'error', 'allowance/rate-negative', `“${rateLedger.columns[negative].title}”是负数`, '请更正金额');
      continue;
    }
    if ((row.shift ?? '24小时班') !== '24小时班' || row.pricing === '元/餐') {
      const unused = row.pricing === '元/餐' ? '元/餐' : row.shift!;
      say(row.pricing === '元/餐' ? 'pricing' : 'shift', 'info', 'allowance/rate-unused', `值班表一天一班,每班24小时,${unused}的这一行不计入值班补助`, '值班的标准请用24小时班、元/班或元/小时');
      continue;
    }
    if (row.overtimeExclusive === true) say('overtimeExclusive', 'info', 'allowance/overtime-unchecked', '与加班补助互斥的班次没有扣除,加班登记不在这里核算', '请人工核对同一时段是否又发加班补助');
    const rate: Rate = {
      at: row.at,
      valid,
      payee: row.payee ?? '值班人员',
      dayClass,
      amount: row.amount === null || row.pricing !== '元/小时' ? row.amount : timesFen(row.amount, HOURS),
      cap: row.cap,
      exclusive: row.exclusive ?? true,
      paysUnapproved: row.unapproved === '发给实际值班人',
      source: `${table.sheet}!${table.cell(row.at, 'amount')}`,
      issue,
    };
    const other = rates.find((one) => one.payee === rate.payee && one.dayClass === dayClass && overlaps(one.valid, valid));
    if (other) say('from', 'error', 'allowance/rate-twice', `${rate.payee}${dayClass}的标准与第${other.at + 1}行(${span(other.valid)})重叠,同一天有两个标准`, '请更正适用起止,一天只留一行');
    else rates.push(rate);
  }
  return rates;
}

export function rateOn(rates: readonly Rate[], payee: Payee, dayClass: DayClass, date: CivilDate): Rate | null {
  return rates.find((rate) => rate.payee === payee && rate.dayClass === dayClass && contains(rate.valid, date)) ?? null;
}

/**
 * 月封顶 of a month: that of the rows in force on its last day on which any row is; rows that differ on that day are an error
 * and the smaller one holds.
 */
export function capOf(context: Context, rates: readonly Rate[], payee: Payee, month: Period): Fen | null {
  const own = rates.filter((rate) => rate.payee === payee);
  const last = Math.max(...own.map(({ valid }) => Math.min(valid.to, month.to))) as CivilDate;
  let cap: { readonly amount: Fen; readonly rate: Rate } | null = null;
  for (const rate of own) {
    if (rate.cap === null || !contains(rate.valid, last)) continue;
    if (cap !== null && cap.amount !== rate.cap) {
      context.report(rate.issue('cap', { code: 'allowance/cap-differs', severity: 'error', message: `${payee}的月封顶与第${cap.rate.at + 1}行不同,每人每月只有一个封顶`, remedy: '请把同一对象各行的月封顶改成一样', clause: ALLOWANCE_CLAUSE }));
    }
    if (cap === null || rate.cap < cap.amount) cap = { amount: rate.cap, rate };
  }
  return cap?.amount ?? null;
}
