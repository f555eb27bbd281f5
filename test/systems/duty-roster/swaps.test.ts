/** 调换班 (值班-七(二), 值班-七(三)): which slips are valid, who answers, who holds the day afterwards, and what breaks. */
import { civilMinute } from '../../../src/kernel/date';
import { RunContext } from '../../../src/operations/context';
import { liability, shifts } from '../../../src/systems/office/facts';
import { momentCell, type CellInput } from '../../../src/workbook/cell';
import { brief, checkBook, day, generate, issueOf, on, people, registry, snapshot, workbookOf, type Cells, type Sheets } from './harness';

const FIVE = ['甲一', '乙二', '丙三', '丁四', '戊五'];
const at = (date: string, hour: number, minute = 0): CellInput => momentCell(civilMinute(on(date), hour, minute));
const row = (date: string, one: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: '秦朗', ...more });
const BLANK: Cells = { 单号: null, 类型: '顶替', 原日期: null, 原值班人: null, 顶替人: null, 对调日期: null, 批准人: null, 批准时间: null, 报告带班领导时间: null, 综合股报备时间: null, 信息股通报时间: null, 撤销: null, 岗位: null };
const slip = (date: string, from: string, to: string, more: Cells = {}): Cells => ({ ...BLANK, 原日期: day(date), 原值班人: from, 顶替人: to, 批准人: '秦朗', 批准时间: at(date, 8), 报告带班领导时间: day(date), 综合股报备时间: day(date), 信息股通报时间: day(date), ...more });
const LATE: Cells = { 批准时间: at('2026-03-02', 9, 1) };
const OPEN: Cells = { 批准人: null, 批准时间: null };
const BOTH = (date: string): Cells => ({ 类型: '对调', 对调日期: day(date) });
const absent = (name: string, date: string): Cells => ({ 姓名: name, 假别: '事假', 开始日期: day(date), 结束日期: day(date) });

const office = (rows: readonly Cells[], slips: readonly Cells[], more: Sheets = {}): Sheets => ({ 人员: people(FIVE), 分管: [{ 事项: '值班', 科级: '秦朗', 代理: '于慧' }], 值班表: rows, 调换班: slips, ...more });
const found = (sheets: Sheets): string[] => brief(checkBook(sheets)).filter((line) => / (duty|swap)\//.test(line));

/** Who serves and who answers for the clerks' duties, by day. */
function duties(sheets: Sheets): readonly string[] {
  const context = new RunContext(registry, snapshot(workbookOf(sheets)), { overrides: new Map(), acceptsErrors: true });
  const period = { from: on('2026-03-01'), to: on('2026-04-30') };
  const answers = context.fact(liability, period).map(({ person }) => person.label);
  return context.fact(shifts, period).map(({ person }, index) => `${person.label}值/${answers[index]!}责`);
}

describe('who serves and who answers on 2 March, rostered for 甲一', () => {
  test.each<[string, readonly Cells[], string, readonly string[]]>([
    ['an approved swap', [slip('2026-03-02', '甲一', '乙二')], '乙二值/乙二责', []],
    ['approved too late: it counts for who served, the first one answers', [slip('2026-03-02', '甲一', '乙二', LATE)], '乙二值/甲一责', ['violation swap/approved-late 调换班!H2']],
    ['approved by a chief without the right', [slip('2026-03-02', '甲一', '乙二', { 批准人: '白露' })], '乙二值/甲一责', ['violation swap/approver-without-right 调换班!G2']],
    ['not approved', [slip('2026-03-02', '甲一', '乙二', OPEN)], '甲一值/甲一责', ['warning swap/approver-blank 调换班!G2']],
    ['甲→乙 approved, 乙→丙 not: 乙 answers', [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '乙二', '丙三', OPEN)], '乙二值/乙二责', ['warning swap/approver-blank 调换班!G3']],
    ['甲→乙 approved, 乙→丙 too late: 乙 answers', [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '乙二', '丙三', LATE)], '丙三值/乙二责', ['violation swap/approved-late 调换班!H3']],
    ['甲→乙 not approved, 乙→丙 approved: 甲 answers, the second is told once and counts nowhere', [slip('2026-03-02', '甲一', '乙二', OPEN), slip('2026-03-02', '乙二', '丙三')], '甲一值/甲一责', ['warning swap/approver-blank 调换班!G2', 'error swap/without-right 调换班!D3']],
    ['甲→乙 too late, 乙→丙 approved: 甲 answers, the second is told', [slip('2026-03-02', '甲一', '乙二', LATE), slip('2026-03-02', '乙二', '丙三')], '丙三值/甲一责', ['violation swap/approved-late 调换班!H2', 'violation swap/without-right 调换班!D3']],
    ['neither approved: nobody had a right to lose', [slip('2026-03-02', '甲一', '乙二', OPEN), slip('2026-03-02', '乙二', '丙三', OPEN)], '甲一值/甲一责', ['warning swap/approver-blank 调换班!G2', 'warning swap/approver-blank 调换班!G3']],
    ['a chain written backwards', [slip('2026-03-02', '乙二', '丙三'), slip('2026-03-02', '甲一', '乙二')], '丙三值/丙三责', []],
    ['there and back', [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '乙二', '甲一')], '甲一值/甲一责', []],
    ['not approved for 乙, approved for 丙', [slip('2026-03-02', '甲一', '乙二', OPEN), slip('2026-03-02', '甲一', '丙三')], '丙三值/丙三责', ['warning swap/approver-blank 调换班!G2']],
    ['given away twice: the second is an error', [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '甲一', '丙三')], '乙二值/乙二责', ['error swap/stray 调换班!D3']],
    ['written twice: it counts once', [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '甲一', '乙二')], '乙二值/乙二责', ['warning swap/twice 调换班!D3']],
    ['there, back and there again is no slip written twice', [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '乙二', '甲一'), slip('2026-03-02', '甲一', '乙二')], '乙二值/乙二责', []],
    ['not approved the first time', [slip('2026-03-02', '甲一', '乙二', OPEN), slip('2026-03-02', '甲一', '乙二')], '乙二值/乙二责', ['warning swap/approver-blank 调换班!G2']],
    ['a withdrawn one', [slip('2026-03-02', '甲一', '乙二', { 撤销: '是' })], '甲一值/甲一责', []],
    ['a substitute who is no clerk', [slip('2026-03-02', '甲一', '白露')], '白露值/甲一责', ['violation swap/substitute-not-free 调换班!E2']],
  ])('%s', (_, slips, expected, issues) => {
    const sheets = office([row('2026-03-02', '甲一', { 带班领导: null })], slips);
    expect(duties(sheets)).toEqual([expected]);
    expect(found(sheets).filter((line) => !line.includes('duty/leader-blank')).sort()).toEqual([...issues].sort());
  });
});

describe('the substitute', () => {
  test('who is a clerk but 可排值班=否 cannot stand in', () => {
    const sheets = office([row('2026-03-02', '甲一')], [slip('2026-03-02', '甲一', '乙二')], { 人员: people(FIVE, { 乙二: { 可排值班: '否' } }) });
    expect(issueOf(checkBook(sheets), 'swap/substitute-not-free').message).toBe('2026-03-02顶替甲一的乙二不排值班(可排值班=否)');
  });

  test('who is away answers for nothing, the first one does', () => {
    const sheets = office([row('2026-03-02', '甲一', { 带班领导: null })], [slip('2026-03-02', '甲一', '乙二')], { 请假: [absent('乙二', '2026-03-02')] });
    expect(duties(sheets)).toEqual(['乙二值/甲一责']);
  });

  test('who is away and has handed the duty on in his turn is in nobody’s way', () => {
    const sheets = office([row('2026-03-02', '甲一', { 带班领导: null })], [slip('2026-03-02', '甲一', '乙二'), slip('2026-03-02', '乙二', '丙三')], { 请假: [absent('乙二', '2026-03-02')] });
    expect(duties(sheets)).toEqual(['丙三值/丙三责']);
    expect(found(sheets)).toEqual(['warning duty/leader-blank 值班表!D2']);
  });

  test('of the other day of a 对调 is told at his own cell', () => {
    const rows = [row('2026-03-02', '甲一'), row('2026-03-03', '丙三'), row('2026-03-04', '丁四'), row('2026-03-05', '乙二')];
    const sheets = office(rows, [slip('2026-03-02', '甲一', '乙二', BOTH('2026-03-05'))], { 请假: [absent('甲一', '2026-03-05')] });
    expect(found(sheets)).toEqual(['violation swap/substitute-not-free 调换班!D2']);
    expect(issueOf(checkBook(sheets), 'swap/substitute-not-free').message).toContain('2026-03-05顶替乙二的甲一事假');
  });
});

describe('对调', () => {
  const rows = [row('2026-03-02', '甲一', { 带班领导: null }), row('2026-03-05', '乙二', { 带班领导: null })];
  const quiet = (lines: readonly string[]): readonly string[] => lines.filter((line) => !/duty\/(leader-blank|days-missing)/.test(line));

  test('moves both duties, and who answers for them', () => {
    const sheets = office(rows, [slip('2026-03-02', '甲一', '乙二', BOTH('2026-03-05'))]);
    expect(duties(sheets)).toEqual(['乙二值/乙二责', '甲一值/甲一责']);
    expect(quiet(found(sheets))).toEqual([]);
  });

  test.each<[string, Cells, readonly string[], string]>([
    ['nobody approved', OPEN, ['warning swap/approver-blank 调换班!G2'], '未见2026-03-02甲一与2026-03-05乙二对调的批准人,这次调换不计入,责任不转移'],
    ['no time', { 批准时间: null }, ['warning swap/approved-blank 调换班!H2'], '未见2026-03-02甲一与2026-03-05乙二对调的批准时间'],
    ['without the right', { 批准人: '白露' }, ['violation swap/approver-without-right 调换班!G2'], '2026-03-02甲一与2026-03-05乙二对调由白露批准,值班工作分管科级是秦朗、于慧,视为未经批准,责任不转移'],
    ['without the right nor a time', { 批准人: '白露', 批准时间: null }, ['violation swap/approver-without-right 调换班!G2', 'warning swap/approved-blank 调换班!H2'], '未见2026-03-02甲一与2026-03-05乙二对调的批准时间'],
    ['too late for one of the days', { 批准时间: day('2026-03-03') }, ['violation swap/approved-late 调换班!H2'], '2026-03-02甲一与2026-03-05乙二对调,在2026-03-02的班次开始(9时)之后才批准,视为未经批准,责任不转移'],
    ['too late for both', { 批准时间: day('2026-03-06') }, ['violation swap/approved-late 调换班!H2'], '2026-03-02甲一与2026-03-05乙二对调,在2026-03-02、2026-03-05的班次开始(9时)之后才批准,视为未经批准,责任不转移'],
  ])('%s is told once', (_, more, issues, message) => {
    const sheets = office(rows, [slip('2026-03-02', '甲一', '乙二', { ...BOTH('2026-03-05'), ...more })]);
    expect(quiet(found(sheets))).toEqual(issues);
    expect(checkBook(sheets).map((issue) => issue.message)).toContain(message);
  });

  test('written twice is told once', () => {
    const twice = slip('2026-03-02', '甲一', '乙二', BOTH('2026-03-05'));
    const sheets = office(rows, [twice, twice]);
    expect(duties(sheets)).toEqual(['乙二值/乙二责', '甲一值/甲一责']);
    expect(quiet(found(sheets))).toEqual(['warning swap/twice 调换班!D3']);
    expect(issueOf(checkBook(sheets), 'swap/twice').message).toBe('2026-03-02甲一换乙二已登记过(调换班!D2),只计一次');
  });

  test('approved before the second day: 甲一 answers for the first day, and for the second that he took', () => {
    expect(duties(office(rows, [slip('2026-03-02', '甲一', '乙二', { ...BOTH('2026-03-05'), 批准时间: day('2026-03-03') })]))).toEqual(['乙二值/甲一责', '甲一值/甲一责']);
  });

  test('counts on neither day where the other day has no row', () => {
    const sheets = office([rows[0]!, row('2026-03-08', '丁四', { 带班领导: null })], [slip('2026-03-02', '甲一', '乙二', BOTH('2026-03-05'))]);
    expect(duties(sheets)).toEqual(['甲一值/甲一责', '丁四值/丁四责']);
    expect(quiet(found(sheets))).toEqual(['error swap/stray 调换班!F2']);
  });

  test.each<[string, string, readonly string[]]>([
    ['the other day is held by somebody else', '丙三', ['error swap/stray 调换班!F2']],
    ['the other day is not rostered', '', ['error swap/stray 调换班!F2', 'violation duty/day-open 值班表!B3']],
  ])('counts on neither day where %s', (_, other, issues) => {
    const sheets = office([rows[0]!, row('2026-03-05', other === '' ? null : other, { 带班领导: null })], [slip('2026-03-02', '甲一', '乙二', BOTH('2026-03-05'))]);
    expect(duties(sheets)[0]).toBe('甲一值/甲一责');
    expect([...quiet(found(sheets))].sort()).toEqual([...issues].sort());
    expect(issueOf(checkBook(sheets), 'swap/stray').message).toMatch(/;对调的两天都不计入$/);
  });

  test('that falls takes with it what was built on it', () => {
    const chain = [slip('2026-03-02', '甲一', '乙二', BOTH('2026-03-05')), slip('2026-03-02', '乙二', '丁四')];
    const sheets = office([rows[0]!, row('2026-03-05', '丙三', { 带班领导: null })], chain);
    expect(duties(sheets)).toEqual(['甲一值/甲一责', '丙三值/丙三责']);
    expect(quiet(found(sheets))).toEqual(['error swap/stray 调换班!F2', 'error swap/stray 调换班!D3']);
  });
});

describe('the day afterwards', () => {
  const LIAISON: Sheets = { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }] };
  const holiday = row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' });

  test('is held by as many as before; a liaison who is gone is told with the slip', () => {
    const sheets = office([holiday], [slip('2026-04-04', '甲一', '丙三')], LIAISON);
    expect(duties(sheets).slice(0, 2)).toEqual(['丙三值/丙三责', '乙二值/乙二责']);
    expect(found(sheets)).toEqual(['warning duty/liaison-missing 值班表!B2']);
    expect(issueOf(checkBook(sheets), 'duty/liaison-missing').message).toBe('2026-04-04带班的陆振邦没有联系文秘同日值班(联系文秘是甲一;甲一的班换给了丙三(调换班!D2))');
  });

  test.each<[string, readonly Cells[], string]>([
    ['is not given to who serves it already', [slip('2026-04-04', '甲一', '乙二')], '2026-04-04的值班已经有乙二,不能再由乙二顶替甲一'],
    ['nor to one who took the other place of it', [slip('2026-04-04', '甲一', '丙三'), slip('2026-04-04', '乙二', '丙三')], '2026-04-04的值班已经有丙三,不能再由丙三顶替乙二'],
    ['nor twice', [slip('2026-04-04', '甲一', '丙三'), slip('2026-04-04', '甲一', '丁四')], '2026-04-04的值班已由甲一换给丙三,不能再换给丁四'],
    ['nor by who has no duty', [slip('2026-04-04', '丁四', '丙三')], '2026-04-04的值班排的是甲一、乙二,既不是原值班人“丁四”,也不是顶替人“丙三”'],
  ])('%s', (_, slips, message) => {
    const issues = checkBook(office([holiday], slips, LIAISON));
    expect(issueOf(issues, 'swap/stray').message).toBe(message);
    expect(issues.filter(({ code }) => code === 'duty/twice-a-day')).toEqual([]);
  });

  test('a slip that forgot 岗位 says so', () => {
    const lead = office([row('2026-03-02', '甲一')], [slip('2026-03-02', '秦朗', '于慧')]);
    expect(issueOf(checkBook(lead), 'swap/stray').remedy).toBe('秦朗当日排的是带班,“岗位”请填带班');
    const clerk = office([row('2026-03-02', '甲一')], [slip('2026-03-02', '甲一', '乙二', { 岗位: '带班' })]);
    expect(issueOf(checkBook(clerk), 'swap/stray').remedy).toBe('甲一当日排的是值班,“岗位”请填值班');
  });

  test.each<[string, number]>([
    ['2026-03-04', 1],
    ['2026-03-05', 0],
  ])('the gap is measured from who serves, before and after: %s', (date, breaks) => {
    const rows = [row('2026-03-02', '甲一'), row('2026-03-03', '丙三'), row('2026-03-04', date === '2026-03-04' ? '乙二' : '丁四'), row('2026-03-05', date === '2026-03-05' ? '乙二' : '戊五')];
    const issues = checkBook(office(rows, [slip('2026-03-02', '甲一', '乙二')])).filter(({ code }) => code === 'duty/too-close');
    expect(issues).toHaveLength(breaks);
    if (breaks === 1) expect(issues[0]!.message).toBe('乙二2026-03-02(换自甲一,调换班!D2)和2026-03-04都值班,相隔不足3天');
  });
});

describe('officers in charge', () => {
  const lead = (to: string, more: Cells = {}, date = '2026-03-02'): Cells => slip(date, '秦朗', to, { 岗位: '带班', ...more });

  test('a swap moves the day and who answers', () => {
    const context = duties(office([row('2026-03-02', '甲一')], [lead('于慧')]));
    expect(context).toEqual(['甲一值/甲一责', '于慧值/于慧责']);
    expect(duties(office([row('2026-03-02', '甲一')], [lead('于慧', LATE)]))[1]).toBe('于慧值/秦朗责');
  });

  test.each<[string, Cells, Sheets, string]>([
    ['a clerk', lead('乙二'), {}, '2026-03-02顶替秦朗的乙二不是县级或科级领导'],
    ['可带班=否', lead('于慧'), { 人员: people(FIVE).map((one) => (one['姓名'] === '于慧' ? { ...one, 可带班: '否' } : one)) }, '2026-03-02顶替秦朗的于慧不带班(可带班=否)'],
    ['leave', lead('于慧'), { 请假: [absent('于慧', '2026-03-02')] }, '2026-03-02顶替秦朗的于慧事假2026-03-02上午至2026-03-02下午(请假!A2)'],
  ])('who cannot stand in: %s, told once', (_, swap, more, message) => {
    const issues = checkBook(office([row('2026-03-02', '甲一')], [swap], more));
    expect(issueOf(issues, 'swap/substitute-not-free').message).toBe(message);
    expect(issues.filter(({ code }) => code === 'duty/leader-level')).toEqual([]);
  });

  test('a county leader on a chief’s day breaks 值班-二, told of the day', () => {
    expect(found(office([row('2026-03-02', '甲一')], [lead('陆振邦')]))).toEqual(['violation duty/leader-level 值班表!D2']);
  });

  test('on a holiday the liaison follows the leader who came', () => {
    const sheets = office([row('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' })], [slip('2026-04-04', '陆振邦', '顾明远', { 岗位: '带班' })], { 领导联系: [{ 县级领导: '陆振邦', 联系文秘: '甲一' }, { 县级领导: '顾明远', 联系文秘: '丙三' }] });
    expect(issueOf(checkBook(sheets), 'duty/liaison-missing').message).toBe('2026-04-04带班的顾明远没有联系文秘同日值班(联系文秘是丙三)');
  });
});

describe('slips beyond 值班表', () => {
  test.each<[string, readonly Cells[], readonly string[]]>([
    ['approved: an error, for it moves nothing', [slip('2026-05-02', '甲一', '乙二')], ['error swap/stray 调换班!D2']],
    ['approved, and late', [slip('2026-05-02', '甲一', '乙二', { 批准时间: at('2026-05-02', 10) })], ['error swap/stray 调换班!D2', 'violation swap/approved-late 调换班!H2']],
    ['not approved', [slip('2026-05-02', '甲一', '乙二', OPEN)], ['warning swap/approver-blank 调换班!G2']],
  ])('%s', (_, slips, issues) => {
    expect(found(office([row('2026-03-02', '甲一')], slips))).toEqual(issues);
    expect(found(office([], slips))).toEqual(issues);
  });
});

test('each of the three steps that is missing is a warning, once a slip', () => {
  const rows = [row('2026-03-02', '甲一'), row('2026-03-03', '丙三'), row('2026-03-04', '丁四'), row('2026-03-05', '乙二')];
  const slips = [slip('2026-03-02', '甲一', '乙二', { ...BOTH('2026-03-05'), 报告带班领导时间: null, 综合股报备时间: null, 信息股通报时间: null })];
  expect(found(office(rows, slips))).toEqual(['warning swap/step-missing 调换班!I2', 'warning swap/step-missing 调换班!J2', 'warning swap/step-missing 调换班!K2']);
});

test('an error of a slip does not keep its days from being served as rostered, nor anybody from another place', () => {
  const heavy = FIVE.map((name): Cells => ({ 姓名: name, 截至日期: day('2026-04-03'), 假期: name === '丁四' ? 0 : 9 }));
  const sheets = office([row('2026-04-04', '甲一', { 带班领导: '陆振邦', 锁定: '值班' })], [slip('2026-04-04', '甲一', '乙二'), slip('2026-04-04', '丁四', '丙三')], { 值班期初: heavy });
  const ran = generate(sheets, { from: '2026-04-04', to: '2026-04-06', acceptErrors: true });
  // 丁四 has given nothing away: he may be the second of the day
  expect(ran.roster[0]!['值班人员二']).toBe('丁四');
});
