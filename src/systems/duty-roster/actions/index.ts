/** What a clerk can run in the duty room. */
import type { Action } from '../../../ledger/action';
import { generateAction } from './generate';
import { publishAction } from './publish';
import { replanAction } from './replan';

export const actions: readonly Action[] = [generateAction, replanAction, publishAction];
