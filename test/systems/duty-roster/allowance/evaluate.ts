/** Computes the formulas of a sheet anew: sums, products, ROUND, MAX and SUM over a stretch, nothing else. */
import { fromA1, toA1 } from '../../../../src/workbook/address';
import type { SheetContent } from '../../../../src/workbook/content';

export function evaluate(content: SheetContent): { readonly checked: number; readonly different: readonly string[] } {
  const valueAt = (address: string): number => {
    const { row, column } = fromA1(address)!;
    const value = content.rows[row]?.[column]?.value ?? 0;
    if (typeof value === 'number') return value;
    return typeof value === 'object' && value.kind === 'formula' ? compute(value.formula) : 0;
  };
  const stretch = (from: string, to: string): number => {
    const [a, b] = [fromA1(from)!, fromA1(to)!];
    let sum = 0;
    for (let row = a.row; row <= b.row; row += 1) for (let column = a.column; column <= b.column; column += 1) sum += valueAt(toA1(row, column));
    return sum;
  };
  const plain = (text: string): number =>
    text.split('+').reduce((sum, part) => sum + part.split('-').reduce<number | null>((left, factor) => {
      const value = factor.split('*').reduce((product, one) => product * (/^\d/.test(one) ? Number(one) : valueAt(one)), 1);
      return left === null ? value : left - value;
    }, null)!, 0);
  const compute = (formula: string): number => {
    const sum = /^SUM\((\w+):(\w+)\)$/.exec(formula);
    if (sum) return stretch(sum[1]!, sum[2]!);
    const round = /^ROUND\((.*),2\)$/.exec(formula);
    if (round) return Math.round(compute(round[1]!) * 100) / 100;
    const max = /^MAX\(0,(.*)\)$/.exec(formula);
    return max ? Math.max(0, compute(max[1]!)) : plain(formula);
  };
  const different: string[] = [];
  let checked = 0;
  content.rows.forEach((row, index) =>
    row.forEach((cell, column) => {
      const value = cell?.value;
      if (typeof value !== 'object' || value === null || value.kind !== 'formula') return;
      checked += 1;
      const anew = compute(value.formula);
      if (anew !== value.value) different.push(`${toA1(index, column)} =${value.formula} ${String(value.value)} ${anew}`);
    }),
  );
  return { checked, different };
}
