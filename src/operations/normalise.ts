/** office/normalise: dirty cells that can be read become clean ones; everything else is left alone and reported. */
import { defineAction, type Action } from '../ledger/action';
import { cellText } from '../ledger/column-types';
import { describeTrouble } from '../ledger/messages';
import type { Ledger } from '../ledger/ledger';
import { parameter } from '../ledger/parameter';
import type { Reader } from '../ledger/reader';
import type { ResultTable, ResultValue } from '../ledger/result-table';
import { toA1 } from '../workbook/address';
import { asRead, type CellInput, type ReadCell } from '../workbook/cell';
import { sameCell } from '../workbook/diff';
import type { LedgerRow, LedgerRows } from '../workbook/report';
import { columnStyle } from '../ledger/merge';
import { RunContext } from './context';

interface Cleaning {
  readonly at: number;
  readonly title: string;
  readonly address: string;
  readonly before: ReadCell;
  readonly after: CellInput;
}

/** What each filled cell of a ledger should be, where that differs from what it is. */
function cleaningsOf(reader: Reader, ledger: Ledger, context: RunContext, sheet: string): Cleaning[] {
  const cleanings: Cleaning[] = [];
  for (const { at, column, field, raw, value, trouble } of reader.cells(ledger)) {
    const declared = ledger.columns[field]!;
    if (trouble) context.report({ ...describeTrouble(trouble, declared, ledger.clause), sheet, cell: toA1(at, column) });
    if (value === null || value === undefined || (trouble && !trouble.usable)) continue;
    const after = declared.type.write(value);
    if (!sameCell(raw, asRead(after))) cleanings.push({ at, title: declared.title, address: toA1(at, column), before: raw, after });
  }
  return cleanings;
}

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
  const read = asRead(input);
  return read.value === null ? null : cellText(read);
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
    for (const ledger of context.registry.ledgers) {
      const layout = context.reader.layout(ledger);
      if (!layout || (sheet !== null && sheet !== ledger.sheet && sheet !== layout.sheet)) continue;
      const cleanings = cleaningsOf(context.reader, ledger, context, layout.sheet);
      if (cleanings.length === 0) continue;
      ledgers.push(blockOf(context.reader, ledger, cleanings));
      for (const { address, before, after } of cleanings) rows.push([layout.sheet, address, cellText(before), shown(after)]);
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
