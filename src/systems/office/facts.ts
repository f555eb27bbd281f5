/**
 * The facts that rooms share. The tokens live here so that no room imports another: `leave` provides absences,
 * `duty-roster` reads them and provides shifts, the whereabouts board and the scores read both.
 */
import type { CivilDate, Weekday } from '../../kernel/date';
import type { Calendar } from '../../kernel/calendar';
import type { Period } from '../../kernel/period';
import type { SlotRange } from '../../kernel/slots';
import type { PersonRef } from '../../ledger/column';
import { defineFact, defineListFact } from '../../ledger/fact';

export type Level = '县级' | '科级' | '股级' | '一般' | '驾驶员' | '文印';

export interface Person {
  /** Position in 人员; the order of everything that is not ranked. */
  readonly order: number;
  readonly id: string | null;
  readonly name: string;
  /** `张伟`, or `张伟(07)` where another person of that name could be meant. What we write into ledgers. */
  readonly label: string;
  /** `张伟`, or `张伟(综合股)` where needed: formal pages carry no numbers. */
  readonly printName: string;
  readonly level: Level;
  readonly position: string;
  /** 人员.股室, canonical; null where 股室 has no such section. */
  readonly section: string | null;
  readonly isClerk: boolean;
  /** 可排值班 */
  readonly canServe: boolean;
  /** 可带班 */
  readonly canLead: boolean;
  /** 固定不排 */
  readonly neverOn: readonly Weekday[];
  readonly phone: string | null;
  readonly startedWork: CivilDate | null;
  /** First day in post; null = always. */
  readonly joined: CivilDate | null;
  /** First day out of post; null = still there. */
  readonly left: CivilDate | null;
  readonly sheet: string;
  /** A1 address of the name. */
  readonly cell: string;
}

export type Resolution =
  | { readonly kind: 'found'; readonly person: Person }
  /** `near`: names that look like it, best first. `reported`: his own row in 人员 cannot be used, which has been said there. */
  | { readonly kind: 'unknown'; readonly near: readonly string[]; readonly reported?: true }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Person[] };

/** What else is known about who is meant. */
export interface PersonHints {
  /** The row's date: people out of post that day are not meant where somebody in post is. */
  readonly on?: CivilDate | null;
  /** 人员编号 column. */
  readonly id?: string | null;
  /** Section typed in the row; decides if it fits only one. */
  readonly section?: string | null;
}

export interface People {
  /** In the order of 人员. */
  readonly all: readonly Person[];
  resolve(ref: PersonRef, hints?: PersonHints): Resolution;
  inPost(person: Person, on: CivilDate): boolean;
  /** Canonical section on a day by 任职变动, else 人员.股室; null where nothing says, or what is written is no section. */
  sectionOn(person: Person, on: CivilDate): string | null;
}

export interface Section {
  readonly order: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** 负责人 as typed rows with their dates; use `headOn`. */
  readonly chief: PersonRef | null;
  /** 参评 */
  readonly ranked: boolean;
  readonly sheet: string;
  readonly cell: string;
}

export interface Sections {
  readonly all: readonly Section[];
  /** Canonical name of a section as typed (alias, 综合科 for 综合股 only by alias), or null. */
  canonical(typed: string): string | null;
  /** The section itself, or null: a name that stands for no section here makes none. */
  known(section: string | null): string | null;
  byName(name: string): Section | null;
  /** Names that look like it, best first. */
  near(typed: string): readonly string[];
  headOn(section: string, on: CivilDate): PersonRef | null;
}

/** 分管: who decides what on a day. `matter` is a section's name, 主任, 值班, 小车班, 后勤, 内务督查, 文秘, 人事 or 保密. */
export interface Authority {
  /** The officer and, if named, his deputy; null where nothing says. */
  deciders(matter: string, on: CivilDate): readonly Person[];
}

/** 领导联系 on a day. */
export interface Liaisons {
  /** Clerks that are liaisons of a county leader that day, in the order of 人员. */
  clerksOf(leader: string, on: CivilDate): readonly Person[];
}

/** A stretch of half-days on which somebody is away, whether or not it was approved. */
export interface Absence {
  readonly person: Person;
  /** Both ends included. */
  readonly range: SlotRange;
  /** What it is called: a kind of leave, 公出, 培训, 上派, 超假 ... */
  readonly label: string;
  readonly source: 'leave' | 'outing' | 'overstay';
  readonly sheet: string;
  readonly cell: string;
}

/** Somebody's duty of a day as actually served (approved swaps applied). */
export interface Shift {
  readonly date: CivilDate;
  readonly person: Person;
  readonly role: '值班' | '带班';
  /** Who was rostered, if another. */
  readonly instead: Person | null;
  readonly sheet: string;
  readonly cell: string;
}

/** Who answers for a duty (值班-七(三)): the substitute of a valid swap, otherwise who was rostered. */
export interface Liability {
  readonly date: CivilDate;
  readonly role: '值班' | '带班';
  readonly person: Person;
  /** Who was rostered first. */
  readonly rostered: Person;
  /** 单号 of the swap that moved it; '' where nothing moved it or the swap has no number. */
  readonly basis: string;
  readonly sheet: string;
  readonly cell: string;
}

/** People, sections, authority and liaisons hold for all days: whoever asks with no day in mind asks for this empty stretch. */
export const NO_DAYS: Period = { from: 1 as CivilDate, to: 0 as CivilDate };

export const people = defineFact<People>('people');
export const sections = defineFact<Sections>('sections');
/** The office's calendar; asking for a period reports the years without notice in it, once. */
export const calendar = defineFact<Calendar>('calendar');
export const authority = defineFact<Authority>('authority');
export const liaisons = defineFact<Liaisons>('liaisons');
export const absences = defineListFact<Absence>('absences');
export const shifts = defineListFact<Shift>('shifts');
export const liability = defineListFact<Liability>('liability');
