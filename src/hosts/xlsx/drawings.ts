/**
 * Which drawing belongs to which sheet. The file layer goes by tab position and by number of part, so that a chart would
 * change its sheet when a tab comes or goes, and be lost beside pictures; here a sheet's drawing goes by the sheet's name.
 */
import { strToU8, type Unzipped } from 'fflate';
import type { Sheet } from 'hucre';
import { chartsOf, countOurs, drawn, markOurs } from './charts';
import { AFTER_FILTER, escapeXml, insertBefore, sheetParts, textOf } from './package-parts';

const TYPES = '[Content_Types].xml';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const OUR_RELATION = 'rIdDrawing';

interface Relation {
  readonly tag: string;
  readonly kind: string;
  /** Path in the package; what lies outside stays as it is written. */
  readonly target: string;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const fileOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const relationsOf = (path: string): string => `${folderOf(path)}/_rels/${fileOf(path)}.rels`;

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folderOf(from).split('/');
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else parts.push(step);
  }
  return parts.join('/');
}

function relations(parts: Unzipped, path: string): readonly Relation[] {
  return [...textOf(parts, relationsOf(path)).matchAll(/<Relationship [^>]*\/>/g)].map(([tag]) => {
    const target = /Target="([^"]*)"/.exec(tag)?.[1] ?? '';
    return { tag, kind: /Type="[^"]*\/([^"/]*)"/.exec(tag)?.[1] ?? '', target: tag.includes('TargetMode="External"') ? target : resolve(path, target) };
  });
}

const drawingOf = (parts: Unzipped, sheet: string): Relation | undefined => relations(parts, sheet).find(({ kind }) => kind === 'drawing');
const chartsIn = (parts: Unzipped, drawing: string): readonly Relation[] => relations(parts, drawing).filter(({ kind }) => kind === 'chart');

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean => one?.length === other.length && one.every((byte, at) => byte === other[at]);

/** A drawing with charts that a sheet of the package has; null when it has none. */
function chartDrawing(parts: Unzipped, sheet: string | undefined): string | null {
  const drawing = sheet === undefined ? undefined : drawingOf(parts, sheet)?.target;
  return drawing !== undefined && chartsIn(parts, drawing).length > 0 ? drawing : null;
}

function detach(saved: Unzipped, sheet: string): void {
  const relation = drawingOf(saved, sheet);
  if (!relation) return;
  saved[relationsOf(sheet)] = strToU8(textOf(saved, relationsOf(sheet)).replace(relation.tag, ''));
  saved[sheet] = strToU8(textOf(saved, sheet).replace(/<drawing [^>]*\/>/, ''));
}

function attach(saved: Unzipped, sheet: string, drawing: string): void {
  const relation = `<Relationship Id="${OUR_RELATION}" Type="${OFFICE}/drawing" Target="/${drawing}"/>`;
  const before = textOf(saved, relationsOf(sheet));
  const emptied = before === '' ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONS}"></Relationships>` : before.replace(/<Relationships ([^>]*)\/>/, '<Relationships $1></Relationships>');
  saved[relationsOf(sheet)] = strToU8(emptied.replace('</Relationships>', () => `${relation}</Relationships>`));
  saved[sheet] = strToU8(insertBefore(textOf(saved, sheet), `<drawing xmlns:r="${OFFICE}" r:id="${OUR_RELATION}"/>`, AFTER_FILTER.slice(AFTER_FILTER.indexOf('drawing') + 1)));
}

class Drawings {
  readonly #attached = new Set<string>();
  #next: number;

  constructor(
    private readonly original: Unzipped,
    private readonly saved: Unzipped,
  ) {
    const numbers = [...Object.keys(original), ...Object.keys(saved)].map((path) => Number(/^xl\/(?:drawings\/drawing|charts\/chart|media\/image)(\d+)\.\w+$/.exec(path)?.[1] ?? 0));
    this.#next = Math.max(0, ...numbers) + 1;
  }

  /** The file's own drawing, whole; what the file layer has put something else in the place of gets a new number. */
  keep(sheet: string, drawing: string): void {
    const { original, saved } = this;
    const path = isSame(saved[drawing], original[drawing]!) ? drawing : `xl/drawings/drawing${this.#next++}.xml`;
    saved[path] = original[drawing]!;
    let links = textOf(original, relationsOf(drawing));
    for (const { tag, kind, target } of relations(original, drawing)) {
      const picture = original[target];
      if (kind !== 'image' || !picture || isSame(saved[target], picture)) continue;
      // the file layer clears pictures of such names away when it opens the file
      const copy = `xl/media/image${this.#next++}${target.slice(target.lastIndexOf('.'))}`;
      saved[copy] = picture;
      links = links.replace(tag, () => tag.replace(/Target="[^"]*"/, `Target="/${copy}"`));
    }
    saved[relationsOf(path)] = strToU8(links);
    this.#attach(sheet, path);
  }

  async draw(sheet: string, name: string, charts: NonNullable<ReturnType<typeof chartsOf>>): Promise<void> {
    const fresh = await drawn(name, charts);
    const path = `xl/drawings/drawing${this.#next}.xml`;
    let links = textOf(fresh, relationsOf('xl/drawings/drawing1.xml'));
    for (const { tag, target } of chartsIn(fresh, 'xl/drawings/drawing1.xml')) {
      const chart = `xl/charts/chart${this.#next++}.xml`;
      this.saved[chart] = fresh[target]!;
      links = links.replace(tag, () => tag.replace(/Target="[^"]*"/, `Target="/${chart}"`));
    }
    this.saved[path] = strToU8(markOurs(textOf(fresh, 'xl/drawings/drawing1.xml')));
    this.saved[relationsOf(path)] = strToU8(links);
    this.#attach(sheet, path);
  }

  #attach(sheet: string, drawing: string): void {
    attach(this.saved, sheet, drawing);
    this.#attached.add(drawing);
  }

  /** Takes drawings away that belong to no sheet any more, and of `shown` and what they show all that nothing shows now. */
  drop(drawings: readonly string[], shown: readonly string[]): void {
    const { saved } = this;
    const gone = drawings.filter((drawing) => !this.#attached.has(drawing));
    const orphans = gone.flatMap((drawing) => relations(saved, drawing).map(({ target }) => target));
    for (const path of gone) this.#remove(path);
    this.#sweep([...orphans, ...shown]);
  }

  #sweep(paths: readonly string[]): void {
    const { saved } = this;
    const links = Object.keys(saved).filter((path) => path.endsWith('.rels'));
    const wanted = new Set(links.flatMap((path) => relations(saved, path.replace('_rels/', '').replace(/\.rels$/, '')).map(({ target }) => target)));
    const gone = paths.filter((path) => saved[path] && !wanted.has(path));
    const orphans = gone.flatMap((path) => relations(saved, path).map(({ target }) => target));
    gone.forEach((path) => this.#remove(path));
    if (orphans.length > 0) this.#sweep(orphans);
  }

  #remove(path: string): void {
    Reflect.deleteProperty(this.saved, path);
    Reflect.deleteProperty(this.saved, relationsOf(path));
  }

  /** Parts that are gone are not declared, new ones are. */
  declare(): void {
    let types = textOf(this.saved, TYPES);
    for (const [tag, part] of types.matchAll(/<Override [^>]*PartName="\/([^"]*)"[^>]*\/>/g)) {
      if (/^xl\/(?:drawings|charts)\//.test(part!) && !this.saved[part!]) types = types.replace(tag, '');
    }
    for (const path of Object.keys(this.saved)) {
      const type = /^xl\/drawings\/drawing\d+\.xml$/.test(path) ? DRAWING_TYPE : /^xl\/charts\/chart\d+\.xml$/.test(path) ? CHART_TYPE : null;
      if (type !== null && !types.includes(`PartName="/${path}"`)) types = types.replace('</Types>', () => `<Override PartName="/${path}" ContentType="${type}"/></Types>`);
    }
    this.saved[TYPES] = strToU8(types);
  }
}

/**
 * Gives every sheet of a saved package its drawing: the charts that we rendered, else the one that the opened file had
 * under the sheet's name. `sheets` in tab order; `original` is the opened file, null for a new one.
 */
export async function placeDrawings(original: Unzipped | null, saved: Unzipped, sheets: readonly Sheet[]): Promise<void> {
  const drawings = new Drawings(original ?? {}, saved);
  const before = sheetParts(original ?? {});
  const paths = [...sheetParts(saved)];
  const earlier = [...before.values()].flatMap((path) => chartDrawing(original!, path) ?? []);
  const spare = new Set(earlier.filter((drawing) => isSame(saved[drawing], original![drawing]!)));
  for (const [position, sheet] of sheets.entries()) {
    const [name, path] = paths[position]!;
    const charts = chartsOf(sheet);
    const own = charts ? null : chartDrawing(original ?? {}, before.get(name));
    if (charts || own !== null || chartDrawing(saved, path) !== null) {
      const other = drawingOf(saved, path);
      if (other) spare.add(other.target);
      detach(saved, path);
    }
    if (own !== null) drawings.keep(path, own);
    if (charts && charts.length > 0) await drawings.draw(path, sheet.name, charts);
  }
  drawings.drop([...spare], earlier.flatMap((drawing) => chartsIn(original!, drawing).map(({ target }) => target)));
  drawings.declare();
}

/**
 * Charts of the opened file that are ours although another program has renamed them: those of sheets that bear our mark and
 * were rendered anew, as many as are drawn there now.
 */
export function countRenamedCharts(original: Unzipped, sheets: readonly Sheet[], isMarked: (sheet: string) => boolean): number {
  const before = sheetParts(original);
  return sheets.reduce((sum, sheet) => {
    const charts = chartsOf(sheet);
    const drawing = charts && isMarked(sheet.name) ? chartDrawing(original, before.get(escapeXml(sheet.name))) : null;
    if (!charts || drawing === null || countOurs(textOf(original, drawing)) > 0) return sum;
    return sum + Math.min(charts.length, chartsIn(original, drawing).length);
  }, 0);
}

/** Charts of a package that are ours. */
export function countOurCharts(parts: Unzipped): number {
  return Object.keys(parts).reduce((sum, path) => sum + (/^xl\/drawings\/drawing\d+\.xml$/.test(path) ? countOurs(textOf(parts, path)) : 0), 0);
}
