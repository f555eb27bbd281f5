import type { System } from '../ledger/system';
import { dutyRoster } from './duty-roster';
import { inspectionScoring } from './inspection-scoring';
import { leave } from './leave';
import { office } from './office';

/** The rooms, in the order in which they are shown. */
export const systems: readonly System[] = [office, leave, dutyRoster, inspectionScoring];
