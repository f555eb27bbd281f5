/**
 * Sheets of paper. A sheet has one pair of print-title rows, too few for a page of several tables: such a page is cut
 * by hand, and each table's header stands again where it goes on. The width stays fitted, because the width of a
 * character is the spreadsheet program's; the height of rows is ours.
 */
import type { PrintSetup } from '../workbook/content';

const A4_MM = [210, 297] as const;
const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
/** Width of a character in the narrowest usual standard font, and of a column's padding: the largest print that fits. */
const CHARACTER_POINTS = 5.25;
const PADDING_POINTS = 3.75;
/** Printers round row heights; a little room is left. */
const USED_SHARE = 0.96;

/** Points of row height that an A4 page holds within the margins, for a grid of columns with widths in characters. */
export function paperRoom({ orientation, margins }: Pick<PrintSetup, 'orientation' | 'margins'>, widths: readonly number[]): number {
  const [short, long] = A4_MM;
  const points = (mm: number): number => (mm / MM_PER_INCH) * POINTS_PER_INCH;
  const width = points((orientation === 'portrait' ? short : long) - margins.left - margins.right);
  const height = points((orientation === 'portrait' ? long : short) - margins.top - margins.bottom);
  const grid = widths.reduce((sum, characters) => sum + characters * CHARACTER_POINTS + PADDING_POINTS, 0);
  // fitting makes smaller, never larger
  return height * Math.max(1, grid / width) * USED_SHARE;
}

/** How much of the page is used, and the rows after which a page ends. */
export class Paper {
  readonly breaks: number[] = [];
  #used = 0;

  /** `room` in points; Infinity: nothing is cut. */
  constructor(readonly room: number) {}

  /** An empty page takes anything. */
  fits(height: number): boolean {
    return this.#used === 0 || this.#used + height <= this.room;
  }

  take(height: number): void {
    this.#used += height;
  }

  /** A new page begins with the row unless so many points fit on this one. */
  begin(row: number, height: number): void {
    if (!this.fits(height)) this.turn(row);
  }

  /** A new page begins with the row. */
  turn(row: number): void {
    this.breaks.push(row - 1);
    this.#used = 0;
  }

  /**
   * Before which of the rows a new page begins, when `repeated` points are needed at its top. The last row stays with
   * what follows it (`tail`).
   */
  turns(heights: readonly number[], repeated: number, tail: number): boolean[] {
    let used = this.#used;
    return heights.map((height, index) => {
      const turns = index > 0 && used + height + (index === heights.length - 1 ? tail : 0) > this.room;
      used = (turns ? repeated : used) + height;
      return turns;
    });
  }
}
