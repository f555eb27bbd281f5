import type { System } from '../../ledger/system';
import { generateAction } from './actions';
import { daysOffLedger, emergencyLedger, holidayLeadersLedger, openingLedger, rosterLedger, swapLedger } from './ledgers';
import { dutySettings } from './parameters';

export const dutyRoster: System = {
  id: 'duty-roster',
  title: '值班',
  ledgers: [rosterLedger, swapLedger, openingLedger, holidayLeadersLedger, emergencyLedger, daysOffLedger],
  settings: dutySettings,
  provides: [],
  rules: [],
  actions: [generateAction],
  reminders: [],
  explainers: [],
  sample: [],
};
