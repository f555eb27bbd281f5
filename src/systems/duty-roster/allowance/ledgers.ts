/** The sheets that duty allowances are computed from: what a duty is worth, and which duties were made up for by time off. */
import * as column from '../../../ledger/column';
import { defineLedger } from '../../../ledger/ledger';

export const PAYEES = ['值班人员', '带班领导', '驾驶员', '其他'] as const;
/** Each day belongs to exactly one: 假期 is a holiday without its statutory days (G9). */
export const DAY_CLASSES = ['工作日', '补班日', '周末', '假期', '法定日'] as const;
export const SHIFT_KINDS = ['24小时班', '白班', '夜班', '半班'] as const;
export const PRICINGS = ['元/班', '元/小时', '元/餐'] as const;
export const UNAPPROVED = ['暂扣', '发给实际值班人'] as const;

export type Payee = (typeof PAYEES)[number];
export type DayClass = (typeof DAY_CLASSES)[number];

/** 费率表 */
export const rateLedger = defineLedger({
  id: 'allowance-rates',
  sheet: '费率表',
  aliases: ['值班补助标准', '补助标准', '补助费率'],
  help: '标准按本单位现行文件填写,示例里的0不是标准;标准变了另起一行,写明适用起止。带班领导没有行就不发',
  clause: '后勤-二(七)',
  columns: {
    from: column.date('适用起', { aliases: ['起', '生效日期'] }),
    to: column.date('适用止', { aliases: ['止', '失效日期'] }),
    payee: column.choice('对象', PAYEES, { help: '空着是值班人员;驾驶员、其他不在值班表里,不计入值班补助' }),
    dayClass: column.text('日期类型', { required: true, choices: DAY_CLASSES, aliases: ['类型'], help: '法定日是放假办法列举的日子,假期是假期里其余的日子;按班次开始的那一天' }),
    shift: column.choice('时段', SHIFT_KINDS, { help: '空着是24小时班;值班表一天一班,只用24小时班的行' }),
    pricing: column.choice('计价', PRICINGS, { help: '空着是元/班;元/小时按24小时计' }),
    amount: column.money('标准', { aliases: ['金额', '补助标准', '标准(元)'] }),
    cap: column.money('月封顶', { aliases: ['每月封顶', '封顶'], help: '每人每月合计最多发多少;同一对象各行应相同,空着不封顶' }),
    exclusive: column.yesNoOrBlank('与补休互斥', { help: '空着是“是”:已安排补休的班次不发' }),
    overtimeExclusive: column.yesNoOrBlank('与加班补助互斥'),
    unapproved: column.choice('未批调换班', UNAPPROVED, { help: '空着是暂扣:调换未经批准的班次不发,等认定' }),
    basis: column.text('依据', { aliases: ['文件'] }),
    note: column.text('备注'),
  },
});

/** 值班补休 */
export const restLedger = defineLedger({
  id: 'duty-rests',
  sheet: '值班补休',
  aliases: ['值班补休登记', '值班调休'],
  help: '已安排补休的班次,一班一行:谁、哪天值的班、哪天补休',
  clause: '后勤-二(七)',
  columns: {
    person: column.name('姓名', { required: true }),
    date: column.date('值班日期', { required: true }),
    rested: column.date('补休日期'),
    note: column.text('备注'),
    personId: column.text('人员编号'),
  },
});
