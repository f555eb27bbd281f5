/** 督查-三(七): by the 28th of the quarter's last month the rows are handed in. */
import { partsOf, toISO, type CivilDate } from '../../../kernel/date';
import { dueInMonth, lastDayInTime } from '../../../kernel/due';
import { quarterOf } from '../../../kernel/period';
import type { Context } from '../../../ledger/context';
import type { IssueText } from '../../../ledger/issue';
import type { Rule } from '../../../ledger/rule';
import { ALL_TIME } from '../entries';
import { calendar } from '../../office/facts';
import { dueDayIncluded, dueDayRolls } from '../../office/parameters';
import { isSupplement } from '../quarter';
import { procedure, type ProcedureFinding, type ProcedureRow } from './procedure';

const HAND_IN_DAY = 28;
/** 督查-三(七): the 28th of the quarter's last month. */
export function handInDue(year: number, quarter: number): CivilDate {
  return dueInMonth(year, quarter * 3, HAND_IN_DAY);
}

/** 督查-三(七): what comes after the hand-in still belongs to the quarter in which it happened. */
export function supplementText(why: string): IssueText {
  return {
    code: 'scoring/supplement',
    severity: 'info',
    message: `季末后补报:${why},仍计入发生日期所在季度`,
    remedy: '并入下一次汇总时请核对本季度明细',
    clause: '督查-三(七)',
  };
}

/** 督查-三(七): what is handed in after the deadline is late; what happens or is typed in after it is a supplement. */
export function rowsAreHandedInByThe28th(row: ProcedureRow, limit: CivilDate): readonly ProcedureFinding[] {
  const supplement = isSupplement(row.date);
  if (!supplement && row.handedIn !== null && row.handedIn > limit) {
    return [
      {
        field: 'handedIn',
        text: {
          code: 'scoring/handed-in-late',
          severity: 'warning',
          message: `交综合股日期${toISO(row.handedIn)}晚于本季度报送截止日${toISO(limit)}`,
          remedy: '请核对日期;确是迟交的仍按发生日期计入本季度',
          clause: '督查-三(七)',
        },
      },
    ];
  }
  if (!supplement && (row.registered === null || row.registered <= limit)) return [];
  return [
    {
      field: supplement ? 'date' : 'registered',
      text: supplementText(supplement ? `发生在${toISO(row.date)}` : `${toISO(row.registered!)}才登记`),
    },
  ];
}

/** Deadlines by quarter, each worked out once. */
function deadlines(context: Context): (date: CivilDate) => CivilDate {
  const known = new Map<number, CivilDate>();
  return (date) => {
    const { year } = partsOf(date);
    const quarter = quarterOf(date);
    const key = year * 4 + quarter;
    let limit = known.get(key);
    if (limit === undefined) {
      const due = handInDue(year, quarter);
      const days = context.fact(calendar, { from: due, to: due });
      limit = lastDayInTime(due, (day) => days.isWorkday(day), { inclusive: context.setting(dueDayIncluded, due), putOff: context.setting(dueDayRolls, due) });
      known.set(key, limit);
    }
    return limit;
  };
}

export const handInRule: Rule = {
  id: 'rows-are-handed-in-by-the-28th',
  clause: '督查-三(七)',
  title: '加扣分在季末月28日前交综合股;其后发生或登记的标明季末后补报',
  needs: [procedure, calendar],
  check: (context) => {
    const table = context.fact(procedure, ALL_TIME);
    const limitOf = deadlines(context);
    for (const row of table.rows) {
      for (const { field, text } of rowsAreHandedInByThe28th(row, limitOf(row.date))) context.report(table.issue(row.at, field, text));
    }
  },
};
