/** 值班调整通知: what changed on days that stood already, as a page to pass on, and a line for everybody concerned (值班-四(一), 值班-四(二)). */
import { partsOf, toChinese, weekdayName, type CivilDate } from '../../../kernel/date';
import type { Context } from '../../../ledger/context';
import { formalPage } from '../../../ledger/page';
import type { ResultTable } from '../../../ledger/result-table';
import type { SheetContent } from '../../../workbook/content';
import type { Person } from '../../office/facts';
import { officeName } from '../../office/parameters';
import { rosterLedger } from '../ledgers';
import { SLOT_FIELDS, type SlotField } from '../reading/rows';
import type { DayPlan } from './day-plans';
import type { Replacement } from './ledger-edits';
import type { SolvedCase } from './outcome';
import type { PageOptions } from './pages';

export const NOTICE_TITLE = '值班调整通知';
export const TOLD_TITLE = '值班调整告知';

export interface AdjustmentNotice {
  /** Title of the sheet; …(草稿) where rows were left out. */
  readonly title: string;
  readonly table: ResultTable;
  readonly content: SheetContent;
  /** A line of text per person, to be copied. */
  readonly told: ResultTable;
}

const dayText = (date: CivilDate): string => `${partsOf(date).month}月${partsOf(date).day}日(${weekdayName(date)})`;
const roleOf = (field: SlotField): string => (field === 'leader' ? '带班' : '值班');

/** One row a cell: as the ledger names people. */
function noticeTable(replaced: readonly Replacement[]): ResultTable {
  return {
    title: NOTICE_TITLE,
    columns: [
      { title: '日期', kind: 'date' },
      { title: '原', kind: 'text', width: 16 },
      { title: '现', kind: 'text', width: 16 },
      { title: '岗位', kind: 'text', width: 14 },
    ],
    rows: replaced.map(({ plan, field, before, after }) => [plan.day.demand.date, before, after === '' ? null : after, rosterLedger.columns[field].title]),
  };
}

interface Move {
  readonly person: Person;
  readonly date: CivilDate;
  readonly role: string;
  readonly comes: boolean;
}

/** Who leaves and who comes on a day, whatever the cell: two who change places within a day are told nothing. */
function movesOf({ day, cells, clerks, leader }: DayPlan): readonly Move[] {
  const { demand, served } = day;
  if (!served || !SLOT_FIELDS.some((field) => cells[field].changed)) return [];
  const compare = (before: readonly Person[], after: readonly Person[], role: string): Move[] => [
    ...before.filter(({ order }) => !after.some((one) => one.order === order)).map((person) => ({ person, date: demand.date, role, comes: false })),
    ...after.filter(({ order }) => !before.some((one) => one.order === order)).map((person) => ({ person, date: demand.date, role, comes: true })),
  ];
  return [
    ...compare(served.clerks.map(({ person }) => person), clerks, '值班'),
    ...compare(served.leaders.map(({ person }) => person), leader ? [leader] : [], roleOf('leader')),
  ];
}

/** 张三:3月5日(周四)值班取消;新安排3月9日(周一)值班。 */
function toldTable(plans: readonly DayPlan[]): ResultTable {
  const byPerson = new Map<number, Move[]>();
  for (const move of plans.flatMap(movesOf)) byPerson.set(move.person.order, [...(byPerson.get(move.person.order) ?? []), move]);
  const rows = [...byPerson.values()].sort((a, b) => a[0]!.person.order - b[0]!.person.order);
  return {
    title: TOLD_TITLE,
    columns: [
      { title: '姓名', kind: 'text', width: 12 },
      { title: '手机', kind: 'text', width: 14 },
      { title: '内容', kind: 'text', width: 70 },
    ],
    rows: rows.map((moves) => {
      const { person } = moves[0]!;
      const list = (comes: boolean): string => moves.filter((move) => move.comes === comes).map(({ date, role }) => `${dayText(date)}${role}`).join('、');
      const parts = [...(list(false) === '' ? [] : [`原安排的${list(false)}取消`]), ...(list(true) === '' ? [] : [`新安排${list(true)}`])];
      return [person.label, person.phone, `${person.printName}同志:${parts.join(';')}。请按9时交接班。`];
    }),
  };
}

export function adjustmentNotice(context: Context, { plans, subject }: SolvedCase, replaced: readonly Replacement[], { dated, draftNote }: PageOptions): AdjustmentNotice {
  const office = context.setting(officeName, subject.period.to);
  const name = office === '' ? '××办公室' : office;
  const told = toldTable(plans);
  const content = formalPage({
    title: `${name}${NOTICE_TITLE}`,
    widths: [12, 10, 16, 22, 22],
    orientation: 'portrait',
    sections: [
      {
        columns: [{ title: '日期' }, { title: '星期' }, { title: '岗位' }, { title: '原', wrap: true }, { title: '现', wrap: true }],
        rows: replaced.map(({ plan, field, before, after }) => {
          const { date } = plan.day.demand;
          return [`${partsOf(date).month}月${partsOf(date).day}日`, weekdayName(date), rosterLedger.columns[field].title, printed(plan, field, before), plan.cells[field].people.map(({ printName }) => printName).join('、') || after || '(空)'];
        }),
      },
    ],
    notes: ['请有关同志按调整后的日期值班、带班;不能到位的,按调换班程序办理。'],
    closing: [{ left: '制表:', right: '审核:              ' }, { right: name }, { right: dated === null ? '    年  月  日' : toChinese(dated) }],
    draftNote,
  });
  return { title: `${NOTICE_TITLE}${draftNote === null ? '' : '(草稿)'}`, table: noticeTable(replaced), content, told };
}

/** Who stood there, as pages name people; a name that is nobody's as it stands. */
function printed(plan: DayPlan, field: SlotField, before: string): string {
  const people = plan.day.served?.row.slots[field].people ?? [];
  return people.length === 0 ? before : people.map(({ printName }) => printName).join('、');
}
