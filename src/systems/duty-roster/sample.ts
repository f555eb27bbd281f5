/** Duty of the invented office: what 2025 left behind, the leaders' days of 2026, a flood watch, a few days off, two swaps. */
import { addDays, civilMinute, fromISO } from '../../kernel/date';
import type { SampleRows } from '../../ledger/system';
import { dateCell, momentCell, type CellInput } from '../../workbook/cell';
import { sampleDate, type SampleName } from '../office/sample';
import { daysOffLedger, emergencyLedger, FESTIVAL_FIELDS, holidayLeadersLedger, openingLedger, rosterLedger, swapLedger, WEEKDAY_FIELDS } from './ledgers';

type Counts = readonly [monday: number, tuesday: number, wednesday: number, thursday: number, friday: number, saturday: number, sunday: number, holiday: number];

/** Duties of 2025 by weekday and on holidays; of the holidays, those of 春节, 国庆 and of 除夕初一. 周婷 was not there yet. */
const OPENINGS: readonly (readonly [name: SampleName, counts: Counts, spring: number, national: number, eve: number])[] = [
  ['王建国', [3, 3, 2, 3, 3, 3, 2, 3], 1, 1, 0],
  ['李晓燕', [3, 2, 3, 3, 3, 2, 3, 3], 1, 1, 1],
  ['张伟(18)', [3, 3, 3, 3, 2, 3, 3, 3], 1, 1, 0],
  ['赵敏', [2, 3, 3, 3, 3, 3, 2, 4], 1, 1, 0],
  ['刘洋', [3, 3, 3, 2, 3, 2, 3, 3], 1, 1, 0],
  ['陈静', [3, 3, 2, 3, 3, 3, 3, 3], 1, 1, 0],
  ['杨帆', [3, 2, 3, 3, 3, 3, 2, 4], 1, 1, 1],
  ['黄磊', [3, 3, 3, 3, 3, 2, 3, 3], 1, 1, 0],
  ['吴刚', [2, 3, 3, 3, 3, 3, 3, 3], 1, 1, 0],
  ['徐丽', [3, 3, 3, 2, 3, 3, 2, 3], 1, 1, 0],
  ['孙浩', [3, 3, 3, 3, 2, 3, 3, 3], 0, 1, 0],
  ['朱琳', [3, 2, 3, 3, 3, 2, 3, 3], 1, 1, 0],
  ['马超', [3, 3, 3, 3, 3, 3, 2, 3], 1, 1, 1],
  ['林涛', [3, 3, 2, 3, 3, 2, 3, 4], 1, 1, 0],
  ['高洁', [4, 3, 0, 3, 3, 3, 3, 3], 1, 1, 0],
  ['宋佳', [3, 3, 3, 2, 3, 3, 2, 3], 1, 0, 1],
  ['郑爽', [2, 3, 3, 3, 3, 2, 3, 3], 1, 1, 0],
];

/** The last ten days of 2025: clerk and chief. */
const LAST_DAYS: readonly (readonly [clerk: SampleName, chief: SampleName])[] = [
  ['李晓燕', '邹凯'],
  ['马超', '邹凯'],
  ['刘洋', '邹凯'],
  ['林涛', '邹凯'],
  ['陈静', '邹凯'],
  ['吴刚', '邹凯'],
  ['黄磊', '邹凯'],
  ['郑爽', '冯雅'],
  ['王建国', '冯雅'],
  ['孙浩', '冯雅'],
];

/** First day of a holiday, then its county leaders day by day, and the chief who shares the Spring Festival's days. */
const HOLIDAYS: readonly (readonly [first: string, leaders: readonly (SampleName | '待定')[], chiefs?: readonly SampleName[]])[] = [
  ['2026-01-01', ['陆振邦', '沈立群', '韩素琴']],
  ['2026-02-15', ['曾国栋', '陆振邦', '顾明远', '沈立群', '韩素琴', '方启航', '卓玛·央金', '曾国栋', '顾明远'], ['秦朗', '秦朗', '于慧', '于慧', '孟庆丰', '孟庆丰', '白露', '邹凯', '冯雅']],
  ['2026-04-04', ['方启航', '曾国栋', '卓玛·央金']],
  ['2026-05-01', ['顾明远', '沈立群', '陆振邦', '韩素琴', '方启航']],
  ['2026-06-19', ['卓玛·央金', '曾国栋', '沈立群']],
  ['2026-09-25', ['韩素琴', '方启航', '顾明远']],
  ['2026-10-01', ['陆振邦', '顾明远', '沈立群', '韩素琴', '方启航', '曾国栋', '待定']],
];

const from = (iso: string, days: number): CellInput => dateCell(addDays(fromISO(iso)!, days));

const at = (iso: string, hour: number, minute: number): CellInput => momentCell(civilMinute(fromISO(iso)!, hour, minute));

export const dutySample: readonly SampleRows[] = [
  {
    ledger: openingLedger,
    rows: OPENINGS.map(([person, counts, spring, national, eve]): Record<string, CellInput> => ({
      person,
      until: sampleDate('2025-12-31'),
      ...Object.fromEntries(WEEKDAY_FIELDS.map((field, index) => [field, counts[index]!])),
      holiday: counts[7],
      [FESTIVAL_FIELDS[1]]: spring,
      [FESTIVAL_FIELDS[6]]: national,
      eve,
    })),
  },
  {
    ledger: rosterLedger,
    rows: LAST_DAYS.map(([one, leader], index) => ({ date: from('2025-12-22', index), one, leader, state: '已发布' })),
  },
  {
    ledger: holidayLeadersLedger,
    rows: HOLIDAYS.flatMap(([first, leaders, chiefs]) => leaders.map((leader, index) => ({ date: from(first, index), leader, chiefs: chiefs?.[index] ?? null }))),
  },
  {
    ledger: emergencyLedger,
    rows: [{ from: sampleDate('2026-07-05'), to: sampleDate('2026-07-08'), reason: '防汛', leader: '顾明远', need: 2, decider: '程万里' }],
  },
  {
    ledger: daysOffLedger,
    rows: [
      { person: '朱琳', from: sampleDate('2026-02-07'), to: sampleDate('2026-02-08'), kind: '不能排', reason: '家中办事', registered: sampleDate('2025-12-20') },
      { person: '林涛', from: sampleDate('2026-03-14'), to: sampleDate('2026-03-14'), kind: '不能排', reason: '参加考试', registered: sampleDate('2025-12-22') },
      { person: '马超', from: sampleDate('2026-03-07'), to: sampleDate('2026-03-08'), kind: '尽量不排', registered: sampleDate('2025-12-22') },
      { person: '宋佳', from: sampleDate('2026-01-24'), to: sampleDate('2026-01-25'), kind: '希望排', registered: sampleDate('2025-12-23') },
    ],
  },
  {
    ledger: swapLedger,
    rows: [
      {
        number: '2025-31',
        kind: '顶替',
        date: sampleDate('2025-12-26'),
        from: '陈静',
        to: '朱琳',
        reason: '孩子生病',
        asked: at('2025-12-25', 9, 20),
        approver: '秦朗',
        approved: at('2025-12-25', 10, 5),
        toldLeader: at('2025-12-25', 10, 30),
        toldOffice: at('2025-12-25', 10, 40),
        toldPhone: at('2025-12-25', 10, 45),
      },
      {
        number: '2025-32',
        kind: '对调',
        date: sampleDate('2025-12-23'),
        from: '马超',
        to: '郑爽',
        otherDate: sampleDate('2025-12-29'),
        reason: '外地参会',
        asked: at('2025-12-22', 8, 50),
        approver: '秦朗',
        approved: at('2025-12-22', 9, 30),
        toldLeader: at('2025-12-22', 10, 0),
        toldOffice: at('2025-12-22', 10, 0),
      },
    ],
  },
];
