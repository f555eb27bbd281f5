/**
 * What a package holds besides cells: an inventory to compare before and after, and the small XML pieces that the file
 * layer drops and we carry over from the original.
 */
import { strFromU8, strToU8, zipSync, type Unzipped } from 'fflate';
import { restoreStyles } from './style-part';

/** Path of the part that holds cell formats. */
export const STYLES = 'xl/styles.xml';

/** Something of the user's file that the saved file would not have. */
export interface Loss {
  /** Chinese name of the feature. */
  readonly feature: string;
  readonly before: number;
  readonly after: number;
}

/** Feature -> how to count it: XML patterns over worksheets, or part names. */
const IN_SHEETS: readonly (readonly [string, RegExp])[] = [
  ['公式', /<f[ >/]/g],
  ['合并单元格', /<mergeCell /g],
  ['数据有效性', /<dataValidation /g],
  ['跨表数据有效性', /<x14:dataValidation /g],
  ['条件格式', /<cfRule /g],
  ['数据条等扩展条件格式', /<x14:cfRule /g],
  ['迷你图', /<x14:sparkline>/g],
  ['超链接', /<hyperlink /g],
  ['分页符', /<brk /g],
  ['工作表保护', /<sheetProtection /g],
  ['保护密码', /<sheetProtection [^>]*(?:password|hashValue)=/g],
  ['筛选', /<autoFilter /g],
  ['筛选条件', /<filterColumn /g],
  ['分级显示', /outlineLevel="[1-9]/g],
  ['冻结窗格', /state="frozen"/g],
  ['页眉页脚', /<odd(?:Header|Footer)>[^<]/g],
];
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['图表', /^xl\/charts\/chart\d+\.xml$/],
  ['图片', /^xl\/media\//],
  ['表格', /^xl\/tables\//],
  ['批注', /^xl\/(?:comments\d*|comments\/.+)\.xml$/],
  ['线程批注', /^xl\/threadedComments\//],
  ['数据透视表', /^xl\/pivotTables\//],
  ['切片器', /^xl\/slicers\//],
  ['宏', /^xl\/vbaProject\.bin$/],
  ['自定义 XML', /^customXml\/item\d+\.xml$/],
  ['外部链接', /^xl\/externalLinks\/externalLink\d+\.xml$/],
  ['文档自定义属性', /^docProps\/custom\.xml$/],
  ['控件', /^xl\/ctrlProps\//],
];

export type Inventory = ReadonlyMap<string, number>;

export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Whether a name, escaped as in the file, is one of these. */
const isAmong = (names: ReadonlySet<string>, escaped: string): boolean => [...names].some((name) => escapeXml(name) === escaped);

/** What we write on sheets of our own: fewer of it there is a new result, no loss. */
const OURS = new Set(['公式', '合并单元格', '数据有效性', '冻结窗格', '页眉页脚']);

/** Counts of package features, less what is ours on the sheets (by name) that we rewrote. */
export function inventory(parts: Unzipped, rewritten: ReadonlySet<string> = new Set()): Inventory {
  const counts = new Map<string, number>();
  const add = (feature: string, count: number): void => {
    if (count > 0) counts.set(feature, (counts.get(feature) ?? 0) + count);
  };
  const sheets = [...sheetParts(parts)];
  const ours = new Set(sheets.flatMap(([name, path]) => (isAmong(rewritten, name) ? [path] : [])));
  for (const [path, bytes] of Object.entries(parts)) {
    for (const [feature, pattern] of PARTS) if (pattern.test(path)) add(feature, 1);
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const xml = strFromU8(bytes);
    for (const [feature, pattern] of IN_SHEETS) if (!ours.has(path) || !OURS.has(feature)) add(feature, xml.match(pattern)?.length ?? 0);
  }
  add('单元格样式', textOf(parts, STYLES).match(/<(?:\w+:)?cellStyle [^>]*xfId="[1-9]/g)?.length ?? 0);
  const workbook = textOf(parts, 'xl/workbook.xml');
  add('隐藏工作表', workbook.match(/<sheet [^>]*state="(?:hidden|veryHidden)"/g)?.length ?? 0);
  const names = [...workbook.matchAll(/<definedName [^>]*>/g)].map(([tag]) => tag).filter((tag) => !ours.has(sheets[Number(/localSheetId="(\d+)"/.exec(tag)?.[1])]?.[1] ?? ''));
  add('定义名称', names.length);
  add('隐藏名称', names.filter((tag) => tag.includes('hidden="1"')).length);
  return counts;
}

/** Features of `before` of which `after` has fewer; `expected` says how many we took away ourselves. */
export function losses(before: Inventory, after: Inventory, expected: ReadonlyMap<string, number> = new Map()): Loss[] {
  return [...before].flatMap(([feature, count]) => {
    const now = (after.get(feature) ?? 0) + (expected.get(feature) ?? 0);
    return now < count ? [{ feature, before: count, after: now }] : [];
  });
}

export function textOf(parts: Unzipped, path: string): string {
  const bytes = parts[path];
  return bytes ? strFromU8(bytes) : '';
}

/** Sheet name -> part path, by the workbook's relationships. */
export function sheetParts(parts: Unzipped): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [, attributes] of textOf(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship ([^>]*)>/g)) {
    const id = /Id="([^"]*)"/.exec(attributes!)?.[1];
    const target = /Target="([^"]*)"/.exec(attributes!)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const paths = new Map<string, string>();
  for (const [, attributes] of textOf(parts, 'xl/workbook.xml').matchAll(/<sheet ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes!)?.[1];
    const path = targets.get(/r:id="([^"]*)"/.exec(attributes!)?.[1] ?? '');
    if (name !== undefined && path !== undefined) paths.set(name, path);
  }
  return paths;
}

/** Order of the elements that we put back, as the schema wants it: an element goes in before the first later one found. */
export const AFTER_FILTER = ['sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'];

export function insertBefore(xml: string, element: string, later: readonly string[]): string {
  const places = later.map((name) => xml.search(new RegExp(`<${name}[ >/]`))).filter((at) => at >= 0);
  const at = places.length > 0 ? Math.min(...places) : xml.lastIndexOf('</worksheet>');
  return xml.slice(0, at) + element + xml.slice(at);
}

/** Puts back what the writer dropped from a sheet and what belongs to no row. */
function restoreSetup(original: string, saved: string): string {
  let xml = saved;
  const protection = /<sheetProtection [^>]*\/>/.exec(original)?.[0];
  if (protection) xml = /<sheetProtection [^>]*\/>/.test(xml) ? xml.replace(/<sheetProtection [^>]*\/>/, () => protection) : insertBefore(xml, protection, ['protectedRanges', 'scenarios', 'autoFilter', ...AFTER_FILTER]);
  const headerFooter = /<headerFooter[^>]*>[\s\S]*?<\/headerFooter>/.exec(original)?.[0];
  return headerFooter && !xml.includes('<headerFooter') ? insertBefore(xml, headerFooter, AFTER_FILTER.slice(AFTER_FILTER.indexOf('rowBreaks'))) : xml;
}

/** The same for what names cells: only where no row has moved. */
function restoreRanges(original: string, saved: string): string {
  let xml = saved;
  const filter = /<autoFilter [^>]*>(?:(?!<\/autoFilter>)[\s\S])*<\/autoFilter>/.exec(original)?.[0];
  if (filter) {
    const bare = xml.replace(/<autoFilter [^>]*\/>|<autoFilter [^>]*>[\s\S]*?<\/autoFilter>/, '');
    xml = insertBefore(bare, filter, AFTER_FILTER);
  }
  const extensions = [...original.matchAll(/<ext [^>]*>(?:(?!<\/ext>)[\s\S])*<x14:(?:dataValidations|conditionalFormattings)[\s\S]*?<\/ext>/g)].map(([text]) => text);
  const missing = extensions.filter((text) => !xml.includes(/<x14:\w+/.exec(text)![0]));
  if (missing.length > 0) {
    const declared = missing.map((text) => (text.includes('xmlns:xm') ? text : text.replace('<ext ', '<ext xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" ')));
    const withNamespace = declared.map((text) => (text.includes('xmlns:x14') ? text : text.replace('<ext ', '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ')));
    xml = xml.includes('</extLst>') ? xml.replace('</extLst>', () => `${withNamespace.join('')}</extLst>`) : xml.replace('</worksheet>', () => `<extLst>${withNamespace.join('')}</extLst></worksheet>`);
  }
  return xml;
}

/** Relationships of a .rels part that point at parts which exist but are not related any more. */
function restoreRelations(original: string, saved: string, wanted: RegExp): string {
  let xml = saved;
  let next = 9000;
  for (const [relation] of original.matchAll(/<Relationship [^>]*\/>/g)) {
    const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? '';
    if (!wanted.test(target) || xml.includes(`Target="${target}"`)) continue;
    next += 1;
    xml = xml.replace('</Relationships>', () => `${relation.replace(/Id="[^"]*"/, `Id="rId${next}"`)}</Relationships>`);
  }
  return xml;
}

export interface CarryOver {
  /** Names of sheets whose content is still the user's. */
  readonly kept: ReadonlySet<string>;
  /** Names of sheets whose rows moved. */
  readonly moved: ReadonlySet<string>;
  /** `scope\nname` of names to be hidden; scope '' = workbook. */
  readonly hiddenNames: ReadonlySet<string>;
  /** Completes the written XML of the sheet at a tab position. */
  readonly completeSheet: (xml: string, position: number) => string;
}

/** The saved package with the original's small parts put back and names hidden. */
export function carryOver(original: Unzipped | null, saved: Unzipped, plan: CarryOver): Uint8Array {
  const sheets = sheetParts(saved);
  [...sheets.values()].forEach((path, position) => (saved[path] = strToU8(plan.completeSheet(textOf(saved, path), position))));
  if (original) {
    const before = sheetParts(original);
    for (const [name, path] of sheets) {
      const source = before.get(name);
      if (source === undefined || !isAmong(plan.kept, name)) continue;
      const [from, xml] = [textOf(original, source), restoreSetup(textOf(original, source), textOf(saved, path))];
      saved[path] = strToU8(isAmong(plan.moved, name) ? xml : restoreRanges(from, xml));
    }
    for (const path of ['_rels/.rels', 'xl/_rels/workbook.xml.rels']) {
      if (saved[path] && original[path]) saved[path] = strToU8(restoreRelations(textOf(original, path), textOf(saved, path), /custom\.xml$|customXml\//));
    }
    if (original[STYLES] && saved[STYLES]) saved[STYLES] = strToU8(restoreStyles(textOf(original, STYLES), textOf(saved, STYLES)));
    restoreContentTypes(original, saved);
  }
  const order = [...sheets.keys()];
  saved['xl/workbook.xml'] = strToU8(
    textOf(saved, 'xl/workbook.xml').replace(/<definedName ([^>]*)>/g, (whole, attributes: string) => {
      const name = /name="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const index = /localSheetId="(\d+)"/.exec(attributes)?.[1];
      const scope = index === undefined ? '' : (order[Number(index)] ?? '');
      const hide = [...plan.hiddenNames].some((entry) => escapeXml(entry) === `${scope}\n${name}`);
      return hide && !/hidden=/.test(attributes) ? `<definedName ${attributes} hidden="1">` : whole;
    }),
  );
  return zipSync(saved as Record<string, Uint8Array>, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Parts that were kept as orphans need their content type. */
function restoreContentTypes(original: Unzipped, saved: Unzipped): void {
  const path = '[Content_Types].xml';
  let types = textOf(saved, path);
  for (const [override] of textOf(original, path).matchAll(/<Override [^>]*\/>/g)) {
    const part = /PartName="\/([^"]*)"/.exec(override)?.[1] ?? '';
    if (saved[part] && !types.includes(`PartName="/${part}"`)) types = types.replace('</Types>', () => `${override}</Types>`);
  }
  saved[path] = strToU8(types);
}
