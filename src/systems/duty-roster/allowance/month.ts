/** The allowances of a month: every duty priced, what is held back or not paid, the cap, what is paid (后勤-二(七)). */
import { addDays, partsOf, toISO, type CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import { compareBy } from '../../../kernel/order';
import { fen, formatYuan, subtractFen, sumFen, ZERO_FEN, type Fen } from '../../../kernel/money';
import { overlaps, type Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { calendar, NO_DAYS, people, type Person } from '../../office/facts';
import { rateLedger, DAY_CLASSES, PAYEES, type DayClass, type Payee } from './ledgers';
import { paysWithRest } from '../parameters';
import type { DutyRecords } from '../reading/records';
import { countedShifts, type CountedShift } from './entitled';
import { overnightPricing } from './parameters';
import { ALLOWANCE_CLAUSE, capOf, rateOn, readRates, type Rate } from './rates';
import { readRests, reportRests, type Rest } from './rests';

export type Settlement = '发放' | '已补休不发' | '暂扣';

/** A stretch of a duty that has one standard. */
export interface Part {
  readonly dayClass: DayClass;
  /** null: 费率表 says nothing of the day. */
  readonly rate: Rate | null;
}

export interface PricedShift extends CountedShift {
  /** Of the day on which it begins. */
  readonly dayClass: DayClass;
  /** The whole duty; two where it is priced by parts. */
  readonly parts: readonly Part[];
  readonly amount: Fen;
  readonly rested: boolean;
  readonly settlement: Settlement;
}

/** One line of the month's table. */
export interface Line {
  readonly person: Person;
  readonly payee: Payee;
  readonly section: string | null;
  /** By date. */
  readonly shifts: readonly PricedShift[];
  readonly gross: Fen;
  readonly restCut: Fen;
  readonly held: Fen;
  readonly capCut: Fen;
  readonly net: Fen;
  readonly cap: Fen | null;
}

export interface Allowances {
  readonly month: Period;
  readonly lines: readonly Line[];
  /** By date, then as the roster names them. */
  readonly shifts: readonly PricedShift[];
  readonly total: Fen;
}

/** The class of the day on which a duty begins; a statutory day is one whatever else it is (G9). */
export function dayClassOf(days: Calendar, date: CivilDate): DayClass {
  const { kind, statutory } = days.day(date);
  if (statutory) return '法定日';
  return kind === '补班' ? '补班日' : kind;
}

const sumOf = (shifts: readonly PricedShift[]): Fen => sumFen(shifts.map(({ amount }) => amount));
const shortDate = (date: CivilDate): string => `${partsOf(date).month}月${partsOf(date).day}日`;

/** Of 24 hours from nine 15 lie on the first day and 9 on the next; half a fen is rounded up. */
function amountOf([first, second]: readonly Part[]): Fen {
  const [a, b] = [first, second].map((part) => part?.rate?.amount ?? ZERO_FEN) as [Fen, Fen];
  return second ? fen(Math.floor((a * 5 + b * 3 + 4) / 8)) : a;
}

function price(shift: CountedShift, parts: readonly [Part, ...Part[]], rests: readonly Rest[], restIsPaid: boolean): PricedShift {
  const [{ dayClass, rate }] = parts;
  const rested = rests.some(({ person, date }) => date === shift.date && person.order === shift.actual.order);
  const excluded = rested && !restIsPaid && (rate?.exclusive ?? true);
  const settlement = excluded ? '已补休不发' : shift.contests.length > 0 && !(rate?.paysUnapproved ?? false) ? '暂扣' : '发放';
  return { ...shift, dayClass, parts, amount: amountOf(parts), rested, settlement };
}

function lineOf(person: Person, payee: Payee, section: string | null, shifts: readonly PricedShift[], cap: Fen | null): Line {
  const of = (settlement: Settlement): Fen => sumOf(shifts.filter((shift) => shift.settlement === settlement));
  const [payable, restCut, held] = [of('发放'), of('已补休不发'), of('暂扣')];
  const capCut = cap !== null && payable > cap ? subtractFen(payable, cap) : ZERO_FEN;
  return { person, payee, section, shifts, gross: sumOf(shifts), restCut, held, capCut, net: subtractFen(payable, capCut), cap };
}

/** Computes the month; says what is missing, held back or contradictory. */
export function allowancesOf(context: Context, records: DutyRecords, month: Period): Allowances {
  const directory = context.fact(people, NO_DAYS);
  const byParts = context.setting(overnightPricing, month.to) === '分段折算';
  // the night of the last day lies in the next month
  const priced = byParts ? { from: month.from, to: addDays(month.to, 1) } : month;
  const days = context.fact(calendar, priced);
  const allRates = readRates(context, priced);
  const rates = allRates.filter(({ valid }) => overlaps(valid, month));
  const rests = readRests(context, month);
  const counted = countedShifts(context, records, month);
  // officers in charge are paid where 费率表 has a row for them
  const payees = PAYEES.filter((payee) => payee === '值班人员' || rates.some((rate) => rate.payee === payee));
  const partOn = (payee: Payee, date: CivilDate): Part => {
    const dayClass = dayClassOf(days, date);
    return { dayClass, rate: rateOn(allRates, payee, dayClass, date) };
  };
  const shifts = counted
    .filter(({ payee }) => payees.includes(payee))
    .map((shift): PricedShift => {
      const { payee, date } = shift;
      return price(shift, [partOn(payee, date), ...(byParts ? [partOn(payee, addDays(date, 1))] : [])], rests, context.setting(paysWithRest, date));
    });
  reportRests(context, rests, counted, month);
  reportRates(context, shifts);
  reportContests(context, shifts);
  const lines = payees.flatMap((payee) => {
    const cap = capOf(context, rates, payee, month);
    const own = new Map<number, PricedShift[]>();
    for (const shift of shifts) if (shift.payee === payee) own.set(shift.actual.order, [...(own.get(shift.actual.order) ?? []), shift]);
    return [...own.values()]
      .map((list) => lineOf(list[0]!.actual, payee, directory.sectionOn(list[0]!.actual, month.to), list, cap))
      .sort((a, b) => a.person.order - b.person.order);
  });
  return { month, lines, shifts: [...shifts].sort(compareBy((a, b) => a.date - b.date)), total: sumFen(lines.map(({ net }) => net)) };
}

/** A class that has duties and no standard, or the template's 0. */
function reportRates(context: Context, shifts: readonly PricedShift[]): void {
  const sheet = context.read(rateLedger, { fields: [], quietly: true }).sheet;
  for (const payee of PAYEES) {
    for (const dayClass of DAY_CLASSES) {
      const parts = shifts.flatMap((shift) => (shift.payee === payee ? shift.parts.filter((part) => part.dayClass === dayClass).map(({ rate }) => ({ rate, date: shift.date })) : []));
      const missing = parts.filter(({ rate }) => rate?.amount === undefined || rate.amount === null);
      if (missing.length > 0) {
        context.report({ code: 'allowance/rate-missing', severity: 'warning', sheet, cell: '', message: `未见${payee}${dayClass}的值班补助标准,${missing.map(({ date }) => shortDate(date)).join('、')}共${missing.length}班按0元计`, remedy: '请在费率表按本单位现行文件填写标准和适用起止', clause: ALLOWANCE_CLAUSE });
      }
      for (const rate of new Set(parts.flatMap((part) => (part.rate?.amount === 0 ? [part.rate] : [])))) {
        context.report(rate.issue('amount', { code: 'allowance/rate-zero', severity: 'warning', message: `${payee}${dayClass}的标准是0元`, remedy: '0是模板值,不是标准;请按本单位现行文件填写,确实不发的可不理会', clause: ALLOWANCE_CLAUSE }));
      }
    }
  }
}

function reportContests(context: Context, shifts: readonly PricedShift[]): void {
  for (const { contests, settlement, date, actual, payee, amount } of shifts) {
    for (const { why, issue } of contests) {
      const duty = `${toISO(date)}${payee === '带班领导' ? '带班' : '值班'}的${actual.label},${why}`;
      context.report(
        settlement === '发放'
          ? issue({ code: 'allowance/unapproved-paid', severity: 'info', message: `${duty};按费率表发给实际值班人`, remedy: '请补办手续,或核对是谁值的班', clause: ALLOWANCE_CLAUSE })
          : issue({ code: 'allowance/held', severity: 'warning', message: `${duty};补助${formatYuan(amount)}元暂扣待定`, remedy: '请补全批准,或“撤销”填是、更正姓名;要照发的,费率表“未批调换班”填“发给实际值班人”', clause: ALLOWANCE_CLAUSE }),
      );
    }
  }
}

/** What the duties of a class are worth in a line, and how many are worth it: one entry where all are worth the same. */
export function pricesOf({ shifts }: Line, dayClass: DayClass): readonly { readonly amount: Fen; readonly count: number }[] {
  const prices: { readonly amount: Fen; count: number }[] = [];
  for (const { amount, dayClass: own } of shifts) {
    if (own !== dayClass) continue;
    const known = prices.find((price) => price.amount === amount);
    if (known) known.count += 1;
    else prices.push({ amount, count: 1 });
  }
  return prices;
}
