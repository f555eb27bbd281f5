/** What operations need from outside besides the workbook. */
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
