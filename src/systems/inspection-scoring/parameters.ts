/** Switches of the scoring room, kept in 参数. */
import { setting } from '../../ledger/setting';

/** 异议电话 */
export const objectionPhone = setting.text('异议电话', '', {
  clause: '督查-二',
  help: '印在公示上的异议受理电话;空着时公示留空位',
  aliases: ['异议受理电话', '监督电话'],
});

/** 公示天数: working days, the day of posting not counted (G6). */
export const publicityDays = setting.integer('公示天数', 5, {
  clause: '督查-二',
  help: '公示几个工作日(公示当日不计,补班日计入)',
  minimum: 1,
  maximum: 30,
});

/** 科级进个人排名 */
export const chiefsAreRanked = setting.yesNo('科级进个人排名', false, {
  clause: '督查-一',
  help: '科级干部是否列入个人得分',
});

/** 先进个人名额 */
export const commendedPersons = setting.integer('先进个人名额', 8, {
  clause: '督查-四',
  help: '年终先进个人名额,5至8名',
  minimum: 5,
  maximum: 8,
});

/** 封账至: quarters that end by this day are posted. */
export const closedUntil = setting.date('封账至', {
  clause: '督查-二',
  help: '这一天及以前的季度已经公示,得分变动时另出更正公示',
});
