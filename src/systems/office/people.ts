/** People: who is in 人员, who is meant by a name on a day, and in which section somebody is on a day (G13, G14). */
import type { CivilDate } from '../../kernel/date';
import { nearestWords } from '../../kernel/text/nearest';
import type { Context } from '../../ledger/context';
import { peopleLedger, postsLedger } from './ledgers';
import type { Level, People, Person, PersonHints, Resolution, Sections } from './facts';
import type { PersonRef } from '../../ledger/column';

const CLERK_LEVELS: readonly Level[] = ['股级', '一般'];

interface Post {
  readonly at: number;
  readonly effective: CivilDate;
  readonly oldSection: string | null;
  readonly newSection: string | null;
  readonly kind: string | null;
}

/** Reads 人员 and 任职变动. */
export function readPeople(context: Context, sections: Sections): People {
  const table = context.read(peopleLedger, {
    fields: ['id', 'name', 'section', 'position', 'level', 'isClerk', 'canServe', 'neverOn', 'phone', 'startedWork', 'joined', 'left', 'canLead'],
    must: true,
  });
  const clerkColumn = table.has('isClerk') && table.rows.some((row) => row.isClerk !== null);
  const unnamed: string[] = [];
  const namesakes = countNames(table.rows.map((row) => row.name.name));
  const people: Person[] = table.rows.map((row, order) => {
    const level: Level = (row.level as Level | null) ?? '一般';
    if (row.level === null && table.has('level')) {
      context.report(
        table.issue(row.at, 'level', { code: 'person/level-blank', severity: 'warning', message: `${row.name.name}的“层级”是空的,按“一般”处理`, remedy: '请填写层级', clause: 'G14' }),
      );
    }
    const isClerk = clerkColumn ? row.isClerk === true : CLERK_LEVELS.includes(level);
    if (clerkColumn && row.isClerk === null && CLERK_LEVELS.includes(level)) unnamed.push(row.name.name);
    const section = row.section === null ? null : (sections.canonical(row.section) ?? row.section);
    const id = row.id ?? row.name.id;
    const shared = (namesakes.get(row.name.name) ?? 0) > 1;
    return {
      order,
      id,
      name: row.name.name,
      label: shared && id !== null ? `${row.name.name}(${id})` : row.name.name,
      printName: shared && section !== null ? `${row.name.name}(${section})` : row.name.name,
      level,
      position: row.position ?? '',
      section,
      isClerk,
      canServe: row.canServe,
      canLead: row.canLead,
      neverOn: row.neverOn ?? [],
      phone: row.phone,
      startedWork: row.startedWork,
      joined: row.joined,
      left: row.left,
      sheet: table.sheet,
      cell: table.cell(row.at, 'name'),
    };
  });
  if (!clerkColumn && people.length > 0) {
    context.report({
      code: 'person/clerk-blank',
      severity: 'warning',
      sheet: table.sheet,
      cell: table.layout ? table.cell(table.layout.headerRow, 'isClerk') : '',
      message: '“是否文秘”全是空的,暂把层级为股级、一般的人都当作文秘',
      remedy: '请在“是否文秘”列填写是或否,确认参加值班的名单',
      clause: '值班-一',
    });
  }
  if (unnamed.length > 0) {
    context.report({
      code: 'person/clerk-left-out',
      severity: 'info',
      sheet: table.sheet,
      cell: '',
      message: `“是否文秘”空白的${unnamed.length}人未列为文秘:${unnamed.join('、')}`,
      remedy: '要参加值班的请填“是”',
      clause: '值班-一',
    });
  }
  reportDoubles(context, people);
  return new Directory(people, readPosts(context, people, sections));
}

function countNames(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Namesakes need numbers of their own. */
function reportDoubles(context: Context, people: readonly Person[]): void {
  const first = new Map<string, Person>();
  for (const person of people) {
    const key = `${person.name}\n${person.id ?? ''}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, person);
      continue;
    }
    context.report({
      code: 'person/double',
      severity: 'error',
      sheet: person.sheet,
      cell: person.cell,
      message: `“${person.name}”在人员表里有两行(另一行在${earlier.cell}),编号${person.id === null ? '都是空的' : '也相同'}`,
      remedy: '是同一个人请删去一行;是同名的两个人请填写不同的编号',
      clause: 'G14',
    });
  }
}

/** Posts by person (index), each in order of date. */
function readPosts(context: Context, people: readonly Person[], sections: Sections): ReadonlyMap<Person, readonly Post[]> {
  const table = context.read(postsLedger, { fields: ['person', 'effective', 'oldSection', 'newSection', 'kind', 'personId'] });
  const bare = new Directory(people, new Map());
  const posts = new Map<Person, Post[]>();
  for (const row of table.rows) {
    // a person who left by this very change is still meant on the day before
    const person = resolvePerson(context, bare, table, row.at, 'person', row.person, { id: row.personId, section: row.oldSection });
    if (!person) continue;
    for (const field of ['oldSection', 'newSection'] as const) {
      const typed = row[field];
      if (typed !== null && sections.all.length > 0 && sections.canonical(typed) === null) {
        context.report(table.issue(row.at, field, unknownSection(typed, sections)));
      }
    }
    posts.set(person, [
      ...(posts.get(person) ?? []),
      {
        at: row.at,
        effective: row.effective,
        oldSection: row.oldSection === null ? null : (sections.canonical(row.oldSection) ?? row.oldSection),
        newSection: row.newSection === null ? null : (sections.canonical(row.newSection) ?? row.newSection),
        kind: row.kind,
      },
    ]);
  }
  for (const [person, list] of posts) {
    list.sort((a, b) => a.effective - b.effective || a.at - b.at);
    const moves = list.filter((post) => movesSection(post) && post.newSection !== null);
    const last = moves.at(-1);
    if (last && person.section !== null && last.newSection !== person.section) {
      context.report({
        code: 'person/section-differs',
        severity: 'warning',
        sheet: person.sheet,
        cell: person.cell,
        message: `${person.name}的股室写的是“${person.section}”,最后一次任职变动是到“${last.newSection!}”`,
        remedy: '请核对;各日的股室以任职变动为准',
        clause: '督查-三(六)',
      });
    }
  }
  return posts;
}

/** 借调 and 上派 do not move somebody's section; 调离 and 退休 end the post. */
function movesSection(post: Post): boolean {
  return post.kind !== '借调' && post.kind !== '上派';
}

function endsPost(post: Post): boolean {
  return post.kind === '调离' || post.kind === '退休';
}

class Directory implements People {
  readonly #byName = new Map<string, Person[]>();

  constructor(
    readonly all: readonly Person[],
    private readonly posts: ReadonlyMap<Person, readonly Post[]>,
  ) {
    for (const person of all) this.#byName.set(person.name, [...(this.#byName.get(person.name) ?? []), person]);
  }

  resolve(ref: PersonRef, hints: PersonHints = {}): Resolution {
    const named = this.#byName.get(ref.name) ?? [];
    if (named.length === 0) return { kind: 'unknown', near: nearestWords(ref.name, [...this.#byName.keys()]) };
    const id = ref.id ?? hints.id ?? null;
    if (id !== null) {
      const byId = named.filter((person) => person.id !== null && sameId(person.id, id));
      if (byId.length === 1) return { kind: 'found', person: byId[0]! };
      // a number that fits nobody is no licence to take somebody else
      if (named.length > 1 || (ref.id !== null && named[0]!.id !== null)) return { kind: 'ambiguous', candidates: named };
      return { kind: 'found', person: named[0]! };
    }
    if (named.length === 1) return { kind: 'found', person: named[0]! };
    const on = hints.on ?? null;
    const present = on === null ? named : named.filter((person) => this.inPost(person, on));
    if (present.length === 1) return { kind: 'found', person: present[0]! };
    const section = hints.section ?? null;
    const pool = present.length > 0 ? present : named;
    const inSection = section === null ? [] : pool.filter((person) => (on === null ? person.section : this.sectionOn(person, on)) === section);
    if (inSection.length === 1) return { kind: 'found', person: inSection[0]! };
    return { kind: 'ambiguous', candidates: pool };
  }

  inPost(person: Person, on: CivilDate): boolean {
    if (person.joined !== null && on < person.joined) return false;
    if (person.left !== null) return on < person.left;
    const end = this.posts.get(person)?.filter((post) => post.effective <= on).at(-1);
    return end === undefined || !endsPost(end);
  }

  sectionOn(person: Person, on: CivilDate): string | null {
    const posts = this.posts.get(person)?.filter((post) => movesSection(post) && !endsPost(post)) ?? [];
    if (posts.length === 0) return person.section;
    const current = posts.filter((post) => post.effective <= on).at(-1);
    if (current) return current.newSection ?? person.section;
    return posts[0]!.oldSection ?? person.section;
  }
}

function sameId(a: string, b: string): boolean {
  const strip = (id: string): string => id.replace(/^0+(?=\d)/, '');
  return a === b || strip(a) === strip(b);
}

interface Speaks<K extends string> {
  issue(at: number, field: K, text: { code: string; severity: 'error'; message: string; remedy: string; clause: string }): Parameters<Context['report']>[0];
}

/** The person a cell means, or null with an error at the cell. */
export function resolvePerson<K extends string>(context: Context, people: People, table: Speaks<K>, at: number, field: K, ref: PersonRef, hints: PersonHints = {}): Person | null {
  const resolution = people.resolve(ref, hints);
  if (resolution.kind === 'found') return resolution.person;
  const typed = ref.id === null ? ref.name : `${ref.name}(${ref.id})`;
  context.report(
    table.issue(
      at,
      field,
      resolution.kind === 'unknown'
        ? {
            code: 'person/unknown',
            severity: 'error',
            message: `“${typed}”不在人员表里`,
            remedy: resolution.near.length > 0 ? `是不是${resolution.near.map((name) => `“${name}”`).join('、')}?请改正,或在人员表加上此人` : '请核对姓名,或在人员表加上此人',
            clause: 'G14',
          }
        : {
            code: 'person/ambiguous',
            severity: 'error',
            message: `“${typed}”可能是${resolution.candidates.map((person) => `${person.name}${person.id === null ? '' : `(${person.id})`}${person.section === null ? '' : `[${person.section}]`}`).join('或')},不能确定是哪一位`,
            remedy: `请填写人员编号,或写成 ${ref.name}(编号)`,
            clause: 'G14',
          },
    ),
  );
  return null;
}

/** The issue of a section that nobody knows. */
export function unknownSection(typed: string, sections: Sections): { code: string; severity: 'error'; message: string; remedy: string; clause: string } {
  const near = sections.near(typed);
  return {
    code: 'section/unknown',
    severity: 'error',
    message: `“${typed}”不在股室表里`,
    remedy: near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('、')}?请改正,或在股室表的“别名”里写上` : '请核对股室名称,或在股室表加上它',
    clause: 'G15',
  };
}
