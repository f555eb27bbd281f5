/** What offices also do: odd rows, edited pages, leaders who are all away. */
import { encodeMark, MARK_NAME } from '../../../src/workbook/mark';
import { brief, day, explainCell, generate, issueOf, people, snapshot, workbookOf, written, checkBook, type Cells, type Run, type Sheets } from './harness';

const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
const WEEK: Run = { from: '2026-03-02', to: '2026-03-08' };
const QINGMING: Run = { from: '2026-04-04', to: '2026-04-06' };
const row = (date: string, one: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 值班人员: one, 值班人员二: null, 带班领导: null, 锁定: null, 状态: null, 原排一: null, 原带班: null, ...more });

describe('leaders', () => {
  test('a locked leader of a holiday decides whose liaison serves', () => {
    const ran = generate({ 人员: people(SIX), 值班表: [row('2026-04-04', null, { 带班领导: '顾明远', 锁定: '带班' })], 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '陆振邦' }], 领导联系: [{ 县级领导: '顾明远', 联系文秘: '己六' }, { 县级领导: '陆振邦', 联系文秘: '甲一' }] }, { from: '2026-04-04', to: '2026-04-04' });
    expect(ran.roster[0]).toMatchObject({ 值班人员: '己六', 带班领导: '顾明远' });
  });

  test('proposals count earlier holidays, and leave out who is away', () => {
    const three = [...people(SIX), { 姓名: '沈立群', 层级: '县级', 是否文秘: '否', 手机: '13900000009' }];
    const served = [row('2026-02-20', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' }), row('2026-02-21', '丙三', { 值班人员二: '丁四', 带班领导: '秦朗' }), row('2026-02-25', '甲一', { 带班领导: '秦朗' })];
    const ran = generate({ 人员: three, 值班表: served, 参数: [{ 键: '建议带班', 值: '是' }], 外出: [{ 姓名: '顾明远', 类别: '公出', 开始日期: day('2026-04-05'), 结束日期: day('2026-04-05') }] }, QINGMING);
    const proposed = ran.roster.map((one) => one['带班领导']);
    expect(proposed[1]).not.toBe('顾明远');
    // 陆振邦 has led a holiday before: the other two come first
    expect(proposed).toEqual(expect.arrayContaining(['顾明远', '沈立群']));
  });

  test('nothing to propose where every holiday has its leader', () => {
    const ran = generate({ 人员: people(SIX), 参数: [{ 键: '建议带班', 值: '是' }], 假期带班: ['2026-04-04', '2026-04-05', '2026-04-06'].map((date) => ({ 日期: day(date), 县级领导: '陆振邦' })) }, QINGMING);
    expect(ran.roster.map((one) => one['带班领导'])).toEqual(['陆振邦', '陆振邦', '陆振邦']);
  });

  test('nobody to propose: the day stays blank', () => {
    const away = ['陆振邦', '顾明远'].map((name): Cells => ({ 姓名: name, 类别: '公出', 开始日期: day('2026-04-04'), 结束日期: day('2026-04-04') }));
    const ran = generate({ 人员: people(SIX), 参数: [{ 键: '建议带班', 值: '是' }], 外出: away }, { from: '2026-04-04', to: '2026-04-04' });
    expect(ran.roster[0]!['带班领导']).toBeNull();
    expect(issueOf(ran.issues, 'duty/leader-undecided').severity).toBe('warning');
  });

  test.each<[string, Cells]>([
    ['待定', { 县级领导: '待定' }],
    ['blank', { 县级领导: null }],
  ])('紧急带班 with a leader that is %s', (_, more) => {
    const ran = generate({ 人员: people(SIX), 紧急带班: [{ 开始日期: day('2026-03-03'), 结束日期: day('2026-03-03'), ...more }] }, WEEK);
    expect(ran.roster[1]!['带班领导']).toBeNull();
    expect(issueOf(ran.issues, 'duty/leader-undecided')).toMatchObject({ sheet: '紧急带班', cell: 'A2', remedy: expect.stringContaining('“紧急带班”表') as string });
  });

  test('假期带班 without a column for the leader; 带班科级 of whom nobody knows', () => {
    expect(brief(generate({ 人员: people(SIX), 假期带班: [{ 日期: day('2026-04-04') }] }, QINGMING).issues)).toEqual([]);
    const unknown = generate({ 人员: people(SIX), 假期带班: [{ 日期: day('2026-04-04'), 县级领导: '陆振邦', 带班科级: '某某' }] }, { ...QINGMING, acceptErrors: true });
    expect(brief(unknown.issues)).toContain('error person/unknown 假期带班!C2');
  });
});

describe('rows', () => {
  test('a published row that names somebody twice is a violation', () => {
    const ran = generate({ 人员: people(SIX), 值班表: [row('2026-04-04', '甲一', { 值班人员二: '甲一', 状态: '已发布' })] }, QINGMING);
    expect(brief(ran.issues)).toContain('violation roster/fixed-twice 值班表!C2');
    expect(ran.computation.blocked).toBe(false);
  });

  test('the reason of a replacement: leave of the clerk, absence of the chief', () => {
    const sheets: Sheets = {
      人员: people(SIX),
      值班表: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'].map((date, index) => row(date, SIX[index % 6]!, { 带班领导: '白露' })),
      请假: [{ 姓名: '乙二', 假别: '事假', 开始日期: day('2026-03-03'), 结束日期: day('2026-03-03') }],
      外出: [{ 姓名: '白露', 类别: '公出', 开始日期: day('2026-03-03'), 结束日期: day('2026-03-06') }],
    };
    const reasons = generate(sheets, WEEK).changes.map((one) => String(one['原因']));
    expect(reasons).toContain('值班人员:乙二事假2026-03-03上午至2026-03-03下午(请假!A2)');
    expect(reasons).toContain('带班领导:公出2026-03-03上午至2026-03-06下午(外出!A2)');
    expect(reasons).toContain('带班领导:按周轮换重新排定');
  });

  test('a holiday of the office’s own counts under its own name', () => {
    const own = ['2026-02-26', '2026-03-04'].map((date): Cells => ({ 日期: day(date), 类型: '假期', 假期名: '州庆' }));
    const ran = generate({ 人员: people(SIX), 日历: own, 值班表: [row('2026-02-26', '甲一', { 值班人员二: '乙二' })] }, WEEK);
    expect(ran.roster.find((one) => one['日期'] === '2026-03-04')).toMatchObject({ 日期类型: '假期', 假期名: '州庆' });
    expect(ran.certificate.pools.holiday.vector).toMatchObject({ squares: 4, festivalSquares: 4 });
  });

  test('a swap between two who both stand in the row', () => {
    const ran = generate({ 人员: people(SIX), 值班表: [row('2026-04-04', '甲一', { 值班人员二: '乙二' })], 调换班: [{ 类型: null, 原日期: day('2026-04-04'), 原值班人: '甲一', 顶替人: '乙二', 对调日期: day('2026-04-05'), 批准人: '秦朗', 批准时间: day('2026-04-01') }] }, QINGMING);
    expect(issueOf(ran.issues, 'swap/kind-blank').message).toContain('按对调处理');
    expect(issueOf(ran.issues, 'swap/stray').message).toMatch(/已经有乙二,不能再由乙二顶替甲一|值班表没有排/);
  });

  test('a duty that came back is his again', () => {
    const swap = (from: string, to: string): Cells => ({ 类型: '顶替', 原日期: day('2026-03-04'), 原值班人: from, 顶替人: to, 批准人: '秦朗', 批准时间: day('2026-03-01') });
    const ran = generate({ 人员: people(SIX), 值班表: [row('2026-03-04', '甲一')], 调换班: [swap('甲一', '乙二'), swap('乙二', '甲一')] }, WEEK);
    expect(ran.roster.find((one) => one['日期'] === '2026-03-04')!['值班人员']).toBe('甲一');
    expect(ran.issues.some(({ severity }) => severity === 'error' || severity === 'violation')).toBe(false);
  });

  test('two leaves that begin together count as the longer', () => {
    const leave = (to: string): Cells => ({ 姓名: '己六', 假别: '病假', 开始日期: day('2026-02-10'), 结束日期: day(to) });
    const ran = generate({ 人员: people(SIX), 请假: [leave('2026-03-20'), leave('2026-02-12')] }, WEEK);
    // seven days at 1/5: 7/5 rounds to 1
    expect(ran.fairness.find((one) => one['姓名'] === '己六')!['离岗折算']).toBe(1);
  });

  test('check reads rows in any order', () => {
    const issues = checkBook({ 人员: people(SIX), 值班表: [row('2026-03-04', '丙三', { 带班领导: '秦朗' }), row('2026-03-02', '甲一', { 带班领导: '秦朗' }), row('2026-03-06', '乙二', { 带班领导: '秦朗' })] });
    expect(brief(issues)).toEqual(['warning duty/days-missing 值班表!', 'warning duty/days-missing 值班表!']);
  });
});

describe('pages', () => {
  const text = (ran: ReturnType<typeof generate>, title: string): string => ran.computation.outcome.report.sheets.find((sheet) => sheet.title === title)!.content.rows.map((cells) => cells.map((cell) => String(cell?.value ?? '')).join('|')).join('\n');

  test('what stands in a festival beyond the period is printed as it stands, whoever is meant', () => {
    const ran = generate({ 人员: people(SIX), 值班表: [row('2026-04-05', '张主任', { 带班领导: '顾明远' })], 假期带班: [{ 日期: day('2026-04-05'), 县级领导: '顾明远', 带班科级: '某某、秦朗' }] }, { from: '2026-04-06', to: '2026-04-06' });
    expect(text(ran, '清明节值班安排表2026年')).toMatch(/4月5日\|周日\|顾明远\|副县长\|13900000003\|张主任\|\|\|\|\|\|秦朗\|/);
  });

  test('a predicted festival says so', () => {
    const ran = generate({ 人员: people(SIX) }, { from: '2031-10-01', to: '2031-10-03' });
    const page = ran.sheetTitles.find((title) => title.startsWith('国庆'))!;
    expect(text(ran, page)).toContain('放假安排未公布,按预测。');
  });
});

describe('explaining what was edited', () => {
  const made = async (run: Run = WEEK): Promise<ReturnType<typeof workbookOf>> => {
    const book = workbookOf({ 人员: people(SIX), 值班期初: [{ 姓名: '甲一', 截至日期: null, 周一: 1 }] });
    await written(book, run);
    return book;
  };
  const why = (book: ReturnType<typeof workbookOf>, address: string): readonly string[] => explainCell(snapshot(book), address);
  const fairness = (book: ReturnType<typeof workbookOf>, name: string, letter: string): string => `公平性!${letter}${book.sheet('公平性').rows.findIndex((cells) => cells[0]?.value === name) + 1}`;

  test('a column of the user’s own explains the clerk', async () => {
    const book = await made();
    book.sheet('值班表').rows[0]![14] = { value: '我的列', style: null };
    expect(why(book, '值班表!O3')[0]).toContain('2026-03-03');
  });

  test('minGap of the run is taken from its mark', async () => {
    const book = await made({ ...WEEK, minGap: 5 });
    expect(why(book, '值班表!E5').join('\n')).toContain('相隔不足5天');
  });

  test('a sheet of another action, a mark without a period, a day that does not exist', async () => {
    const book = await made();
    const page = book.sheet('值班安排表2026年3月');
    page.rows[4]![0] = { value: '2月30日', style: null };
    expect(why(book, '值班安排表2026年3月!A5')).toEqual([]);
    const mark = (action: string): void => {
      book.names = book.names.map((name) => (name.scope === '公平性' ? { ...name, name: MARK_NAME, formula: encodeMark({ title: '公平性', action, parameters: {}, cells: '', content: '', input: '' }) } : name));
    };
    mark('inspection-scoring/quarter');
    expect(why(book, fairness(book, '甲一', 'D'))).toEqual([]);
    mark('duty-roster/generate');
    expect(why(book, fairness(book, '甲一', 'D'))).toEqual([]);
    expect(why(book, '值班表!E3')[0]).toContain('2026-03-03');
  });

  test('somebody who is no longer there', async () => {
    const book = await made();
    const { rows } = book.sheet('公平性');
    rows[rows.findIndex((cells) => cells[0]?.value === '乙二')]![0] = { value: '某某', style: null };
    expect(why(book, fairness(book, '某某', 'B'))).toEqual([]);
  });

  test('where nobody has an opening, nothing is said of one', async () => {
    const book = workbookOf({ 人员: people(SIX) });
    await written(book, WEEK);
    expect(why(book, fairness(book, '乙二', 'B'))).toEqual(['期初|0||登记-一(一)4']);
  });

  test('an opening without 截至日期', async () => {
    const book = await made();
    expect(why(book, fairness(book, '甲一', 'B'))[1]).toMatch(/^值班期初\|周一1、/);
  });

  test('rows that were deleted since', async () => {
    const book = await made({ from: '2026-04-04', to: '2026-04-08' });
    book.sheet('值班表').rows.splice(1, 5);
    const name = SIX.find((one) => why(book, fairness(book, one, 'D')).length > 1)!;
    expect(why(book, fairness(book, name, 'D'))[1]).toMatch(/^本期值班\|2026-04-0\d周.\|\|值班-四\(一\)$/);
    const other = SIX.find((one) => why(book, fairness(book, one, 'N')).some((line) => line.startsWith('本期假期班')))!;
    expect(why(book, fairness(book, other, 'N')).at(-1)).toMatch(/^本期假期班\|2026-04-0\d清明节\|\|值班-四\(二\)$/);
  });

  test('a workbook whose clerks are gone', async () => {
    const book = await made();
    book.sheet('人员').rows.splice(6);
    expect(why(book, '值班表!E3')).toEqual([]);
  });
});
