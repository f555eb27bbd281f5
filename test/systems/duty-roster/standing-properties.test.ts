/** A second run changes nothing: offices with everything that can stand, be filled, be missing or be contradictory. */
import fc from 'fast-check';
import { toISO, type CivilDate } from '../../../src/kernel/date';
import { day, on, people, runOn, snapshot, workbookOf, written, type Cells, type Run, type Sheets } from './harness';

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
    { seed: 20260302, numRuns: 30 },
  );
});
