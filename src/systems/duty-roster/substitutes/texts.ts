/** A ranking in words: what a proposal does, why it ranks where it does, and why somebody cannot. */
import { partsOf, toISO, type CivilDate } from '../../../kernel/date';
import type { Person } from '../../office/facts';
import { difference, type Exclusion, type LevelChange, type Neighbour, type Obstacle, type Proposal, type Ranking } from './proposal';

export function dayText(date: CivilDate): string {
  const { month, day } = partsOf(date);
  return `${month}月${day}日`;
}

const signed = (change: number): string => (change > 0 ? `+${change}` : String(change));

/** 合计平方和+2,星期平方和-2 */
export function levelsText(levels: readonly LevelChange[]): string {
  const changes = levels.filter(({ change }) => change !== 0).map(({ name, change }) => `${name}${signed(change)}`);
  return changes.length === 0 ? '公平性不变' : changes.join(',');
}

/** 合计平方和+2,与3月9日的班相隔4天 */
export function effectText({ person, effect, way }: Proposal, role: '值班' | '带班'): string {
  const { levels, nearest, wishes } = effect;
  const gap = role === '带班' ? [] : [gapText(person, nearest)];
  const wished = wishes === 0 ? [] : [way === '顶替' ? `本人${wishes > 0 ? '尽量不排' : '希望排'}这一天` : wishes > 0 ? '有人尽量不排' : '更合本人意愿'];
  return [levelsText(levels), ...gap, ...wished].join(',');
}

function gapText(person: Person, nearest: Neighbour | null): string {
  if (!nearest) return '前后没有别的班';
  const apart = `${dayText(nearest.date)}的班相隔${nearest.days}天`;
  return nearest.person.order === person.order ? `与${apart}` : `${nearest.person.label}换来的班与其${apart}`;
}

/** What he has, and what puts him behind the one before (or before the next). */
export function rankText(list: readonly Proposal[], index: number, { widestGap }: Pick<Ranking, 'widestGap'>): string {
  const own = list[index]!;
  const load = own.load.map(({ name, count }) => `${name}${count}${name.endsWith('数') ? '' : '次'}`).join('、');
  const leave = own.afterwards === null ? '' : `;次日起${own.afterwards.label}(${own.afterwards.sheet}!${own.afterwards.cell}),交班后即离岗`;
  return `现有${load};${reasonText(list, index, widestGap)}${leave}`;
}

function reasonText(list: readonly Proposal[], index: number, widestGap: number): string {
  const own = list[index]!;
  const other = list[index === 0 ? 1 : index - 1];
  if (!other) return '没有别人可选';
  const { criterion, amount } = difference(own, other, widestGap);
  const [where, more] = index === 0 ? ['第2名', amount > 0] : ['前一名', amount > 0];
  const than = `比${where}${other.person.label}`;
  const size = Math.abs(amount);
  switch (criterion.kind) {
    case 'level':
      return `${than}${criterion.name}${more ? '多' : '少'}${size}`;
    case 'gap':
      return `公平性与${where}${other.person.label}相同,间隔${more ? '少' : '多'}${size}天`;
    case 'wishes':
      return `公平性和间隔与${where}${other.person.label}相同,${more ? '不如他' : '比他'}合本人意愿`;
    case 'turn':
      return `公平性与${where}${other.person.label}相同,上次带班${more ? '较近' : '较早'}`;
    case 'day':
      return `与${where}${other.person.label}一样好,对调的日子${more ? '较晚' : '较早'}`;
    case 'order':
      return `与${where}${other.person.label}一样好,按人员表的顺序`;
  }
}

/** Why somebody cannot, with the cells that say so. */
export function exclusionText({ obstacles }: Exclusion, { question }: Pick<Ranking, 'question'>): string {
  return obstacles.map((obstacle) => obstacleText(obstacle, question.role)).join(';');
}

function obstacleText(obstacle: Obstacle, role: '值班' | '带班'): string {
  switch (obstacle.kind) {
    case 'refused':
      return `${obstacle.refusal.text}(${obstacle.refusal.source})`;
    case 'serves':
      return `当日已${role}`;
    case 'gap':
      return `${toISO(obstacle.neighbour.date)}值班(${obstacle.neighbour.source}),相隔${obstacle.neighbour.days}天,不足${obstacle.minGap}天`;
    case 'cap':
      return `已到每期上限${obstacle.cap}次`;
  }
}
