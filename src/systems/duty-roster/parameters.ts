/** Switches and thresholds of the duty roster. */
import { setting } from '../../ledger/setting';

export const dutyPhone = setting.text('值班电话', '', { clause: '值班-一', help: '印在值班表表尾' });
export const dutyFax = setting.text('传真', '', { clause: '值班-一', help: '印在值班表表尾', aliases: ['值班传真'] });
export const countedSince = setting.date('起算日', { clause: '值班-四(一)', help: '值班公平累计从这一天算起;空白从值班表第一行算起' });
export const minimumGap = setting.integer('最小间隔', 3, { clause: '值班-四(一)', help: '同一人两班至少相隔几天:3表示1日值班的最早4日再值', minimum: 1, maximum: 60 });
export const periodCap = setting.integer('每期上限', null, { clause: '值班-四(一)', help: '一人一期最多值几个平日班;空白不限', minimum: 0, maximum: 400 });
export const longAbsenceDays = setting.integer('长假天数', 30, { clause: '值班-四(一)', help: '连续整日不在岗满几天算长假,长假期间应值的班不追补', minimum: 1, maximum: 400 });
export const holidayNeed = setting.integer('假期值班人数', 2, { clause: '值班-四(二)', help: '假期每天几人值班', minimum: 1, maximum: 20 });
export const proposesLeaders = setting.yesNo('建议带班', false, { clause: '值班-二', help: '假期带班没有填的日子,是否由程序平均建议县级领导' });
export const noticeByWeekday = setting.yesNo('严格按原文星期通知', false, { clause: '值班-五(二)1', help: '是:星期二至星期六由综合股通知,星期日、星期一由前一天值班人员通知;否:按前一天是否上班' });
export const paysWithRest = setting.yesNo('值班补休后发补助', false, { clause: '后勤-二(七)', help: '已安排补休的班次是否仍发值班补助' });

export const dutySettings = [dutyPhone, dutyFax, countedSince, minimumGap, periodCap, longAbsenceDays, holidayNeed, proposesLeaders, noticeByWeekday, paysWithRest];
