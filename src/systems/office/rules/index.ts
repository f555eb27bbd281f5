import type { Rule } from '../../../ledger/rule';
import { authorityNamesKnownPeople, leadersAreListed, liaisonsAreKnownPeople, mattersAreKnown } from './authority';
import { holidaysAreNamed, kindsFitTheirWeekdays } from './calendar';
import { peopleAndTheirPostsAreClear, rowsOfASectionAgree, sectionHeadsAreKnown } from './people';

export const rules: readonly Rule[] = [
  peopleAndTheirPostsAreClear,
  sectionHeadsAreKnown,
  rowsOfASectionAgree,
  authorityNamesKnownPeople,
  mattersAreKnown,
  liaisonsAreKnownPeople,
  leadersAreListed,
  kindsFitTheirWeekdays,
  holidaysAreNamed,
];
