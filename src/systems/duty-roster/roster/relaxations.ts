/** What would fill days that stay open, tried out one after the other: a smaller gap, more people, fewer locks (值班-一). */
import { toISO } from '../../../kernel/date';
import { daysOf } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { Person } from '../../office/facts';
import { shortages, solveRoster, type Clerk, type RosterProblem } from '../engine';
import { isRosterClerk, type RosterCase } from '../reading/roster-case';
import type { SolvedCase } from './outcome';

/** Larger rosters (people times days) are not solved again for advice. */
const LARGEST = 12_000;

const unfilledIn = (problem: RosterProblem): number => {
  const { regular, holiday } = solveRoster({ ...problem, standing: [], weeks: [] });
  return regular.vector.unfilled + holiday.vector.unfilled;
};

/** 股级 and 一般 who are no clerks, may serve, and are in post in the period. */
function othersWhoMay({ directory, period }: RosterCase): readonly Person[] {
  return directory.all.filter((person) => (person.level === '股级' || person.level === '一般') && person.canServe && !isRosterClerk(person) && daysOf(period).some((date) => directory.inPost(person, date)));
}

/** The problem with more people, each with the mean of the others behind him. */
function withOthers(problem: RosterProblem, subject: RosterCase, others: readonly Person[]): RosterProblem {
  const mean = (pick: (clerk: Clerk) => number): number => Math.round(problem.clerks.reduce((sum, clerk) => sum + pick(clerk), 0) / problem.clerks.length);
  const more = others.map((person): Clerk => ({
    total: mean(({ total }) => total),
    weekdays: [0, 1, 2, 3, 4, 5, 6].map((weekday) => mean(({ weekdays }) => weekdays[weekday]!)),
    holiday: mean(({ holiday }) => holiday),
    festivals: problem.festivals.map((_, festival) => mean(({ festivals }) => festivals[festival]!)),
    newYear: mean(({ newYear }) => newYear),
    available: Uint8Array.from(subject.days, ({ demand }) => (subject.refusals.clerk(person, demand.date) === null ? 1 : 0)),
    cap: problem.clerks[0]!.cap,
    neighbours: [],
  }));
  return { ...problem, clerks: [...problem.clerks, ...more] };
}

interface Trial {
  readonly text: string;
  readonly problem: RosterProblem;
}

/** In the order in which they are offered. */
function trialsOf({ subject, problem }: SolvedCase): readonly Trial[] {
  const others = othersWhoMay(subject);
  const locked = new Set(subject.days.flatMap(({ fixed }, day) => fixed.filter(({ field, reason }) => field !== 'leader' && reason === 'lock').map(({ person }) => `${day}:${subject.clerkIndex(person)}`)));
  return [
    ...(problem.minGap > 1 ? [{ text: `最小间隔改为${problem.minGap - 1}天`, problem: { ...problem, minGap: problem.minGap - 1 } }] : []),
    ...(others.length > 0 ? [{ text: `让${others.slice(0, 5).map(({ label }) => label).join('、')}${others.length > 5 ? `等${others.length}人` : ''}也参加值班(人员表“是否文秘”填是)`, problem: withOthers(problem, subject, others) }] : []),
    ...(locked.size > 0 ? [{ text: '解除锁定', problem: { ...problem, fixed: problem.fixed.filter(({ day, clerk }) => !locked.has(`${day}:${clerk}`)) } }] : []),
  ];
}

/** Says which stretches of days hold more duties than people, and what was tried. */
export function reportShortages(context: Context, solved: SolvedCase): void {
  const { subject, problem, solution } = solved;
  const open = solution.regular.vector.unfilled + solution.holiday.vector.unfilled;
  if (open === 0 || problem.clerks.length * problem.days.length > LARGEST) return;
  const { sheet } = subject.book.table;
  const date = (day: number): string => toISO(problem.days[day]!.date);
  const name = (clerk: number): string => subject.clerks[clerk]!.label;
  for (const { days, slots, supply } of shortages(problem, solution)) {
    const span = `${date(days[0]!)}至${date(days.at(-1)!)}`;
    const all = supply?.reduce((sum, { most }) => sum + most, 0) ?? 0;
    context.report({
      code: 'roster/short-window',
      severity: 'info',
      sheet,
      cell: '',
      message: supply
        ? `${span}有${slots}个班次,按请假、不排日和间隔${problem.minGap}天,所有人合起来最多值${all}个${supply.length === 0 ? '' : `:${supply.map(({ clerk, most }) => `${name(clerk)}${most}次`).join('、')}`}`
        : `${days.map(date).join('、')}不能都排满,少排其中任何一天,其余的就能排满`,
      remedy: '请在这几天里增加能值班的人,或调整请假、不排日',
      clause: '值班-一',
    });
  }
  const tried = trialsOf(solved).map(({ text, problem: relaxed }) => ({ text, left: unfilledIn(relaxed) }));
  if (tried.length === 0) return;
  const useful = tried.filter(({ left }) => left < open);
  context.report({
    code: 'roster/relaxations',
    severity: 'info',
    sheet,
    cell: '',
    message: `空着${open}个班次,逐项试算:${tried.map(({ text, left }) => `${text},空班${left === open ? '仍是' : '减为'}${left}个`).join(';')}`,
    remedy: useful.length === 0 ? '这几项单独都不够,请几项并用或另请人顶班' : `可采用:${useful[0]!.text}`,
    clause: '值班-一',
  });
}
