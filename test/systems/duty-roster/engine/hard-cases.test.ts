/** The cases that a roster must answer well: nobody there, too few, everything at once. */
import { toISO } from '../../../../src/kernel/date';
import { explainUnfilled, solveRoster, solveRosterInSlices, type RosterProblem } from '../../../../src/systems/duty-roster/engine';
import { isFeasible } from '../../../../src/systems/duty-roster/engine/verify';
import { plainRoster } from '../../../support/plain-roster';
import { rosterInstance } from '../../../support/roster-instances';

const openDays = (problem: RosterProblem): readonly string[] => explainUnfilled(problem, solveRoster(problem)).map(({ day }) => toISO(problem.days[day]!.date));

test('one person and a gap of 3: every third day, the others open and explained', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 7, clerks: 1, minGap: 3 });
  const solution = solveRoster(problem);
  expect(solution.regular).toMatchObject({ status: 'optimal', vector: { unfilled: 4, minGap: 3, gapViolations: 0 }, bound: { unfilled: 4 } });
  expect(solution.duties).toEqual([[0], [-1], [-1], [0], [-1], [-1], [0]]);
  expect(explainUnfilled(problem, solution)).toEqual(
    [1, 2, 4, 5].map((day) => ({ day, obstacles: [{ clerk: 0, reason: 'gap', date: problem.days[[0, 0, 3, 3, 3, 6][day]!]!.date }] })),
  );
});

test('everybody on leave: the day stays open with each one’s reason', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 5, clerks: 4, minGap: 2, away: { 0: [2], 1: [2], 2: [2], 3: [2] } });
  const solution = solveRoster(problem);
  expect(solution.duties[2]).toEqual([-1]);
  expect(solution.regular).toMatchObject({ status: 'optimal', vector: { unfilled: 1 }, bound: { unfilled: 1 } });
  expect(explainUnfilled(problem, solution)).toEqual([{ day: 2, obstacles: [0, 1, 2, 3].map((clerk) => ({ clerk, reason: 'unavailable' })) }]);
});

test('nobody at all: every day open', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 3, clerks: 0, days: { 2: { pool: 'holiday', need: 2, festival: 0 } }, festivals: ['清明'] });
  const solution = solveRoster(problem);
  expect(solution.duties).toEqual([[-1], [-1], [-1, -1]]);
  expect([solution.regular.vector.unfilled, solution.holiday.vector.unfilled]).toEqual([2, 2]);
  expect(solution.regular.vector).toMatchObject({ rangeTotals: 0, rangeWeekday: 0, minGap: null, spacing: 0 });
});

test('a period without days', () => {
  const solution = solveRoster(plainRoster({ from: '2026-03-02', length: 0, clerks: 2 }));
  expect(solution.duties).toEqual([]);
  expect([solution.regular.status, solution.holiday.status, solution.chief.status]).toEqual(['optimal', 'optimal', 'optimal']);
});

test('mass leave: as few open days as can be, and nobody is free on them', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 14, clerks: 3, minGap: 3, away: { 1: [0, 1, 2, 3, 4, 5, 6, 7, 8], 2: [3, 4, 5, 6, 7, 8, 9, 10] } });
  const solution = solveRoster(problem);
  expect(solution.regular.status).toBe('optimal');
  for (const { obstacles } of explainUnfilled(problem, solution)) expect(obstacles).toHaveLength(3);
  expect(openDays(problem)).toHaveLength(solution.regular.bound.unfilled!);
});

test('caps that are too low leave days open, and say so', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 4, clerks: [{ cap: 1 }, { cap: 2 }], fixed: [{ day: 0, clerk: 0 }] });
  const solution = solveRoster(problem);
  expect(solution.regular.vector.unfilled).toBe(1);
  const [open] = explainUnfilled(problem, solution);
  expect(open!.obstacles).toEqual([{ clerk: 0, reason: 'cap' }, { clerk: 1, reason: 'cap' }]);
});

test('a fixed duty above the cap stays', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 3, clerks: [{ cap: 1 }, {}], fixed: [{ day: 0, clerk: 0 }, { day: 2, clerk: 0 }] });
  const solution = solveRoster(problem);
  expect(solution.duties).toEqual([[0], [1], [0]]);
  expect(solution.regular.verified).toBe(true);
});

describe('seven people (plain rotation would pin a weekday on each for ever)', () => {
  test.each([7, 14, 21])('%i people over 26 weeks: every weekday is shared', (clerks) => {
    const problem = plainRoster({ from: '2026-01-05', length: 182, clerks, minGap: 3 });
    const { regular } = solveRoster(problem);
    expect(regular).toMatchObject({ status: 'optimal', vector: { rangeTotals: 182 % clerks === 0 ? 0 : 1, rangeWeekday: 1, gapViolations: 0 } });
  });
});

test('a joiner whose credit is the mean gets what the others get', () => {
  const veterans = [24, 25, 24, 25, 24].map((total) => ({ weekdays: [total - 18, 3, 3, 3, 3, 3, 3] }));
  const problem = plainRoster({ from: '2026-01-05', length: 60, clerks: [...veterans, { weekdays: [6, 3, 3, 3, 3, 3, 3] }], minGap: 3 });
  const { duties, regular } = solveRoster(problem);
  expect(regular).toMatchObject({ status: 'optimal', vector: { rangeTotals: 1 } });
  expect([10, 11]).toContain(duties.filter((people) => people.includes(5)).length);
});

test('somebody who joins in the middle serves from then on only', () => {
  const problem = plainRoster({ from: '2026-01-05', length: 20, clerks: 4, away: { 3: Array.from({ length: 12 }, (_, day) => day) } });
  const { duties } = solveRoster(problem);
  expect(duties.slice(0, 12).flat()).not.toContain(3);
  expect(duties.slice(12).flat()).toContain(3);
});

describe('locks that contradict each other stay, and are counted', () => {
  test('too close', () => {
    const problem = plainRoster({ from: '2026-03-02', length: 6, clerks: 4, minGap: 3, fixed: [{ day: 1, clerk: 0 }, { day: 2, clerk: 0 }] });
    const solution = solveRoster(problem);
    expect(solution.duties.slice(1, 3)).toEqual([[0], [0]]);
    expect(solution.regular).toMatchObject({ verified: true, vector: { unfilled: 0, gapViolations: 1, minGap: 1 } });
  });

  test('twice on one day', () => {
    const problem = plainRoster({ from: '2026-03-02', length: 3, clerks: 3, days: { 1: { need: 2 } }, fixed: [{ day: 1, clerk: 0 }, { day: 1, clerk: 0 }] });
    const solution = solveRoster(problem);
    expect(solution.duties[1]).toEqual([0, 0]);
    expect(solution.regular).toMatchObject({ verified: true, vector: { unfilled: 0, gapViolations: 1, minGap: 0 } });
  });

  test('on a day of absence', () => {
    const problem = plainRoster({ from: '2026-03-02', length: 3, clerks: 3, away: { 0: [1] }, fixed: [{ day: 1, clerk: 0 }] });
    expect(solveRoster(problem)).toMatchObject({ duties: [[expect.any(Number)], [0], [expect.any(Number)]], regular: { verified: true } });
  });
});

test('a fixed name that is no clerk fills its slot and counts for nobody', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 2, clerks: 2, days: { 0: { need: 2 } }, fixed: [{ day: 0, clerk: -1 }, { day: 1, clerk: -1 }] });
  const solution = solveRoster(problem);
  expect(solution.duties[0]).toEqual([-1, expect.any(Number)]);
  expect(solution.duties[1]).toEqual([-1]);
  expect(solution.regular.vector).toMatchObject({ unfilled: 0, totals: 1 });
  expect(explainUnfilled(problem, solution)).toEqual([]);
});

test('what stands beyond the need stays', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 1, clerks: 2, fixed: [{ day: 0, clerk: 0 }, { day: 0, clerk: 1 }] });
  expect(solveRoster(problem)).toMatchObject({ duties: [[0, 1]], regular: { status: 'optimal', verified: true, vector: { unfilled: 0 } } });
});

describe('the gap reaches across pools and over both ends of the period', () => {
  const days = { 3: { pool: 'holiday', need: 1, festival: 0 } } as const;
  const problem = plainRoster({ from: '2026-03-02', length: 7, clerks: 5, minGap: 3, days, festivals: ['清明'] });
  const first = problem.days[0]!.date;
  const bordered: RosterProblem = {
    ...problem,
    clerks: problem.clerks.map((clerk, index) => ({ ...clerk, neighbours: index === 0 ? [(first - 1) as typeof first, (first + 7) as typeof first] : [] })),
  };

  test('nobody serves within three days of a holiday duty', () => {
    const { duties } = solveRoster(problem);
    const holiday = duties[3]![0]!;
    expect([1, 2, 4, 5].flatMap((day) => duties[day]!)).not.toContain(holiday);
  });

  test('nor of a duty before or after', () => {
    const { duties, regular } = solveRoster(bordered);
    expect([0, 1, 5, 6].flatMap((day) => duties[day]!)).not.toContain(0);
    expect(regular.vector.gapViolations).toBe(0);
  });
});

describe('numbers beyond exact arithmetic', () => {
  const problem = plainRoster({ from: '2026-03-02', length: 12, clerks: [{ weekdays: [2_000_000_000, 0, 0, 0, 0, 0, 0] }, {}, {}, {}], minGap: 3 });

  test('give a roster all the same, and claim nothing', () => {
    const solution = solveRoster(problem);
    expect(solution.regular).toMatchObject({ status: 'unproven', proof: 'none', bound: {}, verified: true, vector: { unfilled: 0 } });
    expect(solution.duties.flat()).not.toContain(0);
  });

  test('where the model cannot hold them, its proof is not believed', () => {
    const wrapped = plainRoster({ from: '2026-03-02', length: 4, clerks: [{ weekdays: [2 ** 32 + 1, 0, 0, 0, 0, 0, 0] }, {}] });
    expect(solveRoster(wrapped).regular).toMatchObject({ status: 'unproven', proof: 'none', bound: {}, verified: true });
  });

  test('also where the gap cannot be met without loss', () => {
    const tight: RosterProblem = { ...problem, minGap: 4 };
    const solution = solveRoster(tight);
    expect(isFeasible(tight, solution.duties)).toBe(true);
    expect(solution.regular.vector.gapViolations).toBe(0);
  });
});

test('除夕/初一 in two festivals are no tree: the pool is solved, nothing is claimed', () => {
  const holiday = { pool: 'holiday', need: 1, newYear: true } as const;
  const problem = plainRoster({ from: '2026-03-02', length: 4, clerks: 3, days: { 0: { ...holiday, festival: 0 }, 2: { ...holiday, festival: 1 } }, festivals: ['春节', '清明'] });
  expect(solveRoster(problem).holiday).toMatchObject({ status: 'unproven', proof: 'none', verified: true, vector: { unfilled: 0 } });
});

describe('in slices', () => {
  test('the same comes out, and what is being done is told', () => {
    const problem = rosterInstance({ people: 5, days: 55, seed: 1, minGap: 4, leave: 4, pins: 1 });
    const stages = new Set<string>();
    const slices = solveRosterInSlices(problem);
    let step = slices.next(undefined);
    for (; !step.done; step = slices.next(undefined)) stages.add('stage' in step.value ? step.value.stage : 'program');
    expect([...stages]).toEqual(expect.arrayContaining(['holiday cases', 'regular flow', 'regular gap', 'regular cases', 'regular chains', 'program']));
    expect(step.value).toEqual(solveRoster(problem));
  });

  test('a driver can give up at any time', () => {
    const slices = solveRosterInSlices(rosterInstance({ people: 30, days: 200, seed: 1 }));
    expect(slices.next().done).toBe(false);
    expect(slices.return(null as never).done).toBe(true);
  });

  test('a clock is read for the times, and for nothing else', () => {
    const problem = rosterInstance({ people: 5, days: 20, seed: 1 });
    let now = 0;
    const timed = solveRoster(problem, () => (now += 1));
    expect(timed.ms).toEqual({ chief: 1, holiday: 2, regular: 2 });
    expect({ ...timed, ms: null }).toEqual({ ...solveRoster(problem), ms: null });
  });
});
