/** A room small enough to see through: counts rows of 台账 by name, writes a result sheet and a column of the ledger. */
import * as column from '../../src/ledger/column';
import { defineAction } from '../../src/ledger/action';
import { defineFact, provide } from '../../src/ledger/fact';
import { defineLedger } from '../../src/ledger/ledger';
import { ledgerRows } from '../../src/ledger/merge';
import { mappingLedger, settingsLedger } from '../../src/ledger/own-ledgers';
import { resultSheet } from '../../src/ledger/page';
import { parameter } from '../../src/ledger/parameter';
import { Registry } from '../../src/ledger/registry';
import { setting } from '../../src/ledger/setting';
import type { System } from '../../src/ledger/system';
import { normaliseAction } from '../../src/operations/normalise';
import { day } from './sheets';

export const book = defineLedger({
  id: 'book',
  sheet: '台账',
  aliases: ['登记'],
  help: '',
  clause: 'G14',
  columns: { date: column.date('日期', { required: true }), person: column.name('姓名', { required: true }), done: column.yesNo('办结'), mark: column.text('校验', { computed: true }) },
});

export const limit = setting.integer('上限', 3, { clause: 'G3', help: '', minimum: 1, maximum: 9, aliases: ['最多'] });
export const switchOn = setting.yesNo('开关', true, { clause: 'G5', help: '' });
const total = defineFact<number>('total');

const count = defineAction({
  id: 'count',
  title: '计数',
  help: '按人计数',
  clause: 'G14',
  parameters: { year: parameter.year('年', ''), note: parameter.optionalText('附注', '') },
  inputs: [{ ledger: book, required: ['date', 'person'], must: true }],
  needs: [total],
  run(context, { year, note }) {
    const table = context.read(book, { fields: ['date', 'person'], must: true, within: { period: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }, by: ['date'] } });
    const counts = new Map<string, number>();
    for (const row of table.rows) counts.set(row.person.name, (counts.get(row.person.name) ?? 0) + 1);
    const most = context.setting(limit);
    const result = { title: '计数', columns: [{ title: '姓名', kind: 'text' as const }, { title: '次数', kind: 'integer' as const }], rows: [...counts] };
    context.fact(total, { from: day('2026-01-01'), to: day('2026-01-02') });
    return {
      tables: [result],
      report: {
        sheets: [{ title: '计数', action: 'tiny/count', parameters: { year: String(year) }, content: resultSheet(result, { above: [note ?? '无附注'] }) }],
        ledgers: [ledgerRows(table, book, { updates: table.rows.map((row) => ({ at: row.at, cells: { mark: (counts.get(row.person.name) ?? 0) > most ? '过多' : null } })), inserts: [] })],
      },
      headlines: [`${counts.size}人`],
    };
  },
});

export const tiny: System = {
  id: 'tiny',
  title: '小',
  ledgers: [settingsLedger, mappingLedger, book],
  settings: [limit, switchOn],
  provides: [provide(total, [], (context) => context.read(book, { fields: ['date'] }).rows.length)],
  rules: [{ id: 'few-rows', clause: 'G14', title: '行数', needs: [total], check: (context) => void (context.fact(total, { from: day('2026-01-01'), to: day('2026-01-01') }) > 5 && context.report({ code: 'tiny/many', severity: 'warning', sheet: '台账', cell: '', message: '多', remedy: '少', clause: 'G14' })) }],
  actions: [count],
  reminders: [
    {
      id: 'tick',
      clause: 'G5',
      needs: [],
      list: (_context, on) => [
        { due: on, title: '今天,的;事', who: '综合股', clause: 'G5', status: '今日到期' },
        { due: day('2026-01-01'), title: '旧事'.repeat(30), who: '张三', clause: 'G3', status: '已逾期' },
      ],
    },
  ],
  explainers: [{ id: 'cells', needs: [], explain: (_context, { sheet, cell, mark }) => (mark ? [{ item: `${sheet} ${cell.row}`, value: JSON.stringify(mark.parameters), source: '台账!A2', clause: 'G14' }] : null) }],
  sample: [{ ledger: book, rows: [{ person: '张三' }] }],
};

export const tinyRegistry = (): Registry => new Registry([tiny, { ...tiny, id: 'office', title: '基础', ledgers: [], settings: [], provides: [], rules: [], actions: [], reminders: [], explainers: [], sample: [] }], [{ system: 'office', action: normaliseAction }]);
