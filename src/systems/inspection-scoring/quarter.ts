/** One quarter's scores: what enters, what it adds up to, how everybody stands. */
import { civilDate, partsOf, type CivilDate } from '../../kernel/date';
import { contains, quarterPeriod, type Period, type Quarter } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import { NO_DAYS, people, sections } from '../office/facts';
import { amountsOf, type Amounts } from './amounts';
import { entries, type Entries, type Entry } from './entries';
import type { State } from './ledgers';
import { readOpenings, type Openings } from './opening-balances';
import { chiefsAreRanked, closedUntil } from './parameters';
import { listedPeople, personStandings, sectionStandings, type PersonStanding, type SectionStanding } from './standings';
import { tally } from './tally';

export interface QuarterRequest {
  readonly year: number;
  readonly quarter: Quarter;
  /** Counts every state but 作废, for the tally before the meeting. */
  readonly draft: boolean;
}

export interface Standings {
  readonly persons: readonly PersonStanding[];
  readonly sections: readonly SectionStanding[];
}

/** A row of the quarter with what it adds. */
export interface Detail {
  readonly entry: Entry;
  readonly points: number;
  /** Why it adds something else than score times quantity; '' otherwise. */
  readonly remark: string;
}

export interface QuarterResult extends Standings {
  readonly request: QuarterRequest;
  readonly period: Period;
  /** 1 January to the quarter's end. */
  readonly scope: Period;
  readonly entries: Entries;
  readonly amounts: Amounts;
  /** 1 for a row that counts, by position in `entries.list`. */
  readonly counts: Uint8Array;
  readonly openings: Openings;
  /** Rows of the quarter that count for a person listed or a section, by date, then in the order of the sheet. */
  readonly details: readonly Detail[];
  /** Rows of the quarter that do not count yet. */
  readonly waiting: number;
  /** By 封账至, or by 公示日期 of a row that counts. */
  readonly posted: boolean;
}

export function yearToDate(year: number, quarter: Quarter): Period {
  return { from: civilDate(year, 1, 1), to: quarterPeriod(year, quarter).to };
}

/** 督查-二: only what the meeting has decided counts. A draft counts every state but 作废. */
export function countsInState(state: State, draft: boolean): boolean {
  return state === '议定' || state === '公示' || (draft && state !== '作废');
}

/** 督查-三(七): what happens on the 29th to 31st of the quarter's last month comes after the hand-in. */
export function isSupplement(date: CivilDate): boolean {
  const { month, day } = partsOf(date);
  return month % 3 === 0 && day >= 29;
}

export function computeQuarter(context: Context, request: QuarterRequest): QuarterResult {
  const period = quarterPeriod(request.year, request.quarter);
  const scope = yearToDate(request.year, request.quarter);
  const all = context.fact(entries, scope);
  const openings = readOpenings(context, scope);
  const everyone = context.fact(people, NO_DAYS);
  const listed = listedPeople(everyone, period, context.setting(chiefsAreRanked, period.to));
  const offices = context.fact(sections, NO_DAYS);

  // plain loops over the rows: a county's ledger has a hundred thousand
  const counts = new Uint8Array(all.list.length);
  const inQuarter: number[] = [];
  all.list.forEach(({ state, row }, index) => {
    if (countsInState(state, request.draft)) counts[index] = 1;
    if (contains(period, row.date)) inQuarter.push(index);
  });
  const amounts = amountsOf(all.list, counts, all.book);
  const sums = tally(all.list, amounts.points, counts, openings, period);
  const closed = context.setting(closedUntil);
  const isPosted = ({ state, row }: Entry): boolean => countsInState(state, false) && row.posted !== null;
  const posted = (closed !== null && period.to <= closed) || inQuarter.some((index) => isPosted(all.list[index]!));
  const counted = inQuarter.filter((index) => counts[index] === 1);
  return {
    persons: personStandings(listed, sums),
    sections: sectionStandings(offices, listed, sums),
    request,
    period,
    scope,
    entries: all,
    amounts,
    counts,
    openings,
    details: details(all.list, counted, amounts, new Set(listed.map(({ person }) => person.order))),
    waiting: inQuarter.length - counted.length,
    posted,
  };
}

/** 督查-一: a leader's row counts for his section alone; without one it counts nowhere, and 明细 leaves it out. */
function details(list: readonly Entry[], counted: readonly number[], amounts: Amounts, listed: ReadonlySet<number>): Detail[] {
  const isListed = ({ person }: Entry): boolean => person === null || listed.has(person.order);
  return counted
    .filter((index) => list[index]!.section !== null || isListed(list[index]!))
    .sort((a, b) => list[a]!.row.date - list[b]!.row.date || a - b)
    .map((index) => {
      const entry = list[index]!;
      const remarks = [amounts.remarks.get(index) ?? '', isListed(entry) ? '' : '不列入个人得分,只计入股室'];
      return { entry, points: amounts.points[index]!, remark: remarks.filter((remark) => remark !== '').join(';') };
    });
}
