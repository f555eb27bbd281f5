import { defineAction } from '../../../ledger/action';
import { parameter } from '../../../ledger/parameter';
import { REPLAN_MODES } from '../reading/roster-case';
import { ROSTER_INPUTS, ROSTER_NEEDS, ROSTER_PARAMETERS, runRoster } from './roster-run';

export const REPLAN_ACTION = 'duty-roster/replan';

/** Somebody is away, a leader's day moved, a lock was added, a holiday was announced: the roster that stands, changed as little as asked (值班-四(一)). */
export const replanAction = defineAction({
  id: 'replan',
  title: '调整值班表',
  help: '请假、离岗、领导换日子、新公布放假之后,尽量少动地调整已排(包括已发布)的值班,并出调整通知',
  clause: '值班-四(一)',
  parameters: {
    ...ROSTER_PARAMETERS,
    mode: parameter.choice('方式', 'fewest=总次数公平后改动最少;freeze=改动最少;fairest=重新公平排定', REPLAN_MODES, 'fewest'),
  },
  inputs: ROSTER_INPUTS,
  needs: ROSTER_NEEDS,
  uses: ['milp'],
  run: (context, values) => runRoster(context, REPLAN_ACTION, values, values.mode),
});
