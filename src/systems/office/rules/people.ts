/** Checks that need every row of 人员, 股室 and 任职变动. */
import type { Rule } from '../../../ledger/rule';
import { NO_DAYS, people, sections } from '../facts';
import { sectionsLedger } from '../ledgers';
import { resolvePerson } from '../people';

/** Asks of everybody what the roster and the scores ask; the directory says what is wrong. */
export const peopleAndTheirPostsAreClear: Rule = {
  id: 'people-and-their-posts-are-clear',
  clause: '督查-三(六)',
  title: '人员分得清,股室、任职变动和文秘名单读得通',
  needs: [people],
  check: (context) => {
    const directory = context.fact(people, NO_DAYS);
    for (const person of directory.all) {
      void person.isClerk;
      directory.sectionOn(person, person.joined ?? NO_DAYS.from);
    }
  },
};

export const sectionHeadsAreKnown: Rule = {
  id: 'section-heads-and-chiefs-are-known',
  clause: 'G15',
  title: '股室的负责人、分管科级在人员表里',
  needs: [people],
  check: (context) => {
    const directory = context.fact(people, NO_DAYS);
    const heads = context.read(sectionsLedger, { fields: ['name', 'head', 'headFrom'] });
    for (const row of heads.rows) if (row.head) resolvePerson(context, directory, heads, row.at, 'head', row.head, { on: row.headFrom, section: row.name });
    const chiefs = context.read(sectionsLedger, { fields: ['name', 'chief'] });
    for (const row of chiefs.rows) if (row.chief) resolvePerson(context, directory, chiefs, row.at, 'chief', row.chief);
  },
};

/** Two heads of one section on one day: the lower row would count, and nobody would know. */
export const headsSucceedEachOther: Rule = {
  id: 'heads-of-a-section-succeed-each-other',
  clause: '督查-四',
  title: '同一股室的负责人任期不重叠',
  needs: [sections],
  check: (context) => {
    const book = context.fact(sections, NO_DAYS);
    const table = context.read(sectionsLedger, { fields: ['name', 'head', 'headFrom', 'headTo'] });
    const earlier: { readonly section: string | null; readonly at: number; readonly from: number; readonly to: number }[] = [];
    for (const row of table.rows) {
      if (row.head === null) continue;
      const tenure = { section: book.canonical(row.name), at: row.at, from: row.headFrom ?? -Infinity, to: row.headTo ?? Infinity };
      const clash = earlier.find((other) => other.section === tenure.section && other.from <= tenure.to && tenure.from <= other.to);
      if (clash) {
        context.report(
          table.issue(row.at, 'head', {
            code: 'section/heads-overlap',
            severity: 'warning',
            message: `“${row.name}”的负责人${row.head.name}与第${clash.at + 1}行的任期重叠,重叠的日子按下面一行`,
            remedy: '请填写负责人起、负责人止,使任期前后相接',
            clause: '督查-四',
          }),
        );
      }
      if (row.headFrom !== null && row.headTo !== null && row.headTo < row.headFrom) {
        context.report(table.issue(row.at, 'headTo', { code: 'section/head-ends-before-it-begins', severity: 'error', message: `“${row.name}”负责人的止早于起`, remedy: '请更正负责人起、负责人止', clause: '督查-四' }));
      }
      earlier.push(tenure);
    }
  },
};
