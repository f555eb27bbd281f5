/** The sheets of the duty roster: who serves when (值班表), swaps, what was carried over, leaders' days, days off. */
import * as column from '../../ledger/column';
import { defineLedger } from '../../ledger/ledger';
import { FESTIVALS } from '../../kernel/calendar';
import { WEEKDAY_NAMES } from '../../kernel/date';

export const LOCKS = ['是', '值班', '带班'] as const;
export const ROSTER_STATES = ['草稿', '已发布'] as const;
export const SWAP_KINDS = ['顶替', '对调'] as const;
export const ROLES = ['值班', '带班'] as const;
export const WISHES = ['不能排', '尽量不排', '希望排'] as const;

/** 值班表 */
export const rosterLedger = defineLedger({
  id: 'roster',
  sheet: '值班表',
  aliases: ['值班安排表', '值班安排', '排班表', '值班台账', '值班排班表'],
  help: '每天一行;生成时按日期合并,锁定、已发布和手工改过的姓名不动',
  clause: '值班-一',
  unique: ['date'],
  columns: {
    date: column.date('日期', { required: true, aliases: ['值班日期'] }),
    weekday: column.text('星期', { computed: true }),
    dayKind: column.text('日期类型', { computed: true }),
    festival: column.text('假期名', { computed: true, aliases: ['节名'] }),
    one: column.names('值班人员', { aliases: ['值班人', '值班员', '值班人1', '值班人员1', '值班人员一', '值班人员①', '值班'] }),
    two: column.names('值班人员二', { aliases: ['值班人2', '值班人员2', '值班人员②', '值班员二', '副班'] }),
    leader: column.names('带班领导', { aliases: ['带班人', '带班', '带班干部'] }),
    leaderLevel: column.text('带班层级', { computed: true, aliases: ['带班类型'] }),
    lock: column.text('锁定', { choices: LOCKS, help: '是=已填的都不动;值班、带班=只锁那一部分' }),
    note: column.text('备注'),
    state: column.choice('状态', ROSTER_STATES, { aliases: ['发布状态'] }),
    wroteOne: column.text('原排一', { computed: true, help: '上次自动排的值班人员;与现在填的不同即为手工改动' }),
    wroteTwo: column.text('原排二', { computed: true }),
    wroteLeader: column.text('原带班', { computed: true }),
  },
});

/** 调换班 */
export const swapLedger = defineLedger({
  id: 'swaps',
  sheet: '调换班',
  aliases: ['调换班登记', '换班登记', '调班登记', '调班', '换班', '顶班登记'],
  help: '顶替写原日期;对调再写对调日期。批准后按顶替人计班',
  clause: '值班-七(二)',
  number: 'number',
  voided: { fields: ['cancelled'], test: (row) => row['cancelled'] === true },
  columns: {
    number: column.text('单号', { aliases: ['编号', '序号'] }),
    kind: column.choice('类型', SWAP_KINDS, { aliases: ['调换类型'] }),
    date: column.date('原日期', { required: true, aliases: ['原值班日期', '日期'] }),
    from: column.name('原值班人', { required: true, aliases: ['原值班人员', '申请人'] }),
    to: column.name('顶替人', { required: true, aliases: ['顶替人员', '接替人', '顶班人', '对调人'] }),
    otherDate: column.date('对调日期', { aliases: ['对调值班日期'] }),
    reason: column.text('事由', { aliases: ['原因'] }),
    asked: column.moment('申请时间', { aliases: ['申请日期'] }),
    approver: column.name('批准人', { aliases: ['审批人'] }),
    approved: column.moment('批准时间', { aliases: ['审批时间', '批准日期'] }),
    toldLeader: column.moment('报告带班领导时间', { aliases: ['报告带班领导'] }),
    toldOffice: column.moment('综合股报备时间', { aliases: ['综合股报备'] }),
    toldPhone: column.moment('信息股通报时间', { aliases: ['信息股通报'] }),
    cancelled: column.yesNo('撤销'),
    role: column.choice('岗位', ROLES),
  },
});

const count = (title: string) => column.integer(title);

/** 值班期初 */
export const openingLedger = defineLedger({
  id: 'duty-openings',
  sheet: '值班期初',
  aliases: ['值班累计', '期初值班'],
  help: '启用前各人已值的次数;周一至周日不含假期班,假期班另记',
  clause: '登记-一(一)4',
  columns: {
    person: column.name('姓名', { required: true }),
    until: column.date('截至日期', { aliases: ['截止日期', '截至'] }),
    monday: count(WEEKDAY_NAMES[0]),
    tuesday: count(WEEKDAY_NAMES[1]),
    wednesday: count(WEEKDAY_NAMES[2]),
    thursday: count(WEEKDAY_NAMES[3]),
    friday: count(WEEKDAY_NAMES[4]),
    saturday: count(WEEKDAY_NAMES[5]),
    sunday: count(WEEKDAY_NAMES[6]),
    holiday: count('假期'),
    personId: column.text('人员编号'),
    newYearsDay: count(FESTIVALS[0]),
    spring: count(FESTIVALS[1]),
    qingming: count(FESTIVALS[2]),
    labour: count(FESTIVALS[3]),
    dragonBoat: count(FESTIVALS[4]),
    midAutumn: count(FESTIVALS[5]),
    national: count(FESTIVALS[6]),
    eve: count('除夕初一'),
  },
});

/** Fields of 值班期初, Monday first. */
export const WEEKDAY_FIELDS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Fields of 值班期初 in the order of `FESTIVALS`. */
export const FESTIVAL_FIELDS = ['newYearsDay', 'spring', 'qingming', 'labour', 'dragonBoat', 'midAutumn', 'national'] as const;

/** 假期带班 */
export const holidayLeadersLedger = defineLedger({
  id: 'holiday-leaders',
  sheet: '假期带班',
  aliases: ['节假日带班', '假期带班表', '节假日带班安排'],
  help: '假期每天由哪位县级领导带班;未定写待定',
  clause: '值班-二',
  unique: ['date'],
  columns: {
    date: column.date('日期', { required: true }),
    leader: column.name('县级领导', { aliases: ['带班领导', '带班县级领导', '领导'] }),
    chiefs: column.names('带班科级', { aliases: ['科级', '带班科级干部'] }),
  },
});

/** 紧急带班 */
export const emergencyLedger = defineLedger({
  id: 'emergencies',
  sheet: '紧急带班',
  aliases: ['紧急值班', '应急带班', '应急值班'],
  help: '防汛等紧急事项期间由县级领导带班;值班人数空着是1人',
  clause: '值班-二',
  columns: {
    from: column.date('开始日期', { required: true, aliases: ['起', '开始'] }),
    to: column.date('结束日期', { required: true, aliases: ['止', '结束'] }),
    reason: column.text('事由'),
    leader: column.name('县级领导', { aliases: ['带班领导', '带班县级领导', '领导'] }),
    need: column.integer('值班人数', { aliases: ['人数'] }),
    decider: column.name('决定人'),
  },
});

/** 不排日 */
export const daysOffLedger = defineLedger({
  id: 'days-off',
  sheet: '不排日',
  aliases: ['不排班日', '不能值班', '不值班登记'],
  help: '某人某几天不能排班,或不愿、愿意值班',
  clause: '值班-四(一)',
  columns: {
    person: column.name('姓名', { required: true }),
    from: column.date('开始日期', { required: true, aliases: ['起', '开始', '日期'] }),
    to: column.date('结束日期', { aliases: ['止', '结束'] }),
    kind: column.choice('性质', WISHES, { aliases: ['类型'] }),
    reason: column.text('原因', { aliases: ['事由'] }),
    registered: column.date('登记日期'),
    personId: column.text('人员编号'),
  },
});
