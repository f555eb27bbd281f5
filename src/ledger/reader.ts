/**
 * Reads ledgers out of a snapshot. Cells are parsed column by column, once; every use judges only the fields and rows
 * that it needs, so that a smudged cell that no number depends on stops nobody.
 */
import type { Period } from '../kernel/period';
import { toA1 } from '../workbook/address';
import { isBlank, type ReadCell } from '../workbook/cell';
import { cellAt, type Snapshot } from '../workbook/snapshot';
import type { Trouble } from './column';
import type { Issue, IssueText } from './issue';
import type { Columns, Ledger, Layout, ReadUse, RowOf, Table } from './ledger';
import { locate, type Located, type NameMapping } from './locate';
import { describeLocateNote, describeTrouble, duplicateKey, duplicateNumber, filledDown, hiddenColumn, hiddenRows, hiddenSheet, missingSheet, requiredBlank } from './messages';
import { parseColumn, type ParsedColumn } from './parsed-column';

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
    if (layout === null || sheet === null || at === undefined) return { values: this.#dataRows.map(() => column.blank), troubles: new Map(), filled: new Map() };
    const days = column.day === null ? null : this.column(column.day).values;
    return parseColumn(column, sheet, at, layout, days);
  }

  /** 1 per data row that counts nowhere. */
  voided(): Uint8Array {
    if (this.#voided) return this.#voided;
    const rows = this.#dataRows.length;
    const flags = new Uint8Array(rows);
    const declared = this.ledger.voided;
    if (declared) {
      const columns = declared.fields.map((field) => [field, this.column(field).values] as const);
      const row: Record<string, unknown> = {};
      for (let index = 0; index < rows; index += 1) {
        for (const [field, values] of columns) row[field] = values[index];
        if (declared.test(row)) flags[index] = 1;
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

const NONE: ReadonlySet<number> = new Set();

/** All ledgers of a snapshot, read on demand. */
export class Reader {
  readonly #readings = new Map<string, LedgerReading>();

  constructor(
    readonly snapshot: Snapshot,
    private readonly mapping: NameMapping,
    private readonly report: (issue: Issue) => void,
  ) {}

  #reading(ledger: Ledger): LedgerReading {
    let reading = this.#readings.get(ledger.id);
    if (!reading) {
      reading = new LedgerReading(ledger, this.snapshot, this.mapping);
      this.#readings.set(ledger.id, reading);
    }
    return reading;
  }

  /** Sheets that were read so far, in the order of the workbook. */
  sheetsRead(): readonly string[] {
    const read = new Set([...this.#readings.values()].flatMap((reading) => reading.located.sheet?.name ?? []));
    return this.snapshot.sheets.flatMap((sheet) => (read.has(sheet.name) ? [sheet.name] : []));
  }

  /** Every filled cell of a ledger's own columns with what it reads as; formulas left out. `isMerged`: it speaks for rows below too. */
  *cells(ledger: Ledger): Generator<{ readonly at: number; readonly column: number; readonly field: string; readonly raw: ReadCell; readonly value: unknown; readonly trouble: Trouble | null; readonly isMerged: boolean }> {
    const reading = this.#reading(ledger);
    const { layout, sheet } = reading.located;
    if (!layout || !sheet) return;
    for (const [field, column] of layout.columns) {
      if (ledger.columns[field]!.computed) continue;
      const parsed = reading.column(field);
      const speakers = new Set(parsed.filled.values());
      for (let index = 0; index < layout.dataRows.length; index += 1) {
        const at = layout.dataRows[index]!;
        const raw = cellAt(sheet, at, column);
        if (isBlank(raw) || raw.formula !== undefined) continue;
        yield { at, column, field, raw, value: parsed.values[index], trouble: parsed.troubles.get(index) ?? null, isMerged: speakers.has(at) };
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
    const refused = new Set<number>();
    let rows: readonly RowOf<C, K>[] = [];
    if (layout) {
      if (sheet!.visibility !== 'visible') report(hiddenSheet(name, sheet!.visibility, ledger.clause));
      if (layout.hiddenCount > 0) report(hiddenRows(name, layout, ledger.clause));
      for (const field of use.fields) {
        const at = layout.columns.get(field);
        if (at !== undefined && sheet!.hiddenColumns.includes(at)) report(issueAt(layout.headerRow, field, hiddenColumn(ledger.columns[field]!, ledger.clause)));
      }
      // the use's fields are checked by its type; inside, a field is a string
      const verdicts = this.#judge(reading, layout, use as unknown as ReadUse<Columns, string>, issueAt as (at: number, field: string, text: IssueText) => Issue, report);
      verdicts.forEach((verdict, index) => {
        if (verdict === REFUSED) refused.add(layout.dataRows[index]!);
      });
      if (!use.rowless) rows = this.#rows(reading, layout, use.fields, verdicts) as unknown as RowOf<C, K>[];
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

  /** Judges the cells of a use; per data row: 0 = left out, 1 = usable, 2 = refused. */
  #judge(reading: LedgerReading, layout: Layout, use: ReadUse<Columns, string>, issueAt: (at: number, field: string, text: IssueText) => Issue, report: (issue: Issue) => void): Uint8Array {
    const { ledger } = reading;
    const verdicts = this.#scope(reading, layout, use);
    const needed = new Set<string>(use.need ?? []);
    const at = (index: number): number => layout.dataRows[index]!;
    for (const field of use.fields) {
      const column = ledger.columns[field]!;
      const { values, troubles, filled } = reading.column(field);
      if ([...filled.keys()].some((index) => verdicts[index] !== LEFT_OUT)) report(issueAt([...filled.values()][0]!, field, filledDown(column, filled.size, ledger.clause)));
      for (const [index, trouble] of troubles) {
        if (verdicts[index] === LEFT_OUT) continue;
        report(issueAt(at(index), field, describeTrouble(trouble, column, ledger.clause)));
        if (!trouble.usable) verdicts[index] = REFUSED;
      }
      if (!column.required && !needed.has(field)) continue;
      const present = layout.columns.has(field);
      for (let index = 0; index < verdicts.length; index += 1) {
        if (verdicts[index] === LEFT_OUT || values[index] !== null || troubles.has(index)) continue;
        // a column that is missing is said once, for the sheet
        if (present) report(issueAt(at(index), field, requiredBlank(column, ledger.clause)));
        verdicts[index] = REFUSED;
      }
    }
    const { keys, numbers } = reading.duplicates();
    if (ledger.unique.length > 0 && ledger.unique.every((field) => use.fields.includes(field))) {
      for (const [index, first] of keys) {
        if (verdicts[index] === LEFT_OUT) continue;
        report(issueAt(at(index), ledger.unique[0]!, duplicateKey(ledger, at(index), at(first))));
        verdicts[index] = REFUSED;
      }
    }
    const { number } = ledger;
    if (number !== null && use.fields.includes(number)) {
      for (const [index, first] of numbers) {
        if (verdicts[index] !== LEFT_OUT) report(issueAt(at(index), number, duplicateNumber(ledger, reading.column(number).values[index], at(first))));
      }
    }
    return verdicts;
  }

  /** Rows that are voided or lie outside the period are left out. */
  #scope(reading: LedgerReading, layout: Layout, use: ReadUse<Columns, string>): Uint8Array {
    const verdicts = new Uint8Array(layout.dataRows.length).fill(USABLE);
    const voided = reading.voided();
    const dates = use.within?.by.map((field) => reading.column(field).values);
    for (let index = 0; index < verdicts.length; index += 1) {
      if (voided[index] === 1 || (dates && isOutside(dates, index, use.within!.period))) verdicts[index] = LEFT_OUT;
    }
    return verdicts;
  }

  #rows(reading: LedgerReading, layout: Layout, fields: readonly string[], verdicts: Uint8Array): Record<string, unknown>[] {
    const columns = fields.map((field) => [field, reading.column(field).values] as const);
    const rows: Record<string, unknown>[] = [];
    for (let index = 0; index < verdicts.length; index += 1) {
      if (verdicts[index] !== USABLE) continue;
      const row: Record<string, unknown> = { at: layout.dataRows[index] };
      for (const [field, values] of columns) row[field] = values[index];
      rows.push(row);
    }
    return rows;
  }
}

const LEFT_OUT = 0;
const USABLE = 1;
const REFUSED = 2;

/** Readable dates all outside the period: one field is a day, two are first and last day. */
function isOutside(columns: readonly (readonly unknown[])[], index: number, period: Period): boolean {
  let first = Infinity;
  let last = -Infinity;
  for (const values of columns) {
    const value = values[index];
    if (typeof value !== 'number') continue;
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return first <= last && (last < period.from || first > period.to);
}
