/** office/normalise: what changes, and what is left alone because it is clean, or because a change would lose what it says. */
import { civilMinute } from '../../src/kernel/date';
import { MemoryWorkbook } from '../../src/hosts/memory';
import * as column from '../../src/ledger/column';
import { defineLedger } from '../../src/ledger/ledger';
import { Registry } from '../../src/ledger/registry';
import { compute } from '../../src/operations/compute';
import { normaliseAction } from '../../src/operations/normalise';
import type { CellInput } from '../../src/workbook/cell';
import { dated, day, type Rows } from '../support/sheets';
import { tiny } from '../support/tiny-office';

const book = defineLedger({
  id: 'book',
  sheet: '台账',
  aliases: ['登记'],
  help: '',
  clause: 'G14',
  columns: {
    id: column.text('编号'),
    date: column.date('日期'),
    half: column.half('时段', { blank: 'am', day: 'date' }),
    end: column.date('止'),
    endSlot: column.slot('止时段', { day: 'end' }),
    at: column.moment('时间', { day: 'date' }),
    person: column.name('姓名'),
    others: column.names('同行'),
    section: column.section('股室'),
    distance: column.number('公里'),
    kind: column.choice('类别', ['公务', '应急']),
    done: column.yesNo('办结'),
    month: column.month('月份'),
    phone: column.phone('电话'),
    plate: column.plate('车牌'),
    note: column.text('备注'),
  },
});
const registry = new Registry([{ ...tiny, id: 'office', ledgers: [book], settings: [], provides: [], rules: [], actions: [], reminders: [], explainers: [], sample: [] }], [{ system: 'office', action: normaliseAction }]);
const TITLES: Readonly<Record<string, keyof typeof book.columns & string>> = Object.fromEntries(Object.entries(book.columns).map(([field, { title }]) => [title, field as keyof typeof book.columns & string]));

async function normalised(rows: Rows, sheet: string | null = null) {
  const host = MemoryWorkbook.of({ 台账: rows, 别的: [['甲']] });
  return compute(registry, await host.read(), { entry: registry.action('office/normalise')!, values: { sheet }, settings: new Map(), acceptErrors: false });
}

/** What becomes of one cell (and of an empty one beside it), and what is said. */
async function cell(title: string, value: CellInput, beside: readonly (readonly [string, CellInput])[] = []) {
  const result = await normalised([['2026年台账'], [title, ...beside.map(([name]) => name)], [value, ...beside.map(([, given]) => given)]]);
  expect(TITLES[title]).toBeDefined();
  return { changes: result.outcome.tables[0]!.rows.map(([, at, , after]) => `${String(at)} ${String(after)}`), codes: result.issues.map(({ code, severity }) => `${severity} ${code}`) };
}

test.each<[string, CellInput, string]>([
  ['日期', '2026.3.5', '2026-03-05'],
  ['日期', '3月5日', '2026-03-05'],
  ['日期', 20260305, '2026-03-05'],
  ['姓名', '张　三', '张三'],
  ['姓名', '张伟（07）', '张伟(07)'],
  ['同行', '张三,李四', '张三、李四'],
  ['股室', ' 综合 股', '综合股'],
  ['公里', '1,234.5公里', '1234.5'],
  ['类别', '应 急', '应急'],
  ['办结', '√', '是'],
  ['办结', 1, '是'],
  ['月份', '2026年3月', '2026-03'],
  ['月份', dated('2026-03-01'), '2026-03'],
  ['电话', '139 0000 0001', '13900000001'],
  ['车牌', '川j·12345', '川J12345'],
  ['时段', '下午半天', '下午'],
  ['时间', '2026.3.5 9:30', '2026-03-05 09:30'],
  ['编号', '２０２６－０１', '2026-01'],
  ['编号', ' a-1 ', 'a-1'],
  ['备注', ' 看病，住院　', '看病，住院'],
])('%s: %p is written %s', async (title, value, expected) => {
  expect(await cell(title, value)).toEqual({ changes: [`A3 ${expected}`], codes: [] });
});

describe('a clean cell stays', () => {
  test.each<[string, CellInput]>([
    ['编号', 1],
    ['编号', '0089'],
    ['编号', dated('2026-03-05')],
    ['编号', true],
    ['股室', 3],
    ['电话', 13900000001],
    ['备注', '看病，住院：两天（批准）'],
    ['备注', '第一行\n第二行'],
    ['备注', '①已报'],
    ['日期', dated('2026-03-05')],
    ['时间', { kind: 'moment', at: civilMinute(day('2026-03-05'), 9, 30) }],
    ['公里', 12.5],
  ])('%s: %p', async (title, value) => expect(await cell(title, value)).toEqual({ changes: [], codes: [] }));

  test('a time alone belongs to the date of its row', async () => {
    for (const value of ['9:30', 0.375] satisfies CellInput[]) expect(await cell('时间', value, [['日期', dated('2026-03-05')]])).toEqual({ changes: [], codes: [] });
  });
});

describe('what a change would lose stays', () => {
  test.each<[string, CellInput, readonly string[]]>([
    ['姓名', '张伟(女)', []],
    ['姓名', '张伟①', []],
    ['同行', '张三(借调),李四', []],
    ['日期', '2026-3-5 9:00', []],
    ['日期', { kind: 'moment', at: civilMinute(day('2026-03-05'), 9, 30) }, []],
    ['日期', 46086.375, []],
    ['月份', dated('2026-03-15'), []],
    ['月份', '2026年3月15日', []],
    ['公里', '约3', ['warning cell/number-approximate']],
    ['日期', '2026.3.5(周五)', ['warning cell/weekday-differs']],
    ['日期', '3.5', ['warning cell/month-day-dotted']],
    ['日期', '46086', ['warning cell/serial-as-text']],
    ['电话', '139 0000 000', ['warning cell/phone-malformed']],
    ['姓名', '主任', ['error cell/name-title']],
  ])('%s: %p', async (title, value, codes) => expect(await cell(title, value)).toEqual({ changes: [], codes }));
});

describe('上午 and 下午 behind a date', () => {
  const said = ['warning cell/day-part-beside'];
  test.each<[string, string, CellInput, readonly (readonly [string, CellInput])[], readonly string[], readonly string[]]>([
    ['go to the column of parts of the day where it is blank', '日期', '2026.03.05上午', [['时段', null]], ['A3 2026-03-05', 'B3 上午'], []],
    ['also into a cell of spaces', '日期', '2026.03.05下午', [['时段', ' ']], ['A3 2026-03-05', 'B3 下午'], []],
    ['a whole day where there is room for it', '止', '2026.03.05全天', [['止时段', null]], ['A3 2026-03-05', 'B3 全天'], []],
    ['stay where something stands there', '日期', '2026.03.05上午', [['时段', '下午']], [], said],
    ['stay where a formula stands there', '日期', '2026.03.05上午', [['时段', { kind: 'formula', formula: '""', value: '' }]], [], said],
    ['stay where the sheet has no such column', '日期', '2026.03.05上午', [['止时段', null]], [], said],
    ['stay where the ledger has none for this date', '时间', '2026.03.05上午', [['时段', null]], [], said],
    ['a whole day is neither half', '日期', '2026.03.05全天', [['时段', null]], [], said],
    ['noon is no half', '止', '2026.03.05中午', [['止时段', null]], [], said],
  ])('%s', async (_, title, value, beside, changes, codes) => expect(await cell(title, value, beside)).toEqual({ changes, codes }));

  test('are not lost with a merged date, which speaks for several rows', async () => {
    const host = MemoryWorkbook.of({ 台账: [['日期', '时段', '编号'], ['2026.03.05上午', null, 'a'], [null, null, 'b']] });
    host.sheet('台账').merges.push({ row: 1, column: 0, lastRow: 2, lastColumn: 0 });
    const result = compute(registry, await host.read(), { entry: registry.action('office/normalise')!, values: { sheet: null }, settings: new Map(), acceptErrors: false });
    expect(result.outcome.tables[0]!.rows).toEqual([]);
  });
});

test('one sheet alone, by its name or ours; a sheet that is no ledger’s is refused with the names of those that are', async () => {
  const rows: Rows = [['姓名'], ['张 三']];
  expect((await normalised(rows, ' 台账 ')).outcome.tables[0]!.rows).toHaveLength(1);
  for (const sheet of ['不存在', '别的']) {
    const refused = await normalised(rows, sheet);
    expect(refused.outcome.refusal).toEqual({ message: `“${sheet}”不是可以规范的表`, remedy: '可以规范的表有:台账' });
    expect(refused).toMatchObject({ blocked: true, plan: { changes: [] } });
  }
});
