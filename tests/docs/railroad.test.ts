import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RAILROAD_FOLDER, railroadFiles } from '../../scripts/railroad-files.ts';

const files = railroadFiles();

test.each([...files.keys()])('%s is what `npm run railroad` writes', (path) => {
  expect(readFileSync(join(RAILROAD_FOLDER, path), 'utf8')).toBe(files.get(path));
});

test('nothing else stands in the folder', () => {
  const written = readdirSync(RAILROAD_FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(RAILROAD_FOLDER, path)).isFile());
  expect(written.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([...files.keys()].sort());
});

test('the page loads nothing from elsewhere', () => {
  const loaded = [...(files.get('index.html') ?? '').matchAll(/(?:src|href)\s*=\s*['"]([^'"]*)['"]/g)].map((match) => match[1] ?? '');
  expect(loaded).toContain('assets/src/main.js');
  expect(loaded.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address))).toEqual([]);
});
