/** The sample office's duty: clean but for one slip, fair, proven, and stable. */
import { MemoryWorkbook } from '../../../src/hosts/memory';
import { check } from '../../../src/operations/check';
import { newWorkbook } from '../../../src/operations/new-workbook';
import { brief, registry, runOn, snapshot, written } from './harness';

async function sampleBook(): Promise<MemoryWorkbook> {
  const book = new MemoryWorkbook();
  await book.apply(newWorkbook(registry, true));
  return book;
}

const OWN = /^(violation|error|warning) (duty|swap|roster|day-off|emergency|duty-opening)\//;

test('its records say one thing: a swap that nobody told 信息股 of', async () => {
  expect(brief(check(registry, snapshot(await sampleBook()))).filter((line) => OWN.test(line))).toEqual(['warning swap/step-missing 调换班!M3']);
});

test('the first quarter is proven optimal, with two mornings after to look at, and stays as it is', async () => {
  const book = await sampleBook();
  const run = { from: '2026-01-01', to: '2026-03-31', dated: '2025-12-26' };
  const ran = await written(book, run);
  expect(brief(ran.issues).filter((line) => OWN.test(line))).toEqual(['warning roster/absence-after-handover 值班表!', 'warning roster/absence-after-handover 值班表!']);
  const { regular, holiday, chief } = ran.certificate.pools;
  expect([regular.status, holiday.status, chief.status]).toEqual(['optimal', 'optimal', 'optimal']);
  expect([regular.verified, holiday.verified, chief.verified]).toEqual([true, true, true]);
  expect(regular.vector).toMatchObject({ unfilled: 0, rangeTotals: 1, gapViolations: 0 });
  expect(holiday.vector).toMatchObject({ unfilled: 0, liaisonMissing: 0 });
  expect(ran.fairness).toHaveLength(18);
  expect(ran.sheetTitles).toEqual(['公平性', '变动', '值班安排表2026年1月', '值班安排表2026年2月', '值班安排表2026年3月', '元旦值班安排表2026年', '春节值班安排表2026年']);
  expect(runOn(snapshot(book), run).computation.plan.changes).toEqual([]);
  expect(brief(check(registry, snapshot(book))).filter((line) => OWN.test(line))).toEqual(['warning swap/step-missing 调换班!M3']);
});

test('quarter after quarter, each carries on what the one before left', async () => {
  const book = await sampleBook();
  for (const [from, to] of [['2026-01-01', '2026-03-31'], ['2026-04-01', '2026-06-30'], ['2026-07-01', '2026-09-30'], ['2026-10-01', '2026-12-31']] as const) {
    const ran = await written(book, { from, to });
    expect(ran.certificate.pools.regular.vector).toMatchObject({ unfilled: 0, gapViolations: 0 });
    expect(ran.certificate.pools.regular.vector!.rangeTotals).toBeLessThanOrEqual(2);
  }
  expect(runOn(snapshot(book), { from: '2026-10-01', to: '2026-12-31' }).cellsChanged).toBe(0);
});
