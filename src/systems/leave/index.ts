import { provide } from '../../ledger/fact';
import type { System } from '../../ledger/system';
import { absences, calendar, people } from '../office/facts';
import { readAbsences } from './absences';
import { leaveKindsLedger, leaveLedger, openingLeaveLedger, outingLedger } from './ledgers';
import { showPlaces } from './parameters';
import { rules } from './rules';
import { leaveSample } from './sample';

export const leave: System = {
  id: 'leave',
  title: '请假',
  ledgers: [leaveLedger, outingLedger, openingLeaveLedger, leaveKindsLedger],
  settings: [showPlaces],
  provides: [provide(absences, [people, calendar], readAbsences)],
  rules,
  actions: [],
  reminders: [],
  explainers: [],
  sample: leaveSample,
};
