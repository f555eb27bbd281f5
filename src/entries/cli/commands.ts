/** The commands. Each returns a result; printing and exit statuses are the program's business. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { civilDate, fromISO, toISO, type CivilDate } from '../../kernel/date';
import { nearestWords } from '../../kernel/text/nearest';
import { createXlsx } from '../../hosts/xlsx';
import { writeWorkbookFile } from '../../hosts/xlsx/file';
import { compareIssues, type Issue } from '../../ledger/issue';
import type { RegisteredAction, Registry } from '../../ledger/registry';
import { carryOut } from '../../operations/carry-out';
import { check } from '../../operations/check';
import { computeInSlices } from '../../operations/compute';
import { drive } from '../../operations/drive';
import { explainInSlices } from '../../operations/explain';
import { agenda } from '../../operations/agenda';
import { appointmentsToIcs, remindersToIcs } from '../../operations/ics';
import { newWorkbook } from '../../operations/new-workbook';
import { parametersToJson, parseParameter, parseSetting } from '../../operations/settings';
import { today } from '../../operations/today';
import { parseSheetAddress } from '../../workbook/address';
import { findSheet, type Snapshot } from '../../workbook/snapshot';
import { HostError } from '../../workbook/host';
import { solveProgram } from '../milp';
import { exists, openBook, saveBook, SessionJournal } from './book';
import { EXIT, UsageError, type CommandResult, type ExitStatus } from './envelope';

const EMPTY = { tables: [], sheets: [], issues: [], headlines: [], remarks: [] } as const;

/** `list`: systems, actions, parameters, required columns, keys of 参数. */
export function listCommand(registry: Registry): CommandResult {
  const systems = registry.systems.map((system) => ({
    id: system.id,
    title: system.title,
    sheets: system.ledgers.map((ledger) => ({ sheet: ledger.sheet, aliases: ledger.aliases, help: ledger.help, columns: Object.values(ledger.columns).map((column) => ({ title: column.title, required: column.required, computed: column.computed, choices: column.choices })) })),
    actions: registry.actions
      .filter((entry) => entry.system === system)
      .map(({ action, path }) => ({
        action: path,
        title: action.title,
        help: action.help,
        clause: action.clause,
        parameters: Object.entries(action.parameters).map(([name, parameter]) => ({ name, title: parameter.title, type: parameter.type, required: parameter.required, default: parametersToJson(action.parameters, { [name]: parameter.default })[name] ?? null, setting: parameter.setting?.key ?? null, choices: parameter.choices, help: parameter.help })),
        requiredColumns: action.inputs.map(({ ledger, required, must }) => ({ sheet: ledger.sheet, must, columns: required.map((field) => ledger.columns[field]!.title) })),
      })),
  }));
  const settings = registry.settings.map((setting) => ({ key: setting.key, aliases: setting.aliases, type: setting.type, default: settingDefault(setting.default), choices: setting.choices, clause: setting.clause, help: setting.help }));
  const lines = systems.flatMap((system) => [
    '',
    `${system.title}(${system.id})`,
    ...system.actions.flatMap((action) => [
      `  ${action.action}  ${action.title}:${action.help}`,
      ...action.parameters.map((parameter) => `      ${parameter.name}${parameter.required ? '' : '?'}  ${parameter.title},${parameter.help}`),
      ...action.requiredColumns.map((input) => `      读“${input.sheet}”:${input.columns.join('、')}`),
    ]),
  ]);
  return {
    ...EMPTY,
    action: 'list',
    parameters: {},
    status: EXIT.done,
    more: { systems, settings },
    headlines: [...lines, '', '参数(工作表“参数”的键)', ...settings.map((setting) => `  ${setting.key}  默认${setting.default === null || setting.default === '' ? '空' : String(setting.default)}  ${setting.help}(${setting.clause})`)],
  };
}

function settingDefault(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : (value as string | number);
}

/** `new`: a workbook with every sheet. */
export async function newCommand(registry: Registry, out: string, sample: boolean): Promise<CommandResult> {
  requireEnding(out, '.xlsx');
  if (await exists(out)) throw new HostError('file/exists', `“${basename(out)}”已经存在,没有覆盖`, '请换一个文件名');
  const book = createXlsx();
  await book.apply(newWorkbook(registry, sample));
  await writeWorkbookFile(out, (await book.save()).bytes);
  return { ...EMPTY, action: 'new', parameters: { out, sample: sample ? '是' : '否' }, status: EXIT.done, headlines: [`已建好 ${out}:${registry.ledgers.length}张表${sample ? ',含示例单位的数据' : ''}。`] };
}

function statusOf(issues: readonly Issue[]): ExitStatus {
  return issues.some((issue) => issue.severity === 'error') ? EXIT.errors : EXIT.done;
}

/** `check`: all issues of all sheets. */
export async function checkCommand(registry: Registry, path: string): Promise<CommandResult> {
  const book = await openBook(path);
  const issues = check(registry, await book.read());
  return { ...EMPTY, action: 'check', parameters: { book: path }, status: statusOf(issues), issues };
}

export interface RunOptions {
  readonly book: string;
  readonly out: string | null;
  readonly set: readonly string[];
  readonly dryRun: boolean;
  readonly acceptErrors: boolean;
}

/** `run SYSTEM/ACTION`. */
export async function runCommand(registry: Registry, path: string, options: RunOptions): Promise<CommandResult> {
  const entry = findAction(registry, path);
  if (options.out !== null) requireEnding(options.out, /\.xlsm$/i.test(options.book) ? '.xlsm' : '.xlsx');
  const { values, settings } = await readAssignments(registry, entry, options.set);
  const book = await openBook(options.book);
  const snapshot = await book.read();
  const result = await drive(computeInSlices(registry, snapshot, { entry, values, settings, acceptErrors: options.acceptErrors, clock: () => performance.now() }), { milp: solveProgram });
  if (result.outcome.refusal) throw new UsageError(result.outcome.refusal.message, result.outcome.refusal.remedy);
  const common = {
    action: path,
    parameters: parametersToJson(entry.action.parameters, result.values),
    tables: result.outcome.tables,
    sheets: result.plan.sheets,
    ...(result.outcome.certificate ? { certificate: result.outcome.certificate } : {}),
  };
  if (result.blocked) {
    const acceptable = !options.acceptErrors && !result.issues.some((issue) => issue.code === 'sheet/protected');
    return { ...common, status: EXIT.errors, issues: result.issues, headlines: result.outcome.headlines, remarks: [`有错误,没有写入。请按提示改正后再运行${acceptable ? ';确要写入时加 --accept-errors' : ''}。`] };
  }
  if (options.dryRun || options.out === null) {
    return { ...common, status: EXIT.done, issues: result.issues, headlines: result.outcome.headlines, remarks: [options.dryRun ? '这是预演(--dry-run),没有写入。' : '没有指定 --out,没有写入。'] };
  }
  await carryOut(book, new SessionJournal(), result.plan, snapshot, entry.action.title);
  const saved = await saveBook(book, options.book, options.out);
  const issues = [...result.issues, ...saved.issues].sort(compareIssues);
  return {
    ...common,
    status: saved.written ? EXIT.done : EXIT.errors,
    sheets: saved.written ? result.plan.sheets : [],
    issues,
    headlines: result.outcome.headlines,
    remarks: [saved.written ? `已写入 ${options.out}。` : '没有写入:原文件有保存不了的内容。'],
  };
}

/** A file whose name says something else than what is in it opens nowhere. */
function requireEnding(out: string, ending: string): void {
  if (!out.toLowerCase().endsWith(ending)) throw new UsageError(`--out 的文件名“${basename(out)}”不是以${ending}结尾`, `请写成以${ending}结尾的文件名`);
}

function findAction(registry: Registry, path: string): RegisteredAction {
  const entry = registry.action(path);
  if (entry) return entry;
  const near = nearestWords(path, registry.actions.map((known) => known.path))[0];
  throw new UsageError(`没有“${path}”这个动作`, near === undefined ? '用 hengzhi list 查看全部动作' : `是不是 ${near}?用 hengzhi list 查看全部动作`);
}

/** `NAME=VALUE`: NAME is a parameter of the action or a key of 参数; a text value `@FILE` is the file's text. */
async function readAssignments(registry: Registry, entry: RegisteredAction, set: readonly string[]): Promise<{ values: Record<string, unknown>; settings: Map<string, unknown> }> {
  const { parameters } = entry.action;
  const texts = new Map<string, string>();
  const settings = new Map<string, unknown>();
  for (const assignment of set) {
    const at = assignment.indexOf('=');
    if (at <= 0) throw new UsageError(`“${assignment}”不是 名称=值 的写法`, '例如 --set from=2026-01-01');
    const [name, text] = [assignment.slice(0, at).trim(), assignment.slice(at + 1)];
    if (Object.hasOwn(parameters, name)) {
      texts.set(name, parameters[name]!.type === 'text' && text.startsWith('@') ? await readText(text.slice(1)) : text);
      continue;
    }
    const setting = registry.setting(name);
    if (!setting) {
      const near = nearestWords(name, [...Object.keys(parameters), ...registry.settings.map((known) => known.key)])[0];
      throw new UsageError(`“${name}”既不是 ${entry.path} 的参数,也不是“参数”表的键`, near === undefined ? '用 hengzhi list 查看' : `是不是“${near}”?`);
    }
    const parsed = parseSetting(setting, text);
    if (!parsed.ok) throw new UsageError(`参数“${setting.key}”的值“${text}”不对`, `请写${parsed.expected}`);
    settings.set(setting.key, parsed.value);
  }
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const parsed = parseParameter(parameter, texts.get(name) ?? '');
    if (!parsed.ok) throw new UsageError(texts.has(name) ? `${name}(${parameter.title})的值“${texts.get(name)!}”不对` : `缺少 ${name}(${parameter.title})`, `请写 --set ${name}=…(${parsed.expected})`);
    values[name] = parsed.value;
  }
  if (typeof values['from'] === 'number' && typeof values['to'] === 'number' && values['from'] > values['to']) throw new UsageError('from 晚于 to', '请核对起止日期');
  return { values, settings };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new HostError('file/not-found', `找不到文件“${path}”`, '请核对 @ 后面的路径');
  }
}

export interface TodayOptions {
  readonly book: string;
  readonly date: string | null;
  readonly days: string;
  readonly ics: string | null;
  /** Whose duties instead; null: what is due. */
  readonly person: string | null;
}

/** `today`: reminders, or with a person his duties. */
export async function todayCommand(registry: Registry, options: TodayOptions, clock: () => CivilDate): Promise<CommandResult> {
  const on = options.date === null ? clock() : fromISO(options.date);
  if (on === undefined) throw new UsageError(`日期“${options.date!}”不对`, '请写成 2026-03-20');
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > 366) throw new UsageError(`天数“${options.days}”不对`, '请写 1 到 366 的整数');
  const book = await openBook(options.book);
  if (options.person !== null) return personCommand(registry, await book.read(), { ...options, person: options.person }, on, days);
  const result = today(registry, await book.read(), on, days);
  const status = statusOf(result.issues);
  if (options.ics !== null && status === EXIT.done) await writeWorkbookFile(options.ics, new TextEncoder().encode(remindersToIcs(result.reminders, on)));
  return {
    ...EMPTY,
    action: 'today',
    parameters: { book: options.book, date: toISO(on), days },
    status,
    tables: [result.table],
    issues: result.issues,
    headlines: [result.reminders.length === 0 ? `${toISO(on)}起${days}天内没有到期的事项。` : `${toISO(on)}起${days}天内到期或逾期的事项${result.reminders.length}件:`],
    remarks: options.ics === null ? [] : [status === EXIT.done ? `已写入 ${options.ics}。` : `有错误,没有写入 ${options.ics}。请按提示改正后再运行。`],
  };
}

/** One person's duties, and as a calendar file. */
async function personCommand(registry: Registry, snapshot: Snapshot, options: TodayOptions & { readonly person: string }, on: CivilDate, days: number): Promise<CommandResult> {
  const { name, remedy, appointments, table, issues } = agenda(registry, snapshot, options.person, on, days);
  if (name === null) throw new UsageError(`不知道“${options.person}”是谁`, remedy);
  const status = statusOf(issues);
  if (options.ics !== null && status === EXIT.done) await writeWorkbookFile(options.ics, new TextEncoder().encode(appointmentsToIcs(name, appointments, on)));
  return {
    ...EMPTY,
    action: 'today',
    parameters: { book: options.book, date: toISO(on), days, person: name },
    status,
    tables: [table],
    issues,
    headlines: [`${name}自${toISO(on)}起${days}天内值班、带班${appointments.length}次${appointments.length === 0 ? '。' : ':'}`],
    remarks: options.ics === null ? [] : [status === EXIT.done ? `已写入 ${options.ics}。` : `有错误,没有写入 ${options.ics}。请按提示改正后再运行。`],
  };
}

/** `explain`: why a cell says what it says. */
export async function explainCommand(registry: Registry, path: string, cell: string): Promise<CommandResult> {
  const address = parseSheetAddress(cell);
  if (!address) throw new UsageError(`“${cell}”不是单元格地址`, "请写成 '值班表!E5'");
  const book = await openBook(path);
  const snapshot = await book.read();
  if (!findSheet(snapshot, address.sheet)) {
    const names = snapshot.sheets.map(({ name }) => name);
    const near = nearestWords(address.sheet, names)[0];
    throw new UsageError(`工作簿里没有“${address.sheet}”这张表`, `${near === undefined ? '' : `是不是“${near}”?`}工作簿里有:${names.join('、')}`);
  }
  const result = await drive(explainInSlices(registry, snapshot, address.sheet, address.cell), { milp: solveProgram });
  return {
    ...EMPTY,
    action: 'explain',
    parameters: { book: path, cell },
    status: statusOf(result.issues),
    showsWhole: true,
    tables: [result.table],
    issues: result.issues,
    headlines: result.lines.length === 0 ? [`${cell} 不是由本程序计算的单元格,没有可说明的内容。`] : [`${cell}:`],
  };
}

/** The machine's civil date; the only clock of the program. */
export function systemDate(): CivilDate {
  const now = new Date();
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
