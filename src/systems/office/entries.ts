/** Rows of 人员: names, levels and dates of post are read at once, the other columns when something uses them (G14). */
import type { CivilDate } from '../../kernel/date';
import type { Context } from '../../ledger/context';
import { readDuties, type Duties } from './duties';
import type { Level, Sections } from './facts';
import { peopleLedger } from './ledgers';
import { once } from './once';

/** A row of 人员 that names somebody. */
export interface Entry {
  /** 0-based sheet row */
  readonly at: number;
  readonly id: string | null;
  readonly name: string;
  readonly level: Level;
  readonly joined: CivilDate | null;
  readonly left: CivilDate | null;
  readonly sheet: string;
  readonly cell: string;
  /** Only its number and name can be read; what is wrong has been reported. */
  readonly isBroken: boolean;
}

export function readEntries(context: Context): readonly Entry[] {
  const named = context.read(peopleLedger, { fields: ['id', 'name'], must: true });
  const table = context.read(peopleLedger, { fields: ['id', 'name', 'level', 'joined', 'left'] });
  const whole = new Map(table.rows.map((row) => [row.at, row]));
  const blank = table.rows.filter((row) => row.level === null);
  if (blank.length > 0 && blank.length === table.rows.length) {
    context.report({
      code: 'person/level-blank',
      severity: 'warning',
      sheet: table.sheet,
      cell: table.cell(table.layout!.headerRow, 'level'),
      message: `${table.has('level') ? '“层级”全是空的' : '没有“层级”列'},${blank.length}人都按“一般”处理`,
      remedy: '请在“层级”列填写县级、科级、股级、一般、驾驶员或文印',
      clause: 'G14',
    });
  } else {
    for (const row of blank) {
      context.report(table.issue(row.at, 'level', { code: 'person/level-blank', severity: 'warning', message: `${row.name.name}的“层级”是空的,按“一般”处理`, remedy: '请填写层级', clause: 'G14' }));
    }
  }
  for (const { at, name } of named.rows) {
    if (name.title === undefined) continue;
    context.report(named.issue(at, 'name', { code: 'person/title', severity: 'warning', message: `“姓名”写的是称谓“${name.name}”,按姓名使用`, remedy: '请写全名;各表里同样要写成全名', clause: 'G14' }));
  }
  for (const { at, name, joined, left } of table.rows) {
    if (joined === null || left === null || left > joined) continue;
    context.report(
      table.issue(at, 'left', { code: 'person/left-before-joined', severity: 'error', message: `${name.name}的离办日期不晚于到办日期,没有一天在办`, remedy: '请更正到办日期或离办日期;离办日期是不再在办的第一天', clause: 'G13' }),
    );
  }
  return named.rows.map(({ at, id, name }): Entry => {
    const row = whole.get(at);
    return {
      at,
      id: id ?? name.id,
      name: name.name,
      level: row?.level ?? '一般',
      joined: row?.joined ?? null,
      left: row?.left ?? null,
      sheet: named.sheet,
      cell: named.cell(at, 'name'),
      isBroken: row === undefined,
    };
  });
}

/** The other columns, by sheet row. A cell that cannot be read is reported when its column is used, and reads as blank. */
export interface Details {
  /** 人员.股室, canonical where it is known. */
  section(at: number): string | null;
  position(at: number): string;
  phone(at: number): string | null;
  startedWork(at: number): CivilDate | null;
  canLead(at: number): boolean;
  /** Of a row that can be used. */
  duties(at: number): Duties;
}

/** `alike`: pairs whom only their sections tell apart; asked for when duties are read. */
export function detailsOf(context: Context, sections: Sections, entries: readonly Entry[], alike: () => readonly (readonly [Entry, Entry])[]): Details {
  const section = once(() => new Map(context.read(peopleLedger, { fields: ['section'] }).rows.map((row) => [row.at, row.section])));
  const position = once(() => new Map(context.read(peopleLedger, { fields: ['position'] }).rows.map((row) => [row.at, row.position])));
  const phone = once(() => new Map(context.read(peopleLedger, { fields: ['phone'] }).rows.map((row) => [row.at, row.phone])));
  const startedWork = once(() => new Map(context.read(peopleLedger, { fields: ['startedWork'] }).rows.map((row) => [row.at, row.startedWork])));
  const canLead = once(() => new Map(context.read(peopleLedger, { fields: ['canLead'] }).rows.map((row) => [row.at, row.canLead])));
  const duties = once(() => readDuties(context, entries.filter((entry) => !entry.isBroken), alike()));
  return {
    section: (at) => {
      const typed = section().get(at) ?? null;
      return typed === null ? null : (sections.canonical(typed) ?? typed);
    },
    position: (at) => position().get(at) ?? '',
    phone: (at) => phone().get(at) ?? null,
    startedWork: (at) => startedWork().get(at) ?? null,
    canLead: (at) => canLead().get(at) ?? false,
    duties: (at) => duties().get(at)!,
  };
}
