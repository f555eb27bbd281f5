/** An .xlsx file behind the port, through hucre. Nothing is written to disk here (see `file.ts`). */
import { strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { openXlsx as openPackage, saveXlsx as savePackage, writeXlsx, type RoundtripWorkbook, type Sheet } from 'hucre';
import type { Captured, CaptureRequest, Change } from '../../workbook/change';
import { shiftFormula } from '../../workbook/formula';
import { HostError, type Capabilities, type SheetInfo, type WorkbookHost } from '../../workbook/host';
import { MARK_NAME } from '../../workbook/mark';
import type { DefinedName, Snapshot } from '../../workbook/snapshot';
import { checkContainer, DEFAULT_LIMITS, type ContainerLimits } from './container';
import { countOurCharts, countRenamedCharts, placeDrawings } from './drawings';
import { formulaCount, settleFormulas, withResults } from './formulas';
import { carryOver, inventory, losses, STYLES, textOf, type Loss } from './package-parts';
import { captureSheet, isProtected, moveRows, readCell, renderSheet, shiftFormulas, snapshotOf, toDataValidation, visibilityOf, writeCell } from './sheet';
import { markStyles } from './style-part';

export interface SavedWorkbook {
  readonly bytes: Uint8Array;
  /** Features of the opened file that these bytes lack. */
  readonly losses: readonly Loss[];
}

/**
 * Opens a workbook. Throws `HostError` for what is no safe .xlsx package: not a workbook, password, .xls/.et, damaged,
 * suspicious (zip bomb).
 */
export async function openXlsx(bytes: Uint8Array, limits: ContainerLimits = DEFAULT_LIMITS): Promise<XlsxWorkbook> {
  checkContainer(bytes, limits);
  try {
    const original = unzipSync(bytes);
    const styles = textOf(original, STYLES);
    const marked = styles === '' ? bytes : zipSync({ ...original, [STYLES]: strToU8(markStyles(styles)) }, { level: 0 });
    return new XlsxWorkbook(await openPackage(marked, { readStyles: true }), original);
  } catch (failure) {
    if (failure instanceof HostError) throw failure;
    throw new HostError('file/damaged', '工作簿读不出来,可能已损坏', '请在 Excel 或 WPS 表格中打开,另存为 .xlsx 后再试');
  }
}

/** A new workbook without sheets. */
export function createXlsx(): XlsxWorkbook {
  return new XlsxWorkbook({ sheets: [] } as unknown as RoundtripWorkbook, null);
}

export class XlsxWorkbook implements WorkbookHost {
  readonly capabilities: Capabilities = { validations: true, printSetup: true, hiddenNames: true };
  readonly #hidden = new Set<string>();
  /** Sheets that we rewrote. */
  readonly #reworked = new Set<string>();
  /** Formulas of the user's sheets that we wrote over. */
  #formulasTaken = 0;
  /** Sheets whose rows we moved. */
  readonly #moved = new Set<string>();

  constructor(
    private readonly workbook: RoundtripWorkbook,
    private readonly original: Unzipped | null,
  ) {
    if (original) this.#readHidden(textOf(original, 'xl/workbook.xml'));
    for (const sheet of workbook.sheets) {
      settleFormulas(sheet);
      // drawings are placed by name when the file is saved
      delete sheet.charts;
      // else the writer takes a protection that was lifted for one that holds
      if (sheet.protection) sheet.protection.sheet ??= false;
    }
  }

  /** hucre does not keep the `hidden` attribute of names. */
  #readHidden(xml: string): void {
    for (const [, attributes] of xml.matchAll(/<definedName ([^>]*hidden="1"[^>]*)>/g)) {
      const name = unescapeXml(/name="([^"]*)"/.exec(attributes!)?.[1] ?? '');
      const index = /localSheetId="(\d+)"/.exec(attributes!)?.[1];
      this.#hidden.add(`${index === undefined ? '' : (this.workbook.sheets[Number(index)]?.name ?? '')}\n${name}`);
    }
  }

  #find(name: string): Sheet | undefined {
    return this.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  #names(): DefinedName[] {
    return (this.workbook.namedRanges ?? []).map((name) => ({
      name: name.name,
      scope: name.scope ?? null,
      formula: name.range.replace(/^=/, ''),
      hidden: this.#hidden.has(`${name.scope ?? ''}\n${name.name}`),
    }));
  }

  async list(): Promise<readonly SheetInfo[]> {
    return this.workbook.sheets.map((sheet) => ({ name: sheet.name, visibility: visibilityOf(sheet), protected: isProtected(sheet) }));
  }

  async read(sheets?: readonly string[]): Promise<Snapshot> {
    const wanted = sheets && new Set(sheets.map((name) => name.toLowerCase()));
    return { sheets: this.workbook.sheets.filter((sheet) => !wanted || wanted.has(sheet.name.toLowerCase())).map(snapshotOf), names: this.#names() };
  }

  async capture(request: CaptureRequest): Promise<Captured> {
    return {
      sheets: new Map(
        request.sheets.flatMap((name) => {
          const sheet = this.#find(name);
          return sheet ? [[name, { content: captureSheet(sheet), position: this.workbook.sheets.indexOf(sheet), names: this.#names().filter((entry) => entry.scope === sheet.name) }]] : [];
        }),
      ),
      cells: request.cells.map(({ sheet, cells }) => {
        const found = this.#find(sheet);
        return { sheet, cells: cells.map((ref) => (found ? readCell(found, ref) : { ...ref, value: null, style: null })) };
      }),
      names: this.#names(),
    };
  }

  /** Checked before anything is touched, so that a refusal leaves the workbook as it was. */
  async apply(changes: readonly Change[]): Promise<void> {
    this.#check(changes);
    for (const change of changes) this.#apply(change);
  }

  #check(changes: readonly Change[]): void {
    const present = new Set(this.workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
    for (const change of changes) {
      if (change.kind === 'setName') continue;
      const name = change.sheet.toLowerCase();
      if (change.kind === 'addSheet') {
        if (present.has(name)) throw new HostError('workbook/sheet-exists', `已有工作表“${change.sheet}”`, '请重新预览后再写入');
        present.add(name);
        continue;
      }
      if (!present.has(name)) throw new HostError('workbook/sheet-missing', `工作表“${change.sheet}”不见了`, '请重新预览后再写入');
      const sheet = this.#find(change.sheet);
      if (sheet && isProtected(sheet)) throw new HostError('workbook/sheet-protected', `工作表“${change.sheet}”受保护,不能写入`, '请在“审阅”选项卡点“撤消工作表保护”,再运行一次');
      if (change.kind === 'removeSheet') present.delete(name);
    }
  }

  #apply(change: Change): void {
    const { workbook } = this;
    if (change.kind === 'setName') {
      workbook.namedRanges = (workbook.namedRanges ?? []).filter((name) => !(name.name.toLowerCase() === change.name.toLowerCase() && (name.scope ?? null) === change.scope));
      const key = `${change.scope ?? ''}\n${change.name}`;
      if (change.formula === null || !change.hidden) this.#hidden.delete(key);
      else this.#hidden.add(key);
      if (change.formula !== null) workbook.namedRanges.push({ name: change.name, range: change.formula, ...(change.scope === null ? {} : { scope: change.scope }) });
      return;
    }
    if (change.kind === 'addSheet') {
      workbook.sheets.splice(change.position ?? workbook.sheets.length, 0, renderSheet(change.sheet, change.content));
      return;
    }
    const sheet = this.#find(change.sheet)!;
    const at = workbook.sheets.indexOf(sheet);
    const formulas = formulaCount(sheet);
    switch (change.kind) {
      case 'replaceSheet':
        workbook.sheets[at] = renderSheet(sheet.name, change.content);
        this.#reworked.add(sheet.name);
        break;
      case 'removeSheet':
        workbook.sheets.splice(at, 1);
        workbook.namedRanges = (workbook.namedRanges ?? []).filter((name) => name.scope !== sheet.name);
        this.#reworked.add(sheet.name);
        break;
      case 'setCells':
        change.cells.forEach((write) => writeCell(sheet, write));
        break;
      case 'addValidations':
        sheet.dataValidations = [...(sheet.dataValidations ?? []), ...change.validations.flatMap((validation) => toDataValidation(validation) ?? [])];
        break;
      case 'insertRows':
        this.#moveRows(sheet, change.at, change.count);
        break;
      case 'deleteRows':
        this.#moveRows(sheet, change.at, -change.count);
        break;
    }
    this.#formulasTaken += formulas - formulaCount(sheet);
  }

  #moveRows(sheet: Sheet, at: number, count: number): void {
    moveRows(sheet, at, count);
    const shift = { sheet: sheet.name, at, count };
    for (const other of this.workbook.sheets) shiftFormulas(other, shift);
    for (const name of this.workbook.namedRanges ?? []) name.range = shiftFormula(name.range, name.scope ?? '', shift);
    this.#moved.add(sheet.name);
  }

  /** The workbook as a file, and what the opened file had that this one lacks. */
  async save(): Promise<SavedWorkbook> {
    const written = this.original ? await savePackage(this.workbook) : await writeXlsx({ sheets: this.workbook.sheets as never, namedRanges: this.workbook.namedRanges ?? [] });
    const parts = unzipSync(written);
    await placeDrawings(this.original, parts, this.workbook.sheets);
    const kept = new Set(this.workbook.sheets.map((sheet) => sheet.name).filter((name) => !this.#reworked.has(name)));
    const bytes = carryOver(this.original, parts, {
      kept,
      moved: this.#moved,
      hiddenNames: this.#hidden,
      completeSheet: (xml, position) => withResults(xml, this.workbook.sheets[position]!, this.workbook.dateSystem === '1904'),
    });
    if (!this.original) return { bytes, losses: [] };
    const [before, after] = [this.original, unzipSync(bytes)].map((parts) => inventory(parts, this.#reworked));
    const marked = new Set((this.workbook.namedRanges ?? []).flatMap(({ name, scope }) => (name === MARK_NAME && scope !== undefined ? [scope] : [])));
    const chartsTaken = countOurCharts(this.original) + countRenamedCharts(this.original, this.workbook.sheets, (name) => marked.has(name)) - countOurCharts(parts);
    return { bytes, losses: losses(before!, after!, new Map([['公式', this.#formulasTaken], ['图表', chartsTaken]])) };
  }
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
