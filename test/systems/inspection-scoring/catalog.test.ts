import { Catalog } from '../../../src/systems/inspection-scoring/catalog';
import { builtIn, BUILT_IN_ITEMS } from '../../../src/systems/inspection-scoring/score-table';
import { fromPoints } from '../../../src/systems/inspection-scoring/points';

const catalog = new Catalog(BUILT_IN_ITEMS);

// the whole table of 督查-三
test.each<[string, string, number, string]>([
  ['督查-三(一)a', '公文办理失误', -1, '次'],
  ['督查-三(一)b', '材料写作失误', -1, '次'],
  ['督查-三(二)', '未完成年度调研任务', -5, '年'],
  ['督查-三(三)a', '会务办理失误', -2, '次'],
  ['督查-三(三)b', '具体事务办理(会场准备、会中服务、会后整理、会议签到制度等)失误', -2, '次'],
  ['督查-三(三)c', '区政府领导正式场合公开批评', -2, '次'],
  ['督查-三(三)d', '办公室领导正式场合公开批评', -1, '次'],
  ['督查-三(三)e', '迟到、早退', -1, '次'],
  ['督查-三(三)f', '无故缺勤半天', -2, '半天'],
  ['督查-三(三)g', '无故缺勤一天', -3, '天'],
  ['督查-三(三)h', '未严格执行驻勤制度', -2, '次'],
  ['督查-三(三)i', '值班无故离岗', -3, '次'],
  ['督查-三(三)j', '未按要求及时处理突发事件信息', -3, '次'],
  ['督查-三(三)k', '无故关机或无法联系', -1, '次'],
  ['督查-三(三)l', '集体活动无故缺席', -1, '次'],
  ['督查-三(四)a', '省级表彰', 5, '次'],
  ['督查-三(四)b', '市级表彰', 3, '次'],
  ['督查-三(四)c', '区级活动表彰', 2, '次'],
  ['督查-三(四)d', '区政府主要领导签批表扬;区政府主要领导、办公室主要领导职工大会上表扬', 3, '次'],
  ['督查-三(五)', '领导交办事项原则上2个工作日办结,未按时且受到交办领导批评,算工作失误一次', -2, '次'],
])('%s %s scores %p a %s, by code and by name', (code, name, points, unit) => {
  const item = catalog.find(code)!;
  expect([item.code, fromPoints(item.points!), item.unit, item.clause]).toEqual([code, points, unit, code]);
  expect(catalog.find(name)).toBe(item);
});

test('the table has these twenty items and no other', () => {
  expect(BUILT_IN_ITEMS).toHaveLength(20);
  expect(() => builtIn('督查-三(六)')).toThrow('no such item');
});

test.each<[string, string]>([
  ['督查-三（三）E', '督查-三(三)e'],
  [' 督查 - 三 (三) e ', '督查-三(三)e'],
  ['督查三(三)e', '督查-三(三)e'],
  ['三(三)e', '督查-三(三)e'],
  ['(三)e', '督查-三(三)e'],
  ['督查—三(二)', '督查-三(二)'],
  ['内务督查-三(五)', '督查-三(五)'],
  ['迟到', '督查-三(三)e'],
  ['早退', '督查-三(三)e'],
  ['迟到早退', '督查-三(三)e'],
  ['旷工半天', '督查-三(三)f'],
  ['无故缺勤１天', '督查-三(三)g'],
  ['县政府领导在正式场合公开批评', '督查-三(三)c'],
  ['县级活动表彰', '督查-三(四)c'],
  ['县级表彰', '督查-三(四)c'],
  ['县政府主要领导签批表扬', '督查-三(四)d'],
  ['具体事务办理失误', '督查-三(三)b'],
  ['公文 办理 失误', '督查-三(一)a'],
])('%s means %s', (text, code) => {
  expect(catalog.find(text)?.code).toBe(code);
  expect(catalog.find(text)?.code).toBe(code);
});

test.each(['督查-三(三)', '督查-三(三)m', '督查-三(六)', '督查-四', '迟道', '国家级表彰', '无故缺勤', '5', ''])('%p is no item', (text) => {
  expect(catalog.find(text)).toBeNull();
});

test.each<[string, string]>([
  ['迟道', '督查-三(三)e 迟到、早退'],
  ['公文办理失物', '督查-三(一)a 公文办理失误'],
  ['督查-三(三)m', '督查-三(三)a 会务办理失误'],
])('%s is offered %s', (text, near) => {
  expect(catalog.near(text)).toContain(near);
});

test('nothing near is nothing offered', () => {
  expect(catalog.near('完全不相干的一长串文字')).toEqual([]);
});

test("an office's own wording is accepted, and never takes a built-in name away", () => {
  const own = new Catalog(BUILT_IN_ITEMS, new Map([[builtIn('督查-三(三)e').index, ['上班晚到', '会务办理失误']]]));
  expect(own.find('上班晚到')?.code).toBe('督查-三(三)e');
  expect(own.find('会务办理失误')?.code).toBe('督查-三(三)a');
});
