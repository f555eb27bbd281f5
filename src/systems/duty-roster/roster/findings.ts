/** What a reader of the roster must know: open days with everybody's reason, missing liaisons, chiefs who are away. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import type { Person } from '../../office/facts';
import { obstaclesOn } from '../engine';
import { isAwayTooLong } from '../reading/chief-weeks';
import { sourceOf, type RosterCase } from '../reading/roster-case';
import { everyDayIsHeld } from '../rules/clerks';
import { theRightLevelLeads } from '../rules/leaders';
import type { DayPlan } from './day-plans';
import type { SolvedCase } from './outcome';
import { reportShortages } from './relaxations';

/** Sheet and cell of a day's clerks in 值班表; '' where the row is not there yet. */
function cellOf(subject: RosterCase, { day }: DayPlan, field: 'one' | 'two' | 'leader' = 'one'): { readonly sheet: string; readonly cell: string } {
  return { sheet: subject.book.table.sheet, cell: day.served?.row.slots[field].cell ?? '' };
}

function dayText({ day }: Pick<DayPlan, 'day'>): string {
  const { date, day: calendarDay } = day.demand;
  return `${toISO(date)}${calendarDay.festival === null ? '' : `(${calendarDay.festival})`}`;
}

/** Why each clerk does not serve on a day, in order; those already on it are left out. */
export function reasonsOn({ subject, problem, solution }: SolvedCase, index: number): readonly { readonly clerk: number; readonly text: string; readonly source: string; readonly kind: string }[] {
  const { date } = subject.days[index]!.demand;
  return obstaclesOn(problem, solution.duties, index).map((obstacle) => {
    const person = subject.clerks[obstacle.clerk]!;
    if (obstacle.reason === 'unavailable') {
      const refusal = subject.refusals.clerk(person, date)!;
      return { clerk: obstacle.clerk, text: refusal.text, source: refusal.source, kind: refusal.kind };
    }
    if (obstacle.reason === 'cap') return { clerk: obstacle.clerk, text: '已到每期上限', source: '参数', kind: 'cap' };
    return { clerk: obstacle.clerk, text: `${toISO(obstacle.date)}值班,相隔不足${problem.minGap}天`, source: dutySource(subject, obstacle.date, person), kind: 'gap' };
  });
}

/** The cell that names him on another day; '' where the sheet does not say it yet. */
function dutySource(subject: RosterCase, date: CivilDate, person: Person): string {
  const day = subject.served.get(date);
  return day?.clerks.some((served) => served.person.order === person.order) ? sourceOf(subject.book, day, person) : '';
}

export function reportFindings(context: Context, solved: SolvedCase): void {
  const { subject, plans } = solved;
  plans.forEach((plan, index) => {
    reportOpen(context, solved, plan, index);
    reportLiaison(context, subject, plan);
    reportHandover(context, subject, plan);
    reportStanding(context, subject, plan);
  });
  reportShortages(context, solved);
  reportChiefs(context, solved);
  reportPhones(context, plans);
}

/** A day that nobody can take is never hidden. */
function reportOpen(context: Context, solved: SolvedCase, plan: DayPlan, index: number): void {
  if (plan.unfilled === 0) return;
  const { subject } = solved;
  const { need, pool } = plan.day.demand;
  const served = plan.clerks.length;
  const reasons = reasonsOn(solved, index);
  const free = subject.clerks.flatMap((person, clerk) => (reasons.some((reason) => reason.clerk === clerk) || plan.clerks.some(({ order }) => order === person.order) ? [] : [`${person.label}(为使空班最少,排在别的日子)`]));
  const list = [...reasons.map(({ clerk, text, source }) => `${subject.clerks[clerk]!.label}(${text}${source === '' ? '' : `,${source}`})`), ...free].join('、');
  const partly = served > 0;
  context.report({
    code: partly ? 'roster/day-short' : 'roster/day-unfilled',
    severity: partly ? 'warning' : 'violation',
    ...cellOf(subject, plan, partly ? 'two' : 'one'),
    message: partly ? `${dayText(plan)}应排${need}人,只排了${served}人:${list}` : `${dayText(plan)}无人可排:${list}`,
    remedy: `可把最小间隔改小(现为${subject.minGap}天),或让其他股级、一般人员“可排值班”,或解除锁定后再运行`,
    clause: partly && pool === 'holiday' ? '值班-四(二)' : '值班-一',
  });
}

function reportLiaison(context: Context, subject: RosterCase, plan: DayPlan): void {
  const { demand, leader } = plan.day;
  if (demand.pool !== 'holiday' || !leader.county) return;
  const liaisons = subject.liaisons.clerksOf(leader.county.name, demand.date);
  if (plan.clerks.some((person) => liaisons.some(({ order }) => order === person.order))) return;
  const names = liaisons.map((person) => {
    const refusal = subject.clerkIndex(person) < 0 ? null : subject.refusals.clerk(person, demand.date);
    return refusal ? `${person.label}(${refusal.text},${refusal.source})` : person.label;
  });
  context.report({
    code: 'roster/liaison-missing',
    severity: 'warning',
    ...cellOf(subject, plan),
    message: `${dayText(plan)}带班的${leader.county.label}没有联系文秘同日值班${names.length === 0 ? '(领导联系表没有写联系文秘)' : `:联系文秘是${names.join('、')}`}`,
    remedy: '请核对领导联系、假期带班,或说明原因',
    clause: '值班-四(二)',
  });
}

/** An absence that begins the morning after is allowed, with a warning. */
function reportHandover(context: Context, subject: RosterCase, plan: DayPlan): void {
  for (const person of plan.clerks) {
    const absence = subject.absences.afterHandover(person, plan.day.demand.date);
    if (!absence) continue;
    context.report({
      code: 'roster/absence-after-handover',
      severity: 'warning',
      ...cellOf(subject, plan),
      message: `${dayText(plan)}值班的${person.label}次日上午起${absence.label}(${absence.sheet}!${absence.cell}),9时交班后即离岗`,
      remedy: '来不及交班的,请登记不排日或调换班',
      clause: '值班-四(一)',
    });
  }
}

/** What the user fixed may break the rules of how many serve and who leads. */
function reportStanding(context: Context, { book }: RosterCase, { day, leader }: DayPlan): void {
  const { demand, served, fixes } = day;
  if (!served) return;
  const found = [
    ...(fixes.one !== null || fixes.two !== null ? everyDayIsHeld({ demand, served }).filter(({ text }) => text.code === 'duty/day-crowded') : []),
    ...(leader && (fixes.leader !== null || day.leader.typed) ? theRightLevelLeads({ demand, served }) : []),
  ];
  for (const { field, text } of found) context.report(book.table.issue(served.row.at, field as 'date', text));
}

/** Weeks that nobody leads, and chiefs who are away on a day or two of theirs. */
function reportChiefs(context: Context, { subject, solution, plans }: SolvedCase): void {
  const { weeks, histories } = subject.chiefs;
  const first = plans.find(({ day }) => !day.demand.county);
  if (histories.length === 0) {
    if (first) {
      context.report({ code: 'roster/no-chiefs', severity: 'violation', ...cellOf(subject, first, 'leader'), message: '人员表里没有可带班的科级干部,平日的带班领导空着', remedy: '请在人员表填写科级干部的层级(科级);不带班的在“可带班”填否', clause: '值班-二' });
    }
    return;
  }
  const planOf = new Map(plans.map((plan) => [plan.day.demand.date, plan]));
  weeks.forEach(({ week, days }, index) => {
    if (week.countedDays === 0) return;
    const holder = histories[solution.chiefs[index]!]?.person ?? null;
    const open = days.map((date) => planOf.get(date)!).filter((plan) => plan.day.fixes.leader === null);
    const span = `${toISO(days[0]!)}至${toISO(days.at(-1)!)}`;
    if (!holder) {
      const reasons = histories.map(({ person }) => {
        const away = days.flatMap((date) => subject.refusals.leader(person, date) ?? []);
        return `${person.label}(${away[0]!.text},${away[0]!.source},${away.length}天)`;
      });
      context.report({ code: 'roster/week-unfilled', severity: 'violation', ...cellOf(subject, open[0] ?? planOf.get(days[0]!)!, 'leader'), message: `${span}这一周没有科级可以带班:${reasons.join('、')}`, remedy: '请协调一名科级带班,填入后锁定', clause: '值班-二' });
      return;
    }
    const away = open.map((plan) => plan.day.demand.date).filter((date) => subject.refusals.leader(holder, date) !== null);
    if (away.length === 0) return;
    const refusal = subject.refusals.leader(holder, away[0]!)!;
    context.report({
      code: 'roster/chief-away',
      severity: 'warning',
      ...cellOf(subject, planOf.get(away[0]!)!, 'leader'),
      message: `${span}带班的${holder.label}有${away.length}天不在:${away.map(toISO).join('、')}(${refusal.text},${refusal.source})${isAwayTooLong(away.length, days.length) ? ';这一周已经排定,仍由他带班' : ''}`,
      remedy: '请协调这几天由谁代为带班',
      clause: '值班-二',
    });
  });
}

/** 带班领导 must be reachable: a blank mobile is told once a leader, at his row of 人员. */
function reportPhones(context: Context, plans: readonly DayPlan[]): void {
  const leaders = new Map(plans.flatMap(({ leader }) => (leader && leader.phone === null ? [[leader.order, leader] as const] : [])));
  for (const person of leaders.values()) {
    context.report({ code: 'duty/leader-phone-blank', severity: 'warning', sheet: person.sheet, cell: person.cell, message: `带班领导${person.label}没有手机号`, remedy: '请在人员表填写手机', clause: '值班-二' });
  }
}
