/** HiGHS (WebAssembly), loaded when a roster first asks for it; it works offline, beside the program's own files. */
import type { Highs } from 'highs';
import type { IntegerProgram, ProgramAnswer } from '../kernel/solver';

let loading: Promise<Highs | null> | undefined;

/** null: this engine has no WebAssembly, or the file is not there. */
function load(): Promise<Highs | null> {
  loading ??= import(/* webpackMode: "eager" */ 'highs').then(({ default: loadHighs }) => loadHighs()).catch(() => null);
  return loading;
}

/** Solves a program; undefined where there is no solver. Its limits are counts, never time. */
export async function solveProgram({ text, nodes, iterations }: IntegerProgram): Promise<ProgramAnswer | undefined> {
  const highs = await load();
  if (!highs) return undefined;
  const result = highs.solve(text, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: nodes, simplex_iteration_limit: iterations });
  if (result.Status === 'Infeasible') return { status: 'infeasible', objective: NaN, ones: new Set() };
  if (result.Status !== 'Optimal') return { status: 'limit', objective: NaN, ones: new Set() };
  const ones = Object.entries(result.Columns).flatMap(([name, column]) => ('Primal' in column && column.Primal > 0.5 ? [name] : []));
  return { status: 'optimal', objective: result.ObjectiveValue, ones: new Set(ones) };
}
