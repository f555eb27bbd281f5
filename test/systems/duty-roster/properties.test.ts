/** What holds of every roster, on small offices with joiners, leavers, long and short leave, history and locks. */
import fc from 'fast-check';
import { addDays, toISO, type CivilDate } from '../../../src/kernel/date';
import { createCalendar } from '../../../src/kernel/calendar';
import type { MemoryWorkbook } from '../../../src/hosts/memory';
import { CELL_KIND } from '../../../src/workbook/cell';
import { cellAt } from '../../../src/workbook/snapshot';
import { fromSerial } from '../../../src/kernel/date';
import { day, on, people, runOn, snapshot, workbookOf, written, type Cells, type Json, type Sheets } from './harness';
import { recount } from './recount';

const SEED = { seed: 20260301, numRuns: 40 };
const NAMES = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八'];
const calendar = createCalendar();

interface Office {
  readonly sheets: Sheets;
  readonly from: string;
  readonly to: string;
  readonly gap: number;
}

const iso = (date: number): string => toISO(date as CivilDate);
const START = on('2026-03-20');

/** Period around 清明; history before it; a few leaves. */
const offices: fc.Arbitrary<Office> = fc
  .record({
    size: fc.integer({ min: 4, max: 8 }),
    offset: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 30 }),
    gap: fc.integer({ min: 1, max: 3 }),
    openings: fc.array(fc.record({ who: fc.nat(7), until: fc.integer({ min: -12, max: -1 }), counts: fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }) }), { maxLength: 6 }),
    history: fc.array(fc.nat(7), { maxLength: 10 }),
    leaves: fc.array(fc.record({ who: fc.nat(7), at: fc.integer({ min: -40, max: 40 }), days: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 28, max: 45 })) }), { maxLength: 5 }),
    joined: fc.option(fc.record({ who: fc.nat(7), at: fc.integer({ min: -10, max: 25 }) }), { nil: null }),
    left: fc.option(fc.record({ who: fc.nat(7), at: fc.integer({ min: -8, max: 30 }) }), { nil: null }),
    since: fc.option(fc.integer({ min: -10, max: 0 }), { nil: null }),
    locks: fc.array(fc.record({ who: fc.nat(7), at: fc.nat(29) }), { maxLength: 2 }),
  })
  .map(({ size, offset, length, gap, openings, history, leaves, joined, left, since, locks }): Office => {
    const clerks = NAMES.slice(0, size);
    const name = (who: number): string => clerks[who % size]!;
    const from = START + offset;
    const more: Record<string, Cells> = {};
    if (joined) more[name(joined.who)] = { 到办日期: day(iso(from + joined.at)) };
    if (left && name(left.who) !== (joined ? name(joined.who) : '')) more[name(left.who)] = { 离办日期: day(iso(from + left.at)) };
    const known = new Map(openings.map((one) => [name(one.who), one]));
    const titles = ['周一', '周二', '周三', '周四', '周五', '周六', '周日', '假期'];
    const past = history.map((who, index): Cells => ({ 日期: day(iso(from - history.length + index)), 值班人员: name(who), 值班人员二: null, 锁定: null }));
    const fixed = new Map(locks.filter(({ at }) => at < length).map(({ who, at }) => [from + at, name(who)]));
    return {
      from: iso(from),
      to: iso(from + length - 1),
      gap,
      sheets: {
        人员: people(clerks, more),
        值班期初: [...known].map(([who, one]): Cells => ({ 姓名: who, 截至日期: day(iso(from + one.until)), ...Object.fromEntries(titles.map((title, index) => [title, one.counts[index]!])) })),
        值班表: [...past, ...[...fixed].map(([date, who]): Cells => ({ 日期: day(iso(date)), 值班人员: who, 值班人员二: null, 锁定: '是' }))],
        请假: leaves.map((one): Cells => ({ 姓名: name(one.who), 假别: '年休假', 开始日期: day(iso(from + one.at)), 结束日期: day(iso(from + one.at + one.days - 1)) })),
        参数: [{ 键: '最小间隔', 值: gap }, ...(since === null ? [] : [{ 键: '起算日', 值: iso(from + since) }])],
      },
    };
  });

const hasHoliday = ({ from, to }: Office): boolean => calendar.holidays({ from: on(from), to: on(to) }).length > 0;
const holidaysFrom = (from: string): ReadonlySet<number> => new Set(Array.from({ length: 140 }, (_, index) => addDays(on(from), index - 70)).filter((date) => calendar.isHoliday(date)));

/** 值班表 as it stands in the workbook, as JSON rows. */
function standing(book: MemoryWorkbook): Json[] {
  const sheet = book.sheet('值班表').snapshot();
  const titles = Array.from({ length: sheet.columnCount }, (_, column) => String(cellAt(sheet, 0, column).value ?? ''));
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) =>
    Object.fromEntries(titles.map((title, column) => {
      const cell = cellAt(sheet, row + 1, column);
      return [title, cell.kind === CELL_KIND.date ? toISO(fromSerial(cell.value as number)) : (cell.value as string | number | null)];
    })),
  );
}

/** Runs once; offices whose random locks contradict are written with the errors accepted. */
async function rostered(office: Office): Promise<{ readonly book: MemoryWorkbook; readonly ran: Awaited<ReturnType<typeof written>> }> {
  const book = workbookOf(office.sheets);
  const ran = await written(book, { from: office.from, to: office.to, acceptErrors: true });
  // random leavers may leave nobody
  fc.pre(ran.fairness.length > 0);
  return { book, ran };
}

test('公平性 and the certificate are what anybody recounts from the written sheets', async () => {
  await fc.assert(
    fc.asyncProperty(offices, async (office) => {
      const { book, ran } = await rostered(office);
      const counted = recount(office.sheets, standing(book), office.from, office.to, office.gap, holidaysFrom(office.from));
      expect(ran.fairness.map((row) => [row['姓名'], row['期初'], row['离岗折算'], row['本期'], row['合计'], [1, 2, 3, 4, 5, 6, 7].map((index) => row[`周${'一二三四五六日'[index - 1]!}`]), row['假期']])).toEqual(
        counted.rows.map((row) => [row.name, row.carried, row.credit, row.now, row.total, row.weekdays, row.holiday]),
      );
      const { regular, holiday } = ran.certificate.pools;
      expect(regular.vector).toMatchObject({ totals: counted.totals, weekday: counted.weekday, weekend: counted.weekend, rangeTotals: counted.rangeTotals, rangeWeekday: counted.rangeWeekday });
      expect(holiday.vector!.squares).toBe(counted.holidaySquares);
      const sum = counted.rows.reduce((all, row) => all + row.total, 0);
      for (const row of ran.fairness) {
        expect(row['周末']).toBe(Number(row['周六']) + Number(row['周日']));
        expect(row['应排']).toBeCloseTo(sum / counted.rows.length, 9);
        expect(Math.abs(Number(row['差额']) - (Number(row['合计']) - sum / counted.rows.length))).toBeLessThanOrEqual(0.005 + 1e-9);
      }
    }),
    SEED,
  );
});

test('a second run changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(offices, async (office) => {
      const { book } = await rostered(office);
      const again = runOn(snapshot(book), { from: office.from, to: office.to, acceptErrors: true });
      expect(again.computation.plan.changes).toEqual([]);
      expect(again.changes).toEqual([]);
    }),
    SEED,
  );
});

test('nobody is rostered by us against leave, post, the gap or twice a day; what is open is told', async () => {
  await fc.assert(
    fc.asyncProperty(offices, async (office) => {
      const { book, ran } = await rostered(office);
      const locked = new Set(office.sheets['值班表']!.filter((row) => row['锁定'] === '是').map((row) => `${iso((row['日期'] as unknown as { date: number }).date)}${String(row['值班人员'])}`));
      const served = standing(book).flatMap((row) => [row['值班人员'], ...String(row['值班人员二'] ?? '').split('、')].flatMap((name) => (name === null || name === '' ? [] : [{ date: String(row['日期']), name: String(name) }])));
      const told = ran.issues.map(({ message }) => message).join('\n');
      for (const row of ran.roster) {
        const date = String(row['日期']);
        const mine = served.filter((one) => one.date === date);
        expect(new Set(mine.map(({ name }) => name)).size).toBe(mine.length);
        if (mine.length < (row['日期类型'] === '假期' ? 2 : 1)) expect(told).toContain(date);
        for (const { name } of mine) {
          if (locked.has(`${date}${name}`)) continue;
          const person = office.sheets['人员']!.find((one) => one['姓名'] === name)!;
          const [joined, left] = [person['到办日期'], person['离办日期']].map((cell) => (cell ? (cell as unknown as { date: number }).date : null));
          expect(joined === null || joined === undefined || joined <= on(date)).toBe(true);
          expect(left === null || left === undefined || on(date) < left).toBe(true);
          for (const leave of office.sheets['请假']!) {
            if (leave['姓名'] !== name) continue;
            const [a, b] = [leave['开始日期'], leave['结束日期']].map((cell) => (cell as unknown as { date: number }).date);
            expect(on(date) < a! || on(date) > b!).toBe(true);
          }
          for (const other of served) {
            const apart = Math.abs(on(other.date) - on(date));
            if (other.name === name && apart > 0) expect(apart).toBeGreaterThanOrEqual(office.gap);
          }
        }
      }
    }),
    SEED,
  );
});

test('locks and hand changes survive', async () => {
  await fc.assert(
    fc.asyncProperty(offices, fc.nat(29), fc.nat(7), async (office, at, who) => {
      const { book, ran } = await rostered(office);
      for (const row of office.sheets['值班表']!.filter((one) => one['锁定'] === '是')) {
        expect(ran.roster.find((one) => one['日期'] === iso((row['日期'] as unknown as { date: number }).date))!['值班人员']).toBe(row['值班人员']);
      }
      const target = ran.roster[at % ran.roster.length]!;
      const clerks = ran.fairness.map((row) => String(row['姓名']));
      const other = clerks[who % clerks.length]!;
      fc.pre(target['值班人员'] !== null && target['锁定'] === null && ![target['值班人员'], target['值班人员二']].includes(other));
      const sheet = book.sheet('值班表');
      const column = sheet.rows[0]!.findIndex((cell) => cell?.value === '值班人员');
      const index = sheet.rows.findIndex((cells) => JSON.stringify(cells[0]?.value) === JSON.stringify(day(String(target['日期']))));
      sheet.rows[index]![column] = { value: other, style: null };
      const again = await written(book, { from: office.from, to: office.to, acceptErrors: true });
      expect(again.roster.find((row) => row['日期'] === target['日期'])!['值班人员']).toBe(other);
      expect(runOn(snapshot(book), { from: office.from, to: office.to, acceptErrors: true }).computation.plan.changes).toEqual([]);
    }),
    SEED,
  );
});

test('the order of 人员 does not change how fair it is', async () => {
  await fc.assert(
    fc.asyncProperty(offices, async (office) => {
      fc.pre(!hasHoliday(office));
      const levels = (sheets: Sheets): unknown => {
        const ran = runOn(snapshot(workbookOf(sheets)), { from: office.from, to: office.to, acceptErrors: true });
        fc.pre(ran.fairness.length > 0);
        const { bound } = ran.certificate.pools.regular;
        return [bound['unfilled'], bound['totals'], bound['weekday'], bound['weekend']];
      };
      // bounds are exact; the gap may be repaired at another price, and which days a holiday takes is a tie
      expect(levels({ ...office.sheets, 人员: [...office.sheets['人员']!].reverse() })).toEqual(levels(office.sheets));
    }),
    { ...SEED, numRuns: 40 },
  );
});

test('the same number of earlier duties for everybody changes nothing but the totals', async () => {
  await fc.assert(
    fc.asyncProperty(offices, fc.integer({ min: 1, max: 5 }), async (office, extra) => {
      const clerks = office.sheets['人员']!.filter((row) => row['是否文秘'] === '是');
      const until = day(iso(on(office.from) - 1));
      const opened = (count: number): Sheets => ({ ...office.sheets, 值班期初: clerks.map((row): Cells => ({ 姓名: row['姓名']!, 截至日期: until, 周一: count, 周二: count, 周三: count, 周四: count, 周五: count, 周六: count, 周日: count })) });
      const [none, some] = [0, extra].map((count) => runOn(snapshot(workbookOf(opened(count))), { from: office.from, to: office.to, acceptErrors: true }));
      fc.pre(none!.fairness.length > 0);
      expect(some!.roster.map((row) => [row['值班人员'], row['值班人员二']])).toEqual(none!.roster.map((row) => [row['值班人员'], row['值班人员二']]));
      expect(some!.fairness.map((row) => Number(row['合计']) - 7 * extra)).toEqual(none!.fairness.map((row) => Number(row['合计'])));
    }),
    { ...SEED, numRuns: 40 },
  );
});

test('every day of the period stands on exactly one month’s page', async () => {
  await fc.assert(
    fc.asyncProperty(offices, async (office) => {
      const { ran } = await rostered(office);
      const pages = ran.computation.outcome.report.sheets.filter(({ title }) => /^值班安排表/.test(title));
      const cells = pages.flatMap(({ content }) => content.rows.map((row) => row[0]?.value));
      for (const row of ran.roster) {
        const [, month, date] = String(row['日期']).split('-').map(Number);
        expect(cells.filter((cell) => cell === `${month}月${date}日`)).toHaveLength(1);
      }
    }),
    { ...SEED, numRuns: 30 },
  );
});
