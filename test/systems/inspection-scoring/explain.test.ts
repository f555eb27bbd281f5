/** Why a score says what it says: from the written workbook alone. */
import { explain } from '../../../src/operations/explain';
import { placeOf } from '../../../src/systems/inspection-scoring/explain';
import { parseSheetAddress } from '../../../src/workbook/address';
import { encodeMark, MARK_NAME } from '../../../src/workbook/mark';
import { compute } from '../../../src/operations/compute';
import type { MemoryWorkbook } from '../../../src/hosts/memory';
import { BIG_OFFICE, day, on, PEOPLE, registryOf, row, SECTIONS, sheetsOf, snapshot, workbookOf, type Book, type Cells } from './harness';

const registry = registryOf();

async function written(book: Book, quarter = 1, draft = false): Promise<MemoryWorkbook> {
  const workbook = workbookOf(sheetsOf(book));
  const { plan } = compute(registry, snapshot(workbook), {
    entry: registry.action('inspection-scoring/quarter')!, values: { year: 2026, quarter, draft, dated: on('2026-04-08') }, settings: new Map(), acceptErrors: false,
  });
  await workbook.apply(plan.changes);
  return workbook;
}

/** Lines as `item = value @ source [clause]`. */
function why(workbook: MemoryWorkbook, address: string): string[] {
  const { sheet, cell } = parseSheetAddress(address)!;
  return explain(registry, snapshot(workbook), sheet, cell).lines.map(({ item, value, source, clause }) => `${item} = ${value}${source === '' ? '' : ` @ ${source}`}${clause === '' ? '' : ` [${clause}]`}`);
}

/** Address of a subject's cell under a title. */
function find(workbook: MemoryWorkbook, sheetName: string, subject: string, title: string): string {
  const sheet = snapshot(workbook).sheets.find(({ name }) => name === sheetName)!;
  for (let at = 0; at < sheet.rowCount; at += 1) {
    const texts = sheet.columns.map(({ values }) => values[at] ?? null);
    const place = placeOf(sheet, at, 0);
    const name = place?.titles.get('姓名') ?? place?.titles.get('股室');
    if (place && name !== undefined && texts[name] === subject) return `${sheetName}!${String.fromCharCode(65 + place.titles.get(title)!)}${at + 1}`;
  }
  throw new Error(`no ${subject} on ${sheetName}`);
}

const ROWS: readonly Cells[] = [
  row('李晓燕', '督查-三(三)f', { 编号: '1', 时段: '上午', 发生日期: day('2026-02-03') }),
  row('李晓燕', '督查-三(三)f', { 编号: '2', 时段: '下午', 发生日期: day('2026-02-03') }),
  row('李晓燕', '督查-三(四)c', { 编号: '3', 数量: 2, 发生日期: day('2026-04-10') }),
  row(null, '督查-三(三)b', { 编号: '4', 股室: '综合股', 发生日期: day('2026-04-11') }),
  row('刘洋', '督查-三(三)e', { 编号: '5', 状态: '登记', 发生日期: day('2026-04-11') }),
];

test('a score: the rows with their cells and clauses, and the arithmetic', async () => {
  const book = await written({ rows: ROWS }, 2);
  const about = (title: string) => why(book, find(book, '个人得分', '李晓燕', title));
  const absent = [
    '2026-02-03 无故缺勤半天 = -2 @ 督查事项!A2 [督查-三(三)f]',
    '2026-02-03 无故缺勤半天(与同日另半天合并为一天,合计-3) = -1 @ 督查事项!A3 [督查-三(三)f]',
  ];
  const award = '2026-04-10 区级活动表彰×2 = +4 @ 督查事项!A4 [督查-三(四)c]';
  expect(about('得分')).toEqual(['基础分 = 100 [督查-三(序)]', ...absent, award, '得分 = 100 + 4 - 3 = 101 [督查-三(序)]']);
  expect(about('本季得分')).toEqual(['基础分 = 100 [督查-三(序)]', award, '本季得分 = 100 + 4 - 0 = 104 [督查-三(序)]']);
  expect(about('累计加分')).toEqual([award, '累计加分 = 4 [督查-三(序)]']);
  expect(about('累计扣分')).toEqual([...absent, '累计扣分 = 3 [督查-三(序)]']);
  expect(about('本季加分')).toEqual([award, '本季加分 = 4 [督查-三(序)]']);
  expect(about('本季扣分')).toEqual(['没有计入的加扣分事项 = 0', '本季扣分 = 0 [督查-三(序)]']);
  expect(about('名次').at(-1)).toBe('名次 = 第1名:0个得分更高 [督查-四]');
  expect(about('本季名次').slice(-2)).toEqual(['本季得分 = 100 + 4 - 0 = 104 [督查-三(序)]', '本季名次 = 第1名:0个得分更高 [督查-四]']);
  expect(about('姓名').at(-1)).toBe('得分 = 100 + 4 - 3 = 101 [督查-三(序)]');
});

test('a section: who did what, and its own rows; the page says the same', async () => {
  const book = await written({ rows: ROWS }, 2);
  const lines = [
    '基础分 = 100 [督查-三(序)]',
    '2026-02-03 李晓燕:无故缺勤半天 = -2 @ 督查事项!A2 [督查-三(三)f]',
    '2026-02-03 李晓燕:无故缺勤半天(与同日另半天合并为一天,合计-3) = -1 @ 督查事项!A3 [督查-三(三)f]',
    '2026-04-10 李晓燕:区级活动表彰×2 = +4 @ 督查事项!A4 [督查-三(四)c]',
    '2026-04-11 股室:具体事务办理失误 = -2 @ 督查事项!A5 [督查-三(三)b]',
    '得分 = 100 + 4 - 5 = 99 [督查-三(序)]',
  ];
  expect(why(book, find(book, '股室得分', '综合股', '得分'))).toEqual(lines);
  expect(why(book, find(book, '公示2026年2季度', '综合股', '得分'))).toEqual(lines);
  expect(why(book, find(book, '股室得分', '综合股', '人均加扣分')).at(-1)).toBe('人均加扣分 = (4 - 5) ÷ 3人 = -0.33 [督查-三(六)]');
  expect(why(book, find(book, '股室得分', '秘书股', '名次')).at(-1)).toBe('名次 = 第1名:0个得分更高,与3个并列 [督查-四]');
});

test('a draft is explained as a draft', async () => {
  const book = await written({ rows: ROWS }, 2, true);
  expect(why(book, find(book, '个人得分', '刘洋', '得分')).slice(1)).toEqual(['2026-04-11 迟到、早退 = -1 @ 督查事项!A6 [督查-三(三)e]', '得分 = 100 + 0 - 1 = 99 [督查-三(序)]']);
});

test('opening balances and the rows that they hold', async () => {
  const openings = (more: Cells) => ({ 年度: 2026, 对象类型: '个人', 姓名: '李晓燕', 股室: null, 加分: 2, 扣分: 3, 截至日期: day('2026-03-31'), ...more });
  const book = await written({ rows: ROWS, more: { 得分期初: [openings({})] } }, 2);
  const held = ['2026-02-03 无故缺勤半天 = 已含在期初 @ 督查事项!A2 [督查-三(三)f]', '2026-02-03 无故缺勤半天(与同日另半天合并为一天,合计-3) = 已含在期初 @ 督查事项!A3 [督查-三(三)f]'];
  const award = '2026-04-10 区级活动表彰×2 = +4 @ 督查事项!A4 [督查-三(四)c]';
  expect(why(book, find(book, '个人得分', '李晓燕', '得分'))).toEqual(['基础分 = 100 [督查-三(序)]', '期初(截至2026-03-31) = +2 -3 @ 得分期初!A2 [督查-三(序)]', ...held, award, '得分 = 100 + 6 - 3 = 103 [督查-三(序)]']);
  expect(why(book, find(book, '个人得分', '李晓燕', '累计加分'))).toEqual(['期初(截至2026-03-31) = +2 @ 得分期初!A2 [督查-三(序)]', award, '累计加分 = 6 [督查-三(序)]']);
  expect(why(book, find(book, '个人得分', '李晓燕', '累计扣分'))).toEqual(['期初(截至2026-03-31) = -3 @ 得分期初!A2 [督查-三(序)]', ...held, '累计扣分 = 3 [督查-三(序)]']);
  // the section's balance is its people's: his rows are held, its own are not
  expect(why(book, find(book, '股室得分', '综合股', '得分')).slice(1, 4).map((line) => line.split(' = ')[1]!.split(' @')[0])).toEqual(['+2 -3', '已含在期初', '已含在期初']);
  const own = await written({ rows: ROWS, more: { 得分期初: [openings({ 对象类型: '股室', 姓名: null, 股室: '综合股', 截至日期: day('2026-04-11') })] } }, 2);
  expect(why(own, find(own, '股室得分', '综合股', '得分')).map((line) => line.split(' = ')[1]!.split(' @')[0])).toEqual(['100 [督查-三(序)]', '+2 -3', '已含在期初', '已含在期初', '已含在期初', '已含在期初', '100 + 2 - 3']);
  const undated = await written({ rows: [], more: { 得分期初: [openings({ 截至日期: null })] } }, 2);
  expect(why(undated, find(undated, '个人得分', '李晓燕', '得分'))[1]).toBe('期初 = +2 -3 @ 得分期初!A2 [督查-三(序)]');
});

test('who has no 名次, and why', async () => {
  const book = await written({
    rows: ROWS,
    people: PEOPLE.map((person) => ({ ...person, 离办日期: person['姓名'] === '唐艳' ? day('2026-06-30') : null })),
    sections: [...SECTIONS.map((section) => (section['股室'] === '小车班' ? { ...section, 参评: '否' } : section)), { 股室: '党建室', 别名: null, 参评: '是' }],
  }, 2);
  expect(why(book, find(book, '个人得分', '唐艳', '名次')).at(-1)).toBe('名次 = 季末已离办,列出得分,不排名次 [督查-四]');
  expect(why(book, find(book, '股室得分', '小车班', '本季名次')).at(-1)).toBe('本季名次 = 不参评,列出得分,不排名次 [督查-四]');
  expect(why(book, find(book, '股室得分', '党建室', '人均加扣分')).at(-1)).toBe('人均加扣分 = 没有列入的人员 [督查-三(六)]');
});

test('a row of 明细, on the result sheet and on the page', async () => {
  const scores = [{ 事项编码: '督查-三(三)b', 事项: null, 分值: -2, 适用起: day('2026-05-01') }, { 事项编码: '督查-三(四)c', 事项: '县级活动表彰', 分值: 2, 适用起: null }];
  const book = await written({ rows: ROWS, more: { 分值表: scores } }, 2);
  const lines = [
    '事项 = 县级活动表彰,每次+2 @ 分值表!A3 [督查-三(四)c]',
    '数量 = 2次 @ 督查事项!A4',
    '归属股室 = 综合股(2026-04-10所在股室) [督查-三(六)]',
    '状态 = 议定 @ 督查事项!A4 [督查-二]',
    '分值 = +4 @ 督查事项!A4 [督查-三(四)c]',
  ];
  expect(why(book, '明细!H3')).toEqual(lines);
  expect(why(book, '明细!H4').slice(0, 1)).toEqual(['事项 = 具体事务办理失误,每次-2(分值表没有能用于这一天的一行,按内置) [督查-三(三)b]']);
  const page = snapshot(book).sheets.find(({ name }) => name === '公示2026年2季度')!;
  const header = page.columns[0]!.values.indexOf('日期');
  expect(why(book, `公示2026年2季度!A${header + 2}`)).toEqual(lines);
  const first = await written({ rows: ROWS.slice(0, 2) });
  expect(why(first, '明细!A4')).toEqual([
    '事项 = 无故缺勤半天,每半天-2(内置) [督查-三(三)f]',
    '数量 = 1半天 @ 督查事项!A3',
    '归属股室 = 综合股(2026-02-03所在股室) [督查-三(六)]',
    '状态 = 议定 @ 督查事项!A3 [督查-二]',
    '分值 = -1:与同日另半天合并为一天,合计-3 @ 督查事项!A3 [督查-三(三)f]',
  ]);
});

test('a row of a page that goes on over sheets of paper', async () => {
  const book = await written(BIG_OFFICE);
  const page = snapshot(book).sheets.find(({ name }) => name === '公示2026年1季度')!;
  const dates = page.columns[0]!.values;
  const details = dates.flatMap((value, at) => (/^\d+月\d+日$/.test(String(value)) ? [at] : []));
  expect(details).toHaveLength(100);
  expect(details.at(-1)! - details[0]!).toBeGreaterThan(100);
  for (const position of [0, 50, 99]) {
    expect(why(book, `公示2026年1季度!A${details[position]! + 1}`)).toEqual(why(book, `明细!A${position + 3}`));
    expect(why(book, `明细!A${position + 3}`)).toHaveLength(5);
  }
  const again = dates.findIndex((value) => value === '三、加扣分明细(续)');
  for (const at of [again, again + 1, dates.lastIndexOf('合计')]) expect([at, why(book, `公示2026年1季度!A${at + 1}`)]).toEqual([at, []]);
  expect(why(book, find(book, '公示2026年1季度', '陈六', '得分'))).toEqual(why(book, find(book, '个人得分', '陈六', '得分')));
});

test('a 分值表 that names its items', async () => {
  const scores = ['2026-01-01', '2026-04-01'].map((from, index): Cells => ({ 事项: '县级活动表彰', 分值: 2 + index, 适用起: day(from), 适用止: index === 0 ? day('2026-03-31') : null }));
  const book = await written({ rows: ROWS, more: { 分值表: scores } }, 2);
  expect(why(book, '明细!H3')[0]).toBe('事项 = 县级活动表彰,每次+3 @ 分值表!A3 [督查-三(四)c]');
});

test('a row of the ledger: 分值 and the cells beside it', async () => {
  const book = await written({ rows: ROWS }, 2);
  const score = (at: number) => `督查事项!O${at}`;
  expect(why(book, score(4))).toEqual([
    '事项 = 区级活动表彰,每次+2(内置) [督查-三(四)c]',
    '数量 = 2次 @ 督查事项!A4',
    '归属股室 = 综合股(2026-04-10所在股室) [督查-三(六)]',
    '状态 = 议定 @ 督查事项!A4 [督查-二]',
    '分值 = +4 @ 督查事项!A4 [督查-三(四)c]',
  ]);
  expect(why(book, '督查事项!B4')).toEqual(why(book, score(4)));
  // of another quarter than the one that was run last, and before it was written
  expect(why(book, score(3)).at(-1)).toBe('分值 = -1:与同日另半天合并为一天,合计-3 @ 督查事项!A3 [督查-三(三)f]');
  expect(why(workbookOf(sheetsOf({ rows: ROWS })), score(3)).at(-1)).toBe('分值 = -1:与同日另半天合并为一天,合计-3 @ 督查事项!A3 [督查-三(三)f]');
  expect(why(book, score(6)).slice(-2)).toEqual(['状态 = 登记,尚未议定,暂不计入得分 @ 督查事项!A6 [督查-二]', '分值 = -1 @ 督查事项!A6 [督查-三(三)e]']);
});

test('a row of the ledger that counts nowhere, and why', async () => {
  const rows = [row('刘洋', '督查-三(三)e', { 状态: '作废' }), row('李小燕', '督查-三(三)e'), row('刘洋', '督查-三(三)e', { 发生日期: '2026.2.30' }), row('程万里', '督查-三(三)k')];
  const book = workbookOf(sheetsOf({ rows }));
  expect(why(book, '督查事项!O2')).toEqual(['状态 = 作废,不计入得分 @ 督查事项!K2 [督查-二]']);
  expect(why(book, '督查事项!O3')).toEqual(['分值 = 这一行有错误,没有计入,请先按提示改正 @ 督查事项!B3 [督查-三(序)]']);
  expect(why(book, '督查事项!O4')).toEqual(['分值 = 这一行有错误,没有计入,请先按提示改正 @ 督查事项!B4 [督查-三(序)]']);
  expect(why(book, '督查事项!O5').slice(2, 3)).toEqual(['归属股室 = 无(2026-02-02所在股室);不列入个人得分,没有计入 [督查-三(六)]']);
  const { 编号: _, 状态: __, ...bare } = row('刘洋', '督查-三(三)e');
  expect(why(workbookOf(sheetsOf({ rows: [bare] })), '督查事项!A2').slice(-2)[0]).toBe('状态 = 登记,尚未议定,暂不计入得分 @ 督查事项!A2 [督查-二]');
  expect(why(workbookOf(sheetsOf({ rows: [] })), '督查事项!A2')).toEqual([]);
});

test("a row of nobody's section, a ledger without numbers", async () => {
  const { 编号: _, ...bare } = row('程万里', '督查-三(三)k');
  const book = await written({ rows: [bare], more: { 参数: [{ 键: '科级进个人排名', 值: '是' }] } });
  expect(why(book, '明细!H3').slice(1, 3)).toEqual(['数量 = 1次 @ 督查事项!A2', '归属股室 = 无(2026-02-02所在股室) [督查-三(六)]']);
});

test('a column that the user put in before the table has no title', async () => {
  const book = await written({ rows: ROWS }, 2);
  const sheet = book.sheets.find(({ name }) => name === '个人得分')!;
  for (const line of sheet.rows) line.unshift(undefined);
  expect(why(book, '个人得分!A3').at(-1)).toBe('得分 = 100 + 4 - 3 = 101 [督查-三(序)]');
});

test("a sheet of another room's", async () => {
  const book = await written({ rows: ROWS }, 2);
  book.names = [...book.names, { name: MARK_NAME, scope: '人员', formula: encodeMark({ title: '人员', action: 'others/some', parameters: {}, cells: '', content: '', input: '' }), hidden: true }];
  expect(why(book, '人员!B2')).toEqual([]);
});

test('cells that are none of this room, or of no row', async () => {
  const book = await written({ rows: ROWS }, 2);
  for (const address of ['督查事项!B1', '督查事项!B99', '人员!B2', '个人得分!A1', '个人得分!A2', '个人得分!A99', '明细!A99', '没有的表!A1', `公示2026年2季度!A1`]) expect([address, why(book, address)]).toEqual([address, []]);
});
