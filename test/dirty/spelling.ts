/** One value as clerks spell it (samples F4): the same to a reader, never the same to a program. Turn by turn, without chance. */
import { minuteToISO, partsOf, toISO, toSerial, weekdayName, type CivilDate } from '../../src/kernel/date';
import type { Column } from '../../src/ledger/column';
import type { CellInput } from '../../src/workbook/cell';

const ZERO_WIDTH = '\u200b';
const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function wide(text: string): string {
  return text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
}

function numeral(value: number): string {
  if (value <= 10) return CHINESE[value]!;
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : CHINESE[tens]!}十${value % 10 === 0 ? '' : CHINESE[value % 10]!}`;
}

const pick = <T>(list: readonly T[], turn: number): T => list[turn % list.length]!;

/** Dates; without year only where the sheet's title names it. `withTime` keeps apart what means another thing in a 时间 column. */
export function dateSpellings(date: CivilDate, titleYear: number, allowTime: boolean): readonly CellInput[] {
  const { year, month, day } = partsOf(date);
  const [mm, dd] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return [
    { kind: 'date', date },
    `${year}.${month}.${day}`,
    `${year}。${month}。${day}`,
    `${year}-${month}-${day}`,
    `${year}/${mm}/${dd}`,
    `${year}年${month}月${day}日`,
    `${String(year).slice(2)}.${month}.${day}`,
    `${year}${mm}${dd}`,
    Number(`${year}${mm}${dd}`),
    toSerial(date),
    ` ${year} . ${month} . ${day} `,
    wide(`${year}`) + '年' + wide(`${month}`) + '月' + wide(`${day}`) + '日',
    `${toISO(date)}(${weekdayName(date)})`,
    `'${toISO(date)}`,
    ...(allowTime ? [`${year}-${month}-${day} 9:00`] : []),
    ...(year === titleYear ? [`${month}月${day}日`, `${numeral(month)}月${numeral(day)}日`, `${month}.${day}`] : []),
  ];
}

/** The spellings that are read with a warning: 3.5 is taken for 3月5日. */
export function isDoubted(input: CellInput): boolean {
  return typeof input === 'string' && /^\d{1,2}\.\d{1,2}$/.test(input);
}

function momentSpellings(input: CellInput, titleYear: number): readonly CellInput[] {
  if (typeof input === 'object' && input?.kind === 'moment') {
    const [date, time] = minuteToISO(input.at).split('T') as [string, string];
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return [input, `${year}-${month}-${day} ${time.replace(/^0/, '')}`, `${year}年${month}月${day}日 ${time}`, `${date.replaceAll('-', '/')} ${time.replace(':', ':')}`];
  }
  if (typeof input === 'object' && input?.kind === 'date') return dateSpellings(input.date, titleYear, false);
  return [input, wide(String(input))];
}

function nameSpellings(name: string): readonly string[] {
  const [, bare, id = ''] = /^([^(]+)(\(.*\))?$/.exec(name)!;
  const spaced = bare!.length === 2 ? `${bare![0]} ${bare![1]}` : bare!;
  return [name, spaced + id, `${bare![0]}　${bare!.slice(1)}${id}`, `${name} `, `${bare![0]}${ZERO_WIDTH}${bare!.slice(1)}${id}`, bare + wide(id), `${name.replace('·', '•')}`, id === '' ? `${bare}(借调)` : name];
}

function listSpellings(names: string): readonly string[] {
  const parts = names.split('、');
  return ['、', '/', ';', '\n', ',', '、 '].map((separator, index) => parts.map((part) => pick(nameSpellings(part), index)).join(separator));
}

/** Columns whose cells are texts that a table repeats: only what reading takes away again is added. */
function textSpellings(text: string): readonly string[] {
  return [text, `${text} `, `　${text}`, text.replace(/[()0-9]/g, wide), `${text}${ZERO_WIDTH}`];
}

/** Other names of sections: the regulations' own, and one that the sample office lists. */
const SECTION_ALIASES: Readonly<Record<string, string>> = { 督查室: '目督室', 文印室: '打印室', 应急股: '应急办', 行政股: '财务室', 秘书股: '文秘股' };

function sectionSpellings(name: string): readonly string[] {
  const alias = SECTION_ALIASES[name] ?? name;
  return [name, ` ${name}`, alias, `${name}(办公楼三楼)`, alias === name ? `${name} ` : `${alias}/${name}`];
}

function spacedWord(word: string): readonly string[] {
  return [word, ` ${word}`, word.length === 2 ? `${word[0]} ${word[1]}` : `${word} `, `${word}\n`];
}

/** A cell of the sample in the spelling of this turn. `isDefinition`: sections are named here, not used. */
export function spell(column: Column<unknown>, input: CellInput, turn: number, titleYear: number, isDefinition: boolean): CellInput {
  if (input === null || input === '') return null;
  const text = String(input);
  switch (column.type.name) {
    case 'date':
      return typeof input === 'object' && input.kind === 'date' ? pick(dateSpellings(input.date, titleYear, true), turn) : input;
    case 'moment':
      return pick(momentSpellings(input, titleYear), turn);
    case 'name':
      return pick(nameSpellings(text), turn);
    case 'names':
      return pick(listSpellings(text), turn);
    case 'section':
      return pick(isDefinition ? spacedWord(text) : sectionSpellings(text), turn);
    case 'choice':
      return pick(spacedWord(text), turn);
    case 'yesNo':
      return pick<CellInput>(text === '是' ? ['是', '√', '✓', '有', '1', 'Y', 1, true, ' 是 '] : ['否', '×', '无', '0', 'N', 0, false, ' 否 '], turn);
    case 'half':
    case 'slot':
      return pick(text === '上午' ? ['上午', 'AM', ' 上 午', '上午半天'] : text === '下午' ? ['下午', 'PM', 'ｐｍ', '下午半天'] : ['全天', '一天', '1天'], turn);
    case 'number':
    case 'integer':
    case 'money':
      return pick<CellInput>([input, text, wide(text), `'${text}`, ` ${text} `], turn);
    case 'phone':
      return pick([text, `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`, `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`, wide(text)], turn);
    case 'plate':
      return pick([text, `${text.slice(0, 2)}·${text.slice(2)}`, text.toLowerCase()], turn);
    case 'weekdays':
      return pick([text, text.replaceAll('周', '星期')], turn);
    case 'month':
      return pick([text, text.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月')], turn);
    case 'text':
      return typeof input === 'string' ? pick(textSpellings(text), turn) : input;
    default:
      throw new Error(`no spelling for the column type ${column.type.name}`);
  }
}
