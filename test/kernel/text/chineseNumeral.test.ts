import fc from 'fast-check';
import { capitalNumber, chineseDigit, chineseNumber, isNumeralChar, parseChineseNumeral } from '../../../src/kernel/text/chineseNumeral';

const RUN = { seed: 20260305, numRuns: 2000 };

test.each([
  ['零', 0], ['〇', 0], ['三', 3], ['十', 10], ['十五', 15], ['二十', 20], ['二十三', 23], ['廿三', 23], ['卅', 30], ['卅一', 31], ['一百零五', 105], ['一百一十五', 115], ['一百十五', 115],
  ['三千二百', 3200], ['三千二', 3200], ['三百五', 350], ['三千零二', 3002], ['三千零五十', 3050], ['叁仟', 3000], ['叁仟贰佰', 3200], ['壹拾伍', 15], ['两千', 2000], ['参佰', 300],
  ['一万二', 12000], ['一万二千', 12000], ['一万零二', 10002], ['一万零五百', 10500], ['十万', 100000], ['一亿五', 150000000], ['一亿零五万', 100050000], ['一亿二千万', 120000000],
  ['一万亿', 1e12], ['十二万亿三千亿零五', 12300000000005], ['贰萬', 20000], ['二〇二六', 2026], ['二零二六', 2026], ['二○二六', 2026], ['一二', 12], ['拾', 10],
])('%s is %i', (text, value) => expect(parseChineseNumeral(text)).toBe(value));

test.each([
  '', '百', '百十', '二三十', '十十', '万', '零万', '一万一万', '一万一亿', '三千零', '一万零', '一万零零', '一百零十五', '三千a', '3', '点', '一万二三', '一千百', '一二三四五六七八九一二三四五六七',
])('%j is no numeral', (text) => expect(parseChineseNumeral(text)).toBeUndefined());

test.each([
  [0, '零', '零'], [5, '五', '伍'], [10, '十', '壹拾'], [15, '十五', '壹拾伍'], [20, '二十', '贰拾'], [105, '一百零五', '壹佰零伍'], [110, '一百一十', '壹佰壹拾'], [1010, '一千零一十', '壹仟零壹拾'],
  [3200, '三千二百', '叁仟贰佰'], [10000, '一万', '壹万'], [10005, '一万零五', '壹万零伍'], [100000, '十万', '壹拾万'], [107000, '十万七千', '壹拾万柒仟'], [1000000, '一百万', '壹佰万'],
  [100000000, '一亿', '壹亿'], [100000001, '一亿零一', '壹亿零壹'], [120000000, '一亿二千万', '壹亿贰仟万'], [1e12, '一万亿', '壹万亿'], [-15, '负十五', '负壹拾伍'],
])('%i is %s, in full %s', (value, plain, capital) => {
  expect(chineseNumber(value)).toBe(plain);
  expect(capitalNumber(value)).toBe(capital);
});

test('only whole numbers are spelled', () => {
  expect(() => chineseNumber(1.5)).toThrow(RangeError);
  expect(() => capitalNumber(2 ** 53)).toThrow(RangeError);
});

test('single characters', () => {
  expect(['壹', '〇', '十', '三', 'a'].map(chineseDigit)).toEqual([1, 0, undefined, 3, undefined]);
  expect(['壹', '十', '万', '廿', '点', ''].map(isNumeralChar)).toEqual([true, true, true, true, false, false]);
});

test('spelling and reading are inverse', () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeNat(), fc.nat(100000), fc.tuple(fc.nat(9999), fc.nat(11)).map(([value, zeros]) => value * 10 ** zeros)), (value) => {
      expect(parseChineseNumeral(chineseNumber(value))).toBe(value);
      expect(parseChineseNumeral(capitalNumber(value))).toBe(value);
    }),
    RUN,
  );
});

test('any string of numeral characters is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'零一二三十百千万亿廿拾佰'), { maxLength: 8 }), (chars) => {
      const value = parseChineseNumeral(chars.join(''));
      if (value !== undefined) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
    }),
    RUN,
  );
});
