/** What `check` says about duty: the contents page of the room's clauses. */
import type { Context } from '../../../ledger/context';
import type { Rule } from '../../../ledger/rule';
import { NO_DAYS, people } from '../../office/facts';
import { daysOffLedger, emergencyLedger, holidayLeadersLedger, swapLedger } from '../ledgers';
import { readDaysOff } from '../reading/days-off';
import { readEmergencies, readHolidayLeaders } from '../reading/leaders';
import { readOpenings } from '../reading/openings';
import { dutyRecords } from '../reading/records';
import { dutiesKeepTheirDistance, everyDayIsHeld, holidaysHaveTwo, noDayIsMissing, nobodyServesTwiceADay, nobodyServesWhileAway, onlyClerksInPostServe } from './clerks';
import { aLiaisonServesWithHisLeader, holidayLeadersLieOnHolidays, leadersCanBeReached, oneChiefAWeek, theRightLevelLeads } from './leaders';
import { ALL_DAYS, everyDay } from './subject';
import { noSwapIsWrittenTwice, onlyHisOwnDutyIsHandedOver, substitutesAreFreeClerks, swapsAreApprovedBeforeTheShift, swapsAreReported, swapsMoveARosteredDuty } from './swaps';

/** Rows that lie beyond 值班表 are read too: their names and dates are judged by the reading. */
function ledgersAreReadable(context: Context): void {
  const directory = context.fact(people, NO_DAYS);
  readOpenings(context, directory, ALL_DAYS.to);
  readDaysOff(context, directory, ALL_DAYS);
  readEmergencies(context, directory, ALL_DAYS);
  readHolidayLeaders(context, directory, ALL_DAYS);
}

const needs = [dutyRecords];

export const rules: readonly Rule[] = [
  { id: 'ledgers-are-readable', clause: '登记-一(一)4', title: `值班期初、${daysOffLedger.sheet}、${holidayLeadersLedger.sheet}、${emergencyLedger.sheet}、${swapLedger.sheet}读得通`, needs, check: ledgersAreReadable },
  { id: 'every-day-is-held', clause: '值班-一', title: '每天有人值班,平日恰好一人', needs, check: everyDay(everyDayIsHeld) },
  { id: 'no-day-is-missing', clause: '值班-一', title: '值班表的日子没有遗漏', needs, check: noDayIsMissing },
  { id: 'only-clerks-in-post-serve', clause: '值班-一', title: '值班的是在岗文秘', needs, check: everyDay(onlyClerksInPostServe) },
  { id: 'nobody-serves-twice-a-day', clause: '值班-一', title: '一天不排同一人两次', needs, check: everyDay(nobodyServesTwiceADay) },
  { id: 'the-right-level-leads', clause: '值班-二', title: '假期、紧急由县级带班,其他时间由科级带班', needs, check: everyDay(theRightLevelLeads) },
  { id: 'one-chief-a-week', clause: '值班-二', title: '科级一周一人', needs, check: oneChiefAWeek },
  { id: 'leaders-can-be-reached', clause: '值班-二', title: '带班领导有手机号', needs, check: leadersCanBeReached },
  { id: 'holiday-leaders-lie-on-holidays', clause: '值班-二', title: '假期带班写在假期里', needs, check: holidayLeadersLieOnHolidays },
  { id: 'nobody-serves-while-away', clause: '值班-四(一)', title: '请假、外出、不排日不值班', needs, check: everyDay(nobodyServesWhileAway) },
  { id: 'duties-keep-their-distance', clause: '值班-四(一)', title: '同一人两班相隔够最小间隔', needs, check: dutiesKeepTheirDistance },
  { id: 'holidays-have-two', clause: '值班-四(二)', title: '假期每天两人', needs, check: everyDay(holidaysHaveTwo) },
  { id: 'a-liaison-serves-with-his-leader', clause: '值班-四(二)', title: '联系文秘与县级领导同日值班', needs, check: everyDay(aLiaisonServesWithHisLeader) },
  { id: 'swaps-move-a-rostered-duty', clause: '值班-七(二)', title: '调换的是值班表排了的班', needs, check: swapsMoveARosteredDuty },
  { id: 'no-swap-is-written-twice', clause: '值班-七(二)', title: '同一次调换只登记一次', needs, check: noSwapIsWrittenTwice },
  { id: 'swaps-are-approved-before-the-shift', clause: '值班-七(二)', title: '调换班由分管科级在班次开始前批准', needs, check: swapsAreApprovedBeforeTheShift },
  { id: 'substitutes-are-free-clerks', clause: '值班-七(二)', title: '顶替人是当日能值班的文秘', needs, check: substitutesAreFreeClerks },
  { id: 'swaps-are-reported', clause: '值班-七(二)', title: '调换班报告带班领导、综合股、信息股', needs, check: swapsAreReported },
  { id: 'only-his-own-duty-is-handed-over', clause: '值班-七(三)', title: '未经批准换来的班不能再换出', needs, check: onlyHisOwnDutyIsHandedOver },
];
