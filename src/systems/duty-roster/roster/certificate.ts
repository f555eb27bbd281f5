/** The certificate: levels as whole numbers, bounds, and one sentence for people. */
import type { ChiefVector, HolidayVector, PoolCertificate, RegularVector } from '../engine';
import type { DayPlan } from './day-plans';
import type { SolvedCase } from './outcome';

export interface Certificate extends Readonly<Record<string, unknown>> {
  readonly pools: {
    readonly regular: Pool<RegularVector>;
    readonly holiday: Pool<Omit<HolidayVector, 'changes'>>;
    readonly chief: Pool<Omit<ChiefVector, 'changes'>>;
  };
  readonly statement: string;
}

interface Pool<Vector> {
  readonly status: PoolCertificate<Vector>['status'];
  readonly vector: Vector | null;
  readonly bound: Readonly<Record<string, number>>;
  readonly proof: PoolCertificate<Vector>['proof'];
  readonly verified: boolean;
  /** Milliseconds; said in the JSON only. */
  readonly ms: number;
}

/** Person-slots of all pools whose name no longer stands. */
function changesOf(plans: readonly DayPlan[]): number {
  return plans.reduce((sum, { day, clerks, leader }) => {
    const before = day.served;
    if (!before) return sum;
    const gone = before.clerks.filter(({ person }) => !clerks.some(({ order }) => order === person.order)).length;
    const led = before.leaders[0]?.person;
    return sum + gone + (led && led.order !== leader?.order ? 1 : 0);
  }, 0);
}

function poolOf<Vector>(pool: PoolCertificate<unknown>, vector: Vector, contradicts: boolean, ms: number): Pool<Vector> {
  // locks that contradict something stay by the user's word: nothing is proven of a pool that holds them
  const status = contradicts ? 'unproven' : pool.status;
  return { status, vector, bound: pool.bound as Readonly<Record<string, number>>, proof: pool.proof, verified: pool.verified, ms: Math.round(ms * 10) / 10 };
}

export function certificateOf({ subject, solution, plans }: SolvedCase): Certificate {
  const { holiday, regular, chief, ms } = solution;
  const { changes: _holiday, ...holidayLevels } = holiday.vector;
  const { changes: _chief, ...chiefLevels } = chief.vector;
  const touched = subject.conflicts.days;
  const contradicts = (name: 'regular' | 'holiday'): boolean => subject.days.some(({ demand }) => demand.pool === name && touched.has(demand.date));
  const changes = changesOf(plans);
  // on a replan a bound: what the other pools and officers in charge changed was decided before
  const decided = changes - regular.vector.changes;
  const bound = regular.bound.changes === undefined ? regular.bound : { ...regular.bound, changes: regular.bound.changes + decided };
  const pools = {
    regular: poolOf({ ...regular, bound }, { ...regular.vector, changes }, contradicts('regular'), ms.regular),
    holiday: poolOf({ ...holiday, bound: withoutChanges(holiday.bound) }, holidayLevels, contradicts('holiday'), ms.holiday),
    chief: poolOf({ ...chief, bound: withoutChanges(chief.bound) }, chiefLevels, false, ms.chief),
  };
  return { pools, statement: sentenceOf(pools) };
}

/** Changes of all pools stand in the regular one. */
function withoutChanges<Bound extends { readonly changes?: number }>({ changes: _, ...bound }: Bound): Omit<Bound, 'changes'> {
  return bound;
}

/** One sentence for people. */
export function statementOf(solved: SolvedCase): string {
  return certificateOf(solved).statement;
}

/** Locks contradict: nothing was solved. */
export function infeasibleCertificate(): Certificate {
  const none = { status: 'infeasible', vector: null, bound: {}, proof: 'none', verified: false, ms: 0 } as const;
  return { pools: { regular: none, holiday: none, chief: none }, statement: '锁定的单元格互相矛盾,没有排班;请先更正标为错误的各处' };
}

const POOL_NAMES = { regular: '平日值班', holiday: '假期值班', chief: '科级带班' } as const;

function sentenceOf(pools: Certificate['pools']): string {
  const sentence = (name: keyof typeof POOL_NAMES, levels: readonly string[]): string => {
    const { status, vector, bound, proof } = pools[name];
    const open = vector!.unfilled > 0 ? `,有${vector!.unfilled}个班次无人可排` : '';
    // a solver's bound is its own word, and is said so
    const word = proof === 'milp' ? '(由HiGHS求解器证明)' : '';
    if (status === 'optimal') return `${POOL_NAMES[name]}已证明最优${word}${open}`;
    if (status !== 'bounded') return `${POOL_NAMES[name]}未证明最优${open}`;
    const values = vector as unknown as Readonly<Record<string, number>>;
    const level = levels.find((key) => values[key] !== bound[key])!;
    return `${POOL_NAMES[name]}距下界${values[level]! - bound[level]!}${open}`;
  };
  return [
    sentence('regular', ['unfilled', 'totals', 'weekday', 'weekend']),
    sentence('holiday', ['unfilled', 'liaisonMissing', 'squares', 'newYearSquares', 'festivalSquares']),
    sentence('chief', ['unfilled', 'squares']),
  ].join(';');
}

/** What stands above 公平性, without what differs from run to run. */
export function certificateLines({ pools, statement }: Certificate): readonly string[] {
  const { regular, holiday, chief } = pools;
  const [r, h, c] = [regular.vector!, holiday.vector!, chief.vector!];
  const bound = (value: number | undefined): string => (value === undefined ? '' : `(下界${value})`);
  return [
    `证明:${statement}。`,
    `平日:空班${r.unfilled};次数平方和${r.totals}${bound(regular.bound['totals'])};星期平方和${r.weekday}${bound(regular.bound['weekday'])};周末平方和${r.weekend}${bound(regular.bound['weekend'])};合计极差${r.rangeTotals},星期极差${r.rangeWeekday};最小间隔${r.minGap === null ? '无' : `${r.minGap}天`},间隔不足${r.gapViolations}处。`,
    `假期:空班${h.unfilled};缺联系文秘${h.liaisonMissing}天;次数平方和${h.squares}${bound(holiday.bound['squares'])};除夕初一平方和${h.newYearSquares};节次平方和${h.festivalSquares}${bound(holiday.bound['festivalSquares'])}。`,
    `带班:空周${c.unfilled};周数平方和${c.squares}${bound(chief.bound['squares'])};周数极差${c.rangeWeeks}。`,
  ];
}
