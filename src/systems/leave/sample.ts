/** Leaves and outings of 2026 in the invented office: a maternity leave, a secondment, short leaves around the festivals. */
import type { SampleRows } from '../../ledger/system';
import type { CellInput } from '../../workbook/cell';
import { sampleDate } from '../office/sample';
import { leaveLedger, outingLedger } from './ledgers';

type Leave = readonly [person: string, section: string, kind: string, from: string, to: string, more?: Readonly<Record<string, CellInput>>];

const leaves: readonly Leave[] = [
  ['徐丽', '研究室', '产假', '2026-01-12', '2026-07-18', { special: '否' }],
  ['李晓燕', '综合股', '年休假', '2026-01-19', '2026-01-23'],
  ['马超', '信息股', '事假', '2026-01-28', '2026-01-28', { toHalf: '上午' }],
  ['杨帆', '秘书股', '年休假', '2026-02-13', '2026-02-24', { fromHalf: '下午', toHalf: '上午' }],
  ['郑爽', '应急股', '病假', '2026-03-03', '2026-03-05'],
  ['赵敏', '综合股', '事假', '2026-03-16', '2026-03-16'],
  ['林涛', '法制办', '年休假', '2026-03-23', '2026-03-27', { returned: sampleDate('2026-03-26') }],
  ['陈静', '秘书股', '婚假', '2026-04-13', '2026-05-02'],
  ['朱琳', '信息股', '育儿假', '2026-05-18', '2026-05-20'],
  ['刘洋', '秘书股', '年休假', '2026-06-22', '2026-06-26'],
  ['宋佳', '应急股', '病假', '2026-08-10', '2026-08-14'],
];

export const leaveSample: readonly SampleRows[] = [
  {
    ledger: leaveLedger,
    rows: leaves.map(([person, section, kind, from, to, more], index) => ({
      id: String(index + 1),
      person,
      section,
      kind,
      from: sampleDate(from),
      to: sampleDate(to),
      form: '书面',
      state: '同意',
      ...(more ?? {}),
    })),
  },
  {
    ledger: outingLedger,
    rows: [
      { id: '1', person: '孙浩', kind: '上派', from: sampleDate('2026-04-01'), to: sampleDate('2026-06-30'), reason: '上派学习', place: '市政府办公室' },
      { id: '2', person: '王建国', kind: '公出', from: sampleDate('2026-01-14'), to: sampleDate('2026-01-15'), reason: '市级会议' },
      { id: '3', person: '吴刚', kind: '培训', from: sampleDate('2026-03-09'), to: sampleDate('2026-03-13'), reason: '文秘培训' },
      { id: '4', person: '黄磊', kind: '随领导外出', from: sampleDate('2026-02-26'), to: sampleDate('2026-02-26'), fromHalf: '下午', reason: '现场调研', leader: '方启航' },
      { id: '5', person: '于慧', kind: '培训', from: sampleDate('2026-03-16'), to: sampleDate('2026-03-20'), reason: '县级党校学习' },
    ],
  },
];
