import fc from 'fast-check';
import type { Weekday } from '../../../src/kernel/date';
import { parseDays, parseHalfDay } from '../../../src/kernel/text/halfDayText';
import { editDistance, nearestWords } from '../../../src/kernel/text/nearest';
import { parsePhone } from '../../../src/kernel/text/phone';
import { parsePlate } from '../../../src/kernel/text/plate';
import { sectionKey, sectionStem } from '../../../src/kernel/text/section';
import { parseWeekdays } from '../../../src/kernel/text/weekdays';
import { parseYesNo } from '../../../src/kernel/text/yesNo';

const RUN = { seed: 20260305, numRuns: 1000 };
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('上', '午', '下', '半', '天', '一', '1', '.', '5', '周', '三', '六', '末', '至', '、', '川', 'J', '-', '(', ')', ' ', '是', '0'), { maxLength: 10 }).map((parts) => parts.join('')),
);

describe('plates', () => {
  test.each([
    ['川J·12345', '川J12345'], ['川J12345', '川J12345'], ['川j 12345', '川J12345'], ['川Ｊ１２３４５', '川J12345'], ['川J•12345', '川J12345'], ['川J-12345', '川J12345'], ['川JD12345', '川JD12345'], ['川J12345F', '川J12345F'],
    ['川J1234警', '川J1234警'], ['川J.A1B2C', '川JA1B2C'],
  ])('%s is %s', (text, plate) => expect(parsePlate(text)).toBe(plate));

  test.each(['', '川J1234', '川J1234567', 'J12345', '川12345', '川J1234O', '川J1234I', '川J123警5', '川J12345、川J23456'])('%j is none', (text) => expect(parsePlate(text)).toBeNull());
});

describe('phones', () => {
  test.each([
    ['13800000000', 'mobile', '13800000000'], ['138 0000 0000', 'mobile', '13800000000'], ['138-0000-0000', 'mobile', '13800000000'], ['+86 13800000000', 'mobile', '13800000000'], ['8613800000000', 'mobile', '13800000000'],
    ['１３８００００００００', 'mobile', '13800000000'], ['0825-8663366', 'landline', '0825-8663366'], ['(0825)8663366', 'landline', '0825-8663366'], ['08258663366', 'landline', '0825-8663366'], ['028-86633660', 'landline', '028-86633660'],
    ['010-12345678', 'malformed', ''], ['010-62345678', 'landline', '010-62345678'], ['8663366', 'landline', '8663366'], ['0825-8663366-801', 'landline', '0825-8663366转801'], ['8663366转801', 'landline', '8663366转801'],
  ])('%s is %s %s', (text, kind, read) => expect(parsePhone(text)).toEqual(kind === 'malformed' ? { kind } : { kind, text: read }));

  test.each(['', '1380000000', '138000000000', '23800000000', '12345', '13800000000/13900000000', '无', '0825-866336'])('%j is malformed', (text) => expect(parsePhone(text)).toEqual({ kind: 'malformed' }));
});

describe('sections', () => {
  test.each([
    ['综合股 ', '综合股', '综合'], ['综合科', '综合科', '综合'], ['综 合　股', '综合股', '综合'], ['综合股（牵头）', '综合股', '综合'], ['应急办', '应急办', '应急'], ['目标绩效督查室', '目标绩效督查室', '目标绩效督查'],
    ['法制办公室', '法制办公室', '法制'], ['(综合股)', '(综合股)', '(综合股)'], ['小车班', '小车班', '小车'], ['主任', '主任', '主任'], ['股', '股', '股'], ['', '', ''],
  ])('%j has key %s and stem %s', (text, key, stem) => expect([sectionKey(text), sectionStem(text)]).toEqual([key, stem]));
});

describe('是 and 否', () => {
  test.each([
    ...['是', '√', '✓', '✔\ufe0f', '有', '1', 'Y', 'y', 'yes', ' 是 ', 'Ｙ', '对', 'true'].map((text) => [text, true] as const),
    ...['否', '×', '无', '0', 'N', 'n', 'no', '不', '没有', 'x', '-', '/', 'false'].map((text) => [text, false] as const),
    ...['', '也许', '2', '是否', '○'].map((text) => [text, null] as const),
  ])('%j is %s', (text, expected) => expect(parseYesNo(text)).toBe(expected));
});

describe('half-days', () => {
  test.each([
    ['上午', 'am'], ['AM', 'am'], ['am', 'am'], ['早上', 'am'], ['上午半天', 'am'], ['半天(上午)', 'am'], ['上午0.5天', 'am'], ['上半天', 'am'], ['下午', 'pm'], ['PM', 'pm'], ['下午半天', 'pm'], ['半天下午', 'pm'], ['下 午', 'pm'],
    ['全天', 'day'], ['一天', 'day'], ['1天', 'day'], ['1.0', 'day'], ['上午、下午', 'day'], ['上下午', 'day'],
    ['半天', 'half-unknown'], ['0.5', 'half-unknown'], ['0.5天', 'half-unknown'], ['半日', 'half-unknown'], ['中午', 'half-noon'],
    ['', 'half-unreadable'], ['晚上', 'half-unreadable'], ['半天半天', 'half-unreadable'], ['2天', 'half-unreadable'], ['()', 'half-unreadable'],
  ])('%j is %s', (text, expected) => {
    const reading = parseHalfDay(text);
    expect(typeof reading === 'object' ? reading.reason : reading).toBe(expected);
  });

  test.each([
    ['0.5天', 1], ['0.5', 1], ['半天', 1], ['半', 1], ['1天半', 3], ['一天半', 3], ['两天半', 5], ['一天', 2], ['1.0', 2], ['1', 2], ['全天', 2], ['一整天', 2], ['2.5天', 5], ['10个工作日', 20], ['３天', 6], ['十五天', 30], ['0', 0],
    [0.5, 1], [1.5, 3], [0, 0],
  ])('%j is %i half-days', (input, halves) => expect(parseDays(input)).toEqual({ ok: true, halves }));

  test.each([
    ['0.3', 'days-not-halves'], ['1.25天', 'days-not-halves'], [0.3, 'days-not-halves'], ['', 'days-unreadable'], ['约2天', 'days-unreadable'], ['2小时', 'days-unreadable'], ['-1', 'days-unreadable'], ['1.5天半', 'days-unreadable'],
    ['上午', 'days-unreadable'], ['2-3天', 'days-unreadable'], [NaN, 'days-unreadable'], [-1, 'days-unreadable'], [Infinity, 'days-unreadable'], ['一个半天', 'days-unreadable'],
  ])('%j is refused: %s', (input, reason) => expect(parseDays(input)).toEqual({ ok: false, reason }));
});

describe('weekdays', () => {
  test.each([
    ['周三', [2]], ['周六、周日', [5, 6]], ['星期三', [2]], ['礼拜天', [6]], ['周末', [5, 6]], ['双休日', [5, 6]], ['周日、周六', [5, 6]], ['周一三五', [0, 2, 4]], ['周六日', [5, 6]], ['周六周日', [5, 6]], ['每周三', [2]],
    ['周一至周五', [0, 1, 2, 3, 4]], ['周一-五', [0, 1, 2, 3, 4]], ['周五~周一', [0, 4, 5, 6]], ['周三到周三', [2]], ['周一、三、五', [0, 2, 4]], ['周1，周2', [0, 1]], ['周三和周四', [2, 3]], ['周 三', [2]], ['周三、周三', [2]], ['周末、周三', [2, 5, 6]],
    ['无', []], ['-', []],
  ])('%s is %j', (text, days) => expect(parseWeekdays(text)).toEqual(days));

  test.each(['', '三', '工作日', '周', '周八', '周三、开会', '3月5日', '、', '周0'])('%j cannot be read', (text) => expect(parseWeekdays(text)).toBeNull());

  test('what we write is read back', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4, 5, 6] as Weekday[], { minLength: 1 }), (days) => {
        expect(parseWeekdays(days.map((day) => ['周一', '周二', '周三', '周四', '周五', '周六', '周日'][day]).join('、'))).toEqual(days);
      }),
      RUN,
    );
  });
});

describe('nearest words', () => {
  test.each([
    ['', '', 0], ['张三', '张三', 0], ['张三', '张四', 1], ['张三', '三张', 1], ['王晓明', '王小明', 1], ['abc', '', 3], ['', 'ab', 2], ['最小间隔', '最小间格天', 2], ['abcd', 'badc', 2], ['\u{20bb7}田', '吉田', 1],
  ])('%s and %s are %i apart', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  test('best first, code-unit order on ties, three at most, nothing far-fetched', () => {
    expect(nearestWords('王晓明', ['王小朋', '李四', '王小明', '王晓朋', '王晓名', '王晓明天', '王小明'])).toEqual(['王小明', '王晓名', '王晓明天']);
    expect(nearestWords('综合科', ['综合股', '秘书股', '信息股'])).toEqual(['综合股']);
    expect(nearestWords('张', ['李'])).toEqual([]);
    expect(nearestWords('x', [])).toEqual([]);
  });

  test('distance is a metric on what cells hold', () => {
    const word = fc.string({ unit: fc.constantFrom('张', '王', '明', '小'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
      RUN,
    );
  });

  test('the order of the known words does not matter', () => {
    const known = ['张三', '张四', '张五', '李三', '王小明'];
    fc.assert(
      fc.property(fc.shuffledSubarray(known, { minLength: known.length }), (shuffled) => {
        expect(nearestWords('张山', shuffled)).toEqual(nearestWords('张山', known));
        expect(shuffled).toHaveLength(known.length);
      }),
      { ...RUN, numRuns: 100 },
    );
  });
});

test('none of them ever fails', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const read of [parsePlate, parsePhone, sectionKey, sectionStem, parseYesNo, parseHalfDay, parseDays, parseWeekdays]) read(text);
      const days = parseDays(text);
      if (days.ok) expect(Number.isSafeInteger(days.halves)).toBe(true);
      expect(sectionKey(sectionKey(text)).length).toBeLessThanOrEqual(sectionKey(text).length);
    }),
    RUN,
  );
});
