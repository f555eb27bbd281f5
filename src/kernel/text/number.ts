/** Numbers as clerks type them (samples F4): full-width, grouped, with units, approximate, in Chinese. */
import { chineseDigit, isNumeralChar, parseChineseNumeral } from './chineseNumeral';
import { normalizeText } from './normalize';

/** Why a text is no number. */
export type DecimalReason =
  | 'number-blank'
  | 'number-unreadable'
  /** Several numbers, or a span: 3-5, 500/600. */
  | 'number-several'
  /** Separators that group no thousands: 1,23. */
  | 'number-grouping';

export type NumberReason = DecimalReason | 'number-too-large';

/** A decimal exactly as written: digits x 10^-scale. The scale may be negative: 12万 is 12 x 10^4. */
export interface Decimal {
  readonly negative: boolean;
  /** One digit at least. */
  readonly digits: string;
  readonly scale: number;
}

interface Refusal<Reason> {
  readonly ok: false;
  readonly reason: Reason;
}

export type DecimalReading =
  | { readonly ok: true; readonly decimal: Decimal; readonly approximate: boolean; readonly unit: string | null }
  | Refusal<DecimalReason>;

export type NumberReading =
  | {
      readonly ok: true;
      /** 12% reads 0.12. */
      readonly value: number;
      /** 约, 左右, 余, + ...: the number stands and is worth a warning. */
      readonly approximate: boolean;
      /** As we write it (公里 for km), with what it is per (元/人); null without one. */
      readonly unit: string | null;
    }
  | Refusal<NumberReason>;

/** From here on a number is a slip of the hand, and a double no longer exact to the fen. */
const LIMIT = 1e13;

const OTHER_NAMES: Readonly<Record<string, string>> = {
  元: '块 圆 块钱 rmb 元人民币 元整 元正 圆整 圆正',
  公里: 'km 千米',
  百公里: '百km',
  升: 'l 公升',
  度: 'kwh 千瓦时',
  天: '日 工作日 个工作日',
  小时: 'h 个小时 个钟头',
  分钟: 'min',
  月: '个月',
  平方米: 'm2 平米 平方',
  公斤: 'kg 千克',
  克: 'g',
  吨: 't',
  米: 'm',
  厘米: 'cm',
  台: '部',
};
const SAME_NAMES = '角 % 分 秒 人 次 人次 个 辆 份 张 件 页 本 册 年 岁 倍 组 户 名 位 套 支 条 只 项 桶 瓶 包 箱 盒 班 节 场 期 间 顿 晚 趟 号';

const UNITS: ReadonlyMap<string, string> = new Map([
  ...SAME_NAMES.split(' ').map((name): [string, string] => [name, name]),
  ...Object.entries(OTHER_NAMES).flatMap(([name, others]) => [name, ...others.split(' ')].map((other): [string, string] => [other, name])),
]);

const SHIFTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };

const BEFORE = /^(?:大约|大概|约计|估计|将近|约|近|~|≈)\s*/;
const SIGN = /^(?:(?:¥|rmb|人民币)\s*)?([-+负]?)\s*(?:¥\s*)?/i;
const ARABIC = /^(\d{1,3}(?:[, ]\d{3})+(?!\d)|\d*)(?:[.。](\d*))?/;
/** What may follow the digits: 多/余, a multiplier, 多/余 again, a unit, and a word that makes it approximate. */
const TAIL = /^([余多])?((?:十|百|千)?万|百|千|亿)?([余多])?([^余多+]*?)([余多])?(左右|上下|\+)?$/;
/** 三四天 is three or four days, not thirty-four. */
const ONE_OR_TWO = /^(?:一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?![点〇零一二两三四五六七八九])/;
const ANOTHER = /[-~〜—至到、/;]\s*[\d零一二两三四五六七八九十]/;

/** Reads a text exactly; `parseNumber` says what is accepted. */
export function parseDecimal(text: string): DecimalReading {
  if (/^\d{1,13}$/.test(text)) return { ok: true, decimal: { negative: false, digits: text, scale: 0 }, approximate: false, unit: null };
  const plain = normalizeText(text).replace(/^['\u2018\u2019]\s*/, '').replace(/[\u2212\u2013]/g, '-');
  if (plain === '') return refuse('number-blank');
  const bare = plain.replace(BEFORE, '');
  const sign = SIGN.exec(bare)!;
  const rest = bare.slice(sign[0].length);
  if (ONE_OR_TWO.test(rest)) return refuse('number-several');
  const body = readArabic(rest) ?? readChinese(rest);
  if (!body) return refuse('number-unreadable');
  const after = rest.slice(body.length).trimStart();
  if (/^[, ]*\d/.test(after)) return refuse('number-grouping');
  const tail = TAIL.exec(after);
  const unit = tail ? unitOf(tail[4]!.trim()) : undefined;
  if (!tail || unit === undefined) return refuse(ANOTHER.test(after) ? 'number-several' : 'number-unreadable');
  const shift = tail[2] === undefined ? 0 : SHIFTS[tail[2]]!;
  return {
    ok: true,
    decimal: { negative: sign[1] === '-' || sign[1] === '负', digits: body.digits, scale: body.scale - shift + (unit === '%' ? 2 : 0) },
    approximate: bare !== plain || [tail[1], tail[3], tail[5], tail[6]].some((word) => word !== undefined),
    unit,
  };
}

function refuse<Reason extends NumberReason>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}

interface Body {
  /** Characters read. */
  readonly length: number;
  readonly digits: string;
  readonly scale: number;
}

/** 1234, 1,234.5, .5, 500。 */
function readArabic(text: string): Body | undefined {
  const match = ARABIC.exec(text)!;
  const decimals = match[2] ?? '';
  const digits = match[1]!.replace(/[, ]/g, '') + decimals;
  return digits === '' ? undefined : { length: match[0].length, digits, scale: decimals.length };
}

/** 三千二百, 叁仟, 三点五 */
function readChinese(text: string): Body | undefined {
  let length = 0;
  while (length < text.length && isNumeralChar(text[length]!)) length += 1;
  const whole = parseChineseNumeral(text.slice(0, length));
  if (whole === undefined) return undefined;
  if (text[length] !== '点') return { length, digits: String(whole), scale: 0 };
  let decimals = '';
  for (let digit = chineseDigit(text.charAt(length + 1)); digit !== undefined; digit = chineseDigit(text.charAt(length + 1 + decimals.length))) decimals += String(digit);
  return { length: length + 1 + decimals.length, digits: String(whole) + decimals, scale: decimals.length };
}

/** null without a unit; undefined for a word that is none. */
function unitOf(text: string): string | null | undefined {
  if (text === '') return null;
  const names = text.toLowerCase().split('/').map((name) => UNITS.get(name.trim()));
  return names.every((name) => name !== undefined) ? names.join('/') : undefined;
}

/**
 * The number in a text: full-width and grouped digits, a leading apostrophe, ¥, a unit, 万 and 亿, Chinese numerals plain
 * or financial, full-width minus; 约, 左右, 多, 余 and + make it approximate. Below 10^13 in size.
 */
export function parseNumberText(text: string): NumberReading {
  const reading = parseDecimal(text);
  if (!reading.ok) return reading;
  const { negative, digits, scale } = reading.decimal;
  const size = Number(`${digits}e${-scale}`);
  if (size >= LIMIT) return refuse('number-too-large');
  return { ok: true, value: negative && size !== 0 ? -size : size, approximate: reading.approximate, unit: reading.unit };
}
