export { createCalendar, type Calendar, type CalendarDay, type CalendarOverride, type DayKind, type DaySource, type HolidayPeriod } from './calendar';
export { FESTIVALS, FESTIVAL_TITLES, festivalsIn, type Festival } from './festivals';
export { parseNotice, type NoticeDay, type NoticeFinding, type NoticeProblem, type NoticeReading } from './notice';
export { newYearDays, statutoryDays } from './statutory';
