/** 找替班人 for officers in charge (值班-二, 值班-七(二)): county leaders for county leaders, chiefs for chiefs. */
import { addDays, toISO } from '../../../../src/kernel/date';
import { day, on, people, type Cells, type Sheets } from '../harness';
import { ask, ASKED, excluded, leave, office, ranked, row, SIX } from './ask';

describe('officers in charge', () => {
  const week = (monday: string, leader: string, days = 7): readonly Cells[] => Array.from({ length: days }, (_, index) => row(toISO(addDays(on(monday), index)), SIX[index % 6]!, { 带班领导: leader }));
  const rows = [...week('2026-03-02', '秦朗'), ...week('2026-03-09', '于慧'), ...week('2026-03-16', '秦朗')];

  test('chiefs: turns, then days, then who waited longest', () => {
    const { substitutes, exchanges } = ask(office(rows), { date: '2026-03-16', role: '带班' });
    // a day moves no week; days: 秦朗 14 to 13, 白露 0 to 1, 于慧 7 to 8
    expect(ranked(substitutes)).toEqual(['1 白露 带班天数平方和-26', '2 于慧 带班天数平方和-12']);
    expect(substitutes.map((one) => [one['本期次数'], one['说明']])).toEqual([
      [0, '现有带班周数0、带班天数0;比第2名于慧带班天数平方和少14'],
      [7, '现有带班周数1、带班天数7;比前一名白露带班天数平方和多14'],
    ]);
    expect(exchanges).toEqual([]);
  });

  test('a day that turns the week over changes the turns', () => {
    const split = [...week('2026-03-02', '秦朗', 4), ...week('2026-03-06', '于慧', 3), ...week('2026-03-09', '秦朗')];
    const { substitutes } = ask(office(split), { date: '2026-03-02', person: '秦朗' });
    // 于慧 has most of the week then; 白露 takes a day from a week that stays tied, the earlier day's holder being 白露
    expect(ranked(substitutes)).toEqual(['1 于慧 带班周数平方和-2,带班天数平方和-14', '2 白露 带班天数平方和-20']);
  });

  test('of equals, who waited longest; exchanges of days keep every sum', () => {
    const even = [...week('2026-03-02', '白露'), ...week('2026-03-09', '于慧'), ...week('2026-03-16', '秦朗')];
    const { substitutes, exchanges, headlines } = ask(office(even), { date: '2026-03-16', person: '秦朗', keepBefore: '2026-03-03' });
    expect(ranked(substitutes)).toEqual(['1 白露 带班天数平方和+2', '2 于慧 带班天数平方和+2']);
    expect(substitutes.map((one) => String(one['说明']).split(';')[1])).toEqual(['公平性与第2名于慧相同,上次带班较早', '公平性与前一名白露相同,上次带班较近']);
    expect(exchanges.map((one) => [one['姓名'], one['对调日期'], one['影响']])).toEqual([['白露', '2026-03-03', '公平性不变'], ['于慧', '2026-03-09', '公平性不变']]);
    expect(headlines[0]).toBe('2026-03-16带班的秦朗:顶替首选白露(带班天数平方和+2);对调首选白露3月3日的班(公平性不变)');
  });

  test('a week that began before the period belongs to whoever led its first days', () => {
    const eve = [...week('2026-02-23', '秦朗'), ...week('2026-03-02', '白露')];
    const { substitutes } = ask(office(eve), { date: '2026-03-01', person: '秦朗' });
    // one of the seven days: the turn stays his
    expect(ranked(substitutes).every((line) => !line.includes('带班周数'))).toBe(true);
  });

  test('who is away, or does not lead, is left out', () => {
    const { substitutes } = ask(office(rows, { 人员: people(SIX).map((one) => (one['姓名'] === '白露' ? { ...one, 可带班: '否' } : one)), 请假: [leave('于慧', '2026-03-16')] }), { date: '2026-03-16', person: '秦朗' });
    expect(ranked(substitutes)).toEqual(['- 于慧 不能顶替']);
    expect(excluded(substitutes)).toEqual(['于慧:事假2026-03-16上午至2026-03-16下午(请假!A2)']);
  });

  test('who leads the day together with him is left out', () => {
    const { substitutes } = ask(office([row('2026-03-09', '甲一', { 带班领导: '秦朗、于慧' })]), { ...ASKED, person: '秦朗' });
    expect(excluded(substitutes)).toEqual(['于慧:当日已带班']);
  });

  test('a week of holidays alone is nobody’s turn', () => {
    // 1 to 4 October are holidays, 5 to 7 too
    const { substitutes } = ask(office(week('2026-10-08', '秦朗', 4)), { date: '2026-10-08', role: '带班' });
    expect(ranked(substitutes)).toEqual(['1 于慧 带班天数平方和-6', '2 白露 带班天数平方和-6']);
  });

  test('a day beyond the rank of chiefs is nobody’s sum; only what he gives counts', () => {
    const { substitutes, exchanges } = ask(office([...week('2026-03-02', '白露'), { ...row('2026-03-09', '甲一'), 带班领导: '甲一' }]), { date: '2026-03-09', role: '带班' });
    expect(ranked(substitutes)[0]).toBe('1 秦朗 带班周数平方和+1,带班天数平方和+1');
    expect(exchanges).toEqual([]);
  });

  describe('county leaders on holidays', () => {
    const holiday = [row('2026-01-01', '甲一', { 值班人员二: '丙三', 带班领导: '顾明远' }), row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' }), row('2026-04-05', '丙三', { 值班人员二: '丁四', 带班领导: '顾明远' })];
    const liaison: Sheets = { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }, { 县级领导: '顾明远', 联系文秘: '丙三' }] };

    test('the liaison first, then days led', () => {
      const { substitutes, exchanges } = ask(office(holiday, liaison), { date: '2026-04-04', role: '带班' });
      expect(ranked(substitutes)).toEqual(['1 顾明远 缺联系文秘的天数+1,带班天数平方和+4']);
      expect(substitutes[0]).toMatchObject({ 本期次数: 1, 说明: '现有县级带班天数2;没有别人可选' });
      expect(exchanges.map((one) => [one['对调日期'], one['影响']])).toEqual([['2026-04-05', '缺联系文秘的天数+2']]);
    });

    test('a chief who sits there by mistake', () => {
      const { substitutes, exchanges } = ask(office([row('2026-04-04', '甲一', { 值班人员二: '乙二' }), holiday[2]!], liaison), { date: '2026-04-04', person: '秦朗' });
      expect(ranked(substitutes)).toEqual(['1 陆振邦 缺联系文秘的天数-1', '2 顾明远 带班天数平方和+2']);
      expect(exchanges).toEqual([]);
    });

    test('紧急带班 asks for no liaison', () => {
      const flood = { 紧急带班: [{ 开始日期: day('2026-03-09'), 结束日期: day('2026-03-09'), 县级领导: '陆振邦' }] };
      expect(ranked(ask(office([row('2026-03-09', '甲一', { 带班领导: '陆振邦' })], { ...flood, ...liaison }), { ...ASKED, role: '带班' }).substitutes)).toEqual(['1 顾明远 公平性不变']);
    });
  });
});
