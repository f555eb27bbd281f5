/** What a person reads in the terminal. */
import { SEVERITY_NAMES, type Issue, type Severity } from '../../ledger/issue';
import { toJson, type ResultColumn, type ResultTable, type ResultValue } from '../../ledger/result-table';
import { EXIT, type CommandResult } from './envelope';

const SHOWN_ROWS = 40;
const SHOWN_ISSUES = 30;
const WIDEST = 44;

/** Columns that a terminal needs for a text: CJK characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
  return columns;
}

/** The text in lines that are no wider than a cell may be. */
function wrap(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const character of paragraph) {
      if (width(lines.at(-1)! + character) > WIDEST) lines.push('');
      lines.push(lines.pop()! + character);
    }
    return lines;
  });
}

function clip(text: string): string {
  const line = text.replaceAll('\n', ' ');
  if (width(line) <= WIDEST) return line;
  let clipped = '';
  for (const character of line) {
    if (width(clipped + character) > WIDEST - 1) break;
    clipped += character;
  }
  return `${clipped}…`;
}

/** A value as a cell of the sheet would show it. */
function cellText(value: ResultValue, { kind, decimals }: ResultColumn): string {
  const shown = toJson(value, kind);
  const places = kind === 'money' ? 2 : decimals;
  return typeof shown === 'number' && places !== undefined ? shown.toFixed(places) : String(shown ?? '');
}

/** `whole`: all rows, and long cells over several lines instead of cut short. */
function tableLines(table: ResultTable, whole: boolean): string[] {
  if (table.rows.length === 0) return [];
  const shown = whole ? table.rows : table.rows.slice(0, SHOWN_ROWS);
  const cells = shown.map((row) => table.columns.map((column, index) => cellText(row[index] ?? null, column)));
  const rows: (readonly string[])[] = [table.columns.map((column) => column.title)];
  for (const row of cells) {
    const lines = row.map((cell) => (whole ? wrap(cell) : [clip(cell)]));
    const height = Math.max(...lines.map((cell) => cell.length));
    for (let line = 0; line < height; line += 1) rows.push(lines.map((cell) => cell[line] ?? ''));
  }
  const widths = table.columns.map((_, index) => Math.max(...rows.map((row) => width(row[index]!))));
  const lines = rows.map((row) => `  ${row.map((cell, index) => cell + ' '.repeat(widths[index]! - width(cell))).join('  ').trimEnd()}`);
  const rest = table.rows.length - shown.length;
  return ['', `【${table.title}】`, ...lines, ...(rest > 0 ? [`  …… 其余${rest}行见工作表或 --json`] : [])];
}

function issueLines(issues: readonly Issue[]): string[] {
  if (issues.length === 0) return ['', '没有发现问题。'];
  const counts = (['error', 'violation', 'warning', 'info'] as const satisfies readonly Severity[])
    .map((severity) => [SEVERITY_NAMES[severity], issues.filter((issue) => issue.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${count}`);
  const lines = issues.slice(0, SHOWN_ISSUES).flatMap((issue) => {
    const place = issue.sheet === '' ? '' : `${issue.sheet}${issue.cell === '' ? '' : `!${issue.cell}`} `;
    return [`  ${SEVERITY_NAMES[issue.severity]} ${place}${issue.message}${issue.clause === '' ? '' : `(${issue.clause})`}`, `       → ${issue.remedy}`];
  });
  const rest = issues.length - SHOWN_ISSUES;
  return ['', `【问题】${counts.join(',')}`, ...lines, ...(rest > 0 ? [`  …… 其余${rest}条见 --json`] : [])];
}

/** Headlines, tables, what changed, issues. */
export function toText(result: CommandResult): string {
  const changed = result.sheets.map((sheet) => `  ${sheet.name}:${sheet.created ? '新建' : '改动'}${sheet.cells.length}个单元格`);
  return [
    ...result.headlines,
    ...result.tables.flatMap((table) => tableLines(table, result.showsWhole ?? false)),
    ...(changed.length > 0 ? ['', '【工作表】', ...changed] : []),
    ...(result.status === EXIT.usage || result.status === EXIT.file ? result.issues.map((issue) => `${issue.message}\n→ ${issue.remedy}`) : issueLines(result.issues)),
  ].join('\n');
}
