/** Properties of a quarter, and the independent recount. */
import fc from 'fast-check';
import { dateCell } from '../../../src/workbook/cell';
import { addDays, toISO } from '../../../src/kernel/date';
import { BUILT_IN_ITEMS } from '../../../src/systems/inspection-scoring/score-table';
import { recount, type PlainPerson, type PlainRow, type PlainScore } from './recount';
import { RunContext } from '../../../src/operations/context';
import { computeQuarter } from '../../../src/systems/inspection-scoring/quarter';
import { detailTable, personTable, sectionTable } from '../../../src/systems/inspection-scoring/tables';
import { tableToJson } from '../../../src/ledger/result-table';
import type { Quarter } from '../../../src/kernel/period';
import { day, NEW_YEAR, on, registryOf, runOn, snapshotOf, type Cells, type Ran } from './harness';

const SEED = 20260328;
const RUNS = { seed: SEED, numRuns: 200 };
const registry = registryOf();

const OFFICE: readonly PlainPerson[] = [
  { name: '甲一', posts: [['0000-01-01', '综合股']], left: null },
  { name: '乙二', posts: [['0000-01-01', '综合股'], ['2026-02-10', '秘书股'], ['2026-05-01', '应急股']], left: null },
  { name: '丙三', posts: [['0000-01-01', '秘书股']], left: null },
  { name: '丁四', posts: [['0000-01-01', '秘书股'], ['2026-03-31', '应急股']], left: null },
  { name: '戊五', posts: [['0000-01-01', '应急股']], left: null },
];
const SECTION_NAMES = ['综合股', '秘书股', '应急股', '小车班'];
const people: readonly Cells[] = OFFICE.map(({ name, posts }, index) => ({ 编号: String(index + 1), 姓名: name, 股室: posts.at(-1)![1], 层级: '一般' }));
const posts: readonly Cells[] = OFFICE.flatMap(({ name, posts: list }) => list.slice(1).map(([from, section], index): Cells => ({ 姓名: name, 生效日期: day(from), 原股室: list[index]![1], 新股室: section, 类型: '轮岗' })));
const sections: readonly Cells[] = SECTION_NAMES.map((name) => ({ 股室: name, 参评: '是' }));

/** Dates crowd on few days, so that the half-days of a day meet. */
const dates = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2026-02-09', '2026-02-10', '2026-03-30', '2026-03-31', '2026-05-01') },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: 210 }).map((offset) => toISO(addDays(NEW_YEAR, offset))) },
);
const codes = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('督查-三(三)f', '督查-三(三)g', '督查-三(二)') }, { weight: 2, arbitrary: fc.constantFrom(...BUILT_IN_ITEMS.map(({ code }) => code)) });

const plainRow: fc.Arbitrary<PlainRow> = fc
  .record({
    date: dates,
    person: fc.option(fc.constantFrom(...OFFICE.map(({ name }) => name)), { freq: 5 }),
    section: fc.constantFrom(...SECTION_NAMES),
    code: codes,
    quantity: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(2, 3) }),
    half: fc.boolean(),
    state: fc.oneof({ weight: 3, arbitrary: fc.constant('议定') }, { weight: 1, arbitrary: fc.constantFrom('登记', '审签', '汇总', '初审', '公示', '作废') }),
    slot: fc.option(fc.constantFrom('上午', '下午', '全天')) as fc.Arbitrary<PlainRow['slot']>,
  })
  .map(({ half, ...row }) => ({ ...row, quantity: row.code === '督查-三(三)g' && half ? row.quantity - 0.5 : row.quantity, section: row.person === null ? row.section : null }));
const plainRows = fc.array(plainRow, { maxLength: 14 });

function cellsOf(row: PlainRow): Cells {
  return { 编号: null, 发生日期: dateCell(on(row.date)), 对象类型: row.person === null ? '股室' : '个人', 姓名: row.person, 股室: row.section, 事项编码: row.code, 数量: row.quantity, 状态: row.state, 时段: row.slot };
}

type Tables = Pick<Ran, 'tables'>;

/** The result tables, without sheets and plan: what is under test is the counting. */
function run(rows: readonly PlainRow[], quarter = 2, draft = false): Tables {
  const context = new RunContext(registry, snapshotOf({ rows: rows.map(cellsOf), people, sections, more: { 任职变动: posts } }), { overrides: new Map(), acceptsErrors: false });
  const result = computeQuarter(context, { year: 2026, quarter: quarter as Quarter, draft });
  return { tables: Object.fromEntries([personTable(result), sectionTable(result), detailTable(result)].map((table) => [table.title, tableToJson(table)])) };
}

/** Sums by name out of a result table. */
function sums(ran: Tables, table: string, column: string): Map<string, PlainScore> {
  return new Map(ran.tables[table]!.map((one) => [String(one[column]), { quarterPlus: Number(one['本季加分']), quarterMinus: Number(one['本季扣分']), yearPlus: Number(one['累计加分']), yearMinus: Number(one['累计扣分']) }]));
}

const both = (ran: Tables) => ({ persons: sums(ran, '个人得分', '姓名'), sections: sums(ran, '股室得分', '股室') });
const ranked = (ran: Tables) => ran.tables['个人得分']!.map((one) => [one['名次'], one['姓名'], one['得分'], one['本季得分'], one['本季名次']]);
const total = (scores: Map<string, PlainScore>, key: keyof PlainScore): number => [...scores.values()].reduce((sum, one) => sum + one[key], 0);
const sorted = (scores: Map<string, PlainScore>) => [...scores].sort(([a], [b]) => (a < b ? -1 : 1));

test('the engine agrees with a plain recount', () => {
  fc.assert(
    fc.property(plainRows, fc.constantFrom(1, 2, 3), fc.boolean(), (rows, quarter, draft) => {
      const counted = recount(rows, OFFICE, SECTION_NAMES, 2026, quarter, draft);
      const found = both(run(rows, quarter, draft));
      expect(sorted(found.persons)).toEqual(sorted(counted.persons));
      expect(sorted(found.sections)).toEqual(sorted(counted.sections));
    }),
    { seed: SEED, numRuns: 1000 },
  );
});

test('the order of the rows does not change a score', () => {
  fc.assert(
    fc.property(plainRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))), ([rows, shuffled]) => {
      const [one, other] = [run(rows), run(shuffled)];
      expect(both(other)).toEqual(both(one));
      expect(ranked(other)).toEqual(ranked(one));
    }),
    RUNS,
  );
});

test('the sections together have what the people and the rows of sections have', () => {
  fc.assert(
    fc.property(plainRows, (rows) => {
      const all = both(run(rows));
      const direct = both(run(rows.filter(({ person }) => person === null)));
      for (const key of ['quarterPlus', 'quarterMinus', 'yearPlus', 'yearMinus'] as const) {
        expect(total(all.sections, key)).toBe(total(all.persons, key) + total(direct.sections, key));
      }
    }),
    RUNS,
  );
});

test('a voided row changes nothing, nor does one of another year', () => {
  fc.assert(
    fc.property(plainRows, plainRow, fc.nat(14), (rows, extra, where) => {
      const before = run(rows);
      for (const row of [{ ...extra, state: '作废' }, { ...extra, date: '2025-06-01' }, { ...extra, date: '2026-07-01' }]) {
        const after = run([...rows.slice(0, where), row, ...rows.slice(where)]);
        expect([both(after), ranked(after)]).toEqual([both(before), ranked(before)]);
      }
    }),
    { ...RUNS, numRuns: 200 },
  );
});

// not of 督查-三(三)g: one such day is the whole date, and the same date twice counts once
test('a quantity in one row or in rows of one: the same score', () => {
  fc.assert(
    fc.property(fc.array(plainRow.filter(({ slot, code, quantity }) => slot === null && code !== '督查-三(二)' && code !== '督查-三(三)g' && Number.isInteger(quantity)), { maxLength: 10 }), (rows) => {
      const split = rows.flatMap((row) => Array.from({ length: row.quantity }, () => ({ ...row, quantity: 1 })));
      expect(both(run(split))).toEqual(both(run(rows)));
    }),
    RUNS,
  );
});

test('twice the quantity of plain items is twice the points', () => {
  const plain = BUILT_IN_ITEMS.filter(({ arithmetic }) => arithmetic === 'plain').map(({ code }) => code);
  fc.assert(
    fc.property(fc.array(plainRow.chain((row) => fc.constantFrom(...plain).map((code) => ({ ...row, code, quantity: Math.ceil(row.quantity) }))), { maxLength: 12 }), (rows) => {
      const twice = both(run(rows.map((row) => ({ ...row, quantity: row.quantity * 2 }))));
      const once = both(run(rows));
      for (const key of ['quarterPlus', 'quarterMinus', 'yearPlus', 'yearMinus'] as const) {
        for (const [name, score] of once.persons) expect(twice.persons.get(name)![key]).toBe(2 * score[key]);
        for (const [name, score] of once.sections) expect(twice.sections.get(name)![key]).toBe(2 * score[key]);
      }
    }),
    { ...RUNS, numRuns: 200 },
  );
});

test('明细 adds up to the quarter, 名次 follows 得分, and the year is the sum of its quarters', () => {
  fc.assert(
    fc.property(plainRows, (rows) => {
      const quarters = [1, 2].map((quarter) => run(rows, quarter));
      for (const ran of quarters) {
        const detail = ran.tables['明细']!.map((one) => Number(one['分值']));
        const found = both(ran);
        expect(detail.filter((points) => points > 0).reduce((sum, points) => sum + points, 0)).toBe(total(found.sections, 'quarterPlus'));
        expect(detail.filter((points) => points < 0).reduce((sum, points) => sum - points, 0)).toBe(total(found.sections, 'quarterMinus'));
        for (const one of ran.tables['个人得分']!) {
          expect(one['名次']).toBe(1 + ran.tables['个人得分']!.filter((other) => Number(other['得分']) > Number(one['得分'])).length);
          expect(one['得分']).toBe(100 + Number(one['累计加分']) - Number(one['累计扣分']));
        }
      }
      const [first, second] = quarters.map(both);
      for (const [name, score] of second!.persons) {
        expect(score.yearMinus).toBe(first!.persons.get(name)!.quarterMinus + score.quarterMinus);
        expect(score.yearPlus).toBe(first!.persons.get(name)!.quarterPlus + score.quarterPlus);
      }
    }),
    RUNS,
  );
});

test('the snapshot is not changed by computing', () => {
  fc.assert(
    fc.property(plainRows, (rows) => {
      const source = snapshotOf({ rows: rows.map(cellsOf), people, sections, more: { 任职变动: posts } });
      const copy = structuredClone(source);
      runOn(source);
      expect(source).toEqual(copy);
    }),
    { ...RUNS, numRuns: 30 },
  );
});
