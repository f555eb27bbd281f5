/** 任职变动: in which section somebody is on a day, and until when he is in post (督查-三(六), G13). Pure; dates in, answers out. */
import type { CivilDate } from '../../kernel/date';

export type PostChange = '调入' | '轮岗' | '提任' | '借调' | '上派' | '调离' | '退休';

/** One row of 任职变动. Sections are canonical. */
export interface Post {
  /** 0-based sheet row */
  readonly at: number;
  readonly effective: CivilDate;
  readonly oldSection: string | null;
  readonly newSection: string | null;
  /** null: blank, read as a move. */
  readonly kind: PostChange | null;
}

/** 借调 and 上派 leave somebody in his section. */
export function staysInSection(post: Post): boolean {
  return post.kind === '借调' || post.kind === '上派';
}

/** 调离 and 退休 end the post; the effective day is the first day out. */
export function endsPost(post: Post): boolean {
  return post.kind === '调离' || post.kind === '退休';
}

export function movesSection(post: Post): boolean {
  return !staysInSection(post) && !endsPost(post) && post.newSection !== null;
}

/** In order of date; two rows of one day in the order of the sheet. */
export function inOrder(posts: readonly Post[]): readonly Post[] {
  return [...posts].sort((a, b) => a.effective - b.effective || a.at - b.at);
}

/**
 * The section on a day by rows in order: 新股室 of the last move up to that day, before the first row its 原股室.
 * `registered` is 人员.股室, which counts where no row says anything.
 */
export function sectionByPosts(posts: readonly Post[], registered: string | null, on: CivilDate): string | null {
  const moved = posts.filter((post) => movesSection(post) && post.effective <= on).at(-1);
  if (moved) return moved.newSection;
  const first = posts.find((post) => movesSection(post) || endsPost(post));
  if (first) return first.oldSection ?? registered;
  return registered ?? posts.find((post) => post.oldSection !== null)?.oldSection ?? null;
}

export interface Tenure {
  /** 到办日期: first day in post; null = always. */
  readonly joined: CivilDate | null;
  /** 离办日期: first day out of post; null = still there, unless 任职变动 says otherwise. */
  readonly left: CivilDate | null;
  /** In order. */
  readonly posts: readonly Post[];
}

/** Whether the row says that somebody is here from now on, or no longer. */
function decidesPresence(post: Post): boolean {
  return endsPost(post) || movesSection(post) || post.kind === '调入';
}

export function isInPost({ joined, left, posts }: Tenure, on: CivilDate): boolean {
  if (joined !== null && on < joined) return false;
  if (left !== null) return on < left;
  const last = posts.filter((post) => post.effective <= on && decidesPresence(post)).at(-1);
  return last === undefined || !endsPost(last);
}

/** Whether there is a day on which both are in post. Being in post changes only on the days tried here. */
export function shareADay(a: Tenure, b: Tenure): boolean {
  const turns = [a, b].flatMap((tenure) => [tenure.joined, tenure.left, ...tenure.posts.map((post) => post.effective)]);
  const days = turns.filter((day) => day !== null);
  const before = (Math.min(0, ...days) - 1) as CivilDate;
  return [before, ...days].some((day) => isInPost(a, day) && isInPost(b, day));
}
