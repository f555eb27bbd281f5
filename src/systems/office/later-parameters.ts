/** Keys of 参数 whose rooms are not open yet; an office may already write them down. */
import { setting } from '../../ledger/setting';

export const laterSettings = [
  setting.choice('统计期', ['抄表', '自然月'], '抄表', { clause: '后勤-三(五)', help: '车辆月报的一个月:上月20日后至本月20日,或自然月' }),
  setting.list('定点厂', { clause: '后勤-三(二)', help: '定点维修厂名单,用、分开;空白不核对' }),
  setting.integer('拆单窗口', 7, { clause: '后勤-四(一)', help: '几天内同股室同类多张单据合并看', minimum: 1, maximum: 60 }),
  setting.integer('保养间隔', 5000, { clause: '后勤-三(七)', help: '多少公里保养一次', minimum: 1000, maximum: 50000 }),
];
