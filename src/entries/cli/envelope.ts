/** The one JSON object that every command answers with. */
import type { Issue } from '../../ledger/issue';
import { tableToJson, type ResultTable } from '../../ledger/result-table';
import type { SheetDiff } from '../../workbook/diff';

export const EXIT = { done: 0, errors: 1, usage: 2, file: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What a command did, for people and for tools. */
export interface CommandResult {
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: ExitStatus;
  readonly tables: readonly ResultTable[];
  readonly sheets: readonly SheetDiff[];
  readonly issues: readonly Issue[];
  readonly certificate?: Readonly<Record<string, unknown>>;
  /** Further keys of the JSON object (the catalogue of `list`). */
  readonly more?: Readonly<Record<string, unknown>>;
  /** For a person: long cells of tables over several lines, uncut. */
  readonly showsWhole?: boolean;
  /** Lines for a person, before tables and issues. */
  readonly headlines: readonly string[];
  /** Lines for stderr. */
  readonly remarks: readonly string[];
}

export function toEnvelope(result: CommandResult): Readonly<Record<string, unknown>> {
  return {
    action: result.action,
    parameters: result.parameters,
    ok: result.status === EXIT.done,
    tables: Object.fromEntries(result.tables.map((table) => [table.title, tableToJson(table)])),
    sheets: result.sheets.map((sheet) => ({ name: sheet.name, created: sheet.created, cellsChanged: sheet.cells.length })),
    issues: result.issues.map(({ code, severity, sheet, cell, message, remedy, clause }) => ({ code, severity, sheet, cell, message, remedy, clause })),
    ...(result.certificate ? { certificate: result.certificate } : {}),
    ...(result.more ?? {}),
  };
}

/** A result that is nothing but a failure. */
export function failure(action: string, status: ExitStatus, code: string, message: string, remedy: string): CommandResult {
  return {
    action,
    parameters: {},
    status,
    tables: [],
    sheets: [],
    issues: [{ code, severity: 'error', sheet: '', cell: '', message, remedy, clause: '' }],
    headlines: [],
    remarks: [],
  };
}

/** A mistake in the call; ends the command with status 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
