/** Rankings as result tables: 替班建议, one row a person, those who cannot below without 名次; 对调建议, days to exchange. */
import { toISO } from '../../../kernel/date';
import type { ResultColumn, ResultTable, ResultValue } from '../../../ledger/result-table';
import type { Exclusion, Proposal, Ranking } from './proposal';
import { dayText, effectText, exclusionText, rankText } from './texts';

const COLUMNS: readonly ResultColumn[] = [
  { title: '名次', kind: 'integer', width: 6 },
  { title: '姓名', kind: 'text', width: 14 },
  { title: '本期次数', kind: 'integer', width: 9 },
  { title: '影响', kind: 'text', width: 34 },
  { title: '说明', kind: 'text', width: 44 },
  { title: '原值班人', kind: 'text', width: 12 },
  { title: '方式', kind: 'text', width: 7 },
  { title: '对调日期', kind: 'date', width: 12 },
  { title: '手机', kind: 'text', width: 14 },
];

/** Tables without rows: nothing could be ranked. */
export function substituteTables(rankings: readonly Ranking[]): readonly [ResultTable, ResultTable] {
  return [
    { title: '替班建议', columns: COLUMNS, rows: rankings.flatMap((ranking) => [...ranking.substitutes.map((_, index) => proposalRow(ranking, ranking.substitutes, index)), ...ranking.excluded.map((exclusion) => exclusionRow(ranking, exclusion))]) },
    { title: '对调建议', columns: COLUMNS, rows: rankings.flatMap((ranking) => ranking.exchanges.map((_, index) => proposalRow(ranking, ranking.exchanges, index))) },
  ];
}

function proposalRow(ranking: Ranking, list: readonly Proposal[], index: number): readonly ResultValue[] {
  const proposal = list[index]!;
  const { question } = ranking;
  return [index + 1, proposal.person.label, proposal.now, effectText(proposal, question.role), rankText(list, index, ranking), question.person.label, proposal.way, proposal.otherDate, proposal.person.phone];
}

function exclusionRow(ranking: Ranking, exclusion: Exclusion): readonly ResultValue[] {
  return [null, exclusion.person.label, exclusion.now, '不能顶替', exclusionText(exclusion, ranking), ranking.question.person.label, null, null, exclusion.person.phone];
}

/** 2026-03-09值班的甲一:顶替首选乙二(公平性不变,...);对调首选丙三3月12日的班(...) */
export function headline(ranking: Ranking): string {
  const { question, substitutes, exchanges, excluded } = ranking;
  const who = `${toISO(question.date)}${question.role}的${question.person.label}`;
  const [first] = substitutes;
  const [exchange] = exchanges;
  const substitute = first ? `顶替首选${first.person.label}(${effectText(first, question.role)})` : `没有人能顶替(${excluded.length}人各有原因,见表)`;
  return `${who}:${substitute}${exchange ? `;对调首选${exchange.person.label}${dayText(exchange.otherDate!)}的班(${effectText(exchange, question.role)})` : ''}`;
}
