import fc from 'fast-check';
import { Digest, digestOf } from '../../src/kernel/digest';

const RUN = { seed: 20260305, numRuns: 1000 };

test('is stable: what was written into a workbook years ago must still match', () => {
  expect([digestOf(''), digestOf('综合股'), new Digest().hex()]).toEqual(['fffc29b82636a737', '4d27262b5e0b19bb', 'ffc4b4728a8e1158']);
});

test('where a text ends matters', () => {
  const of = (...texts: string[]): string => texts.reduce((digest, text) => digest.add(text), new Digest()).hex();
  const all = [of(), of(''), of('', ''), of('ab'), of('a', 'b'), of('ab', ''), of('', 'ab'), of('ba'), of('b', 'a')];
  expect(new Set(all).size).toBe(all.length);
  expect(digestOf('ab')).toBe(of('ab'));
});

test('reading it changes nothing', () => {
  const digest = new Digest().add('张三');
  digest.hex();
  expect(digest.add('李四').hex()).toBe(new Digest().add('张三').add('李四').hex());
});

test('one changed character changes about half of the 64 bits', () => {
  let flipped = 0;
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(), fc.integer({ min: 1, max: 0xffff }), (text, at, mask) => {
      const index = at % text.length;
      const other = text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ mask) + text.slice(index + 1);
      const [a, b] = [digestOf(text), digestOf(other)];
      expect(a).toMatch(/^[0-9a-f]{16}$/);
      expect(a).not.toBe(b);
      flipped += (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
    }),
    RUN,
  );
  expect(flipped / RUN.numRuns).toBeGreaterThan(30);
  expect(flipped / RUN.numRuns).toBeLessThan(34);
});

test('a hundred thousand neighbours do not collide', () => {
  const seen = new Set(Array.from({ length: 100_000 }, (_, index) => digestOf(`2026-${index}`)));
  expect(seen.size).toBe(100_000);
});
