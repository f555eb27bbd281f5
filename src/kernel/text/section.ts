/** A section's name as a key: compact, without brackets at its end; aliases are the office's business. */
import { compactText } from './normalize';

export function sectionKey(text: string): string {
  return compactText(text).replace(/\([^()]*\)$/, '');
}
