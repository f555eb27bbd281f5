import { provide } from '../../ledger/fact';
import { mappingLedger, settingsLedger } from '../../ledger/own-ledgers';
import type { System } from '../../ledger/system';
import { readAuthority, readLiaisons } from './authority';
import { calendarAction } from './calendar-action';
import { readCalendar } from './calendar';
import { authority, calendar, liaisons, people, sections } from './facts';
import { laterSettings } from './later-parameters';
import { authorityLedger, calendarLedger, liaisonsLedger, peopleLedger, postsLedger, sectionsLedger } from './ledgers';
import { officeSettings } from './parameters';
import { readPeople } from './people';
import { rules } from './rules';
import { officeSample } from './sample';
import { readSections } from './sections';

export const office: System = {
  id: 'office',
  title: '基础',
  ledgers: [settingsLedger, peopleLedger, sectionsLedger, authorityLedger, postsLedger, liaisonsLedger, calendarLedger, mappingLedger],
  settings: [...officeSettings, ...laterSettings],
  provides: [
    provide(sections, [], (context) => readSections(context)),
    provide(people, [sections], (context, period) => readPeople(context, context.fact(sections, period))),
    provide(calendar, [], readCalendar),
    provide(authority, [people, sections], readAuthority),
    provide(liaisons, [people], readLiaisons),
  ],
  rules,
  actions: [calendarAction],
  reminders: [],
  explainers: [],
  sample: officeSample,
};
