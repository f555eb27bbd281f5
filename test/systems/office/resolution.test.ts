import fc from 'fast-check';
import { NameBook, sameId, unclearPerson, unknownPerson, whoIsMeant, type Clues } from '../../../src/systems/office/resolution';

interface One {
  readonly id: string | null;
  readonly name: string;
  readonly here: boolean;
  readonly section: string;
}

const one = (id: string | null, section: string, here = true): One => ({ id, name: '张伟', here, section });
const clues = (more: Partial<Clues<One>> = {}): Clues<One> => ({ ownId: null, columnId: null, isTaken: () => false, isInPost: null, isInSection: null, ...more });
const here = { isInPost: (bearer: One) => bearer.here };
const inSection = (name: string) => ({ isInSection: (bearer: One) => bearer.section === name });

const A = one('07', '综合股');
const B = one('18', '应急股');
const GONE = one('31', '综合股', false);
const PLAIN = one(null, '综合股');

test.each<[string, readonly One[], Partial<Clues<One>>, number | null]>([
  ['a name of one', [A], {}, 0],
  ['a name of one who has left is still he', [GONE], here, 0],
  ['two and nothing else', [A, B], {}, null],
  ['the number in brackets', [A, B], { ownId: '18' }, 1],
  ['the number column', [A, B], { columnId: '07' }, 0],
  ['zeros before a number do not matter', [A, B], { columnId: '7' }, 0],
  ['the number as written is asked first', [one('7', '综合股'), one('07', '应急股')], { ownId: '07' }, 1],
  ['brackets and column agree', [A, B], { ownId: '7', columnId: '07' }, 0],
  ['brackets and column disagree', [A, B], { ownId: '07', columnId: '18' }, null],
  ['a number that is nobody’s', [A, B], { ownId: '99' }, null],
  ['a number that is not his', [A], { ownId: '99' }, null],
  ['人员 keeps no numbers', [PLAIN], { columnId: '99' }, 0],
  ['人员 keeps no number of him, and it is another’s', [PLAIN], { columnId: '99', isTaken: () => true }, null],
  ['one of two is in post', [A, GONE], here, 0],
  ['both in post: the section', [A, B], { ...here, ...inSection('应急股') }, 1],
  ['the section without the day', [A, B], inSection('应急股'), 1],
  ['a section that fits both', [A, one('9', '综合股')], inSection('综合股'), null],
  ['a section that fits none', [A, B], inSection('研究室'), null],
  ['none in post: the section of those who were', [GONE, one('32', '应急股', false)], { ...here, ...inSection('应急股') }, 1],
  ['two rows of one number', [A, one('07', '应急股')], { ownId: '07' }, null],
])('%s', (_, bearers, more, expected) => {
  expect(whoIsMeant(bearers, clues(more))).toBe(expected === null ? null : bearers[expected]);
});

test.each([
  ['07', '7', true],
  ['007', '07', true],
  ['0', '00', true],
  ['70', '7', false],
  ['A07', 'A7', false],
])('number %s and %s', (a, b, expected) => expect(sameId(a, b)).toBe(expected));

describe('what is said', () => {
  const book = new NameBook([A, B, { ...PLAIN, id: '16', name: '王建国' }]);
  test('names near, first the one whose number it is', () => {
    expect(book.near({ name: '王建' }, '18')).toEqual(['张伟', '王建国']);
    expect(book.near({ name: '王建' }, null)).toEqual(['王建国']);
    expect(book.near({ name: '欧阳' }, null)).toEqual([]);
    expect(book.near({ name: '张主任', title: '张' }, null)).toEqual(['张伟']);
  });
  test('a number of another name', () => {
    expect(book.isTaken('16', '张伟')).toBe(true);
    expect(book.isTaken('07', '张伟')).toBe(false);
    expect(book.isTaken('99', '张伟')).toBe(false);
  });
  test('a title that nobody is listed by', () => {
    expect(unknownPerson({ name: '王主任', id: null, title: '王' }, ['王建国'])).toMatchObject({ code: 'person/unknown', message: '“王主任”写的是称谓,人员表里没有这样写的人', remedy: '是不是“王建国”?请改正,或在人员表加上此人' });
  });
  test('unknown', () => {
    expect(unknownPerson({ name: '王建', id: null }, ['王建国'])).toMatchObject({ message: '“王建”不在人员表里', remedy: '是不是“王建国”?请改正,或在人员表加上此人' });
    expect(unknownPerson({ name: '欧阳', id: '5' }, [])).toMatchObject({ message: '“欧阳(5)”不在人员表里', remedy: '请核对姓名,或在人员表加上此人' });
  });
  test('unclear', () => {
    expect(unclearPerson({ name: '张伟', id: null }, null, [A, B]).message).toBe('“张伟”可能是张伟(07)[综合股]或张伟(18)[应急股],不能确定是哪一位');
    expect(unclearPerson({ name: '张伟', id: '99' }, null, [A]).message).toBe('“张伟”的编号写的是“99”,人员表里是张伟(07)[综合股],不能确定是谁');
    expect(unclearPerson({ name: '张伟', id: '07' }, '18', [A, B]).message).toBe('“张伟(07)”与人员编号“18”不是同一个编号,不能确定是谁');
    expect(unclearPerson({ name: '张伟', id: null }, '18', [{ name: '张伟', id: null, section: null }]).message).toBe('“张伟”的编号写的是“18”,人员表里是张伟,不能确定是谁');
  });
});

test('who is found bears the name, and the number if one is given', () => {
  const person = fc.record({ id: fc.option(fc.constantFrom('1', '01', '2', '3')), name: fc.constant('张伟'), here: fc.boolean(), section: fc.constantFrom('甲', '乙') });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), fc.option(fc.constantFrom('1', '2', '9')), fc.constantFrom('甲', '乙', '丙'), (bearers, id, section) => {
      const found = whoIsMeant(bearers, clues({ ownId: id, ...here, ...inSection(section) }));
      if (found === null) return;
      expect(bearers).toContain(found);
      if (id !== null && found.id !== null) expect(sameId(found.id, id)).toBe(true);
      // nobody else would have fitted as well
      if (id === null && bearers.length > 1) expect(bearers.filter((bearer) => bearer.here === found.here && bearer.section === found.section && bearer.here && bearer !== found && found.section === section)).toEqual([]);
    }),
    { seed: 4, numRuns: 1000 },
  );
});
