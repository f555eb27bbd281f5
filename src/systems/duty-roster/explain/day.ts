/** 为什么是他: who could not serve that day and why, who was left with what counts, and what another choice would have cost. */
import { toISO, WEEKDAY_NAMES } from '../../../kernel/date';
import type { ExplanationLine } from '../../../ledger/explain';
import type { Person } from '../../office/facts';
import { counterfactual, obstaclesOn, type Counterfactual } from '../engine';
import { FIX_NAMES } from '../reading/fixed';
import { sourceOf, type CaseDay } from '../reading/roster-case';
import { statementOf } from '../roster/certificate';
import { fairnessRows, type FairnessRow } from '../roster/fairness';
import type { SolvedCase } from '../roster/outcome';
import { levelsText } from '../substitutes/texts';
import { effectOfSwap } from '../substitutes/written';
import { mondayOf } from './target';

/** So many of those left are solved anew with them on the day. */
const ALTERNATIVES = 3;

const line = (item: string, value: string, source = '', clause = ''): ExplanationLine => ({ item, value, source, clause });

function dayLine({ demand }: CaseDay): ExplanationLine {
  const { date, day, need, pool } = demand;
  const festival = day.festival === null ? '' : `,${day.festival}`;
  return line('日期', `${toISO(date)},${WEEKDAY_NAMES[demand.weekday]},${day.kind}${festival}(${day.source}),应排${need}人`, demand.source, pool === 'holiday' ? '值班-四(二)' : '值班-四(一)');
}

export function clerkLines(solved: SolvedCase, index: number, field: 'one' | 'two'): readonly ExplanationLine[] {
  const { subject } = solved;
  const day = subject.days[index]!;
  const clause = day.demand.pool === 'holiday' ? '值班-四(二)' : '值班-四(一)';
  const stands = standing(solved, index, field);
  const published = day.served?.row.published === true ? [line('状态', '已发布,生成时不动,要改请用调整值班表或调换班', `${subject.book.table.sheet}`, clause)] : [];
  const lines = [dayLine(day), ...standLines(solved, day, stands, clause), ...published];
  const reason = day.fixes[field];
  if (reason !== null) return [...lines, line('为什么', `${FIX_NAMES[reason]},生成时不动`, fixSource(solved, day, field), clause)];
  return [...lines, ...liaisonLines(solved, day), ...excludedLines(solved, index, clause), ...leftLines(solved, index, clause), ...alternativeLines(solved, index, stands, clause), line('证明', statementOf(solved), '', clause)];
}

/** Who stands in the cell. */
function standing({ subject }: SolvedCase, index: number, field: 'one' | 'two'): readonly Person[] {
  const served = subject.days[index]!.served;
  if (!served) return [];
  const first = served.row.slots.one.people.length;
  return served.clerks.filter((_, at) => (field === 'one' ? at < first : at >= first)).map(({ person }) => person);
}

function standLines({ subject, plans }: SolvedCase, day: CaseDay, stands: readonly Person[], clause: string): readonly ExplanationLine[] {
  const { served } = day;
  const sheet = subject.book.table.sheet;
  const people = stands.map((person) => line('值班人员', person.label, served ? sourceOf(subject.book, served, person) : sheet, clause));
  const swaps = (served?.clerks ?? []).flatMap(({ person, rostered, swap }) =>
    swap && stands.some(({ order }) => order === person.order)
      ? [
          line('调换班', `原排${rostered.label},批准后由${person.label}值班${swap.number === '' ? '' : `(单号${swap.number})`}`, `${swap.sheet}!${swap.cell}`, '值班-七(二)'),
          line('调换对公平的影响', levelsText(effectOfSwap(subject, day, swap)), '公平性', '值班-七(二)'),
        ]
      : [],
  );
  const plan = plans.find((one) => one.day === day)!;
  const moved = served !== null && stands.some((person) => !plan.clerks.some(({ order }) => order === person.order));
  const outdated = moved ? [line('数据已变化', `现在重新生成,这一天会排${plan.clerks.map(({ label }) => label).join('、')}`, '', clause)] : [];
  return [...(people.length > 0 ? people : [line('值班人员', '没有人', sheet, clause)]), ...swaps, ...outdated];
}

function fixSource({ subject }: SolvedCase, day: CaseDay, field: 'one' | 'two' | 'leader'): string {
  const row = day.served!.row;
  const cell = day.fixes[field] === 'lock' ? row.lockCell : row.slots[field].cell;
  return `${subject.book.table.sheet}!${cell}`;
}

function liaisonLines({ subject }: SolvedCase, { demand, leader }: CaseDay): readonly ExplanationLine[] {
  if (demand.pool !== 'holiday' || !leader.county) return [];
  const liaisons = subject.liaisons.clerksOf(leader.county.name, demand.date).map(({ label }) => label);
  return [line('联系文秘', `带班的${leader.county.label}:${liaisons.length === 0 ? '领导联系表没有写' : liaisons.join('、')}`, demand.source, '值班-四(二)')];
}

/** Clerks per day as 值班表 has them. */
function duties({ subject }: SolvedCase): readonly (readonly number[])[] {
  return subject.days.map(({ served }) => (served?.clerks ?? []).map(({ person }) => subject.clerkIndex(person)).filter((clerk) => clerk >= 0));
}

function excludedLines(solved: SolvedCase, index: number, clause: string): readonly ExplanationLine[] {
  const { subject, problem } = solved;
  const { date } = subject.days[index]!.demand;
  return obstaclesOn(problem, duties(solved), index).map((obstacle) => {
    const person = subject.clerks[obstacle.clerk]!;
    const item = `不能排:${person.label}`;
    if (obstacle.reason === 'unavailable') {
      const refusal = subject.refusals.clerk(person, date)!;
      return line(item, refusal.text, refusal.source, clause);
    }
    if (obstacle.reason === 'cap') return line(item, `已到每期上限${problem.clerks[obstacle.clerk]!.cap!}次`, '参数', clause);
    const other = subject.served.get(obstacle.date);
    return line(item, `${toISO(obstacle.date)}值班,相隔不足${problem.minGap}天`, other ? sourceOf(subject.book, other, person) : '', clause);
  });
}

/** Those without an obstacle, whoever serves included: fewest first. */
function left(solved: SolvedCase, index: number): readonly { readonly clerk: number; readonly row: FairnessRow }[] {
  const { subject, problem } = solved;
  const { pool, weekday } = subject.days[index]!.demand;
  const excluded = new Set(obstaclesOn(problem, duties(solved), index).map(({ clerk }) => clerk));
  const count = ({ row }: { readonly row: FairnessRow }): number => (pool === 'holiday' ? row.holiday : row.total);
  return fairnessRows(solved)
    .map((row, clerk) => ({ clerk, row }))
    .filter(({ clerk }) => !excluded.has(clerk))
    .sort((a, b) => count(a) - count(b) || a.row.weekdays[weekday]! - b.row.weekdays[weekday]! || a.clerk - b.clerk);
}

function leftLines(solved: SolvedCase, index: number, clause: string): readonly ExplanationLine[] {
  const { demand, served } = solved.subject.days[index]!;
  return left(solved, index).map(({ row }) => {
    const serves = served?.clerks.some(({ person }) => person.order === row.person.order) === true;
    const counts = demand.pool === 'holiday' ? `假期${row.holiday}次(本期${row.holidayNow}次)` : `合计${row.total}次(期初${row.carried}、离岗折算${row.credit}、本期${row.now}),${WEEKDAY_NAMES[demand.weekday]}${row.weekdays[demand.weekday]!}次,周末${row.weekdays[5]! + row.weekdays[6]!}次`;
    return line(`${serves ? '排的是' : '可以排'}:${row.person.label}`, counts, '公平性', clause);
  });
}

const LEVELS = { regular: ['空班', '次数平方和', '星期平方和', '周末平方和'], holiday: ['空班', '缺联系文秘的天数', '次数平方和', '除夕初一平方和', '节次平方和', '非联系文秘的人次'] } as const;

/** Had somebody else taken the place: solved anew with him fixed there. */
function alternativeLines(solved: SolvedCase, index: number, stands: readonly Person[], clause: string): readonly ExplanationLine[] {
  const { subject, problem, solution } = solved;
  const { pool } = subject.days[index]!.demand;
  const chosen = solution.duties[index]!;
  const place = stands[0] ? chosen.indexOf(subject.clerkIndex(stands[0])) : -1;
  // what stands may be out of date: then the last place of the day, which is free if any is
  const slot = place >= 0 ? place : chosen.length - 1;
  const lines: ExplanationLine[] = [];
  for (const { clerk, row } of left(solved, index)) {
    const other = counterfactual(problem, solution, index, slot, clerk);
    if (other) lines.push(line(`若改由${row.person.label}`, differenceText(other, LEVELS[pool]), '', clause));
    if (lines.length === ALTERNATIVES) break;
  }
  return lines;
}

function differenceText({ deltas, isProven }: Counterfactual, names: readonly string[]): string {
  const level = deltas.findIndex((delta) => delta !== 0);
  if (level < 0) return '其余重新排后同样公平,两种排法并列,保留已排的';
  const delta = deltas[level]!;
  return `其余重新排,${isProven ? '最好也' : '找到的最好排法'}是${names[level]!}${delta > 0 ? '增加' : '减少'}${Math.abs(delta)}${isProven ? '' : '(未证明)'}`;
}

/** The week's chiefs: who was away, how many turns each has. */
export function leaderLines(solved: SolvedCase, index: number): readonly ExplanationLine[] {
  const { subject } = solved;
  const day = subject.days[index]!;
  const { demand, served, leader } = day;
  const sheet = subject.book.table.sheet;
  const stands = served?.leaders[0]?.person ?? null;
  const lines = [dayLine(day), line('带班领导', stands?.label ?? '没有人', served ? `${sheet}!${served.row.slots.leader.cell}` : sheet, '值班-二')];
  const swap = served?.leaders[0]?.swap;
  if (swap) lines.push(line('调换班', `原为${served.leaders[0]!.rostered.label}`, `${swap.sheet}!${swap.cell}`, '值班-七(二)'));
  const reason = day.fixes.leader;
  if (reason !== null) return [...lines, line('为什么', `${FIX_NAMES[reason]},生成时不动`, fixSource(solved, day, 'leader'), '值班-二')];
  if (demand.county) {
    const why = demand.leader ? '按假期带班、紧急带班的安排' : leader.typed ? '直接填在值班表' : leader.proposed ? '假期带班未定,由程序平均建议' : '县级领导未定';
    return [...lines, line('为什么', why, demand.source, '值班-二')];
  }
  const week = subject.chiefs.weeks.findIndex((plan) => plan.week.monday === mondayOf(demand.date));
  const { days } = subject.chiefs.weeks[week]!;
  const chosen = solved.solution.chiefs;
  return [
    ...lines,
    ...subject.chiefs.histories.map(({ person, chief, turns, credit }, index_) => {
      const away = days.flatMap((date) => subject.refusals.leader(person, date) ?? []);
      const now = chosen.filter((one, at) => one === index_ && subject.chiefs.weeks[at]!.week.countedDays > 0).length;
      const counts = `合计${chief.turns + now}周(已带${turns.length}、离岗折算${chief.turns - turns.length}、本期${now})`;
      if (chief.available[week] !== 1) return line(`不能排:${person.label}`, `这一周有${away.length}天不在:${away[0]!.text};${counts}`, away[0]!.source, '值班-二');
      const last = turns.length === 0 ? '' : `,上次是${toISO(turns.at(-1)!)}那一周`;
      return line(`${person.order === stands?.order ? '排的是' : '可以排'}:${person.label}`, `${counts}${last}${credit.length > 0 ? `,离岗${credit.length}周` : ''}`, `${person.sheet}!${person.cell}`, '值班-二');
    }),
    line('证明', statementOf(solved), '', '值班-二'),
  ];
}
