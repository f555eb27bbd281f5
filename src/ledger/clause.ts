/** Clause IDs: which system and which article a rule comes from. Formal pages print the citation, never the ID. */

/** Short name in an ID -> full title of the work system. */
export const SYSTEM_TITLES: Readonly<Record<string, string>> = {
  值班: '值班工作制度',
  督查: '内务督查制度',
  请假: '请假制度',
  后勤: '后勤管理制度',
  保密: '保密工作制度',
  调研: '调研工作制度',
  培训: '学习培训制度',
  登记: '工作登记统计和资料归档制度',
  刊物: '办公室(内部)刊物编印规范',
  合法: '合法性审查程序规范',
  文稿: '文稿审签和运转工作规范',
  短信: '短信类电子信息发送程序规范',
  命名: '电子文档命名规则(试行)',
  记录: '会议记录工作规范',
  专题: '专题会议办理程序规范',
  例会: '线(组)每月例会制度',
  突发: '“突发事务”应急处置预案',
};

const NUMERAL = '[一二三四五六七八九十]+';
const FORM = new RegExp(`^(?:G(?:[1-9]|1[0-6])|(${Object.keys(SYSTEM_TITLES).join('|')})-(.+))$`);
const ARTICLE = new RegExp(`^(${NUMERAL}|\\d+)(?:\\((${NUMERAL}|序)\\))?(\\d+)?([a-z])?$`);

/** Whether the text has the form of a clause ID (`值班-四(一)`, `督查-三(三)f`, `G5`). */
export function isClauseId(id: string): boolean {
  return FORM.test(id);
}

/** 《内务督查制度》第三条第(三)项; an ID without an article is cited by its system; G-clauses are 全局口径. */
export function citation(id: string): string {
  const match = FORM.exec(id);
  if (!match) throw new Error(`not a clause ID: ${id}`);
  if (match[1] === undefined) return '全局口径';
  const title = `《${SYSTEM_TITLES[match[1]]!}》`;
  const article = ARTICLE.exec(match[2]!);
  if (!article) return title;
  const item = article[2] === undefined || article[2] === '序' ? '' : `第(${article[2]})项`;
  return `${title}第${article[1]!}条${item}`;
}
