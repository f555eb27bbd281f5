import type { Rule } from '../../../ledger/rule';
import { authorityNamesKnownPeople, leadersAreListed, liaisonsAreKnownPeople, mattersAreKnown } from './authority';
import { holidaysAreNamed, kindsFitTheirWeekdays } from './calendar';
import { headsSucceedEachOther, peopleAndTheirPostsAreClear, sectionHeadsAreKnown } from './people';

export const rules: readonly Rule[] = [
  peopleAndTheirPostsAreClear,
  sectionHeadsAreKnown,
  headsSucceedEachOther,
  authorityNamesKnownPeople,
  mattersAreKnown,
  liaisonsAreKnownPeople,
  leadersAreListed,
  kindsFitTheirWeekdays,
  holidaysAreNamed,
];
