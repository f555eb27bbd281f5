/** Checks over 分管 and 领导联系. */
import { nearestWords } from '../../../kernel/text/nearest';
import type { Rule } from '../../../ledger/rule';
import { authority, liaisons, NO_DAYS, people, sections, type Person } from '../facts';
import { authorityLedger, liaisonsLedger, MATTERS } from '../ledgers';
import { resolvePerson } from '../people';

export const authorityNamesKnownPeople: Rule = {
  id: 'authority-names-known-people',
  clause: '请假-二',
  title: '分管表的科级、代理在人员表里',
  needs: [authority],
  check: (context) => void context.fact(authority, NO_DAYS),
};

export const mattersAreKnown: Rule = {
  id: 'matters-are-known',
  clause: '请假-二',
  title: '分管表的事项是股室名或规定的事项',
  needs: [sections],
  check: (context) => {
    const book = context.fact(sections, NO_DAYS);
    const table = context.read(authorityLedger, { fields: ['matter'] });
    for (const row of table.rows) {
      if (MATTERS.some((matter) => matter === row.matter) || book.canonical(row.matter) !== null) continue;
      const near = nearestWords(row.matter, [...MATTERS, ...book.all.map(({ name }) => name)]);
      context.report(
        table.issue(row.at, 'matter', {
          code: 'authority/unknown-matter',
          severity: 'warning',
          message: `“${row.matter}”不是股室,也不是规定的事项,这一行不起作用`,
          remedy: near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('、')}?请改正` : `请填写股室名称,或${MATTERS.join('、')}之一`,
          clause: '请假-二',
        }),
      );
    }
  },
};

export const liaisonsAreKnownPeople: Rule = {
  id: 'liaisons-are-known-people',
  clause: '值班-四(二)',
  title: '联系文秘、联系科级在人员表里',
  needs: [liaisons, people],
  check: (context) => {
    context.fact(liaisons, NO_DAYS);
    const directory = context.fact(people, NO_DAYS);
    const table = context.read(liaisonsLedger, { fields: ['chief', 'from'] });
    for (const row of table.rows) if (row.chief) resolvePerson(context, directory, table, row.at, 'chief', row.chief, { on: row.from });
  },
};

/** Where 人员 lists the county's leaders, a leader that it lacks is perhaps mistyped, and his liaisons would never be found. */
export const leadersAreListed: Rule = {
  id: 'leaders-with-liaisons-are-listed',
  clause: '值班-四(二)',
  title: '领导联系表的县级领导在人员表里',
  needs: [people],
  check: (context) => {
    const isLeader = (person: Person): boolean => person.level === '县级';
    const leaders = context.fact(people, NO_DAYS).all.filter(isLeader).map(({ name }) => name);
    if (leaders.length === 0) return;
    const table = context.read(liaisonsLedger, { fields: ['leader'] });
    for (const row of table.rows) {
      if (leaders.includes(row.leader.name)) continue;
      const near = nearestWords(row.leader.name, leaders);
      context.report(
        table.issue(row.at, 'leader', {
          code: 'liaison/leader-not-listed',
          severity: 'warning',
          message: `“${row.leader.name}”不在人员表的县级领导里`,
          remedy: near.length > 0 ? `是不是${near.map((name) => `“${name}”`).join('、')}?请改正,或在人员表加上` : '请核对姓名,或在人员表加上(层级填县级)',
          clause: '值班-四(二)',
        }),
      );
    }
  },
};
