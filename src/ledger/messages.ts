/** What the reader says about cells, rows and sheets: place, excerpt, cause and remedy in one place. */
import { toA1 } from '../workbook/address';
import type { Trouble, Column } from './column';
import type { Issue, IssueText } from './issue';
import type { Layout, Ledger } from './ledger';
import type { LocateNote } from './locate';
import { TROUBLE_TEXTS } from './trouble-texts';

/** The issue of a cell that could not be read, or was read with a doubt; `clause` is the ledger's, here and below. */
export function describeTrouble(trouble: Trouble, column: Column<unknown>, clause: string): IssueText {
  const text = TROUBLE_TEXTS[trouble.reason];
  if (!text) throw new Error(`no message for trouble ${trouble.reason}`);
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, key: string) => (key === 'column' ? column.title : key === 'choices' ? column.choices.join('、') : trouble.details[key]!));
  return {
    code: `cell/${trouble.reason}`,
    severity: trouble.usable ? 'warning' : 'error',
    message: fill(text.message),
    remedy: fill(text.remedy),
    clause: text.clause ?? clause,
  };
}

export function requiredBlank(column: Column<unknown>, clause: string): IssueText {
  return {
    code: 'cell/required-blank',
    severity: 'error',
    message: `“${column.title}”是空的,这一行不能计入`,
    remedy: column.choices.length > 0 ? `请填写${column.choices.join('、')}之一` : `请填写“${column.title}”;不要这一行时请整行清空`,
    clause,
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
    clause: ledger.clause,
  };
}

export function duplicateNumber(ledger: Ledger, value: unknown, first: number): IssueText {
  return {
    code: 'row/duplicate-number',
    severity: 'warning',
    message: `“${ledger.columns[ledger.number!]!.title}”${String(value)}与第${first + 1}行相同`,
    remedy: '请核对是否重复登记;编号只供查找,不影响计算',
    clause: ledger.clause,
  };
}

export function hiddenRows(sheet: string, layout: Layout, clause: string): Issue {
  return {
    code: 'sheet/hidden-rows',
    severity: 'info',
    sheet,
    cell: '',
    message: `含隐藏或被筛选的行${layout.hiddenCount}行,已一并计入`,
    remedy: '不应计入的行请删除,或按该表规定作废',
    clause,
  };
}

export function hiddenColumn(column: Column<unknown>, clause: string): IssueText {
  return { code: 'sheet/hidden-column', severity: 'info', message: `“${column.title}”列是隐藏的,已照常读取`, remedy: '请核对这一列;不应计入的内容请删除', clause };
}

export function hiddenSheet(sheet: string, visibility: 'hidden' | 'veryHidden', clause: string): Issue {
  return {
    code: 'sheet/hidden',
    severity: 'info',
    sheet,
    cell: '',
    message: visibility === 'hidden' ? `“${sheet}”是隐藏的工作表,已照常读取` : `“${sheet}”是深度隐藏的工作表(在“取消隐藏”里也看不到),已照常读取`,
    remedy: '请核对这张表;不用的表请删除或改名',
    clause,
  };
}

/** Labels of vertically merged cells: `rows` data rows take theirs from the cell above. */
export function filledDown(column: Column<unknown>, rows: number, clause: string): IssueText {
  return {
    code: 'cell/filled-down',
    severity: 'info',
    message: `“${column.title}”有上下合并的单元格,其中${rows}行自己是空的,按合并格的内容读`,
    remedy: '不是同一内容的,请取消合并后逐行填写',
    clause,
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
    clause: ledger.clause,
  };
}

function requiredTitles(ledger: Ledger): string {
  const required = Object.values(ledger.columns).filter((column) => column.required);
  return (required.length > 0 ? required : Object.values(ledger.columns).slice(0, 1)).map((column) => `“${column.title}”`).join('、');
}

/** null: nothing to say for this use. */
export function describeLocateNote(note: LocateNote, ledger: Ledger, sheet: string, use: { readonly fields: readonly string[] }): Issue | null {
  const common = { sheet, cell: '', clause: ledger.clause };
  const cell = toA1(note.row, note.column);
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
        cell,
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
        cell,
        code: 'column/missing',
        severity: 'error',
        message: `“${ledger.sheet}”表缺少“${title}”列`,
        remedy: `请在表头加上“${title}”;列名不同时,可在“对照”表写明`,
      };
    }
  }
}
