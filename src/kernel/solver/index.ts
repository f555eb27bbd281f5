export { cases, checkProof, type Clash, type ProofTree } from './branching';
export { checkCertificate } from './certificate';
export { solveFlow, solveFlowInSlices } from './flow';
export { isChange, LEVEL, LEVEL_COUNT, nodeNumbers, type Bucket, type FlowColumn, type FlowModel, type FlowSolution } from './model';
export { LevelProgram, type IntegerProgram, type ProgramAnswer } from './program';
export { SeededRandom } from './random';
export { exactWeights, levelWeights, withLowHistory } from './weights';
