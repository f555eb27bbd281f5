/** roster.md, History and credit: what everybody brings along, to the last fraction. */
import { addDays, toISO, type CivilDate } from '../../../src/kernel/date';
import { histories, type HistoryInput } from '../../../src/systems/duty-roster/reading/history';
import { longStretches } from '../../../src/systems/duty-roster/reading/absence-book';
import type { Opening } from '../../../src/systems/duty-roster/reading/openings';
import { slotRange } from '../../../src/kernel/slots';
import type { Person } from '../../../src/systems/office/facts';
import { brief, day, fairnessOf, generate, on, people, type Cells, type Ran, type Run, type Sheets } from './harness';

const FOUR = ['甲一', '乙二', '丙三', '丁四'];
const MARCH: Run = { from: '2026-03-02', to: '2026-03-29' };
const opening = (name: string, until: string | null, counts: Cells = {}): Cells => ({ 姓名: name, 截至日期: until === null ? null : day(until), 周一: 0, 周二: 0, 周三: 0, 周四: 0, 周五: 0, 周六: 0, 周日: 0, 假期: 0, ...counts });
const duty = (date: string, one: string, two: string | null = null): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: two });
const run = (sheets: Sheets, period = MARCH): Ran => generate({ 人员: people(FOUR), ...sheets }, period);
const carried = (ran: Ran): unknown[] => FOUR.map((name) => fairnessOf(ran, name)['期初']);

describe('carried', () => {
  test.each<[string, Sheets, readonly number[]]>([
    ['nothing known: nobody brings anything', {}, [0, 0, 0, 0]],
    ['值班期初', { 值班期初: FOUR.map((name, index) => opening(name, '2026-03-01', { 周一: index + 1, 周日: 1 })) }, [2, 3, 4, 5]],
    ['duties served after 截至日期 and before from', { 值班期初: FOUR.map((name) => opening(name, '2026-02-25')), 值班表: [duty('2026-02-25', '甲一'), duty('2026-02-26', '乙二'), duty('2026-03-01', '丙三')] }, [0, 1, 1, 0]],
    ['each from his own 截至日期', { 值班期初: [opening('甲一', '2026-02-20'), ...FOUR.slice(1).map((name) => opening(name, '2026-02-28'))], 值班表: [duty('2026-02-25', '甲一'), duty('2026-02-26', '乙二')] }, [1, 0, 0, 0]],
    ['holiday duties are counted apart', { 值班期初: FOUR.map((name) => opening(name, '2026-02-14')), 值班表: [duty('2026-02-20', '甲一', '乙二'), duty('2026-02-25', '丙三')] }, [0, 0, 1, 0]],
    ['without 值班期初 from 起算日', { 参数: [{ 键: '起算日', 值: '2026-02-26' }], 值班表: [duty('2026-02-25', '甲一'), duty('2026-02-26', '乙二')] }, [0, 1, 0, 0]],
    ['without both from the first row', { 值班表: [duty('2026-02-25', '甲一'), duty('2026-02-26', '乙二')] }, [1, 1, 0, 0]],
    ['a row without 截至日期 starts with the latest of the others', { 值班期初: [opening('甲一', null, { 周一: 1 }), opening('乙二', '2026-02-20'), opening('丙三', '2026-02-26'), opening('丁四', '2026-02-20')], 值班表: [duty('2026-02-25', '甲一'), duty('2026-02-27', '甲一')] }, [2, 0, 0, 0]],
    ['who has no row gets the mean of the others, rounded half up', { 值班期初: [opening('甲一', '2026-03-01', { 周一: 1 }), opening('乙二', '2026-03-01', { 周一: 2 })] }, [1, 2, 2, 2]],
    ['and his history starts with the latest of the others', { 值班期初: FOUR.slice(0, 3).map((name) => opening(name, '2026-02-26')), 值班表: [duty('2026-02-26', '丁四'), duty('2026-02-27', '丁四')] }, [0, 0, 0, 1]],
    ['rows of people who are no clerks are in no mean', { 值班期初: [opening('甲一', '2026-03-01', { 周一: 2 }), opening('秦朗', '2026-03-01', { 周一: 20 })] }, [2, 2, 2, 2]],
  ])('%s', (_, sheets, expected) => {
    expect(carried(run(sheets))).toEqual(expected);
  });

  test('a mean is added to weekdays exactly and apportioned by largest remainder, the earlier weekday first', () => {
    // means of 1/2 on Monday, Tuesday and Friday: 3/2 rounds to 2
    const ran = run({ 值班期初: [opening('甲一', '2026-03-01', { 周一: 1, 周二: 1 }), opening('乙二', '2026-03-01', { 周五: 1 })] }, { from: '2026-03-07', to: '2026-03-08' });
    const free = fairnessOf(ran, '丙三')['本期'] === 0 ? '丙三' : '丁四';
    expect(['期初', '周一', '周二', '周三', '周四', '周五'].map((title) => fairnessOf(ran, free)[title])).toEqual([2, 1, 1, 0, 0, 0]);
  });

  test.each<[string, Sheets, string]>([
    ['twice the same person', { 值班期初: [opening('甲一', '2026-03-01'), opening('甲一', '2026-03-01')] }, 'error duty-opening/twice 值班期初!A3'],
    ['a negative count', { 值班期初: [opening('甲一', '2026-03-01', { 周三: -1 })] }, 'error duty-opening/negative 值班期初!E2'],
    ['a fraction', { 值班期初: [opening('甲一', '2026-03-01', { 周三: 1.5 })] }, 'error cell/number-not-whole 值班期初!E2'],
    ['an unknown person', { 值班期初: [opening('某某', '2026-03-01')] }, 'error person/unknown 值班期初!A2'],
    ['截至日期 in the period', { 值班期初: [opening('甲一', '2026-03-02')] }, 'warning duty-opening/not-before 值班期初!B2'],
  ])('%s is told at its cell', (_, sheets, expected) => {
    expect(brief(run(sheets).issues)).toContain(expected);
  });
});

const p = (order: number): Person => ({ order, name: `P${order}`, label: `P${order}` }) as unknown as Person;
const [A, B, C, D] = [p(0), p(1), p(2), p(3)];

interface Small {
  readonly clerks?: readonly Person[];
  readonly eligible?: readonly Person[];
  readonly from?: string;
  readonly to?: string;
  readonly since?: string | null;
  readonly first?: string | null;
  readonly openings?: readonly Partial<Opening>[];
  /** `out`: person, from, to (both included). */
  readonly out?: readonly (readonly [Person, string, string])[];
  readonly long?: readonly (readonly [Person, string, string])[];
  readonly served?: Readonly<Record<string, readonly Person[]>>;
  readonly need?: number;
  readonly holidays?: readonly string[];
}

function historyOf(small: Small): ReturnType<typeof histories> {
  const within = (list: Small['out'], person: Person, date: CivilDate): boolean => (list ?? []).some(([who, from, to]) => who === person && on(from) <= date && date <= on(to));
  const served = new Map(Object.entries(small.served ?? {}).map(([iso, who]) => [on(iso), who]));
  const holidays = new Set((small.holidays ?? []).map(on));
  const input: HistoryInput = {
    period: { from: on(small.from ?? '2026-03-02'), to: on(small.to ?? '2026-03-08') },
    clerks: small.clerks ?? [A, B, C, D],
    eligible: small.eligible ?? small.clerks ?? [A, B, C, D],
    openings: new Map((small.openings ?? []).map((one) => [one.person!.order, { until: null, weekdays: [0, 0, 0, 0, 0, 0, 0], holiday: 0, festivals: [0, 0, 0, 0, 0, 0, 0], newYear: 0, sheet: '', cell: '', ...one } as Opening])),
    since: small.since === undefined || small.since === null ? null : on(small.since),
    firstRow: small.first === undefined || small.first === null ? null : on(small.first),
    isEligible: (person, date) => !within(small.out, person, date),
    isLongAbsent: (person, date) => within(small.long, person, date),
    festivalOn: (date) => (holidays.has(date) ? '春节' : ''),
    isNewYear: (date) => holidays.has(date) && date === on('2026-02-17'),
    servedOn: (date) => served.get(date) ?? [],
    needOn: (date) => (holidays.has(date) ? 2 : (small.need ?? 1)),
  };
  return histories(input);
}

describe('credit', () => {
  const credits = (small: Small, who: number): string => historyOf(small)[who]!.credit.map((one) => `${one.clerks}/${one.people}${one.holiday ? '假' : ''}`).join(' ');

  test.each<[string, Small, string]>([
    ['1/n for every day of the period out of post; n does not count him', { out: [[A, '2026-03-02', '2026-03-04']] }, '1/3 1/3 1/3'],
    ['on a long absence too', { long: [[A, '2026-03-02', '2026-03-03']] }, '1/3 1/3'],
    ['n leaves out whoever else is away that day', { out: [[A, '2026-03-02', '2026-03-03'], [B, '2026-03-03', '2026-03-08']] }, '1/3 1/2'],
    ['n counts those who have left since', { clerks: [A, B], eligible: [A, B, C, D], out: [[A, '2026-03-02', '2026-03-02'], [D, '2026-03-05', '2026-12-31']] }, '1/3'],
    ['a day of k clerks gives k/n', { need: 2, out: [[A, '2026-03-02', '2026-03-02']] }, '2/3'],
    ['holidays in their own sum', { holidays: ['2026-03-02'], out: [[A, '2026-03-02', '2026-03-03']] }, '2/3假 1/3'],
    ['past days count only if somebody served', { since: '2026-02-26', served: { '2026-02-27': [B], '2026-03-01': [B, C] }, out: [[A, '2026-02-20', '2026-03-01']] }, '1/3 2/3'],
    ['not before his start', { openings: [{ person: A, until: on('2026-02-28') }], served: { '2026-02-27': [B], '2026-03-01': [B] }, out: [[A, '2026-02-20', '2026-03-01']] }, '1/3'],
    ['up to the last day of the period', { out: [[A, '2026-03-08', '2026-04-30']] }, '1/3'],
    ['nobody left to ask: nothing to credit', { out: [A, B, C, D].map((who) => [who, '2026-03-02', '2026-03-08'] as const) }, ''],
    ['short leave is caught up: no credit', {}, ''],
  ])('%s', (_, small, expected) => {
    expect(credits(small, 0)).toBe(expected);
  });

  test('the exact shares are added, then rounded: the total half up, the weekdays by largest remainder', () => {
    // seven days at 1/3: 7/3 rounds to 2; each weekday has 1/3, the earlier ones get it
    const [history] = historyOf({ out: [[A, '2026-03-02', '2026-03-08']] });
    expect([history!.total, history!.weekdays]).toEqual([2, [1, 1, 0, 0, 0, 0, 0]]);
  });

  test('a half goes up', () => {
    const [history] = historyOf({ clerks: [A, B, C], out: [[A, '2026-03-07', '2026-03-07']] });
    expect([history!.total, history!.weekdays]).toEqual([1, [0, 0, 0, 0, 0, 1, 0]]);
  });

  test('mean and credit are added before rounding', () => {
    // mean 1/2 on Monday, credit 1/3 on Monday: 5/6 rounds to 1, although both alone would give 1 and 0
    const [history] = historyOf({ to: '2026-03-02', out: [[A, '2026-03-02', '2026-03-02']], openings: [{ person: B, until: on('2026-03-01'), weekdays: [1, 0, 0, 0, 0, 0, 0] }, { person: C, until: on('2026-03-01') }] });
    expect([history!.carried, history!.total]).toEqual([1, 1]);
  });

  test('holiday, festival and 除夕初一 sums', () => {
    const small: Small = {
      since: '2026-02-16',
      holidays: ['2026-02-17', '2026-02-18', '2026-02-19'],
      served: { '2026-02-17': [A, B], '2026-02-18': [A, C], '2026-02-19': [C, D], '2026-02-20': [D] },
      openings: [A, B, C].map((person, index) => ({ person, until: on('2026-02-16'), holiday: index + 2, festivals: [0, index, 0, 0, 0, 0, 0], newYear: 1 })),
    };
    expect(historyOf(small).map(({ holiday, festivals, newYear, total }) => [holiday, festivals.get('春节'), newYear, total])).toEqual([
      [4, 2, 2, 0],
      [4, 2, 2, 0],
      [6, 4, 1, 0],
      [4, 2, 1, 1],
    ]);
  });

  test('joiners are neither favoured nor made to catch up', () => {
    const joined = { 丁四: { 到办日期: day('2026-03-16') } };
    const ran = generate({ 人员: people(FOUR, joined), 值班期初: FOUR.slice(0, 3).map((name) => opening(name, '2026-03-01', { 周一: 5 })) }, MARCH);
    // 14 days at 1/3 are 14/3: five that he could not be asked for
    expect(fairnessOf(ran, '丁四')).toMatchObject({ 期初: 5, 离岗折算: 5 });
    expect(FOUR.map((name) => fairnessOf(ran, name)['合计']).sort()).toEqual([13, 13, 13, 14]);
  });

  test('adjoining rows make one long absence, also beyond the period; 参数 长假天数', () => {
    const rows = [
      { 姓名: '丁四', 假别: '病假', 开始日期: day('2026-02-10'), 结束日期: day('2026-03-04') },
      { 姓名: '丁四', 假别: '年休假', 开始日期: day('2026-03-05'), 结束日期: day('2026-03-12') },
    ];
    const credit = (more: Sheets): unknown => fairnessOf(run({ 请假: rows, ...more }), '丁四')['离岗折算'];
    // 31 days; 11 of them in the period, at 1/3
    expect(credit({})).toBe(4);
    expect(credit({ 参数: [{ 键: '长假天数', 值: 32 }] })).toBe(0);
    expect(credit({ 请假: [rows[0]!, { ...rows[1]!, 开始日期: day('2026-03-06') }] })).toBe(0);
  });
});

describe('long absences', () => {
  const range = (from: string, to: string, fromHalf: 'am' | 'pm' = 'am', toHalf: 'am' | 'pm' = 'pm') => slotRange(on(from), fromHalf, on(to), toHalf);
  test.each<[string, readonly ReturnType<typeof range>[], number, readonly string[]]>([
    ['exactly so many days', [range('2026-03-01', '2026-03-30')], 30, ['2026-03-01 30']],
    ['one too few', [range('2026-03-01', '2026-03-29')], 30, []],
    ['half a day at either end is no whole day', [range('2026-03-01', '2026-03-30', 'pm')], 30, []],
    ['nor at its end', [range('2026-03-01', '2026-03-30', 'am', 'am')], 30, []],
    ['two halves of different rows make a day', [range('2026-03-01', '2026-03-15', 'am', 'am'), range('2026-03-15', '2026-03-30', 'pm')], 30, ['2026-03-01 30']],
    ['overlapping rows', [range('2026-03-10', '2026-03-30'), range('2026-03-01', '2026-03-12')], 30, ['2026-03-01 30']],
    ['one inside another', [range('2026-03-01', '2026-03-30'), range('2026-03-10', '2026-03-11')], 30, ['2026-03-01 30']],
    ['a morning between breaks it', [range('2026-03-01', '2026-03-15'), range('2026-03-16', '2026-03-30', 'pm')], 15, ['2026-03-01 15']],
    ['a single half is nothing', [range('2026-03-01', '2026-03-01', 'pm')], 1, []],
  ])('%s', (_, ranges, minimum, expected) => {
    expect(longStretches(ranges, minimum).map(({ from, to }) => `${toISO(from)} ${to - from + 1}`)).toEqual(expected);
  });
});

test('weekdays add up to the total whatever the fractions', () => {
  for (let out = 0; out <= 40; out += 1) {
    const [history] = historyOf({ to: '2026-04-12', out: [[A, '2026-03-02', '2026-03-02'], [A, '2026-03-03', addDaysIso('2026-03-02', out)]], openings: [{ person: B, until: on('2026-03-01'), weekdays: [1, 2, 0, 0, 1, 0, 3] }, { person: C, until: on('2026-03-01') }, { person: D, until: on('2026-03-01'), weekdays: [0, 0, 1, 0, 0, 0, 0] }] });
    expect(history!.weekdays.reduce((sum, count) => sum + count, 0)).toBe(history!.total);
  }
});

function addDaysIso(iso: string, days: number): string {
  const date = addDays(on(iso), days);
  return toISO(date);
}
