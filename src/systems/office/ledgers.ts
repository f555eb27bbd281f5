/** The sheets every room needs: who works here, in which section, who decides, who serves which leader, which days are free. */
import * as column from '../../ledger/column';
import { defineLedger } from '../../ledger/ledger';

export const LEVELS = ['县级', '科级', '股级', '一般', '驾驶员', '文印'] as const;
export const DAY_KINDS = ['工作日', '周末', '假期', '补班'] as const;
export const MATTERS = ['主任', '值班', '小车班', '后勤', '内务督查', '文秘', '人事', '保密'] as const;
export const POST_CHANGES = ['调入', '轮岗', '提任', '借调', '上派', '调离', '退休'] as const;

export const peopleLedger = defineLedger({
  id: 'people',
  sheet: '人员',
  aliases: ['人员名单', '花名册', '人员花名册', '职工名册', '职工花名册', '干部职工名册', '干部职工花名册', '人员信息', '人员信息表', '人员基本情况', '人员台账', '人员表', '工作人员名单', '文秘人员名单', '值班人员名单', '通讯录', '名单'],
  help: '全办人员,一人一行;只有姓名一列也能用',
  clause: 'G14',
  columns: {
    id: column.text('编号', { aliases: ['人员编号', '工号', '职工编号'] }),
    name: column.name('姓名', { required: true, aliases: ['名字', '人员姓名', '职工姓名', '人员', '文秘人员', '值班人员'] }),
    section: column.section('股室', { aliases: ['科室', '部门', '所在股室', '所属股室', '所在科室', '所属科室', '所在部门', '单位'] }),
    position: column.text('职务', { aliases: ['岗位', '职位', '现任职务'] }),
    level: column.choice('层级', LEVELS, { aliases: ['级别', '职务层级', '人员类别'] }),
    isClerk: column.yesNoOrBlank('是否文秘', { aliases: ['文秘', '是否文秘人员', '文秘人员(是/否)'] }),
    canServe: column.yesNo('可排值班', { blank: true, aliases: ['可值班', '是否值班', '是否可排值班', '参加值班', '是否参加值班'] }),
    neverOn: column.weekdays('固定不排', { aliases: ['固定不排星期', '固定不排日', '不排星期'] }),
    phone: column.phone('手机', { aliases: ['手机号', '手机号码', '移动电话', '电话', '电话号码', '联系电话', '联系方式'] }),
    startedWork: column.date('参加工作日期', { aliases: ['参加工作时间', '参工时间', '工作时间'] }),
    joined: column.date('到办日期', { aliases: ['到办时间', '来办日期', '来办时间', '到岗日期', '到岗时间', '入职日期', '调入日期'] }),
    left: column.date('离办日期', { aliases: ['离办时间', '离岗日期', '离职日期', '调离日期'] }),
    note: column.text('备注'),
    canLead: column.yesNo('可带班', { blank: true, aliases: ['是否带班', '是否可带班', '参加带班'] }),
  },
});

export const sectionsLedger = defineLedger({
  id: 'sections',
  sheet: '股室',
  aliases: ['科室', '股室表', '科室表', '股室名单', '内设机构', '股室设置'],
  help: '股室及其别名、负责人、分管科级',
  clause: 'G15',
  columns: {
    name: column.section('股室', { required: true, aliases: ['股室名称', '科室名称', '部门名称', '科室', '部门', '所在股室', '所属股室', '所在科室', '所属科室', '所在部门', '内设机构', '单位', '名称'] }),
    aliases: column.text('别名', { aliases: ['简称', '又称'] }),
    head: column.name('负责人', { aliases: ['股长', '科长', '股室负责人', '主要负责人'] }),
    chief: column.name('分管科级', { aliases: ['分管领导', '分管科级干部', '分管'] }),
    ranked: column.yesNo('参评', { blank: true, aliases: ['是否参评'] }),
    minimum: column.integer('保障人数下限', { aliases: ['保障人数'] }),
    headFrom: column.date('负责人起', { aliases: ['负责人任期起'] }),
    headTo: column.date('负责人止', { aliases: ['负责人任期止'] }),
  },
});

export const authorityLedger = defineLedger({
  id: 'authority',
  sheet: '分管',
  aliases: ['分管表', '领导分工', '分工表', '领导分工表'],
  help: '哪件事由哪位科级干部分管,谁可代理',
  clause: '请假-二',
  columns: {
    matter: column.text('事项', { required: true, aliases: ['分管事项', '工作'] }),
    chief: column.name('科级', { required: true, aliases: ['分管科级', '科级干部'] }),
    deputy: column.name('代理', { aliases: ['代理人', 'B岗'] }),
    from: column.date('起', { aliases: ['起始日期', '开始日期'] }),
    to: column.date('止', { aliases: ['截止日期', '结束日期'] }),
  },
});

export const postsLedger = defineLedger({
  id: 'posts',
  sheet: '任职变动',
  aliases: ['任职变动表', '任职变动登记', '岗位变动', '岗位变动登记', '人员变动', '轮岗登记'],
  help: '谁在哪天从哪个股室到哪个股室;生效日当天起归新股室',
  clause: '督查-三(六)',
  number: 'id',
  columns: {
    id: column.text('编号'),
    person: column.name('姓名', { required: true }),
    effective: column.date('生效日期', { required: true, aliases: ['生效日', '变动日期'] }),
    oldSection: column.section('原股室', { aliases: ['原部门'] }),
    newSection: column.section('新股室', { aliases: ['现股室', '新部门'] }),
    kind: column.choice('类型', POST_CHANGES, { aliases: ['变动类型'] }),
    approved: column.date('主任会议审定日期', { aliases: ['主任会议审定日', '审定日期'] }),
    personId: column.text('人员编号'),
  },
});

export const liaisonsLedger = defineLedger({
  id: 'liaisons',
  sheet: '领导联系',
  aliases: ['联系领导', '联系领导表', '领导联系表', '联系分工', '联系领导分工'],
  help: '县级领导由哪些文秘、哪位科级联系',
  clause: '值班-四(二)',
  columns: {
    leader: column.name('县级领导', { required: true, aliases: ['领导', '领导姓名'] }),
    position: column.text('职务'),
    clerks: column.names('联系文秘', { aliases: ['联系文秘人员', '文秘', '联系人'] }),
    chief: column.name('联系科级', { aliases: ['联系科级干部'] }),
    group: column.text('线组', { aliases: ['线(组)', '线'] }),
    from: column.date('起', { aliases: ['起始日期'] }),
    to: column.date('止', { aliases: ['截止日期'] }),
  },
});

export const calendarLedger = defineLedger({
  id: 'calendar',
  sheet: '日历',
  aliases: ['日历表', '工作日历', '节假日', '节假日安排', '放假安排'],
  help: '与内置安排不同的日子;粘贴国务院通知可自动填写',
  clause: 'G9',
  unique: ['date'],
  columns: {
    date: column.date('日期', { required: true }),
    kind: column.choice('类型', DAY_KINDS, { required: true, aliases: ['日期类型'] }),
    festival: column.text('假期名', { aliases: ['假期名称', '节名', '节日'] }),
    statutory: column.yesNoOrBlank('法定日', { aliases: ['是否法定日', '法定'] }),
    source: column.text('来源'),
    note: column.text('备注'),
  },
});
