/** 得分期初: what an office carries over when it begins in the middle of a year (督查-三(序)). */
import { partsOf, toISO, type CivilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import type { Context } from '../../ledger/context';
import type { RowOf, Table } from '../../ledger/ledger';
import { NO_DAYS, people, sections, type Person } from '../office/facts';
import { resolvePerson, unknownSection } from '../office/people';
import { openings } from './ledgers';
import { chiefsAreRanked } from './parameters';
import { toPoints, type Points } from './points';
import { isSubject, unlistedText } from './subjects';

const FIELDS = ['year', 'kind', 'person', 'section', 'plus', 'minus', 'until', 'personId'] as const;
type Row = RowOf<typeof openings.columns, (typeof FIELDS)[number]>;
type Rows = Table<typeof openings.columns, (typeof FIELDS)[number]>;

/** A balance of one person or section. */
export interface Balance {
  readonly plus: Points;
  readonly minus: Points;
  /** Rows of 督查事项 up to this day are in it already; null: none are. */
  readonly until: CivilDate | null;
  /** Address of the row, for explanations. */
  readonly source: string;
}

export interface Openings {
  /** By `Person.order`. */
  readonly persons: ReadonlyMap<number, readonly Balance[]>;
  /**
   * A section's own rows are its whole balance; a section without any has the sum of its people's, because a person's
   * points count for his section (督查-三(六)).
   */
  readonly sections: ReadonlyMap<string, readonly Balance[]>;
  /** Sections whose balance is the sum of their people's. */
  readonly summed: ReadonlySet<string>;
}

/** The balances of the year as they stand at the end of `scope` (1 January to the quarter's end). */
export function readOpenings(context: Context, scope: Period): Openings {
  const table = context.read(openings, { fields: FIELDS });
  const reader = new OpeningReader(context, table, scope);
  return reader.read();
}

class OpeningReader {
  readonly #persons = new Map<number, Balance[]>();
  readonly #sections = new Map<string, Balance[]>();
  readonly #ofPeople = new Map<string, Balance[]>();
  /** Balances of leaders who have no score of their own (督查-一). */
  readonly #unlisted: { readonly row: Row; readonly person: Person; readonly section: string | null }[] = [];

  constructor(
    readonly context: Context,
    readonly table: Rows,
    readonly scope: Period,
  ) {}

  read(): Openings {
    const { year } = partsOf(this.scope.from);
    for (const row of this.table.rows) if (row.year === year) this.#add(row);
    const summed = [...this.#ofPeople.keys()].filter((name) => !this.#sections.has(name));
    for (const name of summed) this.#sections.set(name, this.#ofPeople.get(name)!);
    for (const { row, person, section } of this.#unlisted) this.#sayUnlisted(row, person, section, summed);
    return { persons: this.#persons, sections: this.#sections, summed: new Set(summed) };
  }

  #refuse(row: Row, field: (typeof FIELDS)[number], code: string, message: string, remedy: string): null {
    this.context.report(this.table.issue(row.at, field, { code: `scoring/${code}`, severity: 'error', message, remedy, clause: '督查-三(序)' }));
    return null;
  }

  #add(row: Row): void {
    const balance = this.#balance(row);
    if (!balance) return;
    const ofSection = row.kind === null ? row.person === null : row.kind === '股室';
    if (ofSection) this.#addSection(row, balance);
    else this.#addPerson(row, balance);
  }

  #balance(row: Row): Balance | null {
    const plus = toPoints(row.plus);
    const minus = toPoints(row.minus);
    for (const [field, title, points] of [['plus', '加分', plus], ['minus', '扣分', minus]] as const) {
      if (points === undefined || points < 0) return this.#refuse(row, field, 'opening-not-exact', `期初${title}“${row[field]}”不能使用`, '请填写0至10000的数,最多两位小数;扣分也写正数');
    }
    const until = row.until;
    if (until !== null && until > this.scope.to) {
      if (partsOf(until).year !== row.year) return this.#refuse(row, 'until', 'opening-other-year', `截至日期${toISO(until)}不在${row.year}年度内`, '请更正年度或截至日期');
      this.context.report(
        this.table.issue(row.at, 'until', {
          code: 'scoring/opening-later',
          severity: 'warning',
          message: `期初截至${toISO(until)},晚于本季度末${toISO(this.scope.to)},本季度的累计不含这一行`,
          remedy: '汇总这一季度时,请在“督查事项”登记当时的事项;以后各季度会用到这一行',
          clause: '督查-三(序)',
        }),
      );
      return null;
    }
    return { plus: plus!, minus: minus!, until, source: `${this.table.sheet}!${this.table.cell(row.at, 'year')}` };
  }

  #addSection(row: Row, balance: Balance): void {
    const offices = this.context.fact(sections, NO_DAYS);
    if (row.section === null) {
      this.#refuse(row, 'section', 'opening-section', '期初是股室的,但股室是空的', '请填写股室;个人的期初请填写姓名');
      return;
    }
    const name = offices.canonical(row.section);
    if (name === null) {
        this.context.report(this.table.issue(row.at, 'section', unknownSection(row.section, offices)));
      return;
    }
    this.#push(this.#sections, name, balance, row);
  }

  #addPerson(row: Row, balance: Balance): void {
    if (row.person === null) {
      this.#refuse(row, 'person', 'opening-person', '期初是个人的,但姓名是空的', '请填写姓名;股室的期初请把对象类型改为股室');
      return;
    }
    const everyone = this.context.fact(people, NO_DAYS);
    const on = balance.until ?? this.scope.from;
    const typed = row.section === null ? null : this.context.fact(sections, NO_DAYS).canonical(row.section);
    const person = resolvePerson(this.context, everyone, this.table, row.at, 'person', row.person, { on, id: row.personId, section: typed });
    if (!person) {
        return;
    }
    this.#push(this.#persons, person.order, balance, row);
    const section = typed ?? everyone.sectionOn(person, on);
    if (section !== null) this.#ofPeople.set(section, [...(this.#ofPeople.get(section) ?? []), balance]);
    if (!isSubject(person, this.context.setting(chiefsAreRanked, this.scope.to))) this.#unlisted.push({ row, person, section });
  }

  #sayUnlisted(row: Row, person: Person, section: string | null, summed: readonly string[]): void {
    const { who, remedy } = unlistedText(person);
    const where = section === null ? ',也不属于任何股室,这一行期初没有计入' : summed.includes(section) ? `,这一行期初只计入“${section}”` : `;“${section}”另有一行期初,这一行期初没有计入`;
    this.context.report(this.table.issue(row.at, 'person', { code: 'scoring/not-a-subject', severity: 'warning', message: `${who}${where}`, remedy, clause: '督查-一' }));
  }

  #push<K>(balances: Map<K, Balance[]>, key: K, balance: Balance, row: Row): void {
    const earlier = balances.get(key) ?? [];
    if (earlier.length > 0) {
      this.context.report(
        this.table.issue(row.at, row.person === null ? 'section' : 'person', {
          code: 'scoring/opening-twice',
          severity: 'warning',
          message: `${row.person?.name ?? row.section!}在得分期初有${earlier.length + 1}行,已相加`,
          remedy: '重复的请删去一行',
          clause: '督查-三(序)',
        }),
      );
    }
    balances.set(key, [...earlier, balance]);
  }
}
