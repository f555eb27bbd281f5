/** 替班建议: who can best take a duty over, or exchange it, and what that does to fairness (值班-七(二)). */
import { addDays, toISO, type CivilDate } from '../../../kernel/date';
import { parseName } from '../../../kernel/text/name';
import { defineAction, type Outcome } from '../../../ledger/action';
import type { Context } from '../../../ledger/context';
import type { Issue, IssueText } from '../../../ledger/issue';
import { resultSheet } from '../../../ledger/page';
import { parameter } from '../../../ledger/parameter';
import { EMPTY_REPORT } from '../../../workbook/report';
import type { Person } from '../../office/facts';
import { resolvePerson } from '../../office/people';
import { requestFor } from '../explain/target';
import { ROLES, rosterLedger } from '../ledgers';
import { periodCap } from '../parameters';
import { readCase, type RosterCase } from '../reading/roster-case';
import type { ServedDay } from '../reading/served';
import { rankClerks } from '../substitutes/clerks';
import { rankLeaders } from '../substitutes/leaders';
import type { Question, Ranking } from '../substitutes/proposal';
import { headline, substituteTables } from '../substitutes/tables';
import { ROSTER_INPUTS, ROSTER_NEEDS } from './roster-run';

const SUBSTITUTES_ACTION = 'duty-roster/substitutes';
const CLAUSE = '值班-七(二)';

type Role = Question['role'];

const PARAMETERS = {
  date: parameter.date('日期', '要换班的那一天'),
  person: parameter.optionalText('原值班人', '不能值班的人;空着列出当日每个值班人员的替班人'),
  岗位: parameter.optionalChoice('岗位', '值班或带班;空着按所填的人当日的岗位,没有填人是值班', ROLES),
  keepBefore: parameter.optionalDate('此前不变', '这一天之前的班不再对调(一般填今天);空着只与所选日期之后的班对调'),
};

interface Values {
  readonly date: CivilDate;
  readonly person: string | null;
  readonly 岗位: Role | null;
  readonly keepBefore: CivilDate | null;
}

const nothing = (headlineText: string): Outcome => ({ tables: substituteTables([]), report: EMPTY_REPORT, headlines: [headlineText] });

function parametersOf({ date, person, 岗位, keepBefore }: Values): Readonly<Record<string, string>> {
  return { date: toISO(date), ...(person === null ? {} : { person }), ...(岗位 === null ? {} : { 岗位 }), ...(keepBefore === null ? {} : { keepBefore: toISO(keepBefore) }) };
}

const about = (sheet: string, text: IssueText): Issue => ({ ...text, sheet, cell: '' });

/** Who is to be replaced, and in which role; nobody (with an error) where the day or the name does not say. */
function replacedOn(context: Context, { directory, book }: RosterCase, served: ServedDay | null, { date, person: typed, 岗位: wanted }: Values): { readonly role: Role; readonly people: readonly Person[] } | null {
  const { sheet } = book.table;
  const say = (text: Omit<IssueText, 'severity' | 'clause'>): null => {
    context.report(about(sheet, { ...text, severity: 'error', clause: CLAUSE }));
    return null;
  };
  if (!served) return say({ code: 'substitutes/no-row', message: `${sheet}没有${toISO(date)}的班`, remedy: '请核对日期,或先运行“生成值班表”' });
  const of = (role: Role): readonly Person[] => (role === '值班' ? served.clerks : served.leaders).map(({ person }) => person);
  if (typed === null) {
    const role = wanted ?? '值班';
    return of(role).length > 0 ? { role, people: of(role) } : say({ code: 'substitutes/nobody', message: `${toISO(date)}没有排${role === '值班' ? '值班人员' : '带班领导'},没有人要替换`, remedy: '请先排班,再找替班的人' });
  }
  const roles = wanted === null ? ROLES : [wanted];
  const whole = ROLES.flatMap((role) => of(role));
  const person = meant(context, directory, whole, date, typed);
  if (!person) return null;
  const role = roles.find((one) => of(one).some(({ order }) => order === person.order));
  if (role) return { role, people: [person] };
  const held = ROLES.map((one) => `${one}的是${of(one).map(({ label }) => label).join('、') || '(空)'}`).join(',');
  return say({ code: 'substitutes/not-on-duty', message: `${toISO(date)}${wanted ?? '值班'}的没有${person.label},${held}`, remedy: '请填写当日值班或带班的人,或核对日期和岗位' });
}

/** The person of a parameter: of namesakes the one who serves that day. */
function meant(context: Context, directory: RosterCase['directory'], serving: readonly Person[], date: CivilDate, typed: string): Person | null {
  const reading = parseName(typed);
  if (reading.kind !== 'name') {
    context.report(about('', { code: 'substitutes/person', severity: 'error', message: `“${typed}”不是一个人的姓名`, remedy: '请填写一个人的姓名,重名的写成 张伟(07)', clause: CLAUSE }));
    return null;
  }
  const resolution = directory.resolve(reading, { on: date });
  const candidates = resolution.kind === 'ambiguous' ? serving.filter(({ name }) => name === reading.name) : [];
  if (candidates.length === 1) return candidates[0]!;
  return resolvePerson(context, directory, { issue: (_at, _field, text) => about('', text) }, 0, 'person', reading, { on: date });
}

function run(context: Context, values: Values): Outcome {
  const { date, keepBefore } = values;
  const request = requestFor(context, date);
  // the roster as it stands: no lock is anybody's error here, least of all that of somebody who has fallen ill
  const subject = readCase(context, { ...request, keepBefore: addDays(request.period.to, 1) });
  if (!subject) return nothing('没有可排值班的文秘');
  const replaced = replacedOn(context, subject, subject.served.get(date) ?? null, values);
  if (!replaced) return nothing('没有可替换的班');
  if (keepBefore !== null && date < keepBefore) {
    context.report(about(subject.book.table.sheet, { code: 'substitutes/past', severity: 'warning', message: `${toISO(date)}在${toISO(keepBefore)}之前,这一天的班已经过去,事后换班视为未经批准`, remedy: '请核对日期;已经换过的请登记调换班', clause: CLAUSE }));
  }
  const question = { date, role: replaced.role, earliest: keepBefore ?? addDays(date, 1), cap: context.setting(periodCap, subject.period.from) };
  const rank = replaced.role === '值班' ? rankClerks : rankLeaders;
  const rankings: readonly Ranking[] = replaced.people.map((person) => rank(subject, { ...question, person }));
  const tables = substituteTables(rankings);
  const above = [`${toISO(date)}的替班人,按${toISO(subject.period.from)}至${toISO(subject.period.to)}的值班和此前累计计算;平方和越小越公平。`, ...rankings.map(headline)];
  return {
    tables,
    report: { ...EMPTY_REPORT, sheets: tables.map((table) => ({ title: table.title, action: SUBSTITUTES_ACTION, parameters: parametersOf(values), content: resultSheet(table, { above }) })) },
    headlines: rankings.map(headline),
  };
}

export const substitutesAction = defineAction({
  id: 'substitutes',
  title: '找替班人',
  help: '某天的班谁来顶替、与谁对调最合适,按对公平的影响排名,不能顶替的写明原因',
  clause: CLAUSE,
  parameters: PARAMETERS,
  inputs: ROSTER_INPUTS.map((input) => (input.ledger === rosterLedger ? { ...input, must: true } : input)),
  needs: ROSTER_NEEDS,
  run,
});
