/** People of one name: rows that nobody could tell apart, and how each is written (G14). */
import type { Context } from '../../ledger/context';
import type { Issue } from '../../ledger/issue';
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
        const meet = shareADay(posts.tenure(entry), posts.tenure(earlier));
        if (numbered && !sameId(entry.id, earlier.id)) {
          if (meet && looksAlike(entry, earlier, details)) context.report(printedAlike(entry, earlier));
          continue;
        }
        if (!numbered && !meet) continue;
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

function printedAlike(entry: Entry, earlier: Entry): Issue {
  return {
    code: 'person/printed-alike',
    severity: 'warning',
    sheet: entry.sheet,
    cell: entry.cell,
    message: `“${entry.name}”有两位(另一位在${earlier.cell}),股室、职务相同,手机尾号相同或没有填写,打印的页上只能用①、②区分`,
    remedy: '请把职务填得不同,或填写手机',
    clause: 'G14',
  };
}

/** 尾号1234; '' without a phone. */
function phoneMark(entry: Entry, details: Details): string {
  const digits = (details.phone(entry.at) ?? '').replace(/\D/g, '').slice(-4);
  return digits === '' ? '' : `尾号${digits}`;
}

function postMark(entry: Entry, details: Details): string {
  return `${details.section(entry.at) ?? ''}${details.position(entry.at)}`;
}

/** Everything that a page may say of a person to tell him apart; '' where the phone is missing, which says nothing new. */
function fullMark(entry: Entry, details: Details): string {
  const phone = phoneMark(entry, details);
  return phone === '' ? '' : postMark(entry, details) + phone;
}

function looksAlike(entry: Entry, other: Entry, details: Details): boolean {
  if (postMark(entry, details) !== postMark(other, details)) return false;
  const [mine, theirs] = [phoneMark(entry, details), phoneMark(other, details)];
  return mine === '' || theirs === '' || mine === theirs;
}

const FIRST_ORDINAL = '①'.codePointAt(0)!;

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
  /** What formal pages say where needed: `张伟(综合股)`, else the post, the last digits of the phone, ①; never a number of 人员. */
  printName(): string;
}

export function namingOf(entry: Entry, entries: readonly Entry[], posts: PostBook, details: Details): Naming {
  const others = entries.filter((other) => other !== entry && other.name === entry.name && shareADay(posts.tenure(entry), posts.tenure(other)));
  if (others.length === 0) return { label: entry.name, printName: () => entry.name };
  const alone = (say: (one: Entry) => string): string | null => {
    const mine = say(entry);
    return mine !== '' && others.every((other) => say(other) !== mine) ? mine : null;
  };
  const section = (one: Entry): string => details.section(one.at) ?? '';
  /** Whom nothing tells apart is counted in the order of 人员. */
  const ordinal = (): string => String.fromCodePoint(FIRST_ORDINAL + others.filter((other) => other.at < entry.at).length);
  return {
    label: entry.id === null ? entry.name : `${entry.name}(${entry.id})`,
    printName: () => {
      const mark =
        alone(section) ?? alone((one) => details.position(one.at)) ?? alone((one) => postMark(one, details)) ?? alone((one) => phoneMark(one, details)) ?? alone((one) => fullMark(one, details));
      return `${entry.name}(${mark ?? `${section(entry)}${ordinal()}`})`;
    },
  };
}
