/** Checks that need every row of 人员, 股室 and 任职变动. */
import type { Rule } from '../../../ledger/rule';
import { NO_DAYS, people, sections } from '../facts';
import { sectionsLedger } from '../ledgers';
import { resolvePerson } from '../people';
import { statedBySection } from '../section-rows';

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

/** Asks of every section what the roster, the scores and the leave ask; the rows say where they contradict each other. */
export const rowsOfASectionAgree: Rule = {
  id: 'rows-of-a-section-agree',
  clause: '督查-四',
  title: '同一股室的几行不矛盾,负责人任期不重叠',
  needs: [sections],
  check: (context) => {
    for (const section of context.fact(sections, NO_DAYS).all) {
      void [section.chief, section.ranked];
      context.fact(sections, NO_DAYS).headOn(section.name, NO_DAYS.from);
    }
    statedBySection(context, 'minimum');
  },
};
