/** What operations need from outside besides the workbook. */
import type { Progress } from '../kernel/slices';
import type { IntegerProgram, ProgramAnswer } from '../kernel/solver';
import type { Change } from '../workbook/change';

/** A run that is being written or has been written, and how to take it back. */
export interface JournalEntry {
  readonly id: string;
  /** What the user ran, in his words. */
  readonly title: string;
  /** `writing` = it may have stopped half-way; `done` = all of it stands. */
  readonly state: 'writing' | 'done';
  /** Undoes the run. */
  readonly inverse: readonly Change[];
  /** Does it again. */
  readonly changes: readonly Change[];
}

/** Last entry last. An implementation may be disposable: the workbook is the truth. */
export interface JournalStore {
  entries(): Promise<readonly JournalEntry[]>;
  put(entry: JournalEntry): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Whoever drives a long computation. */
export interface DrivePorts {
  /** Solves an integer program; undefined where there is no solver. */
  milp?(program: IntegerProgram): Promise<ProgramAnswer | undefined>;
  /** Between two slices; a driver on a main thread may hand over to it here. */
  onProgress?(progress: Progress): Promise<void> | void;
  isCancelled?(): boolean;
}
