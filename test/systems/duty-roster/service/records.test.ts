/** 值班-三, 值班-六: log, reports, spot checks, rosters of other offices. */
import { tableToJson } from '../../../../src/ledger/result-table';
import { act, checkBook, day, issueOf, on, people, snapshot, todayOf, workbookOf, type Cells, type Sheets } from '../harness';
import { at, FIVE, found } from './book';

const entry = (more: Cells): Cells => ({ 时间: at('2026-03-03 22:10'), 类别: '突发', 内容: '河道涨水', 报告领导: '秦朗', 处理结果: '已处置', 反馈时间: at('2026-03-03 23:50'), 是否突发: null, 报告时间: at('2026-03-03 22:40'), ...more });

test.each<[string, Cells, Sheets, readonly string[]]>([
  ['exactly 30 minutes', {}, {}, []],
  ['31 minutes', { 报告时间: at('2026-03-03 22:41') }, {}, ['warning log/reported-late 值班记录!H2']],
  ['at once', { 报告时间: at('2026-03-03 22:10') }, {}, []],
  ['before it came in', { 报告时间: at('2026-03-03 22:09') }, {}, ['error log/reported-before 值班记录!H2']],
  ['past midnight', { 时间: at('2026-03-03 23:50'), 报告时间: at('2026-03-04 0:20'), 反馈时间: day('2026-03-04') }, {}, []],
  ['参数 突发报告时限', { 报告时间: at('2026-03-03 22:11') }, { 参数: [{ 键: '突发报告时限', 值: 0 }] }, ['warning log/reported-late 值班记录!H2']],
  ['not reported', { 报告时间: null }, {}, ['warning log/report-blank 值班记录!H2']],
  ['to whom', { 报告领导: null }, {}, ['warning log/leader-blank 值班记录!D2']],
  ['a date alone is judged by the date', { 报告时间: day('2026-03-03') }, {}, []],
  ['the next date alone', { 报告时间: day('2026-03-04') }, {}, ['warning log/reported-late 值班记录!H2']],
  ['an earlier date alone', { 报告时间: day('2026-03-02') }, {}, ['error log/reported-before 值班记录!H2']],
  ['received on a date alone', { 时间: day('2026-03-03'), 报告时间: at('2026-03-03 23:00') }, {}, []],
  ['no urgent matter', { 类别: '来电', 报告时间: null, 报告领导: null, 处理结果: null, 反馈时间: null }, {}, []],
  ['an urgent call', { 类别: '来电', 是否突发: '是', 报告时间: null }, {}, ['warning log/report-blank 值班记录!H2']],
  ['said not to be urgent', { 是否突发: '否', 报告时间: null }, {}, []],
  ['neither settled nor answered is said once', { 处理结果: null, 反馈时间: null }, {}, ['warning log/not-closed 值班记录!E2']],
  ['not answered', { 反馈时间: null }, {}, ['warning log/not-closed 值班记录!F2']],
])('值班记录: %s', (_, cells, more, expected) => {
  expect(found({ 值班记录: [entry(cells)], ...more })).toEqual(expected);
});

test('the delay is told in minutes, with the score item it may become', () => {
  const late = issueOf(checkBook({ 人员: people(FIVE), 值班记录: [entry({ 报告时间: at('2026-03-03 23:10') })] }), 'log/reported-late');
  expect(late.message).toBe('2026-03-03 22:10接报的突发事项,2026-03-03 23:10才报告,用了60分钟,超过30分钟');
  expect(late.remedy).toContain('督查-三(三)j');
});

const report = (made: unknown, handedOver: unknown, more: Cells = {}): Cells => ({ 编号: null, 事项: '桥面塌陷', 形成时间: made as null, 转综合股时间: handedOver as null, 办结: null, ...more });

test.each<[string, Cells, Sheets, readonly string[]]>([
  ['made on a working evening, handed over the next morning', report(at('2026-03-03 20:00'), at('2026-03-04 9:10')), {}, []],
  ['handed over a day late', report(at('2026-03-03 20:00'), at('2026-03-05 8:50')), {}, ['warning report/handed-over-late 值班报告!D2']],
  ['made on Friday evening, due on Monday', report(at('2026-03-06 20:00'), at('2026-03-09 17:00')), {}, []],
  ['made on Friday evening, handed over on Tuesday', report(at('2026-03-06 20:00'), at('2026-03-10 9:00')), {}, ['warning report/handed-over-late 值班报告!D2']],
  ['made on Saturday before a make-up day', report(at('2026-02-13 20:00'), at('2026-02-14 9:00')), {}, []],
  ['made before work began, due the same day', report(at('2026-03-03 8:59'), at('2026-03-04 9:00')), {}, ['warning report/handed-over-late 值班报告!D2']],
  ['made when work began, due the next', report(at('2026-03-03 9:00'), at('2026-03-04 9:00')), {}, []],
  ['参数 上下班时间', report(at('2026-03-03 8:40'), at('2026-03-04 9:00')), { 参数: [{ 键: '上下班时间', 值: '8:30-12:00,14:30-18:00' }] }, []],
  ['参数 上下班时间 that says nothing', report(at('2026-03-03 8:59'), at('2026-03-04 9:00')), { 参数: [{ 键: '上下班时间', 值: '弹性' }] }, ['warning report/handed-over-late 值班报告!D2']],
  ['a date alone is made some time that day', report(day('2026-03-03'), day('2026-03-04')), {}, []],
  ['before it was made', report(at('2026-03-03 20:00'), at('2026-03-03 19:59')), {}, ['error report/before-made 值班报告!D2']],
  ['on an earlier date', report(at('2026-03-03 20:00'), day('2026-03-02')), {}, ['error report/before-made 值班报告!D2']],
  ['not handed over', report(at('2026-03-03 20:00'), null), {}, ['warning report/not-handed-over 值班报告!D2']],
  ['settled without', report(at('2026-03-03 20:00'), null, { 办结: '是' }), {}, []],
  ['about nothing', report(at('2026-03-03 20:00'), null, { 事项: null }), {}, ['warning report/matter-blank 值班报告!B2', 'warning report/not-handed-over 值班报告!D2']],
])('值班报告: %s', (_, cells, more, expected) => {
  expect(found({ 值班报告: [cells], ...more })).toEqual(expected);
});

const call = (unit: string, more: Cells = {}): Cells => ({ 时间: at('2026-03-03 21:00'), 单位: unit, 接听人: '小周', 值班人在岗: '是', 带班领导在岗: '是', 信息是否相符: '是', 抽查人: '甲一', 接听: null, ...more });

test.each<[string, readonly Cells[], Sheets, readonly string[]]>([
  ['all is well', [call('县水务局')], {}, []],
  ['nobody answered', [call('县水务局', { 接听人: '无人接听' }), call('县水务局', { 接听人: null, 接听: '否' })], {}, ['info spot-check/not-answered 抽查登记!C2', 'info spot-check/not-answered 抽查登记!C3']],
  ['not said', [call('县水务局', { 接听人: null })], {}, ['warning spot-check/answer-blank 抽查登记!C2']],
  ['not there, not as reported', [call('县水务局', { 值班人在岗: '否', 带班领导在岗: '否', 信息是否相符: '否' })], {}, ['info spot-check/not-there 抽查登记!D2', 'info spot-check/not-there 抽查登记!E2', 'info spot-check/not-there 抽查登记!F2']],
  ['who rang up', [call('县水务局', { 抽查人: null })], {}, ['warning spot-check/checker-blank 抽查登记!G2']],
  ['参数 每班抽查单位数: two of two, one twice', [call('县水务局'), call('县林业局'), call('县 林业局')], { 参数: [{ 键: '每班抽查单位数', 值: 2 }] }, []],
  ['one of two', [call('县水务局')], { 参数: [{ 键: '每班抽查单位数', 值: 2 }] }, ['warning spot-check/too-few 抽查登记!']],
  ['a call at 8:59 belongs to the duty before, at 9:00 to the next; between them a duty without', [call('县水务局', { 时间: at('2026-03-04 8:59') }), call('县林业局', { 时间: at('2026-03-05 9:00') })], { 参数: [{ 键: '每班抽查单位数', 值: 1 }] }, ['warning spot-check/too-few 抽查登记!']],
])('抽查登记: %s', (_, rows, more, expected) => {
  expect(found({ 抽查登记: rows, ...more })).toEqual(expected);
});

describe('duty-roster/spot-checks', () => {
  const run = (rows: readonly Cells[], from = '2026-03-01', to = '2026-03-31') => act(snapshot(workbookOf({ 人员: people(FIVE), 抽查登记: rows })), 'spot-checks', { from: on(from), to: on(to) });
  const rows = [
    call('县水务局'), call('县 水务局', { 接听人: '未接听' }), call('县林业局', { 接听人: null, 接听: '否', 值班人在岗: null }), call('县林业局', { 接听人: null, 接听: '否', 带班领导在岗: '否', 信息是否相符: '否', 值班人在岗: '否' }), call('安河镇'), call('清溪乡'),
    call('安河镇', { 时间: at('2026-02-28 23:59') }), call('安河镇', { 时间: at('2026-04-01 0:00') }),
  ];

  test('by office, most unanswered first', () => {
    const ran = run(rows);
    expect(tableToJson(ran.outcome.tables[0]!).map((row) => Object.values(row).join(' '))).toEqual(['县林业局 2 2 1 1 1', '县水务局 2 1 0 0 0', '安河镇 1 0 0 0 0', '清溪乡 1 0 0 0 0']);
    expect(ran.outcome.headlines).toEqual(['2026-03-01至2026-03-31:抽查4个单位6次,未接听3次']);
    expect(ran.outcome.report.sheets.map(({ title }) => title)).toEqual(['抽查通报']);
  });

  test('a period that ends before it begins is an error', () => {
    const ran = run(rows, '2026-03-31', '2026-03-01');
    expect(ran.issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error roster/period']);
    expect(ran.outcome.report.sheets).toEqual([]);
  });
});

const roster = (unit: string, more: Cells = {}): Cells => ({ 单位: unit, 类别: '部门', 时段名: '国庆', 应报日: day('2026-09-28'), 收到日: null, 存放: null, 催报次数: null, ...more });

test.each<[string, Cells, readonly string[]]>([
  ['on the day', { 收到日: day('2026-09-28') }, []],
  ['a day late', { 收到日: day('2026-09-29') }, ['info unit-roster/late 单位值班表收存!E2']],
  ['not yet', {}, []],
  ['no due date', { 应报日: null }, ['warning unit-roster/due-blank 单位值班表收存!D2']],
  ['no due date, but received', { 应报日: null, 收到日: day('2026-09-29') }, []],
  ['no occasion', { 应报日: null, 时段名: null }, ['warning unit-roster/due-blank 单位值班表收存!D2']],
])('单位值班表收存: %s', (_, more, expected) => {
  expect(found({ 单位值班表收存: [roster('县水务局', more)] })).toEqual(expected);
});

describe('reminders', () => {
  const due = (more: Sheets, date: string, days = 7): readonly string[] => todayOf({ 人员: people(FIVE), ...more }, date, days).filter((line) => !line.includes('值班-四'));
  const urged = '催报国庆单位值班表(应9月28日报):县水务局、安河镇(2个单位)|综合股|值班-三|';

  test.each<[string, string, readonly string[]]>([
    ['too far ahead', '2026-09-21', []],
    ['in the window', '2026-09-22', [`${urged}未办`]],
    ['today', '2026-09-28', [`${urged}今日到期`]],
    ['overdue', '2026-09-30', [`${urged}已逾期`]],
    ['30 days overdue', '2026-10-28', [`${urged}已逾期`]],
    ['31 days overdue', '2026-10-29', []],
  ])('rosters of other offices: %s', (_, date, expected) => {
    expect(due({ 单位值班表收存: [roster('县水务局'), roster('县林业局', { 收到日: day('2026-09-20') }), roster('安河镇', { 时段名: '国庆节' })] }, date)).toEqual(expected);
  });

  test('without a due date the last working day before the holiday of that name', () => {
    const rows = [roster('县水务局', { 应报日: null, 时段名: '中秋节' }), roster('县林业局', { 应报日: null, 时段名: '防汛' }), roster('安河镇', { 应报日: null, 时段名: null }), roster('清溪乡', { 时段名: null, 应报日: day('2026-09-23') })];
    expect(due({ 单位值班表收存: rows }, '2026-09-23', 3)).toEqual(['催报单位值班表(应9月23日报):清溪乡(1个单位)|综合股|值班-三|今日到期', '催报中秋节单位值班表(应9月24日报):县水务局(1个单位)|综合股|值班-三|未办']);
  });

  test.each<[string, Cells, string, readonly string[]]>([
    ['due on the next working day', report(at('2026-03-06 20:00'), null), '2026-03-07', ['上班时把值班报告转综合股:桥面塌陷|值班人员、综合股|值班-六(二)|未办']],
    ['today', report(at('2026-03-06 20:00'), null, { 事项: null }), '2026-03-09', ['上班时把值班报告转综合股:(未写事项)|值班人员、综合股|值班-六(二)|今日到期']],
    ['overdue', report(at('2026-03-06 20:00'), null), '2026-03-10', ['上班时把值班报告转综合股:桥面塌陷|值班人员、综合股|值班-六(二)|已逾期']],
    ['handed over', report(at('2026-03-06 20:00'), at('2026-03-09 9:00')), '2026-03-10', []],
    ['settled', report(at('2026-03-06 20:00'), null, { 办结: '是' }), '2026-03-10', []],
    ['later than the window', report(at('2026-03-20 20:00'), null), '2026-03-10', []],
  ])('a report: %s', (_, cells, date, expected) => {
    expect(due({ 值班报告: [cells] }, date)).toEqual(expected);
  });

  test('the list is looked through on the first working day of a month, where it is kept', () => {
    const kept: Sheets = { 交接班: [{ 日期: day('2026-02-27'), 接班人: '甲一' }] };
    const line = '检查3月值班室移交清单和物品|综合股|值班-五(一)|';
    expect(due(kept, '2026-03-01', 1)).toEqual([]);
    expect(due(kept, '2026-03-01', 2)).toEqual([`${line}未办`]);
    expect(due(kept, '2026-03-02', 1)).toEqual([`${line}今日到期`]);
    expect(due({}, '2026-03-02', 1)).toEqual([]);
  });
});
