import { civilMinute } from '../../src/kernel/date';
import { MemoryWorkbook } from '../../src/hosts/memory';
import type { MemorySheet } from '../../src/hosts/memory/sheet';
import * as column from '../../src/ledger/column';
import type { Issue } from '../../src/ledger/issue';
import { defineLedger } from '../../src/ledger/ledger';
import { NO_MAPPING, type NameMapping } from '../../src/ledger/locate';
import { Reader } from '../../src/ledger/reader';
import { dated, day, type Rows } from '../support/sheets';

const trips = defineLedger({
  id: 'trips',
  sheet: '出车',
  aliases: ['出车登记', '用车'],
  help: '',
  clause: '后勤-三(四)c',
  number: 'id',
  unique: ['date', 'driver'],
  voided: { fields: ['void'], test: (row) => row['void'] === true },
  columns: {
    id: column.text('单号', { aliases: ['编号'] }),
    date: column.date('日期', { required: true, aliases: ['出车日期'] }),
    driver: column.name('驾驶员', { required: true, aliases: ['司机'] }),
    users: column.names('用车人'),
    section: column.section('股室'),
    left: column.moment('出车时间', { day: 'date' }),
    half: column.half('开始时段', { blank: 'am' }),
    slot: column.slot('时段'),
    distance: column.number('公里'),
    count: column.number('数量', { blank: 1 }),
    seats: column.integer('座位'),
    fee: column.money('过路费'),
    outside: column.yesNo('出省市'),
    kind: column.choice('类别', ['公务', '应急']),
    month: column.month('月份'),
    phone: column.phone('电话'),
    plate: column.plate('车牌'),
    never: column.weekdays('固定不排'),
    void: column.yesNo('作废'),
    check: column.text('校验结果', { computed: true }),
  },
});

interface Reading {
  readonly issues: readonly Issue[];
  readonly reader: Reader;
}

async function open(sheets: Readonly<Record<string, Rows>>, mapping: NameMapping = NO_MAPPING, arrange: (book: MemoryWorkbook) => void = () => undefined): Promise<Reading> {
  const book = MemoryWorkbook.of(sheets);
  arrange(book);
  const issues: Issue[] = [];
  return { issues, reader: new Reader(await book.read(), mapping, (issue) => void issues.push(issue)) };
}

const brief = (issues: readonly Issue[]) => issues.map((issue) => `${issue.severity} ${issue.code} ${issue.cell}`);

describe('one cell of each type', () => {
  const cases: readonly (readonly [keyof typeof trips.columns & string, Rows[number][number], unknown])[] = [
    ['date', dated('2026-03-05'), day('2026-03-05')],
    ['date', '2026.3.5', day('2026-03-05')],
    ['date', 20260305, day('2026-03-05')],
    ['date', 46086, day('2026-03-05')],
    ['driver', '张　三', { name: '张三', id: null }],
    ['driver', '张伟(07)', { name: '张伟', id: '07' }],
    ['users', '张三、李四', [{ name: '张三', id: null }, { name: '李四', id: null }]],
    ['section', ' 综合 股', '综合股'],
    ['left', '9:30', { date: day('2026-03-05'), at: civilMinute(day('2026-03-05'), 9, 30), dateOnly: false }],
    ['left', 0.375, { date: day('2026-03-05'), at: civilMinute(day('2026-03-05'), 9), dateOnly: false }],
    ['left', dated('2026-03-06'), { date: day('2026-03-06'), at: civilMinute(day('2026-03-06'), 0), dateOnly: true }],
    ['left', { kind: 'moment', at: civilMinute(day('2026-03-06'), 14, 5) }, { date: day('2026-03-06'), at: civilMinute(day('2026-03-06'), 14, 5), dateOnly: false }],
    ['half', '下午', 'pm'],
    ['slot', '全天', 'day'],
    ['distance', '1,234.5公里', 1234.5],
    ['count', '２', 2],
    ['seats', 5, 5],
    ['fee', '12.50元', 1250],
    ['fee', 0.1 + 0.2, 30],
    ['outside', '√', true],
    ['outside', true, true],
    ['kind', '应 急', '应急'],
    ['month', '2026年3月', { year: 2026, month: 3 }],
    ['month', dated('2026-03-01'), { year: 2026, month: 3 }],
    ['phone', '139 0000 0001', '13900000001'],
    ['plate', '川j·12345', '川J12345'],
    ['never', '周六、周日', [5, 6]],
    ['id', 12, '12'],
    ['id', dated('2026-03-05'), '2026-03-05'],
    ['id', false, '否'],
  ];
  test.each(cases)('%s: %p', async (field, cell, expected) => {
    const others = ['date', 'driver'].filter((name) => name !== field) as ('date' | 'driver')[];
    const header = [trips.columns[field].title, ...others.map((name) => trips.columns[name].title)];
    const row = [cell, ...others.map((name) => (name === 'date' ? dated('2026-03-05') : '王五'))];
    const { reader, issues } = await open({ 出车: [header, row] });
    const table = reader.read(trips, { fields: [...new Set(['date', 'driver', field] as const)] });
    expect(issues).toEqual([]);
    expect(table.rows[0]).toMatchObject({ at: 1, [field]: expected });
  });

  test.each([
    ['date', '2026.2.30', 'error cell/date-impossible A2'],
    ['date', 3.5, 'error cell/date-number A2'],
    ['date', true, 'error cell/date-unreadable A2'],
    ['driver', 5, 'error cell/name-not-a-name A2'],
    ['driver', '主任', 'error cell/name-title A2'],
    ['users', 5, 'error cell/name-not-a-name A2'],
    ['users', '张三、7', 'error cell/name-not-a-name A2'],
    ['users', '、', 'error cell/name-empty A2'],
    ['left', '明天', 'error cell/date-unreadable A2'],
    ['half', '半天', 'error cell/half-unknown A2'],
    ['half', 0.5, 'error cell/half-unknown A2'],
    ['half', 2, 'error cell/half-unreadable A2'],
    ['half', '全天', 'error cell/half-day A2'],
    ['slot', '半天', 'error cell/half-unknown A2'],
    ['slot', 0.5, 'error cell/half-unknown A2'],
    ['slot', 3, 'error cell/half-unreadable A2'],
    ['distance', '约500', 'warning cell/number-approximate A2'],
    ['distance', true, 'error cell/number-unreadable A2'],
    ['distance', '很远', 'error cell/number-unreadable A2'],
    ['seats', 2.5, 'error cell/number-not-whole A2'],
    ['fee', 12.345, 'error cell/money-finer-than-fen A2'],
    ['fee', true, 'error cell/number-unreadable A2'],
    ['fee', '约500', 'warning cell/number-approximate A2'],
    ['outside', '也许', 'error cell/yes-no-unreadable A2'],
    ['kind', '私事', 'error cell/choice-unknown A2'],
    ['month', '十三月', 'error cell/month-unreadable A2'],
    ['phone', '1390000', 'warning cell/phone-malformed A2'],
    ['plate', '甲乙', 'error cell/plate-unreadable A2'],
    ['never', '某天', 'error cell/weekdays-unreadable A2'],
    ['distance', { kind: 'error', code: '#N/A' }, 'error cell/error-value A2'],
    ['distance', { kind: 'formula', formula: '1+2', value: null }, 'error cell/formula-uncomputed A2'],
    ['date', { kind: 'formula', formula: 'DATE(2026,3,5)', value: null }, 'error cell/formula-uncomputed A2'],
  ] as const)('%s: %p is said', async (field, cell, expected) => {
    const others = ['date', 'driver'].filter((name) => name !== field) as ('date' | 'driver')[];
    const { reader, issues } = await open({ 出车: [[trips.columns[field].title, ...others.map((name) => trips.columns[name].title)], [cell, ...others.map((name) => (name === 'date' ? dated('2026-03-05') : '王五'))]] });
    const table = reader.read(trips, { fields: [...new Set(['date', 'driver', field] as const)] });
    expect(brief(issues)).toEqual([expected]);
    expect(table.rows.length + table.rejected).toBe(1);
    expect(table.rows.length).toBe(expected.startsWith('warning') ? 1 : 0);
    for (const issue of issues) {
      expect(issue.message).not.toContain('{');
      expect(issue.remedy).not.toBe('');
    }
  });

  test('a formula that shows nothing is blank', async () => {
    const { reader, issues } = await open({ 出车: [['日期', '驾驶员', '公里'], [dated('2026-03-05'), '王五', { kind: 'formula', formula: '""', value: '' }]] });
    expect(reader.read(trips, { fields: ['date', 'distance'] }).rows).toEqual([{ at: 1, date: day('2026-03-05'), distance: null }]);
    expect(brief(issues)).toEqual([]);
  });

  test('3.5 as text in a date column is 3月5日, with a warning', async () => {
    const { reader, issues } = await open({ 出车: [['2026年'], ['日期', '驾驶员'], ['3.5', '王五']] });
    expect(reader.read(trips, { fields: ['date'] }).rows[0]!.date).toBe(day('2026-03-05'));
    expect(brief(issues)).toEqual(['warning cell/month-day-dotted A3']);
  });

  test('a time alone needs a date of its own row', async () => {
    const { reader, issues } = await open({ 出车: [['日期', '驾驶员', '出车时间'], [null, '王五', '9:30']] });
    reader.read(trips, { fields: ['left'] });
    expect(brief(issues)).toEqual(['error cell/time-without-date C2']);
  });

  describe('a date without a year has the one that the sheet names, or none', () => {
    const rows: Rows = [['日期', '驾驶员', '月份'], ['3月5日', '王五', '3月']];
    const own: NameMapping = { sheets: new Map([['出车', '出车2025年']]), columns: new Map() };
    test.each<[string, string, Rows, NameMapping]>([
      ['a title row', '出车', [['2025年用车登记'], ...rows], NO_MAPPING],
      ['any row above the header', '出车', [['用车登记'], ['单位:办公室', '2025年度'], ...rows], NO_MAPPING],
      ['the name of the sheet', '出车2025年', rows, own],
      ['a title before the name of the sheet', '出车2025年', [['2025年用车登记'], ...rows], own],
    ])('%s', async (_, sheet, cells, mapping) => {
      const { reader, issues } = await open({ [sheet]: cells }, mapping);
      const [row] = reader.read(trips, { fields: ['date', 'month'] }).rows;
      expect(row).toMatchObject({ date: day('2025-03-05'), month: { year: 2025, month: 3 } });
      expect(issues).toEqual([]);
    });
    test.each<[string, Rows]>([
      ['nothing says it', rows],
      ['a title of two years', [['2025—2026年用车登记'], ...rows]],
      ['two titles', [['2025年用车登记'], ['2026年1月制'], ...rows]],
      ['another year in the middle', [['2025年用车登记'], ...rows, ['2026年', null, null]]],
    ])('%s: an error that asks for it', async (_, cells) => {
      const { reader, issues } = await open({ 出车: cells }, NO_MAPPING, (book) => {
        if (cells.length > 3) book.sheet('出车').merges.push({ row: 3, column: 0, lastRow: 3, lastColumn: 2 });
      });
      reader.read(trips, { fields: ['date'] });
      expect(issues.map(({ code }) => code)).toEqual(['cell/date-without-year']);
      expect(issues[0]!.remedy).toBe('请补上年份,如 2026年3月5日;整张表是同一年的,也可在表头上方的标题里写明,如“2026年…登记表”');
    });
  });
});

describe('finding the table', () => {
  const body: Rows = [[dated('2026-03-05'), '王五']];

  test.each([
    ['its name', '出车', ['日期', '驾驶员']],
    ['an alias', '用车', ['出车日期', '司机']],
    ['spaces and brackets', '出车 登记', ['日 期(必填)', '驾驶员*']],
    ['a line break in the header', '出车', ['出车\n日期', '司机']],
  ])('by %s', async (_name, sheet, header) => {
    const { reader, issues } = await open({ [sheet]: [header, ...body] });
    expect(reader.read(trips, { fields: ['date', 'driver'] }).rows).toHaveLength(1);
    expect(issues).toEqual([]);
  });

  test('an office says its own names in 对照, before the aliases', async () => {
    const mapping: NameMapping = { sheets: new Map([['出车', '车队流水']]), columns: new Map([['出车\n驾驶员', '开车的人']]) };
    const { reader } = await open({ 出车: [['日期', '驾驶员']], 车队流水: [['日期', '开车的人'], ...body] }, mapping);
    expect(reader.read(trips, { fields: ['date', 'driver'] })).toMatchObject({ sheet: '车队流水', rows: [{ driver: { name: '王五', id: null } }] });
  });

  test('titles above, two-row headers, repeated headers, totals, notes and blank rows are no data', async () => {
    const { reader, issues } = await open(
      {
        出车: [
          ['临江县公务用车登记表'],
          ['单位:办公室'],
          ['日期', '驾驶员', '费用', null],
          [null, null, '过路费', '公里'],
          [dated('2026-03-05'), '王五', 10, 3],
          ['小计', null, 10, 3],
          [],
          ['日期', '驾驶员', '过路费', '公里'],
          [dated('2026-03-06'), '赵六', 5, 2],
          ['合计', null, 15, 5],
          ['制表人:李四', null, '审核:'],
        ],
      },
      NO_MAPPING,
      (book) => book.sheet('出车').merges.push({ row: 2, column: 2, lastRow: 2, lastColumn: 3 }),
    );
    const table = reader.read(trips, { fields: ['date', 'driver', 'distance'] });
    expect(table.rows.map((row) => row.at)).toEqual([4, 8]);
    expect(table.layout).toMatchObject({ headerRow: 3, insertAt: 9, pushDown: true });
    expect(issues).toEqual([]);
  });

  test('merged labels speak for all their rows, amounts do not; hidden rows count and are told', async () => {
    const { reader, issues } = await open(
      { 出车: [['日期', '驾驶员', '公里'], [dated('2026-03-05'), '王五', 7], [null, '赵六', null], [dated('2026-03-07'), '钱七', 1]] },
      NO_MAPPING,
      (book) => {
        book.sheet('出车').merges.push({ row: 1, column: 0, lastRow: 2, lastColumn: 0 }, { row: 1, column: 2, lastRow: 2, lastColumn: 2 });
        book.sheet('出车').hiddenRows = [3];
      },
    );
    const table = reader.read(trips, { fields: ['date', 'driver', 'distance'] });
    expect(table.rows.map((row) => [row.date, row.distance])).toEqual([[day('2026-03-05'), 7], [day('2026-03-05'), null], [day('2026-03-07'), 1]]);
    expect(brief(issues)).toEqual(['info sheet/hidden-rows ', 'info cell/filled-down A2']);
    expect(issues[0]!.message).toContain('1行');
  });

  test('a missing sheet is empty, or an error for an action that cannot do without it', async () => {
    const { reader, issues } = await open({ 别的: [['甲']] });
    expect(reader.read(trips, { fields: ['date'] }).rows).toEqual([]);
    expect(issues).toEqual([]);
    expect(reader.read(trips, { fields: ['date'], must: true })).toMatchObject({ layout: null, sheet: '出车' });
    expect(brief(issues)).toEqual(['error sheet/missing ']);
  });

  test('what is odd about the sheet is said once, for whom it matters', async () => {
    const { reader, issues } = await open({
      出车: [['日期', '日期', '公里'], [dated('2026-03-05'), dated('2026-03-06'), 3]],
      用车: [['日期', '驾驶员']],
    });
    const table = reader.read(trips, { fields: ['date', 'distance'] });
    expect(brief(issues)).toEqual(['warning sheet/twice ', 'warning column/twice B1']);
    expect(table.rows).toHaveLength(1);
    const without = reader.read(trips, { fields: ['driver'] });
    expect(brief(issues)).toContain('error column/missing A1');
    expect(without.has('driver')).toBe(false);
    expect(without.cell(1, 'driver')).toBe('');
    expect(without.issue(1, 'driver', { code: 'x', severity: 'info', message: '', remedy: '', clause: '' }).cell).toBe('A2');
  });

  test('no header at all', async () => {
    const { reader, issues } = await open({ 出车: [['甲', '乙'], [1, 2]] });
    reader.read(trips, { fields: ['date'] });
    expect(brief(issues)).toEqual(['error sheet/no-header ']);
    const blank = await open({ 出车: [] });
    expect(blank.reader.read(trips, { fields: ['date'] }).rows).toEqual([]);
    expect(blank.issues).toEqual([]);
    expect(blank.reader.layout(trips as never)).toBeNull();
  });

  test('a row that holds only what is not ours is no data, but new rows go above it', async () => {
    const { reader } = await open({ 出车: [['日期', '驾驶员', '我的', '校验结果'], [dated('2026-03-05'), '王五'], [null, null, '随手记'], [null, null, null, '旧']] });
    const table = reader.read(trips, { fields: ['date'] });
    expect(table.layout).toMatchObject({ dataRows: [1], insertAt: 2, pushDown: true });
  });

  test('a ledger without required columns, an absent one, a choice that is required', async () => {
    const plain = defineLedger({ id: 'plain', sheet: '空表', help: '', clause: 'G14', columns: { a: column.choice('甲', ['一', '二'], { required: true }), b: column.text('乙') } });
    const { reader, issues } = await open({ 空表: [['甲', '乙'], [null, 'x']], 出车: [] });
    expect(reader.read(plain, { fields: ['a', 'b'] }).rejected).toBe(1);
    expect(issues[0]!.remedy).toBe('请填写一、二之一');
    expect(reader.read(trips, { fields: ['date'] }).has('date')).toBe(false);
    const bare = defineLedger({ id: 'bare', sheet: '无', help: '', clause: 'G14', columns: { a: column.text('甲') } });
    reader.read(bare, { fields: ['a'], must: true });
    expect(issues.at(-1)!.remedy).toContain('“甲”');
  });

  test('an alias never takes the column of an exact name', async () => {
    const { reader } = await open({ 出车: [['编号', '单号', '日期', '驾驶员'], ['a', 'b', dated('2026-03-05'), '王五']] });
    expect(reader.read(trips, { fields: ['id'] }).rows[0]!.id).toBe('b');
  });
});

describe('what stands behind a reading is said', () => {
  const arranged = (sheets: Readonly<Record<string, Rows>>, arrange: (sheet: MemorySheet) => void) => open(sheets, NO_MAPPING, (book) => arrange(book.sheet('出车')));
  const rows: Rows = [['日期', '驾驶员', '公里'], [dated('2026-03-05'), '王五', 7], [null, null, 1], [null, '赵六', 2], [dated('2026-04-07'), '钱七', 1], [null, '孙八', 1]];
  const infos = (issues: readonly Issue[]) => issues.flatMap(({ severity, code, cell, message }) => (severity === 'info' ? [[severity, code, cell, message]] : []));
  const merge = (sheet: MemorySheet): void => {
    for (const [column, row, lastRow] of [[0, 1, 3], [1, 1, 2], [0, 4, 5], [2, 1, 2]] as const) sheet.merges.push({ row, column, lastRow, lastColumn: column });
  };

  test('labels filled down from merged cells: once a column, at the first merged cell, for the columns and rows that are used', async () => {
    const { reader, issues } = await arranged({ 出车: rows }, merge);
    expect(reader.read(trips, { fields: ['distance'] }).rows).toHaveLength(5);
    expect(issues).toEqual([]);
    reader.read(trips, { fields: ['date', 'driver', 'distance'] });
    expect(infos(issues)).toEqual([
      ['info', 'cell/filled-down', 'A2', '“日期”有上下合并的单元格,其中3行自己是空的,按合并格的内容读'],
      ['info', 'cell/filled-down', 'B2', '“驾驶员”有上下合并的单元格,其中1行自己是空的,按合并格的内容读'],
    ]);
    const april = await arranged({ 出车: rows }, merge);
    april.reader.read(trips, { fields: ['date', 'driver'], within: { period: { from: day('2026-04-01'), to: day('2026-04-30') }, by: ['date'] } });
    expect(brief(april.issues)).toEqual(['info cell/filled-down A2']);
  });

  test('a merged cell that is empty fills nothing', async () => {
    const { reader, issues } = await arranged({ 出车: [['日期', '驾驶员', '股室'], [dated('2026-03-05'), '王五', null], [dated('2026-03-05'), '王五', null]] }, (sheet) => sheet.merges.push({ row: 1, column: 2, lastRow: 2, lastColumn: 2 }));
    reader.read(trips, { fields: ['section'] });
    expect(issues).toEqual([]);
  });

  test('a hidden column that is read', async () => {
    const { reader, issues } = await arranged({ 出车: rows }, (sheet) => (sheet.hiddenColumns = [1, 2]));
    reader.read(trips, { fields: ['date', 'driver', 'section'] });
    expect(infos(issues)).toEqual([['info', 'sheet/hidden-column', 'B1', '“驾驶员”列是隐藏的,已照常读取']]);
  });

  test.each([['hidden', '“出车”是隐藏的工作表,已照常读取'], ['veryHidden', '“出车”是深度隐藏的工作表(在“取消隐藏”里也看不到),已照常读取']] as const)('a %s sheet', async (visibility, message) => {
    const { reader, issues } = await arranged({ 出车: rows }, (sheet) => (sheet.visibility = visibility));
    reader.read(trips, { fields: ['distance'] });
    expect(issues.map((issue) => [issue.severity, issue.code, issue.cell, issue.message])).toEqual([['info', 'sheet/hidden', '', message]]);
  });
});

test('every issue has a clause: its own, else the ledger’s', async () => {
  const { reader, issues } = await open(
    { 出车: [['日期', '日期', '驾驶员', '单号', '类别'], ['坏', null, '主任', 1, '私事'], [dated('2026-03-05'), null, '王五', 1, null], [dated('2026-03-05'), null, '王五', null, null], [null, null, '王五']], 用车: [['日期']] },
    NO_MAPPING,
    (book) => (book.sheet('出车').hiddenRows = [1]),
  );
  reader.read(trips, { fields: ['id', 'date', 'driver', 'kind'] });
  const other = await open({ 别的: [['日期']], 用车: [['公里'], [1]] });
  other.reader.read(trips, { fields: ['date'] });
  const none = await open({ 出车: [['甲'], [1]] });
  none.reader.read(trips, { fields: ['date'] });
  none.reader.read(defineLedger({ ...trips, id: 'other', sheet: '没有', aliases: [] } as never), { fields: [], must: true });
  const clauses = new Map([...issues, ...other.issues, ...none.issues].map((issue) => [issue.code, issue.clause]));
  expect(clauses.get('cell/name-title')).toBe('G14');
  clauses.delete('cell/name-title');
  expect([...clauses.keys()].sort()).toEqual(['cell/choice-unknown', 'cell/date-unreadable', 'cell/required-blank', 'column/missing', 'column/twice', 'row/duplicate-key', 'row/duplicate-number', 'sheet/hidden-rows', 'sheet/missing', 'sheet/no-header', 'sheet/twice']);
  expect(new Set(clauses.values())).toEqual(new Set(['后勤-三(四)c']));
});

describe('which rows and cells are judged', () => {
  const rows: Rows = [
    ['单号', '日期', '驾驶员', '公里', '作废'],
    ['1', dated('2026-03-05'), '王五', 'x', null],
    ['1', dated('2026-03-05'), '王五', 3, null],
    ['3', null, '赵六', 4, null],
    ['4', '坏', '赵六', 4, null],
    ['5', dated('2026-07-01'), '主任', 4, null],
    ['6', '坏', '坏坏坏坏坏坏坏坏坏坏', null, '是'],
    [null, dated('2026-03-09'), '赵六', null, '否'],
  ];
  const period = { from: day('2026-03-01'), to: day('2026-03-31') };

  test('cells that are not used stop nobody', async () => {
    const { reader, issues } = await open({ 出车: rows });
    const table = reader.read(trips, { fields: ['driver'], within: { period, by: ['driver'] } });
    expect(table.rows.map((row) => row.at)).toEqual([1, 2, 3, 4, 7]);
    expect(brief(issues)).toEqual(['error cell/name-title C6']);
  });

  test('rows whose readable dates lie outside are left out, unreadable ones stay in; voided ones count nowhere', async () => {
    const { reader, issues } = await open({ 出车: rows });
    const table = reader.read(trips, { fields: ['id', 'date', 'driver', 'distance'], within: { period, by: ['date'] }, need: ['distance'] });
    expect(table.rows.map((row) => row.at)).toEqual([]);
    expect(table.rejected).toBe(5);
    expect(brief(issues).sort()).toEqual([
      'error cell/date-unreadable B5',
      'error cell/number-unreadable D2',
      'error cell/required-blank B4',
      'error cell/required-blank D8',
      'error row/duplicate-key B3',
      'warning row/duplicate-number A3',
    ]);
  });

  test('what is written twice outside the period is nobody’s matter', async () => {
    const twice = ['1', dated('2026-02-05'), '王五'];
    const { reader, issues } = await open({ 出车: [['单号', '日期', '驾驶员'], twice, twice, ['2', dated('2026-03-05'), '王五']] });
    const table = reader.read(trips, { fields: ['id', 'date', 'driver'], within: { period, by: ['date'] } });
    expect(table.rows.map((row) => row.id)).toEqual(['2']);
    expect(issues).toEqual([]);
  });

  test('a cell of spaces is blank; a quiet reader says nothing', async () => {
    const { reader, issues } = await open({ 出车: [['日期', '驾驶员', '公里'], [dated('2026-03-05'), '王五', '  '], ['坏', '王五', 'x']] });
    const table = reader.read(trips, { fields: ['date', 'driver', 'distance'], quietly: true });
    expect(table.rows.map((row) => row.distance)).toEqual([null]);
    expect(table.rejected).toBe(0);
    expect(issues).toEqual([]);
    reader.read(trips, { fields: ['date'], quietly: true, must: true });
    expect(issues).toEqual([]);
  });

  test('keys of an absent sheet, and of months', async () => {
    const months = defineLedger({ id: 'months', sheet: '里程', help: '', clause: '后勤-三(五)', unique: ['month'], columns: { month: column.month('月份', { required: true }) } });
    const { reader, issues } = await open({ 里程: [['月份'], ['2026-03'], ['2026年3月']] });
    reader.read(months, { fields: ['month'] });
    expect(brief(issues)).toEqual(['error row/duplicate-key A3']);
    const absent = await open({});
    expect(absent.reader.read(trips, { fields: ['id', 'date', 'driver'] }).issue(3, 'id', { code: 'x', severity: 'info', message: '', remedy: '', clause: '' }).cell).toBe('A4');
  });

  test('cells() walks every filled cell of our columns, formulas and computed ones left out', async () => {
    const { reader } = await open({ 出车: [['日期', '驾驶员', '公里', '校验结果', '我的'], ['坏', '王 五', { kind: 'formula', formula: '1+1', value: 2 }, '算', '留']] });
    expect([...reader.cells(trips as never)].map((cell) => [cell.field, cell.value, cell.trouble?.reason ?? null])).toEqual([['date', null, 'date-unreadable'], ['driver', { name: '王五', id: null }, null]]);
    expect(reader.sheetsRead()).toEqual(['出车']);
    expect([...new Reader({ sheets: [], names: [] }, NO_MAPPING, () => undefined).cells(trips as never)]).toEqual([]);
  });
});
