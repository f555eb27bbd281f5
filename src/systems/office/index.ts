import type { Context } from '../../ledger/context';
import { provide, type AnyFact, type Fact, type Provider } from '../../ledger/fact';
import { mappingLedger, settingsLedger } from '../../ledger/own-ledgers';
import type { System } from '../../ledger/system';
import { readAuthority, readLiaisons } from './authority';
import { calendarAction } from './calendar-action';
import { readCalendar } from './calendar';
import { authority, calendar, liaisons, NO_DAYS, people, sections } from './facts';
import { laterSettings } from './later-parameters';
import { authorityLedger, calendarLedger, liaisonsLedger, peopleLedger, postsLedger, sectionsLedger } from './ledgers';
import { officeSettings } from './parameters';
import { readPeople } from './people';
import { rules } from './rules';
import { officeSample } from './sample';
import { readSections } from './sections';

/** A fact that holds for all days is the same object whatever period it is asked for: one reading, one list of people. */
function timeless<T>(fact: Fact<T>, needs: readonly AnyFact[], compute: (context: Context) => T): Provider {
  return provide(fact, needs, (context, { from, to }) => (from > to ? compute(context) : context.fact(fact, NO_DAYS)));
}

export const office: System = {
  id: 'office',
  title: '基础',
  ledgers: [settingsLedger, peopleLedger, sectionsLedger, authorityLedger, postsLedger, liaisonsLedger, calendarLedger, mappingLedger],
  settings: [...officeSettings, ...laterSettings],
  provides: [
    timeless(sections, [], readSections),
    timeless(people, [sections], (context) => readPeople(context, context.fact(sections, NO_DAYS))),
    provide(calendar, [], readCalendar),
    timeless(authority, [people, sections], readAuthority),
    timeless(liaisons, [people], readLiaisons),
  ],
  rules,
  actions: [calendarAction],
  reminders: [],
  explainers: [],
  sample: officeSample,
};
