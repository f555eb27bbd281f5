/** Vehicle plates: 川J·12345, 川J 12345 and 川j12345 are one; new-energy plates have one character more. */
import { compactText } from './normalize';

// letters I and O are no part of a serial: 川J1234O is a slip, and whether a zero is meant is not ours to say
const PLATE = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Z][A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警领港澳]$/;

/** The plate in capitals without interpunct or blanks; null when it is none. */
export function parsePlate(text: string): string | null {
  const plate = compactText(text).replace(/[·•‧∙⋅・.-]/g, '').toUpperCase();
  return PLATE.test(plate) ? plate : null;
}
