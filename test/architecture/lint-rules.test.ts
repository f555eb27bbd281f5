import { spawnSync } from 'node:child_process';

/** One wrong line each, and the rule that must refuse it. */
const WRONG: readonly (readonly [line: string, rule: string])[] = [
  ['export const now = Date.now();', 'no-restricted-globals'],
  ['export const today = new Date();', 'no-restricted-globals'],
  ['export const hidden = globalThis.Date;', 'no-restricted-globals'],
  ['export const clock = performance.now();', 'no-restricted-globals'],
  ["export const order = new Intl.Collator('zh');", 'no-restricted-globals'],
  ['export const chance = Math.random();', 'no-restricted-properties'],
  ["export const before = 'a'.localeCompare('b');", 'no-restricted-syntax'],
  ['export const text = (1).toLocaleString();', 'no-restricted-syntax'],
  ["export const upper = 'a'.toLocaleUpperCase();", 'no-restricted-syntax'],
  ['export const loose = (value: any) => value;', '@typescript-eslint/no-explicit-any'],
  ["console.log('said');", 'no-console'],
  ['// @ts-ignore', '@typescript-eslint/ban-ts-comment'],
];

const ANYWHERE = ['@typescript-eslint/no-explicit-any', 'no-console', '@typescript-eslint/ban-ts-comment'];

/** The refused lines of a text, as if it stood in that file. */
function refused(file: string, text: string): (readonly [line: string | undefined, rule: string])[] {
  const { stdout } = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file, '--format', 'json'], { input: text, encoding: 'utf8' });
  const [report] = JSON.parse(stdout) as { messages: { line: number; ruleId: string }[] }[];
  return report!.messages.map(({ line, ruleId }) => [text.split('\n')[line - 1], ruleId]);
}

test('the rule engine may not ask for the time, chance or a locale', () => {
  expect(refused('src/kernel/wrong.ts', WRONG.map(([line]) => line).join('\n'))).toEqual(WRONG);
});

test('an entry may', () => {
  expect(refused('src/entries/wrong.ts', WRONG.map(([line]) => line).join('\n'))).toEqual(WRONG.filter(([, rule]) => ANYWHERE.includes(rule)));
});

test("Office.js is used as Microsoft's own rules say", () => {
  const text = `export async function read(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load();
    for (let i = 0; i < 2; i += 1) await context.sync();
    const other = context.workbook.worksheets.getItem('a');
    return other.name;
  });
}`;
  expect(refused('src/hosts/office-js/wrong.ts', text).map(([, rule]) => rule)).toEqual(
    expect.arrayContaining(['office-addins/no-empty-load', 'office-addins/no-context-sync-in-loop', 'office-addins/load-object-before-read']),
  );
});
