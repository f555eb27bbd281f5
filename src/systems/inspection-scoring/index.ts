import { provide } from '../../ledger/fact';
import type { System } from '../../ledger/system';
import { people, sections } from '../office/facts';
import { quarterAction } from './actions';
import { entries, readEntries } from './entries';
import { explainers } from './explain';
import { inspections, openings, scoreTable } from './ledgers';
import { chiefsAreRanked, closedUntil, commendedPersons, objectionPhone, publicityDays } from './parameters';
import { reminders } from './reminders';
import { rules } from './rules';
import { procedure, readProcedure } from './rules/procedure';
import { scoringSample } from './sample';

export const inspectionScoring: System = {
  id: 'inspection-scoring',
  title: '内务督查',
  ledgers: [inspections, scoreTable, openings],
  settings: [objectionPhone, publicityDays, chiefsAreRanked, commendedPersons, closedUntil],
  provides: [provide(entries, [people, sections], readEntries), provide(procedure, [], readProcedure)],
  rules,
  actions: [quarterAction],
  reminders,
  explainers,
  sample: scoringSample,
};
