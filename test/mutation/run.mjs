/** `npm run mutation`: kernel solver, then the rooms' rules; fails below a score of 90. */
import { spawnSync } from 'node:child_process';

const results = ['kernel', 'rules'].map((area) => {
  process.stdout.write(`\nmutation: ${area}\n`);
  return spawnSync('npx', ['stryker', 'run', 'test/mutation/stryker.config.mjs'], { stdio: 'inherit', env: { ...process.env, AREA: area } }).status;
});
process.exitCode = results.every((status) => status === 0) ? 0 : 1;
