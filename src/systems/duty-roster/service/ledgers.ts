/** The sheets of a duty as it is served: handover, calls put through, log, reports, spot checks, rosters of other offices. */
import * as column from '../../../ledger/column';
import { defineLedger } from '../../../ledger/ledger';

/** Things that are handed over and ticked, by field of 交接班 (值班-五(一)). */
export const HANDED_ITEMS = ['log', 'handoverBook', 'reportForms', 'directory', 'rosters', 'torch', 'radio'] as const;
/** Keys that are handed over, one of each. */
export const HANDED_KEYS = ['dutyRoomKey', 'officeKey', 'printRoomKey'] as const;

/** 交接班 */
export const handoverLedger = defineLedger({
  id: 'handovers',
  sheet: '交接班',
  aliases: ['交接班记录', '值班交接班', '交接班登记', '值班交接记录', '交接班台账'],
  help: '每天一行:接这一天的班的人、交上一天的班的人,清单逐项勾选,钥匙各1把',
  clause: '值班-五(一)',
  columns: {
    date: column.date('日期', { required: true, aliases: ['交接日期'] }),
    time: column.moment('时间', { day: 'date', aliases: ['交接时间'] }),
    from: column.names('交班人', { aliases: ['交班人员', '交班'] }),
    to: column.names('接班人', { aliases: ['接班人员', '接班'], help: '实际接这一天班的人;两人值班的任一人签字即可' }),
    log: column.yesNoOrBlank('值班记录本'),
    handoverBook: column.yesNoOrBlank('交接班记录本'),
    reportForms: column.yesNoOrBlank('值班报告式样'),
    directory: column.yesNoOrBlank('值班通讯录'),
    rosters: column.yesNoOrBlank('单位值班表'),
    dutyRoomKey: column.text('值班室钥匙', { help: '把数,应为1;打勾算1把' }),
    officeKey: column.text('综合股钥匙', { help: '把数,应为1;打勾算1把' }),
    printRoomKey: column.text('打印室钥匙', { help: '把数,应为1;打勾算1把' }),
    torch: column.yesNoOrBlank('手电筒'),
    radio: column.yesNoOrBlank('应急对讲机', { aliases: ['对讲机'] }),
    clean: column.yesNoOrBlank('值班室清洁'),
    unfinished: column.text('未办事项'),
    abnormal: column.text('异常'),
    signed: column.yesNoOrBlank('双方签字'),
  },
});

export const CALL_SLOTS = ['上午上班', '中午下班', '下午上班', '下午下班'] as const;
export const CALL_ACTIONS = ['取消', '转接'] as const;

/** 转接登记 */
export const callLedger = defineLedger({
  id: 'call-forwarding',
  sheet: '转接登记',
  aliases: ['电话转接登记', '电话转接', '转接记录'],
  help: '每个工作日四次:上午、下午上班取消,中午、下午下班转接到值班人员手机并验证',
  clause: '值班-五(二)2',
  columns: {
    date: column.date('日期', { required: true }),
    slot: column.choice('时段', CALL_SLOTS, { required: true }),
    action: column.choice('动作', CALL_ACTIONS, { required: true }),
    number: column.phone('号码', { aliases: ['转接号码'] }),
    verifier: column.name('验证人', { aliases: ['经办人'] }),
    time: column.moment('时间', { day: 'date' }),
  },
});

export const LOG_KINDS = ['来人', '来文', '来电', '会议通知', '突发', '点名'] as const;

/** 值班记录 */
export const logLedger = defineLedger({
  id: 'duty-log',
  sheet: '值班记录',
  aliases: ['值班记录本', '值班日志', '值班登记'],
  help: '一事一行;突发事项写明报告时间。不得填写涉密内容',
  clause: '值班-六(一)',
  columns: {
    received: column.moment('时间', { required: true, aliases: ['接报时间', '记录时间'] }),
    kind: column.choice('类别', LOG_KINDS),
    party: column.text('对方单位', { aliases: ['来访单位', '来电单位', '单位'] }),
    contact: column.text('姓名', { aliases: ['来访人', '来电人'] }),
    phone: column.text('电话', { aliases: ['联系电话'] }),
    content: column.text('内容', { aliases: ['事项'] }),
    leader: column.text('报告领导'),
    instruction: column.text('领导指示'),
    result: column.text('处理结果', { aliases: ['处理情况'] }),
    answered: column.moment('反馈时间'),
    recorder: column.text('记录人', { aliases: ['值班人员'] }),
    urgent: column.yesNoOrBlank('是否突发', { help: '空着时,类别是突发的算突发' }),
    reported: column.moment('报告时间', { help: '向领导报告的时间' }),
    rollCall: column.moment('点名时间', { help: '上级总值班室点到、对讲机点名' }),
    responder: column.text('应答人'),
  },
});

/** 值班报告 */
export const reportLedger = defineLedger({
  id: 'duty-reports',
  sheet: '值班报告',
  aliases: ['值班报告登记', '值班报告台账'],
  help: '当班不能及时交办的重大事项,上班时转综合股',
  clause: '值班-六(二)',
  number: 'number',
  columns: {
    number: column.text('编号', { aliases: ['序号'] }),
    matter: column.text('事项', { aliases: ['报告事项'] }),
    made: column.moment('形成时间', { required: true, aliases: ['报告时间'] }),
    handedOver: column.moment('转综合股时间', { aliases: ['转综合股'] }),
    instruction: column.text('领导批示'),
    done: column.yesNo('办结', { aliases: ['是否办结'] }),
  },
});

/** 抽查登记 */
export const spotCheckLedger = defineLedger({
  id: 'spot-checks',
  sheet: '抽查登记',
  aliases: ['电话抽查', '值班抽查', '电话抽查登记', '值班抽查登记'],
  help: '对各单位值班情况的电话抽查,一次一行;没有接听的,“接听”填否',
  clause: '值班-六(三)',
  columns: {
    time: column.moment('时间', { required: true, aliases: ['抽查时间'] }),
    unit: column.text('单位', { required: true, aliases: ['被抽查单位', '抽查单位'] }),
    answerer: column.text('接听人'),
    clerkThere: column.yesNoOrBlank('值班人在岗', { aliases: ['值班人员在岗'] }),
    leaderThere: column.yesNoOrBlank('带班领导在岗'),
    matches: column.yesNoOrBlank('信息是否相符', { aliases: ['信息相符'] }),
    checker: column.name('抽查人'),
    answered: column.yesNoOrBlank('接听', { aliases: ['是否接听'], help: '空着时,写了接听人的算接听' }),
  },
});

export const UNIT_KINDS = ['部门', '乡镇', '街道', '专项'] as const;

/** 单位值班表收存 */
export const unitRosterLedger = defineLedger({
  id: 'unit-rosters',
  sheet: '单位值班表收存',
  aliases: ['单位值班表', '值班表收存', '各单位值班表'],
  help: '假期、防汛等时段各单位报来的值班表;没有收到的按应报日催报',
  clause: '值班-三',
  columns: {
    unit: column.text('单位', { required: true, aliases: ['单位名称'] }),
    kind: column.choice('类别', UNIT_KINDS),
    occasion: column.text('时段名', { aliases: ['时段', '假期名'] }),
    due: column.date('应报日', { aliases: ['应报日期'] }),
    received: column.date('收到日', { aliases: ['收到日期'] }),
    kept: column.text('存放', { aliases: ['存放位置'] }),
    urged: column.integer('催报次数'),
  },
});
