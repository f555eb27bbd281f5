import fc from 'fast-check';
import { parseDecimal, parseNumberText } from '../../../src/kernel/text/number';

const RUN = { seed: 20260305, numRuns: 2000 };

/** Rows of text, value and, where there is one, unit. */
const rows = (...cases: readonly (readonly [string, number, string?])[]): [string, number, string | null][] => cases.map(([text, value, unit]) => [text, value, unit ?? null]);

test.each(rows(
  // samples F4
  ['１２３４５', 12345], ['1,234', 1234], ['1,234.5元', 1234.5, '元'], ['500元/人', 500, '元/人'], ["'500", 500], ['’500', 500], ['叁仟', 3000], ['三千二百', 3200], ['－5', -5], ['12345km', 12345, '公里'],
  ['12345公里', 12345, '公里'], ['12.3万', 123000],
  ['0', 0], ['007', 7], ['.5', 0.5], ['5.', 5], ['500。', 500], ['3。5', 3.5], ['-0', 0], ['+5', 5], ['负三', -3], ['−5', -5], ['–5', -5], ['- 5', -5], ['1 234 567', 1234567], ['1，234，567.89', 1234567.89],
  ['￥1,200', 1200], ['¥-5', -5], ['-¥5', -5], ['RMB 500', 500], ['人民币500元整', 500, '元'], ['500块', 500, '元'], ['3千', 3000], ['2百', 200], ['1.1万', 11000], ['0.1亿', 10000000], ['3百万', 3000000],
  ['50千万', 500000000], ['12.3万元', 123000, '元'], ['45.5升', 45.5, '升'], ['45.5 L', 45.5, '升'], ['30度', 30, '度'], ['30kWh', 30, '度'], ['2天', 2, '天'], ['2个工作日', 2, '天'], ['3 个月', 3, '月'],
  ['80㎡', 80, '平方米'], ['12%', 0.12, '%'], ['8.5升/百公里', 8.5, '升/百公里'], ['三点五', 3.5], ['三点一四公里', 3.14, '公里'], ['三点', 3], ['2公里', 2, '公里'], ['  12  ', 12],
  ['1234567890123', 1234567890123], ['0.1', 0.1], ['5个', 5, '个'],
))('%j is %d', (text, value, unit) => {
  expect(parseNumberText(text)).toEqual({ ok: true, value, approximate: false, unit });
});

test.each(rows(
  ['约500', 500], ['大约500元', 500, '元'], ['近3000', 3000], ['~500', 500], ['≈500', 500], ['3000+', 3000], ['500左右', 500], ['500元左右', 500, '元'], ['500上下', 500], ['500余', 500],
  ['500余元', 500, '元'], ['三千多', 3000], ['三千多元', 3000, '元'], ['1万多公里', 10000, '公里'], ['十多万', 100000], ['10余万元', 100000, '元'], ['500元多', 500, '元'], ['约３０００元', 3000, '元'], ['约 1,234', 1234],
))('%j is approximate', (text, value, unit) => {
  expect(parseNumberText(text)).toEqual({ ok: true, value, approximate: true, unit });
});

test.each([
  ['', 'number-blank'], ['  ', 'number-blank'], ["'", 'number-blank'],
  ['abc', 'number-unreadable'], ['3000+元', 'number-unreadable'], ['无', 'number-unreadable'], ['-', 'number-unreadable'], ['几十', 'number-unreadable'], ['十几', 'number-unreadable'], ['5斤半', 'number-unreadable'], ['1.2.3', 'number-unreadable'], ['(500)', 'number-unreadable'],
  ['--5', 'number-unreadable'], ['$5', 'number-unreadable'], ['5元/', 'number-unreadable'], ['二三十', 'number-several'], ['1e5', 'number-unreadable'], ['+', 'number-unreadable'], ['.', 'number-unreadable'],
  ['一两个', 'number-several'], ['三四天', 'number-several'], ['三五人', 'number-several'], ['八九万', 'number-several'], ['3-5', 'number-several'], ['3~5元', 'number-several'], ['3至5', 'number-several'], ['三到五', 'number-several'], ['500/600', 'number-several'], ['500元、600元', 'number-several'], ['3—5', 'number-several'],
  ['1,23', 'number-grouping'], ['1,2345', 'number-grouping'], ['12 34', 'number-grouping'], ['1,234 56', 'number-grouping'], ['3, 5', 'number-grouping'],
  ['10000000000000', 'number-too-large'], ['10万亿', 'number-unreadable'], ['99999999亿', 'number-too-large'], ['9'.repeat(400), 'number-too-large'],
])('%j is refused: %s', (text, reason) => expect(parseNumberText(text)).toEqual({ ok: false, reason }));

test('a decimal keeps every digit', () => {
  expect(parseDecimal('12.300万')).toEqual({ ok: true, decimal: { negative: false, digits: '12300', scale: -1 }, approximate: false, unit: null });
  expect(parseDecimal('-0.10')).toEqual({ ok: true, decimal: { negative: true, digits: '010', scale: 2 }, approximate: false, unit: null });
});

test('what JavaScript prints of a cell is read back as that number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100), fc.double({ min: 1e-6, max: 1e12, noNaN: true })), (value) => {
      expect(parseNumberText(String(value))).toMatchObject({ ok: true, value: value === 0 ? 0 : value });
    }),
    RUN,
  );
});

test('grouping, full width and units do not change a number', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(99), fc.constantFrom('', '元', '公里', ' L', '元/人'), (whole, cents, unit) => {
      const plain = `${whole}.${String(cents).padStart(2, '0')}`;
      const grouped = `${String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${String(cents).padStart(2, '0')}`;
      const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      for (const text of [grouped, wide, `'${plain}`]) expect(parseNumberText(text + unit)).toMatchObject({ ok: true, value: Number(plain) });
    }),
    RUN,
  );
});

test('never fails, whatever is typed', () => {
  const pieces = fc.constantFrom('1', '2', ',', '.', ' ', '-', '约', '万', '元', '/', '多', '左右', '+', '三', '千', '点', '¥', "'", '%', '至', 'x');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''))), (text) => {
      const reading = parseNumberText(text);
      if (reading.ok) expect(Number.isFinite(reading.value)).toBe(true);
    }),
    RUN,
  );
});
