export { counterfactual, obstaclesOn, type Counterfactual, type Obstacle } from './explain';
export { solveRoster, solveRosterInSlices } from './solve';
export type * from './problem';
