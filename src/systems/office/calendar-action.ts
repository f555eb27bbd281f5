/** office/calendar: a pasted notice becomes rows of 日历 (G9). Rows typed by hand win and are never replaced. */
import { parseNotice, type NoticeDay, type NoticeFinding, type NoticeProblem, type NoticeReading } from '../../kernel/calendar';
import { toISO, yearOf } from '../../kernel/date';
import { defineAction } from '../../ledger/action';
import type { Context } from '../../ledger/context';
import type { Issue } from '../../ledger/issue';
import type { RowOf, Table } from '../../ledger/ledger';
import { ledgerRows } from '../../ledger/merge';
import { parameter } from '../../ledger/parameter';
import { dateCell, type CellInput } from '../../workbook/cell';
import { EMPTY_REPORT } from '../../workbook/report';
import { sourceOf } from './calendar';
import { calendarLedger } from './ledgers';

const TEXTS: Readonly<Record<NoticeProblem, readonly [severity: 'error' | 'warning', message: string, remedy: string]>> = {
  'no-year': ['error', '通知里没有年份', '请从标题开始完整粘贴,如“…关于2027年部分节假日安排的通知”'],
  'no-items': ['error', '通知里没有找到“一、元旦:…”这样的条目', '请粘贴通知全文'],
  'date-impossible': ['error', '“{date}”不是存在的日期', '请对照通知原文改正后再粘贴'],
  'weekday-differs': ['error', '{date}写的是{stated},实为{actual}', '请核对年份和日期;年份贴错时会大量出现'],
  'count-differs': ['error', '写的是{stated}天,解析得{read}天', '请对照通知原文核对这一条'],
  'makeup-not-weekend': ['error', '{date}({weekday})是上班日,却不是周末', '请对照通知原文核对'],
  'balance-differs': ['warning', '工作日放假{off}天,与补班数加法定日数{expected}不相等', '请核对有无漏掉的上班日;跨年调休的年份可以不等'],
  'festival-missing': ['warning', '没有找到{festival}', '请粘贴通知全文;补充通知可以不理会这条提示'],
  'sentence-unread': ['warning', '这一句没有读懂,没有写入日历', '请对照原文,把这一句说的日期手工填入“日历”表'],
  'range-impossible': ['error', '“{range}”不是一段假期的起止', '请对照通知原文核对起止日期'],
  'off-and-makeup': ['error', '{date}既写放假,又写上班', '请对照通知原文核对'],
  supplement: ['warning', '这份通知只说到{festival},不是全年安排', '请在预览里逐日核对;其他日子照旧'],
  'nothing-read': ['error', '{festival}这一条没有读出日期', '请对照通知原文核对;原文如此的,请把日期手工填入“日历”表'],
};

function issueOf(finding: NoticeFinding): Issue {
  const [severity, message, remedy] = TEXTS[finding.problem];
  const filled = message.replaceAll(/\{(\w+)\}/g, (_, key: string) => finding.details[key]!);
  const excerpt = finding.excerpt === '' ? '' : `:“${finding.excerpt}”`;
  return { code: `notice/${finding.problem}`, severity, sheet: '', cell: '', message: `${filled}${excerpt}`, remedy, clause: 'G9' };
}

const FIELDS = ['date', 'kind', 'festival', 'statutory', 'source'] as const;
type Row = RowOf<typeof calendarLedger.columns, (typeof FIELDS)[number]>;
type Rows = Table<typeof calendarLedger.columns, (typeof FIELDS)[number]>;

interface NoticedDay {
  readonly day: NoticeDay;
  /** The row to replace; null = a new one. */
  readonly row: Row | null;
}

/** The days of the notice that 日历 does not say yet, in date order; days typed by hand stay. */
function daysToWrite(days: readonly NoticeDay[], rows: readonly Row[]): readonly NoticedDay[] {
  const byDate = new Map(rows.map((row) => [row.date, row]));
  return days.flatMap((day): NoticedDay[] => {
    const row = byDate.get(day.date) ?? null;
    if (!row) return [{ day, row }];
    const says = row.kind === day.kind && row.festival === day.festival && row.statutory === day.statutory;
    return says || sourceOf(row.source) === '手工' ? [] : [{ day, row }];
  });
}

/** Rows that the notice contradicts: typed by hand, or left by an earlier notice of the year that this one replaces. */
function reportContradictions(context: Context, table: Rows, reading: NoticeReading): void {
  const noticed = new Map(reading.days.map((day) => [day.date, day]));
  const isWhole = !reading.findings.some(({ problem }) => problem === 'festival-missing' || problem === 'supplement' || problem === 'no-items');
  for (const row of table.rows) {
    const day = noticed.get(row.date);
    const source = sourceOf(row.source);
    if (day && source === '手工' && row.kind !== day.kind) {
      context.report(
        table.issue(row.at, 'kind', {
          code: 'notice/hand-made-kept',
          severity: 'warning',
          message: `${toISO(row.date)}手工填写为“${row.kind}”,通知是“${day.kind}”,保留手工填写的`,
          remedy: '要按通知的,请删去这一行再运行',
          clause: 'G9',
        }),
      );
    } else if (!day && source === '通知' && isWhole && yearOf(row.date) === reading.year) {
      context.report(
        table.issue(row.at, 'date', {
          code: 'notice/row-not-in-notice',
          severity: 'warning',
          message: `${toISO(row.date)}的“${row.kind}”来自通知,这份通知里却没有`,
          remedy: '请核对;以这份通知为准的,请删去这一行',
          clause: 'G9',
        }),
      );
    }
  }
}

export const calendarAction = defineAction({
  id: 'calendar',
  title: '粘贴放假通知',
  help: '把国务院办公厅放假通知的全文变成“日历”表的行;手工填写的行不改',
  clause: 'G9',
  parameters: { notice: parameter.text('通知全文', '国务院办公厅关于部分节假日安排的通知;命令行可用 @文件') },
  inputs: [{ ledger: calendarLedger, required: ['date', 'kind'], must: false }],
  needs: [],
  run(context, { notice }) {
    const table = context.read(calendarLedger, { fields: FIELDS });
    const reading = parseNotice(notice);
    for (const finding of reading.findings) context.report(issueOf(finding));
    reportContradictions(context, table, reading);
    const changes = daysToWrite(reading.days, table.rows);
    const cells = ({ date, kind, festival, statutory }: NoticeDay): Record<(typeof FIELDS)[number], CellInput> => ({ date: dateCell(date), kind, festival, statutory: statutory ? '是' : '否', source: '通知' });
    const block = ledgerRows(table, calendarLedger, {
      updates: changes.flatMap(({ day, row }) => (row ? [{ at: row.at, cells: cells(day) }] : [])),
      inserts: changes.flatMap(({ day, row }) => (row ? [] : [cells(day)])),
    });
    const count = (kind: NoticeDay['kind']): number => reading.days.filter((day) => day.kind === kind).length;
    return {
      tables: [
        {
          title: '日历',
          columns: [
            { title: '日期', kind: 'date' },
            { title: '类型', kind: 'text' },
            { title: '假期名', kind: 'text' },
            { title: '法定日', kind: 'yesNo' },
            { title: '来源', kind: 'text' },
            { title: '备注', kind: 'text' },
          ],
          rows: changes.map(({ day }) => [day.date, day.kind, day.festival, day.statutory, '通知', null]),
        },
      ],
      report: changes.length === 0 ? EMPTY_REPORT : { sheets: [], ledgers: [block] },
      headlines: [reading.year === null ? '没有读出年份。' : `${reading.year}年:放假${count('假期')}天,补班${count('补班')}天,日历变动${changes.length}天。`],
    };
  },
});
