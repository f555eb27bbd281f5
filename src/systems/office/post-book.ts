/** Reads 任职变动 and says what contradicts itself in it (督查-三(六)). */
import { addDays, toISO } from '../../kernel/date';
import type { PersonRef } from '../../ledger/column';
import type { Context } from '../../ledger/context';
import type { IssueText } from '../../ledger/issue';
import type { Entry } from './entries';
import type { PersonHints, Sections } from './facts';
import { postsLedger } from './ledgers';
import { endsPost, inOrder, movesSection, staysInSection, type Post, type Tenure } from './posts';
import { unknownSection } from './sections';

/** Whose row it is; what must be said instead where nobody is found; null where that has been said already. */
type Finder = (ref: PersonRef, hints: PersonHints) => Entry | IssueText | null;

export interface PostBook {
  /** In order of date. */
  of(entry: Entry): readonly Post[];
  tenure(entry: Entry): Tenure;
  /** Says what is odd about the sections of somebody's rows: unknown ones, and a row that does not begin where the one before ended. */
  judgeSections(entry: Entry): void;
}

export function readPosts(context: Context, sections: Sections, find: Finder): PostBook {
  const table = context.read(postsLedger, { fields: ['person', 'effective', 'oldSection', 'newSection', 'kind', 'personId'] });
  const canonical = (typed: string | null): string | null => (typed === null ? null : (sections.canonical(typed) ?? typed));
  const found = new Map<Entry, Post[]>();
  for (const row of table.rows) {
    const post: Post = { at: row.at, effective: row.effective, oldSection: canonical(row.oldSection), newSection: canonical(row.newSection), kind: row.kind };
    // who leaves by this very change is meant as he was the day before
    const on = row.kind === '调入' ? row.effective : addDays(row.effective, -1);
    const say = (field: 'person' | 'effective' | 'newSection', text: IssueText): void => context.report(table.issue(row.at, field, text));
    const entry = find(row.person, { on, id: row.personId, section: post.oldSection });
    if (!entry) continue;
    if ('severity' in entry) {
      say('person', entry);
      continue;
    }
    const earlier = found.get(entry) ?? [];
    if (movesSection(post) && earlier.some((other) => movesSection(other) && other.effective === post.effective && other.newSection !== post.newSection)) {
      say('effective', { code: 'post/same-day', severity: 'error', message: `${entry.name}在${toISO(post.effective)}有两个不同的新股室,不知道以哪个为准`, remedy: '请删去其中一行,或更正生效日期', clause: '督查-三(六)' });
      continue;
    }
    if (post.newSection === null && (post.kind === null || post.kind === '轮岗')) {
      say('newSection', { code: 'post/new-section-blank', severity: 'warning', message: `${entry.name}这次变动没有写新股室,这一行不改变他的股室`, remedy: '请填写新股室', clause: '督查-三(六)' });
    }
    if (post.kind === '调入' && entry.joined === null) {
      say('effective', { code: 'post/joined-blank', severity: 'warning', message: `${entry.name}${toISO(post.effective)}调入,人员表没有填到办日期,按一直在办处理`, remedy: `请在人员表${entry.cell}这一行填写到办日期`, clause: 'G13' });
    }
    found.set(entry, [...earlier, post]);
  }
  const books = new Map([...found].map(([entry, posts]) => [entry, inOrder(posts)]));
  const of = (entry: Entry): readonly Post[] => books.get(entry) ?? [];
  const isUnknown = (section: string | null): section is string => section !== null && sections.all.length > 0 && sections.canonical(section) === null;
  return {
    of,
    tenure: (entry) => ({ joined: entry.joined, left: entry.left, posts: of(entry) }),
    judgeSections: (entry) => {
      let section: string | null = null;
      for (const post of of(entry)) {
        // where somebody comes from or goes to may lie outside the office
        const comesFromHere = !staysInSection(post) && post.kind !== '调入';
        if (comesFromHere && isUnknown(post.oldSection)) context.report(table.issue(post.at, 'oldSection', unknownSection(post.oldSection, sections)));
        else if (comesFromHere && section !== null && post.oldSection !== null && post.oldSection !== section) {
          context.report(
            table.issue(post.at, 'oldSection', { code: 'post/chain-broken', severity: 'warning', message: `${entry.name}的原股室写“${post.oldSection}”,按上一次变动应是“${section}”`, remedy: '请核对有没有漏登的变动', clause: '督查-三(六)' }),
          );
        }
        if (movesSection(post) && isUnknown(post.newSection)) context.report(table.issue(post.at, 'newSection', unknownSection(post.newSection, sections)));
        if (movesSection(post)) section = post.newSection;
        else if (endsPost(post)) section = null;
      }
    },
  };
}
