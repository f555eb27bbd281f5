/** A workbook in memory behind the port: for tests, and as the model of what every host must do. */
import type { CellInput } from '../../workbook/cell';
import type { Captured, CaptureRequest, Change } from '../../workbook/change';
import { shiftFormula } from '../../workbook/formula';
import { HostError, type Capabilities, type SheetInfo, type WorkbookHost } from '../../workbook/host';
import type { DefinedName, Snapshot } from '../../workbook/snapshot';
import { MemorySheet } from './sheet';

interface State {
  readonly sheets: readonly MemorySheet[];
  readonly names: readonly DefinedName[];
}

export class MemoryWorkbook implements WorkbookHost {
  readonly capabilities: Capabilities = { validations: true, printSetup: true, hiddenNames: true };
  sheets: MemorySheet[] = [];
  names: DefinedName[] = [];

  /** A workbook with these sheets; each row a list of cells. */
  static of(sheets: Readonly<Record<string, readonly (readonly CellInput[])[]>>): MemoryWorkbook {
    const workbook = new MemoryWorkbook();
    for (const [name, rows] of Object.entries(sheets)) {
      const sheet = new MemorySheet(name);
      sheet.rows = rows.map((row) => row.map((value) => (value === null ? undefined : { value, style: null })));
      workbook.sheets.push(sheet);
    }
    return workbook;
  }

  /** Throws when there is no such sheet (for tests that arrange a workbook). */
  sheet(name: string): MemorySheet {
    const sheet = this.#find(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  #find(name: string): MemorySheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  async list(): Promise<readonly SheetInfo[]> {
    return this.sheets.map((sheet) => ({ name: sheet.name, visibility: sheet.visibility, protected: sheet.protected }));
  }

  async read(sheets?: readonly string[]): Promise<Snapshot> {
    const wanted = sheets && new Set(sheets.map((name) => name.toLowerCase()));
    return {
      sheets: this.sheets.filter((sheet) => !wanted || wanted.has(sheet.name.toLowerCase())).map((sheet) => sheet.snapshot()),
      names: [...this.names],
    };
  }

  async capture(request: CaptureRequest): Promise<Captured> {
    return {
      sheets: new Map(
        request.sheets.flatMap((name) => {
          const sheet = this.#find(name);
          return sheet ? [[name, { content: sheet.toContent(), position: this.sheets.indexOf(sheet), names: this.names.filter((entry) => entry.scope === sheet.name) }]] : [];
        }),
      ),
      cells: request.cells.map(({ sheet, cells }) => ({ sheet, cells: cells.map((ref) => this.#find(sheet)?.read(ref) ?? { ...ref, value: null, style: null }) })),
      names: [...this.names],
    };
  }

  /** All or nothing. */
  async apply(changes: readonly Change[]): Promise<void> {
    const before: State = { sheets: this.sheets.map((sheet) => sheet.clone()), names: [...this.names] };
    try {
      for (const change of changes) this.#apply(change);
    } catch (failure) {
      this.sheets = [...before.sheets];
      this.names = [...before.names];
      throw failure;
    }
  }

  #apply(change: Change): void {
    if (change.kind === 'setName') {
      this.names = this.names.filter((name) => !(name.name.toLowerCase() === change.name.toLowerCase() && name.scope === change.scope));
      if (change.formula !== null) this.names.push({ name: change.name, scope: change.scope, formula: change.formula, hidden: change.hidden });
      return;
    }
    if (change.kind === 'addSheet') {
      if (this.#find(change.sheet)) throw new HostError('workbook/sheet-exists', `已有工作表“${change.sheet}”`, '请重新预览后再写入');
      this.sheets.splice(change.position ?? this.sheets.length, 0, MemorySheet.fromContent(change.sheet, change.content));
      return;
    }
    const sheet = this.#find(change.sheet);
    if (!sheet) throw new HostError('workbook/sheet-missing', `工作表“${change.sheet}”不见了`, '请重新预览后再写入');
    if (sheet.protected) throw new HostError('workbook/sheet-protected', `工作表“${sheet.name}”受保护,不能写入`, '请在“审阅”选项卡点“撤消工作表保护”,再运行一次');
    switch (change.kind) {
      case 'replaceSheet': {
        const fresh = MemorySheet.fromContent(sheet.name, change.content);
        this.sheets[this.sheets.indexOf(sheet)] = fresh;
        break;
      }
      case 'removeSheet':
        this.sheets = this.sheets.filter((other) => other !== sheet);
        this.names = this.names.filter((name) => name.scope !== sheet.name);
        break;
      case 'setCells':
        change.cells.forEach((write) => sheet.write(write));
        break;
      case 'addValidations':
        sheet.validations.push(...change.validations);
        break;
      case 'insertRows':
        this.#moveRows(sheet, change.at, change.count);
        break;
      case 'deleteRows':
        this.#moveRows(sheet, change.at, -change.count);
        break;
    }
  }

  #moveRows(sheet: MemorySheet, at: number, count: number): void {
    sheet.moveRows(at, count);
    const shift = { sheet: sheet.name, at, count };
    for (const other of this.sheets) other.shiftFormulas(shift);
    this.names = this.names.map((name) => ({ ...name, formula: shiftFormula(name.formula, name.scope ?? '', shift) }));
  }
}

