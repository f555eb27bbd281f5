import type { Captured, CaptureRequest, Change } from './change';
import type { Snapshot, Visibility } from './snapshot';

export interface SheetInfo {
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
}

/** What a host can do beyond cells; operations degrade, they never ask which host it is. */
export interface Capabilities {
  readonly validations: boolean;
  readonly printSetup: boolean;
  readonly hiddenNames: boolean;
}

/**
 * The port between the rules and a spreadsheet program (or file). All calls are asynchronous; a host carries out
 * `apply` in order and throws `HostError` with a sentence for the user when it cannot.
 */
export interface WorkbookHost {
  readonly capabilities: Capabilities;
  list(): Promise<readonly SheetInfo[]>;
  /** The named sheets (absent ones are left out), or all; defined names always. */
  read(sheets?: readonly string[]): Promise<Snapshot>;
  capture(request: CaptureRequest): Promise<Captured>;
  apply(changes: readonly Change[]): Promise<void>;
}

/** Something between us and the workbook failed; `message` and `remedy` are Chinese sentences for the user. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}
