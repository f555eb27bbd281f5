/** One fact may fit several items: what looks like it is said, the meeting decides. Nothing is dropped. */
import { toISO } from '../../../kernel/date';
import type { Entry } from '../entries';
import { builtIn } from '../score-table';
import { ByDay, nameOf, Subjects } from '../subjects';
import type { EntryCheck, Say } from './entry-check';

const bits = (...codes: readonly string[]): number => codes.reduce((mask, code) => mask | (1 << builtIn(`督查-三${code}`).index), 0);

/** Pairs of items that one fact may fit on one day. */
const RELATED: readonly (readonly [number, number])[] = [
  [bits('(一)a', '(一)b', '(三)a', '(三)b', '(五)'), bits('(三)c', '(三)d')],
  [bits('(三)f', '(三)g'), bits('(三)e', '(三)l')],
  [bits('(三)i'), bits('(三)k')],
];
const LATE = builtIn('督查-三(三)e').index;
const BUILT_IN_BITS = 31;
/** Earlier rows of the same subject and day that a row is compared with. */
const MOST_COMPARED = 8;

const bitOf = (entry: Entry): number => (entry.item.index < BUILT_IN_BITS ? 1 << entry.item.index : 0);

export function areRelated(a: Entry, b: Entry): boolean {
  const [x, y] = [bitOf(a), bitOf(b)];
  return RELATED.some(([left, right]) => ((x & left) !== 0 && (y & right) !== 0) || ((y & left) !== 0 && (x & right) !== 0));
}

/** Items whose rows have a check of their own: the yearly one, absence of a person. */
const isCheckedElsewhere = ({ item, person }: Entry): boolean => item.arithmetic === 'yearly' || (item.arithmetic !== 'plain' && person !== null);

/** Two rows that say the same. Coming late and leaving early on one day are two times (督查-三(三)e). */
export function saysTheSame(a: Entry, b: Entry): boolean {
  return a.item === b.item && !isCheckedElsewhere(a) && a.item.index !== LATE && a.row.note === b.row.note && a.row.slot === b.row.slot;
}

/** 督查-三(三)c, d: what was criticised in public is usually scored already. */
function oneFactIsScoredOnce(earlier: Entry, later: Entry, say: Say): boolean {
  const same = saysTheSame(earlier, later);
  if (!same && !areRelated(earlier, later)) return false;
  const sheetRow = earlier.row.at + 1;
  say(later, 'code', {
    code: same ? 'scoring/same-row-twice' : 'scoring/double-counting',
    severity: 'warning',
    message: same
      ? `“${nameOf(later)}”${toISO(later.row.date)}的“${later.rate.name}”与第${sheetRow}行相同,疑似重复登记;现都计分`
      : `“${nameOf(later)}”${toISO(later.row.date)}既有“${later.rate.name}”又有“${earlier.rate.name}”(第${sheetRow}行),疑似重复计分;现都计分`,
    remedy: '请初审取舍;属同一事实的,把其中一行的状态改为作废',
    clause: later.item.clause,
  });
  return true;
}

export const oneFactIsNotScoredTwice: EntryCheck = {
  id: 'one-fact-is-not-scored-twice',
  clause: '督查-二',
  title: '同一人同一天的相关事项疑似重复计分',
  needs: [],
  judge: (list, _context, say) => {
    const subjects = new Subjects();
    // rows of one subject and day as a chain: last row by key, and the row before each row
    const last = new ByDay<number>();
    const previous = new Int32Array(list.length).fill(-1);
    for (let index = 0; index < list.length; index += 1) {
      const entry = list[index]!;
      const before = last.set(subjects.of(entry), entry.row.date, index);
      if (before === undefined) continue;
      previous[index] = before;
      // a heap of rows on one day stays linear; one finding a row is enough to look at it
      for (let other = before, steps = 0; other >= 0 && steps < MOST_COMPARED; other = previous[other]!, steps += 1) {
        if (oneFactIsScoredOnce(list[other]!, entry, say)) break;
      }
    }
  },
};

export const aSectionAndItsPersonAreNotScoredForOneFact: EntryCheck = {
  id: 'a-section-and-its-person-are-not-scored-for-one-fact',
  clause: '督查-三(六)',
  title: '同一事项没有既记个人又记股室',
  needs: [],
  judge: (list, _context, say) => {
    const subjects = new Subjects();
    const direct = new ByDay<Entry[]>();
    let any = false;
    for (const entry of list) {
      if (entry.person) continue;
      any = true;
      const subject = subjects.of(entry);
      const known = direct.get(subject, entry.row.date);
      if (known) known.push(entry);
      else direct.set(subject, entry.row.date, [entry]);
    }
    if (!any) return;
    for (const entry of list) {
      if (!entry.person || entry.section === null) continue;
      const twin = direct.get(subjects.ofSection(entry.section), entry.row.date)?.find(({ item }) => item === entry.item);
      if (!twin) continue;
      say(twin, 'code', {
        code: 'scoring/person-and-section',
        severity: 'warning',
        message: `“${entry.section}”${toISO(entry.row.date)}的“${entry.rate.name}”记了股室,又记了“${nameOf(entry)}”(第${entry.row.at + 1}行),股室将计两次`,
        remedy: '个人的加扣分已计入股室;属同一事实的,请把股室这一行作废',
        clause: '督查-三(六)',
      });
    }
  },
};
