import { copyFile, lstat, symlink, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { main } from '../../src/entries/cli/program';
import { openXlsx } from '../../src/hosts/xlsx';

interface Answer {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function hengzhi(...argv: readonly string[]): Promise<Answer> {
  let out = '';
  let err = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  try {
    return { status: await main(argv), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

interface Envelope {
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly sheets: readonly { readonly name: string; readonly created: boolean; readonly cellsChanged: number }[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: string; readonly remedy: string }[];
}

/** With --json stdout is one JSON object and nothing else, whatever the status. */
async function json(...argv: readonly string[]): Promise<Envelope & { status: number; err: string }> {
  const { status, out, err } = await hengzhi(...argv, '--json');
  return { ...(JSON.parse(out) as Envelope), status, err };
}

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzhi-'));
  expect(await hengzhi('new', '--out', at('sample.xlsx'), '--sample')).toMatchObject({ status: 0 });
});

const quarter = ['run', 'inspection-scoring/quarter', '--set', 'year=2026', '--set', 'quarter=1'] as const;

test('list names every action with parameters, columns and every key of 参数', async () => {
  const answer = (await json('list')) as unknown as { ok: boolean; systems: { actions: { action: string; parameters: { name: string }[]; requiredColumns: { sheet: string }[] }[] }[]; settings: { key: string; clause: string }[] };
  expect(answer.ok).toBe(true);
  const actions = answer.systems.flatMap((system) => system.actions);
  expect(actions.map((entry) => entry.action)).toEqual(expect.arrayContaining(['duty-roster/generate', 'inspection-scoring/quarter', 'office/calendar', 'office/normalise']));
  expect(actions.find((entry) => entry.action === 'duty-roster/generate')!.parameters.map((parameter) => parameter.name)).toEqual(expect.arrayContaining(['from', 'to', 'minGap', 'keepBefore', 'dated']));
  const keys = '单位名称,值班电话,传真,异议电话,公示天数,起算日,最小间隔,每期上限,长假天数,假期值班人数,建议带班,上下班时间,截止日含当天,截止日顺延,科级进个人排名,先进个人名额,封账至,公示地点,统计期,定点厂,拆单窗口,到期提醒天数,保养间隔,严格按原文星期通知,值班补休后发补助';
  expect(answer.settings.map((setting) => setting.key)).toEqual(expect.arrayContaining(keys.split(',')));
  expect((await hengzhi('list')).out).toContain('最小间隔');
});

test('new refuses to overwrite', async () => {
  const before = await readFile(at('sample.xlsx'));
  expect(await json('new', '--out', at('sample.xlsx'))).toMatchObject({ status: 3, ok: false, issues: [{ code: 'file/exists' }] });
  expect(await readFile(at('sample.xlsx'))).toEqual(before);
});

test('check of the sample office finds no error', async () => {
  const answer = await json('check', '--book', at('sample.xlsx'));
  expect(answer).toMatchObject({ status: 0, ok: true, action: 'check' });
  expect(answer.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
});

describe('run', () => {
  test('writes to --out, says what it wrote, changes nothing the second time', async () => {
    const first = await json(...quarter, '--book', at('sample.xlsx'), '--out', at('q.xlsx'));
    expect(first).toMatchObject({ status: 0, ok: true, action: 'inspection-scoring/quarter', parameters: { year: 2026, quarter: 1 } });
    expect(Object.keys(first.tables)).toEqual(['个人得分', '股室得分', '明细']);
    expect(first.sheets.map((sheet) => sheet.name)).toContain('公示2026年1季度');
    const bytes = await readFile(at('q.xlsx'));
    const again = await json(...quarter, '--book', at('q.xlsx'), '--out', at('q.xlsx'));
    expect(again).toMatchObject({ status: 0, sheets: [] });
    expect(again.tables).toEqual(first.tables);
    const read = async (file: Buffer) => (await openXlsx(new Uint8Array(file))).read();
    expect(await read(await readFile(at('q.xlsx')))).toEqual(await read(bytes));
  });

  test('without --out or with --dry-run nothing is written, and stderr says so', async () => {
    expect((await json(...quarter, '--book', at('sample.xlsx'))).err).toContain('没有写入');
    const answer = await json(...quarter, '--book', at('sample.xlsx'), '--out', at('dry.xlsx'), '--dry-run');
    expect(answer.status).toBe(0);
    expect(answer.sheets.length).toBeGreaterThan(0);
    await expect(readFile(at('dry.xlsx'))).rejects.toThrow();
  });

  test('a setting of 参数 can be given; people read tables and issues', async () => {
    const { status, out } = await hengzhi(...quarter, '--set', '科级进个人排名=是', '--book', at('sample.xlsx'));
    expect(status).toBe(0);
    expect(out).toContain('【个人得分】');
    expect(out).toContain('程万里');
  });

  test('errors in the data end with status 1 and nothing written', async () => {
    const book = await openXlsx(new Uint8Array(await readFile(at('sample.xlsx'))));
    const sheet = (await book.read(['督查事项'])).sheets[0]!;
    const column = sheet.columns.findIndex((entry) => entry.values[0] === '姓名');
    const row = sheet.columns[column]!.values.findIndex((value, index) => index > 2 && typeof value === 'string');
    await book.apply([{ kind: 'setCells', sheet: '督查事项', cells: [{ row, column, value: '查无此人' }] }]);
    await writeFile(at('bad.xlsx'), (await book.save()).bytes);
    const blocked = await json(...quarter, '--book', at('bad.xlsx'), '--out', at('blocked.xlsx'));
    expect(blocked).toMatchObject({ status: 1, ok: false, sheets: [] });
    expect(blocked.tables['个人得分']!.length).toBeGreaterThan(0);
    expect(blocked.issues[0]).toMatchObject({ severity: 'error', code: 'person/unknown' });
    await expect(readFile(at('blocked.xlsx'))).rejects.toThrow();
    const accepted = await json(...quarter, '--book', at('bad.xlsx'), '--out', at('accepted.xlsx'), '--accept-errors');
    expect(accepted).toMatchObject({ status: 0, ok: true });
    expect(accepted.sheets.some((entry) => entry.name.includes('(草稿)'))).toBe(true);
    expect(await json('check', '--book', at('bad.xlsx'))).toMatchObject({ status: 1, ok: false });
  });
});

describe('wrong calls end with status 2, missing files with 3, both in JSON', () => {
  test.each<readonly [readonly string[], number, string]>([
    [['run', 'duty-roster/generat', '--book', 'x.xlsx'], 2, 'duty-roster/generate'],
    [['run', 'nothing', '--book', 'x.xlsx'], 2, 'hengzhi list'],
    [['run', '--book', 'x.xlsx'], 2, '用法'],
    [['run', 'inspection-scoring/quarter'], 2, '用法'],
    [['run', 'inspection-scoring/quarter', '--book', 'x.xlsx', '--set', 'year=2026'], 2, 'quarter'],
    [['run', 'inspection-scoring/quarter', '--book', 'x.xlsx', '--set', 'year=明年', '--set', 'quarter=1'], 2, 'year'],
    [['run', 'inspection-scoring/quarter', '--book', 'x.xlsx', '--set', 'year=2026', '--set', 'quarter=5'], 2, 'quarter'],
    [['run', 'inspection-scoring/quarter', '--book', 'x.xlsx', '--set', 'yaer=2026'], 2, 'year'],
    [['run', 'inspection-scoring/quarter', '--book', 'x.xlsx', '--set', 'year'], 2, '--set'],
    [['run', 'duty-roster/generate', '--book', 'x.xlsx', '--set', 'from=2026-04-01', '--set', 'to=2026-03-01'], 2, '起止'],
    [['run', 'duty-roster/generate', '--book', 'x.xlsx', '--set', 'from=2026-02-30', '--set', 'to=2026-03-01'], 2, 'from'],
    [['run', 'duty-roster/generate', '--book', 'x.xlsx', '--set', '最小间隔=很多', '--set', 'from=2026-01-01', '--set', 'to=2026-03-01'], 2, '整数'],
    [['today', '--book', 'x.xlsx', '--date', '明天'], 2, '2026'],
    [['today', '--book', 'x.xlsx', '--days', '0'], 2, '366'],
    [['explain', '--book', 'x.xlsx', '--cell', 'E5'], 2, '!'],
    [['check', '--book'], 2, '用法'],
    [['check', '--book', 'x.xlsx', '--nonsense'], 2, '用法'],
    [['nonsense'], 2, '用法'],
    [['check', '--book', '没有这个文件.xlsx'], 3, '核对'],
    [['run', 'office/calendar', '--book', 'x.xlsx', '--set', 'notice=@没有.txt'], 3, '@'],
  ])('%p', async (argv, status, hint) => {
    const answer = await json(...argv);
    expect(answer).toMatchObject({ status, ok: false, tables: {}, sheets: [] });
    expect(answer.issues[0]!.message + answer.issues[0]!.remedy).toContain(hint);
    const people = await hengzhi(...argv);
    expect(people.status).toBe(status);
    expect(people.out + people.err).not.toMatch(/at .*\.ts:\d/);
  });

  test('help is no mistake', async () => {
    expect((await hengzhi('--help')).status).toBe(0);
  });
});

test('normalise of a sheet that is not there is a mistake of the call, and names those that are', async () => {
  const answer = await json('run', 'office/normalise', '--book', at('sample.xlsx'), '--set', 'sheet=不存在');
  expect(answer).toMatchObject({ status: 2, ok: false, tables: {}, sheets: [] });
  expect(answer.issues[0]!.message).toContain('不存在');
  expect(answer.issues[0]!.remedy).toContain('人员、股室');
});

test('today and explain', async () => {
  const today = await json('today', '--book', at('sample.xlsx'), '--date', '2026-03-26', '--days', '5', '--ics', at('t.ics'));
  expect(today).toMatchObject({ status: 0, ok: true });
  expect(Object.keys(today.tables['提醒']![0]!)).toEqual(['到期日', '事项', '责任', '条款', '状态']);
  expect(await readFile(at('t.ics'), 'utf8')).toContain('BEGIN:VEVENT');
  await hengzhi(...quarter, '--book', at('sample.xlsx'), '--out', at('e.xlsx'));
  const explain = await json('explain', '--book', at('e.xlsx'), '--cell', '个人得分!H4');
  expect(explain.tables['说明']!.length).toBeGreaterThan(0);
  expect(Object.keys(explain.tables['说明']![0]!)).toEqual(['项', '值', '来源', '条款']);
  expect((await hengzhi('explain', '--book', at('e.xlsx'), '--cell', '人员!A1')).out).toContain('没有可说明');
});

test('a file is named for what is in it; a link stays a link', async () => {
  expect(await json('new', '--out', at('n.txt'))).toMatchObject({ status: 2 });
  expect((await json(...quarter, '--book', at('sample.xlsx'), '--out', at('q.csv'))).issues[0]).toMatchObject({ message: '--out 的文件名“q.csv”不是以.xlsx结尾' });
  await copyFile(at('sample.xlsx'), at('real.xlsx'));
  await symlink(at('real.xlsx'), at('link.xlsx'));
  expect(await json(...quarter, '--book', at('link.xlsx'), '--out', at('link.xlsx'))).toMatchObject({ status: 0 });
  expect((await lstat(at('link.xlsx'))).isSymbolicLink()).toBe(true);
  expect((await json('check', '--book', at('real.xlsx'))).status).toBe(0);
  expect((await (await openXlsx(new Uint8Array(await readFile(at('real.xlsx'))))).list()).some(({ name }) => name === '个人得分')).toBe(true);
});

test('a link to the book is the book: what it would lose is an error', async () => {
  const parts = unzipSync(new Uint8Array(await readFile(at('sample.xlsx'))));
  // a file whose ordinary style cannot be told: its named styles cannot be kept
  parts['xl/styles.xml'] = strToU8(strFromU8(parts['xl/styles.xml']!).replace(/<cellStyles.*<\/cellStyles>/, '<cellStyles count="2"><cellStyle name="甲" xfId="0"/><cellStyle name="乙" xfId="1"/></cellStyles>'));
  const bytes = zipSync(parts);
  await writeFile(at('losing.xlsx'), bytes);
  await symlink(at('losing.xlsx'), at('losing-link.xlsx'));
  const answer = await json(...quarter, '--book', at('losing.xlsx'), '--out', at('losing-link.xlsx'));
  expect(answer).toMatchObject({ status: 1, sheets: [] });
  expect(answer.issues.find(({ code }) => code === 'file/feature-lost')).toMatchObject({ severity: 'error' });
  expect(new Uint8Array(await readFile(at('losing.xlsx')))).toEqual(new Uint8Array(bytes));
});

test('one person’s duties, swaps applied, as a calendar in local wall clock', async () => {
  await hengzhi('run', 'duty-roster/generate', '--book', at('sample.xlsx'), '--out', at('duty.xlsx'), '--set', 'from=2026-01-01', '--set', 'to=2026-01-31');
  const own = (...more: string[]) => json('today', '--book', at('duty.xlsx'), '--date', '2026-01-01', '--days', '31', ...more);
  const answer = await own('--person', '王建国', '--ics', at('p.ics'));
  expect(answer).toMatchObject({ status: 0, ok: true, parameters: { person: '王建国' } });
  const duties = answer.tables['日程']!;
  expect(duties.length).toBeGreaterThan(0);
  expect(String(duties[0]!['开始'])).toMatch(/^2026-01-\d\dT09:00$/);
  const ics = await readFile(at('p.ics'), 'utf8');
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(duties.length);
  expect(ics).toMatch(/DTSTART:202601\d\dT090000\r\nDTEND:2026\d{4}T090000\r\nSUMMARY:值班\r\n/);
  const again = await own('--person', '王建国', '--ics', at('p2.ics'));
  expect(again.tables).toEqual(answer.tables);
  expect(await readFile(at('p2.ics'), 'utf8')).toBe(ics);
  expect((await own('--person', '张伟')).issues[0]).toMatchObject({ message: '不知道“张伟”是谁', remedy: expect.stringMatching(/^有2个“张伟”,请写张伟\(\d+\)或张伟\(\d+\)$/) as string });
  expect(await own('--person', '张伟(18)')).toMatchObject({ status: 0 });
  expect(await own('--person', '18')).toMatchObject({ status: 0, parameters: { person: '张伟(18)' } });
  expect(await own('--person', '王建囯')).toMatchObject({ status: 2 });
  expect((await own('--person', '王建国、赵敏')).issues[0]!.remedy).toContain('不是一个人的姓名');
});

describe('today and explain of a book with errors', () => {
  const broken = async (): Promise<string> => {
    const book = await openXlsx(new Uint8Array(await readFile(at('sample.xlsx'))));
    await book.apply([{ kind: 'removeSheet', sheet: '人员' }]);
    await writeFile(at('nobody.xlsx'), (await book.save()).bytes);
    return at('nobody.xlsx');
  };
  test('they end with 1, show what they can, and write nothing', async () => {
    const book = await broken();
    const today = await json('today', '--book', book, '--date', '2026-03-26', '--days', '5', '--ics', at('none.ics'));
    expect(today).toMatchObject({ status: 1, ok: false, action: 'today' });
    expect(today.tables['提醒']!.length).toBeGreaterThan(0);
    expect(today.err).toContain('没有写入');
    await expect(readFile(at('none.ics'))).rejects.toThrow();
    expect((await json('today', '--book', book, '--date', '2026-03-26')).err).not.toContain('写入');
    await hengzhi(...quarter, '--book', at('sample.xlsx'), '--out', at('scored.xlsx'));
    const scored = await openXlsx(new Uint8Array(await readFile(at('scored.xlsx'))));
    await scored.apply([{ kind: 'removeSheet', sheet: '人员' }]);
    await writeFile(at('scored.xlsx'), (await scored.save()).bytes);
    expect(await json('explain', '--book', at('scored.xlsx'), '--cell', '个人得分!H4')).toMatchObject({ status: 1, ok: false });
  });

  test('a sheet that is not there is a mistake of the call, and the sheets are named', async () => {
    const answer = await json('explain', '--book', at('sample.xlsx'), '--cell', '值斑表!E5');
    expect(answer).toMatchObject({ status: 2, ok: false, tables: {}, issues: [{ code: 'usage', message: '工作簿里没有“值斑表”这张表' }] });
    expect(answer.issues[0]!.remedy).toContain('是不是“值班表”');
    expect(answer.issues[0]!.remedy).toContain('人员、股室');
    expect((await json('explain', '--book', at('sample.xlsx'), '--cell', '甲乙丙丁戊己!E5')).issues[0]!.remedy).toMatch(/^工作簿里有/);
  });
});

test('a parameter that was not given has the value of its setting', async () => {
  const generate = ['run', 'duty-roster/generate', '--book', at('sample.xlsx'), '--set', 'from=2026-03-02', '--set', 'to=2026-03-06'];
  const made = await json(...generate, '--out', at('march.xlsx'));
  expect(made.parameters).toEqual({ from: '2026-03-02', to: '2026-03-06', minGap: 3, keepBefore: null, dated: null });
  expect((await json(...generate, '--set', '最小间隔=2')).parameters).toMatchObject({ minGap: 2 });
  // why somebody serves on a day takes long lines, which people read whole
  const { out } = await hengzhi('explain', '--book', at('march.xlsx'), '--cell', '值班表!E5');
  expect(out.split('\n').length).toBeGreaterThan(5);
  expect(out).not.toContain('…');
  expect((await json(...generate, '--set', 'minGap=1', '--set', '最小间隔=2')).parameters).toMatchObject({ minGap: 1 });
});

test('a State Council notice from a file becomes rows of 日历', async () => {
  const notice = `国务院办公厅关于2027年部分节假日安排的通知
现将2027年具体安排通知如下。
一、元旦:1月1日(周五)至3日(周日)放假,共3天。
二、春节:2月5日(周五)至11日(周四)放假调休,共7天。2月14日(周日)、2月20日(周六)上班。
三、清明节:4月3日(周六)至5日(周一)放假,共3天。
四、劳动节:5月1日(周六)至5日(周三)放假调休,共5天。4月25日(周日)上班。
五、端午节:6月9日(周三)放假1天。
六、中秋节:9月15日(周三)放假1天。
七、国庆节:10月1日(周五)至7日(周四)放假调休,共7天。9月26日(周日)、10月9日(周六)上班。
节假日期间,各地区、各部门要妥善安排好值班和安全、保卫等工作。`;
  await writeFile(at('notice.txt'), notice);
  const answer = await json('run', 'office/calendar', '--book', at('sample.xlsx'), '--out', at('2027.xlsx'), '--set', `notice=@${at('notice.txt')}`);
  expect(answer).toMatchObject({ status: 0, ok: true });
  expect(answer.tables['日历']).toHaveLength(27 + 5);
  expect(await json('run', 'office/calendar', '--book', at('2027.xlsx'), '--out', at('2027.xlsx'), '--set', `notice=@${at('notice.txt')}`)).toMatchObject({ status: 0, sheets: [] });
});
