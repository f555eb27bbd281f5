/** 调换班: who really served (值班-七(二)). */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Period } from '../../../kernel/period';
import type { Moment } from '../../../ledger/column';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import type { Table } from '../../../ledger/ledger';
import type { People, Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import { swapLedger } from '../ledgers';

export type SwapField = keyof typeof swapLedger.columns & string;
export type SwapTable = Table<typeof swapLedger.columns>;

/** One duty that changes hands. A 对调 is two of them. */
export interface Swap {
  readonly at: number;
  /** 单号, '' when blank */
  readonly number: string;
  readonly role: '值班' | '带班';
  readonly date: CivilDate;
  readonly from: Person;
  readonly to: Person;
  /** null: nobody has approved it (yet); it counts nowhere. */
  readonly approver: Person | null;
  readonly approved: Moment | null;
  /** Of a 对调: which of its two duties this is. */
  readonly half: 'only' | 'first' | 'second';
  /** The other day of a 对调. */
  readonly otherDate: CivilDate | null;
  readonly sheet: string;
  /** A1 address of the name that hands over. */
  readonly cell: string;
  issue(field: SwapField, text: IssueText): Issue;
}

const FIELDS = ['number', 'kind', 'date', 'from', 'to', 'otherDate', 'approver', 'approved', 'role'] as const;

/** The duties of a period that change hands, approved or not, in the order of the sheet. */
export function readSwaps(context: Context, directory: People, period: Period): readonly Swap[] {
  const table = context.read(swapLedger, { fields: FIELDS, within: { period, by: ['date', 'otherDate'] } }) as unknown as SwapTable;
  return table.rows.flatMap((row): Swap[] => {
    const issue = (field: SwapField, text: IssueText): Issue => table.issue(row.at, field, text);
    const from = resolvePerson(context, directory, table, row.at, 'from', row.from, { on: row.date });
    const to = resolvePerson(context, directory, table, row.at, 'to', row.to, { on: row.date });
    const approver = row.approver === null ? null : resolvePerson(context, directory, table, row.at, 'approver', row.approver, { on: row.date });
    if (!from || !to || (row.approver !== null && !approver)) return [];
    const both = row.kind === '对调' || (row.kind === null && row.otherDate !== null);
    if (row.kind === null) {
      context.report(issue('kind', { code: 'swap/kind-blank', severity: 'warning', message: `“类型”是空的,按${both ? '对调' : '顶替'}处理`, remedy: '请填写顶替或对调', clause: '值班-七(二)' }));
    }
    if (both && row.otherDate === null) {
      context.report(issue('otherDate', { code: 'swap/other-date-blank', severity: 'error', message: `${from.label}与${to.label}对调,没有写对调日期`, remedy: '请填写对调日期;只是顶替的,类型请填顶替', clause: '值班-七(二)' }));
      return [];
    }
    if (from.order === to.order) {
      context.report(issue('to', { code: 'swap/same-person', severity: 'error', message: `原值班人和顶替人都是“${from.label}”`, remedy: '请更正顶替人', clause: '值班-七(二)' }));
      return [];
    }
    if (!both && row.otherDate !== null) {
      context.report(issue('otherDate', { code: 'swap/other-date-unused', severity: 'warning', message: '类型是顶替,对调日期不起作用', remedy: '要对调的,类型请填对调;只是顶替的,请清空对调日期', clause: '值班-七(二)' }));
    }
    const role = row.role ?? '值班';
    const common = { at: row.at, number: row.number ?? '', role, approver, approved: row.approved, sheet: table.sheet, issue };
    const first: Swap = { ...common, date: row.date, from, to, half: both ? 'first' : 'only', otherDate: both ? row.otherDate : null, cell: table.cell(row.at, 'from') };
    return both ? [first, { ...common, date: row.otherDate!, from: to, to: from, half: 'second', otherDate: row.date, cell: table.cell(row.at, 'to') }] : [first];
  });
}

/** Somebody on a day, and whose place he has taken. */
export interface Served {
  readonly person: Person;
  /** Who was rostered first; the same person where nothing changed hands. */
  readonly rostered: Person;
  /** The last swap that gave it to him. */
  readonly swap: Swap | null;
}

/**
 * Applies the approved swaps of one day and role. A row that names 原值班人 counts for 顶替人, one that already names
 * 顶替人 counts once; chains may be written in any order. `strays` are swaps that fit neither.
 */
export function applySwaps(rostered: readonly Person[], swaps: readonly Swap[]): { readonly served: readonly Served[]; readonly strays: readonly Swap[] } {
  const served: Served[] = rostered.map((person) => ({ person, rostered: person, swap: null }));
  let pending = swaps;
  for (let before = -1; before !== pending.length; ) {
    before = pending.length;
    pending = pending.filter((swap) => !settle(served, swap));
  }
  return { served, strays: pending };
}

function settle(served: Served[], swap: Swap): boolean {
  const holder = served.findIndex(({ person }) => person.order === swap.from.order);
  const taker = served.findIndex(({ person }) => person.order === swap.to.order);
  if (holder >= 0 && taker >= 0) return false;
  if (holder >= 0) {
    served[holder] = { ...served[holder]!, person: swap.to, swap };
    return true;
  }
  // the row is ahead of this swap: it names the substitute, or one who took over from him
  const ahead = taker >= 0 ? taker : served.findIndex(({ rostered }) => rostered.order === swap.to.order);
  if (ahead < 0) return false;
  served[ahead] = { ...served[ahead]!, rostered: swap.from, swap: served[ahead]!.swap ?? swap };
  return true;
}

/** What stands on the day of a swap that fits no row. */
export interface StrayPlace {
  /** As the row names them; null when there is no row. */
  readonly named: readonly Person[] | null;
  /** Who serves with the other swaps applied. */
  readonly served: readonly Served[];
  /** Every swap of the day and role, approved or not. */
  readonly swaps: readonly Swap[];
  /** 原值班人 stands in the row, in the other role. */
  readonly otherRole: boolean;
}

/** What a swap that fits no row says. Whoever took the duty without approval has none to hand over (值班-七(三)). */
export function strayIssue(swap: Swap, { named, served, swaps, otherRole }: StrayPlace): Issue {
  const { from, to, role } = swap;
  const day = `${toISO(swap.date)}的${role}`;
  const names = named?.map((person) => person.label) ?? [];
  const field = swap.half === 'second' ? 'otherDate' : 'from';
  const serves = (person: Person): boolean => served.some((one) => one.person.order === person.order);
  const unapproved = swaps.find((one) => one.approver === null && one.to.order === from.order);
  if (unapproved && !serves(from)) {
    return swap.issue(field, {
      code: 'swap/without-right',
      severity: 'error',
      message: `${day}由${unapproved.from.label}换给${from.label}没有批准,${from.label}无权再换给${to.label},这次调换不计入`,
      remedy: '请先补全前一次调换的批准,或撤销这一次',
      clause: '值班-七(三)',
    });
  }
  const gone = serves(from) ? undefined : swaps.find((one) => one.approver !== null && one !== swap && one.from.order === from.order && serves(one.to));
  return swap.issue(field, {
    code: 'swap/stray',
    severity: 'error',
    message: `${strayText(day, names, swap, gone ?? null, serves(from) && serves(to))}${swap.half === 'only' ? '' : ';对调的两天都不计入'}`,
    remedy: otherRole ? `${from.label}当日排的是${role === '值班' ? '带班' : '值班'},“岗位”请填${role === '值班' ? '带班' : '值班'}` : '请核对日期和姓名;不作数的调换,“撤销”请填是',
    clause: '值班-七(二)',
  });
}

function strayText(day: string, names: readonly string[], { from, to }: Swap, gone: Swap | null, isCrowded: boolean): string {
  if (names.length === 0) return `值班表没有排${day},${from.label}换给${to.label}无从计入`;
  if (isCrowded) return `${day}已经有${to.label},不能再由${to.label}顶替${from.label}`;
  if (gone) return `${day}已由${from.label}换给${gone.to.label},不能再换给${to.label}`;
  return `${day}排的是${names.join('、')},既不是原值班人“${from.label}”,也不是顶替人“${to.label}”`;
}

/** Swaps by day and role. */
export class SwapBook {
  readonly #byDay = new Map<string, Swap[]>();

  constructor(readonly all: readonly Swap[]) {
    for (const swap of all) {
      const key = `${swap.role}${swap.date}`;
      this.#byDay.set(key, [...(this.#byDay.get(key) ?? []), swap]);
    }
  }

  on(date: CivilDate, role: Swap['role']): readonly Swap[] {
    return this.#byDay.get(`${role}${date}`) ?? [];
  }

  /** Those that count for who served. */
  approvedOn(date: CivilDate, role: Swap['role']): readonly Swap[] {
    return this.on(date, role).filter((swap) => swap.approver !== null);
  }
}
