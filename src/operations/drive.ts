/** Drives a computation in slices: progress is told, cancelling is asked for, a solver answers if there is one. */
import type { InSlices, Progress } from '../kernel/slices';
import type { DrivePorts } from './ports';

/** The computation was given up. */
export class Cancelled extends Error {
  constructor() {
    super('已取消');
    this.name = 'Cancelled';
  }
}

/** Runs to the end. Throws `Cancelled` between two slices when the port says so. */
export async function drive<Result>(slices: InSlices<Result>, ports: DrivePorts): Promise<Result> {
  let step = slices.next(undefined);
  while (!step.done) {
    if (ports.isCancelled?.()) throw new Cancelled();
    if ('program' in step.value) step = slices.next(await ports.milp?.(step.value.program));
    else {
      await tell(step.value, ports);
      step = slices.next(undefined);
    }
  }
  return step.value;
}

async function tell(progress: Progress, { onProgress }: DrivePorts): Promise<void> {
  await onProgress?.(progress);
}
