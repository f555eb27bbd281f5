/** What the next run will find fixed, and how this one takes care that it changes nothing then. */
import { addDays } from '../../../src/kernel/date';
import { solveRoster, type RosterProblem } from '../../../src/systems/duty-roster/engine';
import { withSteadyDuties, withSteadyWeeks } from '../../../src/systems/duty-roster/roster/steady';
import { plainRoster } from '../../support/plain-roster';
import { brief, day, generate, on, people, workbookOf, written, type Cells, type Run } from './harness';

const NAMES = Array.from('甲乙丙丁戊己', (letter) => `${letter}某`);
const BLANK: Cells = { 值班人员: null, 值班人员二: null, 带班领导: null, 锁定: null, 状态: null, 原排一: null };

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
    changesLevel: 'last',
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
