import fc from 'fast-check';
import { splitList } from '../../../src/kernel/text/list';
import { compactText, normalizeHeader, normalizeText, roundBrackets } from '../../../src/kernel/text/normalize';

const RUN = { seed: 20260305, numRuns: 2000 };
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  // what cells are made of, so that rare branches are reached
  fc.array(fc.constantFrom('张', '三', ' ', '\u3000', '\u200b', '\ufeff', '\n', '\t', '（', '）', '１', 'ａ', '①', '¨', '\u0308', 'e', '·', '㈱', '\u00a0', '*', '【', '】'), { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('normalizeText', () => {
  test.each([
    ['综合股', '综合股'], ['  综合股 ', '综合股'], ['去　成都\n开会', '去 成都 开会'], ['１２３４５', '12345'], ['（借调）', '(借调)'], ['张\u200b三\ufeff', '张三'],
    ['a\u0000b\u001f', 'ab'], ['✔\ufe0f', '✔'], ['ｋｍ', 'km'], ['①', '1'], ['\u00a0', ''], ['', ''], ['\u202e12', '12'], ['㎞', 'km'],
  ])('%j is %j', (text, expected) => expect(normalizeText(text)).toBe(expected));
});

describe('compactText', () => {
  test.each([
    ['张 三', '张三'], ['张　三', '张三'], ['张\t\r\n三', '张三'], ['请假\n天数', '请假天数'], ['a ¨', 'ä'], ['川Ｊ 12345', '川J12345'], ['', ''],
  ])('%j is %j', (text, expected) => expect(compactText(text)).toBe(expected));
});

describe('normalizeHeader', () => {
  test.each([
    ['请假\n天数', '请假天数'], ['金额（元）', '金额(元)'], ['金额【元】', '金额(元)'], ['*姓名', '姓名'], ['姓名 ＊', '姓名'], ['公里〔算〕', '公里(算)'], ['备注:', '备注:'], ['*', ''],
  ])('%j is %j', (text, expected) => expect(normalizeHeader(text)).toBe(expected));

  test('every bracket becomes a round one', () => expect(roundBrackets('[a]{b}【c】〔d〕〖e〗〈f〉《g》「h」『i』')).toBe('(a)(b)(c)(d)(e)(f)(g)(h)(i)'));
});

test('normalising twice changes nothing, and never fails', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const normalise of [normalizeText, compactText, normalizeHeader]) expect(normalise(normalise(text))).toBe(normalise(text));
      expect(compactText(text)).not.toMatch(/\s/);
      expect(compactText(normalizeText(text))).toBe(compactText(text));
    }),
    RUN,
  );
});

describe('splitList', () => {
  test.each([
    ['张三、李四', ['张三', '李四']],
    ['张三/李四', ['张三', '李四']],
    ['张三；李四，王五', ['张三', '李四', '王五']],
    ['张三\r\n李四\u2028王五', ['张三', '李四', '王五']],
    ['张三|李四\\王五&赵六', ['张三', '李四', '王五', '赵六']],
    ['张三(综合股/借调)、李四', ['张三(综合股/借调)', '李四']],
    ['张三（综合股、借调）', ['张三(综合股、借调)']],
    ['张三【综合股】', ['张三(综合股)']],
    ['、张三、 、', ['张三']],
    [' ', []],
    ['', []],
    ['a((b,c),d)', ['a((b,c),d)']],
  ])('%j is %j', (text, parts) => expect(splitList(text)).toEqual(parts));

  test.each(['张三(借调', '张三)', '张三)、(李四', '(('])('brackets of %j do not match', (text) => expect(splitList(text)).toBeUndefined());

  test('joining and splitting again gives the same parts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('张三', '阿依·古丽', '李四(07)', 'A', '王五(借调、女)')), (parts) => expect(splitList(parts.join('、'))).toEqual(parts)),
      RUN,
    );
    fc.assert(fc.property(texts, (text) => { splitList(text); }), RUN);
  });
});
