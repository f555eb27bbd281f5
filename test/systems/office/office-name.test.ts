import { printedOfficeName } from '../../../src/systems/office/office-name';
import { contextOf, on } from '../../support/office-book';

test('the name of the day is printed', () => {
  const context = contextOf({ 参数: [['键', '值', '适用起'], ['单位名称', '临江县政府办', null], ['单位名', '临江县府办', '2026-07-01']] });
  expect([on('2026-06-30'), on('2026-07-01')].map((day) => printedOfficeName(context, day))).toEqual(['临江县政府办', '临江县府办']);
  expect(context.issues.sorted()).toEqual([]);
});

test('a blank name prints as ××办公室 and is said once', () => {
  const context = contextOf({});
  expect([printedOfficeName(context, on('2026-06-30')), printedOfficeName(context, on('2026-07-01'))]).toEqual(['××办公室', '××办公室']);
  expect(context.issues.sorted()).toEqual([
    { code: 'office/name-blank', severity: 'warning', sheet: '参数', cell: '', message: '参数“单位名称”是空的,打印页写作“××办公室”', remedy: '请在“参数”表写明单位名称', clause: '值班-一' },
  ]);
});
