import fc from 'fast-check';
import type { CivilDate } from '../../../src/kernel/date';
import { containsSlot, slotOf, slotsOverlap, type Slot, type SlotRange } from '../../../src/kernel/slots';
import { actualRange, lateRange, nameOf, rangeOf, reaching, runsOf } from '../../../src/systems/leave/absences';
import { overlapping } from '../../../src/systems/leave/rules';
import { absences, type Absence, type Person } from '../../../src/systems/office/facts';
import { brief, checked, contextOf, days, issuesOf, on, type Rows } from '../../support/office-book';

const PEOPLE: Rows = [['编号', '姓名', '股室', '层级', '是否文秘'], ['01', '王建国', '综合股', '股级', '是'], ['02', '李晓燕', '综合股', '一般', '是'], ['18', '张伟', '综合股', '一般', '是'], ['39', '张伟', '应急股', '一般', '否']];
const SECTIONS: Rows = [['股室'], ['综合股'], ['应急股']];
const LEAVE = ['姓名', '股室', '假别', '开始日期', '开始时段', '结束日期', '结束时段', '销假日期', '销假时段', '状态', '人员编号'];
const OUTING = ['姓名', '类别', '开始日期', '开始时段', '结束日期', '结束时段', '人员编号'];

const MARCH = days('2026-03-01', '2026-03-31');

function read(leaves: Rows, outings: Rows = [], period = MARCH) {
  const context = contextOf({ 人员: PEOPLE, 股室: SECTIONS, 请假: [LEAVE, ...leaves], 外出: [OUTING, ...outings] });
  const list = context.fact(absences, period);
  return { list, context, lines: list.map(({ person, range, label, source, sheet, cell }) => `${person.label} ${nameOf(range.from)}-${nameOf(range.to)} ${label} ${source} ${sheet}!${cell}`), issues: issuesOf(context) };
}

/** 姓名, 股室, 假别, 起, 时段, 止, 时段 */
const leaveRow = (from: string, fromHalf: string | null, to: string, toHalf: string | null, more: { returned?: string; returnedHalf?: string; state?: string; kind?: string | null; name?: string } = {}): Rows[number] => [more.name ?? '王建国', null, more.kind === undefined ? '年休假' : more.kind, from, fromHalf, to, toHalf, more.returned ?? null, more.returnedHalf ?? null, more.state ?? null, null];

describe('rows of 请假', () => {
  test.each<[string, Rows[number], readonly string[], readonly string[]]>([
    ['blank halves: from the morning to the afternoon', leaveRow('2026-03-03', null, '2026-03-05', null), ['王建国 2026-03-03上午-2026-03-05下午 年休假 leave 请假!A2'], []],
    ['half-days, both ends included', leaveRow('2026-03-03', '下午', '2026-03-04', '上午'), ['王建国 2026-03-03下午-2026-03-04上午 年休假 leave 请假!A2'], []],
    ['one half-day', leaveRow('2026-03-03', '下午', '2026-03-03', '下午'), ['王建国 2026-03-03下午-2026-03-03下午 年休假 leave 请假!A2'], []],
    ['a blank kind', leaveRow('2026-03-03', null, '2026-03-03', null, { kind: null }), ['王建国 2026-03-03上午-2026-03-03下午 请假 leave 请假!A2'], []],
    ['unapproved counts', leaveRow('2026-03-03', null, '2026-03-03', null, { state: '待批' }), ['王建国 2026-03-03上午-2026-03-03下午 年休假 leave 请假!A2'], []],
    ['refused counts nowhere', leaveRow('2026-03-03', null, '2026-03-03', null, { state: '不同意' }), [], []],
    ['withdrawn counts nowhere and is not judged', leaveRow('2026-03-33', null, '2026-03-03', null, { state: '撤回', name: '王建' }), [], []],
    ['hours are no half-days', leaveRow('2026-03-03', null, '2026-03-03', null, { kind: '临时' }), [], []],
    ['the end before the beginning', leaveRow('2026-03-05', null, '2026-03-03', null), [], ['error leave/ends-before-it-begins 请假!F2']],
    ['the afternoon before the morning', leaveRow('2026-03-05', '下午', '2026-03-05', '上午'), [], ['error leave/ends-before-it-begins 请假!F2']],
    ['hours too must end after they begin', leaveRow('2026-03-05', null, '2026-03-03', null, { kind: '临时' }), [], ['error leave/ends-before-it-begins 请假!F2']],
    ['somebody unknown', leaveRow('2026-03-03', null, '2026-03-05', null, { name: '王建' }), [], ['error person/unknown 请假!A2']],
    ['one of two namesakes', leaveRow('2026-03-03', null, '2026-03-05', null, { name: '张伟' }), [], ['error person/ambiguous 请假!A2']],
    ['a range in one cell', leaveRow('3月3日-5日', null, '2026-03-05', null), [], ['error cell/date-range 请假!D2']],
    ['半天 where the half matters', leaveRow('2026-03-03', '半天', '2026-03-03', null), [], ['error cell/half-unknown 请假!E2']],
    ['an unknown state', leaveRow('2026-03-03', null, '2026-03-03', null, { state: '批了' }), [], ['error cell/choice-unknown 请假!J2']],
  ])('%s', (_, row, lines, said) => {
    const { lines: found, issues } = read([row]);
    expect(found).toEqual(lines);
    expect(issues).toEqual(said);
  });

  test('the section says which of two is meant', () => {
    expect(read([['张伟', '应急办', '事假', '2026-03-03', null, '2026-03-03', null]]).lines).toEqual(['张伟(39) 2026-03-03上午-2026-03-03下午 事假 leave 请假!A2']);
    expect(read([['张伟', null, '事假', '2026-03-03', null, '2026-03-03', null, null, null, null, '18']]).lines).toEqual(['张伟(18) 2026-03-03上午-2026-03-03下午 事假 leave 请假!A2']);
  });
});

describe('销假 (workbook contract, section 7)', () => {
  // 2026-03-06 is a Friday
  test.each<[string, Rows[number], readonly string[], readonly string[]]>([
    ['back early: the half-day before', leaveRow('2026-03-03', null, '2026-03-06', null, { returned: '2026-03-05' }), ['王建国 2026-03-03上午-2026-03-04下午 年休假 leave 请假!A2'], []],
    ['back in the afternoon', leaveRow('2026-03-03', null, '2026-03-06', null, { returned: '2026-03-05', returnedHalf: '下午' }), ['王建国 2026-03-03上午-2026-03-05上午 年休假 leave 请假!A2'], []],
    ['back as planned', leaveRow('2026-03-03', null, '2026-03-05', null, { returned: '2026-03-06' }), ['王建国 2026-03-03上午-2026-03-05下午 年休假 leave 请假!A2'], []],
    ['back after a weekend: nobody was missed', leaveRow('2026-03-03', null, '2026-03-06', null, { returned: '2026-03-09' }), ['王建国 2026-03-03上午-2026-03-06下午 年休假 leave 请假!A2'], []],
    ['half a day late', leaveRow('2026-03-03', null, '2026-03-05', null, { returned: '2026-03-06', returnedHalf: '下午' }), ['王建国 2026-03-03上午-2026-03-05下午 年休假 leave 请假!A2', '王建国 2026-03-06上午-2026-03-06上午 超假 overstay 请假!H2'], ['warning leave/overstayed 请假!H2']],
    ['late over a weekend: its days are no absence', leaveRow('2026-03-03', null, '2026-03-05', null, { returned: '2026-03-10' }), ['王建国 2026-03-03上午-2026-03-05下午 年休假 leave 请假!A2', '王建国 2026-03-06上午-2026-03-06下午 超假 overstay 请假!H2', '王建国 2026-03-09上午-2026-03-09下午 超假 overstay 请假!H2'], ['warning leave/overstayed 请假!H2']],
    ['back before it began: no leave at all', leaveRow('2026-03-03', null, '2026-03-05', null, { returned: '2026-03-03' }), [], ['warning leave/back-before-it-began 请假!H2']],
    ['back in the first afternoon', leaveRow('2026-03-03', null, '2026-03-05', null, { returned: '2026-03-03', returnedHalf: '下午' }), ['王建国 2026-03-03上午-2026-03-03上午 年休假 leave 请假!A2'], []],
  ])('%s', (_, row, lines, said) => {
    const { lines: found, issues } = read([row]);
    expect(found).toEqual(lines);
    expect(issues).toEqual(said);
  });

  test('what another row covers is no 超假: leave or outing', () => {
    const late = leaveRow('2026-03-02', null, '2026-03-03', null, { returned: '2026-03-07' });
    expect(read([late, leaveRow('2026-03-04', null, '2026-03-04', null)], [['王建国', '公出', '2026-03-05', null, '2026-03-06', '上午', null]]).lines.at(-1)).toBe('王建国 2026-03-06下午-2026-03-06下午 超假 overstay 请假!H2');
    expect(read([late, leaveRow('2026-03-04', null, '2026-03-06', null)]).issues).toEqual([]);
    expect(read([late, leaveRow('2026-03-04', null, '2026-03-06', null, { name: '李晓燕' })]).issues).toEqual(['warning leave/overstayed 请假!H2']);
  });

  test('late into a year without notice: the year is warned of', () => {
    const { issues } = read([leaveRow('2026-12-30', null, '2026-12-31', null, { returned: '2027-01-05' })], [], days('2026-12-01', '2026-12-31'));
    expect(issues).toEqual(['warning calendar/year-uncovered 日历!', 'warning leave/overstayed 请假!H2']);
  });
});

describe('rows of 外出', () => {
  test.each<[string, Rows[number], readonly string[], readonly string[]]>([
    ['a trip', ['王建国', '公出', '2026-03-03', '下午', '2026-03-04', null, null], ['王建国 2026-03-03下午-2026-03-04下午 公出 outing 外出!A2'], []],
    ['a blank kind', ['王建国', null, '2026-03-03', null, '2026-03-04', null, null], ['王建国 2026-03-03上午-2026-03-04下午 外出 outing 外出!A2'], []],
    ['with his number', ['张伟', '驻勤', '2026-03-03', null, '2026-03-04', null, '39'], ['张伟(39) 2026-03-03上午-2026-03-04下午 驻勤 outing 外出!A2'], []],
    ['backwards', ['王建国', '公出', '2026-03-04', null, '2026-03-03', null, null], [], ['error leave/ends-before-it-begins 外出!E2']],
    ['somebody unknown', ['王建', '公出', '2026-03-03', null, '2026-03-04', null, null], [], ['error person/unknown 外出!A2']],
    ['an unknown kind', ['王建国', '出差', '2026-03-03', null, '2026-03-04', null, null], [], ['error cell/choice-unknown 外出!B2']],
  ])('%s', (_, row, lines, said) => {
    const { lines: found, issues } = read([], [row]);
    expect(found).toEqual(lines);
    expect(issues).toEqual(said);
  });
});

describe('the period', () => {
  test('rows whose readable dates lie outside are not judged', () => {
    const { lines, issues } = read(
      [leaveRow('2026-02-03', null, '2026-02-28', null, { name: '王建' }), leaveRow('2026-04-01', null, '2026-04-03', '半天'), leaveRow('2026-05-05', null, '2026-05-01', null), leaveRow('2026-08-05', null, '2026-08-06', null, { returned: '2026-08-05' })],
      [['王建', '公出', '2026-04-03', null, '2026-04-04', null, null], ['王建国', '公出', '2026-05-03', null, '2026-05-01', null, null]],
    );
    expect([lines, issues]).toEqual([[], []]);
  });
  test('a leave that ended before the period but was overstayed into it is', () => {
    const { lines, issues } = read([leaveRow('2026-02-23', null, '2026-02-28', null, { returned: '2026-03-03' })]);
    // the Sunday between is no absence, so the leave itself does not adjoin
    expect(lines).toEqual(['王建国 2026-03-02上午-2026-03-02下午 超假 overstay 请假!H2']);
    expect(issues).toEqual(['warning leave/overstayed 请假!H2']);
  });
  test('lateness of another month is not said now', () => {
    expect(read([leaveRow('2026-08-03', null, '2026-08-04', null, { returned: '2026-08-06' })])).toMatchObject({ lines: [], issues: [] });
  });
  test('an absence that adjoins one of the period is told too, however far it reaches', () => {
    const { lines } = read([leaveRow('2026-03-02', null, '2026-03-31', null), leaveRow('2026-04-01', null, '2026-06-30', null), leaveRow('2026-07-02', null, '2026-07-03', null), leaveRow('2026-02-01', null, '2026-03-01', '上午')]);
    expect(lines).toEqual(['王建国 2026-03-02上午-2026-03-31下午 年休假 leave 请假!A2', '王建国 2026-04-01上午-2026-06-30下午 年休假 leave 请假!A3', '王建国 2026-02-01上午-2026-03-01上午 年休假 leave 请假!A5']);
  });
  test('absent sheets are empty', () => {
    const context = contextOf({ 人员: PEOPLE });
    expect(context.fact(absences, MARCH)).toEqual([]);
    expect(issuesOf(context)).toEqual([]);
  });
});

describe('rules', () => {
  test.each<[string, Record<string, Rows>, readonly string[]]>([
    ['one after the other', { 请假: [LEAVE, leaveRow('2026-03-03', null, '2026-03-04', '上午'), leaveRow('2026-03-04', '下午', '2026-03-05', null)] }, []],
    ['a shared half-day: a warning at the later', { 请假: [LEAVE, leaveRow('2026-03-04', '上午', '2026-03-05', null), leaveRow('2026-03-03', null, '2026-03-04', '上午')] }, ['warning leave/overlap 请假!A2']],
    ['two people', { 请假: [LEAVE, leaveRow('2026-03-03', null, '2026-03-04', null), leaveRow('2026-03-03', null, '2026-03-04', null, { name: '李晓燕' })] }, []],
    ['leave and outing', { 请假: [LEAVE, leaveRow('2026-03-03', null, '2026-03-04', null)], 外出: [OUTING, ['王建国', '公出', '2026-03-04', null, '2026-03-06', null, null]] }, ['warning leave/overlap 外出!A2']],
    ['the one that reaches farthest is named', { 请假: [LEAVE, leaveRow('2026-03-02', null, '2026-03-13', null), leaveRow('2026-03-03', null, '2026-03-04', null), leaveRow('2026-03-10', null, '2026-03-11', null)] }, ['warning leave/overlap 请假!A3', 'warning leave/overlap 请假!A4']],
    ['opening balances of known people', { 假期期初: [['姓名', '年度', '假别', '已休'], ['王建国', 2026, '年休假', 2]] }, []],
    ['opening balances of somebody unknown', { 假期期初: [['姓名', '年度', '假别'], ['王建', 2026, '年休假']] }, ['error person/unknown 假期期初!A2']],
    ['the same balance twice', { 假期期初: [['姓名', '年度', '假别'], ['王建国', 2026, '年休假'], ['王 建国', 2026, '年休假']] }, ['warning leave/opening-twice 假期期初!A3']],
    ['balances of another kind or year', { 假期期初: [['姓名', '年度', '假别'], ['王建国', 2026, '年休假'], ['王建国', 2027, '年休假'], ['王建国', 2026, '探亲假']] }, []],
    ['kinds one after the other', { 假别表: [['假别', '计法', '适用起', '适用止'], ['婚假', '自然日', null, '2025-11-27'], ['婚假', '自然日', '2025-11-28', null], ['事假', '工作日', null, null]] }, []],
    ['two rows of a kind for one day', { 假别表: [['假别', '计法', '适用起', '适用止'], ['婚假', '自然日', null, '2025-11-28'], ['婚假', '自然日', '2025-11-28', null]] }, ['error leave/kind-twice 假别表!A3']],
  ])('%s', (_, sheets, said) => expect(checked({ 人员: PEOPLE, 股室: SECTIONS, ...sheets }).map(brief)).toEqual(said));
});

describe('properties', () => {
  const base = on('2026-03-01') * 2;
  const slot = fc.integer({ min: 0, max: 60 }).map((offset) => (base + offset) as Slot);
  const range = fc.tuple(slot, fc.nat(12)).map(([from, length]): SlotRange => ({ from, to: (from + length) as Slot }));
  const person = (order: number): Person => ({ order, label: `${order}` }) as Person;
  const people = [person(0), person(1)];
  const list = fc.array(
    fc.tuple(fc.nat(1), range).map(([who, one]): Absence => ({ person: people[who]!, range: one, label: '', source: 'leave', sheet: '', cell: '' })),
    { maxLength: 8 },
  );

  test('a leave never reaches past its end, and ends before 销假', () => {
    fc.assert(
      fc.property(range, fc.option(slot), (planned, back) => {
        const actual = actualRange(planned, back);
        expect(actual.from).toBe(planned.from);
        expect(actual.to).toBeLessThanOrEqual(planned.to);
        if (back !== null) expect(actual.to).toBeLessThan(back);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('leave and lateness never share a half-day; together they reach to 销假', () => {
    fc.assert(
      fc.property(range, slot, (planned, back) => {
        const late = lateRange(planned, back);
        if (late === null) return expect(back).toBeLessThanOrEqual(planned.to + 1);
        expect(slotsOverlap(actualRange(planned, back), late)).toBe(false);
        return expect([late.from, late.to]).toEqual([planned.to + 1, back - 1]);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  test('runs hold just the half-days that they were made of, and none adjoins another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(slot), (slots) => {
        const sorted = [...slots].sort((a, b) => a - b);
        const runs = runsOf(sorted);
        expect(runs.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))).toEqual(sorted);
        runs.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThan(runs[index]!.to + 1));
      }),
      { seed: 13, numRuns: 500 },
    );
  });

  test('whoever shares a half-day is found, and nobody else', () => {
    fc.assert(
      fc.property(list, (all) => {
        const shares = all.some((a, i) => all.some((b, j) => i < j && a.person === b.person && slotsOverlap(a.range, b.range)));
        const pairs = overlapping(all);
        expect(pairs.length > 0).toBe(shares);
        for (const { first, second } of pairs) expect([first.person === second.person, slotsOverlap(first.range, second.range)]).toEqual([true, true]);
      }),
      { seed: 14, numRuns: 1000 },
    );
  });

  test('every absence of the period is told, in order, and what is told besides leads to it without a gap', () => {
    fc.assert(
      fc.property(list, range, (all, wanted) => {
        const told = reaching(all, wanted);
        expect(all.filter((absence) => told.includes(absence))).toEqual(told);
        for (const absence of all) if (slotsOverlap(absence.range, wanted)) expect(told).toContain(absence);
        for (const absence of told) {
          const near = new Set<Absence>([absence]);
          for (let size = 0; size !== near.size; ) {
            size = near.size;
            for (const other of all) for (const one of [...near]) if (other.person === one.person && other.range.from <= one.range.to + 1 && one.range.from <= other.range.to + 1) near.add(other);
          }
          expect([...near].some((one) => slotsOverlap(one.range, wanted))).toBe(true);
        }
      }),
      { seed: 15, numRuns: 1000 },
    );
  });

  test('a range holds its ends', () => {
    const day = fc.integer({ min: 20000, max: 20100 }).map((number) => number as CivilDate);
    const halfDay = fc.constantFrom('am' as const, 'pm' as const);
    fc.assert(
      fc.property(day, halfDay, day, halfDay, (from, fromHalf, to, toHalf) => {
        const found = rangeOf({ from, fromHalf, to, toHalf });
        if (found === null) return expect(slotOf(to, toHalf)).toBeLessThan(slotOf(from, fromHalf));
        return expect([containsSlot(found, slotOf(from, fromHalf)), containsSlot(found, slotOf(to, toHalf))]).toEqual([true, true]);
      }),
      { seed: 16, numRuns: 500 },
    );
  });
});
