/** Who is meant by a name (G14). Pure: the rows that bear it, what the cell says besides, and what is known of the day. */
import { nearestWords } from '../../kernel/text/nearest';
import type { PersonRef } from '../../ledger/column';
import type { IssueText } from '../../ledger/issue';

interface Bearer {
  readonly id: string | null;
}

export interface Clues<E> {
  /** Number in brackets behind the name. */
  readonly ownId: string | null;
  /** 人员编号 of the row. */
  readonly columnId: string | null;
  /** Whether a number is another name's. */
  isTaken(id: string): boolean;
  /** null: the day is not known. */
  readonly isInPost: ((bearer: E) => boolean) | null;
  /** null: no section is typed. */
  readonly isInSection: ((bearer: E) => boolean) | null;
}

/** 07 and 7 are one number; 编号 keeps its zeros only where both are there. */
export function sameId(a: string, b: string): boolean {
  const bare = (id: string): string => id.replace(/^0+(?=\d)/, '');
  return a === b || bare(a) === bare(b);
}

/**
 * The one bearer of a name that is meant, or null where that cannot be said. A number decides; then being in post on the
 * day; then the section, if it fits only one. A number that fits nobody is no licence to take somebody else.
 */
export function whoIsMeant<E extends Bearer>(bearers: readonly E[], clues: Clues<E>): E | null {
  const { ownId, columnId } = clues;
  if (ownId !== null && columnId !== null && !sameId(ownId, columnId)) return null;
  const id = ownId ?? columnId;
  if (id !== null) return byNumber(bearers, id, clues);
  if (bearers.length === 1) return bearers[0]!;
  const present = clues.isInPost ? bearers.filter(clues.isInPost) : [];
  if (present.length === 1) return present[0]!;
  const pool = present.length > 0 ? present : bearers;
  const placed = clues.isInSection ? pool.filter(clues.isInSection) : [];
  return placed.length === 1 ? placed[0]! : null;
}

function byNumber<E extends Bearer>(bearers: readonly E[], id: string, clues: Clues<E>): E | null {
  const exact = bearers.filter((bearer) => bearer.id === id);
  const fitting = exact.length > 0 ? exact : bearers.filter((bearer) => bearer.id !== null && sameId(bearer.id, id));
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0]! : null;
  // an office that numbers nobody in 人员 may still number them elsewhere
  const [only] = bearers;
  return bearers.length === 1 && only!.id === null && !clues.isTaken(id) ? only! : null;
}

/** Rows by name. */
/** People of one surname that are offered for a title. */
const MOST_TITLED = 5;

export class NameBook<E extends Bearer & { readonly name: string }> {
  readonly #byName = new Map<string, E[]>();

  constructor(private readonly rows: readonly E[]) {
    for (const row of rows) this.#byName.set(row.name, [...(this.#byName.get(row.name) ?? []), row]);
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  bearers(name: string): readonly E[] {
    return this.#byName.get(name) ?? [];
  }

  /** Whether the number is that of another name. */
  isTaken(id: string, name: string): boolean {
    return this.rows.some((row) => row.name !== name && row.id !== null && sameId(row.id, id));
  }

  /** Names that look like it; first the one whose number it is, then those that a title may stand for (张三 for 张主任). */
  near({ name, title }: Pick<PersonRef, 'name' | 'title'>, id: string | null): readonly string[] {
    const owners = id === null ? [] : this.rows.filter((row) => row.id !== null && sameId(row.id, id)).map((row) => row.name);
    const titled = title === undefined ? [] : [...this.#byName.keys()].filter((other) => other.startsWith(title)).slice(0, MOST_TITLED);
    return [...new Set([...owners, ...titled, ...nearestWords(name, [...this.#byName.keys()])])];
  }
}

export function unknownPerson(ref: PersonRef, near: readonly string[]): IssueText {
  return {
    code: 'person/unknown',
    severity: 'error',
    message: ref.title === undefined ? `“${written(ref)}”不在人员表里` : `“${written(ref)}”写的是称谓,人员表里没有这样写的人`,
    remedy: near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('、')}?请改正,或在人员表加上此人` : '请核对姓名,或在人员表加上此人',
    clause: 'G14',
  };
}

/** Several could be meant, or the number is another's. */
export function unclearPerson(ref: PersonRef, columnId: string | null, candidates: readonly { readonly name: string; readonly id: string | null; readonly section: string | null }[]): IssueText {
  const list = candidates.map(({ name, id, section }) => `${name}${id === null ? '' : `(${id})`}${section === null ? '' : `[${section}]`}`).join('或');
  const id = ref.id ?? columnId;
  if (ref.id !== null && columnId !== null && !sameId(ref.id, columnId)) {
    return { code: 'person/ambiguous', severity: 'error', message: `“${written(ref)}”与人员编号“${columnId}”不是同一个编号,不能确定是谁`, remedy: `请更正编号;人员表里有${list}`, clause: 'G14' };
  }
  if (id !== null) {
    return { code: 'person/ambiguous', severity: 'error', message: `“${ref.name}”的编号写的是“${id}”,人员表里是${list},不能确定是谁`, remedy: '请更正姓名或编号', clause: 'G14' };
  }
  return { code: 'person/ambiguous', severity: 'error', message: `“${ref.name}”可能是${list},不能确定是哪一位`, remedy: `请填写人员编号,或写成 ${ref.name}(编号)`, clause: 'G14' };
}

function written(ref: PersonRef): string {
  return ref.id === null ? ref.name : `${ref.name}(${ref.id})`;
}
