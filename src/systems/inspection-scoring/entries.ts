/**
 * The rows of 督查事项 with everything resolved that scoring needs: who, which section that day, which item, how much.
 * Every row in scope either becomes an entry or has an error that names its cell.
 */
import { civilDate, partsOf, toISO, type CivilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import { defineFact } from '../../ledger/fact';
import type { IssueText } from '../../ledger/issue';
import type { RowOf, Table } from '../../ledger/ledger';
import { NO_DAYS, people, sections, type People, type Person, type Sections } from '../office/facts';
import { resolvePerson, unknownSection } from '../office/people';
import { inspections, scoreTable, type State } from './ledgers';
import { isDivisible, halvesOf, type Halves } from './quantity';
import { chiefsAreRanked } from './parameters';
import { fromPoints } from './points';
import { Posts } from './posts';
import { buildScoreBook, MENTION_FIELDS, SCORE_FIELDS, type Rate, type ScoreBook } from './score-book';
import type { Item } from './score-table';
import { isSubject, unlistedText } from './subjects';

/** What enters the numbers and the page; the dates of the procedure are read by the checks that need them. */
export const ENTRY_FIELDS = ['number', 'date', 'kind', 'person', 'section', 'code', 'item', 'quantity', 'evidence', 'note', 'state', 'slot', 'personId', 'posted'] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];
export type EntryRow = RowOf<typeof inspections.columns, EntryField>;
export type EntryTable = Table<typeof inspections.columns, EntryField>;

export interface Entry {
  readonly row: EntryRow;
  readonly item: Item;
  readonly rate: Rate;
  readonly halves: Halves;
  /** null: the section itself. */
  readonly person: Person | null;
  /** Canonical section that it counts for (督查-三(六)); null: none, a leader without section. */
  readonly section: string | null;
  readonly state: State;
}

export interface Entries {
  readonly table: EntryTable;
  /** In the order of the sheet. */
  readonly list: readonly Entry[];
  readonly book: ScoreBook;
}

export const entries = defineFact<Entries>('inspectionEntries');

/** Every date that a cell can hold: what `check` looks at. */
export const ALL_TIME: Period = { from: civilDate(1, 1, 1), to: civilDate(9999, 12, 31) };

export function readEntries(context: Context, period: Period): Entries {
  const table = context.read(inspections, { fields: ENTRY_FIELDS, within: { period, by: ['date'] } });
  const mentions = context.read(scoreTable, { fields: MENTION_FIELDS, quietly: true }).rows;
  const book = buildScoreBook(context.read(scoreTable, { fields: SCORE_FIELDS }), mentions, period, (issue) => context.report(issue));
  const list = new EntryReader(context, table, book, context.fact(people, NO_DAYS), context.fact(sections, NO_DAYS), period.to).read();
  return { table, list, book };
}

class EntryReader {
  readonly #posts: Posts;
  readonly #canonical = new Map<string, string | null>();
  /** Items whose rows in 分值表 leave a date out, with the first such row and how many there are. */
  readonly #gaps = new Map<Item, { first: EntryRow; points: number; rows: number }>();

  constructor(
    readonly context: Context,
    readonly table: EntryTable,
    readonly book: ScoreBook,
    readonly everyone: People,
    readonly offices: Sections,
    /** The last day of what is counted. */
    readonly until: CivilDate,
  ) {
    this.#posts = new Posts(everyone);
  }

  read(): Entry[] {
    this.#sayMissingColumns();
    const list: Entry[] = [];
    for (const row of this.table.rows) {
      const entry = this.#entry(row);
      if (entry) list.push(entry);
    }
    for (const [item, gap] of this.#gaps) this.#sayGap(item, gap);
    return list;
  }

  #say(row: EntryRow, field: EntryField, text: IssueText): void {
    this.context.report(this.table.issue(row.at, field, text));
  }

  #refuse(row: EntryRow, field: EntryField, code: string, message: string, remedy: string, clause: string): null {
    this.#say(row, field, { code: `scoring/${code}`, severity: 'error', message, remedy, clause });
    return null;
  }

  #warn(row: EntryRow, field: EntryField, code: string, message: string, remedy: string, clause: string): void {
    this.#say(row, field, { code: `scoring/${code}`, severity: 'warning', message, remedy, clause });
  }

  /** A column that is not there at all is said once, not in every row. */
  #sayMissingColumns(): void {
    const { layout } = this.table;
    if (!layout || this.table.rows.length === 0) return;
    for (const [field, title, reading] of [['state', '状态', '全部按“登记”处理,不计入得分'], ['kind', '对象类型', '写了姓名的按个人、只写股室的按股室处理']] as const) {
      if (layout.columns.has(field)) continue;
      this.context.report({
        code: `scoring/no-${field}-column`,
        severity: 'warning',
        sheet: this.table.sheet,
        cell: '',
        message: `“督查事项”表没有“${title}”列,${reading}`,
        remedy: `请在表头加上“${title}”列并填写`,
        clause: '督查-二',
      });
    }
  }

  #entry(row: EntryRow): Entry | null {
    const item = this.#item(row);
    const rate = item && this.#rate(row, item);
    const halves = rate && this.#halves(row, rate);
    const subject = this.#subject(row);
    const state = this.#state(row);
    if (!item || !rate || halves === null || !subject) return null;
    return { row, item, rate, halves, person: subject.person, section: subject.section, state };
  }

  #state(row: EntryRow): State {
    if (row.state !== null) return row.state;
    if (this.table.has('state')) {
      this.#warn(row, 'state', 'state-blank', '状态是空的,按“登记”处理,暂不计入得分', '请填写登记、审签、汇总、初审、议定、公示或作废', '督查-二');
    }
    return '登记';
  }

  #item(row: EntryRow): Item | null {
    const text = row.code ?? row.item;
    if (text === null) return this.#refuse(row, 'code', 'item-blank', '没有写事项编码,也没有写事项', '请填写事项编码,如 督查-三(三)e,或事项名称', '督查-三(序)');
    const { catalog } = this.book;
    const item = catalog.find(text);
    const field = row.code === null ? 'item' : 'code';
    if (!item) {
      const near = catalog.near(text);
      const remedy = near.length > 0 ? `是不是“${near.join('”或“')}”?请改成分值表里的事项` : '请改成分值表里的事项编码或事项名称;单位自定的事项请先写进分值表';
      return this.#refuse(row, field, 'item-unknown', `分值表里没有“${text}”这个事项`, remedy, '督查-三(序)');
    }
    const named = row.code !== null && row.item !== null ? catalog.find(row.item) : null;
    if (named && named !== item) {
      return this.#refuse(row, 'code', 'item-contradiction', `事项编码“${text}”是“${item.name}”,事项却写“${row.item!}”(${named.code})`, '请更正其中一个,使两者一致', item.clause);
    }
    return item;
  }

  #rate(row: EntryRow, item: Item): Rate | null {
    const rate = this.book.rate(item, row.date);
    if (rate === 'conflict') {
      return this.#refuse(row, 'code', 'score-twice', `“${item.name}”在${toISO(row.date)}有两个分值,不能计分`, '请更正“分值表”的适用起、适用止', item.clause);
    }
    if (rate === null) {
      return this.#refuse(row, 'code', 'score-missing', `“${item.name}”在${toISO(row.date)}没有分值`, '请在“分值表”写明这个事项在这一天的分值', item.clause);
    }
    if (rate.source === 'uncovered') {
      const gap = this.#gaps.get(item);
      if (gap) gap.rows += 1;
      else this.#gaps.set(item, { first: row, points: rate.points, rows: 1 });
    }
    return rate;
  }

  #sayGap(item: Item, gap: { readonly first: EntryRow; readonly points: number; readonly rows: number }): void {
    this.#warn(
      gap.first,
      'code',
      'score-not-covered',
      `分值表有“${item.name}”,但没有能用于${toISO(gap.first.date)}的一行(共${gap.rows}条事项),已按内置分值${fromPoints(gap.points)}计算`,
      `请在“分值表”第${this.book.rowOf(item) + 1}行附近补上适用这一天的分值,或改适用起、适用止`,
      item.clause,
    );
  }

  #halves(row: EntryRow, rate: Rate): Halves | null {
    const halves = halvesOf(row.quantity, rate.unit);
    if (halves !== null) return halves;
    const wanted = isDivisible(rate.unit) ? '大于0的天数,可以有半天' : '大于0的整数';
    return this.#refuse(row, 'quantity', 'quantity-impossible', `数量“${row.quantity}”不能使用,单位是“${rate.unit}”`, `请填写${wanted};空着按1`, rate.clause);
  }

  #subject(row: EntryRow): { readonly person: Person | null; readonly section: string | null } | null {
    if (row.kind === null && this.table.has('kind') && (row.person !== null || row.section !== null)) {
      this.#warn(row, 'kind', 'kind-blank', `对象类型是空的,${row.person === null ? '没有姓名,按股室' : '有姓名,按个人'}处理`, '请填写个人或股室', '督查-三(六)');
    }
    const isSection = row.kind === null ? row.person === null : row.kind === '股室';
    return isSection ? this.#sectionSubject(row) : this.#personSubject(row);
  }

  #canonicalOf(typed: string): string | null {
    let name = this.#canonical.get(typed);
    if (name === undefined) {
      name = this.offices.canonical(typed);
      this.#canonical.set(typed, name);
    }
    return name;
  }

  #sectionSubject(row: EntryRow): { readonly person: null; readonly section: string } | null {
    if (row.section === null) return this.#refuse(row, 'section', 'section-blank', '对象是股室,但股室是空的', '请填写股室;个人的事项请填写姓名', '督查-三(六)');
    const section = this.#canonicalOf(row.section);
    if (section === null) {
      this.#say(row, 'section', unknownSection(row.section, this.offices));
      return null;
    }
    if (row.person !== null) {
      this.#warn(row, 'person', 'person-not-counted', `对象类型是股室,只计入“${section}”,不计入“${row.person.name}”`, '要计入个人时,请把对象类型改为个人', '督查-三(六)');
    }
    return { person: null, section };
  }

  #personSubject(row: EntryRow): { readonly person: Person; readonly section: string | null } | null {
    if (row.person === null) return this.#refuse(row, 'person', 'person-blank', '对象是个人,但姓名是空的', '请填写姓名;股室的事项请把对象类型改为股室', '督查-三(六)');
    const section = row.section === null ? null : this.#canonicalOf(row.section);
    const resolution = this.#posts.resolve(row.person, row.date, row.personId, section);
    if (resolution.kind !== 'found') {
      resolvePerson(this.context, this.everyone, this.table, row.at, 'person', row.person, { on: row.date, id: row.personId, section });
      return null;
    }
    const { person } = resolution;
    const post = this.#posts.on(person, row.date);
    if (!post) {
      return this.#refuse(row, 'date', 'not-in-post', `“${person.label}”在${toISO(row.date)}不在办(按到办、离办日期),不能计分`, '请更正发生日期、姓名,或“人员”表的到办、离办日期', '督查-三(六)');
    }
    return this.#placed(row, person, post.section);
  }

  /** 督查-三(六): the post on the day, whatever the 股室 cell says. */
  #placed(row: EntryRow, person: Person, section: string | null): { readonly person: Person; readonly section: string | null } | null {
    const leads = person.level === '科级' || person.level === '县级';
    if (section === null && !leads) {
      return this.#refuse(row, 'person', 'section-missing', `不知道“${person.label}”在${toISO(row.date)}属于哪个股室,不能计分`, '请在“人员”表填写股室,或在“任职变动”表补上', '督查-三(六)');
    }
    if (leads) this.#sayUnlisted(row, person, section);
    if (row.section !== null && section !== null && this.#canonicalOf(row.section) !== section) {
      this.#warn(row, 'section', 'section-differs', `股室写的是“${row.section}”,“${person.label}”${toISO(row.date)}在“${section}”,已按“${section}”计入`, '请核对发生日期和任职变动;股室写错的请更正', '督查-三(六)');
    }
    return { person, section };
  }

  /** 督查-一: what a leader adds is in no personal score; without a section it is in none at all. */
  #sayUnlisted(row: EntryRow, person: Person, section: string | null): void {
    const { year } = partsOf(row.date);
    const last = civilDate(year, 12, 31);
    if (isSubject(person, this.context.setting(chiefsAreRanked, last < this.until ? last : this.until))) return;
    const { who, remedy } = unlistedText(person);
    this.#warn(row, 'person', 'not-a-subject', `${who},${section === null ? '也不属于任何股室,这一行没有计入' : `只计入“${section}”`}`, remedy, '督查-一');
  }
}

/** The first and last date of the entries; null without any. */
export function spanOf(list: readonly Entry[]): Period | null {
  let from = Infinity;
  let to = -Infinity;
  for (const { row } of list) {
    if (row.date < from) from = row.date;
    if (row.date > to) to = row.date;
  }
  return list.length === 0 ? null : { from: from as CivilDate, to: to as CivilDate };
}
