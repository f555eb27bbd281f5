import fc from 'fast-check';
import { parseTimeSpans, parseTimeText } from '../../../src/kernel/text/timeText';

const RUN = { seed: 20260305, numRuns: 1000 };
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test.each([
  ['9:00', '09:00'], ['09：00', '09:00'], ['9:00:00', '09:00'], ['9 : 05', '09:05'], ['上午9时', '09:00'], ['9点半', '09:30'], ['下午3点', '15:00'], ['下午3:30', '15:30'], ['下午15:30', '15:30'], ['9时30分', '09:30'], ['9点5分', '09:05'],
  ['9点整', '09:00'], ['9点钟', '09:00'], ['9点一刻', '09:15'], ['9点三刻', '09:45'], ['九点半', '09:30'], ['下午三点二十分', '15:20'], ['二十一点', '21:00'], ['两点', '02:00'], ['晚上8点', '20:00'], ['晚8点', '20:00'], ['傍晚6点', '18:00'], ['凌晨1点', '01:00'],
  ['早上8点', '08:00'], ['早晨7点', '07:00'], ['中午12点', '12:00'], ['中午1点', '13:00'], ['中午11点半', '11:30'], ['上午12点', '12:00'], ['12:30 AM', '00:30'], ['9:00AM', '09:00'], ['3:00 PM', '15:00'], ['12:00pm', '12:00'], ['凌晨12点', '00:00'],
  ['0:00', '00:00'], ['23:59', '23:59'], ['24:00', '24:00'], ['晚上12点', '24:00'],
])('%s is %s', (text, expected) => expect(clock(parseTimeText(text)!)).toBe(expected));

test.each(['', '9', '25:00', '24:01', '9:60', '9:5', '9点60分', '上午15点', '中午16点', '下午0点', '晚上12点半', '点半', '9.30', '十十点', '3点5刻', '上午', '9:00-12:00', '明天9:00'])('%j is no time', (text) => expect(parseTimeText(text)).toBeNull());

test.each([
  ['09:00-12:00,14:00-18:00', [[540, 720], [840, 1080]]], ['9:00至12:00', [[540, 720]]], ['9:00—12:00、13:30～17:30', [[540, 720], [810, 1050]]], ['上午9点到12点;下午2点-6点', null], ['9时至12时;14时至18时', [[540, 720], [840, 1080]]],
  ['', null], ['9:00', null], ['12:00-9:00', null], ['9:00-9:00', null], ['9:00-12:00,11:00-18:00', null], ['9:00-12:00-18:00', null], ['x-12:00', null], ['9:00-x', null],
])('spans of %j', (text, spans) => expect(parseTimeSpans(text)?.map(({ from, to }) => [from, to]) ?? null).toEqual(spans));

test('every minute of the day is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
      for (const text of [clock(minutes), `${hour}点${minute}分`, `${hour}时${minute}分`]) expect(parseTimeText(text)).toBe(minutes);
      if (hour > 12) expect(parseTimeText(`下午${hour - 12}:${clock(minutes).slice(3)}`)).toBe(minutes);
    }),
    RUN,
  );
});

test('never fails', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('9', '30', ':', '点', '半', '上午', '晚上', '十', '二', '分', 'PM', '-', ','), { maxLength: 8 }).map((parts) => parts.join(''))), (text) => {
      const minutes = parseTimeText(text);
      if (minutes !== null) expect(minutes >= 0 && minutes <= 1440).toBe(true);
      parseTimeSpans(text);
    }),
    RUN,
  );
});
