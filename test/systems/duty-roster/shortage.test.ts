/** Mass leave: what is said of the days that stay open, and what is offered, in the order of what it costs. */
import { day, generate, issueOf, people, type Cells } from './harness';

const MARCH = { from: '2026-03-02', to: '2026-03-15', settings: { 最小间隔: 4 } };
const leave = (name: string, from: string, to: string): Cells => ({ 姓名: name, 假别: '事假', 开始日期: day(from), 结束日期: day(to) });
const CLERKS = ['甲一', '乙二', '丙三', '丁四'];
const AWAY = { 请假: [leave('丁四', '2026-03-06', '2026-03-10')] };

test('the stretch that holds too many duties, with everybody’s share', () => {
  const { message, severity, clause } = issueOf(generate({ 人员: people(CLERKS), ...AWAY }, MARCH).issues, 'roster/short-window');
  expect(message).toMatch(/^2026-03-\d\d至2026-03-\d\d有4个班次,按请假、不排日和间隔4天,所有人合起来最多值3个:甲一1次、乙二1次、丙三1次$/);
  expect([severity, clause]).toEqual(['info', '值班-一']);
});

test('tried out: a smaller gap, others who may serve, locks undone', () => {
  const others = people([...CLERKS, '外一'], { 外一: { 是否文秘: '否', 层级: '股级' } });
  const locked = { 值班表: [{ 日期: day('2026-03-08'), 值班人员: '甲一', 锁定: '是' }] };
  const { message, remedy } = issueOf(generate({ 人员: others, ...AWAY, ...locked }, MARCH).issues, 'roster/relaxations');
  expect(message).toMatch(/^空着\d个班次,逐项试算:最小间隔改为3天,空班减为0个;让外一也参加值班\(人员表“是否文秘”填是\),空班减为0个;解除锁定,空班/);
  expect(remedy).toBe('可采用:最小间隔改为3天');
});

test('nothing alone is enough: it says so', () => {
  const ran = generate({ 人员: people(['甲一']), 请假: [leave('甲一', '2026-03-02', '2026-03-15')] }, MARCH);
  expect(issueOf(ran.issues, 'roster/relaxations')).toMatchObject({ message: '空着14个班次,逐项试算:最小间隔改为3天,空班仍是14个', remedy: '这几项单独都不够,请几项并用或另请人顶班' });
});

test('where there is nothing to try, and where nothing is open, nothing is said', () => {
  const alone = generate({ 人员: people(['甲一']), 请假: [leave('甲一', '2026-03-02', '2026-03-02')] }, { from: '2026-03-02', to: '2026-03-02', settings: { 最小间隔: 1 } });
  expect(alone.issues.map(({ code }) => code)).not.toContain('roster/relaxations');
  expect(generate({ 人员: people(CLERKS) }, MARCH).issues.map(({ code }) => code)).not.toContain('roster/relaxations');
});
