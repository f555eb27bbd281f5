/** What a clerk can run in the duty room. */
import type { Action } from '../../../ledger/action';
import { allowanceAction } from './allowance';
import { generateAction } from './generate';
import { noticesAction } from './notices';
import { pagesAction } from './pages';
import { publishAction } from './publish';
import { replanAction } from './replan';
import { spotChecksAction } from './spot-checks';
import { statisticsAction } from './statistics';
import { substitutesAction } from './substitutes';

export const actions: readonly Action[] = [generateAction, replanAction, publishAction, pagesAction, noticesAction, statisticsAction, substitutesAction, spotChecksAction, allowanceAction];
