/** Leave, outings, opening balances and kinds of leave. */
import * as column from '../../ledger/column';
import { defineLedger } from '../../ledger/ledger';

export const OUTING_KINDS = ['随领导外出', '公出', '培训', '上派', '驻勤'] as const;
export const LEAVE_STATES = ['待批', '同意', '不同意', '撤回'] as const;
/** Kinds that the regulations and common practice name; an office's 假别表 may add others. */
export const LEAVE_KINDS = ['年休假', '事假', '病假', '婚假', '产假', '护理假', '育儿假', '丧假', '探亲假', '调休', '补休', '临时'] as const;

export const leaveLedger = defineLedger({
  id: 'leave',
  sheet: '请假',
  aliases: ['请假台账', '请销假登记', '请销假台账', '请假登记', '请假登记表'],
  help: '请假和销假,一次一行',
  clause: '请假-三',
  number: 'id',
  voided: { fields: ['state'], test: (row) => row['state'] === '不同意' || row['state'] === '撤回' },
  columns: {
    id: column.text('编号', { aliases: ['单号', '序号'] }),
    person: column.name('姓名', { required: true, aliases: ['请假人', '请假人姓名', '名字'] }),
    section: column.section('股室', { aliases: ['科室', '部门', '所在股室'] }),
    kind: column.text('假别', { aliases: ['请假类别', '请假类型', '假期类型', '请假种类', '类别'], choices: LEAVE_KINDS }),
    from: column.date('开始日期', { required: true, aliases: ['请假开始日期', '起始日期', '开始时间', '请假开始', '请假开始时间', '起始时间', '起'] }),
    fromHalf: column.half('开始时段', { blank: 'am', day: 'from', aliases: ['起始时段', '开始(上午/下午)', '开始上/下午'] }),
    to: column.date('结束日期', { required: true, aliases: ['请假结束日期', '截止日期', '终止日期', '结束时间', '请假结束', '请假结束时间', '截止时间', '止'] }),
    toHalf: column.half('结束时段', { blank: 'pm', day: 'to', aliases: ['截止时段', '结束(上午/下午)', '结束上/下午'] }),
    countedDays: column.number('计假天数', { computed: true, aliases: ['请假天数', '天数'] }),
    naturalDays: column.number('自然天数', { computed: true }),
    reason: column.text('事由', { aliases: ['请假事由', '原因'] }),
    handedIn: column.moment('递交时间', { aliases: ['申请时间', '提交时间'] }),
    form: column.choice('形式', ['书面', '口头']),
    special: column.yesNo('特殊情况'),
    handedInLater: column.date('补交日期'),
    approver1: column.name('审批人1', { aliases: ['审批人', '批准人'] }),
    approvedAt1: column.moment('审批时间1', { aliases: ['审批时间', '批准时间'] }),
    approver2: column.name('审批人2'),
    approvedAt2: column.moment('审批时间2'),
    toldAt: column.moment('告知综合股时间'),
    whereabouts: column.text('去向'),
    phone: column.phone('联系电话'),
    returned: column.date('销假日期', { aliases: ['销假时间', '返岗日期', '到岗日期'] }),
    check: column.text('校验结果', { computed: true }),
    personId: column.text('人员编号'),
    state: column.choice('状态', LEAVE_STATES, { aliases: ['审批状态'] }),
    returnedHalf: column.half('销假时段', { blank: 'am', day: 'returned' }),
    leftAt: column.moment('离岗时间', { day: 'from' }),
    backAt: column.moment('返岗时间', { day: 'from' }),
    slipKept: column.yesNo('假条存档'),
    childBorn: column.date('子女出生日期'),
  },
});

export const outingLedger = defineLedger({
  id: 'outing',
  sheet: '外出',
  aliases: ['外出登记', '外出登记表', '公出登记'],
  help: '随领导外出、公出、培训、上派、驻勤',
  clause: '请假-四',
  number: 'id',
  columns: {
    id: column.text('编号', { aliases: ['序号'] }),
    person: column.name('姓名', { required: true, aliases: ['外出人', '外出人员', '名字'] }),
    kind: column.choice('类别', OUTING_KINDS, { aliases: ['外出类别', '类型'] }),
    from: column.date('开始日期', { required: true, aliases: ['外出开始日期', '起始日期', '开始时间', '起'] }),
    fromHalf: column.half('开始时段', { blank: 'am', day: 'from', aliases: ['起始时段'] }),
    to: column.date('结束日期', { required: true, aliases: ['外出结束日期', '截止日期', '结束时间', '止'] }),
    toHalf: column.half('结束时段', { blank: 'pm', day: 'to', aliases: ['截止时段'] }),
    reason: column.text('事由'),
    reportedTo: column.name('汇报对象'),
    toldAt: column.moment('告知综合股时间'),
    personId: column.text('人员编号'),
    place: column.text('地点'),
    leader: column.name('随同领导'),
    backAt: column.moment('返回时间'),
  },
});

export const openingLeaveLedger = defineLedger({
  id: 'opening-leave',
  sheet: '假期期初',
  aliases: ['年休假期初'],
  help: '启用前已休和结转的天数',
  clause: '请假-二',
  columns: {
    person: column.name('姓名', { required: true }),
    year: column.integer('年度', { required: true }),
    kind: column.text('假别', { required: true }),
    carried: column.number('结转', { blank: 0 }),
    taken: column.number('已休', { blank: 0 }),
    until: column.date('截至日期'),
    personId: column.text('人员编号'),
  },
});

export const leaveKindsLedger = defineLedger({
  id: 'leave-kinds',
  sheet: '假别表',
  aliases: ['假别'],
  help: '各种假的计法和额度,带适用起止;空白用内置默认',
  clause: '请假-二',
  columns: {
    kind: column.text('假别', { required: true }),
    counting: column.choice('计法', ['工作日', '自然日'], { required: true }),
    quota: column.number('额度'),
    cycle: column.text('周期'),
    halves: column.yesNo('可半天', { blank: true }),
    from: column.date('适用起'),
    to: column.date('适用止'),
    basis: column.text('依据'),
  },
});
