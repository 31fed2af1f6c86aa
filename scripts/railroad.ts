/** Writes the railroad diagrams of the grammar: `npm run railroad`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RAILROAD_FOLDER, railroadFiles } from './railroad-files.ts';

for (const [path, text] of railroadFiles()) {
  const target = join(RAILROAD_FOLDER, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
