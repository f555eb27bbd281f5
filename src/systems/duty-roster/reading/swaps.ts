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
    const first: Swap = { ...common, date: row.date, from, to, cell: table.cell(row.at, 'from') };
    return both ? [first, { ...common, date: row.otherDate!, from: to, to: from, cell: table.cell(row.at, 'to') }] : [first];
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

/** What a swap that fits no row says. `named`: who stands in the row; null when there is no row. */
export function strayIssue(swap: Swap, named: readonly Person[] | null): Issue {
  const day = `${toISO(swap.date)}的${swap.role}`;
  const names = named?.map((person) => person.label) ?? [];
  const both = names.includes(swap.from.label) && names.includes(swap.to.label);
  return swap.issue('from', {
    code: 'swap/stray',
    severity: 'error',
    message:
      named === null || names.length === 0
        ? `值班表没有排${day},${swap.from.label}换给${swap.to.label}无从计入`
        : both
          ? `${day}已同时排了${swap.from.label}和${swap.to.label},不能再由${swap.to.label}顶替${swap.from.label}`
          : `${day}排的是${names.join('、')},既不是原值班人“${swap.from.label}”,也不是顶替人“${swap.to.label}”`,
    remedy: '请核对日期和姓名;不作数的调换,“撤销”请填是',
    clause: '值班-七(二)',
  });
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
