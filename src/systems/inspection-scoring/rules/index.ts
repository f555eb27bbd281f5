/** The contents page of the room's rules. */
import type { Rule } from '../../../ledger/rule';
import { yearPeriod } from '../../../kernel/period';
import { amountsOf, type Finding } from '../amounts';
import { ALL_TIME, entries } from '../entries';
import { openings } from '../ledgers';
import { readOpenings } from '../opening-balances';
import { people, sections } from '../../office/facts';
import { absenceIsNotCoveredByLeave } from './coverage';
import { aSectionAndItsPersonAreNotScoredForOneFact, oneFactIsNotScoredTwice } from './double-counting';
import { ruleOf, type EntryCheck } from './entry-check';
import { handInRule } from './hand-in';
import { whoServedAnswersForTheDuty } from './liability';
import { everyStepLeavesItsRecord, procedureRule, registrationComesAfterTheFact, stateKeepsUpWithTheDates, stepsFollowEachOther } from './procedure';
import { reviewRule, signatureRule } from './signatures';

/** Checks that a quarter runs on the rows that enter its numbers. */
export const ENTRY_CHECKS: readonly EntryCheck[] = [whoServedAnswersForTheDuty, absenceIsNotCoveredByLeave, oneFactIsNotScoredTwice, aSectionAndItsPersonAreNotScoredForOneFact];

const readingRule: Rule = {
  id: 'rows-name-whom-what-and-when',
  clause: '督查-三(六)',
  title: '每条督查事项的对象、股室、事项、数量和分值都能认定',
  needs: [entries],
  check: (context) => void context.fact(entries, ALL_TIME),
};

/** 督查-三(二), f and g: what rows add up to, with every state but 作废. */
const amountRule: Rule = {
  id: 'half-days-are-added-and-the-yearly-item-counts-once',
  clause: '督查-三(三)g',
  title: '同日缺勤合并计算,年度调研任务每年只计一次',
  needs: [entries],
  check: (context) => {
    const all = context.fact(entries, ALL_TIME);
    const counts = new Uint8Array(all.list.length).fill(1);
    const say = ({ entry, field, text }: Finding): void => context.report(all.table.issue(entry.row.at, field, text));
    amountsOf(all.list, counts, all.book).findings.forEach(say);
  },
};

const openingRule: Rule = {
  id: 'opening-balances-name-known-people-and-sections',
  clause: '督查-三(序)',
  title: '得分期初的姓名、股室、数额都能认定',
  needs: [people, sections],
  check: (context) => {
    const rows = context.read(openings, { fields: ['year'] }).rows;
    for (const year of new Set(rows.map((row) => row.year))) {
      if (year >= 1 && year <= 9999) readOpenings(context, yearPeriod(year));
    }
  },
};

export const rules: readonly Rule[] = [
  readingRule,
  amountRule,
  ...ENTRY_CHECKS.map(ruleOf),
  procedureRule('steps-follow-each-other', '督查-二', '审签、交件、初审、议定、公示的日期先后不倒', stepsFollowEachOther),
  procedureRule('registration-comes-after-the-fact', '督查-二', '登记日期不早于发生日期', registrationComesAfterTheFact),
  procedureRule('every-step-leaves-its-record', '督查-二', '到了哪一步,就有哪一步的人和日期', everyStepLeavesItsRecord),
  procedureRule('state-keeps-up-with-the-dates', '督查-二', '已填议定、公示日期的,状态跟上', stateKeepsUpWithTheDates),
  handInRule,
  signatureRule,
  reviewRule,
  openingRule,
];
