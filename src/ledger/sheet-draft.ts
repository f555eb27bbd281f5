/** A sheet of ours while it is being laid out. */
import type { Area } from '../workbook/address';
import type { CellInput } from '../workbook/cell';
import type { CellStyle, ContentCell } from '../workbook/content';
import { Paper } from './paper';

/** How a column's cells look. */
export interface BodyLook {
  readonly align?: 'left' | 'center' | 'right';
  readonly numberFormat?: string;
  readonly wrap?: boolean;
}

const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋_GB2312';
export const HEAD_FONT = '黑体';

const STYLES: Readonly<Record<string, CellStyle>> = {
  title: { font: { name: TITLE_FONT, size: 20 }, horizontal: 'center', vertical: 'center', wrap: true },
  draft: { font: { name: HEAD_FONT, size: 12, color: 'C00000' }, horizontal: 'center', vertical: 'center', wrap: true },
  left: { font: { name: BODY_FONT, size: 12 }, horizontal: 'left', vertical: 'center', wrap: true },
  right: { font: { name: BODY_FONT, size: 12 }, horizontal: 'right', vertical: 'center', wrap: true },
  heading: { font: { name: HEAD_FONT, size: 13 }, horizontal: 'left', vertical: 'center' },
  head: { font: { name: HEAD_FONT, size: 12 }, border: 'thin', horizontal: 'center', vertical: 'center', wrap: true },
};

/** Collects rows, merges, heights and styles of one sheet. */
export class SheetDraft {
  readonly rows: (ContentCell | null)[][] = [];
  readonly merges: Area[] = [];
  readonly heights: Record<number, number> = {};
  readonly styles: Record<string, CellStyle> = { ...STYLES };

  constructor(
    readonly width: number,
    readonly paper: Paper = new Paper(Infinity),
  ) {}

  /** Begins a new page unless so many points fit on this one. What no page can hold begins where it is. */
  keep(height: number): void {
    if (height <= this.paper.room && !this.paper.fits(height)) this.paper.turn(this.rows.length);
  }

  /** A line over a stretch of the grid; returns its row. */
  line(parts: readonly { readonly value: CellInput; readonly style: string; readonly from: number; readonly to: number }[], height: number): number {
    const row = this.rows.length;
    const cells = new Array<ContentCell | null>(this.width).fill(null);
    for (const part of parts) {
      for (let column = part.from; column <= part.to; column += 1) cells[column] = { value: column === part.from ? part.value : null, style: part.style };
      if (part.to > part.from) this.merges.push({ row, column: part.from, lastRow: row, lastColumn: part.to });
    }
    this.rows.push(cells);
    this.heights[row] = height;
    this.paper.take(height);
    return row;
  }

  wide(value: CellInput, style: string, height: number): number {
    return this.line([{ value, style, from: 0, to: this.width - 1 }], height);
  }

  twoSided(parts: { readonly left?: string; readonly right?: string }, height: number): void {
    if (parts.right === undefined) this.wide(parts.left ?? '', 'left', height);
    else if (parts.left === undefined) this.wide(parts.right, 'right', height);
    else {
      const middle = Math.ceil(this.width / 2);
      this.line(
        [
          { value: parts.left, style: 'left', from: 0, to: middle - 1 },
          { value: parts.right, style: 'right', from: middle, to: this.width - 1 },
        ],
        height,
      );
    }
  }

  bodyStyle(column: BodyLook): string {
    const key = `body-${column.align ?? 'center'}-${column.wrap ? 'wrap' : 'fit'}-${column.numberFormat ?? ''}`;
    this.styles[key] ??= {
      font: { name: BODY_FONT, size: 12 },
      border: 'thin',
      horizontal: column.align ?? 'center',
      vertical: 'center',
      ...(column.wrap ? { wrap: true } : { shrink: true }),
      ...(column.numberFormat === undefined ? {} : { numberFormat: column.numberFormat }),
    };
    return key;
  }
}

/** CJK characters are two wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '⺀' ? 2 : 1;
  return width;
}
