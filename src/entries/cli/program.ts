/** The command line: .xlsx in, .xlsx out; text for people, one JSON object for tools. */
import { Command, CommanderError } from 'commander';
import { HostError } from '../../workbook/host';
import { checkCommand, explainCommand, listCommand, newCommand, runCommand, systemDate, todayCommand } from './commands';
import { EXIT, failure, toEnvelope, UsageError, type CommandResult } from './envelope';
import { toText } from './text';
import { createRegistry } from '../registry';

/** A file's name; what looks like the next option was forgotten before it. */
function fileName(value: string): string {
  if (value.startsWith('--')) throw new UsageError(`${value} 前面缺少文件名`, '用 hengzhi --help 查看用法');
  return value;
}

/** Runs one command line (without `node` and script); prints and returns the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  let action = argv.find((word) => !word.startsWith('-')) ?? 'help';
  let result: CommandResult | null = null;
  const registry = createRegistry();
  const program = new Command('hengzhi').description('衡值:把办公室工作簿变成公平的值班表、季度得分和各类台账').exitOverride();
  program.configureOutput({ writeOut: (text) => void process.stdout.write(text), writeErr: (text) => void (json ? '' : process.stderr.write(text)) });
  const done = (promise: Promise<CommandResult>): Promise<void> => promise.then((value) => void (result = value));
  const command = (name: string, help: string): Command => program.command(name).description(help).option('--json', '输出一个 JSON 对象');

  command('list', '系统、动作、参数').action(() => void (result = listCommand(registry)));
  command('new', '新建工作簿')
    .requiredOption('--out <file>', '新文件', fileName)
    .option('--sample', '填入示例单位')
    .action((options: { out: string; sample?: boolean }) => done(newCommand(registry, options.out, options.sample ?? false)));
  command('check', '检查全部工作表')
    .requiredOption('--book <file>', '工作簿', fileName)
    .action((options: { book: string }) => done(checkCommand(registry, options.book)));
  command('run', '运行一个动作')
    .argument('<action>', '系统/动作')
    .requiredOption('--book <file>', '工作簿', fileName)
    .option('--out <file>', '写入的文件,可与 --book 相同', fileName)
    .option('--set <name=value>', '参数', (value: string, previous: string[]) => [...previous, value], [])
    .option('--dry-run', '只预演,不写入')
    .option('--accept-errors', '有错误也写入')
    .action((path: string, options: { book: string; out?: string; set: string[]; dryRun?: boolean; acceptErrors?: boolean }) => {
      action = path;
      return done(runCommand(registry, path, { book: options.book, out: options.out ?? null, set: options.set, dryRun: options.dryRun ?? false, acceptErrors: options.acceptErrors ?? false }));
    });
  command('today', '到期的事项')
    .requiredOption('--book <file>', '工作簿', fileName)
    .option('--date <date>', '哪一天,默认今天')
    .option('--days <n>', '往后几天', '7')
    .option('--ics <file>', '另存为日历文件', fileName)
    .option('--person <name>', '只看一个人的值班、带班,姓名或编号')
    .action((options: { book: string; date?: string; days: string; ics?: string; person?: string }) => done(todayCommand(registry, { book: options.book, date: options.date ?? null, days: options.days, ics: options.ics ?? null, person: options.person ?? null }, systemDate)));
  command('explain', '一个单元格为什么是这个值')
    .requiredOption('--book <file>', '工作簿', fileName)
    .requiredOption('--cell <address>', "如 '值班表!E5'")
    .action((options: { book: string; cell: string }) => done(explainCommand(registry, options.book, options.cell)));

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (failed) {
    if (failed instanceof CommanderError && failed.exitCode === 0) return EXIT.done;
    result = describe(failed, action);
  }
  if (!result) return EXIT.done;
  const final: CommandResult = result;
  process.stdout.write(json ? `${JSON.stringify(toEnvelope(final), null, 2)}\n` : `${toText(final)}\n`);
  if (final.remarks.length > 0) process.stderr.write(`${final.remarks.join('\n')}\n`);
  return final.status;
}

function describe(failed: unknown, action: string): CommandResult {
  if (failed instanceof UsageError) return failure(action, EXIT.usage, 'usage', failed.message, failed.remedy);
  if (failed instanceof HostError) return failure(action, EXIT.file, failed.code, failed.message, failed.remedy);
  if (failed instanceof CommanderError) return failure(action, EXIT.usage, 'usage', usageText(failed), '用 hengzhi --help 查看用法');
  // a defect of ours: a sentence for the user, the trace for whoever asks for it
  if (process.env['HENGZHI_DEBUG'] === '1') throw failed;
  return failure(action, EXIT.errors, 'internal', `程序内部出错,没有写入:${failed instanceof Error ? failed.message : String(failed)}`, '这是程序的缺陷,请把工作簿(去掉敏感内容)和命令告诉维护人员');
}

function usageText(failed: CommanderError): string {
  const name = /'([^']+)'/.exec(failed.message)?.[1] ?? '';
  switch (failed.code) {
    case 'commander.missingMandatoryOptionValue':
      return `缺少 ${name}`;
    case 'commander.optionMissingArgument':
      return `${name} 后面缺少内容`;
    case 'commander.missingArgument':
      return '缺少动作名称,如 duty-roster/generate';
    case 'commander.unknownOption':
      return `不认识的选项 ${name}`;
    case 'commander.unknownCommand':
      return `不认识的命令 ${name}`;
    default:
      return '命令写得不对';
  }
}
