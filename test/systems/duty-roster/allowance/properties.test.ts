/** What holds of any month's allowances. */
import fc from 'fast-check';
import { addDays, toISO } from '../../../../src/kernel/date';
import { day, on, type Cells, type Sheets } from '../harness';
import { at, duty, FIVE, rate, run, slip, type Ran } from './month';

const RUN = { seed: 20260301, numRuns: 40 };

interface Month {
  readonly rows: readonly Cells[];
  readonly sheets: Sheets;
}

const fenAmount = fc.integer({ min: 0, max: 20_000 }).map((value) => value / 100);

/** April 2026 (清明: 4 to 6), some days with two, some rested for, some swapped, approved or not, some signed by anybody. */
const month: fc.Arbitrary<Month> = fc
  .record({
    days: fc.array(fc.record({ one: fc.integer({ min: 0, max: 4 }), step: fc.integer({ min: 0, max: 3 }), event: fc.integer({ min: 0, max: 11 }) }), { minLength: 1, maxLength: 30 }),
    amounts: fc.tuple(fenAmount, fenAmount, fenAmount, fenAmount),
    cap: fc.option(fc.integer({ min: 0, max: 60_000 }).map((value) => value / 100)),
    leads: fc.boolean(),
  })
  .map(({ days, amounts, cap, leads }) => {
    const dates = days.map((_, index) => toISO(addDays(on('2026-04-01'), index)));
    const name = (index: number): string => FIVE[index % 5]!;
    const when = (event: number): readonly number[] => days.flatMap((one, index) => (one.event === event ? [index] : []));
    return {
      rows: days.map(({ one, step }, index) => duty(dates[index]!, name(one), { 值班人员二: step === 0 ? null : name(one + step) })),
      sheets: {
        费率表: [
          ...['工作日', '周末', '假期', '法定日'].map((dayClass, index) => rate(dayClass, amounts[index]!, { 月封顶: cap })),
          ...(leads ? [rate('工作日', 30, { 对象: '带班领导' })] : []),
        ],
        值班补休: when(0).map((index) => ({ 姓名: name(days[index]!.one), 值班日期: day(dates[index]!), 补休日期: day('2026-05-08') })),
        调换班: [
          ...when(1).map((index) => slip(dates[index]!, name(days[index]!.one), name(days[index]!.one + 4))),
          ...when(2).map((index) => slip(dates[index]!, name(days[index]!.one), name(days[index]!.one + 4), { 批准人: null, 批准时间: null })),
          ...when(3).map((index) => slip(dates[index]!, name(days[index]!.one), name(days[index]!.one + 4), { 批准时间: at(`${dates[index]!} 10:00`) })),
        ],
        交接班: when(4).map((index) => ({ 日期: day(dates[index]!), 接班人: name(days[index]!.one + 2) })),
      },
    };
  });

const APRIL = { month: '2026-04', acceptErrors: true } as const;
const fenOf = (value: unknown): number => Math.round(Number(value) * 100);
const sum = (ran: Ran, title: string): number => ran.lines.reduce((total, line) => total + fenOf(line[title]), 0);

test('what is paid is what was earned less what was taken off, never less than nothing, never more than the cap', () => {
  fc.assert(
    fc.property(month, ({ rows, sheets }) => {
      const ran = run(rows, sheets, APRIL);
      for (const line of ran.lines) {
        expect(fenOf(line['实发金额'])).toBe(fenOf(line['应发金额']) - fenOf(line['补休扣减']) - fenOf(line['暂扣金额']) - fenOf(line['封顶扣减']));
        expect(fenOf(line['实发金额'])).toBeGreaterThanOrEqual(0);
        const cap = line['对象'] === '值班人员' ? sheets['费率表']![0]!['月封顶'] : null;
        if (cap !== null) expect(fenOf(line['实发金额'])).toBeLessThanOrEqual(fenOf(cap));
        if (fenOf(line['封顶扣减']) > 0) expect(fenOf(line['实发金额'])).toBe(fenOf(cap));
      }
    }),
    RUN,
  );
});

test('every duty of the details is in exactly one line', () => {
  fc.assert(
    fc.property(month, ({ rows, sheets }) => {
      const ran = run(rows, sheets, APRIL);
      expect(ran.lines.reduce((total, line) => total + Number(line['班次合计']), 0)).toBe(ran.details.length);
      expect(sum(ran, '应发金额')).toBe(ran.details.reduce((total, row) => total + fenOf(row['金额']), 0));
      for (const settlement of ['暂扣', '已补休不发'] as const) {
        expect(sum(ran, settlement === '暂扣' ? '暂扣金额' : '补休扣减')).toBe(ran.details.reduce((total, row) => total + (row['处理'] === settlement ? fenOf(row['金额']) : 0), 0));
      }
    }),
    RUN,
  );
});

test('the order of rows, and the rows of other months, decide nothing', () => {
  fc.assert(
    fc.property(month, ({ rows, sheets }) => {
      const there = run(rows, sheets, APRIL);
      const back = run([duty('2026-03-31', '甲一'), ...[...rows].reverse(), duty('2026-05-01', '乙二')], { ...sheets, 值班补休: [...sheets['值班补休']!].reverse() }, APRIL);
      expect([back.lines, back.details]).toEqual([there.lines, there.details]);
    }),
    RUN,
  );
});

test('a swap neither makes nor loses a duty, and moves only its own', () => {
  fc.assert(
    fc.property(month, ({ rows, sheets }) => {
      const without = run(rows, { ...sheets, 调换班: [], 交接班: [] }, APRIL);
      const swapped = run(rows, sheets, APRIL);
      // a substitute who serves already that day is an error, or counts once
      expect(swapped.details.length).toBeLessThanOrEqual(without.details.length);
      const moved = new Set([...sheets['调换班']!.map((row) => JSON.stringify(row['原日期'])), ...sheets['交接班']!.map((row) => JSON.stringify(row['日期']))]);
      const still = (ran: Ran): readonly unknown[] => ran.details.filter((row) => !moved.has(JSON.stringify(day(String(row['日期'])))));
      expect(still(swapped)).toEqual(still(without));
    }),
    RUN,
  );
});

test('a higher standard never pays anybody less', () => {
  fc.assert(
    fc.property(month, ({ rows, sheets }) => {
      const before = run(rows, sheets, APRIL);
      const after = run(rows, { ...sheets, 费率表: sheets['费率表']!.map((row) => ({ ...row, 标准: Number(row['标准']) + 1 })) }, APRIL);
      before.lines.forEach((line, index) => expect(fenOf(after.lines[index]!['实发金额'])).toBeGreaterThanOrEqual(fenOf(line['实发金额'])));
    }),
    RUN,
  );
});
