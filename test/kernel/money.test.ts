import fc from 'fast-check';
import { addFen, compareFen, fen, fenOfYuan, formatYuan, parseMoney, subtractFen, sumFen, timesFen, toCapitals, toYuan, ZERO_FEN, type Fen } from '../../src/kernel/money';

const RUN = { seed: 20260305, numRuns: 2000 };
const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((value) => value as Fen);

describe('yuan as a number', () => {
  test.each([
    [1234.5, 123450], [0.1 + 0.2, 30], [1.1 * 3, 330], [0, 0], [-0, 0], [-12.34, -1234], [2999.99, 299999], [999999999999.99, 99999999999999], [0.07 * 100, 700], [4.35, 435],
  ])('%d yuan are %i fen', (yuan, value) => expect(fenOfYuan(yuan)).toEqual({ ok: true, value, approximate: false }));

  test.each([
    [1234.565, 'money-finer-than-fen'], [0.001, 'money-finer-than-fen'], [1 / 3, 'money-finer-than-fen'], [12.3456, 'money-finer-than-fen'],
    [1e12, 'money-too-large'], [-1e12, 'money-too-large'], [Infinity, 'money-too-large'], [NaN, 'money-too-large'],
  ])('%d is refused: %s', (yuan, reason) => expect(fenOfYuan(yuan)).toEqual({ ok: false, reason }));

  test('sums of a thousand amounts keep to the fen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 1000 }), (cents) => {
        const yuan = cents.reduce((sum, cent) => sum + cent / 100, 0);
        expect(fenOfYuan(yuan)).toEqual({ ok: true, value: cents.reduce((sum, cent) => sum + cent, 0), approximate: false });
      }),
      { ...RUN, numRuns: 100 },
    );
  });
});

describe('yuan as text', () => {
  test.each([
    ['1,234.5元', 123450], ['1234.560', 123456], ['12.3万', 12300000], ['叁仟元', 300000], ['￥12', 1200], ['500元/人', 50000], ['5角', 50], ['8分', 8], ['3元5角', 350], ['3元5角2分', 352], ['3元零2分', 302],
    ['叁仟贰佰元伍角陆分', 320056], ['壹仟元整', 100000], ['人民币壹佰元零伍分', 10005], ['负叁元伍角整', -350], ['伍分', 5], ['-0', 0], ['-12.34', -1234], ['0.01', 1], ['1,000元5角', 100050],
  ])('%j is %i fen', (text, value) => expect(parseMoney(text)).toEqual({ ok: true, value, approximate: false }));

  test('an approximate amount says so', () => {
    expect(parseMoney('约500元')).toEqual({ ok: true, value: 50000, approximate: true });
    expect(parseMoney('约5元5角')).toEqual({ ok: true, value: 550, approximate: true });
  });

  test.each([
    ['1234.565', 'money-finer-than-fen'], ['0.005元', 'money-finer-than-fen'], ['1.5分', 'money-finer-than-fen'], ['1.25角', 'money-finer-than-fen'],
    ['500公里', 'money-unit'], ['12%', 'money-unit'], ['3元x角', 'number-unreadable'], ['abc元5角', 'number-unreadable'], ['2.5元5角', 'number-unreadable'], ['-3元5角', 'number-unreadable'],
    ['', 'number-blank'], ['3-5元', 'number-several'], ['1,23', 'number-grouping'], ['1000000000000', 'money-too-large'], ['99999999亿', 'money-too-large'], ['9'.repeat(400), 'money-too-large'],
  ])('%j is refused: %s', (text, reason) => expect(parseMoney(text)).toEqual({ ok: false, reason }));
});

describe('arithmetic', () => {
  test('is whole', () => {
    const [a, b] = [fen(30), fen(-10)];
    expect([addFen(a, b), subtractFen(a, b), sumFen([a, b, a]), timesFen(a, 3), compareFen(a, b), sumFen([])]).toEqual([20, 40, 50, 90, 40, 0]);
    expect(toYuan(fen(123450))).toBe(1234.5);
    expect(Object.is(fen(-0), 0)).toBe(true);
    expect(ZERO_FEN).toBe(0);
  });

  test.each([0.5, NaN, 2 ** 53])('%d is no number of fen', (value) => expect(() => fen(value)).toThrow(RangeError));
});

test.each([
  [123450, '1234.50', '1,234.50'], [5, '0.05', '0.05'], [0, '0.00', '0.00'], [-123456789, '-1234567.89', '-1,234,567.89'], [10000000, '100000.00', '100,000.00'],
])('%i fen are written %s and %s', (value, plain, grouped) => expect([formatYuan(fen(value)), formatYuan(fen(value), true)]).toEqual([plain, grouped]));

test.each([
  [0, '零元整'], [100000, '壹仟元整'], [123450, '壹仟贰佰叁拾肆元伍角整'], [32504, '叁佰贰拾伍元零肆分'], [5, '伍分'], [50, '伍角整'], [55, '伍角伍分'], [140950, '壹仟肆佰零玖元伍角整'], [600714, '陆仟零柒元壹角肆分'],
  [168032, '壹仟陆佰捌拾元叁角贰分'], [10700053, '壹拾万柒仟元伍角叁分'], [1640902, '壹万陆仟肆佰零玖元零贰分'], [-350, '负叁元伍角整'], [10000000000, '壹亿元整'],
])('%i fen in capitals: %s', (value, text) => expect(toCapitals(fen(value))).toBe(text));

test('writing and reading are inverse', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      for (const text of [formatYuan(amount), formatYuan(amount, true), `${formatYuan(amount)}元`, toCapitals(amount)]) expect(parseMoney(text)).toEqual({ ok: true, value: amount + 0, approximate: false });
      expect(fenOfYuan(toYuan(amount))).toEqual({ ok: true, value: amount + 0, approximate: false });
    }),
    RUN,
  );
});

test('never fails, and never gives a part of a fen', () => {
  const pieces = fc.constantFrom('1', '5', ',', '.', '-', '约', '万', '元', '角', '分', '整', '零', '三', '仟', '负', '¥', ' ');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''))), fc.double(), (text, number) => {
      for (const reading of [parseMoney(text), fenOfYuan(number)]) if (reading.ok) expect(Number.isSafeInteger(reading.value)).toBe(true);
    }),
    RUN,
  );
});
