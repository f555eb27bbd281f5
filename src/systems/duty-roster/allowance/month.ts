/** The allowances of a month: every duty priced, what is held back or not paid, the cap, what is paid (后勤-二(七)). */
import { partsOf, toISO, type CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import { compareBy } from '../../../kernel/order';
import { formatYuan, subtractFen, sumFen, ZERO_FEN, type Fen } from '../../../kernel/money';
import type { Period } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import { calendar, NO_DAYS, people, type Person } from '../../office/facts';
import { rateLedger, DAY_CLASSES, PAYEES, type DayClass, type Payee } from './ledgers';
import { paysWithRest } from '../parameters';
import type { DutyRecords } from '../reading/records';
import { countedShifts, type CountedShift } from './entitled';
import { ALLOWANCE_CLAUSE, capOf, rateOn, readRates, type Rate } from './rates';
import { readRests, reportRests, type Rest } from './rests';

export type Settlement = '发放' | '已补休不发' | '暂扣';

export interface PricedShift extends CountedShift {
  readonly dayClass: DayClass;
  /** null: 费率表 says nothing of the day. */
  readonly rate: Rate | null;
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

function price(shift: CountedShift, dayClass: DayClass, rate: Rate | null, rests: readonly Rest[], restIsPaid: boolean): PricedShift {
  const rested = rests.some(({ person, date }) => date === shift.date && person.order === shift.actual.order);
  const excluded = rested && !restIsPaid && (rate?.exclusive ?? true);
  const settlement = excluded ? '已补休不发' : shift.contests.length > 0 && !(rate?.paysUnapproved ?? false) ? '暂扣' : '发放';
  return { ...shift, dayClass, rate, amount: rate?.amount ?? ZERO_FEN, rested, settlement };
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
  const days = context.fact(calendar, month);
  const rates = readRates(context, month);
  const rests = readRests(context, month);
  const counted = countedShifts(context, records, month);
  // officers in charge are paid where 费率表 has a row for them
  const payees = PAYEES.filter((payee) => payee === '值班人员' || rates.some((rate) => rate.payee === payee));
  const shifts = counted
    .filter(({ payee }) => payees.includes(payee))
    .map((shift): PricedShift => {
      const dayClass = dayClassOf(days, shift.date);
      return price(shift, dayClass, rateOn(rates, shift.payee, dayClass, shift.date), rests, context.setting(paysWithRest, shift.date));
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
      const own = shifts.filter((shift) => shift.payee === payee && shift.dayClass === dayClass);
      const missing = own.filter(({ rate }) => rate?.amount === undefined || rate.amount === null);
      if (missing.length > 0) {
        context.report({ code: 'allowance/rate-missing', severity: 'warning', sheet, cell: '', message: `未见${payee}${dayClass}的值班补助标准,${missing.map(({ date }) => shortDate(date)).join('、')}共${missing.length}班按0元计`, remedy: '请在费率表按本单位现行文件填写标准和适用起止', clause: ALLOWANCE_CLAUSE });
      }
      for (const rate of new Set(own.flatMap((shift) => (shift.rate?.amount === 0 ? [shift.rate] : [])))) {
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

/** What a duty of a class is worth in a line, and how often: one entry where the standard did not change in the month. */
export function pricesOf({ shifts }: Line, dayClass: DayClass): readonly { readonly amount: Fen; readonly count: number; readonly since: CivilDate }[] {
  const prices: { readonly amount: Fen; count: number; readonly since: CivilDate }[] = [];
  for (const { amount, dayClass: own, date } of shifts) {
    if (own !== dayClass) continue;
    const known = prices.find((price) => price.amount === amount);
    if (known) known.count += 1;
    else prices.push({ amount, count: 1, since: date });
  }
  return prices;
}
