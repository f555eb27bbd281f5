/** Values of settings and parameters from text: the sheet 参数, `--set NAME=VALUE`, a form. */
import { fromISO, toISO, type CivilDate } from '../kernel/date';
import { compactText, normalizeText } from '../kernel/text/normalize';
import { parseYesNo } from '../kernel/text/yesNo';
import { parseDateText } from '../kernel/text/dateText';
import { parseNumberText } from '../kernel/text/number';
import type { Parameter, Parameters } from '../ledger/parameter';
import type { Setting } from '../ledger/setting';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

const fail = (expected: string): { readonly ok: false; readonly expected: string } => ({ ok: false, expected });

interface Limits {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

function parseLimited(text: string, whole: boolean, limits: Limits): Parsed<number> {
  const expected = `${whole ? '整数' : '数字'}${limits.minimum === null ? '' : `,不小于${limits.minimum}`}${limits.maximum === null ? '' : `,不大于${limits.maximum}`}`;
  const result = parseNumberText(text);
  if (!result.ok || result.approximate || (whole && !Number.isInteger(result.value))) return fail(expected);
  if ((limits.minimum !== null && result.value < limits.minimum) || (limits.maximum !== null && result.value > limits.maximum)) return fail(expected);
  return { ok: true, value: result.value };
}

function parseDateValue(text: string): Parsed<CivilDate> {
  const result = parseDateText(text, { year: null });
  return result.kind === 'date' && result.notes.length === 0 ? { ok: true, value: result.date } : fail('日期,如 2026-03-05');
}

function parseYesNoValue(text: string): Parsed<boolean> {
  const value = parseYesNo(text);
  return value === null ? fail('是 或 否') : { ok: true, value };
}

/** A setting's value from text. A blank text is the default. */
export function parseSetting(setting: Setting<unknown>, text: string): Parsed<unknown> {
  const trimmed = normalizeText(text);
  if (trimmed === '') return { ok: true, value: setting.default };
  switch (setting.type) {
    case 'integer':
    case 'number':
      if (/^(无|不限|没有)$/.test(trimmed) && setting.default === null) return { ok: true, value: null };
      return parseLimited(trimmed, setting.type === 'integer', setting);
    case 'yesNo':
      return parseYesNoValue(trimmed);
    case 'date':
      return parseDateValue(trimmed);
    case 'choice': {
      const found = setting.choices.find((choice) => compactText(choice) === compactText(trimmed));
      return found === undefined ? fail(`${setting.choices.join('、')}之一`) : { ok: true, value: found };
    }
    case 'list':
      return { ok: true, value: trimmed.split(/[、,;\s]+/).filter((word) => word !== '') };
    case 'month':
    case 'text':
      return { ok: true, value: trimmed };
  }
}

/** A parameter's value from text; blank = not given. */
export function parseParameter(parameter: Parameter<unknown>, text: string): Parsed<unknown> {
  const trimmed = normalizeText(text);
  if (trimmed === '') return parameter.required ? fail('必填') : { ok: true, value: parameter.default };
  switch (parameter.type) {
    case 'date': {
      const iso = fromISO(trimmed);
      return iso === undefined ? fail('日期,写成 2026-03-05') : { ok: true, value: iso };
    }
    case 'year':
    case 'quarter':
    case 'integer':
      return parseLimited(trimmed, true, parameter);
    case 'yesNo':
      return parseYesNoValue(trimmed);
    case 'choice':
      return parameter.choices.includes(trimmed) ? { ok: true, value: trimmed } : fail(`${parameter.choices.join('、')}之一`);
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(trimmed) ? { ok: true, value: trimmed } : fail('月份,写成 2026-03');
    case 'text':
      return { ok: true, value: text };
  }
}

/** Typed values as JSON and marks show them: ISO dates, 是/否 as text, blanks null. */
export function parameterToJson(parameter: Parameter<unknown>, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (parameter.type === 'date') return toISO(value as CivilDate);
  if (parameter.type === 'yesNo') return value === true ? '是' : '否';
  return value as string | number;
}

export function parametersToJson(parameters: Parameters, values: Readonly<Record<string, unknown>>): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameterToJson(parameter, values[name])]));
}
