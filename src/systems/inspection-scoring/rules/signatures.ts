/** Who signs and who reviews (督查-二, 督查-三(七)), and which sections give the evidence. */
import { toISO, type CivilDate } from '../../../kernel/date';
import type { PersonRef } from '../../../ledger/column';
import type { Rule } from '../../../ledger/rule';
import { compactText } from '../../../kernel/text/normalize';
import { authority, NO_DAYS, sections, type Authority, type Person } from '../../office/facts';
import { ALL_TIME } from '../entries';
import { procedure } from './procedure';

/** The sections of a cell such as `秘书股、研究室`. */
export function evidenceSections(text: string): readonly string[] {
  return text.split(/[、,,;;/\s]+|和|及/).map(compactText).filter((part) => part !== '');
}

/** Whether one of the people named is one of those who may decide; true where nobody is known to. */
export function isOneOf(named: readonly PersonRef[], deciders: readonly Person[]): boolean {
  return deciders.length === 0 || named.some((ref) => deciders.some((person) => person.name === ref.name && (ref.id === null || person.id === null || ref.id === person.id)));
}

/** Who decides a matter on a day, each question asked once. */
class Deciders {
  readonly #known = new Map<string, Map<CivilDate, readonly Person[]>>();

  constructor(readonly authority: Authority) {}

  of(matter: string, on: CivilDate): readonly Person[] {
    let days = this.#known.get(matter);
    if (!days) {
      days = new Map();
      this.#known.set(matter, days);
    }
    let people = days.get(on);
    if (!people) {
      people = this.authority.deciders(matter, on);
      days.set(on, people);
    }
    return people;
  }
}

const list = (people: readonly Person[]): string => people.map((person) => person.label).join('或');

interface EvidenceSections {
  readonly names: readonly string[];
  /** Those that 股室 does not know. */
  readonly strangers: readonly string[];
}

export const signatureRule: Rule = {
  id: 'evidence-is-signed-by-its-officer',
  clause: '督查-三(七)',
  title: '审签人是依据股室的分管科级',
  needs: [procedure, authority, sections],
  check: (context) => {
    const table = context.fact(procedure, ALL_TIME);
    const offices = context.fact(sections, NO_DAYS);
    const chiefs = new Deciders(context.fact(authority, NO_DAYS));
    const parts = new Map<string, EvidenceSections>();
    for (const row of table.rows) {
      if (row.evidence === null) continue;
      let known = parts.get(row.evidence);
      if (!known) {
        const names = evidenceSections(row.evidence);
        known = { names, strangers: names.filter((name) => offices.canonical(name) === null) };
        parts.set(row.evidence, known);
      }
      const { names, strangers } = known;
      if (strangers.length > 0) {
        context.report(
          table.issue(row.at, 'evidence', {
            code: 'scoring/evidence-unknown',
            severity: 'warning',
            message: `依据股室“${strangers.join('、')}”不在“股室”表里`,
            remedy: '请更正,或在“股室”表写成别名',
            clause: '督查-三(七)',
          }),
        );
        continue;
      }
      if (row.signer === null || row.signed === null) continue;
      const deciders = names.length === 1 ? chiefs.of(names[0]!, row.signed) : names.flatMap((name) => chiefs.of(name, row.signed!));
      if (isOneOf(row.signer, deciders)) continue;
      context.report(
        table.issue(row.at, 'signer', {
          code: 'scoring/signer-not-in-charge',
          severity: 'warning',
          message: `审签人“${row.signer.map((ref) => ref.name).join('、')}”不是“${row.evidence}”${toISO(row.signed)}的分管科级(${list(deciders)})`,
          remedy: '请核对审签人,或“分管”“股室”表',
          clause: '督查-三(七)',
        }),
      );
    }
  },
};

export const reviewRule: Rule = {
  id: 'rows-are-reviewed-by-the-officer-for-inspection',
  clause: '督查-二',
  title: '初审人是分管内务督查的科级',
  needs: [procedure, authority],
  check: (context) => {
    const table = context.fact(procedure, ALL_TIME);
    const chiefs = new Deciders(context.fact(authority, NO_DAYS));
    for (const row of table.rows) {
      if (row.reviewer === null || row.reviewed === null) continue;
      const deciders = chiefs.of('内务督查', row.reviewed);
      if (isOneOf(row.reviewer, deciders)) continue;
      context.report(
        table.issue(row.at, 'reviewer', {
          code: 'scoring/reviewer-not-in-charge',
          severity: 'violation',
          message: `初审人“${row.reviewer.map((ref) => ref.name).join('、')}”不是${toISO(row.reviewed)}分管内务督查的科级(${list(deciders)})`,
          remedy: '请核对初审人,或“分管”表的“内务督查”',
          clause: '督查-二',
        }),
      );
    }
  },
};
