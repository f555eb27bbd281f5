/** Names of people as they stand in cells. Nothing is guessed: what is not plainly one name comes back with a reason. */
import { compactText, normalizeText } from './normalize';

export type NameReading =
  | { readonly kind: 'name'; readonly name: string; readonly id: string | null; readonly note: string | null }
  | { readonly kind: 'unclear'; readonly reason: 'name-empty' | 'name-several' | 'name-title' | 'name-not-a-name'; readonly text: string };

/** Separators between people. The interpunct of minority names is none. */
const SEPARATOR = /[/、,;|&\n\r]+|(?<=[\u4e00-\u9fff)])\s*[和与及]\s*(?=[\u4e00-\u9fff])/u;
const INTERPUNCT = /[•‧∙・・.·]/gu;
/** Circled numbers as people append them to namesakes (NFKC would turn them into digits). */
const CIRCLED = /[\u2460-\u2473\u3251-\u325f]/gu;
const TITLE = /(?:主任|副主任|县长|副县长|区长|局长|副局长|科长|股长|副股长|书记|组长|部长|处长|秘书长|主席|常务|老师|师傅|同志|先生|女士)$/;
const NAME = /^[\u4e00-\u9fff\u3400-\u4dbf\u3007\u{20000}-\u{2ffff}]{1,8}(?:·[\u4e00-\u9fff\u3400-\u4dbf]{1,10})*$/u;
const LATIN = /^[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,3}$/;

/** One name: `张　三`, `张伟(07)` (编号), `张三(借调)`, `张三①`. */
export function parseName(text: string): NameReading {
  const circled = text.match(CIRCLED)?.[0] ?? null;
  const normal = normalizeText(text.replace(CIRCLED, ''));
  if (normal === '') return { kind: 'unclear', reason: 'name-empty', text };
  const bracket = /^([^()[\]]+)[([]([^()[\]]*)[)\]]$/u.exec(normal);
  const raw = bracket ? bracket[1]! : normal;
  const inside = bracket ? compactText(bracket[2]!) : '';
  const name = LATIN.test(raw.trim()) ? raw.trim() : compactText(raw).replace(INTERPUNCT, '·');
  if (SEPARATOR.test(raw)) return { kind: 'unclear', reason: 'name-several', text: normal };
  if (TITLE.test(name) && name.length > 1) return { kind: 'unclear', reason: 'name-title', text: normal };
  if (!NAME.test(name) && !LATIN.test(name)) return { kind: 'unclear', reason: 'name-not-a-name', text: normal };
  const isId = /^[A-Za-z]*-?\d+[A-Za-z]?$/.test(inside);
  return { kind: 'name', name, id: isId ? inside : null, note: isId ? circled : inside === '' ? circled : inside };
}

/** Several people in one cell, in the order written. Brackets are kept with their name. */
export function parseNames(text: string): readonly NameReading[] {
  return text
    .normalize('NFC')
    .replace(/[、]/g, '、')
    .replace(/[/,;|&]/g, '、')
    .split(/[、,;/\n\r]+|(?<=[\u4e00-\u9fff)])\s*[和与及]\s*(?=[\u4e00-\u9fff]{2})/u)
    .filter((part) => compactText(part) !== '')
    .map(parseName);
}
