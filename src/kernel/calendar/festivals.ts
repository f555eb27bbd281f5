/** The seven festivals by their canonical names, and how they are written. */

export const FESTIVALS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const;
export type Festival = (typeof FESTIVALS)[number];

/** As notices and formal pages write it. */
export const FESTIVAL_TITLES: Readonly<Record<Festival, string>> = {
  元旦: '元旦',
  春节: '春节',
  清明: '清明节',
  劳动节: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
};

/** By statutory days, most first: a merged period is counted under the first of them. */
const LONGEST_FIRST: readonly Festival[] = ['春节', '国庆', '劳动节', '元旦', '清明', '端午', '中秋'];

const SPELLINGS: readonly (readonly [RegExp, Festival])[] = [
  [/元旦|新年(?!春)/, '元旦'],
  [/春节|农历新年/, '春节'],
  [/清明/, '清明'],
  [/劳动|五一/, '劳动节'],
  [/端午/, '端午'],
  [/中秋/, '中秋'],
  [/国庆|^十一/, '国庆'],
];

/** Festivals named in a text such as 国庆节、中秋节 or 国庆中秋, in the order of the year. */
export function festivalsIn(text: string): readonly Festival[] {
  return SPELLINGS.flatMap(([pattern, festival]) => (pattern.test(text) ? [festival] : []));
}

/** What duties of a period of that name are counted under: its longest festival, else the name itself. */
export function countedAs(name: string): string {
  const named = festivalsIn(name);
  return LONGEST_FIRST.find((festival) => named.includes(festival)) ?? name;
}

/** The name printed for one or several festivals, the longest first: 国庆节、中秋节. */
export function titleOf(festivals: readonly Festival[]): string {
  return LONGEST_FIRST.flatMap((festival) => (festivals.includes(festival) ? [FESTIVAL_TITLES[festival]] : [])).join('、');
}
