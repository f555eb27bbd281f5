/** 找替班人 (值班-七(二)): who can take a duty, in which order and why, and what a question that cannot be answered is told. */
import { brief, day, issueOf, people, snapshot, workbookOf, written, type Cells, type Sheets } from '../harness';
import { ALONE, ask, ASKED, askOn, excluded, leave, office, ranked, row, SIX } from './ask';

/** 周一 and 假期 carried over, by name; the others bring nothing. */
const carried = (counts: Readonly<Record<string, number>>, column = '周一'): Sheets => ({ 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-02-28'), [column]: counts[name] ?? 0 })) });

describe('the order', () => {
  test('is the sum of squares of totals first: whoever has fewest', () => {
    const { substitutes, headlines } = ask(office(ALONE, carried({ 乙二: 2, 丙三: 1, 丁四: 3, 戊五: 1, 己六: 5 })), ASKED);
    // 甲一 falls from 1 to 0: -1; 乙二 rises from 2 to 3: +5
    expect(ranked(substitutes)).toEqual([
      '1 丙三 合计平方和+2,星期平方和+2,前后没有别的班',
      '2 戊五 合计平方和+2,星期平方和+2,前后没有别的班',
      '3 乙二 合计平方和+4,星期平方和+4,前后没有别的班',
      '4 丁四 合计平方和+6,星期平方和+6,前后没有别的班',
      '5 己六 合计平方和+10,星期平方和+10,前后没有别的班',
    ]);
    expect(substitutes.map((one) => one['说明'])).toEqual([
      '现有合计1次、周一1次;与第2名戊五一样好,按人员表的顺序',
      '现有合计1次、周一1次;与前一名丙三一样好,按人员表的顺序',
      '现有合计2次、周一2次;比前一名戊五合计平方和多2',
      '现有合计3次、周一3次;比前一名乙二合计平方和多2',
      '现有合计5次、周一5次;比前一名丁四合计平方和多4',
    ]);
    expect(headlines).toEqual(['2026-03-09值班的甲一:顶替首选丙三(合计平方和+2,星期平方和+2,前后没有别的班)']);
    expect(substitutes[0]).toMatchObject({ 本期次数: 0, 原值班人: '甲一', 方式: '顶替', 对调日期: null, 手机: '13900000001' });
  });

  test('then that of the weekday, then that of the weekends', () => {
    const openings = (monday: number, saturday: number, tuesday: number): Cells => ({ 截至日期: day('2026-02-28'), 周一: monday, 周二: tuesday, 周六: saturday });
    const rows = (date: string): Sheets => office([row(date, '甲一')], { 值班期初: [{ 姓名: '甲一', ...openings(1, 1, 1) }, { 姓名: '乙二', ...openings(2, 0, 1) }, { 姓名: '丙三', ...openings(0, 1, 2) }, { 姓名: '丁四', ...openings(1, 0, 2) }, { 姓名: '戊五', ...openings(0, 3, 0) }, { 姓名: '己六', ...openings(1, 1, 1) }] });
    expect(ranked(ask(rows('2026-03-09'), ASKED).substitutes)).toEqual([
      // everybody's total is 3: -7+7; on Mondays 甲一 falls from 2 to 1: -3
      '1 丙三 星期平方和-2,前后没有别的班',
      '2 戊五 星期平方和-2,前后没有别的班',
      '3 丁四 公平性不变,前后没有别的班',
      '4 己六 公平性不变,前后没有别的班',
      '5 乙二 星期平方和+2,前后没有别的班',
    ]);
    expect(ranked(ask(rows('2026-03-07'), { date: '2026-03-07' }).substitutes).slice(0, 2)).toEqual(['1 乙二 星期平方和-2,周末平方和-2,前后没有别的班', '2 丁四 星期平方和-2,周末平方和-2,前后没有别的班']);
    expect(String(ask(rows('2026-03-07'), { date: '2026-03-07' }).substitutes[0]!['说明'])).toContain('现有合计3次、周六0次、周末0次');
  });

  test('then the gap, then wishes; gaps beyond what the roster seeks are as good as each other', () => {
    // 6 people: gaps of 3 and more are equal
    const rows = [row('2026-03-02', '乙二'), row('2026-03-03', '丙三'), row('2026-03-04', '丁四'), row('2026-03-05', '戊五'), row('2026-03-06', '己六'), ...ALONE];
    const more: Sheets = {
      参数: [{ 键: '最小间隔', 值: 1 }],
      值班期初: SIX.map((name, index) => ({ 姓名: name, 截至日期: day('2026-02-28'), 周一: index === 0 ? 0 : 3, 周二: 1, 周三: 1, 周四: 1, 周五: 1, ...(index === 0 ? {} : { [`周${'一二三四五'[index - 1]!}`]: index === 1 ? 2 : 0 }) })),
      不排日: [
        { 姓名: '丙三', 开始日期: day('2026-03-09'), 结束日期: day('2026-03-09'), 性质: '尽量不排' },
        { 姓名: '戊五', 开始日期: day('2026-03-08'), 结束日期: day('2026-03-10'), 性质: '希望排' },
      ],
    };
    const { substitutes } = ask(office([...rows, row('2026-03-11', '丁四')], more), ASKED);
    expect(substitutes.filter((one) => one['姓名'] !== '丁四').map((one) => `${String(one['姓名'])} ${String(one['影响']).replace(/^.*?与/, '与')}`)).toEqual([
      '戊五 与3月5日的班相隔4天,本人希望排这一天',
      '乙二 与3月2日的班相隔7天',
      '己六 与3月6日的班相隔3天',
      '丙三 与3月3日的班相隔6天,本人尽量不排这一天',
    ]);
    expect(substitutes.map((one) => String(one['说明']).split(';')[1])).toContain('公平性和间隔与前一名己六相同,不如他合本人意愿');
    expect(substitutes[0]!['说明']).toContain('公平性和间隔与第2名乙二相同,比他合本人意愿');
    expect(String(substitutes.at(-1)!['影响'])).toContain('与3月11日的班相隔2天');
  });

  test('on a holiday the leader’s liaison comes first, then holidays, 除夕初一 and the festival', () => {
    const rows = [row('2026-02-17', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })];
    const liaison = { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一、丁四' }] };
    const { substitutes } = ask(office(rows, { ...carried({ 丙三: 1, 丁四: 2 }, '假期'), ...liaison, 值班期初: SIX.map((name) => ({ 姓名: name, 截至日期: day('2026-01-31'), 假期: { 丙三: 1, 丁四: 2, 己六: 1 }[name] ?? 0, 春节: name === '己六' ? 1 : 0, 除夕初一: name === '戊五' ? 1 : 0 })) }), { date: '2026-02-17', person: '甲一' });
    expect(ranked(substitutes)).toEqual([
      '1 丁四 假期平方和+4,前后没有别的班',
      '2 戊五 缺联系文秘的天数+1,除夕初一平方和+2,非联系文秘的人次+1,前后没有别的班',
      '3 丙三 缺联系文秘的天数+1,假期平方和+2,非联系文秘的人次+1,前后没有别的班',
      '4 己六 缺联系文秘的天数+1,假期平方和+2,节次平方和+2,非联系文秘的人次+1,前后没有别的班',
      '- 乙二 不能顶替',
    ]);
    expect(substitutes[0]).toMatchObject({ 本期次数: 0, 说明: '现有假期2次、除夕初一0次、春节0次;比第2名戊五缺联系文秘的天数少1' });
    expect(excluded(substitutes)).toEqual(['乙二:当日已值班']);
  });

  test('a liaison who comes is a day gained; a leader nobody knows counts for nothing', () => {
    const rows = (leader: string | null): Sheets => office([row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: leader })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '丁四' }], ...carried({ 丁四: 1 }, '假期') });
    expect(ranked(ask(rows('陆振邦'), { date: '2026-04-04', person: '甲一' }).substitutes)[0]).toBe('1 丁四 缺联系文秘的天数-1,假期平方和+2,非联系文秘的人次-1,前后没有别的班');
    expect(ranked(ask(rows(null), { date: '2026-04-04', person: '甲一' }).substitutes)[0]).toBe('1 丙三 公平性不变,前后没有别的班');
    const decided = { ...rows(null), 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '陆振邦' }] };
    expect(ranked(ask(decided, { date: '2026-04-04', person: '甲一' }).substitutes)[0]).toMatch(/^1 丁四 缺联系文秘的天数-1/);
  });

  test('a holiday of the office’s own is a festival like another', () => {
    const own = { 日历: ['2026-03-09', '2026-03-10'].map((date): Cells => ({ 日期: day(date), 类型: '假期', 假期名: '建县纪念日' })), 领导联系: [] };
    const rows = [row('2026-03-09', '甲一', { 值班人员二: '丁四', 带班领导: null }), row('2026-03-10', '乙二', { 值班人员二: '丙三', 带班领导: null })];
    expect(ranked(ask(office(rows, { ...own, 参数: [{ 键: '最小间隔', 值: 1 }] }), { ...ASKED, person: '甲一' }).substitutes)).toEqual([
      '1 戊五 公平性不变,前后没有别的班',
      '2 己六 公平性不变,前后没有别的班',
      '3 乙二 假期平方和+2,节次平方和+2,与3月10日的班相隔1天',
      '4 丙三 假期平方和+2,节次平方和+2,与3月10日的班相隔1天',
      '- 丁四 不能顶替',
    ]);
  });

  test('somebody who is no clerk gives a duty away that counted for nobody', () => {
    expect(ranked(ask(office([row('2026-03-09', '白露')], carried({ 甲一: 1, 乙二: 2 })), ASKED).substitutes).slice(0, 1)).toEqual(['1 丙三 合计平方和+1,星期平方和+1,前后没有别的班']);
    expect(ask(office([row('2026-03-09', '白露'), row('2026-03-16', '甲一')]), ASKED).exchanges).toEqual([]);
  });
});

describe('who cannot stand in, and why', () => {
  test.each<[string, readonly Cells[], Sheets, string]>([
    ['leave', [], { 请假: [leave('乙二', '2026-03-09')] }, '乙二:事假2026-03-09上午至2026-03-09下午(请假!A2)'],
    ['不能排', [], { 不排日: [{ 姓名: '乙二', 开始日期: day('2026-03-09'), 结束日期: day('2026-03-09'), 性质: '不能排', 原因: '考试' }] }, '乙二:不排日(考试)(不排日!A2)'],
    ['固定不排', [], { 人员: people(SIX, { 乙二: { 固定不排: '周一' } }) }, '乙二:固定不排周一(人员!B8)'],
    ['not there yet', [], { 人员: people(SIX, { 乙二: { 到办日期: day('2026-03-10') } }) }, '乙二:不在岗(未到办或已离办)(人员!B8)'],
    ['a duty two days before', [row('2026-03-07', '乙二')], {}, '乙二:2026-03-07值班(值班表!B3),相隔2天,不足3天'],
    ['a duty two days after', [row('2026-03-11', '乙二')], {}, '乙二:2026-03-11值班(值班表!B3),相隔2天,不足3天'],
    ['on both sides', [row('2026-03-08', '乙二'), row('2026-03-11', '乙二')], {}, '乙二:2026-03-08值班(值班表!B3),相隔1天,不足3天;2026-03-11值班(值班表!B4),相隔2天,不足3天'],
    ['a duty that a swap gave him', [row('2026-03-08', '丙三')], { 调换班: [{ 原日期: day('2026-03-08'), 类型: '顶替', 原值班人: '丙三', 顶替人: '乙二', 批准人: '秦朗', 批准时间: day('2026-03-01') }] }, '乙二:2026-03-08值班(值班表!B3),相隔1天,不足3天'],
    ['leave and the gap', [row('2026-03-10', '乙二')], { 请假: [leave('乙二', '2026-03-09')] }, '乙二:事假2026-03-09上午至2026-03-09下午(请假!A2);2026-03-10值班(值班表!B3),相隔1天,不足3天'],
    ['每期上限', [row('2026-03-20', '乙二')], { 参数: [{ 键: '每期上限', 值: 1 }] }, '乙二:已到每期上限1次'],
  ])('%s', (_, rows, more, expected) => {
    const { substitutes } = ask(office([...ALONE, ...rows], more), ASKED);
    expect(excluded(substitutes)).toEqual([expected]);
    expect(substitutes.at(-1)).toMatchObject({ 名次: null, 影响: '不能顶替', 原值班人: '甲一', 方式: null });
  });

  test.each<[string, readonly Cells[], Sheets]>([
    ['three days before and after', [row('2026-03-06', '乙二'), row('2026-03-12', '乙二')], {}],
    ['below 每期上限', [row('2026-03-20', '乙二')], { 参数: [{ 键: '每期上限', 值: 2 }] }],
    ['leave of the day before', [], { 请假: [leave('乙二', '2026-03-08')] }],
    ['a swap that gave his duty away', [row('2026-03-08', '乙二')], { 调换班: [{ 原日期: day('2026-03-08'), 类型: '顶替', 原值班人: '乙二', 顶替人: '白露', 批准人: '秦朗', 批准时间: day('2026-03-01') }] }],
  ])('%s stands against nobody', (_, rows, more) => {
    expect(excluded(ask(office([...ALONE, ...rows], more), ASKED).substitutes)).toEqual([]);
  });

  test('who gave the duty of that day away does not get it back', () => {
    const slip = { 原日期: day('2026-03-09'), 类型: '顶替', 原值班人: '甲一', 顶替人: '乙二', 批准人: '秦朗', 批准时间: day('2026-03-01') };
    const { substitutes, headlines } = ask(office(ALONE, { 调换班: [slip] }), ASKED);
    expect(headlines[0]).toMatch(/^2026-03-09值班的乙二:/);
    expect(excluded(substitutes)).toEqual(['甲一:当日的班已换给乙二(调换班!C2)']);
  });

  test('leave that begins when the shift is handed over is said, and no obstacle', () => {
    const { substitutes } = ask(office(ALONE, { 请假: [leave('乙二', '2026-03-10')] }), ASKED);
    expect(substitutes.find((one) => one['姓名'] === '乙二')!['说明']).toMatch(/;次日起事假\(请假!A2\),交班后即离岗$/);
  });

  test('nobody at all', () => {
    const { substitutes, headlines, issues } = ask(office(ALONE, { 请假: SIX.slice(1).map((name) => leave(name, '2026-03-09')) }), ASKED);
    expect(substitutes.map((one) => one['名次'])).toEqual([null, null, null, null, null]);
    expect(headlines).toEqual(['2026-03-09值班的甲一:没有人能顶替(5人各有原因,见表)']);
    expect(brief(issues)).toEqual([]);
  });

  test('a locked clerk who has fallen ill is no error: he is why one asks', () => {
    const { issues, substitutes, computation } = ask(office([{ ...ALONE[0]!, 锁定: '是' }], { 请假: [leave('甲一', '2026-03-09')] }), ASKED);
    expect(brief(issues)).toEqual(['violation roster/fixed-absence 值班表!B2']);
    expect([substitutes.length, computation.plan.sheets.length]).toEqual([5, 2]);
  });

  test('an only one', () => {
    const { substitutes } = ask(office(ALONE, { 请假: SIX.slice(2).map((name) => leave(name, '2026-03-09')) }), ASKED);
    expect(substitutes[0]!['说明']).toBe('现有合计0次、周一0次;没有别人可选');
  });
});

describe('对调', () => {
  const rows = [row('2026-03-02', '丁四'), row('2026-03-05', '丙三'), ...ALONE, row('2026-03-16', '乙二'), row('2026-03-20', '乙二')];
  const given = (list: readonly Readonly<Record<string, unknown>>[]): string[] => list.map((one) => [one['名次'], one['姓名'], one['对调日期'], one['影响']].join(' '));

  test('takes each one’s best day; both sums stay where the weekday is the same', () => {
    const { exchanges, headlines } = ask(office(rows), ASKED);
    // 乙二's Monday for 甲一's; his Friday would move two weekdays
    expect(given(exchanges)).toEqual(['1 乙二 2026-03-16 公平性不变,与3月20日的班相隔11天']);
    expect(exchanges[0]!['说明']).toBe('现有合计2次、周一1次;没有别人可选');
    expect(headlines[0]).toMatch(/;对调首选乙二3月16日的班\(公平性不变,与3月20日的班相隔11天\)$/);
  });

  test.each<[string | undefined, readonly string[]]>([
    [undefined, ['乙二']],
    ['2026-03-02', ['丁四', '丙三', '乙二']],
    ['2026-03-05', ['丙三', '乙二']],
    ['2026-03-06', ['乙二']],
  ])('takes no day before %s', (keepBefore, expected) => {
    expect(ask(office(rows), { ...ASKED, ...(keepBefore === undefined ? {} : { keepBefore }) }).exchanges.map((one) => one['姓名'])).toEqual(expected);
  });

  test.each<[string, readonly Cells[], Sheets]>([
    ['who is replaced is away that day', [row('2026-03-16', '乙二')], { 请假: [leave('甲一', '2026-03-16')] }],
    ['or serves too close to it', [row('2026-03-16', '乙二'), row('2026-03-18', '甲一')], {}],
    ['the other is away on the day', [row('2026-03-16', '乙二')], { 请假: [leave('乙二', '2026-03-09')] }],
    ['or serves too close to it', [row('2026-03-16', '乙二'), row('2026-03-08', '乙二')], {}],
    ['a holiday is no fair exchange for a working day', [row('2026-03-08', '丙三')], {}],
  ])('not where %s', (_, more, sheets) => {
    expect(ask(office([...ALONE, ...more], sheets), ASKED).exchanges.filter((one) => one['姓名'] === '乙二')).toEqual([]);
  });

  test('two duties so close that they can only be exchanged', () => {
    const { substitutes, exchanges } = ask(office([...ALONE, row('2026-03-10', '乙二')]), ASKED);
    expect(excluded(substitutes)).toEqual(['乙二:2026-03-10值班(值班表!B3),相隔1天,不足3天']);
    expect(given(exchanges)).toEqual(['1 乙二 2026-03-10 公平性不变,前后没有别的班']);
  });

  test('says whose duties come near, and whose wish it is', () => {
    const off = (name: string, date: string, kind: string): Cells => ({ 姓名: name, 开始日期: day(date), 结束日期: day(date), 性质: kind });
    const more = [...ALONE, row('2026-03-13', '甲一'), row('2026-03-16', '乙二')];
    const asked = (kinds: readonly Cells[]): string => given(ask(office(more, { 不排日: kinds }), ASKED).exchanges)[0]!;
    expect(asked([])).toBe('1 乙二 2026-03-16 公平性不变,甲一换来的班与其3月13日的班相隔3天');
    expect(asked([off('甲一', '2026-03-16', '希望排')])).toMatch(/,更合本人意愿$/);
    expect(asked([off('乙二', '2026-03-16', '尽量不排')])).toMatch(/,更合本人意愿$/);
    expect(asked([off('甲一', '2026-03-16', '尽量不排')])).toMatch(/,有人尽量不排$/);
  });

  test('of holiday days stays among holiday days', () => {
    const holiday = [row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: null }), row('2026-04-05', '丙三', { 值班人员二: '丁四', 带班领导: null }), row('2026-04-13', '己六')];
    expect(given(ask(office(holiday), { date: '2026-04-04', person: '甲一' }).exchanges)).toEqual(['1 丙三 2026-04-05 公平性不变,前后没有别的班', '2 丁四 2026-04-05 公平性不变,前后没有别的班']);
  });
});

describe('who is asked about', () => {
  const holiday = row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' });

  test('without a name everybody of the day, each ranked for himself', () => {
    const { substitutes, headlines } = ask(office([holiday]), { date: '2026-04-04' });
    expect(substitutes.map((one) => `${String(one['名次'])} ${String(one['姓名'])}←${String(one['原值班人'])}`)).toEqual(['1 丙三←甲一', '2 丁四←甲一', '3 戊五←甲一', '4 己六←甲一', 'null 乙二←甲一', '1 丙三←乙二', '2 丁四←乙二', '3 戊五←乙二', '4 己六←乙二', 'null 甲一←乙二']);
    expect(headlines.map((line) => line.slice(0, 15))).toEqual(['2026-04-04值班的甲一', '2026-04-04值班的乙二']);
  });

  test('a name of the day; spaces and the leader’s name too', () => {
    expect(ask(office([holiday]), { date: '2026-04-04', person: '乙 二' }).headlines[0]).toMatch(/^2026-04-04值班的乙二/);
    expect(ask(office([holiday]), { date: '2026-04-04', person: '陆振邦' }).headlines[0]).toMatch(/^2026-04-04带班的陆振邦/);
  });

  test.each<[string, Parameters<typeof ask>[1], string, string]>([
    ['a day without a row', { date: '2026-03-10' }, 'substitutes/no-row', '值班表没有2026-03-10的班'],
    ['nobody rostered', { date: '2026-03-11' }, 'substitutes/nobody', '2026-03-11没有排值班人员,没有人要替换'],
    ['nobody in charge', { date: '2026-03-11', role: '带班' }, 'substitutes/nobody', '2026-03-11没有排带班领导,没有人要替换'],
    ['somebody else', { date: '2026-03-09', person: '丙三' }, 'substitutes/not-on-duty', '2026-03-09值班的没有丙三,值班的是甲一,带班的是秦朗'],
    ['in the other role', { date: '2026-03-09', person: '甲一', role: '带班' }, 'substitutes/not-on-duty', '2026-03-09带班的没有甲一,值班的是甲一,带班的是秦朗'],
    ['on an empty day', { date: '2026-03-11', person: '甲一' }, 'substitutes/not-on-duty', '2026-03-11值班的没有甲一,值班的是(空),带班的是(空)'],
    ['two names', { date: '2026-03-09', person: '甲一、乙二' }, 'substitutes/person', '“甲一、乙二”不是一个人的姓名'],
    ['a stranger', { date: '2026-03-09', person: '某某' }, 'person/unknown', '“某某”不在人员表里'],
  ])('%s is told, not thrown', (_, question, code, message) => {
    const { issues, substitutes, exchanges, headlines, computation } = ask(office([...ALONE, row('2026-03-11', null, { 带班领导: null })]), question);
    const issue = issueOf(issues, code);
    expect(issue.message).toContain(message);
    expect([issue.severity, issue.remedy === '']).toEqual(['error', false]);
    expect([substitutes, exchanges, headlines, computation.plan.changes]).toEqual([[], [], ['没有可替换的班'], []]);
  });

  test('no clerks at all', () => {
    const asked = ask({ 人员: people([]), 值班表: ALONE }, ASKED);
    expect([asked.headlines, issueOf(asked.issues, 'roster/no-clerks').severity]).toEqual([['没有可排值班的文秘'], 'error']);
  });

  test('of namesakes the one who serves', () => {
    const staff = [...people(SIX.slice(1)), { 编号: '07', 姓名: '甲一', 层级: '一般', 是否文秘: '是' }, { 编号: '08', 姓名: '甲一', 层级: '一般', 是否文秘: '是' }];
    expect(ask({ 人员: staff, 值班表: [row('2026-03-09', '甲一(07)')] }, { ...ASKED, person: '甲一' }).headlines[0]).toMatch(/^2026-03-09值班的甲一\(07\):/);
    expect(issueOf(ask({ 人员: staff, 值班表: [row('2026-03-09', '乙二')] }, { ...ASKED, person: '甲一' }).issues, 'person/ambiguous').severity).toBe('error');
  });

  test.each<[string, boolean]>([
    ['2026-03-09', false],
    ['2026-03-10', true],
  ])('a day that is over is told: before %s', (keepBefore, isPast) => {
    const { issues, substitutes } = ask(office(ALONE), { ...ASKED, keepBefore });
    expect(issues.some(({ code, severity }) => code === 'substitutes/past' && severity === 'warning')).toBe(isPast);
    expect(substitutes).toHaveLength(5);
  });
});

describe('the period and the sheets', () => {
  test('the last run whose period holds the day tells what is counted', async () => {
    const book = workbookOf(office([]));
    await written(book, { from: '2026-03-01', to: '2026-04-30', minGap: 4 });
    const { computation, substitutes } = askOn(snapshot(book), { date: '2026-03-18' });
    expect(String(computation.outcome.report.sheets[0]!.content.rows[0]![0]!.value)).toMatch(/按2026-03-01至2026-04-30的值班和此前累计计算/);
    // 58 regular days among six
    expect(substitutes.every((one) => Number(one['本期次数']) >= 9)).toBe(true);
    expect(substitutes.every((one) => one['名次'] !== null || String(one['说明']).includes('不足4天'))).toBe(true);
  });

  test('two sheets of their own, and nothing else; the same question again changes nothing', async () => {
    const book = workbookOf(office([...ALONE, row('2026-03-16', '乙二')]));
    const first = askOn(snapshot(book), { ...ASKED, person: '甲一', role: '值班', keepBefore: '2026-03-09' });
    expect(first.computation.plan.sheets.map(({ name, created }) => [name, created])).toEqual([['替班建议', true], ['对调建议', true]]);
    await book.apply(first.computation.plan.changes);
    expect(askOn(snapshot(book), { ...ASKED, person: '甲一', role: '值班', keepBefore: '2026-03-09' }).computation.plan.changes).toEqual([]);
  });

  test('the question is not changed by the answer: input rows stay as they were', () => {
    const sheets = office(ALONE);
    const before = JSON.stringify(sheets);
    ask(sheets, ASKED);
    expect(JSON.stringify(sheets)).toBe(before);
  });
});
