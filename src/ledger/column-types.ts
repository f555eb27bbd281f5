/** How each type of column reads a cell and writes a value. One entry per type; columns only name them. */
import { civilMinute, dateOfMinute, minuteFromSerial, minuteOfDay, fromSerial, minuteToISO, partsOf, toISO, type CivilDate, type Weekday, WEEKDAY_NAMES } from '../kernel/date';
import { fenOfYuan, parseMoney, toYuan, type Fen } from '../kernel/money';
import type { HalfDay } from '../kernel/slots';
import { parseDateNumber, parseDateText, type DateReading } from '../kernel/text/dateText';
import { parseHalfDay } from '../kernel/text/halfDayText';
import { monthToText, parseMonth, parseMonthNumber, type MonthRef } from '../kernel/text/month';
import { parseName, parseNames, type NameReading } from '../kernel/text/name';
import { compactText, normalizeText, trimText } from '../kernel/text/normalize';
import { parseNumberText } from '../kernel/text/number';
import { parsePhone } from '../kernel/text/phone';
import { parsePlate } from '../kernel/text/plate';
import { parseTimeText } from '../kernel/text/timeText';
import { parseWeekdays } from '../kernel/text/weekdays';
import { parseYesNo } from '../kernel/text/yesNo';
import { CELL_KIND, dateCell, momentCell, type ReadCell } from '../workbook/cell';
import { Trouble, type CellContext, type ColumnType, type Moment, type PersonRef } from './cell-reading';

/** A cell as text: dates in ISO, booleans as 是/否, numbers without exponent where possible. */
export function cellText(cell: ReadCell): string {
  if (cell.kind === CELL_KIND.date) {
    const at = minuteFromSerial(cell.value as number);
    return minuteOfDay(at) === 0 ? toISO(dateOfMinute(at)) : minuteToISO(at).replace('T', ' ');
  }
  if (cell.kind === CELL_KIND.boolean) return cell.value === true ? '是' : '否';
  return cell.kind === CELL_KIND.uncomputed ? '' : String(cell.value);
}

const trouble = (reason: string, cell: ReadCell, more: Readonly<Record<string, string>> = {}): Trouble => new Trouble(reason, { value: cellText(cell), ...more });
const doubt = (reason: string, cell: ReadCell, value: unknown, more: Readonly<Record<string, string>> = {}): Trouble => new Trouble(reason, { value: cellText(cell), ...more }, true, value);

const WIDE_OR_PLAIN = /^[ -~\u3000\uff01-\uff5e]*$/;

export const text: ColumnType<string> = {
  name: 'text',
  read: (cell) => normalizeText(cellText(cell)),
  write: (value) => value,
  // full-width letters and digits are a code; anything else is prose, whose signs and lines are the writer's
  tidy: (cell, value) => {
    if (cell.kind !== CELL_KIND.text) return undefined;
    const typed = trimText(cell.value as string);
    return WIDE_OR_PLAIN.test(typed) ? value : typed;
  },
  label: false,
  width: 16,
};

/** Names or numbers of sections stand for themselves until the office room resolves them. */
export const section: ColumnType<string> = { name: 'section', read: (cell) => compactText(cellText(cell)), write: (value) => value, label: true, width: 12 };

function personOf(reading: NameReading, cell: ReadCell): PersonRef | Trouble {
  if (reading.kind === 'unclear') return trouble(reading.reason, cell);
  return { name: reading.name, id: reading.id, ...(reading.title === undefined ? {} : { title: reading.title }) };
}

/** Whether something stands behind a name: 张三(借调), 张三①. */
function hasRemark(cell: ReadCell): boolean {
  return parseNames(cell.value as string).some((reading) => reading.kind === 'name' && reading.note !== null);
}

export const name: ColumnType<PersonRef> = {
  name: 'name',
  read: (cell) => (cell.kind === CELL_KIND.text ? personOf(parseName(cell.value as string), cell) : trouble('name-not-a-name', cell)),
  write: (value) => (value.id === null ? value.name : `${value.name}(${value.id})`),
  tidy: (cell, value) => (hasRemark(cell) ? undefined : name.write(value)),
  label: true,
  width: 12,
};

export const names: ColumnType<readonly PersonRef[]> = {
  name: 'names',
  read: (cell) => {
    if (cell.kind !== CELL_KIND.text) return trouble('name-not-a-name', cell);
    const people: PersonRef[] = [];
    for (const reading of parseNames(cell.value as string)) {
      const person = personOf(reading, cell);
      if (person instanceof Trouble) return person;
      people.push(person);
    }
    return people.length === 0 ? trouble('name-empty', cell) : people;
  },
  write: (value) => value.map((person) => name.write(person)).join('、'),
  tidy: (cell, value) => (hasRemark(cell) ? undefined : names.write(value)),
  label: true,
  width: 16,
};

function readDate(cell: ReadCell, context: CellContext): DateReading {
  if (cell.kind === CELL_KIND.date) {
    const at = minuteFromSerial(cell.value as number);
    return { kind: 'date', date: dateOfMinute(at), time: minuteOfDay(at) === 0 ? null : minuteOfDay(at), part: null, notes: [] };
  }
  if (cell.kind === CELL_KIND.number) return parseDateNumber(cell.value as number);
  return cell.kind === CELL_KIND.text ? parseDateText(cell.value as string, { year: context.year }) : { kind: 'error', reason: 'date-unreadable' };
}

/** Any year: asks about the shape of a cell that could be read already. */
const ANY_YEAR: CellContext = { year: 2000, rowDate: null, choices: [] };

function hasTime(cell: ReadCell): boolean {
  const reading = readDate(cell, ANY_YEAR);
  return reading.kind === 'date' && reading.time !== null;
}

export const date: ColumnType<CivilDate> = {
  name: 'date',
  read: (cell, context) => {
    if (cell.kind === CELL_KIND.date) return fromSerial(cell.value as number);
    const reading = readDate(cell, context);
    if (reading.kind === 'error') return trouble(reading.reason, cell);
    const note = reading.notes.find((found) => found !== 'two-digit-year');
    return note === undefined ? reading.date : doubt(note, cell, reading.date, { read: toISO(reading.date), ...(reading.part === null ? {} : { part: reading.part }) });
  },
  write: (value) => dateCell(value),
  tidy: (cell, value) => (hasTime(cell) ? undefined : dateCell(value)),
  numberFormat: 'yyyy-mm-dd',
  label: true,
  width: 12,
};

/** Minutes since midnight of a cell that holds a time of day and no date; null otherwise. */
function timeAlone(cell: ReadCell): number | null {
  if (cell.kind === CELL_KIND.text) return parseTimeText(cell.value as string);
  // a serial below one
  const fraction = (cell.kind === CELL_KIND.date || cell.kind === CELL_KIND.number) && (cell.value as number) >= 0 && (cell.value as number) < 1;
  return fraction ? Math.round((cell.value as number) * 1440) % 1440 : null;
}

function momentOf(day: CivilDate, time: number | null): Moment {
  return { date: day, at: civilMinute(day, 0, time ?? 0), dateOnly: time === null };
}

export const moment: ColumnType<Moment> = {
  name: 'moment',
  read: (cell, context) => {
    const time = timeAlone(cell);
    if (time !== null) return context.rowDate === null ? trouble('time-without-date', cell) : momentOf(context.rowDate, time);
    const reading = readDate(cell, context);
    if (reading.kind === 'error') return trouble(reading.reason, cell);
    const value = momentOf(reading.date, reading.time);
    const note = reading.notes.find((found) => found !== 'two-digit-year');
    return note === undefined ? value : doubt(note, cell, value, { read: toISO(reading.date) });
  },
  write: (value) => (value.dateOnly ? dateCell(value.date) : momentCell(value.at)),
  tidy: (cell, value) => (cell.kind === CELL_KIND.date || timeAlone(cell) !== null ? undefined : moment.write(value)),
  numberFormat: 'yyyy-mm-dd hh:mm',
  label: false,
  width: 17,
};

export const half: ColumnType<HalfDay> = {
  name: 'half',
  read: (cell) => {
    const reading = cell.kind === CELL_KIND.text ? parseHalfDay(cell.value as string) : cell.value === 0.5 ? ({ reason: 'half-unknown' } as const) : ({ reason: 'half-unreadable' } as const);
    if (typeof reading === 'object') return trouble(reading.reason, cell);
    return reading === 'day' ? trouble('half-day', cell) : reading;
  },
  write: (value) => (value === 'am' ? '上午' : '下午'),
  label: false,
  width: 8,
};

export const slot: ColumnType<HalfDay | 'day'> = {
  name: 'slot',
  read: (cell) => {
    const reading = cell.kind === CELL_KIND.text ? parseHalfDay(cell.value as string) : cell.value === 0.5 ? ({ reason: 'half-unknown' } as const) : ({ reason: 'half-unreadable' } as const);
    return typeof reading === 'object' ? trouble(reading.reason, cell) : reading;
  },
  write: (value) => (value === 'day' ? '全天' : half.write(value)),
  label: false,
  width: 8,
};

function readNumber(cell: ReadCell): number | Trouble {
  if (cell.kind === CELL_KIND.number) return cell.value as number;
  if (cell.kind !== CELL_KIND.text) return trouble('number-unreadable', cell);
  const reading = parseNumberText(cell.value as string);
  if (!reading.ok) return trouble(reading.reason, cell);
  return reading.approximate ? doubt('number-approximate', cell, reading.value, { read: String(reading.value) }) : reading.value;
}

export const number: ColumnType<number> = { name: 'number', read: readNumber, write: (value) => value, label: false, width: 10 };

export const integer: ColumnType<number> = {
  ...number,
  name: 'integer',
  read: (cell) => {
    const value = readNumber(cell);
    return typeof value === 'number' && !Number.isInteger(value) ? trouble('number-not-whole', cell) : value;
  },
};

export const money: ColumnType<Fen> = {
  name: 'money',
  read: (cell) => {
    const reading = cell.kind === CELL_KIND.number ? fenOfYuan(cell.value as number) : cell.kind === CELL_KIND.text ? parseMoney(cell.value as string) : ({ ok: false, reason: 'number-unreadable' } as const);
    if (!reading.ok) return trouble(reading.reason, cell);
    return reading.approximate ? doubt('number-approximate', cell, reading.value, { read: String(toYuan(reading.value)) }) : reading.value;
  },
  write: (value) => toYuan(value),
  numberFormat: '0.00',
  label: false,
  width: 11,
};

export const yesNo: ColumnType<boolean> = {
  name: 'yesNo',
  read: (cell) => {
    if (cell.kind === CELL_KIND.boolean) return cell.value === true;
    return parseYesNo(cellText(cell)) ?? trouble('yes-no-unreadable', cell);
  },
  write: (value) => (value ? '是' : '否'),
  label: false,
  width: 8,
};

export const choice: ColumnType<string> = {
  name: 'choice',
  read: (cell, context) => {
    const typed = compactText(cellText(cell));
    return context.choices.find((word) => compactText(word) === typed) ?? trouble('choice-unknown', cell);
  },
  write: (value) => value,
  label: true,
  width: 10,
};

export const month: ColumnType<MonthRef> = {
  name: 'month',
  read: (cell, context) => {
    if (cell.kind === CELL_KIND.date) {
      const [year, value] = toISO(fromSerial(cell.value as number)).split('-').map(Number);
      return { year: year!, month: value! };
    }
    const reading = cell.kind === CELL_KIND.number ? parseMonthNumber(cell.value as number, context.year) : parseMonth(cellText(cell), context.year);
    return 'reason' in reading ? trouble(reading.reason, cell) : reading;
  },
  write: (value) => monthToText(value),
  // the 15th of March is more than March
  tidy: (cell, value) => {
    const day = readDate(cell, ANY_YEAR);
    return day.kind === 'date' && partsOf(day.date).day !== 1 ? undefined : monthToText(value);
  },
  label: true,
  width: 10,
};

export const phone: ColumnType<string> = {
  name: 'phone',
  read: (cell) => {
    const typed = cellText(cell);
    const reading = parsePhone(typed);
    return reading.kind === 'malformed' ? doubt('phone-malformed', cell, compactText(typed)) : reading.text;
  },
  write: (value) => value,
  numberFormat: '@',
  label: false,
  width: 14,
};

export const plate: ColumnType<string> = {
  name: 'plate',
  read: (cell) => parsePlate(cellText(cell)) ?? trouble('plate-unreadable', cell),
  write: (value) => value,
  label: true,
  width: 12,
};

export const weekdays: ColumnType<readonly Weekday[]> = {
  name: 'weekdays',
  read: (cell) => parseWeekdays(cellText(cell)) ?? trouble('weekdays-unreadable', cell),
  write: (value) => value.map((day) => WEEKDAY_NAMES[day]).join('、'),
  label: false,
  width: 12,
};
