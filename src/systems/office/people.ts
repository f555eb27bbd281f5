/** People: who is in 人员, who is meant by a name on a day, and in which section somebody is on a day (G13, G14). */
import type { CivilDate, Weekday } from '../../kernel/date';
import type { PersonRef } from '../../ledger/column';
import type { Context } from '../../ledger/context';
import type { Issue, IssueText } from '../../ledger/issue';
import { detailsOf, readEntries, type Details, type Entry } from './entries';
import type { Level, People, Person, PersonHints, Resolution, Sections } from './facts';
import { namingOf, reportNamesakes, reportSharedNumbers, type Namesakes, type Naming } from './namesakes';
import { readPosts, type PostBook } from './post-book';
import { peopleLedger } from './ledgers';
import { isInPost, movesSection, sectionByPosts } from './posts';
import { NameBook, unclearPerson, unknownPerson, whoIsMeant, type Clues } from './resolution';
import { unknownSection } from './sections';

export { unknownSection };

/** Reads 人员 and 任职变动. */
export function readPeople(context: Context, sections: Sections): People {
  return new Directory(context, sections, readEntries(context));
}

/** Somebody of 人员; columns that few actions use are read when they are asked for. */
class Colleague implements Person {
  readonly id: string | null;
  readonly name: string;
  readonly label: string;
  readonly level: Level;
  readonly joined: CivilDate | null;
  readonly left: CivilDate | null;
  readonly sheet: string;
  readonly cell: string;
  readonly #at: number;
  readonly #naming: Naming;
  readonly #details: Details;

  constructor(
    readonly order: number,
    entry: Entry,
    naming: Naming,
    details: Details,
    private readonly sections: Sections,
  ) {
    this.id = entry.id;
    this.name = entry.name;
    this.label = naming.label;
    this.level = entry.level;
    this.joined = entry.joined;
    this.left = entry.left;
    this.sheet = entry.sheet;
    this.cell = entry.cell;
    this.#at = entry.at;
    this.#naming = naming;
    this.#details = details;
  }

  get printName(): string {
    return this.#naming.printName();
  }
  get position(): string {
    return this.#details.position(this.#at);
  }
  get section(): string | null {
    return this.sections.known(this.#details.section(this.#at));
  }
  get isClerk(): boolean {
    return this.#details.duties(this.#at).isClerk;
  }
  get canServe(): boolean {
    return this.#details.duties(this.#at).canServe;
  }
  get neverOn(): readonly Weekday[] {
    return this.#details.duties(this.#at).neverOn;
  }
  get canLead(): boolean {
    return this.#details.canLead(this.#at);
  }
  get phone(): string | null {
    return this.#details.phone(this.#at);
  }
  get startedWork(): CivilDate | null {
    return this.#details.startedWork(this.#at);
  }
}

class Directory implements People {
  readonly all: readonly Person[];
  readonly #people = new Map<Entry, Person>();
  readonly #entries = new Map<Person, Entry>();
  readonly #names: NameBook<Entry>;
  readonly #details: Details;
  readonly #posts: PostBook;
  /** Entries whose sections have been judged. */
  readonly #judged = new Set<Entry>();

  constructor(
    private readonly context: Context,
    private readonly sections: Sections,
    rows: readonly Entry[],
  ) {
    let alike: Namesakes['alike'] = [];
    this.#details = detailsOf(context, sections, rows, () => alike);
    this.#posts = this.#readPosts(rows);
    reportSharedNumbers(context, rows);
    const namesakes = reportNamesakes(context, rows, this.#posts, this.#details);
    alike = namesakes.alike;
    const entries = rows.filter((entry) => !namesakes.doubles.has(entry));
    this.#names = new NameBook(entries);
    this.all = entries
      .filter((entry) => !entry.isBroken)
      .map((entry, order) => {
        const person = new Colleague(order, entry, namingOf(entry, this.#names.bearers(entry.name), this.#posts, this.#details), this.#details, sections);
        this.#people.set(entry, person);
        this.#entries.set(person, entry);
        return person;
      });
  }

  /** Whose row it is, as far as the dates of 人员 say. */
  #readPosts(rows: readonly Entry[]): PostBook {
    const names = new NameBook(rows);
    const sectionOf = (entry: Entry): string | null => this.#details.section(entry.at);
    return readPosts(this.context, this.sections, (ref, hints) => {
      const bearers = names.bearers(ref.name);
      if (this.#isNobodyThere(names)) return null;
      if (bearers.length === 0) return unknownPerson(ref, names.near(ref, ref.id ?? hints.id ?? null));
      const entry = whoIsMeant(bearers, clues(ref, hints, names, (one, on) => isInPost({ ...one, posts: [] }, on), (one) => sectionOf(one) === hints.section));
      if (entry || bearers.some((one) => one.isBroken)) return entry;
      return unclearPerson(ref, hints.id ?? null, bearers.map((one) => ({ ...one, section: sectionOf(one) })));
    });
  }

  resolve(ref: PersonRef, hints: PersonHints = {}): Resolution {
    const bearers = this.#names.bearers(ref.name);
    if (this.#isNobodyThere(this.#names)) return { kind: 'unknown', near: [], reported: true };
    if (bearers.length === 0) return { kind: 'unknown', near: this.#names.near(ref, ref.id ?? hints.id ?? null) };
    const on = hints.on ?? null;
    const section = hints.section ? (this.sections.canonical(hints.section) ?? hints.section) : null;
    const sectionOf = (entry: Entry): string | null => (on === null ? this.#details.section(entry.at) : this.#sectionOn(entry, on));
    const entry = whoIsMeant(bearers, clues(ref, hints, this.#names, (one, day) => isInPost(this.#posts.tenure(one), day), (one) => sectionOf(one) === section));
    const person = entry && this.#people.get(entry);
    if (person) return { kind: 'found', person };
    if (entry || bearers.some((one) => one.isBroken)) return { kind: 'unknown', near: [], reported: true };
    return { kind: 'ambiguous', candidates: bearers.map((one) => this.#people.get(one)!) };
  }

  /** Without anybody in 人员 that is what is wrong, not every name in every other sheet. */
  #isNobodyThere(names: NameBook<Entry>): boolean {
    if (!names.isEmpty) return false;
    const table = this.context.read(peopleLedger, { fields: ['name'] });
    if (table.layout && table.rejected === 0) {
      this.context.report({ code: 'person/nobody', severity: 'error', sheet: table.sheet, cell: '', message: '人员表里还没有人,各表的姓名都无从核对', remedy: '请在人员表填写全办人员,至少要有姓名', clause: 'G14' });
    }
    return true;
  }

  inPost(person: Person, on: CivilDate): boolean {
    return isInPost(this.#posts.tenure(this.#entries.get(person)!), on);
  }

  sectionOn(person: Person, on: CivilDate): string | null {
    const entry = this.#entries.get(person)!;
    this.#judge(entry);
    return this.sections.known(this.#sectionOn(entry, on));
  }

  #sectionOn(entry: Entry, on: CivilDate): string | null {
    return sectionByPosts(this.#posts.of(entry), this.#details.section(entry.at), on);
  }

  /** What is wrong with somebody's section is said when a number depends on it. */
  #judge(entry: Entry): void {
    if (this.#judged.has(entry)) return;
    this.#judged.add(entry);
    const registered = this.#details.section(entry.at);
    const last = this.#posts.of(entry).filter(movesSection).at(-1);
    if (!isLeader(entry)) this.#posts.judgeSections(entry);
    if (registered === null) return;
    const table = () => this.context.read(peopleLedger, { fields: ['section'] });
    if (last && last.newSection !== registered) {
      this.context.report(
        table().issue(entry.at, 'section', {
          code: 'person/section-differs',
          severity: 'warning',
          message: `${entry.name}的股室写的是“${registered}”,最后一次任职变动是到“${last.newSection!}”,各日的股室以任职变动为准`,
          remedy: '请核对:变动已生效的请更正人员表的股室,变动有误的请更正任职变动',
          clause: '督查-三(六)',
        }),
      );
    } else if (!last && !isLeader(entry) && this.sections.all.length > 0 && this.sections.canonical(registered) === null) {
      this.context.report(table().issue(entry.at, 'section', unknownSection(registered, this.sections)));
    }
  }
}

const isLeader = (entry: Entry): boolean => entry.level === '县级' || entry.level === '科级';

function clues(ref: PersonRef, hints: PersonHints, names: NameBook<Entry>, inPost: (entry: Entry, on: CivilDate) => boolean, inSection: (entry: Entry) => boolean): Clues<Entry> {
  const on = hints.on ?? null;
  return {
    ownId: ref.id,
    columnId: hints.id ?? null,
    isTaken: (id) => names.isTaken(id, ref.name),
    isInPost: on === null ? null : (entry) => inPost(entry, on),
    isInSection: hints.section ? inSection : null,
  };
}

interface Speaks<K extends string> {
  issue(at: number, field: K, text: IssueText): Issue;
}

/** The person a cell means, or null with an error at the cell; silent where his own row in 人员 is what is wrong. */
export function resolvePerson<K extends string>(context: Pick<Context, 'report'>, people: People, table: Speaks<K>, at: number, field: K, ref: PersonRef, hints: PersonHints = {}): Person | null {
  const resolution = people.resolve(ref, hints);
  if (resolution.kind === 'found') return resolution.person;
  if (resolution.kind === 'ambiguous') context.report(table.issue(at, field, unclearPerson(ref, hints.id ?? null, resolution.candidates)));
  else if (!resolution.reported) context.report(table.issue(at, field, unknownPerson(ref, resolution.near)));
  return null;
}
