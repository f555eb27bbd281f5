/** Sections, their aliases and heads (G15). */
import type { CivilDate } from '../../kernel/date';
import { nearestWords } from '../../kernel/text/nearest';
import { sectionKey } from '../../kernel/text/section';
import type { PersonRef } from '../../ledger/column';
import type { Context } from '../../ledger/context';
import type { Section, Sections } from './facts';
import { peopleLedger, sectionsLedger } from './ledgers';

/** Names that the regulations themselves use for one section; they count where the office has just one of a group. */
const BUILT_IN_ALIASES: readonly (readonly string[])[] = [
  ['督查室', '目督室', '目标绩效督查室', '区目督室', '县目督室'],
  ['文印室', '打印室'],
  ['应急股', '应急办'],
  ['行政股', '财务室'],
];

interface Tenure {
  readonly head: PersonRef;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** Reads 股室; without that sheet the sections are those named in 人员. */
export function readSections(context: Context): Sections {
  const table = context.read(sectionsLedger, { fields: ['name', 'aliases', 'head', 'chief', 'ranked', 'headFrom', 'headTo'] });
  const sections = new Map<string, Section>();
  const tenures = new Map<string, Tenure[]>();
  for (const row of table.rows) {
    // several rows of one section are successive heads
    if (!sections.has(row.name)) {
      sections.set(row.name, {
        order: sections.size,
        name: row.name,
        aliases: (row.aliases ?? '').split(/[、,;/\s]+/).map(sectionKey).filter((alias) => alias !== ''),
        chief: row.chief,
        ranked: row.ranked,
        sheet: table.sheet,
        cell: table.cell(row.at, 'name'),
      });
    }
    if (row.head) tenures.set(row.name, [...(tenures.get(row.name) ?? []), { head: row.head, from: row.headFrom, to: row.headTo }]);
  }
  if (sections.size === 0) addSectionsOfPeople(context, sections);
  return new SectionBook([...sections.values()], tenures);
}

function addSectionsOfPeople(context: Context, sections: Map<string, Section>): void {
  const people = context.read(peopleLedger, { fields: ['section', 'level'] });
  for (const row of people.rows) {
    if (row.section === null || row.level === '县级' || row.level === '科级' || sections.has(row.section)) continue;
    sections.set(row.section, { order: sections.size, name: row.section, aliases: [], chief: null, ranked: true, sheet: people.sheet, cell: people.cell(row.at, 'section') });
  }
}

class SectionBook implements Sections {
  readonly #byKey = new Map<string, Section>();

  constructor(
    readonly all: readonly Section[],
    private readonly tenures: ReadonlyMap<string, readonly Tenure[]>,
  ) {
    for (const section of all) this.#byKey.set(sectionKey(section.name), section);
    for (const section of all) for (const alias of section.aliases) if (!this.#byKey.has(alias)) this.#byKey.set(alias, section);
    for (const group of BUILT_IN_ALIASES) {
      const known = [...new Set(group.flatMap((name) => this.#byKey.get(name) ?? []))];
      if (known.length === 1) for (const name of group) if (!this.#byKey.has(name)) this.#byKey.set(name, known[0]!);
    }
  }

  canonical(typed: string): string | null {
    return this.#byKey.get(sectionKey(typed))?.name ?? null;
  }

  byName(name: string): Section | null {
    return this.all.find((section) => section.name === name) ?? null;
  }

  near(typed: string): readonly string[] {
    return nearestWords(sectionKey(typed), this.all.map((section) => section.name));
  }

  headOn(section: string, on: CivilDate): PersonRef | null {
    const hits = this.tenures.get(section)?.filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to)) ?? [];
    return hits.at(-1)?.head ?? null;
  }
}
