import fc from 'fast-check';
import { fromISO, type CivilDate } from '../../../src/kernel/date';
import { inOrder, isInPost, sectionByPosts, shareADay, type Post, type PostChange, type Tenure } from '../../../src/systems/office/posts';

const on = (iso: string): CivilDate => fromISO(iso)!;
const post = (effective: string, kind: PostChange | null, oldSection: string | null, newSection: string | null, at = 1): Post => ({ at, effective: on(effective), kind, oldSection, newSection });

describe('the section on a day (督查-三(六))', () => {
  const MOVE = post('2026-02-10', '轮岗', '信息股', '秘书股');
  const BACK = post('2026-06-01', '轮岗', '秘书股', '研究室');
  test.each<[string, readonly Post[], string | null, string, string | null]>([
    ['no rows: 人员.股室', [], '综合股', '2026-02-10', '综合股'],
    ['before the first row: its 原股室', [MOVE], '秘书股', '2026-02-09', '信息股'],
    ['the effective day counts for the new section', [MOVE], '秘书股', '2026-02-10', '秘书股'],
    ['between two moves', [MOVE, BACK], '研究室', '2026-05-31', '秘书股'],
    ['the last move counts', [MOVE, BACK], '综合股', '2026-12-31', '研究室'],
    ['a blank kind is a move', [post('2026-02-10', null, '信息股', '秘书股')], null, '2026-02-10', '秘书股'],
    ['借调 does not move', [post('2026-02-10', '借调', '信息股', '县委办')], '信息股', '2026-03-01', '信息股'],
    ['上派 does not move', [post('2026-02-10', '上派', '信息股', null)], '信息股', '2026-03-01', '信息股'],
    ['上派 alone and a blank 股室: where he was sent from', [post('2026-02-10', '上派', '信息股', null)], null, '2026-03-01', '信息股'],
    ['上派 that names no section and a blank 股室', [post('2026-02-10', '上派', null, null)], null, '2026-03-01', null],
    ['提任 without a new section does not move', [MOVE, post('2026-03-01', '提任', '秘书股', null)], '秘书股', '2026-04-01', '秘书股'],
    ['提任 into a section does', [post('2026-03-01', '提任', '秘书股', '研究室')], '研究室', '2026-03-01', '研究室'],
    ['a move without 原股室: before it 人员.股室', [post('2026-02-10', '调入', null, '秘书股')], '秘书股', '2026-01-01', '秘书股'],
    ['调离 alone: before it the 原股室', [post('2026-02-10', '调离', '信息股', null)], null, '2026-01-01', '信息股'],
    ['调离, then back into another section', [post('2026-02-10', '调离', '信息股', null), post('2026-08-01', '调入', null, '秘书股')], '秘书股', '2026-01-01', '信息股'],
  ])('%s', (_, posts, registered, day, expected) => {
    expect(sectionByPosts(posts, registered, on(day))).toBe(expected);
  });
});

describe('in post', () => {
  const tenure = (joined: string | null, left: string | null, ...posts: Post[]): Tenure => ({ joined: joined === null ? null : on(joined), left: left === null ? null : on(left), posts });
  test.each<[string, Tenure, string, boolean]>([
    ['nothing said', tenure(null, null), '2026-01-01', true],
    ['the day before 到办日期', tenure('2026-03-02', null), '2026-03-01', false],
    ['到办日期 is the first day', tenure('2026-03-02', null), '2026-03-02', true],
    ['the day before 离办日期', tenure(null, '2026-06-01'), '2026-05-31', true],
    ['离办日期 is the first day out', tenure(null, '2026-06-01'), '2026-06-01', false],
    ['调离 ends the post on its day', tenure(null, null, post('2026-06-01', '调离', '综合股', null)), '2026-06-01', false],
    ['the day before 退休', tenure(null, null, post('2026-06-01', '退休', '综合股', null)), '2026-05-31', true],
    ['离办日期 says otherwise: later', tenure(null, '2026-07-01', post('2026-06-01', '退休', '综合股', null)), '2026-06-15', true],
    ['离办日期 says otherwise: earlier', tenure(null, '2026-05-01', post('2026-06-01', '退休', '综合股', null)), '2026-05-15', false],
    ['back after 调离', tenure(null, null, post('2026-02-01', '调离', '综合股', null), post('2026-08-01', '调入', null, null)), '2026-08-01', true],
    ['between 调离 and the return', tenure(null, null, post('2026-02-01', '调离', '综合股', null), post('2026-08-01', '调入', null, '研究室')), '2026-07-31', false],
    ['借调 after 调离 is no return', tenure(null, null, post('2026-02-01', '调离', '综合股', null), post('2026-03-01', '借调', null, '研究室')), '2026-04-01', false],
    ['提任 without section is no return', tenure(null, null, post('2026-02-01', '调离', '综合股', null), post('2026-03-01', '提任', null, null)), '2026-04-01', false],
    ['借调 does not end the post', tenure(null, null, post('2026-02-01', '借调', '综合股', '县委办')), '2026-04-01', true],
  ])('%s', (_, one, day, expected) => {
    expect(isInPost(one, on(day))).toBe(expected);
  });

  test.each<[string, Tenure, Tenure, boolean]>([
    ['both always', tenure(null, null), tenure(null, null), true],
    ['one leaves on the day the other comes', tenure(null, '2026-03-01'), tenure('2026-03-01', null), false],
    ['one day in common', tenure(null, '2026-03-02'), tenure('2026-03-01', null), true],
    ['退休 before the other comes', tenure(null, null, post('2020-01-01', '退休', null, null)), tenure('2021-01-01', null), false],
    ['both before a date only', tenure(null, '2020-01-01'), tenure(null, '2019-01-01'), true],
  ])('share a day: %s', (_, a, b, expected) => {
    expect(shareADay(a, b)).toBe(expected);
    expect(shareADay(b, a)).toBe(expected);
  });
});

describe('properties', () => {
  const KINDS = [null, '调入', '轮岗', '提任', '借调', '上派', '调离', '退休'] as const;
  const section = fc.constantFrom<string | null>(null, '甲', '乙', '丙');
  const day = fc.integer({ min: 0, max: 60 }).map((offset) => (on('2026-01-01') + offset) as CivilDate);
  const posts = fc.array(fc.record({ at: fc.nat(50), effective: day, kind: fc.constantFrom(...KINDS), oldSection: section, newSection: section }), { maxLength: 6 }).map((list) => inOrder(list));
  const tenures = fc.record({ joined: fc.option(day), left: fc.option(day), posts });

  test('a section only changes on the day of a row', () => {
    fc.assert(
      fc.property(posts, section, day, (list, registered, date) => {
        fc.pre(list.every(({ effective }) => effective !== date));
        expect(sectionByPosts(list, registered, date)).toBe(sectionByPosts(list, registered, (date - 1) as CivilDate));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('the order of the sheet does not matter where the dates differ', () => {
    fc.assert(
      fc.property(posts, section, day, (list, registered, date) => {
        fc.pre(new Set(list.map(({ effective }) => effective)).size === list.length);
        expect(sectionByPosts(inOrder([...list].reverse()), registered, date)).toBe(sectionByPosts(list, registered, date));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('sharing a day is found by trying every day', () => {
    fc.assert(
      fc.property(tenures, tenures, (a, b) => {
        const tried = Array.from({ length: 70 }, (_, index) => (on('2025-12-28') + index) as CivilDate).some((date) => isInPost(a, date) && isInPost(b, date));
        expect(shareADay(a, b)).toBe(tried);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
