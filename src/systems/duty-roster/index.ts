import { provide } from '../../ledger/fact';
import type { System } from '../../ledger/system';
import { absences, authority, calendar, liability, liaisons, people, shifts } from '../office/facts';
import { actions } from './actions';
import { allowanceExplainer, allowanceLedgers, allowanceRules, allowanceSample, allowanceSettings } from './allowance';
import { agendas } from './agenda';
import { explainers } from './explain';
import { daysOffLedger, emergencyLedger, holidayLeadersLedger, openingLedger, rosterLedger, swapLedger } from './ledgers';
import { dutySettings } from './parameters';
import { dutyRecords, readLiability, readRecords, readShifts } from './reading/records';
import { reminders } from './reminders';
import { rules } from './rules';
import { dutySample } from './sample';
import { serviceLedgers, serviceReminders, serviceRules, serviceSample, serviceSettings } from './service';

export const dutyRoster: System = {
  id: 'duty-roster',
  title: '值班',
  ledgers: [rosterLedger, swapLedger, openingLedger, holidayLeadersLedger, emergencyLedger, daysOffLedger, ...serviceLedgers, ...allowanceLedgers],
  settings: [...dutySettings, ...serviceSettings, ...allowanceSettings],
  provides: [
    provide(dutyRecords, [people, calendar, absences, liaisons, authority], readRecords),
    provide(shifts, [people], readShifts),
    provide(liability, [dutyRecords], readLiability),
  ],
  rules: [...rules, ...serviceRules, ...allowanceRules],
  actions,
  reminders: [...reminders, ...serviceReminders],
  explainers: [...explainers, allowanceExplainer],
  agendas,
  sample: [...dutySample, ...serviceSample, ...allowanceSample],
};
