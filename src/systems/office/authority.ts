/** Who decides what (分管; a deputy counts), and which clerks are liaisons of which leader. */
import type { CivilDate } from '../../kernel/date';
import type { Context } from '../../ledger/context';
import { NO_DAYS, people as peopleFact, sections as sectionsFact, type Authority, type Liaisons, type People, type Person, type Sections } from './facts';
import { authorityLedger, liaisonsLedger } from './ledgers';
import { resolvePerson } from './people';

/** Both ends included; a blank end is open. */
function holds(row: { readonly from: CivilDate | null; readonly to: CivilDate | null }, on: CivilDate): boolean {
  return (row.from === null || row.from <= on) && (row.to === null || on <= row.to);
}

interface Row {
  readonly matter: string;
  readonly people: readonly Person[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** Matters that a section's chief decides when 分管 says nothing. */
const SECTION_OF_MATTER: Readonly<Record<string, string>> = { 值班: '综合股', 小车班: '小车班', 后勤: '行政股' };

export function readAuthority(context: Context): Authority {
  const people = context.fact(peopleFact, NO_DAYS);
  const sections = context.fact(sectionsFact, NO_DAYS);
  const table = context.read(authorityLedger, { fields: ['matter', 'chief', 'deputy', 'from', 'to'] });
  const rows: Row[] = table.rows.map((row) => {
    const chief = resolvePerson(context, people, table, row.at, 'chief', row.chief, { on: row.from });
    const deputy = row.deputy === null ? null : resolvePerson(context, people, table, row.at, 'deputy', row.deputy, { on: row.from });
    return { matter: sections.canonical(row.matter) ?? row.matter, people: [chief, deputy].filter((person) => person !== null), from: row.from, to: row.to };
  });
  return { deciders: (matter, on) => decide(matter, on, rows, people, sections) };
}

function decide(matter: string, on: CivilDate, rows: readonly Row[], people: People, sections: Sections): readonly Person[] {
  const wanted = sections.canonical(matter) ?? matter;
  const hits = rows.filter((row) => row.matter === wanted && holds(row, on));
  if (hits.length > 0) return [...new Set(hits.flatMap((row) => row.people))];
  if (matter === '主任') return people.all.filter((person) => isDirector(person) && people.inPost(person, on));
  const section = sections.canonical(SECTION_OF_MATTER[matter] ?? matter);
  const chief = section === null ? null : sections.byName(section)!.chief;
  if (!chief) return [];
  const resolution = people.resolve(chief, { on });
  return resolution.kind === 'found' ? [resolution.person] : [];
}

/** 层级 科级 and 职务 主任, or ending in 府办主任 or 办公室主任, no deputy. */
export function isDirector(person: Person): boolean {
  return person.level === '科级' && !person.position.includes('副') && /^主任$|(?:府办|办公室)主任$/.test(person.position);
}

export function readLiaisons(context: Context): Liaisons {
  const people = context.fact(peopleFact, NO_DAYS);
  const table = context.read(liaisonsLedger, { fields: ['leader', 'clerks', 'from', 'to'] });
  const rows = table.rows.map((row) => ({
    leader: row.leader.name,
    clerks: (row.clerks ?? []).flatMap((ref) => resolvePerson(context, people, table, row.at, 'clerks', ref, { on: row.from }) ?? []),
    from: row.from,
    to: row.to,
  }));
  return {
    clerksOf: (leader, on) => [...new Set(rows.filter((row) => row.leader === leader && holds(row, on)).flatMap((row) => row.clerks))].sort((a, b) => a.order - b.order),
  };
}
