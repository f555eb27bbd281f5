import * as column from '../../src/ledger/column';
import { citation, isClauseId } from '../../src/ledger/clause';
import { defineFact, defineListFact, provide } from '../../src/ledger/fact';
import { compareIssues, IssueList, type Issue } from '../../src/ledger/issue';
import { defineLedger } from '../../src/ledger/ledger';
import { Registry } from '../../src/ledger/registry';
import { setting } from '../../src/ledger/setting';
import type { System } from '../../src/ledger/system';
import { createRegistry } from '../../src/entries/registry';

const ledger = (id: string, sheet: string, title = '甲') => defineLedger({ id, sheet, clause: 'G14', help: '', columns: { a: column.text(title), b: column.text('乙') } });
const room = (more: Partial<System>): System => ({ id: 'room', title: '室', ledgers: [], settings: [], provides: [], rules: [], actions: [], reminders: [], explainers: [], sample: [], ...more });
const a = defineFact<number>('a');
const b = defineFact<number>('b');
const list = defineListFact<number>('list');
const rule = (clause: string, id = 'r') => ({ id, clause, title: '', needs: [], check: () => undefined });

describe('the registry refuses at start-up', () => {
  test.each<readonly [string, readonly System[], string]>([
    ['two rooms of one id', [room({}), room({})], 'system declared twice: room'],
    ['two ledgers of one id', [room({ ledgers: [ledger('x', '一'), ledger('x', '二')] })], 'ledger declared twice: x'],
    ['two ledgers of one sheet', [room({ ledgers: [ledger('x', '一'), ledger('y', '一')] })], 'sheet declared twice: 一'],
    ['two columns of one title', [room({ ledgers: [ledger('x', '一', '乙')] })], 'column of 一 declared twice: 乙'],
    ['two settings of one key', [room({ settings: [setting.yesNo('k', true, { clause: 'G3', help: '' }), setting.text('k', '', { clause: 'G3', help: '' })] })], 'setting declared twice: k'],
    ['a rule without a clause', [room({ rules: [rule('第三条')] })], 'no clause on r'],
    ['a setting without a clause', [room({ settings: [setting.text('k', '', { clause: '', help: '' })] })], 'no clause on k'],
    ['two rules of one id', [room({ rules: [rule('G3'), rule('G4')] })], 'rule of room declared twice: r'],
    ['a need that nobody provides', [room({ rules: [{ ...rule('G3'), needs: [a] }] })], 'needs the fact a'],
    ['two providers of a single fact', [room({ provides: [provide(a, [], () => 1), provide(a, [], () => 2)] })], 'the fact a has 2 providers'],
    ['facts that need each other', [room({ provides: [provide(a, [b], () => 1), provide(b, [a], () => 2)] })], 'facts need each other: a -> b -> a'],
  ])('%s', (_name, systems, message) => {
    expect(() => new Registry(systems)).toThrow(message);
  });

  test('an action without a clause', () => {
    const action = { id: 'x', title: '', help: '', clause: '?', parameters: {}, inputs: [], needs: [], run: () => ({ tables: [], report: { sheets: [], ledgers: [] }, headlines: [] }) };
    expect(() => new Registry([room({})], [{ system: 'room', action }])).toThrow('no clause on the action x');
  });
});

test('several rooms may contribute to a list; what is declared is found', () => {
  const registry = new Registry([room({ provides: [provide(list, [], () => [1])] }), room({ id: 'other', provides: [provide(list, [a], () => [2]), provide(a, [], () => 1)], settings: [setting.text('键', '', { clause: 'G3', help: '', aliases: ['又名'] })] })]);
  expect(registry.providers(list)).toHaveLength(2);
  expect(registry.setting('又名')?.key).toBe('键');
  expect(registry.setting('没有')).toBeUndefined();
  expect(registry.action('room/x')).toBeUndefined();
  expect(registry.providers({ name: 'none' })).toEqual([]);
  expect(list.combine?.([[1], [2, 3]])).toEqual([1, 2, 3]);
});

test('the shipped rooms fit together', () => {
  expect(createRegistry().actions.map((entry) => entry.path)).toEqual(expect.arrayContaining(['office/calendar', 'office/normalise', 'inspection-scoring/quarter']));
});

describe('clauses', () => {
  test.each([
    ['督查-三(三)i', '《内务督查制度》第三条第(三)项'],
    ['督查-三(序)', '《内务督查制度》第三条'],
    ['值班-五(二)1', '《值班工作制度》第五条第(二)项'],
    ['保密-十一', '《保密工作制度》第十一条'],
    ['文稿-校对表', '《文稿审签和运转工作规范》'],
    ['G9', '全局口径'],
  ])('%s is cited as %s', (id, text) => {
    expect(isClauseId(id)).toBe(true);
    expect(citation(id)).toBe(text);
  });

  test.each(['', 'G17', 'G0', '没有-一', '值班'])('%s is none', (id) => {
    expect(isClauseId(id)).toBe(false);
    expect(() => citation(id)).toThrow();
  });
});

describe('issues', () => {
  const issue = (more: Partial<Issue>): Issue => ({ code: 'c', severity: 'info', sheet: '表', cell: 'B2', message: 'm', remedy: 'r', clause: '', ...more });

  test('worst first, then sheet, row, column, code, message; a place without a cell comes last', () => {
    const sorted = [
      issue({ severity: 'error', sheet: '乙' }),
      issue({ severity: 'violation' }),
      issue({ severity: 'warning', cell: 'A2' }),
      issue({ severity: 'warning', cell: 'B2', code: 'a' }),
      issue({ severity: 'warning', cell: 'B2', code: 'b', message: '1' }),
      issue({ severity: 'warning', cell: 'B2', code: 'b', message: '2' }),
      issue({ severity: 'warning', cell: 'A10' }),
      issue({ severity: 'warning', cell: '' }),
      issue({ severity: 'info' }),
    ];
    expect([...sorted].reverse().sort(compareIssues)).toEqual(sorted);
  });

  test('the same finding counts once', () => {
    const found = new IssueList();
    expect(found.hasErrors).toBe(false);
    found.add(issue({}));
    found.add(issue({}));
    expect(found.hasErrors).toBe(false);
    found.add(issue({ severity: 'error' }));
    found.add(issue({ severity: 'error', message: 'other' }));
    expect(found.sorted()).toHaveLength(2);
    expect(found.hasErrors).toBe(true);
    found.add(issue({ severity: 'error', cell: '' }));
    // two errors of one row are one row; one without a cell counts for itself
    expect(found.errorRows).toBe(2);
  });
});
