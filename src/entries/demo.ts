/** `npm run demo`: the sample office's first quarter, from an empty folder to a workbook that can be printed. */
import { mkdir, rm } from 'node:fs/promises';
import { tolerateClosedPipe } from './cli/closed-pipe';
import { main } from './cli/program';

const OUT = 'out/临江县办公室-2026.xlsx';

const steps: readonly (readonly [title: string, argv: readonly string[]])[] = [
  ['一、建立示例工作簿', ['new', '--out', OUT, '--sample']],
  ['二、生成第一季度值班表', ['run', 'duty-roster/generate', '--book', OUT, '--out', OUT, '--set', 'from=2026-01-01', '--set', 'to=2026-03-31', '--set', 'dated=2025-12-26']],
  ['三、第一季度内务督查得分', ['run', 'inspection-scoring/quarter', '--book', OUT, '--out', OUT, '--set', 'year=2026', '--set', 'quarter=1']],
];

tolerateClosedPipe(process.stdout);
tolerateClosedPipe(process.stderr);
await mkdir('out', { recursive: true });
await rm(OUT, { force: true });
for (const [title, argv] of steps) {
  process.stdout.write(`\n======== ${title} ========\n`);
  const status = await main(argv);
  if (status !== 0) {
    process.exitCode = status;
    break;
  }
}
if (!process.exitCode) process.stdout.write(`\n工作簿在 ${OUT}:值班表、公平性、值班安排表、个人得分、股室得分、公示等都在里面,可直接打开、打印。\n`);
