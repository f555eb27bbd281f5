import type { CivilDate } from '../kernel/date';
import type { Period } from '../kernel/period';
import type { Context } from './context';
import type { AnyFact } from './fact';

/** One thing that is due. Dates are rolled already (G3–G5). */
export interface Reminder {
  readonly due: CivilDate;
  readonly title: string;
  readonly who: string;
  readonly clause: string;
  readonly status: '未办' | '已办' | '已逾期' | '今日到期';
}

/** A source of reminders: what of this kind is due or overdue. */
export interface ReminderRule {
  readonly id: string;
  readonly clause: string;
  readonly needs: readonly AnyFact[];
  /** Reminders that fall due in `window`, and older ones still open, as seen on `today`. */
  list(context: Context, today: CivilDate, window: Period): readonly Reminder[];
}
