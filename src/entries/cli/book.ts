/** Opening and saving workbooks for the commands. */
import { access, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openXlsx, type Loss, type XlsxWorkbook } from '../../hosts/xlsx';
import { readWorkbookFile, writeWorkbookFile } from '../../hosts/xlsx/file';
import type { Issue } from '../../ledger/issue';
import type { JournalEntry, JournalStore } from '../../operations/ports';

export async function openBook(path: string): Promise<XlsxWorkbook> {
  return openXlsx(await readWorkbookFile(path));
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The command line saves whole files: a run that fails leaves the old one, and nothing is left to undo. */
export class SessionJournal implements JournalStore {
  #entries: JournalEntry[] = [];

  async entries(): Promise<readonly JournalEntry[]> {
    return this.#entries;
  }

  async put(entry: JournalEntry): Promise<void> {
    this.#entries = [...this.#entries.filter((other) => other.id !== entry.id), entry];
  }

  async remove(id: string): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
  }
}

/** What the file would lose, as issues: a warning, or an error when it would happen to the opened file itself. */
export function lossIssues(losses: readonly Loss[], sameFile: boolean): Issue[] {
  return losses.map((loss) => ({
    code: 'file/feature-lost',
    severity: sameFile ? 'error' : 'warning',
    sheet: '',
    cell: '',
    message: `保存后会少掉${loss.feature}:原有${loss.before}处,保存后${loss.after}处`,
    remedy: sameFile ? '没有写入;请用 --out 另存为一个新文件' : '原文件没有改动;需要这些内容时请在原文件里继续使用',
    clause: '',
  }));
}

/** The file that a name stands for, links followed; the name itself where there is none yet. */
function filePath(name: string): Promise<string> {
  return realpath(name).catch(() => resolve(name));
}

/** Saves `book`; returns the issues of losses and whether it was written. */
export async function saveBook(book: XlsxWorkbook, from: string | null, to: string): Promise<{ readonly written: boolean; readonly issues: readonly Issue[] }> {
  const saved = await book.save();
  const sameFile = from !== null && (await filePath(from)) === (await filePath(to));
  const issues = lossIssues(saved.losses, sameFile);
  if (sameFile && issues.length > 0) return { written: false, issues };
  await writeWorkbookFile(to, saved.bytes);
  return { written: true, issues };
}
