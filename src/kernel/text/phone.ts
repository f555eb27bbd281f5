/** Telephone numbers: 11-digit mobiles, landlines with area code. */
import { compactText } from './normalize';

export type PhoneReading = { readonly kind: 'mobile' | 'landline'; readonly text: string } | { readonly kind: 'malformed' };

export function parsePhone(text: string): PhoneReading {
  const compact = compactText(text);
  const digits = compact.replace(/[-()+]/g, '').replace(/^86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return { kind: 'mobile', text: digits };
  const landline = /^\(?(0\d{2,3})\)?-?(\d{7,8})$/.exec(compact);
  if (landline) return { kind: 'landline', text: `${landline[1]!}-${landline[2]!}` };
  if (/^[2-8]\d{6,7}$/.test(digits)) return { kind: 'landline', text: digits };
  return { kind: 'malformed' };
}
