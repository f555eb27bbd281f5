/**
 * A naive recount from the written sheets alone, sharing nothing with the room: dates as numbers of days, shares as
 * fractions of two bigints, every rule of the contract spelled out once more.
 */
import type { Json, Sheets, Cells } from './harness';

export interface Counted {
  readonly name: string;
  readonly carried: number;
  readonly credit: number;
  readonly now: number;
  readonly total: number;
  readonly weekdays: readonly number[];
  readonly holiday: number;
}

type Share = readonly [bigint, bigint];
const plus = ([a, b]: Share, [c, d]: Share): Share => [a * d + c * b, b * d];
const halfUp = ([a, b]: Share): number => {
  const doubled = 2n * a + b;
  return Number((doubled - (((doubled % (2n * b)) + 2n * b) % (2n * b))) / (2n * b));
};
const whole = ([a, b]: Share): number => Number((a - (((a % b) + b) % b)) / b);

const number = (iso: string): number => Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8))) / 86_400_000;
const weekday = (date: number): number => (((date + 3) % 7) + 7) % 7;
export function dateOf(cell: unknown): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'string') return number(cell);
  return (cell as { date: number }).date;
}
const names = (row: Json | Cells): string[] => [row['值班人员'], row['值班人员二']].flatMap((cell) => (cell === null || cell === undefined || cell === '' ? [] : String(cell).split('、')));

export interface Recount {
  readonly rows: readonly Counted[];
  readonly totals: number;
  readonly weekday: number;
  readonly weekend: number;
  readonly holidaySquares: number;
  readonly rangeTotals: number;
  readonly rangeWeekday: number;
  readonly gapViolations: number;
  readonly minGap: number | null;
}

/** `after`: every row of 值班表 as written, earlier ones included. `isHoliday` by 日期类型 of the rows, or by the dates given. */
export function recount(sheets: Sheets, after: readonly Json[], from: string, to: string, gap: number, holidays: ReadonlySet<number>): Recount {
  const [first, last] = [number(from), number(to)];
  const staff = sheets['人员']!.filter((row) => row['是否文秘'] === '是' && row['可排值班'] !== '否');
  const span = (row: Cells): readonly [number, number] => [dateOf(row['到办日期']) ?? -Infinity, (dateOf(row['离办日期']) ?? Infinity) - 1];
  const inPost = (row: Cells, date: number): boolean => span(row)[0] <= date && date <= span(row)[1];
  const clerks = staff.filter((row) => {
    for (let date = first; date <= last; date += 1) if (inPost(row, date)) return true;
    return false;
  });
  // whole days away, joined; runs of thirty or more are long
  const long = new Map<string, Set<number>>();
  for (const row of staff) {
    const away = new Set<number>();
    for (const leave of sheets['请假'] ?? []) if (leave['姓名'] === row['姓名']) for (let date = dateOf(leave['开始日期'])!; date <= dateOf(leave['结束日期'])!; date += 1) away.add(date);
    const days = new Set<number>();
    for (const date of away) {
      let [a, b] = [date, date];
      while (away.has(a - 1)) a -= 1;
      while (away.has(b + 1)) b += 1;
      if (b - a + 1 >= 30) days.add(date);
    }
    long.set(String(row['姓名']), days);
  }
  const swaps = (sheets['调换班'] ?? []).filter((row) => row['批准人'] && row['撤销'] !== '是');
  const served = new Map<number, string[]>();
  for (const row of after) {
    const date = dateOf(row['日期'])!;
    let list = names(row);
    for (const swap of swaps) if (dateOf(swap['原日期']) === date) list = list.map((name) => (name === swap['原值班人'] ? String(swap['顶替人']) : name));
    served.set(date, list);
  }
  const openings = new Map((sheets['值班期初'] ?? []).map((row) => [String(row['姓名']), row]));
  const have = clerks.filter((row) => openings.has(String(row['姓名'])));
  const untils = have.flatMap((row) => dateOf(openings.get(String(row['姓名']))!['截至日期']) ?? []);
  const since = (sheets['参数'] ?? []).find((row) => row['键'] === '起算日');
  const firstRow = Math.min(first, ...[...served.keys()]);
  const titles = ['周一', '周二', '周三', '周四', '周五', '周六', '周日', '假期'];
  const rows = clerks.map((row): Counted => {
    const name = String(row['姓名']);
    const own = openings.get(name);
    const start = (own && dateOf(own['截至日期'])) ?? (untils.length > 0 ? Math.max(...untils) : since ? number(String(since['值'])) - 1 : firstRow - 1);
    const counts = titles.map((title) => Number(own?.[title] ?? 0));
    for (const [date, list] of served) if (date > start && date < first && list.includes(name)) counts[holidays.has(date) ? 7 : weekday(date)]! += 1;
    const exact = titles.map((title, index): Share => {
      const mean: Share = own || have.length === 0 ? [0n, 1n] : [BigInt(have.reduce((sum, one) => sum + Number(openings.get(String(one['姓名']))![title] ?? 0), 0)), BigInt(have.length)];
      return plus([BigInt(counts[index]!), 1n], mean);
    });
    const carried = counts.slice(0, 7).reduce((sum, count) => sum + count, 0) + halfUp(exact.slice(0, 7).reduce((sum, share, index) => plus(sum, plus(share, [BigInt(-counts[index]!), 1n])), [0n, 1n] as Share));
    for (let date = start + 1; date <= last; date += 1) {
      const can = (one: Cells): boolean => inPost(one, date) && !long.get(String(one['姓名']))!.has(date);
      if (can(row)) continue;
      const k = date < first ? (served.get(date)?.length ?? 0) : holidays.has(date) ? 2 : 1;
      const n = staff.filter(can).length;
      if (k === 0 || n === 0) continue;
      const index = holidays.has(date) ? 7 : weekday(date);
      exact[index] = plus(exact[index]!, [BigInt(k), BigInt(n)]);
    }
    const week = exact.slice(0, 7);
    const total = halfUp(week.reduce(plus, [0n, 1n] as Share));
    const weekdays = week.map(whole);
    let left = total - weekdays.reduce((sum, count) => sum + count, 0);
    const order = week.map((share, index) => ({ index, rest: plus(share, [BigInt(-weekdays[index]!), 1n]) })).sort((a, b) => (a.rest[0] * b.rest[1] < b.rest[0] * a.rest[1] ? 1 : a.rest[0] * b.rest[1] > b.rest[0] * a.rest[1] ? -1 : a.index - b.index));
    for (const { index } of order) {
      if (left === 0) break;
      weekdays[index]! += 1;
      left -= 1;
    }
    let now = 0;
    let holiday = halfUp(exact[7]!);
    for (const [date, list] of served) {
      if (date < first || date > last || !list.includes(name)) continue;
      if (holidays.has(date)) holiday += 1;
      else {
        now += 1;
        weekdays[weekday(date)]! += 1;
      }
    }
    return { name, carried, credit: total - carried, now, total: total + now, weekdays, holiday };
  });
  const square = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
  const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const gaps = clerks.flatMap((row) => {
    const dates = [...served].filter(([date, list]) => date <= last && list.includes(String(row['姓名']))).map(([date]) => date).sort((a, b) => a - b);
    return dates.slice(1).flatMap((date, index) => (date >= first ? [date - dates[index]!] : []));
  });
  return {
    rows,
    totals: square(rows.map(({ total }) => total)),
    weekday: square(rows.flatMap(({ weekdays }) => weekdays)),
    weekend: square(rows.map(({ weekdays }) => weekdays[5]! + weekdays[6]!)),
    holidaySquares: square(rows.map(({ holiday }) => holiday)),
    rangeTotals: range(rows.map(({ total }) => total)),
    rangeWeekday: Math.max(...[0, 1, 2, 3, 4, 5, 6].map((day) => range(rows.map(({ weekdays }) => weekdays[day]!)))),
    gapViolations: gaps.filter((one) => one < gap).length,
    minGap: gaps.length === 0 ? null : Math.min(...gaps),
  };
}
