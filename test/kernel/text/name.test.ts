import fc from 'fast-check';
import { parseName, parseNames, type NameReading } from '../../../src/kernel/text/name';

const RUN = { seed: 20260305, numRuns: 2000 };
/** `张伟`, `张伟 #07`, `张三 ~借调`, or the reason. */
const shown = (reading: NameReading): string =>
  reading.kind === 'unclear' ? reading.reason : reading.name + (reading.id === null ? '' : ` #${reading.id}`) + (reading.note === null ? '' : ` ~${reading.note}`);

describe('one name', () => {
  test.each([
    // samples F4
    ['张三', '张三'], ['张 三', '张三'], ['张　三', '张三'], ['张三 ', '张三'], ['张\u200b三', '张三'], ['张三(借调)', '张三 ~借调'], ['张三（借调）', '张三 ~借调'], ['张三①', '张三 ~①'], ['张三(女)', '张三 ~女'],
    ['张伟(07)', '张伟 #07'], ['张伟（0089）', '张伟 #0089'], ['张伟(编号:07)', '张伟 #07'], ['张伟(工号A-12)', '张伟 #A-12'], ['张伟[07]', '张伟 #07'], ['张伟(07)(借调)', '张伟 #07 ~借调'], ['张伟(07)(07)', '张伟 #07'],
    ['阿依古丽·买买提', '阿依古丽·买买提'], ['阿依古丽•买买提', '阿依古丽·买买提'], ['阿依古丽.买买提', '阿依古丽·买买提'], ['阿依古丽．买买提', '阿依古丽·买买提'], ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['(借调)张三', '张三 ~借调'], ['张三()', '张三'], ['张三(借调(综合股))', '张三 ~综合股、借调'], ['张三⑴', '张三 ~⑴'], ['张三(13800000000)', '张三 ~13800000000'], ['张三(综合股、秘书股)', '张三 ~综合股、秘书股'],
    ['李和平', '李和平'], ['王与之', '王与之'], ['欧阳和平', '欧阳和平'], ['甲', '甲'], ['张伟2', '张伟2'], ['张三。', '张三'], ['\u{20bb7}田', '\u{20bb7}田'], ['〇三', '〇三'], ['John Smith', 'JohnSmith'], ['张三 李四', '张三李四'], ["O'Brien", "O'Brien"],
  ])('%j is %s', (text, expected) => expect(shown(parseName(text))).toBe(expected));

  test.each([
    ['', 'name-empty'], [' \u200b', 'name-empty'], ['、', 'name-empty'],
    ['张三/李四', 'name-several'], ['张三、李四', 'name-several'], ['张三;李四', 'name-several'], ['张三；李四', 'name-several'], ['张三\n李四', 'name-several'], ['张三和李四', 'name-several'], ['张三(借调)及李四', 'name-several'],
    ['张三(借调', 'name-brackets'], ['张三)', 'name-brackets'], ['张伟(07)(08)', 'name-ids'],
    ['主任', 'name-title'], ['12345', 'name-not-a-name'], ['-', 'name-not-a-name'], ['(借调)', 'name-not-a-name'], ['值班:张三', 'name-not-a-name'], ['2026-03-05', 'name-not-a-name'], ['张三'.repeat(2000), 'name-not-a-name'],
  ])('%j is unclear: %s', (text, reason) => expect(parseName(text)).toMatchObject({ kind: 'unclear', reason }));

  test.each([
    ['张主任', '张主任', '张'], ['王副县长', '王副县长', '王副'], ['张伟同志', '张伟同志', '张伟'], ['李 老师', '李老师', '李'], ['刘股长(综合股)', '刘股长', '刘'],
  ])('%s may be a title: a name only where the office writes it so', (text, name, title) => expect(parseName(text)).toMatchObject({ kind: 'name', name, title }));

  test('what stands there is quoted without its dirt', () => expect(parseName(' 值班：张　三\u200b')).toMatchObject({ text: '值班:张 三' }));
});

describe('several names', () => {
  test.each([
    ['张三/李四', ['张三', '李四']],
    ['张三、李四；王五', ['张三', '李四', '王五']],
    ['张三\r\n李 四', ['张三', '李四']],
    ['张三(借调/综合股),李四(07)', ['张三 ~借调/综合股', '李四 #07']],
    ['张三和李四及王五', ['张三', '李四', '王五']],
    ['张三(综合股和秘书股)、李四', ['张三 ~综合股和秘书股', '李四']],
    ['张三 李四', ['name-spaced']],
    ['张三　李四　王小明(借调)', ['name-spaced']],
    ['欧阳 娜娜、张 三', ['欧阳娜娜', '张三']],
    ['张 小明', ['张小明']],
    ['张三、王主任', ['张三', '王主任']],
    ['张三、主任', ['张三', 'name-title']],
    ['张三(借调', ['name-brackets']],
    ['张三', ['张三']],
    ['', []],
    [' 、 ', []],
  ])('%j is %j', (text, expected) => expect(parseNames(text).map(shown)).toEqual(expected));
});

const names = fc.constantFrom('张三', '李小四', '欧阳娜娜', '阿依古丽·买买提', '王与之');
const ids = fc.option(fc.constantFrom('07', 'A12', '0089'), { nil: null });

test('what we write is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, ids), { maxLength: 5 }), (people) => {
      const text = people.map(([name, id]) => (id === null ? name : `${name}(${id})`)).join('、');
      expect(parseNames(text)).toEqual(people.map(([name, id]) => ({ kind: 'name', name, id, note: null })));
    }),
    RUN,
  );
});

test('blanks and invisible characters change nothing', () => {
  fc.assert(
    fc.property(names, fc.array(fc.tuple(fc.nat(10), fc.constantFrom(' ', '\u3000', '\u200b', '\ufeff', '\u00a0')), { maxLength: 4 }), (name, dirt) => {
      const dirty = dirt.reduce<string>((text, [at, char]) => text.slice(0, at) + char + text.slice(at), name);
      expect(shown(parseName(dirty))).toBe(name);
    }),
    RUN,
  );
});

test('never fails, and a name read is a fixed point', () => {
  const pieces = fc.constantFrom('张', '三', '(', ')', '、', '/', ' ', '\n', '07', '·', '.', '①', '和', '主任', '（', '\u200b', '-');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))), (text) => {
      for (const reading of [parseName(text), ...parseNames(text)]) if (reading.kind === 'name') expect(shown(parseName(reading.name))).toBe(reading.name);
    }),
    RUN,
  );
});
