/**
 * An independent recount, as slow and plain as the sentences of the contract: no code of the room, decimals as
 * integers in hundredths. Rows are what a ledger says; people have posts by date.
 */
export interface PlainRow {
  /** yyyy-mm-dd */
  readonly date: string;
  /** null: the section itself */
  readonly person: string | null;
  readonly section: string | null;
  readonly code: string;
  readonly quantity: number;
  readonly state: string;
  readonly slot: '上午' | '下午' | '全天' | null;
}

export interface PlainPerson {
  readonly name: string;
  /** Posts by first day, the earliest first. */
  readonly posts: readonly (readonly [from: string, section: string])[];
  readonly left: string | null;
}

export interface PlainScore {
  readonly quarterPlus: number;
  readonly quarterMinus: number;
  readonly yearPlus: number;
  readonly yearMinus: number;
}

const SCORES: Readonly<Record<string, number>> = {
  '督查-三(一)a': -100, '督查-三(一)b': -100, '督查-三(二)': -500, '督查-三(三)a': -200, '督查-三(三)b': -200, '督查-三(三)c': -200, '督查-三(三)d': -100, '督查-三(三)e': -100, '督查-三(三)f': -200,
  '督查-三(三)g': -300, '督查-三(三)h': -200, '督查-三(三)i': -300, '督查-三(三)j': -300, '督查-三(三)k': -100, '督查-三(三)l': -100, '督查-三(四)a': 500, '督查-三(四)b': 300, '督查-三(四)c': 200,
  '督查-三(四)d': 300, '督查-三(五)': -200,
};

export function sectionOf(person: PlainPerson, date: string): string {
  return person.posts.filter(([from]) => from <= date).at(-1)?.[1] ?? person.posts[0]![1];
}

/** What a section's own row of absence scores: it stands for itself. */
function alone({ code, quantity }: PlainRow): number {
  return code === '督查-三(三)f' ? -200 * quantity : -300 * Math.floor(quantity) - (Number.isInteger(quantity) ? 0 : 200);
}

/** Sums of one person over the rows that are his, or of the rows of a section itself. */
function sumsOf(rows: readonly PlainRow[], quarterFrom: string, to: string): PlainScore {
  const year = to.slice(0, 4);
  const mine = rows.filter((row) => row.date.slice(0, 4) === year && row.date <= to);
  const amounts: { date: string; points: number }[] = [];
  for (const date of new Set(mine.map((row) => row.date))) {
    const today = mine.filter((row) => row.date === date);
    for (const row of today) if (!['督查-三(三)f', '督查-三(三)g', '督查-三(二)'].includes(row.code)) amounts.push({ date, points: SCORES[row.code]! * row.quantity });
    // named halves are a set, all other half-days a sum
    const named = new Set<string>();
    let others = 0;
    for (const row of today.filter(({ code }) => code === '督查-三(三)f' || code === '督查-三(三)g')) {
      if (row.person === null) {
        amounts.push({ date, points: alone(row) });
        continue;
      }
      const halfDays = row.code === '督查-三(三)f' ? row.quantity : row.quantity * 2;
      const wholeDay = row.slot === '全天' || (row.slot === null && row.code === '督查-三(三)g' && row.quantity === 1);
      const halves = wholeDay ? ['上午', '下午'] : row.slot === null ? [] : [row.slot];
      if (halfDays < halves.length) others += halfDays;
      else {
        halves.forEach((half) => named.add(half));
        others += halfDays - halves.length;
      }
    }
    const total = named.size + others;
    if (total > 0) amounts.push({ date, points: -300 * Math.floor(total / 2) - 200 * (total % 2) });
  }
  const yearly = mine.filter(({ code }) => code === '督查-三(二)').map(({ date }) => date).sort()[0];
  if (yearly !== undefined) amounts.push({ date: yearly, points: -500 });
  const sum = (sign: 1 | -1, from: string): number => Math.abs(amounts.filter(({ date, points }) => date >= from && points * sign > 0).reduce((total, { points }) => total + points, 0)) / 100;
  return { quarterPlus: sum(1, quarterFrom), quarterMinus: sum(-1, quarterFrom), yearPlus: sum(1, `${year}-01-01`), yearMinus: sum(-1, `${year}-01-01`) };
}

/** Sums by person and by section; `draft` counts every state but 作废. */
export function recount(rows: readonly PlainRow[], people: readonly PlainPerson[], sections: readonly string[], year: number, quarter: number, draft: boolean) {
  const month = (value: number): string => String(value).padStart(2, '0');
  const from = `${year}-${month(quarter * 3 - 2)}-01`;
  const to = `${year}-${month(quarter * 3)}-31`;
  const counting = rows.filter(({ state }) => state === '议定' || state === '公示' || (draft && state !== '作废'));
  const persons = new Map(people.map((person) => [person.name, sumsOf(counting.filter((row) => row.person === person.name), from, to)]));
  const add = (a: PlainScore, b: PlainScore): PlainScore => ({ quarterPlus: a.quarterPlus + b.quarterPlus, quarterMinus: a.quarterMinus + b.quarterMinus, yearPlus: a.yearPlus + b.yearPlus, yearMinus: a.yearMinus + b.yearMinus });
  const bySection = new Map(
    sections.map((name) => {
      const direct = sumsOf(counting.filter((row) => row.person === null && row.section === name), from, to);
      // a person's yearly item counts where he was on the first of its days: recount him whole, then keep what is of this section
      const parts = people.map((person) => {
        const mine = counting.filter((row) => row.person === person.name);
        const yearly = mine.filter(({ code, date }) => code === '督查-三(二)' && date.startsWith(String(year))).sort((a, b) => (a.date < b.date ? -1 : 1))[0];
        return sumsOf(mine.filter((row) => sectionOf(person, row.date) === name && (row.code !== '督查-三(二)' || row.date === yearly?.date)), from, to);
      });
      return [name, parts.reduce(add, direct)] as const;
    }),
  );
  return { persons, sections: bySection };
}
