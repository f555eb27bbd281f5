import { civilMinute } from '../../src/kernel/date';
import { fen } from '../../src/kernel/money';
import * as types from '../../src/ledger/column-types';
import { Trouble, type CellContext, type ColumnType } from '../../src/ledger/cell-reading';
import { asRead, CELL_KIND, momentCell, formulaCell, type ReadCell } from '../../src/workbook/cell';
import { day } from '../support/sheets';

const context: CellContext = { year: 2026, rowDate: day('2026-03-05'), choices: ['公务', '应急'] };
const noon = civilMinute(day('2026-03-05'), 12, 5);

describe('what is written reads back as the same value', () => {
  const cases: readonly (readonly [string, ColumnType<never>, unknown])[] = [
    ['text', types.text as never, '值班'],
    ['section', types.section as never, '综合股'],
    ['name', types.name as never, { name: '张伟', id: '07' }],
    ['name without number', types.name as never, { name: '张伟', id: null }],
    ['names', types.names as never, [{ name: '张三', id: null }, { name: '张伟', id: '07' }]],
    ['date', types.date as never, day('2026-03-05')],
    ['moment', types.moment as never, { date: day('2026-03-05'), at: noon, dateOnly: false }],
    ['a date as a moment', types.moment as never, { date: day('2026-03-05'), at: civilMinute(day('2026-03-05'), 0), dateOnly: true }],
    ['half, morning', types.half as never, 'am'],
    ['half, afternoon', types.half as never, 'pm'],
    ['slot', types.slot as never, 'pm'],
    ['slot, whole day', types.slot as never, 'day'],
    ['number', types.number as never, 1.5],
    ['integer', types.integer as never, 3],
    ['money', types.money as never, fen(1250)],
    ['yes', types.yesNo as never, true],
    ['no', types.yesNo as never, false],
    ['choice', types.choice as never, '公务'],
    ['month', types.month as never, { year: 2026, month: 3 }],
    ['phone', types.phone as never, '13900000001'],
    ['plate', types.plate as never, '川J12345'],
    ['weekdays', types.weekdays as never, [5, 6]],
  ];
  test.each(cases)('%s', (_name, type, value) => {
    expect(type.read(asRead(type.write(value as never)), context)).toEqual(value);
  });
});

const cell = (value: ReadCell['value'], kind: ReadCell['kind']): ReadCell => ({ value, kind, formula: undefined });

test.each([
  ['weekday beside a date differs', types.date, cell('3月5日(周五)', CELL_KIND.text), 'weekday-differs', true],
  ['weekday beside a moment differs', types.moment, cell('2026-3-5(周五) 9:00', CELL_KIND.text), 'weekday-differs', true],
  ['a month that is a number', types.month, cell(2026.1, CELL_KIND.number), 'month-number', false],
  ['a name that is a date', types.name, cell(46086, CELL_KIND.date), 'name-not-a-name', false],
] as const)('%s', (_name, type, read, reason, usable) => {
  const result = (type as ColumnType<unknown>).read(read, context);
  expect(result).toBeInstanceOf(Trouble);
  expect(result).toMatchObject({ usable });
  expect((result as Trouble).reason).toContain(reason.split('-')[0]);
});

test('a text cell shows dates with their time, booleans as 是/否', () => {
  expect(types.cellText(asRead(momentCell(noon)))).toBe('2026-03-05 12:05');
  expect(types.cellText(cell(true, CELL_KIND.boolean))).toBe('是');
  expect(types.cellText(asRead(formulaCell('1+2', null)))).toBe('');
  expect(asRead(formulaCell('1+1', 2))).toEqual({ value: 2, kind: CELL_KIND.number, formula: '1+1' });
  expect(momentCell(null)).toBeNull();
});
