/** What is wrong or worth knowing, with the cell to correct. Issues are values: nobody throws them. */
import { compareBy, compareText } from '../kernel/order';
import { fromA1 } from '../workbook/address';

/** error 错误: cannot be used, stops writing; violation 不符: breaks a rule; warning 提示; info 提醒. */
export type Severity = 'error' | 'violation' | 'warning' | 'info';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  violation: '不符',
  warning: '提示',
  info: '提醒',
};

const RANK: Readonly<Record<Severity, number>> = { error: 0, violation: 1, warning: 2, info: 3 };

export interface Issue {
  /** Stable, e.g. `cell/date-impossible`, `roster/day-unfilled`. */
  readonly code: string;
  readonly severity: Severity;
  /** Sheet as it is named in the workbook; '' when it concerns the workbook. */
  readonly sheet: string;
  /** A1 address of the cell to correct; '' for a row that is missing. */
  readonly cell: string;
  /** What is wrong; quotes the value. */
  readonly message: string;
  /** What to type or do. */
  readonly remedy: string;
  /** Exact clause ID, or '' where no clause is concerned. */
  readonly clause: string;
}

/** The parts of an issue that a rule states; place and sheet come from the row. */
export type IssueText = Pick<Issue, 'code' | 'severity' | 'message' | 'remedy' | 'clause'>;

const place = (issue: Issue): readonly [number, number] => {
  const cell = fromA1(issue.cell);
  return cell ? [cell.row, cell.column] : [Number.MAX_SAFE_INTEGER, 0];
};

/** Worst first; then by sheet, row, column, code and message: the order does not depend on who found it. */
export const compareIssues = compareBy<Issue>(
  (a, b) => RANK[a.severity] - RANK[b.severity],
  (a, b) => compareText(a.sheet, b.sheet),
  (a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1],
  (a, b) => compareText(a.code, b.code),
  (a, b) => compareText(a.message, b.message),
);

/** Collects issues; the same finding at the same place counts once, however many rules read it. */
export class IssueList {
  readonly #byKey = new Map<string, Issue>();

  add(issue: Issue): void {
    const key = `${issue.code}\n${issue.sheet}\n${issue.cell}\n${issue.message}`;
    if (!this.#byKey.has(key)) this.#byKey.set(key, issue);
  }

  /** In `compareIssues` order. */
  sorted(): readonly Issue[] {
    return [...this.#byKey.values()].sort(compareIssues);
  }

  /** Rows (of any sheet) with an error; an error without a cell counts as one. */
  get errorRows(): number {
    const rows = new Set<string>();
    for (const issue of this.#byKey.values()) if (issue.severity === 'error') rows.add(`${issue.sheet}\n${fromA1(issue.cell)?.row ?? issue.message}`);
    return rows.size;
  }

  get hasErrors(): boolean {
    for (const issue of this.#byKey.values()) if (issue.severity === 'error') return true;
    return false;
  }
}
