/** Scores by date: the sheet 分值表 where it speaks, the built-in table where it does not. */
import { toISO, type CivilDate } from '../../kernel/date';
import { overlaps, type Period } from '../../kernel/period';
import type { Issue } from '../../ledger/issue';
import type { RowOf, Table } from '../../ledger/ledger';
import { isClauseId } from '../../ledger/clause';
import { Catalog } from './catalog';
import type { scoreTable } from './ledgers';
import { toPoints, type Points } from './points';
import { BUILT_IN_ITEMS, type Item } from './score-table';

/** What one unit of an item scores on a day. */
export interface Rate {
  /** The item as 分值表 words it. */
  readonly name: string;
  readonly points: Points;
  readonly unit: string;
  readonly evidence: string;
  readonly clause: string;
  /** built-in: nothing in 分值表; table: a row of it; uncovered: no row of it can be used on this day, the built-in score holds. */
  readonly source: 'built-in' | 'table' | 'uncovered';
  /** The row of 分值表, 0-based, or null. */
  readonly at: number | null;
  /** Its address, or ''. */
  readonly address: string;
}

export type ScoreRow = RowOf<typeof scoreTable.columns, 'code' | 'item' | 'points' | 'unit' | 'evidence' | 'from' | 'to' | 'clause'>;
export type ScoreRows = Table<typeof scoreTable.columns, 'code' | 'item' | 'points' | 'unit' | 'evidence' | 'from' | 'to' | 'clause'>;
export const SCORE_FIELDS = ['code', 'item', 'points', 'unit', 'evidence', 'from', 'to', 'clause'] as const;

/** What a row of 分值表 is about; it can be told also where the score or the dates cannot be used. */
export type Mention = Omit<ScoreRow, 'points' | 'from' | 'to'>;
export const MENTION_FIELDS = ['code', 'item', 'unit', 'evidence', 'clause'] as const;

interface Dated {
  readonly period: Period;
  readonly rate: Rate;
}

const EVER = { from: -Infinity as CivilDate, to: Infinity as CivilDate };

export class ScoreBook {
  /** By `Item.index`. */
  readonly #builtIn: readonly (Rate | null)[];
  readonly #uncovered: readonly (Rate | null)[];
  readonly #dated: readonly (readonly Dated[])[];

  /** `named`: the last row of 分值表 that names an item, by `Item.index`, usable or not. */
  constructor(
    readonly catalog: Catalog,
    rows: ReadonlyMap<number, readonly Dated[]>,
    private readonly named: ReadonlyMap<number, number>,
  ) {
    const builtIn = (source: Rate['source']) =>
      catalog.items.map((item): Rate | null =>
        item.points === null ? null : { name: item.name, points: item.points, unit: item.unit, evidence: item.evidence, clause: item.clause, source, at: null, address: '' },
      );
    this.#builtIn = builtIn('built-in');
    this.#uncovered = builtIn('uncovered');
    this.#dated = catalog.items.map((item) => rows.get(item.index) ?? []);
  }

  /** The rate on a day; `conflict` when two rows claim it, null when nothing gives a score for it. */
  rate(item: Item, on: CivilDate): Rate | 'conflict' | null {
    const rows = this.#dated[item.index]!;
    if (!this.named.has(item.index)) return this.#builtIn[item.index]!;
    let found: Rate | null = null;
    for (const { period, rate } of rows) {
      if (on < period.from || on > period.to) continue;
      if (found) return 'conflict';
      found = rate;
    }
    return found ?? this.#uncovered[item.index]!;
  }

  /** Row of 分值表 at which a gap of the item can be mended; asked only of an item that has rows there. */
  rowOf(item: Item): number {
    return this.named.get(item.index)!;
  }
}

/**
 * Reads the rows of 分值表 (督查-三); `mentions` are all of them, `table` those that can be used. A code that is not built in becomes an item of its own. Two rows for one date of
 * the scope are an error; where they overlap no score can be told.
 */
export function buildScoreBook(table: ScoreRows, mentions: readonly Mention[], scope: Period, report: (issue: Issue) => void): ScoreBook {
  const builtIn = new Catalog(BUILT_IN_ITEMS);
  const own: Item[] = [];
  const rows = new Map<number, Dated[]>();
  const names = new Map<number, string[]>();
  const named = new Map<number, number>();
  const usable = new Map(table.rows.map((row) => [row.at, row]));
  for (const mention of mentions) {
    const item = itemOf(mention, builtIn, own, table, report);
    if (!item) continue;
    named.set(item.index, mention.at);
    const row = usable.get(mention.at);
    const dated = row && datedRate(row, item, table, report);
    if (!dated) continue;
    if (row.item !== null) names.set(item.index, [...(names.get(item.index) ?? []), row.item]);
    const earlier = rows.get(item.index) ?? [];
    // three ranges that meet pairwise have a day in common
    const clash = overlaps(dated.period, scope) ? earlier.find(({ period }) => overlaps(period, dated.period) && overlaps(period, scope)) : undefined;
    if (clash) report(overlapIssue(table, row, item, clash.rate.at!));
    rows.set(item.index, [...earlier, dated]);
  }
  return new ScoreBook(new Catalog([...BUILT_IN_ITEMS, ...own], names), rows, named);
}

function itemOf(row: Mention, builtIn: Catalog, own: Item[], table: ScoreRows, report: (issue: Issue) => void): Item | null {
  const text = row.code ?? row.item;
  if (text === null) {
    report(
      table.issue(row.at, 'code', {
        code: 'scoring/score-without-item',
        severity: 'error',
        message: '分值表这一行没有写事项编码,也没有写事项',
        remedy: '请填写事项编码,如 督查-三(三)e;不要这一行时请整行清空',
        clause: '督查-三(序)',
      }),
    );
    return null;
  }
  const known = builtIn.find(text) ?? own.find((item) => item.code === text);
  if (known) return known;
  const item: Item = {
    index: BUILT_IN_ITEMS.length + own.length,
    code: text,
    name: row.item ?? text,
    aliases: [],
    points: null,
    unit: row.unit ?? '次',
    evidence: row.evidence ?? '',
    clause: row.clause !== null && isClauseId(row.clause) ? row.clause : '督查-三(序)',
    arithmetic: 'plain',
  };
  own.push(item);
  return item;
}

function datedRate(row: ScoreRow, item: Item, table: ScoreRows, report: (issue: Issue) => void): Dated | null {
  const points = toPoints(row.points);
  const refuse = (field: 'points' | 'from', code: string, message: string, remedy: string): null => {
    report(table.issue(row.at, field, { code, severity: 'error', message, remedy, clause: '督查-三(序)' }));
    return null;
  };
  if (points === undefined) return refuse('points', 'scoring/score-not-exact', `分值“${row.points}”不能使用`, '请填写-10000至10000的数,最多两位小数,扣分写负数');
  const period = { from: row.from ?? EVER.from, to: row.to ?? EVER.to };
  if (period.from > period.to) return refuse('from', 'scoring/score-period-reversed', `适用起${toISO(period.from)}晚于适用止${toISO(period.to)}`, '请更正适用起或适用止');
  if (item.points !== null && points !== 0 && points > 0 !== item.points > 0) {
    report(
      table.issue(row.at, 'points', {
        code: 'scoring/score-sign',
        severity: 'warning',
        message: `“${item.name}”的分值写成${row.points},与制度的${item.points < 0 ? '扣分' : '加分'}相反;已按${row.points}计算`,
        remedy: '扣分请写负数,加分请写正数',
        clause: item.clause,
      }),
    );
  }
  return {
    period,
    rate: { name: row.item ?? item.name, points, unit: row.unit ?? item.unit, evidence: row.evidence ?? item.evidence, clause: item.clause, source: 'table', at: row.at, address: `${table.sheet}!${table.cell(row.at, 'code') || table.cell(row.at, 'item')}` },
  };
}

function overlapIssue(table: ScoreRows, row: ScoreRow, item: Item, other: number): Issue {
  return table.issue(row.at, 'from', {
    code: 'scoring/score-overlap',
    severity: 'error',
    message: `“${item.code} ${item.name}”的适用期与第${other + 1}行重叠,同一天有两个分值`,
    remedy: '请改适用起、适用止,使同一天只有一行适用',
    clause: item.clause,
  });
}
