/** Duty operations: ledgers, rules and reminders of what happens while somebody serves (值班-三, 值班-五, 值班-六). */
import type { Rule } from '../../../ledger/rule';
import { calendar } from '../../office/facts';
import { dutyRecords } from '../reading/records';
import { callsReachWhoServes, everyWorkdayHasItsFourCalls } from './calls';
import { handoversAreOnTime, noHandoverIsMissing, theListIsComplete, whoServedHandsOver } from './handover';
import { callLedger, handoverLedger, logLedger, reportLedger, spotCheckLedger, unitRosterLedger } from './ledgers';
import { urgentMattersAreClosed, urgentMattersAreReportedAtOnce } from './log';
import { reportsReachTheOfficeInTime } from './reports';
import { everyShiftChecksItsUnits, spotChecksAreTold } from './spot-checks';
import { unitRostersArriveInTime } from './unit-rosters';

export const serviceLedgers = [handoverLedger, callLedger, logLedger, reportLedger, spotCheckLedger, unitRosterLedger];

export const serviceRules: readonly Rule[] = [
  { id: 'unit-rosters-arrive-in-time', clause: '值班-三', title: '单位值班表按应报日收到', needs: [], check: unitRostersArriveInTime },
  { id: 'who-served-hands-over', clause: '值班-五(一)', title: '交班人、接班人是实际值班人', needs: [dutyRecords], check: whoServedHandsOver },
  { id: 'handovers-are-on-time', clause: '值班-五(一)', title: '9时交接班', needs: [], check: handoversAreOnTime },
  { id: 'the-list-is-complete', clause: '值班-五(一)', title: '移交清单齐全,钥匙各1把', needs: [], check: theListIsComplete },
  { id: 'no-handover-is-missing', clause: '值班-五(一)', title: '交接班记录没有缺日', needs: [], check: noHandoverIsMissing },
  { id: 'calls-reach-who-serves', clause: '值班-五(二)2', title: '电话转接到实际值班人的手机', needs: [dutyRecords], check: callsReachWhoServes },
  { id: 'every-workday-has-its-four-calls', clause: '值班-五(二)2', title: '每个工作日取消、转接各两次', needs: [calendar], check: everyWorkdayHasItsFourCalls },
  { id: 'urgent-matters-are-reported-at-once', clause: '值班-六(一)', title: '突发事项及时报告', needs: [], check: urgentMattersAreReportedAtOnce },
  { id: 'urgent-matters-are-closed', clause: '值班-六(一)', title: '突发事项有处理和反馈', needs: [], check: urgentMattersAreClosed },
  { id: 'reports-reach-the-office-in-time', clause: '值班-六(二)', title: '值班报告上班时转综合股', needs: [calendar], check: reportsReachTheOfficeInTime },
  { id: 'spot-checks-are-told', clause: '值班-六(三)', title: '电话抽查登记齐全', needs: [], check: spotChecksAreTold },
  { id: 'every-shift-checks-its-units', clause: '值班-六(三)', title: '每班抽查够单位数', needs: [], check: everyShiftChecksItsUnits },
];

export { serviceSample } from './sample';
export { serviceReminders } from './reminders';
export { serviceSettings } from './parameters';
