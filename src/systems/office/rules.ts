/** Checks over the office's own ledgers; reading people, sections, posts and authority reports what is wrong with them. */
import type { CivilDate } from '../../kernel/date';
import type { Context } from '../../ledger/context';
import type { Rule } from '../../ledger/rule';
import { authority, calendar, liaisons, people, sections } from './facts';
import { sectionsLedger } from './ledgers';
import { resolvePerson } from './people';

/** Facts that hold for every day are asked for an empty stretch: no year is judged. */
export const NO_DAYS = { from: 1 as CivilDate, to: 0 as CivilDate };

/** 负责人 and 分管科级 of a section are people of the office. */
function sectionHeadsAreKnown(context: Context): void {
  const directory = context.fact(people, NO_DAYS);
  const table = context.read(sectionsLedger, { fields: ['name', 'head', 'chief', 'headFrom'] });
  for (const row of table.rows) {
    if (row.head) resolvePerson(context, directory, table, row.at, 'head', row.head, { on: row.headFrom, section: row.name });
    if (row.chief) resolvePerson(context, directory, table, row.at, 'chief', row.chief);
  }
}

export const rules: readonly Rule[] = [
  { id: 'people-can-be-told-apart', clause: 'G14', title: '人员可以区分,任职变动读得通', needs: [people], check: (context) => void context.fact(people, NO_DAYS) },
  { id: 'section-heads-are-known', clause: 'G15', title: '股室的负责人、分管科级在人员表里', needs: [people, sections], check: sectionHeadsAreKnown },
  { id: 'authority-names-known-people', clause: '请假-二', title: '分管表的科级、代理在人员表里', needs: [authority], check: (context) => void context.fact(authority, NO_DAYS) },
  { id: 'liaisons-are-known-people', clause: '值班-四(二)', title: '联系文秘在人员表里', needs: [liaisons], check: (context) => void context.fact(liaisons, NO_DAYS) },
  { id: 'calendar-is-readable', clause: 'G9', title: '日历读得通', needs: [calendar], check: (context) => void context.fact(calendar, NO_DAYS) },
];
