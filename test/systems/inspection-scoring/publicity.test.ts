/** The page that hangs on the wall (workbook contract, sections 4 and 6; 督查-二). */
import { publicityPeriod } from '../../../src/systems/inspection-scoring/publicity';
import type { CellInput } from '../../../src/workbook/cell';
import { BIG_OFFICE, brief, day, on, PEOPLE, row, runQuarter, SECTIONS, type Ran } from './harness';

const settings = { 单位名称: '临江县人民政府办公室', 异议电话: '0999-8660003' };

/** Texts and numbers of a sheet; formulas as `=… -> value`. */
function shown(ran: Ran, index = 3): (string | number | null)[][] {
  const show = (value: CellInput): string | number | null => (value !== null && typeof value === 'object' && value.kind === 'formula' ? `=${value.formula} -> ${String(value.value)}` : (value as string | number | null));
  return ran.computation.outcome.report.sheets[index]!.content.rows.map((cells) => cells.map((cell) => (cell ? show(cell.value) : null)).filter((value) => value !== null));
}

test('the whole page', () => {
  const people = PEOPLE.map((person) => ({ ...person, 离办日期: person['姓名'] === '黄磊' ? day('2026-03-02') : null }));
  const ran = runQuarter(
    { people, rows: [row('李晓燕', '督查-三(三)a', { 依据股室: '综合股' }), row(null, '督查-三(四)b', { 股室: '秘书股', 发生日期: day('2026-03-30') }), row('张伟', '督查-三(三)g', { 人员编号: '09', 数量: 1.5 })] },
    { dated: '2026-04-08', settings },
  );
  expect(shown(ran)).toEqual([
    ['临江县人民政府办公室2026年第一季度内务督查考核得分公示'],
    ['一、股室得分'],
    ['名次', '股室', '基础分', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分'],
    [1, '秘书股', 100, 3, 0, 3, 0, '=D4+G4-H4 -> 103'],
    [2, '小车班', 100, 0, 0, 0, 0, '=D5+G5-H5 -> 100'],
    [2, '文印室', 100, 0, 0, 0, 0, '=D6+G6-H6 -> 100'],
    [4, '综合股', 100, 0, 2, 0, 2, '=D7+G7-H7 -> 98'],
    [5, '应急股', 100, 0, 5, 0, 5, '=D8+G8-H8 -> 95'],
    ['合计', '=SUM(E4:E8) -> 3', '=SUM(F4:F8) -> 7', '=SUM(G4:G8) -> 3', '=SUM(H4:H8) -> 7'],
    ['二、个人得分'],
    ['名次', '姓名', '股室', '基础分', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分'],
    [1, '王建国', '综合股', 100, 0, 0, 0, 0, '=D12+G12-H12 -> 100'],
    [1, '张伟(综合股)', '综合股', 100, 0, 0, 0, 0, '=D13+G13-H13 -> 100'],
    [1, '刘洋', '秘书股', 100, 0, 0, 0, 0, '=D14+G14-H14 -> 100'],
    [1, '宋佳', '应急股', 100, 0, 0, 0, 0, '=D15+G15-H15 -> 100'],
    [1, '邓强', '小车班', 100, 0, 0, 0, 0, '=D16+G16-H16 -> 100'],
    [1, '唐艳', '文印室', 100, 0, 0, 0, 0, '=D17+G17-H17 -> 100'],
    [7, '李晓燕', '综合股', 100, 0, 2, 0, 2, '=D18+G18-H18 -> 98'],
    [8, '张伟(应急股)', '应急股', 100, 0, 5, 0, 5, '=D19+G19-H19 -> 95'],
    ['—', '黄磊', '秘书股', 100, 0, 0, 0, 0, '=D20+G20-H20 -> 100'],
    ['合计', '=SUM(E12:E20) -> 0', '=SUM(F12:F20) -> 7', '=SUM(G12:G20) -> 0', '=SUM(H12:H20) -> 7'],
    ['三、加扣分明细'],
    ['日期', '对象', '事项(条款)', '分值', '依据股室'],
    ['2月2日', '李晓燕', '会务办理失误(《内务督查制度》第三条第(三)项)', -2, '综合股'],
    // the sheet of paper is full
    ['三、加扣分明细(续)'],
    ['日期', '对象', '事项(条款)', '分值', '依据股室'],
    ['2月2日', '张伟(应急股)', '无故缺勤一天(《内务督查制度》第三条第(三)项)', -5],
    ['3月30日', '秘书股', '市级表彰(《内务督查制度》第三条第(四)项);季末后补报', 3],
    ['合计', '=SUM(H24:H24,H27:H28) -> -4'],
    ['说明:各股室、个人基础分100分;得分=基础分+本年累计加分-本年累计扣分(2026年1月1日至第一季度末);个人的加扣分按事项发生当日所在股室计入股室。'],
    ['名次为“—”的,是季末已离办的人员或不参评的股室。'],
    ['公示期:2026年4月8日至2026年4月15日(5个工作日,公示当日不计)。'],
    ['异议受理:公示期内有异议的,请向综合股反映,电话0999-8660003。'],
    ['临江县人民政府办公室'],
    ['2026年4月8日'],
  ]);
});

test('it is an A4 page in portrait and refers to itself alone', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a')] }, { settings });
  const { content } = ran.computation.outcome.report.sheets[3]!;
  expect(content.print).toMatchObject({ orientation: 'portrait', fitToWidth: 1, footer: '&C第 &P 页 共 &N 页' });
  expect(JSON.stringify(content.rows)).not.toMatch(/!/);
  expect(JSON.stringify(content.rows)).not.toMatch(/督查-三|\(05\)|warning|error/);
});

test('without a date, a name, a phone: places to write, and it is said', () => {
  const ran = runQuarter({ rows: [] });
  const page = shown(ran);
  expect(page[0]).toEqual(['××办公室2026年第一季度内务督查考核得分公示']);
  expect(page).toContainEqual(['公示期:自公示之日起5个工作日,公示当日不计。']);
  expect(page).toContainEqual(['异议受理:公示期内有异议的,请向综合股反映,电话              。']);
  expect(page.at(-1)).toEqual(['    年  月  日']);
  expect(page).toContainEqual(['本季度没有加扣分事项']);
  expect(ran.issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expect.arrayContaining(['warning office/name-blank', 'info scoring/objection-phone-blank']));
});

test('an office of nobody has tables without totals', () => {
  const ran = runQuarter({ rows: [], people: [{ 编号: '01', 姓名: '程万里', 层级: '科级' }], sections: [] }, { settings });
  expect(shown(ran)[2]).toEqual(['名次', '股室', '基础分', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分']);
  expect(shown(ran)[3]).toEqual(['二、个人得分']);
  expect(shown(ran, 0)).toHaveLength(2);
});

test('a draft is a 汇总稿 and no publicity', () => {
  const page = shown(runQuarter({ rows: [row('李晓燕', '督查-三(三)a', { 状态: '登记' })] }, { draft: true, dated: '2026-04-01', settings }));
  expect(page[0]).toEqual(['临江县人民政府办公室2026年第一季度内务督查考核得分汇总稿']);
  expect(page).toContainEqual(['本稿含尚未议定的事项,供初审和主任办公会审议,不作公示。']);
  expect(page.flat().join()).not.toMatch(/公示期|异议受理/);
});

test('a section that is not ranked has no 名次 on the page', () => {
  const ran = runQuarter({ rows: [], sections: SECTIONS.map((section) => (section['股室'] === '文印室' ? { ...section, 参评: '否' } : section)) }, { settings });
  expect(shown(ran)).toContainEqual(['—', '文印室', 100, 0, 0, 0, 0, expect.stringMatching(/-> 100$/)]);
});

// G6: the day of posting is not counted, make-up days are
test.each<[string, number, string]>([
  ['2026-04-08', 5, '公示期:2026年4月8日至2026年4月15日(5个工作日,公示当日不计)。'],
  ['2026-04-10', 1, '公示期:2026年4月10日至2026年4月13日(1个工作日,公示当日不计)。'],
  ['2026-09-18', 1, '公示期:2026年9月18日至2026年9月20日(1个工作日,公示当日不计)。'],
  ['2026-09-30', 3, '公示期:2026年9月30日至2026年10月10日(3个工作日,公示当日不计)。'],
])('dated %s for %p days', (dated, days, text) => {
  const ran = runQuarter({ rows: [] }, { dated, settings: { ...settings, 公示天数: days } });
  expect(shown(ran)).toContainEqual([text]);
});

test('a year without notice is said on the page and as an issue', () => {
  const ran = runQuarter({ rows: [] }, { year: 2026, quarter: 4, dated: '2026-12-29', settings });
  expect(shown(ran).flat()).toContainEqual(expect.stringContaining('公示当日不计;放假安排未公布,按预测)。'));
  expect(ran.issues.map(({ code }) => code)).toContain('calendar/year-uncovered');
});

test('the period without a date', () => {
  expect(publicityPeriod({ dated: null, days: 7, isWorkday: () => true, predicted: false })).toBe('公示期:自公示之日起7个工作日,公示当日不计。');
  expect(publicityPeriod({ dated: on('2026-04-08'), days: 2, isWorkday: () => true, predicted: false })).toBe('公示期:2026年4月8日至2026年4月10日(2个工作日,公示当日不计)。');
});

test('the result sheets: 得分 and 本季得分 are formulas, 合计 sums them up', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a'), row('宋佳', '督查-三(四)c')] });
  expect(shown(ran, 1)).toEqual([
    ['2026年第一季度(2026-01-01至2026-03-31),计入已议定、已公示的事项'],
    ['名次', '股室', '本季加分', '本季扣分', '累计加分', '累计扣分', '得分', '本季得分', '本季名次', '人均加扣分'],
    [1, '应急股', 2, 0, 2, 0, '=100+E3-F3 -> 102', '=100+C3-D3 -> 102', 1, 1],
    [2, '秘书股', 0, 0, 0, 0, '=100+E4-F4 -> 100', '=100+C4-D4 -> 100', 2, 0],
    [2, '小车班', 0, 0, 0, 0, '=100+E5-F5 -> 100', '=100+C5-D5 -> 100', 2, 0],
    [2, '文印室', 0, 0, 0, 0, '=100+E6-F6 -> 100', '=100+C6-D6 -> 100', 2, 0],
    [5, '综合股', 0, 2, 0, 2, '=100+E7-F7 -> 98', '=100+C7-D7 -> 98', 5, -0.67],
    ['合计', '=SUM(C3:C7) -> 2', '=SUM(D3:D7) -> 2', '=SUM(E3:E7) -> 2', '=SUM(F3:F7) -> 2'],
  ]);
  expect(shown(ran, 0)[2]).toEqual([1, '宋佳', '应急股', 2, 0, 2, 0, '=100+F3-G3 -> 102', '=100+D3-E3 -> 102', 1]);
});

test('the headlines say what a person reads first', () => {
  const ran = runQuarter({ rows: [row('李晓燕', '督查-三(三)a'), row('宋佳', '督查-三(四)c'), row('刘洋', '督查-三(三)e', { 状态: '初审' })] }, { settings });
  expect(ran.computation.outcome.headlines).toEqual([
    '2026年第一季度公示:计入2条事项,个人9人,股室5个',
    '股室前三名:1.应急股 102、2.秘书股 100、2.小车班 100、2.文印室 100',
    '低于基础分:1人',
    '尚未议定、没有计入的事项:1条',
  ]);
  expect(brief(ran.issues)).toEqual([]);
});

describe('an office of sixty people and a hundred entries', () => {
  const ran = runQuarter(BIG_OFFICE, { settings });
  const page = shown(ran);
  const { content } = ran.computation.outcome.report.sheets[3]!;

  test('every sheet of paper begins with the heading and the header of its table', () => {
    const breaks = content.print!.rowBreaks!;
    expect(breaks.length).toBeGreaterThan(3);
    for (const row of breaks) {
      expect(page[row + 1]).toEqual([expect.stringMatching(/^[二三]、.*\(续\)$/)]);
      expect(page[row + 2]![0]).toMatch(/^(名次|日期)$/);
    }
  });

  test('totals add up the rows of data alone', () => {
    const totals = page.filter(([first]) => first === '合计');
    expect(totals.map((cells) => cells.slice(1).map((text) => String(text).replace(/^=SUM\([A-Z\d:,]+\) -> /, '')))).toEqual([['30', '85', '30', '85'], ['30', '85', '30', '85'], ['-55']]);
    const data = new Set(page.flatMap(([first], index) => (typeof first === 'number' || /^\d+月\d+日$/.test(String(first)) ? [index + 1] : [])));
    for (const [, formula] of totals) {
      for (const [, first, last] of String(formula).matchAll(/[A-Z](\d+):[A-Z](\d+)/g)) for (let row = Number(first); row <= Number(last); row += 1) expect(data.has(row)).toBe(true);
    }
  });
});

test('a row of detail is as high as its own texts', () => {
  const ran = runQuarter({ people: PEOPLE.slice(0, 4), sections: [], rows: [row('李晓燕', '督查-三(三)e', { 依据股室: '综合股' }), row('王建国', '督查-三(四)d'), row('王建国', '督查-三(三)i', { 依据股室: '综合股、秘书股、应急股' })] }, { settings });
  const { rowHeights } = ran.computation.outcome.report.sheets[3]!.content;
  expect(shown(ran).flatMap(([text], at) => (text === '2月2日' ? [rowHeights[at]] : []))).toEqual([36, 51, 66]);
});
