/** Finding the item that a cell means: by clause ID in any spelling, by name, by a usual short name. */
import { nearestWords } from '../../kernel/text/nearest';
import { compactText } from '../../kernel/text/normalize';
import type { Item } from './score-table';

const CODE = /^(?:(?:内务)?督查)?[-—–―_.·]*三?\(([一二三四五])\)([a-l])?$/;

/** `三(三)E`, `督查三（三）e` -> `督查-三(三)e`; null when the text is no code of that form. */
function codeOf(compact: string): string | null {
  const match = CODE.exec(compact.toLowerCase());
  return match ? `督查-三(${match[1]!})${match[2] ?? ''}` : null;
}

/** A name as a key: without brackets' contents, punctuation and the words in which offices differ. */
function nameKey(compact: string): string {
  return compact
    .replace(/\([^()]*\)/g, '')
    .replace(/[、,;:.。/·“”"'|-]+/g, '')
    .replace(/[县区市]政府/g, '政府')
    .replace(/^县级/, '区级')
    .replace('在正式场合', '正式场合')
    .replace('在职工大会', '职工大会');
}

/** The items that a workbook knows: the built-in ones and those that its 分值表 adds. */
export class Catalog {
  readonly #byCode = new Map<string, Item>();
  readonly #byName = new Map<string, Item>();
  readonly #found = new Map<string, Item | null>();

  /** `wordings`: an office's own names of items by `Item.index`; they never take a built-in name away. */
  constructor(
    readonly items: readonly Item[],
    wordings: ReadonlyMap<number, readonly string[]> = new Map(),
  ) {
    for (const item of items) this.#byCode.set(codeOf(compactText(item.code)) ?? compactText(item.code), item);
    for (const item of items) for (const name of [item.name, ...item.aliases]) this.#add(name, item);
    for (const item of items) for (const name of wordings.get(item.index) ?? []) this.#add(name, item);
  }

  #add(name: string, item: Item): void {
    const key = nameKey(compactText(name));
    if (!this.#byName.has(key)) this.#byName.set(key, item);
  }

  /** The item a cell's text means, or null. Each text is looked up once. */
  find(text: string): Item | null {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const compact = compactText(text);
    const code = codeOf(compact);
    const item = this.#byCode.get(code ?? compact) ?? (code === null ? this.#byName.get(nameKey(compact)) : undefined) ?? null;
    this.#found.set(text, item);
    return item;
  }

  /** Up to three items that look like it, as `督查-三(三)e 迟到、早退`. */
  near(text: string): readonly string[] {
    const compact = compactText(text);
    const words = new Map<string, Item>();
    for (const item of this.items) for (const word of [item.code, item.name, ...item.aliases]) words.set(compactText(word), item);
    const hits = nearestWords(codeOf(compact) ?? compact, [...words.keys()]).map((word) => words.get(word)!);
    return [...new Set(hits)].map((item) => `${item.code} ${item.name}`);
  }
}
