/**
 * What hucre does not keep of cell formats: named cell styles, and the number formats that belong to the program, such as
 * the short date of its language (14). hucre does carry each cell's format code through everything; so before it reads
 * the styles part, both are written behind the code as a quoted text, and taken out again of what it has written.
 */

const SIGN = '\uE000';
const MARK = new RegExp(`&quot;${SIGN}(\\d*),(\\d+)&quot;`);
/** First number of a format that a file defines. */
const CUSTOM = 164;
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** A code of the same sort as a format of the program: all that is asked of it is whether it shows a date. */
function codeLike(id: number): string {
  if (TIMES.has(id)) return 'h:mm';
  if (DATES.has(id)) return 'yyyy-mm-dd';
  return id === 0 ? 'General' : id === 49 ? '@' : '0.00';
}

/** Attributes of an element; their values may hold a bare >. */
const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*?`;
const elements = (xml: string, tag: string): string[] => xml.match(new RegExp(`<${tag}(?: ${ATTRIBUTES})?(?:/>|>[\\s\\S]*?</${tag}>)`, 'g')) ?? [];
const list = (xml: string, tag: string, item: string): string[] => elements(elements(xml, tag)[0]?.replace(new RegExp(`^<${tag}`), '') ?? '', item);
const attribute = (element: string, name: string): string | undefined => {
  const found = new RegExp(`^<${ATTRIBUTES} ${name}=(?:"([^"]*)"|'([^']*)')`).exec(element);
  return found?.[1] ?? found?.[2]?.replaceAll('"', '&quot;');
};
const number = (element: string, name: string): number => Number(attribute(element, name) ?? 0);
const withAttribute = (element: string, name: string, value: number): string =>
  attribute(element, name) === undefined ? element.replace(/^<\w+/, (tag) => `${tag} ${name}="${value}"`) : element.replace(new RegExp(` ${name}=(?:"[^"]*"|'[^']*')`), ` ${name}="${value}"`);
const written = (tag: string, items: readonly string[]): string => `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
const replaced = (xml: string, tag: string, items: readonly string[]): string => {
  const old = elements(xml, tag)[0];
  return old === undefined ? xml : xml.replace(old, () => written(tag, items));
};

const codesOf = (xml: string): Map<number, string> => new Map(list(xml, 'numFmts', 'numFmt').map((format) => [number(format, 'numFmtId'), attribute(format, 'formatCode') ?? '']));

/** Whether the ordinary style is the first one, as in every file of Excel and WPS: all others are counted from it. */
function hasNamedStyles(xml: string): boolean {
  const styles = list(xml, 'cellStyles', 'cellStyle');
  return styles.length > 1 && styles.some((style) => attribute(style, 'builtinId') === '0' && number(style, 'xfId') === 0);
}

/** The styles part as hucre should read it. */
export function markStyles(xml: string): string {
  const codes = codesOf(xml);
  const named = hasNamedStyles(xml);
  const marks = new Map<string, number>();
  let next = Math.max(CUSTOM, ...codes.keys()) + 1;
  const formats = list(xml, 'cellXfs', 'xf').map((format) => {
    const id = number(format, 'numFmtId');
    const style = named ? number(format, 'xfId') : 0;
    const own = id < CUSTOM && !codes.has(id);
    const base = own ? codeLike(id) : codes.get(id);
    if (base === undefined || (style === 0 && (id === 0 || !own))) return format;
    const code = `${base}&quot;${SIGN}${own ? id : ''},${style}&quot;`;
    const marked = marks.get(code) ?? next++;
    marks.set(code, marked);
    return withAttribute(format, 'numFmtId', marked);
  });
  if (marks.size === 0) return xml;
  const added = [...marks].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  return replaced(xml, 'cellXfs', formats).replace(/<styleSheet[^>]*>/, (tag) => tag + written('numFmts', added));
}

/** The styles part that hucre wrote, with the marks taken out and the named styles of the original put back. */
export function restoreStyles(original: string, saved: string): string {
  const real = new Map<number, { readonly id: number; readonly style: number }>();
  const numberFormats = list(saved, 'numFmts', 'numFmt').flatMap((format) => {
    const mark = MARK.exec(format);
    if (!mark) return [format];
    const id = number(format, 'numFmtId');
    const own = mark[1] !== '';
    real.set(id, { id: own ? Number(mark[1]) : id, style: Number(mark[2]) });
    return own ? [] : [format.replace(MARK, '')];
  });
  let xml = replaced(
    saved,
    'cellXfs',
    list(saved, 'cellXfs', 'xf').map((format) => {
      const mark = real.get(number(format, 'numFmtId'));
      return mark ? withAttribute(withAttribute(format, 'numFmtId', mark.id), 'xfId', mark.style) : format;
    }),
  );
  if (hasNamedStyles(original)) xml = graft(original, xml, numberFormats);
  const old = elements(xml, 'numFmts')[0] ?? '';
  const formats = numberFormats.length > 0 ? written('numFmts', numberFormats) : '';
  return old === '' ? xml.replace(/<styleSheet[^>]*>/, (tag) => tag + formats) : xml.replace(old, () => formats);
}

/** Puts the named styles of the original into the saved part, with the fonts, fills, borders and formats that they use. */
function graft(original: string, saved: string, numberFormats: string[]): string {
  const codes = codesOf(original);
  let next = Math.max(CUSTOM, ...numberFormats.map((format) => number(format, 'numFmtId'))) + 1;
  const formatIds = new Map<number, number>();
  const formatId = (id: number): number => {
    const code = codes.get(id);
    if (code === undefined) return id;
    const known = formatIds.get(id) ?? next++;
    if (!formatIds.has(id)) numberFormats.push(`<numFmt numFmtId="${known}" formatCode="${code}"/>`);
    formatIds.set(id, known);
    return known;
  };
  const parts = [
    { tag: 'fonts', item: 'font', attribute: 'fontId' },
    { tag: 'fills', item: 'fill', attribute: 'fillId' },
    { tag: 'borders', item: 'border', attribute: 'borderId' },
  ].map((part) => ({ ...part, before: list(original, part.tag, part.item), after: list(saved, part.tag, part.item) }));
  const styles = list(original, 'cellStyleXfs', 'xf').map((style) =>
    parts.reduce((moved, part) => {
      const piece = part.before[number(style, part.attribute)];
      if (piece === undefined) return moved;
      if (!part.after.includes(piece)) part.after.push(piece);
      return withAttribute(moved, part.attribute, part.after.indexOf(piece));
    }, withAttribute(style, 'numFmtId', formatId(number(style, 'numFmtId')))),
  );
  // attributes of other namespaces would need their declarations
  const names = list(original, 'cellStyles', 'cellStyle').map((style) => `${new RegExp(`^<${ATTRIBUTES}(?=/?>)`).exec(style)![0].replace(/ \w+:\w+="[^"]*"/g, '').trimEnd()}/>`);
  const withParts = parts.reduce((xml, part) => replaced(xml, part.tag, part.after), saved);
  return replaced(replaced(withParts, 'cellStyleXfs', styles), 'cellStyles', names);
}
