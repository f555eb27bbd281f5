/** Tiny seeded distribution models of every shape, and their best levels found by trying everything. */
import { LEVEL, LEVEL_COUNT, SeededRandom, type Bucket, type Clash, type FlowColumn, type FlowModel } from '../../src/kernel/solver';

export function tinyFlow(seed: number): FlowModel {
  const random = new SeededRandom(seed * 7 + 3);
  const percent = (share: number): boolean => random.below(100) < share;
  const people = 1 + random.below(4);
  const buckets: Bucket[] = Array.from({ length: random.below(5) }, (_, index) => ({
    parent: percent(50) ? -1 : random.below(index + 1) - 1,
    level: [LEVEL.second, LEVEL.third, null][random.below(3)]!,
    limit: percent(25) ? 1 + random.below(2) : null,
  }));
  const columns = Array.from({ length: 1 + random.below(people > 3 ? 4 : 5) }, (): FlowColumn => {
    const preferred = percent(40) ? Uint8Array.from({ length: people }, () => (percent(40) ? 1 : 0)) : null;
    return {
      bucket: random.below(buckets.length + 1) - 1,
      need: percent(30) ? 2 : 1,
      available: Uint8Array.from({ length: people }, () => (percent(70) ? 1 : 0)),
      preferred,
      wantsPreferred: preferred !== null && percent(70),
    };
  });
  const least = percent(10) ? -2 : 0;
  const people01 = (share: number): Uint8Array => Uint8Array.from({ length: people }, () => (percent(share) ? 1 : 0));
  return {
    people,
    buckets,
    totals: Int32Array.from({ length: people }, () => least + random.below(5)),
    counts: Int32Array.from({ length: people * buckets.length }, () => least + random.below(4)),
    capacity: Int32Array.from({ length: people }, () => (percent(30) ? random.below(3) : columns.length)),
    ...withStanding(columns, percent, () => people01(40)),
  };
}

/** Half of the models know who stands where, and count changes at one of two levels. */
function withStanding(columns: readonly FlowColumn[], percent: (share: number) => boolean, stand: () => Uint8Array): Pick<FlowModel, 'columns' | 'changesLevel'> {
  if (percent(50)) return { columns };
  return { columns: columns.map((column) => (percent(70) ? { ...column, standing: stand() } : column)), changesLevel: percent(50) ? LEVEL.changesFirst : LEVEL.changesThen };
}

/** The cost of an assignment, straight from the definition. */
export function costOf(model: FlowModel, assigned: readonly (readonly number[])[]): readonly number[] {
  const levels = new Array<number>(LEVEL_COUNT).fill(0);
  const totals = [...model.totals];
  const counts = [...model.counts];
  model.columns.forEach(({ bucket: lowest, preferred, wantsPreferred, standing }, column) => {
    const people = assigned[column]!;
    for (const person of people) {
      if (person < 0) levels[LEVEL.unfilled]! += 1;
      else {
        totals[person]! += 1;
        for (let bucket = lowest; bucket >= 0; bucket = model.buckets[bucket]!.parent) counts[person * model.buckets.length + bucket]! += 1;
      }
      if (preferred && (person < 0 || preferred[person] !== 1)) levels[LEVEL.others]! += 1;
      if (standing && (person < 0 || standing[person] !== 1)) levels[model.changesLevel!]! += 1;
    }
    if (wantsPreferred && !people.some((person) => person >= 0 && preferred![person] === 1)) levels[LEVEL.preferredMissing]! += 1;
  });
  for (const total of totals) levels[LEVEL.totals]! += total * total;
  counts.forEach((count, at) => {
    const { level } = model.buckets[at % model.buckets.length]!;
    if (level !== null) levels[level]! += count * count;
  });
  return levels;
}

/** Lexicographic order. */
export function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** The best levels of a model; with `clash`, of the assignments in which nobody takes two columns that clash. */
export function bruteFlow(model: FlowModel, clash: Clash = () => false): readonly number[] {
  const assigned = model.columns.map((): number[] => []);
  const given = new Array<number>(model.people).fill(0);
  const inBucket = new Array<number>(model.counts.length).fill(0);
  const units = model.columns.flatMap(({ need }, column) => new Array<number>(need).fill(column));
  let best: readonly number[] | null = null;
  const path = (person: number, column: number): number[] => {
    const at: number[] = [];
    for (let { bucket } = model.columns[column]!; bucket >= 0; bucket = model.buckets[bucket]!.parent) at.push(person * model.buckets.length + bucket);
    return at;
  };
  const fill = (unit: number): void => {
    if (unit === units.length) {
      const levels = costOf(model, assigned);
      if (!best || compare(levels, best) < 0) best = levels;
      return;
    }
    const column = units[unit]!;
    for (let person = -1; person < model.people; person += 1) {
      const at = person < 0 ? [] : path(person, column);
      if (person >= 0) {
        const limited = at.some((position) => inBucket[position]! >= (model.buckets[position % model.buckets.length]!.limit ?? Infinity));
        if (model.columns[column]!.available[person] !== 1 || given[person]! >= model.capacity[person]! || limited || assigned[column]!.includes(person)) continue;
        if (assigned.some((others, other) => other !== column && others.includes(person) && clash(column, other))) continue;
        given[person]! += 1;
        for (const position of at) inBucket[position]! += 1;
      }
      assigned[column]!.push(person);
      fill(unit + 1);
      assigned[column]!.pop();
      if (person < 0) continue;
      given[person]! -= 1;
      for (const position of at) inBucket[position]! -= 1;
    }
  };
  fill(0);
  return best!;
}
