/** Names of people as they stand in cells (G14). Nothing is guessed: what is not plainly one name comes back with a reason. */
import { splitList } from './list';
import { compactText, normalizeText } from './normalize';

export type NameProblem =
  | 'name-empty'
  | 'name-several'
  /** Several people with nothing but blanks between them. */
  | 'name-spaced'
  /** 主任, with no name before it. */
  | 'name-title'
  | 'name-brackets'
  /** Two numbers behind one name. */
  | 'name-ids'
  | 'name-not-a-name';

export interface UnclearName {
  readonly kind: 'unclear';
  readonly reason: NameProblem;
  /** What stands there, normalised. */
  readonly text: string;
}

export type NameReading =
  /**
   * `note` is anything else behind the name: 借调 of 张三(借调), ① of 张三①. `title` is what stands before a title, 张 of
   * 张主任: a name only where the office lists somebody just so.
   */
  | { readonly kind: 'name'; readonly name: string; readonly id: string | null; readonly note: string | null; readonly title?: string }
  | UnclearName;

/** 和 between two names of at least two characters, outside brackets; 李和平 is one person. */
const AND = /(?<=[\u4e00-\u9fff]{2}|\))\s*[和与及]\s*(?=[\u4e00-\u9fff]{2})(?![^(]*\))/;
/** Interpuncts as keyboards offer them; 。 and . slip in for them too. */
const INTERPUNCT = /[•‧∙⋅・.。]/g;
/** Enclosed numbers and letters behind namesakes; NFKC would make digits of them. */
const ENCLOSED = /[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/g;
const BRACKET = /\(([^()]*)\)/g;
const ID = /^(?:(?:人员)?编号|工号|no\.?)?:?((?=[a-z-]*\d)[a-z\d][a-z\d-]*)$/i;
const MOBILE = /^1\d{10}$/;
const TITLE =
  /(?:主任|县长|区长|市长|镇长|乡长|局长|股长|科长|处长|书记|组长|部长|秘书长|主席|常委|常务|政委|委员|队长|班长|站长|所长|院长|校长|老师|师傅|同志|先生|女士|领导|秘书|干事|司机)$/;
const NAME = /^(?=.*\p{L})[\p{L}\p{N}]{1,16}(?:[·'-][\p{L}\p{N}]{1,16})*$/u;
/** What most cells hold; nothing to take apart. */
const PLAIN = /^[\u4e00-\u9fff]{2,4}$/;
/** A given name of two characters may stand apart from these: 欧阳 娜娜 is one person. */
const COMPOUND_SURNAMES = new Set('欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 东方 南宫 端木 百里 轩辕'.split(' '));

function unclear(reason: NameProblem, text: string): UnclearName {
  return { kind: 'unclear', reason, text: normalizeText(text) };
}

/** A list of names is not longer; what is would only make the splitting slow. */
const LONGEST = 2000;

/** The texts that stand for one person each; a reason where they cannot be told. */
function peopleIn(text: string): readonly string[] | 'name-brackets' | 'name-not-a-name' {
  if (text.length > LONGEST) return 'name-not-a-name';
  return splitList(text)?.flatMap((part) => part.split(AND)) ?? 'name-brackets';
}

/** One name: `张　三`, `张伟(07)` (编号), `张三(借调)`, `张三①`, `阿依古丽•买买提`. */
export function parseName(text: string): NameReading {
  if (PLAIN.test(text) && !TITLE.test(text)) return { kind: 'name', name: text, id: null, note: null };
  const people = peopleIn(text);
  if (typeof people === 'string') return unclear(people, text);
  if (people.length !== 1) return unclear(people.length === 0 ? 'name-empty' : 'name-several', text);
  return readPerson(people[0]!);
}

/** Several people in one cell, in the order written; empty for an empty cell. */
export function parseNames(text: string): readonly NameReading[] {
  const people = peopleIn(text);
  if (typeof people === 'string') return [unclear(people, text)];
  return people.map((person) => (isSpaced(person) ? unclear('name-spaced', person) : readPerson(person)));
}

/** `张三 李四`: every word could be a whole name. */
function isSpaced(text: string): boolean {
  const words = normalizeText(text.replace(BRACKET, '')).split(' ');
  return words.length > 1 && words.every((word) => /^[\u4e00-\u9fff]{2,}$/.test(word)) && !COMPOUND_SURNAMES.has(words[0]!);
}

/** Whether somebody may be called so: 张 of 张主任, but neither 主任 alone nor 主任和主任. */
function isStem(stem: string, name: string): boolean {
  return stem !== '' && !TITLE.test(stem) && !AND.test(name);
}

function readPerson(text: string): NameReading {
  const notes: string[] = [...(text.match(ENCLOSED) ?? [])];
  const ids = new Set<string>();
  let plain = compactText(text.replace(ENCLOSED, ''));
  while (plain.includes('(')) {
    plain = plain.replace(BRACKET, (_, inside: string) => {
      const id = ID.exec(inside)?.[1];
      if (id !== undefined && !MOBILE.test(id)) ids.add(id);
      else if (inside !== '') notes.push(inside);
      return '';
    });
  }
  const name = plain.replace(INTERPUNCT, '·').replace(/^·+|·+$/g, '');
  if (ids.size > 1) return unclear('name-ids', text);
  if (!NAME.test(name)) return unclear('name-not-a-name', text);
  const title = TITLE.exec(name);
  if (title && !isStem(name.slice(0, title.index), name)) return unclear('name-title', text);
  const [id = null] = ids;
  return { kind: 'name', name, id, note: notes.length === 0 ? null : notes.join('、'), ...(title ? { title: name.slice(0, title.index) } : {}) };
}
