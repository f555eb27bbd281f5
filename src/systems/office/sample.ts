/**
 * The invented office of 临江县 in 2026: people, sections, who decides, who serves which leader. Two people are called
 * 张伟; two clerks change their section, one is seconded, one joins and one leaves. Other rooms' samples use these names.
 */
import { civilDate } from '../../kernel/date';
import { settingsLedger } from '../../ledger/own-ledgers';
import type { SampleRows } from '../../ledger/system';
import { dateCell, type CellInput } from '../../workbook/cell';
import { authorityLedger, liaisonsLedger, peopleLedger, postsLedger, sectionsLedger } from './ledgers';

/** `2026-03-05` as a cell. */
export function sampleDate(iso: string): CellInput {
  const [year, month, day] = iso.split('-').map(Number);
  return dateCell(civilDate(year!, month!, day!));
}

/** Name, section, position, level, clerk, mobile; further fields by name. */
type Line = readonly [name: string, section: string | null, position: string, level: string, clerk: boolean, more?: Readonly<Record<string, CellInput>>];

const LINES = [
  ['陆振邦', null, '县长', '县级', false],
  ['顾明远', null, '常务副县长', '县级', false],
  ['沈立群', null, '副县长', '县级', false],
  ['韩素琴', null, '副县长', '县级', false],
  ['方启航', null, '副县长', '县级', false],
  ['曾国栋', null, '副县长', '县级', false],
  ['卓玛·央金', null, '副县长', '县级', false],
  ['程万里', null, '县政府办公室主任', '科级', false],
  ['秦朗', null, '副主任', '科级', false],
  ['于慧', null, '副主任', '科级', false],
  ['孟庆丰', null, '副主任', '科级', false],
  ['白露', null, '副主任', '科级', false],
  ['石坚', null, '纪检组长', '科级', false],
  ['邹凯', null, '应急办主任', '科级', false],
  ['冯雅', null, '督查专员', '科级', false],
  ['王建国', '综合股', '股长', '股级', true],
  ['李晓燕', '综合股', '科员', '一般', true],
  ['张伟', '综合股', '科员', '一般', true, { id: '18' }],
  ['赵敏', '综合股', '科员', '一般', true],
  ['刘洋', '秘书股', '股长', '股级', true],
  ['陈静', '秘书股', '科员', '一般', true],
  ['杨帆', '秘书股', '科员', '一般', true],
  ['黄磊', '秘书股', '科员', '一般', true],
  ['周婷', '秘书股', '科员', '一般', true],
  ['吴刚', '研究室', '主任', '股级', true],
  ['徐丽', '研究室', '科员', '一般', true],
  ['孙浩', '研究室', '科员', '一般', true],
  ['朱琳', '信息股', '股长', '股级', true],
  ['马超', '信息股', '科员', '一般', true],
  ['胡斌', '行政股', '股长', '股级', false],
  ['郭芳', '行政股', '会计', '一般', false],
  ['何俊', '行政股', '出纳', '一般', false],
  ['林涛', '法制办', '主任', '股级', true],
  ['高洁', '法制办', '科员', '一般', true],
  ['罗敏', '督查室', '主任', '股级', false],
  ['梁栋', '督查室', '科员', '一般', false],
  ['宋佳', '应急股', '股长', '股级', true],
  ['郑爽', '应急股', '科员', '一般', true],
  ['张伟', '应急股', '科员', '一般', false, { id: '39' }],
  ['谢军', '党建室', '主任', '股级', false],
  ['唐艳', '文印室', '文印员', '文印', false],
  ['许梅', '文印室', '文印员', '文印', false],
  ['邓强', '小车班', '班长', '驾驶员', false],
  ['曹勇', '小车班', '驾驶员', '驾驶员', false],
  ['彭亮', '小车班', '驾驶员', '驾驶员', false],
  ['袁波', '小车班', '驾驶员', '驾驶员', false],
  ['蒋平', '小车班', '驾驶员', '驾驶员', false],
  ['余海', '小车班', '驾驶员', '驾驶员', false],
  ['丁锋', '小车班', '驾驶员', '驾驶员', false],
  ['任远', '小车班', '驾驶员', '驾驶员', false],
] as const satisfies readonly Line[];

/** A name of the sample office as it is written in ledgers: the namesakes carry their numbers. */
export type SampleName = Exclude<(typeof LINES)[number][0], '张伟'> | '张伟(18)' | '张伟(39)';

/** Facts of single people. 周婷 is new in March; 何俊 leaves in June. */
const MORE: Readonly<Partial<Record<SampleName, Readonly<Record<string, CellInput>>>>> = {
  周婷: { joined: sampleDate('2026-03-02'), startedWork: sampleDate('2023-07-10') },
  何俊: { left: sampleDate('2026-06-01') },
  高洁: { neverOn: '周三' },
  程万里: { canLead: '否' },
  石坚: { canLead: '否' },
};

/** Mobile numbers that belong to nobody: 13900000001 … */
function phoneOf(index: number): string {
  return `139000${String(10001 + index)}`;
}

const people = (LINES as readonly Line[]).map(([name, section, position, level, clerk, extra], index): Record<string, CellInput> => ({
  id: String(index + 1).padStart(2, '0'),
  name,
  section,
  position,
  level,
  isClerk: clerk ? '是' : '否',
  canServe: clerk ? '是' : '否',
  phone: phoneOf(index),
  startedWork: sampleDate(`${2000 + (index % 20)}-07-01`),
  ...(MORE[name as SampleName] ?? {}),
  ...(extra ?? {}),
}));

const sections: readonly Readonly<Record<string, CellInput>>[] = (
  [
    ['综合股', '', '王建国', '秦朗', 1],
    ['秘书股', '文秘股', '刘洋', '于慧', null],
    ['研究室', '', '吴刚', '于慧', null],
    ['信息股', '', '朱琳', '秦朗', 1],
    ['行政股', '财务室', '胡斌', '孟庆丰', null],
    ['法制办', '', '林涛', '白露', null],
    ['督查室', '目督室、目标绩效督查室', '罗敏', '冯雅', null],
    ['应急股', '应急办', '宋佳', '邹凯', 1],
    ['党建室', '', '谢军', '石坚', null],
    ['文印室', '打印室', '唐艳', '孟庆丰', null],
    ['小车班', '', '邓强', '孟庆丰', null],
  ] as const
).map(([name, aliases, head, chief, minimum]) => ({ name, aliases: aliases === '' ? null : aliases, head, chief, ranked: '是', minimum }));

export const officeSample: readonly SampleRows[] = [
  {
    ledger: settingsLedger,
    rows: [
      { key: '单位名称', value: '临江县人民政府办公室', help: '印在各表标题上' },
      { key: '值班电话', value: '0999-8660001' },
      { key: '传真', value: '0999-8660002' },
      { key: '异议电话', value: '0999-8660003' },
      { key: '起算日', value: '2026-01-01', help: '值班公平累计从这一天算起,之前的次数在“值班期初”' },
      { key: '最小间隔', value: 3, help: '同一人两班至少相隔的天数' },
    ],
  },
  { ledger: peopleLedger, rows: people },
  { ledger: sectionsLedger, rows: sections },
  {
    ledger: authorityLedger,
    rows: [
      { matter: '主任', chief: '程万里', deputy: '秦朗' },
      { matter: '值班', chief: '秦朗', deputy: '于慧' },
      { matter: '小车班', chief: '孟庆丰' },
      { matter: '后勤', chief: '孟庆丰' },
      { matter: '内务督查', chief: '冯雅' },
      { matter: '文秘', chief: '于慧' },
      { matter: '人事', chief: '白露' },
      { matter: '保密', chief: '秦朗' },
    ],
  },
  {
    ledger: postsLedger,
    rows: [
      { id: '1', person: '黄磊', effective: sampleDate('2026-02-10'), oldSection: '信息股', newSection: '秘书股', kind: '轮岗', approved: sampleDate('2026-02-06') },
      { id: '2', person: '梁栋', effective: sampleDate('2026-05-11'), oldSection: '党建室', newSection: '督查室', kind: '轮岗', approved: sampleDate('2026-05-08') },
      { id: '3', person: '孙浩', effective: sampleDate('2026-04-01'), oldSection: '研究室', newSection: null, kind: '上派', approved: sampleDate('2026-03-27') },
      { id: '4', person: '周婷', effective: sampleDate('2026-03-02'), oldSection: null, newSection: '秘书股', kind: '调入', approved: sampleDate('2026-02-25') },
      { id: '5', person: '何俊', effective: sampleDate('2026-06-01'), oldSection: '行政股', newSection: null, kind: '调离', approved: sampleDate('2026-05-29') },
    ],
  },
  {
    ledger: liaisonsLedger,
    rows: [
      { leader: '陆振邦', position: '县长', clerks: '吴刚、徐丽', chief: '于慧', group: '综合' },
      { leader: '顾明远', position: '常务副县长', clerks: '刘洋、王建国', chief: '秦朗', group: '资金保障' },
      { leader: '沈立群', position: '副县长', clerks: '陈静', chief: '秦朗', group: '工业' },
      { leader: '韩素琴', position: '副县长', clerks: '杨帆、林涛', chief: '白露', group: '社会事业' },
      { leader: '方启航', position: '副县长', clerks: '黄磊', chief: '孟庆丰', group: '城市建设' },
      { leader: '曾国栋', position: '副县长', clerks: '赵敏、宋佳', chief: '邹凯', group: '安全稳定和运输保障' },
      { leader: '卓玛·央金', position: '副县长', clerks: '高洁', chief: '白露', group: '农业农村' },
    ],
  },
];
