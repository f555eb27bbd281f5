/** What reading a cell can give: a value, or something that must be said about it. */
import type { CivilDate, CivilMinute } from '../kernel/date';
import type { CellInput, ReadCell } from '../workbook/cell';

/** A person as a cell names him: compact name and, where the cell gives it in brackets, his 编号. */
export interface PersonRef {
  readonly name: string;
  readonly id: string | null;
  /** 张 where 张主任 stands: a name only if somebody is listed just so. */
  readonly title?: string;
}

/** A point in time as typed; `dateOnly` when the cell holds no time (judged by the date, in the row's favour). */
export interface Moment {
  readonly date: CivilDate;
  readonly at: CivilMinute;
  readonly dateOnly: boolean;
}

/** Something about a cell that must be said. With `usable`, the value stands and a warning is given. */
export class Trouble {
  constructor(
    readonly reason: string,
    readonly details: Readonly<Record<string, string>> = {},
    readonly usable: boolean = false,
    readonly value: unknown = null,
  ) {}
}

export interface CellContext {
  /** Year that a date without one belongs to: the one that the sheet names; null where it names none, or several. */
  readonly year: number | null;
  /** Date of the row for cells that hold a time alone. */
  readonly rowDate: CivilDate | null;
  readonly choices: readonly string[];
}

export interface ColumnType<V> {
  readonly name: string;
  /** Value of a cell that is not empty. A pure function of cell and context. */
  read(cell: ReadCell, context: CellContext): V | Trouble;
  /** How a value is written. */
  write(value: V): CellInput;
  /**
   * What a clerk who tidies up makes of a cell; undefined: it stays, because it is clean, or because it says more than the
   * value does (a remark behind a name, a time behind a date). Without it, `write`.
   */
  tidy?(cell: ReadCell, value: V): CellInput | undefined;
  readonly numberFormat?: string;
  /** A vertically merged cell speaks for all its rows (labels do, amounts do not). */
  readonly label: boolean;
  /** Characters. */
  readonly width: number;
}
