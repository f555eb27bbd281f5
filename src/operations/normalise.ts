/** office/normalise: dirty cells that can be read for certain become clean ones; everything else is left alone and reported. */
import { normalizeHeader } from '../kernel/text/normalize';
import { defineAction, type Action } from '../ledger/action';
import { Trouble, type CellContext } from '../ledger/column';
import { cellText } from '../ledger/column-types';
import { describeTrouble } from '../ledger/messages';
import type { Ledger } from '../ledger/ledger';
import { parameter } from '../ledger/parameter';
import type { Reader } from '../ledger/reader';
import type { ResultTable, ResultValue } from '../ledger/result-table';
import { toA1 } from '../workbook/address';
import { asRead, isBlank, type CellInput, type ReadCell } from '../workbook/cell';
import { sameCell } from '../workbook/diff';
import { EMPTY_REPORT, type LedgerRow, type LedgerRows } from '../workbook/report';
import { cellAt, findSheet, type SheetSnapshot } from '../workbook/snapshot';
import { columnStyle } from '../ledger/merge';
import { RunContext } from './context';

interface Cleaning {
  readonly at: number;
  readonly title: string;
  readonly address: string;
  readonly before: ReadCell;
  readonly after: CellInput;
}

type ReadOne = ReturnType<Reader['cells']> extends Generator<infer One> ? One : never;

/** What each filled cell of a ledger should be, where that differs from what it is; what stays in doubt is left alone and reported. */
function cleaningsOf(reader: Reader, ledger: Ledger, context: RunContext, sheet: SheetSnapshot): Cleaning[] {
  const cleanings: Cleaning[] = [];
  for (const read of reader.cells(ledger)) {
    const { at, column, field, raw, value, trouble } = read;
    const declared = ledger.columns[field]!;
    const beside = trouble && partToMove(reader, ledger, sheet, read);
    if (trouble && !beside) context.report({ ...describeTrouble(trouble, declared, ledger.clause), sheet: sheet.name, cell: toA1(at, column) });
    if (value === null || value === undefined || (trouble && !beside)) continue;
    const { type } = declared;
    const after = type.tidy ? type.tidy(raw, value) : type.write(value);
    if (after === undefined || saysTheSame(raw, after)) continue;
    cleanings.push({ at, title: declared.title, address: toA1(at, column), before: raw, after }, ...(beside ? [beside] : []));
  }
  return cleanings;
}

/** A number in a column of text is what we would write already. */
function saysTheSame(raw: ReadCell, after: CellInput): boolean {
  return sameCell(raw, asRead(after)) || (typeof after === 'string' && cellText(raw) === after);
}

/** 上午 behind a date goes to the blank cell of the part of the day that belongs to it; null where there is none to take it. */
function partToMove(reader: Reader, ledger: Ledger, sheet: SheetSnapshot, { at, field, trouble, isMerged }: ReadOne): Cleaning | null {
  const part = trouble?.details['part'];
  const found = Object.entries(ledger.columns).find(([, column]) => column.day === field && column.choices.length > 0);
  if (trouble?.reason !== 'day-part-beside' || !found || isMerged) return null;
  const [partField, declared] = found;
  const word = declared.type.read(asRead(PART_WORDS[part!] ?? ''), NO_CONTEXT);
  const column = reader.layout(ledger)!.columns.get(partField);
  if (column === undefined || word instanceof Trouble) return null;
  const before = cellAt(sheet, at, column);
  if (before.formula !== undefined || !isBlank(before)) return null;
  return { at, title: declared.title, address: toA1(at, column), before, after: declared.type.write(word) };
}

/** 中午 and 晚上 are no part of the day that a column takes. */
const PART_WORDS: Readonly<Record<string, string>> = { am: '上午', pm: '下午', day: '全天' };
const NO_CONTEXT: CellContext = { year: null, rowDate: null, choices: [] };

function blockOf(reader: Reader, ledger: Ledger, cleanings: readonly Cleaning[]): LedgerRows {
  const layout = reader.layout(ledger)!;
  const byRow = new Map<number, Record<string, CellInput>>();
  for (const { at, title, after } of cleanings) byRow.set(at, { ...byRow.get(at), [title]: after });
  return {
    sheet: layout.sheet,
    columns: Object.fromEntries([...layout.columns].map(([field, index]) => [ledger.columns[field]!.title, index])),
    headerRow: layout.headerRow,
    insertAt: layout.insertAt,
    pushDown: layout.pushDown,
    append: [],
    rows: [...byRow].sort(([a], [b]) => a - b).map(([at, cells]): LedgerRow => ({ at, cells })),
    styles: Object.fromEntries(Object.values(ledger.columns).map((column) => [column.title, columnStyle(column)])),
  };
}

function shown(input: CellInput): ResultValue {
  return cellText(asRead(input));
}

export const normaliseAction: Action = defineAction({
  id: 'normalise',
  title: '规范化',
  help: '把读得懂的脏数据改成规范写法;读不懂的不动,列为错误',
  clause: 'G14',
  parameters: { sheet: parameter.optionalText('工作表', '只处理这一张表;空白处理全部') },
  inputs: [],
  needs: [],
  writesDespiteErrors: true,
  run(context, { sheet }) {
    if (!(context instanceof RunContext)) throw new Error('normalise runs in the context of operations');
    const rows: ResultValue[][] = [];
    const ledgers: LedgerRows[] = [];
    const present = context.registry.ledgers.flatMap((ledger) => {
      const layout = context.reader.layout(ledger);
      return layout ? [{ ledger, sheet: findSheet(context.snapshot, layout.sheet)! }] : [];
    });
    const wanted = sheet === null ? null : normalizeHeader(sheet);
    const chosen = present.filter((one) => wanted === null || [one.ledger.sheet, one.sheet.name].map(normalizeHeader).includes(wanted));
    if (sheet !== null && chosen.length === 0) {
      const names = present.map((one) => one.sheet.name).join('、');
      return { tables: [], report: EMPTY_REPORT, headlines: [], refusal: { message: `“${sheet}”不是可以规范的表`, remedy: `可以规范的表有:${names}` } };
    }
    for (const one of chosen) {
      const cleanings = cleaningsOf(context.reader, one.ledger, context, one.sheet);
      if (cleanings.length === 0) continue;
      ledgers.push(blockOf(context.reader, one.ledger, cleanings));
      for (const { address, before, after } of cleanings) rows.push([one.sheet.name, address, before.value === null ? null : cellText(before), shown(after)]);
    }
    const table: ResultTable = {
      title: '规范化',
      columns: [
        { title: '表', kind: 'text' },
        { title: '单元格', kind: 'text' },
        { title: '原值', kind: 'text' },
        { title: '新值', kind: 'text' },
      ],
      rows,
    };
    return { tables: [table], report: { sheets: [], ledgers }, headlines: [rows.length === 0 ? '没有需要规范的单元格。' : `规范了${rows.length}个单元格。`] };
  },
});
