export { counterfactual, explainUnfilled, obstaclesOn, type Counterfactual, type Obstacle, type OpenDayReasons } from './explain';
export { shortages, type Shortage } from './shortage';
export { solveRoster, solveRosterInSlices } from './solve';
export type * from './problem';
