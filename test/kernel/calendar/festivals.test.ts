import fc from 'fast-check';
import { FESTIVALS, FESTIVAL_TITLES, festivalsIn, type Festival } from '../../../src/kernel/calendar';
import { countedAs, titleOf } from '../../../src/kernel/calendar/festivals';

test.each<[string, readonly Festival[], string]>([
  // spelling, festivals named, counted under
  ['元旦', ['元旦'], '元旦'],
  ['新年', ['元旦'], '元旦'],
  ['农历新年', ['元旦', '春节'], '春节'],
  ['新年春节', ['春节'], '春节'],
  ['清明节', ['清明'], '清明'],
  ['五一', ['劳动节'], '劳动节'],
  ['国际劳动节', ['劳动节'], '劳动节'],
  ['端午', ['端午'], '端午'],
  ['中秋节', ['中秋'], '中秋'],
  ['十一长假', ['国庆'], '国庆'],
  ['第十一届运动会', [], '第十一届运动会'],
  ['国庆节、中秋节', ['中秋', '国庆'], '国庆'],
  ['中秋国庆', ['中秋', '国庆'], '国庆'],
  ['建县纪念日', [], '建县纪念日'],
  ['', [], ''],
])('%s', (name, festivals, counted) => {
  expect(festivalsIn(name)).toEqual(festivals);
  expect(countedAs(name)).toBe(counted);
});

test.each<[readonly Festival[], string]>([[['国庆'], '国庆节'], [['中秋', '国庆'], '国庆节、中秋节'], [['国庆', '中秋'], '国庆节、中秋节'], [['元旦', '春节'], '春节、元旦'], [[], '']])('%j is printed %s', (festivals, title) => expect(titleOf(festivals)).toBe(title));

test('canonical names and titles name themselves, alone and together', () => {
  for (const festival of FESTIVALS) for (const name of [festival, FESTIVAL_TITLES[festival]]) expect([festivalsIn(name), countedAs(name)]).toEqual([[festival], festival]);
  fc.assert(
    fc.property(fc.subarray([...FESTIVALS], { minLength: 1 }), (festivals) => {
      expect(festivalsIn(titleOf(festivals))).toEqual(festivals);
      expect(festivals).toContain(countedAs(titleOf(festivals)));
    }),
    { seed: 7, numRuns: 128 },
  );
});
