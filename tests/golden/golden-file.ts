import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const updating = process.env['UPDATE_GOLDEN'] === '1';

/** Demands that `actual` is what the golden file says; `npm run golden:update` rewrites the file, to be reviewed by diff. */
export function expectGolden(path: string, actual: string): void {
  if (updating) writeFileSync(path, actual);
  if (!existsSync(path)) expect.fail(`${path} does not exist: run \`npm run golden:update\` and review what it writes`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
