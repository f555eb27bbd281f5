/** Vehicle plates: 川J·12345, 川J 12345 and 川j12345 are one; new-energy plates have one character more. */
import { compactText } from './normalize';

const PLATE = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$/;

/** Canonical plate without interpunct, upper case; null when it is none. */
export function parsePlate(text: string): string | null {
  const plate = compactText(text).replace(/[·•‧∙・.-]/g, '').toUpperCase();
  return PLATE.test(plate) ? plate : null;
}
