/** What a clerk can run in the duty room. */
import type { Action } from '../../../ledger/action';
import { generateAction } from './generate';

export const actions: readonly Action[] = [generateAction];
