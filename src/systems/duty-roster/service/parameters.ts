/** Switches of duty operations. */
import { setting } from '../../../ledger/setting';

export const urgentMinutes = setting.integer('突发报告时限', 30, { clause: '值班-六(一)', help: '突发事项接报后几分钟内向领导报告;制度只说立即报告,30分钟是默认', minimum: 0, maximum: 1440 });
export const unitsPerShift = setting.integer('每班抽查单位数', null, { clause: '值班-六(三)', help: '每班电话抽查几个单位;制度没有定数,空白不核对', minimum: 1, maximum: 200 });

export const serviceSettings = [urgentMinutes, unitsPerShift];
