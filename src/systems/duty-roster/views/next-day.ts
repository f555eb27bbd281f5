/** Who tells the next day's clerk, and which days have a phone to forward (值班-五(二)1, 值班-五(二)2, 值班-五(三)). */
import { addDays, weekdayOf, type CivilDate } from '../../../kernel/date';
import type { Calendar } from '../../../kernel/calendar';
import type { Context } from '../../../ledger/context';
import { noticeByWeekday } from '../parameters';

export interface Notifier {
  /** 综合股; otherwise whoever serves the day before. */
  readonly byOffice: boolean;
  readonly clause: '值班-五(二)1' | '值班-五(三)';
}

/** Who tells the clerk of `duty` the day before: the office where it is at work, else whoever is on duty then. */
export function notifierFor(context: Context, calendar: Calendar, duty: CivilDate): Notifier {
  const eve = addDays(duty, -1);
  // to the letter: Tuesday to Saturday by the office, Sunday and Monday by whoever serves the day before
  const byOffice = context.setting(noticeByWeekday, eve) ? weekdayOf(duty) >= 1 && weekdayOf(duty) <= 5 : calendar.isWorkday(eve);
  return byOffice ? { byOffice, clause: '值班-五(二)1' } : { byOffice, clause: '值班-五(三)' };
}
