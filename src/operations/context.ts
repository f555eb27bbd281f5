/** The context of one computation: reads on demand, caches facts, resolves settings, collects issues. */
import type { CivilDate } from '../kernel/date';
import type { Period } from '../kernel/period';
import { nearestWords } from '../kernel/text/nearest';
import { normalizeText } from '../kernel/text/normalize';
import type { Context } from '../ledger/context';
import type { Fact } from '../ledger/fact';
import { IssueList, type Issue } from '../ledger/issue';
import type { Columns, Ledger, ReadUse, Table } from '../ledger/ledger';
import { settingsLedger } from '../ledger/own-ledgers';
import { Reader } from '../ledger/reader';
import type { Registry } from '../ledger/registry';
import type { Setting } from '../ledger/setting';
import { fromA1 } from '../workbook/address';
import { CELL_KIND } from '../workbook/cell';
import { cellAt, findSheet, type Snapshot } from '../workbook/snapshot';
import { readMapping } from './mapping';
import { parseSetting } from './settings';

export interface ContextOptions {
  /** --set values by key of 参数; parsed already. */
  readonly overrides: ReadonlyMap<string, unknown>;
  readonly acceptsErrors: boolean;
  readonly clock?: () => number;
}

interface SettingRow {
  readonly at: number;
  readonly text: string | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export class RunContext implements Context {
  readonly issues = new IssueList();
  readonly reader: Reader;
  readonly #facts = new Map<string, unknown>();
  readonly #open = new Set<string>();
  readonly #refused = new Set<string>();
  #settingRows: ReadonlyMap<string, readonly SettingRow[]> | null = null;

  constructor(
    readonly registry: Registry,
    readonly snapshot: Snapshot,
    private readonly options: ContextOptions,
  ) {
    const report = (issue: Issue): void => this.report(issue);
    this.reader = new Reader(snapshot, readMapping(registry, snapshot, report), (issue) => this.report(this.#cited(issue)));
  }

  clock(): number {
    return this.options.clock?.() ?? 0;
  }

  get acceptsErrors(): boolean {
    return this.options.acceptsErrors;
  }

  get rejectedRows(): number {
    return this.#refused.size;
  }

  get errorRows(): number {
    return this.issues.errorRows;
  }

  report(issue: Issue): void {
    this.issues.add(issue);
  }

  read<C extends Columns, K extends keyof C & string>(ledger: Ledger<C>, use: ReadUse<C, K>): Table<C, K> {
    const table = this.reader.read(ledger, use);
    for (const at of table.refused) this.#refused.add(`${ledger.id}\n${at}`);
    return table;
  }

  /** Throws when nobody provides the fact or facts need each other (the registry has refused both already). */
  fact<T>(fact: Fact<T>, period: Period): T {
    const key = `${fact.name}\n${period.from}\n${period.to}`;
    if (this.#facts.has(key)) return this.#facts.get(key) as T;
    const providers = this.registry.providers(fact);
    if (providers.length === 0) throw new Error(`no room provides ${fact.name}`);
    if (this.#open.has(key)) throw new Error(`${fact.name} needs itself`);
    this.#open.add(key);
    const parts = providers.map((provider) => provider.compute(this, period) as T);
    this.#open.delete(key);
    const value = fact.combine ? fact.combine(parts) : parts[0]!;
    this.#facts.set(key, value);
    return value;
  }

  setting<T>(setting: Setting<T>, on?: CivilDate): T {
    if (this.options.overrides.has(setting.key)) return this.options.overrides.get(setting.key) as T;
    const rows = this.#rowsOf(setting as Setting<unknown>);
    const row = on === undefined ? undatedOrLatest(rows) : this.#inForce(rows, setting as Setting<unknown>, on);
    if (!row || row.text === null) return setting.default;
    const parsed = parseSetting(setting as Setting<unknown>, row.text);
    if (parsed.ok) return parsed.value as T;
    this.report(
      this.#settingsTable().issue(row.at, 'value', {
        code: 'setting/unreadable',
        severity: 'error',
        message: `参数“${setting.key}”的值“${row.text}”读不懂`,
        remedy: `请填写${parsed.expected}`,
        clause: setting.clause,
      }),
    );
    return setting.default;
  }

  /** What is wrong with a row of 参数 concerns the clause of its key. */
  #cited(issue: Issue): Issue {
    const layout = this.reader.layout(settingsLedger);
    const cell = layout?.sheet === issue.sheet ? fromA1(issue.cell) : undefined;
    const key = layout?.columns.get('key');
    if (!cell || key === undefined) return issue;
    const typed = cellAt(findSheet(this.snapshot, issue.sheet)!, cell.row, key);
    const setting = typed.kind === CELL_KIND.text ? this.registry.setting(normalizeText(String(typed.value))) : undefined;
    return setting ? { ...issue, clause: setting.clause } : issue;
  }

  #settingsTable() {
    return this.reader.read(settingsLedger, { fields: ['key', 'value', 'from', 'to'] });
  }

  #rowsOf(setting: Setting<unknown>): readonly SettingRow[] {
    this.#settingRows ??= this.#readSettings();
    return this.#settingRows.get(setting.key) ?? [];
  }

  #readSettings(): ReadonlyMap<string, readonly SettingRow[]> {
    const byKey = new Map<string, SettingRow[]>();
    const table = this.#settingsTable();
    const known = this.registry.settings.flatMap((setting) => [setting.key, ...setting.aliases]);
    for (const row of table.rows) {
      const setting = this.registry.setting(row.key);
      if (!setting) {
        const near = nearestWords(row.key, known)[0];
        this.report(
          table.issue(row.at, 'key', {
            code: 'setting/unknown',
            severity: 'warning',
            message: `参数里没有“${row.key}”这个键,这一行不起作用`,
            remedy: near === undefined ? '请核对键名(命令 hengzhi list 列出全部键)' : `是不是“${near}”?请改成它,或删去这一行`,
            clause: settingsLedger.clause,
          }),
        );
        continue;
      }
      byKey.set(setting.key, [...(byKey.get(setting.key) ?? []), { at: row.at, text: row.value, from: row.from, to: row.to }]);
    }
    return byKey;
  }

  /** Two rows for one day contradict each other: an error, not "last wins". */
  #inForce(rows: readonly SettingRow[], setting: Setting<unknown>, on: CivilDate): SettingRow | undefined {
    const hits = rows.filter((row) => (row.from === null || row.from <= on) && (row.to === null || on <= row.to));
    const dated = hits.filter((row) => row.from !== null || row.to !== null);
    const candidates = dated.length > 0 ? dated : hits;
    if (candidates.length > 1) {
      this.report(
        this.#settingsTable().issue(candidates[1]!.at, 'from', {
          code: 'setting/overlap',
          severity: 'error',
          message: `参数“${setting.key}”的适用期与第${candidates[0]!.at + 1}行重叠`,
          remedy: '请改适用起、适用止,使同一天只有一行适用',
          clause: setting.clause,
        }),
      );
    }
    return candidates[0];
  }
}

function undatedOrLatest(rows: readonly SettingRow[]): SettingRow | undefined {
  const undated = rows.find((row) => row.from === null && row.to === null);
  if (undated) return undated;
  return [...rows].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))[0];
}
