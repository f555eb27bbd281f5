/** Why somebody's allowance is what it is: every duty with its standard and its cells, then what was taken off (后勤-二(七)). */
import { weekdayName, partsOf } from '../../../kernel/date';
import { formatYuan, ZERO_FEN } from '../../../kernel/money';
import { monthPeriod } from '../../../kernel/period';
import { parseMonth } from '../../../kernel/text/month';
import type { Context } from '../../../ledger/context';
import type { Explainer, ExplainTarget, ExplanationLine } from '../../../ledger/explain';
import { CELL_KIND } from '../../../workbook/cell';
import { cellAt, findSheet, type SheetSnapshot } from '../../../workbook/snapshot';
import { absences, authority, calendar, people } from '../../office/facts';
import { paysWithRest } from '../parameters';
import { dutyRecords } from '../reading/records';
import { restLedger } from './ledgers';
import { allowancesOf, type Line, type PricedShift } from './month';
import { ALLOWANCE_ACTION, ALLOWANCE_CLAUSE } from './rates';
import { ALLOWANCE_TABLE } from './tables';

const line = (item: string, value: string, source = '', clause = ALLOWANCE_CLAUSE): ExplanationLine => ({ item, value, source, clause });

/** Which line of the month a row is: by its number on the page, by its place below the header in the table; -1 for no line. */
function lineAt(sheet: SheetSnapshot, row: number): number {
  const number = cellAt(sheet, row, 0);
  if (number.kind === CELL_KIND.number) return (number.value as number) - 1;
  for (let at = row; at >= 0; at -= 1) if (cellAt(sheet, at, 0).value === '姓名') return row - at - 1;
  return -1;
}

function shiftLine({ date, dayClass, parts, amount, settlement, source, slip, rostered, actual, contests }: PricedShift): readonly ExplanationLine[] {
  const { month, day } = partsOf(date);
  const swapped = rostered.order === actual.order ? '' : `,原排${rostered.label}${slip === '' ? '' : `(调换单${slip})`}`;
  const reason = contests.map(({ why }) => `:${why}`).join('');
  return [
    line(`${month}月${day}日${weekdayName(date)}`, `${dayClass},${formatYuan(amount)}元,${settlement}${reason}${swapped}`, source),
    ...parts.map((part, index): ExplanationLine => {
      const item = parts.length === 1 ? '标准' : ['当天15小时', '次日9小时'][index]!;
      return part.rate === null ? line(item, `费率表没有${part.dayClass}的标准,按0元计`) : line(item, `${part.dayClass},${formatYuan(part.rate.amount ?? ZERO_FEN)}元/班`, part.rate.source);
    }),
  ];
}

function linesOf(found: Line): readonly ExplanationLine[] {
  const { shifts, gross, restCut, held, capCut, cap, net } = found;
  return [
    ...shifts.flatMap(shiftLine),
    line('应发金额', `${shifts.map(({ amount }) => formatYuan(amount)).join('+')}=${formatYuan(gross)}元`),
    ...(restCut > 0 ? [line('补休扣减', `${formatYuan(restCut)}元:已安排补休的班次不发(参数“${paysWithRest.key}”=否)`, restLedger.sheet)] : []),
    ...(held > 0 ? [line('暂扣金额', `${formatYuan(held)}元:调换未经批准,待定`, '', '值班-七(二)')] : []),
    ...(capCut > 0 ? [line('封顶扣减', `${formatYuan(capCut)}元:每人每月封顶${formatYuan(cap!)}元`)] : []),
    line('实发金额', `${[gross, restCut, held, capCut].filter((amount, index) => index === 0 || amount > 0).map((amount) => formatYuan(amount)).join('-')}=${formatYuan(net)}元`),
  ];
}

function explain(context: Context, { sheet: name, cell, mark }: ExplainTarget): readonly ExplanationLine[] | null {
  const sheet = findSheet(context.snapshot, name);
  if (!sheet || mark?.action !== ALLOWANCE_ACTION || !mark.title.startsWith(ALLOWANCE_TABLE)) return null;
  const month = parseMonth(mark.parameters['month'] ?? '', null);
  if ('reason' in month) return null;
  const period = monthPeriod(month.year, month.month);
  const found = allowancesOf(context, context.fact(dutyRecords, period), period).lines[lineAt(sheet, cell.row)];
  return found ? [line('姓名', `${found.person.label},${found.payee}`, `${found.person.sheet}!${found.person.cell}`), ...linesOf(found)] : null;
}

export const allowanceExplainer: Explainer = { id: 'allowance', needs: [people, calendar, absences, authority, dutyRecords], explain };
