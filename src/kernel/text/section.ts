/** Names of sections. Which name stands for which section is the office's business: aliases come from the caller. */
import { compactText, roundBrackets } from './normalize';

/** The form in which names of sections are compared: compact, without a remark in brackets at the end. */
export function sectionKey(text: string): string {
  return roundBrackets(compactText(text)).replace(/(?<=.)\([^()]*\)$/, '');
}

/** The name without what kind of section it is: 综合 of 综合股 and 综合科. For suggestions only, never to decide. */
export function sectionStem(text: string): string {
  return sectionKey(text).replace(/(?<=..)(?:办公室|中心|科室|股室|[股科室办组处队班])$/, '');
}
