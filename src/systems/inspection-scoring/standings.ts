/** Who is listed, and how they stand: scores, ranks, order (workbook contract, section 6). */
import { addDays, type CivilDate } from '../../kernel/date';
import type { Period } from '../../kernel/period';
import type { People, Person, Sections } from '../office/facts';
import { perHead } from './points';
import { orderByRank, ranksOf } from './ranking';
import { BASE_POINTS } from './score-table';
import { isSubject } from './subjects';
import type { Sums, Tally } from './tally';

export interface Standing {
  readonly sums: Readonly<Sums>;
  /** 得分 */
  readonly score: number;
  /** 本季得分 */
  readonly quarterScore: number;
  /** null: listed without 名次 */
  readonly rank: number | null;
  readonly quarterRank: number | null;
}

export interface PersonStanding extends Standing {
  readonly person: Person;
  readonly section: string | null;
}

export interface SectionStanding extends Standing {
  readonly section: string;
  /** People listed in it. */
  readonly heads: number;
  /** 人均加扣分 in points with two decimals; null without people. */
  readonly perHead: number | null;
}

export interface Listed {
  readonly person: Person;
  readonly section: string | null;
  /** In post on the last day of the quarter. */
  readonly stays: boolean;
}

/** 督查-一: everyone below 科级 in post on a day of the quarter; 科级 only by the switch, 县级 never. */
export function listedPeople(people: People, quarter: Period, withChiefs: boolean): Listed[] {
  return people.all.flatMap((person) => {
    if (!isSubject(person, withChiefs)) return [];
    const last = lastDayInPost(people, person, quarter);
    return last === null ? [] : [{ person, section: people.sectionOn(person, last), stays: last === quarter.to }];
  });
}

function lastDayInPost(people: People, person: Person, quarter: Period): CivilDate | null {
  for (let day = quarter.to; day >= quarter.from; day = addDays(day, -1)) if (people.inPost(person, day)) return day;
  return null;
}

/** 督查-三(序): 100 plus what was added less what was taken off, without ceiling or floor. */
export function scoreOf(plus: number, minus: number): number {
  return BASE_POINTS + plus - minus;
}

function ranked<T extends { readonly sums: Readonly<Sums>; readonly isRanked: boolean }>(items: readonly T[]): (T & Standing)[] {
  const scores = items.map(({ sums }) => scoreOf(sums.yearPlus, sums.yearMinus));
  const quarterScores = items.map(({ sums }) => scoreOf(sums.quarterPlus, sums.quarterMinus));
  const mask = (values: readonly number[]) => values.map((value, index) => (items[index]!.isRanked ? value : null));
  const ranks = ranksOf(mask(scores));
  const quarterRanks = ranksOf(mask(quarterScores));
  return orderByRank(ranks).map((index) => ({
    ...items[index]!,
    score: scores[index]!,
    quarterScore: quarterScores[index]!,
    rank: ranks[index]!,
    quarterRank: quarterRanks[index]!,
  }));
}

/** By 名次, then in the order of 人员. One who has left by the quarter's end has no 名次. */
export function personStandings(listed: readonly Listed[], tally: Tally): PersonStanding[] {
  return ranked(listed.map(({ person, section, stays }) => ({ person, section, sums: tally.of(person), isRanked: stays })));
}

/** By 名次, then in the order of 股室; a section with 参评=否 has no 名次. Only sections of 股室 have people and rows. */
export function sectionStandings(sections: Sections, listed: readonly Listed[], tally: Tally): SectionStanding[] {
  const heads = new Map<string, number>();
  for (const { section } of listed) if (section !== null) heads.set(section, (heads.get(section) ?? 0) + 1);
  return ranked(
    sections.all.map(({ name, ranked: isRanked }) => {
      const sums = tally.ofSection(name);
      const count = heads.get(name) ?? 0;
      return { section: name, heads: count, perHead: perHead(sums.yearPlus - sums.yearMinus, count), sums, isRanked };
    }),
  );
}
