/** Who is a clerk and who may serve: the columns of 人员 that only the roster uses (值班-一). */
import type { Weekday } from '../../kernel/date';
import type { Context } from '../../ledger/context';
import type { Level } from './facts';
import { peopleLedger } from './ledgers';

export interface Duties {
  readonly isClerk: boolean;
  readonly canServe: boolean;
  readonly neverOn: readonly Weekday[];
}

/** A row of these columns that cannot be read serves nobody: it is reported, and the roster is made without it. */
const NO_DUTIES: Duties = { isClerk: false, canServe: false, neverOn: [] };

/** Somebody whose row can be used. */
interface Candidate {
  readonly at: number;
  readonly name: string;
  readonly level: Level;
  readonly sheet: string;
  readonly cell: string;
}

/** Levels from which clerks are taken where 是否文秘 says nothing. */
const CLERK_LEVELS: readonly Level[] = ['股级', '一般'];

/** By sheet row. 是否文秘 wholly blank: everyone of 股级 and 一般, with a warning; partly blank: an info names those left out. */
export function readDuties(context: Context, candidates: readonly Candidate[], alike: readonly (readonly [Candidate, Candidate])[]): ReadonlyMap<number, Duties> {
  const table = context.read(peopleLedger, { fields: ['isClerk', 'canServe', 'neverOn'] });
  const rows = new Map(table.rows.map((row) => [row.at, row]));
  const isMarked = table.rejected > 0 || table.rows.some((row) => row.isClerk !== null);
  const taken = candidates.filter(({ level }) => CLERK_LEVELS.includes(level));
  if (!isMarked && taken.length > 0) {
    context.report({
      code: 'person/clerk-blank',
      severity: 'warning',
      sheet: table.sheet,
      cell: table.cell(table.layout!.headerRow, 'isClerk'),
      message: `${table.has('isClerk') ? '“是否文秘”全是空的' : '没有“是否文秘”列'},暂把层级为股级、一般的${taken.length}人都当作文秘`,
      remedy: '请在“是否文秘”列填写是或否,确认参加值班的名单',
      clause: '值班-一',
    });
  }
  if (isMarked) {
    const leftOut = taken.filter(({ at }) => rows.get(at)?.isClerk === null);
    if (leftOut.length > 0) {
      context.report({
        code: 'person/clerk-left-out',
        severity: 'info',
        sheet: table.sheet,
        cell: table.cell(leftOut[0]!.at, 'isClerk'),
        message: `“是否文秘”空白的${leftOut.length}人没有列为文秘:${leftOut.map(({ name }) => name).join('、')}`,
        remedy: '参加值班的请填“是”,不参加的请填“否”',
        clause: '值班-一',
      });
    }
  }
  const isClerk = (candidate: Candidate, marked: boolean | null): boolean => (isMarked ? marked === true : CLERK_LEVELS.includes(candidate.level));
  const duties = new Map(
    candidates.map((candidate) => {
      const row = rows.get(candidate.at);
      return [candidate.at, row ? { isClerk: isClerk(candidate, row.isClerk), canServe: row.canServe, neverOn: row.neverOn ?? [] } : NO_DUTIES];
    }),
  );
  reportAlikes(context, alike, (candidate) => duties.get(candidate.at)!);
  return duties;
}

/** 值班表 writes no sections: two clerks of one name need their numbers there. */
function reportAlikes(context: Context, alike: readonly (readonly [Candidate, Candidate])[], dutiesOf: (candidate: Candidate) => Duties): void {
  for (const pair of alike) {
    if (!pair.every((one) => dutiesOf(one).isClerk && dutiesOf(one).canServe)) continue;
    const [there, here] = pair;
    context.report({
      code: 'person/clerks-alike',
      severity: 'error',
      sheet: here.sheet,
      cell: here.cell,
      message: `可排值班的文秘里有两位“${here.name}”(另一位在${there.cell}),编号没有填全,值班表里分不清`,
      remedy: '请给两位都填写编号,值班表里会写成 姓名(编号)',
      clause: 'G14',
    });
  }
}
