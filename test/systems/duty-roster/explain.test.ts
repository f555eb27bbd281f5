/** Why a cell says what it says: from the workbook alone. */
import type { MemoryWorkbook } from '../../../src/hosts/memory';
import { day, explainCell, people, snapshot, workbookOf, written, type Cells, type Json, type Run, type Sheets } from './harness';

const SIX = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'];
const RUN: Run = { from: '2026-03-30', to: '2026-04-12' };

const sheets: Sheets = {
  人员: people(SIX, { 丁四: { 固定不排: '周三' }, 己六: { 到办日期: day('2026-04-07') } }),
  请假: [{ 姓名: '乙二', 假别: '年休假', 开始日期: day('2026-04-01'), 结束日期: day('2026-04-03') }],
  不排日: [{ 姓名: '丙三', 开始日期: day('2026-04-01'), 结束日期: day('2026-04-01'), 性质: '不能排', 原因: '考试' }],
  值班期初: SIX.slice(0, 5).map((name, index): Cells => ({ 姓名: name, 截至日期: day('2026-03-25'), 周一: 2, 周三: index, 假期: 1 })),
  值班表: [
    { 日期: day('2026-03-28'), 值班人员: '戊五', 带班领导: '秦朗', 锁定: null },
    { 日期: day('2026-03-29'), 值班人员: '甲一', 带班领导: '秦朗', 锁定: null },
    { 日期: day('2026-04-09'), 值班人员: '乙二', 带班领导: null, 锁定: '值班' },
  ],
  假期带班: [{ 日期: day('2026-04-04'), 县级领导: '顾明远' }],
  领导联系: [{ 县级领导: '顾明远', 联系文秘: '甲一' }],
};

interface Written {
  readonly book: MemoryWorkbook;
  readonly roster: readonly Json[];
}

async function made(more: Sheets = {}, run: Run = RUN): Promise<Written> {
  const book = workbookOf({ ...sheets, ...more });
  const { roster } = await written(book, run);
  return { book, roster };
}

/** Address in 值班表 of a day's cell. */
function cellOf(book: MemoryWorkbook, date: string, column: string): string {
  const { rows } = book.sheet('值班表');
  const at = rows.findIndex((cells) => JSON.stringify(cells[0]?.value) === JSON.stringify(day(date)));
  const index = rows[0]!.findIndex((cell) => cell?.value === column);
  return `值班表!${String.fromCharCode(65 + index)}${at + 1}`;
}
const why = (book: MemoryWorkbook, address: string): readonly string[] => explainCell(snapshot(book), address);

describe('值班表', () => {
  test('who was excluded and why, with the cell; who was left, with what counts; the counterfactual; the proof', async () => {
    const { book, roster } = await made();
    const name = String(roster.find((row) => row['日期'] === '2026-04-01')!['值班人员']);
    const lines = why(book, cellOf(book, '2026-04-01', '值班人员'));
    expect(lines[0]).toBe('日期|2026-04-01,周三,工作日(内置),应排1人||值班-四(一)');
    expect(lines).toContain(`值班人员|${name}|${cellOf(book, '2026-04-01', '值班人员')}|值班-四(一)`);
    expect(lines).toContain('不能排:乙二|年休假2026-04-01上午至2026-04-03下午|请假!A2|值班-四(一)');
    expect(lines).toContain('不能排:丙三|不排日(考试)|不排日!A2|值班-四(一)');
    expect(lines).toContain('不能排:丁四|固定不排周三|人员!B10|值班-四(一)');
    expect(lines).toContain('不能排:己六|不在岗(未到办或已离办)|人员!B12|值班-四(一)');
    expect(lines.some((line) => line.startsWith(`排的是:${name}|合计`))).toBe(true);
    expect(lines.at(-1)).toMatch(/^证明\|平日值班已证明最优/);
    const gap = lines.filter((line) => line.includes('相隔不足3天'));
    for (const line of gap) expect(line).toMatch(/^不能排:.+\|2026-0\d-\d\d值班,相隔不足3天\|值班表!B\d+\|值班-四\(一\)$/);
    expect(lines.filter((line) => line.startsWith('若改由')).every((line) => /同样公平|增加|减少/.test(line))).toBe(true);
  });

  test('a gap to a duty before the period names its cell', async () => {
    const { book, roster } = await made();
    const lines = why(book, cellOf(book, '2026-03-30', '值班人员'));
    expect(roster[0]!['值班人员']).not.toBe('甲一');
    expect(lines).toContain('不能排:甲一|2026-03-29值班,相隔不足3天|值班表!B3|值班-四(一)');
  });

  test('a lock says so, with its cell', async () => {
    const { book } = await made();
    expect(why(book, cellOf(book, '2026-04-09', '值班人员'))).toContain(`为什么|锁定,生成时不动|${cellOf(book, '2026-04-09', '锁定')}|值班-四(一)`);
  });

  test('a holiday: the liaison of the leader, holiday counts', async () => {
    const { book } = await made();
    const lines = why(book, cellOf(book, '2026-04-04', '值班人员'));
    expect(lines[0]).toBe('日期|2026-04-04,周六,假期,清明节(内置),应排2人|假期带班!B2|值班-四(二)');
    expect(lines).toContain('联系文秘|带班的顾明远:甲一|假期带班!B2|值班-四(二)');
    expect(lines.some((line) => /^排的是:甲一\|假期\d次\(本期\d次\)\|公平性/.test(line))).toBe(true);
  });

  test('the second clerk has a cell of his own', async () => {
    const { book, roster } = await made();
    const second = String(roster.find((row) => row['日期'] === '2026-04-04')!['值班人员二']);
    expect(why(book, cellOf(book, '2026-04-04', '值班人员二'))[1]).toContain(`值班人员|${second}|`);
    expect(why(book, cellOf(book, '2026-04-04', '原排二'))[1]).toContain(`值班人员|${second}|`);
  });

  test('a cap is a reason', async () => {
    const { book } = await made({ 参数: [{ 键: '每期上限', 值: 1 }] });
    expect(why(book, cellOf(book, '2026-04-12', '值班人员')).join('\n')).toMatch(/不能排:.*\|已到每期上限1次\|参数\|/);
  });

  test('a swap: who was rostered, and by which number', async () => {
    const { book, roster } = await made();
    const name = String(roster.find((row) => row['日期'] === '2026-04-10')!['值班人员']);
    const taker = SIX.find((one) => one !== name && one !== '己六' && !roster.some((row) => row['值班人员'] === one && Math.abs(Number(String(row['日期']).slice(-2)) - 10) < 3))!;
    book.sheets.push(workbookOf({ 调换班: [{ 单号: '12', 原日期: day('2026-04-10'), 原值班人: name, 顶替人: taker, 批准人: '秦朗', 批准时间: day('2026-04-09') }] }).sheet('调换班'));
    const lines = why(book, cellOf(book, '2026-04-10', '值班人员'));
    expect(lines).toContain(`调换班|原排${name},批准后由${taker}值班(单号12)|调换班!C2|值班-七(二)`);
    expect(lines).toContain(`为什么|调换班,生成时不动|${cellOf(book, '2026-04-10', '值班人员')}|值班-四(一)`);
  });

  test('an empty cell and what has changed since', async () => {
    const { book, roster } = await made();
    const sheet = book.sheet('值班表');
    const at = sheet.rows.findIndex((cells) => JSON.stringify(cells[0]?.value) === JSON.stringify(day('2026-04-07')));
    sheet.rows[at]![1] = undefined;
    expect(why(book, cellOf(book, '2026-04-07', '值班人员'))[1]).toBe('值班人员|没有人|值班表|值班-四(一)');
    const stood = String(roster.find((row) => row['日期'] === '2026-04-02')!['值班人员']);
    book.sheet('请假').rows.push([stood, '事假', day('2026-04-02'), day('2026-04-02')].map((value) => ({ value, style: null })));
    expect(why(book, cellOf(book, '2026-04-02', '值班人员')).some((line) => line.startsWith('数据已变化|现在重新生成,这一天会排'))).toBe(true);
  });

  test('the chief of the week: turns, who is away, the proof', async () => {
    const { book, roster } = await made({ 外出: ['2026-04-07', '2026-04-08', '2026-04-09'].map((date) => ({ 姓名: '白露', 类别: '公出', 开始日期: day(date), 结束日期: day(date) })) });
    const led = String(roster.find((row) => row['日期'] === '2026-04-08')!['带班领导']);
    const lines = why(book, cellOf(book, '2026-04-08', '带班领导'));
    expect(lines[1]).toBe(`带班领导|${led}|${cellOf(book, '2026-04-08', '带班领导')}|值班-二`);
    expect(lines.some((line) => line.startsWith(`排的是:${led}|合计`))).toBe(true);
    expect(lines.some((line) => /^不能排:白露\|这一周有3天不在:公出.*\|外出!A2\|值班-二$/.test(line))).toBe(true);
    expect(why(book, cellOf(book, '2026-04-08', '带班层级'))).toEqual(lines);
  });

  test.each<[string, Sheets, string, string, string]>([
    ['from 假期带班', {}, '2026-04-04', '按假期带班、紧急带班的安排', '假期带班!B2'],
    ['undecided', {}, '2026-04-05', '县级领导未定', ''],
    ['proposed', { 参数: [{ 键: '建议带班', 值: '是' }] }, '2026-04-05', '假期带班未定,由程序平均建议', ''],
    ['typed', { 假期带班: [], 值班表: [{ 日期: day('2026-04-04'), 值班人员: null, 带班领导: '陆振邦', 锁定: null }] }, '2026-04-04', '直接填在值班表', ''],
  ])('a county leader %s', async (_, more, date, said, source) => {
    const { book } = await made(more);
    expect(why(book, cellOf(book, date, '带班领导')).at(-1)).toBe(`为什么|${said}|${source}|值班-二`);
  });

  test('a locked leader, and one who stands in', async () => {
    const { book } = await made({ 值班表: [{ 日期: day('2026-04-01'), 值班人员: null, 带班领导: '白露', 锁定: '带班' }], 调换班: [{ 原日期: day('2026-04-01'), 原值班人: '白露', 顶替人: '于慧', 岗位: '带班', 批准人: '秦朗', 批准时间: day('2026-03-30') }] });
    const lines = why(book, cellOf(book, '2026-04-01', '带班领导'));
    expect(lines).toContain('带班领导|于慧|值班表!C2|值班-二');
    expect(lines).toContain('调换班|原为白露|调换班!B2|值班-七(二)');
    expect(lines.at(-1)).toContain('为什么|锁定,生成时不动');
  });

  test('without a run on record the month of the day is taken', () => {
    const book = workbookOf(sheets);
    expect(why(book, '值班表!B3')[0]).toContain('2026-03-29');
  });

  test.each(['值班表!A1', '值班表!B60', '人员!B7', '没有!A1'])('%s is no cell of duty', async (address) => {
    const { book } = await made();
    expect(why(book, address)).toEqual([]);
  });
});

describe('公平性', () => {
  const cell = (book: MemoryWorkbook, name: string, title: string): string => {
    const { rows } = book.sheet('公平性');
    const header = rows.findIndex((cells) => cells[0]?.value === '姓名');
    const column = rows[header]!.findIndex((one) => one?.value === title);
    const at = rows.findIndex((cells) => cells[0]?.value === name);
    return `公平性!${String.fromCharCode(65 + column)}${at + 1}`;
  };

  test.each<[string, string, RegExp]>([
    ['期初: opening, and each duty since', '甲一', /^期初\|3\|.*\n值班期初\|截至2026-03-25:周一2、周二0、周三0.*假期1\|值班期初!A2\|.*\n此前值班\|2026-03-29周日\|值班表!B3\|/],
    ['期初 of somebody without a row', '己六', /^期初\|4\|.*\n值班期初\|没有他的行,按其他人的平均\|值班期初\|/],
  ])('%s', async (_, name, expected) => {
    const { book } = await made();
    expect(why(book, cell(book, name, '期初')).join('\n')).toMatch(expected);
  });

  test('离岗折算: which days, how much each, why', async () => {
    const { book } = await made();
    const lines = why(book, cell(book, '己六', '离岗折算'));
    expect(lines[0]).toMatch(/^离岗折算\|\d/);
    expect(lines.slice(1).join('\n')).toMatch(/不计班的日子\|2026-03-28至2026-04-03中的\d天,每天折算1\/5次:不在岗.*\|人员!B12\|登记-一\(一\)4/);
  });

  test('假期 has its own credit and duties', async () => {
    const { book } = await made();
    expect(why(book, cell(book, '己六', '假期')).join('\n')).toMatch(/每天折算2\/5次/);
    expect(why(book, cell(book, '甲一', '假期')).join('\n')).toMatch(/本期假期班\|2026-04-0\d清明节\|值班表!B\d+\|值班-四\(二\)/);
  });

  test.each<[string, RegExp]>([
    ['本期', /^本期\|\d次\|\|.*\n本期值班\|2026-\d\d-\d\d周.\|值班表!B\d+\|/],
    ['周末', /^周末\|周六\d\+周日\d=\d/],
    ['周日', /^周日\|\d\|\|.*\n值班期初.*\n此前值班\|2026-03-29周日/],
    ['应排', /^应排\|各人合计的平均:\d+÷6人=\d+\.\d\d/],
    ['差额', /^差额\|合计\d+-应排\(\d+÷6人\)=-?\d\.\d\d\|\|.*\n合计\|期初3\+离岗折算0\+本期\d=\d/],
    ['不排日', /^不排日\|本期不能排0天/],
    ['合计', /^合计\|期初3\+离岗折算0\+本期\d=\d/],
    ['姓名', /^合计\|/],
  ])('%s', async (title, expected) => {
    const { book } = await made();
    expect(why(book, cell(book, '甲一', title)).join('\n')).toMatch(expected);
  });

  test('不排日 names the rows', async () => {
    const { book } = await made();
    expect(why(book, cell(book, '丙三', '不排日'))).toEqual(['不排日|本期不能排1天||值班-四(一)', '不能排|2026-04-01至2026-04-01考试|不排日!A2|值班-四(一)']);
  });

  test.each(['公平性!A1', '公平性!A20'])('%s is nobody’s', async (address) => {
    const { book } = await made();
    expect(why(book, address)).toEqual([]);
  });
});

describe('pages', () => {
  const find = (book: MemoryWorkbook, sheet: string, first: string, column: number): string => `${sheet}!${String.fromCharCode(65 + column)}${book.sheet(sheet).rows.findIndex((cells) => cells[0]?.value === first) + 1}`;

  test('a clerk, his phone and the leader of a month’s page lead to the day', async () => {
    const { book } = await made();
    const own = why(book, cellOf(book, '2026-04-01', '值班人员'));
    expect(why(book, find(book, '值班安排表2026年4月', '4月1日', 2))).toEqual(own);
    expect(why(book, find(book, '值班安排表2026年4月', '4月1日', 3))).toEqual(own);
    expect(why(book, find(book, '值班安排表2026年4月', '4月1日', 0))).toEqual(own);
    expect(why(book, find(book, '值班安排表2026年4月', '4月1日', 5))).toEqual(why(book, cellOf(book, '2026-04-01', '带班领导')));
  });

  test('the festival page: the second clerk, the county leader', async () => {
    const { book } = await made();
    expect(why(book, find(book, '清明节值班安排表2026年', '4月4日', 8))).toEqual(why(book, cellOf(book, '2026-04-04', '值班人员二')));
    expect(why(book, find(book, '清明节值班安排表2026年', '4月4日', 3))).toEqual(why(book, cellOf(book, '2026-04-04', '带班领导')));
  });

  test('a row of 变动', async () => {
    const { book } = await made({ 值班表: [{ 日期: day('2026-04-01'), 值班人员: '白露', 带班领导: null, 锁定: null }] });
    const at = book.sheet('变动').rows.length;
    expect(why(book, `变动!B${at}`)[0]).toContain('2026-04-01');
  });

  test('元旦 that began in December', async () => {
    const book = workbookOf({ 人员: people(SIX) });
    await written(book, { from: '2022-12-31', to: '2023-01-02' });
    expect(why(book, find(book, '元旦值班安排表2023年', '12月31日', 5))[0]).toContain('2022-12-31');
    expect(why(book, find(book, '值班安排表2022年12月', '12月31日', 2))[0]).toContain('2022-12-31');
  });

  test('a day of the page beyond every run, and cells that hold no day', async () => {
    const { book } = await made();
    expect(why(book, find(book, '值班安排表2026年3月', '3月28日', 2))[0]).toContain('2026-03-28');
    expect(why(book, '值班安排表2026年3月!A1')).toEqual([]);
    const last = book.sheet('值班安排表2026年3月').rows.length;
    expect(why(book, `值班安排表2026年3月!A${last}`)).toEqual([]);
  });
});
