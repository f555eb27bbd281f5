/** roster.md, Chief pool: one a week, Monday to Monday, fair in turns. */
import { addDays, toISO, type CivilDate } from '../../../src/kernel/date';
import { holderOf, isAwayTooLong, planChiefs, weeksIn, type ChiefInput } from '../../../src/systems/duty-roster/reading/chief-weeks';
import type { Person } from '../../../src/systems/office/facts';
import { brief, day, generate, issueOf, on, people, type Cells, type Json, type Run, type Sheets } from './harness';

const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
/** The leaders week by week, as `秦朗7 于慧7`. */
function weeks(rows: readonly Json[]): string {
  const runs: { name: string; days: number }[] = [];
  for (const row of rows) {
    const name = String(row['带班领导'] ?? '-');
    if (runs.at(-1)?.name === name) runs.at(-1)!.days += 1;
    else runs.push({ name, days: 1 });
  }
  return runs.map(({ name, days }) => `${name}${days}`).join(' ');
}
const run = (sheets: Sheets, period: Run): ReturnType<typeof generate> => generate({ 人员: people(SIX), ...sheets }, period);
const led = (from: string, count: number, leader: string, more: Cells = {}): Cells[] => Array.from({ length: count }, (_, index) => ({ 日期: day(toISO(addDays(on(from), index))), 值班人员: null, 带班领导: leader, 锁定: null, 状态: null, ...more }));
const FOUR_WEEKS: Run = { from: '2026-03-02', to: '2026-03-29' };

describe('turns', () => {
  test('one a week, even in turns', () => {
    const ran = run({}, { from: '2026-03-02', to: '2026-04-26' });
    const counts = new Map<string, Set<number>>();
    for (const row of ran.roster) {
      if (row['日期类型'] === '假期') continue;
      const monday = Math.floor((on(String(row['日期'])) + 3) / 7);
      counts.set(String(row['带班领导']), (counts.get(String(row['带班领导'])) ?? new Set()).add(monday));
    }
    expect([...counts.values()].map((set) => set.size).sort()).toEqual([2, 3, 3]);
    expect(ran.certificate.pools.chief).toMatchObject({ status: 'optimal', vector: { unfilled: 0, squares: 22, rangeWeeks: 1 }, bound: { squares: 22 } });
  });

  test('a week that began before from keeps its chief', () => {
    expect(weeks(run({ 值班表: led('2026-03-02', 3, '白露') }, { from: '2026-03-05', to: '2026-03-15' }).roster)).toMatch(/^白露4 (秦朗|于慧)7$/);
  });

  test('without an earlier row it is a week of its own', () => {
    const ran = run({}, { from: '2026-03-05', to: '2026-03-15' });
    expect(ran.certificate.pools.chief.vector!.squares).toBe(2);
  });

  test('its turn is counted once', () => {
    const ran = run({ 值班表: led('2026-03-02', 3, '白露') }, { from: '2026-03-05', to: '2026-03-22' });
    expect(ran.certificate.pools.chief.vector).toMatchObject({ squares: 3, rangeWeeks: 0 });
  });

  test('turns since 起算日, else since the first row', () => {
    const before = [...led('2026-02-02', 7, '秦朗'), ...led('2026-02-09', 6, '于慧'), ...led('2026-02-24', 6, '秦朗')];
    // 秦朗 2, 于慧 1, 白露 0: three weeks make them two each
    expect(run({ 值班表: before }, { from: '2026-03-02', to: '2026-03-22' }).certificate.pools.chief.vector).toMatchObject({ squares: 12, rangeWeeks: 0 });
    const since = { 参数: [{ 键: '起算日', 值: '2026-02-24' }] };
    expect(run({ 值班表: before, ...since }, { from: '2026-03-02', to: '2026-03-15' }).certificate.pools.chief.vector).toMatchObject({ squares: 3, rangeWeeks: 0 });
  });

  test('a week wholly of holidays uses up no turn', () => {
    // 16 to 22 February 2026 is all Spring Festival
    const ran = run({}, { from: '2026-02-16', to: '2026-02-22' });
    expect(ran.certificate.pools.chief.vector).toMatchObject({ unfilled: 0, squares: 0 });
    expect(brief(ran.issues).filter((line) => line.includes('week-unfilled'))).toEqual([]);
  });

  test('holidays and 紧急带班 are not his days', () => {
    const ran = run({ 紧急带班: [{ 开始日期: day('2026-04-08'), 结束日期: day('2026-04-09'), 县级领导: '顾明远' }] }, { from: '2026-03-30', to: '2026-04-12' });
    const [first] = ran.roster;
    expect(ran.roster.filter((row) => row['带班领导'] === first!['带班领导']).map((row) => String(row['日期']).slice(-2))).toEqual(['30', '31', '01', '02', '03']);
    expect(weeks(ran.roster)).toMatch(/5 -3 .+1 顾明远2 .+3$/);
  });

  test('层级=科级 and 可带班 not 否', () => {
    const staff = people(SIX).map((row): Cells => (row['姓名'] === '白露' ? { ...row, 可带班: '否' } : row));
    expect(run({ 人员: staff }, FOUR_WEEKS).roster.some((row) => row['带班领导'] === '白露')).toBe(false);
  });
});

describe('who is away', () => {
  const away = (name: string, ...days: readonly string[]): Sheets => ({ 外出: days.map((date) => ({ 姓名: name, 类别: '公出', 开始日期: day(date), 结束日期: day(date) })) });
  const onlyTwo = people(SIX).map((row): Cells => (row['姓名'] === '白露' ? { ...row, 可带班: '否' } : row));

  test('on three or more counted days: not this week', () => {
    const ran = run({ 人员: onlyTwo, ...away('秦朗', '2026-03-02', '2026-03-04', '2026-03-08') }, { from: '2026-03-02', to: '2026-03-15' });
    expect(weeks(ran.roster)).toBe('于慧7 秦朗7');
  });

  test('on two: he stays, with a warning that names the days', () => {
    const ran = run({ 人员: onlyTwo, 外出: [...away('秦朗', '2026-03-02', '2026-03-04')['外出']!, ...away('于慧', '2026-03-02', '2026-03-03', '2026-03-04')['外出']!] }, { from: '2026-03-02', to: '2026-03-08' });
    expect(weeks(ran.roster)).toBe('秦朗7');
    expect(issueOf(ran.issues, 'roster/chief-away')).toMatchObject({ severity: 'warning', clause: '值班-二', message: expect.stringContaining('2026-03-02、2026-03-04') as string });
  });

  test('on all of them, however few: not this week', () => {
    const ran = run({ 人员: onlyTwo, ...away('秦朗', '2026-02-14') }, { from: '2026-02-14', to: '2026-02-15' });
    expect(ran.roster[0]!['带班领导']).toBe('于慧');
  });

  test('nobody left: blank, a violation with everybody and his reason', () => {
    const ran = run({ 人员: onlyTwo, 外出: [...away('秦朗', '2026-03-02', '2026-03-04', '2026-03-05')['外出']!, ...away('于慧', '2026-03-02', '2026-03-03', '2026-03-04')['外出']!] }, { from: '2026-03-02', to: '2026-03-08' });
    expect(weeks(ran.roster)).toBe('-7');
    const said = issueOf(ran.issues, 'roster/week-unfilled');
    expect(said).toMatchObject({ severity: 'violation', clause: '值班-二' });
    expect(said.message).toMatch(/秦朗\(公出.*,外出!A2,3天\)、于慧\(.*3天\)/);
    expect(ran.certificate.pools.chief.vector!.unfilled).toBe(1);
    expect(ran.certificate.statement).toContain('科级带班已证明最优,有1个班次无人可排');
  });

  test('a fixed week stays his although he is away', () => {
    const ran = run({ 值班表: led('2026-03-02', 2, '白露'), ...away('白露', '2026-03-04', '2026-03-05', '2026-03-06') }, { from: '2026-03-04', to: '2026-03-08' });
    expect(weeks(ran.roster)).toBe('白露5');
    expect(issueOf(ran.issues, 'roster/chief-away').message).toContain('仍由他带班');
  });

  test('a chief who joins in the middle of the week is away on the days before', () => {
    const staff = onlyTwo.map((row): Cells => (row['姓名'] === '秦朗' ? { ...row, 到办日期: day('2026-03-05') } : row));
    expect(weeks(run({ 人员: staff }, { from: '2026-03-02', to: '2026-03-15' }).roster)).toBe('于慧7 秦朗7');
  });
});

describe('fixed days', () => {
  test('a 带班 lock fixes its day only', () => {
    const ran = run({ 值班表: led('2026-03-04', 1, '白露', { 锁定: '带班' }) }, FOUR_WEEKS);
    expect(ran.roster[2]!['带班领导']).toBe('白露');
    expect(new Set([...ran.roster.slice(0, 2), ...ran.roster.slice(3, 7)].map((row) => row['带班领导'])).size).toBe(1);
  });

  test('a lock on every day of the week is the week', () => {
    const ran = run({ 值班表: [...led('2026-02-16', 7, '白露'), ...led('2026-02-23', 7, '白露'), ...led('2026-03-02', 7, '白露', { 锁定: '是' })] }, FOUR_WEEKS);
    expect(weeks(ran.roster)).toMatch(/^白露7/);
    expect(ran.certificate.pools.chief.vector).toMatchObject({ rangeWeeks: 1 });
  });

  test.each<[string, Cells, Partial<Run>]>([
    ['published', { 状态: '已发布' }, {}],
    ['before keepBefore', {}, { keepBefore: '2026-03-04' }],
  ])('days %s hold the whole week', (_, more, extra) => {
    const before = [...led('2026-02-09', 6, '白露'), ...led('2026-02-24', 6, '白露')];
    const ran = run({ 值班表: [...before, ...led('2026-03-02', 2, '白露', more)] }, { ...FOUR_WEEKS, ...extra });
    expect(weeks(ran.roster)).toMatch(/^白露7 /);
  });

  test('a week wholly in a county leader’s hands uses up nobody’s turn', () => {
    const ran = run({ 值班表: led('2026-03-02', 7, '陆振邦', { 锁定: '带班' }) }, { from: '2026-03-02', to: '2026-03-08' });
    expect(ran.certificate.pools.chief.vector).toMatchObject({ squares: 0, unfilled: 0 });
  });

  test('a second run keeps the weeks', () => {
    const first = run({}, FOUR_WEEKS);
    const again = run({ 值班表: first.roster.map((row): Cells => ({ ...row, 日期: day(String(row['日期'])) })) }, FOUR_WEEKS);
    expect(weeks(again.roster)).toBe(weeks(first.roster));
  });
});

const chief = (order: number): Person => ({ order, label: `K${order}`, level: '科级' }) as unknown as Person;
const [K, L, M] = [chief(0), chief(1), chief(2)];

describe('history of chiefs', () => {
  interface Small {
    readonly from?: string;
    readonly to?: string;
    readonly start?: string;
    readonly leaders?: Readonly<Record<string, Person>>;
    readonly out?: readonly (readonly [Person, string, string])[];
    readonly holidays?: readonly string[];
    readonly eligible?: readonly Person[];
  }
  const plan = (small: Small): ReturnType<typeof planChiefs> => {
    const period = { from: on(small.from ?? '2026-03-16'), to: on(small.to ?? '2026-03-29') };
    const leaders = new Map(Object.entries(small.leaders ?? {}).map(([iso, who]) => [on(iso), who]));
    const input: ChiefInput = {
      period,
      chiefs: [K, L, M],
      eligible: small.eligible ?? [K, L, M],
      start: small.start ? on(small.start) : addDays(period.from, -1),
      isCounted: (date) => !(small.holidays ?? []).map(on).includes(date),
      leaderOn: (date) => leaders.get(date) ?? null,
      fixedOn: () => null,
      fillsOn: () => null,
      standingOn: () => null,
      canBeAsked: (who, date) => !(small.out ?? []).some(([one, a, b]) => one === who && on(a) <= date && date <= on(b)),
      isAway: () => false,
    };
    return planChiefs(input);
  };
  const turns = (small: Small): readonly number[] => plan(small).histories.map((one) => one.chief.turns);

  test.each<[string, Small, readonly number[]]>([
    ['the holder of most days has the turn', { start: '2026-03-01', leaders: { '2026-03-02': K, '2026-03-03': L, '2026-03-04': L } }, [0, 1, 0]],
    ['the earlier on ties', { start: '2026-03-01', leaders: { '2026-03-02': K, '2026-03-04': L } }, [1, 0, 0]],
    ['holidays are no days of his', { start: '2026-03-01', leaders: { '2026-03-02': K, '2026-03-03': K, '2026-03-04': L }, holidays: ['2026-03-02', '2026-03-03'] }, [0, 1, 0]],
    ['nothing before the start', { start: '2026-03-08', leaders: { '2026-03-02': K, '2026-03-09': L } }, [0, 1, 0]],
    ['1/n a week out of post: three weeks of halves', { start: '2026-03-15', to: '2026-04-05', out: [[K, '2026-03-16', '2026-04-05']] }, [2, 0, 0]],
    ['two days out of post are no week', { start: '2026-03-15', out: [[K, '2026-03-16', '2026-03-17']] }, [0, 0, 0]],
    ['three are', { start: '2026-03-15', out: [[K, '2026-03-16', '2026-03-18'], [L, '2026-03-16', '2026-03-18']] }, [1, 1, 0]],
    ['past weeks count only if somebody served', { start: '2026-03-01', leaders: { '2026-03-09': M }, out: [[K, '2026-03-02', '2026-03-15']] }, [1, 0, 1]],
    ['n counts those who have left', { start: '2026-03-15', eligible: [K, L, M, chief(3), chief(4)], out: [[K, '2026-03-16', '2026-03-29']] }, [1, 0, 0]],
    ['nobody could be asked: no credit', { start: '2026-03-15', to: '2026-03-22', out: [K, L, M].map((who) => [who, '2026-03-16', '2026-03-22'] as const) }, [0, 0, 0]],
  ])('%s', (_, small, expected) => {
    expect(turns(small)).toEqual(expected);
  });

  test('a week that goes on into holidays only is past: its turn is carried', () => {
    const small: Small = { start: '2026-03-08', from: '2026-03-14', leaders: { '2026-03-09': K }, holidays: ['2026-03-14', '2026-03-15'] };
    expect(turns(small)).toEqual([1, 0, 0]);
    expect(plan(small).weeks[0]!.week).toMatchObject({ countedDays: 0, fixed: -1 });
    expect(turns({ ...small, holidays: [] })).toEqual([0, 0, 0]);
    expect(plan({ ...small, holidays: [] }).weeks[0]!.week).toMatchObject({ countedDays: 2, fixed: 0 });
  });

  test('a start after the period counts nothing', () => {
    expect(turns({ start: '2026-04-30' })).toEqual([0, 0, 0]);
  });
});

test.each<[number, number, boolean]>([
  [0, 0, false],
  [0, 5, false],
  [2, 5, false],
  [3, 5, true],
  [2, 2, true],
  [1, 1, true],
])('away on %d of %d: %s', (away, counted, expected) => {
  expect(isAwayTooLong(away, counted)).toBe(expected);
});

test('holderOf: most days, the earlier on ties, nobody of nobody', () => {
  expect([holderOf([]), holderOf([null]), holderOf([K, L, L, null]), holderOf([K, L])]).toEqual([null, null, L, K]);
});

test('weeks are clipped to the period', () => {
  const text = weeksIn({ from: on('2026-03-05'), to: on('2026-03-16') }).map(({ from, to }) => `${toISO(from)}+${to - from + 1}`);
  expect(text).toEqual(['2026-03-05+4', '2026-03-09+7', '2026-03-16+1']);
  expect(weeksIn({ from: 1 as CivilDate, to: 0 as CivilDate })).toEqual([]);
});
