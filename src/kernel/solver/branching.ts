/**
 * Proof by cases. Some pairs of columns cannot be taken by one person, which the flow does not know. A case says of one
 * person and one column: he does not take it, or he does, and then none of the columns that clash with it. Every solution
 * without clashes falls under one of the two; the flow's optimum is a bound for each, the least of all cases for the whole.
 */
import { checkCertificate } from './certificate';
import type { FlowModel, FlowSolution } from './model';

export type ProofTree =
  | { readonly solution: FlowSolution }
  | {
      readonly person: number;
      readonly column: number;
      /** He does not take it. */
      readonly without: ProofTree;
      /** He takes it. */
      readonly having: ProofTree;
    };

export type Clash = (column: number, other: number) => boolean;

/** The model of a case: the person may no longer take the columns. Shares what does not change. */
function forbid(model: FlowModel, person: number, isForbidden: (column: number) => boolean): FlowModel {
  const columns = model.columns.map((column, index) => {
    if (column.available[person] !== 1 || !isForbidden(index)) return column;
    const available = Uint8Array.from(column.available);
    available[person] = 0;
    return { ...column, available };
  });
  return { ...model, columns };
}

/** The two cases of a person and a column. */
export function cases(model: FlowModel, clash: Clash, person: number, column: number): { readonly without: FlowModel; readonly having: FlowModel } {
  return {
    without: forbid(model, person, (other) => other === column),
    having: forbid(model, person, (other) => other !== column && clash(column, other)),
  };
}

/**
 * Checks a proof by cases with the certificate of every flow in it. Returns the levels that no solution without clashes can
 * beat; null if some flow proves nothing.
 */
export function checkProof(model: FlowModel, clash: Clash, tree: ProofTree): readonly number[] | null {
  if ('solution' in tree) return checkCertificate(model, tree.solution);
  const { without, having } = cases(model, clash, tree.person, tree.column);
  const first = checkProof(without, clash, tree.without);
  const second = first && checkProof(having, clash, tree.having);
  return first && second && (isLess(second, first) ? second : first);
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((level, index) => level !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}
