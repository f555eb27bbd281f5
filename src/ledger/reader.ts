/**
 * Reads ledgers out of a snapshot. Cells are parsed column by column, once; every use judges only the fields and rows
 * that it needs, so that a smudged cell that no number depends on stops nobody.
 */
import type { CivilDate } from '../kernel/date';
import type { Period } from '../kernel/period';
import { toA1 } from '../workbook/address';
import { CELL_KIND, type CellKind, type ReadCell, type Scalar } from '../workbook/cell';
import { cellAt, type SheetSnapshot, type Snapshot } from '../workbook/snapshot';
import { Trouble, type CellContext, type Column } from './column';
import type { Issue, IssueText } from './issue';
import type { Columns, Ledger, Layout, ReadUse, RowOf, Table } from './ledger';
import { locate, type Located, type NameMapping } from './locate';
import { describeLocateNote, describeTrouble, duplicateKey, duplicateNumber, hiddenRows, missingSheet, requiredBlank } from './messages';

interface ParsedColumn {
  /** Value per data row (index into `Layout.dataRows`); null where blank or unusable. */
  readonly values: readonly unknown[];
  /** Troubles by data row index. */
  readonly troubles: ReadonlyMap<number, Trouble>;
}

/** One ledger of one snapshot: where it stands and its parsed columns. */
class LedgerReading {
  readonly #columns = new Map<string, ParsedColumn>();
  readonly located: Located;
  #voided: Uint8Array | null = null;
  #duplicates: { readonly keys: ReadonlyMap<number, number>; readonly numbers: ReadonlyMap<number, number> } | null = null;

  constructor(
    readonly ledger: Ledger,
    snapshot: Snapshot,
    mapping: NameMapping,
    readonly defaultYear: number | null,
  ) {
    this.located = locate(ledger, snapshot, mapping);
  }

  get layout(): Layout | null {
    return this.located.layout;
  }

  /** Only for a ledger that was found. */
  get #dataRows(): readonly number[] {
    return this.located.layout!.dataRows;
  }

  column(field: string): ParsedColumn {
    const known = this.#columns.get(field);
    if (known) return known;
    const parsed = this.#parse(field);
    this.#columns.set(field, parsed);
    return parsed;
  }

  #parse(field: string): ParsedColumn {
    const column = this.ledger.columns[field]!;
    const { layout, sheet } = this.located;
    const at = layout?.columns.get(field);
    if (layout === null || sheet === null || at === undefined) return { values: this.#dataRows.map(() => column.blank), troubles: new Map() };
    const days = column.day === null ? null : this.column(column.day).values;
    return parseColumn(column, sheet, at, layout, days, layout.year ?? this.defaultYear);
  }

  /** 1 per data row that counts nowhere. */
  voided(): Uint8Array {
    if (this.#voided) return this.#voided;
    const rows = this.#dataRows.length;
    const flags = new Uint8Array(rows);
    const declared = this.ledger.voided;
    if (declared) {
      const columns = declared.fields.map((field) => [field, this.column(field).values] as const);
      for (let index = 0; index < rows; index += 1) {
        if (declared.test(Object.fromEntries(columns.map(([field, values]) => [field, values[index]])))) flags[index] = 1;
      }
    }
    this.#voided = flags;
    return flags;
  }

  /** Data rows that repeat an earlier key or number: index -> index of the first. */
  duplicates(): { readonly keys: ReadonlyMap<number, number>; readonly numbers: ReadonlyMap<number, number> } {
    this.#duplicates ??= {
      keys: this.#repeats(this.ledger.unique),
      numbers: this.ledger.number === null ? new Map() : this.#repeats([this.ledger.number]),
    };
    return this.#duplicates;
  }

  #repeats(fields: readonly string[]): Map<number, number> {
    const repeats = new Map<number, number>();
    if (fields.length === 0) return repeats;
    const columns = fields.map((field) => this.column(field).values);
    const first = new Map<string, number>();
    const voided = this.voided();
    for (let index = 0; index < this.#dataRows.length; index += 1) {
      if (voided[index] === 1 || columns[0]![index] === null) continue;
      const key = columns.length === 1 ? keyOf(columns[0]![index]) : columns.map((values) => keyOf(values[index])).join('\n');
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else repeats.set(index, earlier);
    }
    return repeats;
  }
}

function keyOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** For vertically merged label cells: data row -> row whose cell speaks for it. */
function mergedSources(sheet: SheetSnapshot, column: number): ReadonlyMap<number, number> {
  const sources = new Map<number, number>();
  for (const area of sheet.merges) {
    if (column < area.column || column > area.lastColumn) continue;
    for (let row = area.row + 1; row <= area.lastRow; row += 1) sources.set(row, area.row);
  }
  return sources;
}

/** Texts are parsed once each: a name that stands in a thousand rows costs one parse. */
function parseColumn(column: Column<unknown>, sheet: SheetSnapshot, at: number, layout: Layout, days: readonly unknown[] | null, year: number | null): ParsedColumn {
  const data = sheet.columns[at]!;
  const sources = column.type.label ? mergedSources(sheet, at) : null;
  const troubles = new Map<number, Trouble>();
  const byText = new Map<string, unknown>();
  const context: { -readonly [K in keyof CellContext]: CellContext[K] } = { year, rowDate: null, choices: column.choices };
  const cell: { -readonly [K in keyof ReadCell]: ReadCell[K] } = { value: null, kind: CELL_KIND.empty, formula: undefined };
  const values = layout.dataRows.map((row, index) => {
    const source = sources?.get(row) ?? row;
    const kind = data.kinds[source] as CellKind;
    if (kind === CELL_KIND.empty) return column.blank;
    const value = data.values[source] as Scalar;
    if (typeof value === 'string' && value.trim() === '') return column.blank;
    const cacheable = days === null && kind === CELL_KIND.text;
    let result = cacheable ? byText.get(value as string) : undefined;
    if (result === undefined) {
      cell.value = value;
      cell.kind = kind;
      if (days) context.rowDate = days[index] as CivilDate | null;
      result = kind === CELL_KIND.error ? new Trouble('error-value', { value: String(value) }) : column.type.read(cell, context);
      if (cacheable) byText.set(value as string, result);
    }
    if (result instanceof Trouble) {
      troubles.set(index, result);
      return result.usable ? result.value : null;
    }
    return result;
  });
  return { values, troubles };
}

const NONE: ReadonlySet<number> = new Set();

/** All ledgers of a snapshot, read on demand. */
export class Reader {
  readonly #readings = new Map<string, LedgerReading>();

  constructor(
    readonly snapshot: Snapshot,
    private readonly mapping: NameMapping,
    private readonly defaultYear: number | null,
    private readonly report: (issue: Issue) => void,
  ) {}

  #reading(ledger: Ledger): LedgerReading {
    let reading = this.#readings.get(ledger.id);
    if (!reading) {
      reading = new LedgerReading(ledger, this.snapshot, this.mapping, this.defaultYear);
      this.#readings.set(ledger.id, reading);
    }
    return reading;
  }

  /** Sheets that were read so far, in the order of the workbook. */
  sheetsRead(): readonly string[] {
    const read = new Set([...this.#readings.values()].flatMap((reading) => reading.located.sheet?.name ?? []));
    return this.snapshot.sheets.flatMap((sheet) => (read.has(sheet.name) ? [sheet.name] : []));
  }

  /** Every filled cell of a ledger's own columns with what it reads as; formulas left out. */
  *cells(ledger: Ledger): Generator<{ readonly at: number; readonly column: number; readonly field: string; readonly raw: ReadCell; readonly value: unknown; readonly trouble: Trouble | null }> {
    const reading = this.#reading(ledger);
    const { layout, sheet } = reading.located;
    if (!layout || !sheet) return;
    for (const [field, column] of layout.columns) {
      if (ledger.columns[field]!.computed) continue;
      const parsed = reading.column(field);
      for (let index = 0; index < layout.dataRows.length; index += 1) {
        const at = layout.dataRows[index]!;
        const raw = cellAt(sheet, at, column);
        if (raw.kind === CELL_KIND.empty || raw.formula !== undefined) continue;
        yield { at, column, field, raw, value: parsed.values[index], trouble: parsed.troubles.get(index) ?? null };
      }
    }
  }

  /** Where the ledger stands, or null. */
  layout(ledger: Ledger): Layout | null {
    return this.#reading(ledger).layout;
  }

  read<C extends Columns, K extends keyof C & string>(ledger: Ledger<C>, use: ReadUse<C, K>): Table<C, K> & { readonly refused: ReadonlySet<number> } {
    const reading = this.#reading(ledger as unknown as Ledger);
    const report = use.quietly ? (): void => undefined : this.report;
    const { layout, sheet, notes } = reading.located;
    const name = sheet?.name ?? ledger.sheet;
    if (!sheet && use.must) report(missingSheet(ledger as unknown as Ledger));
    const cellOf = (at: number, field: K): string => {
      const column = layout?.columns.get(field);
      return column === undefined ? '' : toA1(at, column);
    };
    const issueAt = (at: number, field: K, text: IssueText): Issue => ({
      ...text,
      sheet: name,
      // a column that the sheet lacks is shown at the row's first known cell
      cell: cellOf(at, field) || toA1(at, Math.min(...(layout?.columns.values() ?? []), sheet?.columnCount ?? 0)),
    });
    for (const note of notes) {
      const issue = describeLocateNote(note, ledger as unknown as Ledger, name, use);
      if (issue) report(issue);
    }
    const rows: RowOf<C, K>[] = [];
    const refused = new Set<number>();
    if (layout) {
      if (layout.hiddenCount > 0) report(hiddenRows(name, layout));
      this.#collect(reading, layout, use, issueAt, report, rows, refused);
    }
    return {
      ledger,
      layout,
      sheet: name,
      rows,
      rejected: use.quietly ? 0 : refused.size,
      refused: use.quietly ? NONE : refused,
      has: (field) => layout?.columns.has(field) ?? false,
      cell: cellOf,
      issue: issueAt,
    };
  }

  #collect<C extends Columns, K extends keyof C & string>(
    reading: LedgerReading,
    layout: Layout,
    use: ReadUse<C, K>,
    issueAt: (at: number, field: K, text: IssueText) => Issue,
    report: (issue: Issue) => void,
    rows: RowOf<C, K>[],
    refused: Set<number>,
  ): void {
    const ledger = reading.ledger;
    const voided = reading.voided();
    const parsed = use.fields.map((field) => ({ field, column: ledger.columns[field]!, ...reading.column(field) }));
    const scope = use.within ? { period: use.within.period, columns: use.within.by.map((field) => reading.column(field).values) } : null;
    const { keys, numbers } = reading.duplicates();
    const wanted = new Set<string>(use.fields);
    const keyIsUsed = ledger.unique.length > 0 && ledger.unique.every((field) => wanted.has(field));
    const numberIsUsed = ledger.number !== null && wanted.has(ledger.number);
    const needed = new Set<string>(use.need ?? []);
    for (let index = 0; index < layout.dataRows.length; index += 1) {
      if (voided[index] === 1 || (scope && isOutside(scope.columns, index, scope.period))) continue;
      const at = layout.dataRows[index]!;
      let usable = true;
      const row: Record<string, unknown> = { at };
      for (const { field, column, values, troubles } of parsed) {
        const trouble = troubles.size > 0 ? troubles.get(index) : undefined;
        const value = values[index];
        if (trouble) {
          report(issueAt(at, field, describeTrouble(trouble, column)));
          if (!trouble.usable) usable = false;
        } else if (value === null && (column.required || needed.has(field)) && layout.columns.has(field)) {
          report(issueAt(at, field, requiredBlank(column)));
          usable = false;
        }
        row[field] = value;
      }
      if (usable && parsed.some(({ field, column }) => (column.required || needed.has(field)) && !layout.columns.has(field))) usable = false;
      if (keyIsUsed && keys.has(index)) {
        const field = ledger.unique[0] as K;
        report(issueAt(at, field, duplicateKey(ledger, row, layout.dataRows[keys.get(index)!]!)));
        usable = false;
      }
      if (numberIsUsed && numbers.has(index)) {
        report(issueAt(at, ledger.number as K, duplicateNumber(ledger, row[ledger.number as K], layout.dataRows[numbers.get(index)!]!)));
      }
      if (usable) rows.push(row as RowOf<C, K>);
      else refused.add(at);
    }
  }
}

/** Readable dates all outside the period: one field is a day, two are first and last day. */
function isOutside(columns: readonly (readonly unknown[])[], index: number, period: Period): boolean {
  const dates = columns.flatMap((values) => (typeof values[index] === 'number' ? [values[index] as CivilDate] : []));
  if (dates.length === 0) return false;
  return Math.max(...dates) < period.from || Math.min(...dates) > period.to;
}
