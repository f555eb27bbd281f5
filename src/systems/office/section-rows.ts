/** Several rows of one section are the history of its head, or they contradict each other (G15, 督查-四). */
import type { CivilDate } from '../../kernel/date';
import { sectionKey } from '../../kernel/text/section';
import type { PersonRef } from '../../ledger/column';
import type { Context } from '../../ledger/context';
import type { IssueText } from '../../ledger/issue';
import { sectionsLedger } from './ledgers';
import { once } from './once';

/** Both ends included; a blank end is open. */
export interface Tenure {
  readonly head: PersonRef;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

type Term = Pick<Tenure, 'from' | 'to'>;

const overlap = (a: Term, b: Term): boolean => (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
const ONE_ROW = '请只留一行;负责人先后接任的,请分别填写负责人起、负责人止,使任期前后相接';

interface Stated<V> {
  readonly at: number;
  readonly value: V;
}

const NAMES = { chief: '分管科级', ranked: '参评', minimum: '保障人数下限' } as const;

/** What each column says. */
interface Says {
  readonly chief: PersonRef;
  readonly ranked: boolean;
  readonly minimum: number;
}
type Said = Says[keyof Says];

function shown(value: Said): string {
  if (typeof value === 'object') return value.name;
  return typeof value === 'number' ? String(value) : value ? '是' : '否';
}

/**
 * What the rows say in one column, by section key. Rows of heads who follow each other may differ, with a warning; others
 * may not: the later row is an error and says nothing.
 */
export function statedBySection<K extends keyof Says>(context: Context, field: K): ReadonlyMap<string, readonly Stated<Says[K]>[]> {
  const table = context.read(sectionsLedger, { fields: ['name', field] });
  const terms = once(() => new Map(context.read(sectionsLedger, { fields: ['name', 'headFrom', 'headTo'], quietly: true }).rows.map(({ at, headFrom: from, headTo: to }) => [at, { from, to }])));
  const follow = (a: number, b: number): boolean => {
    const [one, other] = [terms().get(a), terms().get(b)];
    return one !== undefined && other !== undefined && !overlap(one, other);
  };
  const bySection = new Map<string, Stated<Says[K]>[]>();
  for (const row of table.rows) {
    const value = row[field] as Says[K] | null;
    if (value === null) continue;
    const earlier = bySection.get(sectionKey(row.name)) ?? [];
    const others = earlier.filter((one) => shown(one.value) !== shown(value));
    const clash = others.find((one) => !follow(one.at, row.at));
    if (clash) context.report(table.issue(row.at, field, contradiction(row.name, NAMES[field], clash, value)));
    else bySection.set(sectionKey(row.name), [...earlier, { at: row.at, value }]);
    if (!clash && others[0]) context.report(table.issue(row.at, field, difference(row.name, NAMES[field], others[0], value, typeof value === 'boolean' ? false : earlier[0]!.value)));
  }
  return bySection;
}

function contradiction(section: string, title: string, first: Stated<Said>, value: Said): IssueText {
  return {
    code: 'section/rows-contradict',
    severity: 'error',
    message: `“${section}”在第${first.at + 1}行的“${title}”是“${shown(first.value)}”,这一行是“${shown(value)}”,不知道以哪一行为准`,
    remedy: ONE_ROW,
    clause: 'G15',
  };
}

function difference(section: string, title: string, first: Stated<Said>, value: Said, counts: Said): IssueText {
  return {
    code: 'section/rows-differ',
    severity: 'warning',
    message: `“${section}”先后两任负责人的行,“${title}”在第${first.at + 1}行是“${shown(first.value)}”,这一行是“${shown(value)}”;这一列不分日期,都按“${shown(counts)}”`,
    remedy: '请把各行的这一列写成一样',
    clause: 'G15',
  };
}

/** Heads by section key, in the order of the rows. Two heads on one day: the later row is an error and is not used. */
export function headsBySection(context: Context): ReadonlyMap<string, readonly Tenure[]> {
  const table = context.read(sectionsLedger, { fields: ['name', 'head', 'headFrom', 'headTo'] });
  const bySection = new Map<string, (Tenure & { readonly at: number })[]>();
  for (const { at, name, head, headFrom: from, headTo: to } of table.rows) {
    if (from !== null && to !== null && to < from) {
      context.report(table.issue(at, 'headTo', { code: 'section/head-ends-before-it-begins', severity: 'error', message: `“${name}”负责人的止早于起`, remedy: '请更正负责人起、负责人止', clause: '督查-四' }));
      continue;
    }
    if (head === null) continue;
    const earlier = bySection.get(sectionKey(name)) ?? [];
    const clashes = earlier.filter((other) => overlap(other, { from, to }));
    const rival = clashes.find((other) => other.head.name !== head.name || other.head.id !== head.id);
    const clash = rival ?? clashes[0];
    if (clash) {
      context.report(
        table.issue(at, 'head', {
          code: 'section/heads-overlap',
          severity: rival ? 'error' : 'warning',
          message: rival ? `“${name}”的负责人在第${clash.at + 1}行是${rival.head.name},这一行是${head.name},任期重叠,不知道以哪一行为准` : `“${name}”的负责人${head.name}在第${clash.at + 1}行已经写过,任期重叠`,
          remedy: ONE_ROW,
          clause: '督查-四',
        }),
      );
    }
    if (!rival) bySection.set(sectionKey(name), [...earlier, { at, head, from, to }]);
  }
  return bySection;
}
