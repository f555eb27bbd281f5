/** Sheets that a plan would write into and that are protected: said before anything is written. */
import type { Issue } from '../ledger/issue';
import type { Plan } from '../workbook/diff';
import { findSheet, type Snapshot } from '../workbook/snapshot';

/** An error a sheet, in the order of the plan; errors that are accepted do not lift a protection. */
export function protectionIssues(plan: Plan, snapshot: Snapshot, clause: string): Issue[] {
  const written = new Set(plan.changes.flatMap((change) => (change.kind === 'setName' || change.kind === 'addSheet' ? [] : [change.sheet])));
  return [...written].flatMap((name): Issue[] => {
    const sheet = findSheet(snapshot, name);
    if (!sheet?.protected) return [];
    return [
      {
        code: 'sheet/protected',
        severity: 'error',
        sheet: sheet.name,
        cell: '',
        message: `工作表“${sheet.name}”受保护,写不进去,这次没有写入`,
        remedy: '请在“审阅”选项卡点“撤消工作表保护”,再运行一次',
        clause,
      },
    ];
  });
}
