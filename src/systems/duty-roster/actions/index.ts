/** What a clerk can run in the duty room. */
import type { Action } from '../../../ledger/action';
import { generateAction } from './generate';
import { publishAction } from './publish';
import { replanAction } from './replan';
import { substitutesAction } from './substitutes';

export const actions: readonly Action[] = [generateAction, replanAction, publishAction, substitutesAction];
