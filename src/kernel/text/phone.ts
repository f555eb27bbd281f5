/** Telephone numbers: 11-digit mobiles, landlines with or without area code, extensions. */
import { compactText } from './normalize';

export type PhoneReading = { readonly kind: 'mobile' | 'landline'; readonly text: string } | { readonly kind: 'malformed' };

const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
/** Beijing, Shanghai and the other cities of 01x and 02x have three digits, all others four. */
const LANDLINE = /^(?:(0(?:10|2\d|[3-9]\d{2})))?([2-8]\d{6,7})(?:(?:转|x|ext\.?)(\d{1,5}))?$/i;

/** `13800000000`, `0825-8663366`, `8663366转801`; blanks, hyphens and brackets inside do not matter. */
export function parsePhone(text: string): PhoneReading {
  const compact = compactText(text);
  // a last short group behind a hyphen is an extension
  const joined = compact.replace(/(?<=\d{7})-(\d{1,5})$/, '转$1').replace(/[-()]/g, '');
  const mobile = MOBILE.exec(joined);
  if (mobile) return { kind: 'mobile', text: mobile[1]! };
  const landline = LANDLINE.exec(joined);
  if (!landline) return { kind: 'malformed' };
  const [, area, number, extension] = landline;
  return { kind: 'landline', text: (area === undefined ? '' : `${area}-`) + number! + (extension === undefined ? '' : `转${extension}`) };
}
