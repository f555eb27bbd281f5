/** The formal pages: a month of duty on one A4 portrait page, the festival roster apart (值班-一, 值班-四(二)). */
import { partsOf, toChinese, weekdayName, yearOf, type CivilDate } from '../../../kernel/date';
import { daysOf, monthPeriod, monthsOf, type Period } from '../../../kernel/period';
import type { HolidayPeriod } from '../../../kernel/calendar';
import type { Context } from '../../../ledger/context';
import { formalPage, type PageCell, type PageColumn } from '../../../ledger/page';
import type { SheetContent } from '../../../workbook/content';
import type { Person } from '../../office/facts';
import { printedOfficeName } from '../../office/office-name';
import { dutyFax, dutyPhone } from '../parameters';
import { chiefsOf, isPredicted, type PageDay, type PagePerson, type PageSource } from './page-days';

export interface PageOptions {
  /** The date under the page; null prints 年 月 日. */
  readonly dated: CivilDate | null;
  /** 草稿,有 N 行未计入; null when nothing is missing. */
  readonly draftNote: string | null;
}

export interface Page {
  readonly title: string;
  readonly content: SheetContent;
}

const NOT_IN_SHEET_NAMES = /[[\]:*?/\\']/g;
const SINGLE_ROW = 22;
const DOUBLE_ROW = 36;

const lines = (people: readonly PagePerson[], pick: (person: PagePerson) => string): string => people.map(pick).join('\n');
const shortDate = (date: CivilDate): string => `${partsOf(date).month}月${partsOf(date).day}日`;

export interface PageFooter {
  readonly office: string;
  readonly notes: readonly string[];
  readonly closing: readonly { readonly left?: string; readonly right?: string }[];
}

/** What stands below every page of the room; a blank 单位名称 is told. */
export function footerOf(context: Context, { dated }: PageOptions, on: CivilDate, more: readonly string[]): PageFooter {
  const office = printedOfficeName(context, on);
  const blank = (value: string): string => (value === '' ? '              ' : value);
  return {
    office,
    notes: [
      `值班电话:${blank(context.setting(dutyPhone, on))}    传真:${blank(context.setting(dutyFax, on))}    交接班:每天9:00,当面交接。`,
      '说明:不能值班的,先报值班工作分管科级批准并落实顶替人员,再报告带班领导,同时告知综合股、信息股;带班领导24小时保持通讯畅通。',
      ...more,
    ],
    closing: [{ left: '制表:', right: '审核:              ' }, { right: office }, { right: dated === null ? '    年  月  日' : toChinese(dated) }],
  };
}

/** A leader who is not decided yet: leaders' days come first, and the page is made all the same. */
const UNDECIDED = '待定';
const PREDICTED = '放假安排未公布,按预测。';

/** Rows with two people a cell are taller. */
function withHeights(content: SheetContent, after: number, doubles: readonly boolean[]): SheetContent {
  const first = content.rows.length - after - doubles.length;
  const tall = doubles.flatMap((isDouble, index) => (isDouble ? [[first + index, DOUBLE_ROW] as const] : []));
  return { ...content, rowHeights: { ...content.rowHeights, ...Object.fromEntries(tall) } };
}

const column = (title: string, more: Partial<PageColumn> = {}): PageColumn => ({ title, ...more });

function monthPage(context: Context, source: PageSource, month: Period, options: PageOptions): Page {
  const { year, month: number } = partsOf(month.from);
  const { calendar } = source;
  const title = `值班安排表${year}年${number}月`;
  const standing = source.days(month);
  const days = daysOf(month).flatMap((date) => standing.get(date) ?? []);
  const footer = footerOf(context, options, month.to, isPredicted(source, month) ? [PREDICTED] : []);
  const content = formalPage({
    title: `${footer.office}${year}年${number}月值班安排表`,
    widths: [9, 10, 12, 14, 11, 14, 16],
    orientation: 'portrait',
    onePage: true,
    sections: [
      {
        columns: [column('日期'), column('星期'), column('值班人员', { wrap: true }), column('手机', { wrap: true }), column('带班领导'), column('手机'), column('备注', { wrap: true })],
        rows: days.map((day): PageCell[] => [
          shortDate(day.date),
          calendar.day(day.date).festival ?? weekdayName(day.date),
          lines(day.clerks, ({ name }) => name),
          lines(day.clerks, ({ phone }) => phone),
          day.leader?.name ?? null,
          day.leader?.phone ?? null,
          source.remark(title, month, day),
        ]),
        rowHeight: SINGLE_ROW,
      },
    ],
    notes: footer.notes,
    closing: footer.closing,
    draftNote: options.draftNote,
  });
  return { title, content: withHeights(content, footer.notes.length + footer.closing.length, days.map(({ clerks }) => clerks.length > 1)) };
}

/** 联系领导 of a clerk: the county leaders whose liaison he is that day. */
function leadersOf({ directory, liaisons }: PageSource, person: Person | null, on: CivilDate): string {
  if (!person) return '';
  const leaders = directory.all.filter(({ level, name }) => level === '县级' && liaisons.clerksOf(name, on).some(({ order }) => order === person.order));
  return leaders.map(({ printName }) => printName).join('、');
}

function festivalPage(context: Context, source: PageSource, holiday: HolidayPeriod, options: PageOptions): Page {
  const { period, title } = holiday;
  const year = yearOf(period.to);
  const sheet = `${title.replace(NOT_IN_SHEET_NAMES, '')}值班安排表${year}年`;
  const standing = source.days(period);
  const chiefs = chiefsOf(context, source, period);
  const footer = footerOf(context, options, period.to, ['报送:节前报上级总值班室。', ...(isPredicted(source, period) ? [PREDICTED] : [])]);
  const clerk = (people: readonly PagePerson[], date: CivilDate): PageCell[] => [
    lines(people, ({ name }) => name),
    lines(people, ({ phone }) => phone),
    lines(people, ({ person }) => leadersOf(source, person, date)),
  ];
  const rows = daysOf(period).map((date) => ({ date, day: standing.get(date) ?? ({ date, clerks: [], leader: null, note: '' } satisfies PageDay) }));
  const content = formalPage({
    title: `${footer.office}${year}年${title}值班安排表`,
    widths: [9, 6, 10, 13, 13, 12, 13, 11, 12, 13, 11, 10, 10],
    orientation: 'landscape',
    onePage: true,
    sections: [
      {
        columns: [
          column('日期'),
          column('星期'),
          column('带班县级领导', { wrap: true }),
          column('职务', { wrap: true }),
          column('手机'),
          column('值班人员①'),
          column('手机'),
          column('联系领导', { wrap: true }),
          column('值班人员②', { wrap: true }),
          column('手机', { wrap: true }),
          column('联系领导', { wrap: true }),
          column('带班科级', { wrap: true }),
          column('备注', { wrap: true }),
        ],
        rows: rows.map(({ date, day }): PageCell[] => [
          shortDate(date),
          weekdayName(date),
          day.leader?.name ?? UNDECIDED,
          day.leader?.person?.position ?? null,
          day.leader?.phone ?? null,
          ...clerk(day.clerks.slice(0, 1), date),
          ...clerk(day.clerks.slice(1), date),
          (chiefs.get(date) ?? []).map(({ printName }) => printName).join('、'),
          source.remark(sheet, period, day),
        ]),
        rowHeight: 30,
      },
    ],
    notes: footer.notes,
    closing: footer.closing,
    draftNote: options.draftNote,
  });
  return { title: sheet, content: withHeights(content, footer.notes.length + footer.closing.length, rows.map(({ day }) => day.clerks.length > 2)) };
}

/** A page a month that the period touches, and one for every holiday in it; each whole, as the ledger stands. */
export function pagesOf(context: Context, source: PageSource, period: Period, options: PageOptions): readonly Page[] {
  const months = monthsOf(period).map(({ year, month }) => monthPage(context, source, monthPeriod(year, month), options));
  const festivals = source.calendar.holidays(period).map((holiday) => festivalPage(context, source, holiday, options));
  const draft = options.draftNote === null ? '' : '(草稿)';
  const pages = [...months, ...festivals];
  return pages.map(({ title, content }, index) => {
    // an office may name several holidays of a year alike
    const copy = pages.slice(0, index).filter((page) => page.title === title).length;
    return { title: `${title}${copy === 0 ? '' : `之${copy + 1}`}${draft}`, content };
  });
}
