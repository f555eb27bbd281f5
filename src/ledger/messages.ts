/** What the reader says about cells, rows and sheets: place, excerpt, cause and remedy in one place. */
import type { Trouble, Column } from './column';
import type { Issue, IssueText } from './issue';
import type { Layout, Ledger } from './ledger';
import type { LocateNote } from './locate';
import { TROUBLE_TEXTS } from './trouble-texts';

/** The issue of a cell that could not be read, or was read with a doubt. */
export function describeTrouble(trouble: Trouble, column: Column<unknown>): IssueText {
  const text = TROUBLE_TEXTS[trouble.reason];
  if (!text) throw new Error(`no message for trouble ${trouble.reason}`);
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, key: string) => (key === 'column' ? column.title : key === 'choices' ? column.choices.join('、') : trouble.details[key]!));
  return {
    code: `cell/${trouble.reason}`,
    severity: trouble.usable ? 'warning' : 'error',
    message: fill(text.message),
    remedy: fill(text.remedy),
    clause: text.clause ?? '',
  };
}

export function requiredBlank(column: Column<unknown>): IssueText {
  return {
    code: 'cell/required-blank',
    severity: 'error',
    message: `“${column.title}”是空的,这一行不能计入`,
    remedy: column.choices.length > 0 ? `请填写${column.choices.join('、')}之一` : `请填写“${column.title}”;不要这一行时请整行清空`,
    clause: '',
  };
}

/** Two rows of one key; both 0-based. */
export function duplicateKey(ledger: Ledger, at: number, first: number): IssueText {
  const titles = ledger.unique.map((field) => ledger.columns[field]!.title).join('+');
  return {
    code: 'row/duplicate-key',
    severity: 'error',
    message: `与第${first + 1}行的“${titles}”相同(本行是第${at + 1}行),不知道以哪一行为准`,
    remedy: '请删去其中一行,或更正其中一行的内容',
    clause: '',
  };
}

export function duplicateNumber(ledger: Ledger, value: unknown, first: number): IssueText {
  return {
    code: 'row/duplicate-number',
    severity: 'warning',
    message: `“${ledger.columns[ledger.number!]!.title}”${String(value)}与第${first + 1}行相同`,
    remedy: '请核对是否重复登记;编号只供查找,不影响计算',
    clause: '',
  };
}

export function hiddenRows(sheet: string, layout: Layout): Issue {
  return {
    code: 'sheet/hidden-rows',
    severity: 'info',
    sheet,
    cell: '',
    message: `含隐藏或被筛选的行${layout.hiddenCount}行,已一并计入`,
    remedy: '不应计入的行请删除,或按该表规定作废',
    clause: '',
  };
}

export function missingSheet(ledger: Ledger): Issue {
  return {
    code: 'sheet/missing',
    severity: 'error',
    sheet: ledger.sheet,
    cell: '',
    message: `没有找到工作表“${ledger.sheet}”`,
    remedy: `请新建“${ledger.sheet}”表(至少要有${requiredTitles(ledger)}列);表名不同时,可在“对照”表写明`,
    clause: '',
  };
}

function requiredTitles(ledger: Ledger): string {
  const required = Object.values(ledger.columns).filter((column) => column.required);
  return (required.length > 0 ? required : Object.values(ledger.columns).slice(0, 1)).map((column) => `“${column.title}”`).join('、');
}

/** null: nothing to say for this use. */
export function describeLocateNote(note: LocateNote, ledger: Ledger, sheet: string, use: { readonly fields: readonly string[] }): Issue | null {
  const common = { sheet, cell: '', clause: '' };
  switch (note.reason) {
    case 'sheet-twice':
      return {
        ...common,
        code: 'sheet/twice',
        severity: 'warning',
        message: `“${note.details['other']}”也可能是“${ledger.sheet}”表,本次只读“${sheet}”`,
        remedy: '请合并成一张表,或在“对照”表写明用哪一张',
      };
    case 'column-twice':
      return {
        ...common,
        code: 'column/twice',
        severity: 'warning',
        message: `有两列都叫“${note.details['title']}”,只读了左边的一列`,
        remedy: '请改名或删去多余的一列',
      };
    case 'header-missing':
      return {
        ...common,
        code: 'sheet/no-header',
        severity: 'error',
        message: `前5行里没有找到“${ledger.sheet}”表的表头`,
        remedy: `请在前5行内写一行表头,至少有${requiredTitles(ledger)}`,
      };
    case 'column-missing': {
      const title = note.details['title']!;
      const used = use.fields.some((field) => ledger.columns[field]!.title === title);
      if (!used) return null;
      return {
        ...common,
        code: 'column/missing',
        severity: 'error',
        message: `“${ledger.sheet}”表缺少“${title}”列`,
        remedy: `请在表头加上“${title}”;列名不同时,可在“对照”表写明`,
      };
    }
  }
}
