/** The sheets of the scoring room: what happened (督查事项), what it scores (分值表), what was carried over (得分期初). */
import * as column from '../../ledger/column';
import { defineLedger } from '../../ledger/ledger';

/** The states of a row in the order of 督查-二; 作废 takes it out of every count. */
export const STATES = ['登记', '审签', '汇总', '初审', '议定', '公示', '作废'] as const;
export type State = (typeof STATES)[number];

export const KINDS = ['个人', '股室'] as const;

/** 督查事项 */
export const inspections = defineLedger({
  id: 'inspections',
  sheet: '督查事项',
  aliases: ['督查登记', '内务督查', '内务督查登记', '加扣分登记', '督查台账', '内务督查台账'],
  help: '内务督查加扣分事项;分值由事项和数量算出',
  clause: '督查-三(六)',
  number: 'number',
  voided: { fields: ['state'], test: (row) => row['state'] === '作废' },
  columns: {
    number: column.text('编号', { aliases: ['序号'] }),
    date: column.date('发生日期', { required: true, aliases: ['日期', '发生时间', '事项日期'], help: '季度和股室都按这一天归属' }),
    registered: column.date('登记日期', { aliases: ['登记时间'] }),
    kind: column.choice('对象类型', KINDS, { aliases: ['对象类别', '考核对象类型'], help: '股室的事项只计入股室' }),
    person: column.name('姓名', { aliases: ['对象', '人员', '责任人', '人员姓名', '被考核人'] }),
    section: column.section('股室', { aliases: ['责任股室', '所在股室', '科室', '部门'] }),
    code: column.text('事项编码', { aliases: ['编码', '事项代码', '条款'], help: '如 督查-三(三)e;也可写事项名称' }),
    item: column.text('事项', { aliases: ['督查事项', '考核事项', '加扣分事项'] }),
    quantity: column.number('数量', { blank: 1, aliases: ['次数', '天数', '次数/天数'] }),
    score: column.number('分值', { computed: true, aliases: ['加扣分', '加减分'] }),
    evidence: column.text('依据股室', { aliases: ['提供依据股室', '依据提供股室', '依据提供'] }),
    note: column.text('依据说明', { aliases: ['说明', '情况说明', '依据'] }),
    signer: column.names('审签人', { aliases: ['审签领导'] }),
    signed: column.date('审签日期', { aliases: ['审签时间'] }),
    state: column.choice('状态', STATES, { aliases: ['办理状态'] }),
    remark: column.text('备注'),
    slot: column.slot('时段', { aliases: ['半天'] }),
    personId: column.text('人员编号', { aliases: ['工号'] }),
    handedIn: column.date('交综合股日期', { aliases: ['交件日期', '报送日期', '交件日'] }),
    reviewer: column.names('初审人'),
    reviewed: column.date('初审日期', { aliases: ['初审时间'] }),
    decided: column.date('议定日期', { aliases: ['议定时间', '审定日期'] }),
    posted: column.date('公示日期', { aliases: ['公示时间'] }),
  },
});

/** 分值表 */
export const scoreTable = defineLedger({
  id: 'score-table',
  sheet: '分值表',
  aliases: ['加扣分标准', '督查分值表', '内务督查分值表'],
  help: '各事项的分值,按适用起止;没有写的事项用内置分值',
  clause: '督查-三(序)',
  columns: {
    code: column.text('事项编码', { aliases: ['编码', '事项代码'] }),
    item: column.text('事项', { aliases: ['督查事项', '考核事项'] }),
    points: column.number('分值', { required: true, aliases: ['加扣分', '标准'], help: '扣分写负数' }),
    unit: column.text('单位', { aliases: ['计量单位'] }),
    evidence: column.text('依据股室', { aliases: ['提供依据股室', '依据提供'] }),
    from: column.date('适用起', { aliases: ['起', '生效日期'] }),
    to: column.date('适用止', { aliases: ['止', '失效日期'] }),
    clause: column.text('条款', { aliases: ['依据条款'] }),
  },
});

/** 得分期初 */
export const openings = defineLedger({
  id: 'score-openings',
  sheet: '得分期初',
  aliases: ['期初得分', '督查期初'],
  help: '年中开始使用时,结转本年已经公示的加分和扣分(都写正数)',
  clause: '督查-三(序)',
  columns: {
    year: column.integer('年度', { required: true, aliases: ['年份'] }),
    kind: column.choice('对象类型', KINDS, { aliases: ['对象类别'] }),
    person: column.name('姓名', { aliases: ['对象', '人员'] }),
    section: column.section('股室', { aliases: ['所在股室', '科室', '部门'] }),
    plus: column.number('加分', { blank: 0, aliases: ['累计加分'] }),
    minus: column.number('扣分', { blank: 0, aliases: ['累计扣分'], help: '写正数' }),
    until: column.date('截至日期', { aliases: ['截止日期', '截至'] }),
    personId: column.text('人员编号', { aliases: ['工号'] }),
  },
});
