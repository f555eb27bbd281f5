/** Cells that nobody could read with certainty, one at a time in the clean sample office: each must give one located issue. */
import type { MemoryWorkbook } from '../../src/hosts/memory';
import type { Severity } from '../../src/ledger/issue';
import type { System } from '../../src/ledger/system';
import { toA1 } from '../../src/workbook/address';
import type { CellInput } from '../../src/workbook/cell';
import { cleanBook } from './twin';

export interface AmbiguousCell {
  readonly what: string;
  /** Ledger id. */
  readonly ledger: string;
  /** The sample row: the first that has these cells. */
  readonly row: Readonly<Record<string, CellInput>>;
  readonly field: string;
  readonly value: CellInput;
  readonly severity: Severity;
  readonly code: string;
  /** An action that uses the cell and is stopped by it. */
  readonly stops?: 'duty-roster/generate' | 'inspection-scoring/quarter';
  /** Where the issue stands, if not at the cell itself. */
  readonly at?: string;
}

const ERROR: CellInput = { kind: 'error', code: '#REF!' };
const MIN = { person: '赵敏', kind: '事假' };
const TRIP = { person: '王建国', kind: '公出' };
const LATE = { person: '李晓燕', note: '到岗抽查' };

const leave = (what: string, field: string, value: CellInput, code: string, row: AmbiguousCell['row'] = MIN): AmbiguousCell => ({ what, ledger: 'leave', row, field, value, severity: 'error', code, stops: 'duty-roster/generate' });
const scored = (what: string, field: string, value: CellInput, code: string): AmbiguousCell => ({ what, ledger: 'inspections', row: LATE, field, value, severity: 'error', code, stops: 'inspection-scoring/quarter' });
const told = (what: string, ledger: string, row: AmbiguousCell['row'], field: string, value: CellInput, severity: Severity, code: string): AmbiguousCell => ({ what, ledger, row, field, value, severity, code });

export const AMBIGUOUS: readonly AmbiguousCell[] = [
  leave('a number where a date should be: 3.1 or 3.10', 'from', 3.1, 'cell/date-number'),
  leave('30 February', 'from', '2026.2.30', 'cell/date-impossible'),
  leave('month 13', 'from', '2026.13.1', 'cell/date-impossible'),
  leave('29 February in a common year', 'to', '2026年2月29日', 'cell/date-impossible'),
  leave('a span of days in one cell', 'from', '3月16日-17日', 'cell/date-range'),
  leave('a span with halves', 'from', '3月16日上午至3月17日中午', 'cell/date-range'),
  leave('two days in one cell', 'from', '3月16、17日', 'cell/date-several'),
  leave('a word', 'to', '下周一', 'cell/date-unreadable'),
  leave('半天 without saying which', 'fromHalf', '半天', 'cell/half-unknown'),
  leave('0.5', 'toHalf', 0.5, 'cell/half-unknown'),
  leave('noon', 'toHalf', '中午', 'cell/half-noon'),
  leave('a title for a name', 'person', '赵主任', 'person/unknown'),
  leave('two people', 'person', '赵敏/林涛', 'cell/name-several'),
  leave('a name perhaps mistyped', 'person', '赵愍', 'person/unknown'),
  { ...leave('a number of somebody else', 'personId', '18', 'person/ambiguous'), at: 'person' },
  leave('a state that is none', 'state', '批了', 'cell/choice-unknown'),
  leave('a formula that broke', 'to', ERROR, 'cell/error-value'),
  leave('the end before the beginning', 'to', '2026-03-15', 'leave/ends-before-it-begins'),
  leave('a number where 销假 should be', 'returned', 3.18, 'cell/date-number'),
  told('neither yes nor no', 'leave', MIN, 'special', '也许', 'error', 'cell/yes-no-unreadable'),
  told('ten digits of a telephone', 'leave', MIN, 'phone', '1390001000', 'warning', 'cell/phone-malformed'),
  { ...told('one of two namesakes', 'outing', TRIP, 'person', '张伟', 'error', 'person/ambiguous'), stops: 'duty-roster/generate' },
  { ...told('a kind of outing that is none', 'outing', TRIP, 'kind', '出差', 'error', 'cell/choice-unknown'), stops: 'duty-roster/generate' },
  { ...told('a level that is a post', 'people', { name: '赵敏' }, 'level', '科员', 'error', 'cell/choice-unknown'), stops: 'duty-roster/generate' },
  { ...told('31 June', 'people', { name: '何俊' }, 'left', '2026.6.31', 'error', 'cell/date-impossible'), stops: 'inspection-scoring/quarter' },
  { ...told('a weekday that is none', 'people', { name: '高洁' }, 'neverOn', '周八', 'error', 'cell/weekdays-unreadable'), stops: 'duty-roster/generate' },
  { ...told('perhaps a clerk', 'people', { name: '赵敏' }, 'isClerk', '待定', 'error', 'cell/yes-no-unreadable'), stops: 'duty-roster/generate' },
  told('when he began to work', 'people', { name: '赵敏' }, 'startedWork', '2010年左右', 'error', 'cell/date-unreadable'),
  told('a level left blank', 'people', { name: '李晓燕' }, 'level', null, 'warning', 'person/level-blank'),
  { ...told('somebody else’s number', 'people', { name: '李晓燕' }, 'id', '16', 'warning', 'person/number-twice'), at: 'name' },
  told('a section that nobody knows', 'people', { name: '陈静' }, 'section', '宗合股', 'error', 'section/unknown'),
  told('an alias of two sections', 'sections', { name: '秘书股' }, 'aliases', '综合股', 'error', 'section/alias-twice'),
  told('one or two', 'sections', { name: '综合股' }, 'minimum', '一两个', 'error', 'cell/number-several'),
  told('who chairs it', 'sections', { name: '综合股' }, 'head', '王建过', 'error', 'person/unknown'),
  told('where he came from', 'posts', { person: '梁栋' }, 'oldSection', '党建科', 'error', 'section/unknown'),
  told('a kind of change that is none', 'posts', { person: '孙浩' }, 'kind', '调整', 'error', 'cell/choice-unknown'),
  told('a clerk perhaps mistyped', 'liaisons', { leader: '顾明远' }, 'clerks', '刘洋、王建过', 'error', 'person/unknown'),
  told('a leader perhaps mistyped', 'liaisons', { leader: '顾明远' }, 'leader', '顾明元', 'warning', 'liaison/leader-not-listed'),
  told('a matter that is none', 'authority', { matter: '人事' }, 'matter', '人士', 'warning', 'authority/unknown-matter'),
  told('an officer perhaps mistyped', 'authority', { matter: '人事' }, 'chief', '白鹭', 'error', 'person/unknown'),
  told('a key perhaps mistyped', 'settings', { key: '单位名称' }, 'key', '单位名陈', 'warning', 'setting/unknown'),
  told('a value that is no number', 'settings', { key: '最小间隔' }, 'value', '三四天', 'error', 'setting/unreadable'),
  told('which year', 'opening-leave', { person: '王建国' }, 'year', '今年', 'error', 'cell/number-unreadable'),
  { ...told('a day off that is a number', 'days-off', { person: '林涛' }, 'from', 3.14, 'error', 'cell/date-number'), stops: 'duty-roster/generate' },
  { ...told('a day off of somebody unknown', 'days-off', { person: '林涛' }, 'person', '林滔', 'error', 'person/unknown'), stops: 'duty-roster/generate' },
  { ...told('a wish that is none', 'days-off', { person: '林涛' }, 'kind', '看情况', 'error', 'cell/choice-unknown'), stops: 'duty-roster/generate' },
  { ...told('two leaders for a day', 'holiday-leaders', { leader: '陆振邦' }, 'leader', '陆振邦/沈立群', 'error', 'cell/name-several'), stops: 'duty-roster/generate' },
  { ...told('a leader by his title', 'holiday-leaders', { leader: '陆振邦' }, 'leader', '陆县长', 'error', 'person/unknown'), stops: 'duty-roster/generate' },
  { ...told('what was carried over', 'duty-openings', { person: '王建国' }, 'holiday', '三四次', 'error', 'cell/number-several'), stops: 'duty-roster/generate' },
  told('who took the shift', 'swaps', { number: '2025-31' }, 'to', '朱林', 'error', 'person/unknown'),
  scored('a number where a date should be', 'date', 1.8, 'cell/date-number'),
  scored('a date without year on a sheet that names none', 'date', '2月30日', 'cell/date-impossible'),
  scored('a kind of subject that is none', 'kind', '集体', 'cell/choice-unknown'),
  scored('an item that is none', 'code', '督查-三(三)z', 'scoring/item-unknown'),
  scored('a state that is none', 'state', '通过', 'cell/choice-unknown'),
  scored('two numbers', 'quantity', '1-2', 'cell/number-several'),
  told('about two', 'inspections', LATE, 'quantity', '约2', 'warning', 'cell/number-approximate'),
];

/** The clean office with this one cell, and where it stands. */
export async function withCell(systems: readonly System[], cell: AmbiguousCell): Promise<{ readonly book: MemoryWorkbook; readonly sheet: string; readonly address: string }> {
  const book = await cleanBook(systems);
  const { ledger, rows } = systems.flatMap(({ sample }) => sample).find((entry) => entry.ledger.id === cell.ledger)!;
  const index = rows.findIndex((row) => Object.entries(cell.row).every(([field, value]) => row[field] === value));
  const column = Object.keys(ledger.columns).indexOf(cell.field);
  if (index < 0 || column < 0) throw new Error(`no such cell: ${cell.what}`);
  book.sheet(ledger.sheet).write({ row: index + 1, column, value: cell.value });
  return { book, sheet: ledger.sheet, address: toA1(index + 1, cell.at === undefined ? column : Object.keys(ledger.columns).indexOf(cell.at)) };
}
