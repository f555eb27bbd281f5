/**
 * Scores of the invented office in the first half of 2026: the first quarter decided and ready to be posted (ties for
 * the third and the last place, a day of absence in two halves, a transfer on the very day of a deduction), the second
 * one on its way through every state.
 */
import { addDays, fromISO } from '../../kernel/date';
import type { SampleRows } from '../../ledger/system';
import { dateCell, type CellInput } from '../../workbook/cell';
import { sampleDate } from '../office/sample';
import { inspections, scoreTable, type State } from './ledgers';
import { fromPoints } from './points';
import { BUILT_IN_ITEMS, builtIn } from './score-table';

type Cells = Readonly<Record<string, CellInput>>;

/** Date, person or null for the section itself, section as typed, item, and what else the row says. */
type Line = readonly [date: string, person: string | null, section: string, item: string, more?: Cells];

/** Who signs for a section's evidence. */
const SIGNERS: Readonly<Record<string, string>> = { 综合股: '秦朗', 研究室: '于慧', 秘书股: '于慧' };

/** The dates of a quarter's way; a state leaves those of the steps passed. */
interface Way {
  readonly signed: string;
  readonly handedIn: string;
  readonly reviewed: string;
  readonly decided: string;
  readonly posted: string;
}

const ORDER: readonly State[] = ['登记', '审签', '汇总', '初审', '议定', '公示'];

function stepCells(state: State, evidence: string, way: Way): Cells {
  const level = ORDER.indexOf(state);
  return {
    ...(level >= 1 ? { signer: SIGNERS[evidence]!, signed: sampleDate(way.signed) } : {}),
    ...(level >= 2 ? { handedIn: sampleDate(way.handedIn) } : {}),
    ...(level >= 3 ? { reviewer: '冯雅', reviewed: sampleDate(way.reviewed) } : {}),
    ...(level >= 4 ? { decided: sampleDate(way.decided) } : {}),
    ...(level >= 5 ? { posted: sampleDate(way.posted) } : {}),
  };
}

/** The day after, when things are usually typed in. */
const nextDay = (iso: string): CellInput => dateCell(addDays(fromISO(iso)!, 1));

/** County wording of an item. */
const wording = (name: string): string => name.replaceAll('区政府', '县政府').replace('区级', '县级');

function rowsOf(lines: readonly Line[], state: State, way: Way, first: number): Cells[] {
  return lines.map(([date, person, section, item, more], index) => {
    const { code, name } = builtIn(`督查-三${item}`);
    const evidence = '综合股';
    return {
      number: String(first + index),
      date: sampleDate(date),
      registered: nextDay(date),
      kind: person === null ? '股室' : '个人',
      person,
      section,
      code,
      item: wording(name),
      quantity: 1,
      evidence,
      state,
      ...stepCells(state, typeof more?.['evidence'] === 'string' ? more['evidence'] : evidence, way),
      ...more,
    };
  });
}

const LAST_YEAR: Way = { signed: '2025-12-25', handedIn: '2025-12-26', reviewed: '2025-12-30', decided: '2026-01-06', posted: '2026-01-08' };
const FIRST: Way = { signed: '2026-03-25', handedIn: '2026-03-26', reviewed: '2026-04-02', decided: '2026-04-07', posted: '2026-04-08' };
const SUPPLEMENT: Way = { ...FIRST, signed: '2026-04-01', handedIn: '2026-04-01' };
const SECOND: Way = { signed: '2026-06-24', handedIn: '2026-06-25', reviewed: '2026-06-29', decided: '2026-07-03', posted: '2026-07-06' };

const firstQuarter: readonly Line[] = [
  ['2026-01-08', '李晓燕', '综合股', '(三)e', { note: '到岗抽查' }],
  ['2026-01-20', null, '综合股', '(四)a', { note: '全省政务服务先进集体' }],
  ['2026-02-09', '黄磊', '信息股', '(三)a', { note: '会议通知时间写错' }],
  ['2026-02-10', '黄磊', '秘书股', '(一)b', { evidence: '研究室', note: '材料数据有误' }],
  ['2026-02-12', '高洁', '法制办', '(四)c', { note: '全县普法活动' }],
  ['2026-02-27', '马超', '信息股', '(一)a', { note: '文号重复' }],
  ['2026-03-05', '何俊', '行政股', '(三)b', { note: '会场话筒未调试' }],
  ['2026-03-06', null, '目督室', '(四)c', { note: '全县督查工作' }],
  ['2026-03-11', '郭芳', '行政股', '(三)e', { quantity: 2, note: '上午迟到、下午早退' }],
  ['2026-03-12', '张伟', '应急股', '(三)f', { personId: '39', slot: '上午', note: '到岗抽查' }],
  ['2026-03-12', '张伟', '应急股', '(三)f', { personId: '39', slot: '下午', note: '到岗抽查' }],
  ['2026-03-18', '曹勇', '小车班', '(三)g', { slot: '全天', note: '到岗抽查' }],
  ['2026-03-19', '谢军', '党建室', '(三)l', { note: '植树活动' }],
  ['2026-03-20', '吴刚', '研究室', '(四)b', { note: '全市优秀调研成果' }],
  ['2026-03-25', '彭亮', '小车班', '(三)e', { handedIn: sampleDate('2026-03-31'), note: '迟交' }],
];

const secondQuarter: readonly (readonly [State, readonly Line[]])[] = [
  ['议定', [
    ['2026-04-28', '马超', '信息股', '(四)d', { note: '县政府主要领导签批' }],
    ['2026-05-20', '何俊', '行政股', '(五)', { note: '报告迟两天,受到批评' }],
  ]],
  ['初审', [['2026-05-15', null, '小车班', '(四)c', { note: '全县安全驾驶活动' }]]],
  ['汇总', [['2026-04-22', '曹勇', '小车班', '(三)h', {}]]],
  ['审签', [['2026-05-11', '梁栋', '督查室', '(一)a', { note: '转岗当日' }]]],
  ['登记', [
    ['2026-06-10', '赵敏', '综合股', '(三)a', { note: '座次牌摆错' }],
    ['2026-06-10', '赵敏', '综合股', '(三)c', { note: '同日会上受到批评' }],
    ['2026-06-23', '刘洋', '秘书股', '(三)g', { note: '到岗抽查,待核对请假' }],
    ['2026-06-29', '余海', '小车班', '(三)e', {}],
  ]],
];

function inspectionRows(): Cells[] {
  const rows = [
    ...rowsOf([['2025-12-10', '马超', '信息股', '(三)e', { note: '到岗抽查' }]], '公示', LAST_YEAR, 1),
    ...rowsOf(firstQuarter, '议定', FIRST, 2),
    ...rowsOf([['2026-03-30', '谢军', '党建室', '(三)b', { note: '季末补报' }]], '议定', SUPPLEMENT, 17),
    ...rowsOf([['2026-01-22', '杨帆', '秘书股', '(三)e', { note: '核实为公出,作废' }]], '作废', FIRST, 18),
    ...rowsOf([['2026-03-17', '孙浩', '研究室', '(一)b', { evidence: '研究室', note: '待议定' }]], '初审', FIRST, 19),
  ];
  for (const [state, lines] of secondQuarter) rows.push(...rowsOf(lines, state, SECOND, rows.length + 1));
  return [...rows, ...rowsOf([['2026-06-16', '丁锋', '小车班', '(三)e', { state: null, note: '刚登记' }]], '登记', SECOND, rows.length + 1)];
}

export const scoringSample: readonly SampleRows[] = [
  { ledger: inspections, rows: inspectionRows() },
  {
    ledger: scoreTable,
    rows: BUILT_IN_ITEMS.map((item) => ({
      code: item.code,
      item: wording(item.name),
      points: fromPoints(item.points!),
      unit: item.unit,
      evidence: item.evidence,
      clause: item.code,
    })),
  },
];
