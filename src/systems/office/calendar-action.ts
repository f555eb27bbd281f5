/** office/calendar: a pasted notice becomes rows of 日历. */
import { parseNotice, type NoticeFinding, type NoticeProblem } from '../../kernel/calendar';
import { defineAction } from '../../ledger/action';
import type { IssueText } from '../../ledger/issue';
import { ledgerRows } from '../../ledger/merge';
import { parameter } from '../../ledger/parameter';
import { dateCell } from '../../workbook/cell';
import { EMPTY_REPORT } from '../../workbook/report';
import { calendarLedger } from './ledgers';

const TEXTS: Readonly<Record<NoticeProblem, readonly [message: string, remedy: string, severity: 'error' | 'warning']>> = {
  'no-year': ['通知里没有年份', '请从标题开始完整粘贴,如“…关于2027年部分节假日安排的通知”', 'error'],
  'no-items': ['通知里没有找到“一、元旦:…”这样的条目', '请粘贴通知全文', 'error'],
  'date-impossible': ['“{date}”不是存在的日期', '请对照通知原文改正后再粘贴', 'error'],
  'weekday-differs': ['{date}写的是{stated},实为{actual}', '请核对年份和日期;粘贴错年份时会大量出现', 'error'],
  'count-differs': ['写的是共{stated}天,解析得{read}天', '请对照通知原文核对这一条', 'error'],
  'makeup-not-weekend': ['{date}({weekday})是上班日,却不是周末', '请对照通知原文核对', 'error'],
  'balance-differs': ['工作日放假{off}天,与补班数加法定日数{expected}不相等', '请核对有无漏掉的上班日;跨年调休的年份可以不等', 'warning'],
  'festival-missing': ['没有找到{festival}', '请粘贴通知全文;补充通知可以不理会这条提示', 'warning'],
  'nothing-read': ['{festival}这一条没有读出日期', '请把这一条的日期填入“日历”表', 'error'],
};

function textOf(finding: NoticeFinding): IssueText {
  const [message, remedy, severity] = TEXTS[finding.problem];
  const filled = message.replaceAll(/\{(\w+)\}/g, (_, key: string) => finding.details[key] ?? '');
  return { code: `notice/${finding.problem}`, severity, message: finding.excerpt === '' ? filled : `${filled}:“${finding.excerpt}”`, remedy, clause: 'G9' };
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
    const table = context.read(calendarLedger, { fields: ['date', 'kind', 'festival', 'statutory', 'source'] });
    const reading = parseNotice(notice);
    for (const finding of reading.findings) context.report({ ...textOf(finding), sheet: table.sheet, cell: '' });
    const existing = new Map(table.rows.map((row) => [row.date, row]));
    const changed = reading.days.filter((day) => {
      const row = existing.get(day.date);
      if (!row) return true;
      if (row.source?.startsWith('手工') || row.source === null) {
        const differs = row.kind !== day.kind;
        if (differs) {
          context.report(
            table.issue(row.at, 'kind', {
              code: 'notice/hand-made-kept',
              severity: 'warning',
              message: `这一天手工填写为“${row.kind}”,通知为“${day.kind}”,保留手工填写的`,
              remedy: '要按通知时请删去这一行再运行',
              clause: 'G9',
            }),
          );
        }
        return false;
      }
      return row.kind !== day.kind || (row.festival ?? null) !== day.festival || row.statutory !== day.statutory;
    });
    const cells = (day: (typeof changed)[number]) => ({ date: dateCell(day.date), kind: day.kind, festival: day.festival, statutory: day.statutory ? '是' : '否', source: '通知' });
    const report = ledgerRows(table, calendarLedger, {
      updates: changed.flatMap((day) => {
        const row = existing.get(day.date);
        return row ? [{ at: row.at, cells: cells(day) }] : [];
      }),
      inserts: changed.filter((day) => !existing.has(day.date)).map(cells),
    });
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
          rows: changed.map((day) => [day.date, day.kind, day.festival, day.statutory, '通知', null]),
        },
      ],
      report: changed.length === 0 ? EMPTY_REPORT : { sheets: [], ledgers: [report] },
      headlines: [
        reading.year === null ? '没有读出年份。' : `${reading.year}年:放假${reading.days.filter((day) => day.kind === '假期').length}天,补班${reading.days.filter((day) => day.kind === '补班').length}天,日历变动${changed.length}天。`,
      ],
    };
  },
});
