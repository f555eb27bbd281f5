/** 值班-五(一): who hands over to whom, when, and with what. */
import { checkBook, day, issueOf, people, type Cells, type Sheets } from '../harness';
import { at, AUTHORITY, duty, FIVE, found, slip, WEEK } from './book';

const LIST: Cells = {
  值班记录本: '√', 交接班记录本: '是', 值班报告式样: '是', 值班通讯录: '是', 单位值班表: '是', 值班室钥匙: 1, 综合股钥匙: 1, 打印室钥匙: 1, 手电筒: '是', 应急对讲机: '是', 值班室清洁: '是', 双方签字: '是',
};
const row = (date: string, from: string | null, to: string | null, more: Cells = {}): Cells => ({ 日期: day(date), 时间: at(`${date} 9:00`), 交班人: from, 接班人: to, ...LIST, ...more });
const swapped = (more: Cells = {}): Sheets => ({ 调换班: [slip('2026-03-03', '乙二', '戊五', more)] });
/** 清明 2026: 4 to 6 April, two on duty. */
const HOLIDAY = [duty('2026-04-04', '甲一', { 值班人员二: '乙二', 带班领导: '陆振邦' }), duty('2026-04-05', '丙三', { 值班人员二: '丁四', 带班领导: '陆振邦' })];

test.each<[string, readonly Cells[], Sheets, readonly string[]]>([
  ['everybody who served', [row('2026-03-02', null, '甲一'), row('2026-03-03', '甲一', '乙二'), row('2026-03-04', '乙二', '丙三')], {}, []],
  ['a wrong taker', [row('2026-03-03', '甲一', '丙三')], {}, ['violation handover/wrong-taker 交接班!D2']],
  ['a wrong giver', [row('2026-03-03', '丙三', '乙二')], {}, ['violation handover/wrong-giver 交接班!C2']],
  ['after an approved swap the substitute takes over and hands over', [row('2026-03-03', '甲一', '戊五'), row('2026-03-04', '戊五', '丙三')], swapped(), []],
  ['after an approved swap who was rostered does not', [row('2026-03-03', '甲一', '乙二')], swapped(), ['violation handover/wrong-taker 交接班!D2']],
  ['a cancelled swap moves nothing', [row('2026-03-03', '甲一', '戊五')], swapped({ 撤销: '是' }), ['violation handover/wrong-taker 交接班!D2']],
  ['an unapproved swap moves nothing', [row('2026-03-03', '甲一', '戊五')], swapped({ 批准人: null, 批准时间: null }), ['violation handover/wrong-taker 交接班!D2']],
  ['blank signers', [row('2026-03-03', null, null)], {}, ['warning handover/signer-blank 交接班!C2', 'warning handover/signer-blank 交接班!D2']],
  ['a blank taker of a day that 值班表 does not know', [row('2026-03-20', null, null)], {}, ['warning handover/signer-blank 交接班!D2']],
  ['an unknown name', [row('2026-03-03', '甲一', '某某')], {}, ['error person/unknown 交接班!D2']],
])('signers: %s', (_, rows, more, expected) => {
  expect(found({ 交接班: rows, ...more })).toEqual(expected);
});

test.each<[string, string, string, readonly string[]]>([
  ['the first signs', '甲一', '丙三', []],
  ['the second signs', '乙二', '丁四', []],
  ['both sign', '甲一、乙二', '丙三、丁四', []],
  ['one of two is a stranger', '甲一、戊五', '丙三', ['violation handover/wrong-giver 交接班!C2']],
])('two on duty: %s', (_, from, to, expected) => {
  expect(found({ 交接班: [row('2026-04-05', from, to)] }, HOLIDAY)).toEqual(expected);
});

test('a day whose clerks cannot be read is compared with nobody', () => {
  expect(found({ 交接班: [row('2026-03-02', null, '丙三')] }, [duty('2026-03-02', '某某')])).toEqual(['error person/unknown 值班表!B2']);
  expect(found({ 交接班: [row('2026-04-04', null, '丙三')] }, [duty('2026-04-04', '甲一', { 值班人员二: '某某' })])).toEqual(['error person/unknown 值班表!C2']);
});

describe('beyond 值班表 the records are compared with each other', () => {
  test.each<[string, readonly Cells[], readonly string[]]>([
    ['unbroken', [row('2026-03-20', '丁四', '甲一'), row('2026-03-21', '甲一', '乙二')], []],
    ['broken', [row('2026-03-20', '丁四', '甲一'), row('2026-03-21', '丙三', '乙二')], ['violation handover/chain-broken 交接班!C3']],
    ['one of two hands over', [row('2026-03-20', '丁四', '甲一'), row('2026-03-20', '丁四', '戊五'), row('2026-03-21', '戊五', '乙二')], []],
    ['a taker that cannot be read breaks nothing', [row('2026-03-20', '丁四', '某某'), row('2026-03-21', '甲一', '乙二')], ['error person/unknown 交接班!D2']],
    ['a giver that cannot be read breaks nothing', [row('2026-03-20', '丁四', '甲一'), row('2026-03-21', '某某', '乙二')], ['error person/unknown 交接班!C3']],
  ])('%s', (_, rows, expected) => {
    expect(found({ 交接班: rows })).toEqual(expected);
  });
});

describe('namesakes', () => {
  const staff = [...people(FIVE), { 姓名: '张伟', 编号: '07', 股室: '综合股', 层级: '一般', 是否文秘: '是' }, { 姓名: '张伟', 编号: '19', 股室: '秘书股', 层级: '一般', 是否文秘: '是' }];
  const signed = (from: string, to: string): readonly string[] => found({ 人员: staff, 交接班: [row('2026-03-03', from, to)] }, [duty('2026-03-02', '张伟(07)'), duty('2026-03-03', '张伟(19)')]);

  test.each<[string, string, string, readonly string[]]>([
    ['the one on duty is meant', '张伟', '张伟', []],
    ['a number decides', '张伟(07)', '张伟(19)', []],
    ['the other one is wrong', '张伟(19)', '张伟(19)', ['violation handover/wrong-giver 交接班!C2']],
    ['a number that is nobody’s is unclear', '张伟(88)', '张伟', ['error person/ambiguous 交接班!C2']],
  ])('%s', (_, from, to, expected) => {
    expect(signed(from, to)).toEqual(expected);
  });

  test('neither is on duty', () => {
    expect(found({ 人员: staff, 交接班: [row('2026-03-03', '甲一', '张伟')] })).toEqual(['error person/ambiguous 交接班!D2']);
  });
});

test.each<[string, unknown, readonly string[]]>([
  ['at nine', at('2026-03-03 9:00'), []],
  ['a minute later', at('2026-03-03 9:01'), ['warning handover/late 交接班!B2']],
  ['a time alone', '8:55', []],
  ['the date alone', day('2026-03-03'), []],
  ['the next date alone', day('2026-03-04'), ['warning handover/late 交接班!B2']],
  ['early on the next day', at('2026-03-04 8:00'), ['warning handover/late 交接班!B2']],
  ['the day before', at('2026-03-02 9:00'), ['warning handover/other-day 交接班!B2']],
  ['blank', null, ['warning handover/time-blank 交接班!B2']],
])('时间: %s', (_, time, expected) => {
  expect(found({ 交接班: [row('2026-03-03', '甲一', '乙二', { 时间: time as null })] })).toEqual(expected);
});

test.each<[string, Cells, readonly string[]]>([
  ['complete', {}, []],
  ['nothing ticked is said once', Object.fromEntries(Object.keys(LIST).map((title) => [title, null])), ['warning handover/list-blank 交接班!E2']],
  ['a torch that is not there', { 手电筒: '否' }, ['violation handover/list-incomplete 交接班!M2']],
  ['a room that is not clean, nobody signed', { 值班室清洁: '×', 双方签字: '否' }, ['violation handover/list-incomplete 交接班!O2', 'violation handover/list-incomplete 交接班!P2']],
  ['no key', { 值班室钥匙: 0 }, ['violation handover/keys 交接班!J2']],
  ['two keys', { 打印室钥匙: 2 }, ['violation handover/keys 交接班!L2']],
  ['one key, said otherwise', { 值班室钥匙: '一把', 综合股钥匙: '1把', 打印室钥匙: '√' }, []],
  ['a key that was not there', { 值班室钥匙: '无' }, ['violation handover/keys 交接班!J2']],
  ['keys that are no number', { 值班室钥匙: '见备注' }, ['error handover/keys-unreadable 交接班!J2']],
  ['a key that is blank', { 综合股钥匙: null }, ['warning handover/list-blank 交接班!K2']],
])('清单: %s', (_, more, expected) => {
  const titles = ['日期', '时间', '交班人', '接班人', '值班记录本', '交接班记录本', '值班报告式样', '值班通讯录', '单位值班表', '值班室钥匙', '综合股钥匙', '打印室钥匙', '手电筒', '应急对讲机', '值班室清洁', '双方签字'];
  const full = row('2026-03-03', '甲一', '乙二', more);
  expect(found({ 交接班: [Object.fromEntries(titles.map((title) => [title, full[title] ?? null]))] })).toEqual(expected);
});

describe('days without a record', () => {
  const missing = (...dates: readonly string[]): readonly string[] =>
    checkBook({ 人员: people(FIVE), ...AUTHORITY, 值班表: WEEK, 交接班: dates.map((date) => row(date, null, null)) }).filter(({ code }) => code === 'handover/missing').map(({ message, cell }) => `${message}${cell}`);

  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing is kept', [], []],
    ['the only row', ['2026-03-03'], []],
    ['day by day', ['2026-03-03', '2026-03-04'], []],
    ['one day between', ['2026-03-04', '2026-03-02'], ['未见2026-03-03的交接班记录']],
    ['two stretches, the weekend counts', ['2026-03-06', '2026-03-09', '2026-03-11'], ['未见2026-03-07至2026-03-08的交接班记录', '未见2026-03-10的交接班记录']],
  ])('%s', (_, dates, expected) => {
    expect(missing(...dates)).toEqual(expected);
  });
});

test('what it says', () => {
  const issues = checkBook({ 人员: people(FIVE), ...AUTHORITY, 值班表: WEEK, 交接班: [row('2026-03-03', '丙三', '乙二', { 时间: at('2026-03-03 9:20'), 值班室钥匙: 2 })] });
  expect(issueOf(issues, 'handover/wrong-giver')).toMatchObject({ message: '2026-03-03交班的丙三不是2026-03-02的实际值班人甲一', clause: '值班-五(一)' });
  expect(issueOf(issues, 'handover/late').message).toBe('2026-03-03的交接班在2026-03-03 09:20,晚于9:00,是迟交接');
  expect(issueOf(issues, 'handover/keys').message).toBe('2026-03-03交接的值班室钥匙是2把,应为1把');
});
