/** Sections, their aliases and heads (G15). */
import type { CivilDate } from '../../kernel/date';
import { splitList } from '../../kernel/text/list';
import { nearestWords } from '../../kernel/text/nearest';
import { sectionKey } from '../../kernel/text/section';
import type { PersonRef } from '../../ledger/column';
import type { Context } from '../../ledger/context';
import type { Issue, IssueText } from '../../ledger/issue';
import type { Section, Sections } from './facts';
import { peopleLedger, sectionsLedger } from './ledgers';
import { once } from './once';
import { headsBySection, statedBySection, type Tenure } from './section-rows';

/** Names that the regulations themselves use for one section; they count where the office has just one of a group. */
const BUILT_IN_ALIASES: readonly (readonly string[])[] = [
  ['督查室', '目督室', '目标绩效督查室', '区目督室', '县目督室'],
  ['文印室', '打印室'],
  ['应急股', '应急办'],
  ['行政股', '财务室'],
];

/** What only some readers use, by section key: an unreadable cell of it stops those alone. */
interface Particulars {
  readonly chiefs: () => ReadonlyMap<string, PersonRef>;
  /** 参评: every row of the section can be read and none says 否. */
  readonly isRanked: (key: string) => boolean;
  readonly heads: () => ReadonlyMap<string, readonly Tenure[]>;
}

/** Reads 股室; without rows of it the sections are those named in 人员. */
export function readSections(context: Context): Sections {
  const table = context.read(sectionsLedger, { fields: ['name', 'aliases'] });
  const found = new Map<string, { readonly name: string; readonly aliases: string[]; readonly cell: string }>();
  const owners = new Map(table.rows.map((row) => [sectionKey(row.name), row.name]));
  for (const row of table.rows) {
    // several rows of one section are successive heads
    const section = found.get(sectionKey(row.name)) ?? { name: row.name, aliases: [], cell: table.cell(row.at, 'name') };
    found.set(sectionKey(row.name), section);
    for (const alias of (splitList(row.aliases ?? '') ?? [row.aliases!]).flatMap((part) => part.trim().split(/\s+/)).map(sectionKey)) {
      const owner = owners.get(alias);
      if (owner !== undefined && sectionKey(owner) !== sectionKey(section.name)) context.report(table.issue(row.at, 'aliases', sharedAlias(alias, owner)));
      else if (alias !== '' && alias !== sectionKey(section.name)) {
        owners.set(alias, section.name);
        if (!section.aliases.includes(alias)) section.aliases.push(alias);
      }
    }
  }
  if (found.size === 0) return sectionsOfPeople(context);
  return new SectionBook([...found.values()], table.sheet, particularsOf(context));
}

function sharedAlias(alias: string, owner: string): IssueText {
  return {
    code: 'section/alias-twice',
    severity: 'error',
    message: `别名“${alias}”也是“${owner}”的名称或别名,不知道指哪一个`,
    remedy: '请从其中一行删去这个别名',
    clause: 'G15',
  };
}

function particularsOf(context: Context): Particulars {
  const ranked = once(() => statedBySection(context, 'ranked'));
  return {
    chiefs: once(() => new Map([...statedBySection(context, 'chief')].map(([key, [first]]) => [key, first!.value]))),
    isRanked: (key) => ranked().get(key)?.every(({ value }) => value) ?? false,
    heads: once(() => headsBySection(context)),
  };
}

const NO_PARTICULARS: Particulars = { chiefs: () => new Map(), isRanked: () => true, heads: () => new Map() };

function sectionsOfPeople(context: Context): Sections {
  const people = context.read(peopleLedger, { fields: ['section', 'level'], quietly: true });
  const found = new Map<string, { name: string; aliases: string[]; cell: string }>();
  for (const row of people.rows) {
    if (row.section === null || row.level === '县级' || row.level === '科级' || found.has(sectionKey(row.section))) continue;
    found.set(sectionKey(row.section), { name: row.section, aliases: [], cell: people.cell(row.at, 'section') });
  }
  return new SectionBook([...found.values()], people.sheet, NO_PARTICULARS);
}

class SectionBook implements Sections {
  readonly all: readonly Section[];
  readonly #byKey = new Map<string, Section>();

  constructor(
    found: readonly { readonly name: string; readonly aliases: readonly string[]; readonly cell: string }[],
    sheet: string,
    private readonly particulars: Particulars,
  ) {
    this.all = found.map(({ name, aliases, cell }, order) => ({
      order,
      name,
      aliases,
      sheet,
      cell,
      get chief() {
        return particulars.chiefs().get(sectionKey(name)) ?? null;
      },
      get ranked() {
        return particulars.isRanked(sectionKey(name));
      },
    }));
    for (const section of this.all) this.#byKey.set(sectionKey(section.name), section);
    for (const section of this.all) for (const alias of section.aliases) this.#byKey.set(alias, section);
    for (const group of BUILT_IN_ALIASES) {
      const known = [...new Set(group.flatMap((name) => this.#byKey.get(name) ?? []))];
      if (known.length === 1) for (const name of group) this.#byKey.set(name, known[0]!);
    }
  }

  /** `目督室/督查室` stands for one section where all its names do. */
  canonical(typed: string): string | null {
    const whole = this.#byKey.get(sectionKey(typed));
    if (whole) return whole.name;
    const parts = (splitList(typed) ?? []).map((part) => this.#byKey.get(sectionKey(part))?.name);
    return parts.length > 1 && parts.every((name) => name !== undefined && name === parts[0]) ? parts[0]! : null;
  }

  known(section: string | null): string | null {
    return section === null ? null : this.canonical(section);
  }

  byName(name: string): Section | null {
    return this.all.find((section) => section.name === name) ?? null;
  }

  near(typed: string): readonly string[] {
    return nearestWords(sectionKey(typed), this.all.map((section) => section.name));
  }

  headOn(section: string, on: CivilDate): PersonRef | null {
    const hits = this.particulars.heads().get(sectionKey(section))?.filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to));
    return hits?.at(-1)?.head ?? null;
  }
}

/** The issue of a section that nobody knows. */
export function unknownSection(typed: string, sections: Sections): IssueText {
  const near = sections.near(typed);
  return {
    code: 'section/unknown',
    severity: 'error',
    message: `“${typed}”不在股室表里`,
    remedy: near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('、')}?请改正,或在股室表的“别名”里写上` : '请核对股室名称,或在股室表加上它',
    clause: 'G15',
  };
}

interface Speaks<K extends string> {
  issue(at: number, field: K, text: IssueText): Issue;
}

/** The canonical name of the section that a cell means, or null with an error at the cell (G15). */
export function requireSection<K extends string>(context: Context, sections: Sections, table: Speaks<K>, at: number, field: K, typed: string): string | null {
  const name = sections.canonical(typed);
  if (name === null) context.report(table.issue(at, field, unknownSection(typed, sections)));
  return name;
}
