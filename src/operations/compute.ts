/** Everything between a snapshot and a plan: pure, host-free, the same in a worker, in Node and in a test. */
import { atOnce, isInSlices, type InSlices } from '../kernel/slices';
import type { CivilDate } from '../kernel/date';
import type { Action, Outcome } from '../ledger/action';
import type { Issue } from '../ledger/issue';
import type { RegisteredAction, Registry } from '../ledger/registry';
import { Digest } from '../kernel/digest';
import { digestOfSheet } from '../workbook/digest';
import { diff, type Plan } from '../workbook/diff';
import type { Report } from '../workbook/report';
import { findSheet, type Snapshot } from '../workbook/snapshot';
import { RunContext } from './context';
import { protectionIssues } from './protection';

export interface RunRequest {
  readonly entry: RegisteredAction;
  /** Typed values of every parameter. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Overrides of 参数 by key. */
  readonly settings: ReadonlyMap<string, unknown>;
  readonly acceptErrors: boolean;
  /** Edited sheets of ours that may be replaced. */
  readonly replaceEdited?: readonly string[];
  /** Milliseconds, for measuring only. */
  readonly clock?: () => number;
}

export interface Computation {
  /** Values of the parameters; of those not given what 参数 says, on the first day of the period if there is one. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly outcome: Outcome;
  readonly issues: readonly Issue[];
  /** Errors stand in the way of writing, a sheet is protected, or the action refused its parameters. */
  readonly blocked: boolean;
  /** Empty when blocked. */
  readonly plan: Plan;
}

const NO_PLAN: Plan = { changes: [], sheets: [], taken: [] };

/** Runs an action on a snapshot at once and compares its report with what stands. Writes nothing. */
export function compute(registry: Registry, snapshot: Snapshot, request: RunRequest): Computation {
  return atOnce(computeInSlices(registry, snapshot, request));
}

/** The same in slices, for a driver that shows progress, gives up, or has a solver to ask. */
export function* computeInSlices(registry: Registry, snapshot: Snapshot, request: RunRequest): InSlices<Computation> {
  const context = new RunContext(registry, snapshot, {
    overrides: request.settings,
    acceptsErrors: request.acceptErrors,
    ...(request.clock ? { clock: request.clock } : {}),
  });
  const { action } = request.entry;
  const started = action.run(context, request.values as never);
  const outcome = isInSlices(started) ? yield* started : started;
  const values = effectiveValues(action, request.values, context);
  const refused = outcome.refusal !== undefined || (context.issues.hasErrors && !request.acceptErrors && !action.writesDespiteErrors);
  const proposed = refused ? NO_PLAN : diff(outcome.report, snapshot, { input: inputDigest(context, outcome.report), ...(request.replaceEdited ? { replaceEdited: request.replaceEdited } : {}) });
  const locked = protectionIssues(proposed, snapshot, action.clause);
  for (const issue of locked) context.report(issue);
  const blocked = refused || locked.length > 0;
  const plan = blocked ? NO_PLAN : proposed;
  for (const taken of plan.taken) {
    context.report({
      code: `sheet/${taken.reason}`,
      severity: 'warning',
      sheet: taken.title,
      cell: '',
      message: taken.reason === 'edited' ? `工作表“${taken.title}”生成后被手工改过,已保留;新的结果写入“${taken.written}”` : `已有一张不是由本程序生成的工作表“${taken.title}”,已保留;结果写入“${taken.written}”`,
      remedy: '不需要旧表时请删除或改名,再运行一次',
      clause: action.clause,
    });
  }
  return { values, outcome, issues: context.issues.sorted(), blocked, plan };
}

function effectiveValues({ parameters }: Action, given: Readonly<Record<string, unknown>>, context: RunContext): Readonly<Record<string, unknown>> {
  const from = parameters['from']?.type === 'date' ? (given['from'] as CivilDate) : undefined;
  return Object.fromEntries(Object.entries(parameters).map(([name, { setting }]) => [name, given[name] ?? (setting ? context.setting(setting, from) : given[name])]));
}

/** Digest of the sheets that were read, less those that the report writes into. */
export function inputDigest(context: RunContext, report: Report): string {
  const written = new Set(report.ledgers.map((block) => block.sheet));
  const digest = new Digest();
  for (const name of context.reader.sheetsRead()) {
    const sheet = written.has(name) ? undefined : findSheet(context.snapshot, name);
    if (sheet) digest.add(`${name}:${digestOfSheet(sheet)}`);
  }
  return digest.hex();
}
