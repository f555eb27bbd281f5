/** Allowances of duty: rates, time off for duties, and what `check` says of both (后勤-二(七)). */
import type { Context } from '../../../ledger/context';
import type { Rule } from '../../../ledger/rule';
import { rateLedger, restLedger } from './ledgers';
import { ALLOWANCE_CLAUSE, readRates } from './rates';
import { readRests } from './rests';
import { people } from '../../office/facts';

export const allowanceLedgers = [rateLedger, restLedger];

function ratesAreClear(context: Context): void {
  readRates(context, null);
}

function restsAreReadable(context: Context): void {
  readRests(context, null);
}

export const allowanceRules: readonly Rule[] = [
  { id: 'rates-are-clear', clause: ALLOWANCE_CLAUSE, title: '费率表每天每类只有一个标准', needs: [], check: ratesAreClear },
  { id: 'rests-are-readable', clause: ALLOWANCE_CLAUSE, title: '值班补休读得通', needs: [people], check: restsAreReadable },
];

export { allowanceExplainer } from './explain';
export { allowanceSettings } from './parameters';
export { allowanceSample } from './sample';
