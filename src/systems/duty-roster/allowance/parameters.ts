/** Switches of duty allowances. */
import { setting } from '../../../ledger/setting';

export const overnightPricing = setting.choice('值班补助跨日', ['按起始日', '分段折算'], '按起始日', {
  clause: '后勤-二(七)',
  help: '一班从9时到次日9时:按起始日=全按开始那一天的标准;分段折算=当天15小时、次日9小时各按各的标准,四舍五入到分',
});

export const allowanceSettings = [overnightPricing];
