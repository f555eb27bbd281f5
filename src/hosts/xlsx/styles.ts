/** Our cell styles to hucre's and back. What our vocabulary cannot say is remembered beside the style object. */
import type { BorderSide, CellStyle as HucreStyle } from 'hucre';
import type { CellStyle } from '../../workbook/content';

/** hucre styles that a captured style came from: undo in the same session restores them whole. */
const originals = new WeakMap<CellStyle, HucreStyle>();

const THIN: BorderSide = { style: 'thin', color: { rgb: '000000' } };
const MEDIUM: BorderSide = { style: 'medium', color: { rgb: '000000' } };

export function toHucre(style: CellStyle): HucreStyle {
  const original = originals.get(style);
  if (original) return original;
  const { font } = style;
  const side = style.border === 'medium' ? MEDIUM : THIN;
  return {
    ...(font
      ? {
          font: {
            ...(font.name === undefined ? {} : { name: font.name }),
            ...(font.size === undefined ? {} : { size: font.size }),
            ...(font.bold ? { bold: true } : {}),
            ...(font.italic ? { italic: true } : {}),
            ...(font.strike ? { strikethrough: true } : {}),
            ...(font.color === undefined ? {} : { color: { rgb: font.color } }),
          },
        }
      : {}),
    ...(style.fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill } } }),
    ...(style.border === undefined ? {} : { border: style.border === 'bottom-thin' ? { bottom: THIN } : { top: side, right: side, bottom: side, left: side } }),
    ...(style.horizontal || style.vertical || style.wrap || style.shrink
      ? {
          alignment: {
            ...(style.horizontal ? { horizontal: style.horizontal } : {}),
            ...(style.vertical ? { vertical: style.vertical } : {}),
            ...(style.wrap ? { wrapText: true } : {}),
            ...(style.shrink ? { shrinkToFit: true } : {}),
          },
        }
      : {}),
    ...(style.numberFormat === undefined ? {} : { numFmt: style.numberFormat }),
  };
}

const HORIZONTAL = ['left', 'center', 'right', 'distributed'] as const;
const VERTICAL = ['top', 'center', 'bottom'] as const;

/** Our words for a hucre style; the original is remembered. */
export function fromHucre(style: HucreStyle): CellStyle {
  const { font, alignment, border } = style;
  const horizontal = HORIZONTAL.find((value) => value === alignment?.horizontal);
  const vertical = VERTICAL.find((value) => value === alignment?.vertical);
  const all = border?.top && border.right && border.bottom && border.left;
  const mapped: CellStyle = {
    ...(font
      ? {
          font: {
            ...(font.name === undefined ? {} : { name: font.name }),
            ...(font.size === undefined ? {} : { size: font.size }),
            ...(font.bold ? { bold: true } : {}),
            ...(font.italic ? { italic: true } : {}),
            ...(font.strikethrough ? { strike: true } : {}),
            ...(font.color?.rgb === undefined ? {} : { color: font.color.rgb.slice(-6) }),
          },
        }
      : {}),
    ...(style.fill?.type === 'pattern' && style.fill.pattern === 'solid' && style.fill.fgColor?.rgb !== undefined ? { fill: style.fill.fgColor.rgb.slice(-6) } : {}),
    ...(all ? { border: all.style === 'medium' ? 'medium' : 'thin' } : border?.bottom ? { border: 'bottom-thin' } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(alignment?.wrapText ? { wrap: true } : {}),
    ...(alignment?.shrinkToFit ? { shrink: true } : {}),
    ...(style.numFmt === undefined || style.numFmt === 'General' ? {} : { numberFormat: style.numFmt }),
  };
  originals.set(mapped, style);
  return mapped;
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '');
  return /[ymdhs年月日]/i.test(bare) && !/^general$/i.test(bare);
}
