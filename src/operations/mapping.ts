/** The sheet 对照: an office's own names of sheets and columns, and the rows of it that lead nowhere (G15). */
import { nearestWords } from '../kernel/text/nearest';
import { normalizeHeader } from '../kernel/text/normalize';
import type { Issue } from '../ledger/issue';
import type { Ledger, RowOf, Table } from '../ledger/ledger';
import { headersOf, locateSheet, NO_MAPPING, type NameMapping } from '../ledger/locate';
import { mappingLedger } from '../ledger/own-ledgers';
import { Reader } from '../ledger/reader';
import type { Registry } from '../ledger/registry';
import type { Snapshot } from '../workbook/snapshot';

const FIELDS = ['sheet', 'column', 'mySheet', 'myColumn'] as const;
type Field = (typeof FIELDS)[number];
type Rows = Table<typeof mappingLedger.columns, Field>;
type Row = RowOf<typeof mappingLedger.columns, Field>;

const sameName = (a: string, b: string): boolean => normalizeHeader(a) === normalizeHeader(b);

/** Reads the sheet 对照; a row that names what is not there is a warning at the cell. */
export function readMapping(registry: Registry, snapshot: Snapshot, report: (issue: Issue) => void): NameMapping {
  const table = new Reader(snapshot, NO_MAPPING, report).read(mappingLedger, { fields: FIELDS });
  const sheets = new Map<string, string>();
  const columns = new Map<string, string>();
  const understood = table.rows.flatMap((row) => {
    const ledger = knownLedger(registry, table, row, report);
    return ledger ? [{ row, ledger }] : [];
  });
  for (const { row, ledger } of understood) {
    if (row.mySheet !== null && (row.column === null || !sheets.has(ledger.sheet))) sheets.set(ledger.sheet, row.mySheet);
    const column = row.column === null ? null : knownColumn(ledger, table, row, row.column, report);
    if (column !== null && row.myColumn !== null) columns.set(`${ledger.sheet}\n${column}`, row.myColumn);
  }
  const mapping = { sheets, columns };
  for (const { row, ledger } of understood) reportAbsent(ledger, table, row, snapshot, mapping, report);
  return mapping;
}

/** `是不是“台账”?` with the nearest names; without any, the other advice. */
function advice(typed: string, known: readonly string[], otherwise: string): string {
  const near = nearestWords(normalizeHeader(typed), known);
  return near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('、')}?请改正` : otherwise;
}

function warn(table: Rows, row: Row, field: Field, code: string, message: string, remedy: string): Issue {
  return table.issue(row.at, field, { code: `mapping/${code}`, severity: 'warning', message, remedy, clause: mappingLedger.clause });
}

const LISTED = '请核对(命令 hengzhi list 列出全部表和列)';

function knownLedger(registry: Registry, table: Rows, row: Row, report: (issue: Issue) => void): Ledger | null {
  const typed = row.sheet;
  const known = registry.ledgers.find((ledger) => sameName(ledger.sheet, typed));
  if (known) return known;
  const meant = registry.ledgers.find((ledger) => ledger.aliases.some((alias) => sameName(alias, typed)));
  const remedy = meant ? `是不是“${meant.sheet}”?请改正` : advice(typed, registry.ledgers.map(({ sheet }) => sheet), LISTED);
  report(warn(table, row, 'sheet', 'unknown-sheet', `对照的规范表里没有“${typed}”,这一行不起作用`, remedy));
  return null;
}

/** The contract's title of the column. */
function knownColumn(ledger: Ledger, table: Rows, row: Row, typed: string, report: (issue: Issue) => void): string | null {
  const titles = Object.values(ledger.columns).map(({ title }) => title);
  const known = titles.find((title) => sameName(title, typed));
  if (known === undefined) report(warn(table, row, 'column', 'unknown-column', `“${ledger.sheet}”表没有“${typed}”列,这一行不起作用`, advice(typed, titles, LISTED)));
  return known ?? null;
}

function reportAbsent(ledger: Ledger, table: Rows, row: Row, snapshot: Snapshot, mapping: NameMapping, report: (issue: Issue) => void): void {
  const { mySheet, myColumn } = row;
  if (mySheet !== null && !snapshot.sheets.some(({ name }) => sameName(name, mySheet))) {
    report(warn(table, row, 'mySheet', 'absent-sheet', `工作簿里没有“${mySheet}”这张表`, advice(mySheet, snapshot.sheets.map(({ name }) => name), '请核对表名')));
    return;
  }
  const { sheet } = locateSheet(ledger, snapshot, mapping);
  if (myColumn === null || !sheet) return;
  const headers = headersOf(sheet);
  if (headers.includes(normalizeHeader(myColumn))) return;
  report(warn(table, row, 'myColumn', 'absent-column', `“${sheet.name}”表的前5行里没有“${myColumn}”列`, advice(myColumn, headers, '请核对列名')));
}
