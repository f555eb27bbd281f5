import { defineAction } from '../../../ledger/action';
import { ROSTER_INPUTS, ROSTER_NEEDS, ROSTER_PARAMETERS, runRoster } from './roster-run';

export const GENERATE_ACTION = 'duty-roster/generate';

/** The roster of a period (值班-一, 值班-二, 值班-四): published rows stay, everything else that is not fixed is made anew. */
export const generateAction = defineAction({
  id: 'generate',
  title: '生成值班表',
  help: '按公平目标排一段时间的值班和带班,合并到值班表,生成公平性表和打印页',
  clause: '值班-四(一)',
  parameters: ROSTER_PARAMETERS,
  inputs: ROSTER_INPUTS,
  needs: ROSTER_NEEDS,
  uses: ['milp'],
  run: (context, values) => runRoster(context, GENERATE_ACTION, values, null),
});
