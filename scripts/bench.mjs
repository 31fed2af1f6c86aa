// Runs benchmarks (`npm run bench`, or `npm run bench feel`), bundled as the command is. Run from their sources they would be slowed
// by what the loader adds to every function: reading an expression three times over, and nothing of the packages compared with.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asked = process.argv.slice(2);

for (const name of asked.length > 0 ? asked : ['evaluate', 'table-size', 'feel', 'analyze']) {
  const outfile = join(root, 'dist', 'bench', `${name}.mjs`);
  await build({ absWorkingDir: root, entryPoints: [`tests/bench/${name}.bench.ts`], outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' });
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}
