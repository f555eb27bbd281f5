/** People of one name: rows that nobody could tell apart, and how each is written (G14). */
import type { Context } from '../../ledger/context';
import type { Details, Entry } from './entries';
import type { PostBook } from './post-book';
import { shareADay } from './posts';
import { sameId } from './resolution';

/** Rows in order, by name; only names that more than one row bears. */
function groups(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  return [...byName.values()].filter((group) => group.length > 1);
}

export interface Namesakes {
  /** Rows that repeat an earlier one and are left out, each with its error. */
  readonly doubles: ReadonlySet<Entry>;
  /** Two people whom only their sections tell apart. */
  readonly alike: readonly (readonly [earlier: Entry, later: Entry])[];
}

/** Finds people of one name who lack numbers, and says so. */
export function reportNamesakes(context: Context, entries: readonly Entry[], posts: PostBook, details: Details): Namesakes {
  const doubles = new Set<Entry>();
  const alike: [Entry, Entry][] = [];
  for (const group of groups(entries.filter((entry) => !entry.isBroken))) {
    for (const [index, entry] of group.entries()) {
      for (const earlier of group.slice(0, index)) {
        if (doubles.has(earlier) || doubles.has(entry)) continue;
        const numbered = entry.id !== null && earlier.id !== null;
        if (numbered ? !sameId(entry.id, earlier.id) : !shareADay(posts.tenure(entry), posts.tenure(earlier))) continue;
        const [here, there] = [details.section(entry.at), details.section(earlier.at)];
        const apart = !numbered && here !== null && there !== null && here !== there;
        if (apart) alike.push([earlier, entry]);
        else doubles.add(entry);
        context.report({
          code: apart ? 'person/namesake-without-number' : 'person/double',
          severity: apart ? 'warning' : 'error',
          sheet: entry.sheet,
          cell: entry.cell,
          message: apart
            ? `“${entry.name}”有两位(另一位在${earlier.cell}),编号没有填全,只有写了股室的地方才分得清`
            : `“${entry.name}”在人员表里有两行(另一行在${earlier.cell}),${numbered ? '编号也相同' : '没有编号可以区分'},这一行不计入`,
          remedy: apart ? '请给两位都填写编号' : '是同一个人请删去一行;是同名的两个人请填写不同的编号',
          clause: 'G14',
        });
      }
    }
  }
  return { doubles, alike };
}

/** 编号 that two names bear: 人员编号 elsewhere would mean either. */
export function reportSharedNumbers(context: Context, entries: readonly Entry[]): void {
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.id === null) continue;
    const owner = owners.get(entry.id);
    if (!owner) owners.set(entry.id, entry);
    else if (owner.name !== entry.name) {
      context.report({
        code: 'person/number-twice',
        severity: 'warning',
        sheet: entry.sheet,
        cell: entry.cell,
        message: `${entry.name}的编号“${entry.id}”与${owner.name}(${owner.cell})相同`,
        remedy: '请更正其中一个编号',
        clause: 'G14',
      });
    }
  }
}

export interface Naming {
  /** What we write into ledgers: `张伟(07)` where another could be meant. */
  readonly label: string;
  /** What formal pages say: `张伟(综合股)` where needed, never a number. */
  printName(): string;
}

export function namingOf(entry: Entry, entries: readonly Entry[], posts: PostBook, details: Details): Naming {
  const others = entries.filter((other) => other !== entry && other.name === entry.name && shareADay(posts.tenure(entry), posts.tenure(other)));
  if (others.length === 0) return { label: entry.name, printName: () => entry.name };
  const differs = (say: (at: number) => string | null): string | null => {
    const mine = say(entry.at);
    return mine !== null && mine !== '' && others.every((other) => say(other.at) !== mine) ? mine : null;
  };
  return {
    label: entry.id === null ? entry.name : `${entry.name}(${entry.id})`,
    printName: () => {
      const mark = differs(details.section) ?? differs(details.position) ?? details.section(entry.at);
      return mark === null ? entry.name : `${entry.name}(${mark})`;
    },
  };
}
