/** A whole sheet as a declarative value: what we want it to say and to look like. Hosts render it in bulk. */
import type { Area } from './address';
import type { CellInput } from './cell';
import type { Visibility } from './snapshot';

/** A font, fill, border or alignment that is absent is the host's default. Colours are `RRGGBB`. */
export interface CellStyle {
  readonly font?: {
    readonly name?: string;
    /** points */
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strike?: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  /** Lines round the cell. */
  readonly border?: 'thin' | 'medium' | 'bottom-thin';
  readonly horizontal?: 'left' | 'center' | 'right' | 'distributed';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  /** e.g. `yyyy-mm-dd`, `0.00`, `@` for text. */
  readonly numberFormat?: string;
}

export interface ContentCell {
  readonly value: CellInput;
  /** Key of `SheetContent.styles`. */
  readonly style?: string;
}

export interface Validation {
  readonly area: Area;
  /** Allowed entries; a host shows them as a dropdown. Other entries are warned of, never refused. */
  readonly values: readonly string[];
}

/** Lengths in millimetres. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly fitToWidth: number;
  /** 0 = as many pages as needed. */
  readonly fitToHeight: number;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Rows after which a page ends, 0-based, ascending. */
  readonly rowBreaks?: readonly number[];
  /** Rows repeated on every page, 0-based, both included. */
  readonly titleRows?: readonly [number, number];
  /** Excel header/footer codes, e.g. `&C第 &P 页 共 &N 页`. */
  readonly footer?: string;
  readonly header?: string;
  readonly centerHorizontally?: boolean;
}

/** A chart of cells of the same sheet. */
export interface Chart {
  readonly kind: 'column' | 'bar' | 'line';
  readonly title: string;
  readonly series: readonly { readonly name: string; readonly values: Area; readonly categories: Area }[];
  /** Cells that it covers. */
  readonly anchor: Area;
  readonly stacked?: boolean;
}

export interface SheetContent {
  /** Rows from the top, dense: `rows[r][c]`. */
  readonly rows: readonly (readonly (ContentCell | null)[])[];
  readonly styles: Readonly<Record<string, CellStyle>>;
  /** Column widths in characters. */
  readonly columnWidths: readonly number[];
  /** Row heights in points, by row; absent = automatic. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly Area[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly validations: readonly Validation[];
  readonly print?: PrintSetup;
  readonly visibility?: Visibility;
  readonly charts?: readonly Chart[];
}
