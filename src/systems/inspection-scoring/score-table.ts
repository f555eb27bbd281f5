/** The built-in score table (督查-三): what an office without a 分值表 of its own scores by. */
import { toPoints, type Points } from './points';

/** How an item's rows add up: plain = score times quantity; half and day = absence; yearly = once a year. */
export type Arithmetic = 'plain' | 'half' | 'day' | 'yearly';

export type Unit = '次' | '半天' | '天' | '年';

export interface Item {
  /** Position in the table; rules keep sets of items as bits. */
  readonly index: number;
  /** Clause ID, or an office's own code. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** null for an office's own item: its score stands in 分值表 alone. */
  readonly points: Points | null;
  readonly unit: string;
  /** 依据股室 */
  readonly evidence: string;
  readonly clause: string;
  readonly arithmetic: Arithmetic;
}

/** Everybody begins the year with it (督查-三(序)). */
export const BASE_POINTS = toPoints(100)!;

type Row = readonly [code: string, name: string, points: number, unit: Unit, evidence: string, aliases: readonly string[], arithmetic?: Arithmetic];

const GENERAL = '综合股';

const ROWS: readonly Row[] = [
  ['督查-三(一)a', '公文办理失误', -1, '次', GENERAL, ['公文失误', '公文差错', '办文失误', '公文错情']],
  ['督查-三(一)b', '材料写作失误', -1, '次', '秘书股、研究室', ['材料失误', '文稿失误', '材料撰写失误', '写作失误']],
  ['督查-三(二)', '未完成年度调研任务', -5, '年', '研究室', ['年度调研任务未完成', '未完成调研任务', '调研任务未完成'], 'yearly'],
  ['督查-三(三)a', '会务办理失误', -2, '次', GENERAL, ['会务失误', '办会失误']],
  ['督查-三(三)b', '具体事务办理失误', -2, '次', GENERAL, ['具体事务失误', '会场准备失误', '会中服务失误', '会后整理失误', '会议签到失误', '未执行会议签到制度', '未严格执行会议签到制度']],
  ['督查-三(三)c', '区政府领导正式场合公开批评', -2, '次', GENERAL, ['政府领导公开批评', '区领导公开批评', '县领导公开批评', '区领导正式场合公开批评', '县领导正式场合公开批评']],
  ['督查-三(三)d', '办公室领导正式场合公开批评', -1, '次', GENERAL, ['办公室领导公开批评']],
  ['督查-三(三)e', '迟到、早退', -1, '次', GENERAL, ['迟到', '早退', '迟到或早退', '迟到和早退']],
  ['督查-三(三)f', '无故缺勤半天', -2, '半天', GENERAL, ['缺勤半天', '旷工半天', '无故旷工半天', '无故缺勤0.5天'], 'half'],
  ['督查-三(三)g', '无故缺勤一天', -3, '天', GENERAL, ['缺勤一天', '旷工一天', '无故旷工一天', '无故缺勤1天', '缺勤1天', '旷工1天'], 'day'],
  ['督查-三(三)h', '未严格执行驻勤制度', -2, '次', GENERAL, ['未执行驻勤制度', '违反驻勤制度', '驻勤失误']],
  ['督查-三(三)i', '值班无故离岗', -3, '次', GENERAL, ['值班离岗', '值班脱岗', '值班擅自离岗']],
  ['督查-三(三)j', '未按要求及时处理突发事件信息', -3, '次', '综合股、应急股', ['未及时处理突发事件信息', '突发事件信息处理不及时']],
  ['督查-三(三)k', '无故关机或无法联系', -1, '次', GENERAL, ['无故关机', '无法联系', '关机或无法联系']],
  ['督查-三(三)l', '集体活动无故缺席', -1, '次', GENERAL, ['无故缺席集体活动', '集体活动缺席']],
  ['督查-三(四)a', '省级表彰', 5, '次', GENERAL, ['省表彰', '省级表彰奖励', '获省级表彰']],
  ['督查-三(四)b', '市级表彰', 3, '次', GENERAL, ['市表彰', '市级表彰奖励', '获市级表彰']],
  ['督查-三(四)c', '区级活动表彰', 2, '次', GENERAL, ['区级表彰', '区表彰', '县表彰', '获区级表彰']],
  [
    '督查-三(四)d', '区政府主要领导签批表扬;区政府主要领导、办公室主要领导职工大会上表扬', 3, '次', GENERAL,
    ['政府主要领导签批表扬', '政府主要领导职工大会上表扬', '办公室主要领导职工大会上表扬', '主要领导签批表扬', '签批表扬', '职工大会上表扬', '职工大会表扬'],
  ],
  [
    '督查-三(五)', '领导交办事项未按时办结受到批评', -2, '次', GENERAL,
    ['领导交办事项未按时办结', '交办事项未按时办结', '交办事项逾期受批评', '交办事项未按时办结且受到批评', '领导交办事项未按时办结且受到交办领导批评', '领导交办事项原则上2个工作日办结,未按时且受到交办领导批评,算工作失误一次'],
  ],
];

export const BUILT_IN_ITEMS: readonly Item[] = ROWS.map(([code, name, points, unit, evidence, aliases, arithmetic], index) => ({
  index,
  code,
  name,
  aliases,
  points: toPoints(points)!,
  unit,
  evidence,
  clause: code,
  arithmetic: arithmetic ?? 'plain',
}));

const byCode: ReadonlyMap<string, Item> = new Map(BUILT_IN_ITEMS.map((item) => [item.code, item]));

/** A built-in item by its clause ID. Throws on another code (programmer error). */
export function builtIn(code: string): Item {
  const item = byCode.get(code);
  if (!item) throw new Error(`no such item: ${code}`);
  return item;
}
