/** A second run changes nothing: offices with everything that can stand, be filled, be missing or be contradictory. */
import fc from 'fast-check';
import { addDays, toISO, type CivilDate } from '../../../src/kernel/date';
import { solveRoster, type RosterProblem } from '../../../src/systems/duty-roster/engine';
import { withSteadyDuties, withSteadyWeeks } from '../../../src/systems/duty-roster/roster/steady';
import { plainRoster } from '../../support/plain-roster';
import { brief, day, generate, on, people, runOn, snapshot, workbookOf, written, type Cells, type Run, type Sheets } from './harness';

const NAMES = Array.from('甲乙丙丁戊己庚辛壬癸子丑', (letter) => `${letter}某`);
const iso = (date: number): string => toISO(date as CivilDate);
const BLANK: Cells = { 值班人员: null, 值班人员二: null, 带班领导: null, 锁定: null, 状态: null, 原排一: null };

/** What may stand on a day: of two people of the office. */
const STANDING: readonly ((who: string, other: string) => Cells)[] = [
  (who) => ({ ...BLANK, 值班人员: who, 状态: '已发布' }),
  () => ({ ...BLANK, 值班人员: '白露', 锁定: '值班' }),
  () => ({ ...BLANK, 带班领导: '于慧', 锁定: '带班' }),
  (who) => ({ ...BLANK, 值班人员: who, 锁定: '是' }),
  (who, other) => ({ ...BLANK, 值班人员: who, 原排一: other }),
  (who, other) => ({ ...BLANK, 值班人员: who, 值班人员二: other }),
  () => ({ ...BLANK, 带班领导: '秦朗' }),
  () => ({ ...BLANK, 锁定: '是' }),
];

interface Office {
  readonly sheets: Sheets;
  readonly run: Run;
}

const offices: fc.Arbitrary<Office> = fc
  .record({
    size: fc.integer({ min: 3, max: 12 }),
    offset: fc.integer({ min: 0, max: 260 }),
    length: fc.integer({ min: 10, max: 45 }),
    gap: fc.integer({ min: 1, max: 3 }),
    standing: fc.array(fc.record({ at: fc.nat(44), kind: fc.nat(STANDING.length - 1), who: fc.nat(11), other: fc.nat(11) }), { maxLength: 8 }),
    swaps: fc.array(fc.record({ at: fc.nat(44), from: fc.nat(11), to: fc.nat(11), named: fc.boolean() }), { maxLength: 2 }),
    leaves: fc.array(fc.record({ who: fc.nat(11), at: fc.nat(40), days: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(35)) }), { maxLength: 6 }),
    proposes: fc.boolean(),
    keep: fc.option(fc.nat(12), { nil: null }),
    history: fc.array(fc.nat(11), { minLength: 4, maxLength: 9 }),
  })
  .map(({ size, offset, length, gap, standing, swaps, leaves, proposes, keep, history }): Office => {
    const clerks = NAMES.slice(0, size);
    const name = (who: number): string => clerks[who % size]!;
    const from = on('2026-01-01') + offset;
    const rows = new Map<number, Cells>();
    for (const { at, kind, who, other } of standing) if (at < length) rows.set(from + at, STANDING[kind]!(name(who), name(other)));
    const changes: Cells[] = [];
    for (const { at, from: a, to: b, named } of swaps) {
      if (at >= length || name(a) === name(b) || rows.has(from + at)) continue;
      rows.set(from + at, { ...BLANK, 值班人员: name(named ? a : b) });
      changes.push({ 类型: '顶替', 原日期: day(iso(from + at)), 原值班人: name(a), 顶替人: name(b), 批准人: '秦朗', 批准时间: day(iso(from + at)) });
    }
    const past = history.map((who, index): Cells => ({ ...BLANK, 日期: day(iso(from - history.length + index)), 值班人员: name(who), 带班领导: '秦朗' }));
    return {
      run: { from: iso(from), to: iso(from + length - 1), acceptErrors: true, ...(keep === null ? {} : { keepBefore: iso(from + keep) }) },
      sheets: {
        人员: people(clerks),
        值班表: [...past, ...[...rows].map(([date, cells]): Cells => ({ ...cells, 日期: day(iso(date)) }))],
        调换班: changes,
        请假: leaves.map(({ who, at, days }): Cells => ({ 姓名: name(who), 假别: '年休假', 开始日期: day(iso(from + at)), 结束日期: day(iso(from + at + days - 1)) })),
        领导联系: [{ 县级领导: '陆振邦', 联系文秘: clerks.slice(0, 2).join('、') }, { 县级领导: '顾明远', 联系文秘: clerks[2]! }],
        参数: [{ 键: '建议带班', 值: proposes ? '是' : '否' }, { 键: '最小间隔', 值: gap }],
        紧急带班: [{ 开始日期: day(iso(from + 5)), 结束日期: day(iso(from + 6)), 县级领导: '陆振邦', 值班人数: 2 }],
      },
    };
  });

test('no row of 值班表 is touched by a second run', async () => {
  await fc.assert(
    fc.asyncProperty(offices, async ({ sheets, run }) => {
      const book = workbookOf(sheets);
      await written(book, run);
      const again = runOn(snapshot(book), run);
      expect(again.computation.plan.sheets.find(({ name }) => name === '值班表')?.cells ?? []).toEqual([]);
      expect(again.changes).toEqual([]);
    }),
    { seed: 20260302, numRuns: 60 },
  );
});

describe('what the next run will find fixed', () => {
  const SIX = NAMES.slice(0, 6);
  const run: Run = { from: '2026-03-02', to: '2026-03-29' };

  test('a published row whose blank is filled stays published', async () => {
    const book = workbookOf({ 人员: people(SIX), 值班表: [{ ...BLANK, 日期: day('2026-03-05'), 值班人员: '甲某', 状态: '已发布' }] });
    const ran = await written(book, run);
    expect(ran.roster.find((row) => row['日期'] === '2026-03-05')).toMatchObject({ 值班人员: '甲某', 状态: '已发布' });
    expect(ran.roster.find((row) => row['日期'] === '2026-03-05')!['带班领导']).not.toBeNull();
    expect((await written(book, run)).cellsChanged).toBe(0);
  });

  test('who gave a holiday duty away takes no other place that day', () => {
    const ran = generate(
      { 人员: people(SIX.slice(0, 3)), 值班表: [{ ...BLANK, 日期: day('2026-04-04'), 值班人员: '丙某' }], 调换班: [{ 类型: '顶替', 原日期: day('2026-04-04'), 原值班人: '甲某', 顶替人: '丙某', 批准人: '秦朗', 批准时间: day('2026-04-01') }], 请假: [{ 姓名: '乙某', 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04') }] },
      { from: '2026-04-04', to: '2026-04-04' },
    );
    expect(ran.roster[0]).toMatchObject({ 值班人员: '丙某', 值班人员二: null });
    expect(ran.issues.find(({ code }) => code === 'roster/day-short')!.message).toContain('甲某(当日的班已换给丙某,调换班!C2)');
    expect(brief(ran.issues).filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

describe('running ahead', () => {
  const weeks = Array.from({ length: 6 }, (_, index) => ({ monday: addDays(on('2026-03-02'), 7 * index), countedDays: [7, 2, 7, 5, 7, 6][index]!, fixed: -1 }));
  const problem: RosterProblem = {
    ...plainRoster({ from: '2026-03-02', length: 28, clerks: 4, minGap: 3 }),
    weeks,
    chiefs: [0, 1, 2].map((turns) => ({ turns, days: 3 * turns, available: new Uint8Array(6).fill(1), lastWeek: null })),
    standingChiefs: weeks.map(() => -1),
  };
  const solution = solveRoster(problem);

  test('weeks that stand and are as even are kept, whoever comes after whom', () => {
    const standing = [...solution.chiefs];
    const [a, b] = [standing.indexOf(0), standing.indexOf(1)];
    const same = { ...problem, weeks: weeks.map((week) => ({ ...week, countedDays: 5 })) };
    const turned = standing.map((chief, index) => (index === a ? 1 : index === b ? 0 : chief));
    expect(withSteadyWeeks({ ...same, standingChiefs: turned }, solution, weeks.map(() => false)).chiefs).toEqual(turned);
  });

  test('weeks that are less even are not', () => {
    expect(withSteadyWeeks({ ...problem, standingChiefs: weeks.map(() => 2) }, solution, weeks.map(() => false)).chiefs).toEqual(solution.chiefs);
  });

  test('with any weeks held, the next run agrees', () => {
    for (let mask = 0; mask < 64; mask += 1) {
      const holds = weeks.map((_, index) => (mask & (1 << index)) !== 0);
      const { chiefs, chief } = withSteadyWeeks(problem, solution, holds);
      const next: RosterProblem = { ...problem, weeks: weeks.map((week, index) => (holds[index] ? { ...week, fixed: chiefs[index]! } : week)), standingChiefs: chiefs };
      expect(withSteadyWeeks(next, solveRoster(next), weeks.map(() => false)).chiefs).toEqual(chiefs);
      expect(chief.vector.squares).toBe(solution.chief.vector.squares);
    }
  });

  test('a week that nobody can take stays open', () => {
    const chiefs = problem.chiefs.map((one) => ({ ...one, available: Uint8Array.from(weeks, (_, index) => (index === 2 ? 0 : 1)) }));
    const open = { ...problem, chiefs };
    expect(withSteadyWeeks(open, solveRoster(open), weeks.map(() => true)).chiefs[2]).toBe(-1);
  });

  test('duties that are proven, or where nothing will be held, are left as they are', () => {
    expect(withSteadyDuties(problem, solution, problem.days.map(() => true))).toBe(solution);
    const doubtful = { ...solution, regular: { ...solution.regular, status: 'bounded' as const } };
    expect(withSteadyDuties(problem, doubtful, problem.days.map(() => false))).toBe(doubtful);
    expect(withSteadyDuties(problem, doubtful, problem.days.map((_, index) => index < 3)).duties).toEqual(solution.duties);
  });

  test('a better roster found by running ahead is certified anew against the same bound', () => {
    // made worse by hand: the first two days by one clerk's neighbour
    const worse = solution.duties.map((people, index) => (index === 0 ? [solution.duties[7]![0]!] : people));
    const doubtful = { ...solution, duties: worse, regular: { ...solution.regular, status: 'bounded' as const } };
    const steady = withSteadyDuties(problem, doubtful, problem.days.map((_, index) => index === 27));
    expect(steady.duties).not.toBe(worse);
    expect(steady.regular).toMatchObject({ status: 'optimal', bound: solution.regular.bound, verified: true });
    expect(steady.holiday.status).toBe('optimal');
  });
});
