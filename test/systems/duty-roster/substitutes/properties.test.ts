/** What holds of every ranking: it is complete, it breaks nothing, and its numbers are what anybody recounts. */
import fc from 'fast-check';
import { addDays, toISO } from '../../../../src/kernel/date';
import { checkBook, day, on, people, type Cells, type Json, type Sheets } from '../harness';
import { recount } from '../recount';
import { ask } from './ask';

const SEED = { seed: 20260409, numRuns: 60 };
const NAMES = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七'];
const [FROM, TO] = ['2026-04-01', '2026-04-30'];
const HOLIDAY = ['2026-04-04', '2026-04-05', '2026-04-06'];
const HOLIDAYS = new Set<number>(HOLIDAY.map(on));
const iso = (offset: number): string => toISO(addDays(on(FROM), offset));

interface Office {
  readonly sheets: Sheets;
  readonly rows: readonly Json[];
  readonly date: string;
  readonly person: string;
  readonly gap: number;
}

/** April as it happens to stand, with what was carried over, a few absences and days off. */
const offices: fc.Arbitrary<Office> = fc
  .record({
    size: fc.integer({ min: 4, max: 7 }),
    gap: fc.integer({ min: 1, max: 4 }),
    who: fc.array(fc.nat(6), { minLength: 34, maxLength: 34 }),
    at: fc.oneof(fc.nat(29), fc.integer({ min: 3, max: 5 })),
    second: fc.boolean(),
    openings: fc.array(fc.record({ who: fc.nat(6), counts: fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }) }), { maxLength: 6 }),
    leaves: fc.array(fc.record({ who: fc.nat(6), at: fc.integer({ min: -3, max: 29 }), days: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(40)) }), { maxLength: 4 }),
    off: fc.array(fc.record({ who: fc.nat(6), at: fc.nat(29), days: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom('不能排', '尽量不排', '希望排') }), { maxLength: 4 }),
    never: fc.option(fc.nat(6), { nil: null }),
  })
  .map(({ size, gap, who, at, second, openings, leaves, off, never }): Office => {
    const clerks = NAMES.slice(0, size);
    const name = (index: number): string => clerks[index % size]!;
    const rows = Array.from({ length: 34 }, (_, index): Json => {
      const date = iso(index - 4);
      const one = name(who[index]!);
      const other = name(who[index]! + 1 + (who[(index + 1) % 34]! % (size - 1)));
      return { 日期: date, 值班人员: one, 值班人员二: HOLIDAY.includes(date) ? other : null, 带班领导: HOLIDAY.includes(date) ? (who[index]! % 2 === 0 ? '陆振邦' : '顾明远') : '秦朗' };
    });
    const known = new Map(openings.map((one) => [name(one.who), one.counts]));
    const titles = ['周一', '周二', '周三', '周四', '周五', '周六', '周日', '假期'];
    const asked = rows[at + 4]!;
    return {
      rows,
      gap,
      date: iso(at),
      person: String((second && asked['值班人员二']) || asked['值班人员']),
      sheets: {
        人员: people(clerks, never === null ? {} : { [name(never)]: { 固定不排: '周四' } }),
        分管: [{ 事项: '值班', 科级: '秦朗' }],
        值班表: rows.map((row): Cells => ({ ...row, 日期: day(String(row['日期'])) })),
        值班期初: [...known].map(([who_, counts]): Cells => ({ 姓名: who_, 截至日期: day(iso(-5)), ...Object.fromEntries(titles.map((title, index) => [title, counts[index]!])) })),
        请假: leaves.map((one): Cells => ({ 姓名: name(one.who), 假别: '年休假', 开始日期: day(iso(one.at)), 结束日期: day(iso(one.at + one.days - 1)) })),
        不排日: off.map((one): Cells => ({ 姓名: name(one.who), 开始日期: day(iso(one.at)), 结束日期: day(iso(one.at + one.days - 1)), 性质: one.kind })),
        领导联系: [
          { 县级领导: '陆振邦', 联系文秘: `${clerks[0]!}、${clerks[1]!}` },
          { 县级领导: '顾明远', 联系文秘: clerks[2]! },
        ],
        参数: [{ 键: '最小间隔', 值: gap }],
      },
    };
  });

const slip = (date: string, from: string, to: string): Cells => ({
  类型: '顶替',
  原日期: day(date),
  原值班人: from,
  顶替人: to,
  批准人: '秦朗',
  批准时间: day(iso(-2)),
  报告带班领导时间: day(iso(-2)),
  综合股报备时间: day(iso(-2)),
  信息股通报时间: day(iso(-2)),
});

interface State {
  readonly broken: readonly string[];
  readonly messages: ReadonlySet<string>;
  readonly levels: Readonly<Record<string, number>>;
}

/** What is broken and how fair it is, with some slips written. */
function stateWith(office: Office, slips: readonly Cells[]): State {
  const sheets = { ...office.sheets, 调换班: slips };
  const issues = checkBook(sheets);
  const broken = issues.filter(({ severity }) => severity === 'error' || severity === 'violation');
  const counted = recount(sheets, office.rows, FROM, TO, office.gap, HOLIDAYS);
  const holidayDuties = counted.rows.map(({ name }) => HOLIDAY.filter((date) => servedOn(office, slips, date).includes(name)).length);
  return {
    broken: broken.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`),
    messages: new Set(broken.map(({ message }) => message)),
    levels: {
      缺联系文秘的天数: issues.filter(({ code, message }) => code === 'duty/liaison-missing' && HOLIDAY.some((date) => message.startsWith(date))).length,
      合计平方和: counted.totals,
      星期平方和: counted.weekday,
      周末平方和: counted.weekend,
      假期平方和: counted.holidaySquares,
      节次平方和: holidayDuties.reduce((sum, count) => sum + count * count, 0),
    },
  };
}

function servedOn({ rows }: Office, slips: readonly Cells[], date: string): readonly string[] {
  const row = rows.find((one) => one['日期'] === date)!;
  return [row['值班人员'], row['值班人员二']].filter((name) => name !== null).map((name) => String(slips.find((one) => (one['原日期'] as { date: number }).date === on(date) && one['原值班人'] === name)?.['顶替人'] ?? name));
}

/** 合计平方和+2 as a number; 0 where it is not said. */
function stated(row: Json, name: string): number {
  return Number(new RegExp(`(?:^|,)${name}([+-]\\d+)`).exec(String(row['影响']))?.[1] ?? 0);
}

const REGULAR = ['合计平方和', '星期平方和', '周末平方和'];
const ORDER = ['缺联系文秘的天数', '假期平方和', '节次平方和'];

/** The levels after, worst first. */
const vector = (state: State, date: string): readonly number[] => (HOLIDAY.includes(date) ? ORDER : REGULAR).map((name) => state.levels[name]!);

function slipsOf({ date, person }: Office, row: Json): readonly Cells[] {
  const other = String(row['姓名']);
  return [slip(date, person, other), ...(row['对调日期'] === null ? [] : [slip(String(row['对调日期']), other, person)])];
}

test('every proposal breaks nothing that was whole, and changes the levels by what it says', () => {
  fc.assert(
    fc.property(offices, (office) => {
      const before = stateWith(office, []);
      const { substitutes, exchanges } = ask(office.sheets, { date: office.date, person: office.person, keepBefore: FROM });
      const proposals = [...substitutes, ...exchanges].filter((row) => row['名次'] !== null);
      for (const row of proposals) {
        const after = stateWith(office, slipsOf(office, row));
        expect(after.broken.filter((one) => !before.broken.includes(one))).toEqual([]);
        for (const [name, value] of Object.entries(after.levels)) expect(`${name}${stated(row, name)}`).toBe(`${name}${value - before.levels[name]!}`);
      }
    }),
    SEED,
  );
});

test('the order is that of the recounted levels, everybody else stands in it once, and who is left out would break something', () => {
  fc.assert(
    fc.property(offices, (office) => {
      const before = stateWith(office, []);
      const { substitutes, exchanges } = ask(office.sheets, { date: office.date, person: office.person });
      expect(substitutes.map((row) => row['姓名']).sort()).toEqual(office.sheets['人员']!.filter((row) => row['是否文秘'] === '是' && row['姓名'] !== office.person).map((row) => row['姓名']).sort());
      for (const list of [substitutes, exchanges]) {
        const proposals = list.filter((row) => row['名次'] !== null);
        expect(proposals.map((row) => row['名次'])).toEqual(proposals.map((_, index) => index + 1));
        const levels = proposals.map((row) => vector(stateWith(office, slipsOf(office, row)), office.date));
        levels.slice(1).forEach((next, index) => {
          const at = next.findIndex((value, level) => value !== levels[index]![level]);
          // levels between these (除夕初一) do not occur in April
          if (at >= 0) expect(next[at]!).toBeGreaterThan(levels[index]![at]!);
        });
      }
      for (const row of substitutes.filter((one) => one['名次'] === null)) {
        const after = stateWith(office, [slip(office.date, office.person, String(row['姓名']))]);
        expect([...after.messages].filter((message) => !before.messages.has(message))).not.toEqual([]);
      }
    }),
    SEED,
  );
});
