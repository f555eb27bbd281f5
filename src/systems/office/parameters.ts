/** Switches of 参数 that belong to no single room. */
import { setting } from '../../ledger/setting';

export const officeName = setting.text('单位名称', '', { clause: '值班-一', help: '打印页上的单位名称;空白印作××办公室', aliases: ['单位名'] });
export const workingHours = setting.text('上下班时间', '09:00-12:00,14:00-18:00', { clause: '值班-五(二)2', help: '上午、下午的上下班时间' });
export const dueDayIncluded = setting.yesNo('截止日含当天', true, { clause: 'G3', help: '“X日前”是否含X日当天' });
export const dueDayRolls = setting.yesNo('截止日顺延', true, { clause: 'G5', help: '截止日落在休息日,是否顺延到其后的第一个工作日才算逾期' });
export const reminderDays = setting.integer('到期提醒天数', 30, { clause: '后勤-三(三)', help: '保险、年检、租房等提前几天提醒', minimum: 0, maximum: 365 });

export const officeSettings = [officeName, workingHours, dueDayIncluded, dueDayRolls, reminderDays];
