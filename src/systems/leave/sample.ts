/**
 * Leaves and outings of 2026 in the invented office: a maternity leave, a secondment of three months, leave round the
 * festivals on make-up days, a leave cut short, one overstayed and one withdrawn, an outing in the middle of a training.
 */
import type { SampleRows } from '../../ledger/system';
import type { CellInput } from '../../workbook/cell';
import { sampleDate, type SampleName } from '../office/sample';
import { leaveLedger, openingLeaveLedger, outingLedger } from './ledgers';

type Cells = Readonly<Record<string, CellInput>>;
type Leave = readonly [person: SampleName, section: string, kind: string, from: string, to: string, more?: Cells];

const leaves: readonly Leave[] = [
  ['徐丽', '研究室', '产假', '2026-01-12', '2026-07-18'],
  ['李晓燕', '综合股', '年休假', '2026-01-19', '2026-01-23'],
  ['马超', '信息股', '事假', '2026-01-28', '2026-01-28', { toHalf: '上午' }],
  ['杨帆', '秘书股', '年休假', '2026-02-13', '2026-02-24', { fromHalf: '下午', toHalf: '上午' }],
  ['郑爽', '应急股', '病假', '2026-03-03', '2026-03-05', { special: '是', handedInLater: sampleDate('2026-03-06') }],
  ['赵敏', '综合股', '事假', '2026-03-16', '2026-03-16'],
  ['林涛', '法制办', '年休假', '2026-03-23', '2026-03-27', { returned: sampleDate('2026-03-26') }],
  ['陈静', '秘书股', '婚假', '2026-04-13', '2026-05-02'],
  ['朱琳', '信息股', '育儿假', '2026-05-18', '2026-05-20', { childBorn: sampleDate('2024-08-15') }],
  ['刘洋', '秘书股', '年休假', '2026-06-22', '2026-06-26'],
  ['宋佳', '应急股', '病假', '2026-08-10', '2026-08-14'],
  ['周婷', '秘书股', '事假', '2026-04-24', '2026-04-24', { state: '撤回' }],
  ['高洁', '法制办', '年休假', '2026-05-06', '2026-05-09'],
  ['郭芳', '行政股', '临时', '2026-06-10', '2026-06-10', { form: '口头', leftAt: '15:00', backAt: '16:30' }],
  ['吴刚', '研究室', '年休假', '2026-07-13', '2026-07-17', { returned: sampleDate('2026-07-22') }],
  ['张伟(18)', '综合股', '年休假', '2026-09-28', '2026-09-30'],
  ['曹勇', '小车班', '丧假', '2026-10-12', '2026-10-14'],
  ['秦朗', '', '年休假', '2026-10-19', '2026-10-23'],
  ['黄磊', '秘书股', '护理假', '2026-11-02', '2026-12-01'],
  ['马超', '信息股', '探亲假', '2026-12-07', '2026-12-26'],
];

const outings: readonly (readonly [person: SampleName, kind: string, from: string, to: string, more: Cells])[] = [
  ['孙浩', '上派', '2026-04-01', '2026-06-30', { reason: '上派学习', place: '市政府办公室' }],
  ['王建国', '公出', '2026-01-14', '2026-01-15', { reason: '市级会议', place: '市里' }],
  ['吴刚', '培训', '2026-03-09', '2026-03-13', { reason: '文秘培训' }],
  ['黄磊', '随领导外出', '2026-02-26', '2026-02-26', { fromHalf: '下午', reason: '现场调研', leader: '方启航', reportedTo: '于慧' }],
  ['于慧', '培训', '2026-03-16', '2026-03-20', { reason: '县级党校学习' }],
  ['赵敏', '驻勤', '2026-05-25', '2026-06-05', { reason: '防汛驻勤', place: '城东片区' }],
  ['郑爽', '公出', '2026-07-08', '2026-07-10', { reason: '应急演练' }],
  ['杨帆', '培训', '2026-09-07', '2026-09-11', { reason: '公文写作培训' }],
  ['杨帆', '随领导外出', '2026-09-10', '2026-09-10', { fromHalf: '下午', reason: '陪同检查', leader: '韩素琴', reportedTo: '于慧' }],
  ['马超', '培训', '2026-11-09', '2026-11-13', { reason: '网络安全培训' }],
];

export const leaveSample: readonly SampleRows[] = [
  {
    ledger: leaveLedger,
    rows: leaves.map(([person, section, kind, from, to, more], index) => ({
      id: String(index + 1),
      person,
      section: section === '' ? null : section,
      kind,
      from: sampleDate(from),
      to: sampleDate(to),
      form: '书面',
      state: '同意',
      ...more,
    })),
  },
  {
    ledger: outingLedger,
    rows: outings.map(([person, kind, from, to, more], index) => ({ id: String(index + 1), person, kind, from: sampleDate(from), to: sampleDate(to), ...more })),
  },
  {
    ledger: openingLeaveLedger,
    rows: [
      { person: '王建国', year: 2026, kind: '年休假', carried: 0, taken: 2, until: sampleDate('2026-01-10') },
      { person: '李晓燕', year: 2026, kind: '年休假', carried: 1, taken: 0, until: sampleDate('2026-01-01') },
    ],
  },
];
